/**
 * Where an import leads, on disk. Follows what TypeScript's `bundler` resolution, Node and bundlers agree on, with one
 * difference: it looks for source. Code beats a declaration, and what a build was made from beats the build.
 */
import { createRequire, isBuiltin } from 'node:module';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import type * as PackageMaps from 'resolve-pkg-maps';
import type { Disk, Ending } from './disk.ts';
import { isInstalled, isInside, Packages } from './packages.ts';
import type { Manifest } from './manifests.ts';
import { TypeScriptConfigs } from './tsconfig.ts';
import type { TypeScriptConfig } from './tsconfig.ts';
import { remembered } from './remembered.ts';

/** Where a specifier leads. */
export type Located =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'nowhere';
      readonly reason: 'declaration' | 'not-found' | 'package';
      readonly path?: string;
    };

/** What is tried behind a path without an extension, in this order. */
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.vue'];
const DECLARATIONS = ['.d.ts', '.d.mts', '.d.cts'];

/** An extension as it is written → what the source may have instead. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts'],
  '.jsx': ['.tsx', '.ts', '.jsx', '.js'],
  '.mjs': ['.mts', '.mjs', '.ts'],
  '.cjs': ['.cts', '.cjs', '.ts'],
};

/** Conditions of `exports` and `imports`, each list tried in its turn: source, types that are source, then what runs. */
const CONDITIONS = [
  ['source', 'development', 'import', 'node', 'module', 'default'],
  ['types', 'import', 'node', 'module', 'default'],
  ['source', 'development', 'require', 'node', 'default'],
];

/** Folders that hold what a build has written, at the start of a path inside a package. */
const BUILT =
  /^(?:dist|build|out|output|lib|es|esm|cjs|types|\.output)\/(?:(?:src|esm|cjs|es|types|node)\/)?/;

const NOT_FOUND: Located = { kind: 'nowhere', reason: 'not-found' };
const PACKAGE: Located = { kind: 'nowhere', reason: 'package' };

const require = createRequire(import.meta.url);
let library: typeof PackageMaps | undefined;
const packageMaps = (): typeof PackageMaps => (library ??= require('resolve-pkg-maps') as typeof PackageMaps);

/** Resolution over one disk. Answers are remembered for an epoch. */
export class Resolution {
  readonly packages: Packages;
  readonly #disk: Disk;
  readonly #configs: TypeScriptConfigs;
  /** By the configurations that apply, then the folder of the importing file, then the specifier. */
  readonly #answers = new Map<readonly TypeScriptConfig[], Map<string, Map<string, Located>>>();
  readonly #endings = new Map<string, readonly Ending[]>();

  constructor(disk: Disk) {
    this.#disk = disk;
    this.packages = new Packages(disk);
    this.#configs = new TypeScriptConfigs(disk, this.packages);
  }

  /** Begins an epoch. */
  renew(): void {
    this.#answers.clear();
    this.packages.renew();
    this.#configs.renew();
  }

  /** Where `specifier` leads in the file `from`, an absolute path. Never throws. */
  locate(specifier: string, from: string): Located {
    const configs = this.#configs.of(from);
    const byFolder = remembered(this.#answers, configs, () => new Map<string, Map<string, Located>>());
    const answers = remembered(byFolder, dirname(from), () => new Map<string, Located>());
    return remembered(answers, specifier, () => {
      try {
        const found = this.#resolve(specifier, from);
        return typeof found === 'string' ? this.#located(found) : found;
      } catch {
        // A manifest or configuration with values of other types than it should have.
        return NOT_FOUND;
      }
    });
  }

  #resolve(specifier: string, from: string): Located | string {
    if (specifier === '' || specifier.length > 1000 || specifier.includes('\0')) return NOT_FOUND;
    if (/^\.\.?(?:\/|$)/.test(specifier)) {
      return this.#at(join(dirname(from), specifier), from) ?? NOT_FOUND;
    }
    if (specifier.startsWith('/')) return this.#at(specifier, from) ?? NOT_FOUND;
    if (isBuiltin(specifier)) return PACKAGE;
    let isAlias = false;
    for (const config of this.#configs.of(from)) {
      for (const candidate of config.candidates(specifier)) {
        const found = this.#at(candidate, from);
        if (found !== undefined) return found;
      }
      isAlias ||= config.isAlias(specifier);
    }
    if (specifier.startsWith('#')) return this.#packageImport(specifier, from);
    // A scheme: `https:`, `data:`, `npm:`, `virtual:`.
    if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) return PACKAGE;
    const inPackage = this.#bare(specifier, from);
    return inPackage === PACKAGE && isAlias ? NOT_FOUND : inPackage;
  }

  #located(found: string): Located {
    const path = this.#disk.real(found);
    if (path === undefined) return NOT_FOUND;
    if (isInstalled(path)) return { kind: 'nowhere', reason: 'package', path };
    if (/\.d\.[cm]?ts$/.test(path)) return { kind: 'nowhere', reason: 'declaration', path };
    return { kind: 'file', path };
  }

  /** The file that a path without, with a wrong or with the right extension means, or the index of a folder. */
  #at(path: string, from: string): string | undefined {
    const isFolder = path.endsWith('/') || path.endsWith(sep);
    const plain = isFolder ? path.slice(0, -1) : path;
    const suffixes = this.#suffixesFor(from);
    const found = isFolder ? undefined : this.#fileAt(plain, suffixes);
    // A declaration is only the last resort: its code may be in the folder.
    if (found !== undefined && !/\.d\.[cm]?ts$/.test(found)) return found;
    return this.#indexOf(plain, suffixes) ?? found;
  }

  #suffixesFor(from: string): readonly string[] {
    const suffixes = this.#configs.of(from)[0]?.moduleSuffixes ?? [''];
    return suffixes.includes('') ? suffixes : [...suffixes, ''];
  }

  #fileAt(path: string, suffixes: readonly string[]): string | undefined {
    const name = basename(path);
    const extension = extname(name);
    const key = suffixes.join('\0') + extension;
    const endings = remembered(this.#endings, key, () => endingsFor(extension, suffixes));
    return this.#disk.firstFile(dirname(path), name, endings);
  }

  #indexOf(path: string, suffixes: readonly string[]): string | undefined {
    const folder = this.#disk.folder(path);
    if (folder === undefined) return undefined;
    const manifest = this.packages.manifestIn(folder);
    const main = manifest && this.#mainOf(manifest, suffixes);
    return main ?? this.#fileAt(join(folder, 'index'), suffixes);
  }

  #mainOf({ folder, content }: Manifest, suffixes: readonly string[]): string | undefined {
    for (const field of ['source', 'module', 'main', 'types', 'typings']) {
      const written = content[field];
      if (typeof written !== 'string') continue;
      const found = this.#sourceAt(folder, written, suffixes);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `#name`, as the nearest package.json with `imports` has it. */
  #packageImport(specifier: string, from: string): Located | string {
    const manifest = this.packages.nearest(
      dirname(from),
      ({ name, content }) => name !== undefined || content['imports'] !== undefined,
    );
    const imports = manifest?.content['imports'];
    if (!manifest || !isRecord(imports)) return NOT_FOUND;
    const { resolveImports } = packageMaps();
    const resolve = (conditions: readonly string[]): string[] =>
      resolveImports(imports as PackageMaps.PathConditionsMap, specifier, conditions);
    return this.#mapped(manifest, from, resolve) ?? NOT_FOUND;
  }

  #bare(specifier: string, from: string): Located | string {
    const parts = /^((?:@[^/]+\/)?[^/@][^/]*)(\/.*)?$/.exec(specifier);
    const name = parts?.[1];
    if (name === undefined) return PACKAGE;
    const folder = this.packages.folderOf(name, dirname(from));
    if (folder === undefined) return PACKAGE;
    const manifest = this.packages.manifestIn(folder);
    const subpath = parts?.[2] ?? '';
    const exported = manifest?.content['exports'];
    if (manifest && exported !== undefined && exported !== null) {
      const { resolveExports } = packageMaps();
      const resolve = (conditions: readonly string[]): string[] =>
        resolveExports(exported as PackageMaps.PathConditions, subpath.slice(1), conditions);
      return this.#mapped(manifest, from, resolve) ?? NOT_FOUND;
    }
    const suffixes = this.#suffixesFor(from);
    if (subpath !== '' && subpath !== '/') {
      return (
        this.#sourceAt(folder, subpath.slice(1), suffixes) ?? this.#at(folder + subpath, from) ?? NOT_FOUND
      );
    }
    return (
      this.#indexOf(folder, suffixes) ?? this.#fileAt(join(folder, 'src', 'index'), suffixes) ?? NOT_FOUND
    );
  }

  /** The first target of `exports` or `imports` that leads to code, else to a declaration. */
  #mapped(
    manifest: Manifest,
    from: string,
    resolve: (conditions: readonly string[]) => readonly string[],
  ): Located | string | undefined {
    const custom = this.#configs.of(from)[0]?.customConditions ?? [];
    const suffixes = this.#suffixesFor(from);
    let declaration: string | undefined;
    for (const conditions of CONDITIONS) {
      for (const target of targetsOf(resolve, [...custom, ...conditions])) {
        if (/^[^.#/]/.test(target)) return this.#bare(target, from);
        const found = this.#sourceAt(manifest.folder, target, suffixes);
        if (found === undefined) continue;
        if (!/\.d\.[cm]?ts$/.test(found)) return found;
        declaration ??= found;
      }
    }
    return declaration;
  }

  /** The source behind a path inside a package: what it was built from, where that is there, else the file itself. */
  #sourceAt(folder: string, target: string, suffixes: readonly string[]): string | undefined {
    const path = join(folder, target);
    if (!isInside(path, folder)) return undefined;
    const inside = relative(folder, path).split(sep).join('/');
    const config = this.#configs.of(join(folder, 'index.ts'))[0];
    const places = [
      builtFrom(path, config),
      ...(BUILT.test(inside) ? [join(folder, inside.replace(BUILT, 'src/'))] : []),
    ];
    for (const place of places) {
      if (place === undefined) continue;
      const found = this.#fileAt(place.replace(/\.d\.([cm]?)ts$/, '.$1js'), suffixes);
      if (found !== undefined && !/\.d\.[cm]?ts$/.test(found)) return found;
    }
    return this.#fileAt(path, suffixes) ?? this.#indexAt(path, suffixes);
  }

  #indexAt(folder: string, suffixes: readonly string[]): string | undefined {
    return this.#disk.folder(folder) === undefined
      ? undefined
      : this.#fileAt(join(folder, 'index'), suffixes);
  }
}

/** What may stand behind a path with this extension, best first. */
function endingsFor(extension: string, suffixes: readonly string[]): readonly Ending[] {
  const sources = SOURCES[extension] ?? [];
  const endings = (cut: string, ends: readonly string[]): readonly Ending[] =>
    suffixes.flatMap((suffix) => ends.map((end) => ({ cut: cut.length, add: suffix + end })));
  return [
    ...endings(extension, sources),
    ...endings(extension, extension === '' ? [] : [extension]),
    ...endings('', EXTENSIONS),
    ...endings('', DECLARATIONS),
    ...endings(extension, sources.length > 0 ? DECLARATIONS : []),
  ];
}

/** Where the compiler had the source of what it wrote. */
function builtFrom(path: string, config: TypeScriptConfig | undefined): string | undefined {
  if (config?.outDir === undefined || !isInside(path, config.outDir)) return undefined;
  const rootDir = config.rootDir ?? join(dirname(config.path), 'src');
  return rootDir === config.outDir ? undefined : join(rootDir, relative(config.outDir, path));
}

function targetsOf(
  resolve: (conditions: readonly string[]) => readonly string[],
  conditions: readonly string[],
): readonly string[] {
  try {
    return resolve(conditions);
  } catch {
    // Not among what the package offers.
    return [];
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

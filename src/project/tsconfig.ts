/**
 * What the tsconfig.json and jsconfig.json of a project say about specifiers: `paths`, `baseUrl`, through `extends` and
 * `references`, each read by get-tsconfig when the first import needs it.
 */
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type * as GetTsconfig from 'get-tsconfig';
import type { Disk, Stamp } from './disk.ts';
import type { Packages } from './packages.ts';

/** One configuration, as far as it decides where imports lead. */
export interface TypeScriptConfig {
  readonly path: string;
  /** Files that a specifier may mean, best first; empty where the configuration says nothing of it. */
  readonly candidates: (specifier: string) => readonly string[];
  /** True where a pattern of `paths`, other than `*`, is about this specifier: then it is no package. */
  readonly isAlias: (specifier: string) => boolean;
  readonly includes: (file: string) => boolean;
  readonly references: readonly string[];
  readonly moduleSuffixes: readonly string[];
  readonly customConditions: readonly string[];
  /** Where the compiler writes, and from where: absolute. */
  readonly outDir: string | undefined;
  readonly rootDir: string | undefined;
}

interface Loaded {
  readonly config: TypeScriptConfig | undefined;
  /** Everything that was read for it. */
  readonly stamps: readonly (readonly [path: string, stamp: Stamp | undefined])[];
  epoch: number;
}

const NAMES = ['tsconfig.json', 'jsconfig.json'];

/** Configurations that are asked for one file, references and those of outer folders included. */
const MAX_CONFIGS = 40;

const MAX_BYTES = 1_000_000;

/** How get-tsconfig names, in the cache that it is given, the text of a file. */
const CACHE_KEY = /^readFileSync:(.*):utf8$/;
const cacheKey = (path: string): string => `readFileSync:${path}:utf8`;

const require = createRequire(import.meta.url);
let library: typeof GetTsconfig | undefined;

/** The configurations below a disk, read at most once an epoch. */
export class TypeScriptConfigs {
  readonly #disk: Disk;
  readonly #packages: Packages;
  #epoch = 0;
  readonly #loaded = new Map<string, Loaded>();
  /** By folder and kind of file: what one configuration includes, its neighbours of the kind are in as well. */
  readonly #byKind = new Map<string, readonly TypeScriptConfig[]>();
  readonly #byFile = new Map<string, readonly TypeScriptConfig[]>();
  readonly #arrays = new Map<string, readonly TypeScriptConfig[]>();

  constructor(disk: Disk, packages: Packages) {
    this.#disk = disk;
    this.#packages = packages;
  }

  /** Begins an epoch: what was read is compared with the disk again. */
  renew(): void {
    this.#epoch += 1;
    this.#byKind.clear();
    this.#byFile.clear();
  }

  /**
   * The configurations that can say something about the imports of a file: the one that TypeScript would take first, then
   * others that the nearest one refers to.
   */
  of(file: string): readonly TypeScriptConfig[] {
    let configs = this.#byFile.get(file);
    if (!configs) {
      const name = basename(file);
      const inner = /\.[\w-]+(?=\.\w+$)/.exec(name)?.[0] ?? '';
      const kind = `${dirname(file)}\0${inner}${extname(name)}`;
      configs = this.#byKind.get(kind);
      if (!configs) this.#byKind.set(kind, (configs = this.#shared(this.#find(file))));
      this.#byFile.set(file, configs);
    }
    return configs;
  }

  /** One and the same array for the same configurations: answers are remembered by it. */
  #shared(configs: readonly TypeScriptConfig[]): readonly TypeScriptConfig[] {
    const key = configs.map(({ path }) => path).join('\0');
    let shared = this.#arrays.get(key);
    if (shared?.every((config, i) => config === configs[i]) !== true) {
      this.#arrays.set(key, (shared = configs));
    }
    return shared;
  }

  #find(file: string): readonly TypeScriptConfig[] {
    const found: TypeScriptConfig[] = [];
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const path = NAMES.map((name) => join(folder, name)).find((name) => this.#disk.file(name));
      if (path !== undefined) {
        const configs = this.#withReferences(path);
        const including = configs.filter((config) => config.includes(file));
        found.push(...including, ...configs.filter((config) => !including.includes(config)));
        if (including.length > 0) return found;
      }
      if (dirname(folder) === folder || found.length > MAX_CONFIGS) return found;
    }
  }

  #withReferences(path: string): readonly TypeScriptConfig[] {
    const found = new Map<string, TypeScriptConfig | undefined>();
    const queue = [path];
    for (let next = queue.shift(); next !== undefined && found.size < MAX_CONFIGS; next = queue.shift()) {
      if (found.has(next)) continue;
      const config = this.#load(next);
      found.set(next, config);
      for (const reference of config?.references ?? []) {
        queue.push(this.#disk.folder(reference) ? join(reference, 'tsconfig.json') : reference);
      }
    }
    return [...found.values()].filter((config) => config !== undefined);
  }

  #load(path: string): TypeScriptConfig | undefined {
    const known = this.#loaded.get(path);
    if (known && (known.epoch === this.#epoch || this.#isUnchanged(known))) {
      known.epoch = this.#epoch;
      return known.config;
    }
    const loaded = this.#read(path);
    this.#loaded.set(path, loaded);
    return loaded.config;
  }

  /**
   * Puts into the library's cache what a configuration would say if it extended only what can be had. Packages of the project
   * are found without being installed.
   */
  #rewriteExtends(path: string, cache: Map<string, string>, seen: Set<string>): void {
    if (seen.has(path)) return;
    seen.add(path);
    const file = this.#disk.read(path, MAX_BYTES);
    const content = typeof file === 'string' ? undefined : parseWithComments(file.text);
    if (content?.['extends'] === undefined) return;
    const bases = [content['extends']].flat().flatMap((written) => {
      const base = typeof written === 'string' ? this.#extended(written, dirname(path)) : undefined;
      return base ?? [];
    });
    cache.set(cacheKey(path), JSON.stringify({ ...content, extends: bases }));
    for (const base of bases) this.#rewriteExtends(base, cache, seen);
  }

  #extended(written: string, folder: string): string | undefined {
    const isPath = /^\.\.?(?:\/|$)|^\//.test(written);
    const [, name = '', subpath = ''] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(written) ?? [];
    const packageFolder = isPath ? undefined : this.#packages.folderOf(name, folder);
    const base = isPath ? resolve(folder, written) : packageFolder && join(packageFolder, subpath);
    if (base === undefined) return undefined;
    return [base, `${base}.json`, join(base, 'tsconfig.json')].find((path) => this.#disk.file(path));
  }

  #isUnchanged({ stamps }: Loaded): boolean {
    return stamps.every(([path, stamp]) => this.#disk.stamp(path) === stamp);
  }

  #read(path: string): Loaded {
    library ??= require('get-tsconfig') as typeof GetTsconfig;
    // The library tells through its cache which files it has read.
    const cache = new Map<string, string>();
    let config = configWith(library, path, cache);
    if (!config) {
      // Something that it extends is not there: generated later, or in a package that is not installed.
      cache.clear();
      this.#rewriteExtends(path, cache, new Set());
      config = configWith(library, path, cache);
    }
    const read = [...cache.keys()].flatMap((key) => CACHE_KEY.exec(key)?.[1] ?? []);
    const stamps = [...new Set([path, ...read.map((file) => resolve(file))])].map(
      (file) => [file, this.#disk.stamp(file)] as const,
    );
    return { config, stamps, epoch: this.#epoch };
  }
}

function configWith(
  library: typeof GetTsconfig,
  path: string,
  cache: Map<string, string>,
): TypeScriptConfig | undefined {
  try {
    return configOf(path, library.parseTsconfig(path, cache), library);
  } catch {
    return undefined;
  }
}

function configOf(
  path: string,
  config: GetTsconfig.TsConfigJsonResolved,
  { createFilesMatcher, createPathsMatcher }: typeof GetTsconfig,
): TypeScriptConfig {
  const folder = dirname(path);
  const { compilerOptions = {} } = config;
  const matcher = createPathsMatcher({ path, config });
  const patterns = Object.keys(compilerOptions.paths ?? {}).filter((pattern) => pattern !== '*');
  let isIncluded: GetTsconfig.FileMatcher | undefined;
  const absolute = (written: string | undefined): string | undefined =>
    written === undefined ? undefined : resolve(folder, written);
  return {
    path,
    candidates: (specifier) => matcher?.(specifier) ?? [],
    isAlias: (specifier) => patterns.some((pattern) => matches(pattern, specifier)),
    includes: (file) => (isIncluded ??= createFilesMatcher({ path, config }))(file) !== undefined,
    references: (config.references ?? []).map((reference) => resolve(folder, reference.path)),
    moduleSuffixes: compilerOptions.moduleSuffixes ?? [''],
    customConditions: compilerOptions.customConditions ?? [],
    outDir: absolute(compilerOptions.outDir),
    rootDir: absolute(compilerOptions.rootDir),
  };
}

function matches(pattern: string, specifier: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return (
    specifier.length >= before.length + after.length &&
    specifier.startsWith(before) &&
    specifier.endsWith(after)
  );
}

/** JSON with comments and commas before closing brackets; undefined where it is no object. */
function parseWithComments(text: string): Readonly<Record<string, unknown>> | undefined {
  const keepStrings = (found: string): string => (found.startsWith('"') ? found : '');
  const plain = text
    .replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g, keepStrings)
    .replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, keepStrings);
  try {
    const content: unknown = JSON.parse(plain);
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? { ...content }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the tsconfig.json and jsconfig.json of a project say about specifiers: `paths`, `baseUrl`, through `extends` and
 * `references`, each read by get-tsconfig when the first import needs it.
 */
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type * as GetTsconfig from 'get-tsconfig';
import type { Disk, Stamp } from './disk.ts';

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

const require = createRequire(import.meta.url);
let library: typeof GetTsconfig | undefined;

/** The configurations below a disk, read at most once an epoch. */
export class TypeScriptConfigs {
  readonly #disk: Disk;
  #epoch = 0;
  readonly #loaded = new Map<string, Loaded>();
  readonly #byFile = new Map<string, readonly TypeScriptConfig[]>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Begins an epoch: what was read is compared with the disk again. */
  renew(): void {
    this.#epoch += 1;
    this.#byFile.clear();
  }

  /**
   * The configurations that can say something about the imports of a file: the one that TypeScript would take first, then
   * others that the nearest one refers to.
   */
  of(file: string): readonly TypeScriptConfig[] {
    let configs = this.#byFile.get(file);
    if (!configs) this.#byFile.set(file, (configs = this.#find(file)));
    return configs;
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

  #isUnchanged({ stamps }: Loaded): boolean {
    return stamps.every(([path, stamp]) => this.#disk.stamp(path) === stamp);
  }

  #read(path: string): Loaded {
    library ??= require('get-tsconfig') as typeof GetTsconfig;
    // The library tells through its cache which files it has read.
    const cache = new Map<string, string>();
    let config: TypeScriptConfig | undefined;
    try {
      config = configOf(path, library.parseTsconfig(path, cache), library);
    } catch {
      // Not JSON, or something that it extends is not there.
      config = undefined;
    }
    const read = [...cache.keys()].flatMap((key) => /^readFileSync:(.*):utf8$/.exec(key)?.[1] ?? []);
    const stamps = [...new Set([path, ...read.map((file) => resolve(file))])].map(
      (file) => [file, this.#disk.stamp(file)] as const,
    );
    return { config, stamps, epoch: this.#epoch };
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

/**
 * ESLint and the parsers, from where the project has them. Nothing of them is loaded before it is asked for.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { once } from '../../analysis/syntax/once.ts';
import type { ESLint as EslintClass, Linter as LinterClass } from 'eslint';

/** What of ESLint is used. */
export interface EslintPackage {
  readonly Linter: typeof LinterClass;
  readonly ESLint: typeof EslintClass;
}

/** ESLint, and the parsers at hand, with their versions. */
export interface Toolchain {
  /** Loaded when it is first asked for, as the parser is: a run whose threads judge needs neither for itself. */
  readonly eslint: EslintPackage;
  readonly eslintVersion: string;
  /** Of typescript-eslint; undefined where it is not installed. */
  readonly typescript: LinterClass.Parser | undefined;
  /** `name@version`. */
  readonly parsers: readonly string[];
}

const PARSER = '@typescript-eslint/parser';

/**
 * Looks up ESLint and the parser of TypeScript.
 *
 * @param folders where they are looked up, in this order; then beside this package
 * @throws {Error} where no ESLint is to be had
 */
export function toolchain(folders: readonly string[]): Toolchain {
  const eslintVersion = versionOf(loaded(folders, 'eslint/package.json'));
  if (eslintVersion === undefined) throw notInstalled();
  const parserVersion = versionOf(loaded(folders, `${PARSER}/package.json`));
  const eslint = once(() => {
    const found = loaded(folders, 'eslint') as EslintPackage | undefined;
    if (!found) throw notInstalled();
    return found;
  });
  const typescript = once(() => loaded(folders, PARSER) as LinterClass.Parser | undefined);
  return {
    get eslint() {
      return eslint();
    },
    eslintVersion,
    get typescript() {
      return typescript();
    },
    parsers: ['espree', ...(parserVersion === undefined ? [] : [`${PARSER}@${parserVersion}`])].sort(),
  };
}

function notInstalled(): Error {
  return new Error('ESLint is not installed here. Install it: npm install --save-dev eslint');
}

function loaded(folders: readonly string[], name: string): unknown {
  for (const from of [...folders.map((folder) => join(folder, 'package.json')), import.meta.url]) {
    try {
      return createRequire(from)(name) as unknown;
    } catch {
      // Not to be had from there.
    }
  }
  return undefined;
}

function versionOf(manifest: unknown): string | undefined {
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest && typeof manifest.version === 'string' ? manifest.version : undefined;
}

/**
 * ESLint and the parsers, from where the project has them. Nothing of them is loaded before it is asked for.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ESLint as EslintClass, Linter as LinterClass } from 'eslint';

/** What of ESLint is used. */
export interface EslintPackage {
  readonly Linter: typeof LinterClass;
  readonly ESLint: typeof EslintClass;
}

/** ESLint, and the parsers at hand, with their versions. */
export interface Toolchain {
  readonly eslint: EslintPackage;
  readonly eslintVersion: string;
  /** Of typescript-eslint; undefined where it is not installed. */
  readonly typescript: LinterClass.Parser | undefined;
  /** `name@version`. */
  readonly parsers: readonly string[];
}

/**
 * Loads ESLint and the parser of TypeScript.
 *
 * @param folders where they are looked up, in this order; then beside this package
 * @throws {Error} where no ESLint is to be had
 */
export function toolchain(folders: readonly string[]): Toolchain {
  const eslint = loaded(folders, 'eslint') as EslintPackage | undefined;
  if (!eslint) throw new Error('ESLint is not installed here. Install it: npm install --save-dev eslint');
  const typescript = loaded(folders, '@typescript-eslint/parser') as LinterClass.Parser | undefined;
  const version = typescript ? versionOf(typescript) : undefined;
  return {
    eslint,
    eslintVersion: versionOf(eslint.ESLint) ?? 'unknown',
    typescript,
    parsers: ['espree', ...(typescript ? [`@typescript-eslint/parser@${version ?? 'unknown'}`] : [])].sort(),
  };
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

function versionOf(value: object): string | undefined {
  if ('version' in value && typeof value.version === 'string') return value.version;
  return undefined;
}

/**
 * Parsers and scope analysis from where they are installed: the linted project, or ESLint.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** What a parser returns, as far as it is read. */
interface ParseResult {
  readonly ast?: TSESTree.Program | undefined;
  readonly scopeManager?: TSESLint.Scope.ScopeManager | undefined;
  readonly visitorKeys?: TSESLint.SourceCode.VisitorKeys | undefined;
}

/** A parser as ESLint takes it. */
export interface Parser {
  readonly meta?: { readonly name?: string };
  readonly name?: string;
  readonly parse?: (text: string, options: object) => TSESTree.Program;
  readonly parseForESLint?: (text: string, options: object) => ParseResult;
}

/** Scope analysis for parsers that bring none, as ESLint does it. */
export interface ScopeLibrary {
  readonly visitorKeys: TSESLint.SourceCode.VisitorKeys;
  readonly analyze: (
    ast: TSESTree.Program,
    visitorKeys: TSESLint.SourceCode.VisitorKeys,
    options: ScopeOptions,
  ) => TSESLint.Scope.ScopeManager;
}

interface ScopeOptions {
  readonly ecmaVersion: unknown;
  readonly sourceType: unknown;
  readonly ecmaFeatures: {
    readonly globalReturn?: unknown;
    readonly impliedStrict?: unknown;
    readonly jsx?: unknown;
  };
}

const loaded = new Map<string, unknown>();

/**
 * A module of the project that is linted.
 *
 * @param cwd the folder from which it is looked up
 * @returns undefined where it cannot be loaded
 */
export function moduleFrom(cwd: string, name: string): Parser | undefined {
  return load(join(cwd, 'package.json'), name) as Parser | undefined;
}

/** The scope analysis that ESLint uses; undefined where no ESLint is installed. */
export function scopeLibrary(cwd: string): ScopeLibrary | undefined {
  const places = [join(cwd, 'package.json'), import.meta.url];
  for (const place of places) {
    const eslint = resolved(place, 'eslint/package.json');
    if (eslint === undefined) continue;
    const scope = load(eslint, 'eslint-scope') as EslintScope | undefined;
    const keys = load(eslint, 'eslint-visitor-keys') as VisitorKeys | undefined;
    if (scope && keys) return libraryOf(scope, keys);
  }
  return undefined;
}

interface EslintScope {
  readonly analyze: (ast: TSESTree.Program, options: object) => TSESLint.Scope.ScopeManager;
}

interface VisitorKeys {
  readonly KEYS: TSESLint.SourceCode.VisitorKeys;
  readonly getKeys: (node: object) => readonly string[];
}

function libraryOf({ analyze }: EslintScope, { KEYS, getKeys }: VisitorKeys): ScopeLibrary {
  return {
    visitorKeys: KEYS,
    analyze: (ast, visitorKeys, { ecmaVersion, sourceType, ecmaFeatures }) =>
      analyze(ast, {
        ignoreEval: true,
        nodejsScope: ecmaFeatures.globalReturn,
        impliedStrict: ecmaFeatures.impliedStrict,
        ecmaVersion: typeof ecmaVersion === 'number' ? ecmaVersion : 2024,
        sourceType,
        childVisitorKeys: visitorKeys,
        fallback: getKeys,
        jsx: ecmaFeatures.jsx,
      }),
  };
}

function load(from: string, name: string): unknown {
  const key = `${from}\0${name}`;
  if (!loaded.has(key)) {
    let found: unknown;
    try {
      found = createRequire(from)(name);
    } catch {
      found = undefined;
    }
    loaded.set(key, found);
  }
  return loaded.get(key);
}

function resolved(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

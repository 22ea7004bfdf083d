/**
 * Modules in every syntax, read with whatever parser the linting program has.
 */
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import type { Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../src/project/host.ts';
import type { GraphHost } from '../../src/project/host.ts';
import { parseModule } from '../../src/project/parse.ts';
import type { Tree } from '../../src/project/parse.ts';
import { folderWith } from '../helpers/folders.ts';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The one that ESLint brings. */
const espree: unknown = createRequire(createRequire(import.meta.url).resolve('eslint'))('espree');

const host = (parser: unknown, own: Partial<GraphHost> = {}): GraphHost => ({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  parser,
  parserOptions: {},
  ecmaVersion: 2026,
  sourceType: 'module',
  ...own,
});

const TYPESCRIPT = host(tsParser);
const ESPREE = host(espree);
const NONE = host(undefined);

function tree(text: string, path: string, from: GraphHost): Tree {
  const parsed = parseModule(text, path, from);
  if (typeof parsed === 'string') throw new Error(`${path}: ${parsed}`);
  return parsed;
}

/** Every node, and that each knows its parent. */
function nodesOf({ ast, visitorKeys }: Tree): TSESTree.Node[] {
  const found: TSESTree.Node[] = [ast];
  for (const node of found) {
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const item of [child].flat() as (TSESTree.Node | null | undefined)[]) {
        if (!item) continue;
        expect(item.parent).toBe(node);
        found.push(item);
      }
    }
  }
  return found;
}

const ESM = `import { a } from './a.js';\nexport const model = a ?? 'claude-opus-5';\n`;
const CJS = `const a = require('./a');\nif (!a) return;\nmodule.exports = { model: a };\n`;
const TS = `import type { A } from './a';\nexport enum Model { Opus = 'claude-opus-5' }\nexport const a = <A>{};\n`;
const TSX = `export const View = <T,>(p: { value: T }) => <p>{String(p.value)}</p>;\n`;
const JSX = `export const View = (p) => <p>{p.value}</p>;\n`;

describe.each([
  ['the parser of typescript-eslint', TYPESCRIPT],
  ['espree', ESPREE],
  ['no parser, one found in the project', NONE],
])('with %s', (_, from) => {
  it.each([
    ['a.js', ESM],
    ['a.mjs', ESM],
    ['a.cjs', CJS],
    ['a.js', CJS],
    ['a.js', `#!/usr/bin/env node\n${ESM}`],
    ['a.jsx', JSX],
    ['a.js', JSX],
    ['a.ts', TS],
    ['a.mts', TS],
    ['a.tsx', TSX],
    ['a.cts', `import a = require('./a');\nexport = { a };\n`],
    ['a.ts', ''],
  ])('reads %s', (path, text) => {
    const parsed = tree(text, `/somewhere/${path}`, from);
    nodesOf(parsed);
    expect(parsed.scopeManager?.globalScope).toBeTruthy();
    const all = parsed.scopeManager?.scopes.flatMap(({ variables }) => variables.map(({ name }) => name));
    if (text === ESM) expect(all).toEqual(expect.arrayContaining(['a', 'model']));
    if (text === CJS) expect(all).toContain('a');
    if (text === JSX) expect(all).toContain('View');
  });

  it.each([
    ['a.js', 'const = ;'],
    ['a.ts', 'type = {'],
    ['a.json', '{ "a": 1, }'],
    ['a.json', '{ "a": process.exit() }'],
    ['a.json', ''],
    ['a.js', 'MZ\0\0\u0001'],
    ['a.json', '"\0"'],
  ])('takes %s with %j for what it is: not parsed', (path, text) => {
    expect(parseModule(text, `/somewhere/${path}`, from)).toBe('unparsed');
  });

  it('reads JSON as what it exports, each node at its place', () => {
    const text = '{\n  "models": ["claude-opus-5", "b"],\n  "limit": -1.5, "on": true, "no": null\n}\n';
    const parsed = tree(text, '/somewhere/a.json', from);
    const [statement] = parsed.ast.body;
    expect(parsed.ast.body).toHaveLength(1);
    expect(statement).toMatchObject({
      type: 'ExportDefaultDeclaration',
      declaration: { type: 'ObjectExpression' },
    });
    const literals = nodesOf(parsed).filter((node) => node.type === 'Literal');
    expect(literals.map(({ range }) => text.slice(...range))).toEqual(literals.map(({ raw }) => raw));
    const model = literals.find(({ value }) => value === 'claude-opus-5');
    expect(model?.loc.start).toEqual({ line: 2, column: 13 });
    for (const { range, loc } of nodesOf(parsed)) {
      expect(range[0]).toBeGreaterThanOrEqual(0);
      expect(loc.start.column).toBeGreaterThanOrEqual(0);
    }
  });

  it.each([['"claude-opus-5"'], ['[1, 2]'], ['null'], ['-3'], ['{}'], ['{"__proto__": 1}'], ['"\u2028"']])(
    'reads JSON %s',
    (text) => {
      const [statement] = tree(text, '/somewhere/a.json', from).ast.body;
      const value = (statement as TSESTree.ExportDefaultDeclaration).declaration;
      expect(value.range).toEqual([0, text.length]);
      expect(value.loc.start).toEqual({ line: 1, column: 0 });
    },
  );

  it.each(['a.vue', 'a.svelte', 'a.astro'])('has nobody to read %s', (path) => {
    expect(parseModule('<script>export default {}</script>', `/somewhere/${path}`, from)).toBe('no-parser');
  });
});

it('reads nothing where no parser can be found', () => {
  const cwd = folderWith({});
  expect(parseModule('', join(cwd, 'a.ts'), host(undefined, { cwd }))).toBe('no-parser');
  expect(parseModule('', join(cwd, 'a.ts'), host(espree, { cwd }))).toBe('no-parser');
  expect(parseModule('{}', join(cwd, 'a.json'), host(undefined, { cwd }))).toBe('no-parser');
});

it('takes the parser from the project that is linted', () => {
  const cwd = folderWith({});
  symlinkSync(MODULES, join(cwd, 'node_modules'));
  expect(tree(TS, join(cwd, 'a.ts'), host(undefined, { cwd })).ast.body).toHaveLength(3);
});

it('does not make a parser read the whole program', () => {
  const given: unknown[] = [];
  const parser = {
    meta: { name: 'mine' },
    parseForESLint: (text: string, options: Record<string, unknown>) => {
      given.push(options);
      return tsParser.parseForESLint(text, options);
    },
  };
  const parserOptions = {
    project: true,
    projectService: true,
    programs: [],
    tsconfigRootDir: '/somewhere',
    jsDocParsingMode: 'none',
    ecmaFeatures: { impliedStrict: true },
  };
  tree(TS, '/somewhere/a.ts', host(parser, { parserOptions }));
  expect(given).toEqual([
    expect.objectContaining({
      tsconfigRootDir: '/somewhere',
      jsDocParsingMode: 'none',
      filePath: '/somewhere/a.ts',
      ecmaFeatures: { impliedStrict: true },
    }),
  ]);
  for (const key of ['project', 'projectService', 'programs']) expect(given[0]).not.toHaveProperty(key);
});

describe('files of other languages', () => {
  /** Reads the script of a component, as vue-eslint-parser does. */
  const vueParser = {
    meta: { name: 'vue-eslint-parser' },
    parseForESLint: (text: string, options: Record<string, unknown>) =>
      tsParser.parseForESLint(
        text.replace(/<\/?script>/g, (tag) => ' '.repeat(tag.length)),
        options,
      ),
  };

  it('are read by the parser of the linted file, when it is for them', () => {
    const parsed = tree('<script>export const a = 1</script>', '/somewhere/a.vue', host(vueParser));
    expect(parsed.ast.body[0]?.type).toBe('ExportNamedDeclaration');
    expect(parseModule('', '/somewhere/a.svelte', host(vueParser))).toBe('no-parser');
  });

  it.each([
    ['itself', tsParser],
    ['for each language', { ts: tsParser, js: espree }],
    ['nowhere', undefined],
  ])('say with which parser scripts are read: %s', (_, parser) => {
    const from = host(vueParser, { parserOptions: { parser } });
    expect(tree(TS, '/somewhere/a.ts', from).ast.body).toHaveLength(3);
    expect(tree(ESM, '/somewhere/a.js', from).ast.body).toHaveLength(2);
  });
});

describe('the host behind a rule', () => {
  it('is what ESLint parsed the file with', () => {
    const found: GraphHost[] = [];
    const rule: Rule.RuleModule = {
      create(context) {
        found.push(hostOf(context));
        return {};
      },
    };
    new Linter().verify('', {
      plugins: { own: { rules: { rule } } },
      rules: { 'own/rule': 'error' },
      languageOptions: { sourceType: 'commonjs', parserOptions: { ecmaFeatures: { jsx: true } } },
    });
    expect(found).toMatchObject([{ sourceType: 'commonjs', cwd: process.cwd() }]);
    expect(found[0]?.parser).toBe(espree);
    expect(typeof tree(CJS, '/somewhere/a.js', found[0] ?? NONE)).toBe('object');
  });

  it('has no parser where asking for it throws', () => {
    const languageOptions = {
      sourceType: 'module',
      get parser(): never {
        throw new Error('not supported');
      },
    };
    expect(hostOf({ cwd: '/somewhere', languageOptions })).toEqual({
      cwd: '/somewhere',
      parser: undefined,
      parserOptions: {},
      ecmaVersion: undefined,
      sourceType: 'module',
    });
  });
});

/**
 * Which package a file belongs to, and what that says of it: a test, a program of the terminal, a member of a workspace.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarker } from '../../src/declared/package-marker.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { manifestIn, packageOf, workspaceRootOf } from '../../src/project/manifests.ts';
import { isOwnModule } from '../../src/project/own-modules.ts';
import { isTerminalProgram } from '../../src/project/terminal-programs.ts';
import { isTestFile } from '../../src/project/test-files.ts';
import { folderWith, write } from '../helpers/folders.ts';

const HIPAA = { [NAMESPACE]: { hipaa: true } };

describe('the package of a file', () => {
  const root = folderWith({
    'package.json': { name: 'root' },
    'dist/esm/package.json': { type: 'module' },
    'packages/a/package.json': { name: 'a' },
    'packages/a/test/package.json': { private: true, type: 'commonjs' },
    'packages/broken/package.json': '{ "name": ',
  });

  it.each([
    ['a.ts', 'package.json'],
    ['dist/esm/a.js', 'package.json'],
    ['packages/a/src/deep/a.ts', 'packages/a/package.json'],
    ['packages/a/test/a.ts', 'packages/a/package.json'],
    ['packages/b/not/there.ts', 'package.json'],
    ['packages/broken/a.ts', 'packages/broken/package.json'],
  ])('%s', (file, manifest) => {
    expect(packageOf(join(root, file))?.path).toBe(join(root, manifest));
  });

  it('without a name anywhere: the one that says more than how modules are read, else the nearest', () => {
    const unnamed = folderWith({
      'package.json': { private: true, scripts: {} },
      'src/package.json': { type: 'module' },
      'bare/package.json': { type: 'module' },
    });
    expect(packageOf(join(unnamed, 'src/a.ts'))?.folder).toBe(unnamed);
    const bare = folderWith({ 'src/package.json': { type: 'module' } });
    expect(packageOf(join(bare, 'src/a.ts'))?.folder).toBe(join(bare, 'src'));
  });

  it('is read again when it changes, and none where there is none', () => {
    const folder = folderWith({ 'package.json': { name: 'before' } });
    expect(manifestIn(folder)?.name).toBe('before');
    write(join(folder, 'package.json'), { name: 'after it' });
    expect(manifestIn(folder)?.name).toBe('after it');
    expect(manifestIn(join(folder, 'src'))).toBeUndefined();
    expect(packageOf('/a.js')).toBeUndefined();
  });

  it.each<readonly [content: unknown, problem: string | undefined]>([
    ['{ "name": ', 'is not valid JSON'],
    ['[]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['\uFEFF{ "name": "a" }', undefined],
    ['{ "name": 1 }', undefined],
  ])('%j', (content, problem) => {
    expect(manifestIn(folderWith({ 'package.json': content }))?.problem).toBe(problem);
  });
});

describe('tests', () => {
  const root = folderWith({
    'package.json': { name: 'root' },
    'services/testing/package.json': { name: '@acme/testing' },
    'tests/package.json': { type: 'commonjs' },
    'tests/fixtures/app/package.json': { name: 'app' },
  });

  it.each([
    'a.test.ts',
    'src/a.spec.tsx',
    'src/a_test.mjs',
    'src/__tests__/a.ts',
    'test/a.ts',
    'tests/a.ts',
    'e2e/deep/a.ts',
    'services/testing/a.test.ts',
    'services/testing/tests/a.ts',
    '.env.test',
    'test-extraction.ts',
    'scripts/test-rag.ts',
    'services/testing/test-keys.mjs',
    'services/testing/script/test-prompt.mjs',
    'services/mocks/a.ts',
  ])('%s is one', (file) => {
    expect(isTestFile(join(root, file))).toBe(true);
  });

  it.each([
    'src/a.ts',
    'services/testing/a.ts',
    'services/testing/src/client.ts',
    'tests/fixtures/app/src/a.ts',
    'src/latest.ts',
    'src/test-results.ts',
    'scripts/test-results.ts',
    'scripts/test-orders-import.mjs',
    'src/scripts/test-rag.ts',
    'scripts/import-test-data.ts',
    'test-kits.tsx',
    'src/routes/test-orders.js',
    'src/contest/a.ts',
    '.env',
  ])('%s is none', (file) => {
    expect(isTestFile(join(root, file))).toBe(false);
  });

  it('without a package.json, by the name and the folder it stands in', () => {
    expect(isTestFile('/srv/tests/a.ts')).toBe(true);
    expect(isTestFile('/srv/tests/unit/a.ts')).toBe(true);
    expect(isTestFile('/srv/tests/project/a.ts')).toBe(false);
    expect(isTestFile('/srv/testing/checkout/project/src/a.ts')).toBe(false);
    expect(isTestFile('/srv/testing/checkout/project/src/a.test.ts')).toBe(true);
  });
});

describe('programs of the terminal', () => {
  const root = folderWith({
    'package.json': { name: 'root' },
    'cli/package.json': { name: 'cli', bin: { ask: 'dist/ask.js' } },
    'cli/dist/package.json': { type: 'module' },
  });

  it.each<readonly [file: string, text: string, expected: boolean]>([
    ['a.ts', '#!/usr/bin/env node\nask();', true],
    ['a.ts', 'const [, , prompt] = process.argv;', true],
    ['a.ts', `import { Command } from 'commander';`, true],
    ['a.ts', 'readline.createInterface({ input: process.stdin });', true],
    ['a.ts', 'ask();', false],
    ['cli/src/a.ts', 'ask();', true],
    ['cli/dist/a.js', 'ask();', true],
    ['cli/src/a.ts', 'app.listen(3000);', false],
    ['cli/src/a.ts', 'export const handler = async (event) => ask(event);', false],
    ['cli/src/a.ts', 'export async function POST(request) { return ask(request); }', false],
  ])('%s: %s', (file, text, expected) => {
    expect(isTerminalProgram(join(root, file), text)).toBe(expected);
  });
});

describe('modules of the project', () => {
  it.each([
    './a',
    '../a',
    '.',
    '..',
    '/abs/a.js',
    '@/llm',
    '~/llm',
    '@@/llm',
    '~~/llm',
    '#llm',
    '#lib/llm',
    '$lib/llm',
    'src/llm',
  ])('%s', (specifier) => {
    expect(isOwnModule(specifier)).toBe(true);
  });
  it.each([
    'ai',
    '@acme/llm',
    'srcset',
    '@anthropic-ai/sdk',
    'node:fs',
    'npm:ai',
    'https://esm.sh/ai',
    '~tilde',
    '$env/static/private',
    '.hidden',
  ])('not %s', (specifier) => {
    expect(isOwnModule(specifier)).toBe(false);
  });
});

describe('members of a workspace', () => {
  const workspace = (workspaces: unknown): string =>
    folderWith({
      'package.json': { name: 'root', workspaces, ...HIPAA },
      'packages/a/package.json': { name: 'a' },
      'packages/marked/package.json': { name: 'marked', [NAMESPACE]: { zdr: true } },
      'packages/empty/package.json': { name: 'empty', [NAMESPACE]: {} },
      'packages/a/src/package.json': { type: 'module' },
      'apps/group/b/package.json': { name: 'b' },
      'tools/c/package.json': { name: 'c' },
      'other/package.json': { name: 'other' },
    });

  const markerOf = (root: string, folder: string): unknown => {
    const reading = readMarker(join(root, folder, 'a.ts'));
    return 'marker' in reading ? reading.marker : reading.problem;
  };

  it.each<readonly [name: string, workspaces: unknown]>([
    ['a list', ['packages/*', 'apps/**', 'tools/c']],
    ['with a dot and a slash', ['./packages/*/', './apps/**/', './tools/c']],
    ['braces', ['{packages,tools}/*', 'apps/*/b']],
    ['as Yarn writes it', { packages: ['packages/*', 'apps/*/*', 'tools/*'] }],
  ])('inherit the marker of its root: %s', (_, workspaces) => {
    const root = workspace(workspaces);
    for (const folder of ['packages/a', 'packages/a/src', 'apps/group/b', 'tools/c'])
      expect(markerOf(root, folder)).toEqual({ hipaa: true });
    expect(markerOf(root, 'packages/marked')).toEqual({ zdr: true });
    expect(markerOf(root, 'packages/empty')).toEqual({});
    expect(markerOf(root, 'other')).toBeUndefined();
    expect(readMarker(join(root, 'packages/a/a.ts'))).toMatchObject({ path: join(root, 'package.json') });
  });

  it('unless they are left out', () => {
    const root = workspace(['packages/*', 'tools/*', '!tools/c']);
    expect(markerOf(root, 'packages/a')).toEqual({ hipaa: true });
    expect(markerOf(root, 'tools/c')).toBeUndefined();
    expect(markerOf(root, 'apps/group/b')).toBeUndefined();
  });

  it('by pnpm-workspace.yaml', () => {
    const root = folderWith({
      'package.json': { name: 'root', ...HIPAA },
      'pnpm-workspace.yaml': `packages:\n  # ours\n  - 'packages/*'\n  - "!packages/out"\n  - tools/c # one\n\ncatalog:\n  react: 19\n`,
      'packages/a/package.json': { name: 'a' },
      'packages/out/package.json': { name: 'out' },
      'tools/c/package.json': { name: 'c' },
      'react/package.json': { name: 'react' },
    });
    expect(markerOf(root, 'packages/a')).toEqual({ hipaa: true });
    expect(markerOf(root, 'tools/c')).toEqual({ hipaa: true });
    expect(markerOf(root, 'packages/out')).toBeUndefined();
    expect(markerOf(root, 'react')).toBeUndefined();
    const member = packageOf(join(root, 'packages/a/a.ts'));
    expect(member && workspaceRootOf(member)?.folder).toBe(root);
  });

  it('of a broken root: nothing is known of their marker', () => {
    const root = folderWith({
      'package.json': { name: 'root', workspaces: ['packages/*'], [NAMESPACE]: { hippa: true } },
      'packages/a/package.json': { name: 'a' },
    });
    expect(markerOf(root, 'packages/a')).toContain('hippa');
  });

  it('a package.json without a name may carry the marker, and never hides one', () => {
    const root = folderWith({
      'package.json': { private: true, ...HIPAA },
      'src/package.json': { type: 'module' },
      'lib/package.json': { type: 'module', [NAMESPACE]: { zdr: true } },
    });
    expect(markerOf(root, 'src')).toEqual({ hipaa: true });
    expect(markerOf(root, 'lib')).toEqual({ zdr: true });
  });
});

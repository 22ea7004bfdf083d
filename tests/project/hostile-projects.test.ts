/**
 * Disks as they are: loops, broken files, files that go away. Nothing throws, nothing hangs, and a failure is told as such.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { Disk } from '../../src/project/disk.ts';
import { moduleGraph } from '../../src/project/module-graph.ts';
import type { ModuleGraph } from '../../src/project/module-graph.ts';
import { Resolution } from '../../src/project/resolution.ts';
import { folderWith, write } from '../helpers/folders.ts';

const graphIn = (cwd: string): ModuleGraph =>
  moduleGraph({ cwd, parser: tsParser, parserOptions: {}, ecmaVersion: 'latest', sourceType: 'module' }, {});

/** What stands behind an import of `a.ts`: its path, or why it is not followed. */
function behind(root: string, specifier: string, from = 'a.ts'): string {
  const opened = graphIn(root).open(specifier, join(root, from));
  return opened.kind === 'module' ? relative(root, opened.module.path) : opened.reason;
}

const mentions = (word: string) => (text: string) => text.includes(word);

describe('modules that cannot be used', () => {
  const root = folderWith({
    'broken.ts': 'export const = ;',
    'binary.js': 'MZ\0\0\0',
    'huge.ts': `export const a = '${'x'.repeat(600_000)}';`,
    'style.css': 'a {}',
    'folder.ts/readme.md': '',
    'page.vue': '<script></script>',
    'bom.ts': '\uFEFFexport const a = 1;',
  });

  it.each([
    ['./broken', 'unparsed'],
    ['./binary', 'unparsed'],
    ['./huge', 'too-large'],
    ['./style.css', 'no-parser'],
    ['./folder', 'not-found'],
    ['./folder.ts', 'not-found'],
    ['./page.vue', 'no-parser'],
    ['./bom', 'bom.ts'],
    ['', 'not-found'],
    ['./a\0b', 'not-found'],
    [`./${'x'.repeat(400)}`, 'not-found'],
    [`./${'x/'.repeat(2000)}`, 'not-found'],
    ['.'.repeat(50), 'package'],
    ['@', 'package'],
    ['@/', 'package'],
    ['#', 'not-found'],
    ['/', 'not-found'],
    ['./broken.ts?raw', 'not-found'],
  ])('%s: %s', (specifier, reason) => {
    expect(behind(root, specifier)).toBe(reason);
  });

  it('is so for a file that is nowhere, too', () => {
    expect(graphIn(root).open('./x', '/not/there/a.ts')).toEqual({ kind: 'closed', reason: 'not-found' });
    expect(graphIn(root).importersOf('/not/there/a.ts')).toEqual([]);
  });

  it.runIf(process.getuid?.() !== 0)('says so of what may not be read', () => {
    const own = folderWith({ 'locked.ts': '', 'closed/b.ts': '' });
    chmodSync(join(own, 'locked.ts'), 0);
    chmodSync(join(own, 'closed'), 0);
    expect(behind(own, './locked')).toBe('unreadable');
    expect(behind(own, './closed/b')).toBe('not-found');
    chmodSync(join(own, 'closed'), 0o755);
  });

  it.runIf(existsSync('/usr/bin/mkfifo'))('does not wait for a pipe', () => {
    execFileSync('mkfifo', [join(root, 'pipe.ts')]);
    expect(behind(root, './pipe')).toBe('not-found');
  });

  it('a module that goes away between two looks', () => {
    const own = folderWith({ 'b.ts': 'export const a = 1;' });
    const disk = new Disk();
    const located = new Resolution(disk).locate('./b', join(own, 'a.ts'));
    expect(located.kind).toBe('file');
    rmSync(join(own, 'b.ts'));
    expect(disk.read(located.path ?? '', 1000)).toBe('not-found');
  });
});

describe('links', () => {
  it('that lead in a circle', () => {
    const root = folderWith({ 'real/b.ts': 'export {};' });
    symlinkSync(join(root, 'loop'), join(root, 'loop'));
    symlinkSync(join(root, 'loop-b.ts'), join(root, 'loop-a.ts'));
    symlinkSync(join(root, 'loop-a.ts'), join(root, 'loop-b.ts'));
    symlinkSync(root, join(root, 'real/again'));
    symlinkSync(join(root, 'nowhere.ts'), join(root, 'dangling.ts'));
    expect(behind(root, './loop/b')).toBe('not-found');
    expect(behind(root, './loop-a')).toBe('not-found');
    expect(behind(root, './dangling')).toBe('not-found');
    expect(behind(root, './real/again/real/again/real/b')).toBe('real/b.ts');
    const user = join(root, 'user.ts');
    write(join(root, 'package.json'), { name: 'x' });
    write(user, 'import "./real/again/real/b";');
    expect(behind(root, './user')).toBe('user.ts');
    expect(graphIn(root).importersOf(join(root, 'real/b.ts'))).toEqual([user]);
  });

  it('to files are one module under two names', () => {
    const root = folderWith({ 'b.ts': 'export const b = 1;' });
    symlinkSync(join(root, 'b.ts'), join(root, 'c.ts'));
    const graph = graphIn(root);
    expect(graph.open('./c', join(root, 'a.ts'))).toEqual(graph.open('./b', join(root, 'a.ts')));
  });

  it('into node_modules, and out of the project', () => {
    const root = folderWith({
      'node_modules/x/index.js': '',
      'node_modules/.pnpm/y@1/node_modules/y/index.js': '',
      'package.json': { name: 'root' },
    });
    const other = folderWith({ 'package.json': { name: 'other' }, 'index.js': '' });
    symlinkSync(join(root, 'node_modules/x'), join(root, 'x'));
    symlinkSync(join(root, 'node_modules/.pnpm/y@1/node_modules/y'), join(root, 'node_modules/y'));
    symlinkSync(other, join(root, 'node_modules/other'));
    for (const specifier of ['./x', './x/index.js', 'y', 'other', 'x']) {
      expect(behind(root, specifier)).toBe('package');
    }
  });

  it('of a workspace package to itself', () => {
    const root = folderWith({
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'packages/a/package.json': { name: 'a', exports: { '.': './index.ts', './b': './b.ts' } },
      'packages/a/index.ts': '',
      'packages/a/b.ts': '',
    });
    mkdirSync(join(root, 'packages/a/node_modules'));
    symlinkSync(join(root, 'packages/a'), join(root, 'packages/a/node_modules/a'));
    symlinkSync(join(root, 'packages/a'), join(root, 'packages/a/self'));
    expect(behind(root, 'a/b', 'packages/a/index.ts')).toBe('packages/a/b.ts');
    expect(behind(root, './self/self/b', 'packages/a/index.ts')).toBe('packages/a/b.ts');
    expect(behind(root, './node_modules/a/b', 'packages/a/index.ts')).toBe('packages/a/b.ts');
  });
});

describe('configurations and manifests that are wrong', () => {
  it.each([
    ['{'],
    ['[]'],
    ['null'],
    ['{ "compilerOptions": 5 }'],
    ['{ "compilerOptions": { "paths": 5 } }'],
    ['{ "compilerOptions": { "paths": { "@/*": "./*" } } }'],
    ['{ "compilerOptions": { "paths": { "@/*": [5] } } }'],
    ['{ "compilerOptions": { "paths": { "*/*": ["./*/*"] } } }'],
    ['{ "compilerOptions": { "moduleSuffixes": 5, "customConditions": 5, "outDir": 5 } }'],
    ['{ "extends": "./tsconfig.json" }'],
    ['{ "extends": 5 }'],
    ['{ "extends": ["./missing", "nobody/has/this", 5] }'],
    ['{ "references": 5 }'],
    ['{ "references": [{}, { "path": "." }, { "path": "./missing" }] }'],
    ['{ "include": 5, "files": 5 }'],
  ])('tsconfig.json: %s', (text) => {
    const root = folderWith({ 'tsconfig.json': text, 'b.ts': '' });
    expect(behind(root, './b')).toBe('b.ts');
    expect(['not-found', 'package']).toContain(behind(root, '@/missing'));
  });

  it('says what it says, whatever it extends is missing', () => {
    const root = folderWith({
      'package.json': { name: 'root', workspaces: ['packages/*'] },
      'tsconfig.json': `{
        "extends": ["./.nuxt/tsconfig.json", "@acme/tsconfig/base.json", "@nobody/tsconfig", "./own.json"], // generated
        "compilerOptions": { "types": ["a//b", "c,]"], },
      }`,
      'own.json': { extends: './missing.json', compilerOptions: { paths: { 'own/*': ['./own/*'] } } },
      'own/b.ts': '',
      'packages/tsconfig/package.json': { name: '@acme/tsconfig' },
      'packages/tsconfig/base.json': { compilerOptions: { paths: { 'base/*': ['./src/*'] } } },
    });
    expect(behind(root, 'own/b')).toBe('own/b.ts');
    write(join(root, 'own.json'), { compilerOptions: { paths: { 'mine/*': ['./own/*'] } } });
    expect(behind(root, 'mine/b')).toBe('own/b.ts');
    expect(behind(root, 'own/b')).toBe('package');
  });

  it.each([
    ['{'],
    ['[]'],
    ['{ "name": 5, "main": 5, "workspaces": 5, "exports": 5, "imports": 5 }'],
    ['{ "name": "x", "exports": { ".": 5 }, "imports": { "#a": 5 } }'],
    [
      '{ "name": "x", "exports": { ".": ["./missing", null, 5] }, "imports": { "#a": ["../../../etc/passwd"] } }',
    ],
    ['{ "name": "x", "exports": { ".": "./../../b.ts" }, "imports": { "#a": "#a" } }'],
    ['{ "name": "x", "workspaces": ["../*", "**", "!**", 5, "", "["] }'],
    ['{ "name": "x", "workspaces": { "packages": [5] } }'],
  ])('package.json: %s', (text) => {
    const root = folderWith({ 'package.json': text, 'b.ts': '' });
    expect(behind(root, './b')).toBe('b.ts');
    expect(['not-found', 'package']).toContain(behind(root, 'x'));
    expect(behind(root, '#a')).toBe('not-found');
    expect(graphIn(root).importersOf(join(root, 'b.ts'))).toEqual([]);
  });

  it('pnpm-workspace.yaml, read as far as it concerns packages', () => {
    const root = folderWith({
      'package.json': { name: 'root' },
      'pnpm-workspace.yaml': `# ours\npackages:\n  # all of them\n  - 'libs/*' # here\n  - "apps/**"\n\n  - '!**/old'\n  - tools\ncatalog:\n  react: ^19\n`,
      'libs/a/package.json': { name: 'a', main: 'index.ts' },
      'libs/a/index.ts': '',
      'apps/x/y/package.json': { name: 'y', main: 'index.ts' },
      'apps/x/y/index.ts': '',
      'apps/old/package.json': { name: 'old', main: 'index.ts' },
      'apps/old/index.ts': '',
      'tools/package.json': { name: 'tools', main: 'index.ts' },
      'tools/index.ts': '',
    });
    expect(['a', 'y', 'old', 'tools', 'react'].map((name) => behind(root, name))).toEqual([
      'libs/a/index.ts',
      'apps/x/y/index.ts',
      'package',
      'tools/index.ts',
      'package',
    ]);
  });
});

describe('large and circular projects', () => {
  it('end', () => {
    const files: Record<string, string> = { 'package.json': '{"name":"x"}' };
    for (let i = 0; i < 1000; i++) {
      files[`m${String(i)}.ts`] =
        `import './m${String(i + 1)}'; import './m${String(i - 1)}'; export * from './m0';`;
    }
    const root = folderWith(files);
    expect(graphIn(root).reaches('import "./m0"', join(root, 'a.ts'), mentions('nothing'))).toBe(false);
    write(join(root, 'm999.ts'), 'claude');
    expect(graphIn(root).reaches('import "./m0"', join(root, 'a.ts'), mentions('claude'))).toBe(true);
    expect(graphIn(root).reachableTexts('import "./m0"', join(root, 'a.ts'))).toHaveLength(1000);
    expect(graphIn(root).importersOf(join(root, 'm7.ts'))).toEqual([
      join(root, 'm6.ts'),
      join(root, 'm8.ts'),
    ]);
  });

  it('are not parsed without end for one file', () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 500; i++) files[`m${String(i)}.ts`] = 'export {};';
    const root = folderWith(files);
    const graph = graphIn(root);
    const kinds = Object.keys(files).map((name) => graph.open(`./${name}`, join(root, 'a.ts')));
    expect(kinds.filter(({ kind }) => kind === 'module')).toHaveLength(400);
    expect(kinds.at(-1)).toMatchObject({ reason: 'bounded' });
    // The next file has its own share.
    expect(behind(root, './m499')).toBe('m499.ts');
  });
});

describe('a file system that does not tell case apart', () => {
  it('has one module under all spellings', () => {
    const root = folderWith({ 'Client.ts': '', 'Lib/index.ts': '', 'same/b.ts': '' });
    const at = (specifier: string, tellsCaseApart: boolean): string => {
      const found = new Resolution(new Disk({ tellsCaseApart })).locate(specifier, join(root, 'a.ts'));
      return found.kind === 'file' ? relative(root, found.path) : found.reason;
    };
    for (const specifier of ['./Client', './client', './CLIENT.js', './client.ts']) {
      expect(at(specifier, false)).toBe('Client.ts');
    }
    expect(at('./lib', false)).toBe('Lib/index.ts');
    expect(at('./client', true)).toBe('not-found');
  });

  it('is told by what the disk says of a folder', () => {
    const root = folderWith({ 'Client.ts': '' });
    const found = new Resolution(new Disk()).locate('./client', join(root, 'a.ts'));
    expect(found.kind).toBe(existsSync(join(root, 'client.ts')) ? 'file' : 'nowhere');
    expect(dirname(root)).not.toBe(root);
  });
});

describe('changes within the precision of the clock', () => {
  it('are seen: another text of the same length, in the same moment', () => {
    const root = folderWith({ 'b.ts': 'export const a = 1;' });
    const path = join(root, 'b.ts');
    for (let i = 0; i < 50; i++) {
      const text = `export const a = ${String(i % 10)};`;
      writeFileSync(path, text);
      const opened = graphIn(root).open('./b', join(root, 'a.ts'));
      expect(opened.kind === 'module' && opened.module.text).toBe(text);
    }
  });
});

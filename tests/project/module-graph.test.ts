/**
 * The module graph: what stands behind an import, asked again and again while the disk changes.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { moduleGraph } from '../../src/project/module-graph.ts';
import type { GraphHost, ModuleGraph, Opened } from '../../src/project/module-graph.ts';
import { folderWith, write } from '../helpers/folders.ts';

const hostIn = (cwd: string): GraphHost => ({
  cwd,
  parser: tsParser,
  parserOptions: {},
  ecmaVersion: 'latest',
  sourceType: 'module',
});

/** The graph as the linting of one more file sees it. */
const graphIn = (cwd: string): ModuleGraph => moduleGraph(hostIn(cwd), {});

const textOf = (opened: Opened): string => (opened.kind === 'module' ? opened.module.text : opened.reason);

describe('open', () => {
  it('gives the parsed module behind an import', () => {
    const root = folderWith({ 'a.ts': '', 'b.ts': 'export const model = "claude-opus-5";' });
    const opened = graphIn(root).open('./b', join(root, 'a.ts'));
    if (opened.kind === 'closed') throw new Error(opened.reason);
    const { ast, path, scopeManager } = opened.module;
    expect(path).toBe(join(root, 'b.ts'));
    expect(ast.body[0]?.type).toBe('ExportNamedDeclaration');
    expect(ast.body[0]?.parent).toBe(ast);
    expect(scopeManager?.getDeclaredVariables(ast.body[0] as never)).toEqual([]);
  });

  it('gives the same object as long as the module is the same, and what the disk says now afterwards', () => {
    const root = folderWith({ 'a.ts': '', 'b.ts': 'export const one = 1;' });
    const open = (): Opened => graphIn(root).open('./b', join(root, 'a.ts'));
    const first = open();
    expect(open()).toEqual(first);
    write(join(root, 'b.ts'), 'export const two = 2;');
    expect(textOf(open())).toBe('export const two = 2;');
    rmSync(join(root, 'b.ts'));
    expect(textOf(open())).toBe('not-found');
    write(join(root, 'b/index.ts'), 'export const three = 3;');
    expect(textOf(open())).toBe('export const three = 3;');
    write(join(root, 'b.ts'), 'export const four = 4;');
    expect(textOf(open())).toBe('export const four = 4;');
  });
});

describe('after a pause', () => {
  it('says what the disk says, to a file that was not linted before as well', async () => {
    const root = folderWith({ 'a.ts': '', 'b.ts': '', 'c.ts': 'export const one = 1;' });
    expect(textOf(graphIn(root).open('./c', join(root, 'a.ts')))).toBe('export const one = 1;');
    write(join(root, 'c.ts'), 'export const three = 3;');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(textOf(graphIn(root).open('./c', join(root, 'b.ts')))).toBe('export const three = 3;');
  });

  it('knows who imports a module by then', async () => {
    const root = folderWith({ 'package.json': { name: 'x' }, 'a.ts': '', 'b.ts': '', 'c.ts': '' });
    expect(graphIn(root).importersOf(join(root, 'c.ts'))).toEqual([]);
    write(join(root, 'b.ts'), 'import "./c";');
    await new Promise((resolve) => setTimeout(resolve, 150));
    graphIn(root).open('./c', join(root, 'a.ts'));
    expect(graphIn(root).importersOf(join(root, 'c.ts'))).toEqual([join(root, 'b.ts')]);
  });
});

describe('reaches', () => {
  const wanted = (text: string): boolean => text.includes('claude');

  it('looks through any number of modules, and sees changes', () => {
    const root = folderWith({
      'a.ts': 'import "./b.js";',
      'b.ts': 'export * from "./c";',
      'c.ts': 'import("./d"); import "./a"; import "react";',
      'd.ts': 'const x = require("./e.json");',
      'e.json': { model: 'x' },
    });
    const reaches = (): boolean => graphIn(root).reaches('import "./b.js";', join(root, 'a.ts'), wanted);
    expect(reaches()).toBe(false);
    write(join(root, 'e.json'), { model: 'claude-opus-5' });
    expect(reaches()).toBe(true);
    write(join(root, 'd.ts'), '');
    expect(reaches()).toBe(false);
  });
});

describe('importersOf', () => {
  it('finds direct importers and those behind a barrel', () => {
    const root = folderWith({
      'package.json': { name: 'x' },
      'src/client.ts': 'export const client = 1;',
      'src/index.ts': 'export { client } from "./client";',
      'src/use.ts': 'import { client } from ".";',
      'src/other.ts': 'import { x } from "./x";',
      'src/use.test.ts': 'import { client } from ".";',
    });
    expect(
      graphIn(root)
        .importersOf(join(root, 'src/client.ts'))
        .map((p) => p.slice(root.length)),
    ).toEqual(['/src/index.ts', '/src/use.ts']);
  });
});

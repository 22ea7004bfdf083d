/**
 * `markedPackages(root)`, and what it is for: results of `eslint --cache` that follow the markers.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { markedPackages } from '../src/config.ts';
import plugin from '../src/index.ts';
import { NAMESPACE } from '../src/meta.ts';
import { folderWith, write } from './helpers/folders.ts';

const CODE = `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic().messages.batches.list();\n`;
const ZDR = `${NAMESPACE}/no-zdr-ineligible-features`;
const HIPAA = `${NAMESPACE}/no-hipaa-ineligible-features`;

const marked = (marker: unknown) => ({ name: 'acme', [NAMESPACE]: marker });
const settings = (own: object) => ({ [NAMESPACE]: { ...own, marker: own } });

describe('what markedPackages returns', () => {
  it('nothing where no package is marked', () => {
    expect(markedPackages(folderWith({}))).toEqual([]);
    expect(
      markedPackages(
        folderWith({ 'package.json': { name: 'acme' }, 'packages/a/package.json': { name: 'a' } }),
      ),
    ).toEqual([]);
    expect(markedPackages(join(folderWith({}), 'not/there'))).toEqual([]);
  });

  it('the root package', () => {
    expect(markedPackages(folderWith({ 'package.json': marked({ zdr: true }) }))).toEqual([
      {
        name: `${NAMESPACE}/marker of the root package`,
        files: ['**/*'],
        ignores: [],
        settings: settings({ zdr: true }),
      },
    ]);
  });

  const MONOREPO = {
    'package.json': marked({ zdr: true, hipaa: false }),
    'packages/a/package.json': marked({ hipaa: true, dataClassification: 'restricted' }),
    'packages/a/inner/package.json': marked({ zdr: false }),
    'packages/b/package.json': { name: 'b' },
  };
  const EXPECTED = [
    {
      name: `${NAMESPACE}/marker of the root package`,
      files: ['**/*'],
      ignores: ['packages/a/**', 'packages/b/**', 'packages/a/inner/**'],
      settings: settings({ zdr: true, hipaa: false }),
    },
    {
      name: `${NAMESPACE}/marker of packages/a`,
      files: ['packages/a/**/*'],
      ignores: ['packages/a/inner/**'],
      settings: { [NAMESPACE]: { hipaa: true, marker: { hipaa: true, dataClassification: 'restricted' } } },
    },
    {
      name: `${NAMESPACE}/marker of packages/a/inner`,
      files: ['packages/a/inner/**/*'],
      ignores: [],
      settings: settings({ zdr: false }),
    },
  ];

  it('outer packages first, each without those inside it', () => {
    expect(markedPackages(folderWith(MONOREPO))).toEqual(EXPECTED);
  });

  it.each<readonly [name: string, rootOf: (folder: string) => URL | string]>([
    ['a path with a slash at its end', (folder) => `${folder}/`],
    ['a URL', (folder) => pathToFileURL(folder)],
    ['the URL of a folder', (folder) => new URL('.', pathToFileURL(join(folder, 'eslint.config.js')))],
    ['a path with dots', (folder) => `${folder}/packages/..`],
  ])('the same for %s', (_, rootOf) => {
    expect(markedPackages(rootOf(folderWith(MONOREPO)))).toEqual(EXPECTED);
  });

  it('is JSON, so that it is part of the key of the cache', () => {
    const configs = markedPackages(folderWith(MONOREPO));
    expect(JSON.parse(JSON.stringify(configs))).toEqual(configs);
  });

  it('passes over packages of others, and tells of those that cannot be used', () => {
    const root = folderWith({
      'node_modules/x/package.json': marked({ zdr: true }),
      'packages/a/node_modules/y/package.json': marked({ zdr: true }),
      '.cache/z/package.json': marked({ zdr: true }),
      'packages/broken/package.json': '{',
      'packages/wrong/package.json': marked({ zdr: 'yes' }),
      'packages/right/package.json': marked({ zdr: true }),
    });
    expect(markedPackages(root).map(({ files }) => files)).toEqual([
      ['packages/broken/**/*'],
      ['packages/right/**/*'],
      ['packages/wrong/**/*'],
    ]);
    const problem = (place: string) => ({
      [NAMESPACE]: { marker: { problem: expect.stringContaining(place) as string } },
    });
    expect(markedPackages(root).map((config) => config.settings)).toEqual([
      problem('packages/broken/package.json'),
      settings({ zdr: true }),
      problem('packages/wrong/package.json'),
    ]);
    expect(JSON.stringify(markedPackages(root))).not.toContain(root);
  });

  it('passes over folders that cannot be read', () => {
    const root = folderWith({
      'a/package.json': marked({ zdr: true }),
      'locked/package.json': marked({ zdr: true }),
    });
    chmodSync(join(root, 'locked'), 0);
    try {
      expect(() => markedPackages(root)).not.toThrow();
      expect(markedPackages(root)[0]?.files).toEqual(['a/**/*']);
    } finally {
      chmodSync(join(root, 'locked'), 0o755);
    }
  });

  it.each([[''], [undefined], [null], [5], [{}], [new URL('https://example.com/')]])('refuses %j', (root) => {
    expect(() => markedPackages(root as never)).toThrow(TypeError);
  });

  it.each(['a', '[id]', '(app)', '{x}', '@scope/pkg', 'a b', 'a+b', '!x'])(
    'reaches the files of a package in a folder named %s',
    async (name) => {
      const root = folderWith({
        [`packages/${name}/package.json`]: marked({ zdr: true }),
        [`packages/${name}/src/a.js`]: CODE,
        'packages/id/a.js': CODE,
      });
      const eslint = new ESLint({
        cwd: root,
        overrideConfigFile: true,
        overrideConfig: [...plugin.configs.recommended, ...markedPackages(root)],
      });
      const settingsAt = async (file: string): Promise<unknown> =>
        ((await eslint.calculateConfigForFile(join(root, file))) as { settings?: Record<string, unknown> })
          .settings?.[NAMESPACE];
      expect(await settingsAt(`packages/${name}/src/a.js`)).toEqual({ zdr: true, marker: { zdr: true } });
      expect(await settingsAt('packages/id/a.js')).toBeUndefined();
    },
  );
});

const DIST = new URL('../dist/', import.meta.url);
const ESLINT_CLI = fileURLToPath(new URL('../node_modules/eslint/bin/eslint.js', import.meta.url));

const CONFIG = (helper: boolean): string => `
import plugin from '${new URL('index.js', DIST).href}';
import { markedPackages } from '${new URL('config.js', DIST).href}';
export default [...plugin.configs.recommended, ...(${String(helper)} ? markedPackages(import.meta.dirname) : [])];
`;

/** A project with two packages, of which a test marks the first. */
function project(
  helper: boolean,
  marker: unknown,
): { readonly root: string; readonly mark: (marker: unknown) => void } {
  const root = folderWith({
    'eslint.config.mjs': CONFIG(helper),
    'package.json': { name: 'root', type: 'module' },
    'packages/a/package.json': marked(marker),
    'packages/a/src/one.js': CODE,
    'packages/a/src/two.js': CODE,
    'packages/b/package.json': { name: 'b' },
    'packages/b/src/one.js': CODE,
  });
  return {
    root,
    mark: (next) => {
      write(join(root, 'packages/a/package.json'), next === undefined ? { name: 'acme' } : marked(next));
    },
  };
}

/** The rules that report something in package a, in a process of their own with the cache on. */
function cachedRun(root: string): (string | null)[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [ESLINT_CLI, '--cache', '--cache-location', '.cache/', '--format', 'json', 'packages'],
    { cwd: root, encoding: 'utf8' },
  );
  if (!stdout.startsWith('[')) throw new Error(stderr);
  expect(readdirSync(join(root, '.cache'))).not.toEqual([]);
  return rulesOf(JSON.parse(stdout) as ESLint.LintResult[]);
}

const rulesOf = (results: readonly ESLint.LintResult[]): (string | null)[] =>
  results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

const TWICE = [ZDR, ZDR];

describe('eslint --cache', { timeout: 120_000 }, () => {
  it('follows the markers with markedPackages, in both directions', () => {
    const { root, mark } = project(true, { zdr: false });
    expect(cachedRun(root)).toEqual([]);
    mark({ zdr: true });
    expect(cachedRun(root)).toEqual(TWICE);
    expect(cachedRun(root)).toEqual(TWICE);
    mark({ zdr: false });
    expect(cachedRun(root)).toEqual([]);
    mark({ hipaa: true });
    expect(cachedRun(root)).toEqual([HIPAA, HIPAA]);
    mark(undefined);
    expect(cachedRun(root)).toEqual([]);
  });

  // No rule can help that: ESLint does not run it on a file whose text and config are the same.
  it('is stale without it', () => {
    const { root, mark } = project(false, { zdr: false });
    expect(cachedRun(root)).toEqual([]);
    mark({ zdr: true });
    expect(cachedRun(root)).toEqual([]);

    const other = project(false, { zdr: true });
    expect(cachedRun(other.root)).toEqual(TWICE);
    other.mark({ zdr: false });
    expect(cachedRun(other.root)).toEqual(TWICE);
  });

  it('tells of a marker that breaks, and of one that is mended', () => {
    const { root, mark } = project(true, { zdr: true });
    expect(cachedRun(root)).toEqual(TWICE);
    mark({ zdr: 'yes' });
    expect(cachedRun(root)).toEqual([ZDR, ZDR, ZDR]);
    mark({ zdr: true });
    expect(cachedRun(root)).toEqual(TWICE);
  });
});

describe('one long-lived process', () => {
  it.each([true, false])('follows the markers at once (markedPackages: %s)', async (helper) => {
    const { root, mark } = project(helper, { zdr: false });
    const eslint = new ESLint({ cwd: root });
    const lint = async () => rulesOf(await eslint.lintFiles(['packages']));
    expect(await lint()).toEqual([]);
    mark({ zdr: true });
    expect(await lint()).toEqual(TWICE);
    mark({ zdr: false });
    expect(await lint()).toEqual([]);
    mark({ hipaa: true, zdr: false });
    expect(await lint()).toEqual([HIPAA, HIPAA]);
  });

  it.each([true, false])('follows a mark that is taken away (markedPackages: %s)', async (helper) => {
    const { root, mark } = project(helper, { zdr: true });
    const eslint = new ESLint({ cwd: root });
    const lint = async () => rulesOf(await eslint.lintFiles(['packages']));
    expect(await lint()).toEqual(TWICE);
    mark(undefined);
    expect(await lint()).toEqual([]);
  });
});

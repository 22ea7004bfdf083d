/**
 * `linkedModules(root)` and `projectState(root)`: results of `eslint --cache` that follow the imported modules.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { linkedModules, markedPackages, projectState } from '../src/config.ts';
import { NAMESPACE } from '../src/meta.ts';
import { folderWith, write } from './helpers/folders.ts';

const GEO = `${NAMESPACE}/require-inference-geo`;

const CALL = `
import Anthropic from '@anthropic-ai/sdk';
import { place } from './place.js';
new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 9, messages: [], inference_geo: place });
`;
const place = (geo: string): string => `export { geo as place } from './geo.js';\n// ${geo}\n`;
const geo = (value: string): string => `export const geo = '${value}';\n`;

/** Two apps, each with a client of its own, a package that both use, and one that has nothing to do with Claude. */
const MONOREPO = {
  'package.json': { name: 'root', type: 'module', workspaces: ['apps/*', 'packages/*'] },
  'apps/api/package.json': { name: '@acme/api' },
  'apps/api/src/call.js': CALL,
  'apps/api/src/place.js': place('us'),
  'apps/api/src/geo.js': geo('us'),
  'apps/web/package.json': { name: '@acme/web' },
  'apps/web/src/chat.js': `import { complete } from '@acme/llm';\ncomplete();\n`,
  'packages/llm/package.json': { name: '@acme/llm', exports: './index.js' },
  'packages/llm/index.js': `import Anthropic from '@anthropic-ai/sdk';\nimport './log.js';\nexport const complete = () => new Anthropic();\n`,
  'packages/llm/log.js': '',
  'packages/ui/package.json': { name: '@acme/ui' },
  'packages/ui/button.js': 'export const button = 1;',
};

/** Package → digest. */
const digests = (root: string): Record<string, string | undefined> =>
  Object.fromEntries(
    linkedModules(root).map(({ files, settings }) => [files.join(), settings[NAMESPACE]?.modules]),
  );

describe('what linkedModules returns', () => {
  it('one object for each package with modules that Claude concerns', () => {
    const root = folderWith(MONOREPO);
    const digest = expect.stringMatching(/^[\da-f]{16}$/) as string;
    expect(linkedModules(root)).toEqual(
      ['apps/api', 'apps/web', 'packages/llm'].map((folder) => ({
        name: `${NAMESPACE}/modules of ${folder}`,
        files: [`${folder}/**/*`],
        ignores: [],
        settings: { [NAMESPACE]: { modules: digest } },
      })),
    );
    expect(linkedModules(folderWith({ 'a.js': 'export {};' }))).toEqual([]);
    expect(linkedModules(join(root, 'not/there'))).toEqual([]);
  });

  it('the root package without those inside it', () => {
    const root = folderWith({ 'package.json': { name: 'x' }, 'a.js': CALL, 'b/package.json': { name: 'b' } });
    expect(linkedModules(root)).toMatchObject([
      { name: `${NAMESPACE}/modules of the root package`, files: ['**/*'], ignores: ['b/**'] },
    ]);
    expect(linkedModules(pathToFileURL(root))).toEqual(linkedModules(root));
  });

  it('the same for the same text, wherever and whenever it was written', () => {
    expect(digests(folderWith(MONOREPO))).toEqual(digests(folderWith(MONOREPO)));
  });

  it.each<readonly [change: string, file: string, text: string | undefined, changed: readonly string[]]>([
    ['a module two imports away', 'apps/api/src/geo.js', geo('eu'), ['apps/api/**/*']],
    ['a module that goes', 'apps/api/src/geo.js', undefined, ['apps/api/**/*']],
    [
      'what a package that others use imports',
      'packages/llm/log.js',
      'x();',
      ['apps/web/**/*', 'packages/llm/**/*'],
    ],
    [
      'a caller of another package',
      'apps/web/src/chat.js',
      `import { complete } from '@acme/llm';`,
      ['apps/web/**/*', 'packages/llm/**/*'],
    ],
    ['what has nothing to do with Claude', 'packages/ui/button.js', 'export {};', []],
    ['a module that begins to import Claude', 'packages/ui/button.js', CALL, ['packages/ui/**/*']],
  ])('another one for %s', (_, file, text, changed) => {
    const root = folderWith(MONOREPO);
    const before = digests(root);
    if (text === undefined) rmSync(join(root, file));
    else write(join(root, file), text);
    const after = digests(root);
    const all = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    expect(all.filter((files) => before[files] !== after[files])).toEqual(changed);
    if (text === undefined) return;
    write(join(root, file), (MONOREPO as Record<string, unknown>)[file]);
    expect(digests(root)).toEqual(before);
  });

  it.each([[''], [undefined], [null], [5], [{}], [new URL('https://example.com/')]])('refuses %j', (root) => {
    expect(() => linkedModules(root as never)).toThrow(TypeError);
    expect(() => projectState(root as never)).toThrow(TypeError);
  });
});

describe('projectState', () => {
  it('says what both say, and is JSON', () => {
    const root = folderWith({
      ...MONOREPO,
      'apps/api/package.json': { name: '@acme/api', [NAMESPACE]: { hipaa: true } },
    });
    expect(projectState(root)).toEqual([...markedPackages(root), ...linkedModules(root)]);
    expect(markedPackages(root)).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(projectState(root)))).toEqual(projectState(root));
  });

  it('tells of a package.json that leads nowhere', () => {
    const root = folderWith({ 'a/index.js': '', 'b/index.js': '' });
    symlinkSync(join(root, 'gone.json'), join(root, 'a/package.json'));
    symlinkSync(join(root, 'b/package.json'), join(root, 'b/package.json'));
    expect(projectState(root).map(({ files, settings }) => [files, settings[NAMESPACE]?.marker])).toEqual([
      [['a/**/*'], { problem: 'a/package.json is a link that leads nowhere' }],
      [['b/**/*'], { problem: 'b/package.json cannot be read' }],
    ]);
  });
});

const DIST = new URL('../dist/', import.meta.url);
const ESLINT_CLI = fileURLToPath(new URL('../node_modules/eslint/bin/eslint.js', import.meta.url));

const CONFIG = (helper: string): string => `
import plugin from '${new URL('index.js', DIST).href}';
import { ${helper || 'projectState'} as state } from '${new URL('config.js', DIST).href}';
export default [
  { ignores: ['linked/**'] },
  ...plugin.configs.hipaa,
  { rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => ['${NAMESPACE}/' + name, name === 'require-inference-geo' ? 2 : 0])) },
  ...(${String(helper !== '')} ? state(import.meta.dirname) : []),
];
`;

/** The findings of a run in a process of its own. */
function run(root: string, ...flags: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [ESLINT_CLI, ...flags, '--format', 'json', '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (!stdout.startsWith('[')) throw new Error(stderr);
  return findings(JSON.parse(stdout) as ESLint.LintResult[]);
}

const findings = (results: readonly ESLint.LintResult[]): string[] =>
  results.flatMap(({ messages }) =>
    messages.map(({ ruleId, messageId }) => `${ruleId ?? 'none'} ${messageId ?? ''}`),
  );

const project = (helper: string): string =>
  folderWith({ ...MONOREPO, 'eslint.config.mjs': CONFIG(helper), 'readme.md': '# x', 'logo.png': '\0' });

const FOUND = [`${GEO} notAllowed`];

describe('eslint --cache', { timeout: 120_000 }, () => {
  const cached = (root: string): string[] => run(root, '--cache', '--cache-location', '.cache/');

  it.each(['linkedModules', 'projectState'])('follows imported modules with %s, both ways', (helper) => {
    const root = project(helper);
    expect(cached(root)).toEqual([]);
    write(join(root, 'apps/api/src/geo.js'), geo('eu'));
    expect(cached(root)).toEqual(FOUND);
    expect(cached(root)).toEqual(FOUND);
    write(join(root, 'apps/api/src/geo.js'), geo('us'));
    expect(cached(root)).toEqual([]);
  });

  // No rule can help that: ESLint does not run it on a file whose text and config are the same.
  it('is stale without it', () => {
    const root = project('');
    expect(cached(root)).toEqual([]);
    write(join(root, 'apps/api/src/geo.js'), geo('eu'));
    expect(cached(root)).toEqual([]);
  });

  it('is right in several threads', () => {
    const root = project('projectState');
    write(join(root, 'apps/api/src/geo.js'), geo('eu'));
    expect(run(root, '--concurrency', '2')).toEqual(FOUND);
  });
});

it.each(['', 'projectState'])('one long-lived process sees a saved module at once (%s)', async (helper) => {
  const root = project(helper);
  const eslint = new ESLint({ cwd: root });
  const lint = async (): Promise<string[]> => findings(await eslint.lintFiles(['apps/api/src/call.js']));
  expect(await lint()).toEqual([]);
  for (const value of ['eu', 'us', 'eu', 'us']) {
    write(join(root, 'apps/api/src/geo.js'), geo(value));
    expect(await lint()).toEqual(value === 'us' ? [] : FOUND);
  }
});

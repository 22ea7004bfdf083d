import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/require-gateway.ts';
import { folderWith } from '../helpers/folders.ts';
import { lintManifest } from '../helpers/manifests.ts';
import { lintFiles } from '../helpers/projects.ts';
import { claude, dedent, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
interface Options {
  readonly modules: readonly string[];
}

const OPTIONS: readonly [Options] = [{ modules: ['src/llm/gateway.ts'] }];
const gateway = '`src/llm/gateway.ts`';
const finding = (
  messageId: Id,
  at: Finding<Id>['at'],
  data: Readonly<Record<string, string>>,
): Finding<Id> => ({ messageId, at, data });

/** Ways to load a package of Claude, with what is reported of each. */
const LOADS: readonly (readonly [code: string, at: string, name?: string])[] = [
  [
    `import Anthropic from '@anthropic-ai/sdk';\nexport { Anthropic };`,
    `import Anthropic from '@anthropic-ai/sdk';`,
  ],
  [`export { default } from '@anthropic-ai/sdk';`, `export { default } from '@anthropic-ai/sdk';`],
  [`export * from '@ai-sdk/anthropic';`, `export * from '@ai-sdk/anthropic';`, '@ai-sdk/anthropic'],
  [`export const load = () => import('@anthropic-ai/sdk');`, `import('@anthropic-ai/sdk')`],
  [`const name = '@anthropic-ai/' + 'sdk';\nexport const load = () => import(name);`, `import(name)`],
  [`export const Sdk = require('@anthropic-ai/sdk');`, `require('@anthropic-ai/sdk')`],
  [
    'export const load = async (kind) => import(`@anthropic-ai/${kind}`);',
    'import(`@anthropic-ai/${kind}`)',
    '@anthropic-ai/',
  ],
];

const valid: readonly ValidCase<Options>[] = [
  {
    name: 'does nothing without a list',
    code: claude`client.messages.create({ messages: [], max_tokens: 1 });`,
  },
  {
    name: 'leaves types and errors alone',
    code: dedent`
      import type { MessageParam } from '@anthropic-ai/sdk/resources';
      import Anthropic, { APIError } from '@anthropic-ai/sdk';
      export const describe = (error: unknown, turn: Anthropic.MessageParam, more: MessageParam[]) =>
        error instanceof Anthropic.RateLimitError || error instanceof APIError ? 'later' : turn.role + more.length;
    `,
    options: OPTIONS,
    typed: true,
  },
  {
    name: 'leaves modules of the project and other packages alone',
    code: dedent`
      const { ask } = await import('./anthropic/ask.js');
      const words = await import(\`./locales/\${language}.json\`);
      const other = require('openai');
      export const answer = ask(words, other, 'claude');
    `,
    options: OPTIONS,
  },
  {
    name: 'leaves a function that is called `require` alone',
    code: `export const f = (require) => require('@anthropic-ai/sdk');`,
    options: OPTIONS,
  },
];

const invalid: readonly InvalidCase<Options, Id>[] = [
  {
    name: 'names clients and requests',
    code: claude`export const ask = (messages) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });`,
    options: OPTIONS,
    errors: [
      finding('client', ['Anthropic', 2], { call: 'new Anthropic', gateway }),
      finding('request', 'client.messages.create', { call: 'client.messages.create', gateway }),
    ],
  },
  ...LOADS.map(([code, at, name = '@anthropic-ai/sdk']): InvalidCase<Options, Id> => ({
    name: code,
    code,
    options: OPTIONS,
    errors: [finding('package', at, { name, gateway })],
  })),
  {
    name: 'cannot tell which module a computed name loads',
    code: `// anthropic\nexport const load = (name) => import(name);`,
    options: OPTIONS,
    errors: [{ messageId: 'unknown', at: 'import(name)', data: { reason: 'the caller decides' } }],
  },
  {
    name: 'counts requests without an SDK',
    code: `export const ask = (body) => fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'x-api-key': process.env.K, 'anthropic-version': '2023-06-01' }, body });`,
    options: OPTIONS,
    errors: [finding('request', 'fetch', { call: 'fetch', gateway })],
  },
  {
    name: 'counts the command line',
    code: `import { execFile } from 'node:child_process';\nexecFile('claude', ['-p', 'Summarise']);`,
    options: OPTIONS,
    errors: [finding('request', ['execFile', 2], { call: 'execFile', gateway })],
  },
];

runRule('require-gateway', rule, { valid, invalid });

const GATEWAY = `import Anthropic from '@anthropic-ai/sdk';
export const client = new Anthropic();
export const ask = (prompt) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: prompt }] });
`;
const ROUTE = `import { ask } from './llm/gateway.ts';\nexport const POST = async (note) => ask(note);\n`;
const BYPASS = `import { client } from './llm/gateway.ts';
export const POST = (note) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: note }] });
`;

describe('where the gateway is', () => {
  const lint = (modules: readonly string[], files: Readonly<Record<string, unknown>>) =>
    lintFiles(files, { rules: { 'require-gateway': { modules } } });

  it.each([
    ['src/llm/gateway.ts'],
    ['./src/llm/gateway.ts'],
    ['src/llm'],
    ['src/llm/*'],
    ['**/gateway.{ts,js}'],
  ])('is named by %s', (name) => {
    expect(lint([name], { 'src/llm/gateway.ts': GATEWAY, 'src/route.ts': ROUTE })).toEqual({});
  });

  it.each([['src/llm/gateway.js'], ['llm'], ['src/*'], ['gateway.ts']])('is not named by %s', (name) => {
    expect(Object.keys(lint([name], { 'src/llm/gateway.ts': GATEWAY, 'src/route.ts': ROUTE }))).toEqual([
      'src/llm/gateway.ts',
    ]);
  });

  it('finds who takes the client past it', () => {
    expect(lint(['src/llm'], { 'src/llm/gateway.ts': GATEWAY, 'src/route.ts': BYPASS })).toEqual({
      'src/route.ts': ['2 require-gateway request'],
    });
  });

  it('leaves tests alone', () => {
    expect(lint(['src/llm'], { 'src/llm/gateway.ts': GATEWAY, 'src/route.test.ts': BYPASS })).toEqual({});
  });

  it('counts from the package, and from the workspace around it', () => {
    const files = {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'packages/llm/package.json': { name: '@acme/llm' },
      'packages/llm/src/gateway.ts': GATEWAY,
      'packages/web/package.json': { name: '@acme/web' },
      'packages/web/src/gateway.ts': GATEWAY,
    };
    expect(Object.keys(lint(['packages/llm'], files))).toEqual(['packages/web/src/gateway.ts']);
    expect(lint(['src/gateway.ts'], files)).toEqual({});
  });
});

describe('in package.json', () => {
  const messages = (
    modules: readonly string[],
    files: Readonly<Record<string, unknown>>,
    path = 'package.json',
  ) => {
    const folder = folderWith({ 'package.json': { name: 'acme', private: true }, ...files });
    return lintManifest(`${folder}/${path}`, { rules: { 'require-gateway': { modules } }, cwd: folder }).map(
      ({ line, message }) => `${String(line)} ${message}`,
    );
  };
  const nameless = (name: string) =>
    `1 \`${name}\` names no file, as a gateway. Mend the \`modules\` option.`;

  it('tells of entries that name no file', () => {
    const files = { 'src/llm/gateway.ts': GATEWAY };
    expect(messages(['src/llm/gateway.ts', 'src/llm', 'src/**'], files)).toEqual([]);
    expect(messages(['src/llm/gateway.js', 'lib', 'src/**/*.vue'], files)).toEqual(
      ['src/llm/gateway.js', 'lib', 'src/**/*.vue'].map(nameless),
    );
    expect(messages([], files)).toEqual([]);
  });

  it('asks the root of a workspace for all of it', () => {
    const files = {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'packages/llm/package.json': { name: '@acme/llm' },
      'packages/llm/src/gateway.ts': GATEWAY,
    };
    expect(messages(['src/gateway.ts', 'packages/llm', 'node_modules/**'], files)).toEqual([
      nameless('node_modules/**'),
    ]);
    expect(messages(['nowhere.ts'], files, 'packages/llm/package.json')).toEqual([]);
  });
});

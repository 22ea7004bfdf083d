import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-browser-client.ts';
import { lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Invalid = InvalidCase<object, Id>;

const ANTHROPIC = `import Anthropic from '@anthropic-ai/sdk';\n`;
const SWITCH = 'dangerouslyAllowBrowser';
const HEADER = `'anthropic-dangerous-direct-browser-access'`;
const on = (at: Finding<Id>['at'] = SWITCH): Finding<Id> => ({ messageId: 'switch', at, data: {} });
const header = (at: Finding<Id>['at'] = HEADER): Finding<Id> => ({ messageId: 'header', at, data: {} });
const variable = (at: string, name: string, framework: string): Finding<Id> => ({
  messageId: 'variable',
  at,
  data: { name, framework },
});
const client = (at: string, call: string): Finding<Id> => ({ messageId: 'client', at, data: { call } });

const URL = `'https://api.anthropic.com/v1/messages'`;

const switches: { valid: ValidCase<object>[]; invalid: Invalid[] } = {
  valid: [
    { name: 'off', code: `${ANTHROPIC}new Anthropic({ dangerouslyAllowBrowser: false });` },
    {
      name: 'decided by a flag',
      code: `${ANTHROPIC}new Anthropic({ dangerouslyAllowBrowser: process.env.BROWSER === '1' });`,
    },
    {
      name: 'handed on',
      code: `${ANTHROPIC}export const make = (o) => new Anthropic({ dangerouslyAllowBrowser: o.dangerouslyAllowBrowser });`,
    },
    {
      name: 'another vendor',
      code: `import OpenAI from 'openai';\nconst model = 'claude';\nnew OpenAI({ dangerouslyAllowBrowser: true });`,
    },
    {
      name: 'another vendor beside Claude',
      code: `import OpenAI from 'openai';\n${ANTHROPIC}export const c = new Anthropic();\nnew OpenAI({ dangerouslyAllowBrowser: true });`,
    },
    {
      name: 'a router with Claude’s models',
      code: `import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'https://openrouter.ai/api/v1', dangerouslyAllowBrowser: true }).chat.completions.create({ model: 'anthropic/claude-opus-5', messages });`,
    },
    {
      name: 'users of Foundry who sign in themselves',
      code: `import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';\nnew AnthropicFoundry({ azureADTokenProvider, resource: 'acme', dangerouslyAllowBrowser: true });`,
    },
    {
      name: 'a type',
      code: `interface Options { dangerouslyAllowBrowser?: true } export type Claude = Options;`,
      typed: true,
    },
    {
      name: 'the SDK’s own check',
      code: `class Claude { f() { if (!this.options.dangerouslyAllowBrowser) throw new Error('dangerouslyAllowBrowser: true'); } }`,
    },
  ],
  invalid: [
    {
      name: 'the SDK',
      code: `${ANTHROPIC}new Anthropic({ dangerouslyAllowBrowser: true });`,
      errors: [on()],
    },
    {
      name: 'with a key of the user',
      code: `${ANTHROPIC}export const make = (apiKey) => new Anthropic({ apiKey, dangerouslyAllowBrowser: true });`,
      errors: [on()],
    },
    {
      name: 'options in a variable',
      code: `${ANTHROPIC}const options = { apiKey, dangerouslyAllowBrowser: true };\nnew Anthropic(options);`,
      errors: [on()],
    },
    {
      name: 'a constant',
      code: `${ANTHROPIC}const YES = true;\nnew Anthropic({ dangerouslyAllowBrowser: YES });`,
      errors: [on()],
    },
    {
      name: 'in one branch',
      code: `${ANTHROPIC}new Anthropic({ dangerouslyAllowBrowser: dev ? true : false });`,
      errors: [on()],
    },
    {
      name: 'LangChain',
      code: `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ clientOptions: { dangerouslyAllowBrowser: true } });`,
      errors: [on()],
    },
    {
      name: 'OpenAI’s client at Anthropic',
      code: `import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'https://api.anthropic.com/v1', dangerouslyAllowBrowser: true });`,
      errors: [on()],
    },
    {
      name: 'Vertex',
      code: `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nnew AnthropicVertex({ region: 'us-east5', dangerouslyAllowBrowser: true });`,
      errors: [on()],
    },
    {
      name: 'CommonJS',
      code: `const Anthropic = require('@anthropic-ai/sdk');\nnew Anthropic({ dangerouslyAllowBrowser: true });`,
      errors: [on()],
    },
    {
      name: 'withOptions',
      code: `${ANTHROPIC}const c = new Anthropic();\nc.withOptions({ dangerouslyAllowBrowser: true });`,
      errors: [on()],
    },
    {
      name: 'two clients',
      code: `${ANTHROPIC}new Anthropic({ dangerouslyAllowBrowser: true });\nnew Anthropic({ dangerouslyAllowBrowser: true });`,
      errors: [on([SWITCH, 1]), on([SWITCH, 2])],
    },
  ],
};

const headers: { valid: ValidCase<object>[]; invalid: Invalid[] } = {
  valid: [
    { name: 'refused', code: `fetch(${URL}, { headers: { ${HEADER}: 'false' } });` },
    { name: 'a list of names', code: `const ALLOWED = ['x-api-key', ${HEADER}, 'anthropic-version'];` },
    {
      name: 'a CORS header',
      code: `res.setHeader('Access-Control-Allow-Headers', 'x-api-key, anthropic-dangerous-direct-browser-access');`,
    },
    { name: 'taken away', code: `headers.delete(${HEADER});` },
    { name: 'read', code: `if (req.headers[${HEADER}] === 'true') reject();` },
    { name: 'expected', code: `expect(headers.get(${HEADER})).toBe('true');` },
    {
      name: 'an SDK’s own',
      code: `class Anthropic { h() { return this._options.dangerouslyAllowBrowser ? { ${HEADER}: 'true' } : undefined; } }`,
    },
    {
      name: 'in a comment',
      code: `// needs anthropic-dangerous-direct-browser-access: true\nfetch(${URL});`,
    },
  ],
  invalid: [
    {
      name: 'fetch',
      code: `fetch(${URL}, { method: 'POST', headers: { ${HEADER}: 'true' }, body });`,
      errors: [header()],
    },
    { name: 'Headers', code: `const h = new Headers();\nh.set(${HEADER}, 'true');`, errors: [header()] },
    { name: 'an assignment', code: `headers[${HEADER}] = 'true';`, errors: [header()] },
    { name: 'pairs', code: `new Headers([[${HEADER}, 'true']]);`, errors: [header()] },
    {
      name: 'AI SDK',
      code: `import { createAnthropic } from '@ai-sdk/anthropic';\ncreateAnthropic({ headers: { ${HEADER}: 'true' } });`,
      errors: [header()],
    },
    {
      name: 'in the browser only',
      code: `const h = typeof window === 'undefined' ? {} : { ${HEADER}: 'true' };`,
      errors: [header()],
    },
  ],
};

const variables: { valid: ValidCase<object>[]; invalid: Invalid[] } = {
  valid: [
    {
      name: 'a private variable',
      code: `${ANTHROPIC}new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });`,
    },
    {
      name: 'a public variable that is no key',
      code: `${ANTHROPIC}new Anthropic({ baseURL: process.env.NEXT_PUBLIC_CLAUDE_URL });\nconst m = import.meta.env.VITE_ANTHROPIC_MODEL;`,
    },
    {
      name: 'a public variable of something else',
      code: `${ANTHROPIC}export const c = new Anthropic();\ninit(process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY);`,
    },
    {
      name: 'a name in a text',
      code: `const help = 'Never use NEXT_PUBLIC_ANTHROPIC_API_KEY';\n// VITE_ANTHROPIC_API_KEY`,
    },
    { name: 'a name in a list', code: `const FORBIDDEN = ['NEXT_PUBLIC_ANTHROPIC_API_KEY'];` },
  ],
  invalid: [
    {
      name: 'Next.js',
      code: `${ANTHROPIC}new Anthropic({ apiKey: process.env.NEXT_PUBLIC_ANTHROPIC_API_KEY });`,
      errors: [
        variable('process.env.NEXT_PUBLIC_ANTHROPIC_API_KEY', 'NEXT_PUBLIC_ANTHROPIC_API_KEY', 'Next.js'),
      ],
    },
    {
      name: 'a name that says nothing',
      code: `${ANTHROPIC}new Anthropic({ apiKey: process.env.NEXT_PUBLIC_LLM });`,
      errors: [variable('process.env.NEXT_PUBLIC_LLM', 'NEXT_PUBLIC_LLM', 'Next.js')],
    },
    {
      name: 'Vite',
      code: `import { createAnthropic } from '@ai-sdk/anthropic';\ncreateAnthropic({ apiKey: import.meta.env.VITE_KEY });`,
      errors: [variable('import.meta.env.VITE_KEY', 'VITE_KEY', 'Vite')],
    },
    {
      name: 'Create React App',
      code: `fetch(${URL}, { headers: { 'x-api-key': process.env.REACT_APP_AI_KEY } });`,
      errors: [variable('process.env.REACT_APP_AI_KEY', 'REACT_APP_AI_KEY', 'Create React App')],
    },
    {
      name: 'Expo',
      code: `${ANTHROPIC}const key = process.env.EXPO_PUBLIC_KEY;\nnew Anthropic({ apiKey: key });`,
      errors: [variable('process.env.EXPO_PUBLIC_KEY', 'EXPO_PUBLIC_KEY', 'Expo')],
    },
    {
      name: 'Nuxt, as a fallback',
      code: `${ANTHROPIC}new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY ?? process.env.NUXT_PUBLIC_KEY });`,
      errors: [variable('process.env.NUXT_PUBLIC_KEY', 'NUXT_PUBLIC_KEY', 'Nuxt')],
    },
    {
      name: 'Gatsby',
      code: `${ANTHROPIC}new Anthropic({ authToken: process.env.GATSBY_TOKEN });`,
      errors: [variable('process.env.GATSBY_TOKEN', 'GATSBY_TOKEN', 'Gatsby')],
    },
    {
      name: 'SvelteKit',
      code: `${ANTHROPIC}import { PUBLIC_KEY } from '$env/static/public';\nnew Anthropic({ apiKey: PUBLIC_KEY });`,
      errors: [variable('PUBLIC_KEY', 'PUBLIC_KEY', 'SvelteKit and Astro')].map((e) => ({
        ...e,
        at: ['PUBLIC_KEY', 2] as const,
      })),
    },
    {
      name: 'in a header template',
      code:
        'fetch(' +
        URL +
        ', { headers: { Authorization: `Bearer ${process.env.NEXT_PUBLIC_CLAUDE_TOKEN}` } });',
      errors: [variable('process.env.NEXT_PUBLIC_CLAUDE_TOKEN', 'NEXT_PUBLIC_CLAUDE_TOKEN', 'Next.js')],
    },
    {
      name: 'a name that says it all',
      code: `export const key = import.meta.env.VITE_ANTHROPIC_API_KEY;`,
      errors: [variable('import.meta.env.VITE_ANTHROPIC_API_KEY', 'VITE_ANTHROPIC_API_KEY', 'Vite')],
    },
    {
      name: 'behind a cast',
      code: `export const key = (import.meta as any).env?.VITE_CLAUDE_KEY;`,
      typed: true,
      errors: [variable('(import.meta as any).env?.VITE_CLAUDE_KEY', 'VITE_CLAUDE_KEY', 'Vite')],
    },
    {
      name: 'once for several reads',
      code: `${ANTHROPIC}if (!process.env.NEXT_PUBLIC_ANTHROPIC_API_KEY) warn();\nnew Anthropic({ apiKey: process.env.NEXT_PUBLIC_ANTHROPIC_API_KEY });`,
      errors: [
        {
          ...variable('', 'NEXT_PUBLIC_ANTHROPIC_API_KEY', 'Next.js'),
          at: ['process.env.NEXT_PUBLIC_ANTHROPIC_API_KEY', 2],
        },
      ],
    },
  ],
};

const clientFiles: { valid: ValidCase<object>[]; invalid: Invalid[] } = {
  valid: [
    { name: 'a server file', code: `'use server';\n${ANTHROPIC}export const c = new Anthropic();` },
    {
      name: 'not a directive',
      code: `${ANTHROPIC}const a = 'use client';\nexport const c = new Anthropic();`,
    },
    {
      name: 'types only',
      code: `'use client';\nimport type Anthropic from '@anthropic-ai/sdk';\nexport const f = (m: Anthropic.Message) => m.content;`,
      typed: true,
    },
    {
      name: 'its own route',
      code: `'use client';\nconst model = 'claude-opus-5';\nexport const ask = (q) => fetch('/api/claude', { method: 'POST', body: JSON.stringify({ q, model }) });`,
    },
    {
      name: 'hooks of the AI SDK',
      code: `'use client';\nimport { useChat } from '@ai-sdk/react';\nexport const C = () => useChat({ api: '/api/claude' });`,
    },
  ],
  invalid: [
    {
      name: 'the SDK',
      code: `'use client';\n${ANTHROPIC}const c = new Anthropic({ apiKey: key });`,
      errors: [client('Anthropic', 'new Anthropic')].map((e) => ({ ...e, at: ['Anthropic', 2] as const })),
    },
    {
      name: 'AI SDK',
      code: `"use client";\nimport { createAnthropic } from '@ai-sdk/anthropic';\nconst p = createAnthropic();`,
      errors: [{ ...client('', 'createAnthropic'), at: ['createAnthropic', 2] }],
    },
    {
      name: 'HTTP',
      code: `'use client';\nfetch(${URL}, { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) });`,
      errors: [client('fetch', 'fetch')],
    },
    {
      name: 'the default provider',
      code: `'use client';\nimport { anthropic } from '@ai-sdk/anthropic';\nimport { generateText } from 'ai';\ngenerateText({ model: anthropic('claude-opus-5'), prompt });`,
      errors: [{ ...client('', 'generateText'), at: ['generateText', 2] }],
    },
    {
      name: 'once with the switch',
      code: `'use client';\n${ANTHROPIC}new Anthropic({ dangerouslyAllowBrowser: true });`,
      errors: [on()],
    },
  ],
};

for (const { name, cases } of [
  { name: 'the switch', cases: switches },
  { name: 'the header', cases: headers },
  { name: 'public variables', cases: variables },
  { name: 'client files', cases: clientFiles },
]) {
  describe(name, () => {
    runRule('no-browser-client', rule, cases);
  });
}

const CODE = `${ANTHROPIC}new Anthropic({ dangerouslyAllowBrowser: true });`;
const idsAt = (filename: string, cwd: string): (string | undefined)[] =>
  new Linter({ cwd })
    .verify(
      CODE,
      {
        files: ['**'],
        plugins: { test: { rules: { rule: rule as never } } },
        rules: { 'test/rule': 'error' },
      },
      { filename },
    )
    .map(({ messageId }) => messageId);

it.each([
  'a.test.js',
  'src/a.spec.js',
  'tests/a.js',
  'src/__tests__/a.js',
  '__mocks__/sdk.js',
  'e2e/a.js',
  'test/fixtures/a.js',
  'cypress/a.js',
])('is silent in %s', (file) => {
  expect(idsAt(`/project/${file}`, '/project')).toEqual([]);
});

it.each(['a.js', 'src/latest/a.js', 'src/contest.js', 'src/testimonials/a.js', 'src/inspect.js'])(
  'looks at %s',
  (file) => {
    expect(idsAt(`/project/${file}`, '/project')).toEqual(['switch']);
  },
);

it('looks at a project that itself lies below a folder of tests', () => {
  expect(idsAt('/home/tests/project/a.js', '/home/tests/project')).toEqual(['switch']);
});

it('leaves the switch to those who use a library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claude-library-'));
  const write = (name: string, manifest: object): string => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify(manifest));
    return join(folder, name, 'index.js');
  };
  const dependencies = { '@anthropic-ai/sdk': '1' };
  const library = { version: '1.0.0', exports: './index.js', dependencies };
  expect(idsAt(write('library', library), folder)).toEqual([]);
  expect(
    idsAt(write('peer', { version: '1.0.0', types: 'x', peerDependencies: dependencies }), folder),
  ).toEqual([]);
  expect(idsAt(write('private', { ...library, private: true }), folder)).toEqual(['switch']);
  expect(idsAt(write('app', { version: '1.0.0', main: 'index.js', dependencies }), folder)).toEqual([
    'switch',
  ]);
  expect(idsAt(write('other', { version: '1.0.0', exports: './index.js' }), folder)).toEqual(['switch']);
});

it('never shows a value', () => {
  const [message] = lintWith(
    rule,
    `${ANTHROPIC}new Anthropic({ apiKey: process.env.NEXT_PUBLIC_K ?? 'q7Zt2vLx9' });`,
  );
  expect(JSON.stringify(message)).not.toContain('q7Zt2vLx9');
});

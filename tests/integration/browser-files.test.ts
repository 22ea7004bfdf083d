/**
 * What browsers load by the kind of file, and what of it stays on the server all the same.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-browser-client.ts';
import { browserFile } from '../../src/project/browser-files.ts';
import { folderWith } from '../helpers/folders.ts';
import { lintEmbedded } from '../helpers/embedded.ts';
import { lintFiles } from '../helpers/projects.ts';

/** `messageId@line`, of one file under a name. */
function said(filename: string, code: string): string[] {
  return lintEmbedded(rule, filename, code).map(({ messageId, line, message }) =>
    messageId === undefined ? message : `${messageId}@${String(line)}`,
  );
}

const SDK = `import Anthropic from '@anthropic-ai/sdk';`;
const MAKE = `const client = new Anthropic({ apiKey });`;
const BODY = `JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages })`;
const DIRECT = `fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'x-api-key': apiKey }, body: ${BODY} })`;
const OWN = `fetch('/api/chat', { method: 'POST', body: ${BODY} })`;
const script = (body: string, attributes = 'lang="ts"'): string =>
  `<script ${attributes}>\n${body}\n</script>\n`;

describe('browsers load', () => {
  it.each<readonly [filename: string, code: string, expected: readonly string[]]>([
    ['src/App.vue', script(`${SDK}\n${MAKE}`), ['browser@3']],
    ['src/App.vue', script(`${SDK}\n${MAKE}`, 'setup lang="ts"'), ['browser@3']],
    [
      'src/App.vue',
      script(`export default { methods: { ask(messages) { return ${DIRECT}; } } };`),
      ['browser@2'],
    ],
    ['src/App.vue', script(`const ask = (messages) => ${OWN};`, 'setup lang="ts"'), []],
    ['components/Ask.server.vue', script(`${SDK}\n${MAKE}`), []],
    ['components/Ask.client.vue', script(`${SDK}\n${MAKE}`), ['browser@3']],
    ['pages/ask.vue', script(`${SDK}\nif (import.meta.server) {\n  ${MAKE}\n}`, 'setup lang="ts"'), []],
    [
      'pages/ask.vue',
      script(`${SDK}\nif (import.meta.client) {\n  ${MAKE}\n}`, 'setup lang="ts"'),
      ['browser@4'],
    ],
    ['src/lib/Ask.svelte', `${script(`${SDK}\n${MAKE}`)}<p>a</p>`, ['browser@3']],
    ['src/lib/Ask.svelte', `${script(`${SDK}\n${MAKE}`, 'module')}<p>a</p>`, ['browser@3']],
    ['src/lib/Ask.svelte', `${script(`const ask = (messages) => ${OWN};`)}<p>a</p>`, []],
    ['src/routes/+page.ts', `${SDK}\nexport const load = async () => {\n  ${MAKE}\n};`, ['browser@3']],
    ['src/routes/chat/+layout.js', `${SDK}\n${MAKE}`, ['browser@2']],
    [
      'src/routes/+page.ts',
      `import { browser } from '$app/environment';\n${SDK}\nif (!browser) { ${MAKE} }`,
      [],
    ],
    ['src/routes/+page.server.ts', `${SDK}\n${MAKE}`, []],
    ['src/routes/+layout.server.ts', `${SDK}\n${MAKE}`, []],
    ['src/routes/+server.ts', `${SDK}\n${MAKE}`, []],
    ['src/hooks.client.ts', `${SDK}\n${MAKE}`, ['browser@2']],
    ['src/hooks.server.ts', `${SDK}\n${MAKE}`, []],
    ['app/entry.client.tsx', `${SDK}\n${MAKE}`, ['browser@2']],
    ['plugins/claude.client.ts', `${SDK}\n${MAKE}`, ['browser@2']],
    ['src/lib/client.ts', `${SDK}\n${MAKE}`, []],
    ['src/pages/index.astro', `---\n${SDK}\n${MAKE}\n---\n<p>a</p>`, []],
    ['src/pages/index.astro/0_0.ts', `${SDK}\n${MAKE}`, ['browser@2']],
    ['src/main.ts', `${SDK}\n${MAKE}`, []],
    [
      'app/routes/ask.tsx',
      `${SDK}\nexport async function loader() { ${MAKE} }\nexport async function clientLoader() { ${MAKE} }`,
      ['browser@3'],
    ],
    ['app/routes/ask.tsx', `${SDK}\nexport const clientAction = async () => { ${MAKE} };`, ['browser@2']],
    ['app/ask.tsx', `'use client';\n${SDK}\nasync function save() {\n  'use server';\n  ${MAKE}\n}`, []],
    ['app/ask.tsx', `'use client';\n${SDK}\nif (typeof window === 'undefined') { ${MAKE} }`, []],
    ['app/ask.tsx', `'use client';\nconst ask = (messages) => ${OWN};`, []],
  ])('%s: %s', (filename, code, expected) => {
    expect(said(filename, code)).toEqual(expected);
  });

  it('expressions of a template', () => {
    const made = `import { anthropic } from '@ai-sdk/anthropic';\nimport { generateText } from 'ai';`;
    const template = `<template>\n  <button @click="generateText({ model: anthropic('claude-opus-5'), prompt })">Ask</button>\n</template>\n`;
    expect(said('src/App.vue', script(made, 'setup lang="ts"') + template)).toEqual(['browser@6']);
    const loop = `<template>\n  <p v-for="generateText in tasks">{{ generateText({ model: anthropic('claude-opus-5') }) }}</p>\n</template>\n`;
    expect(said('src/App.vue', script(made, 'setup lang="ts"') + loop)).toEqual([]);
  });
});

describe('public configuration of Nuxt', () => {
  it.each<readonly [filename: string, code: string, expected: readonly string[]]>([
    [
      'app.vue',
      script(
        `${SDK}\nconst config = useRuntimeConfig();\nconst client = new Anthropic({ apiKey: config.public.llmKey });`,
        'setup lang="ts"',
      ),
      ['config@3', 'browser@4'],
    ],
    [
      'server/api/ask.post.ts',
      `${SDK}\nexport default defineEventHandler(() => {\n  const { public: open } = useRuntimeConfig();\n  return new Anthropic({ apiKey: open.anthropicKey });\n});`,
      ['config@3'],
    ],
    [
      'server/api/ask.post.ts',
      `${SDK}\nexport default defineEventHandler((event) => new Anthropic({ apiKey: useRuntimeConfig(event).anthropicKey }));`,
      [],
    ],
    [
      'nuxt.config.ts',
      `export default defineNuxtConfig({\n  runtimeConfig: {\n    public: {\n      anthropicApiKey: '',\n      key: process.env.ANTHROPIC_API_KEY,\n      model: 'claude-opus-5',\n    },\n  },\n});`,
      ['config@4', 'config@5'],
    ],
    [
      'nuxt.config.ts',
      `export default defineNuxtConfig({ runtimeConfig: { anthropicApiKey: process.env.ANTHROPIC_API_KEY, public: { claudeModel: 'claude-opus-5', maxTokens: 8 } } });`,
      [],
    ],
  ])('%s: %s', (filename, code, expected) => {
    expect(said(filename, code)).toEqual(expected);
  });
});

describe('what another module asks', () => {
  const rules = { 'no-browser-client': true } as const;
  const ask = (head = ''): string =>
    `${head}${SDK}\nconst client = new Anthropic();\nexport async function ask(prompt) {\n  return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: prompt }] });\n}\n`;
  const component = (from: string): string =>
    `'use client';\nimport { ask } from '${from}';\nexport const onClick = (text) => ask(text);\n`;

  it.each<readonly [name: string, files: Readonly<Record<string, string>>, expected: object]>([
    [
      'for a component runs in the browser',
      { 'src/ask.js': ask(), 'src/Ask.js': component('./ask.js') },
      { 'src/Ask.js': ['3 no-browser-client client'] },
    ],
    [
      'by a server action does not',
      { 'src/ask.js': ask(`'use server';\n`), 'src/Ask.js': component('./ask.js') },
      {},
    ],
    [
      'by a remote function of SvelteKit does not',
      {
        'src/ask.remote.js': ask(),
        'src/routes/+page.js': `import { ask } from '../ask.remote.js';\nexport const load = () => ask('a');\n`,
      },
      {},
    ],
    [
      'of the own server does not',
      {
        'src/ask.js': `export const ask = (messages) => ${OWN};\n`,
        'src/Ask.js': component('./ask.js'),
      },
      {},
    ],
  ])('%s', (_, files, expected) => {
    expect(lintFiles(files, { rules })).toEqual(expected);
  });
});

describe('modules called client', () => {
  it.each<readonly [dependency: string, expected: boolean]>([
    ['nuxt', true],
    ['@react-router/node', true],
    ['@nestjs/core', false],
    ['express', false],
  ])('of a package with %s', (dependency, expected) => {
    const root = folderWith({ 'package.json': { name: 'acme', dependencies: { [dependency]: '1' } } });
    expect(browserFile(join(root, 'src/app/claude.client.ts')) !== undefined).toBe(expected);
  });
});

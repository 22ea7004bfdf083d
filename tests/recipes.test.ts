/**
 * The configurations of docs/recipes.md and the first of the README, as pasted: each lints files of its kind, and reports.
 */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../src/meta.ts';
import { folderWith } from './helpers/folders.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const OWN = 'eslint-plugin-claude-compliance';

const SEND = `await new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });`;
const CODE = `import Anthropic from '@anthropic-ai/sdk';\n${SEND}\n`;
const TYPED = `import Anthropic from '@anthropic-ai/sdk';\nexport const note = (text: string): string => text;\n${SEND}\n`;
const SCRIPT = `<script lang="ts">\n${TYPED}</script>\n`;
const PACKAGE = { name: 'acme', private: true, dependencies: { '@anthropic-ai/sdk': '^1.14.0' } };
const TSCONFIG = {
  compilerOptions: { module: 'nodenext', target: 'es2024', types: [] },
  include: ['**/*.ts'],
};
const INJECTED = `import { Injectable } from '@nestjs/common';
import Anthropic from '@anthropic-ai/sdk';

@Injectable()
export class NotesService {
  constructor(private readonly client: Anthropic) {}

  async summary(note: string) {
    return this.client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: note }] });
  }
}
`;

type Files = Readonly<Record<string, unknown>>;

/** Section → files, all of which have to have a finding. */
const FIXTURES: Readonly<Record<string, Files>> = {
  'TypeScript and JavaScript': {
    'package.json': PACKAGE,
    'src/a.ts': TYPED,
    'src/b.js': CODE,
    'src/c.tsx': TYPED,
    'src/d.mts': TYPED,
  },
  'Next.js': {
    'package.json': PACKAGE,
    'app/api/ask/route.ts': TYPED,
    'app/page.tsx': TYPED,
    'lib/ask.js': CODE,
  },
  NestJS: { 'package.json': PACKAGE, 'tsconfig.json': TSCONFIG, 'src/notes.service.ts': INJECTED },
  Vue: {
    'package.json': PACKAGE,
    'src/App.vue': `<template><p>a</p></template>\n${SCRIPT}`,
    'server/a.ts': TYPED,
  },
  Nuxt: {
    'package.json': PACKAGE,
    'server/api/ask.post.ts': TYPED,
    'pages/index.vue': SCRIPT.replace('script lang', 'script setup lang'),
  },
  Svelte: { 'package.json': PACKAGE, 'src/App.svelte': `${SCRIPT}<p>a</p>\n`, 'src/a.ts': TYPED },
  SvelteKit: {
    'package.json': PACKAGE,
    'src/routes/+page.server.ts': TYPED,
    'src/routes/+page.svelte': `${SCRIPT}<p>a</p>\n`,
  },
  Astro: {
    'package.json': PACKAGE,
    'src/pages/index.astro': `---\n${TYPED}---\n<p>a</p>\n`,
    'src/pages/api/ask.ts': TYPED,
  },
  Monorepos: {
    'package.json': { name: 'root', private: true, workspaces: ['services/*', 'packages/*'] },
    'services/notes/package.json': PACKAGE,
    'services/notes/src/a.ts': TYPED,
    'packages/llm/package.json': { ...PACKAGE, name: 'llm' },
    'packages/llm/src/a.ts': TYPED.replace(
      'new Anthropic()',
      'new Anthropic({ baseURL: "http://proxy.example.org" })',
    ),
  },
};

/** What stays without a finding in a fixture. */
const QUIET = new Set([
  'Monorepos package.json',
  'Monorepos packages/llm/package.json',
  'NestJS tsconfig.json',
]);

function section(page: string, title: string): string {
  const text = readFileSync(join(root, page), 'utf8');
  const [, after = ''] = text.split(`\n## ${title}\n`);
  const [, code = ''] =
    /^```js\n(\/\/ eslint\.config\.mjs\n[\s\S]*?)^```$/m.exec(after.split('\n## ')[0] ?? '') ?? [];
  if (code === '') throw new Error(`${page} shows no configuration under ${title}`);
  return code;
}

async function lint(config: string, files: Files): Promise<ReadonlyMap<string, readonly string[]>> {
  const cwd = folderWith({ ...files, 'eslint.config.mjs': config });
  for (const [, specifier = ''] of config.matchAll(/from '([^']+)'/g)) {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    const link = join(cwd, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(name === OWN ? root : join(root, 'node_modules', name), link, 'junction');
    } catch {
      // Two modules of one package.
    }
  }
  const results = await new ESLint({ cwd }).lintFiles(['.']);
  return new Map(
    results.map(({ filePath, messages }) => [
      relative(cwd, filePath).replaceAll('\\', '/'),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  );
}

async function expectReports(title: string, config: string, files: Files): Promise<void> {
  const found = await lint(config, files);
  for (const file of Object.keys(files)) {
    if (QUIET.has(`${title} ${file}`)) continue;
    const ours = (found.get(file) ?? []).filter((rule) => rule.startsWith(`${NAMESPACE}/`));
    expect(ours, `${file}: ${JSON.stringify(found.get(file))}`).not.toEqual([]);
  }
  for (const [file, rules] of found)
    expect(
      rules.filter((rule) => rule.includes('rror')),
      file,
    ).toEqual([]);
}

describe('docs/recipes.md', { timeout: 60_000 }, () => {
  it('has a fixture for every recipe', () => {
    const text = readFileSync(join(root, 'docs/recipes.md'), 'utf8');
    const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(Object.keys(FIXTURES)).toEqual(titles);
  });

  it.each(Object.entries(FIXTURES))('%s', async (title, files) => {
    await expectReports(title, section('docs/recipes.md', title), files);
  });
});

it(
  'README: the first configuration is the one for TypeScript and JavaScript together',
  { timeout: 60_000 },
  async () => {
    const title = 'TypeScript and JavaScript';
    await expectReports(title, section('README.md', 'Install'), FIXTURES[title] ?? {});
  },
);

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
import type { Linter as CoreLinter } from 'eslint';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.ts';

const root = new URL('..', import.meta.url).pathname;
const pages = readdirSync(`${root}docs/rules`);

interface Example {
  readonly title: string;
  readonly good: boolean;
  readonly language: string;
  readonly code: string;
}

/** Every code block with the ❌ or ✅ line above it. */
function examplesOf(page: string): Example[] {
  const text = readFileSync(`${root}docs/rules/${page}`, 'utf8');
  return [...text.matchAll(/^(❌|✅) (.+)\n\n```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, mark = '', title = '', language = '', code = '']) => ({ title, good: mark === '✅', language, code }),
  );
}

/** The options that a page gives its examples: for a rule that does nothing without any. */
function optionsOf(page: string): readonly object[] {
  const text = readFileSync(`${root}docs/rules/${page}`, 'utf8');
  const given = /^<!-- examples are linted with: (\{.*\}) -->$/m.exec(text)?.[1];
  return given === undefined ? [] : [JSON.parse(given) as object];
}

function lint(rule: string, { code, language }: Example): CoreLinter.LintMessage[] {
  return new Linter({ configType: 'flat' }).verify(
    code,
    [
      {
        files: ['**/*.{js,ts,tsx}'],
        plugins: { 'claude-compliance': plugin },
        languageOptions: { parser },
        settings: { 'claude-compliance': { zdr: true, hipaa: true } },
        rules: { [`claude-compliance/${rule}`]: ['error', ...optionsOf(`${rule}.md`)] },
      },
    ],
    { filename: `example.${language}` },
  );
}

describe.each(pages)('docs/rules/%s', (page) => {
  const rule = page.replace(/\.md$/, '');
  const examples = examplesOf(page);

  it('shows code of both kinds, and no block without a mark', () => {
    const text = readFileSync(`${root}docs/rules/${page}`, 'utf8');
    const blocks = text.match(/^```(?:ts|tsx|js)$/gm) ?? [];
    expect(examples).toHaveLength(blocks.length);
    expect(examples.some((e) => e.good)).toBe(true);
    expect(examples.some((e) => !e.good)).toBe(true);
  });

  it.each(examples)('$good: $title', (example) => {
    const messages = lint(rule, example);
    expect(messages.filter((m) => m.fatal)).toEqual([]);
    if (example.good) expect(messages).toEqual([]);
    else expect(messages.map((m) => m.ruleId)).toContain(`claude-compliance/${rule}`);
  });
});

it('the generated parts are up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('the lines of the README come from the demo', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const shown = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { stdout } = spawnSync(process.execPath, ['examples/demo.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  const flat = (text: string): string => text.replace(/\u001B\[\d+m/g, '').replace(/\s+/g, ' ');
  const demo = flat(stdout);
  const findings = flat(shown)
    .split(/(?=\d+:\d+ error)|src\/\S+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  expect(findings.length).toBeGreaterThan(2);
  for (const finding of findings) expect(demo).toContain(finding);
});

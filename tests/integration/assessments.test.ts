/**
 * The evidence cannot disagree with the lint: what assess() marks as reported is what ESLint reports, on whole projects.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import json from '@eslint/json';
import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import type { Linter, Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { assess } from '../../src/rules/define/index.ts';
import type { Place, RuleAssessment } from '../../src/rules/define/index.ts';
import type { FileInput } from '../../src/rules/define/file.ts';
import { rules } from '../../src/rules/index.ts';

const NAMESPACE = 'claude-compliance';
const OWN: Readonly<Record<string, unknown>> = {
  clients: {
    '@acme/llm': { createLlm: 'anthropic', govLlm: 'bedrock', llm: 'anthropic' },
    './lib/claude': { default: 'anthropic' },
  },
  zdr: true,
  hipaa: true,
};

interface Seen {
  readonly input: FileInput;
  readonly settings: Readonly<Record<string, unknown>>;
}

const PROJECTS = ['bedrock', 'cjs-server', 'monorepo-wrapper', 'ts-app'];
const folderOf = (project: string): string => fileURLToPath(new URL(`projects/${project}/`, import.meta.url));

/** Lints a project with every rule, and keeps the sources that ESLint hands to rules. */
async function lint(
  project: string,
  pack: readonly Linter.Config[],
): Promise<{ reported: string[]; assessed: string[] }> {
  const seen: Seen[] = [];
  const capture: Rule.RuleModule = {
    create({ sourceCode, filename, cwd, settings }) {
      const input = { sourceCode: sourceCode as unknown as FileInput['sourceCode'], filename, cwd };
      seen.push({ input, settings });
      return {};
    },
  };
  const cwd = folderOf(project);
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.js'],
        languageOptions: { sourceType: project === 'cjs-server' ? 'commonjs' : 'module' },
      },
      { files: ['**/*.ts'], languageOptions: { parser: typescriptParser } },
      {
        files: ['**/*.json'],
        ignores: ['**/expected.json'],
        plugins: { json: json },
        language: 'json/json',
      },
      {
        settings: { [NAMESPACE]: OWN },
        plugins: { test: { rules: { capture } } },
        rules: { 'test/capture': 'error' },
      },
      ...pack,
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const reported = results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, messageId, line, column }) =>
        `${relative(cwd, filePath)}:${String(line)}:${String(column)} ${ruleId ?? '?'} ${messageId ?? '?'}`,
    ),
  );
  const assessed: string[] = [];
  for (const { input, settings } of seen) {
    const config = (await eslint.calculateConfigForFile(input.filename)) as Linter.Config;
    const options = Object.fromEntries(
      Object.keys(rules).map((name) => {
        const [, given] = [config.rules?.[`${NAMESPACE}/${name}`] ?? []].flat() as [unknown, object?];
        return [name, given];
      }),
    );
    const active = Object.fromEntries(
      Object.entries(rules).filter(([name]) => config.rules?.[`${NAMESPACE}/${name}`] !== undefined),
    );
    const found = assess(input.sourceCode, input, active, options, settings);
    assessed.push(
      ...found
        .filter(({ reported: isReported }) => isReported)
        .map((each) => lineOf(relative(cwd, input.filename), each)),
    );
  }
  return { reported: reported.sort(), assessed: assessed.sort() };
}

function lineOf(file: string, { rule, at, ...each }: RuleAssessment): string {
  const { line, column } = startOf(at);
  const offset = file.endsWith('.json') ? 0 : 1;
  const messageId = 'messageId' in each ? each.messageId : undefined;
  return `${file}:${String(line)}:${String(column + offset)} ${NAMESPACE}/${rule} ${messageId ?? '?'}`;
}

function startOf(at: Place): { readonly line: number; readonly column: number } {
  if ('loc' in at) return at.loc.start;
  return 'start' in at ? at.start : at;
}

describe.each(PROJECTS)('%s', (project) => {
  it.each(['hipaa', 'finserv', 'all'] as const)('is judged as it is linted, by the %s pack', async (pack) => {
    const { reported, assessed } = await lint(project, plugin.configs[pack]);
    expect(assessed.length).toBeGreaterThan(0);
    expect(assessed).toEqual(reported);
  });
});

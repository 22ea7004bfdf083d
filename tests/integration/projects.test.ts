import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as typescriptParser from '@typescript-eslint/parser';
import type { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../dist/index.js';
import { ESLINT_VERSIONS } from './eslint-versions.ts';

interface Finding {
  readonly file: string;
  readonly ruleId: string | null;
  readonly messageId: string | undefined;
  readonly line: number;
}

const { hipaa } = plugin.configs;

const ACME_CLIENTS: Linter.Config = {
  settings: {
    'claude-compliance': {
      clients: {
        '@acme/llm': { createLlm: 'anthropic', govLlm: 'bedrock', llm: 'anthropic' },
        './lib/claude': { default: 'anthropic' },
      },
    },
  },
};

const PROJECTS: Readonly<Record<string, Linter.Config[]>> = {
  bedrock: hipaa,
  'cjs-server': [{ languageOptions: { sourceType: 'commonjs' } }, ...hipaa],
  'monorepo-wrapper': [ACME_CLIENTS, ...hipaa],
  'ts-app': [{ files: ['**/*.ts'], languageOptions: { parser: typescriptParser } }, ...hipaa],
};

function folderOf(project: string): string {
  return fileURLToPath(new URL(`projects/${project}/`, import.meta.url));
}

function expectedFindings(project: string): Finding[] {
  return JSON.parse(readFileSync(`${folderOf(project)}expected.json`, 'utf8')) as Finding[];
}

function findingsOf(project: string, results: readonly ESLint.LintResult[]): Finding[] {
  return results.flatMap(({ filePath, messages }) => {
    const file = relative(folderOf(project), filePath).split(sep).join('/');
    return messages.map(({ ruleId, messageId, line }) => ({ file, ruleId, messageId, line }));
  });
}

const placeOf = ({ file, line, ruleId, messageId }: Finding): string =>
  [file, String(line).padStart(5, '0'), ruleId, messageId].join('|');

describe.each(ESLINT_VERSIONS)('ESLint $version', ({ ESLint: Linting }) => {
  const lint = async (project: string, config: Linter.Config[]): Promise<Finding[]> => {
    const eslint = new Linting({ cwd: folderOf(project), overrideConfigFile: true, overrideConfig: config });
    return findingsOf(project, await eslint.lintFiles(['.']));
  };

  it.each(Object.entries(PROJECTS))('finds what %s expects', async (project, config) => {
    // Reports at the same place come in the order of the rules, which says nothing.
    const sorted = (list: readonly Finding[]): Finding[] =>
      [...list].sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
    expect(sorted(await lint(project, config))).toEqual(sorted(expectedFindings(project)));
  });

  it('sees a client of the own packages, whether settings declare it or not', async () => {
    for (const config of [hipaa, [ACME_CLIENTS, ...hipaa]]) {
      const findings = await lint('monorepo-wrapper', config);
      expect(
        findings.filter(
          ({ line, file, ruleId }) => file.endsWith('answers.js') && line === 4 && ruleId?.endsWith('-geo'),
        ),
      ).toHaveLength(1);
    }
  });
});

/**
 * The config for package.json beside configs of others, in either order: nothing ends the run, and their rules go on.
 */
import { createRequire } from 'node:module';
import js from '@eslint/js';
import json from '@eslint/json';
import type { ESLint as EslintClass, Linter } from 'eslint';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { folderWith } from '../helpers/folders.ts';

const require = createRequire(import.meta.url);
const VERSIONS = ['eslint', 'eslint-9', 'eslint-floor'] as const;

const BROKEN = `{
  "name": "acme",
  "name": "acme",
  "${NAMESPACE}": { "hipaa": "yes" }
}
`;

const typed = { languageOptions: { parserOptions: { projectService: true } } };
const ownJson: Linter.Config = { files: ['**/*.json'], plugins: { json }, language: 'json/json' };

/** Rules of one version of ESLint that another does not have cannot be turned on. */
function known(version: string, config: Linter.Config): Linter.Config {
  const { builtinRules } = require(`${version}/use-at-your-own-risk`) as {
    builtinRules: ReadonlyMap<string, unknown>;
  };
  const entries = Object.entries(config.rules ?? {}).filter(([rule]) => builtinRules.has(rule));
  return { ...config, rules: Object.fromEntries(entries) };
}

const OTHERS: Readonly<Record<string, (version: string) => Linter.Config[]>> = {
  'nothing else': () => [],
  'all rules of ESLint': (version) => [known(version, js.configs.all)],
  'rules for TypeScript': () => tseslint.configs.strict,
  'rules with types': () => [...(tseslint.configs.all as Linter.Config[]), typed],
  'rules of a plugin': () => [eslintPlugin.configs.all],
};

const PACK = plugin.configs.hipaa;

async function lint(version: string, configs: readonly Linter.Config[]): Promise<Linter.LintMessage[]> {
  const { ESLint } = require(version) as { ESLint: typeof EslintClass };
  const root = folderWith({ 'package.json': BROKEN, 'eslint.config.js': '' });
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [...configs] });
  const results = await eslint.lintFiles(['**/package.json']);
  expect(results.map(({ filePath }) => filePath)).toEqual([`${root}/package.json`]);
  return results.flatMap(({ messages }) => messages);
}

const ids = (messages: readonly Linter.LintMessage[]): string[] =>
  messages.map(({ ruleId, message }) => ruleId ?? message).sort();

const OURS = `${NAMESPACE}/no-zdr-ineligible-features`;

describe.each(VERSIONS)('%s', (version) => {
  describe.each(Object.keys(OTHERS))('with %s', (name) => {
    const others = OTHERS[name]?.(version) ?? [];

    it.each([
      ['before', [...others, ...PACK]],
      ['after', [...PACK, ...others]],
    ] as const)('%s the pack', async (_, configs) => {
      expect(ids(await lint(version, configs))).toEqual([OURS]);
    });

    it('and rules of @eslint/json, which do their work in either order', async () => {
      const own = { ...ownJson, rules: { 'json/no-duplicate-keys': 'error' } } satisfies Linter.Config;
      // Rules for code without files end a run over JSON by themselves.
      const beside = name === 'nothing else' ? others : [];
      expect(ids(await lint(version, [...beside, own, ...PACK]))).toEqual([OURS, 'json/no-duplicate-keys']);
      expect(ids(await lint(version, [...beside, ...PACK, own]))).toEqual([OURS, 'json/no-duplicate-keys']);
    });
  });
});

it('the message is in package.json, at the key', async () => {
  const [message] = await lint('eslint', PACK);
  expect(message).toMatchObject({ messageId: 'marker', line: 4, column: 26, endColumn: 33 });
  expect(message?.message).toBe('package.json.hipaa must be true or false, but is "yes". Mend the marker.');
});

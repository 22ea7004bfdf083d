/**
 * The packs, as data and as users extend them.
 */
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import { describe, expect, it } from 'vitest';
import { PACKS } from '../src/configs/packs/index.ts';
import type { Pack, PackName } from '../src/configs/packs/index.ts';
import plugin from '../src/index.ts';
import { NAMESPACE } from '../src/meta.ts';
import { rules } from '../src/rules/index.ts';

const NAMES = Object.keys(PACKS) as PackName[];
/** The packs that ask about the geography. */
const WITH_GEO = NAMES.filter((name) => 'require-inference-geo' in PACKS[name].rules);
const GEO = `${NAMESPACE}/require-inference-geo`;

/** Rules that no pack turns on, each with its reason. */
const OPT_IN: Readonly<Record<string, string>> = {
  'require-gateway': 'Which modules are the gateway only a team knows.',
};

const head = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const PINNED = `${head}client.messages.create({ model: 'claude-opus-5', inference_geo: 'us' });`;
const UNPINNED = `${head}client.messages.create({ model: 'claude-opus-5' });`;
const GLOBAL = `${head}client.messages.create({ model: 'claude-opus-5', inference_geo: 'global' });`;
const NOWHERE = `${head}client.messages.create({ model: 'claude-opus-5', inference_geo: 'eu' });`;
const HIDDEN = `${head}export const f = (p) => client.messages.create(p);`;
const MISSPELT = `${head}client.messages.create({ model: 'claude-opus-5', inferenceGeo: 'us' });`;
const OLD_PIN = `${head}client.messages.create({ model: 'claude-haiku-4-5', inference_geo: 'us' });`;

const linter = new Linter();
const lint = (code: string, ...configs: (readonly Linter.Config[])[]) =>
  linter
    .verify(code, configs.flat())
    .filter(({ ruleId, fatal }) => ruleId === GEO || fatal)
    .map(({ messageId, severity }) => [messageId, severity]);

describe('packs', () => {
  it('are the ones the contract names', () => {
    expect(NAMES).toEqual(['recommended', 'hipaa', 'finserv', 'gov', 'gdpr', 'soc2', 'all']);
    expect(Object.keys(plugin.configs)).toEqual(expect.arrayContaining(NAMES));
  });

  it('hold every rule, or it is opt-in for a reason', () => {
    const held = new Set(
      NAMES.filter((name) => name !== 'all').flatMap((name) => Object.keys(PACKS[name].rules)),
    );
    expect([...held, ...Object.keys(OPT_IN)].sort()).toEqual(Object.keys(rules).sort());
  });

  describe.each(NAMES)('%s', (name) => {
    const pack: Pack = PACKS[name];
    const configs = plugin.configs[name];
    const [config = {}, inPackages = {}] = configs;

    it('says for whom it is and why each rule is in it', () => {
      expect(pack.title).not.toBe('');
      expect(pack.audience).toMatch(/\.$/);
      for (const reason of Object.values(pack.leftOut)) expect(reason).toMatch(/\.$/);
      for (const { reason, severity } of Object.values(pack.rules)) {
        expect(reason).toMatch(/\.$/);
        expect(['error', 'warn']).toContain(severity);
      }
    });

    it('decides about every rule', () => {
      expect([...Object.keys(pack.rules), ...Object.keys(pack.leftOut)].sort()).toEqual(
        Object.keys(rules).sort(),
      );
    });

    it('sets only options that the rules have, to values that they take', () => {
      for (const [rule, { options }] of Object.entries(pack.rules)) {
        if (options)
          expect(() =>
            linter.verify('', {
              plugins: { [NAMESPACE]: plugin },
              rules: { [`${NAMESPACE}/${rule}`]: ['error', options] },
            }),
          ).not.toThrow();
      }
    });

    it('names only existing rules', () => {
      for (const rule of Object.keys(pack.rules)) expect(rules).toHaveProperty(rule);
      for (const rule of Object.keys(config.rules ?? {}))
        expect(rules).toHaveProperty(rule.replace(`${NAMESPACE}/`, ''));
    });

    it('is a named config that holds this very plugin', () => {
      expect(config.name).toBe(`${NAMESPACE}/${name}`);
      expect(config.plugins?.[NAMESPACE]).toBe(plugin);
      expect(Object.keys(config).sort()).toEqual(['name', 'plugins', 'rules']);
      expect(configs).toHaveLength(2);
      expect(inPackages).toMatchObject({
        name: `${NAMESPACE}/${name}/package`,
        files: ['**/package.json'],
        language: 'claude-compliance-json/json',
      });
      for (const [rule, setting] of Object.entries(inPackages.rules ?? {}))
        expect(config.rules?.[rule]).toEqual(setting);
    });

    it('is accepted by ESLint and passes a pinned request', () => {
      expect(lint(PINNED, configs)).toEqual([]);
    });

    it.runIf(WITH_GEO.includes(name))('reports what fails at run time', () => {
      expect(lint(NOWHERE, configs)).toMatchObject([
        [expect.stringMatching(/^not(Allowed|Offered)$/), expect.any(Number)],
      ]);
      expect(lint(OLD_PIN, configs)).toMatchObject([['pinOnOldModel', expect.any(Number)]]);
      expect(lint(MISSPELT, configs)).toMatchObject([['misspelt', expect.any(Number)]]);
    });

    it('is extended by name', async () => {
      const eslint = new ESLint({
        overrideConfigFile: true,
        overrideConfig: defineConfig({ plugins: { [NAMESPACE]: plugin }, extends: [`${NAMESPACE}/${name}`] }),
      });
      const [result] = await eslint.lintText(NOWHERE, { filePath: 'a.js' });
      expect(result?.messages).toEqual(linter.verify(NOWHERE, configs, join(process.cwd(), 'a.js')));
      expect(result?.messages.map(({ ruleId }) => ruleId).includes(GEO)).toBe(WITH_GEO.includes(name));
    });
  });
});

describe('what each pack asks', () => {
  it.each(NAMES)('%s wants no credentials in source and no clients in browsers, as errors', (name) => {
    const both = `${head}new Anthropic({ apiKey: 'k9Qz7vT2xLm4Rw', dangerouslyAllowBrowser: true });`;
    const wanted = ['no-browser-client', 'no-hardcoded-api-key'].map((rule) => `${NAMESPACE}/${rule}`);
    const found = linter
      .verify(both, plugin.configs[name])
      .filter(({ ruleId }) => wanted.includes(ruleId ?? ''));
    expect(found.map(({ messageId, severity }) => [messageId, severity])).toEqual([
      ['given', 2],
      ['switch', 2],
    ]);
    const { options } = PACKS[name].rules['no-hardcoded-api-key'] ?? {};
    expect(options).toEqual(
      ['hipaa', 'finserv', 'gov', 'gdpr'].includes(name) ? { comments: true } : undefined,
    );
  });

  it('recommended asks for validity only', () => {
    for (const code of [UNPINNED, GLOBAL, HIDDEN]) expect(lint(code, plugin.configs.recommended)).toEqual([]);
  });

  it.each(['hipaa', 'gov'] as const)('%s wants the United States, as an error', (name) => {
    expect(lint(UNPINNED, plugin.configs[name])).toEqual([['missing', 2]]);
    expect(lint(GLOBAL, plugin.configs[name])).toEqual([['notAllowed', 2]]);
    expect(lint(HIDDEN, plugin.configs[name])).toEqual([['unverifiable', 2]]);
  });

  it.each(['finserv', 'gdpr'] as const)('%s wants an explicit geography, as a warning', (name) => {
    expect(lint(UNPINNED, plugin.configs[name])).toEqual([['missing', 1]]);
    expect(lint(GLOBAL, plugin.configs[name])).toEqual([]);
    expect(lint(HIDDEN, plugin.configs[name])).toEqual([['unverifiable', 1]]);
  });

  it('soc2 leaves the geography to the commitments of the firm', () => {
    for (const code of [UNPINNED, GLOBAL, HIDDEN]) expect(lint(code, plugin.configs.soc2)).toEqual([]);
  });

  it.each(NAMES.flatMap((a) => WITH_GEO.map((b) => [a, b] as const)))(
    '%s then %s: the later one wins',
    (a, b) => {
      for (const code of [PINNED, UNPINNED, GLOBAL, HIDDEN]) {
        expect(lint(code, plugin.configs[a], plugin.configs[b])).toEqual(lint(code, plugin.configs[b]));
      }
    },
  );
});

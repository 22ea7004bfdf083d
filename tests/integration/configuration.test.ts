import type { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../dist/index.js';
import { ESLINT_VERSIONS } from './eslint-versions.ts';

const RULE = 'claude-compliance/require-inference-geo';

const PACKS = Object.entries(plugin.configs as Record<string, Linter.Config | Linter.Config[]>);

const UNPINNED_REQUEST = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 8, messages: [] });
`;

/** ESLint itself checks options; it names rule and value, and keys only where one is unknown. */
const WRONG_OPTIONS: readonly [what: string, option: object, named: readonly string[]][] = [
  ['an unknown geography', { allowed: ['eu'] }, ['"eu"', 'one of the allowed values']],
  ['an empty list', { allowed: [] }, ['[]', 'fewer than 1 items']],
  ['a geography listed twice', { allowed: ['us', 'us'] }, ['["us","us"]', 'duplicate items']],
  ['a string instead of a list', { allowed: 'us' }, ['"us"', 'should be array']],
  ['an unknown workspace default', { workspaceDefault: 'ca' }, ['"ca"', 'one of the allowed values']],
  ['an unknown way to treat doubt', { unverifiable: 'off' }, ['"off"', 'one of the allowed values']],
  [
    'an unknown option',
    { alowed: ['us'] },
    ['"alowed"', '"allowed"', '"workspaceDefault"', '"unverifiable"'],
  ],
];

const KEYS = [
  'auditLoggers',
  'baseline',
  'clients',
  'features',
  'hipaa',
  'identifiers',
  'loggers',
  'recordNames',
  'redactors',
  'zdr',
];

const PLATFORMS = ['"anthropic"', '"anthropic-aws"', '"bedrock"', '"foundry"', '"google-cloud"', '"vertex"'];

const WRONG_SETTINGS: readonly [what: string, settings: unknown, named: readonly string[]][] = [
  ['a list', ['hipaa'], ['settings["claude-compliance"]', 'an object', 'an array']],
  ['an unknown key', { hippa: true }, ['"hippa"', ...KEYS]],
  ['a string for a flag', { zdr: 'yes' }, ['.zdr', 'true or false', '"yes"']],
  ['an unknown baseline', { baseline: 'lax' }, ['.baseline', '"strict"', '"vendor"', '"lax"']],
  [
    'an unknown feature verdict',
    { features: { batches: 'deny' } },
    ['.features["batches"]', '"allow"', '"forbid"'],
  ],
  [
    'an unknown platform',
    { clients: { '@acme/llm': { llm: 'claude' } } },
    ['.clients["@acme/llm"]["llm"]', ...PLATFORMS, '"claude"'],
  ],
  [
    'a module without exports',
    { clients: { '@acme/llm': 'anthropic' } },
    ['.clients["@acme/llm"]', '<export>'],
  ],
  ['a word for loggers', { loggers: 'pino' }, ['.loggers', '"pino"']],
];

describe.each(ESLINT_VERSIONS)('ESLint $version', ({ ESLint: Linting, defineConfig }) => {
  const lint = async (config: Linter.Config[], code = UNPINNED_REQUEST): Promise<ESLint.LintResult> => {
    const eslint = new Linting({ overrideConfigFile: true, overrideConfig: config });
    const [result] = await eslint.lintText(code, { filePath: 'request.js' });
    if (!result) throw new Error('ESLint returned no result');
    // What the other rules of a pack say is theirs to test.
    const messages = result.messages.filter(
      ({ ruleId }) => ruleId === null || ruleId.endsWith('/require-inference-geo'),
    );
    return { ...result, messages };
  };

  const failureOf = async (config: Linter.Config): Promise<string> => {
    const failure: unknown = await lint([{ plugins: { 'claude-compliance': plugin }, ...config }]).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Error);
    return (failure as Error).message;
  };

  it.each(WRONG_OPTIONS)('refuses %s in the options', async (_, option, named) => {
    const message = await failureOf({ rules: { [RULE]: ['error', option] } });
    for (const word of [RULE, ...named]) expect(message).toContain(word);
  });

  it.each(WRONG_SETTINGS)('refuses %s in the settings', async (_, own, named) => {
    const message = await failureOf({ rules: { [RULE]: 'error' }, settings: { 'claude-compliance': own } });
    for (const word of named) expect(message).toContain(word);
  });

  it('takes every setting there is', async () => {
    const settings = {
      zdr: true,
      hipaa: false,
      baseline: 'vendor',
      features: { batches: 'forbid' },
      clients: { '@acme/llm': { llm: 'anthropic-aws' } },
      loggers: { pino: true },
      redactors: { scrub: true },
      auditLoggers: { trail: true },
      recordNames: { patient: false },
      identifiers: { mrn: true },
    };
    const { messages } = await lint([
      { settings: { 'claude-compliance': settings } },
      ...plugin.configs.hipaa,
    ]);
    expect(messages.map(({ ruleId, line }) => ({ ruleId, line }))).toEqual([{ ruleId: RULE, line: 3 }]);
  });

  it.each(PACKS)('extends the pack %s by its name', async (pack, config) => {
    const extending = defineConfig({
      plugins: { 'claude-compliance': plugin },
      extends: [`claude-compliance/${pack}`],
    });
    expect((await lint(extending)).messages).toEqual((await lint([config].flat())).messages);
  });

  it('reports through an extended pack', async () => {
    const config = defineConfig({
      plugins: { 'claude-compliance': plugin },
      extends: ['claude-compliance/gov'],
    });
    const { messages } = await lint(config);
    expect(messages).toMatchObject([{ ruleId: RULE, messageId: 'missing', line: 3, severity: 2 }]);
  });

  it('finds the packs under a key of the user’s own', async () => {
    const config = defineConfig({ plugins: { claude: plugin }, extends: ['claude/gov'] });
    const { messages } = await lint(config);
    expect(messages).toMatchObject([{ messageId: 'missing', line: 3 }]);
  });

  it('leaves a syntax error to ESLint', async () => {
    const { messages } = await lint([...plugin.configs.hipaa], `${UNPINNED_REQUEST}const = anthropic;\n`);
    expect(messages).toMatchObject([{ ruleId: null, fatal: true, line: 4, severity: 2 }]);
    expect(messages[0]?.message).toBe('Parsing error: Unexpected token =');
  });
});

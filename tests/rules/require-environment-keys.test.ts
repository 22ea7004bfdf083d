import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { environmentOfVariable, isKeyVariable } from '../../src/policy/key-variables.ts';
import rule from '../../src/rules/require-environment-keys.ts';
import { lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
interface Options {
  readonly variables: Readonly<Record<string, string>>;
}
type Valid = ValidCase<Options>;
type Invalid = InvalidCase<Options, Id>;

const IMPORT = `import Anthropic from '@anthropic-ai/sdk';\n`;
const KEY = 'process.env.ANTHROPIC_API_KEY';
const LISTED: readonly [Options] = [
  { variables: { production: 'CLAUDE_KEY_PROD', test: 'CLAUDE_KEY_TEST' } },
];
const SHOWN = 'CLAUDE_KEY_PROD, CLAUDE_KEY_TEST';

const shared = (
  first: string,
  second: string,
  at: Finding<Id>['at'] = [KEY, 2],
  name = 'ANTHROPIC_API_KEY',
): Finding<Id> => ({
  messageId: 'shared',
  at,
  data: { name, first, second },
});

/** A read that is not listed, with the suggestions to read either variable. */
function notListed(
  code: string,
  at: Finding<Id>['at'],
  written: string,
  name = 'ANTHROPIC_API_KEY',
  replace = (variable: string) => written.replace(name, variable),
): Finding<Id> {
  return {
    messageId: 'notListed',
    at,
    data: { name, variables: SHOWN },
    suggestions: SHOWN.split(', ').map((variable) => ({
      messageId: 'rename',
      data: { variable },
      output: code.replace(written, () => replace(variable)),
    })),
  };
}

const implicit = (at: string, call: string, name = 'ANTHROPIC_API_KEY'): Finding<Id> => ({
  messageId: 'implicit',
  at,
  data: { call, name, variables: SHOWN },
});

/** Ways to read one variable, with options. */
const READS: readonly (readonly [name: string, read: string])[] = [
  ['process.env', KEY],
  ['in brackets', `process.env['ANTHROPIC_API_KEY']`],
  ['import.meta.env', 'import.meta.env.ANTHROPIC_API_KEY'],
  ['Bun', 'Bun.env.ANTHROPIC_API_KEY'],
  ['Deno', `Deno.env.get('ANTHROPIC_API_KEY')`],
  ['a worker', 'context.env.ANTHROPIC_API_KEY'],
  ['Nest', `this.configService.getOrThrow('ANTHROPIC_API_KEY')`],
  ['a helper', `requireEnv('ANTHROPIC_API_KEY')`],
  ['a default', `${KEY} ?? ''`],
];

/** Choices between environments that share a key. */
const SHARED: readonly (readonly [name: string, code: string, first: string, second: string])[] = [
  ['an object', `const keys = { production: ${KEY}, staging: ${KEY} };`, 'production', 'staging'],
  [
    'an object of settings',
    `export default { prod: { model: 'claude-opus-5', apiKey: ${KEY} }, dev: { model: 'claude-haiku-5', apiKey: ${KEY} } };`,
    'production',
    'development',
  ],
  [
    'an object of clients',
    `${IMPORT}const clients = { live: new Anthropic({ apiKey: ${KEY} }), sandbox: new Anthropic({ apiKey: ${KEY} }) };`,
    'production',
    'sandbox',
  ],
  ['a condition', `const apiKey = isProd ? ${KEY} : ${KEY}; // claude`, 'production', 'any other'],
  [
    'a condition on NODE_ENV',
    `${IMPORT}const claude = process.env.NODE_ENV === 'production' ? new Anthropic({ apiKey: ${KEY} }) : new Anthropic({ apiKey: ${KEY}, maxRetries: 0 });`,
    'production',
    'any other',
  ],
  ['a negated condition', `const apiKey = env.isTest() ? ${KEY} : ${KEY};`, 'test', 'any other'],
  [
    'not production',
    `const apiKey = stage !== 'production' ? ${KEY} : ${KEY};`,
    'not production',
    'any other',
  ],
  [
    'a switch',
    `switch (process.env.NODE_ENV) {\n  case 'production':\n    apiKey = ${KEY};\n    break;\n  case 'staging':\n    apiKey = ${KEY};\n    break;\n}`,
    'production',
    'staging',
  ],
  [
    'a switch with a default',
    `switch (stage) {\n  case 'prod': { apiKey = ${KEY}; break; }\n  default: apiKey = ${KEY};\n}`,
    'production',
    'any other',
  ],
];

const valid: readonly Valid[] = [
  {
    name: 'one variable, whose value differs by deployment',
    code: `${IMPORT}new Anthropic({ apiKey: ${KEY} });`,
  },
  {
    name: 'options among arguments that are listed',
    code: `${IMPORT}new Anthropic(...[{ apiKey: process.env.CLAUDE_KEY_PROD }]);`,
    options: [{ variables: { production: 'CLAUDE_KEY_PROD' } }],
  },
  { name: 'no key at all', code: `${IMPORT}new Anthropic();` },
  {
    name: 'a key for each environment',
    code: `const keys = { production: process.env.ANTHROPIC_API_KEY_PROD, staging: process.env.ANTHROPIC_API_KEY_STAGING };`,
  },
  {
    name: 'a condition with two variables',
    code: `const apiKey = isProd ? process.env.ANTHROPIC_API_KEY_PROD : process.env.ANTHROPIC_API_KEY_DEV;`,
  },
  { name: 'an object by vendor', code: `const keys = { anthropic: ${KEY}, claude: ${KEY} };` },
  {
    name: 'an object that is the environment',
    code: `export const env = { NODE_ENV: process.env.NODE_ENV, ANTHROPIC_API_KEY: ${KEY}, TEST: ${KEY} };`,
  },
  {
    name: 'a condition about something else',
    code: `const apiKey = wantsBatch ? ${KEY} : ${KEY}; // claude`,
  },
  {
    name: 'another variable in both',
    code: `const keys = { production: process.env.ANTHROPIC_MODEL, staging: process.env.ANTHROPIC_MODEL };`,
  },
  {
    name: 'a switch about something else',
    code: `switch (vendor) {\n  case 'anthropic': return ${KEY};\n  case 'claude': return ${KEY};\n}`
      .replace(/^/, 'function f(vendor) {')
      .concat('}'),
  },
  { name: 'a fallback to another name', code: `const apiKey = ${KEY} ?? process.env.CLAUDE_API_KEY;` },
  {
    name: 'a fallback to a general key',
    code: `const apiKey = process.env.ANTHROPIC_API_KEY_PROD ?? ${KEY};`,
  },
  {
    name: 'a fallback in the same environment',
    code: `const apiKey = process.env.ANTHROPIC_API_KEY_PROD || process.env.CLAUDE_KEY_LIVE;`,
  },
  {
    name: 'two environments, one key and one placeholder',
    code: `const keys = { production: ${KEY}, test: 'none' };`,
  },
  ...[
    `${IMPORT}new Anthropic({ apiKey: process.env.CLAUDE_KEY_PROD });`,
    `const { CLAUDE_KEY_TEST } = process.env; // claude`,
  ].map((code) => ({ name: `listed: ${code.slice(-40)}`, code, options: LISTED })),
  {
    name: 'listed: about a key',
    code: `log(process.env.ANTHROPIC_API_KEY_FILE, process.env.ANTHROPIC_MAX_TOKENS, process.env.ANTHROPIC_BASE_URL, process.env.ANTHROPIC_API_KEY_ID);`,
    options: LISTED,
  },
  {
    name: 'listed: written, not read',
    code: `process.env.ANTHROPIC_API_KEY = process.env.CLAUDE_KEY_TEST;\ndelete process.env.ANTHROPIC_API_KEY;`,
    options: LISTED,
  },
  {
    name: 'listed: tests that set, keep and look at it',
    code: `vi.stubEnv('ANTHROPIC_API_KEY', '');\nconst original = process.env.ANTHROPIC_API_KEY;\nsavedKey = process.env.ANTHROPIC_API_KEY;\nexpect(env.ANTHROPIC_API_KEY).toBeUndefined();`,
    options: LISTED,
  },
  {
    name: 'listed: not the environment',
    code: `const { ANTHROPIC_API_KEY } = constants;\nuse(constants.ANTHROPIC_API_KEY, cache.get('ANTHROPIC_API_KEY'));`,
    options: LISTED,
  },
  { name: 'listed: another vendor', code: `${IMPORT}use(process.env.OPENAI_API_KEY);`, options: LISTED },
  ...[
    'credentials: provider',
    'config: settings',
    `profile: 'work'`,
    'apiKey: key',
    'authToken',
    '...options',
  ].map((option) => ({
    name: `listed: a client with ${option}`,
    code: `${IMPORT}new Anthropic({ ${option} });`,
    options: LISTED,
  })),
  {
    name: 'listed: options from the caller',
    code: `${IMPORT}export const make = (options) => new Anthropic(options);`,
    options: LISTED,
  },
  {
    name: 'listed: a clone',
    code: `${IMPORT}new Anthropic({ apiKey }).withOptions({ maxRetries: 0 });`,
    options: LISTED,
  },
  {
    name: 'listed: clouds have their own credentials',
    code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nimport { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nnew AnthropicBedrock();\nnew AnthropicVertex({ region: 'us' });`,
    options: LISTED,
  },
  {
    name: 'listed: a provider with a key',
    code: `import { createAnthropic } from '@ai-sdk/anthropic';\nconst anthropic = createAnthropic({ apiKey: process.env.CLAUDE_KEY_PROD });\nanthropic('claude-opus-5');`,
    options: LISTED,
  },
];

const fallback = (
  code: string,
  at: string,
  from: string,
  to: string,
  first: string,
  second: string,
): Finding<Id> => ({
  messageId: 'fallback',
  at,
  data: { from, to, first, second },
  suggestions: [
    { messageId: 'dropFallback', data: {}, output: code.replace(at, at.split(/ (?:\?\?|\|\|) /)[0] ?? '') },
  ],
});

const invalid: readonly Invalid[] = [
  ...SHARED.map(([name, code, first, second]): Invalid => ({
    name: `shared: ${name}`,
    code,
    errors: [shared(first, second)],
  })),
  {
    name: 'shared: through a variable',
    code: `const apiKey = ${KEY};\nconst keys = { production: apiKey, staging: apiKey };`,
    errors: [shared('production', 'staging', KEY)],
  },
  {
    name: 'shared: two cases with one code',
    code: `switch (stage) {\n  case 'staging':\n  case 'production':\n    apiKey = ${KEY};\n}`,
    errors: [shared('staging', 'production', KEY)],
  },
  {
    name: 'shared: clients that read by themselves',
    code: `${IMPORT}const clients = { production: new Anthropic(), staging: new Anthropic({ maxRetries: 0 }) };`,
    errors: [shared('production', 'staging', 'new Anthropic({ maxRetries: 0 })')],
  },
  {
    name: 'shared: Bedrock',
    code: `const tokens = { production: process.env.AWS_BEARER_TOKEN_BEDROCK, test: process.env.AWS_BEARER_TOKEN_BEDROCK }; // claude`,
    errors: [
      shared('production', 'test', ['process.env.AWS_BEARER_TOKEN_BEDROCK', 2], 'AWS_BEARER_TOKEN_BEDROCK'),
    ],
  },
  {
    name: 'shared: three environments, one report',
    code: `const keys = { production: ${KEY}, staging: ${KEY}, dev: process.env.ANTHROPIC_API_KEY_DEV };`,
    errors: [shared('production', 'staging')],
  },
  {
    name: 'mismatch: a key named for another environment',
    code: `const keys = { production: process.env.ANTHROPIC_API_KEY_PROD, staging: process.env.CLAUDE_KEY_LIVE };`,
    errors: [
      {
        messageId: 'mismatch',
        at: 'process.env.CLAUDE_KEY_LIVE',
        data: { name: 'CLAUDE_KEY_LIVE', first: 'staging', second: 'production' },
      },
    ],
  },
  {
    name: 'mismatch: of a key that is one to fall back to, too',
    code: `export const keys = { production: ${KEY}_PROD ?? ${KEY}_DEV, staging: ${KEY}_STAGING };`,
    errors: [
      {
        messageId: 'mismatch',
        at: `${KEY}_DEV`,
        data: { name: 'ANTHROPIC_API_KEY_DEV', first: 'production', second: 'development' },
      },
    ],
  },
  {
    name: 'mismatch: in a condition',
    code: `const apiKey = process.env.NODE_ENV === 'production' ? process.env.DEV_ANTHROPIC_API_KEY : undefined;`,
    errors: [
      {
        messageId: 'mismatch',
        at: 'process.env.DEV_ANTHROPIC_API_KEY',
        data: { name: 'DEV_ANTHROPIC_API_KEY', first: 'production', second: 'development' },
      },
    ],
  },
  ...[
    `const apiKey = process.env.ANTHROPIC_API_KEY_PROD ?? process.env.ANTHROPIC_API_KEY_DEV;`,
    `const apiKey = process.env.ANTHROPIC_API_KEY_PROD || process.env.ANTHROPIC_API_KEY_DEV;`,
  ].map((code): Invalid => ({
    name: `fallback: ${code.slice(45, 55)}`,
    code,
    errors: [
      fallback(
        code,
        code.slice(15, -1),
        'ANTHROPIC_API_KEY_PROD',
        'ANTHROPIC_API_KEY_DEV',
        'production',
        'development',
      ),
    ],
  })),
  ...READS.map(([name, read]): Invalid => {
    const code = `const apiKey = ${read}; // claude`;
    const at = read.replace(` ?? ''`, '');
    return { name: `not listed: ${name}`, code, options: LISTED, errors: [notListed(code, at, at)] };
  }),
  ...[`const { ANTHROPIC_API_KEY } = process.env;`].map((code): Invalid => ({
    name: 'not listed: destructured',
    code,
    options: LISTED,
    errors: [
      notListed(
        code,
        'ANTHROPIC_API_KEY',
        'ANTHROPIC_API_KEY',
        'ANTHROPIC_API_KEY',
        (variable) => `${variable}: ANTHROPIC_API_KEY`,
      ),
    ],
  })),
  ...[`const { ANTHROPIC_API_KEY: apiKey } = process.env;`].map((code): Invalid => ({
    name: 'not listed: destructured with a name',
    code,
    options: LISTED,
    errors: [notListed(code, 'ANTHROPIC_API_KEY: apiKey', 'ANTHROPIC_API_KEY')],
  })),
  ...[`const e = process.env;\nconst apiKey = e.ANTHROPIC_AUTH_TOKEN;`].map((code): Invalid => ({
    name: 'not listed: the environment by another name',
    code,
    options: LISTED,
    errors: [notListed(code, 'e.ANTHROPIC_AUTH_TOKEN', 'e.ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_AUTH_TOKEN')],
  })),
  {
    name: 'implicit: the SDK',
    code: `${IMPORT}export const claude = new Anthropic();`,
    options: LISTED,
    errors: [implicit('Anthropic', 'new Anthropic')].map((e) => ({ ...e, at: ['Anthropic', 2] as const })),
  },
  {
    name: 'implicit: undefined',
    code: `${IMPORT}export const claude = new Anthropic({ apiKey: undefined, maxRetries: 3 });`,
    options: LISTED,
    errors: [{ ...implicit('Anthropic', 'new Anthropic'), at: ['Anthropic', 2] }],
  },
  {
    name: 'implicit: the AI SDK',
    code: `import { createAnthropic } from '@ai-sdk/anthropic';\nexport const anthropic = createAnthropic({ headers });`,
    options: LISTED,
    errors: [{ ...implicit('createAnthropic', 'createAnthropic'), at: ['createAnthropic', 2] }],
  },
  {
    name: 'implicit: a provider that comes ready-made',
    code: `import { anthropic } from '@ai-sdk/anthropic';\nexport const model = anthropic('claude-opus-5');`,
    options: LISTED,
    errors: [{ ...implicit('anthropic', 'anthropic'), at: ['anthropic', 3] }],
  },
  {
    name: 'implicit: LangChain',
    code: `import { ChatAnthropic } from '@langchain/anthropic';\nexport const model = new ChatAnthropic({ model: 'claude-opus-5' });`,
    options: LISTED,
    errors: [{ ...implicit('ChatAnthropic', 'new ChatAnthropic'), at: ['ChatAnthropic', 2] }],
  },
  {
    name: 'implicit: Foundry',
    code: `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';\nexport const claude = new AnthropicFoundry({ resource: 'acme' });`,
    options: LISTED,
    errors: [
      {
        ...implicit('AnthropicFoundry', 'new AnthropicFoundry', 'ANTHROPIC_FOUNDRY_API_KEY'),
        at: ['AnthropicFoundry', 2],
      },
    ],
  },
];

runRule('require-environment-keys', rule, { valid, invalid });

describe('key variables', () => {
  it.each([
    'ANTHROPIC_API_KEY',
    'CLAUDE_API_KEY',
    'CLAUDE_KEY',
    'ANTHROPIC_API_KEY_PROD',
    'PROD_ANTHROPIC_API_KEY',
    'ANTHROPIC_PROD_API_KEY',
    'AWS_BEARER_TOKEN_BEDROCK',
    'CLAUDE_CODE_OAUTH_TOKEN',
  ])('%s', (name) => {
    expect(isKeyVariable(name)).toBe(true);
  });
  it.each([
    'OPENAI_API_KEY',
    'ANTHROPIC_MAX_TOKENS',
    'ANTHROPIC_MODEL',
    'ANTHROPIC_IDENTITY_TOKEN',
    'ANTHROPIC_WEBHOOK_SIGNING_KEY',
    'ANTHROPIC_API_KEY_FILE',
    'CLAUDE_CACHE_KEY',
    'anthropicApiKey',
    'MAX_CLAUDE_TOKEN_COUNT',
  ])('not %s', (name) => {
    expect(isKeyVariable(name)).toBe(false);
  });
  it.each([
    ['ANTHROPIC_API_KEY_PROD', 'production'],
    ['STG_CLAUDE_KEY', 'staging'],
    ['ANTHROPIC_API_KEY', undefined],
    ['ANTHROPIC_KEY_LATEST', undefined],
  ])('%s is for %s', (name, environment) => {
    expect(environmentOfVariable(name)).toBe(environment);
  });
});

describe('in a test file', () => {
  const lint = (filename: string) =>
    new Linter()
      .verify(
        `const apiKey = process.env.ANTHROPIC_API_KEY_PROD;`,
        {
          files: ['**'],
          plugins: { test: { rules: { rule: rule as never } } },
          rules: { 'test/rule': 'error' },
        },
        filename,
      )
      .map(({ messageId }) => messageId);

  it.each(['src/notes.test.js', 'src/__tests__/notes.js', 'tests/notes.js', 'notes.e2e.js'])(
    '%s does not read the key of production',
    (filename) => {
      expect(lint(filename)).toEqual(['inTest']);
    },
  );
  it.each(['src/notes.js', 'src/latest/notes.js', 'src/contest.js'])('%s may', (filename) => {
    expect(lint(filename)).toEqual([]);
  });
});

describe('names of variables that are not written in place', () => {
  it.each([
    `const named = () => 'ANTHROPIC_API_KEY';\nexport const key = Deno.env.get(named());`,
    `export const key = Deno.env.get((0, 'ANTHROPIC_API_KEY'));`,
    `export const key = Deno.env.get(...['ANTHROPIC_API_KEY']);`,
    `const NAME = 'ANTHROPIC_API_KEY';\nexport const key = requireEnv(NAME);`,
  ])('%s', (code) => {
    const options = [{ variables: { production: 'CLAUDE_KEY_PROD' } }];
    expect(lintWith(rule, `${code} // claude`, { options }).map(({ messageId }) => messageId)).toEqual([
      'notListed',
    ]);
  });

  it('are silent where they are not known', () => {
    const options = [{ variables: { production: 'CLAUDE_KEY_PROD' } }];
    const code = `export const read = (prod) => Deno.env.get(prod ? 'CLAUDE_KEY_PROD' : 'ANTHROPIC_API_KEY');`;
    expect(lintWith(rule, code, { options })).toEqual([]);
  });
});

import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import rule from '../../src/rules/no-hardcoded-api-key.ts';
import { FORMS } from '../helpers/credential-forms.ts';
import { LOOK_ALIKES } from '../helpers/credential-look-alikes.ts';
import {
  ADMIN_KEY,
  API_KEY,
  AWS_ID,
  AWS_SECRET,
  BEDROCK_KEY,
  FUTURE_KEY,
  OAUTH_TOKEN,
  OPAQUE,
  OTHER_API_KEY,
  random,
  REFRESH_TOKEN,
  SHAPED,
  TRUNCATED_KEY,
} from '../helpers/credentials.ts';
import { applied, lintWith } from '../helpers/rule-tester.ts';

const ANTHROPIC = `import Anthropic from '@anthropic-ai/sdk';\n`;
const SECRETS = [...SHAPED.map(([key]) => key), OTHER_API_KEY, FUTURE_KEY, AWS_ID, AWS_SECRET, OPAQUE];
const ADVICE = 'Revoke it, and read one from the environment.';

/** Four characters of a secret, beyond those that all of its family have, are too many to show. */
function expectNoSecret(output: string, secrets: readonly string[] = SECRETS): void {
  for (const secret of secrets) {
    for (let i = Math.min(26, secret.length - 8); i + 6 <= secret.length; i += 3)
      expect(output).not.toContain(secret.slice(i, i + 6));
  }
}

const messagesOf = (code: string, options: object = {}): string[] =>
  lintWith(rule, code, { options: [options] }).map(({ message }) => message);

describe('every form', () => {
  it.each(FORMS)('$name', ({ code, count, jsx }) => {
    const messages = lintWith(rule, code, { parser: jsx ? 'espree' : 'typescript' });
    expect(messages.filter((m) => m.fatal)).toEqual([]);
    expect(messages.map(({ messageId }) => messageId)).toHaveLength(count);
    expectNoSecret(JSON.stringify(messages));
  });

  it.each(FORMS.filter(({ typed }) => !typed))('with espree: $name', ({ code, count }) => {
    expect(lintWith(rule, code, { parser: 'espree' })).toHaveLength(count);
  });

  it.each(FORMS.filter(({ jsx }) => !jsx))('still parses after its suggestions: $name', ({ code }) => {
    for (const { suggestions = [] } of lintWith(rule, code)) {
      for (const suggestion of suggestions) {
        const after = applied(code, suggestion);
        const left = lintWith(rule, after);
        expect(
          left.filter(({ fatal }) => fatal),
          after.slice(0, 60),
        ).toEqual([]);
        expect(left.length).toBeLessThanOrEqual(lintWith(rule, code).length);
        expect(left.map(({ messageId }) => messageId)).not.toEqual(
          lintWith(rule, code).map(({ messageId }) => messageId),
        );
      }
    }
  });
});

describe('every look-alike', () => {
  it.each(LOOK_ALIKES)('$name', ({ code, jsx }) => {
    const messages = lintWith(rule, code, {
      parser: jsx ? 'espree' : 'typescript',
      options: [{ comments: true, tests: 'all' }],
    });
    expect(messages.map(({ message, line }) => [line, message])).toEqual([]);
  });
});

describe('every family', () => {
  it.each(SHAPED.map(([key, title], i) => ({ key, title, i })))('$i $title', ({ key, title }) => {
    expect(messagesOf(`export const key = '${key}';`)).toEqual([
      `${title} (ends in "${key.slice(-2)}") stands in a string. ${ADVICE}`,
    ]);
  });

  it('says of a key cut short, or of a family to come, that it is one', () => {
    expect(messagesOf(`export const key = '${TRUNCATED_KEY}';`)).toEqual([
      `A Claude API key (ends in "${TRUNCATED_KEY.slice(-2)}") seems to stand in a string. ${ADVICE}`,
    ]);
    expect(messagesOf(`export const key = '${FUTURE_KEY}';`)[0]).toMatch(
      /^A Claude credential \(ends in "..."?\) seems to stand/,
    );
  });

  it('names the option and the client that take a secret of no known shape', () => {
    expect(messagesOf(`${ANTHROPIC}new Anthropic({ apiKey: '${OPAQUE}' });`)).toEqual([
      `\`apiKey\` of \`new Anthropic\` is given a literal (ends in "${OPAQUE.slice(-2)}") in a string. ${ADVICE}`,
    ]);
    expect(messagesOf(`process.env.ANTHROPIC_API_KEY = '${OPAQUE}';`)[0]).toMatch(
      /^`ANTHROPIC_API_KEY` is given a literal/,
    );
    expect(messagesOf(`${ANTHROPIC}new Anthropic({ authToken: 'hunter2' });`)[0]).toMatch(
      /^`authToken` of `new Anthropic` is given a literal in/,
    );
  });

  it('misses next to none of those drawn at random', () => {
    let missed = 0;
    for (let i = 0; i < 500; i += 1) {
      const key = ['sk', 'ant', 'api03', `${random(93, `trial ${String(i)}`)}AA`].join('-');
      if (lintWith(rule, `x('${key}')`).length !== 1) missed += 1;
    }
    expect(missed).toBe(0);
  });
});

describe('options', () => {
  const comment = `// ${API_KEY}\n/* and ${ADMIN_KEY} */\nexport const a = 1;`;

  it('comments', () => {
    expect(messagesOf(comment)).toHaveLength(2);
    expect(messagesOf(`// ${TRUNCATED_KEY}`)).toEqual([]);
    expect(messagesOf(`// ${TRUNCATED_KEY}`, { comments: true })).toHaveLength(1);
    expect(messagesOf(comment, { comments: true })).toEqual([
      expect.stringContaining('stands in a comment'),
      expect.stringContaining('stands in a comment'),
    ]);
    expect(messagesOf(`// new Anthropic({ apiKey: 'sk-ant-...' })`, { comments: true })).toEqual([]);
  });

  const code = `${ANTHROPIC}const a = '${API_KEY}';\nconst b = '${TRUNCATED_KEY}';\nnew Anthropic({ apiKey: '${OPAQUE}' });`;
  const inFile = (filename: string, options: object): (string | undefined)[] =>
    new Linter({ cwd: '/project' })
      .verify(
        code,
        {
          files: ['**'],
          plugins: { test: { rules: { rule: rule as never } } },
          rules: { 'test/rule': ['error', options] },
        },
        { filename: `/project/${filename}` },
      )
      .map(({ messageId }) => messageId);

  it.each([
    'src/a.test.js',
    'a.spec.js',
    'src/__tests__/a.js',
    'test/a.js',
    'tests/unit/a.js',
    'src/__mocks__/a.js',
    'fixtures/a.js',
    'e2e/a.js',
  ])('tests, in %s', (file) => {
    expect(inFile(file, {})).toEqual(['key']);
    expect(inFile(file, { tests: 'exact' })).toEqual(['key']);
    expect(inFile(file, { tests: 'all' })).toEqual(['key', 'given']);
    expect(inFile(file, { tests: 'ignore' })).toEqual([]);
  });

  it('tests says nothing of other files', () => {
    for (const tests of ['exact', 'all', 'ignore'])
      expect(inFile('src/a.js', { tests })).toEqual(['key', 'given']);
  });
});

describe('suggestions', () => {
  interface Change {
    readonly name: string;
    readonly before: string;
    /** Undefined: none. */
    readonly after: string | undefined;
    readonly message?: string;
  }

  const read = (variable: string): string => `Read \`process.env.${variable}\`.`;
  const DROP = 'Drop the literal fallback.';
  const K = API_KEY;

  it.each<Change>([
    {
      name: 'a constant',
      before: `const key = '${K}';`,
      after: 'const key = process.env.ANTHROPIC_API_KEY;',
      message: read('ANTHROPIC_API_KEY'),
    },
    {
      name: 'the family',
      before: `const key = '${ADMIN_KEY}';`,
      after: 'const key = process.env.ANTHROPIC_ADMIN_KEY;',
      message: read('ANTHROPIC_ADMIN_KEY'),
    },
    {
      name: 'the option',
      before: `${ANTHROPIC}new Anthropic({ authToken: '${OAUTH_TOKEN}' });`,
      after: `${ANTHROPIC}new Anthropic({ authToken: process.env.ANTHROPIC_AUTH_TOKEN });`,
    },
    {
      name: 'webhook keys',
      before: `${ANTHROPIC}new Anthropic({ webhookKey: 'whsec_${OPAQUE}' });`,
      after: `${ANTHROPIC}new Anthropic({ webhookKey: process.env.ANTHROPIC_WEBHOOK_SIGNING_KEY });`,
    },
    {
      name: 'Foundry',
      before: `import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';\nnew AnthropicFoundry({ apiKey: '${OPAQUE}' });`,
      after: `import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';\nnew AnthropicFoundry({ apiKey: process.env.ANTHROPIC_FOUNDRY_API_KEY });`,
    },
    {
      name: 'Bedrock',
      before: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock({ awsSecretKey: '${AWS_SECRET}' });`,
      after: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock({ awsSecretKey: process.env.AWS_SECRET_ACCESS_KEY });`,
    },
    {
      name: 'a bearer of Bedrock',
      before: `const key = '${BEDROCK_KEY}';`,
      after: 'const key = process.env.AWS_BEARER_TOKEN_BEDROCK;',
    },
    {
      name: 'where the constant stands',
      before: `${ANTHROPIC}const TOKEN = '${OPAQUE}';\nnew Anthropic({ authToken: TOKEN });`,
      after: `${ANTHROPIC}const TOKEN = process.env.ANTHROPIC_AUTH_TOKEN;\nnew Anthropic({ authToken: TOKEN });`,
    },
    {
      name: 'a sum',
      before: `const key = '${K.slice(0, 20)}' + '${K.slice(20)}';`,
      after: 'const key = process.env.ANTHROPIC_API_KEY;',
    },
    {
      name: 'a header',
      before: `fetch('https://api.anthropic.com/v1/messages', { headers: { Authorization: 'Bearer ${OAUTH_TOKEN}' } });`,
      after:
        "fetch('https://api.anthropic.com/v1/messages', { headers: { Authorization: `Bearer ${process.env.ANTHROPIC_AUTH_TOKEN}` } });",
    },
    {
      name: '??',
      before: `const key = process.env.ANTHROPIC_API_KEY ?? '${K}';`,
      after: 'const key = process.env.ANTHROPIC_API_KEY;',
      message: DROP,
    },
    {
      name: '||',
      before: `const key = (options.key) || '${K}';`,
      after: 'const key = (options.key);',
      message: DROP,
    },
    { name: 'a chain', before: `const key = a ?? b ?? '${K}';`, after: 'const key = a ?? b;', message: DROP },
    {
      name: 'a destructured default',
      before: `const { ANTHROPIC_API_KEY = '${K}' } = process.env;`,
      after: 'const { ANTHROPIC_API_KEY } = process.env;',
      message: DROP,
    },
    {
      name: 'a default with a name',
      before: `const { ANTHROPIC_API_KEY: key = '${K}' } = process.env;`,
      after: 'const { ANTHROPIC_API_KEY: key } = process.env;',
      message: DROP,
    },
    {
      name: 'a default parameter',
      before: `const ask = (key = '${K}') => key;`,
      after: 'const ask = (key = process.env.ANTHROPIC_API_KEY) => key;',
    },
    {
      name: 'brackets',
      before: `const a = process.env['OTHER'];\nconst key = '${K}';`,
      after: `const a = process.env['OTHER'];\nconst key = process.env['ANTHROPIC_API_KEY'];`,
    },
    {
      name: 'an imported env',
      before: `import { env } from 'node:process';\nconst key = '${K}';`,
      after: `import { env } from 'node:process';\nconst key = env.ANTHROPIC_API_KEY;`,
    },
    {
      name: 'import.meta.env',
      before: `const a = import.meta.env.ANTHROPIC_AUTH_TOKEN;\nconst key = '${K}';`,
      after:
        'const a = import.meta.env.ANTHROPIC_AUTH_TOKEN;\nconst key = import.meta.env.ANTHROPIC_API_KEY;',
    },
    {
      name: 'import.meta.env for something else',
      before: `const a = import.meta.env.MODE;\nconst key = '${K}';`,
      after: 'const a = import.meta.env.MODE;\nconst key = process.env.ANTHROPIC_API_KEY;',
    },
    {
      name: 'Deno',
      before: `const a = Deno.env.get('A');\nconst key = '${K}';`,
      after: `const a = Deno.env.get('A');\nconst key = Deno.env.get('ANTHROPIC_API_KEY');`,
    },
    {
      name: 'CommonJS',
      before: `const Anthropic = require('@anthropic-ai/sdk');\nmodule.exports = new Anthropic({ apiKey: '${OPAQUE}' });`,
      after: `const Anthropic = require('@anthropic-ai/sdk');\nmodule.exports = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });`,
    },
    {
      name: 'a template with more in it',
      before: `const h = \`Bearer ${K}\`;`,
      after: 'const h = `Bearer ${process.env.ANTHROPIC_API_KEY}`;',
    },
    { name: 'no variable is known', before: `const key = '${REFRESH_TOKEN}';`, after: undefined },
    { name: 'a type', before: `type Key = '${K}';`, after: undefined },
    { name: 'a key of an object', before: `const o = { '${K}': 1 };`, after: undefined },
    {
      name: 'a long text',
      before: `const c = 'curl -H "x-api-key: ${K}" https://api.anthropic.com/v1/models';`,
      after: undefined,
    },
    { name: 'the variable itself', before: `process.env.ANTHROPIC_API_KEY = '${K}';`, after: undefined },
    { name: 'two in one', before: `const k = '${K} ${ADMIN_KEY}';`, after: undefined },
    { name: 'another process', before: `const process = run();\nconst key = '${K}';`, after: undefined },
    { name: 'a comment', before: `// ${K}`, after: undefined },
  ])('$name', ({ before, after, message }) => {
    const messages = lintWith(rule, before, { options: [{ comments: true }] });
    expect(messages.length).toBeGreaterThan(0);
    const suggestions = messages.flatMap((m) => m.suggestions ?? []);
    expect(suggestions.map((s) => applied(before, s))).toEqual(after === undefined ? [] : [after]);
    if (message !== undefined) expect(suggestions[0]?.desc).toBe(message);
    expectNoSecret(JSON.stringify(suggestions));
  });
});

describe('the secret stays where it is', () => {
  it.each(['json', 'stylish', 'html', 'json-with-metadata'])('with the formatter %s', async (name) => {
    const eslint = new ESLint({
      cwd: '/project',
      overrideConfigFile: true,
      overrideConfig: plugin.configs.hipaa,
    });
    const results = await eslint.lintText(
      `${ANTHROPIC}// ${ADMIN_KEY}\nexport const c = new Anthropic({ apiKey: process.env.K ?? '${API_KEY}', webhookKey: '${OPAQUE}' });`,
      { filePath: 'a.js' },
    );
    // The source is ESLint's to show; what is ours must not repeat it.
    const formatter = await eslint.loadFormatter(name);
    const output = await formatter.format(
      results.map(({ source, ...result }) => ({ ...result, source: source === undefined ? '' : '' })),
    );
    expect(results[0]?.messages.length).toBeGreaterThan(2);
    expectNoSecret(output);
  });
});

describe('one report for one place', () => {
  it.each<[what: string, code: string, count: number]>([
    [
      'a constant that a client takes',
      `${ANTHROPIC}const KEY = '${API_KEY}';\nnew Anthropic({ apiKey: KEY });\nnew Anthropic({ apiKey: KEY });`,
      1,
    ],
    [
      'a constant in a template',
      `const KEY = '${API_KEY}';\nfetch('https://api.anthropic.com/v1/messages', { headers: { 'x-api-key': KEY, Authorization: \`Bearer \${KEY}\` } });`,
      1,
    ],
    [
      'a secret of no shape that two clients take',
      `${ANTHROPIC}const KEY = '${OPAQUE}';\nnew Anthropic({ apiKey: KEY });\nnew Anthropic({ authToken: KEY });`,
      1,
    ],
    [
      'pieces that several places use',
      `const P = '${API_KEY.slice(0, 13)}', B = '${API_KEY.slice(13)}';\nconst key = P + B;\nsend(\`Bearer \${key}\`);\nsend(key);`,
      1,
    ],
    [
      'a truncated piece of a whole key',
      `const P = '${API_KEY.slice(0, 60)}';\nexport const key = P + '${API_KEY.slice(60)}';`,
      1,
    ],
    ['two places', `a('${API_KEY}');\nb('${API_KEY}');`, 2],
  ])('%s', (_, code, count) => {
    expect(lintWith(rule, code)).toHaveLength(count);
  });
});

it('costs a scan where nothing looks like a credential', () => {
  const context = {
    settings: {},
    options: [],
    sourceCode: { text: 'const key = read("sk-live");', scopeManager: {} },
  };
  expect(rule.create(context as never)).toEqual({});
});

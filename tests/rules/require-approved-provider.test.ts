import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import { PROVIDERS } from '../../src/policy/providers.ts';
import type { ProviderPolicy } from '../../src/policy/providers.ts';
import rule from '../../src/rules/require-approved-provider.ts';
import { claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<ProviderPolicy>;
type Valid = ValidCase<Options>;
type Invalid = InvalidCase<Options, Id>;

const REQUEST = `{ model: 'claude-opus-5', max_tokens: 8, messages: [] }`;
const ask = `client.messages.create(${REQUEST});`;
const made = (options: string): string =>
  `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic(${options});\n${ask}\n`;

const corporate: readonly [Options] = [{ baseURLs: ['llm.example.org'] }];
const report: readonly [Options] = [{ unverifiable: 'report' }];
const ANTHROPIC = '`anthropic`';

const provider = (at: Finding<Id>['at'], call: string, to: string, approved = ANTHROPIC): Finding<Id> => ({
  messageId: 'provider',
  at,
  data: { call, to, approved },
});
const address = (at: Finding<Id>['at'], call: string, to: string, approved = ANTHROPIC): Finding<Id> => ({
  messageId: 'address',
  at,
  data: { call, to, approved },
});
const unverifiable = (at: Finding<Id>['at'], call: string, reason: string): Finding<Id> => ({
  messageId: 'unverifiable',
  at,
  data: { call, reason },
});

/** A client or request of each provider, with the callee that is reported. */
const CLIENTS: readonly (readonly [
  id: keyof typeof PROVIDERS,
  code: string,
  at: Finding<Id>['at'],
  call: string,
])[] = [
  ['anthropic', made(''), ['Anthropic', 2], 'new Anthropic'],
  [
    'anthropic',
    dedent`import { anthropic } from '@ai-sdk/anthropic'; import { generateText } from 'ai'; generateText({ model: anthropic('claude-opus-5'), prompt });`,
    ['generateText', 2],
    'generateText',
  ],
  [
    'anthropic',
    dedent`import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ model: 'claude-opus-5' });`,
    ['ChatAnthropic', 2],
    'new ChatAnthropic',
  ],
  [
    'anthropic',
    dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt });`,
    ['query', 2],
    'query',
  ],
  [
    'anthropic',
    dedent`import { Agent } from '@mastra/core/agent'; new Agent({ name: 'a', model: 'anthropic/claude-opus-5' });`,
    ['Agent', 2],
    'new Agent',
  ],
  [
    'anthropic',
    dedent`fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify(${REQUEST}) });`,
    `'https://api.anthropic.com/v1/messages'`,
    'fetch',
  ],
  [
    'anthropic-aws',
    dedent`import { AnthropicAws } from '@anthropic-ai/aws-sdk'; export const client = new AnthropicAws();`,
    ['AnthropicAws', 2],
    'new AnthropicAws',
  ],
  [
    'bedrock',
    dedent`import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; export const client = new AnthropicBedrock();`,
    ['AnthropicBedrock', 2],
    'new AnthropicBedrock',
  ],
  [
    'bedrock',
    dedent`import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: 'anthropic.claude-opus-5' }));`,
    ['ConverseCommand', 2],
    'new ConverseCommand',
  ],
  [
    'vertex',
    dedent`import { AnthropicVertex } from '@anthropic-ai/vertex-sdk'; export const client = new AnthropicVertex({ region: 'us' });`,
    ['AnthropicVertex', 2],
    'new AnthropicVertex',
  ],
  [
    'foundry',
    dedent`import AnthropicFoundry from '@anthropic-ai/foundry-sdk'; export const client = new AnthropicFoundry({ resource: 'r' });`,
    ['AnthropicFoundry', 2],
    'new AnthropicFoundry',
  ],
  [
    'google-cloud',
    dedent`import { AnthropicGoogleCloud } from '@anthropic-ai/google-cloud-sdk'; export const client = new AnthropicGoogleCloud();`,
    ['AnthropicGoogleCloud', 2],
    'new AnthropicGoogleCloud',
  ],
  [
    'vercel-gateway',
    dedent`import { generateText } from 'ai'; generateText({ model: 'anthropic/claude-opus-5', prompt });`,
    ['generateText', 2],
    'generateText',
  ],
  [
    'vercel-gateway',
    dedent`import { Agent } from '@mastra/core/agent'; new Agent({ name: 'a', model: 'vercel/anthropic/claude-opus-5' });`,
    ['Agent', 2],
    'new Agent',
  ],
  [
    'openai-compatible',
    dedent`import OpenAI from 'openai'; const client = new OpenAI({ baseURL: 'https://api.anthropic.com/v1/' }); client.chat.completions.create({ model: 'claude-opus-5', messages: [] });`,
    `'https://api.anthropic.com/v1/'`,
    'client.chat.completions.create',
  ],
  [
    'langsmith-gateway',
    dedent`import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ model: 'claude-opus-5', anthropicApiUrl: 'https://gateway.smith.langchain.com/anthropic' });`,
    `'https://gateway.smith.langchain.com/anthropic'`,
    'new ChatAnthropic',
  ],
  ['langsmith-gateway', `process.env.LANGSMITH_GATEWAY = 'true';`, `'true'`, 'LANGSMITH_GATEWAY'],
  [
    'bedrock',
    dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt, options: { env: { CLAUDE_CODE_USE_BEDROCK: '1' } } });`,
    `'1'`,
    'CLAUDE_CODE_USE_BEDROCK',
  ],
];

const GATEWAY = `'https://llm.example.org'`;

/** Ways to set a variable for the process or one that it starts, with what is reported where it is not the address. */
const SETTERS: readonly (readonly [name: string, code: string, at?: string])[] = [
  [
    'in a copy of the environment',
    `const childEnv = { ...process.env };\nchildEnv.ANTHROPIC_BASE_URL = ${GATEWAY};\nspawn('claude', ['-p'], { env: childEnv });`,
  ],
  ['in Deno', `Deno.env.set('ANTHROPIC_BASE_URL', ${GATEWAY});`],
  ['in Bun', `Bun.env.ANTHROPIC_BASE_URL = ${GATEWAY};`],
  [
    'in a command',
    `execSync("ANTHROPIC_BASE_URL=https://llm.example.org claude -p 'hi'");`,
    `"ANTHROPIC_BASE_URL=https://llm.example.org claude -p 'hi'"`,
  ],
  [
    'in a template of a shell',
    'await $`ANTHROPIC_BASE_URL=https://llm.example.org claude -p ${prompt}`;',
    '`ANTHROPIC_BASE_URL=https://llm.example.org claude -p ${prompt}`',
  ],
  [
    'by a function that makes an environment',
    `function childEnv() { return { ...process.env, ANTHROPIC_BASE_URL: ${GATEWAY} }; }\nspawn('claude', { env: childEnv() });`,
  ],
  ['in a field', `class Agent { env = { ...process.env, ANTHROPIC_BASE_URL: ${GATEWAY} }; }`],
  [
    'by a helper of the file',
    `function setVariable(name, value) { process.env[name] = value; }\nsetVariable('ANTHROPIC_BASE_URL', ${GATEWAY});`,
  ],
  ['from a file of variables', `dotenv.populate(process.env, { ANTHROPIC_BASE_URL: ${GATEWAY} });`],
];

const others = Object.keys(PROVIDERS) as (keyof typeof PROVIDERS)[];

const valid: Valid[] = [
  ...CLIENTS.map(([id, code], i): Valid => ({
    name: `approved: ${id} ${String(i)}`,
    code,
    options: [{ providers: [...new Set(['anthropic', id] as const)] }],
  })),
  { name: 'an approved host', code: made(`{ baseURL: 'https://llm.example.org' }`), options: corporate },
  {
    name: 'an approved host with a path',
    code: made(`{ baseURL: 'https://llm.example.org/anthropic' }`),
    options: corporate,
  },
  {
    name: 'an approved host with a port',
    code: made(`{ baseURL: 'https://llm.example.org:8443/' }`),
    options: corporate,
  },
  {
    name: 'an approved host with an open path',
    code: made('{ baseURL: `https://llm.example.org/${team}/v1` }'),
    options: [{ ...corporate[0], unverifiable: 'report' }],
  },
  {
    name: 'below an approved address',
    code: made(`{ baseURL: 'https://gw.example.org/anthropic/v1' }`),
    options: [{ baseURLs: ['https://gw.example.org/anthropic'] }],
  },
  {
    name: 'a host below an approved one',
    code: made(`{ baseURL: 'https://eu.llm.example.org' }`),
    options: [{ baseURLs: ['*.example.org'] }],
  },
  {
    name: 'an approved address of a provider that is not approved',
    code: made(`{ baseURL: 'https://llm.example.org' }`),
    options: [{ providers: [], baseURLs: ['llm.example.org'] }],
  },
  { name: 'the provider’s own address', code: made(`{ baseURL: 'https://api.anthropic.com' }`) },
  {
    name: 'the own machine',
    code: made(`{ baseURL: 'http://localhost:4000' }`),
    options: [{ providers: [] }],
  },
  { name: 'the own machine by number', code: made(`{ baseURL: 'http://127.0.0.1:4000/v1' }`) },
  { name: 'the own machine in IPv6', code: made(`{ baseURL: 'http://[::1]:4000' }`) },
  {
    name: 'the own machine with an open port',
    code: made('{ baseURL: `http://localhost:${port}` }'),
    options: report,
  },
  { name: 'an address from the environment', code: made('{ baseURL: process.env.LLM_URL }') },
  { name: 'no address at all', code: made('{ baseURL: undefined }'), options: report },
  {
    name: 'a clone',
    code: `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic().withOptions({ timeout: 5 });\n${ask}`,
    options: report,
  },
  {
    name: 'a client from another file',
    code: `import { client } from './claude.js'; ${ask}`,
    options: [{ providers: ['bedrock'] }],
  },
  {
    name: 'a declared client',
    code: `import { client } from '@acme/llm'; ${ask}`,
    options: report,
    settings: { [NAMESPACE]: { clients: { '@acme/llm': { client: 'anthropic' } } } },
  },
  {
    name: 'another vendor',
    code: `import OpenAI from 'openai'; export const claude = new OpenAI({ baseURL: 'https://api.example.com' });`,
    options: report,
  },
  {
    name: 'a client of AWS without Claude',
    code: `// claude\nimport { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'; export const runtime = new BedrockRuntimeClient({});`,
    options: report,
  },
  { name: 'a gateway switched off', code: `process.env.LANGSMITH_GATEWAY = 'false';` },
  {
    name: 'a variable that is read',
    code: `export const anthropic = { url: process.env.ANTHROPIC_BASE_URL };`,
    options: report,
  },
  {
    name: 'a variable of that name in a table that is no environment',
    code: `export const PRESETS = { other: { ANTHROPIC_BASE_URL: 'https://llm.example.net' } };`,
  },
  {
    name: 'a variable set to the own machine',
    code: `process.env.ANTHROPIC_BASE_URL = 'http://127.0.0.1:8080';`,
  },
  {
    name: 'a variable set to an approved address',
    code: `process.env.ANTHROPIC_BASE_URL = 'https://llm.example.org';`,
    options: corporate,
  },
];

const invalid: Invalid[] = [
  ...CLIENTS.map(([id, code, at, call], i): Invalid => {
    const providers = others.filter((other) => other !== id).slice(0, 2);
    const approved = `\`${providers[0] ?? ''}\``;
    return {
      name: `not approved: ${id} ${String(i)}`,
      code,
      options: [{ providers }],
      errors: [provider(at, call, PROVIDERS[id].title, approved)],
    };
  }),
  {
    name: 'another address',
    code: made(`{ baseURL: 'https://llm.example.org/v1' }`),
    errors: [address(`'https://llm.example.org/v1'`, 'new Anthropic', 'llm.example.org')],
  },
  {
    name: 'another vendor’s address',
    code: made(`{ baseURL: 'https://api.deepseek.com/anthropic' }`),
    errors: [address(`'https://api.deepseek.com/anthropic'`, 'new Anthropic', 'api.deepseek.com')],
  },
  {
    name: 'another address in a clone',
    code: `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic().withOptions({ baseURL: 'https://llm.example.org' });\n${ask}`,
    errors: [address(`'https://llm.example.org'`, 'new Anthropic', 'llm.example.org')],
  },
  {
    name: 'a fallback for the environment',
    code: made(`{ baseURL: process.env.LLM_URL ?? 'https://llm.example.org' }`),
    errors: [address(`'https://llm.example.org'`, 'new Anthropic', 'llm.example.org')],
  },
  {
    name: 'an approved host as the beginning of another',
    code: made(`{ baseURL: 'https://llm.example.org.example.net' }`),
    options: corporate,
    errors: [
      address(
        `'https://llm.example.org.example.net'`,
        'new Anthropic',
        'llm.example.org.example…',
        '`anthropic`',
      ),
    ],
  },
  {
    name: 'an approved host as credentials of another',
    code: made(`{ baseURL: 'https://llm.example.org@example.net' }`),
    options: corporate,
    errors: [address(`'https://llm.example.org@example.net'`, 'new Anthropic', 'example.net', '`anthropic`')],
  },
  {
    name: 'a host below an approved one',
    code: made(`{ baseURL: 'https://a.llm.example.org' }`),
    options: corporate,
    errors: [address(`'https://a.llm.example.org'`, 'new Anthropic', 'a.llm.example.org', '`anthropic`')],
  },
  {
    name: 'beside an approved address',
    code: made(`{ baseURL: 'https://gw.example.org/anthropics' }`),
    options: [{ baseURLs: ['https://gw.example.org/anthropic'] }],
    errors: [
      address(`'https://gw.example.org/anthropics'`, 'new Anthropic', 'gw.example.org', '`anthropic`'),
    ],
  },
  {
    name: 'a container’s name',
    code: made(`{ baseURL: 'http://litellm:4000' }`),
    errors: [address(`'http://litellm:4000'`, 'new Anthropic', 'litellm')],
  },
  {
    name: 'a client by address of another provider',
    code: made(`{ baseURL: 'https://bedrock-runtime.us-east-1.amazonaws.com' }`),
    errors: [
      provider(`'https://bedrock-runtime.us-east-1.amazonaws.com'`, 'new Anthropic', 'Amazon Bedrock'),
    ],
  },
  {
    name: 'a provider of the AI SDK',
    code: dedent`import { createAnthropic } from '@ai-sdk/anthropic'; export const anthropic = createAnthropic({ baseURL: 'https://llm.example.org/v1' });`,
    errors: [address(`'https://llm.example.org/v1'`, 'createAnthropic', 'llm.example.org')],
  },
  {
    name: 'a client of LangChain',
    code: dedent`import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ model: 'claude-opus-5', clientOptions: { baseURL: 'https://llm.example.org' } });`,
    errors: [address(`'https://llm.example.org'`, 'new ChatAnthropic', 'llm.example.org')],
  },
  {
    name: 'a client of Effect',
    code: dedent`import { AnthropicClient } from '@effect/ai-anthropic'; export const live = AnthropicClient.layer({ apiUrl: 'https://llm.example.org' });`,
    errors: [address(`'https://llm.example.org'`, 'AnthropicClient.layer', 'llm.example.org')],
  },
  {
    name: 'HTTP',
    code: dedent`fetch('https://llm.example.org/v1/messages', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify(${REQUEST}) });`,
    errors: [address(`'https://llm.example.org/v1/messages'`, 'fetch', 'llm.example.org')],
  },
  {
    name: 'a router of Mastra',
    code: dedent`import { Agent } from '@mastra/core/agent'; new Agent({ name: 'a', model: 'openrouter/anthropic/claude-opus-5' });`,
    errors: [address(['Agent', 2], 'new Agent', 'openrouter')],
  },
  {
    name: 'a variable set in the process',
    code: `process.env.ANTHROPIC_BASE_URL = 'https://llm.example.org';`,
    errors: [address(`'https://llm.example.org'`, 'ANTHROPIC_BASE_URL', 'llm.example.org')],
  },
  {
    name: 'a variable of an agent',
    code: dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt, options: { env: { ...process.env, ANTHROPIC_BASE_URL: 'https://llm.example.org' } } });`,
    errors: [address(`'https://llm.example.org'`, 'ANTHROPIC_BASE_URL', 'llm.example.org')],
  },
  {
    name: 'variables assigned together',
    code: `Object.assign(process.env, { ANTHROPIC_BASE_URL: 'https://llm.example.org' });`,
    errors: [address(`'https://llm.example.org'`, 'ANTHROPIC_BASE_URL', 'llm.example.org')],
  },
  ...SETTERS.map(([name, code, at = `'https://llm.example.org'`]): Invalid => ({
    name: `a variable set ${name}`,
    code,
    errors: [address(at, 'ANTHROPIC_BASE_URL', 'llm.example.org')],
  })),
  {
    name: 'a switch in a command',
    code: `execSync('CLAUDE_CODE_USE_BEDROCK=1 claude -p hi');`,
    errors: [
      provider(
        `'CLAUDE_CODE_USE_BEDROCK=1 claude -p hi'`,
        'CLAUDE_CODE_USE_BEDROCK',
        PROVIDERS.bedrock.title,
      ),
    ],
  },
  {
    name: 'a variable that a command takes from elsewhere',
    code: 'execSync(`ANTHROPIC_BASE_URL=${url} claude -p hi`);',
    options: report,
    errors: [
      unverifiable(
        '`ANTHROPIC_BASE_URL=${url} claude -p hi`',
        'ANTHROPIC_BASE_URL',
        'it is computed at run time',
      ),
    ],
  },
  {
    name: 'a gateway by address',
    code: `process.env.LANGSMITH_GATEWAY = 'https://gw.example.org';`,
    errors: [address(`'https://gw.example.org'`, 'LANGSMITH_GATEWAY', 'gw.example.org')],
  },
  {
    name: 'an address from the environment',
    code: made('{ baseURL: process.env.LLM_URL }'),
    options: report,
    errors: [unverifiable('process.env.LLM_URL', 'new Anthropic', 'the environment decides')],
  },
  {
    name: 'an address with an open host',
    code: made('{ baseURL: `https://${host}.example.org` }'),
    options: report,
    errors: [unverifiable('`https://${host}.example.org`', 'new Anthropic', 'it is computed at run time')],
  },
  {
    name: 'a host that goes on',
    code: made('{ baseURL: `https://llm.example.org${suffix}` }'),
    options: [{ ...corporate[0], unverifiable: 'report' }],
    errors: [
      unverifiable('`https://llm.example.org${suffix}`', 'new Anthropic', 'it is computed at run time'),
    ],
  },
  {
    name: 'a client from another file',
    code: `import { client } from './claude.js'; ${ask}`,
    options: report,
    errors: [
      unverifiable('client.messages.create', 'client.messages.create', 'the client is made in another file'),
    ],
  },
];

describe('an address without a host', () => {
  const asking = (call: string): string =>
    claude`const ask = (messages) => ${call.replace('BODY', `JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages })`)};`;
  it.each([
    ['fetch is sent to where the page comes from', `fetch('/api/chat', { method: 'POST', body: BODY })`, 0],
    [
      'of a protocol alone is not',
      `fetch('//llm.example.org/v1/messages', { method: 'POST', body: BODY })`,
      1,
    ],
    [
      'of a host that the environment decides is not',
      `fetch(process.env.LLM + '/v1/messages', { method: 'POST', body: BODY })`,
      1,
    ],
  ])('%s', (_, call, reports) => {
    expect(lintWith(rule, asking(call), { options: report })).toHaveLength(reports);
  });
});

runRule('require-approved-provider', rule, { valid, invalid });

describe('baseURLs', () => {
  it.each([
    ['https://'],
    ['llm.example.org/path'],
    ['https://u@llm.example.org'],
    ['*'],
    [''],
    ['ftp://llm.example.org'],
    ['https://*.example.org'],
  ])('refuses %j', (entry) => {
    expect(() => lintWith(rule, 'anthropic', { options: [{ baseURLs: [entry] }] })).toThrow(/match pattern/);
  });

  it('leaves the stand-ins of tests alone', () => {
    const code = `import Anthropic from '@anthropic-ai/sdk';\nprocess.env.ANTHROPIC_BASE_URL = 'https://mock.example.org';\nnew Anthropic({ baseURL: 'https://mock.example.org' });\n`;
    const lint = (filename: string): number => lintWith(rule, code, { filename }).length;
    expect(lint('src/claude.test.ts')).toBe(0);
    expect(lint('src/claude.ts')).toBe(2);
  });

  it('prints no credentials', () => {
    const [message] = lintWith(
      rule,
      claude`new Anthropic({ baseURL: 'https://user:word@llm.example.org' });`,
    );
    expect(message?.message).toContain('`llm.example.org`');
    expect(message?.message).not.toContain('word');
  });
});

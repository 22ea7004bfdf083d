import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import type { ModelPolicy } from '../../src/policy/model-verdicts.ts';
import { featureById } from '../../src/policy/features/index.ts';
import rule from '../../src/rules/require-approved-model.ts';
import { folderWith } from '../helpers/folders.ts';
import { claude, dedent, lintWith, runRule } from '../helpers/rule-tester.ts';
import type { Finding, InvalidCase, ValidCase } from '../helpers/rule-tester.ts';

type Id = keyof typeof rule.meta.messages;
type Options = Partial<ModelPolicy>;
type Valid = ValidCase<Options>;
type Invalid = InvalidCase<Options, Id>;

const LIST = ['claude-opus-5', 'claude-sonnet-4-5-20250929'];
const options: readonly [Options] = [{ models: LIST }];
const strict: readonly [Options] = [{ models: LIST, unverifiable: 'report' }];
const APPROVED = '`claude-opus-5`';
const CREATE = 'client.messages.create';
const REST = 'max_tokens: 8, messages: []';

const row = featureById('covered_models');
const FACTS = {
  title: row?.title ?? '',
  kept: row?.kept ?? '',
  instead: row?.instead ?? '',
  date: row?.checkedOn ?? '',
};
const NOTHING = { as: '', where: '', why: '', reason: '', approved: APPROVED, ...FACTS };

const finding = (
  messageId: Id,
  at: Finding<Id>['at'],
  data: Readonly<Record<string, string>>,
  suggestions?: Finding<Id>['suggestions'],
): Finding<Id> => ({
  messageId,
  at,
  data: { call: CREATE, ...NOTHING, reason: 'it is computed at run time', ...data },
  ...(suggestions && { suggestions }),
});
const notApproved = (
  model: string,
  data: Readonly<Record<string, string>> = {},
  at: Finding<Id>['at'] = `'${model}'`,
): Finding<Id> => finding('notApproved', at, { model, ...data });
const alias = (
  model: string,
  why: string,
  more: {
    readonly at?: string;
    readonly call?: string;
    readonly suggestions?: Finding<Id>['suggestions'];
  } = {},
): Finding<Id> =>
  finding('alias', more.at ?? `'${model}'`, { model, why, call: more.call ?? CREATE }, more.suggestions);
const unverifiable = (reason: string, data: Readonly<Record<string, string>> = {}): Finding<Id> =>
  finding('unverifiable', data['call'] ?? CREATE, { model: '', reason, ...data });

const NO_DATE = 'it has no date, and stands for the newest snapshot of its version';
const NEWEST = 'it stands for the newest snapshot';
const CHOSEN = 'the SDK or the API chooses the model';

function aliasData(model: string, why: string): Readonly<Record<string, string>> {
  return {
    call: CREATE,
    ...NOTHING,
    reason: 'it is computed at run time',
    approved: '`*`',
    model,
    why,
  };
}

function dataFor(code: string, model: string): Readonly<Record<string, string>> {
  const call = CALLS.find((name) => code.includes(`${name}(`)) ?? CREATE;
  const fallback = code.includes(`fallbackModel: '${model}'`);
  const shown = model.length > 44 ? `…${model.slice(-43)}` : model;
  return {
    ...NOTHING,
    reason: 'it is computed at run time',
    call,
    model: shown,
    as: fallback ? ' as a fallback' : '',
    where: code.includes('const MODEL') ? ' (line 3)' : '',
  };
}

const CALLS = [
  'new AnthropicBedrock().messages.create',
  'new AnthropicVertex().messages.create',
  'new ConverseCommand',
  'client.messages.batches.create',
  'client.beta.agents.create',
  'generateText',
  'initChatModel',
  'new ChatAnthropic',
  'query',
  'fetch',
];

/** The same request as each SDK and platform spells it, with a model that is on the list. */
const SPELLINGS: readonly (readonly [name: string, code: string])[] = [
  ['the first-party id', claude`client.messages.create({ model: 'claude-opus-5', ${REST} });`],
  ['a constant', claude`const MODEL = 'claude-opus-5'; client.messages.create({ model: MODEL, ${REST} });`],
  [
    'a batch',
    claude`client.messages.batches.create({ requests: [{ custom_id: 'a', params: { model: 'claude-opus-5', ${REST} } }] });`,
  ],
  ['an agent', claude`client.beta.agents.create({ name: 'a', model: { id: 'claude-opus-5' } });`],
  [
    'Bedrock',
    dedent`import AnthropicBedrock from '@anthropic-ai/bedrock-sdk'; new AnthropicBedrock().messages.create({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', ${REST} });`,
  ],
  [
    'Bedrock in one region',
    dedent`import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; new AnthropicBedrock().messages.create({ model: 'anthropic.claude-opus-5', ${REST} });`,
  ],
  [
    'a Bedrock inference profile by ARN',
    dedent`import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; new AnthropicBedrock().messages.create({ model: 'arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0', ${REST} });`,
  ],
  [
    'a Bedrock command',
    dedent`import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [] });`,
  ],
  [
    'Vertex',
    dedent`import { AnthropicVertex } from '@anthropic-ai/vertex-sdk'; new AnthropicVertex().messages.create({ model: 'claude-sonnet-4-5@20250929', ${REST} });`,
  ],
  [
    'the AI SDK',
    dedent`import { anthropic } from '@ai-sdk/anthropic'; import { generateText } from 'ai'; generateText({ model: anthropic('claude-opus-5'), prompt });`,
  ],
  [
    'the Vercel gateway',
    dedent`import { generateText } from 'ai'; generateText({ model: 'anthropic/claude-opus-5', prompt });`,
  ],
  [
    'the gateway with dots in versions',
    dedent`import { generateText } from 'ai'; generateText({ model: 'anthropic/claude-sonnet-4.5-20250929', prompt });`,
  ],
  ['LangChain', dedent`import { initChatModel } from 'langchain'; initChatModel('anthropic:claude-opus-5');`],
  [
    'LangChain by class',
    dedent`import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ model: 'claude-opus-5' });`,
  ],
  [
    'the Agent SDK',
    dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt, options: { model: 'claude-opus-5[1m]', fallbackModel: 'claude-sonnet-4-5-20250929', agents: { a: { model: 'inherit' } } } });`,
  ],
  [
    'HTTP',
    dedent`fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', ${REST} }) });`,
  ],
];

const valid: Valid[] = [
  ...SPELLINGS.map(([name, code]) => ({ name, code, options: strict })),
  {
    name: 'a pattern',
    code: claude`client.messages.create({ model: 'claude-opus-4-8', ${REST} });`,
    options: [{ models: ['claude-opus-*'] }],
  },
  {
    name: 'any model',
    code: claude`client.messages.create({ model: 'claude-opus-4-8', ${REST} });`,
    options: [{ models: ['*'] }],
  },
  {
    name: 'a pattern over the spelling of a cloud',
    code: dedent`import B from '@anthropic-ai/bedrock-sdk'; new B().messages.create({ model: 'us.anthropic.claude-opus-5', ${REST} });`,
    options: [{ models: ['us.anthropic.*'] }],
  },
  {
    name: 'a listed id with a dot',
    code: claude`client.messages.create({ model: 'claude-sonnet-4-5-20250929', ${REST} });`,
    options: [{ models: ['claude-sonnet-4.5-20250929'] }],
  },
  {
    name: 'a listed alias',
    code: claude`client.messages.create({ model: 'claude-haiku-4-5', ${REST} });`,
    options: [{ models: ['claude-haiku-4-5'] }],
  },
  {
    name: 'an id without a date that is fixed',
    code: claude`client.messages.create({ model: 'claude-opus-5', ${REST} });`,
    options: [{ models: LIST, aliases: 'report' }],
  },
  {
    name: 'a family whose rest the caller chooses',
    code: claude`export const f = (v) => client.messages.create({ model: ${'`claude-opus-${v}`'}, ${REST} });`,
    options: [{ models: ['claude-opus-*'], unverifiable: 'report' }],
  },
  {
    name: 'an unknown model',
    code: claude`export const f = (model) => client.messages.create({ model, ${REST} });`,
    options,
  },
  {
    name: 'a model from the environment',
    code: claude`client.messages.create({ model: process.env.CLAUDE_MODEL, ${REST} });`,
    options,
  },
  {
    name: 'a fallback from the list',
    code: claude`client.beta.messages.create({ model: 'claude-opus-5', fallbacks: [{ model: 'claude-sonnet-4-5-20250929' }], ${REST} });`,
    options,
  },
  {
    name: 'a request that another file builds says nothing of fallbacks',
    code: claude`import { body } from './body.js'; client.messages.create({ ...body, model: 'claude-opus-5' });`,
    options: strict,
  },
  {
    name: 'a session takes the model of its agent',
    code: claude`client.beta.sessions.create({ agent: 'agent_1' });`,
    options: strict,
  },
  {
    name: 'another vendor',
    code: `import OpenAI from 'openai'; const claude = new OpenAI(); claude.chat.completions.create({ model: 'gpt-5', messages: [] });`,
    options: strict,
  },
  {
    name: 'another vendor in the other branch',
    code: dedent`import { anthropic } from '@ai-sdk/anthropic'; import { openai } from '@ai-sdk/openai'; import { generateText } from 'ai'; generateText({ model: big ? anthropic('claude-opus-5') : openai('gpt-5'), prompt });`,
    options,
  },
  {
    name: 'models of other vendors in the gateway',
    code: dedent`import { generateText } from 'ai'; generateText({ model: 'anthropic/claude-opus-5', prompt, providerOptions: { gateway: { models: ['openai/gpt-5'] } } });`,
    options,
  },
  {
    name: 'a Covered Model in a package that is not marked',
    code: claude`client.beta.messages.create({ model: 'claude-opus-5', fallbacks: [{ model: 'claude-fable-5' }], ${REST} });`,
    options: [{ models: ['claude-*'] }],
  },
  {
    name: 'a Covered Model that the request itself names',
    code: claude`client.messages.create({ model: 'claude-fable-5', ${REST} });`,
    options: [{ models: ['claude-*'] }],
    settings: { [NAMESPACE]: { zdr: true } },
  },
  {
    name: 'Covered Models that settings allow',
    code: claude`client.beta.messages.create({ model: 'claude-opus-5', fallbacks: [{ model: 'claude-fable-5' }], ${REST} });`,
    options: [{ models: ['claude-*'] }],
    settings: { [NAMESPACE]: { zdr: true, features: { covered_models: 'allow' } } },
  },
  {
    name: 'a variable of the environment by its name',
    code: claude`client.messages.create({ model: Deno.env.get('CLAUDE_MODEL'), ${REST} });`,
    options,
  },
  {
    name: 'a table of all vendors’ models',
    code: claude`const MODELS = { a: 'claude-opus-5', b: 'gpt-5' }; export const f = (which) => client.messages.create({ model: MODELS[which], ${REST} });`,
    options,
  },
  { name: 'a file with models and no request', code: `export const MODELS = ['claude-3-opus-20240229'];` },
  {
    name: 'somebody else’s middleware',
    code: `import { betaRefusalFallbackMiddleware } from './claude.js'; betaRefusalFallbackMiddleware([{ model: 'claude-3-opus-20240229' }]);`,
    options,
  },
];

const OLD = 'claude-3-opus-20240229';

const invalid: Invalid[] = [
  ...SPELLINGS.map(([name, code]): Invalid => {
    const other = code.replaceAll(/claude-(opus-5|sonnet-4[-.]5(?=[@-]20250929))(?!\[)/g, 'claude-haiku-9');
    const models = [...other.matchAll(/'([^'\s]*claude-haiku-9[^'\s]*)'/g)].map(([, id = '']) => id);
    return {
      name: `not listed: ${name}`,
      code: other,
      options,
      errors: models.map((model) => ({
        messageId: 'notApproved',
        at: `'${model}'`,
        data: dataFor(other, model),
      })),
    };
  }),
  {
    name: 'one constant of many requests',
    code: claude`
      const MODEL = '${OLD}';
      client.messages.create({ model: MODEL, ${REST} });
      client.messages.stream({ model: MODEL, ${REST} });
    `,
    options,
    errors: [notApproved(OLD, { where: ' (line 4)' })],
  },
  {
    name: 'each branch',
    code: claude`client.messages.create({ model: fast ? 'claude-haiku-9' : 'claude-opus-5', ${REST} });`,
    options,
    errors: [notApproved('claude-haiku-9')],
  },
  {
    name: 'a default',
    code: claude`export const f = (model = 'claude-haiku-9') => client.messages.create({ model, ${REST} });`,
    options,
    errors: [notApproved('claude-haiku-9', { where: ' (line 3)' })],
  },
  {
    name: 'a spelling that is not the listed one',
    code: dedent`import B from '@anthropic-ai/bedrock-sdk'; const client = new B(); client.messages.create({ model: 'eu.anthropic.claude-opus-5', ${REST} });`,
    options: [{ models: ['us.anthropic.*'] }],
    errors: [notApproved('eu.anthropic.claude-opus-5', { approved: '`us.anthropic.*`' })],
  },
  {
    name: 'a long list',
    code: claude`client.messages.create({ model: 'claude-haiku-9', ${REST} });`,
    options: [{ models: ['a', 'b', 'c', 'd'] }],
    errors: [notApproved('claude-haiku-9', { approved: '`a`' })],
  },
  {
    name: 'a fallback',
    code: claude`client.messages.create({ model: 'claude-opus-5', fallbacks: [{ model: '${OLD}' }], ${REST} });`,
    options,
    errors: [notApproved(OLD, { as: ' as a fallback' })],
  },
  {
    name: 'whatever the API falls back to',
    code: claude`client.messages.create({ model: 'claude-opus-5', fallbacks: 'default', ${REST} });`,
    options,
    errors: [notApproved('default', { as: ' as a fallback', why: CHOSEN })],
  },
  {
    name: 'a fallback of a batch',
    code: claude`client.messages.batches.create({ requests: [{ custom_id: 'a', params: { model: 'claude-opus-5', fallbacks: [{ model: '${OLD}' }], ${REST} } }] });`,
    options,
    errors: [notApproved(OLD, { call: 'client.messages.batches.create', as: ' as a fallback' })],
  },
  {
    name: 'the model of an advisor',
    code: claude`client.messages.create({ model: 'claude-opus-5', tools: [{ type: 'advisor_20260301', name: 'advisor', model: '${OLD}' }], ${REST} });`,
    options,
    errors: [notApproved(OLD, { as: ' as a fallback' })],
  },
  {
    name: 'a fallback of the client',
    code: dedent`import Anthropic, { betaRefusalFallbackMiddleware } from '@anthropic-ai/sdk'; export const client = new Anthropic({ middleware: [betaRefusalFallbackMiddleware([{ model: '${OLD}' }])] });`,
    options,
    errors: [notApproved(OLD, { call: 'betaRefusalFallbackMiddleware', as: ' as a fallback' })],
  },
  {
    name: 'fallbacks in the AI SDK',
    code: dedent`import { anthropic } from '@ai-sdk/anthropic'; import { generateText } from 'ai'; generateText({ model: anthropic('claude-opus-5'), prompt, providerOptions: { anthropic: { fallbacks: [{ model: '${OLD}' }] } } });`,
    options,
    errors: [notApproved(OLD, { call: 'generateText', as: ' as a fallback' })],
  },
  {
    name: 'models of the gateway',
    code: dedent`import { generateText } from 'ai'; generateText({ model: 'anthropic/claude-opus-5', prompt, providerOptions: { gateway: { models: ['anthropic/${OLD}'] } } });`,
    options,
    errors: [notApproved(`anthropic/${OLD}`, { call: 'generateText', as: ' as a fallback' })],
  },
  {
    name: 'a list of models in Mastra',
    code: dedent`import { Agent } from '@mastra/core/agent'; new Agent({ name: 'a', model: [{ model: 'anthropic/claude-opus-5' }, { model: 'anthropic/${OLD}' }] });`,
    options,
    errors: [notApproved(`anthropic/${OLD}`, { call: 'new Agent', as: ' as a fallback' })],
  },
  {
    name: 'a fallback and a subagent of the Agent SDK',
    code: dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt, options: { model: 'claude-opus-5', fallbackModel: '${OLD}', agents: { reviewer: { model: 'haiku' } } } });`,
    options,
    errors: [
      notApproved(OLD, { call: 'query', as: ' as a fallback' }),
      notApproved('haiku', { call: 'query', as: ' as a fallback', why: CHOSEN }),
    ],
  },
  {
    name: 'an alias that the list does not have',
    code: claude`client.messages.create({ model: 'claude-sonnet-4-5', ${REST} });`,
    options,
    errors: [
      finding('notApproved', `'claude-sonnet-4-5'`, { model: 'claude-sonnet-4-5', why: NO_DATE }, [
        {
          messageId: 'use',
          data: { model: 'claude-sonnet-4-5-20250929' },
          output: claude`client.messages.create({ model: 'claude-sonnet-4-5-20250929', ${REST} });`,
        },
      ]),
    ],
  },
  {
    name: 'an alias in the spelling of a cloud: no suggestion',
    code: dedent`import B from '@anthropic-ai/bedrock-sdk'; const client = new B(); client.messages.create({ model: 'us.anthropic.claude-sonnet-4-5', ${REST} });`,
    options,
    errors: [notApproved('us.anthropic.claude-sonnet-4-5', { why: NO_DATE })],
  },
  {
    name: 'listed aliases, where they are to be reported',
    code: claude`
      client.messages.create({ model: 'claude-3-5-haiku-latest', ${REST} });
      client.messages.create({ model: 'claude-haiku-4-5', ${REST} });
      client.messages.create({ model: "claude-sonnet-4-5", ${REST} });
    `,
    options: [{ models: ['*', ...LIST], aliases: 'report' }],
    errors: [
      { ...alias('claude-3-5-haiku-latest', NEWEST), data: aliasData('claude-3-5-haiku-latest', NEWEST) },
      { ...alias('claude-haiku-4-5', NO_DATE), data: aliasData('claude-haiku-4-5', NO_DATE) },
      {
        ...alias('claude-sonnet-4-5', NO_DATE, { at: '"claude-sonnet-4-5"' }),
        data: aliasData('claude-sonnet-4-5', NO_DATE),
        suggestions: [
          {
            messageId: 'use',
            data: { model: 'claude-sonnet-4-5-20250929' },
            output: claude`
              client.messages.create({ model: 'claude-3-5-haiku-latest', ${REST} });
              client.messages.create({ model: 'claude-haiku-4-5', ${REST} });
              client.messages.create({ model: "claude-sonnet-4-5-20250929", ${REST} });
            `,
          },
        ],
      },
    ],
  },
  {
    name: 'a model from a caller',
    code: claude`export const f = (model) => client.messages.create({ model, ${REST} });`,
    options: strict,
    errors: [unverifiable('the caller decides')],
  },
  {
    name: 'a model from the environment',
    code: claude`client.messages.create({ model: process.env.CLAUDE_MODEL, ${REST} });`,
    options: strict,
    errors: [unverifiable('the environment decides')],
  },
  {
    name: 'the model that an SDK chooses',
    code: dedent`import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt });`,
    options: strict,
    errors: [
      finding('unverifiable', ['query', 2], {
        call: 'query',
        reason: 'the SDK chooses where the code names none',
      }),
    ],
  },
  {
    name: 'an opaque ARN',
    code: dedent`import B from '@anthropic-ai/bedrock-sdk'; const client = new B(); client.messages.create({ model: 'arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/x', ${REST} });`,
    options: strict,
    errors: [
      finding('unverifiable', `'arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/x'`, {
        reason: 'an ARN does not name its model',
      }),
    ],
  },
  {
    name: 'the deployment of a Foundry resource',
    code: dedent`import F from '@anthropic-ai/foundry-sdk'; const client = new F(); client.messages.create({ model: 'triage-prod', ${REST} });`,
    options: strict,
    errors: [
      finding('unverifiable', `'triage-prod'`, {
        reason: 'the name of a deployment does not name its model',
      }),
    ],
  },
  {
    name: 'a Covered Model as a fallback under zero data retention',
    code: claude`client.messages.create({ model: 'claude-opus-5', fallbacks: [{ model: 'claude-fable-5' }], ${REST} });`,
    options: [{ models: ['claude-*'] }],
    settings: { [NAMESPACE]: { zdr: true } },
    errors: [
      finding('covered', `'claude-fable-5'`, {
        model: 'claude-fable-5',
        as: ' as a fallback',
        approved: '`claude-*`',
      }),
    ],
  },
];

runRule('require-approved-model', rule, { valid, invalid });

describe('the package marker', () => {
  const code = claude`client.messages.create({ model: 'claude-opus-5', fallbacks: [{ model: 'claude-mythos-5' }], ${REST} });`;
  it('puts Covered Models under zero data retention, and wins over settings', () => {
    const marked = folderWith({ 'package.json': { [NAMESPACE]: { zdr: true } } });
    const unmarked = folderWith({ 'package.json': { [NAMESPACE]: { zdr: false } } });
    const settings = { [NAMESPACE]: { zdr: true } };
    const ids = (folder: string, own = {}): unknown[] =>
      lintWith(rule, code, {
        options: [{ models: ['*'] }],
        settings: own,
        cwd: folder,
        parser: 'espree',
      }).map((m) => m.messageId);
    expect(ids(marked)).toEqual(['covered']);
    expect(ids(unmarked, settings)).toEqual([]);
  });
});

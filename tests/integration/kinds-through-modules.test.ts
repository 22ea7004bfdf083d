/**
 * Kinds of programs whose parts stand in modules of their own: the same is reported as of the whole in one file.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

interface Kind {
  readonly rule: string;
  readonly options?: object;
  readonly settings?: object;
  /** The file that uses what the other has. */
  readonly main: string;
  readonly other: string;
  /** What is reported, file by file. */
  readonly reports: Readonly<Record<string, readonly string[]>>;
}

const CLAUDE = `import Anthropic from '@anthropic-ai/sdk';\n`;
const SEND = `${CLAUDE}const client = new Anthropic();
export const send = (params) => client.messages.create(params);
`;
const ZDR = { zdr: true };
const LANGCHAIN = `import { ChatAnthropic } from '@langchain/anthropic';
export const model = new ChatAnthropic({ model: 'claude-opus-5', inferenceGeo: 'us' });
`;

const KINDS: Readonly<Record<string, Kind>> = {
  'a geography that is passed to a model of another module': {
    rule: 'require-inference-geo',
    main: `import { model } from './other.js';\nmodel.invoke('x', { inferenceGeo: 'global' });\n`,
    other: LANGCHAIN,
    reports: { 'src/main.ts': ['2 require-inference-geo notAllowed'] },
  },
  'a geography that is passed to an agent of another module': {
    rule: 'require-inference-geo',
    main: `import { agent } from './other.js';\nagent.generate({ prompt, providerOptions: { anthropic: { inferenceGeo: 'global' } } });\n`,
    other: `import { ToolLoopAgent } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export const agent = new ToolLoopAgent({ model: anthropic('claude-opus-5'), providerOptions: { anthropic: { inferenceGeo: 'us' } } });
`,
    reports: { 'src/main.ts': ['2 require-inference-geo notAllowed'] },
  },
  'the record of what a model of another module is asked': {
    rule: 'require-audit-log',
    main: `import { model } from './other.js';\nexport const ask = (text) => model.invoke(text);\n`,
    other: LANGCHAIN,
    reports: { 'src/main.ts': ['2 require-audit-log missing'] },
  },
  'what a model of another module answers, in a log': {
    rule: 'no-raw-prompt-logging',
    main: `import { model } from './other.js';
export async function ask(text) {
  const answer = await model.bindTools([]).invoke(text);
  logger.info(answer.content);
}
`,
    other: LANGCHAIN,
    reports: { 'src/main.ts': ['4 no-raw-prompt-logging content'] },
  },
  'the options of a call of a model of another module': {
    rule: 'no-zdr-ineligible-features',
    settings: ZDR,
    main: `import { model } from './other.js';\nmodel.invoke(messages, { container: { skills: [{ type: 'anthropic', skill_id: 'pptx' }] } });\n`,
    other: LANGCHAIN,
    reports: {
      'src/main.ts': ['2 no-zdr-ineligible-features ineligible', '2 no-zdr-ineligible-features ineligible'],
    },
  },
  'a tracer that a model of another module is called with': {
    rule: 'no-sdk-content-logging',
    main: `import { LangChainTracer } from '@langchain/core/tracers/tracer_langchain';
import { model } from './other.js';
await model.invoke(input, { callbacks: [new LangChainTracer()] });
`,
    other: LANGCHAIN,
    reports: { 'src/main.ts': ['3 no-sdk-content-logging content'] },
  },
  'a region that each request settles, and the client of another module does not': {
    rule: 'require-approved-region',
    main: `import { client } from './other.js';\nclient.messages.create({ model: 'us.anthropic.claude-opus-5', max_tokens: 8, messages: [] });\n`,
    other: `import Bedrock from '@anthropic-ai/bedrock-sdk';\nexport const client = new Bedrock();\n`,
    reports: {},
  },
  'a region that nobody settles': {
    rule: 'require-approved-region',
    main: `import { client } from './other.js';\nclient.messages.create({ model: 'anthropic.claude-opus-5', max_tokens: 8, messages: [] });\n`,
    other: `import Bedrock from '@anthropic-ai/bedrock-sdk';\nexport const client = new Bedrock();\n`,
    reports: { 'src/main.ts': ['2 require-approved-region unverifiable'] },
  },
  'the region of a client of another module, for a command': {
    rule: 'require-approved-region',
    main: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { client } from './other.js';
client.send(new ConverseCommand({ modelId: 'anthropic.claude-opus-5', messages: [] }));
`,
    other: `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
export const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
`,
    reports: { 'src/main.ts': ['3 require-approved-region outside'] },
  },
  'a user id that is handed to a function of another module': {
    rule: 'no-identifying-metadata',
    main: `import { send } from './other.js';\nexport const f = (user) => send({ model: 'claude-opus-5', max_tokens: 8, messages: [], metadata: { user_id: user.email } });\n`,
    other: SEND,
    reports: { 'src/main.ts': ['2 no-identifying-metadata identifying'] },
  },
  'a user id that another module writes': {
    rule: 'no-identifying-metadata',
    main: `${CLAUDE}import { metadataOf } from './other.js';\nexport const f = (user) => new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [], metadata: metadataOf(user) });\n`,
    other: `export const metadataOf = (user) => ({ user_id: user.email });\n`,
    reports: { 'src/main.ts': ['3 no-identifying-metadata identifying'] },
  },
  'a schema that is handed to a function of another module': {
    rule: 'no-phi-in-schema',
    main: `import { send } from './other.js';
export const f = (patient) => send({ model: 'claude-opus-5', max_tokens: 8, messages: [], output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { who: { default: patient.email } } } } } });
`,
    other: SEND,
    reports: { 'src/main.ts': ['2 no-phi-in-schema dynamic'] },
  },
  'a feature that is handed to a function of another module': {
    rule: 'no-zdr-ineligible-features',
    settings: ZDR,
    main: `import { send } from './other.js';\nexport const f = (servers) => send({ model: 'claude-opus-5', max_tokens: 8, messages: [], mcp_servers: servers });\n`,
    other: SEND.replace('client.messages', 'client.beta.messages'),
    reports: { 'src/main.ts': ['2 no-zdr-ineligible-features ineligible'] },
  },
  'a request that its callers decide': {
    rule: 'no-zdr-ineligible-features',
    options: { unverifiable: 'report' },
    settings: ZDR,
    main: `import { send } from './other.js';\nexport const f = (messages) => send({ model: 'claude-opus-5', max_tokens: 8, messages });\n`,
    other: SEND,
    reports: {},
  },
  'the type of a tool that another module names': {
    rule: 'no-zdr-ineligible-features',
    settings: ZDR,
    main: `${CLAUDE}import { TYPE } from './other.js';
new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [], tools: [{ type: TYPE, name: 'code_execution' }] });
`,
    other: `export const TYPE = 'code_execution_20250825';\n`,
    reports: { 'src/main.ts': ['3 no-zdr-ineligible-features ineligible'] },
  },
  'options for a model of another module': {
    rule: 'no-zdr-ineligible-features',
    settings: ZDR,
    main: `import { generateText } from 'ai';
import { model } from './other.js';
const cached = { cacheControl: { type: 'ephemeral' } };
generateText({ model, prompt, providerOptions: { anthropic: cached } });
`,
    other: `import { anthropic } from '@ai-sdk/anthropic';\nexport const model = anthropic('claude-opus-5');\n`,
    reports: { 'src/main.ts': ['3 no-zdr-ineligible-features ineligible'] },
  },
  'a switch for browsers among options of another module': {
    rule: 'no-browser-client',
    main: `${CLAUDE}import { options } from './other.js';\nnew Anthropic(options);\n`,
    other: `export const options = { apiKey, dangerouslyAllowBrowser: true };\n`,
    reports: { 'src/main.ts': ['3 no-browser-client switch'] },
  },
  'a base URL among options of another module': {
    rule: 'no-insecure-transport',
    main: `${CLAUDE}import { options } from './other.js';\nnew Anthropic(options);\n`,
    other: `export const options = { baseURL: 'http://claude-proxy' };\n`,
    reports: { 'src/main.ts': ['3 no-insecure-transport plainHttp'] },
  },
  'an agent of another module that checks no certificate': {
    rule: 'no-insecure-transport',
    main: `${CLAUDE}import { agent } from './other.js';\nexport const claude = new Anthropic({ httpAgent: agent });\n`,
    other: `import https from 'node:https';\nexport const agent = new https.Agent({ rejectUnauthorized: false });\n`,
    reports: { 'src/main.ts': ['1 no-insecure-transport unchecked'] },
  },
  'a label that callers hand in': {
    rule: 'require-data-classification',
    main: `import { ask } from './other.js';\nask({ prompt, dataClassification: 'public' });\n`,
    other: `${CLAUDE}const client = new Anthropic();
export async function ask(options) {
  return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: options.messages });
}
`,
    reports: {},
  },
  'a label that neither has': {
    rule: 'require-data-classification',
    options: { where: ['wrapper', 'audit'] },
    main: `import { ask } from './other.js';\nask({ prompt });\n`,
    other: `${CLAUDE}const client = new Anthropic();
export async function ask(options) {
  return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: options.messages });
}
`,
    reports: { 'src/other.ts': ['4 require-data-classification missing'] },
  },
  'a misspelt geography in an object of another module': {
    rule: 'require-inference-geo',
    main: `${CLAUDE}import { params } from './other.js';\nnew Anthropic().messages.create(params);\n`,
    other: `export const params = { model: 'claude-opus-5', inferenceGeo: 'eu' };\n`,
    reports: { 'src/main.ts': ['3 require-inference-geo misspelt'] },
  },
  'an export that turns out not to be there': {
    rule: 'require-inference-geo',
    main: `${CLAUDE}import { geo } from './other.js';\nnew Anthropic().messages.create({ model: 'claude-opus-5', inference_geo: geo });\n`,
    other: `export const { geo } = {};\n`,
    reports: { 'src/main.ts': ['3 require-inference-geo missing'] },
  },
  'the model of a request over HTTP': {
    rule: 'require-approved-model',
    options: { models: ['claude-sonnet-4-6'] },
    main: `import axios from 'axios';
import { MODEL } from './other.js';
export const ask = (messages) => axios.post('https://litellm.example.org/chat/completions', { model: MODEL, messages });
`,
    other: `export const MODEL = 'claude-opus-5';\n`,
    reports: { 'src/main.ts': ['3 require-approved-model notApproved'] },
  },
  'a method of an instance that is exported, and not its class': {
    rule: 'require-inference-geo',
    main: `import { gateway } from './other.js';\nexport const f = (messages) => gateway.send({ model: 'claude-opus-5', max_tokens: 8, messages });\n`,
    other: `${CLAUDE}const client = new Anthropic();
class Gateway {
  send(params) {
    return client.messages.create(params);
  }
}
export const gateway = new Gateway();
`,
    reports: { 'src/main.ts': ['2 require-inference-geo missing'] },
  },
  'a general client that callers ask for Claude': {
    rule: 'require-approved-provider',
    main: `import { complete } from './other.js';\nexport const f = (messages) => complete({ model: 'anthropic/claude-opus-5', messages });\n`,
    other: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
export const complete = (params) => client.chat.completions.create(params);
`,
    reports: { 'src/main.ts': ['2 require-approved-provider address'] },
  },
  'a function of the AI SDK that callers give the model': {
    rule: 'require-inference-geo',
    main: `import { anthropic } from '@ai-sdk/anthropic';
import { complete } from './other.js';
export const f = (prompt) => complete({ model: anthropic('claude-opus-5'), prompt });
`,
    other: `import { generateText } from 'ai';\nexport const complete = (options) => generateText(options);\n`,
    reports: { 'src/main.ts': ['3 require-inference-geo missing'] },
  },
  'a label among headers of another module': {
    rule: 'require-data-classification',
    main: `${CLAUDE}import { options } from './other.js';
const client = new Anthropic();
export const ask = (messages) => client.messages.create({ model: 'claude-opus-5', messages }, options);
`,
    other: `const LABEL = 'Restricted';\nexport const options = { headers: { 'x-data-classification': LABEL } };\n`,
    reports: {},
  },
};

describe('through modules', () => {
  it.each(Object.entries(KINDS))('%s', (_, { rule, options, settings, main, other, reports }) => {
    const found = lintFiles(
      { 'src/main.ts': main, 'src/other.ts': other },
      { rules: { [rule]: options ?? true }, ...(settings && { settings }) },
    );
    expect(found).toEqual(reports);
  });
});

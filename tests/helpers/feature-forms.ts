/**
 * Code that uses features, with the place of each use marked: `«files|upload»` is a use of `files` at `upload`.
 * Several ids of one place are joined by `+`, in the order in which ESLint lists them.
 */
import { dedent } from './rule-tester.ts';

/** The SDKs in which the catalogue's rows are shown; `none` is a file without any client. */
export type FormSdk =
  | 'agent-sdk'
  | 'ai-sdk'
  | 'anthropic-sdk'
  | 'effect'
  | 'genkit'
  | 'http'
  | 'langchain'
  | 'llamaindex'
  | 'mastra'
  | 'none'
  | 'tanstack';

export interface MarkedUse {
  readonly ids: readonly string[];
  /** Where the marked text stands in the code without marks. */
  readonly offset: number;
  readonly text: string;
  /** Marked with `~`: it reads what was stored before. */
  readonly reads: boolean;
}

export interface Form {
  readonly sdk: FormSdk;
  readonly name: string;
  /** Without marks. */
  readonly code: string;
  readonly uses: readonly MarkedUse[];
  /** The code has syntax that only TypeScript knows. */
  readonly typed?: true;
  /** The call that the used piece is handed to from outside, as the code's last words of that spelling. */
  readonly sentBy?: string;
}

const MARK = /«(~?)([a-z0-9_+]+)\|([^»]*)»/g;

/** Takes the marks out of code. */
export function parseMarks(marked: string): Pick<Form, 'code' | 'uses'> {
  const uses: MarkedUse[] = [];
  let removed = 0;
  const code = marked.replace(
    MARK,
    (mark: string, reads: string, ids: string, text: string, offset: number) => {
      uses.push({ ids: ids.split('+'), offset: offset - removed, text, reads: reads === '~' });
      removed += mark.length - text.length;
      return text;
    },
  );
  return { code, uses };
}

const HEADS: Readonly<Record<FormSdk, string>> = {
  'agent-sdk': '',
  'ai-sdk': `import { anthropic } from '@ai-sdk/anthropic';\nimport { generateText, streamText, experimental_startBatch } from 'ai';\nconst model = anthropic('claude-opus-5');\n`,
  'anthropic-sdk': `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nconst base = { model: 'claude-opus-5', max_tokens: 8 };\nconst messages = [];\n`,
  effect: `import { AnthropicClient, AnthropicLanguageModel, AnthropicTool } from '@effect/ai-anthropic';\n`,
  genkit: `import { genkit } from 'genkit';\nimport { anthropic, anthropicDocument, cacheControl } from '@genkit-ai/anthropic';\nconst ai = genkit({ plugins: [anthropic()] });\nconst model = anthropic.model('claude-opus-5');\n`,
  http: `const url = 'https://api.anthropic.com/v1/messages';\nconst headers = { 'x-api-key': process.env.ANTHROPIC_API_KEY, 'anthropic-version': '2023-06-01' };\nconst send = (body) => fetch(url, { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, ...body }) });\n`,
  langchain: `import { ChatAnthropic, tools } from '@langchain/anthropic';\nimport { HumanMessage } from '@langchain/core/messages';\nconst llm = new ChatAnthropic({ model: 'claude-opus-5' });\n`,
  llamaindex: `import { Anthropic } from '@llamaindex/anthropic';\nconst llm = new Anthropic({ model: 'claude-opus-5' });\n`,
  mastra: `import { Agent } from '@mastra/core/agent';\nimport { anthropic } from '@ai-sdk/anthropic';\n`,
  none: '',
  tanstack: `import { chat } from '@tanstack/ai';\nimport { anthropicText } from '@tanstack/ai-anthropic';\n`,
};

type Row = readonly [name: string, marked: string, ...flags: ('typed' | `by ${string}`)[]];

const rows = (sdk: FormSdk, ...list: readonly Row[]): Form[] =>
  list.map(([name, marked, ...flags]) => ({
    sdk,
    name: `${sdk}: ${name}`,
    ...parseMarks(`${HEADS[sdk]}${dedent`${marked}`}\n`),
    ...(flags.includes('typed') && { typed: true }),
    ...flags.filter((flag) => flag !== 'typed').map((flag) => ({ sentBy: flag.slice('by '.length) }))[0],
  }));

/** A request of the Anthropic SDK with this in it. */
const create = (fields: string): string => `client.messages.create({ ...base, messages, ${fields} });`;
const beta = (fields: string): string => `client.beta.messages.create({ ...base, messages, ${fields} });`;
const tool = (fields: string): string => create(`tools: [{ ${fields} }]`);
/** A call of the AI SDK with these options for Anthropic. */
const ai = (options: string): string =>
  `generateText({ model, prompt, providerOptions: { anthropic: { ${options} } } });`;

const CACHE = `«prompt_caching_5m|cache_control»: { type: 'ephemeral' }`;

/** Options for Anthropic's provider, in a file without a request. */
const CACHE_OPTIONS: readonly Form[] = rows(
  'none',
  [
    'a constant that is spread in',
    `const cache = { «prompt_caching_1h|cacheControl»: { type: 'ephemeral', ttl: '1h' } };\nexport const part = { providerOptions: { anthropic: { ...cache } } };`,
  ],
  [
    'what a function gives',
    `function options() {\n  return { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } };\n}\nexport const part = { providerOptions: { anthropic: options() } };`,
  ],
  [
    'a constant under its own name',
    `const anthropic = { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } };\nexport const providerOptions = { anthropic };`,
  ],
  [
    'an assignment',
    `export function tag(message) {\n  message.providerOptions = { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } };\n}`,
  ],
  [
    'the next requests of a runner',
    `import '@anthropic-ai/sdk';\nrunner.setMessagesParams((p) => ({ ...p, «containers|container» }));`,
  ],
);

const PROMPT_CACHING: readonly Form[] = [
  ...CACHE_OPTIONS,
  ...rows(
    'anthropic-sdk',
    ['cache_control at the top of a request', create(CACHE)],
    ['cache_control of a stream', `client.messages.stream({ ...base, messages, ${CACHE} });`],
    ['cache_control of a beta request', beta(CACHE)],
    [
      'cache_control of a token count',
      `client.messages.countTokens({ model: 'claude-opus-5', messages, ${CACHE} });`,
    ],
    ['cache_control in system', create(`system: [{ type: 'text', text, ${CACHE} }]`)],
    [
      'cache_control in a message',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'text', text, ${CACHE} }] }] });`,
    ],
    [
      'cache_control inside a tool result',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: [{ type: 'text', text, ${CACHE} }] }] }] });`,
    ],
    ['cache_control of a tool', tool(`name: 'find', input_schema: {}, ${CACHE}`)],
    [
      'cache_control with five minutes',
      create(`«prompt_caching_5m|cache_control»: { type: 'ephemeral', ttl: '5m' }`),
    ],
    [
      'cache_control with an hour',
      create(`«prompt_caching_1h|cache_control»: { type: 'ephemeral', ttl: '1h' }`),
    ],
    ['a quoted key', create(`«prompt_caching_5m|'cache_control'»: { type: 'ephemeral' }`)],
    ['a computed key', create(`[«prompt_caching_5m|'cache_control'»]: { type: 'ephemeral' }`)],
    [
      'a constant',
      `const CACHED = { type: 'ephemeral' };\n${create('«prompt_caching_5m|cache_control»: CACHED')}`,
    ],
    [
      'a constant with an hour',
      `const CACHED = { type: 'ephemeral', ttl: '1h' } as const;\n${create('«prompt_caching_1h|cache_control»: CACHED')}`,
      'typed',
    ],
    [
      'an imported constant',
      `import { CACHED } from './cache.js';\n${create('«prompt_caching_5m|cache_control»: CACHED')}`,
    ],
    [
      'a constant request',
      `const request = { ...base, messages, ${CACHE} };\nclient.messages.create(request);`,
      'by client.messages.create',
    ],
    ['a spread', `const cached = { ${CACHE} };\n${create('...cached')}`, 'by client.messages.create'],
    ['a conditional spread', create(`...(long && { ${CACHE} })`)],
    ['a conditional spread with an alternative', create(`...(long ? { ${CACHE} } : {})`)],
    ['a conditional value', create(`«prompt_caching_5m|cache_control»: long ? { type: 'ephemeral' } : null`)],
    [
      'a conditional spread in a block',
      create(`system: [{ type: 'text', text, ...(last && { ${CACHE} }) }]`),
    ],
    ['mapped blocks', create(`system: texts.map((text) => ({ type: 'text', text, ${CACHE} }))`)],
    [
      'a mapped block, the last only',
      create(
        `system: texts.map((text, i) => ({ type: 'text', text, ...(i === texts.length - 1 ? { ${CACHE} } : undefined) }))`,
      ),
    ],
    [
      'blocks of a helper',
      `const block = (text) => ({ type: 'text', text, ${CACHE} });\n${create('system: [block(a), block(b)]')}`,
      'by client.messages.create',
    ],
    [
      'blocks of a method',
      `class Prompts {\n  block(text) {\n    return { type: 'text', text, ${CACHE} };\n  }\n}\n${create('system: [new Prompts().block(a)]')}`,
    ],
    [
      'an assignment',
      `const block = { type: 'text', text };\nblock.«prompt_caching_5m|cache_control» = { type: 'ephemeral' };\n${create('system: [block]')}`,
      'by client.messages.create',
    ],
    [
      'an assignment to the last block',
      `const blocks = texts.map((text) => ({ type: 'text', text }));\nblocks.at(-1).«prompt_caching_5m|cache_control» = { type: 'ephemeral' };\n${create('system: blocks')}`,
      'by client.messages.create',
    ],
    [
      'an assignment through an index',
      `const system = [{ type: 'text', text }];\nsystem[0].«prompt_caching_5m|cache_control» = { type: 'ephemeral' };\n${create('system')}`,
      'by client.messages.create',
    ],
    [
      'a kind from outside',
      `import { options } from './options.js';\nconst block = { type: 'text', text };\nblock.«prompt_caching_5m|cache_control» = { type: options.type };\n${create('system: [block]')}`,
      'by client.messages.create',
    ],
    [
      'Object.assign',
      `const block = { type: 'text', text };\nObject.assign(block, { ${CACHE} });\n${create('system: [block]')}`,
      'by client.messages.create',
    ],
    [
      'several blocks',
      create(`system: [{ type: 'text', text, ${CACHE} }, { type: 'text', text, ${CACHE} }]`),
    ],
    ['a cast', create(`system: [{ type: 'text', text, ${CACHE} } as never]`), 'typed'],
    [
      'satisfies',
      `const block = { type: 'text', text, ${CACHE} } satisfies Anthropic.TextBlockParam;\n${create('system: [block]')}`,
      'typed',
      'by client.messages.create',
    ],
    [
      'the shorthand of a typed parameter',
      `export const block = (text: string, cache_control: Anthropic.CacheControlEphemeral) => ({ type: 'text', text, «prompt_caching_5m|cache_control» });`,
      'typed',
    ],
    [
      'a request in a batch',
      `client.messages.batches.«batches|create»({ requests: [{ custom_id: 'a', params: { ...base, messages, ${CACHE} } }] });`,
    ],
    ['the beta value', beta(`betas: [«prompt_caching_5m|'prompt-caching-2024-07-31'»]`)],
    ['the beta value for an hour', beta(`betas: [«prompt_caching_1h|'extended-cache-ttl-2025-04-11'»]`)],
    ['cache diagnostics', create(`«cache_diagnostics|diagnostics»: { previous_message_id: id }`)],
    [
      'the beta value of cache diagnostics',
      beta(`betas: [«cache_diagnostics|'cache-diagnosis-2026-04-07'»]`),
    ],
  ),
  ...rows(
    'http',
    ['cache_control in a body', `send({ messages, ${CACHE} });`],
    ['cache_control in a system block', `send({ messages, system: [{ type: 'text', text, ${CACHE} }] });`],
    [
      'cache_control through axios',
      `import axios from 'axios';\naxios.post(url, { model: 'claude-opus-5', messages, ${CACHE} }, { headers });`,
    ],
    [
      'cache diagnostics',
      `fetch(url, { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', messages, «cache_diagnostics|diagnostics»: { previous_message_id: id } }) });`,
    ],
  ),
  ...rows(
    'ai-sdk',
    ['call options', ai(`«prompt_caching_5m|cacheControl»: { type: 'ephemeral' }`)],
    ['call options, an hour', ai(`«prompt_caching_1h|cacheControl»: { type: 'ephemeral', ttl: '1h' }`)],
    [
      'message options',
      `streamText({ model, messages: [{ role: 'system', content: text, providerOptions: { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } } }] });`,
    ],
    [
      'message options in the API spelling',
      `streamText({ model, messages: [{ role: 'system', content: text, providerOptions: { anthropic: { ${CACHE} } } }] });`,
    ],
    [
      'part options',
      `generateText({ model, messages: [{ role: 'user', content: [{ type: 'text', text, providerOptions: { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } } }] }] });`,
    ],
    [
      'tool options',
      `import { tool } from 'ai';\ngenerateText({ model, prompt, tools: { find: tool({ inputSchema, providerOptions: { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } } }) } });`,
    ],
    [
      'a constant',
      `const cached = { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } };\ngenerateText({ model, messages: [{ role: 'system', content: text, providerOptions: cached }] });`,
      'by generateText',
    ],
    [
      'options that satisfy a type',
      `generateText({ model, prompt, providerOptions: { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } satisfies object } });`,
      'typed',
    ],
    [
      'options in a constant of their own',
      `const cached = { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } };\ngenerateText({ model, prompt, providerOptions: { anthropic: cached } });`,
      'by generateText',
    ],
    [
      'providerMetadata of earlier releases',
      `generateText({ model, messages: [{ role: 'system', content: text, experimental_providerMetadata: { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } } }] });`,
    ],
    [
      'the last message of a list',
      `messages.at(-1).providerOptions = { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } };\ngenerateText({ model, messages });`,
    ],
    [
      'the gateway',
      `import { gateway } from '@ai-sdk/gateway';\ngenerateText({ model: gateway('anthropic/claude-opus-5'), prompt, providerOptions: { gateway: { «prompt_caching_5m|caching»: 'auto' } } });`,
    ],
  ),
  ...rows('mastra', [
    'instructions',
    `new Agent({ name: 'a', model: anthropic('claude-opus-5'), instructions: { role: 'system', content: text, providerOptions: { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } } } });`,
  ]),
  ...rows(
    'langchain',
    ['a call option', `await llm.invoke(messages, { ${CACHE} });`],
    ['a content block', `new HumanMessage({ content: [{ type: 'text', text, ${CACHE} }] });`],
    ['invocationKwargs', `new ChatAnthropic({ model: 'claude-opus-5', invocationKwargs: { ${CACHE} } });`],
    ['a bound option', `llm.withConfig({ ${CACHE} }).invoke(messages);`],
    [
      'the option of a tool factory',
      `llm.bindTools([tools.webSearch_20250305({ «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } })]);`,
    ],
    [
      'the middleware',
      `import { anthropicPromptCachingMiddleware, createAgent } from 'langchain';\ncreateAgent({ model: llm, middleware: [«prompt_caching_5m|anthropicPromptCachingMiddleware»({ ttl: '5m' })] });`,
    ],
    [
      'a beta of the constructor',
      `new ChatAnthropic({ model: 'claude-opus-5', betas: [«prompt_caching_5m|'prompt-caching-2024-07-31'»] });`,
    ],
  ),
  ...rows('llamaindex', [
    'message options',
    `llm.chat({ messages: [{ role: 'system', content: text, options: { ${CACHE} } }] });`,
  ]),
  ...rows(
    'genkit',
    [
      'the helper',
      `ai.generate({ model, prompt: [{ text, metadata: { ...«prompt_caching_5m|cacheControl»({ ttl: '5m' }) } }] });`,
    ],
    ['metadata', `ai.generate({ model, prompt: [{ text, metadata: { ${CACHE} } }] });`],
    ['config', `ai.generate({ model, prompt: text, config: { ${CACHE} } });`],
    [
      'cacheSystemPrompt of genkitx',
      `import { anthropic as community } from 'genkitx-anthropic';\ngenkit({ plugins: [community({ «prompt_caching_5m|cacheSystemPrompt»: true })] });`,
    ],
  ),
  ...rows('effect', [
    'part options',
    `Prompt.make([{ role: 'system', content: text, options: { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } } }]);`,
  ]),
  ...rows('tanstack', [
    'modelOptions',
    `chat({ adapter: anthropicText('claude-opus-5'), messages, modelOptions: { ${CACHE} } });`,
  ]),
  ...rows(
    'none',
    ['a block', `export const block = (text) => ({ type: 'text', text, ${CACHE} });`],
    [
      'a block with an hour',
      `export const block = (text) => ({ type: 'text', text, «prompt_caching_1h|cache_control»: { type: 'ephemeral', ttl: '1h' } });`,
    ],
    [
      'an assignment',
      `export function cache(block) {\n  block.«prompt_caching_5m|cache_control» = { type: 'ephemeral' };\n}`,
    ],
    [
      'options of the AI SDK',
      `export const cached = { anthropic: { «prompt_caching_5m|cacheControl»: { type: 'ephemeral' } } };`,
    ],
  ),
];

const BATCHES: readonly Form[] = [
  ...rows(
    'anthropic-sdk',
    ['create', `client.messages.batches.«batches|create»({ requests });`],
    ['beta', `client.beta.messages.batches.«batches|create»({ requests });`],
    ['retrieve', `await client.messages.batches.«~batches|retrieve»(id);`],
    ['list', `for await (const batch of client.messages.batches.«~batches|list»({ limit: 5 })) use(batch);`],
    [
      'results',
      `for await (const result of await client.messages.batches.«~batches|results»(id)) use(result);`,
    ],
    ['cancel, which cleans up', `client.messages.batches.cancel(id);`],
    ['delete, which cleans up', `client.beta.messages.batches.delete(id);`],
    ['through a variable', `const { batches } = client.messages;\nbatches.«~batches|retrieve»(id);`],
    [
      'in a class',
      `class Service {\n  #client = new Anthropic();\n  all() {\n    return this.#client.messages.batches.«~batches|list»();\n  }\n}`,
    ],
    [
      'of a parameter',
      `export const poll = (anthropic: Anthropic, id: string) => anthropic.messages.batches.«~batches|retrieve»(id);`,
      'typed',
    ],
    ['the beta value', beta(`betas: [«batches|'message-batches-2024-09-24'»]`)],
    [
      'of Claude Platform on AWS',
      `import AnthropicAws from '@anthropic-ai/aws-sdk';\nnew AnthropicAws().messages.batches.«batches|create»({ requests });`,
    ],
  ),
  ...rows(
    'http',
    [
      'fetch',
      `fetch(«batches|'https://api.anthropic.com/v1/messages/batches'», { method: 'POST', headers, body });`,
    ],
    [
      'fetch of one',
      'fetch(«~batches|`https://api.anthropic.com/v1/messages/batches/${id}/results`», { headers });',
    ],
    [
      'axios',
      `import axios from 'axios';\naxios.get(«~batches|'https://api.anthropic.com/v1/messages/batches'», { headers });`,
    ],
  ),
  ...rows(
    'ai-sdk',
    [
      'a started batch',
      `«batches|experimental_startBatch»({ provider: anthropic, requests: [{ model, prompt }] });`,
    ],
    ['the batch of the provider', `anthropic.«batches|experimental_batch»();`],
  ),
  ...rows('langchain', [
    'the raw client',
    `import Anthropic from '@anthropic-ai/sdk';\nnew ChatAnthropic({ model: 'claude-opus-5', createClient: (options) => new Anthropic(options) });\nnew Anthropic().messages.batches.«batches|create»({ requests });`,
  ]),
  ...rows('effect', [
    'the generated client',
    `const ask = Effect.gen(function* () {\n  const anthropic = yield* AnthropicClient.AnthropicClient;\n  yield* anthropic.client.«batches|messageBatchesPost»({ payload });\n});`,
  ]),
];

const FILES: readonly Form[] = [
  ...rows(
    'anthropic-sdk',
    ['upload', `client.files.«files|upload»({ file });`],
    ['beta upload', `client.beta.files.«files|upload»({ file });`],
    ['list', `client.files.«~files|list»();`],
    ['metadata', `client.beta.files.«~files|retrieveMetadata»(id);`],
    ['download', `client.files.«~files|download»(id);`],
    ['delete, which cleans up', `client.files.delete(id);`],
    [
      'a document by id',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'document', source: { type: «files|'file'», file_id: id } }] }] });`,
    ],
    [
      'an image by id',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'image', source: { type: «files|'file'», file_id: upload.id } }] }] });`,
    ],
    [
      'a container upload',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: «files|'container_upload'», file_id: id }] }] });`,
    ],
    [
      'a source in a variable',
      `const source = { type: «files|'file'», file_id: id };\nclient.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'document', source }] }] });`,
      'by client.messages.create',
    ],
    ['the beta value', beta(`betas: [«files|'files-api-2025-04-14'»]`)],
    [
      'the header of a call',
      `client.messages.create({ ...base, messages }, { headers: { 'anthropic-beta': «files|'files-api-2025-04-14'» } });`,
    ],
    [
      'the header of a client',
      `new Anthropic({ defaultHeaders: { 'anthropic-beta': «files|'files-api-2025-04-14'» } });`,
    ],
    [
      'several betas in a header',
      `new Anthropic({ defaultHeaders: { 'anthropic-beta': «files+agent_skills|'files-api-2025-04-14,skills-2025-10-02'» } });`,
    ],
    [
      'betas of a header that are joined',
      `new Anthropic({ defaultHeaders: { 'anthropic-beta': [«files|'files-api-2025-04-14'», «agent_skills|'skills-2025-10-02'»].join(',') } });`,
    ],
    [
      'a header in capitals',
      `new Anthropic({ defaultHeaders: { 'Anthropic-Beta': «files|'files-api-2025-04-14'» } });`,
    ],
    ['destructured', `const { beta: { files } } = new Anthropic();\nfiles.«files|upload»({ file });`],
    ['a raw request of the client', `client.post(«files|'/v1/files'», { body });`],
    [
      'betas in a set',
      `const betas = new Set();\nbetas.add(«files|'files-api-2025-04-14'»);\n${beta('betas: [...betas]')}`,
      'by client.beta.messages.create',
    ],
    [
      'betas in a constant',
      `const BETAS = [«files|'files-api-2025-04-14'»];\n${beta('betas: BETAS')}`,
      'by client.beta.messages.create',
    ],
    ['conditional betas', beta(`betas: upload ? [«files|'files-api-2025-04-14'»] : []`)],
  ),
  ...rows(
    'http',
    ['fetch', `fetch(«files|'https://api.anthropic.com/v1/files'», { method: 'POST', headers, body });`],
    [
      'fetch of the content',
      'fetch(«~files|`https://api.anthropic.com/v1/files/${id}/content`», { headers });',
    ],
    [
      'a client of axios',
      `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.anthropic.com' });\napi.post(«files|'/v1/files'», form);`,
    ],
    [
      'a client of axios below the version',
      `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.anthropic.com/v1' });\napi.post(«files|'/files'», form);`,
    ],
    [
      'a document by id',
      `send({ messages: [{ role: 'user', content: [{ type: 'document', source: { type: «files|'file'», file_id: id } }] }] });`,
    ],
    [
      'a header',
      `fetch(url, { method: 'POST', headers: { ...headers, 'anthropic-beta': «files|'files-api-2025-04-14'» }, body: JSON.stringify({ model: 'claude-opus-5', messages }) });`,
    ],
    [
      'a header that is set',
      `const more = new Headers(headers);\nmore.set('anthropic-beta', «files|'files-api-2025-04-14'»);\nfetch(url, { method: 'POST', headers: more, body: JSON.stringify({ model: 'claude-opus-5', messages }) });`,
      'by fetch',
    ],
  ),
  ...rows(
    'ai-sdk',
    ['the files of the provider', `anthropic.«files|files»();`],
    [
      'a reference',
      `generateText({ model, messages: [{ role: 'user', content: [{ type: 'file', mediaType: 'application/pdf', data: { «files|anthropic»: id } }] }] });`,
    ],
    [
      'a container upload',
      `generateText({ model, messages: [{ role: 'user', content: [{ type: 'file', mediaType: 'text/csv', data, providerOptions: { anthropic: { «files|containerUpload»: true } } }] }] });`,
    ],
    ['a beta', ai(`anthropicBeta: [«files|'files-api-2025-04-14'»]`)],
  ),
  ...rows(
    'langchain',
    [
      'a document by id',
      `new HumanMessage({ content: [{ type: 'document', source: { type: «files|'file'», file_id: id } }] });`,
    ],
    ['a beta', `llm.invoke(messages, { betas: [«files|'files-api-2025-04-14'»] });`],
  ),
  ...rows('genkit', [
    'a document by id',
    `ai.generate({ model, prompt: [anthropicDocument({ source: { type: «files|'file'», fileId: id } })] });`,
  ]),
  ...rows('effect', [
    'the generated client',
    `const ask = Effect.gen(function* () {\n  const anthropic = yield* AnthropicClient.AnthropicClient;\n  yield* anthropic.client.«files|uploadFileV1FilesPost»({ payload });\n});`,
  ]),
  ...rows(
    'none',
    [
      'a source',
      `export const page = (id) => ({ type: 'document', source: { type: «files|'file'», file_id: id } });`,
    ],
    [
      'a container upload',
      `export const table = (id) => ({ type: «files|'container_upload'», file_id: id });`,
    ],
  ),
];

const CODE_TYPES = [
  'code_execution_20250522',
  'code_execution_20250825',
  'code_execution_20260120',
  'code_execution_20260521',
];
const WEB_TYPES = [
  'web_search_20260209',
  'web_search_20260318',
  'web_fetch_20260209',
  'web_fetch_20260309',
  'web_fetch_20260318',
];
const webRow = (type: string): string =>
  type.startsWith('web_search') ? 'web_search_dynamic' : 'web_fetch_dynamic';

const TOOLS: readonly Form[] = [
  ...rows(
    'anthropic-sdk',
    ...CODE_TYPES.map((type): Row => [
      type,
      tool(`type: «code_execution|'${type}'», name: 'code_execution'`),
    ]),
    ['a version to come', tool(`type: «code_execution|'code_execution_20291231'», name: 'code_execution'`)],
    [
      'a double-quoted type',
      tool(`"type": «code_execution|"code_execution_20250825"», name: 'code_execution'`),
    ],
    [
      'tools in a constant',
      `const tools = [{ type: «code_execution|'code_execution_20250825'», name: 'code_execution' }];\n${create('tools')}`,
      'by client.messages.create',
    ],
    [
      'a pushed tool',
      `const tools = [];\nif (code) tools.push({ type: «code_execution|'code_execution_20250825'», name: 'code_execution' });\n${create('tools')}`,
      'by client.messages.create',
    ],
    [
      'a conditional tool',
      create(
        `tools: [...(code ? [{ type: «code_execution|'code_execution_20250825'», name: 'code_execution' }] : [])]`,
      ),
    ],
    [
      'a type in a constant',
      `const TYPE = «code_execution|'code_execution_20250825'»;\n${tool(`type: TYPE, name: 'code_execution'`)}`,
      'by client.messages.create',
    ],
    [
      'a type in a frozen table',
      `const TYPES = Object.freeze({ code: «code_execution|'code_execution_20250825'» });\n${tool(`type: TYPES.code, name: 'code_execution'`)}`,
      'by client.messages.create',
    ],
    [
      'a type as const',
      tool(`type: «code_execution|'code_execution_20250825'» as const, name: 'code_execution'`),
      'typed',
    ],
    ['a beta', beta(`betas: [«code_execution|'code-execution-2025-05-22'»]`)],
    ['a container by id', create(`«containers|container»: id`)],
    ['a container by id from a response', create(`«containers|container»: response.container?.id`)],
    [
      'a container with skills',
      create(
        `«containers|container»: { «agent_skills|skills»: [{ type: 'anthropic', skill_id: 'xlsx', version: 'latest' }] }`,
      ),
    ],
    [
      'a container in a spread',
      `const extra = { «containers|container»: 'container_1' };\n${create('...extra')}`,
      'by client.messages.create',
    ],
    ['a container in a conditional spread', create(`...(previous && { «containers|container»: previous })`)],
    [
      'a container assigned later',
      `const request = { ...base, messages };\nrequest.«containers|container» = 'container_1';\nclient.messages.create(request);`,
      'by client.messages.create',
    ],
    ['skills', `client.skills.«agent_skills|create»({ files });`],
    ['beta skills', `client.beta.skills.«~agent_skills|list»();`],
    ['versions of skills', `client.beta.skills.versions.«agent_skills|create»(id, { files });`],
    ['a beta of skills', beta(`betas: [«agent_skills|'skills-2025-10-02'»]`)],
    [
      'programmatic tool calling',
      tool(
        `name: 'find', input_schema: {}, «programmatic_tool_calling|allowed_callers»: ['code_execution_20250825']`,
      ),
    ],
    [
      'programmatic tool calling beside direct calls',
      tool(
        `name: 'find', input_schema: {}, «programmatic_tool_calling|allowed_callers»: ['direct', 'code_execution_20260120']`,
      ),
    ],
    [
      'a beta of programmatic tool calling',
      beta(`betas: [«programmatic_tool_calling|'advanced-tool-use-2025-11-20'»]`),
    ],
    ...WEB_TYPES.map((type): Row => [type, tool(`type: «${webRow(type)}|'${type}'», name: 'web'`)]),
    [
      'web search not only by direct calls',
      tool(
        `type: «web_search_dynamic|'web_search_20260209'», name: 'web_search', «programmatic_tool_calling|allowed_callers»: ['direct', 'code_execution_20260120']`,
      ),
    ],
    [
      'web search with unknown callers',
      `import { CALLERS } from './callers.js';\n${tool(`type: «web_search_dynamic|'web_search_20260209'», name: 'web_search', allowed_callers: CALLERS`)}`,
    ],
    [
      'web search with no callers named',
      tool(`type: «web_search_dynamic|'web_search_20260209'», name: 'web_search', allowed_callers: []`),
    ],
    [
      'web search, basic',
      tool(`type: «web_search_basic|'web_search_20250305'», name: 'web_search', max_uses: 3`),
    ],
    [
      'web search by direct calls only',
      tool(`type: «web_search_basic|'web_search_20260209'», name: 'web_search', allowed_callers: ['direct']`),
    ],
    ['web fetch, basic', tool(`type: «web_fetch_basic|'web_fetch_20250910'», name: 'web_fetch'`)],
    [
      'web fetch by direct calls only',
      tool(`type: «web_fetch_basic|'web_fetch_20260209'», name: 'web_fetch', allowed_callers: ['direct']`),
    ],
    ['a beta of web fetch', beta(`betas: [«web_fetch_basic|'web-fetch-2025-09-10'»]`)],
    [
      'the MCP connector',
      beta(
        `«mcp_connector|mcp_servers»: [{ type: 'url', url: mcp, name: 'notes' }], tools: [{ type: «mcp_connector|'mcp_toolset'», mcp_server_name: 'notes' }]`,
      ),
    ],
    [
      'MCP servers in a constant',
      `const servers = [{ type: 'url', url: mcp, name: 'notes', authorization_token: token }];\n${beta('«mcp_connector|mcp_servers»: servers')}`,
    ],
    [
      'MCP servers of a parameter',
      `export const ask = (servers) => ${beta('«mcp_connector|mcp_servers»: servers')}`,
    ],
    [
      'mapped MCP servers',
      beta(`«mcp_connector|mcp_servers»: urls.map((url) => ({ type: 'url', url, name: url }))`),
    ],
    ['a beta of the MCP connector', beta(`betas: [«mcp_connector|'mcp-client-2025-11-20'»]`)],
    ['MCP tunnels', `client.beta.tunnels.«mcp_tunnels|create»({ name });`],
    ['a beta of MCP tunnels', beta(`betas: [«mcp_tunnels|'mcp-tunnels-2026-06-22'»]`)],
    ['the advisor', tool(`type: «advisor|'advisor_20260301'», name: 'advisor', model: 'claude-opus-5'`)],
    ['tool search', tool(`type: «tool_search|'tool_search_tool_regex_20251119'», name: 'search'`)],
    ['tool search without a date', tool(`type: «tool_search|'tool_search_tool_bm25'», name: 'search'`)],
    ['a deferred tool', tool(`name: 'find', input_schema: {}, «tool_search|defer_loading»: true`)],
    ['browser use', tool(`type: «browser_use|'browser_toolset_20260801'», name: 'browser'`)],
  ),
  ...rows(
    'http',
    [
      'code execution',
      `send({ messages, tools: [{ type: «code_execution|'code_execution_20250825'», name: 'code_execution' }] });`,
    ],
    [
      'web search',
      `send({ messages, tools: [{ type: «web_search_dynamic|'web_search_20260209'», name: 'web_search' }] });`,
    ],
    [
      'web fetch',
      `send({ messages, tools: [{ type: «web_fetch_dynamic|'web_fetch_20260209'», name: 'web_fetch' }] });`,
    ],
    [
      'a basic web fetch',
      `send({ messages, tools: [{ type: «web_fetch_basic|'web_fetch_20250910'», name: 'web_fetch' }] });`,
    ],
    [
      'the MCP connector',
      `send({ messages, «mcp_connector|mcp_servers»: [{ type: 'url', url: mcp, name: 'notes' }] });`,
    ],
    [
      'a container with skills',
      `fetch(url, { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', messages, «containers|container»: { «agent_skills|skills»: [] } }) });`,
    ],
    ['skills', `fetch(«~agent_skills|'https://api.anthropic.com/v1/skills'», { headers });`],
    ['tunnels', `fetch(«~mcp_tunnels|'https://api.anthropic.com/v1/tunnels'», { headers });`],
    [
      'programmatic tool calling',
      `send({ messages, tools: [{ name: 'find', input_schema: {}, «programmatic_tool_calling|allowed_callers»: ['code_execution_20260120'] }] });`,
    ],
    [
      'the advisor, tool search, and a browser',
      `send({ messages, tools: [{ type: «advisor|'advisor_20260301'», name: 'a' }, { type: «tool_search|'tool_search_tool_regex'», name: 'b' }, { type: «browser_use|'browser_toolset_20260801'» }] });`,
    ],
  ),
  ...rows(
    'ai-sdk',
    [
      'code execution',
      `generateText({ model, prompt, tools: { run: anthropic.tools.«code_execution|codeExecution_20250825»() } });`,
    ],
    [
      'an early code execution',
      `generateText({ model, prompt, tools: { run: anthropic.tools.«code_execution|codeExecution_20250522»() } });`,
    ],
    [
      'code execution of an own provider',
      `import { createAnthropic } from '@ai-sdk/anthropic';\nconst provider = createAnthropic();\nprovider.tools.«code_execution|codeExecution_20260120»();`,
    ],
    [
      'web search',
      `generateText({ model, prompt, tools: { web: anthropic.tools.«web_search_dynamic|webSearch_20260209»({ maxUses: 3 }) } });`,
    ],
    [
      'a basic web search',
      `generateText({ model, prompt, tools: { web: anthropic.tools.«web_search_basic|webSearch_20250305»({ maxUses: 3 }) } });`,
    ],
    [
      'a web search by direct calls only',
      `anthropic.tools.«web_search_basic|webSearch_20260209»({ allowedCallers: ['direct'] });`,
    ],
    ['web fetch', `anthropic.tools.«web_fetch_dynamic|webFetch_20260309»();`],
    ['a basic web fetch', `anthropic.tools.«web_fetch_basic|webFetch_20250910»();`],
    ['the MCP connector', ai(`«mcp_connector|mcpServers»: [{ type: 'url', name: 'notes', url: mcp }]`)],
    ['a container', ai(`«containers|container»: { id: previous }`)],
    [
      'a container with skills',
      ai(`«containers|container»: { «agent_skills|skills»: [{ type: 'anthropic', skillId: 'pptx' }] }`),
    ],
    ['the skills of the provider', `anthropic.«agent_skills|skills»();`],
    [
      'programmatic tool calling',
      `import { tool } from 'ai';\ngenerateText({ model, prompt, tools: { find: tool({ inputSchema, providerOptions: { anthropic: { «programmatic_tool_calling|allowedCallers»: ['code_execution_20260120'] } } }) } });`,
    ],
    [
      'the forwarded container',
      `import { forwardAnthropicContainerIdFromLastStep } from '@ai-sdk/anthropic';\ngenerateText({ model, prompt, prepareStep: «containers|forwardAnthropicContainerIdFromLastStep» });`,
    ],
    ['the advisor', `anthropic.tools.«advisor|advisor_20260301»({ model: 'claude-opus-5' });`],
    ['tool search', `anthropic.tools.«tool_search|toolSearchRegex_20251119»();`],
    ['tool search by words', `anthropic.tools.«tool_search|toolSearchBm25_20251119»();`],
  ),
  ...rows(
    'mastra',
    [
      'code execution',
      `new Agent({ name: 'a', model: anthropic('claude-opus-5'), tools: { run: anthropic.tools.«code_execution|codeExecution_20250825»() } });`,
    ],
    [
      'a container',
      `new Agent({ name: 'a', model: anthropic('claude-opus-5'), defaultOptions: { providerOptions: { anthropic: { «containers|container»: { id: previous } } } } });`,
    ],
  ),
  ...rows(
    'langchain',
    ['code execution', `llm.bindTools([tools.«code_execution|codeExecution_20250825»()]);`],
    [
      'a raw tool',
      `llm.bindTools([{ type: «code_execution|'code_execution_20250825'», name: 'code_execution' }]);`,
    ],
    ['a basic web fetch', `llm.bindTools([tools.«web_fetch_basic|webFetch_20250910»()]);`],
    [
      'web search',
      `llm.bindTools([{ type: «web_search_dynamic|'web_search_20260209'», name: 'web_search' }]);`,
    ],
    ['web fetch', `llm.bindTools([{ type: «web_fetch_dynamic|'web_fetch_20260209'», name: 'web_fetch' }]);`],
    [
      'an MCP toolset',
      `llm.bindTools([tools.«mcp_connector|mcpToolset_20251120»({ serverName: 'notes' })]);`,
    ],
    [
      'the MCP connector',
      `llm.invoke(messages, { «mcp_connector|mcp_servers»: [{ type: 'url', name: 'notes', url: mcp }] });`,
    ],
    ['a container', `llm.invoke(messages, { «containers|container»: 'container_1' });`],
    [
      'a container with skills',
      `llm.invoke(messages, { «containers|container»: { «agent_skills|skills»: [{ type: 'anthropic', skill_id: 'pptx' }] } });`,
    ],
    [
      'programmatic tool calling',
      `llm.bindTools([{ name: 'find', input_schema: {}, «programmatic_tool_calling|allowed_callers»: ['code_execution_20260120'] }]);`,
    ],
    ['tool search', `llm.bindTools([tools.«tool_search|toolSearchRegex_20251119»()]);`],
  ),
  ...rows(
    'genkit',
    [
      'code execution',
      `ai.generate({ model, prompt: text, config: { tools: [{ type: «code_execution|'code_execution_20250825'», name: 'code_execution' }] } });`,
    ],
    [
      'a container',
      `ai.generate({ model, prompt: text, config: { «containers|container»: 'container_1' } });`,
    ],
    [
      'the MCP connector',
      `ai.generate({ model, prompt: text, config: { «mcp_connector|mcp_servers»: [{ type: 'url', name: 'notes', url: mcp }] } });`,
    ],
  ),
  ...rows(
    'llamaindex',
    [
      'a container',
      `new Anthropic({ model: 'claude-opus-5', additionalChatOptions: { «containers|container»: 'container_1' } });`,
    ],
    [
      'code execution',
      `llm.chat({ messages, additionalChatOptions: { tools: [{ type: «code_execution|'code_execution_20250825'», name: 'code_execution' }] } });`,
    ],
  ),
  ...rows(
    'effect',
    [
      'code execution',
      `const toolkit = Toolkit.make(AnthropicTool.«code_execution|CodeExecution_20250825»({}));`,
    ],
    [
      'an early code execution',
      `const toolkit = Toolkit.make(AnthropicTool.«code_execution|CodeExecution_20250522»({}));`,
    ],
    [
      'a container',
      `AnthropicLanguageModel.model('claude-opus-5', { «containers|container»: 'container_1' });`,
    ],
    [
      'skills',
      `const ask = Effect.gen(function* () {\n  const anthropic = yield* AnthropicClient.AnthropicClient;\n  yield* anthropic.client.«agent_skills|createSkillV1SkillsPost»({ payload });\n});`,
    ],
  ),
  ...rows(
    'tanstack',
    [
      'code execution',
      `import { codeExecutionTool } from '@tanstack/ai-anthropic/tools';\nchat({ adapter: anthropicText('claude-opus-5'), messages, tools: [«code_execution|codeExecutionTool»({})] });`,
    ],
    [
      'the MCP connector',
      `chat({ adapter: anthropicText('claude-opus-5'), messages, modelOptions: { «mcp_connector|mcp_servers»: [{ type: 'url', name: 'notes', url: mcp }] } });`,
    ],
  ),
  ...rows(
    'none',
    [
      'a code execution tool',
      `export const runCode = { type: «code_execution|'code_execution_20250825'», name: 'code_execution' };`,
    ],
    [
      'a web tool',
      `export const web = { type: «web_fetch_dynamic|'web_fetch_20260209'», name: 'web_fetch' };`,
    ],
    [
      'an MCP server list',
      `export const withNotes = (request) => ({ ...request, «mcp_connector|mcp_servers»: [{ type: 'url', url: mcp, name: 'notes' }] });`,
    ],
    [
      'programmatic tool calling',
      `export const find = { name: 'find', input_schema: {}, «programmatic_tool_calling|allowed_callers»: ['code_execution_20250825'] };`,
    ],
  ),
];

/** Clean-up, which no arrangement minds. */
export const CLEAN_UPS: readonly Form[] = [
  ...rows(
    'anthropic-sdk',
    ['archiving a session', `client.beta.sessions.archive(id);`],
    ['deleting skills in a loop', `for (const id of expired) client.beta.skills.delete(id);`],
  ),
  ...rows(
    'http',
    ['DELETE by fetch', `fetch('https://api.anthropic.com/v1/files/' + id, { method: 'DELETE', headers });`],
    [
      'DELETE by axios',
      `import axios from 'axios';\naxios.delete(\`https://api.anthropic.com/v1/files/\${id}\`, { headers });`,
    ],
    [
      'cancelling a batch',
      'fetch(`https://api.anthropic.com/v1/messages/batches/${id}/cancel`, { method: "POST", headers });',
    ],
  ),
];

const AGENT_METHODS = [
  'agents.create',
  'agents.list',
  'sessions.create',
  'sessions.retrieve',
  'sessions.events.send',
  'environments.create',
  'deployments.create',
  'deploymentRuns.list',
  'vaults.create',
  'vaults.credentials.create',
  'memoryStores.create',
  'memoryStores.memories.list',
  'dreams.create',
];
const AGENT_PATHS = [
  'agents',
  'sessions',
  'environments',
  'deployments',
  'deployment_runs',
  'vaults',
  'memory_stores',
  'dreams',
];
const markedMethod = (method: string): string =>
  method.replace(
    /\w+$/,
    /\.(?:list|retrieve)$/.test(method) ? '«~managed_agents|$&»' : '«managed_agents|$&»',
  );

const STATE: readonly Form[] = [
  ...rows(
    'anthropic-sdk',
    ...AGENT_METHODS.map((method): Row => [method, `client.beta.${markedMethod(method)}(a, b);`]),
    ['an agent toolset', `export const tools = [{ type: «managed_agents|'agent_toolset_20260401'» }];`],
    [
      'a beta of managed agents',
      `new Anthropic({ defaultHeaders: { 'anthropic-beta': «managed_agents|'managed-agents-2026-04-01'» } });`,
    ],
    ['a beta of memories', beta(`betas: [«managed_agents|'agent-memory-2026-07-22'»]`)],
    ['a beta of dreams', beta(`betas: [«managed_agents|'dreaming-2026-04-21'»]`)],
    ['a thread', `client.beta.messages.«message_threads|thread»({ ...base });`],
    ['a new thread of a request', beta(`«message_threads|thread»: { type: 'create' }`)],
    [
      'the next turn of a thread',
      beta(`«message_threads|thread»: { type: 'continue', previous_message_id: id }`),
    ],
    ['a beta of threads', beta(`betas: [«message_threads|'message-threads-2026-08-12'»]`)],
    [
      'the tool runner, which stores a thread',
      `await client.beta.messages.«message_threads|toolRunner»({ ...base, messages, tools });`,
    ],
    [
      'the tool runner with thread: true',
      `await client.beta.messages.toolRunner({ ...base, messages, tools, «message_threads|thread»: true });`,
    ],
    ['fallbacks', beta(`«server_side_fallback|fallbacks»: 'default'`)],
    ['a list of fallbacks', beta(`«server_side_fallback|fallbacks»: [{ model: 'claude-opus-5' }]`)],
    ['a beta of fallbacks', beta(`betas: [«server_side_fallback|'server-side-fallback-2026-06-01'»]`)],
    ['a fallback credit', beta(`«fallback_credit|fallback_credit_token»: token`)],
    ['a beta of fallback credit', beta(`betas: [«fallback_credit|'fallback-credit-2026-06-01'»]`)],
    ['compaction', beta(`context_management: { edits: [{ type: «compaction|'compact_20260112'» }] }`)],
    ['compaction on demand', beta(`«compaction|compaction»: { type: 'summarize' }`)],
    ['a beta of compaction', beta(`betas: [«compaction|'compact-2026-01-12'»]`)],
    [
      'context editing',
      beta(`context_management: { edits: [{ type: «context_editing|'clear_tool_uses_20250919'» }] }`),
    ],
    ['a beta of context editing', beta(`betas: [«context_editing|'context-management-2025-06-27'»]`)],
    [
      'a Covered Model',
      `client.messages.create({ «covered_models|model»: 'claude-fable-5', max_tokens: 8, messages });`,
    ],
    [
      'another Covered Model',
      `client.messages.stream({ «covered_models|model»: 'claude-mythos-5-1', max_tokens: 8, messages });`,
    ],
    ['the SDK in a browser', `new Anthropic({ apiKey, «browser_cors|dangerouslyAllowBrowser»: true });`],
    [
      'the SDK in a browser, with options in a constant',
      `const options = { apiKey, «browser_cors|dangerouslyAllowBrowser»: true };\nnew Anthropic(options);`,
    ],
    [
      'a Covered Model by default',
      `client.messages.create({ «covered_models|model»: process.env.MODEL ?? 'claude-fable-5-1', max_tokens: 8, messages });`,
    ],
    [
      'the class of the tool runner',
      `import { BetaToolRunner } from '@anthropic-ai/sdk';\nnew «message_threads|BetaToolRunner»(client, { ...base, messages, tools });`,
    ],
    [
      'the tool runner with a request that is not known',
      `export const run = (params) => client.beta.messages.«message_threads|toolRunner»({ ...params });`,
    ],
    ['fine-tuning', `client.fineTuning.jobs.«fine_tuning|create»({ training_file: id });`],
    ['evals', `client.evals.«evals|create»({ name });`],
    [
      'message content in telemetry',
      `client.beta.organization.telemetryDestinations.«telemetry_content|create»({ name });`,
    ],
    [
      'webhooks of the organization',
      `client.beta.organization.webhooks.«org_webhooks_plugins|create»({ url });`,
    ],
    [
      'analytics of usage and cost',
      `client.beta.organization.analytics.cost.«usage_analytics|list»({ starting_at });\nclient.beta.organization.analytics.usage.«usage_analytics|list»({ starting_at });`,
    ],
  ),
  ...rows(
    'http',
    ...AGENT_PATHS.map((path): Row => [
      `/v1/${path}`,
      `fetch(«managed_agents|'https://api.anthropic.com/v1/${path}'», { method: 'POST', headers, body });`,
    ]),
    [
      'a thread',
      `fetch(url, { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', messages, «message_threads|thread»: { type: 'create' } }) });`,
    ],
    [
      'fallbacks and credit',
      `fetch(url, { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', messages, «server_side_fallback|fallbacks»: 'default', «fallback_credit|fallback_credit_token»: token }) });`,
    ],
    [
      'compaction and context editing',
      `fetch(url, { method: 'POST', headers, body: JSON.stringify({ model: 'claude-opus-5', messages, «compaction|compaction»: { type: 'summarize' }, context_management: { edits: [{ type: «context_editing|'clear_thinking_20251015'» }] } }) });`,
    ],
    [
      'a Covered Model',
      `fetch(url, { method: 'POST', headers, body: JSON.stringify({ «covered_models|model»: 'claude-mythos-5', messages }) });`,
    ],
    [
      'the header for browsers',
      `fetch(url, { method: 'POST', headers: { ...headers, «browser_cors|'anthropic-dangerous-direct-browser-access'»: 'true' }, body: JSON.stringify({ model: 'claude-opus-5', messages }) });`,
    ],
    [
      'fine-tuning',
      `fetch(«fine_tuning|'https://api.anthropic.com/v1/fine_tuning/jobs'», { method: 'POST', headers, body });`,
    ],
    ['evals', `fetch(«evals|'https://api.anthropic.com/v1/evals'», { method: 'POST', headers, body });`],
  ),
  ...rows(
    'ai-sdk',
    ['a thread', ai(`«message_threads|thread»: { type: 'continue', previousMessageId: id }`)],
    ['fallbacks', ai(`«server_side_fallback|fallbacks»: [{ model: 'claude-opus-5' }]`)],
    ['compaction', ai(`«compaction|compaction»: { type: 'summarize' }`)],
    [
      'context editing',
      ai(`contextManagement: { edits: [{ type: «context_editing|'clear_tool_uses_20250919'» }] }`),
    ],
    ['a Covered Model', `generateText({ model: anthropic(«covered_models|'claude-fable-5'»), prompt });`],
    [
      'the header for browsers',
      `import { createAnthropic } from '@ai-sdk/anthropic';\ncreateAnthropic({ headers: { «browser_cors|'anthropic-dangerous-direct-browser-access'»: 'true' } });`,
    ],
  ),
  ...rows(
    'langchain',
    [
      'context editing',
      `new ChatAnthropic({ model: 'claude-opus-5', contextManagement: { edits: [{ type: «context_editing|'clear_tool_uses_20250919'» }] } });`,
    ],
    ['a Covered Model', `new ChatAnthropic({ «covered_models|model»: 'claude-fable-5' });`],
    [
      'the SDK in a browser',
      `new ChatAnthropic({ model: 'claude-opus-5', clientOptions: { «browser_cors|dangerouslyAllowBrowser»: true } });`,
    ],
  ),
  ...rows(
    'genkit',
    [
      'a thread',
      `ai.generate({ model, prompt: text, config: { «message_threads|thread»: { type: 'create' } } });`,
    ],
    [
      'a Covered Model',
      `ai.generate({ model: anthropic.model(«covered_models|'claude-fable-5'»), prompt: text });`,
    ],
  ),
  ...rows('llamaindex', ['a Covered Model', `new Anthropic({ «covered_models|model»: 'claude-fable-5' });`]),
  ...rows(
    'agent-sdk',
    [
      'the import',
      `import { query } from «claude_code_agent_sdk|'@anthropic-ai/claude-agent-sdk'»;\nfor await (const message of query({ prompt: text })) use(message);`,
    ],
    ['a require', `const { query } = require(«claude_code_agent_sdk|'@anthropic-ai/claude-code'»);`],
  ),
];

/** Every form that the issue names, and those that the facts about the SDKs add. */
export const FORMS: readonly Form[] = [...PROMPT_CACHING, ...BATCHES, ...FILES, ...TOOLS, ...STATE];

/** Code that looks like a use and is none, under any arrangement. */
export const LOOK_ALIKES: readonly Form[] = [
  ...rows(
    'anthropic-sdk',
    ['cache_control that is off', create('cache_control: null')],
    ['cache_control that is undefined', create(`system: [{ type: 'text', text, cache_control: undefined }]`)],
    ['cache_control that is off in a block', create(`system: [{ type: 'text', text, cache_control: null }]`)],
    [
      'cache_control that is taken away',
      `const { cache_control, ...block } = cached;\n${create('system: [block]')}`,
    ],
    ['cache_control that is deleted', `delete block.cache_control;\n${create('system: [block]')}`],
    ['cache_control that is read', `if (block.cache_control?.type === 'ephemeral') count += 1;`],
    [
      'an HTTP header',
      `new Anthropic({ defaultHeaders: { 'Cache-Control': 'no-store', 'cache-control': 'no-cache' } });`,
    ],
    ['an HTTP header of a response', `response.setHeader('Cache-Control', 'private, no-store');`],
    ['a container that is off', create('container: null')],
    ['a container that is undefined', create('container: undefined')],
    ['no fallbacks', beta('fallbacks: null')],
    ['no diagnostics', create('diagnostics: null')],
    [
      'a tool runner without a thread',
      `await client.beta.messages.toolRunner({ ...base, messages, tools, thread: false });`,
    ],
    ['a thread that is off', beta('thread: null')],
    ['a spread without anything', create('...(code && {})')],
    ['direct callers only', tool(`name: 'find', input_schema: {}, allowed_callers: ['direct']`)],
    ['a tool of our own', tool(`type: 'custom', name: 'code_execution', input_schema: {}`)],
    ['the bash tool', tool(`type: 'bash_20250124', name: 'bash'`)],
    ['the text editor', tool(`type: 'text_editor_20250728', name: 'str_replace_based_edit_tool'`)],
    ['the memory tool', tool(`type: 'memory_20250818', name: 'memory'`)],
    [
      'computer use',
      tool(`type: 'computer_20251124', name: 'computer', display_width_px: 800, display_height_px: 600`),
    ],
    [
      'an inlined document',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data } }] }] });`,
    ],
    [
      'an image by URL',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'image', source: { type: 'url', url: image } }] }] });`,
    ],
    [
      'citations',
      `client.messages.create({ ...base, messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'text', data: text, media_type: 'text/plain' }, citations: { enabled: true } }] }] });`,
    ],
    [
      'harmless betas',
      beta(
        `betas: ['interleaved-thinking-2025-05-14', 'context-1m-2025-08-07', 'pdfs-2024-09-25', 'token-counting-2024-11-01', 'effort-2025-11-24', 'fine-grained-tool-streaming-2025-05-14']`,
      ),
    ],
    [
      'harmless betas of a client',
      `new Anthropic({ defaultHeaders: { 'anthropic-beta': 'context-1m-2025-08-07,interleaved-thinking-2025-05-14' } });`,
    ],
    ['no betas', beta('betas: []')],
    [
      'the result of code execution',
      `for (const block of response.content) {\n  if (block.type === 'code_execution_tool_result') use(block.content);\n  if (block.type === 'bash_code_execution_tool_result') use(block);\n}`,
    ],
    [
      'results by kind',
      `switch (block.type) {\n  case 'web_search_tool_result':\n  case 'web_fetch_tool_result':\n  case 'mcp_tool_use':\n  case 'container_upload':\n    use(block);\n}`,
    ],
    [
      'a tool type that is compared',
      `if (tool.type === 'code_execution_20250825') throw new Error('not here');`,
    ],
    [
      'the usage of a cache',
      `log(response.usage.cache_read_input_tokens, response.usage.cache_creation_input_tokens);`,
    ],
    ['the container of a response', `log(response.container?.id);`],
    ['a client for a server', `new Anthropic({ dangerouslyAllowBrowser: false });`],
    ['models', `client.models.list();`],
    ['token counts', `client.messages.countTokens({ model: 'claude-opus-5', messages });`],
    [
      'a model that is not covered',
      `client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 8, messages });`,
    ],
    [
      'files of OpenAI beside Claude',
      `import OpenAI from 'openai';\nconst openai = new OpenAI();\nopenai.files.create({ file, purpose: 'batch' });\nopenai.batches.create({ input_file_id: id });\nopenai.fineTuning.jobs.create({ training_file: id });\nopenai.containers.create({ name });`,
    ],
    [
      'files of Google beside Claude',
      `import { GoogleGenAI } from '@google/genai';\nconst google = new GoogleGenAI({});\ngoogle.files.upload({ file });\ngoogle.batches.create({ model: 'gemini-3' });`,
    ],
    [
      'files of the application',
      `import { storage } from './storage.js';\nstorage.files.upload(file);\nstorage.sessions.create(user);`,
    ],
    [
      'files of a database',
      `import { prisma } from './db.js';\nprisma.files.create({ data });\nclient.messages.create({ ...base, messages });`,
    ],
    [
      'sessions of a class',
      `class Chat {\n  constructor(sessions) {\n    this.sessions = sessions;\n  }\n  async open(user) {\n    await this.sessions.create(user);\n    return client.messages.create({ ...base, messages });\n  }\n}`,
    ],
    [
      'files of a field',
      `class Chat {\n  #claude = new Anthropic();\n  constructor(db) {\n    this.db = db;\n  }\n  names() {\n    return this.db.files.list();\n  }\n}`,
    ],
    [
      'a tool runner whose defaults have no thread',
      `const defaults = { thread: false };\nclient.beta.messages.toolRunner({ ...defaults, ...base, messages, tools });`,
    ],
    [
      'direct callers in a constant',
      `const DIRECT = ['direct'];\n${tool(`type: 'web_search_20260209', name: 'web_search', allowed_callers: DIRECT`)}`,
    ],
    [
      'the SDK of OpenAI in a browser',
      `import OpenAI from 'openai';\nnew OpenAI({ dangerouslyAllowBrowser: true });`,
    ],
    [
      'tools of OpenAI',
      `import OpenAI from 'openai';\nnew OpenAI().responses.create({ model: 'gpt-5', input: [{ role: 'user', content: [{ type: 'input_file', file_id: id }] }], tools: [{ type: 'web_search_preview' }, { type: 'code_interpreter', container: { type: 'auto' } }] });`,
    ],
    ['a session store', `app.locals.sessions.create(user);\nrequest.files.forEach(use);`],
    [
      'containers of docker',
      `import Docker from 'dockerode';\nconst container = await new Docker().createContainer({ Image: 'node', name: 'claude' });\nawait container.start();`,
    ],
    [
      'a container manager',
      `import { ContainerManager } from './containers.js';\nnew ContainerManager({ container: 'claude-worker' }).run();`,
    ],
    [
      'a container of the page',
      `createRoot({ container: document.getElementById('claude') });\nrender(view, { container });`,
    ],
    [
      'a container of a chart',
      `chart({ container: 'summary', fallbacks: ['svg'], thread: 3, diagnostics: true, compaction: 'daily' });`,
    ],
    [
      'MCP servers of a table',
      `db.select().from(schema.mcp_servers);\nconst tables = { mcp_servers: pgTable('mcp_servers', { id: serial(), type: text() }) };`,
    ],
    [
      'MCP servers by name',
      `export const config = { mcp_servers: { notes: { command: 'npx', args: ['notes'] } } };`,
    ],
    [
      'MCP servers on this machine',
      `export const config = { mcpServers: { notes: { type: 'stdio', command: 'npx' } } };`,
    ],
    ['a type', `type Cached = { type: 'text'; cache_control: { type: 'ephemeral' } };`, 'typed'],
    [
      'an interface',
      `interface Tool {\n  type: 'code_execution_20250825';\n  mcp_servers: { type: 'url'; url: string }[];\n  container?: string;\n}`,
      'typed',
    ],
    [
      'types of the SDK',
      `export function isFile(source: Anthropic.Beta.BetaFileDocumentSource): source is Anthropic.Beta.BetaFileDocumentSource {\n  return source.type === 'file';\n}`,
      'typed',
    ],
    [
      'a string that names a feature',
      `log('cache_control is off; code_execution_20250825 and /v1/files are not used');`,
    ],
    [
      'a JSON schema',
      tool(
        `name: 'upload', input_schema: { type: 'object', properties: { file_id: { type: 'string' }, cache_control: { type: 'string' }, container: { type: 'string' } } }`,
      ),
    ],
  ),
  ...rows(
    'http',
    [
      'HTTP caching',
      `fetch(url, { method: 'POST', cache: 'no-store', headers: { ...headers, 'Cache-Control': 'no-cache' }, body: JSON.stringify({ model: 'claude-opus-5', messages }) });`,
    ],
    [
      'files of another host',
      `fetch('https://api.openai.com/v1/files', { headers });\nfetch('https://api.example.com/v1/sessions', { headers });`,
    ],
    ['files of the own server', `fetch('/v1/files', { headers });\nfetch('/api/v1/agents', { headers });`],
    [
      'a token count',
      `fetch('https://api.anthropic.com/v1/messages/count_tokens', { method: 'POST', headers, body });`,
    ],
  ),
  ...rows(
    'ai-sdk',
    [
      'options of another provider',
      `generateText({ model, prompt, providerOptions: { openai: { cacheControl: { type: 'ephemeral' }, container: 'x' } } });`,
    ],
    [
      'a cache of our own',
      `export const cache = { cacheControl: 'max-age=60' };\ngenerateText({ model, prompt });`,
    ],
    ['cacheControl that is off', ai('cacheControl: null')],
    [
      'a file with its data',
      `generateText({ model, messages: [{ role: 'user', content: [{ type: 'file', mediaType: 'application/pdf', data }] }] });`,
    ],
    [
      'client tools',
      `anthropic.tools.bash_20250124({ execute });\nanthropic.tools.textEditor_20250728({ execute });\nanthropic.tools.memory_20250818({ execute });`,
    ],
    [
      'web search of OpenAI',
      `import { openai } from '@ai-sdk/openai';\ngenerateText({ model, prompt, tools: { web: openai.tools.webSearch(), run: openai.tools.codeInterpreter() } });`,
    ],
    [
      'thinking',
      ai(`thinking: { type: 'enabled', budgetTokens: 2000 }, sendReasoning: false, effort: 'low'`),
    ],
  ),
  ...rows(
    'langchain',
    ['.batch()', `await llm.batch([messages, messages], { maxConcurrency: 5 });`],
    ['a chain in a batch', `await prompt.pipe(llm).batch(inputs);`],
    [
      'a cache of LangChain',
      `import { InMemoryCache } from '@langchain/core/caches';\nnew ChatAnthropic({ model: 'claude-opus-5', cache: new InMemoryCache() });`,
    ],
    ['a basic web search', `llm.bindTools([tools.webSearch_20250305({ maxUses: 2 })]);`],
  ),
  ...rows('agent-sdk', [
    'types of the Agent SDK',
    `import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';\nexport const isText = (message: SDKMessage) => message.type === 'assistant';`,
    'typed',
  ]),
  ...rows(
    'none',
    [
      'HTTP caching',
      `response.headers.set('Cache-Control', 'no-store');\nexport const headers = { cacheControl: 'max-age=60', cache_control: 'no-cache' };`,
    ],
    [
      'a cache control of another kind',
      `export const policy = { cache_control: { type: 'public', maxAge: 60 } };`,
    ],
    [
      'a database row',
      `export const save = (db, row) => db.attachments.insert({ type: 'file', file_id: row.id });`,
    ],
    [
      'a message of a chat application',
      `export const post = (bot, id) => bot.send({ type: 'file', file_id: id, caption: 'report' });`,
    ],
    ['a file part of OpenAI', `export const part = (id) => ({ type: 'file', file: { file_id: id } });`],
    ['a dated name of another kind', `export const migration = { type: 'add_users_20250101', up() {} };`],
    ['a docker service', `export const service = { container: 'claude', image: 'node' };`],
    [
      'a table of MCP servers with addresses',
      `export const config = { mcp_servers: { notes: { type: 'url', url: 'https://notes.example.com/mcp' } } };`,
    ],
    [
      'a list of MCP servers with commands',
      `export const config = { mcp_servers: [{ type: 'stdio', command: 'npx' }] };`,
    ],
  ),
];

const cloud = (name: string, code: string): Form => ({
  sdk: 'anthropic-sdk',
  name,
  ...parseMarks(`${dedent`${code}`}\n`),
});
const USES = `cache_control: { type: 'ephemeral' }, container: 'container_1', tools: [{ type: 'code_execution_20250825', name: 'code_execution' }], mcp_servers: [{ type: 'url', url: mcp, name: 'notes' }], messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: id } }] }]`;

/** Calls under another provider's contract: silent under any arrangement with Anthropic. */
export const OTHER_CONTRACTS: readonly Form[] = [
  cloud(
    'bedrock',
    `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nconst client = new AnthropicBedrock();\nclient.beta.messages.create({ model: 'us.anthropic.claude-opus-5-v1:0', max_tokens: 8, ${USES} });`,
  ),
  cloud(
    'bedrock, in a helper',
    `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nconst client = new AnthropicBedrock();\nconst block = (text) => ({ type: 'text', text, cache_control: { type: 'ephemeral' } });\nclient.messages.create({ model: 'us.anthropic.claude-opus-5-v1:0', max_tokens: 8, messages: [{ role: 'user', content: [block(a)] }] });`,
  ),
  cloud(
    'vertex',
    `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';\nconst client = new AnthropicVertex();\nclient.beta.messages.create({ model: 'claude-opus-5@20260801', max_tokens: 8, ${USES} });`,
  ),
  cloud(
    'foundry',
    `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';\nconst client = new AnthropicFoundry({ resource: 'acme' });\nclient.beta.messages.create({ model: 'claude-opus-5', max_tokens: 8, ${USES} });`,
  ),
  cloud(
    'bedrock, with tools in a constant',
    `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nconst tools = [{ type: 'code_execution_20250825', name: 'x' }];\nnew AnthropicBedrock().messages.create({ model: 'us.anthropic.claude-opus-5-v1:0', max_tokens: 8, messages, tools });`,
  ),
  cloud(
    'batches of mantle',
    `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrockMantle().messages.batches.create({ requests });`,
  ),
  cloud(
    'bedrock beside Claude',
    `import Anthropic from '@anthropic-ai/sdk';\nimport AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nnew Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });\nnew AnthropicBedrock().messages.create({ model: 'us.anthropic.claude-opus-5-v1:0', max_tokens: 8, messages, cache_control: { type: 'ephemeral' } });`,
  ),
  cloud(
    'a tool runner on foundry',
    `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';\nnew AnthropicFoundry({ resource: 'acme' }).beta.messages.toolRunner({ model: 'claude-opus-5', max_tokens: 8, messages, tools });`,
  ),
  cloud(
    'a batch on bedrock',
    `import { BedrockClient, CreateModelInvocationJobCommand } from '@aws-sdk/client-bedrock';\nnew BedrockClient({}).send(new CreateModelInvocationJobCommand({ modelId: 'anthropic.claude-opus-5-v1:0' }));`,
  ),
  cloud(
    'a cache point on bedrock',
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: 'anthropic.claude-opus-5-v1:0', system: [{ text }, { cachePoint: { type: 'default' } }], messages }));`,
  ),
  cloud(
    'InvokeModel',
    `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({}).send(new InvokeModelCommand({ modelId: 'anthropic.claude-opus-5-v1:0', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 8, messages, system: [{ type: 'text', text, cache_control: { type: 'ephemeral' } }] }) }));`,
  ),
  cloud(
    'the AI SDK on bedrock',
    `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { generateText } from 'ai';\ngenerateText({ model: bedrock('anthropic.claude-opus-5-v1:0'), messages: [{ role: 'system', content: text, providerOptions: { bedrock: { cachePoint: { type: 'default' } } } }] });`,
  ),
  cloud(
    'the AI SDK on vertex',
    `import { vertexAnthropic } from '@ai-sdk/google-vertex/anthropic';\nimport { generateText } from 'ai';\ngenerateText({ model: vertexAnthropic('claude-opus-5'), prompt, tools: { web: vertexAnthropic.tools.webSearch_20260209() }, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } });`,
  ),
];

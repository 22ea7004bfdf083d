/**
 * Which code reaches Claude, and where each request is sent; and which code only looks as if it did.
 */
import { describe, expect, it } from 'vitest';
import { analyze, kindsOf } from '../helpers/analyze.ts';
import type { AnalyzeOptions, ParserName } from '../helpers/analyze.ts';

/** Name, code, and `operation | platform | via` of each call site; a lone operation is first-party, by import. */
type Row = readonly [name: string, code: string, ...expected: string[]];
type Table = Readonly<Record<string, readonly Row[]>>;

/** A request that has everything but a geography. */
const REQUEST = `{ model: 'claude-sonnet-4-6', max_tokens: 8, messages: [] }`;
const CREATE = 'messages.create';
const SHAPE = 'messages.create | anthropic | shape';
const POST = 'POST /v1/messages | anthropic | http';
const ENDPOINT = 'https://api.anthropic.com/v1/messages';

function spelledOut(kind: string): string {
  return kind.includes('|') ? kind : `${kind} | anthropic | import`;
}

function describeTable(table: Table, parsers: readonly ParserName[], options: AnalyzeOptions = {}): void {
  describe.each(Object.entries(table))('%s', (_table, rows) => {
    describe.each(parsers)('%s', (parser) => {
      it.each(rows)('%s', (...row) => {
        const [, code, ...expected] = row as unknown as Row;
        expect(kindsOf(code, { ...options, parser })).toEqual(expected.map(spelledOut));
      });
    });
  });
}

const SDK = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const ask = (receiver = 'client'): string => `${receiver}.messages.create(${REQUEST});`;

const BOTH: Table = {
  'how the SDK is imported': [
    [
      'default import',
      `import Anthropic from '@anthropic-ai/sdk'; const c = new Anthropic(); ${ask('c')}`,
      CREATE,
    ],
    [
      'default import under another name',
      `import Claude from '@anthropic-ai/sdk'; ${ask('new Claude()')}`,
      CREATE,
    ],
    ['named import', `import { Anthropic } from '@anthropic-ai/sdk'; ${ask('new Anthropic()')}`, CREATE],
    [
      'named import under another name',
      `import { Anthropic as C } from '@anthropic-ai/sdk'; ${ask('new C()')}`,
      CREATE,
    ],
    ['named default', `import { default as C } from '@anthropic-ai/sdk'; ${ask('new C()')}`, CREATE],
    [
      'BaseAnthropic',
      `import { BaseAnthropic } from '@anthropic-ai/sdk'; ${ask('new BaseAnthropic()')}`,
      CREATE,
    ],
    ['namespace import', `import * as sdk from '@anthropic-ai/sdk'; ${ask('new sdk.Anthropic()')}`, CREATE],
    ['namespace default', `import * as sdk from '@anthropic-ai/sdk'; ${ask('new sdk.default()')}`, CREATE],
    ['subpath', `import { Anthropic } from '@anthropic-ai/sdk/client'; ${ask('new Anthropic()')}`, CREATE],
    ['require', `const Anthropic = require('@anthropic-ai/sdk'); ${ask('new Anthropic()')}`, CREATE],
    [
      'require called without new',
      `const Anthropic = require('@anthropic-ai/sdk'); ${ask('Anthropic()')}`,
      CREATE,
    ],
    [
      'require called at once',
      `const c = require('@anthropic-ai/sdk')({ apiKey: 'test-key' }); ${ask('c')}`,
      CREATE,
    ],
    [
      'require .default',
      `const Anthropic = require('@anthropic-ai/sdk').default; ${ask('new Anthropic()')}`,
      CREATE,
    ],
    ['require .Anthropic', `const c = new (require('@anthropic-ai/sdk').Anthropic)(); ${ask('c')}`, CREATE],
    [
      'destructured require',
      `const { Anthropic } = require('@anthropic-ai/sdk'); ${ask('new Anthropic()')}`,
      CREATE,
    ],
    [
      'destructured require under another name',
      `const { default: C } = require('@anthropic-ai/sdk'); ${ask('new C()')}`,
      CREATE,
    ],
    ['dynamic import', `const { default: C } = await import('@anthropic-ai/sdk'); ${ask('new C()')}`, CREATE],
    [
      'dynamic import kept whole',
      `const sdk = await import('@anthropic-ai/sdk'); ${ask('new sdk.default()')}`,
      CREATE,
    ],
    [
      'dynamic import inside a function',
      `async function f() { const { Anthropic } = await import('@anthropic-ai/sdk'); const c = new Anthropic(); ${ask('c')} }`,
      CREATE,
    ],
    [
      'dynamic import with then',
      `import('@anthropic-ai/sdk').then(({ default: C }) => { const c = new C(); ${ask('c')} });`,
      CREATE,
    ],
    [
      'createRequire',
      `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const A = require('@anthropic-ai/sdk'); ${ask('new A()')}`,
      SHAPE,
    ],
    [
      'a CDN',
      `import Anthropic from 'https://esm.sh/@anthropic-ai/sdk@1.12.0'; ${ask('new Anthropic()')}`,
      CREATE,
    ],
    [
      'Deno specifier',
      `import Anthropic from 'npm:@anthropic-ai/sdk@1.12.0'; ${ask('new Anthropic()')}`,
      CREATE,
    ],
    [
      'an interop helper',
      `var sdk_1 = __importDefault(require('@anthropic-ai/sdk')); ${ask('new sdk_1.default()')}`,
      CREATE,
    ],
  ],
  'how the client travels': [
    ['an alias', `${SDK}const c = client; ${ask('c')}`, CREATE],
    ['messages taken out', `${SDK}const { messages } = client; messages.create(${REQUEST});`, CREATE],
    ['messages in a variable', `${SDK}const m = client.messages; m.create(${REQUEST});`, CREATE],
    ['the method in a variable', `${SDK}const create = client.messages.create; create(${REQUEST});`, CREATE],
    [
      'a bound method',
      `${SDK}const create = client.messages.create.bind(client.messages); create(${REQUEST});`,
      CREATE,
    ],
    ['computed names', `${SDK}client['messages']['create'](${REQUEST});`, CREATE],
    ['optional calls', `${SDK}client?.messages?.create?.(${REQUEST});`, CREATE],
    ['withOptions', `${SDK}${ask('client.withOptions({ timeout: 1 })')}`, CREATE],
    [
      'withOptions twice, in a variable',
      `${SDK}const c = client.withOptions({}).withOptions({}); ${ask('c')}`,
      CREATE,
    ],
    [
      'a let assigned later',
      `import Anthropic from '@anthropic-ai/sdk'; let c; function init() { c = new Anthropic(); } function f() { ${ask('c')} }`,
      CREATE,
    ],
    [
      'a lazy singleton',
      `import Anthropic from '@anthropic-ai/sdk'; let c; const get = () => (c ??= new Anthropic()); ${ask('get()')}`,
      CREATE,
    ],
    [
      'a lazy singleton with if',
      `import Anthropic from '@anthropic-ai/sdk'; let c = null; function get() { if (!c) { c = new Anthropic(); } return c; } ${ask('get()')}`,
      CREATE,
    ],
    [
      'a factory',
      `import Anthropic from '@anthropic-ai/sdk'; const make = (o) => new Anthropic(o); ${ask('make({})')}`,
      CREATE,
    ],
    [
      'an async factory',
      `import Anthropic from '@anthropic-ai/sdk'; async function make() { return new Anthropic(); } const c = await make(); ${ask('c')}`,
      CREATE,
    ],
    [
      'a factory that awaits inside',
      `import Anthropic from '@anthropic-ai/sdk'; const make = async () => new Anthropic(); ${ask('(await make())')}`,
      CREATE,
    ],
    [
      'a conditional client',
      `import Anthropic from '@anthropic-ai/sdk'; const c = key ? new Anthropic({ apiKey: key }) : null; ${ask('c')}`,
      CREATE,
    ],
    [
      'an injected or own client',
      `import Anthropic from '@anthropic-ai/sdk'; export function f(given) { const c = given ?? new Anthropic(); ${ask('c')} }`,
      CREATE,
    ],
    [
      'a default parameter',
      `import Anthropic from '@anthropic-ai/sdk'; export function f(c = new Anthropic()) { ${ask('c')} }`,
      CREATE,
    ],
    ['a parameter of a helper', `${SDK}async function f(c) { ${ask('c')} } f(client);`, CREATE],
    ['an object of clients', `${SDK}const clients = { claude: client }; ${ask('clients.claude')}`, CREATE],
    [
      'in a Map',
      `${SDK}const m = new Map([['a', client]]); ${ask(`m.get('a')`)}`,
      'messages.create | anthropic | import',
    ],
    [
      'an array of clients',
      `import Anthropic from '@anthropic-ai/sdk'; const cs = ['a', 'b'].map((k) => new Anthropic({ apiKey: k })); ${ask('cs[0]')}`,
      CREATE,
    ],
    [
      'a field',
      `import Anthropic from '@anthropic-ai/sdk'; class A { client = new Anthropic(); f() { ${ask('this.client')} } }`,
      CREATE,
    ],
    [
      'a private field',
      `import Anthropic from '@anthropic-ai/sdk'; class A { #c = new Anthropic(); f() { ${ask('this.#c')} } }`,
      CREATE,
    ],
    [
      'a field set in the constructor',
      `import Anthropic from '@anthropic-ai/sdk'; class A { constructor() { this.c = new Anthropic(); } f() { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a field set in a method',
      `import Anthropic from '@anthropic-ai/sdk'; class A { init() { this.c = new Anthropic(); } f() { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a getter',
      `import Anthropic from '@anthropic-ai/sdk'; class A { get c() { return new Anthropic(); } f() { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a static field',
      `import Anthropic from '@anthropic-ai/sdk'; class A { static c = new Anthropic(); static f() { ${ask('A.c')} } }`,
      CREATE,
    ],
    [
      'a subclass of the SDK’s class',
      `import Anthropic from '@anthropic-ai/sdk'; class Own extends Anthropic {} const c = new Own(); ${ask('c')}`,
      CREATE,
    ],
    [
      'this in a subclass of the SDK’s class',
      `import Anthropic from '@anthropic-ai/sdk'; class Own extends Anthropic { f() { ${ask('this')} } }`,
      CREATE,
    ],
    [
      'an object literal service',
      `import Anthropic from '@anthropic-ai/sdk'; const service = { client: new Anthropic(), f() { ${ask('this.client')} } };`,
      CREATE,
    ],
    [
      'a client given by options or made',
      `import Anthropic from '@anthropic-ai/sdk'; export class A { constructor(o) { this.c = o.client ?? new Anthropic(); } f() { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a method chosen by a flag',
      `${SDK}client.messages[streaming ? 'stream' : 'create'](${REQUEST});`,
      'messages.stream',
    ],
    [
      'a cache of clients',
      `import Anthropic from '@anthropic-ai/sdk'; const cs = {}; function get(k) { if (!cs[k]) cs[k] = new Anthropic({ apiKey: k }); return cs[k]; } ${ask(`get('a')`)}`,
      CREATE,
    ],
    [
      'a cache of clients, filled at once',
      `import Anthropic from '@anthropic-ai/sdk'; const cs = {}; export const f = (k) => { const c = (cs[k] ??= new Anthropic()); ${ask('c')} };`,
      CREATE,
    ],
    [
      'batches in a variable',
      `${SDK}const { batches } = client.messages; batches.create({ requests: [] });`,
      'messages.batches.create',
    ],
    [
      'LangSmith’s wrapper',
      `import { wrapSDK } from 'langsmith/wrappers'; import Anthropic from '@anthropic-ai/sdk'; const c = wrapSDK(new Anthropic()); ${ask('c')}`,
      SHAPE,
    ],
    [
      'PostHog’s client',
      `import { Anthropic } from '@posthog/ai'; const c = new Anthropic({ posthog }); ${ask('c')}`,
      SHAPE,
    ],
    [
      'a wrapped client',
      `import { traceable } from './trace.js'; ${SDK}const c = traceable(client); ${ask('c')}`,
      SHAPE,
    ],
  ],
  'what the SDK is asked for': [
    ['stream', `${SDK}client.messages.stream(${REQUEST});`, 'messages.stream'],
    ['parse', `${SDK}client.messages.parse(${REQUEST});`, 'messages.parse'],
    ['countTokens', `${SDK}client.messages.countTokens(${REQUEST});`, 'messages.countTokens'],
    ['beta create', `${SDK}client.beta.messages.create(${REQUEST});`, 'beta.messages.create'],
    ['beta stream', `${SDK}client.beta.messages.stream(${REQUEST});`, 'beta.messages.stream'],
    ['beta parse', `${SDK}client.beta.messages.parse(${REQUEST});`, 'beta.messages.parse'],
    ['beta countTokens', `${SDK}client.beta.messages.countTokens(${REQUEST});`, 'messages.countTokens'],
    ['toolRunner', `${SDK}client.beta.messages.toolRunner(${REQUEST});`, 'beta.messages.toolRunner'],
    [
      'new BetaToolRunner',
      `import Anthropic, { BetaToolRunner } from '@anthropic-ai/sdk'; new BetaToolRunner(new Anthropic(), ${REQUEST});`,
      'new BetaToolRunner',
    ],
    [
      'BetaToolRunner by its subpath',
      `import Anthropic from '@anthropic-ai/sdk'; import { BetaToolRunner } from '@anthropic-ai/sdk/lib/tools/BetaToolRunner'; new BetaToolRunner(new Anthropic(), ${REQUEST});`,
      'new BetaToolRunner',
    ],
    [
      'thread',
      `${SDK}const t = client.beta.messages.thread(${REQUEST}); await t.send('hi');`,
      'beta.messages.thread',
    ],
    ['batches', `${SDK}client.messages.batches.create({ requests: [] });`, 'messages.batches.create'],
    [
      'beta batches',
      `${SDK}client.beta.messages.batches.create({ requests: [] });`,
      'messages.batches.create',
    ],
    [
      'agents',
      `${SDK}client.beta.agents.create({ name: 'a', model: 'claude-opus-5' });`,
      'beta.agents.create',
    ],
    [
      'agents update',
      `${SDK}client.beta.agents.update('id', { model: 'claude-opus-5' });`,
      'beta.agents.update',
    ],
    ['sessions', `${SDK}client.beta.sessions.create({ agent: 'id' });`, 'beta.sessions.create'],
    ['dreams', `${SDK}client.beta.dreams.create({ model: { id: 'claude-opus-5' } });`, 'beta.dreams.create'],
    [
      'legacy completions',
      `${SDK}client.completions.create({ model: 'claude-2.1', prompt: '' });`,
      'completions.create',
    ],
    [
      'prompt caching of 0.x',
      `${SDK}client.beta.promptCaching.messages.create(${REQUEST});`,
      'beta.messages.create',
    ],
    ['tools of 0.x', `${SDK}client.beta.tools.messages.create(${REQUEST});`, 'beta.messages.create'],
    ['client.post', `${SDK}client.post('/v1/messages', { body: ${REQUEST} });`, POST],
    [
      'client.request',
      `${SDK}client.request({ method: 'post', path: '/v1/messages', body: ${REQUEST} });`,
      POST,
    ],
    [
      'the Messages class',
      `import { Messages } from '@anthropic-ai/sdk/resources/messages'; new Messages(client).create(${REQUEST});`,
      CREATE,
    ],
    ['several requests', `${SDK}${ask()}\nclient.messages.stream(${REQUEST});`, CREATE, 'messages.stream'],
    ['no arguments', `${SDK}client.messages.create();`, CREATE],
    ['spread arguments', `${SDK}export const f = (...args) => client.messages.create(...args);`, CREATE],
    [
      'a request and then something of its result',
      `${SDK}client.messages.stream(${REQUEST}).on('text', print).finalMessage();`,
      'messages.stream',
    ],
  ],
  'sibling SDKs': [
    [
      'AWS',
      `import { AnthropicAws } from '@anthropic-ai/aws-sdk'; ${ask('new AnthropicAws()')}`,
      `${CREATE} | anthropic-aws | import`,
    ],
    [
      'AWS by default import',
      `import A from '@anthropic-ai/aws-sdk'; ${ask('new A()')}`,
      `${CREATE} | anthropic-aws | import`,
    ],
    [
      'Bedrock',
      `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; ${ask('new AnthropicBedrock()')}`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'Bedrock by default import',
      `import A from '@anthropic-ai/bedrock-sdk'; ${ask('new A()')}`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'Bedrock Mantle',
      `import { AnthropicBedrockMantle as M } from '@anthropic-ai/bedrock-sdk'; ${ask('new M()')}`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'Bedrock by require',
      `const { AnthropicBedrock } = require('@anthropic-ai/bedrock-sdk'); ${ask('new AnthropicBedrock()')}`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'Vertex',
      `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk'; ${ask('new AnthropicVertex()')}`,
      `${CREATE} | vertex | import`,
    ],
    [
      'Vertex called without new',
      `const V = require('@anthropic-ai/vertex-sdk'); ${ask('V({ region: "us" })')}`,
      `${CREATE} | vertex | import`,
    ],
    [
      'Foundry',
      `import AnthropicFoundry from '@anthropic-ai/foundry-sdk'; ${ask('new AnthropicFoundry()')}`,
      `${CREATE} | foundry | import`,
    ],
    [
      'Foundry threads',
      `import { AnthropicFoundry as F } from '@anthropic-ai/foundry-sdk'; new F().beta.messages.thread(${REQUEST});`,
      'beta.messages.thread | foundry | import',
    ],
    [
      'Google Cloud',
      `import { AnthropicGoogleCloud } from '@anthropic-ai/google-cloud-sdk'; ${ask('new AnthropicGoogleCloud()')}`,
      `${CREATE} | google-cloud | import`,
    ],
    [
      'a base URL of its own is still Claude',
      `import Anthropic from '@anthropic-ai/sdk'; ${ask(`new Anthropic({ baseURL: 'https://llm.corp.example/anthropic' })`)}`,
      CREATE,
    ],
    [
      'a base URL from the environment is still Claude',
      `import Anthropic from '@anthropic-ai/sdk'; ${ask('new Anthropic({ baseURL: process.env.LLM_URL })')}`,
      CREATE,
    ],
    [
      'a base URL at Foundry',
      `import Anthropic from '@anthropic-ai/sdk'; ${ask(`new Anthropic({ baseURL: 'https://acme.services.ai.azure.com/anthropic' })`)}`,
      `${CREATE} | foundry | import`,
    ],
  ],
  'Agent SDK': [
    [
      'query',
      `import { query } from '@anthropic-ai/claude-agent-sdk'; for await (const m of query({ prompt: 'x' })) print(m);`,
      'query',
    ],
    [
      'query by namespace',
      `import * as sdk from '@anthropic-ai/claude-agent-sdk'; sdk.query({ prompt: 'x' });`,
      'query',
    ],
    [
      'query by subpath',
      `import { query } from '@anthropic-ai/claude-agent-sdk/core'; query({ prompt: 'x' });`,
      'query',
    ],
    [
      'its former name',
      `import { query } from '@anthropic-ai/claude-code'; query({ prompt: 'x' });`,
      'query',
    ],
    [
      'startup',
      `import { startup } from '@anthropic-ai/claude-agent-sdk'; const s = await startup({ options: {} });`,
      'startup',
    ],
  ],
  'AI SDK': [
    [
      'generateText',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; generateText({ model: anthropic('claude-sonnet-4-6'), prompt });`,
      'generateText',
    ],
    [
      'streamText',
      `import { streamText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; streamText({ model: anthropic('claude-sonnet-4-6'), prompt });`,
      'streamText',
    ],
    [
      'generateObject',
      `import { generateObject } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; generateObject({ model: anthropic('claude-sonnet-4-6'), prompt });`,
      'generateObject',
    ],
    [
      'streamObject',
      `import { streamObject } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; streamObject({ model: anthropic('claude-sonnet-4-6'), prompt });`,
      'streamObject',
    ],
    [
      'by namespace',
      `import * as ai from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; ai.generateText({ model: anthropic('claude-sonnet-4-6') });`,
      'generateText',
    ],
    [
      'by dynamic import',
      `const { generateText } = await import('ai'); const { anthropic } = await import('@ai-sdk/anthropic'); generateText({ model: anthropic('claude-sonnet-4-6') });`,
      'generateText',
    ],
    [
      'languageModel',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; generateText({ model: anthropic.languageModel('claude-opus-5') });`,
      'generateText',
    ],
    [
      'messages as a model factory',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; generateText({ model: anthropic.messages('claude-opus-5') });`,
      'generateText',
    ],
    [
      'createAnthropic',
      `import { generateText } from 'ai'; import { createAnthropic } from '@ai-sdk/anthropic'; const a = createAnthropic({}); generateText({ model: a('claude-opus-5') });`,
      'generateText',
    ],
    [
      'a model in a constant',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; const model = anthropic('claude-opus-5'); generateText({ model });`,
      'generateText',
    ],
    [
      'a model from a helper',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; const pick = () => anthropic('claude-opus-5'); generateText({ model: pick() });`,
      'generateText',
    ],
    [
      'one of two vendors',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; import { openai } from '@ai-sdk/openai'; generateText({ model: fast ? openai('gpt-5') : anthropic('claude-opus-5') });`,
      'generateText',
    ],
    [
      'custom models by alias',
      `import { generateText, customProvider } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; const own = customProvider({ languageModels: { chat: anthropic('claude-opus-5') } }); generateText({ model: own.languageModel('chat') });`,
      'generateText',
    ],
    [
      'a provider of one’s own module',
      `import { generateText } from 'ai'; import { anthropic } from '@/lib/ai'; generateText({ model: anthropic('claude-opus-5') });`,
      'generateText',
    ],
    [
      'an unknown model with options for Anthropic',
      `import { generateText } from 'ai'; import { model } from './model.js'; generateText({ model, providerOptions: { anthropic: { thinking } } });`,
      'generateText',
    ],
    [
      'an unknown spread after the model',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; import { rest } from './rest.js'; generateText({ model: anthropic('claude-opus-5'), ...rest });`,
      'generateText',
    ],
    [
      'an unknown spread before the model',
      `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; import { rest } from './rest.js'; generateText({ ...rest, model: anthropic('claude-opus-5') });`,
      'generateText',
    ],
    [
      'an argument of the caller after the model',
      `import { streamText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; export const f = (rest) => streamText({ model: anthropic('claude-opus-5'), ...rest });`,
      'streamText',
    ],
    [
      'ToolLoopAgent',
      `import { ToolLoopAgent } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; const a = new ToolLoopAgent({ model: anthropic('claude-opus-5') }); a.generate({ prompt });`,
      'new ToolLoopAgent',
    ],
    [
      'Experimental_Agent',
      `import { Experimental_Agent as Agent } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; new Agent({ model: anthropic('claude-opus-5') });`,
      'new ToolLoopAgent',
    ],
    [
      'a wrapped model',
      `import { generateText, wrapLanguageModel } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; const model = wrapLanguageModel({ model: anthropic('claude-opus-5'), middleware: [] }); generateText({ model });`,
      'generateText',
    ],
    [
      'a batch',
      `import { experimental_startBatch as start } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; start({ provider: anthropic, requests: [] });`,
      'experimental_startBatch',
    ],
    [
      'Bedrock Converse',
      `import { generateText } from 'ai'; import { bedrock } from '@ai-sdk/amazon-bedrock'; generateText({ model: bedrock('us.anthropic.claude-sonnet-4-6-v1:0') });`,
      'generateText | bedrock | import',
    ],
    [
      'Bedrock Converse, v7 name',
      `import { generateText } from 'ai'; import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock'; generateText({ model: createAmazonBedrock({})('anthropic.claude-opus-5') });`,
      'generateText | bedrock | import',
    ],
    [
      'Bedrock Anthropic',
      `import { generateText } from 'ai'; import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic'; generateText({ model: bedrockAnthropic('us.anthropic.claude-opus-5') });`,
      'generateText | bedrock | import',
    ],
    [
      'Bedrock Anthropic, v7 name',
      `import { generateText } from 'ai'; import { amazonBedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic'; generateText({ model: amazonBedrockAnthropic('us.anthropic.claude-opus-5') });`,
      'generateText | bedrock | import',
    ],
    [
      'Vertex',
      `import { generateText } from 'ai'; import { vertexAnthropic } from '@ai-sdk/google-vertex/anthropic'; generateText({ model: vertexAnthropic('claude-opus-5') });`,
      'generateText | vertex | import',
    ],
    [
      'Vertex, made with options',
      `import { generateText } from 'ai'; import { createVertexAnthropic } from '@ai-sdk/google-vertex/anthropic'; generateText({ model: createVertexAnthropic({ location: 'us-east5' })('claude-opus-5') });`,
      'generateText | vertex | import',
    ],
    [
      'Vertex at the edge, v7 name',
      `import { generateText } from 'ai'; import { googleVertexAnthropic } from '@ai-sdk/google-vertex/anthropic/edge'; generateText({ model: googleVertexAnthropic('claude-opus-5') });`,
      'generateText | vertex | import',
    ],
    [
      'a gateway string',
      `import { generateText } from 'ai'; generateText({ model: 'anthropic/claude-sonnet-4.5' });`,
      'generateText | vercel-gateway | import',
    ],
    [
      'a gateway string in a constant',
      `import { streamText } from 'ai'; const MODEL = 'anthropic/claude-opus-5'; streamText({ model: MODEL });`,
      'streamText | vercel-gateway | import',
    ],
    [
      'gateway()',
      `import { generateText, gateway } from 'ai'; generateText({ model: gateway('anthropic/claude-opus-5') });`,
      'generateText | vercel-gateway | import',
    ],
    [
      'createGateway',
      `import { generateText, createGateway } from 'ai'; generateText({ model: createGateway({})('anthropic/claude-opus-5') });`,
      'generateText | vercel-gateway | import',
    ],
    [
      'a registry',
      `import { generateText, createProviderRegistry } from 'ai'; import { anthropic } from '@ai-sdk/anthropic'; const registry = createProviderRegistry({ anthropic }); generateText({ model: registry.languageModel('anthropic:claude-opus-5') });`,
      'generateText',
    ],
  ],
  LangChain: [
    [
      'ChatAnthropic',
      `import { ChatAnthropic } from '@langchain/anthropic'; const m = new ChatAnthropic({ model: 'claude-opus-5' }); m.invoke('x');`,
      'new ChatAnthropic',
    ],
    [
      'ChatAnthropic with a model name first',
      `import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic('claude-opus-5', { temperature: 0 });`,
      'new ChatAnthropic',
    ],
    [
      'ChatAnthropicMessages',
      `import { ChatAnthropicMessages } from '@langchain/anthropic'; new ChatAnthropicMessages({});`,
      'new ChatAnthropic',
    ],
    [
      'ChatAnthropic by require',
      `const { ChatAnthropic } = require('@langchain/anthropic'); new ChatAnthropic({});`,
      'new ChatAnthropic',
    ],
    [
      'initChatModel',
      `import { initChatModel } from 'langchain'; await initChatModel('anthropic:claude-opus-5', {});`,
      'initChatModel',
    ],
    [
      'initChatModel by model name',
      `import { initChatModel } from 'langchain/chat_models/universal'; await initChatModel('claude-opus-5', {});`,
      'initChatModel',
    ],
    [
      'initChatModel with a provider option',
      `import { initChatModel } from 'langchain'; const name = process.env.MODEL; await initChatModel(name, { modelProvider: 'anthropic' });`,
      'initChatModel',
    ],
    [
      'createAgent by string',
      `import { createAgent } from 'langchain'; createAgent({ model: 'anthropic:claude-opus-5', tools: [] });`,
      'createAgent',
    ],
    [
      'createAgent with a model',
      `import { createAgent } from 'langchain'; import { ChatAnthropic } from '@langchain/anthropic'; createAgent({ model: new ChatAnthropic({}), tools: [] });`,
      'new ChatAnthropic',
    ],
  ],
  'Bedrock runtime': [
    [
      'InvokeModelCommand',
      `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'; new BedrockRuntimeClient({}).send(new InvokeModelCommand({ modelId: 'anthropic.claude-opus-5', body }));`,
      'new InvokeModelCommand | bedrock | import',
    ],
    [
      'InvokeModelWithResponseStreamCommand',
      `import { InvokeModelWithResponseStreamCommand as C } from '@aws-sdk/client-bedrock-runtime'; new C({ modelId: 'us.anthropic.claude-opus-5' });`,
      'new InvokeModelWithResponseStreamCommand | bedrock | import',
    ],
    [
      'ConverseCommand',
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; new ConverseCommand({ modelId: 'global.anthropic.claude-opus-5' });`,
      'new ConverseCommand | bedrock | import',
    ],
    [
      'ConverseStreamCommand',
      `const { ConverseStreamCommand } = require('@aws-sdk/client-bedrock-runtime'); new ConverseStreamCommand({ modelId: 'anthropic.claude-opus-5' });`,
      'new ConverseStreamCommand | bedrock | import',
    ],
    [
      'an unknown spread after the model',
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime'; export const f = (rest) => new ConverseCommand({ modelId: 'anthropic.claude-opus-5', ...rest });`,
      'new ConverseCommand | bedrock | import',
    ],
    [
      'BedrockRuntime',
      `import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime'; new BedrockRuntime({}).invokeModel({ modelId: 'anthropic.claude-opus-5' });`,
      'invokeModel | bedrock | import',
    ],
  ],
  'OpenAI client at Anthropic': [
    [
      'create',
      `import OpenAI from 'openai'; const c = new OpenAI({ baseURL: 'https://api.anthropic.com/v1/' }); c.chat.completions.create({ model: 'claude-opus-5' });`,
      'chat.completions.create | openai-compatible | import',
    ],
    [
      'stream, base URL in a constant',
      `import { OpenAI } from 'openai'; const BASE = 'https://api.anthropic.com/v1'; new OpenAI({ baseURL: BASE }).chat.completions.stream({});`,
      'chat.completions.stream | openai-compatible | import',
    ],
    [
      'a base URL from the environment or Anthropic’s',
      `import OpenAI from 'openai'; const c = new OpenAI({ baseURL: process.env.BASE ?? 'https://api.anthropic.com/v1/' }); c.chat.completions.create({});`,
      'chat.completions.create | openai-compatible | import',
    ],
    [
      'by require',
      `const OpenAI = require('openai'); const c = new OpenAI({ baseURL: 'https://api.anthropic.com/v1/' }); c.chat.completions.parse({});`,
      'chat.completions.parse | openai-compatible | import',
    ],
  ],
  'other frameworks': [
    [
      'Mastra by string',
      `import { Agent } from '@mastra/core/agent'; const a = new Agent({ name: 'a', model: 'anthropic/claude-opus-5' });`,
      'new Agent',
    ],
    [
      'Mastra with an AI SDK model',
      `import { Agent } from '@mastra/core'; import { anthropic } from '@ai-sdk/anthropic'; new Agent({ model: anthropic('claude-opus-5') });`,
      'new Agent',
    ],
    [
      'Mastra with a list',
      `import { Agent } from '@mastra/core/agent'; new Agent({ model: [{ model: 'anthropic/claude-opus-5' }] });`,
      'new Agent',
    ],
    [
      'Genkit',
      `import { genkit } from 'genkit'; import { anthropic } from '@genkit-ai/anthropic'; const ai = genkit({ plugins: [anthropic()] }); ai.generate({ model: anthropic.model('claude-opus-5'), prompt });`,
      'ai.generate',
    ],
    [
      'Genkit with a default model',
      `import { genkit } from 'genkit'; import { anthropic } from '@genkit-ai/anthropic'; const ai = genkit({ plugins: [anthropic()], model: anthropic.model('claude-opus-5') }); ai.generate({ prompt });`,
      'ai.generate',
    ],
    [
      'genkitx-anthropic',
      `import { genkit } from 'genkit'; import { anthropic, claude37Sonnet } from 'genkitx-anthropic'; const ai = genkit({ plugins: [anthropic({})] }); ai.generate({ model: claude37Sonnet, prompt });`,
      'ai.generate',
    ],
    [
      'LlamaIndex',
      `import { Anthropic } from '@llamaindex/anthropic'; const llm = new Anthropic({ model: 'claude-opus-5' }); llm.chat({ messages });`,
      'new Anthropic',
    ],
    [
      'LlamaIndex’s factory',
      `import { anthropic } from '@llamaindex/anthropic'; anthropic({ model: 'claude-opus-5' });`,
      'new Anthropic',
    ],
    [
      'TanStack',
      `import { chat } from '@tanstack/ai'; import { anthropicText } from '@tanstack/ai-anthropic'; chat({ adapter: anthropicText('claude-opus-5'), messages });`,
      'anthropicText',
    ],
    [
      'TanStack with a key',
      `import { createAnthropicChat } from '@tanstack/ai-anthropic'; createAnthropicChat('claude-opus-5', 'test-key');`,
      'anthropicText',
    ],
    [
      'Effect',
      `import { AnthropicLanguageModel } from '@effect/ai-anthropic'; const m = AnthropicLanguageModel.model('claude-opus-5', {});`,
      'AnthropicLanguageModel.model',
    ],
  ],
  'raw HTTP': [
    ['fetch', `fetch('${ENDPOINT}', { method: 'POST', headers, body: JSON.stringify(${REQUEST}) });`, POST],
    [
      'fetch with a URL constant',
      `const API = '${ENDPOINT}'; await fetch(API, { method: 'POST', body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'fetch with a base URL and a template',
      'const BASE = "https://api.anthropic.com"; fetch(`${BASE}/v1/messages`, { method: "POST", body: JSON.stringify(b) });',
      POST,
    ],
    [
      'fetch with a base URL from the environment',
      `const base = process.env.BASE ?? 'https://api.anthropic.com'; fetch(base + '/v1/messages', { method: 'POST', body: JSON.stringify(b) });`,
      POST,
    ],
    [
      'fetch with new URL',
      `fetch(new URL('/v1/messages', 'https://api.anthropic.com'), { method: 'POST', body });`,
      POST,
    ],
    ['fetch with a query', `fetch('${ENDPOINT}?beta=true', { method: 'POST', body });`, POST],
    ['globalThis.fetch', `globalThis.fetch('${ENDPOINT}', { method: 'POST', body });`, POST],
    [
      'a fetch handed in',
      `export const f = (fetchImpl) => fetchImpl('${ENDPOINT}', { method: 'POST', body });`,
      POST,
    ],
    [
      'a proxy, told by headers',
      `fetch('/api/proxy', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'a proxy of unknown address, told by headers',
      `fetch(process.env.PROXY, { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'a proxy of known address, told by headers and model',
      `fetch('https://llm.corp.example/v1/messages', { method: 'POST', headers: { 'anthropic-version': v }, body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'an unknown base, told by body',
      'export const f = (base) => fetch(`${base}/v1/messages`, { method: "POST", headers: { "x-api-key": key }, body: JSON.stringify({ model, max_tokens: 8, messages }) });',
      POST,
    ],
    [
      'an imported URL, told by headers',
      `import { API_URL } from './constants.js'; fetch(API_URL, { method: 'POST', headers: { 'x-api-key': key, 'anthropic-version': v }, body: JSON.stringify({ model, max_tokens: 8, messages }) });`,
      POST,
    ],
    [
      'an imported URL, told by the model',
      `import { CLAUDE_API_URL, headers } from './constants.js'; fetch(CLAUDE_API_URL, { method: 'POST', headers, body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'a URL in a field',
      `class A { url = '${ENDPOINT}'; f() { return fetch(this.url, { method: 'POST', body: JSON.stringify(${REQUEST}) }); } }`,
      POST,
    ],
    [
      'options in a variable',
      `const o = { method: 'POST', body: JSON.stringify(${REQUEST}) }; fetch('${ENDPOINT}', o);`,
      POST,
    ],
    [
      'a Request',
      `const r = new Request('${ENDPOINT}', { method: 'POST', body: JSON.stringify(${REQUEST}) }); fetch(r);`,
      POST,
    ],
    [
      'headers made by Headers',
      `const h = new Headers(); h.set('anthropic-version', v); fetch('${ENDPOINT}', { method: 'POST', headers: h, body });`,
      POST,
    ],
    [
      'a helper with the URL as parameter',
      `const post = (url, body) => fetch(url, { method: 'POST', body: JSON.stringify(body) }); post('${ENDPOINT}', ${REQUEST});`,
      POST,
    ],
    [
      'a helper from another file',
      `import { fetchWithRetry } from './http.js'; fetchWithRetry('${ENDPOINT}', { method: 'POST', body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    ['$fetch', `$fetch('${ENDPOINT}', { method: 'POST', body: ${REQUEST} });`, POST],
    ['jQuery', `$.ajax({ url: '${ENDPOINT}', type: 'POST', data: JSON.stringify(${REQUEST}) });`, POST],
    [
      'Obsidian’s requestUrl',
      `import { requestUrl } from 'obsidian'; requestUrl({ url: '${ENDPOINT}', method: 'POST', body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'Apps Script',
      `UrlFetchApp.fetch('${ENDPOINT}', { method: 'post', payload: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'n8n',
      `export async function f() { return this.helpers.httpRequest({ url: '${ENDPOINT}', method: 'POST', body: ${REQUEST} }); }`,
      POST,
    ],
    ['node-fetch', `import fetch from 'node-fetch'; fetch('${ENDPOINT}', { method: 'POST', body });`, POST],
    ['axios.post', `import axios from 'axios'; axios.post('${ENDPOINT}', ${REQUEST}, { headers });`, POST],
    [
      'axios with a config',
      `import axios from 'axios'; axios({ method: 'post', url: '${ENDPOINT}', data: ${REQUEST} });`,
      POST,
    ],
    [
      'axios.request',
      `const axios = require('axios'); axios.request({ method: 'POST', url: '${ENDPOINT}', data: ${REQUEST} });`,
      POST,
    ],
    [
      'an axios instance',
      `import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.anthropic.com' }); api.post('/v1/messages', ${REQUEST});`,
      POST,
    ],
    [
      'an axios instance in a field',
      `import axios from 'axios'; class A { http = axios.create({ baseURL: 'https://api.anthropic.com/v1' }); f() { this.http.post('/messages', ${REQUEST}); } }`,
      POST,
    ],
    ['got.post', `import got from 'got'; got.post('${ENDPOINT}', { json: ${REQUEST} });`, POST],
    ['got', `import got from 'got'; got('${ENDPOINT}', { method: 'POST', json: ${REQUEST} });`, POST],
    ['ky', `import ky from 'ky'; ky.post('${ENDPOINT}', { json: ${REQUEST} });`, POST],
    [
      'undici',
      `import { request } from 'undici'; request('${ENDPOINT}', { method: 'POST', body: JSON.stringify(${REQUEST}) });`,
      POST,
    ],
    [
      'https.request with a URL',
      `import https from 'node:https'; const r = https.request('${ENDPOINT}', { method: 'POST' }, done); r.write(JSON.stringify(${REQUEST})); r.end();`,
      POST,
    ],
    [
      'https.request with a host',
      `import https from 'node:https'; const r = https.request({ hostname: 'api.anthropic.com', path: '/v1/messages', method: 'POST' }, done); r.end(JSON.stringify(${REQUEST}));`,
      POST,
    ],
    [
      'superagent',
      `import superagent from 'superagent'; superagent.post('${ENDPOINT}').set('x-api-key', key).send(${REQUEST});`,
      POST,
    ],
    [
      'HttpService',
      `export class A { constructor(http) { this.httpService = http; } f() { return this.httpService.post('${ENDPOINT}', ${REQUEST}); } }`,
      POST,
    ],
    [
      'batches',
      `fetch('${ENDPOINT}/batches', { method: 'POST', body: JSON.stringify({ requests }) });`,
      'POST /v1/messages/batches | anthropic | http',
    ],
    [
      'count_tokens',
      `fetch('${ENDPOINT}/count_tokens', { method: 'POST', body });`,
      'POST /v1/messages/count_tokens | anthropic | http',
    ],
    [
      'the legacy endpoint',
      `fetch('https://api.anthropic.com/v1/complete', { method: 'POST', body });`,
      'POST /v1/complete | anthropic | http',
    ],
    [
      'the OpenAI-compatible endpoint',
      `fetch('https://api.anthropic.com/v1/chat/completions', { method: 'POST', body });`,
      'POST /v1/chat/completions | anthropic | http',
    ],
    [
      'agents',
      `fetch('https://api.anthropic.com/v1/agents', { method: 'POST', body });`,
      'POST /v1/agents | anthropic | http',
    ],
    [
      'Claude Platform on AWS',
      `fetch('https://aws-external-anthropic.us-east-1.api.aws/v1/messages', { method: 'POST', body });`,
      'POST /v1/messages | anthropic-aws | http',
    ],
    [
      'Bedrock',
      'fetch(`https://bedrock-runtime.${region}.amazonaws.com/model/anthropic.claude-opus-5/invoke`, { method: "POST", body });',
      'POST /model/{id}/invoke | bedrock | http',
    ],
    [
      'Vertex',
      "fetch(`https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-opus-5:rawPredict`, { method: 'POST', body });",
      'POST :rawPredict | vertex | http',
    ],
    [
      'Foundry',
      `fetch('https://acme.services.ai.azure.com/anthropic/v1/messages', { method: 'POST', body });`,
      'POST /v1/messages | foundry | http',
    ],
  ],
  'by shape': [
    ['a client from another file', `import { client } from './claude.js'; ${ask()}`, SHAPE],
    [
      'a client from a factory in another file',
      `import { getClient } from './claude.js'; ${ask('getClient()')}`,
      SHAPE,
    ],
    [
      'a client from an awaited factory in another file',
      `import { getClient } from './claude.js'; ${ask('(await getClient())')}`,
      SHAPE,
    ],
    ['a client from a parameter', `export async function f(llm) { return ${ask('llm')} }`, SHAPE],
    [
      'a client from an untyped field',
      `export class A { constructor(deps) { this.deps = deps; } f() { ${ask('this.deps.ai')} } }`,
      SHAPE,
    ],
    [
      'a client from a container',
      `import { container } from './container.js'; ${ask(`container.get('claude')`)}`,
      SHAPE,
    ],
    [
      'a client from a hook',
      `import { useClients } from './hooks.js'; const { ai } = useClients(); ${ask('ai')}`,
      SHAPE,
    ],
    [
      'a client of a base class in another file',
      `import { Base } from './base.js'; export class A extends Base { f() { ${ask('this.client')} } }`,
      SHAPE,
    ],
    ['a client required from another file', `const ai = require('../lib/ai'); ${ask('ai')}`, SHAPE],
    [
      'a model alone tells',
      `import { c } from './c.js'; c.messages.create({ model: 'claude-opus-5', messages, max_tokens });`,
      SHAPE,
    ],
    [
      'no model, but messages and max_tokens',
      `import { c } from './c.js'; c.messages.create({ model, max_tokens: 8, messages });`,
      SHAPE,
    ],
    [
      'stream',
      `export const f = (c) => c.messages.stream(${REQUEST});`,
      'messages.stream | anthropic | shape',
    ],
    [
      'beta',
      `export const f = (c) => c.beta.messages.create(${REQUEST});`,
      'beta.messages.create | anthropic | shape',
    ],
    [
      'toolRunner',
      `export const f = (c) => c.beta.messages.toolRunner(${REQUEST});`,
      'beta.messages.toolRunner | anthropic | shape',
    ],
    [
      'batches',
      `import { c } from './c.js'; c.messages.batches.create({ requests: docs.map((d) => ({ custom_id: d.id, params: ${REQUEST} })) });`,
      'messages.batches.create | anthropic | shape',
    ],
    [
      'a request in a variable',
      `import { c } from './c.js'; const p = ${REQUEST}; c.messages.create(p);`,
      SHAPE,
    ],
    [
      'a request with an unknown spread last',
      `import { c } from './c.js'; export const f = (o) => c.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages, ...o });`,
      SHAPE,
    ],
    [
      'a request with an unknown spread',
      `import { c, base } from './c.js'; c.messages.create({ ...base, model: 'claude-opus-5', messages });`,
      SHAPE,
    ],
    [
      'an unknown request to a client named Claude',
      `import { claude, request } from './c.js'; claude.messages.create(request);`,
      SHAPE,
    ],
  ],
};

const TYPESCRIPT: Table = {
  'imports of TypeScript': [
    [
      'import equals require',
      `import Anthropic = require('@anthropic-ai/sdk'); ${ask('new Anthropic()')}`,
      CREATE,
    ],
    [
      'a parameter with a type-only import',
      `import type Anthropic from '@anthropic-ai/sdk'; export function f(c: Anthropic) { ${ask('c')} }`,
      CREATE,
    ],
    [
      'an inline type import',
      `import { type Anthropic } from '@anthropic-ai/sdk'; export const f = (c: Anthropic) => ${ask('c')}`,
      CREATE,
    ],
    ['an import type', `export function f(c: import('@anthropic-ai/sdk').Anthropic) { ${ask('c')} }`, CREATE],
    [
      'a typed field',
      `import type Anthropic from '@anthropic-ai/sdk'; export class A { private readonly c!: Anthropic; f() { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a parameter property',
      `import type Anthropic from '@anthropic-ai/sdk'; export class A { constructor(private readonly c: Anthropic) {} f() { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a decorated parameter property',
      `import Anthropic from '@anthropic-ai/sdk'; @Injectable() export class A { constructor(@Inject('c') private readonly c: Anthropic) {} f() { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a nullable type',
      `import type Anthropic from '@anthropic-ai/sdk'; export function f(c: Anthropic | null) { ${ask('c!')} }`,
      CREATE,
    ],
    [
      'an optional parameter',
      `import type Anthropic from '@anthropic-ai/sdk'; export function f(c?: Anthropic) { ${ask('c!')} }`,
      CREATE,
    ],
    [
      'an interface',
      `import type Anthropic from '@anthropic-ai/sdk'; interface Deps { c: Anthropic } export function f(deps: Deps) { ${ask('deps.c')} }`,
      CREATE,
    ],
    [
      'an inline object type',
      `import type Anthropic from '@anthropic-ai/sdk'; export function f({ c }: { c: Anthropic }) { ${ask('c')} }`,
      CREATE,
    ],
    [
      'a type alias',
      `import type Anthropic from '@anthropic-ai/sdk'; type Client = Anthropic; export function f(c: Client) { ${ask('c')} }`,
      CREATE,
    ],
    [
      'Pick',
      `import type Anthropic from '@anthropic-ai/sdk'; export function f(c: Pick<Anthropic, 'messages'>) { ${ask('c')} }`,
      CREATE,
    ],
    [
      'a declared variable',
      `import type Anthropic from '@anthropic-ai/sdk'; declare const c: Anthropic; ${ask('c')}`,
      CREATE,
    ],
    [
      'a cast',
      `import type Anthropic from '@anthropic-ai/sdk'; import { get } from './get.js'; ${ask('(get() as Anthropic)')}`,
      CREATE,
    ],
    [
      'a typed return',
      `import type Anthropic from '@anthropic-ai/sdk'; import { get } from './get.js'; function c(): Anthropic { return get(); } ${ask('c()')}`,
      CREATE,
    ],
    [
      'a typed Bedrock client',
      `import type { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; export function f(c: AnthropicBedrock) { ${ask('c')} }`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'a union of first party and Bedrock',
      `import type Anthropic from '@anthropic-ai/sdk'; import type { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; export function f(c: AnthropicBedrock | Anthropic) { ${ask('c')} }`,
      CREATE,
    ],
    [
      'a member type of the namespace',
      `import type Anthropic from '@anthropic-ai/sdk'; export function f(m: Anthropic.Messages) { m.create(${REQUEST}); }`,
      CREATE,
    ],
    [
      'a cast to Bedrock',
      `import type { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; import { get } from './get.js'; ${ask('(get() as AnthropicBedrock)')}`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'a typed return of Bedrock',
      `import type { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; import { get } from './get.js'; function c(): AnthropicBedrock { return get(); } ${ask('c()')}`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'a typed constant of Bedrock',
      `import type { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; import { get } from './get.js'; const c: AnthropicBedrock = get(); ${ask('c')}`,
      `${CREATE} | bedrock | import`,
    ],
    [
      'a record of clients',
      `import Anthropic from '@anthropic-ai/sdk'; const cs: Record<string, Anthropic> = {}; export const f = (k: string) => ${ask('cs[k]')}`,
      CREATE,
    ],
    [
      'a generic service',
      `import Anthropic from '@anthropic-ai/sdk'; class A<T> { private c: Anthropic; constructor() { this.c = new Anthropic(); } f(p: T) { ${ask('this.c')} } }`,
      CREATE,
    ],
    [
      'a NestJS HttpService',
      `import { HttpService } from '@nestjs/axios'; export class A { constructor(private readonly http: HttpService) {} f() { return this.http.post('${ENDPOINT}', ${REQUEST}); } }`,
      POST,
    ],
    [
      'an untyped field',
      `export class A { constructor(private readonly llm: any) {} f() { ${ask('this.llm')} } }`,
      SHAPE,
    ],
    [
      'a client typed in another file',
      `import type { Llm } from './llm.js'; export class A { constructor(private readonly llm: Llm) {} f() { ${ask('this.llm.client')} } }`,
      SHAPE,
    ],
  ],
};

describeTable(BOTH, ['typescript', 'espree']);
describeTable(TYPESCRIPT, ['typescript']);

describe('declared clients', () => {
  describeTable(
    {
      'the modules of the settings': [
        [
          'a client',
          `import { llm } from '@acme/llm'; ${ask('llm')}`,
          `${CREATE} | anthropic-aws | declared`,
        ],
        [
          'a client that never says Claude',
          `import { llm } from '@acme/llm'; llm.messages.create({ model, messages });`,
          `${CREATE} | anthropic-aws | declared`,
        ],
        ['a factory', `import { make } from '@acme/llm'; ${ask('make()')}`, `${CREATE} | bedrock | declared`],
        [
          'a class',
          `import { make } from '@acme/llm'; ${ask('new make()')}`,
          `${CREATE} | bedrock | declared`,
        ],
        [
          'a default export',
          `import llm from '@acme/claude'; ${ask('llm')}`,
          `${CREATE} | anthropic | declared`,
        ],
        [
          'a local module',
          `import { client } from './lib/claude.js'; ${ask()}`,
          `${CREATE} | vertex | declared`,
        ],
        [
          'a local module from a deeper folder',
          `import { client } from '../../lib/claude'; ${ask()}`,
          `${CREATE} | vertex | declared`,
        ],
        [
          'by require',
          `const { llm } = require('@acme/llm'); ${ask('llm')}`,
          `${CREATE} | anthropic-aws | declared`,
        ],
        [
          'another export of the module is not declared',
          `import { other } from '@acme/llm'; other.send({});`,
        ],
      ],
    },
    ['typescript', 'espree'],
    {
      clients: {
        '@acme/llm': { llm: 'anthropic-aws', make: 'bedrock' },
        '@acme/claude': { default: 'anthropic' },
        './lib/claude.js': { client: 'vertex' },
      },
    },
  );
});

/** What each site says beside its kind. */
describe('what a call site carries', () => {
  it('gives lines, models and geographies in source order', () => {
    const code = `${SDK}const MODEL = 'claude-opus-5';
client.messages.create({ model: MODEL, inference_geo: 'us' });
client.messages.stream({ model: fast ? 'claude-haiku-4-5' : MODEL, inferenceGeo: 'us' });
client.messages.create({ model: \`claude-\${tier}\`, inference_geo: process.env.GEO });
client.messages.countTokens({ model: MODEL });`;
    expect(
      analyze(code).map(({ operation, line, models, geography }) => ({ operation, line, models, geography })),
    ).toEqual([
      { operation: 'messages.create', line: 4, models: ['claude-opus-5'], geography: ['us'] },
      {
        operation: 'messages.stream',
        line: 5,
        models: ['claude-haiku-4-5', 'claude-opus-5'],
        geography: ['absent', 'misplaced at inferenceGeo'],
      },
      { operation: 'messages.create', line: 6, models: ['claude-…'], geography: ['?environment'] },
      { operation: 'messages.countTokens', line: 7, models: ['claude-opus-5'], geography: [] },
    ]);
  });

  const ai = (model: string, more = ''): string =>
    `import { generateText, wrapLanguageModel, defaultSettingsMiddleware } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
generateText({ model: ${model}${more} });`;
  const lang = (fields: string, rest = ''): string =>
    `import { ChatAnthropic } from '@langchain/anthropic'; const m = new ChatAnthropic(${fields}); ${rest}`;

  type Reading = readonly [
    name: string,
    code: string,
    geography: readonly string[],
    models?: readonly string[],
  ];
  it.each<Reading>([
    [
      'AI SDK provider options',
      ai(`anthropic('claude-opus-5')`, `, providerOptions: { anthropic: { inferenceGeo: 'us' } }`),
      ['us'],
      ['claude-opus-5'],
    ],
    [
      'AI SDK spelling of the API',
      ai(`anthropic('claude-opus-5')`, `, providerOptions: { anthropic: { inference_geo: 'us' } }`),
      ['absent', 'misplaced at providerOptions.anthropic.inference_geo'],
    ],
    [
      'AI SDK default settings',
      ai(
        `wrapLanguageModel({ model: anthropic('claude-opus-5'), middleware: defaultSettingsMiddleware({ settings: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } }) })`,
      ),
      ['us'],
      ['claude-opus-5'],
    ],
    [
      'LangChain constructor',
      lang(`{ model: 'claude-opus-5', inferenceGeo: 'us' }`),
      ['us'],
      ['claude-opus-5'],
    ],
    ['LangChain constructor after a model name', lang(`'claude-opus-5', { inferenceGeo: 'us' }`), ['us']],
    ['LangChain invocationKwargs', lang(`{ invocationKwargs: { inference_geo: 'us' } }`), ['us']],
    [
      'LangChain invocationKwargs win',
      lang(`{ inferenceGeo: 'us', invocationKwargs: { inference_geo: 'global' } }`),
      ['global'],
    ],
    ['LangChain call option', lang('{}', `m.invoke('x', { inferenceGeo: 'us' });`), ['us']],
    [
      'LangChain, one call of two',
      lang('{}', `m.invoke('x', { inferenceGeo: 'us' }); m.stream('y');`),
      ['us', 'absent'],
    ],
    ['LangChain withConfig', lang('{}', `m.withConfig({ inferenceGeo: 'us' }).invoke('x');`), ['us']],
    [
      'LlamaIndex',
      `import { Anthropic } from '@llamaindex/anthropic'; new Anthropic({ additionalChatOptions: { inference_geo: 'us' } });`,
      ['us'],
    ],
    [
      'Mastra default options',
      `import { Agent } from '@mastra/core/agent'; new Agent({ model: 'anthropic/claude-opus-5', defaultOptions: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } });`,
      ['us'],
    ],
    [
      'Mastra call',
      `import { Agent } from '@mastra/core/agent'; const a = new Agent({ model: 'anthropic/claude-opus-5' }); a.generate('x', { providerOptions: { anthropic: { inferenceGeo: 'us' } } });`,
      ['us'],
    ],
    [
      'Genkit',
      `import { genkit } from 'genkit'; import { anthropic } from '@genkit-ai/anthropic'; genkit({}).generate({ model: anthropic.model('claude-opus-5'), config: { inference_geo: 'us' } });`,
      ['us'],
    ],
    [
      'genkitx',
      `import { genkit } from 'genkit'; import { claude37Sonnet } from 'genkitx-anthropic'; genkit({}).generate({ model: claude37Sonnet });`,
      ['impossible'],
    ],
    [
      'TanStack',
      `import { anthropicText } from '@tanstack/ai-anthropic'; anthropicText('claude-opus-5');`,
      ['impossible'],
      ['claude-opus-5'],
    ],
    [
      'Effect',
      `import { AnthropicLanguageModel } from '@effect/ai-anthropic'; AnthropicLanguageModel.model('claude-opus-5', { inference_geo: 'us' });`,
      ['us'],
      ['claude-opus-5'],
    ],
    [
      'Agent SDK',
      `import { query } from '@anthropic-ai/claude-agent-sdk'; query({ prompt: 'x' });`,
      ['impossible'],
    ],
    [
      'OpenAI client',
      `import OpenAI from 'openai'; new OpenAI({ baseURL: 'https://api.anthropic.com/v1/' }).chat.completions.create({ inference_geo: 'us' });`,
      ['impossible'],
    ],
    [
      'batches',
      `${SDK}client.messages.batches.create({ requests: [{ params: { inference_geo: 'us' } }, { params: {} }] });`,
      ['us', 'absent'],
    ],
    [
      'RequestOptions.body',
      `${SDK}client.messages.create({ inference_geo: 'us' }, { body: { inference_geo: 'global' } });`,
      ['global'],
    ],
    ['client.post', `${SDK}client.post('/v1/messages', { body: { inference_geo: 'us' } });`, ['us']],
    [
      'fetch',
      `fetch('${ENDPOINT}', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', inference_geo: 'us' }) });`,
      ['us'],
      ['claude-opus-5'],
    ],
    ['axios', `import axios from 'axios'; axios.post('${ENDPOINT}', { inference_geo: 'us' });`, ['us']],
    [
      'https.request',
      `import https from 'https'; const r = https.request('${ENDPOINT}', { method: 'POST' }); r.write(JSON.stringify({ inference_geo: 'us' })); r.end();`,
      ['us'],
    ],
    [
      'superagent',
      `import s from 'superagent'; s.post('${ENDPOINT}').send({ inference_geo: 'us' });`,
      ['us'],
    ],
    [
      'an agent with a model string',
      `${SDK}client.beta.agents.create({ model: 'claude-opus-5' });`,
      ['absent'],
      ['claude-opus-5'],
    ],
    [
      'an agent with a model object',
      `${SDK}client.beta.agents.create({ model: { id: 'claude-opus-5', inference_geo: 'us' } });`,
      ['us'],
      ['claude-opus-5'],
    ],
    [
      'a thread pinned at its start',
      `${SDK}const t = client.beta.messages.thread({ inference_geo: 'us' }); t.send('x');`,
      ['us'],
    ],
    [
      'a thread pinned at every turn',
      `${SDK}const t = client.beta.messages.thread({}); t.send('x', { inference_geo: 'us' }); t.stream('y', { inference_geo: 'us' });`,
      ['us', 'us'],
    ],
  ])('%s', (...row) => {
    const [, code, geography, models] = row as unknown as Reading;
    const [site, ...others] = analyze(code);
    expect(others).toEqual([]);
    expect(site?.geography).toEqual(geography);
    if (models) expect(site?.models).toEqual(models);
  });
});

const DATA = `{ data: { model: 'x', max_tokens: 1, messages: [] } }`;

/** Code that must give no call site. Each mentions Claude somewhere, so that the text gate lets it through. */
const DECOYS: Readonly<Record<string, readonly (readonly [name: string, code: string])[]>> = {
  'other vendors’ clients': [
    [
      'OpenAI chat',
      `import OpenAI from 'openai'; new OpenAI().chat.completions.create({ model: 'gpt-5', max_tokens: 8, messages: [] });`,
    ],
    [
      'OpenAI chat with a Claude-like name',
      `import OpenAI from 'openai'; const claude = new OpenAI(); claude.chat.completions.create({ max_tokens: 8, messages: [] });`,
    ],
    [
      'OpenAI threads',
      `import OpenAI from 'openai'; const openai = new OpenAI(); openai.beta.threads.messages.create(id, { role: 'user', content: 'about Claude' });`,
    ],
    [
      'OpenAI threads on an unknown client',
      `import { openai } from './openai.js'; openai.beta.threads.messages.create(id, { role: 'user', content: 'anthropic' });`,
    ],
    [
      'OpenAI threads whose receiver is a parameter',
      `export const f = (client) => client.beta.threads.messages.create('id', { max_tokens: 8, messages: [] });`,
    ],
    [
      'OpenAI at another host, with a model of another vendor',
      `import OpenAI from 'openai'; new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }).chat.completions.create({ model: 'openai/gpt-5', max_tokens: 8 }); // claude`,
    ],
    [
      'OpenAI at a host that only starts like Anthropic’s',
      `import OpenAI from 'openai'; new OpenAI({ baseURL: 'https://api.anthropic.com.evil.example/v1' }).chat.completions.create({});`,
    ],
    [
      'Azure OpenAI',
      `import { AzureOpenAI } from 'openai'; new AzureOpenAI().chat.completions.create({ max_tokens: 8, messages: [] });`,
    ],
    [
      'Groq',
      `import Groq from 'groq-sdk'; new Groq().chat.completions.create({ max_tokens: 8, messages: [] }); // not claude`,
    ],
    [
      'Mistral',
      `import { Mistral } from '@mistralai/mistralai'; new Mistral().chat.complete({ maxTokens: 8, messages: [] }); // claude`,
    ],
    [
      'Twilio',
      `import twilio from 'twilio'; const client = twilio(sid, token); client.messages.create({ body: 'Claude says hi', from, to });`,
    ],
    [
      'Twilio by require',
      `const client = require('twilio')(sid, token); client.messages.create({ body: 'anthropic', from, to });`,
    ],
    [
      'Twilio in another file',
      `import { client } from './sms.js'; client.messages.create({ to, from, body: 'claude' });`,
    ],
    [
      'Mailgun',
      `import Mailgun from 'mailgun.js'; const mg = new Mailgun(FormData).client({}); mg.messages.create('acme.example', { subject: 'Claude' });`,
    ],
    [
      'Mailgun in another file',
      `import { mg } from './mail.js'; mg.messages.create(domain, { to, subject: 'anthropic' });`,
    ],
    [
      'Intercom',
      `import { IntercomClient } from 'intercom-client'; const client = new IntercomClient({}); client.messages.create({ message_type: 'email', body: 'claude' });`,
    ],
    [
      'Slack',
      `import { WebClient } from '@slack/web-api'; new WebClient().chat.postMessage({ text: 'claude' });`,
    ],
    [
      'Gmail',
      `import { google } from 'googleapis'; google.gmail('v1').users.messages.create({ userId: 'me', text: 'claude' });`,
    ],
    ['Telnyx', `import telnyx from 'telnyx'; telnyx(key).messages.create({ from, to, text: 'claude' });`],
    [
      'Discord',
      `import { Client } from 'discord.js'; new Client().channels.messages.create({ content: 'claude' });`,
    ],
    [
      'Cohere',
      `import { CohereClient } from 'cohere-ai'; new CohereClient().chat({ model: 'command', messages: [] }); // claude`,
    ],
  ],
  'data stores and forms': [
    [
      'Prisma messages',
      `import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); prisma.messages.create(${DATA}); // claude`,
    ],
    [
      'Prisma messages in another file',
      `import { prisma } from './db.js'; prisma.messages.create({ data: { role: 'assistant', text: 'claude', model: 'claude-opus-5' } });`,
    ],
    [
      'Prisma chatMessage',
      `import { prisma } from './db.js'; prisma.chatMessage.create({ data: { model: 'claude-opus-5', max_tokens: 8, messages: [] } });`,
    ],
    [
      'a repository',
      `export const f = (db) => db.messages.create({ role: 'assistant', content: 'claude' });`,
    ],
    [
      'a collection',
      `import { db } from './db.js'; db.collection('messages').create({ model: 'claude-opus-5' });`,
    ],
    [
      'a Mongoose model',
      `import { Message } from './models.js'; Message.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });`,
    ],
    ['a stream of messages', `import { bus } from './bus.js'; bus.messages.stream({ topic: 'claude' });`],
    ['a parser', `import { schema } from './schema.js'; schema.messages.parse({ text: 'claude' });`],
    [
      'zod',
      `import { z } from 'zod'; const s = { messages: z.object({}) }; s.messages.parse({ model: 'claude-opus-5', max_tokens: 8, messages: [] });`,
    ],
    [
      'tRPC',
      `import { trpc } from './trpc.js'; trpc.messages.create.mutate({ text: 'claude' }); trpc.messages.create.useMutation({ onSuccess });`,
    ],
    [
      'a message store',
      `import { store } from './store.js'; store.messages.create({ id: 1, messages: ['claude'] });`,
    ],
    ['a queue of batches', `export const f = (q) => q.messages.batches.create({ size: 8, name: 'claude' });`],
  ],
  'words and texts': [
    [
      'i18n messages',
      `import { createI18n } from 'vue-i18n'; createI18n({ messages: { en: { title: 'Ask Claude' } } });`,
    ],
    [
      'next-intl',
      `import { getMessages } from 'next-intl/server'; const messages = await getMessages(); messages.claude.create('x');`,
    ],
    [
      'code in a string',
      `const sample = "import Anthropic from '@anthropic-ai/sdk'; new Anthropic().messages.create({ model: 'claude-opus-5' });";`,
    ],
    [
      'code in a template',
      'const sample = `new Anthropic().messages.create({ model: "claude-opus-5", max_tokens: 8 })`;',
    ],
    [
      'code in a comment',
      `// client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] })\nrun();`,
    ],
    ['code in JSX text', `const a = '<Code>client.messages.create({ model: "claude-opus-5" })</Code>';`],
    ['a model list', `export const MODELS = ['claude-opus-5', 'claude-sonnet-4-6'];`],
    ['a price table', `export const prices = { 'claude-opus-5': { max_tokens: 8, messages: [] } };`],
    ['a URL constant', `export const API = '${ENDPOINT}';`],
    [
      'a request that is only built',
      `export const build = () => ({ model: 'claude-opus-5', max_tokens: 8, messages: [] });`,
    ],
    ['a type only', `import Anthropic from '@anthropic-ai/sdk'; export const errors = [Anthropic.APIError];`],
    [
      'a client that is only made',
      `import Anthropic from '@anthropic-ai/sdk'; export const client = new Anthropic();`,
    ],
  ],
  'the SDK without content': [
    ['models', `${SDK}client.models.list(); client.models.retrieve('claude-opus-5');`],
    ['files', `${SDK}client.files.upload({ file }); client.beta.files.list();`],
    [
      'results of batches',
      `${SDK}client.messages.batches.retrieve('id'); client.messages.batches.results('id'); client.messages.batches.list();`,
    ],
    ['agents read', `${SDK}client.beta.agents.retrieve('id'); client.beta.agents.list();`],
    ['client.get', `${SDK}client.get('/v1/models');`],
    ['client.post elsewhere', `${SDK}client.post('/v1/files', { body: {} });`],
    [
      'errors',
      `import Anthropic from '@anthropic-ai/sdk'; if (e instanceof Anthropic.RateLimitError) throw new Anthropic.APIError(1);`,
    ],
    ['toFile', `import { toFile } from '@anthropic-ai/sdk'; toFile(x);`],
    [
      'tools of the Agent SDK',
      `import { tool, createSdkMcpServer } from '@anthropic-ai/claude-agent-sdk'; createSdkMcpServer({ tools: [tool('a', 'b', {}, run)] });`,
    ],
    ['token counter', `import { countTokens } from '@anthropic-ai/tokenizer'; countTokens('x');`],
  ],
  'AI SDK and frameworks with other models': [
    [
      'generateText of one’s own',
      `import { generateText } from './llm.js'; generateText({ model: 'gpt', prompt: 'claude' });`,
    ],
    [
      'generateText defined here',
      `function generateText(o) { return o; } generateText({ model: 'anthropic/claude-opus-5' });`,
    ],
    [
      'OpenAI through the AI SDK',
      `import { generateText } from 'ai'; import { openai } from '@ai-sdk/openai'; generateText({ model: openai('gpt-5'), prompt: 'about Claude' });`,
    ],
    [
      'a gateway string of another vendor',
      `import { generateText } from 'ai'; generateText({ model: 'openai/gpt-5', prompt: 'claude' });`,
    ],
    [
      'Bedrock Converse with another model',
      `import { generateText } from 'ai'; import { bedrock } from '@ai-sdk/amazon-bedrock'; generateText({ model: bedrock('amazon.nova-pro-v1:0'), prompt: 'claude' });`,
    ],
    [
      'Gemini on Vertex',
      `import { generateText } from 'ai'; import { vertex } from '@ai-sdk/google-vertex'; generateText({ model: vertex('gemini-3'), prompt: 'claude' });`,
    ],
    [
      'embeddings',
      `import { embed } from 'ai'; import { openai } from '@ai-sdk/openai'; embed({ model: openai.embedding('x'), value: 'claude' });`,
    ],
    [
      'LangChain ChatOpenAI',
      `import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI({ model: 'gpt-5' }).invoke('claude');`,
    ],
    [
      'initChatModel with another vendor',
      `import { initChatModel } from 'langchain'; initChatModel('openai:gpt-5', {}); // claude`,
    ],
    ['LangChain tools', `import { tool } from '@langchain/core/tools'; tool(run, { name: 'claude' });`],
    [
      'Bedrock with another model',
      `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'; new InvokeModelCommand({ modelId: 'meta.llama4-70b', body: 'claude' });`,
    ],
    [
      'Bedrock embeddings',
      `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'; new InvokeModelCommand({ modelId: 'amazon.titan-embed-text-v2:0' }); // anthropic`,
    ],
    [
      'Mastra with another model',
      `import { Agent } from '@mastra/core/agent'; new Agent({ model: 'openai/gpt-5', instructions: 'claude' });`,
    ],
    [
      'Genkit with Gemini',
      `import { genkit } from 'genkit'; import { googleAI } from '@genkit-ai/google-genai'; genkit({}).generate({ model: googleAI.model('gemini-3'), prompt: 'claude' });`,
    ],
    [
      'LlamaIndex with OpenAI',
      `import { OpenAI } from '@llamaindex/openai'; new OpenAI({ model: 'gpt-5' }).chat({ messages: [] }); // claude`,
    ],
    [
      'TanStack with OpenAI',
      `import { openaiText } from '@tanstack/ai-openai'; openaiText('gpt-5'); // claude`,
    ],
  ],
  'HTTP that is something else': [
    [
      'an Express route',
      `import express from 'express'; const app = express(); app.post('/v1/messages', (req, res) => { res.json({ model: 'claude', max_tokens: 8, messages: [] }); });`,
    ],
    [
      'an Express router',
      `import { Router } from 'express'; const router = Router(); router.post('/v1/messages', requireClaude, handle);`,
    ],
    [
      'a Fastify route',
      `import fastify from 'fastify'; const app = fastify(); app.post('/v1/messages', { schema: { body: { model: 'claude' } } }, handle);`,
    ],
    [
      'a Hono route',
      `import { Hono } from 'hono'; new Hono().post('/v1/messages', (c) => c.json({ model: 'claude-opus-5' }));`,
    ],
    [
      'a route on an app from another file',
      `import { app } from './app.js'; app.post('/v1/messages', async (req, res) => { res.json({ model: 'claude-opus-5' }); });`,
    ],
    [
      'msw',
      `import { http, HttpResponse } from 'msw'; http.post('${ENDPOINT}', () => HttpResponse.json({ model: 'claude-opus-5' }));`,
    ],
    [
      'nock',
      `import nock from 'nock'; nock('https://api.anthropic.com').post('/v1/messages').reply(200, { model: 'claude-opus-5' });`,
    ],
    [
      'fetch-mock',
      `import fetchMock from 'fetch-mock'; fetchMock.post('${ENDPOINT}', { body: { model: 'claude-opus-5' } });`,
    ],
    ['supertest', `import request from 'supertest'; request(app).post('/v1/messages').send(${REQUEST});`],
    [
      'axios-mock-adapter',
      `import MockAdapter from 'axios-mock-adapter'; new MockAdapter(axios).onPost('${ENDPOINT}').reply(200, {});`,
    ],
    ['Cypress', `cy.intercept('POST', '${ENDPOINT}', { body: {} });`],
    [
      'a mocked fetch',
      `vi.mocked(fetch).mockImplementation(async () => new Response('${ENDPOINT}')); mockFetch.mockResolvedValue({ url: '${ENDPOINT}' });`,
    ],
    [
      'a proxy server',
      `import { createProxyMiddleware } from 'http-proxy-middleware'; app.use('/v1/messages', createProxyMiddleware({ target: 'https://api.anthropic.com' }));`,
    ],
    [
      'a content security policy',
      `app.use(helmet({ contentSecurityPolicy: { directives: { connectSrc: ['https://api.anthropic.com'] } } }));`,
    ],
    ['a logger named after HTTP', `logger.http('POST ${ENDPOINT}', { status: 200 });`],
    [
      'a host that only ends like Anthropic’s',
      `fetch('https://api.anthropic.com.evil.example/v1/messages', { method: 'POST', body: '{}' });`,
    ],
    ['Playwright', `export const f = (page) => page.route('${ENDPOINT}', (r) => r.fulfill({ body: '{}' }));`],
    [
      'a same path elsewhere',
      `fetch('https://chat.acme.example/v1/messages', { method: 'POST', body: JSON.stringify({ text: 'hi claude' }) });`,
    ],
    [
      'DeepSeek',
      `fetch('https://api.deepseek.com/anthropic/v1/messages', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model: 'deepseek-chat', max_tokens: 8, messages: [] }) });`,
    ],
    [
      'Moonshot',
      `fetch('https://api.moonshot.cn/anthropic/v1/messages', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: '{}' });`,
    ],
    [
      'WhatsApp',
      `fetch('https://graph.facebook.com/v20.0/123/messages', { method: 'POST', body: JSON.stringify({ text: 'claude' }) });`,
    ],
    [
      'Mailgun over HTTP',
      `fetch('https://api.mailgun.net/v3/acme.example/messages', { method: 'POST', body: 'claude' });`,
    ],
    [
      'OpenAI over HTTP',
      `fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-5', messages: [], max_tokens: 8 }) }); // anthropic`,
    ],
    [
      'a GET',
      `fetch('https://api.anthropic.com/v1/models', { headers: { 'anthropic-version': '2023-06-01' } });`,
    ],
    ['a DELETE', `fetch('${ENDPOINT}/batches/id', { method: 'DELETE' });`],
    ['a comparison', `if (request.url === '${ENDPOINT}') skip(); expect(url).toBe('${ENDPOINT}');`],
    ['a log', `console.log('POST ${ENDPOINT}', { body: { model: 'claude-opus-5' } });`],
    ['a status page', `fetch('https://status.anthropic.com/api/v2/status.json');`],
  ],
  'clients of other vendors behind the SDK': [
    [
      'DeepSeek',
      `import Anthropic from '@anthropic-ai/sdk'; ${ask(`new Anthropic({ baseURL: 'https://api.deepseek.com/anthropic' })`)}`,
    ],
    [
      'Moonshot',
      `import Anthropic from '@anthropic-ai/sdk'; ${ask(`new Anthropic({ baseURL: 'https://api.moonshot.ai/anthropic' })`)}`,
    ],
    [
      'z.ai',
      `import Anthropic from '@anthropic-ai/sdk'; const c = new Anthropic({ baseURL: 'https://api.z.ai/api/anthropic' }); c.messages.create({ model: 'glm-5', max_tokens: 8, messages: [] });`,
    ],
    [
      'MiniMax',
      `import Anthropic from '@anthropic-ai/sdk'; ${ask(`new Anthropic({ baseURL: 'https://api.minimax.io/anthropic' })`)}`,
    ],
    [
      'an address of another vendor by default, and a table with models of several',
      `const V = { anthropic: { model: 'claude-sonnet-4-5' }, fireworks: { url: 'https://api.fireworks.ai/inference/v1' } };
class Client {
  constructor({ url = V.fireworks.url }) { this.url = url; }
  chat(body) { return fetch(\`\${this.url}/chat/completions\`, { method: 'POST', body: JSON.stringify(body) }); }
}
export const ask = (client, model = V.anthropic.model) => client.chat({ model, messages: [] });
export const make = (options) => ask(new Client(options));`,
    ],
    [
      'a local server with another model',
      `import Anthropic from '@anthropic-ai/sdk'; const c = new Anthropic({ baseURL: 'http://localhost:11434' }); c.messages.create({ model: 'qwen3-coder', max_tokens: 8, messages: [] });`,
    ],
    [
      'AI SDK at DeepSeek',
      `import { generateText } from 'ai'; import { createAnthropic } from '@ai-sdk/anthropic'; generateText({ model: createAnthropic({ baseURL: 'https://api.deepseek.com/anthropic' })('deepseek-chat') });`,
    ],
    [
      'LangChain at Moonshot',
      `import { ChatAnthropic } from '@langchain/anthropic'; new ChatAnthropic({ anthropicApiUrl: 'https://api.moonshot.cn/anthropic', model: 'kimi-k2' });`,
    ],
  ],
  'names only': [
    [
      'a local class',
      `class Anthropic { messages = { create(p) { return p; } }; } ${ask('new Anthropic()')}`,
    ],
    ['a local function', `const anthropic = { messages: { create: (p) => p } }; ${ask('anthropic')}`],
    [
      'a shadowed import',
      `import Anthropic from '@anthropic-ai/sdk'; function f(Anthropic) { return Anthropic.messages.list(); }`,
    ],
    ['a shadowed client', `${SDK}function f() { const client = new Map(); client.set('messages', 1); }`],
    ['a shadowed require', `function f(require) { const A = require('@anthropic-ai/sdk'); A.register(); }`],
    [
      'a client of the same name from Twilio',
      `import twilio from 'twilio'; const anthropic = twilio(); anthropic.messages.create({ body: 'x' });`,
    ],
    [
      'a class of the same name from another package',
      `import { Anthropic } from '@acme/themes'; new Anthropic().apply('claude');`,
    ],
    [
      'a package of a similar name',
      `import { sdk } from '@anthropic-ai-fans/stickers'; sdk.messages.list();`,
    ],
  ],
  'mocks in tests': [
    [
      'mockResolvedValue',
      `import { client } from './claude.js'; client.messages.create.mockResolvedValue({ content: [] });`,
    ],
    [
      'an assertion',
      `import { client } from './claude.js'; expect(client.messages.create).toHaveBeenCalledWith({ model: 'claude-opus-5', max_tokens: 8, messages: [] });`,
    ],
    [
      'a spy',
      `import { client } from './claude.js'; vi.spyOn(client.messages, 'create').mockReturnValue({ model: 'claude-opus-5' });`,
    ],
    [
      'a mocked module',
      `vi.mock('@anthropic-ai/sdk', () => ({ default: class { messages = { create: vi.fn() }; } }));`,
    ],
    [
      'a mock function',
      `const create = vi.fn(); create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });`,
    ],
    ['a mock client', `const client = { messages: { create: vi.fn() } }; ${ask()}`],
    ['expect on fetch', `expect(fetch).toHaveBeenCalledWith('${ENDPOINT}', { method: 'POST', body: '{}' });`],
  ],
};

describe.each(Object.entries(DECOYS))('no call site: %s', (_, rows) => {
  describe.each<ParserName>(['typescript', 'espree'])('%s', (parser) => {
    it.each(rows)('%s', (...row) => {
      const [, code] = row as unknown as readonly [string, string];
      expect(kindsOf(code, { parser })).toEqual([]);
    });
  });
});

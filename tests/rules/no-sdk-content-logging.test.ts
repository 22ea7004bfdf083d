import json from '@eslint/json';
import { lintFiles } from '../helpers/projects.ts';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-sdk-content-logging.ts';
import { applied, claude, lintWith, runRule } from '../helpers/rule-tester.ts';

type Case = readonly [name: string, code: string];

const SDK = `import Anthropic from '@anthropic-ai/sdk';\n`;
const AI = `import { anthropic } from '@ai-sdk/anthropic';\nimport { generateText, streamText, registerTelemetry } from 'ai';\n`;
const AGENT = `import { query } from '@anthropic-ai/claude-agent-sdk';\n`;
const CHAT = `import { ChatAnthropic } from '@langchain/anthropic';\nconst model = new ChatAnthropic({ model: 'claude-sonnet-4-6' });\n`;
const KEPT = 'persistSession: false';

/** Switches that are on: the case and the ids of its reports. */
const REPORTED: readonly (readonly [name: string, code: string, ids?: readonly string[]])[] = [
  ['a client at debug', `${SDK}export const client = new Anthropic({ apiKey: key, logLevel: 'debug' });`],
  [
    'a client with a logger of its own at debug',
    `${SDK}const client = new Anthropic({ logger: pino(), logLevel: 'debug' });`,
  ],
  [
    'a client in CommonJS',
    `const Anthropic = require('@anthropic-ai/sdk'); module.exports = new Anthropic({ logLevel: 'debug' });`,
  ],
  [
    'a client called without new',
    `const Anthropic = require('@anthropic-ai/sdk'); const client = Anthropic({ logLevel: 'debug' });`,
  ],
  [
    'a named class under another name',
    `import { Anthropic as Claude } from '@anthropic-ai/sdk'; new Claude({ logLevel: 'debug' });`,
  ],
  [
    'Bedrock',
    `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'; new AnthropicBedrock({ awsRegion: 'us-east-1', logLevel: 'debug' });`,
  ],
  [
    'Vertex',
    `import { AnthropicVertex } from '@anthropic-ai/vertex-sdk'; new AnthropicVertex({ region: 'us-east5', logLevel: 'debug' });`,
  ],
  [
    'Foundry',
    `import AnthropicFoundry from '@anthropic-ai/foundry-sdk'; new AnthropicFoundry({ logLevel: 'debug' });`,
  ],
  ['AWS', `import { AnthropicAws } from '@anthropic-ai/aws-sdk'; new AnthropicAws({ logLevel: 'debug' });`],
  [
    'options in a variable',
    `${SDK}const options = { maxRetries: 3, logLevel: 'debug' };\nnew Anthropic(options);`,
  ],
  ['a level in a constant', `${SDK}const LEVEL = 'debug';\nnew Anthropic({ logLevel: LEVEL });`],
  [
    'a clone',
    `${SDK}const client = new Anthropic();\nconst loud = client.withOptions({ logLevel: 'debug' });`,
  ],
  [
    'a subclass that passes it on',
    `${SDK}class Client extends Anthropic { constructor(o) { super({ ...o, logLevel: 'debug' }); } }`,
  ],
  [
    'a subclass without a constructor',
    `${SDK}class Client extends Anthropic { ask() {} }\nnew Client({ logLevel: 'debug' });`,
  ],
  ['debug on both sides of a condition', `${SDK}new Anthropic({ logLevel: isDev ? 'debug' : 'debug' });`],
  [
    'debug where the environment says nothing',
    `${SDK}new Anthropic({ logLevel: process.env.CLAUDE_LOG ?? 'debug' });`,
    ['fallback'],
  ],
  [
    'the same with ||, through a variable',
    `${SDK}const level = process.env.CLAUDE_LOG || 'debug';\nnew Anthropic({ logLevel: level });`,
    ['fallback'],
  ],
  ['a level set afterwards', `${SDK}const client = new Anthropic();\nclient.logLevel = 'debug';`],
  [
    'a lazily made client',
    `${SDK}let client;\nexport function get() { if (!client) client = new Anthropic({ logLevel: 'debug' }); return client; }`,
  ],
  ['content on spans', `${SDK}new Anthropic({ openTelemetry: { traces: { contentMode: 'content' } } });`],
  [
    'content to a telemetry destination',
    `${SDK}const client = new Anthropic();\nawait client.beta.organization.telemetryDestinations.create({ name: 'x', content_mode: 'content' });`,
  ],
  [
    'the same on update',
    `${SDK}const client = new Anthropic();\nawait client.beta.organization.telemetryDestinations.update(id, { content_mode: 'content' });`,
  ],

  ['the variable', `process.env.ANTHROPIC_LOG = 'debug';`],
  ['the variable by a computed name', `process.env['ANTHROPIC_LOG'] ??= 'debug';`],
  ['the variable if it is not set', `if (!process.env.ANTHROPIC_LOG) process.env.ANTHROPIC_LOG = 'debug';`],
  [
    'the variable as a fallback of itself',
    `process.env.ANTHROPIC_LOG = process.env.ANTHROPIC_LOG || 'debug';`,
    ['fallback'],
  ],
  [
    'several variables at once',
    `Object.assign(process.env, { NODE_ENV: 'production', ANTHROPIC_LOG: 'debug' });`,
  ],
  [
    'the environment of a child',
    `spawn('node', ['worker.js'], { env: { ...process.env, ANTHROPIC_LOG: 'debug' } });`,
  ],
  [
    'the environment of a child in a variable',
    `const childEnv = { ANTHROPIC_LOG: 'debug' };\nspawn('node', ['worker.js'], { env: childEnv });`,
  ],
  [
    'a function that makes an environment',
    `function workerEnv() { return { PATH: process.env.PATH, ANTHROPIC_LOG: 'debug' }; }`,
  ],
  ['a command', `execSync('ANTHROPIC_LOG=debug node worker.js');`],
  ['a command in a constant', `const start = 'ANTHROPIC_LOG=debug node worker.js';\nexecSync(start);`],
  ['the words of a command', `spawn('env', ['ANTHROPIC_LOG=debug', 'node', 'worker.js']);`],
  ['a template of a shell', 'await $`ANTHROPIC_LOG=debug node ${file}`;'],
  ['a copy of the environment', `const vars = { ...process.env };\nvars.ANTHROPIC_LOG = 'debug';`],
  ['a helper of the file', `const set = (k, v) => { process.env[k] = v; };\nset('ANTHROPIC_LOG', 'debug');`],
  ['Bun', `Bun.env.ANTHROPIC_LOG = 'debug';`],
  ['a field', `class Worker { env = { ...process.env, ANTHROPIC_LOG: 'debug' }; }`],
  ['a deployment', `new Function(this, 'ask', { environment: { ANTHROPIC_LOG: 'debug' } });`],
  ['Deno', `Deno.env.set('ANTHROPIC_LOG', 'debug');`],
  ['the content mode of spans', `process.env.ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE = 'content';`],

  ['prompts of Claude Code', `process.env.OTEL_LOG_USER_PROMPTS = '1';`],
  [
    'tool content of the agent',
    `${AGENT}query({ prompt, options: { ${KEPT}, env: { ...process.env, OTEL_LOG_TOOL_CONTENT: '1' } } });`,
  ],
  ['tool details', `spawn('claude', ['-p'], { env: { OTEL_LOG_TOOL_DETAILS: 'true' } });`],
  ['raw bodies to files', `process.env.OTEL_LOG_RAW_API_BODIES = 'file:/var/log/claude';`],
  ['answers', `const env = { OTEL_LOG_ASSISTANT_RESPONSES: 1 };`],
  ['debug of the agent', `${AGENT}query({ prompt, options: { ${KEPT}, debug: true } });`],
  [
    'a debug file of the agent',
    `${AGENT}query({ prompt, options: { ${KEPT}, debugFile: '/tmp/agent.log' } });`,
  ],
  [
    'an argument of the agent',
    `${AGENT}query({ prompt, options: { ${KEPT}, extraArgs: { debug: null } } });`,
  ],
  [
    'a store of sessions',
    `${AGENT}import { S3Store } from './store.js';\nquery({ prompt, options: { sessionStore: new S3Store() } });`,
  ],
  [
    'a kept session',
    `${AGENT}for await (const m of query({ prompt, options: { maxTurns: 3 } })) use(m);`,
    ['persists'],
  ],
  ['a kept session without options', `${AGENT}query({ prompt });`, ['persists']],
  [
    'a session kept on purpose',
    `${AGENT}query({ prompt, options: { persistSession: true } });`,
    ['persists'],
  ],

  [
    'telemetry of the AI SDK',
    `${AI}await generateText({ model: anthropic('claude-sonnet-4-6'), prompt, experimental_telemetry: { isEnabled: true } });`,
  ],
  [
    'telemetry with inputs only',
    `${AI}await generateText({ model: anthropic('claude-sonnet-4-6'), prompt, experimental_telemetry: { isEnabled: true, recordOutputs: false } });`,
  ],
  [
    'telemetry through the gateway',
    `import { generateText } from 'ai';\nawait generateText({ model: 'anthropic/claude-sonnet-4.6', prompt, experimental_telemetry: { isEnabled: true, functionId: 'a' } });`,
  ],
  [
    'telemetry in a shared constant',
    `${AI}const telemetry = { isEnabled: true };\nawait generateText({ model: anthropic('claude-sonnet-4-6'), prompt, experimental_telemetry: telemetry });`,
  ],
  [
    'v7 once it is registered',
    `${AI}registerTelemetry(new OpenTelemetry());\nawait generateText({ model: anthropic('claude-sonnet-4-6'), prompt });`,
  ],
  [
    'v7 with a name for the function',
    `${AI}registerTelemetry(new OpenTelemetry());\nawait generateText({ model: anthropic('claude-sonnet-4-6'), prompt, telemetry: { functionId: 'a' } });`,
  ],
  [
    'v7 with outputs',
    `${AI}registerTelemetry(new OpenTelemetry());\nawait generateText({ model: anthropic('claude-sonnet-4-6'), prompt, telemetry: { recordInputs: false } });`,
  ],
  [
    'v7 that asks for the inputs',
    `${AI}await generateText({ model: anthropic('claude-sonnet-4-6'), prompt, telemetry: { recordInputs: true } });`,
  ],
  [
    'v7 with an integration of the call',
    `${AI}await generateText({ model: anthropic('claude-sonnet-4-6'), prompt, telemetry: { integrations: [tracer()] } });`,
  ],
  [
    'global integrations',
    `${AI}globalThis.AI_SDK_TELEMETRY_INTEGRATIONS = [tracer];\nawait generateText({ model: anthropic('claude-sonnet-4-6'), prompt });`,
  ],
  [
    'a stream without a handler of errors',
    `${AI}const result = streamText({ model: anthropic('claude-sonnet-4-6'), prompt });`,
    ['unhandled'],
  ],
  [
    'a stream of objects',
    `${AI}import { streamObject } from 'ai';\nstreamObject({ model: anthropic('claude-sonnet-4-6'), prompt, schema });`,
    ['unhandled'],
  ],

  [
    'LangChain',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ model: 'claude-sonnet-4-6', verbose: true });`,
  ],
  [
    'LangChain, options of the client',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ model: 'claude-sonnet-4-6', clientOptions: { logLevel: 'debug' } });`,
  ],
  [
    'an agent of LangChain',
    `${CHAT}import { AgentExecutor } from 'langchain/agents';\nnew AgentExecutor({ agent, tools, verbose: true });`,
  ],
  [
    'a chain of LangChain',
    `${CHAT}import { ConversationalRetrievalQAChain } from 'langchain/chains';\nConversationalRetrievalQAChain.fromLLM(model, retriever, { verbose: true });`,
  ],
  [
    'a console handler in the constructor',
    `import { ChatAnthropic } from '@langchain/anthropic';\nimport { ConsoleCallbackHandler } from '@langchain/core/tracers/console';\nnew ChatAnthropic({ model: 'claude-sonnet-4-6', callbacks: [new ConsoleCallbackHandler()] });`,
  ],
  [
    'a console handler of a call, beside another vendor',
    `${CHAT}import { ChatOpenAI } from '@langchain/openai';\nimport { ConsoleCallbackHandler } from '@langchain/core/tracers/console';\nawait model.invoke(input, { callbacks: [new ConsoleCallbackHandler()] });`,
  ],
  [
    'a tracer of LangChain',
    `${CHAT}import { LangChainTracer } from '@langchain/core/tracers/tracer_langchain';\nawait model.invoke(input, { callbacks: [new LangChainTracer()] });`,
  ],
  ['verbose by variable', `${CHAT}process.env.LANGCHAIN_VERBOSE = 'true';`],
  ['tracing by variable', `process.env.LANGSMITH_TRACING = 'true';\n${CHAT}`],
  [
    'tracing by the older variable, inputs hidden only',
    `process.env.LANGCHAIN_TRACING_V2 = 'true';\nprocess.env.LANGSMITH_HIDE_INPUTS = 'true';\n${CHAT}`,
  ],
  [
    'Langfuse for LangChain',
    `${CHAT}import { CallbackHandler } from '@langfuse/langchain';\nawait model.invoke(input, { callbacks: [new CallbackHandler()] });`,
  ],

  [
    'LangSmith around a client',
    `${SDK}import { wrapSDK } from 'langsmith/wrappers';\nexport const client = wrapSDK(new Anthropic());`,
  ],
  [
    'LangSmith around a client from another file',
    `import { anthropic } from './anthropic.js';\nimport { wrapSDK } from 'langsmith/wrappers';\nexport const client = wrapSDK(anthropic);`,
  ],
  [
    'LangSmith for Anthropic',
    `${SDK}import { wrapAnthropic } from 'langsmith/wrappers/anthropic';\nconst client = wrapAnthropic(new Anthropic());`,
  ],
  [
    'LangSmith for the AI SDK',
    `import * as ai from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nimport { wrapAISDK } from 'langsmith/experimental/vercel';\nconst { generateText } = wrapAISDK(ai);`,
  ],
  [
    'LangSmith for the agent SDK',
    `import * as sdk from '@anthropic-ai/claude-agent-sdk';\nimport { wrapClaudeAgentSDK } from 'langsmith/experimental/anthropic';\nconst { query } = wrapClaudeAgentSDK(sdk);`,
  ],
  [
    'a traceable function',
    `${claude`export const ask = traceable(async (q) => client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: q }));`}\nimport { traceable } from 'langsmith/traceable';`,
  ],
  [
    'Braintrust',
    `${SDK}import { wrapAnthropic } from 'braintrust';\nconst client = wrapAnthropic(new Anthropic());`,
  ],
  [
    'Braintrust under another name',
    `${SDK}import { wrapAnthropic as traced } from 'braintrust';\nconst client = traced(new Anthropic());`,
  ],
  [
    'Braintrust for the AI SDK',
    `import * as ai from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nimport { wrapAISDK } from 'braintrust';\nwrapAISDK(ai);`,
  ],
  [
    'Weave',
    `import * as sdk from '@anthropic-ai/claude-agent-sdk';\nimport { wrapClaudeAgentSdk } from 'weave';\nwrapClaudeAgentSdk(sdk);`,
  ],
  [
    'OpenInference',
    `import { AnthropicInstrumentation } from '@arizeai/openinference-instrumentation-anthropic';\nregister([new AnthropicInstrumentation()]);`,
  ],
  [
    'OpenLLMetry',
    `import { AnthropicInstrumentation } from '@traceloop/instrumentation-anthropic';\nnew AnthropicInstrumentation({ exceptionLogger });`,
  ],
  [
    'Traceloop',
    `${SDK}import * as traceloop from '@traceloop/node-server-sdk';\ntraceloop.initialize({ appName: 'app', instrumentModules: { anthropic: Anthropic } });`,
  ],
  ['PostHog', `import { Anthropic } from '@posthog/ai';\nnew Anthropic({ apiKey, posthog });`],
  [
    'PostHog for the AI SDK',
    `import { anthropic } from '@ai-sdk/anthropic';\nimport { withTracing } from '@posthog/ai';\nconst model = withTracing(anthropic('claude-sonnet-4-6'), posthog, {});`,
  ],
  [
    'Sentry',
    `import * as Sentry from '@sentry/node';\nSentry.init({ dsn, integrations: [Sentry.anthropicAIIntegration({ recordInputs: true })] });`,
  ],
  [
    'Sentry around a client',
    `${SDK}import { instrumentAnthropicAiClient } from '@sentry/browser';\ninstrumentAnthropicAiClient(new Anthropic(), { recordOutputs: true });`,
  ],
  [
    'Sentry with personal data',
    `${SDK}import * as Sentry from '@sentry/node';\nSentry.init({ dsn, sendDefaultPii: true });`,
  ],
  [
    'Helicone',
    `${SDK}new Anthropic({ baseURL: 'https://anthropic.helicone.ai', defaultHeaders: { 'Helicone-Auth': auth } });`,
  ],
  [
    'Helicone for the AI SDK',
    `import { createAnthropic } from '@ai-sdk/anthropic';\ncreateAnthropic({ baseURL: 'https://anthropic.helicone.ai/v1' });`,
  ],

  [
    'the AWS client',
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst client = new BedrockRuntimeClient({ region: 'us-east-1', logger: console });\nawait client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6-v1:0', messages }));`,
  ],
  [
    'the OpenAI client',
    `import OpenAI from 'openai';\nnew OpenAI({ apiKey, baseURL: 'https://api.anthropic.com/v1/', logLevel: 'debug' });`,
  ],
  [
    'the variable of the OpenAI client',
    `import OpenAI from 'openai';\nprocess.env.OPENAI_LOG = 'debug';\nconst client = new OpenAI({ apiKey, baseURL: 'https://api.anthropic.com/v1/' });\nawait client.chat.completions.create({ model: 'claude-sonnet-4-6', messages });`,
  ],
  [
    'TanStack',
    `import { chat } from '@tanstack/ai';\nimport { anthropicText } from '@tanstack/ai-anthropic';\nchat({ adapter: anthropicText('claude-sonnet-4-6'), messages, debug: true });`,
  ],
  [
    'Mastra',
    `import { Mastra } from '@mastra/core';\nimport { Agent } from '@mastra/core/agent';\nconst agent = new Agent({ name: 'a', instructions: '', model: 'anthropic/claude-sonnet-4-6' });\nexport const mastra = new Mastra({ agents: { agent } });`,
    ['unhandled'],
  ],

  ['a printed client', claude`console.log(client);`, ['client']],
  ['a client in a printed object', claude`console.error('failed', { client });`, ['client']],
  [
    'a client as a field',
    `${SDK}class A { client = new Anthropic(); dump() { console.dir(this.client, { depth: 2 }); } }`,
    ['client'],
  ],
  [
    'an inspected client',
    `${SDK}import util from 'node:util';\nlog(util.inspect(new Anthropic()));\nconst client = new Anthropic();\nlog(util.inspect(client));`,
    ['client'],
  ],
];

/** Switches that are off, or are not known to be on. */
const SILENT: readonly Case[] = [
  ['the default', claude`export default client;`],
  ['another level', `${SDK}new Anthropic({ logLevel: 'info' });`],
  ['a logger alone', `${SDK}new Anthropic({ logger: pino() });`],
  ['a level that the environment chooses', `${SDK}new Anthropic({ logLevel: process.env.CLAUDE_LOG });`],
  ['a level that a flag chooses', `${SDK}new Anthropic({ logLevel: isDev ? 'debug' : 'warn' });`],
  ['a level that a spread chooses', `${SDK}new Anthropic({ ...(isDev && { logLevel: 'debug' }) });`],
  [
    'a level that a condition sets',
    `${SDK}const options = {};\nif (argv.verbose) options.logLevel = 'debug';\nnew Anthropic(options);`,
  ],
  [
    'a client for development',
    `${SDK}const client = process.env.NODE_ENV === 'development' ? new Anthropic({ logLevel: 'debug' }) : new Anthropic();`,
  ],
  ['a level from a parameter', `${SDK}export const make = (logLevel) => new Anthropic({ logLevel });`],
  ['a level that is overridden', `${SDK}new Anthropic({ logLevel: 'debug', ...{ logLevel: 'warn' } });`],
  ['a fallback that is safe', `${SDK}new Anthropic({ logLevel: process.env.CLAUDE_LOG ?? 'warn' });`],
  [
    'another vendor’s client',
    `import OpenAI from 'openai';\nimport Anthropic from '@anthropic-ai/sdk';\nnew OpenAI({ logLevel: 'debug' });`,
  ],
  [
    'a logger of the application',
    `${SDK}const logger = createLogger({ logLevel: 'debug', level: 'debug' });`,
  ],
  [
    'a class of the same name',
    `import { Anthropic } from './fake-anthropic.js';\nnew Anthropic({ logLevel: 'debug' });`,
  ],
  [
    'metadata on spans',
    `${SDK}new Anthropic({ openTelemetry: { traces: { contentMode: 'metadata_only' } } });`,
  ],
  ['0.x debugging', `process.env.DEBUG = 'true';\n${SDK}new Anthropic();`],
  [
    'metadata to a destination',
    claude`client.beta.organization.telemetryDestinations.create({ content_mode: 'metadata_only' });`,
  ],

  ['the variable at another level', `process.env.ANTHROPIC_LOG = 'info';`],
  ['the variable of a test', `vi.stubEnv('ANTHROPIC_LOG', 'debug');`],
  ['the variable that is expected', `expect(options).toEqual({ ANTHROPIC_LOG: 'debug' });`],
  ['the variable by flag', `if (argv.verbose) process.env.ANTHROPIC_LOG = 'debug';`],
  [
    'the variable by a spread of a flag',
    `spawn('node', [], { env: { ...process.env, ...(debug ? { ANTHROPIC_LOG: 'debug' } : {}) } });`,
  ],
  ['the variable that is read', `const level = process.env.ANTHROPIC_LOG === 'debug';`],
  ['the variable that is deleted', `delete process.env.ANTHROPIC_LOG;`],
  ['the variable in a text', `console.log('Set ANTHROPIC_LOG=debug to see requests');`],
  ['the variable from elsewhere', `process.env.ANTHROPIC_LOG = config.level;`],
  ['prompts that stay out', `process.env.OTEL_LOG_USER_PROMPTS = '0';`],
  ['an agent that keeps nothing', `${AGENT}query({ prompt, options: { ${KEPT} } });`],
  [
    'an agent whose options come from elsewhere',
    `${AGENT}export const run = (options) => query({ prompt, options });`,
  ],
  [
    'an agent with a spread',
    `${AGENT}import { base } from './base.js';\nquery({ prompt, options: { ...base, maxTurns: 2 } });`,
  ],
  ['an agent that keeps by flag', `${AGENT}query({ prompt, options: { persistSession: flags.keep } });`],
  [
    'an agent whose debugging is chosen',
    `${AGENT}query({ prompt, options: { ${KEPT}, debug: flags.debug, debugFile: process.env.DEBUG_FILE } });`,
  ],
  ['another query', `import { query } from './db.js';\nimport '@anthropic-ai/sdk';\nquery({ prompt: 'x' });`],

  [
    'telemetry that is off',
    `${AI}generateText({ model: anthropic('claude-sonnet-4-6'), prompt, experimental_telemetry: { isEnabled: false } });`,
  ],
  [
    'telemetry without content',
    `${AI}generateText({ model: anthropic('claude-sonnet-4-6'), prompt, experimental_telemetry: { isEnabled: true, recordInputs: false, recordOutputs: false } });`,
  ],
  [
    'telemetry by environment',
    `${AI}generateText({ model: anthropic('claude-sonnet-4-6'), prompt, experimental_telemetry: { isEnabled: process.env.TRACE === '1' } });`,
  ],
  [
    'telemetry whose content is chosen',
    `${AI}generateText({ model: anthropic('claude-sonnet-4-6'), prompt, experimental_telemetry: { isEnabled: true, recordInputs: rec, recordOutputs: rec } });`,
  ],
  [
    'telemetry of another vendor',
    `import { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\n// not claude\ngenerateText({ model: openai('gpt-5'), prompt, experimental_telemetry: { isEnabled: true } });`,
  ],
  [
    'v7 without registration',
    `${AI}generateText({ model: anthropic('claude-sonnet-4-6'), prompt, telemetry: { functionId: 'a', isEnabled: true } });`,
  ],
  [
    'v7 that opts out',
    `${AI}registerTelemetry(new OpenTelemetry());\ngenerateText({ model: anthropic('claude-sonnet-4-6'), prompt, telemetry: { isEnabled: false } });`,
  ],
  [
    'v7 without content',
    `${AI}registerTelemetry(new OpenTelemetry());\ngenerateText({ model: anthropic('claude-sonnet-4-6'), prompt, telemetry: { recordInputs: false, recordOutputs: false } });`,
  ],
  [
    'a stream with a handler',
    `${AI}streamText({ model: anthropic('claude-sonnet-4-6'), prompt, onError: ({ error }) => log.warn(error.name) });`,
  ],
  [
    'a stream with a method',
    `${AI}streamText({ model: anthropic('claude-sonnet-4-6'), prompt, onError() {} });`,
  ],
  [
    'a stream with a spread',
    `${AI}import { base } from './base.js';\nstreamText({ model: anthropic('claude-sonnet-4-6'), prompt, ...base });`,
  ],
  [
    'a stream of another vendor',
    `import { openai } from '@ai-sdk/openai';\nimport { streamText } from 'ai';\n// claude later\nstreamText({ model: openai('gpt-5'), prompt });`,
  ],

  [
    'LangChain that is quiet',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ model: 'claude-sonnet-4-6', verbose: false });`,
  ],
  [
    'LangChain by environment',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ model: 'claude-sonnet-4-6', verbose: process.env.NODE_ENV !== 'production' });`,
  ],
  [
    'a console handler of another vendor',
    `${CHAT}import { ChatOpenAI } from '@langchain/openai';\nimport { ConsoleCallbackHandler } from '@langchain/core/tracers/console';\nnew ChatOpenAI({ callbacks: [new ConsoleCallbackHandler()] });`,
  ],
  [
    'verbose of something else',
    `${CHAT}import { Command } from './cli.js';\nnew Command({ verbose: true });`,
  ],
  ['tracing that is off', `${CHAT}process.env.LANGSMITH_TRACING = 'false';`],
  [
    'tracing without content',
    `process.env.LANGSMITH_TRACING = 'true';\nprocess.env.LANGSMITH_HIDE_INPUTS = 'true';\nprocess.env.LANGSMITH_HIDE_OUTPUTS = 'true';\n${CHAT}`,
  ],
  ['tracing without Claude', `process.env.LANGSMITH_TRACING = 'true';`],
  [
    'LangSmith without content',
    `${SDK}import { Client } from 'langsmith';\nimport { wrapSDK } from 'langsmith/wrappers';\nwrapSDK(new Anthropic(), { client: new Client({ hideInputs: true, hideOutputs: true }) });`,
  ],
  [
    'LangSmith around something else',
    `${SDK}import { wrapSDK } from 'langsmith/wrappers';\nimport { db } from './db.js';\nwrapSDK(db);`,
  ],
  [
    'a traceable function without Claude',
    `${SDK}import { traceable } from 'langsmith/traceable';\nexport const search = traceable(async (q) => db.find(q));`,
  ],
  [
    'a function of one’s own',
    `${SDK}import { wrapAnthropic } from './metrics.js';\nwrapAnthropic(new Anthropic());`,
  ],
  [
    'OpenInference without content',
    `import { AnthropicInstrumentation } from '@arizeai/openinference-instrumentation-anthropic';\nnew AnthropicInstrumentation({ traceConfig: { hideInputs: true, hideOutputs: true } });`,
  ],
  [
    'Traceloop without content',
    `${SDK}import * as traceloop from '@traceloop/node-server-sdk';\ntraceloop.initialize({ traceContent: false, instrumentModules: { anthropic: Anthropic } });`,
  ],
  [
    'PostHog in privacy mode',
    `import { Anthropic } from '@posthog/ai';\nconst posthog = new PostHog(key, { privacyMode: true });\nnew Anthropic({ apiKey, posthog });`,
  ],
  [
    'Sentry without recording',
    `import * as Sentry from '@sentry/node';\nSentry.init({ dsn, sendDefaultPii: true, integrations: [Sentry.anthropicAIIntegration({ recordInputs: false, recordOutputs: false })] });`,
  ],
  [
    'Sentry with its default',
    `import * as Sentry from '@sentry/node';\nSentry.init({ dsn, integrations: [Sentry.anthropicAIIntegration()] });`,
  ],
  [
    'Helicone without content',
    `${SDK}new Anthropic({ baseURL: 'https://anthropic.helicone.ai', defaultHeaders: { 'Helicone-Omit-Request': 'true', 'Helicone-Omit-Response': 'true' } });`,
  ],

  [
    'the AWS client that invokes',
    `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nconst client = new BedrockRuntimeClient({ logger: console });\nclient.send(new InvokeModelCommand({ modelId: 'anthropic.claude-sonnet-4-6-v1:0', body }));`,
  ],
  [
    'the AWS client with another model',
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n// not claude\nconst client = new BedrockRuntimeClient({ logger: console });\nclient.send(new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', messages }));`,
  ],
  [
    'the AWS client without a logger',
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst client = new BedrockRuntimeClient({ logger: undefined });\nclient.send(new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6-v1:0', messages }));`,
  ],
  [
    'TanStack that is quiet',
    `import { chat } from '@tanstack/ai';\nimport { anthropicText } from '@tanstack/ai-anthropic';\nchat({ adapter: anthropicText('claude-sonnet-4-6'), messages, debug: false });`,
  ],
  [
    'Mastra without a logger',
    `import { Mastra } from '@mastra/core';\nimport { Agent } from '@mastra/core/agent';\nconst agent = new Agent({ name: 'a', instructions: '', model: 'anthropic/claude-sonnet-4-6' });\nnew Mastra({ agents: { agent }, logger: false });`,
  ],

  ['what a client tells', claude`console.log(client.baseURL, typeof client);`],
  ['a text with a client in it', claude`console.log(${'`${client}`'});`],
  ['a client given to a function of one’s own', claude`register(client);`],
];

const lint = (code: string, parser: 'espree' | 'typescript'): string[] =>
  lintWith(rule, code, { parser }).map(({ messageId, message }) => messageId ?? message);

describe.each(['typescript', 'espree'] as const)('%s', (parser) => {
  it.each(REPORTED.map(([name, code, ids = ['content']]) => ({ name, code, ids })))(
    'reports $name',
    ({ code, ids }) => {
      expect(lint(code, parser)).toEqual(ids);
    },
  );

  it.each(SILENT)('is silent on %s', (_, code) => {
    expect(lint(code, parser)).toEqual([]);
  });
});

/** Changes that are offered: the code, and what it becomes. */
const OFFERED: readonly (readonly [name: string, code: string, output: string])[] = [
  [
    'the safe level',
    `${SDK}new Anthropic({ logLevel: 'debug' });`,
    `${SDK}new Anthropic({ logLevel: 'warn' });`,
  ],
  [
    'the safe level for a shorthand',
    `${SDK}const logLevel = 'debug';\nnew Anthropic({ logLevel });`,
    `${SDK}const logLevel = 'debug';\nnew Anthropic({ logLevel: 'warn' });`,
  ],
  [
    'the safe mode',
    `${SDK}new Anthropic({ openTelemetry: { traces: { contentMode: "content" } } });`,
    `${SDK}new Anthropic({ openTelemetry: { traces: { contentMode: "metadata_only" } } });`,
  ],
  ['no variable', `start();\nprocess.env.ANTHROPIC_LOG = 'debug';\nrun();`, `start();\n\nrun();`],
  ['no variable in an environment', `const env = { ANTHROPIC_LOG: 'debug', PATH };`, `const env = { PATH };`],
  [
    'no session',
    `${AGENT}query({ prompt, options: { maxTurns: 3 } });`,
    `${AGENT}query({ prompt, options: { maxTurns: 3, persistSession: false } });`,
  ],
  [
    'no session, with options',
    `${AGENT}query({ prompt });`,
    `${AGENT}query({ prompt, options: { persistSession: false } });`,
  ],
  [
    'no session that was asked for',
    `${AGENT}query({ prompt, options: { persistSession: true } });`,
    `${AGENT}query({ prompt, options: { persistSession: false } });`,
  ],
  [
    'telemetry without content',
    `${AI}generateText({ model: anthropic('claude-sonnet-4-6'), experimental_telemetry: { isEnabled: true, recordInputs: true } });`,
    `${AI}generateText({ model: anthropic('claude-sonnet-4-6'), experimental_telemetry: { isEnabled: true, recordInputs: false, recordOutputs: false } });`,
  ],
  [
    'telemetry of v7 without content',
    `${AI}registerTelemetry(t);\ngenerateText({ model: anthropic('claude-sonnet-4-6') });`,
    `${AI}registerTelemetry(t);\ngenerateText({ model: anthropic('claude-sonnet-4-6'), telemetry: { recordInputs: false, recordOutputs: false } });`,
  ],
  [
    'telemetry of v7 without content, where there are settings',
    `${AI}registerTelemetry(t);\ngenerateText({ model: anthropic('claude-sonnet-4-6'), telemetry: { functionId: 'a' } });`,
    `${AI}registerTelemetry(t);\ngenerateText({ model: anthropic('claude-sonnet-4-6'), telemetry: { functionId: 'a', recordInputs: false, recordOutputs: false } });`,
  ],
  [
    'a handler of errors',
    `${AI}streamText({ model: anthropic('claude-sonnet-4-6'), prompt });`,
    `${AI}streamText({ model: anthropic('claude-sonnet-4-6'), prompt, onError: ({ error }) => { console.error(error instanceof Error ? error.name : typeof error); } });`,
  ],
  [
    'a quiet LangChain',
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ verbose: true });`,
    `import { ChatAnthropic } from '@langchain/anthropic';\nnew ChatAnthropic({ verbose: false });`,
  ],
];

/** Reports for which no change would leave working code. */
const NOT_OFFERED: readonly Case[] = [
  ['a session that is resumed', `${AGENT}query({ prompt, options: { resume: id } });`],
  ['a variable that is set in an expression', `run(process.env.ANTHROPIC_LOG = 'debug');`],
  ['a tracer', `${SDK}import { wrapAnthropic } from 'braintrust';\nwrapAnthropic(new Anthropic());`],
];

describe('settings from elsewhere', () => {
  const call = (options: string): string =>
    `generateText({ model: anthropic('claude-sonnet-4-6'), prompt, ${options} })`;
  const tracing = `import { Client } from 'langsmith';\nimport { wrapSDK } from 'langsmith/wrappers';\n`;
  const masked = (mask: string): string =>
    `${SDK}${tracing}export const make = (hide) => wrapSDK(new Anthropic(), { client: new Client({ ${mask} }) });`;

  it.each<readonly [name: string, code: string]>([
    ['a module', `import { settings } from './settings.js';\n${call('experimental_telemetry: settings')}`],
    [
      'a module, of v7',
      `import { settings } from './settings.js';\nregisterTelemetry(new OpenTelemetry());\n${call('telemetry: settings')}`,
    ],
    ['a parameter', `export const ask = (telemetry) => ${call('experimental_telemetry: telemetry')}`],
    [
      'a field of a parameter',
      `export const ask = (options) => ${call('experimental_telemetry: options.telemetry')}`,
    ],
    [
      'a flag that a caller sets',
      `export const ask = (traced) => ${call('experimental_telemetry: { isEnabled: traced }')}`,
    ],
    [
      'a field of its class',
      `class A { constructor(config) { this.telemetry = config.telemetry; } ask() { return ${call('experimental_telemetry: this.telemetry')}; } }`,
    ],
    ['a service', call(`experimental_telemetry: config.get('telemetry')`)],
    ['a function nobody knows', call(`experimental_telemetry: telemetryFor('summary')`)],
    ['a spread that says so', `export const ask = (telemetryOptions) => ${call('...telemetryOptions')}`],
    [
      'what is recorded',
      `import { rec } from './rec.js';\n${call('experimental_telemetry: { isEnabled: true, recordInputs: rec, recordOutputs: rec }')}`,
    ],
  ])('%s: cannot tell', (_, code) => {
    expect(lintWith(rule, AI + code).map(({ messageId }) => messageId)).toEqual(['unverifiable']);
  });

  it.each<readonly [name: string, code: string]>([
    [
      'off, whatever else',
      `export const ask = (id) => ${call('experimental_telemetry: { isEnabled: false, functionId: id }')}`,
    ],
    [
      'a flag of a caller, without content',
      `export const ask = (traced) => ${call('experimental_telemetry: { isEnabled: traced, recordInputs: false, recordOutputs: false }')}`,
    ],
    ['a spread that may be anything', `export const ask = (options) => ${call('...options')}`],
    [
      'a function of the file',
      `function telemetryFor(id) { return { isEnabled: false, functionId: id }; }\n${call(`experimental_telemetry: telemetryFor('a')`)}`,
    ],
    [
      'v7 where nothing takes it',
      `import { settings } from './settings.js';\n${call('telemetry: settings')}`,
    ],
  ])('%s: nothing to say', (_, code) => {
    expect(lintWith(rule, AI + code)).toEqual([]);
  });

  it('asks the callers of other modules instead', () => {
    const found = lintFiles(
      {
        'src/llm.js': `${AI}export const ask = (prompt, telemetry) => ${call('experimental_telemetry: telemetry')};\n`,
        'src/a.js': `import { ask } from './llm.js';\nask('x', { isEnabled: true });\nask('y', { isEnabled: false });\nexport const f = (t) => ask('z', t);\n`,
      },
      { rules: { 'no-sdk-content-logging': true } },
    );
    expect(found).toEqual({
      'src/a.js': ['2 no-sdk-content-logging content', '4 no-sdk-content-logging unverifiable'],
    });
  });

  it('cannot tell whether a tracer hides content that is told so by a caller', () => {
    const said = (mask: string): unknown[] => lintWith(rule, masked(mask)).map(({ messageId }) => messageId);
    expect(said('hideInputs: hide, hideOutputs: hide')).toEqual(['unverifiable']);
    expect(said('hideInputs: true, hideOutputs: true')).toEqual([]);
    expect(said('hideInputs: false, hideOutputs: false')).toEqual(['content']);
    expect(said(`hideInputs: process.env.HIDE === '1', hideOutputs: process.env.HIDE === '1'`)).toEqual([]);
  });
});

describe('suggestions', () => {
  it.each(OFFERED)('offer %s', (_, code, output) => {
    const [report, ...others] = lintWith(rule, code);
    expect(others).toEqual([]);
    expect(report?.suggestions).toHaveLength(1);
    const [suggestion] = report?.suggestions ?? [];
    if (!suggestion) throw new Error('no suggestion');
    expect(applied(code, suggestion)).toBe(output);
    expect(lintWith(rule, applied(code, suggestion))).toEqual([]);
  });

  it.each(NOT_OFFERED)('are not made for %s', (_, code) => {
    const reports = lintWith(rule, code);
    expect(reports.length).toBeGreaterThan(0);
    for (const { suggestions } of reports) expect(suggestions ?? []).toEqual([]);
  });
});

runRule('no-sdk-content-logging', rule, {
  valid: [{ name: 'another level', code: `${SDK}new Anthropic({ logLevel: 'error' });` }],
  invalid: [
    {
      name: 'says what is written, and where to',
      code: `${SDK}new Anthropic({ logLevel: 'debug' });`,
      errors: [
        {
          messageId: 'content',
          at: `logLevel: 'debug'`,
          data: {
            title: 'logLevel: "debug"',
            writes: 'the full request, with the prompt, and the full response',
            to: 'to the logger of the client, by default the console',
            instead: 'Set the level to "warn"',
            call: 'new Anthropic',
          },
          suggestions: [
            {
              messageId: 'set',
              data: { title: 'logLevel', value: '"warn"' },
              output: `${SDK}new Anthropic({ logLevel: 'warn' });`,
            },
          ],
        },
      ],
    },
    {
      name: 'names the call that keeps a transcript',
      code: `${AGENT}import { base } from './base.js';\nquery({ prompt, options: { resume: base } });`,
      errors: [
        {
          messageId: 'persists',
          at: ['query', 2],
          data: {
            title: 'persistSession',
            writes: 'the whole transcript',
            to: 'in plain text below the Claude configuration directory',
            instead: 'Set `persistSession: false`',
            call: 'query',
          },
        },
      ],
    },
    {
      name: 'points at the client that is printed',
      code: claude`console.log(1, client);`,
      errors: [{ messageId: 'client', at: ['client', 2], data: {} }],
    },
  ],
});

it('reads options that carry a type', () => {
  const code = `import { query, type Options } from '@anthropic-ai/claude-agent-sdk';\nconst options: Options = { cwd };\nquery({ prompt, options });`;
  expect(lintWith(rule, code).map((m) => m.messageId)).toEqual(['persists']);
});

it('knows clients that settings declare', () => {
  const settings = { 'claude-compliance': { clients: { '@acme/llm': { createClient: 'anthropic' } } } };
  const code = `import { createClient } from '@acme/llm';\ncreateClient({ logLevel: 'debug' });`;
  expect(lintWith(rule, code, { settings }).map((m) => m.messageId)).toEqual(['content']);
  expect(lintWith(rule, code)).toEqual([]);
});

describe('JSON', () => {
  /** What the rule reports of a JSON file. */
  const reportedIn = (source: string): string[] =>
    new Linter()
      .verify(
        source,
        {
          files: ['**/*.json'],
          language: 'json/json',
          plugins: { json: json, test: { rules: { rule: rule as never } } },
          rules: { 'test/rule': 'error' },
        },
        { filename: 'package.json' },
      )
      .map(({ message }) => /^`([^`]*)`/.exec(message)?.[1] ?? message);
  const reported = (name: string, value: string): string[] => reportedIn(JSON.stringify({ [name]: value }));

  it.each([
    ['start', 'ANTHROPIC_LOG=debug node server.js', 'ANTHROPIC_LOG=debug'],
    ['start', 'cross-env NODE_ENV=production ANTHROPIC_LOG=debug node server.js', 'ANTHROPIC_LOG=debug'],
    ['start', 'node build.js && ANTHROPIC_LOG="debug" node server.js', 'ANTHROPIC_LOG=debug'],
    ['start', 'dotenv -v ANTHROPIC_LOG=debug -- node server.js', 'ANTHROPIC_LOG=debug'],
    ['OTEL_LOG_USER_PROMPTS', '1', 'OTEL_LOG_USER_PROMPTS=1'],
    ['ANTHROPIC_LOG', 'debug', 'ANTHROPIC_LOG=debug'],
  ])('reports %s: %s', (name, value, title) => {
    expect(reported(name, value)).toEqual([title]);
  });

  it.each([
    ['start', 'ANTHROPIC_LOG=info node server.js'],
    ['start', 'MY_ANTHROPIC_LOG=debug node server.js'],
    ['start', 'ANTHROPIC_LOG=debugging node server.js'],
    ['OTEL_LOG_USER_PROMPTS', '0'],
    ['start', 'LANGSMITH_TRACING=true node server.js'],
  ])('is silent on %s: %s', (name, value) => {
    expect(reported(name, value)).toEqual([]);
  });

  it('reports each place, wherever it stands', () => {
    const scripts = { dev: 'ANTHROPIC_LOG=debug vite', start: 'ANTHROPIC_LOG=debug node .' };
    const env = [{ OTEL_LOG_USER_PROMPTS: '1' }, [{ ANTHROPIC_LOG: 'debug' }]];
    expect(reportedIn(JSON.stringify({ scripts, env }, null, 2))).toEqual([
      'ANTHROPIC_LOG=debug',
      'ANTHROPIC_LOG=debug',
      'OTEL_LOG_USER_PROMPTS=1',
      'ANTHROPIC_LOG=debug',
    ]);
  });

  it('leaves other languages without scopes alone', () => {
    const sourceCode = { text: 'a::after { content: "ANTHROPIC_LOG=debug" }', ast: { type: 'StyleSheet' } };
    expect(rule.create({ settings: {}, options: [], sourceCode } as never)).toEqual({});
  });
});

/**
 * The roads, as working code has them. Three of four rules are given what the code may do: model `claude-opus-5`, places in
 * the EU, and Anthropic as the provider.
 */

export interface Road {
  readonly name: string;
  readonly code: string;
  /** `line: rule message`, with a `+` where a suggestion is offered. */
  readonly reports: readonly string[];
}

export const ROADS: readonly Road[] = [
  {
    name: 'Mastra, at OpenRouter',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'openrouter/anthropic/claude-opus-5' });
`,
    reports: ['2: geo cannotPin', '2: provider address'],
  },
  {
    name: 'Mastra, at OpenRouter, with a pin that nobody reads',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'openrouter/anthropic/claude-opus-5', defaultOptions: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } });
`,
    reports: ['2: geo cannotPin', '2: provider address'],
  },
  {
    name: 'Mastra, at Poe',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'poe/anthropic/claude-opus-5' });
`,
    reports: ['2: geo cannotPin', '2: provider address'],
  },
  {
    name: 'Mastra, at OpenCode',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'opencode/claude-opus-5' });
`,
    reports: ['2: geo cannotPin', '2: provider address'],
  },
  {
    name: 'Mastra, by provider and id',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ id: 'a', name: 'a', instructions: 'x', model: { providerId: 'anthropic', modelId: 'claude-opus-5' } });
`,
    reports: ['2: geo missing +'],
  },
  {
    name: 'Mastra, by function, in a release whose options are not known',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ name: 'a', instructions: 'x', model: () => 'anthropic/claude-opus-5' });
`,
    reports: ['2: geo missing'],
  },
  {
    name: 'Mastra, pinned in legacy options',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'anthropic/claude-opus-5', defaultGenerateOptionsLegacy: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } });
`,
    reports: [],
  },
  {
    name: 'Mastra, another vendor',
    code: `import { Agent } from '@mastra/core/agent';
export const claude = new Agent({ id: 'a', name: 'a', instructions: 'x', model: { id: 'openai/gpt-5' } });
`,
    reports: [],
  },
  {
    name: 'Vercel’s gateway, told to ask Bedrock',
    code: `import { generateText } from 'ai';
export const ask = (prompt) => generateText({ model: 'anthropic/claude-opus-5', prompt, providerOptions: { gateway: { only: ['bedrock'] }, anthropic: { inferenceGeo: 'us' } } });
`,
    reports: ['2: geo cannotPin', '2: provider provider'],
  },
  {
    name: 'Vercel’s gateway, with Vertex first',
    code: `import { generateText } from 'ai';
export const ask = (prompt) => generateText({ model: 'anthropic/claude-opus-5', prompt, providerOptions: { gateway: { order: ['vertex', 'anthropic'] }, anthropic: { inferenceGeo: 'us' } } });
`,
    reports: ['2: geo cannotPin', '2: provider provider'],
  },
  {
    name: 'Vercel’s gateway, told by a variable',
    code: `import { generateText } from 'ai';
export const ask = (prompt, route) => generateText({ model: 'anthropic/claude-opus-5', prompt, providerOptions: { gateway: { only: [route] }, anthropic: { inferenceGeo: 'us' } } });
`,
    reports: ['2: geo cannotPin', '2: provider provider'],
  },
  {
    name: 'Vercel’s gateway, told to ask Anthropic',
    code: `import { generateText } from 'ai';
export const ask = (prompt) => generateText({ model: 'anthropic/claude-opus-5', prompt, providerOptions: { gateway: { only: ['anthropic'] }, anthropic: { inferenceGeo: 'us' } } });
`,
    reports: ['2: provider provider'],
  },
  {
    name: 'LangChain, with structured output',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
const model = new ChatAnthropic({ model: 'claude-opus-5' });
export const ask = (note) => model.withStructuredOutput(Schema).invoke(note);
`,
    reports: ['2: geo missing +'],
  },
  {
    name: 'LangChain, with structured output, pinned',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
const model = new ChatAnthropic({ model: 'claude-opus-5', inferenceGeo: 'us' });
export const ask = (note) => model.withStructuredOutput(Schema, { method: 'jsonSchema' }).invoke(note);
`,
    reports: [],
  },
  {
    name: 'LangChain, a model of before 4.6 by its family',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
export const model = new ChatAnthropic('claude-haiku-3.5', {});
`,
    reports: ['2: geo modelTooOld', '2: model notApproved'],
  },
  {
    name: 'LlamaIndex, whose types refuse the pin',
    code: `import { anthropic } from '@llamaindex/anthropic';
export const llm = anthropic({ model: 'claude-opus-5' });
`,
    reports: ['2: geo missing'],
  },
  {
    name: 'LangChain as a namespace',
    code: `import * as lc from 'langchain';
export const model = await lc.initChatModel('anthropic:claude-opus-5');
export const agent = lc.createAgent({ model: 'anthropic:claude-opus-5', tools: [] });
`,
    reports: ['2: geo missing +', '3: geo cannotPin'],
  },
  {
    name: 'OpenAI’s client at OpenRouter',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
export const ask = (messages) => client.chat.completions.create({ model: 'anthropic/claude-opus-5', messages });
`,
    reports: ['2: provider address', '3: geo cannotPin'],
  },
  {
    name: 'OpenAI’s client at an address of the environment',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: process.env.LITELLM_URL });
export const ask = (input) => client.responses.create({ model: 'claude-opus-5', input });
`,
    reports: ['3: geo cannotPin'],
  },
  {
    name: 'OpenAI’s client at Vercel’s gateway',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://ai-gateway.vercel.sh/v1' });
export const ask = (messages) => client.chat.completions.create({ model: 'anthropic/claude-opus-5', messages });
`,
    reports: ['2: provider provider', '3: geo cannotPin'],
  },
  {
    name: 'OpenAI’s client at Bedrock',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://bedrock-runtime.us-east-1.amazonaws.com/openai/v1' });
export const ask = (messages) => client.chat.completions.create({ model: 'eu.anthropic.claude-opus-5', messages });
`,
    reports: ['2: provider provider', '2: region outside'],
  },
  {
    name: 'OpenAI’s client at Vertex AI',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/endpoints/openapi' });
export const ask = (messages) => client.chat.completions.create({ model: 'anthropic/claude-opus-5', messages });
`,
    reports: ['2: provider provider', '2: region outside'],
  },
  {
    name: 'OpenAI’s client at OpenRouter, another vendor',
    code: `import OpenAI from 'openai';
const claude = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
export const ask = (messages) => claude.chat.completions.create({ model: 'openai/gpt-5', messages });
`,
    reports: [],
  },
  {
    name: 'LangChain’s model of OpenAI at OpenRouter',
    code: `import { ChatOpenAI } from '@langchain/openai';
export const model = new ChatOpenAI({ model: 'anthropic/claude-opus-5', configuration: { baseURL: 'https://openrouter.ai/api/v1' } });
`,
    reports: ['2: geo cannotPin', '2: provider address'],
  },
  {
    name: 'LangChain’s model of OpenAI at OpenAI',
    code: `import { ChatOpenAI } from '@langchain/openai';
export const claude = new ChatOpenAI({ model: 'gpt-5' });
`,
    reports: [],
  },
  {
    name: 'LangChain’s model of Bedrock',
    code: `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ model: 'global.anthropic.claude-sonnet-4-6', region: 'us-east-1' });
`,
    reports: ['2: provider provider', '2: model notApproved', '2: region anywhere +', '2: region outside'],
  },
  {
    name: 'LangChain’s model of Bedrock, in its place',
    code: `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse('eu.anthropic.claude-opus-5', { region: 'eu-central-1' });
`,
    reports: ['2: provider provider'],
  },
  {
    name: 'LangChain’s model of Bedrock, by default',
    code: `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ region: 'eu-central-1' });
`,
    reports: ['2: provider provider'],
  },
  {
    name: 'LangChain’s model of Bedrock, another vendor',
    code: `import { ChatBedrockConverse } from '@langchain/aws';
export const claude = new ChatBedrockConverse({ model: 'meta.llama3-70b-instruct-v1:0', region: 'us-east-1' });
`,
    reports: [],
  },
  {
    name: 'the community’s model of Bedrock',
    code: `import { BedrockChat } from '@langchain/community/chat_models/bedrock';
export const model = new BedrockChat({ model: 'anthropic.claude-opus-5', region: 'us-east-1' });
`,
    reports: ['2: provider provider', '2: region outside'],
  },
  {
    name: 'LangChain’s model of Vertex AI',
    code: `import { ChatVertexAI } from '@langchain/google-vertexai';
export const model = new ChatVertexAI({ model: 'claude-opus-5', location: 'us-east5' });
`,
    reports: ['2: provider provider', '2: region outside'],
  },
  {
    name: 'LangChain’s model of Vertex AI, another vendor',
    code: `import { ChatVertexAI } from '@langchain/google-vertexai';
export const claude = new ChatVertexAI({ model: 'gemini-2.5-pro', location: 'us-east5' });
`,
    reports: [],
  },
  {
    name: 'a model string of another vendor at Bedrock',
    code: `import { initChatModel } from 'langchain';
export const claude = initChatModel('bedrock:meta.llama3-70b-instruct-v1:0');
`,
    reports: [],
  },
  {
    name: 'a knowledge base of Bedrock',
    code: `import { BedrockAgentRuntimeClient, RetrieveAndGenerateCommand } from '@aws-sdk/client-bedrock-agent-runtime';
const client = new BedrockAgentRuntimeClient({ region: 'eu-central-1' });
export const ask = (text) => client.send(new RetrieveAndGenerateCommand({ input: { text }, retrieveAndGenerateConfiguration: { type: 'KNOWLEDGE_BASE', knowledgeBaseConfiguration: { knowledgeBaseId: 'kb', modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6' } } }));
`,
    reports: ['3: provider provider', '3: model notApproved', '3: region outside'],
  },
  {
    name: 'a knowledge base of Bedrock, another vendor',
    code: `import { BedrockAgentRuntimeClient, RetrieveAndGenerateCommand } from '@aws-sdk/client-bedrock-agent-runtime';
const claude = new BedrockAgentRuntimeClient({ region: 'eu-central-1' });
export const ask = (text) => claude.send(new RetrieveAndGenerateCommand({ input: { text }, retrieveAndGenerateConfiguration: { type: 'KNOWLEDGE_BASE', knowledgeBaseConfiguration: { knowledgeBaseId: 'kb', modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0' } } }));
`,
    reports: [],
  },
  {
    name: 'SDK v2',
    code: `import AWS from 'aws-sdk';
const bedrock = new AWS.BedrockRuntime({ region: 'us-east-1' });
export const ask = (body) => bedrock.invokeModel({ modelId: 'anthropic.claude-opus-5', body }).promise();
`,
    reports: ['2: region outside', '3: provider provider'],
  },
  {
    name: 'SDK v2, by its path',
    code: `const BedrockRuntime = require('aws-sdk/clients/bedrockruntime');
const bedrock = new BedrockRuntime({ region: 'eu-central-1' });
module.exports = (messages) => bedrock.converse({ modelId: 'anthropic.claude-opus-5', messages }).promise();
`,
    reports: ['3: provider provider'],
  },
  {
    name: 'a batch job of Bedrock',
    code: `import { BedrockClient, CreateModelInvocationJobCommand } from '@aws-sdk/client-bedrock';
const client = new BedrockClient({ region: 'us-east-1' });
export const start = () => client.send(new CreateModelInvocationJobCommand({ modelId: 'anthropic.claude-opus-5', jobName: 'notes' }));
`,
    reports: ['2: region outside', '3: provider provider'],
  },
  {
    name: 'an asynchronous call of Bedrock',
    code: `import { BedrockRuntimeClient, StartAsyncInvokeCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'us-east-1' });
export const start = (modelInput) => client.send(new StartAsyncInvokeCommand({ modelId: 'anthropic.claude-opus-5', modelInput }));
`,
    reports: ['2: region outside', '3: provider provider'],
  },
  {
    name: 'counting tokens at Bedrock',
    code: `import { BedrockRuntimeClient, CountTokensCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'us-east-1' });
export const count = (input) => client.send(new CountTokensCommand({ modelId: 'anthropic.claude-opus-5', input }));
`,
    reports: ['2: region outside', '3: provider provider'],
  },
  {
    name: 'Strands at Bedrock',
    code: `import { Agent, BedrockModel } from '@strands-agents/sdk';
export const agent = new Agent({ model: new BedrockModel({ modelId: 'us.anthropic.claude-opus-5', region: 'us-east-1' }) });
`,
    reports: ['2: provider provider', '2: region outside +', '2: region outside'],
  },
  {
    name: 'Strands at Bedrock, by default',
    code: `import { Agent } from '@strands-agents/sdk';
export const claude = new Agent({ tools: [] });
`,
    reports: ['2: provider provider', '2: region unverifiable'],
  },
  {
    name: 'Strands at Anthropic',
    code: `import { AnthropicModel } from '@strands-agents/sdk/models/anthropic';
export const model = new AnthropicModel({ modelId: 'claude-opus-5' });
`,
    reports: ['2: geo missing +'],
  },
  {
    name: 'Strands at Anthropic, pinned',
    code: `import { AnthropicModel } from '@strands-agents/sdk/models/anthropic';
export const model = new AnthropicModel({ modelId: 'claude-opus-5', params: { inference_geo: 'us' } });
`,
    reports: [],
  },
  {
    name: 'Effect at Bedrock',
    code: `import { AmazonBedrockLanguageModel } from '@effect/ai-amazon-bedrock';
export const model = AmazonBedrockLanguageModel.model('us.anthropic.claude-opus-5');
`,
    reports: ['2: provider provider', '2: region outside +'],
  },
  {
    name: 'Effect at Bedrock, another vendor',
    code: `import { AmazonBedrockLanguageModel } from '@effect/ai-amazon-bedrock';
export const claude = AmazonBedrockLanguageModel.model('amazon.nova-pro-v1:0');
`,
    reports: [],
  },
  {
    name: 'TanStack at Vertex AI',
    code: `import { anthropicVertexText } from '@tanstack/ai-anthropic/vertex';
export const adapter = anthropicVertexText('claude-opus-5', { region: 'us-east5' });
`,
    reports: ['2: provider provider', '2: region outside'],
  },
  {
    name: 'TanStack with a client of its own',
    code: `import { createAnthropicChatWithClient } from '@tanstack/ai-anthropic';
export const adapter = (client) => createAnthropicChatWithClient('claude-opus-5', client);
`,
    reports: ['2: geo cannotPin'],
  },
  {
    name: 'LlamaIndex at Bedrock',
    code: `import { Bedrock, BEDROCK_MODELS } from '@llamaindex/aws';
export const llm = new Bedrock({ model: BEDROCK_MODELS.ANTHROPIC_CLAUDE_3_HAIKU, region: 'us-east-1' });
export const other = new Bedrock({ model: BEDROCK_MODELS.META_LLAMA3_70B, region: 'us-east-1' });
`,
    reports: ['2: model notApproved', '2: provider provider', '2: region outside'],
  },
  {
    name: 'Genkit’s model garden',
    code: `import { genkit } from 'genkit';
import { claudeSonnet4, vertexModelGarden } from '@genkit-ai/vertexai/modelgarden';
const ai = genkit({ plugins: [vertexModelGarden({ location: 'us-central1' })] });
export const ask = (prompt) => ai.generate({ model: vertexModelGarden.model('claude-opus-5'), prompt });
export const other = (prompt) => ai.generate({ model: claudeSonnet4, prompt });
`,
    reports: [
      '4: provider provider',
      '4: region unverifiable',
      '5: model notApproved',
      '5: provider provider',
      '5: region unverifiable',
    ],
  },
  {
    name: 'Genkit’s model garden, another vendor',
    code: `import { genkit } from 'genkit';
import { mistralLarge, vertexModelGarden } from '@genkit-ai/vertexai/modelgarden';
const claude = genkit({ plugins: [vertexModelGarden({ location: 'us-central1' })] });
export const ask = (prompt) => claude.generate({ model: mistralLarge, prompt });
`,
    reports: [],
  },
  {
    name: 'OpenRouter through the AI SDK',
    code: `import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText } from 'ai';
const openrouter = createOpenRouter({ apiKey: process.env.KEY });
export const ask = (prompt) => generateText({ model: openrouter.chat('anthropic/claude-opus-5'), prompt, providerOptions: { anthropic: { inferenceGeo: 'us' } } });
`,
    reports: ['4: geo cannotPin', '4: provider address'],
  },
  {
    name: 'OpenRouter through the AI SDK, another vendor',
    code: `import { openrouter } from '@openrouter/ai-sdk-provider';
import { generateText } from 'ai';
export const claude = (prompt) => generateText({ model: openrouter('openai/gpt-5'), prompt });
`,
    reports: [],
  },
  {
    name: 'any server of OpenAI’s shape through the AI SDK',
    code: `import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText } from 'ai';
const litellm = createOpenAICompatible({ name: 'litellm', baseURL: 'https://llm.example.org/v1' });
export const ask = (prompt) => generateText({ model: litellm('claude-opus-5'), prompt });
`,
    reports: ['3: provider address', '4: geo cannotPin'],
  },
  {
    name: 'OpenRouter’s own SDK',
    code: `import { OpenRouter } from '@openrouter/sdk';
const client = new OpenRouter({ apiKey: process.env.KEY });
export const ask = (messages) => client.chat.send({ chatRequest: { model: 'anthropic/claude-opus-5', messages } });
export const call = (input) => client.callModel({ model: 'anthropic/claude-opus-5', input });
`,
    reports: ['3: geo cannotPin', '3: provider address', '4: geo cannotPin', '4: provider address'],
  },
  {
    name: 'OpenRouter’s own SDK, another vendor',
    code: `import { OpenRouter } from '@openrouter/sdk';
const claude = new OpenRouter({ apiKey: process.env.KEY });
export const ask = (messages) => claude.chat.send({ chatRequest: { model: 'openai/gpt-5', messages } });
`,
    reports: [],
  },
  {
    name: 'OpenAI’s agents',
    code: `import { Agent } from '@openai/agents';
import { aisdk } from '@openai/agents-extensions';
import { anthropic } from '@ai-sdk/anthropic';
export const agent = new Agent({ name: 'x', instructions: 'y', model: aisdk(anthropic('claude-opus-5')) });
`,
    reports: ['4: geo missing +'],
  },
  {
    name: 'OpenAI’s agents, pinned',
    code: `import { Agent } from '@openai/agents';
import { aisdk } from '@openai/agents-extensions/ai-sdk';
import { anthropic } from '@ai-sdk/anthropic';
export const agent = new Agent({ name: 'x', instructions: 'y', model: aisdk(anthropic('claude-opus-5')), modelSettings: { providerData: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } } });
`,
    reports: [],
  },
  {
    name: 'OpenAI’s agents, another vendor',
    code: `import { Agent } from '@openai/agents';
export const claude = new Agent({ name: 'x', instructions: 'y', model: 'gpt-5' });
`,
    reports: [],
  },
  {
    name: 'LangGraph by a string',
    code: `import { createReactAgent } from '@langchain/langgraph/prebuilt';
export const agent = createReactAgent({ llm: 'anthropic:claude-opus-5', tools: [] });
`,
    reports: ['2: geo cannotPin'],
  },
  {
    name: 'LangGraph with a model',
    code: `import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { ChatAnthropic } from '@langchain/anthropic';
export const agent = createReactAgent({ llm: new ChatAnthropic({ model: 'claude-opus-5', inferenceGeo: 'us' }), tools: [] });
`,
    reports: [],
  },
  {
    name: 'deep agents',
    code: `import { createDeepAgent } from 'deepagents';
export const agent = createDeepAgent({ model: 'claude-opus-5', tools: [] });
export const byDefault = createDeepAgent({ tools: [] });
`,
    reports: ['2: geo cannotPin', '3: geo cannotPin'],
  },
  {
    name: 'deep agents, another vendor',
    code: `import { createDeepAgent } from 'deepagents';
export const claude = createDeepAgent({ model: 'openai:gpt-5', tools: [] });
`,
    reports: [],
  },
  {
    name: 'Stagehand',
    code: `import { Stagehand } from '@browserbasehq/stagehand';
export const stagehand = new Stagehand({ env: 'LOCAL', model: { modelName: 'anthropic/claude-opus-5', apiKey: process.env.ANTHROPIC_API_KEY } });
`,
    reports: ['2: geo cannotPin'],
  },
  {
    name: 'Stagehand, another vendor',
    code: `import { Stagehand } from '@browserbasehq/stagehand';
export const claude = new Stagehand({ env: 'LOCAL', model: 'openai/gpt-5' });
`,
    reports: [],
  },
  {
    name: 'Inngest',
    code: `import { anthropic, createAgent } from '@inngest/agent-kit';
export const agent = createAgent({ name: 'x', model: anthropic({ model: 'claude-opus-5', defaultParameters: { max_tokens: 8 } }) });
`,
    reports: ['2: geo missing'],
  },
  {
    name: 'Inngest, pinned',
    code: `import { anthropic } from '@inngest/ai';
export const model = anthropic({ model: 'claude-opus-5', defaultParameters: { max_tokens: 8, inference_geo: 'us' } });
`,
    reports: [],
  },
  {
    name: 'CopilotKit',
    code: `import { AnthropicAdapter, BuiltInAgent } from '@copilotkit/runtime';
export const adapter = new AnthropicAdapter({ model: 'claude-opus-5' });
export const agent = new BuiltInAgent({ model: 'anthropic/claude-opus-5' });
`,
    reports: ['2: geo cannotPin', '3: geo missing +'],
  },
  {
    name: 'CopilotKit, pinned',
    code: `import { BuiltInAgent } from '@copilotkit/runtime/v2';
export const agent = new BuiltInAgent({ model: 'anthropic/claude-opus-5', providerOptions: { anthropic: { inferenceGeo: 'us' } } });
`,
    reports: [],
  },
  {
    name: 'Portkey',
    code: `import { Portkey } from 'portkey-ai';
const portkey = new Portkey({ apiKey: process.env.KEY, provider: '@anthropic' });
export const ask = (messages) => portkey.chat.completions.create({ model: 'claude-opus-5', messages });
`,
    reports: ['3: geo cannotPin', '3: provider address'],
  },
  {
    name: 'Portkey, another vendor',
    code: `import Portkey from 'portkey-ai';
const claude = new Portkey({ apiKey: process.env.KEY });
export const ask = (messages) => claude.chat.completions.create({ model: 'gpt-5', messages });
`,
    reports: [],
  },
  {
    name: 'OpenCode',
    code: `import { createOpencode } from '@opencode-ai/sdk';
const { client } = await createOpencode();
export const ask = (id, parts) => client.session.prompt({ path: { id }, body: { model: { providerID: 'anthropic', modelID: 'claude-opus-5' }, parts } });
`,
    reports: ['3: geo cannotPin'],
  },
  {
    name: 'OpenCode, another vendor',
    code: `import { createOpencodeClient } from '@opencode-ai/sdk';
const claude = createOpencodeClient({ baseUrl: 'http://localhost:4096' });
export const ask = (id, parts) => claude.session.prompt({ path: { id }, body: { model: { providerID: 'openai', modelID: 'gpt-5' }, parts } });
`,
    reports: [],
  },
  {
    name: 'pi-ai',
    code: `import { complete, getModel } from '@mariozechner/pi-ai';
export const ask = (messages) => complete(getModel('anthropic', 'claude-opus-5'), { messages });
`,
    reports: ['2: geo cannotPin'],
  },
  {
    name: 'pi-ai, at OpenRouter',
    code: `import { complete, getModel } from '@mariozechner/pi-ai';
export const ask = (messages) => complete(getModel('openrouter', 'anthropic/claude-opus-5'), { messages });
`,
    reports: ['2: geo cannotPin', '2: provider address'],
  },
  {
    name: 'pi-ai, another vendor',
    code: `import { complete, getModel } from '@mariozechner/pi-ai';
export const claude = (messages) => complete(getModel('openai', 'gpt-5'), { messages });
`,
    reports: [],
  },
  {
    name: 'providers of the AI SDK around others',
    code: `import { experimental_createProviderRegistry, experimental_customProvider, generateText, wrapProvider } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const wrapped = wrapProvider({ provider: anthropic, languageModelMiddleware: [] });
const registry = experimental_createProviderRegistry({ anthropic });
const custom = experimental_customProvider({ languageModels: { fast: anthropic('claude-opus-5') } });
export const a = (prompt) => generateText({ model: wrapped.languageModel('claude-opus-5'), prompt });
export const b = (prompt) => generateText({ model: registry.languageModel('anthropic:claude-opus-5'), prompt });
export const c = (prompt) => generateText({ model: custom.languageModel('fast'), prompt });
`,
    reports: ['6: geo missing +', '7: geo missing +', '8: geo missing +'],
  },
  {
    name: 'subclasses',
    code: `import { ToolLoopAgent } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { ChatAnthropic } from '@langchain/anthropic';
export class Triage extends ToolLoopAgent {
  constructor() {
    super({ model: anthropic('claude-opus-5'), instructions: 'x' });
  }
}
class Chat extends ChatAnthropic {}
export const chat = new Chat({ model: 'claude-opus-5', inferenceGeo: 'us' });
`,
    reports: ['6: geo missing +'],
  },
  {
    name: 'a proxy over HTTP',
    code: `export const ask = (messages) => fetch('https://llm.example.org/v1/messages', { method: 'POST', headers: { authorization: token }, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) });
`,
    reports: ['1: geo missing +', '1: provider address'],
  },
  {
    name: 'a proxy over HTTP, pinned',
    code: `export const ask = (messages) => fetch('https://llm.example.org/v1/messages', { method: 'POST', headers: { authorization: token }, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages, inference_geo: 'us' }) });
`,
    reports: ['1: provider address'],
  },
  {
    name: 'a proxy over HTTP, another vendor',
    code: `export const claude = (messages) => fetch('https://llm.example.org/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'gpt-5', max_tokens: 8, messages }) });
`,
    reports: [],
  },
  {
    name: 'a messaging service with the same path',
    code: `export const notifyClaude = (messages) => fetch('https://sms.example.org/v1/messages', { method: 'POST', body: JSON.stringify({ to: '+15550100', messages }) });
`,
    reports: [],
  },
  {
    name: 'OpenRouter over HTTP',
    code: `export const ask = (messages) => fetch('https://openrouter.ai/api/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'anthropic/claude-opus-5', messages }) });
`,
    reports: ['1: geo cannotPin', '1: provider address'],
  },
  {
    name: 'OpenRouter over HTTP, another vendor',
    code: `export const claude = (messages) => fetch('https://openrouter.ai/api/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'openai/gpt-5', messages }) });
`,
    reports: [],
  },
  {
    name: 'LiteLLM over HTTP',
    code: `import axios from 'axios';
export const ask = (messages) => axios.post('https://litellm.example.org/chat/completions', { model: 'claude-opus-5', messages });
`,
    reports: ['2: geo cannotPin', '2: provider address'],
  },
  {
    name: 'Cloudflare’s gateway over HTTP',
    code: `export const ask = (messages) => fetch(\`https://gateway.ai.cloudflare.com/v1/\${account}/gw/anthropic/v1/messages\`, { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) });
`,
    reports: ['1: geo missing +', '1: provider address'],
  },
  {
    name: 'a Request object',
    code: `export const ask = (messages) => fetch(new Request('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) }));
`,
    reports: ['1: geo missing +'],
  },
  {
    name: 'a Request object, pinned',
    code: `export const ask = (messages) => fetch(new Request('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages, inference_geo: 'us' }) }));
`,
    reports: [],
  },
  {
    name: 'Anthropic’s offering on Google Cloud',
    code: `import { AnthropicGoogleCloud } from '@anthropic-ai/google-cloud-sdk';
const client = new AnthropicGoogleCloud({ baseURL: 'https://claude.googleapis.com/v1/projects/p/locations/global/workspaces/w/invoke' });
export const ask = (messages) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages });
`,
    reports: ['2: provider provider', '3: geo missing +'],
  },
  {
    name: 'Claude Code as a program',
    code: `import { execFileSync, execSync } from 'node:child_process';
export const a = (note) => execFileSync('claude', ['-p', note]);
export const b = (note) => execSync(\`claude -p "\${note}" --output-format json\`);
`,
    reports: ['2: geo cannotPin', '3: geo cannotPin'],
  },
  {
    name: 'Claude Code as a program of execa, zx and Bun',
    code: `import { $, execa } from 'execa';
export const a = (note) => execa('npx', ['-y', '@anthropic-ai/claude-code', '--print'], { input: note });
export const b = (note) => $\`claude -p \${note}\`;
export const c = (note) => Bun.spawn(['claude', '-p', note]);
export const d = (note) => Bun.$\`echo \${note} | claude -p\`.text();
`,
    reports: ['2: geo cannotPin', '3: geo cannotPin', '4: geo cannotPin', '5: geo cannotPin'],
  },
  {
    name: 'Claude Code as a program with a model',
    code: `import { execa } from 'execa';
export const a = (note) => execa('claude', ['-p', note, '--model', 'claude-sonnet-4-6']);
`,
    reports: ['2: geo cannotPin', '2: model notApproved'],
  },
  {
    name: 'Claude Code asked for other things',
    code: `import { execFileSync, execSync } from 'node:child_process';
execSync('claude --version');
execFileSync('claude', ['mcp', 'list']);
execSync('which claude');
execSync('git commit -m "claude -p"');
`,
    reports: [],
  },
  {
    name: 'switches of the environment',
    code: `import { query } from '@anthropic-ai/claude-agent-sdk';
process.env.CLAUDE_CODE_USE_MANTLE = '1';
process.env.ANTHROPIC_GOOGLE_CLOUD_BASE_URL = 'https://claude.googleapis.com/v1';
export const ask = (prompt) => query({ prompt, options: { env: { CLAUDE_CODE_USE_GATEWAY: '1', CLAUDE_CODE_USE_ANTHROPIC_AWS: '1', CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD: '1' } } });
`,
    reports: [
      '2: provider provider',
      '3: provider provider',
      '4: geo cannotPin',
      '4: provider address',
      '4: provider provider',
      '4: provider provider',
    ],
  },
];

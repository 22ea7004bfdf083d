/**
 * LangChain beyond `@langchain/anthropic`: models at clouds and gateways, and agents that take a model. Read from
 * `@langchain/aws` 1.4.5, `@langchain/community` 1.1.29, `@langchain/google-vertexai` 2.3.2, `@langchain/openai`,
 * `@langchain/langgraph` 1.7.3 and `deepagents` 1.14.1, on 2026-11-29.
 */
import { CLIENTS } from './clients.ts';
import { LANGCHAIN_PER_CALL } from './frameworks.ts';
import type { ClientOptions, Operation, Platform, Surface, SurfaceRow } from './types.ts';

/** A chat model of any vendor: `new Model({ model })`, `new Model(model, { … })`. */
const chatModel = (id: string, more: Partial<Operation> = {}): Operation => ({
  id: `new ${id}`,
  sdk: 'langchain',
  kind: 'inference',
  request: 0,
  requestMayFollow: true,
  model: 'model',
  modelAlso: ['modelName', 'modelId', '@0'],
  evidence: { kind: 'model', path: 'model' },
  perCall: LANGCHAIN_PER_CALL,
  ...more,
});

/** The class of such a model, and what it makes. */
const rowsOf = (
  name: string,
  operation: Operation,
  client: ClientOptions,
  platform: Platform | undefined,
): [string, SurfaceRow][] => [
  [`${name}.Class`, { ...(platform && { platform }), operation, new: `${name}.made`, makes: client }],
  [`${name}.made`, { ...(platform && { platform }), client }],
];

/** An agent that is given a model by name; one that is given a model value sends through that. */
const agent = (id: string, more: Partial<Operation> = {}): Operation => ({
  id,
  sdk: 'langchain',
  kind: 'inference',
  request: 0,
  model: 'model',
  geo: { kind: 'impossible' },
  evidence: { kind: 'model', path: 'model' },
  perCall: LANGCHAIN_PER_CALL,
  ...more,
});

export const LANGCHAIN: Surface = {
  modules: [
    {
      packages: ['@langchain/aws'],
      exports: {
        BedrockChat: 'langchain.bedrockChat.Class',
        ChatBedrockConverse: 'langchain.converse.Class',
      },
    },
    {
      packages: [
        '@langchain/community/chat_models/bedrock',
        '@langchain/community/chat_models/bedrock/web',
        'langchain/chat_models/bedrock',
      ],
      exports: { BedrockChat: 'langchain.bedrockChat.Class', ChatBedrock: 'langchain.bedrockChat.Class' },
    },
    {
      packages: ['@langchain/community/llms/bedrock', '@langchain/community/llms/bedrock/web'],
      exports: { Bedrock: 'langchain.bedrockChat.Class' },
    },
    {
      packages: ['@langchain/google-vertexai', '@langchain/google-vertexai-web'],
      exports: { ChatVertexAI: 'langchain.vertex.Class', VertexAI: 'langchain.vertex.Class' },
    },
    {
      packages: ['@langchain/openai'],
      exports: {
        ChatOpenAI: 'langchain.openai.Class',
        ChatOpenAICompletions: 'langchain.openai.Class',
        ChatOpenAIResponses: 'langchain.openai.Class',
      },
    },
    { packages: ['@langchain/openrouter'], exports: { ChatOpenRouter: 'langchain.openrouter.Class' } },
    {
      packages: ['@langchain/langgraph/prebuilt', '@langchain/langgraph'],
      exports: { createReactAgent: 'langchain.reactAgent' },
    },
    { packages: ['deepagents'], exports: { createDeepAgent: 'langchain.deepAgent' } },
  ],
  rows: Object.fromEntries<SurfaceRow>([
    ...rowsOf(
      'langchain.converse',
      // Its default is a Claude model.
      chatModel('ChatBedrockConverse', { claudeByDefault: true }),
      CLIENTS.langchainBedrock,
      'bedrock',
    ),
    ...rowsOf('langchain.bedrockChat', chatModel('BedrockChat'), CLIENTS.langchainBedrock, 'bedrock'),
    ...rowsOf('langchain.vertex', chatModel('ChatVertexAI'), CLIENTS.langchainVertex, 'vertex'),
    ...rowsOf(
      'langchain.openai',
      chatModel('ChatOpenAI', {
        sdk: 'openai',
        geo: { kind: 'impossible' },
        evidence: { kind: 'base-url', path: 'configuration.baseURL', in: 'request' },
        baseUrls: CLIENTS.langchainOpenai.baseUrls,
      }),
      CLIENTS.langchainOpenai,
      undefined,
    ),
    ...rowsOf(
      'langchain.openrouter',
      chatModel('ChatOpenRouter', { gateway: 'openrouter' }),
      CLIENTS.openrouter,
      'gateway',
    ),
    ['langchain.agent', {}],
    [
      'langchain.reactAgent',
      {
        operation: agent('createReactAgent', { model: 'llm', evidence: { kind: 'model', path: 'llm' } }),
        call: 'langchain.agent',
        carries: 'llm',
      },
    ],
    [
      'langchain.deepAgent',
      {
        // Its default is a Claude model.
        operation: agent('createDeepAgent', { claudeByDefault: true }),
        call: 'langchain.agent',
        carries: 'model',
      },
    ],
  ]),
};

/**
 * Vercel AI SDK v6 and v7 and its providers, read from `ai` 6.0.326 and 7.0.173,
 * `@ai-sdk/anthropic` 3.0.138 and 4.0.105, November 2026.
 */
import { CLIENTS } from './clients.ts';
import type { GeoField, Operation, Surface, SurfaceRow } from './types.ts';

const GEO: GeoField = {
  kind: 'field',
  path: 'providerOptions.anthropic.inferenceGeo',
  // Dropped without any message (seen on the wire), except the last, which types reject.
  misspelt: [
    'providerOptions.anthropic.inference_geo',
    'providerOptions.inferenceGeo',
    'inferenceGeo',
    'inference_geo',
  ],
};

const operation = (id: string, more: Partial<Operation> = {}): Operation => ({
  id,
  sdk: 'ai-sdk',
  kind: 'inference',
  request: 0,
  model: 'model',
  geo: GEO,
  evidence: { kind: 'model', path: 'model', options: 'providerOptions' },
  ...more,
});

const CALLS = [
  'experimental_decide',
  'experimental_evaluate',
  'experimental_extract',
  'experimental_streamLanguageModelCall',
  'experimental_streamTextLowMemory',
  'generateObject',
  'generateText',
  'streamObject',
  'streamText',
];

const AGENT: Operation = operation('new ToolLoopAgent', {
  perCall: { methods: { generate: 0, respond: 0, stream: 0 }, geo: GEO },
});

const START_BATCH: Operation = operation('experimental_startBatch', {
  kind: 'batch',
  model: 'requests[*].model',
  evidence: { kind: 'model', path: 'provider', options: 'requests[*].providerOptions' },
  geo: {
    kind: 'field',
    path: 'requests[*].providerOptions.anthropic.inferenceGeo',
    // Only `anthropicBeta` is read at the level of the whole batch (wire).
    misspelt: [
      'providerOptions.anthropic.inferenceGeo',
      'requests[*].providerOptions.anthropic.inference_geo',
    ],
  },
});

/** As earlier releases of v7 name it, with one model for all requests. */
const START_TEXT_BATCH: Operation = {
  ...START_BATCH,
  id: 'experimental_startTextBatch',
  model: 'model',
  evidence: { kind: 'model', path: 'model', options: 'requests[*].providerOptions' },
};

/** What a model itself is asked by, below the functions of `ai` (LanguageModelV2 and later). */
const ASKS_MODEL = Object.fromEntries(['doGenerate', 'doStream'].map((name) => [name, `ai.model.${name}`]));

/** A provider function: `provider('id')`, `provider.languageModel('id')`, …; also usable as a model source. */
const provider = (model: string, row: SurfaceRow): SurfaceRow => ({
  ...row,
  call: model,
  members: {
    chat: `${model}.factory`,
    chatModel: `${model}.factory`,
    decisionModel: `${model}.factory`,
    evaluationModel: `${model}.factory`,
    experimental_batch: 'ai.provider.batch',
    files: 'ai.provider.files',
    skills: 'ai.provider.skills',
    tools: 'ai.provider.tools',
    extractionModel: `${model}.factory`,
    languageModel: `${model}.factory`,
    messages: `${model}.factory`,
  },
});

/** A model of a provider: all that its row says, but that it is one. */
function modelOf({ platform, model, gateway, unpinnedBy }: SurfaceRow): SurfaceRow {
  return {
    members: ASKS_MODEL,
    ...(platform && { platform }),
    ...(model && { model }),
    ...(gateway !== undefined && { gateway }),
    ...(unpinnedBy && { unpinnedBy }),
  };
}

const providers: readonly (readonly [string, SurfaceRow])[] = [
  ['ai.anthropic', { platform: 'anthropic', model: 'claude', client: CLIENTS.aiSdk }],
  ['ai.bedrock', { platform: 'bedrock', model: 'by-id', client: CLIENTS.aiSdkBedrock }],
  ['ai.bedrockAnthropic', { platform: 'bedrock', model: 'claude', client: CLIENTS.aiSdkBedrockAnthropic }],
  ['ai.vertexAnthropic', { platform: 'vertex', model: 'claude', client: CLIENTS.aiSdkVertex }],
  ['ai.gateway', { platform: 'vercel-gateway', model: 'by-id', client: CLIENTS.gateway }],
  // @openrouter/ai-sdk-provider 3.1.0 and 2.10.0.
  [
    'ai.openrouter',
    { platform: 'gateway', gateway: 'openrouter', model: 'by-id', client: CLIENTS.openrouter },
  ],
  // ai-sdk-provider-claude-code 4.1.0 drives the Agent SDK.
  ['ai.claudeCode', { platform: 'anthropic', model: 'claude', unpinnedBy: 'agent-sdk' }],
  // Any server of OpenAI's shape; Claude's options do not reach it.
  ['ai.openai', { platform: 'openai-compatible', model: 'by-id', client: CLIENTS.aiSdkOpenai }],
  // `anthropic:claude-…` in a registry of the application's own providers, which are made with theirs.
  ['ai.registry', { platform: 'anthropic', model: 'by-id' }],
];

export const AI_SDK: Surface = {
  modules: [
    {
      packages: ['ai'],
      exports: {
        ...Object.fromEntries(CALLS.map((name) => [name, `ai.${name}`])),
        Agent: 'ai.AgentClass',
        Experimental_Agent: 'ai.AgentClass',
        ToolLoopAgent: 'ai.AgentClass',
        createAgentUIStream: 'ai.agentStream',
        createAgentUIStreamResponse: 'ai.agentStream',
        createGateway: 'ai.gateway.create',
        createProviderRegistry: 'ai.registry.create',
        customProvider: 'ai.registry.create',
        experimental_createProviderRegistry: 'ai.registry.create',
        experimental_customProvider: 'ai.registry.create',
        experimental_startBatch: 'ai.startBatch',
        experimental_startTextBatch: 'ai.startTextBatch',
        experimental_wrapLanguageModel: 'ai.wrap',
        gateway: 'ai.gateway.provider',
        pipeAgentUIStreamToResponse: 'ai.agentStream',
        wrapLanguageModel: 'ai.wrap',
        wrapProvider: 'ai.wrapProvider',
      },
    },
    { packages: ['@ai-sdk/rsc', 'ai/rsc'], exports: { streamUI: 'ai.streamUI' } },
    {
      packages: ['@ai-sdk/anthropic'],
      exports: {
        AnthropicProvider: 'ai.anthropic.provider',
        anthropic: 'ai.anthropic.provider',
        createAnthropic: 'ai.anthropic.create',
        forwardAnthropicContainerIdFromLastStep: 'ai.forwardContainer',
      },
    },
    {
      packages: ['@openrouter/ai-sdk-provider'],
      exports: { createOpenRouter: 'ai.openrouter.create', openrouter: 'ai.openrouter.provider' },
    },
    {
      packages: ['@ai-sdk/openai-compatible', '@ai-sdk/openai'],
      exports: { createOpenAI: 'ai.openai.create', createOpenAICompatible: 'ai.openai.create' },
    },
    {
      packages: ['ai-sdk-provider-claude-code'],
      exports: { claudeCode: 'ai.claudeCode.provider', createClaudeCode: 'ai.claudeCode.create' },
    },
    {
      packages: ['ai-gateway-provider'],
      exports: { createAiGateway: 'ai.cloudflare.create' },
    },
    {
      packages: ['ai-gateway-provider/providers/anthropic'],
      exports: { createAnthropic: 'ai.anthropic.create' },
    },
    {
      packages: ['@ai-sdk/gateway'],
      exports: {
        gateway: 'ai.gateway.provider',
        createGateway: 'ai.gateway.create',
        createGatewayProvider: 'ai.gateway.create',
      },
    },
    {
      packages: ['@ai-sdk/amazon-bedrock/anthropic'],
      exports: {
        amazonBedrockAnthropic: 'ai.bedrockAnthropic.provider',
        bedrockAnthropic: 'ai.bedrockAnthropic.provider',
        createAmazonBedrockAnthropic: 'ai.bedrockAnthropic.create',
        createBedrockAnthropic: 'ai.bedrockAnthropic.create',
      },
    },
    {
      packages: ['@ai-sdk/amazon-bedrock'],
      exports: {
        amazonBedrock: 'ai.bedrock.provider',
        bedrock: 'ai.bedrock.provider',
        createAmazonBedrock: 'ai.bedrock.create',
      },
    },
    {
      packages: ['@ai-sdk/google-vertex/anthropic', '@ai-sdk/google-vertex/anthropic/edge'],
      exports: {
        createGoogleVertexAnthropic: 'ai.vertexAnthropic.create',
        createVertexAnthropic: 'ai.vertexAnthropic.create',
        googleVertexAnthropic: 'ai.vertexAnthropic.provider',
        vertexAnthropic: 'ai.vertexAnthropic.provider',
      },
    },
  ],
  rows: {
    ...Object.fromEntries(CALLS.map((name) => [`ai.${name}`, { operation: operation(name) }])),
    'ai.agentStream': { carries: 'agent' },
    'ai.streamUI': { operation: operation('streamUI') },
    'ai.forwardContainer': { actsAs: 'container', byImport: true },
    'ai.provider.batch': { actsAs: 'messages.batches.create' },
    'ai.provider.files': { actsAs: 'files.create' },
    'ai.provider.skills': { actsAs: 'skills.create' },
    'ai.provider.tools': { anyMember: 'ai.provider.tool' },
    'ai.provider.tool': { toolFactory: true },
    'ai.AgentClass': { operation: AGENT },
    'ai.startBatch': { operation: START_BATCH },
    'ai.startTextBatch': { operation: START_TEXT_BATCH },
    // `aigateway(anthropic('…'))`
    'ai.cloudflare.create': { call: 'ai.cloudflare.provider' },
    'ai.cloudflare.provider': { call: 'ai.cloudflare.model' },
    'ai.cloudflare.model': { model: 'around', members: ASKS_MODEL },
    'ai.wrapProvider': { call: 'ai.wrappedProvider.provider' },
    'ai.wrappedProvider.provider': provider('ai.wrappedProvider.model', {}),
    'ai.wrappedProvider.model.factory': { call: 'ai.wrappedProvider.model' },
    'ai.wrappedProvider.model': { model: 'by-provider', members: ASKS_MODEL },
    'ai.wrap': { call: 'ai.wrapped' },
    'ai.wrapped': { model: 'wrapped', members: ASKS_MODEL },
    ...Object.fromEntries(
      Object.entries(ASKS_MODEL).map(([name, row]): [string, SurfaceRow] => [
        row,
        {
          operation: operation(name, {
            model: '@this',
            evidence: { kind: 'model', path: '@this', options: 'providerOptions' },
          }),
        },
      ]),
    ),
    ...Object.fromEntries(
      providers.flatMap(([name, row]): [string, SurfaceRow][] => [
        [`${name}.create`, { call: `${name}.provider`, ...(row.client && { makes: row.client }) }],
        [`${name}.provider`, provider(`${name}.model`, row)],
        [`${name}.model.factory`, { ...modelOf(row), call: `${name}.model` }],
        [`${name}.model`, modelOf(row)],
      ]),
    ),
  },
};

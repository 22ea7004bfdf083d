/**
 * LangChain, Mastra, Genkit, LlamaIndex, TanStack AI and Effect, read from their packages (versions in
 * the comments), November 2026.
 */
import { CLIENTS } from './clients.ts';
import { GENKIT_CALL_SLOTS, MASTRA_SLOTS } from './credentials.ts';
import type { GeoField, Operation, PerCall, Surface } from './types.ts';

// @langchain/anthropic 1.5.11, langchain 1.5.14. `invocationKwargs` wins over everything.
const LANGCHAIN_GEO: GeoField = {
  kind: 'field',
  path: 'inferenceGeo',
  also: ['invocationKwargs.inference_geo'],
  misspelt: [
    'inference_geo',
    'invocationKwargs.inferenceGeo',
    'modelKwargs.inference_geo',
    'clientOptions.inference_geo',
  ],
};

/** What calls on a chat model can pass, and on an agent that was given one. */
export const LANGCHAIN_PER_CALL: PerCall = {
  methods: { batch: 1, generate: 1, invoke: 1, stream: 1, streamEvents: 1 },
  binders: { bind: 0, bindTools: 1, withConfig: 0 },
  geo: { kind: 'field', path: 'inferenceGeo', misspelt: ['inference_geo'] },
};

const CHAT_ANTHROPIC: Operation = {
  id: 'new ChatAnthropic',
  sdk: 'langchain',
  kind: 'inference',
  request: 0,
  requestMayFollow: true,
  model: 'model',
  modelAlso: ['modelName', '@0'],
  geo: LANGCHAIN_GEO,
  perCall: LANGCHAIN_PER_CALL,
  baseUrls: CLIENTS.langchain.baseUrls,
  clientFactory: 'createClient',
};

// @mastra/core 1.71.0 and 0.24.9.
const MASTRA_CALL_GEO: GeoField = {
  kind: 'field',
  path: 'providerOptions.anthropic.inferenceGeo',
  misspelt: ['providerOptions.anthropic.inference_geo', 'inferenceGeo', 'inference_geo'],
};

const MASTRA_AGENT: Operation = {
  id: 'new Agent',
  sdk: 'mastra',
  kind: 'inference',
  request: 0,
  model: 'model',
  geo: {
    kind: 'field',
    path: 'defaultOptions.providerOptions.anthropic.inferenceGeo',
    also: [
      'model[*].providerOptions.anthropic.inferenceGeo',
      'defaultGenerateOptions.providerOptions.anthropic.inferenceGeo',
      'defaultStreamOptions.providerOptions.anthropic.inferenceGeo',
      'defaultVNextStreamOptions.providerOptions.anthropic.inferenceGeo',
      'defaultGenerateOptionsLegacy.providerOptions.anthropic.inferenceGeo',
      'defaultStreamOptionsLegacy.providerOptions.anthropic.inferenceGeo',
    ],
    // 0.24 has no `defaultOptions`; an agent of 1.x has an id.
    typed: { with: 'id' },
    misspelt: [
      'defaultOptions.providerOptions.anthropic.inference_geo',
      'providerOptions.anthropic.inferenceGeo',
      'inferenceGeo',
    ],
  },
  evidence: { kind: 'model', path: 'model', options: 'defaultOptions.providerOptions' },
  baseUrls: ['model.url'],
  perCall: {
    methods: {
      generate: 1,
      generateLegacy: 1,
      network: 1,
      resumeGenerate: 1,
      resumeStream: 1,
      stream: 1,
      streamLegacy: 1,
    },
    geo: MASTRA_CALL_GEO,
  },
};

// @genkit-ai/anthropic 0.3.0 passes `config` on untouched; genkitx-anthropic 0.30.0 drops what it does not know.
const GENKIT_GENERATE: Operation = {
  id: 'ai.generate',
  sdk: 'genkit',
  kind: 'inference',
  request: 0,
  model: 'model',
  geo: { kind: 'field', path: 'config.inference_geo', misspelt: ['config.inferenceGeo', 'inference_geo'] },
  evidence: { kind: 'model', path: 'model' },
};

// @llamaindex/anthropic 0.3.27.
const LLAMAINDEX: Operation = {
  id: 'new Anthropic',
  sdk: 'llamaindex',
  kind: 'inference',
  request: 0,
  model: 'model',
  geo: {
    kind: 'field',
    path: 'additionalChatOptions.inference_geo',
    misspelt: ['inference_geo', 'inferenceGeo', 'additionalChatOptions.inferenceGeo'],
    typed: 'refused',
  },
  perCall: {
    methods: { chat: 0 },
    geo: { kind: 'field', path: 'additionalChatOptions.inference_geo', misspelt: ['inference_geo'] },
  },
  baseUrls: CLIENTS.llamaindex.baseUrls,
};

// @llamaindex/aws 0.0.121.
const LLAMAINDEX_BEDROCK: Operation = {
  id: 'new Bedrock',
  sdk: 'llamaindex',
  kind: 'inference',
  request: 0,
  model: 'model',
};

// @tanstack/ai-anthropic 0.18.11 lets only listed options through.
const TANSTACK: Operation = {
  id: 'anthropicText',
  sdk: 'tanstack',
  kind: 'inference',
  request: 1,
  model: '@0',
  geo: { kind: 'impossible' },
  baseUrls: CLIENTS.tanstack.baseUrls,
  askedLater: true,
};

// @effect/ai-anthropic 0.27.0 forwards any key of `config`.
const EFFECT_MODEL: Operation = {
  id: 'AnthropicLanguageModel.model',
  sdk: 'effect',
  kind: 'inference',
  request: 1,
  model: '@0',
  geo: { kind: 'field', path: 'inference_geo', misspelt: ['inferenceGeo'] },
  askedLater: true,
};

const EFFECT_LAYER: Operation = {
  ...EFFECT_MODEL,
  id: 'AnthropicLanguageModel.layer',
  request: 0,
  model: 'model',
  geo: { kind: 'field', path: 'config.inference_geo', misspelt: ['inference_geo', 'config.inferenceGeo'] },
};

/** What asks the model that is provided around it (`@effect/ai` 0.33). */
const EFFECT_ASKS = Object.fromEntries(
  ['generateObject', 'generateText', 'streamText'].map((name) => [name, 'effect.ask']),
);

/** The same with models of any vendor, at a cloud. */
function ofAnyVendor(operation: Operation, path: string): Operation {
  const { askedLater, kind, model, request, sdk } = operation;
  const id = operation.id.replace('Anthropic', 'AmazonBedrock');
  return {
    id,
    kind,
    request,
    sdk,
    ...(askedLater && { askedLater }),
    ...(model !== undefined && { model }),
    evidence: { kind: 'model', path },
  };
}

export const FRAMEWORKS: Surface = {
  modules: [
    {
      packages: ['@langchain/anthropic', 'langchain/chat_models/anthropic'],
      exports: {
        ChatAnthropic: 'langchain.ChatAnthropic',
        ChatAnthropicMessages: 'langchain.ChatAnthropic',
        tools: 'langchain.tools',
      },
    },
    {
      packages: [
        'langchain',
        'langchain/chat_models/universal',
        'langchain/agents',
        '@langchain/classic',
        '@langchain/classic/chat_models/universal',
      ],
      exports: {
        anthropicPromptCachingMiddleware: 'langchain.promptCaching',
        createAgent: 'langchain.createAgent',
        initChatModel: 'langchain.initChatModel',
        providerStrategy: 'langchain.providerStrategy',
      },
    },
    { packages: ['@mastra/core', '@mastra/core/agent'], exports: { Agent: 'mastra.Agent' } },
    { packages: ['genkit', 'genkit/beta', '@genkit-ai/ai'], exports: { genkit: 'genkit.create' } },
    {
      packages: ['@genkit-ai/anthropic'],
      exports: { anthropic: 'genkit.plugin', cacheControl: 'genkit.cacheControl', default: 'genkit.plugin' },
    },
    {
      packages: ['@genkit-ai/vertexai/modelgarden'],
      exports: { vertexAIModelGarden: 'genkit.garden', vertexModelGarden: 'genkit.garden' },
      // claudeSonnet4 and the like are model references; those of other vendors do not bear the name.
      anyExport: 'genkit.gardenModel',
    },
    {
      packages: ['genkitx-anthropic'],
      exports: { anthropic: 'genkitx.plugin', default: 'genkitx.plugin' },
      // claude37Sonnet and the like are model references.
      anyExport: 'genkitx.model',
    },
    {
      packages: ['@llamaindex/anthropic', 'llamaindex'],
      exports: { Anthropic: 'llamaindex.Class', anthropic: 'llamaindex.Class' },
    },
    {
      packages: ['@llamaindex/aws', '@llamaindex/community'],
      exports: {
        BEDROCK_MODELS: 'llamaindex.bedrockModels',
        Bedrock: 'llamaindex.BedrockClass',
        INFERENCE_BEDROCK_MODELS: 'llamaindex.bedrockModels',
        bedrock: 'llamaindex.BedrockClass',
      },
    },
    {
      packages: ['@tanstack/ai-anthropic'],
      exports: {
        anthropicSummarize: 'tanstack.adapter',
        anthropicText: 'tanstack.adapter',
        createAnthropicChat: 'tanstack.keyed',
        createAnthropicChatWithClient: 'tanstack.injected',
        createAnthropicSummarize: 'tanstack.keyed',
      },
    },
    {
      packages: ['@tanstack/ai-anthropic/vertex'],
      exports: { anthropicVertexText: 'tanstack.vertex' },
    },
    { packages: ['@tanstack/ai'], exports: { chat: 'tanstack.chat', summarize: 'tanstack.chat' } },
    {
      packages: ['@tanstack/ai-anthropic/tools'],
      exports: {
        codeExecutionTool: 'tanstack.codeExecutionTool',
        memoryTool: 'tanstack.memoryTool',
        webFetchTool: 'tanstack.webFetchTool',
      },
    },
    {
      packages: ['@effect/ai-anthropic'],
      exports: {
        AnthropicClient: 'effect.clients',
        AnthropicLanguageModel: 'effect.models',
        AnthropicTool: 'effect.tools',
      },
    },
    { packages: ['@effect/ai', '@effect/ai/index'], exports: { LanguageModel: 'effect.service' } },
    { packages: ['@effect/ai/LanguageModel'], exports: EFFECT_ASKS },
    {
      packages: ['@effect/ai-amazon-bedrock'],
      exports: {
        AmazonBedrockClient: 'effect.bedrock.clients',
        AmazonBedrockLanguageModel: 'effect.bedrock.models',
      },
    },
    {
      packages: ['@effect/ai-amazon-bedrock/AmazonBedrockClient'],
      exports: {
        layer: 'effect.bedrock.makeClient',
        layerConfig: 'effect.bedrock.makeClient',
        make: 'effect.bedrock.makeClient',
      },
    },
    {
      packages: ['@effect/ai-amazon-bedrock/AmazonBedrockLanguageModel'],
      exports: {
        layer: 'effect.bedrock.layer',
        make: 'effect.bedrock.layer',
        model: 'effect.bedrock.model',
      },
    },
    {
      packages: ['@effect/ai-anthropic/AnthropicClient'],
      exports: {
        layer: 'effect.client.make',
        layerConfig: 'effect.client.make',
        make: 'effect.client.make',
      },
    },
    {
      packages: ['@effect/ai-anthropic/AnthropicLanguageModel'],
      exports: { layer: 'effect.layer', make: 'effect.layer', model: 'effect.model' },
    },
  ],
  rows: {
    'langchain.ChatAnthropic': {
      platform: 'anthropic',
      operation: CHAT_ANTHROPIC,
      new: 'langchain.model',
      makes: CLIENTS.langchain,
    },
    'langchain.model': { members: { withStructuredOutput: 'langchain.structured' } },
    'langchain.structured': {
      actsAs: 'output_config.format',
      actsWith: { argument: 1, path: 'method', is: 'jsonSchema' },
      call: 'langchain.model',
    },
    'langchain.providerStrategy': { platform: 'anthropic', actsAs: 'output_config.format' },
    // Not calls of a client, but the same as asking for the cache.
    'langchain.promptCaching': { platform: 'anthropic', actsAs: 'cache_control' },
    'genkit.cacheControl': { platform: 'anthropic', actsAs: 'cache_control' },
    'langchain.tools': { platform: 'anthropic', anyMember: 'langchain.tool' },
    'langchain.tool': { toolFactory: true },
    'effect.tools': { platform: 'anthropic', anyMember: 'effect.tool' },
    'effect.tool': { toolFactory: true },
    'langchain.initChatModel': {
      operation: {
        ...CHAT_ANTHROPIC,
        id: 'initChatModel',
        request: 1,
        requestMayFollow: false,
        model: '@0',
        modelAlso: [],
        evidence: { kind: 'model', path: '@0', options: 'modelProvider' },
      },
      call: 'langchain.model',
      makes: CLIENTS.langchainAny,
    },
    'langchain.createAgent': {
      operation: {
        id: 'createAgent',
        sdk: 'langchain',
        kind: 'inference',
        request: 0,
        model: 'model',
        geo: { kind: 'impossible' },
        evidence: { kind: 'model', path: 'model' },
        perCall: LANGCHAIN_PER_CALL,
      },
      call: 'langchain.agent',
      carries: 'model',
    },
    'mastra.Agent': { operation: MASTRA_AGENT, new: 'mastra.agent', credentials: MASTRA_SLOTS },
    'mastra.agent': {},
    'genkit.create': { call: 'genkit.instance' },
    'genkit.instance': {
      members: {
        chat: 'genkit.chat',
        definePrompt: 'genkit.generate',
        generate: 'genkit.generate',
        generateStream: 'genkit.generate',
      },
    },
    'genkit.chat': { operation: { ...GENKIT_GENERATE, id: 'ai.chat' }, credentials: GENKIT_CALL_SLOTS },
    'genkit.generate': { operation: GENKIT_GENERATE, credentials: GENKIT_CALL_SLOTS },
    'genkit.plugin': {
      platform: 'anthropic',
      members: { model: 'genkit.modelFactory' },
      makes: CLIENTS.genkit,
    },
    'genkit.modelFactory': { call: 'genkit.model' },
    'genkit.model': { platform: 'anthropic', model: 'claude' },
    'genkit.garden': {
      platform: 'vertex',
      members: { model: 'genkit.gardenFactory' },
      call: 'genkit.gardenPlugin',
      makes: CLIENTS.genkitGarden,
    },
    'genkit.gardenPlugin': { platform: 'vertex', client: CLIENTS.genkitGarden },
    'genkit.gardenFactory': { call: 'genkit.gardenById' },
    'genkit.gardenById': { platform: 'vertex', model: 'by-id' },
    'genkit.gardenModel': { platform: 'vertex', model: 'by-id' },
    'genkitx.plugin': { platform: 'anthropic', makes: CLIENTS.genkit },
    'genkitx.model': { platform: 'anthropic', model: 'claude', unpinnedBy: 'genkitx' },
    'llamaindex.Class': {
      platform: 'anthropic',
      operation: LLAMAINDEX,
      new: 'llamaindex.model',
      call: 'llamaindex.model',
      makes: CLIENTS.llamaindex,
    },
    'llamaindex.model': {},
    'llamaindex.bedrockModels': { anyMember: 'llamaindex.bedrockModel' },
    'llamaindex.bedrockModel': { platform: 'bedrock', model: 'by-id' },
    'llamaindex.BedrockClass': {
      platform: 'bedrock',
      operation: { ...LLAMAINDEX_BEDROCK, evidence: { kind: 'model', path: 'model' } },
      new: 'llamaindex.bedrock',
      call: 'llamaindex.bedrock',
      makes: CLIENTS.llamaindexBedrock,
    },
    'llamaindex.bedrock': { platform: 'bedrock', client: CLIENTS.llamaindexBedrock },
    'tanstack.codeExecutionTool': { platform: 'anthropic', actsAs: 'tools.code_execution' },
    'tanstack.memoryTool': { platform: 'anthropic', actsAs: 'tools.memory' },
    'tanstack.webFetchTool': { platform: 'anthropic', actsAs: 'tools.web_fetch' },
    'tanstack.adapter': {
      platform: 'anthropic',
      operation: TANSTACK,
      makes: CLIENTS.tanstack,
    },
    // The client is found by itself, and cannot pin either.
    'tanstack.injected': { platform: 'anthropic', operation: TANSTACK },
    'tanstack.vertex': {
      platform: 'vertex',
      operation: { ...TANSTACK, id: 'anthropicVertexText' },
      makes: CLIENTS.tanstackVertex,
      call: 'tanstack.vertexMade',
    },
    'tanstack.vertexMade': { platform: 'vertex', client: CLIENTS.tanstackVertex },
    'tanstack.chat': { carries: 'adapter' },
    'tanstack.keyed': {
      platform: 'anthropic',
      operation: { ...TANSTACK, request: 2 },
      makes: CLIENTS.tanstackKeyed,
    },
    'effect.service': { members: EFFECT_ASKS },
    'effect.ask': { carries: '@around' },
    'effect.clients': {
      members: { layer: 'effect.client.make', layerConfig: 'effect.client.make', make: 'effect.client.make' },
    },
    'effect.client.make': {
      platform: 'anthropic',
      call: 'effect.client',
      makes: CLIENTS.effect,
    },
    'effect.client': { platform: 'anthropic', client: CLIENTS.effect },
    'effect.models': { members: { layer: 'effect.layer', make: 'effect.layer', model: 'effect.model' } },
    'effect.model': { platform: 'anthropic', operation: EFFECT_MODEL },
    'effect.layer': { platform: 'anthropic', operation: EFFECT_LAYER },
    'effect.bedrock.clients': {
      members: {
        layer: 'effect.bedrock.makeClient',
        layerConfig: 'effect.bedrock.makeClient',
        make: 'effect.bedrock.makeClient',
      },
    },
    'effect.bedrock.makeClient': {
      platform: 'bedrock',
      call: 'effect.bedrock.client',
      makes: CLIENTS.effectBedrock,
    },
    'effect.bedrock.client': { platform: 'bedrock', client: CLIENTS.effectBedrock },
    'effect.bedrock.models': {
      members: {
        layer: 'effect.bedrock.layer',
        make: 'effect.bedrock.layer',
        model: 'effect.bedrock.model',
      },
    },
    'effect.bedrock.model': { platform: 'bedrock', operation: ofAnyVendor(EFFECT_MODEL, '@0') },
    'effect.bedrock.layer': { platform: 'bedrock', operation: ofAnyVendor(EFFECT_LAYER, 'model') },
  },
};

/** Methods of the client that Effect generates from the API's description, and the path each stands for. */
export const GENERATED_METHODS: readonly (readonly [name: RegExp, path: string])[] = [
  [/^(?:beta)?[mM]essageBatches[A-Z]/, 'messages.batches.create'],
  [/^(?:beta)?[a-zA-Z]*FileV1Files[A-Z]/, 'files.create'],
  [/^(?:beta)?[a-zA-Z]*SkillV1Skills[A-Z]/, 'skills.create'],
];

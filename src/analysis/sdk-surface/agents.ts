/**
 * Frameworks of agents and clients of gateways, read from `@openai/agents` 0.20.0 and `-extensions` 0.18.0,
 * `@strands-agents/sdk` 1.16.0, `@browserbasehq/stagehand` 3.7.3, `@inngest/ai` 0.1.8, `@inngest/agent-kit` 0.13.2,
 * `@copilotkit/runtime` 1.75.0, `@opencode-ai/sdk` 1.19.3, `@mariozechner/pi-ai` 0.73.1, `@openrouter/sdk` 1.3.19,
 * `@openrouter/agent` 0.8.0 and `portkey-ai` 3.1.0, on 2026-11-29.
 */
import { CLIENTS } from './clients.ts';
import { PI_AI_SLOTS, STAGEHAND_SLOTS } from './credentials.ts';
import type { GeoField, Operation, Sdk, Surface, SurfaceRow } from './types.ts';

/** A request of one of these SDKs that goes to Claude where its model is one. */
const served = (id: string, sdk: Sdk, more: Partial<Operation> = {}): Operation => ({
  id,
  sdk,
  kind: 'inference',
  request: 0,
  model: 'model',
  evidence: { kind: 'model', path: more.model ?? 'model' },
  ...more,
});

/** The same where it cannot say where it is processed. */
const request = (id: string, sdk: Sdk, more: Partial<Operation> = {}): Operation =>
  served(id, sdk, { geo: { kind: 'impossible' }, ...more });

const INFERENCE_GEO = 'inferenceGeo';

// `providerData` is spread into the call of the AI SDK's model.
const OPENAI_AGENTS_GEO: GeoField = {
  kind: 'field',
  path: `modelSettings.providerData.providerOptions.anthropic.${INFERENCE_GEO}`,
  misspelt: [
    'modelSettings.providerData.providerOptions.anthropic.inference_geo',
    'modelSettings.providerData.anthropic.inferenceGeo',
    'modelSettings.providerOptions.anthropic.inferenceGeo',
    'providerOptions.anthropic.inferenceGeo',
  ],
};

const openaiAgent = (id: string, more: Partial<Operation> = {}): Operation =>
  request(id, 'openai-agents', { geo: OPENAI_AGENTS_GEO, ...more });

// `params` and `defaultParameters` are assigned to the body of the request.
const STRANDS_GEO: GeoField = {
  kind: 'field',
  path: 'params.inference_geo',
  misspelt: ['inference_geo', 'inferenceGeo', 'params.inferenceGeo'],
};

const INNGEST_GEO: GeoField = {
  kind: 'field',
  path: 'defaultParameters.inference_geo',
  misspelt: ['inference_geo', 'inferenceGeo', 'defaultParameters.inferenceGeo'],
  typed: 'refused',
};

const COPILOTKIT_GEO: GeoField = {
  kind: 'field',
  path: 'providerOptions.anthropic.inferenceGeo',
  misspelt: ['providerOptions.anthropic.inference_geo', 'inferenceGeo'],
};

/** A model of Inngest: `anthropic({ model })`, and the same at `step.ai.models`. */
export const INNGEST_MODEL: Operation = {
  id: 'anthropic',
  sdk: 'inngest',
  kind: 'inference',
  request: 0,
  model: 'model',
  geo: INNGEST_GEO,
  baseUrls: CLIENTS.inngest.baseUrls,
  askedLater: true,
};

const openrouter = (id: string, more: Partial<Operation> = {}): Operation =>
  served(id, 'openrouter', { gateway: 'openrouter', ...more });

const portkey = (id: string): SurfaceRow => ({
  platform: 'gateway',
  operation: served(id, 'portkey', { gateway: 'portkey' }),
});

const piAi = (id: string): SurfaceRow => ({
  operation: request(id, 'pi-ai', { request: 1, model: '@0' }),
  credentials: PI_AI_SLOTS,
});

const opencode = (id: string): Operation =>
  request(id, 'opencode', { model: 'body.model', modelAlso: ['model'] });

export const AGENTS: Surface = {
  modules: [
    {
      packages: ['@openai/agents', '@openai/agents-core'],
      exports: {
        Agent: 'openai-agents.AgentClass',
        OpenAIChatCompletionsModel: 'openai-agents.ModelClass',
        OpenAIResponsesModel: 'openai-agents.ModelClass',
        Runner: 'openai-agents.RunnerClass',
        run: 'openai-agents.run',
      },
    },
    {
      packages: ['@openai/agents-openai'],
      exports: {
        OpenAIChatCompletionsModel: 'openai-agents.ModelClass',
        OpenAIResponsesModel: 'openai-agents.ModelClass',
      },
    },
    {
      packages: ['@openai/agents-extensions', '@openai/agents-extensions/ai-sdk'],
      exports: { aisdk: 'openai-agents.aisdk' },
    },
    {
      packages: ['@strands-agents/sdk'],
      exports: {
        Agent: 'strands.AgentClass',
        AnthropicModel: 'strands.AnthropicClass',
        BedrockModel: 'strands.BedrockClass',
      },
    },
    {
      packages: ['@strands-agents/sdk/models/bedrock', '@strands-agents/sdk/bedrock'],
      exports: { BedrockModel: 'strands.BedrockClass' },
    },
    {
      packages: ['@strands-agents/sdk/models/anthropic', '@strands-agents/sdk/anthropic'],
      exports: { AnthropicModel: 'strands.AnthropicClass' },
    },
    {
      packages: ['@browserbasehq/stagehand'],
      exports: { Stagehand: 'stagehand.Class', V3: 'stagehand.Class', default: 'stagehand.root' },
    },
    {
      packages: ['@inngest/ai', '@inngest/ai/models', '@inngest/agent-kit', 'inngest'],
      exports: { anthropic: 'inngest.model' },
    },
    {
      packages: ['@copilotkit/runtime', '@copilotkit/runtime/v2', '@copilotkitnext/agent'],
      exports: {
        AnthropicAdapter: 'copilotkit.AdapterClass',
        BasicAgent: 'copilotkit.AgentClass',
        BuiltInAgent: 'copilotkit.AgentClass',
      },
    },
    {
      packages: [
        '@opencode-ai/sdk',
        '@opencode-ai/sdk/client',
        '@opencode-ai/sdk/v2',
        '@opencode-ai/sdk/v2/client',
      ],
      exports: { createOpencode: 'opencode.both', createOpencodeClient: 'opencode.make' },
    },
    {
      packages: ['@mariozechner/pi-ai', '@earendil-works/pi-ai'],
      exports: {
        complete: 'pi-ai.complete',
        completeSimple: 'pi-ai.completeSimple',
        getModel: 'pi-ai.getModel',
        stream: 'pi-ai.stream',
        streamSimple: 'pi-ai.streamSimple',
      },
    },
    { packages: ['@openrouter/sdk'], exports: { OpenRouter: 'openrouter.Class' } },
    {
      packages: ['@openrouter/agent'],
      exports: { OpenRouter: 'openrouter.Class', callModel: 'openrouter.callModel' },
    },
    { packages: ['portkey-ai'], exports: { Portkey: 'portkey.Class', default: 'portkey.Class' } },
  ],
  rows: {
    'openai-agents.AgentClass': {
      operation: openaiAgent('new Agent'),
      new: 'openai-agents.agent',
      members: { create: 'openai-agents.createAgent' },
    },
    'openai-agents.createAgent': {
      operation: openaiAgent('Agent.create', { askedLater: true }),
      call: 'openai-agents.agent',
    },
    'openai-agents.RunnerClass': { operation: openaiAgent('new Runner'), new: 'openai-agents.runner' },
    'openai-agents.agent': {},
    'openai-agents.runner': { members: { run: 'openai-agents.run' } },
    'openai-agents.run': { carries: '@0' },
    'openai-agents.aisdk': { call: 'openai-agents.aisdkModel' },
    'openai-agents.aisdkModel': { model: 'around' },
    'openai-agents.ModelClass': { new: 'openai-agents.openaiModel' },
    'openai-agents.openaiModel': { platform: 'openai-compatible', model: 'by-id', idAt: 1 },
    'strands.BedrockClass': {
      platform: 'bedrock',
      // Its default is a Claude model.
      operation: served('new BedrockModel', 'strands', { model: 'modelId', claudeByDefault: true }),
      new: 'strands.bedrock',
      makes: CLIENTS.strandsBedrock,
    },
    'strands.bedrock': { platform: 'bedrock', client: CLIENTS.strandsBedrock },
    'strands.AnthropicClass': {
      platform: 'anthropic',
      operation: {
        id: 'new AnthropicModel',
        sdk: 'strands',
        kind: 'inference',
        request: 0,
        model: 'modelId',
        geo: STRANDS_GEO,
        baseUrls: CLIENTS.strandsAnthropic.baseUrls,
      },
      new: 'strands.anthropic',
      makes: CLIENTS.strandsAnthropic,
    },
    'strands.anthropic': {},
    'strands.AgentClass': {
      platform: 'bedrock',
      // A string is a model of Bedrock, and so is the default.
      operation: served('new Agent', 'strands', { claudeByDefault: true }),
      new: 'strands.agent',
      carries: 'model',
    },
    'strands.agent': {},
    'stagehand.root': { members: { Stagehand: 'stagehand.Class' } },
    'stagehand.Class': {
      operation: request('new Stagehand', 'stagehand', { modelAlso: ['modelName'] }),
      new: 'stagehand.instance',
      credentials: STAGEHAND_SLOTS,
    },
    'stagehand.instance': { members: { agent: 'stagehand.agent' } },
    'stagehand.agent': {
      operation: request('stagehand.agent', 'stagehand', { askedLater: true }),
      call: 'stagehand.made',
    },
    'stagehand.made': {},
    'inngest.model': {
      platform: 'anthropic',
      operation: INNGEST_MODEL,
      makes: CLIENTS.inngest,
      call: 'inngest.made',
    },
    'inngest.made': {},
    'copilotkit.AdapterClass': {
      platform: 'anthropic',
      operation: {
        id: 'new AnthropicAdapter',
        sdk: 'copilotkit',
        kind: 'inference',
        request: 0,
        model: 'model',
        geo: { kind: 'impossible' },
      },
    },
    'copilotkit.AgentClass': {
      operation: request('new BuiltInAgent', 'copilotkit', { geo: COPILOTKIT_GEO }),
      new: 'copilotkit.agent',
    },
    'copilotkit.agent': {},
    'opencode.both': { call: 'opencode.holder' },
    'opencode.holder': { members: { client: 'opencode.client' } },
    'opencode.make': { call: 'opencode.client' },
    'opencode.client': { members: { session: 'opencode.session' } },
    'opencode.session': {
      members: {
        command: 'opencode.command',
        prompt: 'opencode.prompt',
        promptAsync: 'opencode.promptAsync',
      },
    },
    'opencode.command': { operation: opencode('session.command') },
    'opencode.prompt': { operation: opencode('session.prompt') },
    'opencode.promptAsync': { operation: opencode('session.promptAsync') },
    'pi-ai.getModel': { call: 'pi-ai.model' },
    'pi-ai.model': { model: 'by-id', idAt: 1 },
    'pi-ai.complete': piAi('complete'),
    'pi-ai.completeSimple': piAi('completeSimple'),
    'pi-ai.stream': piAi('stream'),
    'pi-ai.streamSimple': piAi('streamSimple'),
    'openrouter.Class': { platform: 'gateway', new: 'openrouter.sdk', makes: CLIENTS.openrouterSdk },
    'openrouter.sdk': {
      platform: 'gateway',
      client: CLIENTS.openrouterSdk,
      members: {
        beta: 'openrouter.sdk',
        callModel: 'openrouter.method',
        chat: 'openrouter.chat',
        responses: 'openrouter.responses',
      },
    },
    'openrouter.chat': { members: { send: 'openrouter.send' } },
    'openrouter.responses': { members: { send: 'openrouter.respond' } },
    'openrouter.send': {
      operation: openrouter('chat.send', { model: 'chatRequest.model', modelAlso: ['model'] }),
    },
    'openrouter.respond': {
      operation: openrouter('responses.send', { model: 'responsesRequest.model', modelAlso: ['model'] }),
    },
    'openrouter.method': { operation: openrouter('callModel') },
    'openrouter.callModel': { platform: 'gateway', operation: openrouter('callModel', { request: 1 }) },
    'portkey.Class': { platform: 'gateway', new: 'portkey.sdk', makes: CLIENTS.portkey },
    'portkey.sdk': {
      platform: 'gateway',
      client: CLIENTS.portkey,
      members: {
        beta: 'portkey.sdk',
        chat: 'portkey.chat',
        messages: 'portkey.messages',
        responses: 'portkey.responses',
      },
    },
    'portkey.chat': { members: { completions: 'portkey.completions' } },
    'portkey.completions': { members: { create: 'portkey.complete', stream: 'portkey.complete' } },
    'portkey.messages': { members: { create: 'portkey.message' } },
    'portkey.responses': { members: { create: 'portkey.respond' } },
    'portkey.complete': portkey('chat.completions.create'),
    'portkey.message': portkey('messages.create'),
    'portkey.respond': portkey('responses.create'),
  },
};

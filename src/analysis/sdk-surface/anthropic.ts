/**
 * `@anthropic-ai/sdk` 1.12 and its sibling packages, read from their published types and sources,
 * November 2026. 0.x names that differ are listed too.
 */
import { CLIENTS, keyed } from './clients.ts';
import { AGENT_SDK_SLOTS, HELD } from './credentials.ts';
import type { GeoField, Operation, Surface, SurfaceRow } from './types.ts';

const MESSAGE_GEO: GeoField = {
  kind: 'field',
  path: 'inference_geo',
  misspelt: ['inferenceGeo', 'metadata.inference_geo'],
};

const BATCH_GEO: GeoField = {
  kind: 'field',
  path: 'requests[*].params.inference_geo',
  misspelt: ['inference_geo', 'requests[*].inference_geo', 'requests[*].params.inferenceGeo'],
};

function inference(id: string, more: Partial<Operation> = {}): Operation {
  return {
    id,
    sdk: 'anthropic-sdk',
    kind: 'inference',
    request: 0,
    model: 'model',
    geo: MESSAGE_GEO,
    bodyOverride: true,
    ...more,
  };
}

const AGENT_GEO: GeoField = {
  kind: 'field',
  path: 'model.inference_geo',
  misspelt: ['inference_geo', 'model.inferenceGeo'],
};

/** The requests of the Messages API, as methods and over HTTP. */
export const OPERATIONS = {
  create: inference('messages.create'),
  stream: inference('messages.stream'),
  parse: inference('messages.parse'),
  countTokens: {
    id: 'messages.countTokens',
    sdk: 'anthropic-sdk',
    kind: 'count',
    request: 0,
    model: 'model',
  },
  batchesCreate: {
    id: 'messages.batches.create',
    sdk: 'anthropic-sdk',
    kind: 'batch',
    request: 0,
    model: 'requests[*].params.model',
    geo: BATCH_GEO,
    bodyOverride: true,
  },
  betaCreate: inference('beta.messages.create'),
  betaStream: inference('beta.messages.stream'),
  betaParse: inference('beta.messages.parse'),
  // Since 1.2.0 the tool runner keeps the conversation in a server thread by itself.
  toolRunner: inference('beta.messages.toolRunner', { impliedField: 'thread' }),
  newToolRunner: inference('new BetaToolRunner', { request: 1, bodyOverride: false, impliedField: 'thread' }),
  thread: inference('beta.messages.thread', {
    bodyOverride: false,
    perCall: {
      methods: { parse: 1, send: 1, stream: 1, toolRunner: 1, update: 0 },
      geo: MESSAGE_GEO,
    },
  }),
  completions: {
    id: 'completions.create',
    sdk: 'anthropic-sdk',
    kind: 'inference',
    request: 0,
    model: 'model',
    geo: { kind: 'impossible' },
  },
  agentsCreate: {
    id: 'beta.agents.create',
    sdk: 'anthropic-sdk',
    kind: 'agent',
    request: 0,
    model: 'model.id',
    geo: AGENT_GEO,
  },
  agentsUpdate: {
    id: 'beta.agents.update',
    sdk: 'anthropic-sdk',
    kind: 'agent',
    request: 1,
    model: 'model.id',
    geo: { ...AGENT_GEO, onlyWith: 'model' },
  },
  sessionsCreate: {
    id: 'beta.sessions.create',
    sdk: 'anthropic-sdk',
    kind: 'agent',
    request: 0,
    model: 'agent.model.id',
    madeBefore: 'agent',
    geo: {
      kind: 'field',
      path: 'agent.model.inference_geo',
      misspelt: ['inference_geo', 'agent.inference_geo', 'agent.model.inferenceGeo'],
      onlyWith: 'agent.model',
    },
  },
  dreamsCreate: {
    id: 'beta.dreams.create',
    sdk: 'anthropic-sdk',
    kind: 'agent',
    request: 0,
    model: 'model.id',
    geo: { kind: 'impossible' },
  },
} as const satisfies Record<string, Operation>;

/** Claude Code as a program. What it sends is the Agent SDK's; nothing on its command line says where. */
export const CLAUDE_COMMAND: Operation = {
  id: 'claude -p',
  sdk: 'claude-code',
  kind: 'inference',
  request: 0,
  geo: { kind: 'impossible' },
};

const platforms = ['anthropic', 'anthropic-aws', 'bedrock', 'vertex', 'foundry', 'google-cloud'] as const;

const client = (platform: (typeof platforms)[number]): SurfaceRow => ({
  platform,
  holds: HELD,
  client: CLIENTS[platform],
  anyMember: 'anthropic.resource',
  members: {
    beta: 'anthropic.beta',
    completions: 'anthropic.completions',
    messages: 'anthropic.messages',
    post: 'anthropic.post',
    request: 'anthropic.request',
    withOptions: `${platform}.clone`,
  },
});

const clients = Object.fromEntries<SurfaceRow>(
  platforms.flatMap((platform): [string, SurfaceRow][] => [
    // In CommonJS the class is also called without `new`.
    [
      `${platform}.Class`,
      {
        new: `${platform}.client`,
        call: `${platform}.client`,
        makes: CLIENTS[platform],
        members: {
          default: `${platform}.Class`,
          Anthropic: `${platform}.Class`,
          Messages: 'anthropic.MessagesClass',
        },
      },
    ],
    [`${platform}.client`, client(platform)],
    // A clone and a team's own client have a key already.
    [`${platform}.clone`, { call: `${platform}.client`, makes: keyed(CLIENTS[platform]) }],
    // A team's own module, declared in settings: a client, a factory for one, or a class of one.
    [
      `${platform}.declared`,
      {
        ...client(platform),
        client: keyed(CLIENTS[platform]),
        new: `${platform}.client`,
        call: `${platform}.client`,
        makes: keyed(CLIENTS[platform]),
      },
    ],
  ]),
);

export const ANTHROPIC: Surface = {
  modules: [
    {
      packages: ['@anthropic-ai/sdk'],
      exports: {
        default: 'anthropic.Class',
        Anthropic: 'anthropic.Class',
        BaseAnthropic: 'anthropic.Class',
        BetaToolRunner: 'anthropic.ToolRunnerClass',
        Messages: 'anthropic.MessagesClass',
      },
    },
    {
      packages: ['@anthropic-ai/bedrock-sdk'],
      exports: {
        default: 'bedrock.Class',
        AnthropicBedrock: 'bedrock.Class',
        AnthropicBedrockMantle: 'bedrock.Class',
        BaseAnthropic: 'bedrock.Class',
      },
    },
    {
      packages: ['@anthropic-ai/vertex-sdk'],
      exports: { default: 'vertex.Class', AnthropicVertex: 'vertex.Class', BaseAnthropic: 'vertex.Class' },
    },
    {
      packages: ['@anthropic-ai/foundry-sdk'],
      exports: {
        default: 'foundry.Class',
        AnthropicFoundry: 'foundry.Class',
        BaseAnthropic: 'foundry.Class',
      },
    },
    {
      packages: ['@anthropic-ai/aws-sdk'],
      exports: {
        default: 'anthropic-aws.Class',
        AnthropicAws: 'anthropic-aws.Class',
        BaseAnthropic: 'anthropic-aws.Class',
      },
    },
    {
      packages: ['@anthropic-ai/google-cloud-sdk'],
      exports: {
        default: 'google-cloud.Class',
        AnthropicGoogleCloud: 'google-cloud.Class',
        BaseAnthropic: 'google-cloud.Class',
      },
    },
    {
      packages: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
      exports: { query: 'agent-sdk.query', startup: 'agent-sdk.startup', prewarm: 'agent-sdk.startup' },
    },
  ],
  rows: {
    ...clients,
    'anthropic.resource': { resource: true, anyMember: 'anthropic.resource' },
    'anthropic.messages': {
      members: {
        batches: 'anthropic.batches',
        countTokens: 'anthropic.countTokens',
        create: 'anthropic.create',
        parse: 'anthropic.parse',
        stream: 'anthropic.stream',
      },
    },
    'anthropic.MessagesClass': { new: 'anthropic.messages' },
    'anthropic.batches': { anyMember: 'anthropic.resource', members: { create: 'anthropic.batchesCreate' } },
    'anthropic.beta': {
      anyMember: 'anthropic.resource',
      members: {
        agents: 'anthropic.agents',
        dreams: 'anthropic.dreams',
        messages: 'anthropic.betaMessages',
        // 0.x kept betas apart.
        promptCaching: 'anthropic.betaHolder',
        tools: 'anthropic.betaHolder',
        sessions: 'anthropic.sessions',
      },
    },
    'anthropic.betaHolder': { members: { messages: 'anthropic.betaMessages' } },
    'anthropic.betaMessages': {
      members: {
        batches: 'anthropic.batches',
        countTokens: 'anthropic.countTokens',
        create: 'anthropic.betaCreate',
        parse: 'anthropic.betaParse',
        stream: 'anthropic.betaStream',
        thread: 'anthropic.threadMethod',
        toolRunner: 'anthropic.toolRunner',
      },
    },
    'anthropic.agents': {
      anyMember: 'anthropic.resource',
      members: { create: 'anthropic.agentsCreate', update: 'anthropic.agentsUpdate' },
    },
    'anthropic.sessions': {
      anyMember: 'anthropic.resource',
      members: { create: 'anthropic.sessionsCreate' },
    },
    'anthropic.dreams': { anyMember: 'anthropic.resource', members: { create: 'anthropic.dreamsCreate' } },
    'anthropic.completions': {
      anyMember: 'anthropic.resource',
      members: { create: 'anthropic.completionsCreate' },
    },
    // Requests by path: what they are depends on their first argument (http/calls.ts).
    'anthropic.post': {},
    'anthropic.request': {},
    'anthropic.create': { operation: OPERATIONS.create },
    'anthropic.stream': { operation: OPERATIONS.stream },
    'anthropic.parse': { operation: OPERATIONS.parse },
    'anthropic.countTokens': { operation: OPERATIONS.countTokens },
    'anthropic.batchesCreate': { operation: OPERATIONS.batchesCreate },
    'anthropic.betaCreate': { operation: OPERATIONS.betaCreate },
    'anthropic.betaStream': { operation: OPERATIONS.betaStream },
    'anthropic.betaParse': { operation: OPERATIONS.betaParse },
    'anthropic.toolRunner': { operation: OPERATIONS.toolRunner },
    'anthropic.threadMethod': { operation: OPERATIONS.thread, call: 'anthropic.thread' },
    'anthropic.thread': {},
    'anthropic.completionsCreate': { operation: OPERATIONS.completions },
    'anthropic.agentsCreate': { operation: OPERATIONS.agentsCreate },
    'anthropic.agentsUpdate': { operation: OPERATIONS.agentsUpdate },
    'anthropic.sessionsCreate': { operation: OPERATIONS.sessionsCreate },
    'anthropic.dreamsCreate': { operation: OPERATIONS.dreamsCreate },
    'anthropic.ToolRunnerClass': { operation: OPERATIONS.newToolRunner },
    'agent-sdk.query': {
      platform: 'anthropic',
      credentials: AGENT_SDK_SLOTS,
      operation: {
        id: 'query',
        sdk: 'agent-sdk',
        kind: 'inference',
        request: 0,
        model: 'options.model',
        geo: { kind: 'impossible' },
      },
    },
    'agent-sdk.startup': {
      platform: 'anthropic',
      credentials: AGENT_SDK_SLOTS,
      operation: {
        id: 'startup',
        sdk: 'agent-sdk',
        kind: 'inference',
        request: 0,
        model: 'options.model',
        geo: { kind: 'impossible' },
      },
    },
  },
};

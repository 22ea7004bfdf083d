/**
 * Commands of AWS SDKs and the OpenAI client, read from `@aws-sdk/client-bedrock-runtime`, `-agent-runtime` and
 * `client-bedrock` 3.1164, `aws-sdk` 2 and `openai` 7.59, on 2026-11-29.
 */
import { CLIENTS } from './clients.ts';
import type { Operation, Surface } from './types.ts';

const command = (id: string): Operation => ({
  id,
  sdk: 'bedrock-runtime',
  kind: 'inference',
  request: 0,
  model: 'modelId',
  evidence: { kind: 'model', path: 'modelId', mark: { in: 'body', field: 'anthropic_version' } },
});

const COMMANDS = [
  'ConverseCommand',
  'ConverseStreamCommand',
  'InvokeModelCommand',
  'InvokeModelWithBidirectionalStreamCommand',
  'InvokeModelWithResponseStreamCommand',
  'StartAsyncInvokeCommand',
];

/** A command that tells its model elsewhere, or does something else with it. */
const other = (id: string, model: string, more: Partial<Operation> = {}): Operation => ({
  id,
  sdk: 'bedrock-runtime',
  kind: 'inference',
  request: 0,
  model,
  evidence: { kind: 'model', path: model },
  ...more,
});

/** `RetrieveAndGenerate` asks a knowledge base, or documents that it is handed. */
const RETRIEVE: Partial<Operation> = {
  modelAlso: ['retrieveAndGenerateConfiguration.externalSourcesConfiguration.modelArn'],
};
const KNOWLEDGE_MODEL = 'retrieveAndGenerateConfiguration.knowledgeBaseConfiguration.modelArn';

/** Further commands by module, as classes; as methods their names begin in lower case. */
const FURTHER: Readonly<Record<string, readonly (readonly [name: string, operation: Operation])[]>> = {
  '@aws-sdk/client-bedrock-runtime': [['CountTokens', other('CountTokens', 'modelId', { kind: 'count' })]],
  '@aws-sdk/client-bedrock': [
    ['CreateModelInvocationJob', other('CreateModelInvocationJob', 'modelId', { kind: 'batch' })],
  ],
  '@aws-sdk/client-bedrock-agent-runtime': [
    ['RetrieveAndGenerate', other('RetrieveAndGenerate', KNOWLEDGE_MODEL, RETRIEVE)],
    ['RetrieveAndGenerateStream', other('RetrieveAndGenerateStream', KNOWLEDGE_MODEL, RETRIEVE)],
    ['InvokeInlineAgent', other('InvokeInlineAgent', 'foundationModel')],
    ['OptimizePrompt', other('OptimizePrompt', 'targetModelId')],
  ],
};
const ALL_FURTHER = Object.values(FURTHER).flat();

const methodName = (command: string): string => command.charAt(0).toLowerCase() + command.slice(1);

const METHODS = COMMANDS.map((name) => methodName(name.replace(/Command$/, '')));

/** The classes of SDK v2, as members of its root. */
const AWS2 = {
  Bedrock: 'aws.RuntimeClass',
  BedrockAgentRuntime: 'aws.RuntimeClass',
  BedrockRuntime: 'aws.RuntimeClass',
};

const completion = (id: string): Operation => ({
  id,
  sdk: 'openai',
  kind: 'inference',
  request: 0,
  model: 'model',
  // The vendor's residency page: the OpenAI-compatible endpoint does not take the field (2026-09).
  geo: { kind: 'impossible' },
  evidence: { kind: 'base-url', path: 'baseURL' },
});

export const CLOUD: Surface = {
  modules: [
    {
      packages: ['@aws-sdk/client-bedrock-runtime'],
      exports: {
        ...Object.fromEntries(COMMANDS.map((name) => [name, `aws.${name}`])),
        BedrockRuntime: 'aws.RuntimeClass',
        BedrockRuntimeClient: 'aws.ClientClass',
        CountTokensCommand: 'aws.CountTokensCommand',
      },
    },
    {
      packages: ['@aws-sdk/client-bedrock'],
      exports: {
        Bedrock: 'aws.RuntimeClass',
        BedrockClient: 'aws.ClientClass',
        CreateModelInvocationJobCommand: 'aws.CreateModelInvocationJobCommand',
      },
    },
    {
      packages: ['@aws-sdk/client-bedrock-agent-runtime'],
      exports: {
        BedrockAgentRuntime: 'aws.RuntimeClass',
        BedrockAgentRuntimeClient: 'aws.ClientClass',
        ...Object.fromEntries(
          (FURTHER['@aws-sdk/client-bedrock-agent-runtime'] ?? []).map(([name]) => [
            `${name}Command`,
            `aws.${name}Command`,
          ]),
        ),
      },
    },
    // SDK v2.
    { packages: ['aws-sdk'], exports: { default: 'aws2.root', ...AWS2 } },
    { packages: ['aws-sdk/clients/all'], exports: { default: 'aws2.root', ...AWS2 } },
    { packages: ['aws-sdk/clients/bedrockruntime'], exports: { default: 'aws.RuntimeClass' } },
    { packages: ['aws-sdk/clients/bedrockagentruntime'], exports: { default: 'aws.RuntimeClass' } },
    { packages: ['aws-sdk/clients/bedrock'], exports: { default: 'aws.RuntimeClass' } },
    {
      packages: ['openai'],
      exports: {
        AzureOpenAI: 'openai.Class',
        default: 'openai.Class',
        OpenAI: 'openai.Class',
      },
    },
  ],
  rows: {
    ...Object.fromEntries(
      COMMANDS.map((name) => [`aws.${name}`, { platform: 'bedrock', operation: command(`new ${name}`) }]),
    ),
    ...Object.fromEntries(
      ALL_FURTHER.flatMap(([name, operation]) => [
        [
          `aws.${name}Command`,
          { platform: 'bedrock', operation: { ...operation, id: `new ${name}Command` } },
        ],
        [`aws.runtime.${methodName(name)}`, { operation: { ...operation, id: methodName(name) } }],
      ]),
    ),
    'aws2.root': { members: AWS2 },
    'aws.RuntimeClass': {
      platform: 'bedrock',
      new: 'aws.runtime',
      makes: CLIENTS.bedrockRuntime,
    },
    // Sends commands, which are found by themselves.
    'aws.ClientClass': {
      platform: 'bedrock',
      new: 'aws.client',
      makes: CLIENTS.bedrockRuntime,
    },
    'aws.client': { platform: 'bedrock', client: CLIENTS.bedrockRuntime },
    'aws.runtime': {
      platform: 'bedrock',
      client: CLIENTS.bedrockRuntime,
      members: Object.fromEntries(
        [...METHODS, ...ALL_FURTHER.map(([name]) => methodName(name))].map((name) => [
          name,
          `aws.runtime.${name}`,
        ]),
      ),
    },
    ...Object.fromEntries(METHODS.map((name) => [`aws.runtime.${name}`, { operation: command(name) }])),
    'openai.Class': {
      new: 'openai.client',
      call: 'openai.client',
      makes: CLIENTS.openai,
    },
    'openai.client': {
      platform: 'openai-compatible',
      client: CLIENTS.openai,
      members: {
        beta: 'openai.client',
        chat: 'openai.chat',
        responses: 'openai.responses',
        withOptions: 'openai.clone',
      },
    },
    'openai.clone': { call: 'openai.client', makes: CLIENTS.openai },
    'openai.chat': { members: { completions: 'openai.completions' } },
    'openai.completions': {
      members: {
        create: 'openai.create',
        parse: 'openai.parse',
        runTools: 'openai.runTools',
        stream: 'openai.stream',
      },
    },
    'openai.create': { operation: completion('chat.completions.create') },
    'openai.parse': { operation: completion('chat.completions.parse') },
    'openai.runTools': { operation: completion('chat.completions.runTools') },
    'openai.stream': { operation: completion('chat.completions.stream') },
    'openai.responses': {
      members: {
        create: 'openai.responses.create',
        parse: 'openai.responses.parse',
        stream: 'openai.responses.stream',
      },
    },
    'openai.responses.create': { operation: completion('responses.create') },
    'openai.responses.parse': { operation: completion('responses.parse') },
    'openai.responses.stream': { operation: completion('responses.stream') },
  },
};

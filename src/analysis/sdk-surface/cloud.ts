/**
 * AWS Bedrock runtime commands and the OpenAI client, read from `@aws-sdk/client-bedrock-runtime` 3.1163
 * and `openai` 7.57 / 6.49, November 2026.
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
  'InvokeModelWithResponseStreamCommand',
];
const METHODS = ['converse', 'converseStream', 'invokeModel', 'invokeModelWithResponseStream'];

const completion = (id: string): Operation => ({
  id: `chat.completions.${id}`,
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
      },
    },
    { packages: ['openai'], exports: { default: 'openai.Class', OpenAI: 'openai.Class' } },
  ],
  rows: {
    ...Object.fromEntries(
      COMMANDS.map((name) => [`aws.${name}`, { platform: 'bedrock', operation: command(`new ${name}`) }]),
    ),
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
      members: Object.fromEntries(METHODS.map((name) => [name, `aws.runtime.${name}`])),
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
      members: { beta: 'openai.client', chat: 'openai.chat', withOptions: 'openai.clone' },
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
    'openai.create': { operation: completion('create') },
    'openai.parse': { operation: completion('parse') },
    'openai.runTools': { operation: completion('runTools') },
    'openai.stream': { operation: completion('stream') },
  },
};

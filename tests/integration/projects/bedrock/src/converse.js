import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';

const MODEL = 'us.anthropic.claude-sonnet-4-6-v1:0';
const client = new BedrockRuntimeClient({ region: 'us-east-1' });

export const converse = (text) =>
  client.send(new ConverseCommand({ modelId: MODEL, messages: [{ role: 'user', content: [{ text }] }] }));

export const invoke = (content) =>
  client.send(
    new InvokeModelCommand({
      modelId: MODEL,
      body: JSON.stringify({
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 512,
        messages: [{ role: 'user', content }],
      }),
    }),
  );

import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';

const client = new AnthropicBedrock({ awsRegion: 'us-east-1' });

export const summarize = (notes) =>
  client.messages.create({
    model: 'us.anthropic.claude-sonnet-4-6-v1:0',
    max_tokens: 1024,
    messages: [{ role: 'user', content: notes }],
  });

import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';

const client = new AnthropicVertex({ region: 'us-east5', projectId: 'acme-health' });

export const stream = (notes) =>
  client.messages.stream({
    model: 'claude-sonnet-4-6@20260101',
    max_tokens: 1024,
    messages: [{ role: 'user', content: notes }],
  });

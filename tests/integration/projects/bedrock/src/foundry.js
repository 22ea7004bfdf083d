import AnthropicFoundry from '@anthropic-ai/foundry-sdk';

const client = new AnthropicFoundry({ resource: 'acme-health' });

export const summarize = async (notes) =>
  client.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 1024,
    messages: [{ role: 'user', content: notes }],
  });

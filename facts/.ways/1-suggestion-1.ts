declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const batch = client.messages.batches.create({
  requests: [{ custom_id: 'a', params: { model: 'claude-opus-5', max_tokens: 1024, messages, inference_geo: 'us' } }],
});

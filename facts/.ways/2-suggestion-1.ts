declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const runner = client.beta.messages.toolRunner({ model: 'claude-opus-5', max_tokens: 1024, messages, tools: [], thread: false, inference_geo: 'us' });

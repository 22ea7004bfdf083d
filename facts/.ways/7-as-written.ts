declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
const client = new AnthropicFoundry({ resource: 'r' });
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });

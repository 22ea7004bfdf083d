declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
const client = new AnthropicVertex({ region: 'us-east5', projectId: 'p' });
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });

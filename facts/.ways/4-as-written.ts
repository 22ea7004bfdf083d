declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { AnthropicGoogleCloud } from '@anthropic-ai/google-cloud-sdk';
const client = new AnthropicGoogleCloud();
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { AnthropicAws } from '@anthropic-ai/aws-sdk';
const client = new AnthropicAws({ awsRegion: 'us-east-1' });
export const answer = client.messages.create({ model: 'claude-opus-5', max_tokens: 1024, messages });

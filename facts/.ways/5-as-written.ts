declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock({ awsRegion: 'us-east-1' });
export const answer = client.messages.create({ model: 'us.anthropic.claude-opus-5', max_tokens: 1024, messages });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-opus-5', region: 'us-east-1' });

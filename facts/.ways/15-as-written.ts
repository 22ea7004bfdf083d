declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { ChatOpenAI } from '@langchain/openai';
export const model = new ChatOpenAI({ model: 'anthropic/claude-opus-5', configuration: { baseURL: 'https://openrouter.ai/api/v1' } });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
export const answer = client.chat.completions.create({ model: 'anthropic/claude-opus-5', messages });

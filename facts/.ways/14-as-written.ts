declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { ChatVertexAI } from '@langchain/google-vertexai';
export const model = new ChatVertexAI({ model: 'claude-opus-5', location: 'us-east5' });

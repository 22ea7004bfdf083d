declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { initChatModel } from 'langchain';
export const model = initChatModel('anthropic:claude-opus-5');

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText } from 'ai';
const openrouter = createOpenRouter();
export const answer = generateText({ model: openrouter('anthropic/claude-opus-5'), prompt: note });

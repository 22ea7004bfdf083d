declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { anthropic } from '@ai-sdk/anthropic';
import { generateText } from 'ai';
export const answer = generateText({ model: anthropic('claude-opus-5'), prompt: note });

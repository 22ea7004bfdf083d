declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { query } from '@anthropic-ai/claude-agent-sdk';
export const run = query({ prompt: note, options: { model: 'claude-opus-5' } });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { Agent } from '@mastra/core/agent';
export const agent = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'anthropic/claude-opus-5' });

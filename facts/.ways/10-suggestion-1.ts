declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { anthropic } from '@ai-sdk/anthropic';
import { ToolLoopAgent } from 'ai';
export const agent = new ToolLoopAgent({ model: anthropic('claude-opus-5'), providerOptions: { anthropic: { inferenceGeo: 'us' } } });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { anthropic } from '@ai-sdk/anthropic';
import { Agent } from '@openai/agents';
import { aisdk } from '@openai/agents-extensions/ai-sdk';
export const agent = new Agent({ name: 'a', instructions: 'x', model: aisdk(anthropic('claude-opus-5')), modelSettings: { providerData: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } } });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { Anthropic } from '@llamaindex/anthropic';
export const llm = new Anthropic({ model: 'claude-sonnet-4-6' as never });

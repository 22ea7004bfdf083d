declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { anthropic } from '@inngest/agent-kit';
export const model = anthropic({ model: 'claude-3-5-sonnet-latest', defaultParameters: { max_tokens: 1024 } });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { ChatAnthropic } from '@langchain/anthropic';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
export const agent = createReactAgent({ llm: new ChatAnthropic({ model: 'claude-opus-5' }), tools: [] });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { ChatAnthropic } from '@langchain/anthropic';
const model = new ChatAnthropic({ model: 'claude-opus-5', inferenceGeo: 'us' });
export const answer = model.invoke(note);

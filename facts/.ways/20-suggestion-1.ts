declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { AnthropicModel } from '@strands-agents/sdk/models/anthropic';
export const model = new AnthropicModel({ modelId: 'claude-opus-5', params: { inference_geo: 'us' } });

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { BedrockModel } from '@strands-agents/sdk/models/bedrock';
export const model = new BedrockModel({ modelId: 'us.anthropic.claude-opus-5', region: 'us-east-1' });

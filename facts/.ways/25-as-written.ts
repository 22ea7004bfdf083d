declare const note: string;
declare const messages: { role: 'user'; content: string }[];
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'us-east-1' });
export const answer = client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-opus-5', messages: [{ role: 'user', content: [{ text: note }] }] }));

import Anthropic from '@anthropic-ai/sdk';
import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';

export const llm = new Anthropic();

export const govLlm = new AnthropicBedrock({ awsRegion: 'us-gov-west-1' });

export const createLlm = (team) => new Anthropic({ defaultHeaders: { 'x-team': team } });

import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
import { PLATFORM } from '../platform.js';

export const bedrock = new AnthropicBedrock({ awsRegion: PLATFORM.region });

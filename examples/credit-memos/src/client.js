import Anthropic from '@anthropic-ai/sdk';

export const createClient = () => new Anthropic({ maxRetries: 3 });

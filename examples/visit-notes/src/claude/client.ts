import Anthropic from '@anthropic-ai/sdk';

export const createClient = (): Anthropic =>
  new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY, maxRetries: 2, timeout: 30_000 });

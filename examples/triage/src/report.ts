import { anthropic } from '@ai-sdk/anthropic';
import { generateText } from 'ai';

export async function dischargeLetter(facts: string[]) {
  const { text } = await generateText({
    model: anthropic('claude-sonnet-4-6'),
    prompt: `Write a discharge letter from these facts:\n${facts.join('\n')}`,
    // The AI SDK drops this spelling without a word.
    providerOptions: { anthropic: { inference_geo: 'us' } },
  });
  return text;
}

import { query } from '@anthropic-ai/claude-agent-sdk';

/** Speaks HTTP itself; the rules follow it there. */
export async function classify(text) {
  const response = await fetch('https://api.anthropic.com/v1/messages', {
    method: 'POST',
    headers: {
      'x-api-key': process.env.ANTHROPIC_API_KEY,
      'anthropic-version': '2023-06-01',
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      model: 'claude-sonnet-4-6',
      max_tokens: 64,
      inference_geo: 'global',
      messages: [{ role: 'user', content: `Which form is this?\n${text}` }],
    }),
  });
  return response.json();
}

/** The Agent SDK has no option for the place of processing. */
export function review(caseFile) {
  return query({ prompt: `Check this case file for missing pages: ${caseFile}` });
}

declare const note: string;
declare const messages: { role: 'user'; content: string }[];
export const answer = fetch('https://api.anthropic.com/v1/messages', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-api-key': process.env['ANTHROPIC_API_KEY'] ?? '' },
  body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 1024, messages, inference_geo: 'us' }),
});

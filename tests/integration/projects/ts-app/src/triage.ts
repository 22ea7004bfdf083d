import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic({ maxRetries: 3 });

const MODEL = 'claude-sonnet-4-6';

export async function triage(symptoms: string): Promise<string> {
  const message = await client.messages.create({
    model: MODEL,
    max_tokens: 512,
    messages: [{ role: 'user', content: `Rate the urgency: ${symptoms}` }],
  });
  return message.content[0]?.text ?? '';
}

export async function triageInTheUnitedStates(symptoms: string): Promise<string> {
  const message = await client.messages.create({
    model: MODEL,
    max_tokens: 512,
    inference_geo: 'us',
    messages: [{ role: 'user', content: `Rate the urgency: ${symptoms}` }],
  });
  return message.content[0]?.text ?? '';
}

export async function triageAnywhere(symptoms: string): Promise<string> {
  const stream = client.messages.stream({
    model: MODEL,
    max_tokens: 512,
    messages: [{ role: 'user', content: symptoms }],
    inference_geo: 'global',
  });
  const message = await stream.finalMessage();
  return message.content[0]?.text ?? '';
}

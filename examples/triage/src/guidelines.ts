import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

const guidelines = {
  type: 'text',
  text: 'Answer by the triage guidelines of the emergency department.',
  cache_control: { type: 'ephemeral' },
} satisfies Anthropic.TextBlockParam;

/** Says which guideline a case falls under. */
export async function classify(note: string): Promise<Anthropic.Message> {
  return client.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 512,
    inference_geo: 'us',
    system: [guidelines],
    messages: [{ role: 'user', content: note }],
  });
}

/** Keeps a scan with the vendor, to ask about it later. */
export async function store(scan: File): Promise<string> {
  const { id } = await client.beta.files.upload({ file: scan });
  return id;
}

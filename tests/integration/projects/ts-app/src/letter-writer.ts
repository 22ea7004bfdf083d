import type Anthropic from '@anthropic-ai/sdk';

export class LetterWriter {
  readonly #client: Anthropic;
  private readonly geo: string;

  constructor(client: Anthropic, geo: string) {
    this.#client = client;
    this.geo = geo;
  }

  async referral(history: string): Promise<string> {
    const letter = await this.#client.messages.create({
      model: 'claude-sonnet-4-6',
      max_tokens: 1024,
      messages: [{ role: 'user', content: `Write a referral letter. ${history}` }],
    });
    return letter.content[0]?.text ?? '';
  }

  async discharge(history: string): Promise<string> {
    const letter = await this.#client.beta.messages.create({
      model: 'claude-sonnet-4-6',
      max_tokens: 1024,
      messages: [{ role: 'user', content: `Write a discharge letter. ${history}` }],
      inferenceGeo: 'us',
    });
    return letter.content[0]?.text ?? '';
  }

  async certificate(history: string): Promise<string> {
    const letter = await this.#client.messages.create({
      model: 'claude-sonnet-4-6',
      max_tokens: 1024,
      messages: [{ role: 'user', content: `Write a certificate. ${history}` }],
      inference_geo: this.geo,
    });
    return letter.content[0]?.text ?? '';
  }
}

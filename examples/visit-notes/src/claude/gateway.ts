import type Anthropic from '@anthropic-ai/sdk';
import type { AuditTrail } from '../audit/trail.js';
import type { Redactor } from '../privacy/redactor.js';
import { settings } from '../settings.js';

export interface Task {
  readonly action: string;
  readonly userId: string;
  readonly instructions: string;
  readonly text: string;
}

/** The one way to Claude: redacted, pinned, recorded whether it succeeds or not. */
export class ClaudeGateway {
  constructor(
    private readonly client: Anthropic,
    private readonly redactor: Redactor,
    private readonly audit: AuditTrail,
  ) {}

  async complete({ action, userId, instructions, text }: Task): Promise<string> {
    const input = this.redactor.redact(text);
    try {
      const message = await this.client.messages.create({
        model: settings.model,
        max_tokens: settings.maxTokens,
        inference_geo: settings.geography,
        system: instructions,
        messages: [{ role: 'user', content: input }],
      });
      const output = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
      await this.audit.record({ userId, action, input, output, outcome: 'success' });
      return output;
    } catch (error) {
      await this.audit.record({ userId, action, input, outcome: 'failure' });
      throw error;
    }
  }
}

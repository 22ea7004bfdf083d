import fp from 'fastify-plugin';
import { writeAuditEvent } from '../llm/audit.js';
import { bedrock } from '../llm/client.js';
import { scrub } from '../llm/scrub.js';
import { PLATFORM } from '../platform.js';

export interface LetterRequest {
  userId: string;
  instructions: string;
  material: string;
}

/** Gives the application `draftLetter`, the one way to Claude. */
export default fp(async (app) => {
  app.decorate('draftLetter', async ({ userId, instructions, material }: LetterRequest) => {
    const input = scrub(material);
    try {
      const message = await bedrock.messages.create({
        model: PLATFORM.model,
        max_tokens: PLATFORM.maxTokens,
        system: instructions,
        messages: [{ role: 'user', content: input }],
      });
      const output = message.content.map((block) => ('text' in block ? block.text : '')).join('');
      await writeAuditEvent({ userId, eventType: 'letter.draft', input, output, outcome: 'succeeded' });
      return output;
    } catch (error) {
      await writeAuditEvent({ userId, eventType: 'letter.draft', input, outcome: 'failed' });
      throw error;
    }
  });
});

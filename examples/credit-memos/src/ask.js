import { request } from './policy.js';

const textOf = ({ content }) => content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');

/** Makes the function that asks Claude, of what it needs for that. */
export const createAsk =
  ({ client, mask, archive }) =>
  async ({ userId, instructions, text }) => {
    const input = mask(text);
    try {
      const message = await client.messages.create({
        ...request,
        system: instructions,
        messages: [{ role: 'user', content: input }],
      });
      const output = textOf(message);
      await archive({ userId, input, output, requestId: message._request_id, outcome: 'success' });
      return output;
    } catch (error) {
      await archive({ userId, input, requestId: error.requestID ?? null, outcome: 'failure' });
      throw error;
    }
  };

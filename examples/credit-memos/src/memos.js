import { archive } from './archive.js';
import { createAsk } from './ask.js';
import { createClient } from './client.js';
import { logFor } from './log.js';
import { mask } from './mask.js';

const ask = createAsk({ client: createClient(), mask, archive });
const log = logFor('memos');

/** Writes the memo of an application, for an officer. */
export async function writeMemo(userId, { purpose, comment, income, debt }) {
  const memo = await ask({
    userId,
    instructions: 'Write a credit memo of one page. State the ratios and the concerns.',
    text: [`Purpose: ${purpose}`, `Income ${income}, debt ${debt}`, comment].join('\n'),
  });
  log('memo written', { length: memo.length });
  return memo;
}

/**
 * Audit records that are inserted by statements of SQL: their columns are the fields.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const FIELDS = ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome'];
const files = (insert: string, before = '') => ({
  'src/audit.ts': `import { createHash, createHmac } from 'node:crypto';
import { pool } from './pool.js';
const keyed = (text: string) => createHmac('sha256', process.env.KEY!).update(text).digest('hex');
const plain = (text: string) => createHash('sha256').update(text).digest('hex');
${before}
export async function write(facts: { user: string; input: string; output?: string; outcome: string }) {
  await ${insert};
}
`,
  'src/ask.ts': `import Anthropic from '@anthropic-ai/sdk';
import { write } from './audit.js';
const client = new Anthropic();
export async function ask(input: string, user: string) {
  try {
    const message = await client.messages.create({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: input }] });
    await write({ user, input, output: message.content[0].text, outcome: 'success' });
    return message;
  } catch (error) {
    await write({ user, input, outcome: 'failure' });
    throw error;
  }
}
`,
});
const reportsOf = (insert: string, before?: string) =>
  lintFiles(files(insert, before), { rules: { 'require-audit-log': { fields: FIELDS, keyedHash: true } } });
const LACKING = { 'src/ask.ts': ['10 require-audit-log fields', '7 require-audit-log fields'] };
const PLAIN = { 'src/ask.ts': ['10 require-audit-log plainHash', '7 require-audit-log plainHash'] };

const COLUMNS = 'user_id, input_hash, output_hash, outcome, at';
const VALUES = `[facts.user, keyed(facts.input), facts.output ? keyed(facts.output) : null, facts.outcome]`;

describe('an insert', () => {
  it.each<[insert: string, before?: string]>([
    [`pool.query('insert into ai_audit (${COLUMNS}) values ($1, $2, $3, $4, now())', ${VALUES})`],
    [`pool.query(\`insert into ai_audit\n (${COLUMNS})\n values ($1, $2, $3, $4, now())\`, ${VALUES})`],
    [
      `pool.query({ text: 'INSERT INTO ai_audit (${COLUMNS}) VALUES ($1, $2, $3, $4, now())', values: ${VALUES} })`,
    ],
    [`pool.query('insert into ai_audit (${COLUMNS}) values (?, ?, ?, ?, current_timestamp)', ${VALUES})`],
    [
      `pool.query('insert into ai_audit (${COLUMNS}) values ($1::uuid, $2, $3, lower($4), now())', ${VALUES})`,
    ],
    [
      `pool.query(INSERT, ${VALUES})`,
      `const INSERT = 'insert into ai_audit (${COLUMNS}) values ($1, $2, $3, $4, now())';`,
    ],
    [
      `pool.query('insert into ai_audit (${COLUMNS}) values (:user, :in, :out, :outcome, now())', { user: facts.user, in: keyed(facts.input), out: keyed(facts.output ?? ''), outcome: facts.outcome })`,
    ],
    [
      `pool.query('INSERT INTO ai_audit SET ?', { user_id: facts.user, input_hash: keyed(facts.input), output_hash: keyed(facts.output ?? ''), outcome: facts.outcome, at: new Date() })`,
    ],
    // What is not shown as a whole is not missing.
    [`pool.query('insert into ai_audit (user_id, input_hash) values ($1, $2)', [...Object.values(facts)])`],
    [`pool.query('insert into ai_audit select * from staged where id = $1', [facts.user])`],
  ])('has the columns as its fields: %s', (insert, before) => {
    expect(reportsOf(insert, before)).toEqual({});
  });
  it.each<[insert: string, before?: string]>([
    [
      `pool.query('insert into ai_audit (user_id, input_hash, output_hash, at) values ($1, $2, $3, now())', [facts.user, keyed(facts.input), keyed(facts.output ?? '')])`,
    ],
    [
      `pool.query({ text: 'insert into ai_audit (input_hash, output_hash, outcome, at) values ($1, $2, $3, now())', values: [keyed(facts.input), keyed(facts.output ?? ''), facts.outcome] })`,
    ],
    [
      `pool.query(INSERT, [keyed(facts.input), keyed(facts.output ?? ''), facts.outcome])`,
      `const INSERT = 'insert into ai_audit (input_hash, output_hash, outcome, at) values ($1, $2, $3, now())';`,
    ],
    [
      `pool.query('INSERT INTO ai_audit SET ?', { input_hash: keyed(facts.input), output_hash: keyed(facts.output ?? ''), outcome: facts.outcome, at: new Date() })`,
    ],
    [
      `pool.query('insert into ai_audit (${COLUMNS}) values (\\'system\\', $1, $2, $3, now())', [keyed(facts.input), keyed(facts.output ?? ''), facts.outcome])`,
    ],
  ])('lacks a field: %s', (insert, before) => {
    expect(reportsOf(insert, before)).toEqual(LACKING);
  });
  it.each([
    `pool.query('insert into ai_audit (${COLUMNS}) values ($1, $2, $3, $4, now())', ${VALUES.replaceAll('keyed', 'plain')})`,
    `pool.query('insert into ai_audit (${COLUMNS}) values (?, ?, ?, ?, now())', ${VALUES.replaceAll('keyed', 'plain')})`,
  ])('has a plain hash: %s', (insert) => {
    expect(reportsOf(insert)).toEqual(PLAIN);
  });
});

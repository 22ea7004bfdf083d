/**
 * Functions that are put around what asks, one after the other, by a list: `layers.reduceRight((ask, layer) => layer(ask), send)`.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const SEND = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const send = async (question) => {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: question.text }] });
  return message.content[0].text;
};
`;
const REDACTED = `export const redacted = (next) => (question, who) => next({ ...question, text: question.text.replace(/\\d{9}/g, '[SSN]') }, who);\n`;
const audited = (record: string, failed = record): string => `import { createHmac } from 'node:crypto';
import { db } from './db.js';
const seal = (text) => createHmac('sha256', process.env.KEY).update(text).digest('hex');
const write = (entry) => db.insert('audit_log', entry);
export const audited = (next) => async (question, who) => {
  const base = { userId: who.userId, inputHash: seal(question.text), timestamp: new Date() };
  try {
    const answer = await next(question, who);
    ${record === '' ? '' : `await write({ ...base, outputHash: seal(answer), outcome: 'ok' });`}
    return answer;
  } catch (error) {
    ${failed === '' ? '' : `await write({ ...base, outcome: 'failed' });`}
    throw error;
  }
};
`;
const LISTS: readonly (readonly [name: string, layered: (layers: string) => string])[] = [
  [
    'from the right',
    (layers) =>
      `const layered = (inner, ...layers) => layers.reduceRight((ask, layer) => layer(ask), inner);\nexport const ask = layered(send, ${layers});`,
  ],
  [
    'from the left',
    (layers) =>
      `const layers = [${layers.split(', ').reverse().join(', ')}];\nexport const ask = layers.reduce((ask, layer) => layer(ask), send);`,
  ],
  [
    'a list that is handed in',
    (layers) =>
      `const compose = (layers) => (inner) => layers.reduceRight((ask, layer) => layer(ask), inner);\nexport const ask = compose([${layers}])(send);`,
  ],
];
const rules = { 'require-redaction': true, 'require-audit-log': true, 'no-raw-prompt-logging': true };
const said = (
  compose: string,
  files: Readonly<Record<string, string>> = {},
  route = 'return Response.json(await ask({ text: note }, user));',
): object =>
  lintFiles(
    {
      'src/send.ts': SEND,
      'src/redacted.ts': REDACTED,
      'src/audited.ts': audited('all'),
      'src/db.ts': `import pg from 'pg';\nexport const db = new pg.Pool();\n`,
      'src/log.ts': `import pino from 'pino';\nexport const log = pino();\n`,
      'src/index.ts': `import { send } from './send.js';\nimport { redacted } from './redacted.js';\nimport { audited } from './audited.js';\n${compose}\n`,
      'src/route.ts': `import { ask } from './index.js';\nimport { log } from './log.js';\nexport async function POST(request) {\n  const { note, user } = await request.json();\n  ${route}\n}\n`,
      ...files,
    },
    { rules },
  );
const at = (rule: string): object => ({
  'src/route.ts': [expect.stringMatching(new RegExp(`^5 ${rule}(?: |$)`))],
});

describe.each(LISTS)('layers by a list, %s', (_, layered) => {
  it('do what each of them does', () => {
    expect(said(layered('redacted, audited'))).toEqual({});
    expect(said(layered('audited'))).toEqual(at('require-redaction'));
    expect(said(layered('redacted'))).toEqual(at('require-audit-log'));
  });

  it('are asked for what they record', () => {
    const files = { 'src/audited.ts': audited('all', '') };
    expect(said(layered('redacted, audited'), files)).toEqual(at('require-audit-log missingOnError'));
    const none = { 'src/audited.ts': audited('', '') };
    expect(said(layered('redacted, audited'), none)).toEqual(at('require-audit-log missing'));
  });

  it('hand on what is answered', () => {
    const route = `log.info(await ask({ text: note }, user));`;
    expect(said(layered('redacted, audited'), {}, route)).toEqual(at('no-raw-prompt-logging'));
  });
});

describe('a function that is put around what asks', () => {
  const WATCHED = `import { log } from './log.js';\nexport const watched = (next) => async (question) => { const answer = await next(question); log.info({ answer }); return answer; };\n`;
  it('is told where that is, and not where it is called', () => {
    const found = lintFiles(
      {
        'src/send.ts': SEND,
        'src/log.ts': `import pino from 'pino';\nexport const log = pino();\n`,
        'src/watched.ts': WATCHED,
        'src/index.ts': `import { send } from './send.js';\nimport { watched } from './watched.js';\nexport const ask = watched(send);\n`,
        'src/route.ts': `import { ask } from './index.js';\nexport const POST = async (request) => Response.json(await ask({ text: await request.text() }));\n`,
      },
      { rules: { 'no-raw-prompt-logging': true } },
    );
    expect(found).toEqual({ 'src/index.ts': [expect.stringMatching(/^3 no-raw-prompt-logging /)] });
  });
});

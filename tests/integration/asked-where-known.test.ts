/**
 * Requests of which only a caller shows that they go to Claude, and values that a caller or a queue hands in: each asked where it is known.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const CONVERSE = `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const bedrock = new BedrockRuntimeClient({ region: 'us-east-1' });
export async function converse(modelId, text) {
  const { output } = await bedrock.send(new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text }] }] }));
  return output.message.content[0].text;
}
`;
const TRAIL = (body: string) => `import { createHmac } from 'node:crypto';
import { db } from './db.js';
const hmac = (text) => createHmac('sha256', process.env.AUDIT_KEY).update(text).digest('hex');
export async function auditCall(entry) { ${body} }
`;
const ROW = `await db('audit').insert({ user_id: entry.userId, input_hash: hmac(entry.input), output_hash: entry.output && hmac(entry.output), outcome: entry.outcome, at: new Date() });`;
const WRAPPER = (failure: string, user = 'userId') => `import { converse } from './converse.js';
import { auditCall } from './trail.js';
export async function ask(modelId, input, userId) {
  let output;
  try {
    output = await converse(modelId, input);
  } catch (error) {
    ${failure}
    throw error;
  }
  await auditCall({ userId: ${user}, input, output, outcome: 'ok' });
  return output;
}
`;
const FAILED = `await auditCall({ userId, input, outcome: 'failed' });`;
const SERVICE = `import { ask } from './ask.js';
export async function summarize(note, userId) {
  const names = await ask('us.anthropic.claude-haiku-4-5-20251001-v1:0', note, userId);
  return ask('us.anthropic.claude-sonnet-4-5-20250929-v1:0', names, userId);
}
`;
const lint = (wrapper: string, row = ROW) =>
  lintFiles(
    {
      'package.json': {
        name: 'app',
        type: 'module',
        dependencies: { '@aws-sdk/client-bedrock-runtime': '*' },
      },
      'src/converse.ts': CONVERSE,
      'src/trail.ts': TRAIL(row),
      'src/ask.ts': wrapper,
      'src/service.ts': SERVICE,
    },
    { rules: { 'require-audit-log': { keyedHash: true } } },
  );

describe('a request that only its caller shows to go to Claude', () => {
  it('passes with the record of the wrapper', () => {
    expect(lint(WRAPPER(FAILED))).toEqual({});
  });

  it.each<[string, ReturnType<typeof lint>, string]>([
    ['the failure', lint(WRAPPER('')), 'missingOnError'],
    ['the user', lint(WRAPPER(FAILED), ROW.replace('user_id: entry.userId, ', '')), 'fields'],
    ['the record', lint(WRAPPER(FAILED), `if (!entry.userId) throw new Error('who?');`), 'missing'],
  ])('is asked for the record where it is known: %s', (_, found, id) => {
    expect(found).toEqual({
      // A record that two calls share is one report; of the two here each ends one way.
      'src/service.ts': [
        `3 require-audit-log ${id}`,
        `${id === 'fields' ? '3' : '4'} require-audit-log ${id}`,
      ],
    });
  });
});

describe('a user', () => {
  const record = (user: string) =>
    lintFiles(
      {
        'package.json': { name: 'app', type: 'module', dependencies: { '@anthropic-ai/sdk': '*' } },
        'src/ask.ts': `import Anthropic from '@anthropic-ai/sdk';
import { auditCall } from './trail.js';
const client = new Anthropic();
export async function ask(input, userId) {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: input }] });
  await auditCall({ userId, input, output: message.content[0].text, outcome: 'ok' });
}
`,
        'src/trail.ts': TRAIL(ROW.replace('entry.userId', user)),
      },
      { rules: { 'require-audit-log': { errorPath: false } } },
    );

  it.each(['0', '1', `'system'`])('that is always %s tells nobody', (user) => {
    expect(record(user)).toEqual({ 'src/ask.ts': ['6 require-audit-log fields'] });
  });

  it.each(['entry.userId', 'entry.userId ?? 0', 'Number(entry.userId)'])('is told by %s', (user) => {
    expect(record(user)).toEqual({});
  });
});

describe('what a worker takes out of a queue', () => {
  const worker = (handed: string, serve: string) =>
    lintFiles(
      {
        'package.json': {
          name: 'app',
          type: 'module',
          dependencies: { '@anthropic-ai/sdk': '*', bullmq: '*' },
        },
        'src/processor.ts': `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
${handed}
`,
        'src/index.ts': serve,
      },
      { rules: { 'require-audit-log': true } },
    );
  const REQUEST = `await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: job.data.note }] });`;
  const MISSING = { 'src/processor.ts': ['3 require-audit-log missing'] };

  it.each<[string, string, string]>([
    [
      'a worker',
      `export async function screen(job) { ${REQUEST} }`,
      `import { Worker } from 'bullmq';\nimport { screen } from './processor.js';\nexport const worker = new Worker('notes', screen, { connection: {} });\n`,
    ],
    [
      'a worker, of a class',
      `export class Screening { process = async (job) => { ${REQUEST} }; }`,
      `import { Worker } from 'bullmq';\nimport { Screening } from './processor.js';\nconst screening = new Screening();\nexport const worker = new Worker('notes', screening.process, { connection: {} });\n`,
    ],
    [
      'a queue',
      `export async function screen(job) { ${REQUEST} }`,
      `import Queue from 'bull';\nimport { screen } from './processor.js';\nnew Queue('notes').process(4, screen);\n`,
    ],
    [
      'a consumer',
      `export async function screen(job) { ${REQUEST} }`,
      `import { consumer } from './kafka.js';\nimport { screen } from './processor.js';\nawait consumer.run({ eachMessage: screen });\n`,
    ],
  ])('is asked where it stands: %s', (_, handed, serve) => {
    expect(worker(handed, serve)).toEqual(MISSING);
  });
});

describe('a body that is validated', () => {
  const route = (imports: string, params: string, body: string) =>
    lintFiles(
      {
        'package.json': { name: 'app', type: 'module', dependencies: { '@anthropic-ai/sdk': '*' } },
        'src/routes.ts': `import Anthropic from '@anthropic-ai/sdk';
${imports}
const client = new Anthropic();
export class Notes {
  async store(${params}) {
    ${body}
    return client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: note }] });
  }
}
`,
      },
      { rules: { 'require-redaction': true } },
    );
  const BODY = { 'src/routes.ts': ['7 require-redaction body'] };

  it.each([
    [
      'request.validateUsing',
      `{ request }: HttpContext`,
      `const { note } = await request.validateUsing(schema);`,
    ],
    ['request.input', `{ request }: HttpContext`, `const note = request.input('note');`],
    ['schema.validate', `request, reply`, `const { note } = await schema.validate(request.body);`],
    [
      'validated, then redacted in part',
      `request, reply`,
      `const { note, kind } = await schema.validate(request.body); console.log(redact(kind));`,
    ],
  ])('is the body: %s', (_, params, body) => {
    expect(route(`import { schema } from './schema.js';`, params, body)).toEqual(BODY);
  });

  it('is the body where fields are chosen of it', () => {
    const found = route('', '{ request }: HttpContext', `const { note } = request.only(['note']);`);
    expect(found).toEqual({ 'src/routes.ts': ['6 require-redaction body'] });
  });

  it.each([
    [
      'redacted',
      `{ request }: HttpContext`,
      `const note = redact((await request.validateUsing(schema)).note);`,
    ],
    ['a verdict', `request, reply`, `const note = validate(request.body).errors.join();`],
    ['a verdict that is counted', `request, reply`, `const note = validate(request.body).message;`],
  ])('is none: %s', (_, params, body) => {
    expect(route(`import { schema, validate } from './schema.js';`, params, body)).toEqual({});
  });
});

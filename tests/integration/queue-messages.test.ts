/**
 * Text that waits in a queue, a topic or a workflow until a worker is handed it: somebody sent it, as somebody sends a body.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';
import { claude } from '../helpers/rule-tester.ts';

/** The function that asks, in front of what is under test; the request is on one line. */
const ASK = `const ask = (text) => client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: text }] });\n`;

function said(code: string): readonly string[] {
  return (
    lintFiles({ 'src/a.ts': claude`${ASK}${code}` }, { rules: { 'require-redaction': true } })['src/a.ts'] ??
    []
  );
}

/** What a worker is handed. */
const HANDED: readonly (readonly [name: string, code: string])[] = [
  ['BullMQ', `new Worker('notes', async (job) => ask(job.data.note), { connection });`],
  [
    'BullMQ, taken apart',
    `import { Worker } from 'bullmq';\nnew Worker('notes', async ({ data: { note } }) => ask(note));`,
  ],
  [
    'BullMQ, a typed function',
    `import type { Job } from 'bullmq';\nexport async function handle(item: Job<Note>) { const { note } = item.data; return ask(note); }`,
  ],
  [
    'a processor of NestJS',
    `@Processor('notes')\nexport class Notes extends WorkerHost { async process(job: Job<Note>) { return ask(job.data.text); } }`,
  ],
  ['Bull', `notes.process('summarize', 5, async (job) => ask(job.data.note));`],
  ['pg-boss', `await boss.work('notes', async ([job]) => ask(job.data.note));`],
  [
    'pg-boss, all of a batch',
    `await boss.work('notes', async (jobs) => { for (const job of jobs) await ask(job.data.note); });`,
  ],
  ['Agenda', `agenda.define('notes', async (job) => ask(job.attrs.data.note));`],
  [
    'SQS',
    `export const handler = async (event) => { for (const record of event.Records) { const { note } = JSON.parse(record.body); await ask(note); } };`,
  ],
  [
    'SQS, record by record',
    `import type { SQSEvent, SQSRecord } from 'aws-lambda';\nconst one = async (record: SQSRecord) => ask(JSON.parse(record.body).note);\nexport const handler = (event: SQSEvent) => Promise.all(event.Records.map(one));`,
  ],
  [
    'SNS',
    `export const handler = async (event: SNSEvent) => { const [record] = event.Records; return ask(record.Sns.Message); };`,
  ],
  [
    'EventBridge',
    `export const handler = async (event: EventBridgeEvent<'note', Note>) => ask(event.detail.note);`,
  ],
  [
    'what SQS hands out when it is asked',
    `const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));\nfor (const message of Messages) await ask(JSON.parse(message.Body).note);`,
  ],
  [
    'Kafka',
    `await consumer.run({ eachMessage: async ({ message }) => { await ask(message.value.toString()); } });`,
  ],
  [
    'Kafka, in batches',
    `await consumer.run({ eachBatch: async ({ batch }) => { for (const message of batch.messages) await ask(JSON.parse(message.value.toString()).note); } });`,
  ],
  [
    'RabbitMQ',
    `channel.consume('notes', async (message) => { await ask(JSON.parse(message.content.toString()).note); });`,
  ],
  [
    'Pub/Sub',
    `subscription.on('message', async (message) => { await ask(JSON.parse(message.data.toString()).note); });`,
  ],
  [
    'Pub/Sub, where it is made',
    `new PubSub().subscription('notes').on('message', async (message) => { await ask(message.data.toString()); });`,
  ],
  [
    'Pub/Sub that is pushed',
    `app.post('/push', async (req, res) => { const { note } = JSON.parse(Buffer.from(req.body.message.data, 'base64').toString()); await ask(note); });`,
  ],
  ['a function of Firebase', `export const summarize = onCall(async (request) => ask(request.data.note));`],
  [
    'Service Bus of Azure',
    `app.serviceBusQueue('notes', { connection: 'BUS', queueName: 'notes', handler: async (message, context) => ask(message.note) });`,
  ],
  [
    'a queue of Azure, its handler by name',
    `async function summarize(item: Item) { return ask(item.note); }\napp.storageQueue('notes', { queueName: 'notes', handler: summarize });`,
  ],
  [
    'Cloudflare',
    `export default { async queue(batch, env) { for (const message of batch.messages) await ask(message.body.note); } };`,
  ],
  [
    'Inngest',
    `export const summarize = inngest.createFunction({ id: 'summarize' }, { event: 'note' }, async ({ event, step }) => ask(event.data.note));`,
  ],
  [
    'Inngest, in a step',
    `export const summarize = inngest.createFunction({ id: 's' }, { event: 'n' }, async ({ event, step }) => step.run('ask', () => ask(event.data.note)));`,
  ],
  [
    'Trigger.dev',
    `import { task } from '@trigger.dev/sdk/v3';\nexport const summarize = task({ id: 'summarize', run: async (payload) => ask(payload.note) });`,
  ],
  [
    'an event of NestJS',
    `export class Notes { @EventPattern('note.created') async created(@Payload() data: Note) { return ask(data.text); } }`,
  ],
  [
    'a message of NestJS',
    `export class Notes { @MessagePattern({ cmd: 'summarize' }) async summarize(data: Note) { return ask(data.text); } }`,
  ],
  [
    'a socket of NestJS',
    `export class Notes { @SubscribeMessage('ask') async answer(@MessageBody() body: Note) { return ask(body.text); } }`,
  ],
  [
    'a service of gRPC for NestJS',
    `export class Notes { @GrpcMethod('Notes', 'Summarize') async summarize(message: Note) { return ask(message.text); } }`,
  ],
  [
    'gRPC',
    `const service = { summarize: async (call, callback) => { callback(null, { text: await ask(call.request.note) }); } };`,
  ],
  [
    'a workflow of Temporal',
    `import { proxyActivities } from '@temporalio/workflow';\nexport async function summarize(input: Note) { return ask(input.note); }`,
  ],
  ['a window of Electron', `ipcMain.handle('ask', async (event, question) => ask(question));`],
  ['a window of Electron, taken apart', `ipcMain.handle('ask', async (_event, { note }) => ask(note));`],
  [
    'a template of text around it',
    "new Worker('notes', async (job) => ask(`Summarize:\\n${job.data.note}`));",
  ],
];

/** What a worker is handed and is no text, or is redacted; and what is no worker's. */
const NOT_HANDED: readonly (readonly [name: string, code: string])[] = [
  ['redacted', `new Worker('notes', async (job) => ask(redact(job.data.note)));`],
  ['an id', `new Worker('notes', async (job) => ask(job.data.noteId));`],
  ['the id of the job', `new Worker('notes', async (job) => ask(job.id));`],
  ['the name of a job', `new Worker('notes', async (job) => ask(job.name));`],
  ['how often it was tried', 'new Worker("notes", async (job) => ask(`${job.attemptsMade}`));'],
  ['a description of a vacancy', `export const describe = (job) => ask(job.description);`],
  [
    'a worker of threads',
    `new Worker(new URL('./a.js', import.meta.url));\nexport const f = (message) => ask(message.note);`,
  ],
  [
    'the key of a message',
    `await consumer.run({ eachMessage: async ({ topic, partition }) => ask(topic) });`,
  ],
  [
    'an event of the program itself',
    `export class Notes { @OnEvent('seed') async seed(data: Note) { return ask(data.text); } }`,
  ],
  [
    'the context of a function',
    `app.storageQueue('notes', { queueName: 'notes', handler: async (item, context) => ask(context.functionName) });`,
  ],
  ['a run of another thing', `export const summarize = task({ run: async (payload) => ask(payload.note) });`],
  ['an id from a window', `ipcMain.handle('ask', async (event, noteId) => ask(noteId));`],
  ['a message of a socket', `socket.addEventListener('message', (event) => ask(event.data));`],
  ['a message of a chat', `bot.on('message', (message) => ask(message.content));`],
  ['records of a table', `const { data } = await db.query(sql);\nawait ask(data.note);`],
];

describe('what a worker is handed', () => {
  it.each(HANDED)('is text that somebody sent: %s', (_, code) => {
    expect(said(code)).toEqual([expect.stringMatching(/^\d+ require-redaction body$/)]);
  });
  it.each(NOT_HANDED)('is not: %s', (_, code) => {
    expect(said(code)).toEqual([]);
  });
});

const CLAUDE = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const ask = async (content: string) => {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content }] });
  return message.content[0].text;
};
`;

describe('what was put into the queue by another module', () => {
  const worker = `import { Worker } from 'bullmq';
import { ask } from './claude.js';
export const worker = new Worker('notes', async (job) => ask(job.data.note));
`;
  const said = (route: string): object =>
    lintFiles(
      { 'src/claude.ts': CLAUDE, 'src/worker.ts': worker, 'src/route.ts': route },
      { rules: { 'require-redaction': true } },
    );
  const route = (body: string): string => `import { notes } from './queue.js';
import { redact } from './redact.js';
export async function POST(request: Request) {
  const { note } = await request.json();
  ${body}
}
`;

  it.each([
    `await notes.add('summarize', { note: redact(note) });`,
    `const safe = await redact(note);\n  await notes.add('summarize', { note: safe }, { attempts: 3 });`,
    `const { text } = redactNote(note);\n  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ text }) }));`,
  ])('may be redacted: %s', (body) => {
    expect(said(route(body))).toEqual({});
  });

  it.each([
    `await notes.add('summarize', { note });`,
    `const safe = redact(note);\n  logger.info({ safe });\n  await notes.add('summarize', { note });`,
  ])('is not: %s', (body) => {
    expect(said(route(body))).toEqual({ 'src/worker.ts': ['3 require-redaction body'] });
  });
});

describe('a worker in a module of its own', () => {
  const files = (listener: string) => ({
    'src/claude.ts': CLAUDE,
    'src/processor.ts': `import type { Job } from 'bullmq';
import { ask } from './claude.js';
import { redact } from './redact.js';
export const process = async (job: Job<{ note: string }>) => ({ id: job.id, summary: await ask(redact(job.data.note)) });
`,
    'src/redact.ts': `export const redact = (text: string) => text.replace(/\\d{9}/g, '[SSN]');\n`,
    'src/worker.ts': `import { Worker } from 'bullmq';
import { logger } from './logger.js';
import { process } from './processor.js';
const worker = new Worker('notes', process, { connection: {} });
${listener}
`,
    'src/logger.ts': `import pino from 'pino';\nexport const logger = pino();\n`,
  });
  const logged = (listener: string): object =>
    lintFiles(files(listener), { rules: { 'no-raw-prompt-logging': true, 'require-redaction': true } });
  const found = { 'src/worker.ts': [expect.stringMatching(/^5 no-raw-prompt-logging /)] };

  it.each([
    `worker.on('completed', (job) => logger.info({ result: job.returnvalue }, 'done'));`,
    `worker.on('completed', (job, result) => logger.info({ result }, 'done'));`,
    `worker.on('completed', (job, result) => logger.info({ summary: result.summary }, 'done'));`,
    `worker.on('completed', ({ returnvalue }) => logger.info({ summary: returnvalue.summary }, 'done'));`,
    `worker.on('completed', (job) => logger.info({ data: job.data }, 'done'));`,
    `worker.on('failed', (job, error) => logger.error({ note: job?.data.note }, 'failed'));`,
    `worker.on('active', (job) => logger.debug(job.data));`,
  ])('writes down what it was handed, or was answered: %s', (listener) => {
    expect(logged(listener)).toEqual(found);
  });
  it.each([
    `worker.on('completed', (job) => logger.info({ id: job.id, name: job.name }, 'done'));`,
    `worker.on('completed', (job, result) => logger.info({ id: result.id, length: result.summary.length }, 'done'));`,
    `worker.on('failed', (job, error) => logger.error({ id: job?.id, reason: error.name }, 'failed'));`,
    `worker.on('progress', (job, progress) => logger.info({ progress }, 'on the way'));`,
  ])('does not: %s', (listener) => {
    expect(logged(listener)).toEqual({});
  });
});

describe('middleware of actions', () => {
  const files = (seen: string, client = `createSafeActionClient().use(watch)`) => ({
    'src/claude.ts': CLAUDE,
    'src/logger.ts': `import pino from 'pino';\nexport const logger = pino();\n`,
    'src/safe-action.ts': `import { createSafeActionClient } from 'next-safe-action';
import { logger } from './logger.js';
const watch = async ({ next, clientInput, metadata, ctx }) => {
  const result = await next({ ctx });
  ${seen}
  return result;
};
export const actionClient = ${client};
`,
    'src/actions.ts': `'use server';
import { z } from 'zod';
import { actionClient } from './safe-action.js';
import { ask } from './claude.js';
import { redact } from './redact.js';
export const summarize = actionClient.metadata({ name: 'summarize' }).schema(z.object({ note: z.string() })).action(async ({ parsedInput }) => ({ id: 7, text: await ask(redact(parsedInput.note)) }));
`,
    'src/redact.ts': `export const redact = (text: string) => text.replace(/\\d{9}/g, '[SSN]');\n`,
  });
  const logged = (seen: string, client?: string): object =>
    lintFiles(files(seen, client), { rules: { 'no-raw-prompt-logging': true, 'require-redaction': true } });
  const found = { 'src/actions.ts': [expect.stringMatching(/^6 no-raw-prompt-logging /)] };

  it.each([
    `logger.info({ clientInput }, 'action');`,
    `logger.info({ input: clientInput.note }, 'action');`,
    `logger.info({ result }, 'action');`,
    `logger.info({ data: result.data }, 'action');`,
    `if (result.success) logger.debug(result.data?.text);`,
  ])('writes down what is asked, or answered: %s', (seen) => {
    expect(logged(seen)).toEqual(found);
  });
  it('is found where it is written in place', () => {
    const watch = `async ({ next, clientInput }) => { logger.info(clientInput); return next(); }`;
    expect(logged('', `createSafeActionClient().use(auth).use(${watch})`)).toEqual(found);
  });
  it.each([
    `logger.info({ name: metadata.name, user: ctx.userId }, 'action');`,
    `logger.info({ ok: result.success }, 'action');`,
    `logger.info({ id: result.data.id }, 'action');`,
    `if (result.serverError) logger.error({ name: metadata.name }, 'failed');`,
  ])('does not: %s', (seen) => {
    expect(logged(seen)).toEqual({});
  });
  it('is told of procedures of tRPC', () => {
    const all = {
      ...files(''),
      'src/trpc.ts': `import { initTRPC } from '@trpc/server';
import { logger } from './logger.js';
const t = initTRPC.create();
export const procedure = t.procedure.use(async ({ next, getRawInput }) => {
  logger.info({ input: await getRawInput() });
  return next();
});
`,
      'src/router.ts': `import { procedure } from './trpc.js';
import { ask } from './claude.js';
import { redact } from './redact.js';
export const summarize = procedure.input(schema).mutation(async ({ input }) => ask(redact(input.note)));
`,
    };
    expect(lintFiles(all, { rules: { 'no-raw-prompt-logging': true } })).toEqual({
      'src/router.ts': [expect.stringMatching(/^4 no-raw-prompt-logging /)],
    });
  });
});

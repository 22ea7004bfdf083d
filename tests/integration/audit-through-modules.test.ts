/**
 * Audit records through the modules of a project: writers, wrappers and gateways in files of their own.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';
const rules = { 'require-audit-log': true };
const gateway = (pre = '', post = '') => `import Anthropic from '@anthropic-ai/sdk';
import { writeAudit } from '../audit/writer.js';
import { createHmac } from 'node:crypto';
const h = (s: string) => createHmac('sha256', process.env.K!).update(s).digest('hex');
const client = new Anthropic();
export async function complete(prompt: string, userId: string) {
  ${pre}
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', messages: [{ role: 'user', content: prompt }] });
  const text = message.content[0].text;
  ${post}
  return text;
}
`;
const route = (body: string) => `import { complete } from './llm/gateway.js';
import { writeAudit } from './audit/writer.js';
import { withAudit } from './audit/wrap.js';
import { createHmac } from 'node:crypto';
const h = (s: string) => createHmac('sha256', process.env.K!).update(s).digest('hex');
export async function POST(request: Request) {
  const { note, user } = await request.json();
  ${body}
}
`;
const writer = `import { db } from './db.js';\nexport async function writeAudit(entry: object) { await db.insert('audit_log', entry); }\n`;
const noop = `export async function writeAudit(entry: object) {}\n`;
const wrap = `import { db } from './db.js';\nexport async function withAudit(userId: string, fn: () => Promise<string>) { let outcome = 'error'; try { const r = await fn(); outcome = 'success'; return r; } finally { await db.insert('audit_log', { userId, outcome, inputHash: '', outputHash: '', timestamp: new Date() }); } }\n`;
const wrapNo = `let n = 0;\nexport async function withAudit(userId: string, fn: () => Promise<string>) { n++; return fn(); }\n`;
const REC = (o: string) =>
  `await writeAudit({ inputHash: h(note), outputHash: h(answer), timestamp: new Date(), userId: user.id, outcome: ${o} });`;
const reportsOf = (over: object) =>
  lintFiles(
    { 'src/llm/gateway.ts': gateway(), 'src/audit/writer.ts': writer, 'src/audit/wrap.ts': wrap, ...over },
    { rules },
  );
const full = route(
  `let outcome = 'error'; let answer = ''; try { answer = await complete(note, user.id); outcome = 'success'; return Response.json({ answer }); } finally { ${REC('outcome')} }`,
);

/** A writer that makes more of what it is handed; `part` hands it less than is asked for. */
const adding = (record: string, body = `await db.insert('audit_log', ${record});`): string =>
  `import { db, kinesis, producer, queue } from './db.js';\nexport async function writeAudit(entry: { userId: string; inputHash: string; outputHash?: string }) { ${body} }\n`;
const part = full.replace(/, timestamp: new Date\(\)/g, '').replace(/, outcome: outcome/g, '');

describe('audit records through modules', () => {
  it.each<[string, object, object]>([
    ['counts a record of the caller, by a writer of another module', { 'src/route.ts': full }, {}],
    [
      'does not count a writer that writes nothing',
      { 'src/audit/writer.ts': noop, 'src/route.ts': full },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'does not count a writer that a variable turns off, by leaving early',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { if (process.env.AI_AUDIT !== 'on') return; await db.insert('audit_log', entry); }\n`,
        'src/route.ts': full,
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'does not count a writer that a variable turns on',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { if (process.env.AI_AUDIT === 'on') await db.insert('audit_log', entry); }\n`,
        'src/route.ts': full,
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'does not count a writer that a setting turns off',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { if (!settings.audit.enabled) { return; } await db.insert('audit_log', entry); }\n`,
        'src/route.ts': full,
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'does not count a writer that takes a sample',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { if (Math.random() < 0.1) await db.insert('audit_log', entry); }\n`,
        'src/route.ts': full,
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'counts a writer that is turned off in tests',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { if (process.env.NODE_ENV === 'test') return; await db.insert('audit_log', entry); }\n`,
        'src/route.ts': full,
      },
      {},
    ],
    [
      'counts a writer that only prints in a demonstration',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nimport { isDemoMode } from '../demo.js';\nexport async function writeAudit(entry: object) { if (isDemoMode()) { console.info('skipped'); return; } await db.insert('audit_log', entry); }\n`,
        'src/demo.ts': `export const isDemoMode = () => process.env.DEMO === '1';\n`,
        'src/route.ts': full,
      },
      {},
    ],
    [
      'counts a writer that leaves early for what it is handed',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { if (!entry) return; await db.insert('audit_log', entry); }\n`,
        'src/route.ts': full,
      },
      {},
    ],
    [
      'counts a writer that looks whether there is a database',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { if (!db) return; await db.insert('audit_log', entry); }\n`,
        'src/route.ts': full,
      },
      {},
    ],
    [
      'does not count a writer that only counts',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { return db.$count('audit_log'); }\n`,
        'src/route.ts': full,
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'does not count a writer that only looks up',
      {
        'src/audit/writer.ts': `import { db, settings } from './db.js';\nexport async function writeAudit(entry: object) { return db.select().from('audit_log').where({ entry }); }\n`,
        'src/route.ts': full,
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'asks the request where no caller records',
      {
        'src/route.ts': route(
          `const answer = await complete(note, user.id); return Response.json({ answer });`,
        ),
      },
      { 'src/llm/gateway.ts': ['8 require-audit-log missing'] },
    ],
    [
      'asks the caller that does not record what another one does',
      {
        'src/route.ts': route(
          `const answer = await complete(note, user.id); return Response.json({ answer });`,
        ),
        'src/other.ts': full,
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'asks no caller where the gateway records',
      {
        'src/llm/gateway.ts': gateway('', '')
          .replace('const message', `let outcome = 'error'; let text = ''; try {\n const message`)
          .replace('const text =', 'text =')
          .replace(
            'return text;',
            `outcome = 'success'; return text; } finally { await writeAudit({ inputHash: h(prompt), outputHash: h(text), timestamp: new Date(), userId, outcome }); }`,
          ),
        'src/route.ts': route(`return Response.json({ answer: await complete(note, user.id) });`),
      },
      {},
    ],
    [
      'reads a wrapper of another module',
      {
        'src/route.ts': route(
          `return Response.json({ answer: await withAudit(user.id, () => complete(note, user.id)) });`,
        ),
      },
      {},
    ],
    [
      'does not count a wrapper that writes nothing',
      {
        'src/audit/wrap.ts': wrapNo,
        'src/route.ts': route(
          `return Response.json({ answer: await withAudit(user.id, () => complete(note, user.id)) });`,
        ),
      },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'knows a record by its fields, whatever writes it is called',
      {
        'src/route.ts': full.replace(/writeAudit/g, 'keep').replace("'./audit/writer.js'", "'./trail.js'"),
        'src/trail.ts': `import { db } from './db.js';\nexport async function keep(entry: object) { await db.insert('t', entry); }`,
      },
      {},
    ],
    [
      'asks for a record of failures',
      {
        'src/route.ts': route(
          `const answer = await complete(note, user.id); ${REC("'success'")} return Response.json({ answer });`,
        ),
      },
      { 'src/route.ts': ['8 require-audit-log missingOnError'] },
    ],
    [
      'reads the fields that a writer of another module adds to those it is handed',
      {
        'src/audit/writer.ts': adding(`{ ...entry, timestamp: new Date(), outcome: status() }`),
        'src/route.ts': part,
      },
      {},
    ],
    [
      'misses a field that neither the caller nor the writer has',
      {
        'src/audit/writer.ts': adding('', `await queue.add('audit', { ...entry, outcome: status() });`),
        'src/route.ts': part,
      },
      { 'src/route.ts': ['8 require-audit-log fields'] },
    ],
    [
      'reads a record that is packed into a command',
      {
        'src/audit/writer.ts': adding(
          '',
          `const record = { ...entry, timestamp: Date.now(), outcome: status() };
          await kinesis.send(new PutRecordCommand({ StreamName: 'ai', Data: Buffer.from(JSON.stringify(record)) }));`,
        ),
        'src/route.ts': part,
      },
      {},
    ],
    [
      'reads a record in a list of messages',
      {
        'src/audit/writer.ts': adding(
          '',
          `await producer.send({ topic: 't', messages: [{ key: entry.userId, value: JSON.stringify({ ...entry, timestamp: 1, outcome: status() }) }] });`,
        ),
        'src/route.ts': part,
      },
      {},
    ],
    [
      'asks in the module that means to record, and in no other, where the writer writes nothing',
      {
        'src/audit/writer.ts': `export async function writeAudit(entry: { userId: string }) { if (!entry.userId) throw new Error('user'); }\n`,
        'src/llm/gateway.ts': gateway(
          '',
          `await writeAudit({ inputHash: h(prompt), outputHash: h(text), timestamp: new Date(), userId, outcome: state });`,
        ),
        'src/route.ts': route(`return Response.json({ answer: await complete(note, user.id) });`),
      },
      { 'src/llm/gateway.ts': ['8 require-audit-log missing'] },
    ],
    [
      'asks the route, and not who sets routes up',
      {
        'src/routes.ts': `import { complete } from './llm/gateway.js';
export function routes(router: any) {
  router.post('/ask', async (req: any, res: any) => {
    res.json({ answer: await complete(req.body.note, req.user.id) });
  });
}`,
        'src/main.ts': `import { routes } from './routes.js';\nroutes(makeRouter());`,
        'src/other.ts': full,
      },
      { 'src/routes.ts': ['4 require-audit-log missing'] },
    ],
    [
      'reads the fields that a writer of another module puts together',
      {
        'src/audit/writer.ts': `import { db } from './db.js';\nexport async function writeAudit(e: any) { await db.auditLog.create({ data: { inputHash: e.i, outputHash: e.o, timestamp: new Date(), userId: e.u, outcome: e.outcome } }); }`,
        'src/route.ts': full.replace(
          /inputHash: h\(note\), outputHash: h\(answer\), timestamp: new Date\(\), userId: user.id/g,
          'i: h(note), o: h(answer), u: user.id',
        ),
      },
      {},
    ],
  ])('%s', (_, files, reports) => {
    expect(reportsOf(files)).toEqual(reports);
  });
});

describe('hashes that a writer of another module makes', () => {
  const hashing = (body: string): Record<string, readonly string[]> =>
    lintFiles(
      {
        'src/llm/gateway.ts': gateway(),
        'src/audit/wrap.ts': wrap,
        'src/audit/hash.ts': `import { createHash, createHmac } from 'node:crypto';\nexport const digest = (text: string) => ${body};\n`,
        'src/audit/writer.ts': `import { db } from './db.js';
import { digest } from './hash.js';
export async function writeAudit({ userId, input, output, outcome }: any) {
  await db.insert('audit_log', { userId, inputHash: digest(input), outputHash: output ? digest(output) : null, outcome, timestamp: new Date() });
}`,
        'src/route.ts': full.replace(
          /inputHash: h\(note\), outputHash: h\(answer\), timestamp: new Date\(\), userId: user.id/g,
          'input: note, output: answer, userId: user.id',
        ),
      },
      { rules: { 'require-audit-log': { keyedHash: true } } },
    );

  it('are keyed where their body says so, whatever they are called', () => {
    expect(hashing(`createHmac('sha256', process.env.K!).update(text).digest('hex')`)).toEqual({});
  });

  it('are plain where their body says so, at the call that has them written', () => {
    expect(hashing(`createHash('sha256').update(text).digest('hex')`)).toEqual({
      'src/route.ts': ['8 require-audit-log plainHash'],
    });
  });
});

describe('labels that a writer of another module sets', () => {
  const labelled = (record: string): Record<string, readonly string[]> =>
    lintFiles(
      {
        'src/llm/gateway.ts': gateway(),
        'src/audit/writer.ts': adding(record),
        'src/audit/wrap.ts': wrap,
        'src/route.ts': full,
        'src/ask.ts': gateway(
          '',
          `await writeAudit({ inputHash: h(prompt), outputHash: h(text), timestamp: new Date(), userId, outcome: state });`,
        ).replace('../', './'),
      },
      { rules: { 'require-data-classification': { where: ['wrapper', 'audit'] } } },
    );

  it('count for the request', () => {
    expect(labelled(`{ ...entry, dataClassification: 'internal' }`)['src/ask.ts']).toBeUndefined();
    expect(labelled(`{ ...entry, dataClassification: 'secret' }`)['src/ask.ts']).toEqual([
      '10 require-data-classification unlisted',
    ]);
    expect(labelled(`entry`)['src/ask.ts']).toEqual(['8 require-data-classification missing']);
  });
});

describe('who asked, where callers say it', () => {
  const recording = (user: string) => ({
    'src/llm/gateway.ts': gateway(
      '',
      `await writeAudit({ inputHash: h(prompt), outputHash: h(text), timestamp: new Date(), userId: ${user}, outcome: 'ok' });`,
    ),
  });
  const rule = { rules: { 'require-audit-log': { errorPath: false } } };
  const of = (call: string, path = 'src/route.ts', files: object = recording('userId')): object =>
    lintFiles(
      { 'src/audit/writer.ts': writer, 'src/audit/wrap.ts': wrap, ...files, [path]: route(call) },
      rule,
    );

  it('is nobody where a route hands in a word that names nobody', () => {
    const found = { 'src/route.ts': [expect.stringMatching(/^8 require-audit-log fields/)] };
    expect(of(`return complete(note, 'system');`)).toEqual(found);
    expect(of(`return complete(note, '');`)).toEqual(found);
    expect(of(`const who = 'anonymous'; return complete(note, who);`)).toEqual(found);
  });

  it('is somebody, or a job that nobody asks for', () => {
    expect(of(`return complete(note, user.id);`)).toEqual({});
    expect(of(`return complete(note, user?.id ?? 'anonymous');`)).toEqual({});
    expect(of(`return complete(note, 'svc-nightly-digest');`)).toEqual({});
    expect(of(`cron.schedule('0 3 * * *', () => complete(note, 'system'));`)).toEqual({});
    expect(of(`return complete(note, 'system');`, 'src/jobs/digest.ts')).toEqual({});
  });

  it('is found through a writer that names it otherwise', () => {
    const named = {
      'src/audit/writer.ts': `import { db } from '../db.js';\nexport async function writeAudit(entry: Entry) { await db.insert('audit_log', { input_hash: entry.inputHash, output_hash: entry.outputHash, created_at: new Date(), user_id: entry.who.id, outcome: entry.outcome }); }\n`,
      'src/llm/gateway.ts': gateway(
        '',
        `await writeAudit({ inputHash: h(prompt), outputHash: h(text), who: { id: userId }, outcome: 'ok' });`,
      ),
    };
    const call = (user: string): object => of(`return complete(note, ${user});`, 'src/route.ts', named);
    expect(call(`'system'`)).toEqual({
      'src/route.ts': [expect.stringMatching(/^8 require-audit-log fields/)],
    });
    expect(call('user.id')).toEqual({});
  });
});

describe('a writer that Fastify is decorated with', () => {
  const files = (body: string) => ({
    'package.json': {
      name: 'app',
      type: 'module',
      dependencies: { '@anthropic-ai/sdk': '*', fastify: '*', 'fastify-plugin': '*' },
    },
    'src/plugins/audit.ts': `import fp from 'fastify-plugin';
import { db } from '../db.js';
export default fp(async (app) => {
  app.decorate('audit', async (entry: object) => { ${body} });
});
`,
    'src/db.ts': `import pg from 'pg';\nexport const db = new pg.Pool();\n`,
    'src/plugins/claude.ts': `import fp from 'fastify-plugin';
import Anthropic from '@anthropic-ai/sdk';
import { createHmac } from 'node:crypto';
const h = (s: string) => createHmac('sha256', process.env.K!).update(s).digest('hex');
const client = new Anthropic();
export default fp(async (app) => {
  app.decorate('ask', async (prompt: string, userId: string) => {
    const base = { userId, inputHash: h(prompt), timestamp: new Date() };
    try {
      const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, messages: [{ role: 'user', content: prompt }] });
      const text = message.content[0].text;
      await app.audit({ ...base, outputHash: h(text), outcome: 'ok' });
      return text;
    } catch (error) {
      await app.audit({ ...base, outcome: 'failed' });
      throw error;
    }
  });
});
`,
  });

  it('counts for what it writes', () => {
    const of = (body: string): object => lintFiles(files(body), { rules });
    expect(of(`await db.query('INSERT INTO audit_log (entry) VALUES ($1)', [entry]);`)).toEqual({});
    expect(of('')).toEqual({
      'src/plugins/claude.ts': [expect.stringMatching(/^10 require-audit-log missing/)],
    });
    expect(of(`if (!entry) throw new Error('entry');`)).toEqual({
      'src/plugins/claude.ts': [expect.stringMatching(/^10 require-audit-log missing/)],
    });
  });
});

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

describe('audit records through modules', () => {
  it.each<[string, object, object]>([
    ['counts a record of the caller, by a writer of another module', { 'src/route.ts': full }, {}],
    [
      'does not count a writer that writes nothing',
      { 'src/audit/writer.ts': noop, 'src/route.ts': full },
      { 'src/route.ts': ['8 require-audit-log missing'] },
    ],
    [
      'asks the caller where neither records',
      {
        'src/route.ts': route(
          `const answer = await complete(note, user.id); return Response.json({ answer });`,
        ),
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

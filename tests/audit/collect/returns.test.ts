/**
 * Where evidence says that an answer goes.
 */
import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../helpers/audits.ts';

const PACKAGE = { name: 'letters', type: 'module', 'claude-compliance': { zdr: true, hipaa: true } };
const SDK = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const BODY = `{ model: 'claude-sonnet-4-6', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content: q }] }`;
const ASK = `client.messages.create(${BODY})`;
const DRAFT = `${SDK}export async function draft(q: string) {\n  const message = await ${ASK};\n  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');\n}\n`;

/** Kind and place of each end, of the only call site. */
async function endsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { callSites } = await auditFiles({ 'package.json': JSON.stringify(PACKAGE), ...files });
  const [site] = callSites;
  return (site?.returns ?? [])
    .map(({ kind, at, state, name }) => `${kind} ${state} ${name ?? ''} ${at.file}:${String(at.line)}`)
    .sort();
}

describe('an answer', () => {
  it.each([
    [
      'is handed to a route’s caller, with what is read of it',
      `${SDK}app.post('/draft', async (req, res) => {\n  const q = req.body.note;\n  const message = await ${ASK};\n  const [block] = message.content;\n  res.status(200).json({ letter: block.text });\n});\n`,
      ['response shown  src/a.ts:7'],
    ],
    [
      'is handed on by a function of the same file',
      `${DRAFT}app.get('/draft', async (c) => {\n  const letter = await draft(c.req.query('q'));\n  return c.json({ letter });\n});\n`,
      ['response shown  src/a.ts:9'],
    ],
    [
      'is the response of a handler of the web',
      `${SDK}export async function POST(request: Request) {\n  const { q } = await request.json();\n  const message = await ${ASK};\n  return Response.json({ text: message.content });\n}\n`,
      ['response shown POST src/a.ts:6'],
    ],
    [
      'is the response of a lambda',
      `${SDK}export const handler = async (event) => {\n  const q = event.body;\n  const message = await ${ASK};\n  return { statusCode: 200, body: JSON.stringify(message.content) };\n};\n`,
      ['response shown handler src/a.ts:6'],
    ],
    [
      'is the body of a context',
      `${SDK}router.post('/draft', async (ctx) => {\n  const { q } = ctx.request.body;\n  ctx.body = await ${ASK};\n});\n`,
      ['response shown  src/a.ts:5'],
    ],
    [
      'is written piece by piece',
      `${SDK}app.post('/draft', async (req, res) => {\n  const q = req.body.note;\n  const stream = client.messages.stream(${BODY});\n  for await (const event of stream) if (event.type === 'content_block_delta') res.write(event.delta.text);\n  res.end();\n});\n`,
      ['response shown  src/a.ts:6'],
    ],
    ['goes to those who call the function', DRAFT, ['caller shown draft src/a.ts:5']],
    [
      'is put into a table',
      `${SDK}export async function draft(q: string) {\n  const message = await ${ASK};\n  await db.letter.create({ data: { text: message.content } });\n}\n`,
      ['database shown draft src/a.ts:5'],
    ],
    [
      'is put into a row',
      `${SDK}export async function draft(q: string) {\n  const message = await ${ASK};\n  await db.update(letters).set({ text: message.content }).where(eq(letters.id, 1));\n}\n`,
      ['database shown draft src/a.ts:5'],
    ],
    [
      'is what a procedure gives back',
      `${DRAFT}export const router = t.router({ draft: t.procedure.mutation(async ({ input }) => ({ letter: await draft(input.q) })) });\n`,
      ['response shown  src/a.ts:7'],
    ],
    [
      'is what a resolver gives back',
      `${DRAFT}export const resolvers = { Query: { letter: async (_, { q }) => draft(q) } };\n`,
      ['response shown letter src/a.ts:7'],
    ],
    [
      'goes nowhere that is followed',
      `${SDK}export async function draft(q: string) {\n  const message = await ${ASK};\n  show(message);\n}\n`,
      ['unknown cannot-tell draft src/a.ts:4'],
    ],
  ])('%s', async (_, code, ends) => {
    expect(await endsOf({ 'src/a.ts': code })).toEqual(ends);
  });

  it('goes where the callers in other modules take it', async () => {
    const route = `import { draft } from './a.js';\nexport function routes(app) {\n  app.post('/draft', async (req, res) => {\n    const letter = await draft(req.body.note);\n    res.json({ letter });\n  });\n}\n`;
    const job = `import { draft } from './a.js';\nexport async function nightly(db) {\n  for (const each of await db.notes.all()) await db.letter.update({ where: { id: each.id }, data: { text: await draft(each.note) } });\n}\n`;
    expect(await endsOf({ 'src/a.ts': DRAFT, 'src/route.ts': route, 'src/job.ts': job })).toEqual([
      'database shown nightly src/job.ts:3',
      'response shown  src/route.ts:5',
    ]);
  });

  it('is asked of the last of those that hand it on', async () => {
    const service = `import { draft } from './a.js';\nexport class Letters {\n  async letter(q: string) {\n    const text = await draft(q);\n    return { text };\n  }\n}\n`;
    const route = `import { Letters } from './service.js';\nconst letters = new Letters();\nexport async function POST(request: Request) {\n  const { q } = await request.json();\n  return Response.json(await letters.letter(q));\n}\n`;
    expect(await endsOf({ 'src/a.ts': DRAFT, 'src/service.ts': service, 'src/route.ts': route })).toEqual([
      'response shown POST src/route.ts:5',
    ]);
  });
});

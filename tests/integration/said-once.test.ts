/**
 * One fault is said in one file: where content is fetched, where a request is made, and not again by whoever passes a client or a model on.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasLabelName } from '../../src/policy/classification.ts';
import { folderWith } from '../helpers/folders.ts';
import { lintManifest } from '../helpers/manifests.ts';
import { lintFiles } from '../helpers/projects.ts';

const client = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const ask = (content: string): string =>
  `client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [{ role: 'user', content: ${content} }] })`;

const content = (files: Readonly<Record<string, string>>): object =>
  lintFiles(files, { rules: { 'require-redaction': { content: 'all' } } });

describe('content that is fetched', () => {
  it('is asked where it is fetched, not where the client of the database comes from', () => {
    const brief = `${client}export async function brief(db: Database) {\n  const note = await db.notes.latest();\n  return ${ask('note.text')};\n}\n`;
    const route = `import { brief } from './brief.js';\nimport { connect } from './db.js';\nexport async function run() {\n  const db = await connect();\n  return brief(db);\n}\n`;
    expect(
      content({
        'src/brief.ts': brief,
        'src/run.ts': route,
        'src/db.ts': 'export declare function connect(): Promise<Database>;\n',
      }),
    ).toEqual({
      'src/brief.ts': ['4 require-redaction content'],
    });
  });

  it('is asked of callers alone where they hand it in', () => {
    const brief = `${client}export async function brief(input: { text: string }) {\n  return ${ask('input.text')};\n}\n`;
    const route = `import { brief } from './brief.js';\nexport async function run(db: Database) {\n  const row = await db.notes.latest();\n  return brief({ text: row.text });\n}\n`;
    expect(content({ 'src/brief.ts': brief, 'src/run.ts': route })).toEqual({
      'src/run.ts': ['3 require-redaction content'],
    });
  });

  it('is not what describes it', () => {
    const code = `${client}export async function level(db: Database) {\n  const row = await db.notes.latest();\n  return ${ask('`Level ${row.level}, ${row.count} of ${row.kind}`')};\n}\n`;
    expect(content({ 'src/level.ts': code })).toEqual({});
  });
});

it('says the same text of a body once for several calls of one function', () => {
  const complete = `${client}export const complete = (prompt: string) => ${ask('prompt')};\n`;
  const route = `import { complete } from './complete.js';\nexport async function POST(request: Request) {\n  const { topic } = await request.json();\n  const title = await complete(topic);\n  const body = await complete(topic);\n  return Response.json({ title, body });\n}\n`;
  expect(
    lintFiles(
      { 'src/complete.ts': complete, 'src/route.ts': route },
      { rules: { 'require-redaction': true } },
    ),
  ).toEqual({ 'src/route.ts': ['4 require-redaction body'] });
});

it('leaves what tests call of the project to its own modules', () => {
  const send = `// api.anthropic.com answers slowly.\nexport async function send(url: string, init: RequestInit) { return fetch(url, { ...init, signal: AbortSignal.timeout(9) }); }\n`;
  const call = `send('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 8, messages }) })`;
  const files = {
    'src/send.ts': send,
    'src/send.test.ts': `import { send } from './send.js';\nawait ${call};\n`,
  };
  expect(lintFiles(files, { rules: { 'require-inference-geo': true } })).toEqual({});
});

it('leaves a request to the module that makes it, whoever hands on a name that requests have, too', () => {
  const gateway = `import { createOpenRouter } from '@openrouter/ai-sdk-provider';\nimport { streamText } from 'ai';\nconst openrouter = createOpenRouter();\nexport async function stream(prompt: string, model = 'anthropic/claude-3.5-sonnet') {\n  return streamText({ model: openrouter(model), prompt });\n}\n`;
  const route = `import { stream } from './gateway.js';\nexport async function POST(request: Request) {\n  const { message, prompt, model } = await request.json();\n  return stream(message ?? prompt, model);\n}\n`;
  expect(
    lintFiles(
      { 'src/gateway.ts': gateway, 'src/route.ts': route },
      { rules: { 'require-inference-geo': true, 'require-approved-provider': true } },
    ),
  ).toEqual({
    'src/gateway.ts': ['5 require-approved-provider address', '5 require-inference-geo cannotPin'],
  });
});

it.each([
  ['a client of another vendor, and a table of models of several', '', {}],
  [
    'the same at an address from elsewhere',
    'baseURL: process.env.GATEWAY',
    { 'src/ask.ts': ['4 require-inference-geo cannotPin'] },
  ],
])('tells whom a general client asks: %s', (_, options, expected) => {
  const code = `import OpenAI from 'openai';\nconst MODELS = { fast: 'gpt-5-mini', best: 'claude-opus-5' };\nexport const ask = (name: 'best' | 'fast', input: string) =>\n  new OpenAI({ ${options} }).chat.completions.create({ model: MODELS[name], messages: [{ role: 'user', content: input }] });\n`;
  expect(lintFiles({ 'src/ask.ts': code }, { rules: { 'require-inference-geo': true } })).toEqual(expected);
});

it.each([
  ['nobody', {}, { 'src/ask.ts': ['4 require-audit-log missing'] }],
  [
    'a route',
    {
      'src/route.ts': `import { ask } from './index.js';\nexport const POST = async (r: Request) => Response.json(await ask(await r.text()));\n`,
    },
    { 'src/ask.ts': ['4 require-audit-log missing'] },
  ],
  [
    'a route beside one that records',
    {
      'src/route.ts': `import { ask } from './index.js';\nexport const POST = async (r: Request) => Response.json(await ask(await r.text()));\n`,
      'src/recorded.ts': `import { ask } from './index.js';\nimport { audit } from '@acme/audit';\nexport const POST = async (r: Request) => {\n  const answer = await ask(await r.text()).finally(() => audit.record(r));\n  return Response.json(answer);\n};\n`,
    },
    { 'src/route.ts': ['2 require-audit-log missing'] },
  ],
])(
  'asks a function that a barrel hands on where it stands, unless somebody records its call: %s',
  (_, files, expected) => {
    const code = `${client}export async function ask(text: string) {\n  return ${ask('text')};\n}\n`;
    const project = { 'src/ask.ts': code, 'src/index.ts': `export { ask } from './ask.js';\n`, ...files };
    expect(lintFiles(project, { rules: { 'require-audit-log': true } })).toEqual(expected);
  },
);

describe('what no caller adds', () => {
  const ROUTES = ['a', 'b', 'c', 'd', 'e', 'f'];
  const audited = {
    'src/audit.ts': `export declare const db: Db;\nexport const writeAudit = (entry: object) => db.insert('audit_log', entry);\n`,
  };
  const recording = (call: string): string =>
    `import { writeAudit } from './audit.js';\nexport async function GET(request: Request) {\n  const text = await request.text();\n  let outcome = 'error';\n  try {\n    const answer = await ${call};\n    outcome = 'ok';\n    return answer;\n  } finally {\n    await writeAudit({ inputHash: sha(text), outputHash: sha(text), timestamp: Date.now(), userId: request.user, outcome });\n  }\n}\n`;
  const routesOf = (imports: string, call: string): Record<string, string> =>
    Object.fromEntries(
      ROUTES.map((name) => [
        `src/routes/${name}.ts`,
        `${imports}\nexport async function POST(request: Request) {\n  const text = await request.text();\n  return ${call};\n}\n`,
      ]),
    );
  const fn = `${client}export async function ask(text: string) {\n  return ${ask('text')};\n}\n`;
  const method = `${client}class Assistant {\n  async ask(text: string) {\n    return ${ask('text')};\n  }\n}\nexport const assistant = new Assistant();\n`;
  const fixed = `${client}export class Assistant {\n  static async ask(text: string) {\n    return ${ask('text')};\n  }\n}\n`;
  const forms: readonly (readonly [string, string, string, string, number])[] = [
    ['a function', fn, `import { ask } from '../ask.js';`, 'ask(text)', 4],
    ['a method of an instance', method, `import { assistant } from '../ask.js';`, 'assistant.ask(text)', 5],
    ['a static method', fixed, `import { Assistant } from '../ask.js';`, 'Assistant.ask(text)', 5],
  ];
  const rules = { 'require-audit-log': true, 'require-data-classification': { where: ['wrapper', 'audit'] } };

  it.each(forms)('is said once, where the request stands: %s', (_, module, imports, call, line) => {
    const files = { 'src/ask.ts': module, ...routesOf(imports, call), ...audited };
    expect(lintFiles(files, { rules })).toEqual({
      'src/ask.ts': [
        `${String(line)} require-audit-log missing`,
        `${String(line)} require-data-classification missing`,
      ],
    });
  });

  it.each(forms)('is said at the others where one does: %s', (_, module, imports, call) => {
    const one = `${imports.replace('../', './')}\n${recording(call)}`;
    const files = { 'src/ask.ts': module, ...routesOf(imports, call), ...audited, 'src/one.ts': one };
    expect(lintFiles(files, { rules: { 'require-audit-log': true } })).toEqual(
      Object.fromEntries(ROUTES.map((name) => [`src/routes/${name}.ts`, ['4 require-audit-log missing']])),
    );
  });

  it.each(forms)('is no question of a caller beyond others that records: %s', (_, module, imports, call) => {
    const middle = `${imports.replace('../', './')}\nexport async function summary(text: string) {\n  return ${call};\n}\n`;
    const top = `import { summary } from './summary.js';\n${recording('summary(text)')}`;
    const files = { 'src/ask.ts': module, 'src/summary.ts': middle, 'src/top.ts': top, ...audited };
    expect(lintFiles(files, { rules: { 'require-audit-log': true } })).toEqual({});
  });

  it('is said once where a wrapper sends in a function that it hands to another, or to one of its own', () => {
    const retried = `${client}async function retry<T>(run: () => Promise<T>): Promise<T> {\n  return run();\n}\nexport async function ask(text: string) {\n  return retry(async () => ${ask('text')});\n}\nexport const askOnce = (text: string) => ask(text);\n`;
    const within = `${client}export async function ask(text: string) {\n  const send = async () => ${ask('text')};\n  return send();\n}\n`;
    for (const [module, line] of [
      [retried, 7],
      [within, 4],
    ] as const) {
      const files = {
        'src/ask.ts': module,
        ...routesOf(`import { ask } from '../ask.js';`, 'ask(text)'),
        ...audited,
        'src/trail.ts': `import { writeAudit } from './audit.js';\nimport { ask } from './ask.js';\nexport const peek = (text: string) => ask(text);\nexport const note = (entry: object) => writeAudit(entry);\n`,
      };
      expect(lintFiles(files, { rules: { 'require-audit-log': true } })).toEqual({
        'src/ask.ts': [`${String(line)} require-audit-log missing`],
      });
    }
  });

  it('is said at the others where one does, of a wrapper that sends in a function that it hands on', () => {
    const module = `${client}import { retry } from './retry.js';\nexport async function ask(text: string) {\n  return retry(async () => ${ask('text')});\n}\n`;
    const imports = `import { ask } from '../ask.js';`;
    const one = `${imports.replace('../', './')}\n${recording('ask(text)')}`;
    const retry = `export async function retry<T>(run: () => Promise<T>) { return run(); }\n`;
    const files = {
      'src/ask.ts': module,
      'src/retry.ts': retry,
      ...routesOf(imports, 'ask(text)'),
      ...audited,
      'src/one.ts': one,
    };
    expect(lintFiles(files, { rules: { 'require-audit-log': true } })).toEqual(
      Object.fromEntries(ROUTES.map((name) => [`src/routes/${name}.ts`, ['4 require-audit-log missing']])),
    );
  });

  it('is said once of more callers than a handful', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `src/routes/r${String(at)}.ts`,
        `import { ask } from '../ask.js';\nexport const POST = async (request: Request) => ask(await request.text());\n`,
      ]),
    );
    const trail = `import { ask } from './ask.js';\nimport { writeAudit } from './audit.js';\nexport const peek = (text: string) => ask(text);\nexport const note = (entry: object) => writeAudit(entry);\n`;
    expect(
      lintFiles(
        { 'src/ask.ts': fn, ...many, ...audited, 'src/trail.ts': trail },
        { rules: { 'require-audit-log': true } },
      ),
    ).toEqual({ 'src/ask.ts': ['4 require-audit-log missing'] });
  });

  it.each([
    [
      'a line of a log',
      `log.error('Failed', { attempt: 2, error });`,
      { 'src/ask.ts': ['4 require-audit-log missing'] },
    ],
    [
      'a record in one',
      `log.info('Claude', { inputHash: sha(text), outputHash: sha(text), userId: user.id, outcome: 'ok', model });`,
      {},
    ],
  ])('takes for a record what a caller says by a logger of the project: %s', (_, line, expected) => {
    const logger = `function put(entry: object) {\n  console.log(JSON.stringify(entry));\n}\nfunction write(level: string, message: string, context?: object, base?: object) {\n  const entry = { level, message, timestamp: new Date().toISOString(), environment: process.env.NODE_ENV, context: { ...base, ...context }, error: serialize(context) };\n  put(entry);\n}\nexport class Logger {\n  private base?: object;\n  constructor(base?: object) {\n    this.base = base;\n  }\n  withContext(context: object) { return new Logger({ ...this.base, ...context }); }\n  info(message: string, context?: object) { write('info', message, context, this.base); }\n  error(message: string, context?: object) { write('error', message, context, this.base); }\n}\nexport const createLogger = (component: string) => new Logger({ component });\nexport const withRequest = (requestId: string, userId?: string) => createLogger('api').withContext({ requestId, ...(userId && { userId }) });\n`;
    const summary = `import { ask } from './ask.js';\nimport { createLogger } from './log.js';\nconst log = createLogger('ask');\nexport async function summary(text: string) {\n  try {\n    const answer = await ask(text);\n    ${line}\n    return answer;\n  } catch (error) {\n    ${line}\n    throw error;\n  }\n}\n`;
    expect(
      lintFiles(
        { 'src/ask.ts': fn, 'src/log.ts': logger, 'src/summary.ts': summary, ...audited },
        { rules: { 'require-audit-log': { fields: ['timestamp'] } } },
      ),
    ).toEqual(expected);
  });

  it('is said at callers where others may be out of sight', () => {
    const contract = `export interface Assistant { ask(text: string): Promise<unknown> }\n`;
    const made = `import Anthropic from '@anthropic-ai/sdk';\nimport type { Assistant } from './contract.js';\nconst client = new Anthropic();\nexport class Claude implements Assistant {\n  async ask(text: string) {\n    return ${ask('text')};\n  }\n}\n`;
    const route = `import type { Assistant } from './contract.js';\nimport { writeAudit } from './audit.js';\nexport async function run(assistant: Assistant, text: string) {\n  return assistant.ask(text);\n}\nexport const note = (entry: object) => writeAudit(entry);\n`;
    const files = {
      'package.json': { name: 'project', type: 'module', dependencies: { '@anthropic-ai/sdk': '1' } },
      'src/contract.ts': contract,
      'src/claude.ts': made,
      'src/route.ts': route,
      ...audited,
    };
    expect(lintFiles(files, { rules: { 'require-audit-log': true } })).toEqual({
      'src/route.ts': ['4 require-audit-log missing'],
    });
  });
});

it('finds a request that a module sends which knows nothing of Claude', () => {
  const send = `export async function safeFetch(url: string, init: RequestInit = {}) {\n  return fetch(url, { ...init, signal: AbortSignal.timeout(9) });\n}\n`;
  const code = `import { safeFetch } from './send.js';\nexport const ask = (base: string, model: string, messages: Message[]) =>\n  safeFetch(\`\${base}/messages\`, { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model, max_tokens: 8, messages }) });\n`;
  const other = code.replace('anthropic-version', 'x-version');
  expect(
    lintFiles(
      { 'src/send.ts': send, 'src/ask.ts': code, 'src/other.ts': other },
      { rules: { 'require-inference-geo': true, 'require-audit-log': true } },
    ),
  ).toEqual({ 'src/ask.ts': ['3 require-audit-log missing', '3 require-inference-geo missing'] });
});

it('says once in a file what is set outside of it: where agents run', () => {
  const code = `import { query } from '@anthropic-ai/claude-agent-sdk';\nexport const models = () => query({ prompt: 'hi' });\nexport const commands = () => query({ prompt: 'hi' });\n`;
  expect(
    lintFiles(
      { 'src/agent.ts': code },
      { rules: { 'require-inference-geo': true, 'require-approved-provider': { providers: ['bedrock'] } } },
    ),
  ).toEqual({
    'src/agent.ts': ['2 require-approved-provider provider', '2 require-inference-geo cannotPin'],
  });
});

describe('a row of a usage log', () => {
  const log = (row: string): string =>
    `${client}export async function POST(request: Request) {\n  const text = await request.text();\n  const answer = await ${ask('text')};\n  await db.insert(usage).values({ ${row} });\n  return answer;\n}\n`;
  const options = { fields: ['timestamp'], errorPath: false };
  it.each([
    [
      'tokens',
      `model, requestId: answer.id, timestamp: new Date(), feature: 'chat', inputTokens: 1, outputTokens: 2`,
    ],
    ['cost, with who asked', `model, userId: user.id, timestamp: new Date(), feature: 'chat', cost_usd: 1`],
    [
      'latency, with how it ended',
      `model, status: 'ok', timestamp: new Date(), feature: 'chat', latencyMs: 1`,
    ],
  ])('is no audit record: %s', (_, row) => {
    expect(lintFiles({ 'src/ask.ts': log(row) }, { rules: { 'require-audit-log': options } })).toEqual({
      'src/ask.ts': ['5 require-audit-log missing'],
    });
  });
  it.each([
    [
      'who asked and how it ended',
      `userId: user.id, status: 'ok', timestamp: new Date(), feature: 'chat', inputTokens: 1`,
    ],
    ['hashes', `inputHash: sha(text), model, timestamp: new Date(), feature: 'chat', durationMs: 1`],
    ['no measure', `model, requestId: answer.id, timestamp: new Date(), feature: 'chat'`],
  ])('is one with %s', (_, row) => {
    expect(lintFiles({ 'src/ask.ts': log(row) }, { rules: { 'require-audit-log': options } })).toEqual({});
  });
});

it('takes what a request names for no record: a header, a parameter', () => {
  const code = `${client}export async function POST(request: Request) {\n  const subject = request.headers.get('subject') || '';\n  const applicant = params.get('applicant');\n  const record = await patients.get('7');\n  return ${ask('`Subject: ${subject}, ${applicant}, ${record}`')};\n}\n`;
  expect(
    lintFiles(
      { 'src/ask.ts': code },
      { rules: { 'no-full-record': { records: ['subject', 'applicant', 'patient'] } } },
    ),
  ).toEqual({ 'src/ask.ts': ['7 no-full-record record'] });
});

describe('what a test compares with', () => {
  const body = `{ system: [{ type: 'text', text: 'be brief', cache_control: { type: 'ephemeral' } }] }`;
  it.each([
    ['what was sent', `expect(sent.body).toEqual(${body});`, false],
    ['a part of it', `expect(send).toHaveBeenCalledWith(expect.objectContaining(${body}));`, false],
    ['an assertion of Node', `assert.deepStrictEqual(sent, ${body});`, false],
    [
      'what it sends',
      `await client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [], ...${body} });`,
      true,
    ],
  ])('%s', (_, code, isReported) => {
    const files = { 'src/ask.test.ts': `${client}${code}\n` };
    const found = lintFiles(files, {
      rules: { 'no-zdr-ineligible-features': true },
      settings: { zdr: true },
    });
    expect(found).toEqual(
      isReported ? { 'src/ask.test.ts': ['3 no-zdr-ineligible-features ineligible'] } : {},
    );
  });
});

describe('a package that names a model', () => {
  const said = (source: string, dependencies: object = {}): string[] => {
    const folder = folderWith({ 'package.json': { name: 'acme', dependencies }, 'src/page.ts': source });
    return lintManifest(join(folder, 'package.json'), {
      rules: { 'require-approved-model': {} },
      cwd: folder,
    }).map(({ messageId }) => messageId ?? '');
  };
  const choice = `export const MODELS = [{ id: 'claude-opus-5', name: 'Best' }];\n`;
  it.each([
    ['for people to choose', choice, {}, []],
    ['in a request to a gateway', `${choice}fetch(base + '/chat/completions', { body });\n`, {}, ['noList']],
    ['for a library that asks models', choice, { ai: '6' }, ['noList']],
  ])('%s', (_, source, dependencies, expected) => {
    expect(said(source, dependencies)).toEqual(expected);
  });
});

describe('one place that mends several requests', () => {
  const request = (model: string, content = 'text'): string =>
    `client.messages.create({ model: ${model}, max_tokens: 8, messages: [{ role: 'user', content: ${content} }] })`;
  const two = (first: string, second: string): string =>
    `${client}const OLD = 'claude-3-5-haiku-20241022';\nexport const brief = (text: string) => ${first};\nexport const full = (text: string) => ${second};\n`;
  const rules = { 'require-inference-geo': true, 'require-approved-model': { models: ['claude-opus-5'] } };
  const tooOld = (line: number): string => `${String(line)} require-inference-geo modelTooOld`;

  it('an old model that is not approved: once, and for each request that it cannot be pinned', () => {
    expect(lintFiles({ 'src/ask.ts': two(request('OLD'), request('OLD')) }, { rules })).toEqual({
      'src/ask.ts': ['3 require-approved-model notApproved', tooOld(4), tooOld(5)],
    });
  });

  it('the same of a model that another module of the project has', () => {
    const ask = `${client}import { OLD } from './models.js';\nexport const brief = (text: string) => ${request('OLD')};\nexport const full = (text: string) => ${request('OLD')};\n`;
    const files = { 'src/ask.ts': ask, 'src/models.ts': `export const OLD = 'claude-3-5-haiku-20241022';\n` };
    expect(lintFiles(files, { rules })).toEqual({
      'src/ask.ts': ['4 require-approved-model notApproved', tooOld(4), tooOld(5)],
    });
  });

  it.each([
    [
      'in branches of one function, of which one runs',
      `if (fast) return ask(text);\n  try {\n    return await ask(text);\n  } catch {\n    return undefined;\n  }`,
      ['4'],
    ],
    ['one after the other', `const first = await ask(text);\n  return ask(first);`, ['4', '5']],
    [
      'in functions of one that makes them',
      `return {\n    brief: async () => { return ask(text); },\n    full: async () => { return ask(text); },\n  };`,
      ['5', '6'],
    ],
  ])('a record: %s', (_, body, lines) => {
    const ask = `${client}export async function ask(text: string) {\n  return ${request(`'claude-opus-5'`)};\n}\n`;
    const recorded = `import { ask } from './ask.js';\nimport { audit } from '@acme/audit';\nexport const POST = async (r: Request) => {\n  const answer = await ask(await r.text()).finally(() => audit.record(r));\n  return Response.json(answer);\n};\n`;
    const route = `import { ask } from './ask.js';\n// One way to Claude.\nexport async function POST(text: string, fast: boolean) {\n  ${body}\n}\n`;
    const files = { 'src/ask.ts': ask, 'src/route.ts': route, 'src/recorded.ts': recorded };
    expect(lintFiles(files, { rules: { 'require-audit-log': { errorPath: false } } })).toEqual({
      'src/route.ts': lines.map((line) => `${line} require-audit-log missing`),
    });
  });
});

describe('what one redactor mends', () => {
  const route = (content: string): string =>
    `${client}export async function POST(request: Request) {\n  const { note } = await request.json();\n  const patient = await db.patients.latest();\n  return ${ask(content)};\n}\n`;
  it.each([
    [
      'text of a body and an identifier, on two lines',
      '`Note: ${note}\nName: ${patient.fullName}`',
      ['6 require-redaction both'],
    ],
    ['text of a body alone', '`Note: ${note}`', ['6 require-redaction body']],
    ['an identifier alone', '`Name: ${patient.fullName}`', ['6 require-redaction identifier']],
    [
      'where one of them is redacted',
      '`Note: ${redact(note)} ${patient.fullName}`',
      ['6 require-redaction identifier'],
    ],
    ['where both are', 'redact(`Note: ${note} ${patient.fullName}`)', undefined],
  ])('%s', (_, content, expected) => {
    expect(lintFiles({ 'src/route.ts': route(content) }, { rules: { 'require-redaction': true } })).toEqual(
      expected ? { 'src/route.ts': expected } : {},
    );
  });
});

describe('what one function puts into its requests', () => {
  const cached = `{ type: 'text', text: 'be brief', cache_control: { type: 'ephemeral' } }`;
  const said = (code: string): object =>
    lintFiles(
      { 'src/ask.ts': code },
      { rules: { 'no-zdr-ineligible-features': true }, settings: { zdr: true } },
    );
  it('is said once for a feature, and again for the next function', () => {
    const blocks = (name: string): string =>
      `export function ${name}() {\n  const system = [${cached}];\n  system.push(${cached});\n  return system;\n}\n`;
    expect(said(`${client}${blocks('brief')}${blocks('full')}`)).toEqual({
      'src/ask.ts': ['4 no-zdr-ineligible-features ineligible', '9 no-zdr-ineligible-features ineligible'],
    });
  });
  it('is said once of what is read of what is stored', () => {
    const code = `${client}export const state = (id: string) => client.messages.batches.retrieve(id);\nexport const rows = (id: string) => client.messages.batches.results(id);\nexport const send = (requests: []) => client.messages.batches.create({ requests });\n`;
    expect(said(code)).toEqual({
      'src/ask.ts': ['3 no-zdr-ineligible-features stored', '5 no-zdr-ineligible-features ineligible'],
    });
  });
});

describe('names of labels', () => {
  it.each([
    [`audit({ classification: 'restricted' });`, true],
    [`type Audit = { classification: 'public' | 'internal' };`, true],
    [`audit({ classification: label });`, true],
    [`audit({ dataClassification: kind });`, true],
    [`export interface Audit { classification: Tier | null }`, false],
    [`audit({ classification: matter.tier });`, false],
    [`audit({ classification: 'UNCLASSIFIED' });`, true],
    [
      `type Level = 'unclassified' | 'cui'; audit({ classification: level satisfies 'unclassified' | 'cui' });`,
      true,
    ],
    [`askClaude({ classification: 'unclassified', confidence: 0 });`, false],
  ])('%s', (code, expected) => {
    expect(hasLabelName(code)).toBe(expected);
  });
});

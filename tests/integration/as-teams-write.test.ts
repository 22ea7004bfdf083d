/**
 * What code bases of teams have in common, each in the fewest files that show it.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';
import type { ProjectOptions } from '../helpers/projects.ts';

const MANIFEST = {
  name: 'project',
  type: 'module',
  dependencies: { '@anthropic-ai/sdk': '^1.0.0', ai: '^6.0.0', '@aws-sdk/client-bedrock-runtime': '^3.0.0' },
};

/** What is reported, each with its file. */
const linted = (files: Readonly<Record<string, string>>, options: ProjectOptions): string[] =>
  Object.entries(lintFiles({ 'package.json': MANIFEST, ...files }, options)).flatMap(([file, reports]) =>
    reports.map((report) => `${file} ${report}`),
  );

const redaction = { rules: { 'require-redaction': true } };
const CLAUDE = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const ask = (content) => client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content }] });
`;
const REDACT = `export const redact = (text) => text.replace(/\\d{9}/g, '[SSN]');\n`;

describe('a table of models', () => {
  const files = (returned: string) => ({
    'src/models.ts': `export const MODELS = { letter: 'us.anthropic.claude-sonnet-4-6', triage: 'us.anthropic.claude-haiku-4-5' } as const;\n`,
    'src/converse.ts': `import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { MODELS } from './models.js';
const bedrock = new BedrockRuntimeClient({ region: 'us-east-1' });
const build = (kind: keyof typeof MODELS, text: string)${returned} => ({ modelId: MODELS[kind], messages: [{ role: 'user', content: [{ text }] }] });
export const converse = (kind: keyof typeof MODELS, text: string) => bedrock.send(new ConverseCommand(build(kind, text)));
`,
  });
  const models = (approved: readonly string[]) => ({
    rules: {
      'require-approved-model': { models: approved, unverifiable: 'report' },
      'require-approved-region': { regions: ['us'], unverifiable: 'report' },
    },
  });
  it.each(['', ': ConverseCommandInput'])('is read where the function is declared to give%s', (returned) => {
    expect(linted(files(returned), models(['us.anthropic.claude-*']))).toEqual([]);
    expect(linted(files(returned), models(['us.anthropic.claude-sonnet-*']))).toEqual([
      'src/converse.ts 4 require-approved-model notApproved',
    ]);
  });
});

describe('parts of messages', () => {
  const files = (clean: string) => ({
    'src/claude.js': CLAUDE,
    'src/redact.js': REDACT,
    'src/route.js': `import { ask } from './claude.js';
import { redact } from './redact.js';
${clean}
export async function POST(request) {
  const { parts } = await request.json();
  return Response.json(await ask(parts.map(clean)));
}
`,
  });
  it.each([
    `const clean = (part) => (part.type === 'text' ? { ...part, text: redact(part.text) } : part);`,
    `const clean = (part) => (part.type !== 'text' ? part : { ...part, text: redact(part.text) });`,
    `function clean(part) { if (part.type !== 'text') return part; return { ...part, text: redact(part.text) }; }`,
    `const clean = (part) => (typeof part === 'string' ? redact(part) : part);`,
    `const clean = (part) => (part.type === 'text' && part.text ? { ...part, text: redact(part.text) } : part);`,
  ])('are redacted where they are text: %s', (clean) => {
    expect(linted(files(clean), redaction)).toEqual([]);
  });
  it.each([
    `const clean = (part) => (part.type === 'text' ? part : { ...part, text: redact(part.text) });`,
    `const clean = (part) => (part.type !== 'image' ? part : { ...part, text: redact(part.text) });`,
    `const clean = (part) => (part.type === 'text' && part.id ? { ...part, text: redact(part.text) } : part);`,
    `const clean = (part) => (part.type === 'text' ? { ...part } : part);`,
  ])('are not redacted: %s', (clean) => {
    expect(linted(files(clean), redaction)).not.toEqual([]);
  });
});

describe('lists and promises that a redactor is run on', () => {
  const files = (sent: string, redactor = REDACT) => ({
    'src/claude.js': CLAUDE,
    'src/redact.js': redactor,
    'src/route.js': `import { ask } from './claude.js';
import { redact } from './redact.js';
export const POST = async (request) => ask(${sent});
`,
  });
  const LISTS = [
    "(await request.json()).lines.map(redact).join(' ')",
    'await request.text().then(redact)',
    '(await request.json()).messages.map((message) => ({ ...message, parts: message.parts.map(redact) }))',
  ];
  it.each(LISTS)('are redacted: %s', (sent) => {
    expect(linted(files(sent), redaction)).toEqual([]);
    expect(
      linted(
        files(
          sent,
          `const KINDS = { ssn: /\\d{9}/g };
export const redact = (value) => Object.entries(KINDS).reduce((rest, [kind, pattern]) => rest.replace(pattern, kind), value);
`,
        ),
        redaction,
      ),
    ).toEqual([]);
  });
  it.each(LISTS)('are not, by a redactor that does nothing: %s', (sent) => {
    expect(linted(files(sent, 'export const redact = (text) => text.trim();\n'), redaction)).not.toEqual([]);
  });
});

describe('a handler that a function of the project wraps', () => {
  const files = (wrap: string, sent: string) => ({
    'src/claude.js': CLAUDE,
    'src/redact.js': REDACT,
    'src/wrap.js': wrap,
    'src/handler.js': `import { ask } from './claude.js';
import { redact } from './redact.js';
import { wrap } from './wrap.js';
export const handler = wrap(async (event) => ask(${sent}));
`,
  });
  it.each([
    `import middy from '@middy/core';\nexport const wrap = (handler) => middy().use(parser()).handler(handler);\n`,
    `import middy from '@middy/core';\nexport const wrap = (handler) => middy(handler).use(parser());\n`,
    `export const wrap = (handler) => async (event, context) => handler({ ...event, body: JSON.parse(event.body) }, context);\n`,
    `import { instrument } from 'tracing';\nexport const wrap = (handler) => instrument({ handler });\n`,
    `import { chain } from 'chain';\nexport function wrap(handler) { return chain([handler]); }\n`,
  ])('gets the body of the event: %s', (wrap) => {
    expect(linted(files(wrap, 'event.body.note'), redaction)).toEqual([
      'src/handler.js 4 require-redaction body',
    ]);
    expect(linted(files(wrap, 'redact(event.body.note)'), redaction)).toEqual([]);
  });
});

describe('a function that a call runs', () => {
  const all = { rules: { 'require-redaction': { content: 'all' } } };
  const files = (load: string) => ({
    'src/claude.js': CLAUDE,
    'src/redact.js': REDACT,
    'src/job.js': `import { ask } from './claude.js';
import { redact } from './redact.js';
import { db } from 'store';
export const job = queue.createFunction({ id: 'job' }, async ({ step, event }) => {
  const note = await ${load};
  return ask(note);
});
`,
  });
  const loads = (given: string): readonly string[] => [
    `step.run('load note', async () => { const [row] = await db.select(); return ${given}; })`,
    `step.run('load note', () => db.select().then((row) => ${given}))`,
    `db.transaction(async (tx) => { const row = await tx.load(event.id); return ${given}; })`,
    `withSpan('load', async () => { const row = await db.load(event.id); return ${given}; })`,
    `retry(async () => { const row = await db.load(event.id); return ${given}; }, { times: 3 })`,
    `runInContext(event.tenant, async () => { const row = await db.load(event.id); return ${given}; })`,
  ];
  it.each(loads('redact(row.complaint)'))('gives what is redacted there: %s', (load) => {
    expect(linted(files(load), all)).toEqual([]);
  });
  it.each(loads('row.ssn'))('gives what is not redacted: %s', (load) => {
    expect(linted(files(load), all)).toEqual([
      expect.stringMatching(/src.job.js \d+ require-redaction identifier/),
    ]);
  });
});

describe('a chain around a model of another module', () => {
  const rules = {
    'no-raw-prompt-logging': { stdout: 'report' },
    'require-audit-log': true,
    'require-redaction': true,
  };
  const files = (chain: string, before = '') => ({
    'src/model.js': `import { ChatAnthropic } from '@langchain/anthropic';
export const model = new ChatAnthropic({ model: 'claude-sonnet-4-6', inferenceGeo: 'us' });
`,
    'src/prompts.js': `import { ChatPromptTemplate } from '@langchain/core/prompts';
export const prompt = ChatPromptTemplate.fromMessages([['human', '{text}']]);
`,
    'src/ask.js': `import { RunnableSequence } from '@langchain/core/runnables';
import { model } from './model.js'; import { prompt } from './prompts.js'; import { parser } from 'parsers';
${before}
export async function ask(request, given) {
  const { text } = await request.json();
  const answer = await ${chain}.invoke({ text });
  console.log(answer);
}
`,
  });
  it.each<[chain: string, before?: string]>([
    ['prompt.pipe(model)'],
    ['prompt.pipe(model).pipe(parser)'],
    ['prompt.pipe(model.pipe(parser))'],
    ['given.pipe(model)'],
    ['given.withConfig({}).pipe(model).withRetry()'],
    ['chain', 'const chain = prompt.pipe(model).pipe(parser);'],
    ['RunnableSequence.from([prompt, model, parser])'],
    ['chain', 'const chain = RunnableSequence.from([prompt, model]);'],
  ])('is asked: %s', (chain, before) => {
    expect(linted(files(chain, before), { rules })).toEqual([
      'src/ask.js 6 require-audit-log missing',
      'src/ask.js 6 require-redaction body',
      'src/ask.js 7 no-raw-prompt-logging content',
    ]);
  });
  it.each(['given.pipe(parser)', 'prompt.pipe(given)', 'RunnableSequence.from([prompt, given])'])(
    'is not asked: %s',
    (chain) => {
      expect(linted(files(chain), { rules })).toEqual([]);
    },
  );
});

describe('a function with a callback that is promisified', () => {
  const rules = { 'no-raw-prompt-logging': { stdout: 'report' }, 'require-redaction': true };
  const files = (sent: string, logged: string, promisify = 'util.promisify') => ({
    'lib/claude.js': `import Anthropic from '@anthropic-ai/sdk';
import util, { promisify } from 'node:util';
const client = new Anthropic();
export function complete(user, content, callback) {
  client.messages.create({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content }] })
    .then((message) => callback(null, message.content[0].text))
    .catch((error) => callback(error));
}
export const completeAsync = ${promisify}(complete);
`,
    'lib/letters.js': `import { completeAsync } from './claude.js';
export async function draft(patient, user) {
  const letter = await completeAsync(user, ${sent});
  console.log(${logged});
  return letter;
}
`,
  });
  it.each(['util.promisify', 'promisify'])('is asked with what it is handed: %s', (promisify) => {
    expect(linted(files('patient.ssn', 'letter.length', promisify), { rules })).toEqual([
      'lib/letters.js 3 require-redaction identifier',
    ]);
    expect(linted(files('"hello"', 'letter', promisify), { rules })).toEqual([
      'lib/letters.js 4 no-raw-prompt-logging content',
    ]);
    expect(linted(files('"hello"', 'letter.length', promisify), { rules })).toEqual([]);
  });
});

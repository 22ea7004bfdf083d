/**
 * Programs around one request, in the forms in which engineers write them. Lines that end in `// !` write content down, or send
 * what no redactor has seen; all others do not.
 */
export type FlowCase = readonly [name: string, code: string];

const SETUP = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const params = (q: string) => ({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user' as const, content: q }] });
const ask = (q: string) => client.messages.create(params(q));
const textOf = (m: Anthropic.Message): string => m.content.map((b) => (b.type === 'text' ? b.text : '')).join('');
`;

/** A program in which `text` is what Claude answered to `q`. */
const answered = (body: string, top = ''): string => `${SETUP}${top}
export async function run(q: string, logger: any, level: string) {
  const message = await ask(q);
  const text = textOf(message);
${body}
}
`;

/** Statements that log the answer, with what stands outside the function. */
const logs = (...statements: readonly (readonly [body: string, top?: string])[]): FlowCase[] =>
  statements.map(([body, top]) => [body.trim() + (top ? ` // ${top.trim()}` : ''), answered(body, top)]);

export const EXTRACTED: readonly FlowCase[] = logs(
  ['  console.log(/<b>(.*)<.b>/.exec(text)?.[1]); // !'],
  ['  const m = /<b>(.*)<.b>/.exec(text);\n  if (m) console.log(m[1]); // !'],
  ['  const match = TAG.exec(text);\n  console.log(match); // !', 'const TAG = /<b>(.*)<.b>/;'],
  [
    '  const { groups } = TAG.exec(text) ?? {};\n  console.log(groups?.body); // !',
    'const TAG = new RegExp("(?<body>.*)");',
  ],
  [
    '  let m;\n  while ((m = TAG.exec(text)) !== null) console.log(m[1]); // !',
    'const TAG = /<b>(.*?)<.b>/g;',
  ],
  ['  console.log(PATTERNS.body.exec(text)![1]); // !', 'const PATTERNS = { body: /<b>(.*)<.b>/ };'],
  ['  const [, body] = TAG.exec(text) ?? [];\n  console.log(body); // !', 'const TAG = /<b>(.*)<.b>/;'],
  ['  text.replace(/\\w+/g, (word) => {\n    console.log(word); // !\n    return word;\n  });'],
  ['  console.log(/<b>/.exec(text)?.index);'],
  ['  console.log(/^(\\d+)$/.exec(text)?.[1]);'],
  ['  console.log(/score: ([0-9.]+)/.exec(text)?.[1], text.match(/\\d+/g)?.join());'],
  ['  console.log(/<b>/.test(text));'],
  ['  console.log([...text.matchAll(/"(.*?)"/g)].map(([, s]) => s)); // !'],
  ['  console.log(RE.exec(text)?.[1]); // !', "import { RE } from './re.js';"],
  ['  db.exec(text);\n  console.log(db.exec(text).rows);', "import { db } from './db.js';"],
);

export const RECEIVED: readonly FlowCase[] = [
  [
    'chunks, the whole text and the promise of https.request',
    `
import https from 'node:https';
function call(prompt: string): Promise<any> {
  const payload = JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: prompt }] });
  return new Promise((resolve, reject) => {
    const req = https.request({ hostname: 'api.anthropic.com', path: '/v1/messages', method: 'POST', headers: { 'anthropic-version': '2023-06-01' } }, (res) => {
      let body = '';
      console.log(res.statusCode);
      res.on('data', (chunk) => {
        console.log(chunk.toString()); // !
        body += chunk;
      });
      res.on('end', () => {
        console.log(body); // !
        resolve(JSON.parse(body));
      });
    });
    req.on('error', reject);
    req.write(payload);
    req.end();
  });
}
export async function run(q: string) {
  const answer = await call(q);
  console.log(answer.content[0].text); // !
  console.log(answer.usage);
}
`,
  ],
  [
    'a list of chunks, for await, a listener for the response',
    `
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
const options = { hostname: 'api.anthropic.com', path: '/v1/messages', method: 'POST', headers: { 'anthropic-version': '2023-06-01' } };
export function run(q: string) {
  const req = request(options, async (res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of res) {
      console.log(chunk); // !
      chunks.push(chunk);
    }
    console.log(Buffer.concat(chunks).toString('utf8')); // !
    console.log(res.headers['request-id']);
  });
  req.end(JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }));
}
export function other(q: string) {
  const req = request(options);
  req.on('response', async (res) => {
    console.log(await text(res)); // !
  });
  req.end(JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }));
}
`,
  ],
];

export const HELPERS: readonly FlowCase[] = logs(
  ['  support.print(text);', 'const support = { print(text: string) { console.log(text); } }; // !'],
  ['  support.print(text);', 'const support = { print: (text: string) => console.log(text) }; // !'],
  [
    '  support.out.print(text);',
    'const support = { out: { print(line: string) { console.log(line); } } }; // !',
  ],
  [
    '  console.log(support.trim(text)); // !',
    'const support = { trim(line: string) { return line.trim(); } };',
  ],
  ['  console.log(support.count(text));', 'const support = { count(line: string) { return line.length; } };'],
  [
    '  support.print(text);',
    'function print(line: string) { console.log(line); } // !\nconst support = { print };',
  ],
  ['  Support.print(text);', 'class Support { static print(line: string) { console.log(line); } } // !'],
  [
    '  support.print(text);',
    'const support = Object.freeze({ print(line: string) { console.log(line); } }); // !',
  ],
);

const TYPES = `interface Reading { readable: boolean; kind: 'cuff' | 'scale'; shown: string | null }
`;

export const NARROWED: readonly FlowCase[] = [
  ...logs(
    [
      "  const parsed: unknown = JSON.parse(text);\n  if (!isReading(parsed)) throw new Error('no');\n  console.log(parsed.readable, parsed.kind);\n  console.log(parsed.shown); // !",
      `${TYPES}function isReading(v: unknown): v is Reading { return typeof v === 'object' && v !== null; }`,
    ],
    [
      '  const parsed = JSON.parse(text);\n  if (isReading(parsed)) console.log(parsed.kind);\n  else console.log(parsed.kind.raw, parsed); // !',
      `${TYPES}const isReading = (v: unknown): v is Reading => typeof v === 'object';`,
    ],
    [
      '  const parsed = JSON.parse(text);\n  assertReading(parsed);\n  console.log(parsed.kind);\n  console.log(parsed.shown); // !',
      `${TYPES}function assertReading(v: unknown): asserts v is Reading { if (!v) throw new Error('no'); }`,
    ],
    [
      '  const word = text.trim();\n  console.log(isLevel(word) ? word : "other");\n  console.log(word); // !',
      "type Level = 'low' | 'high';\nfunction isLevel(v: string): v is Level { return v === 'low' || v === 'high'; }",
    ],
    [
      '  const list = JSON.parse(text).items.filter(isReading);\n  console.log(list.map((each) => each.kind).join());\n  console.log(list.map((each) => each.shown)); // !',
      `${TYPES}function isReading(v: unknown): v is Reading { return typeof v === 'object'; }`,
    ],
    [
      '  const result = judge(text);\n  console.log(result.assessment, result.sure);\n  console.log(result.why); // !',
      "interface Judgement { assessment: 'safe' | 'caution'; sure: boolean; why: string }\nfunction judge(t: string): Judgement { const p = JSON.parse(t); return { assessment: p.a || 'caution', sure: p.sure, why: p.why }; }",
    ],
    [
      '  console.log(await level(text));',
      "enum Level { Low = 'low', High = 'high' }\nasync function level(t: string): Promise<Level> { return t.trim() as Level; }",
    ],
    [
      '  console.log(level(text));\n  console.log(word(text)); // !',
      "type Level = 'low' | 'high';\nconst level: (t: string) => Level = (t) => JSON.parse(t).level;\nconst word = (t: string): string => JSON.parse(t).word;",
    ],
    [
      '  const r = JSON.parse(text);\n  if (!isV(r.value)) return;\n  console.log(r.value.kind);',
      "interface V { kind: 'a' | 'b'; note: string }\nfunction isV(x: unknown): x is V { return !!x; }",
    ],
    [
      "  const r = JSON.parse(text);\n  if (!isV(r)) { logger.warn('bad'); return; }\n  const { kind, note } = r;\n  console.log(kind);\n  console.log(note); // !",
      "interface V { kind: 'a' | 'b'; note: string }\nfunction isV(x: unknown): x is V { return !!x; }",
    ],
    [
      '  const r = JSON.parse(text);\n  const v = isV(r) ? r : null;\n  console.log(v?.kind);',
      "interface V { kind: 'a' | 'b'; note: string }\nfunction isV(x: unknown): x is V { return !!x; }",
    ],
    [
      '  const r = JSON.parse(text);\n  Guard.check(r);\n  console.log(r.kind);',
      "interface V { kind: 'a' | 'b'; note: string }\nclass Guard { static check(x: unknown): asserts x is V { if (!x) throw new Error(); } }",
    ],
    [
      '  const r: Reading = JSON.parse(text);\n  console.log(r.kind);\n  console.log(r.note); // !',
      "import { z } from 'zod';\nconst Schema = z.object({ kind: z.enum(['a', 'b']), note: z.string() });\ntype Reading = z.infer<typeof Schema>;",
    ],
  ),
  [
    "the request's own JSON schema",
    `${SETUP}
export async function triage(q: string, logger: any) {
  const m = await client.messages.create({ ...params(q),
    output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: {
      urgency: { enum: ['low', 'high'] }, sure: { type: 'boolean' }, days: { type: ['integer', 'null'] }, why: { type: 'string' },
      steps: { type: 'array', items: { type: 'object', properties: { n: { type: 'number' }, what: { type: 'string' } } } } } } } } });
  const out = JSON.parse((m.content[0] as Anthropic.TextBlock).text);
  logger.info('triaged', { urgency: out.urgency, sure: out.sure, days: out.days, first: out.steps[0].n });
  logger.info(out.why); // !
  logger.info(out.steps.map((s) => s.what)); // !
  logger.info({ out }); // !
}
`,
  ],
  [
    'a schema that a name stands for, read through a helper',
    `${SETUP}
const SCHEMA = { type: 'object', properties: { urgency: { type: 'string', enum: ['low', 'high'] }, why: { type: 'string' } } };
export async function triage(q: string, logger: any) {
  const m = await client.messages.create({ ...params(q), output_config: { format: { type: 'json_schema', schema: SCHEMA } } });
  const { urgency, why } = JSON.parse(textOf(m));
  logger.info({ urgency });
  logger.info({ why }); // !
}
`,
  ],
  [
    'a strict tool, and one that is not',
    `${SETUP}
const schema = { type: 'object', properties: { urgency: { enum: ['low', 'high'] }, note: { type: 'string' } } };
export async function strict(q: string, logger: any) {
  const m = await client.messages.create({ ...params(q), tools: [{ name: 'triage', strict: true, input_schema: schema }] });
  const use = m.content.find((b) => b.type === 'tool_use');
  logger.info(use.input.urgency);
  logger.info(use.input.note); // !
}
export async function loose(q: string, logger: any) {
  const m = await client.messages.create({ ...params(q), tools: [{ name: 'triage', input_schema: schema }] });
  const use = m.content.find((b) => b.type === 'tool_use');
  logger.info(use.input.urgency); // !
}
`,
  ],
];

export const DESCRIBED: readonly FlowCase[] = logs(
  ['  const topic = JSON.parse(text).topic;\n  console.log(topic.code);'],
  ['  const { intent } = JSON.parse(text);\n  console.log(intent.code);'],
  ['  console.log(JSON.parse(text).code); // !'],
  [
    "  const uses = message.content.filter((b) => b.type === 'tool_use');\n  console.log(uses.map((u) => u.name).join(', '));",
  ],
  [
    "  const uses = message.content.flatMap((b) => (b.type === 'tool_use' ? [b.name] : []));\n  console.log(uses.join());",
  ],
  [
    "  console.log(rows(text).map((r) => r.id).join(', '));\n  console.log(rows(text).map((r) => r.line).join(', ')); // !",
    "function rows(t: string) { return t.split('\\n').map((line) => ({ id: line.split(':')[0], line })); }",
  ],
  [
    "  const joined = rows(text).map(({ id }) => id).join(', ');\n  console.log(joined);",
    "function rows(t: string) { return t.split('\\n').map((line) => ({ id: line.split(':')[0], line })); }",
  ],
  ['  const ids = text.match(/#\\d+/g) ?? [];\n  console.log(ids.join());'],
);

export const BODIES: readonly FlowCase[] = logs(
  ['  console.log(redact(text)); // !', 'function redact(s: string) { return s; }'],
  ['  console.log(maskText(text)); // !', 'const maskText = (s: string) => s.trim();'],
  ['  console.log(hashOf(text)); // !', 'function hashOf(s: string) { return String(s); }'],
  ['  console.log(redact(text));', "function redact(s: string) { return s.replace(/\\w+/g, '***'); }"],
  [
    '  console.log(redact(text));',
    "import { deny } from './deny.js';\nfunction redact(s: string) { return deny(s); }",
  ],
  [
    '  console.log(redact(text));',
    "function redact(s: string) { if (!s) return s; return s.replaceAll(/\\d/g, '#'); }",
  ],
  ['  console.log(stripTags(text)); // !', "const stripTags = (s: string) => s.replace(/<[^>]+>/g, '');"],
  [
    '  console.log(dropTrailingUrl(text)); // !',
    "function dropTrailingUrl(s: string) { return s.replace(/https?:\\S+$/, ''); }",
  ],
  [
    '  console.log(toPlainMode(text)); // !',
    "function toPlainMode(s: string) { return s.split('*').join(''); }",
  ],
  [
    "  console.log(extractBetweenTags('b', text)); // !",
    "function extractBetweenTags(tag: string, s: string) { const m = s.match(new RegExp('<' + tag + '>([^]+)<')); return m ? m[1].trim() : ''; }",
  ],
  ['  console.log(countWords(text));', 'function countWords(s: string) { return s.split(" ").length; }'],
  [
    '  console.log(kindOf(text));',
    "function kindOf(s: string) { return s.includes('?') ? 'question' : 'statement'; }",
  ],
  [
    '  console.log(fingerprint(text));',
    "import { createHash } from 'node:crypto';\nconst fingerprint = (s: string) => createHash('sha256').update(s).digest('hex');",
  ],
  ['  log.info(text);', 'const log = { info(m: string) { console.log(m.length); } };'],
  ['  log.info(text); // !', 'const log = { info(m: string) { console.log(m); } };'],
  ['  log.info(text);', 'const log = { info() {}, error() {} };'],
  [
    '  log.info(text);',
    'class Logger { info(m: string) { console.log(`${m.length} characters`); } }\nconst log = new Logger();',
  ],
  [
    '  log.info(text); // !',
    "class Logger { info(m: string) { process.stderr.write(m + '\\n'); } }\nconst log = new Logger();",
  ],
  [
    '  log.info(text); // !',
    "import { send } from './transport.js';\nconst log = { info(m: string) { send(m); } };",
  ],
  ['  console.log(hash(text)); // !', "const hash = (s: string) => Buffer.from(s).toString('base64');"],
  ['  console.log(maskAll(text));', "const maskAll = (s: string) => '*'.repeat(s.length);"],
  ['  console.log(titleOf(text)); // !', "function titleOf(t: string) { return t.split('\\n')[0]; }"],
  [
    '  console.log(validateOutput(text)); // !',
    "function validateOutput(t: string) { if (t.length > 9) throw new Error('long'); return t; }",
  ],
  [
    '  console.log(languageOf(text));',
    "function languageOf(t: string) { return /[äöü]/.test(t) ? 'de' : 'en'; }",
  ],
  ['  log.debug(text);', 'const noop = () => {};\nconst log = { debug: noop, info: noop };'],
  ['  log.debug(text); // !', 'const log = { debug: console.log, info: console.info };'],
  ["  log('x', text);", 'function log(tag: string, t: string) { console.log(tag, t.length); }'],
);

export const CALLBACKS: readonly FlowCase[] = [
  ...logs(
    ['  ask(q).then(console.log); // !'],
    ['  ask(q).then(textOf).then(console.log); // !'],
    ['  ask(q).then(logger.info.bind(logger)); // !'],
    ['  ask(q).then(textOf).then(logger.info); // !'],
    ["  client.messages.stream(params(q)).on('text', console.log); // !"],
    ['  message.content.forEach(console.log); // !'],
    ['  class Kept { static answer = text; static size = text.length; }\n  console.log(Kept.answer); // !'],
    ['  class Kept { static answer = text; static size = text.length; }\n  console.log(Kept.size);'],
    [
      '  const token = await signIn();\n  console.log(token, q.length);',
      'import { signIn } from "./auth.js";',
    ],
    ['  text.split("\\n").forEach((line) => console.log(line)); // !'],
    ['  ask(q).then(handle);', 'function handle(m: any) { console.log(m.content); } // !'],
    ['  ask(q).then(handle);', 'const handle = (m: any) => { console.log(m.usage, m.content); }; // !'],
    ['  ask(q).then(handle);', 'const handle = (m: any) => { console.log(m.usage); };'],
    [
      "  client.messages.stream(params(q)).on('text', show);",
      'const show = (t: string) => console.log(t); // !',
    ],
    ['  console.log(message.content.map(fmt)); // !', 'const fmt = (b: any) => b.text.toUpperCase();'],
    ['  console.log(message.content.map(fmt));', 'const fmt = (b: any) => b.type;'],
    ['  message.content.map(fmt);', 'function fmt(b: any) { console.log(b.text); } // !'],
    ['  ask(q).then(support.log);', 'const support = { log(m: any) { console.log(m.content); } }; // !'],
    ['  text.split(" ").length;\n  ask(q).then(() => console.log("done"));'],
    ['  ask(q).catch(console.error).finally(console.log);'],
    [
      "  const s = client.messages.stream(params(q));\n  s.on('end', console.log);\n  s.on('connect', console.log);",
    ],
  ),
  [
    'a method of the class as a callback',
    `${SETUP}
class Desk {
  log(m: any) {
    console.log(m.content); // !
  }
  private show = (m: any) => {
    console.log(m.content[0].text); // !
  };
  usage(m: any) {
    console.log(m.usage);
  }
  run(q: string) {
    return Promise.all([ask(q).then(this.log), ask(q).then(this.show), ask(q).then(this.usage), ask(q).then(this.log.bind(this))]);
  }
}
`,
  ],
  [
    'callback options of a request',
    `
import { streamText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { logger } from './logger.js';
const keep = ({ text }: any) => {
  logger.info(text); // !
};
export const one = (prompt: string) => streamText({ model: anthropic('claude-sonnet-4-6'), prompt, onFinish: console.log }); // !
export const two = (prompt: string) => streamText({ model: anthropic('claude-sonnet-4-6'), prompt, onFinish: keep });
export const three = (prompt: string) => streamText({ model: anthropic('claude-sonnet-4-6'), prompt, onFinish: ({ usage }) => logger.info(usage) });
export const four = (prompt: string) => streamText({ model: anthropic('claude-sonnet-4-6'), prompt, onChunk: logger.debug }); // !
`,
  ],
  [
    'what middleware of a model gets',
    `
import { streamText, wrapLanguageModel } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const seen = {
  transformParams: async ({ params }: any) => {
    console.log(params.prompt); // !
    console.log(params.model, params.maxOutputTokens);
    return params;
  },
  wrapGenerate: async ({ doGenerate, params }: any) => {
    const result = await doGenerate();
    console.log(result.content); // !
    console.log(result.usage);
    return result;
  },
};
const model = wrapLanguageModel({ model: anthropic('claude-sonnet-4-6'), middleware: seen });
export const one = (prompt: string) => streamText({ model, prompt });
`,
  ],
  [
    'what handlers of a chain get',
    `
import { ChatAnthropic } from '@langchain/anthropic';
export const model = new ChatAnthropic({
  model: 'claude-sonnet-4-6',
  callbacks: [
    {
      handleLLMStart(llm: any, prompts: string[]) {
        console.log(llm.name);
        console.log(prompts); // !
      },
      handleLLMNewToken(token: string) {
        process.stdout.write(token); // !
      },
      handleLLMEnd: (output: any) => console.log(output.generations), // !
      handleLLMError: (error: Error) => console.log('failed'),
    },
  ],
});
`,
  ],
  [
    'instances of classes that extend a model',
    `
import { ChatAnthropic } from '@langchain/anthropic';
class House extends ChatAnthropic {
  constructor(fields: object) {
    super({ model: 'claude-sonnet-4-6', ...fields });
  }
  async ask(q: string) {
    const message = await this.invoke(q);
    console.log(message.content); // !
    console.log(message.id);
    return message;
  }
  async invoke(input: any, options?: any) {
    const message = await super.invoke(input, options);
    console.log(message.text); // !
    return message;
  }
}
class Local extends Map {
  show() {
    console.log(this.size, this.get('q'));
  }
}
const house = new House({});
export async function run(q: string) {
  const chunks = await house.withRetry({ stopAfterAttempt: 2 }).stream(q);
  for await (const chunk of chunks) console.log(chunk.content); // !
  console.log(new Local().get(q.length));
}
`,
  ],
];

export const CALLED_AT_ONCE: readonly FlowCase[] = logs(
  ['  console.log(await (async () => textOf(await ask(q)))()); // !'],
  ['  console.log((() => text)()); // !'],
  ['  const shown = (function () { return text.trim(); })();\n  console.log(shown); // !'],
  ['  const n = (() => text.length)();\n  console.log(n);'],
  ['  console.log(((t: string) => t.slice(3))(text)); // !'],
  ['  (async () => {\n    console.log(text); // !\n  })();'],
  ['  const prompt = (() => `Hi ${q}`)();\n  await ask(prompt);\n  console.log(prompt); // !'],
  [
    '  await (async function main() {\n    const r = await ask(q);\n    console.log(r.content); // !\n  })();',
  ],
  ['  void (async () => {\n    logger.info(await ask((() => q)())); // !\n  })();'],
);

export const SINKS: readonly FlowCase[] = logs(
  ['  globalThis.console.log(text); // !'],
  ['  window.console.info(text); // !'],
  ['  self.console.error(text); // !'],
  ['  console.log(text); // !', "import console from 'node:console';"],
  ['  log(text); // !', "import { log } from 'node:console';"],
  ['  printer.warn(text); // !', "import * as printer from 'console';"],
  ['  logger[level](text); // !'],
  ['  console[level](text); // !'],
  ["  console[level === 'x' ? 'warn' : 'error'](text); // !"],
  ['  log(text); // !', 'const debug = process.env.DEBUG;\nconst log = debug ? console.log : () => {};'],
  ['  say(text); // !', 'const say = console.log;'],
  ['  say(text); // !', 'const say = console.error.bind(console);'],
  ['  warn(text); // !', 'const { warn } = console;'],
  ['  say(text);', 'const say = () => {};'],
  ['  const info = logger.info.bind(logger);\n  info(text); // !'],
  [
    '  handlers[level](text);',
    'const handlers: any = {\n  text: (x: string) => console.log(x), // !\n  size: (x: string) => console.log(x.length),\n};',
  ],
  ['  console["log"](text); // !'],
  ['  console.log.call(console, text); // !'],
  ['  console.log.apply(console, [text]); // !'],
  ['  console.count(text.length);'],
  ['  const out = { info: console.log };\n  out.info(text); // !'],
  ['  const L = { ...console };\n  L.log(text); // !'],
  ['  const fn = logger[level];\n  fn(text); // !'],
  ['  (level ? console.warn : console.error)(text); // !'],
  ['  (level ? logger.info : logger.warn).call(logger, text); // !'],
  ['  Reflect.apply(console.log, console, [text]); // !'],
  ['  setTimeout(console.log, 10, text); // !'],
  ['  const write = process.stdout.write.bind(process.stdout);\n  write(text); // !'],
  ['  logger?.[level]?.(text); // !'],
);

export const STORES: readonly FlowCase[] = logs(
  [
    '  const cache = new Map();\n  cache.set(q.length, text);\n  console.log(cache.get(q.length)); // !\n  console.log(cache.size);',
  ],
  [
    '  cache.set(1, text);\n  console.log(cache.get(1)); // !\n  for (const each of cache.values()) console.log(each); // !',
    'const cache = new Map<number, string>();',
  ],
  [
    '  cache.set(1, text);\n  for (const [key, value] of cache) console.log(value); // !',
    'const cache = new Map<number, string>();',
  ],
  [
    '  cache.set(1, { text, at: Date.now() });\n  console.log(cache.get(1)!.text); // !\n  console.log(cache.get(1)!.at);',
    'const cache = new Map<number, any>();',
  ],
  [
    '  seen.add(text);\n  console.log([...seen].join()); // !\n  seen.forEach((each) => console.log(each)); // !',
    'const seen = new Set<string>();',
  ],
  [
    '  console.log(await cached("a", () => ask(q))); // !',
    'const store = new Map();\nasync function cached(key: string, make: () => any) { if (!store.has(key)) store.set(key, await make()); return store.get(key); }',
  ],
  [
    '  console.log(await quick(q)); // !',
    "import { memoize } from './memo.js';\nconst quick = memoize(async (t: string) => textOf(await ask(t)));",
  ],
  [
    '  console.log(await quick(q)); // !',
    'function memo(fn: any) { const kept = new Map(); return async (k: string) => { if (!kept.has(k)) kept.set(k, await fn(k)); return kept.get(k); }; }\nconst quick = memo(async (t: string) => textOf(await ask(t)));',
  ],
  [
    '  counts.set("a", text.length);\n  console.log(counts.get("a"));',
    'const counts = new Map<string, number>();',
  ],
  ["  const m = new Map([['a', text]]);\n  console.log(m.get('a')); // !"],
  [
    "  registry.set('x', text);\n  registry.forEach((v) => console.log(v)); // !",
    'const registry = new Map();',
  ],
  ['  const memo: any = {};\n  memo[q] = text;\n  console.log(memo[q]); // !'],
  ['  const cache = new WeakMap();\n  cache.set(message, text);\n  console.log(cache.get(message)); // !'],
);

/** Turns of the body of a request, as the function `send` of the file hands them on. */
const turns = (body: string, top = ''): string => `import Anthropic from '@anthropic-ai/sdk';
import { redactPhi } from './privacy.js';
const client = new Anthropic();
${top}
export async function POST(request: Request) {
  const body = await request.json();
${body}
  return Response.json(await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', messages: safe }));
}
`;

const sends = (...statements: readonly (readonly [body: string, top?: string])[]): FlowCase[] =>
  statements.map(([body, top]) => [body.trim() + (top ? ` // ${top.trim()}` : ''), turns(body, top)]);

export const OVERWRITTEN: readonly FlowCase[] = sends(
  ['  const safe = body.turns.map((turn) => ({ ...turn, content: redactPhi(turn.content) }));'],
  ['  const safe = body.turns.map((turn) => Object.assign({}, turn, { content: redactPhi(turn.content) }));'],
  ['  const safe = body.turns.map(({ content, ...rest }) => ({ ...rest, content: redactPhi(content) }));'],
  [
    '  const safe = body.turns.map((turn) => {\n    const copy = { ...turn };\n    copy.content = redactPhi(turn.content);\n    return copy;\n  });',
  ],
  [
    '  const safe = [];\n  for (const turn of body.turns) safe.push({ ...turn, content: redactPhi(turn.content) });',
  ],
  ['  const safe = body.turns.map((turn) => ({ ...turn })); // !'],
  ['  const safe = [{ role: "user", get content() { return body.turns[0].content; } }]; // !'],
  ['  const safe = [{ role: "user", get content() { return redactPhi(body.turns[0].content); } }];'],
  ['  const safe = body.turns.map((turn) => ({ content: redactPhi(turn.content), ...turn })); // !'],
  [
    '  const made = body.turns.map((turn) => Object.assign({ content: redactPhi(turn.content) }, turn));\n  const safe = [...made]; // !',
  ],
  ['  const safe = body.turns.map((turn) => ({ ...turn, role: "user" })); // !'],
);

export const REDACTORS: readonly FlowCase[] = sends(
  [
    '  const safe = [{ role: "user", content: redact(body.note) }]; // !',
    'function redact(s: string) { return s; }',
  ],
  [
    '  const safe = [{ role: "user", content: scrub(body.note) }]; // !',
    'const scrub = (s: string) => s.trim();',
  ],
  [
    '  const safe = [{ role: "user", content: tools.redact(body.note) }];',
    'const tools = { redact: (s: string) => `${s}` }; // !',
  ],
  [
    '  const safe = [{ role: "user", content: redact(body.note) }];',
    "function redact(s: string) { return s.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]'); }",
  ],
  [
    '  const safe = [{ role: "user", content: redact(body.note) }];',
    "import { rules } from './rules.js';\nfunction redact(s: string) { let out = s; for (const rule of rules) out = out.replace(rule.from, rule.to); return out; }",
  ],
  [
    '  const safe = [{ role: "user", content: redact(body.note) }];',
    "import { service } from './service.js';\nasync function redact(s: string) { const { items } = await service.run(s); return items[0].value; }",
  ],
  [
    '  const safe = [{ role: "user", content: redact(body.note) }];',
    "function redact(s: string) { if (typeof s !== 'string') return s; return s.replace(/\\d/g, '*'); }",
  ],
  [
    '  const safe = [{ role: "user", content: opaque(body.note) }];',
    "import { createHmac } from 'node:crypto';\nconst opaque = (s: string) => createHmac('sha256', process.env.KEY!).update(s).digest('hex');",
  ],
);

/** Code of the field in which nothing is to be reported, with the rule that did. */
export const REPORTED_IN_THE_FIELD: readonly (readonly [
  name: string,
  rule: 'logging' | 'redaction',
  code: string,
])[] = [
  [
    'a type predicate',
    'logging',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
interface Reading { readable: boolean; kind: 'cuff' | 'scale'; shown: string | null }
function isReading(v: unknown): v is Reading { return typeof v === 'object' && v !== null; }
export async function read(q: string, logger: any) {
  const m = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', messages: [{ role: 'user', content: q }] });
  const parsed: unknown = JSON.parse((m.content[0] as Anthropic.TextBlock).text);
  if (!isReading(parsed)) throw new Error('unreadable');
  logger.info('read', { readable: parsed.readable, kind: parsed.kind });
}
`,
  ],
  [
    'a declared return type',
    'logging',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
interface Judgement { assessment: 'safe' | 'caution'; sure: boolean; why: string }
async function judge(q: string): Promise<Judgement> {
  const m = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', messages: [{ role: 'user', content: q }] });
  const parsed = JSON.parse((m.content[0] as Anthropic.TextBlock).text);
  return { assessment: parsed.assessment || 'caution', sure: parsed.sure ?? true, why: parsed.why };
}
export async function handle(q: string, logger: any) {
  const result = await judge(q);
  logger.info('judged', { assessment: result.assessment });
}
`,
  ],
  [
    'turns spread and overwritten',
    'redaction',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
import { redactPhi } from './privacy.js';
export async function POST(request: Request) {
  const body = await request.json();
  const safe = body.turns.map((turn) => ({ ...turn, content: redactPhi(turn.content) }));
  return Response.json(await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', messages: safe }));
}
`,
  ],
  [
    'turns assigned and overwritten',
    'redaction',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
import { redactPhi } from './privacy.js';
export async function POST(request: Request) {
  const body = await request.json();
  const safe = body.turns.map((turn) => Object.assign({}, turn, { content: redactPhi(turn.content) }));
  return Response.json(await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', messages: safe }));
}
`,
  ],
  [
    'an enumeration of the output schema',
    'logging',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function triage(q: string, logger: any) {
  const m = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', messages: [{ role: 'user', content: q }],
    output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { urgency: { enum: ['low', 'high'] }, sure: { type: 'boolean' }, why: { type: 'string' } } } } } });
  const out = JSON.parse((m.content[0] as Anthropic.TextBlock).text);
  logger.info('triaged', { urgency: out.urgency, sure: out.sure });
}
`,
  ],
];

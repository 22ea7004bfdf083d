import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-raw-prompt-logging.ts';
import { languageOf } from '../helpers/analyze.ts';
import { applied, claude, lintWith, runRule } from '../helpers/rule-tester.ts';
import { LOGGED_AND_SAFE } from './no-raw-prompt-logging.cases.ts';

const linesOf = (code: string, options: object = {}, settings: object = {}): number[] => [
  ...new Set(
    lintWith(rule, code, {
      options: [{ errors: 'report', ...options }],
      settings: { 'claude-compliance': settings },
    }).map((message) => (message.fatal ? -1 : message.line)),
  ),
];

/** The lines that end in `// !`: those that have to be reported, and no other. */
const marked = (code: string): number[] =>
  code.split('\n').flatMap((line, i) => (line.includes('// !') ? [i + 1] : []));

describe('content in whole files', () => {
  it.each(LOGGED_AND_SAFE)('%s', (_, code) => {
    expect(linesOf(code)).toEqual(marked(code));
  });
});

/** A request whose prompt is `question` and whose answer is `reply`; the statement stands after it. */
const asked = (statement: string, imports = ''): string => `${imports}
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function ask(question) {
  const reply = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [{ role: 'user', content: question }] });
  const text = reply.content[0].text;
  ${statement}
  return text;
}
`;

const isReported = (statement: string, imports = '', options: object = {}, settings: object = {}): boolean =>
  linesOf(asked(statement, imports), options, settings).length > 0;

describe('what is sent redacted', () => {
  const redacted = (statement: string, redactor = 'redactPhi(note)'): boolean =>
    linesOf(`import Anthropic from '@anthropic-ai/sdk';
import { redactPhi, hashText } from './privacy';
const client = new Anthropic();
const scrubbed = (t) => t.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]');
export async function POST(req) {
  const { note, userId } = await req.json();
  const clean = ${redactor};
  await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [{ role: 'user', content: clean }] });
  ${statement}
}`).length > 0;

  it.each([
    ['as it came', 'console.log(note)'],
    ['as it came, under its key', 'logger.info({ note })'],
    ['for a redactor of the file', 'console.log(note)', 'scrubbed(note)'],
    ['for a method', 'console.log(note)', 'this.privacy.redact(note)'],
    ['for a part of a longer text', 'console.log(note)', '`Note: ${redactPhi(note)}`'],
  ])('is content %s', (_, statement, redactor = 'redactPhi(note)') => {
    expect(redacted(statement, redactor)).toBe(true);
  });

  it.each([
    ['once it is redacted', 'console.log(clean)'],
    ['redacted again for the log', 'console.log(redactPhi(note))'],
    ['where only its hash is sent', 'console.log(note)', 'hashText(note)'],
    ['of which the length is logged', 'console.log(note.length, userId)'],
  ])('is none %s', (_, statement, redactor = 'redactPhi(note)') => {
    expect(redacted(statement, redactor)).toBe(false);
  });
});

describe('sinks', () => {
  it.each([
    ['console.log(text)'],
    ['console.info(text)'],
    ['console.debug(text)'],
    ['console.warn(text)'],
    ['console.error(text)'],
    ['console.table([text])'],
    ['console.dir({ text })'],
    ['console.assert(ok, text)'],
    ['process.stdout.write(text)'],
    ['process.stderr.write(text)'],
    ['log.info(text)', `import pino from 'pino'; const log = pino();`],
    ['L.info({ text })', `import pino from 'pino'; const L = pino();`],
    ['L.child({ a: 1 }).warn(text)', `import pino from 'pino'; const L = pino();`],
    ['w.info(text)', `import winston from 'winston'; const w = winston.createLogger({});`],
    ['w.log("info", text)', `import { createLogger } from 'winston'; const w = createLogger({});`],
    ['b.trace(text)', `import bunyan from 'bunyan'; const b = bunyan.createLogger({ name: 'x' });`],
    ['l.mark(text)', `import log4js from 'log4js'; const l = log4js.getLogger();`],
    ['l.debug(text)', `import l from 'loglevel';`],
    ['consola.success(text)', `import { consola } from 'consola';`],
    ['d("%s", text)', `import debug from 'debug'; const d = debug('app');`],
    ['d(text)', `const d = require('debug')('app');`],
    ['t.silly(text)', `import { Logger } from 'tslog'; const t = new Logger();`],
    ['s.note(text); s.log(text)', `import { Signale } from 'signale'; const s = new Signale();`],
    ['n.verbose(text)', `import { Logger } from '@nestjs/common'; const n = new Logger('x');`],
    [
      'p.info("x", { text })',
      `import { Logger } from '@aws-lambda-powertools/logger'; const p = new Logger();`,
    ],
    [
      'g.write(g.entry(text))',
      `import { Logging } from '@google-cloud/logging'; const g = new Logging().log('x');`,
    ],
    ['f.write(text)', `import * as f from 'firebase-functions/logger';`],
    ['logger.info(text)'],
    ['requestLogger.fatal(text)'],
    ['this.logger.notice(text)'],
    ['req.log.info({ text })'],
    ['fastify.log.error(text)'],
    ['context.log(text)'],
    ['logEvent("answer", { text })'],
    ['logger.logAnswer(text)'],
    ['Sentry.captureMessage(text)'],
    ['Sentry.setExtra("answer", text)'],
    ['Sentry.setContext("x", { text })'],
    ['S.captureException(e, { extra: { text } })', `import * as S from '@sentry/node';`],
    ['bugsnag.leaveBreadcrumb(text)'],
    [
      'Bugsnag.notify(e, (event) => event.addMetadata("x", { text })); Bugsnag.leaveBreadcrumb("x", { text })',
    ],
    ['rollbar.info(text)'],
    ['newrelic.addCustomAttribute("answer", text)'],
    ['dd.noticeError(e, { text })', `import dd from 'newrelic';`],
    ['posthog.capture({ distinctId: id, event: "x", properties: { text } })'],
    [
      'a.track({ event: "x", properties: { text } })',
      `import { Analytics } from '@segment/analytics-node'; const a = new Analytics({});`,
    ],
    ['amplitude.track("x", { text })'],
    ['mixpanel.track("x", { text })'],
    ['span.setAttribute("gen_ai.output.messages", text)'],
    ['span.setAttributes({ "gen_ai.prompt": question })'],
    ['span.addEvent("answer", { text })'],
    [
      'sp.setAttribute("x", text)',
      `import { trace } from '@opentelemetry/api'; const sp = trace.getActiveSpan();`,
    ],
    ['generation.end({ output: text })'],
    ['lf.trace({ input: question })', `import { Langfuse } from 'langfuse'; const lf = new Langfuse();`],
    ['tracer.llmobs.annotate({ inputData: question })', `import tracer from 'dd-trace';`],
    ['fs.appendFileSync("answers.log", text)', `import fs from 'node:fs';`],
    [
      'await appendFile("/var/log/app/answers.jsonl", text)',
      `import { appendFile } from 'node:fs/promises';`,
    ],
    [
      'fs.writeFileSync(path.join(logDir, "x.txt"), text); fs.appendFileSync(logFile, text)',
      `import fs from 'node:fs';`,
    ],
  ])('%s', (statement, imports = '') => {
    expect(isReported(statement, imports)).toBe(true);
  });

  it.each([
    ['what is no sink', 'save(text)'],
    ['an answer', 'res.json({ text })'],
    ['a file that is no log', 'fs.writeFileSync("report.md", text)', `import fs from 'node:fs';`],
    ['mathematics', 'Math.log(text)'],
    ['a catalogue', 'catalog.info(text); blog.post(text); dialog.error(text)'],
    ['a track of music', 'playlist.track(text)'],
    ['the set-up of a logger', 'logger.child({ text: 1 }); logger.setLevel("debug")'],
  ])('not %s', (_, statement, imports = '') => {
    expect(isReported(statement, imports)).toBe(false);
  });
});

describe('what is safe', () => {
  it.each([
    [
      'ids',
      'console.log(reply.id, reply._request_id, reply.model, reply.role, reply.type, reply.stop_reason)',
    ],
    ['usage', 'console.log(reply.usage, reply.usage.inference_geo, `${reply.usage.output_tokens} tokens`)'],
    ['lengths', 'console.log(text.length, question.length, reply.content.length, Buffer.byteLength(text))'],
    [
      'truth',
      'console.log(!text, !!text, text === "yes", text > 3, typeof text, text.includes("x"), /x/.test(text))',
    ],
    [
      'numbers',
      'console.log(Number(text), parseInt(text, 10), parseFloat(text), Math.round(text), +text, text * 2)',
    ],
    ['choices', 'console.log(text ? "some" : "none", text && "some")'],
    [
      'hashes',
      'console.log(createHash("sha256").update(text).digest("hex"), createHmac("sha256", k).update(question).digest(), sha256(text), hashPrompt(question))',
    ],
    [
      'redacted text',
      'console.log(redact(text), redactPhi(question), maskText(text), deidentify(text), scrubPii(text), anonymize(text), anonymise(text), this.redactor.redact(text))',
    ],
    ['counts', 'console.log(countTokens(question), estimateTokens(text), isEmpty(text))'],
    [
      'a flag from a schema',
      'const { ok } = z.object({ ok: z.boolean(), kind: z.enum(["a"]) }).parse(JSON.parse(text)); console.log(ok)',
      `import { z } from 'zod';`,
    ],
    [
      'verdicts by name',
      'const verdict = JSON.parse(text); console.log(verdict.score, verdict.severity, verdict.status)',
    ],
    ['all but the content', 'const { content, ...rest } = reply; console.log(rest)'],
    ['other requests', 'const page = await fetch("https://example.com"); console.log(await page.text())'],
    ['static text', 'console.log("asking Claude")'],
    ['constants', 'console.log(SYSTEM_PROMPT)', `import { SYSTEM_PROMPT } from './prompts';`],
  ])('%s', (_, statement, imports = '') => {
    expect(isReported(statement, imports)).toBe(false);
  });
});

describe('ways', () => {
  it.each([
    ['a cut', 'console.log(text.slice(0, 20), text.substring(1), text.split("\\n")[0])'],
    ['case and space', 'console.log(text.trim().toUpperCase())'],
    ['JSON', 'console.log(JSON.stringify(reply.content, null, 2))'],
    ['inspect', 'console.log(util.inspect(reply))', `import util from 'node:util';`],
    ['concatenation', 'console.log("a " + text + " b")'],
    ['a template', 'console.log(`a ${text} b`)'],
    ['a tagged template', 'console.log(dedent`a ${text}`)'],
    ['an object', 'logger.info({ a: { b: [text] } })'],
    ['a spread', 'logger.info({ ...reply })'],
    ['a condition', 'console.log(ok ? text : "")'],
    ['a default', 'console.log(other ?? text)'],
    ['an assignment', 'let a; a = text; console.log(a)'],
    ['a property', 'const a = {}; a.b = text; console.log(a.b); '],
    ['a list', 'const a = []; a.push(text); console.log(a)'],
    ['map and join', 'console.log(reply.content.map((b) => b.text).join(""))'],
    ['reduce', 'console.log(reply.content.reduce((all, b) => all + b.text, ""))'],
    ['a loop', 'for (const block of reply.content) console.log(block)'],
    ['destructuring', 'const { content: [first] } = reply; console.log(first)'],
    ['an assertion of type', 'console.log((reply as any).content)'],
    ['a closure', 'const show = () => console.log(text); show()'],
    ['a function by name', 'const show = (value) => { console.log(value); }; show(text)'],
    ['a promise', 'const p = Promise.all([text]); console.log(await p)'],
    [
      'a wrapper of another file',
      'const a = await retry(() => client.messages.create({ model: "claude-sonnet-5", max_tokens: 1, messages: [] })); console.log(a.content)',
    ],
    [
      'a formatter of another file',
      'console.log(formatAnswer(text))',
      `import { formatAnswer } from './format';`,
    ],
    ['colours', 'console.log(chalk.highlight(text), pretty(text))', `import chalk from 'chalk';`],
  ])('%s', (_, statement, imports = '') => {
    expect(isReported(statement, imports)).toBe(true);
  });

  it('reports content once for each sink and request', () => {
    expect(lintWith(rule, asked('console.log(text, text.trim(), reply)'))).toHaveLength(1);
    expect(lintWith(rule, asked('console.log(text, question)'))).toHaveLength(2);
  });

  it('ends in code that turns in circles', () => {
    const code = asked(
      'let a = b; let b = a; for (;;) { a = b + text; b = a; console.log(f(a)); } function f(x) { return x ? f(x) : a; }',
    );
    expect(linesOf(code)).toHaveLength(1);
  });
});

describe('settings', () => {
  it('adds and removes loggers', () => {
    expect(isReported('journal.put(text)')).toBe(false);
    expect(isReported('journal.put(text)', '', {}, { loggers: { journal: true } })).toBe(true);
    expect(isReported('note(text)', '', {}, { loggers: { note: true } })).toBe(true);
    expect(isReported('logger.info(text)', '', {}, { loggers: { logger: false } })).toBe(false);
    expect(isReported('logger.info(text)', '', {}, { loggers: { 'logger.debug': false } })).toBe(true);
  });

  it('lets content go where record-keeping asks for it, and only there', () => {
    expect(isReported('auditLog.write({ text })')).toBe(true);
    expect(isReported('auditLog.write({ text })', '', {}, { auditLoggers: { auditLog: true } })).toBe(false);
    expect(
      isReported('auditLog.write({ text }); logger.info(text)', '', {}, { auditLoggers: { auditLog: true } }),
    ).toBe(true);
  });

  it('adds and removes redactors', () => {
    expect(isReported('console.log(publish(text))', `import { publish } from './x';`)).toBe(false);
    expect(isReported('console.log(cleanText(text))')).toBe(true);
    expect(isReported('console.log(cleanText(text))', '', {}, { redactors: { cleanText: true } })).toBe(
      false,
    );
    expect(isReported('console.log(maskText(text))', '', {}, { redactors: { maskText: false } })).toBe(true);
  });
});

describe('command-line programs', () => {
  const root = mkdtempSync(join(tmpdir(), 'claude-compliance-'));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it.each([
    ['a #! line', '#!/usr/bin/env node\n'],
    ['arguments', `const [, , name] = process.argv;`],
    ['a library for them', `import { Command } from 'commander';`],
    [
      'a conversation',
      `import readline from 'node:readline/promises'; const rl = readline.createInterface({ input: process.stdin });`,
    ],
  ])('%s: prints for people', (_, start) => {
    const code = start + asked('console.log(text); process.stdout.write(text);');
    expect(linesOf(code)).toEqual([]);
    expect(linesOf(code, { stdout: 'report' })).not.toEqual([]);
    expect(linesOf(start + asked('console.error(text);'))).not.toEqual([]);
    expect(linesOf(start + asked('logger.info(text);'))).not.toEqual([]);
  });

  it('a package with commands prints for people, another does not', () => {
    const lint = (folder: string): number => {
      const linter = new Linter({ cwd: root });
      return linter.verify(
        asked('console.log(text);'),
        {
          files: ['**'],
          languageOptions: languageOf('typescript'),
          plugins: { test: { rules: { rule: rule as never } } },
          rules: { 'test/rule': 'error' },
        },
        { filename: join(root, folder, 'src/ask.ts') },
      ).length;
    };
    for (const [folder, manifest] of [
      ['tool', { bin: './cli.js' }],
      ['server', {}],
    ] as const) {
      mkdirSync(join(root, folder, 'src'), { recursive: true });
      writeFileSync(join(root, folder, 'package.json'), JSON.stringify(manifest));
    }
    expect([lint('tool'), lint('server')]).toEqual([0, 1]);
  });

  it('`stdout: "ignore"` leaves standard output alone, and nothing else', () => {
    expect(isReported('console.log(text)', '', { stdout: 'ignore' })).toBe(false);
    expect(isReported('console.error(text)', '', { stdout: 'ignore' })).toBe(true);
  });
});

describe('errors', () => {
  const failing = (call: string, body: string): string => `import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import Anthropic from '@anthropic-ai/sdk';
import axios from 'axios';
const client = new Anthropic();
export async function ask(prompt, docId) {
  try { await ${call}; } catch (error) { ${body} }
}`;
  const AI = `generateText({ model: anthropic('claude-sonnet-5'), prompt })`;
  const SDK = `client.messages.create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [{ role: 'user', content: prompt }] })`;
  const PARSE = SDK.replace('create', 'parse');
  const AXIOS = `axios.post('https://api.anthropic.com/v1/messages', { model: 'claude-sonnet-5', max_tokens: 8, messages: [{ role: 'user', content: prompt }] })`;
  const ids = (code: string, errors = 'report'): string[] =>
    lintWith(rule, code, { options: [{ errors }] }).map((m) => m.messageId ?? m.message);

  it.each([
    ['the AI SDK', AI, 'console.error(error)', ['error']],
    ['in an object', AI, 'logger.error({ err: error }, "failed")', ['error']],
    ['its cause', AI, 'console.error(error.cause)', ['error']],
    ['the prompt in it', AI, 'console.error(error.requestBodyValues)', ['content']],
    ['the answer in it', AI, 'console.error(error.responseBody, error.text)', ['content']],
    ['its message', AI, 'console.error(error.message, error.name, error.statusCode)', []],
    ['the SDK, whose errors hold no prompt', SDK, 'console.error(error)', []],
    ['parse(), which quotes', PARSE, 'console.error(error.message)', ['error']],
    ['axios, which keeps the request', AXIOS, 'console.error(error)', ['error']],
    ['the request in it', AXIOS, 'console.error(error.config.data)', ['content']],
    ['the response of the server', AXIOS, 'console.error(error.response.status, error.response.data)', []],
  ])('%s', (_, call, body, expected) => {
    expect(ids(failing(call, body))).toEqual(expected);
    expect(ids(failing(call, body), 'ignore')).toEqual(expected.filter((id) => id !== 'error'));
  });
});

describe('speed', () => {
  it('follows no more than it has to in a file of many requests', () => {
    const handlers = Array.from(
      { length: 200 },
      (_, i) => `export async function handle${String(i)}(input) {
  const shared${String(i)} = prepare(input);
  const reply = await send({ ...shared${String(i)}, content: input.text });
  logger.info({ id: reply.id, n: reply.content.length });
  all.push(reply);
  return handle${String((i + 1) % 200)}(reply.content);
}`,
    );
    const code = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const all = [];
async function send(p) { return client.messages.create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [{ role: 'user', content: p.content }, ...all] }); }
${handlers.join('\n')}
console.log(all);`;
    expect(linesOf(code)).toEqual([code.split('\n').length]);
  });
});

const HANDLER = `export async function ask(question) {
  const reply = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 8, messages: [{ role: 'user', content: question }] });
  LOG
}`;
const withLog = (statement: string): string => claude`${HANDLER.replace('LOG', statement)}`;
const content = (what: string, sink: string): Record<string, string> => ({
  content: what,
  source: 'line 4',
  sink,
});
const ANSWER = 'Claude’s answer';
const PROMPT = 'Text sent to Claude';

runRule('no-raw-prompt-logging', rule, {
  valid: [
    { name: 'ids and usage', code: withLog('console.log(reply.id, reply.usage);') },
    {
      name: 'another vendor',
      code: `import OpenAI from 'openai'; const r = await new OpenAI().chat.completions.create({ model: 'gpt-5', messages: [] }); console.log(r); // not claude`,
    },
    { name: 'no request', code: `import Anthropic from '@anthropic-ai/sdk'; console.log(text);` },
  ],
  invalid: [
    {
      name: 'a whole message',
      code: withLog('console.log(reply);'),
      errors: [
        {
          messageId: 'content',
          at: ['reply', 2],
          data: content(ANSWER, 'console.log'),
          suggestions: [
            {
              messageId: 'logId',
              data: {},
              output: withLog('console.log({ id: reply.id, usage: reply.usage });'),
            },
          ],
        },
      ],
    },
    {
      name: 'a whole message as JSON',
      code: withLog('logger.info(JSON.stringify(reply));'),
      errors: [
        {
          messageId: 'content',
          at: ['reply', 2],
          data: content(ANSWER, 'logger.info'),
          suggestions: [
            {
              messageId: 'logId',
              data: {},
              output: withLog('logger.info({ id: reply.id, usage: reply.usage });'),
            },
          ],
        },
      ],
    },
    {
      name: 'a text in a template',
      code: withLog('console.log(`got ${reply.content[0].text}`);'),
      errors: [
        {
          messageId: 'content',
          at: 'reply.content[0].text',
          data: content(ANSWER, 'console.log'),
          suggestions: [
            {
              messageId: 'logLength',
              data: {},
              output: withLog('console.log(`got ${reply.content[0].text.length}`);'),
            },
          ],
        },
      ],
    },
    {
      name: 'a shorthand property',
      code: withLog('logger.debug({ question });'),
      errors: [
        {
          messageId: 'content',
          at: ['question', 3],
          data: content(PROMPT, 'logger.debug'),
          suggestions: [
            {
              messageId: 'logLength',
              data: {},
              output: withLog('logger.debug({ questionLength: question.length });'),
            },
          ],
        },
      ],
    },
    {
      name: 'a value of unknown kind',
      code: withLog('console.log(reply.content[0].input);'),
      errors: [
        {
          messageId: 'content',
          at: 'reply.content[0].input',
          data: content(ANSWER, 'console.log'),
        },
      ],
    },
  ],
});

describe('suggestions', () => {
  it.each([
    ['console.log(text)'],
    ['console.log({ text })'],
    ['console.log(`a ${text}`)'],
    ['console.log("a " + text)'],
    ['console.log(reply)'],
    ['console.log(JSON.stringify(reply))'],
    ['console.log(JSON.stringify(reply.content))'],
    ['logger.info({ reply })'],
    ['logger.info({ prompt: question })'],
  ])('%s: what it leaves is not reported', (statement) => {
    const code = asked(statement);
    const [message] = lintWith(rule, code);
    const [suggestion] = message?.suggestions ?? [];
    expect(suggestion).toBeDefined();
    if (suggestion) expect(linesOf(applied(code, suggestion))).toEqual([]);
  });

  // As the packages type what is logged (facts/): a number is no text, and what may be missing has no length.
  it.each([
    ['process.stdout.write(text)', 'process.stdout.write(String(text.length))'],
    ['process.stderr.write(text ?? "")', 'process.stderr.write(String((text ?? "").length))'],
    [
      'console.log(reply.choices[0].message.content)',
      'console.log(reply.choices[0].message.content?.length)',
    ],
    [
      'process.stdout.write(reply.output?.text ?? "")',
      'process.stdout.write(String((reply.output?.text ?? "").length))',
    ],
    ['process.stdout.write(reply.output?.text)', 'process.stdout.write(String(reply.output?.text?.length))'],
    ['console.log(reply.output?.text)', 'console.log(reply.output?.text?.length)'],
    ['console.log(reply.content[0].text)', 'console.log(reply.content[0].text.length)'],
    ['console.log(reply.choices[0].message)', undefined],
    ['console.log(reply.lastMessage)', undefined],
    ['console.log(reply.delta)', undefined],
  ])('%s: what it leaves has its type', (statement, left) => {
    const code = asked(statement);
    const [message] = lintWith(rule, code, { options: [{ stdout: 'report' }] });
    expect(message).toBeDefined();
    const [suggestion] = message?.suggestions ?? [];
    if (left === undefined) expect(suggestion).toBeUndefined();
    else expect(suggestion && applied(code, suggestion)).toBe(asked(left));
  });
});

describe('a file that is too large to be followed', () => {
  // Each of these values takes a step of its own.
  const many = (count: number): string =>
    claude`export const ask = (p) => { console.log(p.last); return client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [], system: [${Array.from({ length: count }, (_, i) => `p.a${String(i)}`).join(', ')}] }); };`;

  it('says so once, at its start', () => {
    const [first, ...others] = lintWith(rule, many(33_000));
    expect(first).toMatchObject({ messageId: 'notFollowed', line: 1 });
    expect(others).toEqual([]);
  });

  it('does not say so of others', () => {
    expect(lintWith(rule, many(500))).toEqual([]);
  });
});

/**
 * Content and requests through the modules of a project: what a caller hands to a gateway, what comes back, what helpers log.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';
const rules = {
  'require-redaction': true,
  'no-raw-prompt-logging': { stdout: 'report' },
  'no-full-record': true,
  'require-inference-geo': true,
};
const gateway = (inner = '') => `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function complete(prompt: string, system = 'You help.') {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, inference_geo: 'us', system, messages: [{ role: 'user', content: prompt }] });
  ${inner}
  return message.content[0].text;
}
`;
const route = (body: string) => `import { complete } from './llm/gateway.js';
import { redactPhi } from './privacy/redact.js';
import { logger } from './logger.js';
import { report } from './report.js';
export async function POST(request: Request) {
  const { note, patient } = await request.json();
  ${body}
}
`;
const redact = `export function redactPhi(text: string) { return text.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]'); }\n`;
const noop = `export function redactPhi(text: string) { return text; }\n`;
const logger = `import pino from 'pino';\nexport const logger = pino();\n`;
const report = `export function report(message: string) { console.log('got', message); }\n`;
const retry = `export async function retry<T>(operation: () => Promise<T>, times = 2): Promise<T> { try { return await operation(); } catch (error) { if (times <= 0) throw error; return retry(operation, times - 1); } }\n`;
const retried = gateway()
  .replace(/await (client[^;]+);/, 'await retry(() => $1);')
  .replace('const client', `import { retry } from '../retry.js';\nconst client`);
const redacting = gateway()
  .replace('content: prompt', 'content: redactPhi(prompt)')
  .replace('const client', `import { redactPhi } from '../privacy/redact.js';\nconst client`);
const reportsOf = (over: object) =>
  lintFiles(
    {
      'src/llm/gateway.ts': gateway(),
      'src/privacy/redact.ts': redact,
      'src/logger.ts': logger,
      'src/report.ts': report,
      ...over,
    },
    { rules },
  );

describe('content through modules', () => {
  it.each<[string, object, object]>([
    [
      'passes what a redactor of another module has seen',
      {
        'src/route.ts': route(
          `const answer = await complete(redactPhi(note)); logger.info({ length: answer.length }); return Response.json({ answer });`,
        ),
      },
      {},
    ],
    [
      'reports what is handed in without a redactor',
      { 'src/route.ts': route(`const answer = await complete(note); return Response.json({ answer });`) },
      { 'src/route.ts': ['7 require-redaction body'] },
    ],
    [
      'takes the body of a redactor for what it does',
      {
        'src/privacy/redact.ts': noop,
        'src/route.ts': route(
          `const answer = await complete(redactPhi(note)); return Response.json({ answer });`,
        ),
      },
      { 'src/route.ts': ['7 require-redaction body'] },
    ],
    [
      'follows an answer from another module into a log',
      {
        'src/route.ts': route(
          `const answer = await complete(redactPhi(note)); logger.info(answer); return Response.json({ answer });`,
        ),
      },
      { 'src/route.ts': ['7 no-raw-prompt-logging content'] },
    ],
    [
      'follows an answer into a helper of another module that prints it',
      {
        'src/route.ts': route(
          `const answer = await complete(redactPhi(note)); report(answer); return Response.json({ answer });`,
        ),
      },
      { 'src/route.ts': ['7 no-raw-prompt-logging content'] },
    ],
    [
      'follows an answer out of a retry of another module',
      {
        'src/retry.ts': retry,
        'src/llm/gateway.ts': retried,
        'src/route.ts': route(
          `const answer = await complete(redactPhi(note)); logger.info({ answer }); return Response.json({ answer });`,
        ),
      },
      { 'src/route.ts': ['7 no-raw-prompt-logging content'] },
    ],
    [
      'knows what is handed in for what it was before another module redacts it',
      {
        'src/llm/gateway.ts': redacting,
        'src/route.ts': route(
          `logger.info({ note }); return Response.json({ answer: await complete(note) });`,
        ),
      },
      { 'src/route.ts': ['7 no-raw-prompt-logging content'] },
    ],
    [
      'reports what a module logs itself where it does',
      {
        'src/llm/gateway.ts': gateway('console.error(message.content);'),
        'src/route.ts': route(
          `const answer = await complete(redactPhi(note)); return Response.json({ answer });`,
        ),
      },
      { 'src/llm/gateway.ts': ['5 no-raw-prompt-logging content'] },
    ],
    [
      'knows a whole record that is handed in',
      {
        'src/route.ts': route(
          `const answer = await complete(JSON.stringify(patient)); return Response.json({ answer });`,
        ),
      },
      { 'src/route.ts': ['7 no-full-record record', '7 require-redaction body'] },
    ],
    [
      'knows an identifier that is handed in',
      {
        'src/route.ts': route(
          `const answer = await complete('SSN ' + patient.ssn); return Response.json({ answer });`,
        ),
      },
      { 'src/route.ts': ['7 require-redaction identifier'] },
    ],
  ])('%s', (_, files, reports) => {
    expect(reportsOf(files)).toEqual(reports);
  });
});

describe('services that are composed of closures', () => {
  const send = `export const createSend = ({ client }) => async ({ text }) => {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 5, inference_geo: 'us', messages: [{ role: 'user', content: text }] });
  return message.content[0].text;
};`;
  const withRedaction = `export const withRedaction = (send, redact) => (request) => send({ ...request, text: redact(request.text) });`;
  const redactor = (body: string): string =>
    `export const createRedactor = (extra = []) => (text) => ${body};`;
  const http = (log = ''): string => `import { createServer } from 'node:http';
export const createHttp = ({ ask }) => createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const answer = await ask({ text: body.text });
  ${log}
  response.end(answer);
});`;
  const main = (ask: string): string => `import Anthropic from '@anthropic-ai/sdk';
import { createSend } from './send.js';
import { withRedaction } from './with-redaction.js';
import { createRedactor } from './redact.js';
import { createHttp } from './http.js';
const ask = ${ask};
createHttp({ ask }).listen(4000);`;
  const composed = 'withRedaction(createSend({ client: new Anthropic() }), createRedactor())';
  const redacts = "[...extra, /[0-9]{3}/g].reduce((rest, pattern) => rest.replace(pattern, '#'), text)";
  const reports = (ask: string, redact = redacts, log = ''): object =>
    lintFiles(
      {
        'send.js': send,
        'with-redaction.js': withRedaction,
        'redact.js': redactor(redact),
        'http.js': http(log),
        'main.js': main(ask),
      },
      { rules: { ...rules, 'require-approved-model': { models: ['claude-opus-5'] } } },
    );
  const model = 'require-approved-model notApproved';

  it('are judged where they are composed', () => {
    expect(reports(composed)).toEqual({ 'send.js': [`2 ${model}`] });
  });

  it('need the redactor composed in', () => {
    expect(reports('createSend({ client: new Anthropic() })')).toEqual({
      'main.js': ['7 require-redaction body'],
      'send.js': [`2 ${model}`],
    });
  });

  it('need a redactor that redacts', () => {
    expect(reports(composed, 'text')).toEqual({
      'main.js': ['7 require-redaction body'],
      'send.js': [`2 ${model}`],
    });
  });

  it('are told of a log in what they are handed to, once', () => {
    expect(reports(composed, redacts, 'console.log(answer);')).toEqual({
      'main.js': ['7 no-raw-prompt-logging content'],
      'send.js': [`2 ${model}`],
    });
  });
});

describe('commands that another module sends', () => {
  it('give an answer there and here', () => {
    const converse = `const { BedrockRuntimeClient, ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');
const retry = require('./retry');
const bedrock = new BedrockRuntimeClient({ region: 'us-east-1' });
exports.converse = async (text) => {
  const response = await retry(() => bedrock.send(new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [{ role: 'user', content: [{ text }] }] })));
  return response.output.message.content.map((block) => block.text ?? '').join('');
};`;
    const handler = `const { converse } = require('./converse');
exports.handler = async (event) => {
  const answer = await converse('Name a form.');
  console.log(answer);
  return { body: answer };
};`;
    const retryModule = `module.exports = async function retry(run) { try { return await run(); } catch { return run(); } };`;
    const files = { 'converse.cjs': converse, 'retry.cjs': retryModule, 'handler.cjs': handler };
    const dotted = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replace(/'\.\/(\w+)'/g, "'./$1.cjs'")]),
    );
    expect(lintFiles(dotted, { rules })).toEqual({ 'handler.cjs': ['4 no-raw-prompt-logging content'] });
  });
});

describe('what another module writes down', () => {
  const lint = (files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
    lintFiles(files, { rules: { 'no-raw-prompt-logging': { stdout: 'report' } } });
  const main = (body: string, imports = ''): string =>
    `import { complete } from './llm.js';\n${imports}export async function POST(request: Request) {\n  const { note } = await request.json();\n  ${body}\n}\n`;
  const llm = (body: string, more = ''): string =>
    `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n${more}export async function complete(prompt: string, about = '') {\n  ${body}\n}\n`;
  const send = `const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 8, messages: [{ role: 'user', content: prompt }] });`;

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, readonly string[]>>]>([
    [
      'of the prompt that it sends is said there',
      {
        'src/main.ts': main(`return complete(note);`),
        'src/llm.ts': llm(`console.log(prompt.slice(0, 50));\n  ${send}\n  return message.content;`),
      },
      { 'src/llm.ts': ['4 no-raw-prompt-logging content'] },
    ],
    [
      'of the answer that it gets is said there',
      {
        'src/main.ts': main(`return complete(note);`),
        'src/llm.ts': llm(`${send}\n  console.log(message.content);\n  return message.content;`),
      },
      { 'src/llm.ts': ['5 no-raw-prompt-logging content'] },
    ],
    [
      'of what it sends through a third is said there',
      {
        'src/main.ts': `import { research } from './research.js';\nexport async function POST(request: Request) {\n  const { note } = await request.json();\n  return research(note);\n}\n`,
        'src/research.ts': `import { complete } from './llm.js';\nexport async function research(query: string) {\n  console.log('asks', query);\n  return complete(query);\n}\n`,
        'src/llm.ts': llm(`${send}\n  return message.content;`),
      },
      { 'src/research.ts': ['3 no-raw-prompt-logging content'] },
    ],
    [
      'and does not send is said where it is handed in',
      {
        'src/main.ts': main(`return complete('Summarize', note) + (await complete(note));`),
        'src/llm.ts': llm(`console.log(about);\n  ${send}\n  return message.content;`),
      },
      { 'src/main.ts': ['4 no-raw-prompt-logging content'] },
    ],
    [
      'and sends to another vendor is said where it is handed in',
      {
        'src/main.ts': main(
          `return (await complete(note)) ?? other(note);`,
          `import { other } from './other.js';\n`,
        ),
        'src/llm.ts': llm(`${send}\n  return message.content;`),
        'src/other.ts': `export async function other(prompt: string) {\n  console.log(prompt);\n  return fetch('https://api.example.com', { method: 'POST', body: prompt });\n}\n`,
      },
      { 'src/main.ts': ['5 no-raw-prompt-logging content'] },
    ],
    [
      'is no answer where it is the error that a function gives in place of one',
      {
        'src/main.ts': main(
          `const reply = await complete(note);\n  if (reply && typeof reply === 'object' && 'error' in reply) {\n    const problem = reply as { message: string };\n    console.error(problem.message);\n    console.error(reply);\n  } else console.log(reply);`,
        ),
        'src/llm.ts': llm(
          `try {\n    ${send}\n    return message.content[0].text;\n  } catch (error) {\n    return { error: true, message: 'It is down' };\n  }`,
        ),
      },
      { 'src/main.ts': ['8 no-raw-prompt-logging content', '9 no-raw-prompt-logging content'] },
    ],
    [
      'at two calls is said at both',
      {
        'src/main.ts': main(
          `report(note);\n  const answer = await complete(note);\n  report(answer);`,
          `import { report } from './report.js';\n`,
        ),
        'src/llm.ts': llm(`${send}\n  return message.content;`),
        'src/report.ts': `export function report(message: unknown) {\n  console.log(message);\n}\n`,
      },
      { 'src/main.ts': ['5 no-raw-prompt-logging content', '7 no-raw-prompt-logging content'] },
    ],
  ])('%s', (_, files, expected) => {
    expect(lint(files)).toEqual(expected);
  });
});

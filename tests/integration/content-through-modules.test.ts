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

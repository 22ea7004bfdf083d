/**
 * What is looked up by a name is looked up in the file of what is asked about, not in the file that asks.
 */
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

const rules = {
  'require-redaction': true,
  'no-raw-prompt-logging': { stdout: 'report' },
  'no-insecure-transport': true,
};

const GATEWAY = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function complete(prompt: string) {
  const message = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 512, messages: [{ role: 'user', content: prompt }] });
  return message.content[0].text;
}
`;

const files = {
  'src/gateway.ts': GATEWAY,
  'src/logger.ts': `import pino from 'pino';\nexport const logger = pino();\n`,
  'src/redact.ts': `export function redactPhi(text: string) { return text.replace(/\\d{3}-\\d{2}-\\d{4}/g, '[SSN]'); }\n`,
};

const route = (imports: string, body: string): string => `import { logger } from './logger.js';
import { redactPhi } from './redact.js';
${imports}
export async function POST(request: Request) {
  const { note } = await request.json();
  ${body}
}
`;

describe('look-ups by a name in the file of what is asked about', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'sees what a class of another module keeps in a field',
      {
        'src/desk.ts': `import { complete } from './gateway.js';
export class Desk {
  async ask(question: string) { this.last = await complete(question); return this.last; }
}
`,
        'src/route.ts': route(
          `import { Desk } from './desk.js';`,
          `const answer = await new Desk().ask(redactPhi(note)); logger.info(answer);`,
        ),
      },
      { 'src/route.ts': ['6 no-raw-prompt-logging content'] },
    ],
    [
      'sees what a class of another module adds to a list',
      {
        'src/desk.ts': `import { complete } from './gateway.js';
export class Desk {
  answers: string[] = [];
  async ask(question: string) { this.answers.push(await complete(question)); return this.answers; }
}
`,
        'src/route.ts': route(
          `import { Desk } from './desk.js';`,
          `const answers = await new Desk().ask(redactPhi(note)); logger.info(answers);`,
        ),
      },
      { 'src/route.ts': ['6 no-raw-prompt-logging content'] },
    ],
    [
      'sees what a function of another module hands to a callback by its name',
      {
        'src/run.ts': `import { complete } from './gateway.js';
export async function run(question: string, { onText }: { onText: (text: string) => void }) { onText(await complete(question)); }
`,
        'src/route.ts': route(
          `import { run } from './run.js';`,
          `await run(redactPhi(note), { onText: (text) => logger.info(text) });`,
        ),
      },
      { 'src/route.ts': ['6 no-raw-prompt-logging content'] },
    ],
    [
      'sees the body that a function of another module writes to its request',
      {
        'src/raw.ts': `import https from 'node:https';
export function ask(prompt: string) {
  const call = https.request('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' } });
  call.write(JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 512, messages: [{ role: 'user', content: prompt }] }));
  call.end();
}
`,
        'src/route.ts': route(`import { ask } from './raw.js';`, `ask(note);`),
      },
      { 'src/route.ts': ['6 require-redaction body'] },
    ],
    [
      'sees the calls of a check of certificates that another module has',
      {
        'src/tls.ts': `import { verify } from './verify.js';\nexport const check = (host: string, certificate: unknown) => { verify(host, certificate); };\n`,
        'src/client.ts': `import Anthropic from '@anthropic-ai/sdk';
import https from 'node:https';
import { check } from './tls.js';
export const client = new Anthropic({ httpAgent: new https.Agent({ checkServerIdentity: check }) });
`,
      },
      {},
    ],
    [
      'sees that such a check has none',
      {
        'src/tls.ts': `export const check = () => undefined;\n`,
        'src/client.ts': `import Anthropic from '@anthropic-ai/sdk';
import https from 'node:https';
import { check } from './tls.js';
export const client = new Anthropic({ httpAgent: new https.Agent({ checkServerIdentity: check }) });
`,
      },
      { 'src/client.ts': ['4 no-insecure-transport unchecked'] },
    ],
  ])('%s', (_, more, expected) => {
    expect(lintFiles({ ...files, ...more }, { rules })).toEqual(expected);
  });
});

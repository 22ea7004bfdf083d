/**
 * A small service of letters with its client, gateway, redactor, audit writer and route in files of their own, written as a
 * team would that has read the rules.
 */

export const LETTERS: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: '@acme/letters',
    type: 'module',
    private: true,
    dependencies: { '@anthropic-ai/sdk': '^1.12.0' },
    'claude-compliance': {
      hipaa: true,
      dataClassification: 'phi',
      attestations: { baa: { reference: 'GRC-88', expires: '2027-06-30' } },
    },
  }),
  'src/llm/settings.ts': "export const GEO = 'us';\nexport const MODEL = 'claude-opus-4-6';\n",
  'src/llm/client.ts':
    "import Anthropic from '@anthropic-ai/sdk';\n\nexport const client = new Anthropic({ timeout: 60_000 });\n",
  'src/records/write.ts': `import { createHmac } from 'node:crypto';
import { db } from './db.ts';

const mac = (text: string) => createHmac('sha256', process.env.AUDIT_KEY!).update(text).digest('hex');

export async function recordExchange(userId: string, prompt: string, answer: string | undefined, outcome: string) {
  await db.auditLog.create({
    data: {
      userId,
      inputHash: mac(prompt),
      outputHash: answer === undefined ? null : mac(answer),
      timestamp: new Date(),
      outcome,
    },
  });
}
`,
  'src/privacy/names.ts': `export function redactNames(text: string): string {
  return text.replace(/[A-Z][a-z]+ [A-Z][a-z]+/g, '[NAME]');
}
`,
  'src/llm/send.ts': `import { recordExchange } from '../records/write.ts';
import { client } from './client.ts';
import { GEO, MODEL } from './settings.ts';

export async function sendToClaude(prompt: string, userId: string) {
  let answer: string | undefined;
  let outcome = 'failed';
  try {
    const message = await client.messages.create({
      model: MODEL,
      max_tokens: 1000,
      inference_geo: GEO,
      messages: [{ role: 'user', content: prompt }],
    });
    const [block] = message.content;
    answer = block?.type === 'text' ? block.text : '';
    outcome = 'answered';
    return answer;
  } finally {
    await recordExchange(userId, prompt, answer, outcome);
  }
}
`,
  'src/api/letters.ts': `import { sendToClaude } from '../llm/send.ts';
import { redactNames } from '../privacy/names.ts';

export async function POST(request: Request & { user: { id: string } }) {
  const body = await request.json();
  const text = await sendToClaude(redactNames(body.notes), request.user.id);
  return Response.json({ text });
}
`,
  'src/api/health.ts': 'export const GET = () => Response.json({ ok: true });\n',
};

/** The project with some pieces of text replaced: `[file, before, after]`. */
export function lettersWith(
  ...changes: readonly (readonly [file: string, before: string, after: string])[]
): Record<string, string> {
  const files: Record<string, string> = { ...LETTERS };
  for (const [file, before, after] of changes) {
    const text = files[file] ?? '';
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    files[file] = text.replace(before, after);
  }
  return files;
}

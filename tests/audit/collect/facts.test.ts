/**
 * What evidence says of a request that its own lines do not decide: nothing is called shown that the code leaves open.
 */
import { describe, expect, it } from 'vitest';
import type { CallSite } from '../../../src/audit/model.ts';
import { auditFiles } from '../../helpers/audits.ts';

const PACKAGE = { name: 'letters', type: 'module', 'claude-compliance': { zdr: true, hipaa: true } };
const BODY =
  "{ model: 'claude-sonnet-4-6', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content: q }] }";
const asks = (client: string): string =>
  `import Anthropic from '@anthropic-ai/sdk';\n${client}\nexport const ask = (q: string) => client.messages.create(${BODY});\n`;
const HANDED = `import type Anthropic from '@anthropic-ai/sdk';
export class Assistant {
  constructor(private readonly client: Anthropic) {}
  ask(q: string) {
    return this.client.messages.create(${BODY});
  }
}
`;

async function sitesOf(files: Readonly<Record<string, string>>): Promise<readonly CallSite[]> {
  const { callSites } = await auditFiles({ 'package.json': JSON.stringify(PACKAGE), ...files });
  return callSites;
}

async function siteOf(files: Readonly<Record<string, string>>): Promise<CallSite> {
  const [site] = await sitesOf(files);
  if (!site) throw new Error('no call site');
  return site;
}

describe('the receiver', () => {
  it.each([
    [
      'one on some ways only',
      'const client = new Anthropic({ baseURL: process.env.CI ? "http://localhost:4010" : undefined });',
    ],
    [
      'one that is spread in under a condition',
      'const client = new Anthropic({ ...(flag && { baseURL: "https://a.example" }) });',
    ],
    [
      'several',
      'const HOSTS = { a: "https://a.example", b: "https://b.example" };\nconst client = new Anthropic({ baseURL: HOSTS[key] });',
    ],
    ['one of the environment', 'const client = new Anthropic({ baseURL: process.env.LLM_URL });'],
    [
      'one that the file sets for its process',
      'process.env.ANTHROPIC_BASE_URL = "https://a.example";\nconst client = new Anthropic();',
    ],
  ])('cannot be told of a client with %s', async (_, client) => {
    const site = await siteOf({ 'src/a.ts': asks(client) });
    expect(site.provider.state).toBe('cannot-tell');
    expect(site).not.toHaveProperty('host');
  });

  it('is that of the one client that can be handed in', async () => {
    const compose = (options: string): string =>
      `import Anthropic from '@anthropic-ai/sdk';\nimport { Assistant } from './assistant.js';\nexport const assistant = new Assistant(new Anthropic(${options}));\n`;
    const files = { 'src/assistant.ts': HANDED };
    const own = await siteOf({ ...files, 'src/main.ts': compose('') });
    expect(own.provider).toMatchObject({ state: 'shown', value: 'anthropic' });
    const other = await siteOf({ ...files, 'src/main.ts': compose("{ baseURL: 'https://edge.example' }") });
    expect(other).toMatchObject({ provider: { state: 'shown', value: 'other' }, host: 'edge.example' });
    expect(other.results['require-approved-provider']?.state).toBe('finding');
  });

  it('cannot be told where several differ, or none is made', async () => {
    const none = await siteOf({ 'src/assistant.ts': HANDED });
    expect(none.provider).toMatchObject({ state: 'cannot-tell', why: 'imported' });
    const several = await siteOf({
      'src/assistant.ts': HANDED,
      'src/one.ts': "import Anthropic from '@anthropic-ai/sdk';\nexport const one = new Anthropic();\n",
      'src/two.ts':
        "import Anthropic from '@anthropic-ai/sdk';\nexport const two = new Anthropic({ baseURL: 'https://a.example' });\n",
    });
    expect(several.provider).toMatchObject({ state: 'cannot-tell', why: 'imported' });
    expect(several.results['require-approved-provider']).toMatchObject({ state: 'cannot-tell' });
  });
});

it('shows no geography of a gateway that may ask others', async () => {
  const call = (gateway: string): string =>
    `import { generateText } from 'ai';\nexport const ask = (q: string) => generateText({ model: 'anthropic/claude-sonnet-4.6', prompt: q, providerOptions: { gateway: ${gateway}, anthropic: { inferenceGeo: 'us' } } });\n`;
  const site = await siteOf({ 'src/a.ts': call("{ order: ['bedrock', 'anthropic'] }") });
  expect(site.geography).toEqual({ state: 'absent' });
  const only = await siteOf({ 'src/a.ts': call("{ only: ['anthropic'] }") });
  expect(only.geography).toMatchObject({ state: 'shown', value: 'us' });
});

it('connects what other modules write to the request', async () => {
  const [site] = await sitesOf({
    'src/ask.ts':
      "import { generateText } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nimport { options } from './options.js';\nexport const ask = (q: string) => generateText({ model: anthropic('claude-sonnet-4-6'), prompt: q, ...options });\n",
    'src/options.ts':
      "export const options = { providerOptions: { anthropic: { inferenceGeo: 'us', cacheControl: { type: 'ephemeral' as const } } }, experimental_telemetry: { isEnabled: true } };\n",
    'src/use.ts':
      "import pino from 'pino';\nimport { ask } from './ask.js';\nconst log = pino();\nexport async function use(q: string) {\n  const { text } = await ask(q);\n  log.info({ text });\n}\n",
  });
  expect(site?.features.map(({ id }) => id)).toContain('prompt_caching_5m');
  expect(site?.logging).toMatchObject({
    state: 'shown',
    sinks: [{ name: 'log.info', at: { file: 'src/use.ts' } }],
  });
  for (const rule of ['no-zdr-ineligible-features', 'no-raw-prompt-logging', 'no-sdk-content-logging'])
    expect(site?.results[rule]?.state, rule).toBe('finding');
});

describe('where content enters', () => {
  const GATEWAY = `import Anthropic from '@anthropic-ai/sdk';
import { redactPhi } from '@acme/privacy';
const client = new Anthropic();
export function send(text: string) {
  const q = redactPhi(text);
  return client.messages.create(${BODY});
}
`;
  it.each([
    [
      'route',
      "import { Router } from 'express';\nimport { send } from './send.js';\nexport const router = Router();\nrouter.post('/a', async (req, res) => { res.json(await send(req.body.note)); });\n",
    ],
    [
      'route',
      "import { Controller, Post, Body } from '@nestjs/common';\nimport { send } from './send.js';\n@Controller()\nexport class Notes {\n  @Post()\n  draft(@Body() body: { note: string }) { return send(body.note); }\n}\n",
    ],
    [
      'action',
      "'use server';\nimport { send } from './send.js';\nexport async function draft(form: FormData) { return send(String(form.get('note'))); }\n",
    ],
    [
      'queue',
      "import { Worker } from 'bullmq';\nimport { send } from './send.js';\nnew Worker('notes', async (job) => send(job.data.note));\n",
    ],
  ])('is the %s behind a gateway that redacts', async (kind, text) => {
    const site = await siteOf({ 'src/send.ts': GATEWAY, 'src/enter.ts': text });
    expect(site.entries).toMatchObject([
      { kind, redaction: 'shown', by: { name: 'redactPhi' }, at: { file: 'src/enter.ts' } },
    ]);
    expect(site.redaction).toMatchObject({ state: 'shown' });
  });

  it('leaves out functions that only hand on', async () => {
    const site = await siteOf({
      'src/send.ts': GATEWAY,
      'src/service.ts':
        "import { send } from './send.js';\nexport const summarize = (note: string) => send(note);\n",
      'src/route.ts':
        "import { summarize } from './service.js';\nexport async function POST(request: Request) {\n  const { note } = await request.json();\n  return Response.json(await summarize(note));\n}\n",
    });
    expect(site.entries).toMatchObject([{ kind: 'route', name: 'POST' }]);
    expect(site.callers.map(({ at }) => at.file)).toEqual(['src/route.ts', 'src/service.ts']);
  });

  it('names what redacts where a name says that it was done', async () => {
    const site = await siteOf({
      'src/a.ts': `import Anthropic from '@anthropic-ai/sdk';\nimport { strip } from '@acme/privacy';\nconst client = new Anthropic();\nexport function ask(text: string) {\n  const redacted = strip(text);\n  return client.messages.create(${BODY.replace('content: q', 'content: redacted')});\n}\n`,
    });
    expect(site.redaction).toMatchObject({ state: 'shown', by: [{ name: 'redacted' }] });
  });

  it('names what masks by its name, and what it is made of', async () => {
    const site = await siteOf({
      'src/mask.ts':
        "import { redactNumbers } from './patterns.js';\nexport const maskAccount = (text: string) => redactNumbers(text);\n",
      'src/patterns.ts':
        "export const redactNumbers = (text: string) => text.replaceAll(/\\d{8,}/g, '[ACCOUNT]');\n",
      'src/send.ts': GATEWAY.replace('redactPhi } from', 'maskAccount } from')
        .replace('@acme/privacy', './mask.js')
        .replace('redactPhi(text)', 'maskAccount(text)'),
      'src/enter.ts':
        "'use server';\nimport { send } from './send.js';\nexport async function draft(form: FormData) { return send(String(form.get('note'))); }\n",
    });
    expect(site.redaction).toMatchObject({ state: 'shown', by: [{ name: 'maskAccount' }] });
    expect(site.entries).toMatchObject([{ kind: 'action', redaction: 'shown' }]);
  });
});

it('connects what callers hand in from other modules with the request', async () => {
  const site = await siteOf({
    'src/send.ts': `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nexport const send = (q: string, tools: object[]) => client.messages.create({ ...${BODY}, tools });\n`,
    'src/tools.ts':
      "export const tools = [{ type: 'code_execution_20250825', name: 'code_execution' } as const];\n",
    'src/route.ts':
      "import { send } from './send.js';\nimport { tools } from './tools.js';\nexport async function POST(request: Request) {\n  return Response.json(await send((await request.json()).note, tools));\n}\n",
  });
  expect(site.results['no-zdr-ineligible-features']?.state).toBe('finding');
});

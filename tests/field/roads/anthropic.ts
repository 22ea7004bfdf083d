/**
 * Snippets of clients of Anthropic’s own packages; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const ANTHROPIC: readonly Road[] = [
  {
    name: 'namespace import of the SDK',
    code: `import * as sdk from '@anthropic-ai/sdk';
const api = new sdk.Anthropic({ maxRetries: 2 });
export async function summarise(note) {
  const reply = await api.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 300, messages: [{ role: 'user', content: note }] }); //! geo model audit
  console.log('reply', reply.content); //! log
  return reply;
}
`,
  },
  {
    name: 'default as named import, aliased',
    code: `import { default as Claude } from '@anthropic-ai/sdk';
const c = new Claude();
export const run = async (q) => {
  const m = await c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 64, system: [{ type: 'text', text: 'Be brief', cache_control: { type: 'ephemeral' } }], messages: [{ role: 'user', content: q }] }); //! geo model zdr audit
  const [first] = m.content;
  process.stdout.write(first.type === 'text' ? first.text : ''); //! log
};
`,
  },
  {
    name: 'CommonJS default',
    commonjs: true,
    code: `const { default: Anthropic } = require('@anthropic-ai/sdk');
const anthropic = new Anthropic();
module.exports.ask = async function ask(text) {
  const answer = await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 512, messages: [{ role: 'user', content: text }] }); //! geo model audit
  require('winston').info('answered', { answer }); //! log
  return answer;
};
`,
  },
  {
    name: 'CommonJS property of require',
    commonjs: true,
    code: `const Anthropic = require('@anthropic-ai/sdk').Anthropic;
const client = new Anthropic();
exports.handler = async (event) => {
  const out = await client.messages.create({ model: 'claude-opus-4-6', max_tokens: 200, messages: [{ role: 'user', content: event.body }] }); //! geo model audit redact
  console.info(JSON.stringify(out)); //! log
  return { statusCode: 200, body: out.content[0].text };
};
`,
  },
  {
    name: 'dynamic import',
    code: `let cached;
async function getClient() {
  if (!cached) {
    const { default: Anthropic } = await import('@anthropic-ai/sdk');
    cached = new Anthropic();
  }
  return cached;
}
export async function classify(ticket) {
  const client = await getClient();
  const msg = await client.messages.create({ model: 'claude-haiku-4-5-20251001', max_tokens: 10, messages: [{ role: 'user', content: ticket }] }); //! geo model audit
  console.debug(msg.content[0].text); //! log
}
`,
  },
  {
    name: 'dynamic import with then',
    code: `const clientPromise = import('@anthropic-ai/sdk').then((mod) => new mod.default());
export async function q(text) {
  const c = await clientPromise;
  return c.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 5, messages: [{ role: 'user', content: text }] }); //! geo model audit
}
`,
  },
  {
    name: 'subclass of the SDK client',
    code: `import Anthropic from '@anthropic-ai/sdk';
class TracedClaude extends Anthropic {
  async ask(text) {
    const m = await this.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 100, messages: [{ role: 'user', content: text }] }); //! geo model audit
    console.log(m.content); //! log
    return m;
  }
}
export const traced = new TracedClaude();
`,
  },
  {
    name: 'subclass used from outside',
    code: `import Anthropic from '@anthropic-ai/sdk';
class Client extends Anthropic {
  constructor() { super({ timeout: 5000 }); }
}
const client = new Client();
export async function go(text) {
  const m = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 100, messages: [{ role: 'user', content: text }] }); //! geo model audit
  console.log(m); //! log
}
`,
  },
  {
    name: 'private field client, stream helper',
    code: `import Anthropic from '@anthropic-ai/sdk';
export class Writer {
  #api = new Anthropic();
  async write(topic: string) {
    const stream = this.#api.messages.stream({ model: 'claude-opus-4-6', max_tokens: 4096, messages: [{ role: 'user', content: topic }] }); //! geo model audit
    stream.on('text', (delta) => process.stdout.write(delta)); //! log
    const final = await stream.finalMessage();
    return final;
  }
}
`,
  },
  {
    name: 'raw stream events',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function* tokens(prompt: string) {
  const stream = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 1000, stream: true, messages: [{ role: 'user', content: prompt }] }); //! geo model audit
  for await (const event of stream) {
    if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
      console.log(event.delta.text); //! log
      yield event.delta.text;
    }
  }
}
`,
  },
  {
    name: 'client by constructor injection',
    code: `import type Anthropic from '@anthropic-ai/sdk';
export class TriageService {
  constructor(private readonly claude: Anthropic, private readonly logger: { info(x: unknown): void }) {}
  async triage(text: string) {
    const r = await this.claude.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 50, messages: [{ role: 'user', content: text }] }); //! geo model audit
    this.logger.info(r); //! log
    return r;
  }
}
`,
  },
  {
    name: 'beta messages with helper tool runner',
    code: `import Anthropic from '@anthropic-ai/sdk';
import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { z } from 'zod';
const client = new Anthropic();
const weather = betaZodTool({ name: 'weather', inputSchema: z.object({ city: z.string() }), description: 'w', run: async () => 'sunny' });
export async function run(prompt: string) {
  const final = await client.beta.messages.toolRunner({ model: 'claude-sonnet-4-6', max_tokens: 500, tools: [weather], messages: [{ role: 'user', content: prompt }] }); //! geo model zdr audit
  console.log(final.content); //! log
}
`,
  },
  {
    name: 'tool runner iterated',
    code: `import { Anthropic } from '@anthropic-ai/sdk';
const client = new Anthropic();
const runner = client.beta.messages.toolRunner({ model: 'claude-opus-4-7', max_tokens: 500, tools: [], messages: [{ role: 'user', content: question }] }); //! geo model zdr audit
for await (const message of runner) {
  console.log(message); //! log
}
`,
  },
  {
    name: 'batches',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function nightly(notes: { id: string; text: string }[]) {
  const batch = await client.messages.batches.create({ requests: notes.map((n) => ({ custom_id: n.id, params: { model: 'claude-haiku-4-5', max_tokens: 100, messages: [{ role: 'user', content: n.text }] } })) }); //! geo model zdr audit
  for await (const result of await client.messages.batches.results(batch.id)) { //! zdr
    console.log(result); //! log
  }
}
`,
  },
  {
    name: 'parse with zod output format',
    code: `import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';
const client = new Anthropic();
const Contact = z.object({ full: z.string() });
export async function extract(mail: string) {
  const message = await client.messages.parse({ model: 'claude-sonnet-4-5', max_tokens: 500, messages: [{ role: 'user', content: mail }], output_config: { format: zodOutputFormat(Contact) } }); //! geo model audit
  console.log(message.parsed_output); //! log
}
`,
  },
  {
    name: 'params built apart with Object.assign',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const defaults = { model: 'claude-sonnet-4-6', max_tokens: 256 }; //! model
export async function ask(content: string, extra = {}) {
  const params = Object.assign({}, defaults, { messages: [{ role: 'user' as const, content }] });
  const res = await client.messages.create(params); //! geo audit
  console.log({ res }); //! log
}
`,
  },
  {
    name: 'params built by mutation',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function ask(content: string) {
  const body: any = { model: 'claude-sonnet-4-6' }; //! model
  body.max_tokens = 100;
  body.messages = [{ role: 'user', content }];
  body.system = [{ type: 'text', text: 'x', cache_control: { type: 'ephemeral' } }]; //! zdr
  return client.messages.create(body); //! geo audit
}
`,
  },
  {
    name: 'withOptions chain',
    code: `import Anthropic from '@anthropic-ai/sdk';
const base = new Anthropic();
const fast = base.withOptions({ timeout: 2000 });
export const short = (t: string) => fast.messages.create({ model: 'claude-haiku-4-5', max_tokens: 20, messages: [{ role: 'user', content: t }] }).then((m) => { console.log(m.content); return m; }); //! geo model log audit
`,
  },
  {
    name: 'asResponse / withResponse',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function go(t: string) {
  const { data, request_id } = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: t }] }).withResponse(); //! geo model audit
  console.log(request_id);
  console.log(data.content); //! log
}
`,
  },
  {
    name: 'client in a map of clients',
    code: `import Anthropic from '@anthropic-ai/sdk';
const clients = { primary: new Anthropic(), backup: new Anthropic({ maxRetries: 5 }) };
export async function go(t: string, which: 'primary' | 'backup') {
  const m = await clients[which].messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! geo model audit
  console.log(m); //! log
}
`,
  },
  {
    name: 'client re-exported from another file',
    files: {
      'src/llm/client.ts': `import Anthropic from '@anthropic-ai/sdk';
export const claude = new Anthropic();
`,
      'src/llm/index.ts': `export { claude as llm } from './client';
`,
    },
    code: `import { llm } from './llm';
export async function reply(text: string) {
  const m = await llm.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: text }] }); //! geo model audit
  console.log(m.content); //! log
}
`,
  },
  {
    name: 'namespace re-export of the SDK',
    files: {
      'src/vendor.ts': `export * as anthropic from '@anthropic-ai/sdk';
export { default as Claude } from '@anthropic-ai/sdk';
`,
    },
    code: `import { anthropic } from './vendor';
const c = new anthropic.default();
export const go = (t: string) => c.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! geo model audit
`,
  },
  {
    name: 'factory in another file with DI container',
    files: {
      'src/clients.ts': `import Anthropic from '@anthropic-ai/sdk';
export function makeClients() {
  return { claude: new Anthropic(), now: () => Date.now() };
}
`,
    },
    code: `import { makeClients } from './clients';
const { claude } = makeClients();
export async function go(t: string) {
  const response = await claude.messages.create({ model: 'claude-opus-4-6', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! geo model audit
  console.warn('got', response); //! log
}
`,
  },
  {
    name: 'files api and code execution',
    code: `import Anthropic, { toFile } from '@anthropic-ai/sdk';
import fs from 'node:fs';
const client = new Anthropic();
export async function analyse(path: string) {
  const file = await client.beta.files.upload({ file: await toFile(fs.createReadStream(path)) }); //! zdr
  const m = await client.beta.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 999, betas: ['files-api-2025-04-14'], tools: [{ type: 'code_execution_20250825', name: 'code_execution' }], messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: file.id } }] }] }); //! geo model zdr audit
  return m;
}
`,
  },
  {
    name: 'baseURL to a proxy, hardcoded',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic({ baseURL: 'https://claude-proxy.corp.example' }); //! provider
export const go = (t: string) => client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! geo model audit
`,
  },
  {
    name: 'foundry client',
    code: `import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
const client = new AnthropicFoundry({ resource: 'my-res' }); //! provider
export async function go(t: string) {
  const m = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! model audit
  console.log(m.content); //! log
}
`,
  },
  {
    name: 'vertex client, namespace',
    code: `import * as vertex from '@anthropic-ai/vertex-sdk';
const client = new vertex.AnthropicVertex({ region: 'us-east5', projectId: 'p' }); //! provider
export async function go(t: string) {
  const m = await client.messages.create({ model: 'claude-sonnet-4-5@20250929', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! model audit
  console.log(m.content); //! log
}
`,
  },
  {
    name: 'bedrock client subclass',
    code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
class Regional extends AnthropicBedrock { constructor(region: string) { super({ awsRegion: region }); } }
const client = new Regional('us-west-2');
export async function go(t: string) {
  const m = await client.messages.create({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! model provider audit
  console.log(m.content); //! log
}
`,
  },
  {
    name: 'managed sessions',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function start(env: string) {
  const agent = await client.beta.agents.create({ name: 'reader', model: 'claude-sonnet-4-6', system: 'x' }); //! geo model zdr audit
  const session = await client.beta.sessions.create({ agent: agent.id, environment_id: env }); //! zdr audit
  return session.id;
}
`,
  },
  {
    name: 'function taking a client parameter',
    code: `import Anthropic from '@anthropic-ai/sdk';
async function askWith(api: Anthropic, text: string) {
  const { content } = await api.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: text }] }); //! geo model audit
  return content;
}
export async function main(text: string) {
  const content = await askWith(new Anthropic(), text);
  console.log(content); //! log
}
`,
  },
  {
    name: 'messages resource kept apart',
    code: `import Anthropic from '@anthropic-ai/sdk';
const { messages: chat } = new Anthropic();
export async function go(t: string) {
  const reply = await chat.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: t }] }); //! geo model audit
  console.table(reply.content); //! log
}
`,
  },
  {
    name: 'express route with body',
    code: `import express from 'express';
import Anthropic from '@anthropic-ai/sdk';
const app = express();
const client = new Anthropic();
app.post('/ask', async (req, res) => {
  console.log(req.body.question); //! log
  const m = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 20, messages: [{ role: 'user', content: req.body.question }] }); //! geo model audit redact
  res.json(m.content);
});
`,
  },
];

/**
 * Keys of clients, headers and SDKs that reach Claude, of gateways above all, and keys of other vendors beside them.
 */
import type { Road } from './types.ts';

export const KEYS: readonly Road[] = [
  {
    name: 'authorization at openrouter',
    code: `export const go = (q: string) => fetch('https://openrouter.ai/api/v1/chat/completions', { //! geo audit provider
  method: 'POST', headers: { Authorization: 'Bearer k9Qz7vT2xLm4Rw' }, //! keys
  body: JSON.stringify({ model: 'anthropic/claude-sonnet-4.5', messages: [{ role: 'user', content: q }] }) }); //! model
`,
  },
  {
    name: 'authorization at openrouter other model silent',
    code: `export const go = (q: string) => fetch('https://openrouter.ai/api/v1/chat/completions', {
  method: 'POST', headers: { Authorization: 'Bearer k9Qz7vT2xLm4Rw' },
  body: JSON.stringify({ model: 'openai/gpt-5', messages: [{ role: 'user', content: q }] }) });
`,
  },
  {
    name: 'openai client to openai in file with claude, silent',
    code: `import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
const openai = new OpenAI({ apiKey: 'k9Qz7vT2xLm4Rw' });
const together = new OpenAI({ apiKey: 'k9Qz7vT2xLm4Rw', baseURL: 'https://api.together.xyz/v1' });
const local = new OpenAI({ apiKey: 'k9Qz7vT2xLm4Rw', baseURL: 'https://vllm.acme.example/v1' });
const anthropic = new Anthropic();
export const go = (q: string) => Promise.all([
  openai.chat.completions.create({ model: 'gpt-5', messages: [{ role: 'user', content: q }] }),
  local.chat.completions.create({ model: 'llama-3.3', messages: [{ role: 'user', content: q }] }),
  together.chat.completions.create({ model: 'x', messages: [{ role: 'user', content: q }] }),
  anthropic.messages.create({ model: 'claude-opus-5', max_tokens: 1, messages: [{ role: 'user', content: q }] }), //! geo audit
]);
`,
  },
  {
    name: 'exported client with gateway host',
    code: `import OpenAI from 'openai';
export const MODEL = 'anthropic/claude-opus-5';
export const llm = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', apiKey: 'k9Qz7vT2xLm4Rw' }); //! keys
`,
  },
  {
    name: 'env base url with fallback literal key',
    code: `import { OpenAI } from 'openai';
const llm = new OpenAI({ baseURL: process.env.LLM_URL, apiKey: process.env.LLM_KEY || 'k9Qz7vT2xLm4Rw' }); //! keys
export const go = (q: string) => llm.chat.completions.create({ model: 'claude-opus-5', messages: [{ role: 'user', content: q }] }); //! geo audit
`,
  },
  {
    name: 'ai sdk openai-compatible',
    code: `import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText } from 'ai';
const litellm = createOpenAICompatible({ name: 'litellm', baseURL: 'https://litellm.acme.example/v1', apiKey: 'k9Qz7vT2xLm4Rw' }); //! keys provider
export const go = (prompt: string) => generateText({ model: litellm('claude-opus-5'), prompt }); //! geo audit
`,
  },
  {
    name: 'ai sdk openai silent',
    code: `import { createOpenAI } from '@ai-sdk/openai';
import { anthropic } from '@ai-sdk/anthropic';
import { generateText } from 'ai';
const openai = createOpenAI({ apiKey: 'k9Qz7vT2xLm4Rw' });
export const go = (prompt: string, c: boolean) => generateText({ model: c ? anthropic('claude-opus-5') : openai('gpt-5'), prompt }); //! geo audit
`,
  },
  {
    name: 'portkey header via openai',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://api.portkey.ai/v1', apiKey: 'dummy', defaultHeaders: { 'x-portkey-api-key': 'k9Qz7vT2xLm4Rw', 'x-portkey-provider': 'anthropic' } }); //! provider keys
export const go = (q: string) => client.chat.completions.create({ model: 'claude-opus-5', messages: [{ role: 'user', content: q }] }); //! geo audit
`,
  },
  {
    name: 'cloudflare aig header in Anthropic client',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic({ baseURL: 'https://gateway.ai.cloudflare.com/v1/a/g/anthropic', defaultHeaders: { 'cf-aig-authorization': 'Bearer k9Qz7vT2xLm4Rw' } }); //! provider keys
export const go = (q: string) => client.messages.create({ model: 'claude-opus-5', max_tokens: 1, messages: [{ role: 'user', content: q }] }); //! geo audit
`,
  },
  {
    name: 'ChatOpenAI proxies',
    code: `import { ChatOpenAI } from '@langchain/openai';
export const a = new ChatOpenAI({ model: 'claude-opus-5', openAIApiKey: 'k9Qz7vT2xLm4Rw', configuration: { baseURL: 'https://litellm.acme.example' } }); //! geo provider keys
export const b = new ChatOpenAI({ model: 'gpt-5', openAIApiKey: 'k9Qz7vT2xLm4Rw' });
export const c = new ChatOpenAI({ model: 'claude-opus-5', apiKey: 'anything', configuration: { baseURL: 'https://litellm.acme.example' } }); //! geo provider
`,
  },
  {
    name: 'openrouter sdk other model',
    code: `import { OpenRouter } from '@openrouter/sdk';
const or = new OpenRouter({ apiKey: 'k9Qz7vT2xLm4Rw' });
export const go = (q: string) => or.chat.send({ chatRequest: { model: 'openai/gpt-5', messages: [{ role: 'user', content: q }] } });
`,
  },
  {
    name: 'client in a class field',
    code: `import OpenAI from 'openai';
export class Gateway {
  private readonly key = 'k9Qz7vT2xLm4Rw'; //! keys
  private readonly client = new OpenAI({ baseURL: 'https://llm.acme.example/v1', apiKey: this.key }); //! provider
  ask(q: string) { return this.client.chat.completions.create({ model: 'claude-opus-5', messages: [{ role: 'user', content: q }] }); } //! geo audit
}
`,
  },
  {
    name: 'litellm master keys placeholder',
    code: `import OpenAI from 'openai';
const keys = ['sk-litellm', 'sk-none', 'no-key', 'not-needed', 'litellm', 'sk-local', 'sk-12345', 'sk-1234567890', 'noop', 'EMPTY', 'test', 'sk-test', 'proxy', 'x', 'unused', 'fake-key', 'sk-proj-xxxxxxxx', 'YOUR_API_KEY', '<your key>', 'sk-or-v1-...', 'sk-or-v1-xxxxxxxxxxxxxxxx', 'secret', 'changeme', 'master-key', 'sk-master-key', 'via-proxy', 'handled-by-proxy', 'sk-anything', 'sk-placeholder', 'lm-studio', 'ollama'];
export const go = (q: string, i: number) => new OpenAI({ baseURL: 'https://llm.acme.example/v1', apiKey: keys[i] }).chat.completions.create({ model: 'claude-opus-5', messages: [{ role: 'user', content: q }] }); //! geo audit provider
`,
  },
  {
    name: 'fetch corp proxy literal',
    code: `export async function summarize(patient: { ssn: string; note: string }) {
  const res = await fetch('https://llm.acme.example/v1/messages', { //! geo audit provider
    method: 'POST',
    headers: { Authorization: 'Bearer k9Qz7vT2xLm4Rw', 'Content-Type': 'application/json' }, //! keys
    body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 400, messages: [{ role: 'user', content: \`\${patient.ssn}: \${patient.note}\` }] }), //! model redact
  });
  const data = await res.json();
  console.log(data.content[0].text); //! log
  return data;
}
`,
  },
  {
    name: 'undici request portkey',
    code: `import { request } from 'undici';
export async function go(text: string) {
  const { body } = await request('https://api.portkey.ai/v1/chat/completions', { //! geo audit provider
    method: 'POST',
    headers: { 'x-portkey-api-key': 'k9Qz7vT2xLm4Rw', 'x-portkey-provider': 'anthropic' }, //! keys
    body: JSON.stringify({ model: 'claude-sonnet-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] }), //! model
  });
  const out = await body.json();
  console.log(out); //! log
}
`,
  },
  {
    name: 'ChatOpenAI at openrouter',
    code: `import { ChatOpenAI } from '@langchain/openai';
const llm = new ChatOpenAI({ model: 'anthropic/claude-sonnet-4.5', apiKey: 'k9Qz7vT2xLm4Rw', configuration: { baseURL: 'https://openrouter.ai/api/v1' } }); //! geo model provider keys
export async function go(patient: { ssn: string }) {
  const r = await llm.invoke(\`Summarize \${patient.ssn}\`); //! audit redact
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'openai vercel gateway',
    code: `import OpenAI from 'openai';
const gateway = new OpenAI({ apiKey: 'k9Qz7vT2xLm4Rw', baseURL: 'https://ai-gateway.vercel.sh/v1' }); //! provider keys
export const go = async (q: string) => {
  const r = await gateway.responses.create({ model: 'anthropic/claude-sonnet-4.5', input: q }); //! model audit geo
  console.log(r.output_text); //! log
};
`,
  },
  {
    name: 'openai litellm with literal key and loopback',
    code: `import OpenAI from 'openai';
const gateway = new OpenAI({ apiKey: 'k9Qz7vT2xLm4Rw', baseURL: 'http://localhost:4000' });
export const go = async (q: string) => {
  const r = await gateway.chat.completions.create({ model: 'claude-sonnet-4-5', messages: [{ role: 'user', content: q }] }); //! model audit geo
  console.log(r.choices); //! log
};
`,
  },
  {
    name: 'openai litellm host, key literal',
    code: `import OpenAI from 'openai';
const gateway = new OpenAI({ apiKey: 'sk-7vT2xLm4Rw9QzKp', baseURL: 'https://litellm.acme.example' }); //! keys provider
export const go = async (q: string) => {
  const r = await gateway.chat.completions.create({ model: 'claude-sonnet-4-5', messages: [{ role: 'user', content: q }] }); //! model audit geo
  console.log(r.choices); //! log
};
`,
  },
  {
    name: 'litellm keys placeholders silent',
    code: `import OpenAI from 'openai';
const a = new OpenAI({ apiKey: 'sk-xxxx', baseURL: 'https://litellm.acme.example' }); //! provider
const b = new OpenAI({ apiKey: 'anything', baseURL: 'https://litellm.acme.example' }); //! provider
const c = new OpenAI({ apiKey: 'dummy', baseURL: 'https://openrouter.ai/api/v1' }); //! provider
const d = new OpenAI({ apiKey: 'sk-1234', baseURL: 'https://litellm.acme.example' }); //! provider
const e = new OpenAI({ apiKey: process.env.OPENROUTER_API_KEY ?? '', baseURL: 'https://openrouter.ai/api/v1' }); //! provider
export const go = async (q: string, i: number) => {
  const m = { model: 'claude-sonnet-4-5', messages: [{ role: 'user' as const, content: q }] }; //! model
  await a.chat.completions.create(m); //! audit geo
  await b.chat.completions.create(m); //! audit geo
  await c.chat.completions.create(m); //! audit geo
  await d.chat.completions.create(m); //! audit geo
  await e.chat.completions.create(m); //! audit geo
};
`,
  },
  {
    name: 'openrouter ai sdk',
    code: `import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText } from 'ai';
const openrouter = createOpenRouter({ apiKey: 'sk-or-v1-k9Qz7vT2xLm4Rw' }); //! keys
export async function go(patient: { ssn: string }) {
  const { text } = await generateText({ model: openrouter.chat('anthropic/claude-sonnet-4.5'), prompt: \`x \${patient.ssn}\` }); //! geo model audit redact provider
  console.log(text); //! log
}
`,
  },
  {
    name: 'openrouter sdk',
    code: `import { OpenRouter } from '@openrouter/sdk';
const or = new OpenRouter({ apiKey: 'k9Qz7vT2xLm4Rw' }); //! keys
export async function go(patient: { ssn: string }) {
  const r = await or.chat.send({ chatRequest: { model: 'anthropic/claude-sonnet-4.5', messages: [{ role: 'user', content: patient.ssn }] } }); //! geo model audit redact provider
  console.log(r.choices[0].message); //! log
}
`,
  },
  {
    name: 'portkey',
    code: `import Portkey from 'portkey-ai';
const portkey = new Portkey({ apiKey: 'k9Qz7vT2xLm4Rw', virtualKey: 'anthropic-prod' }); //! keys
export async function go(patient: { ssn: string }) {
  const r = await portkey.chat.completions.create({ model: 'claude-sonnet-4-5', max_tokens: 1, messages: [{ role: 'user', content: patient.ssn }] }); //! geo model audit redact provider
  console.log(r.choices[0].message); //! log
}
`,
  },
  {
    name: 'pi-ai stream apiKey',
    code: `import { stream, getModel, type Context } from '@mariozechner/pi-ai';
export async function go(text: string) {
  const context: Context = { messages: [{ role: 'user', content: text, timestamp: Date.now() }] };
  const s = stream(getModel('anthropic', 'claude-haiku-4-5'), context, { apiKey: 'k9Qz7vT2xLm4Rw' }); //! geo model audit keys
  for await (const event of s) if (event.type === 'text_delta') console.log(event.delta); //! log
}
`,
  },
];

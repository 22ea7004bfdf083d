/**
 * Snippets of unusual spellings of all of them; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const SPELLINGS: readonly Road[] = [
  {
    name: 'service locator map',
    code: `import Anthropic from '@anthropic-ai/sdk';
const container = new Map<string, any>();
container.set('claude', new Anthropic());
export async function ask(q: string) {
  const claude: Anthropic = container.get('claude');
  const r = await claude.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'require destructured inside function',
    commonjs: true,
    code: `function client() { const { Anthropic } = require('@anthropic-ai/sdk'); return new Anthropic(); }
module.exports.ask = async (q) => {
  const r = await client().messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log('%o', r); //! log
};
`,
  },
  {
    name: 'import type plus lazy',
    code: `import type AnthropicT from '@anthropic-ai/sdk';
let api: AnthropicT | undefined;
const load = async () => (api ??= new (await import('@anthropic-ai/sdk')).default());
export async function ask(q: string) {
  const r = await (await load()).messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.content[0]); //! log
}
`,
  },
  {
    name: 'prompt builder class',
    code: `import Anthropic from '@anthropic-ai/sdk';
class Prompt {
  private parts: string[] = [];
  add(text: string) { this.parts.push(text); return this; }
  build() { return this.parts.join('\\n'); }
}
const anthropic = new Anthropic();
export async function ask(note: string) {
  const prompt = new Prompt().add('Summarise').add(note).build();
  console.log(prompt); //! log
  return anthropic.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: prompt }] }); //! geo model audit
}
`,
  },
  {
    name: 'p-map over notes',
    code: `import pMap from 'p-map';
import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
export const all = (notes: string[]) => pMap(notes, async (note) => {
  const m = await anthropic.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: note }] }); //! geo model audit
  console.log(note, m.usage); //! log
  return m;
}, { concurrency: 4 });
`,
  },
  {
    name: 'stream events emitter finalMessage',
    code: `import Anthropic from '@anthropic-ai/sdk';
export async function ask(q: string, anthropic = new Anthropic()) {
  const stream = anthropic.beta.messages.stream({ model: 'claude-opus-4-7', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  stream.on('contentBlock', (block) => console.log(block)); //! log
  stream.once('message', (m) => console.log(m)); //! log
  await stream.done();
}
`,
  },
  {
    name: 'toReadableStream route',
    code: `import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
export async function POST(req: Request) {
  const { question } = await req.json();
  const stream = anthropic.messages.stream({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: question }] }); //! geo model audit redact
  return new Response(stream.toReadableStream());
}
`,
  },
  {
    name: 'agentic loop with tool results',
    code: `import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
export async function loop(q: string, tools: any[], call: (n: string, i: unknown) => Promise<string>) {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: q }];
  for (;;) {
    const res = await anthropic.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 99, tools, messages }); //! geo model audit
    messages.push({ role: 'assistant', content: res.content });
    if (res.stop_reason !== 'tool_use') return res;
    for (const block of res.content) if (block.type === 'tool_use') console.log('tool', block.input); //! log
    console.log(JSON.stringify(messages)); //! log
  }
}
`,
  },
  {
    name: 'AI SDK embedded in trpc',
    code: `import { initTRPC } from '@trpc/server';
import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { z } from 'zod';
const t = initTRPC.create();
export const router = t.router({
  ask: t.procedure.input(z.object({ q: z.string() })).mutation(async ({ input }) => {
    const { text } = await generateText({ model: anthropic('claude-sonnet-4-6'), prompt: input.q }); //! geo model audit redact
    console.log(input.q); //! log
    return text;
  }),
});
`,
  },
  {
    name: 'AI SDK array of models',
    code: `import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
const models = [anthropic('claude-sonnet-4-6'), openai('gpt-5')]; //! model
export async function compare(prompt: string) {
  for (const model of models) {
    const { text } = await generateText({ model, prompt }); //! geo audit
    console.log(text); //! log
  }
}
`,
  },
  {
    name: 'AI SDK table of models by name',
    code: `import { streamText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const MODELS = { fast: anthropic('claude-haiku-4-5'), deep: anthropic('claude-opus-4-6') } as const; //! model
export function go(name: keyof typeof MODELS, prompt: string) {
  return streamText({ model: MODELS[name], prompt, onFinish: (r) => console.log(r.text) }); //! geo log audit
}
`,
  },
  {
    name: 'AI SDK experimental_transform + consumeStream',
    code: `import { streamText, smoothStream } from 'ai';
import { createAnthropic } from '@ai-sdk/anthropic';
export async function go(prompt: string) {
  const result = streamText({ model: createAnthropic()('claude-sonnet-4-6'), prompt, experimental_transform: smoothStream() }); //! geo model audit
  for await (const part of result.fullStream) if (part.type === 'text-delta') process.stdout.write(part.text); //! log
}
`,
  },
  {
    name: 'AI SDK tool execute logging',
    code: `import { generateText, tool } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { z } from 'zod';
const lookup = tool({ description: 'd', inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => { console.log(name); return 1; } }); //! log
export const go = (prompt: string) => generateText({ model: anthropic('claude-sonnet-4-6'), tools: { lookup }, prompt }); //! geo model audit
`,
  },
  {
    name: 'AI SDK generateObject with schema and repair',
    code: `import { generateObject as gen } from 'ai';
import { anthropic as claude } from '@ai-sdk/anthropic';
export async function go(prompt: string, schema: any) {
  const res = await gen({ model: claude('claude-sonnet-4-5'), schema, prompt, experimental_repairText: async ({ text }) => { console.log(text); return text; } }); //! geo model log audit
  return res.object;
}
`,
  },
  {
    name: 'langchain streamEvents',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
const llm = new ChatAnthropic({ model: 'claude-sonnet-4-6', streaming: true }); //! geo model
export async function go(q: string) {
  for await (const event of llm.streamEvents(q, { version: 'v2' })) console.log(event.data.chunk); //! log audit
}
`,
  },
  {
    name: 'langchain tool calling loop',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { HumanMessage, ToolMessage } from '@langchain/core/messages';
const llm = new ChatAnthropic({ model: 'claude-sonnet-4-6' }).bindTools([]); //! geo model
export async function go(q: string) {
  const messages: any[] = [new HumanMessage(q)];
  const ai = await llm.invoke(messages); //! audit
  messages.push(ai);
  for (const call of ai.tool_calls ?? []) console.log(call.args); //! log
}
`,
  },
  {
    name: 'langchain pull prompt + sequence',
    code: `import * as hub from 'langchain/hub';
import { ChatAnthropic } from '@langchain/anthropic';
import { createStuffDocumentsChain } from 'langchain/chains/combine_documents';
export async function go(docs: any[], question: string) {
  const prompt = await hub.pull<any>('x/y');
  const chain = await createStuffDocumentsChain({ llm: new ChatAnthropic({ model: 'claude-haiku-4-5' }), prompt }); //! geo model
  const answer = await chain.invoke({ context: docs, question }); //! audit
  console.log(answer); //! log
}
`,
  },
  {
    name: 'langgraph annotated agent with model factory',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
const makeModel = (model: string) => new ChatAnthropic({ model, temperature: 0 }); //! geo
export async function go(q: string) {
  const agent = createReactAgent({ llm: makeModel('claude-sonnet-4-6'), tools: [] }); //! model
  const res = await agent.invoke({ messages: [{ role: 'user', content: q }] }); //! audit
  console.log(res.messages[res.messages.length - 1].content); //! log
}
`,
  },
  {
    name: 'createAgent with ChatAnthropic instance',
    code: `import { createAgent, tool } from 'langchain';
import { ChatAnthropic } from '@langchain/anthropic';
const agent = createAgent({ model: new ChatAnthropic({ model: 'claude-sonnet-4-6' }), tools: [] }); //! geo model
export async function go(q: string) {
  for await (const chunk of await agent.stream({ messages: [{ role: 'user', content: q }] }, { streamMode: 'values' })) console.log(chunk.messages.at(-1)); //! log audit
}
`,
  },
  {
    name: 'openai azure-like alias import',
    code: `import { OpenAI as OpenAIClient } from 'openai';
const OR = { baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.OPENROUTER_API_KEY }; //! provider
const openrouter = new OpenAIClient(OR);
export const ask = async (q: string) => {
  const completion = await openrouter.chat.completions.create({ model: 'anthropic/claude-opus-4.6', messages: [{ role: 'user', content: q }], stream: true }); //! geo model audit
  for await (const c of completion) console.log(c.choices[0].delta.content); //! log
};
`,
  },
  {
    name: 'openai wrapper by model table',
    code: `import OpenAI from 'openai';
const MODELS: Record<string, string> = { summary: 'anthropic/claude-sonnet-4.5', chat: 'openai/gpt-5' }; //! model
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }); //! provider
export async function run(task: 'summary' | 'chat', content: string) {
  const r = await client.chat.completions.create({ model: MODELS[task], messages: [{ role: 'user', content }] }); //! geo audit
  console.log(r.choices[0].message); //! log
}
`,
  },
  {
    name: 'agent sdk with hooks',
    code: `import { query, type Options } from '@anthropic-ai/claude-agent-sdk';
const options: Options = { model: 'claude-sonnet-4-6', hooks: { PostToolUse: [{ hooks: [async (input) => { console.log(input); return {}; }] }] } }; //! model
export async function go(prompt: string) {
  const session = query({ prompt, options }); //! geo audit
  for await (const message of session) { if (message.type === 'assistant') console.log(message.message.content); } //! log
}
`,
  },
  {
    name: 'agent sdk with bedrock env',
    code: `import { query } from '@anthropic-ai/claude-agent-sdk';
export const go = (prompt: string) => query({ prompt, options: { env: { ...process.env, CLAUDE_CODE_USE_BEDROCK: '1' } } }); //! provider audit
`,
  },
  {
    name: 'claude -p via util.promisify(exec)',
    code: `import util from 'node:util';
import child from 'node:child_process';
const exec = util.promisify(child.exec);
export async function ask(q: string) {
  const { stdout } = await exec(\`claude -p "\${q}" --model claude-haiku-4-5\`); //! geo model audit
  const parsed = JSON.parse(stdout);
  console.log(parsed.result); //! log
}
`,
  },
  {
    name: 'claude via shelljs',
    code: `import shell from 'shelljs';
export function ask(q: string) {
  const out = shell.exec(\`claude -p "\${q}"\`, { silent: true }); //! geo audit
  console.log(out.stdout); //! log
}
`,
  },
  {
    name: 'claude via Bun.spawnSync object form',
    code: `export function ask(q: string) {
  const proc = Bun.spawnSync({ cmd: ['claude', '--print', q] }); //! geo audit
  console.log(proc.stdout.toString()); //! log
}
`,
  },
  {
    name: 'claude via node-pty',
    code: `import * as pty from 'node-pty';
export function ask(q: string) {
  const term = pty.spawn('claude', ['-p', q], {}); //! geo audit
  term.onData((d) => console.log(d)); //! log
}
`,
  },
  {
    name: 'zx with args array',
    code: `import { $ } from 'zx';
export async function ask(q: string) {
  const flags = ['-p', q, '--model', 'claude-sonnet-4-6'];
  const res = await $\`claude \${flags}\`; //! geo model audit
  console.log(res.stdout); //! log
}
`,
  },
  {
    name: 'fetch with init apart',
    code: `const ENDPOINT = process.env.LLM_URL + '/v1/messages';
export async function ask(q: string) {
  const init: RequestInit = { method: 'POST', headers: { 'anthropic-version': '2023-06-01', 'x-api-key': process.env.KEY! } };
  init.body = JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! model
  const response = await fetch(ENDPOINT, init); //! geo audit
  const payload = (await response.json()) as { content: { text: string }[] };
  console.log(payload.content[0].text); //! log
}
`,
  },
  {
    name: 'class with request helper',
    code: `export class ClaudeApi {
  constructor(private key: string, private base = 'https://api.anthropic.com') {}
  private async request(path: string, body: object) {
    const res = await fetch(this.base + path, { method: 'POST', headers: { 'x-api-key': this.key, 'anthropic-version': '2023-06-01' }, body: JSON.stringify(body) }); //! geo audit
    return res.json();
  }
  async message(q: string) {
    const r = await this.request('/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! model
    console.log(r.content); //! log
    return r;
  }
}
`,
  },
  {
    name: 'axios with interceptors and corp proxy',
    code: `import axios from 'axios';
const llm = axios.create({ baseURL: 'https://ai-proxy.bank.example/anthropic' });
export async function ask(q: string) {
  const { data: message } = await llm.post('/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model provider audit
  console.log(message.content); //! log
}
`,
  },
  {
    name: 'nest HttpService',
    code: `import { HttpService } from '@nestjs/axios';
import { firstValueFrom } from 'rxjs';
export class Llm {
  constructor(private readonly http: HttpService) {}
  async ask(q: string) {
    const { data } = await firstValueFrom(this.http.post('https://api.anthropic.com/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] })); //! geo model audit
    console.log(data.content); //! log
  }
}
`,
  },
  {
    name: 'superagent',
    code: `import superagent from 'superagent';
export async function ask(q: string) {
  const r = await superagent.post('https://api.anthropic.com/v1/messages').set('anthropic-version', '2023-06-01').send({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.body.content); //! log
}
`,
  },
  {
    name: 'undici fetch aliased',
    code: `import { fetch as undiciFetch, Request } from 'undici';
export async function ask(q: string) {
  const r = await undiciFetch(new Request('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) })); //! geo model audit
  console.log(await r.json()); //! log
}
`,
  },
  {
    name: 'wretch',
    code: `import wretch from 'wretch';
const api = wretch('https://api.anthropic.com').headers({ 'anthropic-version': '2023-06-01' });
export async function ask(q: string) {
  const r: any = await api.url('/v1/messages').post({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }).json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'aws sdk InvokeModel namespace with class',
    code: `import * as brt from '@aws-sdk/client-bedrock-runtime';
export class Titan {
  private readonly client = new brt.BedrockRuntimeClient({ region: process.env.AWS_REGION });
  async ask(prompt: string) {
    const command = new brt.InvokeModelCommand({ modelId: process.env.MODEL ?? 'anthropic.claude-3-haiku-20240307-v1:0', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [{ role: 'user', content: prompt }] }) }); //! model provider audit
    const { body } = await this.client.send(command);
    const parsed = JSON.parse(Buffer.from(body).toString());
    console.log(parsed.content); //! log
  }
}
`,
  },
  {
    name: 'bedrock agent invoke',
    code: `import { BedrockAgentRuntime } from '@aws-sdk/client-bedrock-agent-runtime';
const c = new BedrockAgentRuntime({ region: 'us-east-1' });
export async function go(text: string) {
  const r = await c.retrieveAndGenerate({ input: { text }, retrieveAndGenerateConfiguration: { type: 'EXTERNAL_SOURCES', externalSourcesConfiguration: { modelArn: 'anthropic.claude-3-sonnet-20240229-v1:0', sources: [] } } }); //! model provider audit
  console.log(r.output); //! log
}
`,
  },
  {
    name: 'mastra generate with per-call options',
    code: `import { Agent } from '@mastra/core/agent';
import { Mastra } from '@mastra/core';
const writer = new Agent({ id: 'w', name: 'Writer', instructions: 'w', model: 'anthropic/claude-sonnet-4-5' }); //! geo model
const mastra = new Mastra({ agents: { writer } });
export async function go(q: string) {
  const agent = mastra.getAgent('writer');
  const out = await agent.generate(q); //! audit
  console.log(out.text); //! log
}
`,
  },
  {
    name: 'strands default agent',
    code: `import { Agent } from '@strands-agents/sdk';
const agent = new Agent({ systemPrompt: 'x' }); //! provider
export async function go(q: string) { for await (const e of agent.stream(q)) console.log(e); } //! log audit
`,
  },
  {
    name: 'inngest step.ai',
    code: `import { inngest } from './client';
export default inngest.createFunction({ id: 'f' }, { event: 'e' }, async ({ event, step }) => {
  const r = await step.ai.infer('call', { model: step.ai.models.anthropic({ model: 'claude-3-5-sonnet-latest', defaultParameters: { max_tokens: 9 } }), body: { messages: [{ role: 'user', content: event.data.q }] } }); //! geo model audit redact
  console.log(r.content); //! log
});
`,
  },
  {
    name: 'genkit prompt + flow',
    code: `import { genkit, z } from 'genkit';
import { anthropic } from '@genkit-ai/anthropic';
const ai = genkit({ plugins: [anthropic()], model: anthropic.model('claude-sonnet-4-5') }); //! model
export const flow = ai.defineFlow({ name: 'f', inputSchema: z.string() }, async (q) => {
  const { text } = await ai.generate({ prompt: q }); //! geo audit
  console.log(text); //! log
  return text;
});
`,
  },
];

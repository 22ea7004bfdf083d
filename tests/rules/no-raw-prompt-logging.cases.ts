/**
 * Files as engineers write them. Lines that end in `// !` write content down; all others do not.
 */
export const LOGGED_AND_SAFE: readonly (readonly [name: string, code: string])[] = [
  [
    'a request and its answer',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function ask(q: string) {
  logger.info({ q }, 'asking'); // !
  const r = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: \`Hi \${q}\` }] });
  console.log(r); // !
  console.log(r.content[0].text); // !
  console.log(r.usage, r.id, r.stop_reason, r.content.length);
  console.log('done', q.length);
  console.log(\`used \${r.usage.input_tokens}\`);
  const text = r.content[0].type === 'text' ? r.content[0].text : '';
  console.log(text.slice(0, 100)); // !
  logger.debug('answer ' + text); // !
  const n = Number(text);
  console.log(n);
  const finding = JSON.parse(text);
  console.log(finding.isUrgent, finding.hasAllergy);
  console.log(finding.island); // !
  return text;
}
`,
  ],
  [
    'an Express handler that streams',
    `
import express from 'express';
import Anthropic from '@anthropic-ai/sdk';
const app = express();
const anthropic = new Anthropic();
app.post('/chat', async (req, res) => {
  console.log('body', req.body); // !
  console.log(req.method, req.path);
  const { message, userId } = req.body;
  console.log('user', userId);
  req.log.info({ message }); // !
  try {
    const stream = anthropic.messages.stream({ model: 'claude-sonnet-5', max_tokens: 10, messages: [{ role: 'user', content: message }] });
    stream.on('text', (t) => console.log(t)); // !
    stream.on('error', (e) => console.error(e));
    for await (const event of stream) {
      if (event.type === 'content_block_delta') console.log(event.delta.text); // !
      console.log(event.type);
    }
    const final = await stream.finalMessage();
    console.log(final.usage);
    console.log(await stream.finalText()); // !
  } catch (err) {
    console.error(err);
    console.error(err.message);
  }
});
`,
  ],
  [
    'text put together from a stream',
    `
import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
export async function go(input) {
  let full = '';
  const s = await anthropic.messages.create({ model: 'claude-sonnet-5', max_tokens: 10, stream: true, messages: [{ role: 'user', content: input }] });
  for await (const ev of s) { full += ev.delta.text; }
  console.log('total', full); // !
  console.log(full.length);
  const hash = createHash('sha256').update(full).digest('hex');
  console.log(hash, redact(full), maskPii(input));
  const parsed = JSON.parse(full);
  console.log(parsed.summary); // !
  console.log(parsed.score);
  return full;
}
`,
  ],
  [
    'raw HTTP',
    `
export async function call(prompt) {
  const res = await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'x-api-key': k, 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 5, messages: [{ role: 'user', content: prompt }] }) });
  console.log(res.status, res);
  if (!res.ok) {
    const body = await res.text();
    console.error('failed', body);
    throw new Error(body);
  }
  const data = await res.json();
  console.log(data); // !
  console.log(data.usage);
  console.log(JSON.stringify(data.content, null, 2)); // !
  console.log(\`Prompt: \${prompt.substring(0, 50)}\`); // !
  return data.content[0].text;
}
`,
  ],
  [
    'the AI SDK in a route',
    `
import { generateText, streamText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export async function POST(req: Request) {
  const { messages, id } = await req.json();
  console.log('chat', id);
  console.log(messages.length, messages); // !
  try {
    const { text, usage, finishReason } = await generateText({ model: anthropic('claude-sonnet-5'), messages });
    console.log(text); // !
    console.log(usage, finishReason);
    const result = streamText({ model: anthropic('claude-sonnet-5'), messages, onFinish({ text, usage }) { console.log(usage); logger.info(text); }, // !
      onError({ error }) { console.error(error); } }); // !
    return result.toUIMessageStreamResponse();
  } catch (error) {
    console.error('Error', error); // !
    console.error(error.message, error.name);
    console.error(error.requestBodyValues); // !
  }
}
`,
  ],
  [
    'LangChain',
    `
import { ChatAnthropic } from '@langchain/anthropic';
import { HumanMessage } from '@langchain/core/messages';
const model = new ChatAnthropic({ model: 'claude-sonnet-5' });
export async function run(question: string, docId: string) {
  console.log(docId);
  const chain = model.bindTools(tools);
  const res = await chain.invoke([new HumanMessage(question)]);
  console.log(res.content); // !
  console.log(res.usage_metadata);
  console.log(question); // !
}
`,
  ],
  [
    'a service class',
    `
import Anthropic from '@anthropic-ai/sdk';
import { Logger } from '@nestjs/common';
export class Svc {
  private readonly logger = new Logger(Svc.name);
  private history = [];
  constructor(private readonly client: Anthropic) {}
  async ask(prompt: string) {
    this.history.push({ role: 'user', content: prompt });
    const response = await this.client.messages.create({ model: 'claude-sonnet-5', max_tokens: 1, messages: this.history });
    this.logger.log(\`Got \${response.id}\`);
    this.logger.debug(\`History \${JSON.stringify(this.history)}\`); // !
    const out = this.extract(response);
    this.logger.verbose(out); // !
    return out;
  }
  private extract(r) { return r.content.filter((b) => b.type === 'text').map((b) => b.text).join('\\n'); }
}
`,
  ],
  [
    'a function of its own that logs',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
function log(...args) { console.log('[x]', ...args); }
async function callClaude(system, user) {
  const r = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 1, system, messages: [{ role: 'user', content: user }] });
  return r.content[0].text;
}
export async function summarize(doc) {
  log('summarizing', doc.id);
  const s = await callClaude('You are terse', \`Summarize: \${doc.text}\`);
  log('summary', s); // !
  log(doc.title);
  log(doc.text); // !
  return s;
}
`,
  ],
  [
    'a loop of tools',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function loop(messages) {
  const response = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 1, messages, tools });
  for (const block of response.content) {
    if (block.type === 'tool_use') {
      console.log(\`Tool \${block.name} \${block.id}\`);
      console.log('input', block.input); // !
      const result = await executeTool(block.name, block.input);
      messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: block.id, content: result }] });
      console.log('result', result); // !
    }
  }
}
`,
  ],
  [
    'error tracker and span',
    `
import * as Sentry from '@sentry/node';
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function f(text) {
  try { 
  const m = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 1, messages: [{ role: 'user', content: text }] });
  Sentry.addBreadcrumb({ message: 'ok', data: { id: m.id } });
  span.setAttribute('gen_ai.completion', m.content[0].text); // !
  span.setAttribute('gen_ai.usage', m.usage.output_tokens);
  } catch (e) { Sentry.captureException(e, { extra: { text } }); } // !
}
`,
  ],
  [
    'a schema that leaves verdicts',
    `
import Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
const S = z.object({ label: z.enum(['a', 'b']), why: z.string() });
const client = new Anthropic();
export async function f(text) {
  const m = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 1, messages: [{ role: 'user', content: text }] });
  const out = S.parse(JSON.parse(m.content[0].text));
  console.log(out.label);
  console.log(out.why); // !
  const { label, why } = out;
  console.log(label);
  console.log(why); // !
}
`,
  ],
  [
    'Bedrock in a Lambda function',
    `
import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const c = new BedrockRuntimeClient({ region: 'us-east-1' });
export const handler = async (event) => {
  console.log('event', JSON.stringify(event)); // !
  const body = JSON.parse(event.body);
  const cmd = new InvokeModelCommand({ modelId: 'anthropic.claude-sonnet-5', body: JSON.stringify({ anthropic_version: 'x', max_tokens: 4, messages: [{ role: 'user', content: body.question }] }) });
  const res = await c.send(cmd);
  console.log(res.$metadata.requestId);
  const decoded = JSON.parse(new TextDecoder().decode(res.body));
  console.log(decoded); // !
  console.log(decoded.content[0].text); // !
};
`,
  ],
  [
    'the agent SDK',
    `
import { query } from '@anthropic-ai/claude-agent-sdk';
export async function go(prompt) {
  for await (const message of query({ prompt, options: { model: 'claude-sonnet-5' } })) {
    console.log(message.type);
    if (message.type === 'result') console.log(message.result, message.total_cost_usd); // !
    if (message.type === 'assistant') console.log(message.message.content); // !
  }
}
`,
  ],
  [
    'promise callbacks',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export function f(q) {
  client.messages.create({ model: 'claude-sonnet-5', max_tokens: 1, messages: [{ role: 'user', content: q }] })
    .then((r) => { console.log(r.content); return r.content[0].text; }) // !
    .then((t) => console.log(t)) // !
    .catch((e) => console.error('x', e));
}
`,
  ],
  [
    'generators and callbacks',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
async function* chunks(q) {
  const s = client.messages.stream({ model: 'claude-sonnet-5', max_tokens: 1, messages: [{ role: 'user', content: q }] });
  for await (const e of s) yield e.delta.text;
}
async function withCb(q, onText) { for await (const c of chunks(q)) onText(c); }
export async function go(q) {
  for await (const c of chunks(q)) console.log(c); // !
  await withCb(q, (t) => logger.info(t)); // !
}
`,
  ],
  [
    'files',
    `
import fs from 'fs';
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function f(filePath) {
  const doc = fs.readFileSync(filePath, 'utf8');
  console.log('reading', filePath, doc.length);
  const m = await client.messages.create({ model: 'claude-sonnet-5', max_tokens: 1, messages: [{ role: 'user', content: [{ type: 'text', text: doc }] }] });
  fs.appendFileSync('app.log', m.content[0].text); // !
  fs.writeFileSync('out.md', m.content[0].text);
  console.log(doc); // !
}
`,
  ],
  [
    'a file that is read, by its promise',
    `
import { readFile } from 'node:fs/promises';
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function f(filePath, language) {
  const notes = await readFile(filePath, 'utf-8');
  const locale = getLanguage(language);
  console.log(filePath, locale);
  console.log(notes); // !
  await client.messages.create({ model: 'm', max_tokens: 1, messages: [{ role: 'user', content: [{ type: 'text', text: notes }, { type: 'text', text: locale }] }] });
}
`,
  ],
  [
    'a handler with settings and topic',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });
const SYSTEM = 'You are helpful';
export default async function handler(req, res) {
  const { topic, count, language } = req.body;
  console.log('generating', count, language, SYSTEM);
  console.log(\`topic \${topic}\`); // !
  const completion = await client.messages.create({ model: process.env.MODEL, system: SYSTEM, max_tokens: 100, messages: [{ role: 'user', content: \`Write \${count} about \${topic} in \${language}\` }] });
  const [first] = completion.content;
  if (first.type !== 'text') { console.error('unexpected', first.type); throw new Error('x'); }
  const lines = first.text.split('\\n').filter(Boolean).map((l) => l.trim());
  console.log(\`Got \${lines.length} lines\`, completion.model);
  lines.forEach((line, i) => console.log(i, line)); // !
  for (const [i, l] of lines.entries()) { console.log(i); }
  const match = first.text.match(/\`\`\`json([\\s\\S]*)\`\`\`/);
  console.log('matched', !!match, match ? 'yes' : 'no');
  if (!match) console.log('no json in', first.text); // !
  res.json({ lines });
}
`,
  ],
  [
    'records of a database',
    `
import Anthropic from '@anthropic-ai/sdk';
import { db } from './db';
import { logger } from './logger';
const client = new Anthropic();
export async function triage(ticketId: string) {
  const ticket = await db.ticket.findUnique({ where: { id: ticketId } });
  logger.info({ ticketId, status: ticket.status }, 'triage');
  logger.info({ ticket }); // !
  const response = await client.messages.create({ model: 'm', max_tokens: 1, messages: [{ role: 'user', content: ticket.body }] });
  logger.info({ msg: 'ok', usage: response.usage, requestId: response._request_id });
  logger.info(ticket.subject);
  const user = await db.user.findUnique({ where: { id: ticket.userId } });
  logger.info(user);
  const data = { ...response, extra: 1 };
  logger.info(data); // !
  logger.error(\`bad: \${JSON.stringify(response)}\`); // !
}
`,
  ],
  [
    'agents, tools and structured output of the AI SDK',
    `
import { generateObject, ToolLoopAgent, tool } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { z } from 'zod';
const weather = tool({ description: 'x', inputSchema: z.object({ city: z.string() }), execute: async ({ city }) => { console.log('city', city); return { t: 1 }; } }); // !
export async function f(input: string) {
  const { object } = await generateObject({ model: anthropic('claude-sonnet-5'), schema: z.object({ ok: z.boolean(), n: z.number(), why: z.string() }), prompt: input });
  console.log(object.ok, object.n);
  console.log(object.why); // !
  console.log(object); // !
  const agent = new ToolLoopAgent({ model: anthropic('claude-sonnet-5'), tools: { weather } });
  const r = await agent.generate({ prompt: input });
  console.log(r.text); // !
  console.log(r.steps.length, r.usage);
  console.log(agent);
}
`,
  ],
  [
    'parts of the answer',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function f(q: string, opts: { debug?: boolean; maxTokens?: number }) {
  if (opts.debug) console.log('options', opts);
  console.log(opts.maxTokens);
  const msg = await client.messages.create({ model: 'm', max_tokens: opts.maxTokens, messages: [{ role: 'user', content: q }] });
  const block = msg.content.find((b) => b.type === 'text');
  console.log(block?.text.length ?? 0, block !== undefined);
  console.log(block); // !
  const usage = msg.usage;
  console.table(usage);
  const { content, ...meta } = msg;
  console.log(meta);
  console.log({ ...meta, n: content.length });
  return { answer: block?.text, usage };
}
export async function outer(q) {
  const out = await f(q, {});
  console.log(out.usage);
  console.log(out.answer); // !
  console.log(out); // !
}
`,
  ],
  [
    'a loop over items',
    `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const ask = async (prompt) => (await client.messages.create({ model: 'm', max_tokens: 1, messages: [{ role: 'user', content: prompt }] })).content[0].text;
export async function loop(items) {
  let i = 0;
  for (const item of items) {
    i += 1;
    console.log(\`Processing \${i}/\${items.length}\`);
    console.log(item.id);
    const answer = await ask(\`Do: \${item.description}\`);
    results.push({ id: item.id, answer });
    console.log(answer); // !
  }
  console.log(results.length);
  console.log(results); // !
}
const results = [];
`,
  ],
  [
    'a LangChain pipeline',
    `
import { ChatAnthropic } from "@langchain/anthropic";
import { ChatPromptTemplate } from "@langchain/core/prompts";
const prompt = ChatPromptTemplate.fromMessages([["human", "{input}"]]);
const model = new ChatAnthropic({ model: "claude-3-opus-20240229", temperature: 0 }).bindTools([{ name: "person" }]);
const chain = await prompt.pipe(model).pipe(new JsonOutputToolsParser());
const response = await chain.invoke({ input: "x" });
console.log(JSON.stringify(response, null, 2)); // !
`,
  ],
  [
    'a stream of Bedrock',
    `
import { InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const input = { modelId: 'anthropic.claude-v2', body: '' };
async function g() {
  return await traceloop.withWorkflow({ name: 'x' }, async () => {
    const command = new InvokeModelWithResponseStreamCommand(input);
    const response = await client.send(command);
    for await (const value of response.body) {
      const parsed = JSON.parse(new TextDecoder().decode(value.chunk?.bytes));
      console.log('x', parsed); // !
    }
  });
}
`,
  ],
  [
    'an agent class and its user',
    `
import Anthropic from '@anthropic-ai/sdk';
class Agent {
  client = new Anthropic();
  messages: any[] = [];
  async executeTask(task: string): Promise<string> {
    this.messages = [{ role: 'user', content: task }];
    const textOf = (content) => { if (typeof content === 'string') return content; return content.filter((b: any) => b?.type === 'text').map((b: any) => b.text ?? '').join(''); };
    const response = await this.client.messages.create({ model: 'm', max_tokens: 1, messages: this.messages });
    this.messages.push({ role: 'assistant', content: response.content as any });
    const assistantMessages = this.messages.filter((m) => m.role === 'assistant');
    const final = assistantMessages[assistantMessages.length - 1];
    const finalText = final ? textOf(final.content) : '';
    return finalText || 'none';
  }
}
async function main() {
  const agent = new Agent();
  const result = await agent.executeTask(TASK);
  console.log(\`Result: \${result}\`); // !
}
main();
`,
  ],
  [
    'a request body sent over HTTP',
    `
import { formatMessages } from './f';
import { logger } from './utils/logger.js';
export class Chat {
  async execute(request) {
    const { systemPrompt, messages } = formatMessages(request.messages);
    const { model: _model, messages: _messages, ...rest } = request;
    const body = { model, messages: messages, max_tokens: 3, ...rest };
    if (request.temperature !== undefined) body.temperature = request.temperature;
    const url = \`\${this.baseUrl}/messages\`;
    logger.logRequest("Anthropic", "POST", url, body); // !
    const response = await fetchWithTimeout(url, { method: "POST", headers: { "x-api-key": this.apiKey, "anthropic-version": "2023-06-01" }, body: JSON.stringify(body) }, 5);
  }
}
`,
  ],
  [
    'messages formatted by methods of the class',
    `
import Anthropic from '@anthropic-ai/sdk';
class C {
  client = new Anthropic();
  async run(messages, media) {
    const { system, messages: anthropicMessages } = this.formatMessages(messages, media);
    this.logger.debug(\`Messages:\\n\${this.prettyPrintPromptMessages(anthropicMessages.map((m) => ({ role: m.role, content: JSON.stringify(m.content) })))}\`); // !
    await this.client.messages.create({ model: 'm', max_tokens: 1, system, messages: anthropicMessages });
  }
  formatMessages(messages) {
    const formatted = [];
    for (const msg of messages) { if (msg.role === 'user') formatted.push({ role: 'user', content: this.buildUserContentBlocks(msg.message) }); }
    return { system: '', messages: formatted };
  }
}
`,
  ],
];

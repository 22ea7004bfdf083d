/**
 * Snippets of OpenAI’s clients, the Agent SDK, programs, HTTP, AWS and smaller frameworks; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const OTHERS: readonly Road[] = [
  {
    name: 'openai to openrouter',
    code: `import OpenAI from 'openai';
const openai = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.OR_KEY }); //! provider
export async function go(q: string) {
  const r = await openai.chat.completions.create({ model: 'anthropic/claude-sonnet-4.5', messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.choices[0].message.content); //! log
}
`,
  },
  {
    name: 'openai to litellm from env',
    code: `import { OpenAI } from 'openai';
class Llm {
  private client = new OpenAI({ baseURL: process.env.LITELLM_URL });
  async ask(q: string) {
    const completion = await this.client.chat.completions.create({ model: 'claude-sonnet-4-6', messages: [{ role: 'user', content: q }] }); //! geo model audit
    console.log(completion.choices[0]); //! log
    return completion;
  }
}
export default new Llm();
`,
  },
  {
    name: 'openai to anthropic compat, streaming',
    code: `import * as openai from 'openai';
const client = new openai.OpenAI({ baseURL: 'https://api.anthropic.com/v1/' }); //! provider
export async function go(q: string) {
  const stream = await client.chat.completions.create({ model: 'claude-haiku-4-5', stream: true, messages: [{ role: 'user', content: q }] }); //! geo model audit
  for await (const part of stream) process.stdout.write(part.choices[0]?.delta?.content ?? ''); //! log
}
`,
  },
  {
    name: 'openai to vercel gateway',
    commonjs: true,
    code: `const OpenAI = require('openai');
const openai = new OpenAI({ baseURL: 'https://ai-gateway.vercel.sh/v1' }); //! provider
module.exports = async (q) => {
  const r = await openai.chat.completions.create({ model: 'anthropic/claude-opus-4.6', messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.choices); //! log
};
`,
  },
  {
    name: 'openai responses on gateway',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }); //! provider
export async function go(input: string) {
  const r = await client.responses.create({ model: 'anthropic/claude-sonnet-4.5', input }); //! geo model audit
  console.log(r.output_text); //! log
}
`,
  },
  {
    name: 'openai beta stream helper on bedrock endpoint',
    code: `import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://bedrock-runtime.us-west-2.amazonaws.com/openai/v1' }); //! provider
export async function go(q: string) {
  const r = await client.chat.completions.create({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [{ role: 'user', content: q }] }); //! model audit
  console.log(r.choices[0].message); //! log
}
`,
  },
  {
    name: 'openai agents with aisdk',
    code: `import { Agent, run } from '@openai/agents';
import { aisdk } from '@openai/agents-extensions';
import { anthropic } from '@ai-sdk/anthropic';
const agent = new Agent({ name: 'helper', instructions: 'x', model: aisdk(anthropic('claude-sonnet-4-6')) }); //! geo model
export async function go(q: string) {
  const result = await run(agent, q); //! audit
  console.log(result.finalOutput); //! log
}
`,
  },
  {
    name: 'agent sdk query',
    code: `import { query } from '@anthropic-ai/claude-agent-sdk';
export async function go(prompt: string) {
  for await (const message of query({ prompt, options: { model: 'claude-sonnet-4-6', maxTurns: 3 } })) { //! geo model audit
    if (message.type === 'result') console.log(message.result); //! log
  }
}
`,
  },
  {
    name: 'agent sdk namespace, options apart',
    code: `import * as claude from '@anthropic-ai/claude-agent-sdk';
const options: claude.Options = { model: 'opus', allowedTools: ['Read'], env: { ...process.env, CLAUDE_CODE_USE_MANTLE: '1' } }; //! model provider
export async function go(prompt: string) {
  const q = claude.query({ prompt, options }); //! audit
  for await (const m of q) console.log(m); //! log
}
`,
  },
  {
    name: 'agent sdk old name',
    code: `import { query as ask } from '@anthropic-ai/claude-code';
export async function go(prompt: string) {
  const out = [];
  for await (const m of ask({ prompt })) out.push(m); //! geo audit
  console.log(out); //! log
}
`,
  },
  {
    name: 'claude -p by execFile',
    code: `import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(execFile);
export async function go(prompt: string) {
  const { stdout } = await run('claude', ['-p', prompt, '--model', 'claude-sonnet-4-6', '--output-format', 'json']); //! geo model audit
  console.log(stdout); //! log
}
`,
  },
  {
    name: 'claude by spawn',
    code: `import * as cp from 'child_process';
export function go(prompt: string) {
  const child = cp.spawn('claude', ['--print', '--model=haiku', prompt]); //! geo model audit
  child.stdout.on('data', (d) => console.log(d.toString())); //! log
}
`,
  },
  {
    name: 'claude by execa',
    code: `import { execa } from 'execa';
export async function go(prompt: string) {
  const { stdout } = await execa('claude', ['-p', prompt]); //! geo audit
  console.log(stdout); //! log
}
`,
  },
  {
    name: 'claude by execa template',
    code: `import { $ } from 'execa';
export async function go(prompt: string) {
  const result = await $\`claude -p \${prompt} --model claude-opus-4-6\`; //! geo model audit
  console.log(result.stdout); //! log
}
`,
  },
  {
    name: 'claude by zx',
    code: `import { $ as sh } from 'zx';
export async function go(prompt: string) {
  const out = await sh\`claude --print \${prompt}\`; //! geo audit
  console.log(out.stdout); //! log
}
`,
  },
  {
    name: 'claude by Bun shell',
    code: `export async function go(prompt: string) {
  const text = await Bun.$\`claude -p \${prompt}\`.text(); //! geo audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'claude by Bun.spawn',
    code: `export async function go(prompt: string) {
  const proc = Bun.spawn(['claude', '-p', prompt]); //! geo audit
  const text = await new Response(proc.stdout).text();
  console.log(text); //! log
}
`,
  },
  {
    name: 'npx claude-code by execSync',
    commonjs: true,
    code: `const { execSync } = require('child_process');
module.exports = (prompt) => {
  const out = execSync(\`npx @anthropic-ai/claude-code -p "\${prompt}"\`, { encoding: 'utf8' }); //! geo audit
  console.log(out); //! log
};
`,
  },
  {
    name: 'fetch to the api',
    code: `export async function go(q: string) {
  const res = await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers: { 'x-api-key': process.env.ANTHROPIC_API_KEY!, 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 100, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  const data = await res.json();
  console.log(data.content[0].text); //! log
}
`,
  },
  {
    name: 'fetch of a Request, built apart',
    code: `export async function go(q: string) {
  const request = new Request('https://claude.hospital.example/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 100, messages: [{ role: 'user', content: q }] }) }); //! model
  const res = await fetch(request); //! geo provider audit
  const { content } = await res.json();
  console.log(content); //! log
}
`,
  },
  {
    name: 'fetch with URL object and literal proxy',
    code: `const BASE = 'https://llm-proxy.agency.example';
export async function go(q: string) {
  const url = new URL('/anthropic/v1/messages', BASE);
  const res = await fetch(url, { method: 'POST', body: JSON.stringify({ model: 'claude-opus-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) }); //! geo model provider audit
  console.log(await res.json()); //! log
}
`,
  },
  {
    name: 'axios instance',
    code: `import axios from 'axios';
const http = axios.create({ baseURL: 'https://api.anthropic.com/v1', headers: { 'anthropic-version': '2023-06-01' } });
export async function go(q: string) {
  const { data } = await http.post('/messages', { model: 'claude-sonnet-4-6', max_tokens: 10, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(data.content); //! log
}
`,
  },
  {
    name: 'axios config form',
    commonjs: true,
    code: `const axios = require('axios');
module.exports = async (q) => {
  const r = await axios({ method: 'post', url: 'https://api.anthropic.com/v1/messages', data: { model: 'claude-sonnet-4-6', max_tokens: 10, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.data); //! log
};
`,
  },
  {
    name: 'ky extended',
    code: `import ky from 'ky';
const api = ky.extend({ prefixUrl: 'https://api.anthropic.com', headers: { 'anthropic-version': '2023-06-01' } });
export async function go(q: string) {
  const r: any = await api.post('v1/messages', { json: { model: 'claude-sonnet-4-6', max_tokens: 10, messages: [{ role: 'user', content: q }] } }).json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'got',
    code: `import { got } from 'got';
export async function go(q: string) {
  const body = await got.post('https://api.anthropic.com/v1/messages', { json: { model: 'claude-haiku-4-5', max_tokens: 10, messages: [{ role: 'user', content: q }] }, headers: { 'anthropic-version': '2023-06-01' } }).json(); //! geo model audit
  console.log(body); //! log
}
`,
  },
  {
    name: 'undici request',
    code: `import { request } from 'undici';
export async function go(q: string) {
  const { body } = await request('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-haiku-4-5', max_tokens: 10, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  console.log(await body.json()); //! log
}
`,
  },
  {
    name: 'cloudflare gateway fetch',
    code: `export async function go(q: string, env: any) {
  const response = await fetch(\`https://gateway.ai.cloudflare.com/v1/\${env.ACCOUNT}/main/anthropic/v1/messages\`, { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 10, messages: [{ role: 'user', content: q }] }) }); //! geo model provider audit
  console.log(await response.text()); //! log
}
`,
  },
  {
    name: 'openrouter fetch',
    code: `export async function go(q: string) {
  const response = await fetch('https://openrouter.ai/api/v1/chat/completions', { method: 'POST', headers: { Authorization: \`Bearer \${process.env.OR}\` }, body: JSON.stringify({ model: 'anthropic/claude-sonnet-4.5', messages: [{ role: 'user', content: q }] }) }); //! geo model provider audit
  const json = await response.json();
  console.log(json.choices[0].message.content); //! log
}
`,
  },
  {
    name: 'https.request',
    code: `import https from 'node:https';
export function go(q: string) {
  const payload = JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 10, messages: [{ role: 'user', content: q }] }); //! model
  const req = https.request({ hostname: 'api.anthropic.com', path: '/v1/messages', method: 'POST', headers: { 'anthropic-version': '2023-06-01' } }, (res) => { //! geo audit
    res.on('data', (chunk) => console.log(String(chunk))); //! log
  });
  req.write(payload);
  req.end();
}
`,
  },
  {
    name: 'InvokeModel',
    code: `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const bedrock = new BedrockRuntimeClient({ region: 'us-east-1' });
export async function go(q: string) {
  const out = await bedrock.send(new InvokeModelCommand({ modelId: 'anthropic.claude-3-5-sonnet-20240620-v1:0', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [{ role: 'user', content: q }] }) })); //! model provider audit
  console.log(new TextDecoder().decode(out.body)); //! log
}
`,
  },
  {
    name: 'ConverseStream namespace',
    code: `import * as bedrock from '@aws-sdk/client-bedrock-runtime';
const client = new bedrock.BedrockRuntime({ region: 'us-east-1' });
export async function go(q: string) {
  const { stream } = await client.converseStream({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', system: [{ text: 'x' }, { cachePoint: { type: 'default' } }], messages: [{ role: 'user', content: [{ text: q }] }] }); //! model provider audit
  for await (const e of stream!) console.log(e.contentBlockDelta?.delta?.text); //! log
}
`,
  },
  {
    name: 'Converse with command input apart',
    commonjs: true,
    code: `const { BedrockRuntimeClient, ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');
const client = new BedrockRuntimeClient({});
exports.handler = async (event) => {
  const input = { modelId: 'global.anthropic.claude-opus-4-6-v1', messages: [{ role: 'user', content: [{ text: event.body }] }] }; //! model redact
  const command = new ConverseCommand(input); //! provider audit
  const response = await client.send(command);
  console.log(response.output.message.content[0].text); //! log
};
`,
  },
  {
    name: 'RetrieveAndGenerate',
    code: `import { BedrockAgentRuntimeClient, RetrieveAndGenerateCommand } from '@aws-sdk/client-bedrock-agent-runtime';
const client = new BedrockAgentRuntimeClient({ region: 'us-east-1' });
export async function go(text: string) {
  const r = await client.send(new RetrieveAndGenerateCommand({ input: { text }, retrieveAndGenerateConfiguration: { type: 'KNOWLEDGE_BASE', knowledgeBaseConfiguration: { knowledgeBaseId: 'K', modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0' } } })); //! model provider audit
  console.log(r.output?.text); //! log
}
`,
  },
  {
    name: 'aws-sdk v2',
    commonjs: true,
    code: `const AWS = require('aws-sdk');
const rt = new AWS.BedrockRuntime({ region: 'us-east-1' });
module.exports = async (q) => {
  const r = await rt.invokeModel({ modelId: 'anthropic.claude-v2', body: JSON.stringify({ prompt: q }) }).promise(); //! model provider audit
  console.log(r.body.toString()); //! log
};
`,
  },
  {
    name: 'mastra agent',
    code: `import { Agent } from '@mastra/core/agent';
import { anthropic } from '@ai-sdk/anthropic';
const chef = new Agent({ id: 'c', name: 'Chef', instructions: 'cook', model: anthropic('claude-sonnet-4-6') }); //! geo model
export async function go(q: string) {
  const r = await chef.generate(q); //! audit
  console.log(r.text); //! log
}
`,
  },
  {
    name: 'mastra model object',
    code: `import { Agent } from '@mastra/core/agent';
const a = new Agent({ id: 'c', name: 'C', instructions: 'x', model: { id: 'anthropic/claude-sonnet-4-6' } }); //! geo model
export const go = async (q: string) => { const s = await a.stream(q); for await (const t of s.textStream) console.log(t); }; //! log audit
`,
  },
  {
    name: 'mastra openrouter string',
    code: `import { Agent } from '@mastra/core/agent';
export const a = new Agent({ id: 'c', name: 'C', instructions: 'x', model: 'openrouter/anthropic/claude-sonnet-4.5' }); //! geo model provider
`,
  },
  {
    name: 'llamaindex',
    code: `import { Anthropic, anthropic } from '@llamaindex/anthropic';
const llm = new Anthropic({ model: 'claude-4-5-sonnet' }); //! geo model
export async function go(q: string) {
  const r = await llm.chat({ messages: [{ role: 'user', content: q }] }); //! audit
  console.log(r.message.content); //! log
}
`,
  },
  {
    name: 'genkit',
    code: `import { genkit } from 'genkit';
import { anthropic } from '@genkit-ai/anthropic';
const ai = genkit({ plugins: [anthropic()] });
export async function go(q: string) {
  const { text } = await ai.generate({ model: anthropic.model('claude-sonnet-4-6'), prompt: q }); //! geo model audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'genkit model garden',
    code: `import { genkit } from 'genkit';
import { vertexAIModelGarden, claude35SonnetV2 } from '@genkit-ai/vertexai/modelgarden';
const ai = genkit({ plugins: [vertexAIModelGarden({ location: 'us-central1', models: [claude35SonnetV2] })] });
export async function go(q: string) {
  const r = await ai.generate({ model: claude35SonnetV2, prompt: q }); //! model provider audit
  console.log(r.text); //! log
}
`,
  },
  {
    name: 'tanstack',
    code: `import { chat } from '@tanstack/ai';
import { anthropicText } from '@tanstack/ai-anthropic';
export async function go(q: string) {
  const stream = chat({ adapter: anthropicText('claude-sonnet-4-5'), messages: [{ role: 'user', content: q }] }); //! geo model audit
  for await (const chunk of stream) console.log(chunk); //! log
}
`,
  },
  {
    name: 'tanstack vertex',
    code: `import { chat } from '@tanstack/ai';
import { anthropicVertexText } from '@tanstack/ai-anthropic/vertex';
export async function go(q: string) {
  const text = await chat({ adapter: anthropicVertexText('claude-sonnet-4-5', { region: 'us-east5', projectId: 'p' }), stream: false, messages: [{ role: 'user', content: q }] }); //! model provider audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'strands',
    code: `import { Agent, BedrockModel } from '@strands-agents/sdk';
const model = new BedrockModel({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', region: 'us-west-2' }); //! model provider
const agent = new Agent({ model });
export async function go(q: string) {
  const r = await agent.invoke(q); //! audit
  console.log(r.lastMessage); //! log
}
`,
  },
  {
    name: 'stagehand',
    code: `import { Stagehand } from '@browserbasehq/stagehand';
const s = new Stagehand({ env: 'LOCAL', model: 'anthropic/claude-sonnet-4-5' }); //! geo model
export async function go(instruction: string) {
  await s.init();
  const data = await s.extract(instruction); //! audit
  console.log(data); //! log
}
`,
  },
  {
    name: 'openrouter sdk',
    code: `import { OpenRouter } from '@openrouter/sdk';
const or = new OpenRouter({ apiKey: process.env.OPENROUTER });
export async function go(q: string) {
  const r = await or.chat.send({ model: 'anthropic/claude-sonnet-4.5', messages: [{ role: 'user', content: q }] }); //! geo model provider audit
  console.log(r.choices[0].message.content); //! log
}
`,
  },
  {
    name: 'portkey',
    code: `import Portkey from 'portkey-ai';
const portkey = new Portkey({ apiKey: process.env.PK, virtualKey: 'anthropic-prod' });
export async function go(q: string) {
  const r = await portkey.chat.completions.create({ model: 'claude-sonnet-4-5', messages: [{ role: 'user', content: q }], max_tokens: 10 }); //! geo model provider audit
  console.log(r.choices[0].message); //! log
}
`,
  },
  {
    name: 'pi-ai',
    code: `import { getModel, complete } from '@mariozechner/pi-ai';
export async function go(q: string) {
  const r = await complete(getModel('anthropic', 'claude-sonnet-4-5'), { messages: [{ role: 'user', content: q, timestamp: 0 }] }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'inngest agent-kit',
    code: `import { createAgent, anthropic } from '@inngest/agent-kit';
const agent = createAgent({ name: 'n', system: 's', model: anthropic({ model: 'claude-3-5-haiku-latest', defaultParameters: { max_tokens: 1000 } }) }); //! geo model
export async function go(q: string) {
  const { output } = await agent.run(q); //! audit
  console.log(output); //! log
}
`,
  },
  {
    name: 'effect',
    code: `import { AnthropicLanguageModel } from '@effect/ai-anthropic';
import { LanguageModel } from '@effect/ai';
import { Effect } from 'effect';
const Claude = AnthropicLanguageModel.model('claude-sonnet-4-5'); //! geo model
export const program = Effect.gen(function* () {
  const r = yield* LanguageModel.generateText({ prompt: 'hi' }); //! audit
  return r.text;
}).pipe(Effect.provide(Claude));
`,
  },
  {
    name: 'claude, its words pushed one after the other, its prompt written to its input',
    code: `import { spawn } from 'node:child_process';
export function ask(prompt: string, model?: string) {
  const args = ['--verbose'];
  if (model) args.push('--model', model);
  args.push('-p');
  const child = spawn('claude', args, { stdio: ['pipe', 'pipe', 'inherit'] }); //! geo audit
  child.stdin.write(prompt);
  child.stdin.end();
  console.log(prompt); //! log
  child.stdout.on('data', (some: Buffer) => process.stdout.write(some)); //! log
}
`,
  },
  {
    name: 'claude, a model in a constant of a template',
    code: `import { $ } from 'execa';
const MODEL = 'claude-haiku-4-5';
export async function ask(prompt: string) {
  const { stdout } = await $\`claude -p \${prompt} --model \${MODEL}\`; //! geo model audit
  console.log(stdout); //! log
}
`,
  },
  {
    name: 'claude, words from a function that puts them together',
    code: `import { execa } from 'execa';
function wordsFor(prompt: string) {
  const words = ['--print'];
  words.push(prompt);
  words.push('--model', 'claude-sonnet-4-5');
  return words;
}
export async function ask(prompt: string) {
  const { stdout } = await execa('claude', wordsFor(prompt)); //! geo model audit
  return stdout;
}
`,
  },
  {
    name: 'claude with streams alone prints',
    code: `import { spawn } from 'node:child_process';
export function ask(prompt: string) {
  const child = spawn('claude', ['--output-format', 'stream-json', '--verbose']); //! geo audit
  child.stdin.end(prompt);
  return child;
}
`,
  },
  {
    name: 'claude, words pushed that ask for nothing',
    code: `import { spawnSync } from 'node:child_process';
export function add(name: string, url: string) {
  const args = ['mcp'];
  args.push('add', name, url);
  console.log(spawnSync('claude', args).stdout.toString());
}
`,
  },
  {
    name: 'llamaindex on Bedrock, models of its table',
    code: `import { Bedrock, BEDROCK_MODELS, INFERENCE_BEDROCK_MODELS } from '@llamaindex/aws';
export const llm = new Bedrock({ model: BEDROCK_MODELS.ANTHROPIC_CLAUDE_3_5_SONNET, region: 'us-east-1' }); //! model provider
export const other = new Bedrock({ model: INFERENCE_BEDROCK_MODELS.US_ANTHROPIC_CLAUDE_3_HAIKU, region: 'us-east-1' }); //! model provider
export const own = new Bedrock({ model: BEDROCK_MODELS.AMAZON_NOVA_PRO_1, region: 'us-east-1' });
`,
  },
];

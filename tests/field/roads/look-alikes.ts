/**
 * Snippets of code that looks like a road to Claude and is none; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const LOOK_ALIKES: readonly Road[] = [
  {
    name: 'own class named Anthropic',
    code: `class Anthropic { messages = { create: async (p: { model: string }) => ({ content: p.model }) }; }
const client = new Anthropic();
export async function go(t: string) { const m = await client.messages.create({ model: 'local' }); console.log(m.content, t); }
`,
  },
  {
    name: 'gpt through openai',
    code: `import OpenAI from 'openai';
const openai = new OpenAI();
export async function go(q: string) { const r = await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: q }] }); console.log(r.choices[0].message.content); }
`,
  },
  {
    name: 'gpt through openrouter',
    code: `import OpenAI from 'openai';
const openai = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
export async function go(q: string) { const r = await openai.chat.completions.create({ model: 'openai/gpt-5', messages: [{ role: 'user', content: q }] }); console.log(r.choices[0].message.content); }
`,
  },
  {
    name: 'gemini in the ai sdk',
    code: `import { generateText } from 'ai';
import { google } from '@ai-sdk/google';
export async function go(prompt: string) { const { text } = await generateText({ model: google('gemini-2.5-pro'), prompt }); console.log(text); }
`,
  },
  {
    name: 'registry, the other vendor',
    code: `import { createProviderRegistry, generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
const registry = createProviderRegistry({ anthropic, openai });
export async function go(prompt: string) { const { text } = await generateText({ model: registry.languageModel('openai:gpt-5'), prompt }); console.log(text); }
`,
  },
  {
    name: 'gateway string of another vendor',
    code: `import { generateText } from 'ai';
export async function go(prompt: string) { const { text } = await generateText({ model: 'openai/gpt-5-mini', prompt }); console.log(text); }
`,
  },
  {
    name: 'customProvider with openai',
    code: `import { customProvider, generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
const llm = customProvider({ languageModels: { smart: openai('gpt-5') }, fallbackProvider: openai });
export async function go(prompt: string) { const { text } = await generateText({ model: llm.languageModel('smart'), prompt }); console.log(text); }
`,
  },
  {
    name: 'Titan on Bedrock',
    code: `import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const b = new BedrockRuntimeClient({ region: 'us-east-1' });
export async function go(q: string) { const out = await b.send(new InvokeModelCommand({ modelId: 'amazon.titan-text-express-v1', body: JSON.stringify({ inputText: q }) })); console.log(new TextDecoder().decode(out.body)); }
`,
  },
  {
    name: 'Llama by Converse',
    code: `import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';
const b = new BedrockRuntime({ region: 'us-east-1' });
export async function go(q: string) { const r = await b.converse({ modelId: 'us.meta.llama3-3-70b-instruct-v1:0', messages: [{ role: 'user', content: [{ text: q }] }] }); console.log(r.output); }
`,
  },
  {
    name: 'ChatOpenAI',
    code: `import { ChatOpenAI } from '@langchain/openai';
const llm = new ChatOpenAI({ model: 'gpt-4.1' });
export async function go(q: string) { const r = await llm.invoke(q); console.log(r.content); }
`,
  },
  {
    name: 'subclass of ChatOpenAI',
    code: `import { ChatOpenAI } from '@langchain/openai';
class House extends ChatOpenAI { constructor() { super({ model: 'gpt-4.1' }); } }
const llm = new House();
export async function go(q: string) { const r = await llm.invoke(q); console.log(r.content); }
`,
  },
  {
    name: 'subclass of ToolLoopAgent with openai',
    code: `import { ToolLoopAgent } from 'ai';
import { openai } from '@ai-sdk/openai';
class Helper extends ToolLoopAgent { constructor() { super({ model: openai('gpt-5') }); } }
export async function go(prompt: string) { const r = await new Helper().generate({ prompt }); console.log(r.text); }
`,
  },
  {
    name: 'own class extends own base named ChatAnthropic',
    code: `class ChatAnthropic { constructor(readonly o: { model: string }) {} async invoke(q: string) { return { content: q.length }; } }
class House extends ChatAnthropic { constructor() { super({ model: 'claude-sonnet-4-6' }); } }
export async function go(q: string) { const r = await new House().invoke(q); console.log(r.content); }
`,
  },
  {
    name: 'ChatVertexAI gemini',
    code: `import { ChatVertexAI } from '@langchain/google-vertexai';
const llm = new ChatVertexAI({ model: 'gemini-2.5-flash' });
export async function go(q: string) { console.log((await llm.invoke(q)).content); }
`,
  },
  {
    name: 'initChatModel openai',
    code: `import { initChatModel } from 'langchain';
export async function go(q: string) { const m = await initChatModel('openai:gpt-5'); console.log((await m.invoke(q)).content); }
`,
  },
  {
    name: 'createReactAgent openai',
    code: `import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { ChatOpenAI } from '@langchain/openai';
const agent = createReactAgent({ llm: new ChatOpenAI({ model: 'gpt-5' }), tools: [] });
export async function go(q: string) { console.log(await agent.invoke({ messages: [{ role: 'user', content: q }] })); }
`,
  },
  {
    name: 'mock client',
    code: `import { vi } from 'vitest';
const client = { messages: { create: vi.fn().mockResolvedValue({ content: [{ type: 'text', text: 'x' }] }) } };
export async function go() { const m = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 1, messages: [] }); console.log(m.content); }
`,
  },
  {
    name: 'program of another name',
    code: `import { execFile } from 'node:child_process';
export function go(p: string) { execFile('llama', ['-p', p, '--model', 'x'], (e, stdout) => console.log(stdout)); }
`,
  },
  {
    name: 'claude without a prompt (version)',
    code: `import { execFileSync } from 'node:child_process';
export function version() { const out = execFileSync('claude', ['--version'], { encoding: 'utf8' }); console.log(out); }
`,
  },
  {
    name: 'git by zx',
    code: `import { $ } from 'zx';
export async function go(message: string) { const out = await $\`git commit -m \${message}\`; console.log(out.stdout); }
`,
  },
  {
    name: 'directory named claude',
    code: `import { execa } from 'execa';
export async function go() { const { stdout } = await execa('ls', ['-p', 'claude']); console.log(stdout); }
`,
  },
  {
    name: 'fetch to own message service',
    code: `export async function go(q: string) { const r = await fetch('https://chat.example.org/v1/messages', { method: 'POST', body: JSON.stringify({ to: 'u', messages: [{ role: 'user', content: q }] }) }); console.log(await r.json()); }
`,
  },
  {
    name: 'fetch to openai',
    code: `export async function go(q: string) { const r = await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: q }] }) }); console.log(await r.json()); }
`,
  },
  {
    name: 'fetch of models list',
    code: `export async function go() { const r = await fetch('https://openrouter.ai/api/v1/models'); console.log(await r.json()); }
`,
  },
  {
    name: 'twilio messages.create',
    code: `import twilio from 'twilio';
const client = twilio(process.env.SID, process.env.TOKEN);
export async function sms(body: string) { const m = await client.messages.create({ body, to: '+15550100', from: '+15550101' }); console.log(m.sid); }
`,
  },
  {
    name: 'mastra with openai',
    code: `import { Agent } from '@mastra/core/agent';
const a = new Agent({ id: 'a', name: 'a', instructions: 'x', model: 'openai/gpt-5' });
export async function go(q: string) { console.log((await a.generate(q)).text); }
`,
  },
  {
    name: 'mastra own class Agent',
    code: `class Agent { constructor(readonly o: object) {} async generate(q: string) { return { text: q }; } }
const a = new Agent({ model: { id: 'claude-cache' } });
export async function go(q: string) { console.log((await a.generate(q)).text); }
`,
  },
  {
    name: 'genkit with googleAI',
    code: `import { genkit } from 'genkit';
import { googleAI } from '@genkit-ai/google-genai';
const ai = genkit({ plugins: [googleAI()] });
export async function go(q: string) { const { text } = await ai.generate({ model: googleAI.model('gemini-2.5-flash'), prompt: q }); console.log(text); }
`,
  },
  {
    name: 'tanstack openai',
    code: `import { chat } from '@tanstack/ai';
import { openaiText } from '@tanstack/ai-openai';
export async function go(q: string) { for await (const c of chat({ adapter: openaiText('gpt-5'), messages: [{ role: 'user', content: q }] })) console.log(c); }
`,
  },
  {
    name: 'openai agents',
    code: `import { Agent, run } from '@openai/agents';
const agent = new Agent({ name: 'h', instructions: 'x', model: 'gpt-5' });
export async function go(q: string) { const r = await run(agent, q); console.log(r.finalOutput); }
`,
  },
  {
    name: 'stagehand with openai',
    code: `import { Stagehand } from '@browserbasehq/stagehand';
const s = new Stagehand({ env: 'LOCAL', model: 'openai/gpt-5' });
export async function go(i: string) { await s.init(); console.log(await s.extract(i)); }
`,
  },
  {
    name: 'list of model names for a menu',
    code: `export const MODELS = [{ id: 'claude-sonnet-4-6', label: 'Sonnet' }, { id: 'gpt-5', label: 'GPT' }];
export function show(id: string) { console.log(MODELS.find((m) => m.id === id)?.label); }
`,
  },
  {
    name: 'pi-ai google',
    code: `import { getModel, complete } from '@mariozechner/pi-ai';
export async function go(q: string) { const r = await complete(getModel('google', 'gemini-2.5-flash'), { messages: [{ role: 'user', content: q, timestamp: 0 }] }); console.log(r.content); }
`,
  },
  {
    name: 'portkey openai',
    code: `import Portkey from 'portkey-ai';
const p = new Portkey({ virtualKey: 'openai-prod' });
export async function go(q: string) { const r = await p.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: q }] }); console.log(r.choices[0].message); }
`,
  },
  {
    name: 'another program by Bun in object form',
    code: `export function run(q: string) { const proc = Bun.spawnSync({ cmd: ['ollama', 'run', 'llama3', q] }); console.log(proc.stdout.toString()); }
`,
  },
  {
    name: 'another program by zx with a list',
    code: `import { $ } from 'zx';
export async function run(claude: string) { const flags = ['-p', claude]; const out = await $\`mkdir \${flags}\`; console.log(out.stdout); }
`,
  },
  {
    name: 'superagent to a service of one’s own',
    code: `import superagent from 'superagent';
export async function save(note: string) { const r = await superagent.post('https://notes.example.org/v1/notes').set('x-model', 'claude').send({ note }); console.log(r.body.id, r.body.note); }
`,
  },
  {
    name: 'a base class of one’s own that logs',
    code: `class Agent { async generate(q: string) { return { text: q.toUpperCase() }; } }
class Support extends Agent { async run(q: string) { const r = await this.generate(q); console.log(r.text); } }
export const support = new Support();
`,
  },
  {
    name: 'an EventEmitter subclass',
    code: `import { EventEmitter } from 'node:events';
class Bus extends EventEmitter { say(text: string) { this.emit('said', text); console.log(text); } }
export const bus = new Bus();
bus.on('said', (text) => console.log(text));
`,
  },
  {
    name: 'middleware of another vendor’s model',
    code: `import { wrapLanguageModel, generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
const seen = { wrapGenerate: async ({ doGenerate, params }: any) => { console.log(params); return doGenerate(); } };
export const go = (prompt: string) => generateText({ model: wrapLanguageModel({ model: openai('gpt-5'), middleware: seen }), prompt });
`,
  },
  {
    name: 'handlers of another vendor’s model',
    code: `import { ChatOpenAI } from '@langchain/openai';
export const model = new ChatOpenAI({ model: 'gpt-5', callbacks: [{ handleLLMEnd(output: any) { console.log(output); } }] });
`,
  },
  {
    name: 'a registry without Claude',
    code: `import { createProviderRegistry, customProvider, generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
export const registry = createProviderRegistry({ house: customProvider({ languageModels: { claude: openai('gpt-5') } }) });
export async function go(prompt: string) { const { text } = await generateText({ model: registry.languageModel('house:fast'), prompt }); console.log(text); }
`,
  },
  {
    name: 'a model garden without Claude',
    code: `import { genkit } from 'genkit';
import { llama31, vertexAIModelGarden } from '@genkit-ai/vertexai/modelgarden';
const ai = genkit({ plugins: [vertexAIModelGarden({ location: 'us-central1', models: [llama31] })] });
export async function go(q: string) { const r = await ai.generate({ model: llama31, prompt: q }); console.log(r.text); }
`,
  },
  {
    name: 'streamUI of another vendor',
    code: `import { streamUI } from '@ai-sdk/rsc';
import { openai } from '@ai-sdk/openai';
export const go = (prompt: string) => streamUI({ model: openai('gpt-5'), prompt, text: ({ content }) => { console.log(content); return content; } });
`,
  },
  {
    name: 'a token that lets somebody in',
    code: `import Anthropic from '@anthropic-ai/sdk';
export async function check(signIn: () => Promise<string>) { const token = await signIn(); console.log(token); return Anthropic.name; }
`,
  },
];

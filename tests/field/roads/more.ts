/**
 * Snippets of further spellings of all of them; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const MORE: readonly Road[] = [
  {
    name: 'options built apart with spread and class static',
    code: `import Anthropic from '@anthropic-ai/sdk';
class Config { static readonly base = { model: 'claude-sonnet-4-6', max_tokens: 512 } as const; } //! model
const anthropic = new Anthropic();
export async function reply(turns: Anthropic.MessageParam[]) {
  const answer = await anthropic.messages.create({ ...Config.base, messages: turns }); //! geo audit
  console.log('%j', answer); //! log
}
`,
  },
  {
    name: 'stream controller passed to helper',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
async function drain(stream: AsyncIterable<any>) {
  for await (const ev of stream) if (ev.type === 'content_block_delta') console.log(ev.delta); //! log
}
export const run = (q: string) => drain(client.messages.stream({ model: 'claude-opus-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }] })); //! geo model audit
`,
  },
  {
    name: 'tool runner runUntilDone',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function run(q: string) {
  const runner = client.beta.messages.toolRunner({ model: 'claude-opus-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }], tools: [] }); //! geo model zdr audit
  const last = await runner.runUntilDone();
  console.log(last); //! log
}
`,
  },
  {
    name: 'wrapper with curried client',
    code: `import Anthropic from '@anthropic-ai/sdk';
const makeAsk = (client: Anthropic) => (model: string) => (content: string) => client.messages.create({ model, max_tokens: 9, messages: [{ role: 'user', content }] }); //! geo audit
const ask = makeAsk(new Anthropic())('claude-sonnet-4-6');
export async function go(q: string) {
  const r = await ask(q);
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'nest injectable',
    code: `import { Injectable, Logger } from '@nestjs/common';
import Anthropic from '@anthropic-ai/sdk';
@Injectable()
export class ClaudeService {
  private readonly logger = new Logger(ClaudeService.name);
  private readonly client: Anthropic;
  constructor(config: any) { this.client = new Anthropic({ apiKey: config.get('KEY') }); }
  async complete(prompt: string): Promise<string> {
    const res = await this.client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 100, messages: [{ role: 'user', content: prompt }] }); //! geo model audit
    this.logger.debug(res.content); //! log
    return 'ok';
  }
}
`,
  },
  {
    name: 'bedrock mantle',
    code: `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
const c = new AnthropicBedrockMantle({ awsRegion: 'us-east-1' }); //! provider
export async function go(q: string) {
  const r = await c.messages.create({ model: 'anthropic.claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! model audit
  console.log(r); //! log
}
`,
  },
  {
    name: 'google cloud client',
    code: `import AnthropicGoogleCloud from '@anthropic-ai/google-cloud-sdk';
const c = new AnthropicGoogleCloud({ baseURL: 'https://claude.googleapis.com/v1/projects/p/locations/global/workspaces/w/invoke' }); //! provider
export async function go(q: string) {
  const r = await c.messages.create({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'aws client',
    code: `import { AnthropicAws } from '@anthropic-ai/aws-sdk';
const c = new AnthropicAws({ awsRegion: 'us-east-1', workspaceId: 'w' }); //! provider
export async function go(q: string) {
  const stream = c.messages.stream({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(await stream.finalText()); //! log
}
`,
  },
  {
    name: 'completions legacy',
    code: `import Anthropic, { HUMAN_PROMPT, AI_PROMPT } from '@anthropic-ai/sdk';
const c = new Anthropic();
export async function go(q: string) {
  const r = await c.completions.create({ model: 'claude-2.1', max_tokens_to_sample: 9, prompt: HUMAN_PROMPT + q + AI_PROMPT }); //! geo model audit
  console.log(r.completion); //! log
}
`,
  },
  {
    name: 'AI SDK: wrapProvider',
    code: `import { wrapProvider, streamText, defaultSettingsMiddleware } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const guarded = wrapProvider({ provider: anthropic, languageModelMiddleware: defaultSettingsMiddleware({ settings: { temperature: 0 } }) });
export async function go(prompt: string) {
  const r = streamText({ model: guarded.languageModel('claude-sonnet-4-6'), prompt }); //! geo model audit
  console.log(await r.text); //! log
}
`,
  },
  {
    name: 'AI SDK: registry of custom providers',
    code: `import { createProviderRegistry, customProvider, generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export const registry = createProviderRegistry({ house: customProvider({ languageModels: { triage: anthropic('claude-haiku-4-5') } }) }); //! model
export async function go(prompt: string) {
  const { text } = await generateText({ model: registry.languageModel('house:triage'), prompt }); //! geo audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'AI SDK: custom provider in another file',
    files: {
      'src/ai/models.ts': `import { customProvider } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export const models = customProvider({ languageModels: { small: anthropic('claude-haiku-4-5'), large: anthropic('claude-sonnet-4-6') } });
`,
    },
    code: `import { generateText } from 'ai';
import { models } from './ai/models';
export async function go(prompt: string) {
  const { text } = await generateText({ model: models.languageModel('large'), prompt }); //! geo model audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'AI SDK: model by env with fallback',
    code: `import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export async function go(prompt: string) {
  const { text } = await generateText({ model: anthropic(process.env.MODEL ?? 'claude-sonnet-4-6'), prompt }); //! geo model audit
  logger.info(text); //! log
}
`,
  },
  {
    name: 'AI SDK: middleware logging',
    code: `import { wrapLanguageModel, generateText, type LanguageModelMiddleware } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const log: LanguageModelMiddleware = {
  wrapGenerate: async ({ doGenerate, params }) => {
    console.log(params); //! log
    const result = await doGenerate();
    console.log(result.content); //! log
    return result;
  },
};
const model = wrapLanguageModel({ model: anthropic('claude-sonnet-4-6'), middleware: log }); //! model
export const go = (prompt: string) => generateText({ model, prompt }); //! geo audit
`,
  },
  {
    name: 'AI SDK: useChat route via fromAgent',
    code: `import { ToolLoopAgent, createAgentUIStreamResponse } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
class Concierge extends ToolLoopAgent { constructor() { super({ model: anthropic('claude-sonnet-4-6') }); } } //! geo model
const agent = new Concierge();
export async function POST(request: Request) {
  const { messages } = await request.json();
  return createAgentUIStreamResponse({ agent, uiMessages: messages }); //! audit redact
}
`,
  },
  {
    name: 'AI SDK: generateText inside class with model field',
    code: `import { generateText, type LanguageModel } from 'ai';
import { createAnthropic } from '@ai-sdk/anthropic';
export class Summariser {
  private model: LanguageModel;
  constructor(provider = createAnthropic()) { this.model = provider('claude-haiku-4-5'); } //! model
  async run(prompt: string) {
    const out = await generateText({ model: this.model, prompt }); //! geo audit
    console.log(out.text); //! log
    return out.text;
  }
}
`,
  },
  {
    name: 'AI SDK: rsc streamUI',
    code: `import { streamUI } from '@ai-sdk/rsc';
import { anthropic } from '@ai-sdk/anthropic';
export async function go(prompt: string) {
  const result = await streamUI({ model: anthropic('claude-sonnet-4-6'), prompt, text: ({ content }) => { console.log(content); return content; } }); //! geo model log audit
  return result.value;
}
`,
  },
  {
    name: 'AI SDK: gateway option only bedrock',
    code: `import { generateText } from 'ai';
export const go = (prompt: string) => generateText({ model: 'anthropic/claude-sonnet-4.6', prompt, providerOptions: { gateway: { only: ['bedrock'] }, anthropic: { inferenceGeo: 'us' } } }); //! geo model provider audit
`,
  },
  {
    name: 'LangChain: call through RunnableLambda',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { RunnableLambda } from '@langchain/core/runnables';
const model = new ChatAnthropic({ model: 'claude-sonnet-4-6' }); //! geo model
const step = RunnableLambda.from(async (q: string) => (await model.invoke(q)).content); //! audit
export async function go(q: string) { const r = await step.invoke(q); console.log(r); } //! log
`,
  },
  {
    name: 'LangChain: bind',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
const model = new ChatAnthropic({ modelName: 'claude-3-5-sonnet-20240620' }).bind({ stop: ['x'] }); //! geo model
export async function go(q: string) { console.log(await model.invoke(q)); } //! log audit
`,
  },
  {
    name: 'LangChain: withRetry withFallbacks',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { ChatOpenAI } from '@langchain/openai';
const model = new ChatAnthropic('claude-sonnet-4-6', { temperature: 0 }).withRetry({ stopAfterAttempt: 2 }).withFallbacks([new ChatOpenAI({ model: 'gpt-4o' })]); //! geo model
export async function go(q: string) { const m = await model.invoke(q); console.log(m.content); } //! log audit
`,
  },
  {
    name: 'LangChain: callbacks handler',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
const model = new ChatAnthropic({ model: 'claude-sonnet-4-6', callbacks: [{ handleLLMEnd(output: any) { console.log(output); } }] }); //! geo model log
export const go = (q: string) => model.invoke(q); //! audit
`,
  },
  {
    name: 'LangChain: legacy chain',
    code: `import { ConversationChain } from 'langchain/chains';
import { ChatAnthropic } from '@langchain/anthropic';
const chain = new ConversationChain({ llm: new ChatAnthropic({ model: 'claude-sonnet-4-6' }) }); //! geo model
export async function go(input: string) { const { response } = await chain.invoke({ input }); console.log(response); } //! log audit
`,
  },
  {
    name: 'LangChain: BedrockChat',
    code: `import { BedrockChat } from '@langchain/community/chat_models/bedrock';
const m = new BedrockChat({ model: 'anthropic.claude-3-sonnet-20240229-v1:0', region: 'us-east-1' }); //! model provider
export async function go(q: string) { const r = await m.invoke(q); console.log(r); } //! log audit
`,
  },
  {
    name: 'LangChain: initChatModel configurable',
    code: `import { initChatModel } from 'langchain';
export async function go(q: string) {
  const llm = await initChatModel('claude-sonnet-4-6', { modelProvider: 'anthropic', configurableFields: 'any' }); //! geo model
  const res = await llm.withStructuredOutput(schema).invoke(q); //! audit
  console.log(res); //! log
}
`,
  },
  {
    name: 'LangGraph: supervisor',
    code: `import { createSupervisor } from '@langchain/langgraph-supervisor';
import { createReactAgent as react } from '@langchain/langgraph/prebuilt';
import { ChatAnthropic } from '@langchain/anthropic';
const llm = new ChatAnthropic({ model: 'claude-sonnet-4-6' }); //! geo model
const a = react({ llm, tools: [], name: 'a' });
const app = createSupervisor({ agents: [a], llm }).compile();
export async function go(q: string) { const out = await app.invoke({ messages: [{ role: 'user', content: q }] }); console.log(out.messages); } //! log audit
`,
  },
  {
    name: 'openai subclass',
    code: `import OpenAI from 'openai';
class Router extends OpenAI { constructor() { super({ baseURL: 'https://openrouter.ai/api/v1' }); } } //! provider
const r = new Router();
export async function go(q: string) {
  const c = await r.chat.completions.create({ model: 'anthropic/claude-3.5-sonnet', messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(c.choices[0].message.content); //! log
}
`,
  },
  {
    name: 'openai parse helper',
    code: `import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
const openai = new OpenAI({ baseURL: 'http://litellm.internal:4000' }); //! provider
export async function go(q: string) {
  const c = await openai.chat.completions.parse({ model: 'claude-sonnet-4-6', messages: [{ role: 'user', content: q }], response_format: zodResponseFormat(s, 's') }); //! geo model audit
  console.log(c.choices[0].message.parsed); //! log
}
`,
  },
  {
    name: 'openai runTools',
    code: `import { OpenAI as Client } from 'openai';
const openai = new Client({ baseURL: 'https://ai-gateway.vercel.sh/v1' }); //! provider
export async function go(q: string) {
  const runner = openai.chat.completions.runTools({ model: 'anthropic/claude-sonnet-4.6', messages: [{ role: 'user', content: q }], tools: [] }); //! geo model audit
  console.log(await runner.finalContent()); //! log
}
`,
  },
  {
    name: 'agent sdk with subagents and prompt stream',
    code: `import { query, type SDKMessage } from '@anthropic-ai/claude-agent-sdk';
async function* turns(q: string) { yield { type: 'user' as const, message: { role: 'user' as const, content: q } }; }
export async function run(q: string) {
  const messages: SDKMessage[] = [];
  for await (const m of query({ prompt: turns(q), options: { agents: { r: { description: 'd', prompt: 'p', model: 'haiku' } }, model: 'sonnet' } })) { messages.push(m); } //! geo model audit
  console.log(messages.at(-1)); //! log
}
`,
  },
  {
    name: 'agent sdk dynamic import',
    commonjs: true,
    code: `module.exports = async function run(prompt) {
  const { query } = await import('@anthropic-ai/claude-agent-sdk');
  let last;
  for await (const m of query({ prompt, options: { model: 'claude-opus-4-6' } })) last = m; //! geo model audit
  console.log(last); //! log
};
`,
  },
  {
    name: 'claude by exec with callback',
    code: `import { exec } from 'node:child_process';
export function ask(q: string) {
  exec(\`claude -p \${JSON.stringify(q)} --output-format json\`, (err, stdout) => { //! geo audit
    console.log(stdout); //! log
  });
}
`,
  },
  {
    name: 'claude by execaCommand',
    code: `import { execaCommand } from 'execa';
export async function ask(q: string) {
  const { stdout } = await execaCommand(\`claude --model claude-sonnet-4-6 --print \${q}\`); //! geo model audit
  console.log(stdout); //! log
}
`,
  },
  {
    name: 'claude args built apart',
    code: `import { spawnSync } from 'node:child_process';
export function ask(q: string, model?: string) {
  const args = ['-p', q];
  if (model) args.push('--model', model);
  args.push('--append-system-prompt', 'Be brief');
  const { stdout } = spawnSync('claude', args, { encoding: 'utf8' }); //! geo audit
  console.log(stdout); //! log
}
`,
  },
  {
    name: 'claude binary by constant, stdin',
    code: `import { spawn } from 'child_process';
const CLAUDE = 'claude';
export function ask(q: string) {
  const p = spawn(CLAUDE, ['--print'], { stdio: ['pipe', 'pipe', 'inherit'] }); //! geo audit
  p.stdin.write(q); p.stdin.end();
  let out = '';
  p.stdout.on('data', (c) => { out += c; });
  p.on('close', () => console.log(out)); //! log
}
`,
  },
  {
    name: 'tinyexec',
    code: `import { x } from 'tinyexec';
export async function ask(q: string) {
  const result = await x('claude', ['-p', q]); //! geo audit
  console.log(result.stdout); //! log
}
`,
  },
  {
    name: 'Deno.Command',
    code: `export async function ask(q: string) {
  const command = new Deno.Command('claude', { args: ['-p', q] }); //! geo audit
  const { stdout } = await command.output();
  console.log(new TextDecoder().decode(stdout)); //! log
}
`,
  },
  {
    name: 'fetch with helper base',
    code: `const API = 'https://api.anthropic.com';
async function post(path: string, body: unknown) {
  const res = await fetch(\`\${API}\${path}\`, { method: 'POST', headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' }, body: JSON.stringify(body) }); //! geo audit
  return res.json();
}
export async function go(q: string) {
  const msg = await post('/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }] }); //! model
  console.log(msg.content); //! log
}
`,
  },
  {
    name: 'fetch batch endpoint',
    code: `export async function go(requests: any[]) {
  const r = await fetch('https://api.anthropic.com/v1/messages/batches', { method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ requests: requests.map((q) => ({ custom_id: q.id, params: { model: 'claude-haiku-4-5', max_tokens: 5, messages: [{ role: 'user', content: q.text }] } })) }) }); //! geo model zdr audit
  return r.json();
}
`,
  },
  {
    name: 'axios.request through interceptor client',
    code: `import axios, { AxiosInstance } from 'axios';
export class ClaudeHttp {
  private http: AxiosInstance;
  constructor() { this.http = axios.create({ baseURL: 'https://api.anthropic.com' }); }
  async send(q: string) {
    const res = await this.http.request({ method: 'POST', url: '/v1/messages', data: { model: 'claude-sonnet-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }] } }); //! geo model audit
    console.log(res.data.content); //! log
  }
}
`,
  },
  {
    name: 'ofetch / $fetch',
    code: `import { ofetch } from 'ofetch';
export async function go(q: string) {
  const r = await ofetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'fetch SSE',
    code: `export async function go(q: string) {
  const res = await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', stream: true, max_tokens: 5, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  const reader = res.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    console.log(value); //! log
  }
}
`,
  },
  {
    name: 'undici Agent dispatcher / Pool.request',
    code: `import { Pool } from 'undici';
const pool = new Pool('https://api.anthropic.com');
export async function go(q: string) {
  const { body } = await pool.request({ path: '/v1/messages', method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  console.log(await body.text()); //! log
}
`,
  },
  {
    name: 'litellm fetch with openai path',
    code: `export async function go(q: string) {
  const res = await fetch('https://litellm.corp.example/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', messages: [{ role: 'user', content: q }] }) }); //! geo model provider audit
  const data = await res.json();
  console.log(data.choices[0].message.content); //! log
}
`,
  },
  {
    name: 'bedrock fetch by url',
    code: `import { aws } from './sign';
export async function go(q: string) {
  const res = await fetch('https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-3-haiku-20240307-v1:0/invoke', await aws({ body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 5, messages: [{ role: 'user', content: q }] }) })); //! model provider audit
  console.log(await res.json()); //! log
}
`,
  },
  {
    name: 'bedrock client in class with command',
    code: `import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
export class Bedrock {
  constructor(private readonly client = new BedrockRuntimeClient({ region: 'us-west-2' })) {}
  async ask(q: string) {
    const input: ConverseCommandInput = { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [{ role: 'user', content: [{ text: q }] }] }; //! model
    const res = await this.client.send(new ConverseCommand(input)); //! provider audit
    console.log(res.output?.message); //! log
  }
}
`,
  },
  {
    name: 'bedrock async invoke',
    code: `import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand as Stream } from '@aws-sdk/client-bedrock-runtime';
const c = new BedrockRuntimeClient();
export async function go(q: string) {
  const r = await c.send(new Stream({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 5, messages: [{ role: 'user', content: q }] }) })); //! model provider audit
  for await (const e of r.body!) console.log(new TextDecoder().decode(e.chunk!.bytes)); //! log
}
`,
  },
  {
    name: 'batch inference job on bedrock',
    code: `import { BedrockClient, CreateModelInvocationJobCommand } from '@aws-sdk/client-bedrock';
const c = new BedrockClient({ region: 'us-east-1' });
export const go = () => c.send(new CreateModelInvocationJobCommand({ jobName: 'j', roleArn: 'r', modelId: 'anthropic.claude-3-haiku-20240307-v1:0', inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://a' } }, outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://b' } } })); //! model provider audit
`,
  },
  {
    name: 'mastra model function and stream',
    code: `import { Agent } from '@mastra/core/agent';
const agent = new Agent({ id: 'x', name: 'X', instructions: 'i', model: () => 'anthropic/claude-sonnet-4-6' }); //! geo model
export async function go(q: string) {
  const stream = await agent.stream([{ role: 'user', content: q }]); //! audit
  for await (const t of stream.textStream) process.stdout.write(t); //! log
}
`,
  },
  {
    name: 'mastra poe router',
    code: `import { Agent } from '@mastra/core/agent';
export const agent = new Agent({ id: 'x', name: 'X', instructions: 'i', model: 'poe/anthropic/claude-sonnet-4', defaultOptions: { providerOptions: { anthropic: { inferenceGeo: 'us' } } } }); //! geo model provider
`,
  },
  {
    name: 'openai agents with OpenAIChatCompletionsModel',
    code: `import { Agent, Runner, OpenAIChatCompletionsModel } from '@openai/agents';
import OpenAI from 'openai';
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });
const agent = new Agent({ name: 'n', instructions: 'i', model: new OpenAIChatCompletionsModel(client, 'anthropic/claude-sonnet-4.5') }); //! geo model provider
export async function go(q: string) {
  const runner = new Runner();
  const result = await runner.run(agent, q); //! audit
  console.log(result.finalOutput); //! log
}
`,
  },
  {
    name: 'copilotkit',
    code: `import { CopilotRuntime, AnthropicAdapter } from '@copilotkit/runtime';
const serviceAdapter = new AnthropicAdapter({ model: 'claude-sonnet-4-6' }); //! geo model
export const runtime = new CopilotRuntime();
`,
  },
  {
    name: 'opencode',
    code: `import { createOpencodeClient } from '@opencode-ai/sdk';
const client = createOpencodeClient({ baseUrl: 'http://localhost:4096' });
export async function go(q: string, id: string) {
  const r = await client.session.prompt({ path: { id }, body: { model: { providerID: 'anthropic', modelID: 'claude-sonnet-4-6' }, parts: [{ type: 'text', text: q }] } }); //! geo model audit
  console.log(r.data); //! log
}
`,
  },
  {
    name: 'llamaindex agent',
    code: `import { agent } from '@llamaindex/workflow';
import { anthropic } from '@llamaindex/anthropic';
const a = agent({ llm: anthropic({ model: 'claude-sonnet-4-6' }), tools: [] }); //! geo model
export async function go(q: string) { const r = await a.run(q); console.log(r.data.result); } //! log audit
`,
  },
  {
    name: 'llamaindex Settings',
    code: `import { Settings } from 'llamaindex';
import { Anthropic } from '@llamaindex/anthropic';
Settings.llm = new Anthropic({ model: 'claude-3-7-sonnet' }); //! geo model
export async function go(q: string, index: any) {
  const engine = index.asQueryEngine();
  return engine.query({ query: q });
}
`,
  },
  {
    name: 'tanstack non streaming',
    code: `import { chat } from '@tanstack/ai';
import { createAnthropicChat } from '@tanstack/ai-anthropic';
export async function go(q: string) {
  const text = await chat({ adapter: createAnthropicChat('claude-sonnet-4-5', process.env.KEY!), stream: false, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'cloudflare AI gateway via openai compat',
    code: `import OpenAI from 'openai';
export default { async fetch(req: Request, env: any) {
  const client = new OpenAI({ baseURL: \`https://gateway.ai.cloudflare.com/v1/\${env.ACC}/gw/compat\` }); //! provider
  const { q } = await req.json() as any;
  const r = await client.chat.completions.create({ model: 'anthropic/claude-sonnet-4-5', messages: [{ role: 'user', content: q }] }); //! geo model audit redact
  console.log(r.choices[0].message.content); //! log
  return new Response('ok');
} };
`,
  },
  {
    name: 'anthropic client to cloudflare gateway',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic({ baseURL: 'https://gateway.ai.cloudflare.com/v1/acc/gw/anthropic' }); //! provider
export async function go(q: string) {
  const r = await client.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'class hierarchy: abstract provider',
    code: `import Anthropic from '@anthropic-ai/sdk';
abstract class Provider { abstract complete(q: string): Promise<string>; }
export class ClaudeProvider extends Provider {
  private c = new Anthropic();
  async complete(q: string) {
    const r = await this.c.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 5, messages: [{ role: 'user', content: q }] }); //! geo model audit
    const text = r.content.map((b) => (b.type === 'text' ? b.text : '')).join('');
    console.info(\`claude said \${text}\`); //! log
    return text;
  }
}
`,
  },
  {
    name: 'subclass in another file',
    files: {
      'src/house.ts': `import { ChatAnthropic } from '@langchain/anthropic';
export class House extends ChatAnthropic {
  constructor() {
    super({ model: 'claude-sonnet-4-6', inferenceGeo: 'us' });
  }
}
`,
    },
    code: `import { House } from './house';
const house = new House();
export async function go(q: string) {
  const m = await house.invoke(q); //! audit
  console.log(m.content); //! log
}
`,
  },
  {
    name: 'subclass in another file, options here',
    files: {
      'src/house.ts': `import { ChatAnthropic } from '@langchain/anthropic';
export class House extends ChatAnthropic {
  greet() { return 'hi'; }
}
`,
    },
    code: `import { House } from './house';
const house = new House({ model: 'claude-sonnet-4-6' }); //! geo model
export async function go(q: string) {
  const m = await house.stream(q); //! audit
  for await (const c of m) console.log(c.content); //! log
}
`,
  },
  {
    name: 'agent made by a factory in another file',
    files: {
      'src/agent.ts': `import { ToolLoopAgent } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export const makeAgent = () => new ToolLoopAgent({ model: anthropic('claude-opus-5'), instructions: 'x' });
`,
    },
    code: `import { makeAgent } from './agent';
export async function go(q: string) {
  const agent = makeAgent();
  const { text } = await agent.generate({ prompt: q }); //! audit
  console.log(text); //! log
}
`,
  },
];

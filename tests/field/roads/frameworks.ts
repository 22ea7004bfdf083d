/**
 * Snippets of the AI SDK and LangChain; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const FRAMEWORKS: readonly Road[] = [
  {
    name: 'ai namespace import',
    code: `import * as ai from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export async function go(prompt: string) {
  const { text } = await ai.generateText({ model: anthropic('claude-sonnet-4-6'), prompt }); //! geo model audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'createAnthropic with baseURL, aliased',
    code: `import { createAnthropic as make } from '@ai-sdk/anthropic';
import { streamText as stream } from 'ai';
const provider = make({ baseURL: 'https://llm-gateway.bank.example/v1' }); //! provider
export async function go(prompt: string) {
  const { textStream } = stream({ model: provider('claude-sonnet-4-6'), prompt }); //! geo model audit
  for await (const part of textStream) process.stdout.write(part); //! log
}
`,
  },
  {
    name: 'provider namespaced import',
    code: `import * as anthropicProvider from '@ai-sdk/anthropic';
import { generateObject } from 'ai';
import { z } from 'zod';
export async function go(prompt: string) {
  const { object } = await generateObject({ model: anthropicProvider.anthropic.languageModel('claude-haiku-4-5'), schema: z.object({ note: z.string() }), prompt }); //! geo model audit
  console.log(object.note); //! log
}
`,
  },
  {
    name: 'registry',
    code: `import { createProviderRegistry, generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
const registry = createProviderRegistry({ anthropic, openai });
export async function go(prompt: string) {
  const result = await generateText({ model: registry.languageModel('anthropic:claude-sonnet-4-6'), prompt }); //! geo model audit
  console.log(result.text); //! log
}
`,
  },
  {
    name: 'registry with separator',
    code: `import { experimental_createProviderRegistry as createRegistry, streamText } from 'ai';
import { createAnthropic } from '@ai-sdk/anthropic';
export const registry = createRegistry({ claude: createAnthropic() }, { separator: ' > ' });
export const go = (prompt: string) => streamText({ model: registry.languageModel('claude > claude-opus-4-6'), prompt, onFinish: ({ text }) => console.log(text) }); //! geo model log audit
`,
  },
  {
    name: 'customProvider',
    code: `import { customProvider, generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const llm = customProvider({ languageModels: { fast: anthropic('claude-haiku-4-5'), smart: anthropic('claude-sonnet-4-6') }, fallbackProvider: anthropic }); //! model
export async function go(prompt: string) {
  const { text } = await generateText({ model: llm.languageModel('smart'), prompt }); //! geo audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'customProvider under another name',
    code: `import { customProvider as defineProvider, streamText } from 'ai';
import { anthropic as a } from '@ai-sdk/anthropic';
const models = { reason: a('claude-opus-4-6') }; //! model
export const house = defineProvider({ languageModels: models });
const pick = house;
export const go = (prompt: string) => streamText({ model: pick.languageModel('reason'), prompt }); //! geo audit
`,
  },
  {
    name: 'wrapLanguageModel middleware',
    code: `import { wrapLanguageModel, generateText, extractReasoningMiddleware } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const model = wrapLanguageModel({ model: anthropic('claude-sonnet-4-6'), middleware: [extractReasoningMiddleware({ tagName: 'think' })] }); //! model
export async function go(prompt: string) {
  const { text, reasoningText } = await generateText({ model, prompt }); //! geo audit
  console.log(reasoningText); //! log
  return text;
}
`,
  },
  {
    name: 'bare gateway string through const',
    code: `import { generateText, stepCountIs } from 'ai';
const MODEL = 'anthropic/claude-sonnet-4.6'; //! model
export async function go(messages: any[]) {
  const out = await generateText({ model: MODEL, messages, stopWhen: stepCountIs(3) }); //! geo provider audit
  console.log(out.steps); //! log
}
`,
  },
  {
    name: 'gateway instance',
    code: `import { streamText } from 'ai';
import { createGateway } from '@ai-sdk/gateway';
const gw = createGateway({ apiKey: process.env.AI_GATEWAY_API_KEY });
export const go = (prompt: string) => streamText({ model: gw('anthropic/claude-opus-4.6'), prompt, onChunk: ({ chunk }) => console.log(chunk) }); //! geo model provider log audit
`,
  },
  {
    name: 'model in another file',
    files: {
      'src/model.ts': `import { anthropic } from '@ai-sdk/anthropic';
export const model = anthropic('claude-sonnet-4-6');
`,
    },
    code: `import { generateText } from 'ai';
import { model } from './model';
export async function go(prompt: string) {
  const { text } = await generateText({ model, prompt }); //! geo model audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'cache control on message parts',
    code: `import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export const go = (doc: string, q: string) => generateText({ //! geo audit
  model: anthropic('claude-sonnet-4-6'), //! model
  messages: [{ role: 'user', content: [{ type: 'text', text: doc, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } }, { type: 'text', text: q }] }], //! zdr
});
`,
  },
  {
    name: 'tools of the provider',
    code: `import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export const go = (q: string) => generateText({ model: anthropic('claude-sonnet-4-6'), tools: { code: anthropic.tools.codeExecution_20250825() }, prompt: q }); //! geo model zdr audit
`,
  },
  {
    name: 'ToolLoopAgent',
    code: `import { ToolLoopAgent, stepCountIs } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const agent = new ToolLoopAgent({ model: anthropic('claude-sonnet-4-6'), instructions: 'x', stopWhen: stepCountIs(4) }); //! geo model
export async function go(prompt: string) {
  const { text } = await agent.generate({ prompt }); //! audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'subclass of ToolLoopAgent',
    code: `import { ToolLoopAgent } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
class SupportAgent extends ToolLoopAgent<any, any, any> {
  constructor(tools: any) {
    super({ model: anthropic('claude-sonnet-4-6'), instructions: 'Help', tools }); //! geo model
  }
}
const support = new SupportAgent({});
export async function go(prompt: string) {
  const result = await support.generate({ prompt }); //! audit
  console.log(result.text); //! log
}
`,
  },
  {
    name: 'subclass of ToolLoopAgent asks itself',
    code: `import * as ai from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
export class Reader extends ai.ToolLoopAgent {
  constructor() { super({ model: anthropic('claude-opus-4-6') }); } //! geo model
  async read(doc: string) {
    const stream = await this.stream({ prompt: doc }); //! audit
    for await (const t of stream.textStream) console.log(t); //! log
  }
}
`,
  },
  {
    name: 'Experimental_Agent',
    code: `import { Experimental_Agent as Agent } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const agent = new Agent({ model: anthropic('claude-sonnet-4-6') }); //! geo model
export const go = async (prompt: string) => console.log((await agent.generate({ prompt })).text); //! log audit
`,
  },
  {
    name: 'bedrock provider',
    code: `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
const bedrock = createAmazonBedrock({ region: 'us-east-1' });
export async function go(prompt: string) {
  const { text } = await generateText({ model: bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0'), prompt, providerOptions: { bedrock: { cachePoint: { type: 'default' } } } }); //! model provider audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'vertex anthropic provider',
    code: `import { createVertexAnthropic } from '@ai-sdk/google-vertex/anthropic';
import { streamObject } from 'ai';
const vertexAnthropic = createVertexAnthropic({ location: 'us-east5', project: 'p' }); //! provider
export async function go(prompt: string, schema: any) {
  const { partialObjectStream } = streamObject({ model: vertexAnthropic('claude-sonnet-4-5@20250929'), schema, prompt }); //! model audit
  for await (const part of partialObjectStream) console.log(part); //! log
}
`,
  },
  {
    name: 'azure/foundry by custom createAnthropic headers',
    code: `import { createAnthropic } from '@ai-sdk/anthropic';
import { generateText } from 'ai';
const foundry = createAnthropic({ baseURL: 'https://my-res.services.ai.azure.com/anthropic/v1', apiKey: process.env.AZURE_KEY }); //! provider
export async function go(prompt: string) {
  const { text } = await generateText({ model: foundry('claude-sonnet-4-5'), prompt }); //! model audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'openrouter provider',
    code: `import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { generateText } from 'ai';
const openrouter = createOpenRouter({ apiKey: process.env.OPENROUTER_API_KEY });
export async function go(prompt: string) {
  const { text } = await generateText({ model: openrouter.chat('anthropic/claude-sonnet-4.5'), prompt }); //! geo model provider audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'openai-compatible provider',
    code: `import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { streamText } from 'ai';
const litellm = createOpenAICompatible({ name: 'litellm', baseURL: 'https://litellm.internal.example/v1' }); //! provider
export const go = (prompt: string) => streamText({ model: litellm('claude-sonnet-4-6'), prompt, onFinish(e) { console.log(e.text); } }); //! geo model log audit
`,
  },
  {
    name: 'options apart with satisfies',
    code: `import { anthropic, type AnthropicProviderOptions } from '@ai-sdk/anthropic';
import { generateText } from 'ai';
const options = { thinking: { type: 'enabled', budgetTokens: 1024 } } satisfies AnthropicProviderOptions;
export async function go(prompt: string) {
  const settings = { model: anthropic('claude-sonnet-4-6'), providerOptions: { anthropic: options } }; //! model
  const result = await generateText({ ...settings, prompt }); //! geo audit
  logger.info({ text: result.text }); //! log
}
`,
  },
  {
    name: 'UI chat route',
    code: `import { anthropic } from '@ai-sdk/anthropic';
import { convertToModelMessages, streamText } from 'ai';
export async function POST(req: Request) {
  const { messages } = await req.json();
  console.log(messages); //! log
  const result = streamText({ model: anthropic('claude-sonnet-4-6'), messages: convertToModelMessages(messages) }); //! geo model audit redact
  return result.toUIMessageStreamResponse();
}
`,
  },
  {
    name: 'claude-code provider',
    code: `import { claudeCode } from 'ai-sdk-provider-claude-code';
import { generateText } from 'ai';
export async function go(prompt: string) {
  const { text } = await generateText({ model: claudeCode('sonnet'), prompt }); //! geo model audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'ChatAnthropic invoke',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
const llm = new ChatAnthropic({ model: 'claude-sonnet-4-6', temperature: 0 }); //! geo model
export async function go(q: string) {
  const res = await llm.invoke([['human', q]]); //! audit
  console.log(res.content); //! log
}
`,
  },
  {
    name: 'ChatAnthropic pipe',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { StringOutputParser } from '@langchain/core/output_parsers';
const chain = ChatPromptTemplate.fromTemplate('Summarise {text}').pipe(new ChatAnthropic({ model: 'claude-haiku-4-5' })).pipe(new StringOutputParser()); //! geo model
export async function go(text: string) {
  const summary = await chain.invoke({ text }); //! audit
  console.log(summary); //! log
}
`,
  },
  {
    name: 'RunnableSequence.from',
    code: `import * as lca from '@langchain/anthropic';
import { RunnableSequence } from '@langchain/core/runnables';
const model = new lca.ChatAnthropic({ modelName: 'claude-sonnet-4-5' }); //! geo model
const chain = RunnableSequence.from([(x: { q: string }) => x.q, model]);
export async function go(q: string) {
  const out = await chain.invoke({ q }); //! audit
  console.log(out.content); //! log
}
`,
  },
  {
    name: 'bindTools and withConfig',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { search } from './tools';
const model = new ChatAnthropic('claude-sonnet-4-6'); //! geo model
const bound = model.bindTools([search]).withConfig({ tags: ['triage'] });
export async function go(q: string) {
  for await (const chunk of await bound.stream(q)) console.log(chunk.content); //! log audit
}
`,
  },
  {
    name: 'withStructuredOutput',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { z } from 'zod';
const extractor = new ChatAnthropic({ model: 'claude-sonnet-4-6' }).withStructuredOutput(z.object({ diagnosis: z.string() })); //! geo model
export async function go(q: string) {
  const out = await extractor.invoke(q); //! audit
  console.log(out.diagnosis); //! log
}
`,
  },
  {
    name: 'subclass of ChatAnthropic',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
class HouseClaude extends ChatAnthropic {
  constructor(fields: object = {}) { super({ model: 'claude-sonnet-4-6', ...fields }); } //! geo model
}
const model = new HouseClaude();
export async function go(q: string) {
  const message = await model.invoke(q); //! audit
  console.log(message.content); //! log
}
`,
  },
  {
    name: 'subclass of ChatAnthropic in a chain',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
import { PromptTemplate } from '@langchain/core/prompts';
class Quiet extends ChatAnthropic {}
const model = new Quiet({ model: 'claude-haiku-4-5', maxTokens: 100 }); //! geo model
const chain = PromptTemplate.fromTemplate('{q}').pipe(model);
export async function go(q: string) {
  const message = await chain.invoke({ q }); //! audit
  console.log(message.text); //! log
}
`,
  },
  {
    name: 'subclass calls super.invoke',
    code: `import { ChatAnthropic } from '@langchain/anthropic';
export class Logged extends ChatAnthropic {
  constructor() { super({ model: 'claude-opus-4-6' }); } //! geo model
  async invoke(input: any, options?: any) {
    const out = await super.invoke(input, options); //! audit
    console.log(out); //! log
    return out;
  }
}
`,
  },
  {
    name: 'initChatModel namespace',
    code: `import * as universal from 'langchain/chat_models/universal';
export async function go(q: string) {
  const model = await universal.initChatModel('claude-sonnet-4-6', { modelProvider: 'anthropic' }); //! geo model
  const r = await model.invoke(q); //! audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'langchain createAgent',
    code: `import * as lc from 'langchain';
const agent = lc.createAgent({ model: 'anthropic:claude-sonnet-4-6', tools: [] }); //! geo model
export async function go(q: string) {
  const r = await agent.invoke({ messages: [{ role: 'user', content: q }] }); //! audit
  console.log(r.messages.at(-1).content); //! log
}
`,
  },
  {
    name: 'createReactAgent with instance',
    code: `import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { ChatAnthropic } from '@langchain/anthropic';
const llm = new ChatAnthropic({ model: 'claude-sonnet-4-6' }); //! geo model
const agent = createReactAgent({ llm, tools: [] });
export async function go(q: string) {
  const state = await agent.invoke({ messages: [{ role: 'user', content: q }] }); //! audit
  console.log(state.messages); //! log
}
`,
  },
  {
    name: 'langgraph node',
    code: `import { StateGraph, MessagesAnnotation, START } from '@langchain/langgraph';
import { ChatAnthropic } from '@langchain/anthropic';
const llm = new ChatAnthropic({ model: 'claude-sonnet-4-6' }); //! geo model
async function callModel(state: typeof MessagesAnnotation.State) {
  const answer = await llm.invoke(state.messages); //! audit
  console.log(answer.content); //! log
  return { messages: [answer] };
}
export const graph = new StateGraph(MessagesAnnotation).addNode('llm', callModel).addEdge(START, 'llm').compile();
`,
  },
  {
    name: 'ChatBedrockConverse',
    code: `import { ChatBedrockConverse as Converse } from '@langchain/aws';
const llm = new Converse({ model: 'anthropic.claude-3-5-sonnet-20241022-v2:0', region: 'us-east-1' }); //! model provider
export const go = async (q: string) => {
  const r = await llm.invoke(q); //! audit
  console.log(r.content); //! log
};
`,
  },
  {
    name: 'ChatVertexAI with Claude',
    code: `import { ChatVertexAI } from '@langchain/google-vertexai';
const llm = new ChatVertexAI({ model: 'claude-sonnet-4-5@20250929', location: 'us-east5' }); //! model provider
export const go = async (q: string) => {
  const r = await llm.invoke(q); //! audit
  console.log(r.content); //! log
};
`,
  },
  {
    name: 'ChatOpenAI with openrouter',
    code: `import { ChatOpenAI } from '@langchain/openai';
const llm = new ChatOpenAI({ model: 'anthropic/claude-sonnet-4.5', configuration: { baseURL: 'https://openrouter.ai/api/v1' } }); //! geo model provider
export const go = async (q: string) => {
  const r = await llm.invoke(q); //! audit
  console.log(r.content); //! log
};
`,
  },
  {
    name: 'deepagents',
    code: `import { createDeepAgent } from 'deepagents';
const agent = createDeepAgent({ model: 'claude-sonnet-4-6', tools: [], systemPrompt: 'x' }); //! geo model
export const go = async (q: string) => {
  const r = await agent.invoke({ messages: [{ role: 'user', content: q }] }); //! audit
  console.log(r.messages); //! log
};
`,
  },
];

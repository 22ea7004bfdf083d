/**
 * Models and agents that are made in one place and asked in another, answers that something hands on, and clients of HTTP with an address of their own.
 */
import type { Road } from './types.ts';

export const ASKED_LATER: readonly Road[] = [
  {
    name: 'stagehand',
    code: `import { Stagehand } from '@browserbasehq/stagehand';
export async function go(patient: { ssn: string }) {
  const sh = new Stagehand({ env: 'LOCAL', model: { modelName: 'anthropic/claude-sonnet-4-6', apiKey: 'k9Qz7vT2xLm4Rw' } }); //! geo model keys
  await sh.init();
  await sh.act(\`type \${patient.ssn} into the form\`); //! audit redact
  const data = await sh.extract('read the page'); //! audit
  console.log(data); //! log
}
`,
  },
  {
    name: 'stagehand agent',
    code: `import { Stagehand } from '@browserbasehq/stagehand';
const stagehand = new Stagehand({ env: 'LOCAL' });
export async function go(patient: { ssn: string }) {
  const agent = stagehand.agent({ provider: 'anthropic', model: 'claude-sonnet-4-20250514', options: { apiKey: process.env.ANTHROPIC_API_KEY } }); //! geo model
  const r = await agent.execute(\`find \${patient.ssn}\`); //! audit redact
  console.log(r.message); //! log
}
`,
  },
  {
    name: 'inngest step ai infer',
    code: `import { Inngest } from 'inngest';
const inngest = new Inngest({ id: 'app' });
export const fn = inngest.createFunction({ id: 'sum' }, { event: 'note/new' }, async ({ event, step }) => {
  const r = await step.ai.infer('sum', { //! audit
    model: step.ai.models.anthropic({ model: 'claude-3-5-haiku-latest', defaultParameters: { max_tokens: 10 } }), //! geo model
    body: { messages: [{ role: 'user', content: event.data.ssn }] }, //! redact
  });
  console.log(r.content); //! log
  return r;
});
`,
  },
  {
    name: 'inngest agent-kit',
    code: `import { createAgent, anthropic } from '@inngest/agent-kit';
const agent = createAgent({ name: 'a', system: 's', model: anthropic({ model: 'claude-3-5-haiku-latest', apiKey: 'k9Qz7vT2xLm4Rw', defaultParameters: { max_tokens: 10 } }) }); //! geo model keys
export async function go(patient: { ssn: string }) {
  const { output } = await agent.run(\`ssn \${patient.ssn}\`); //! audit redact
  console.log(output[0]); //! log
}
`,
  },
  {
    name: 'inngest agent-kit network',
    code: `import { createAgent, createNetwork, anthropic } from '@inngest/agent-kit';
const coder = createAgent({ name: 'coder', system: 's' });
const network = createNetwork({ name: 'n', agents: [coder], defaultModel: anthropic({ model: 'claude-3-7-sonnet-latest', defaultParameters: { max_tokens: 1 } }) }); //! geo model
export async function go(patient: { ssn: string }) {
  const r = await network.run(\`ssn \${patient.ssn}\`); //! audit redact
  console.log(r.state.results); //! log
}
`,
  },
  {
    name: 'opencode',
    code: `import { createOpencode } from '@opencode-ai/sdk';
export async function go(patient: { ssn: string }) {
  const { client } = await createOpencode();
  const session = await client.session.create({ body: { title: 't' } });
  const r = await client.session.prompt({ path: { id: session.data!.id }, body: { model: { providerID: 'anthropic', modelID: 'claude-sonnet-4-5' }, parts: [{ type: 'text', text: patient.ssn }] } }); //! geo model audit redact
  console.log(r.data?.parts); //! log
}
`,
  },
  {
    name: 'opencode v2 flat',
    code: `import { createOpencodeClient } from '@opencode-ai/sdk/v2';
const client = createOpencodeClient({ baseUrl: 'http://localhost:4096' });
export const go = async (sessionID: string, text: string) => {
  const { data } = await client.session.prompt({ sessionID, model: { providerID: 'anthropic', modelID: 'claude-opus-4-1' }, parts: [{ type: 'text', text }] }); //! geo model audit
  console.log(data); //! log
};
`,
  },
  {
    name: 'opencode promptAsync, other file',
    code: `import { MODEL, oc } from './oc';
export const go = (id: string, patient: { mrn: string }) =>
  oc.session.promptAsync({ path: { id }, body: { model: MODEL, parts: [{ type: 'text', text: \`mrn \${patient.mrn}\` }] } }); //! geo audit redact model
`,
    files: {
      'src/oc.ts': `import { createOpencodeClient } from '@opencode-ai/sdk';
export const oc = createOpencodeClient({ baseUrl: 'http://localhost:4096' });
export const MODEL = { providerID: 'anthropic', modelID: 'claude-haiku-4-5' };
`,
    },
  },
  {
    name: 'effect bedrock',
    code: `import { AmazonBedrockLanguageModel } from '@effect/ai-amazon-bedrock';
import { LanguageModel } from '@effect/ai';
import { Effect } from 'effect';
const model = AmazonBedrockLanguageModel.model('us.anthropic.claude-sonnet-4-6'); //! model provider
export const go = (q: string) => Effect.gen(function* () {
  const r = yield* LanguageModel.generateText({ prompt: q }); //! audit
  console.log(r.text); //! log
}).pipe(Effect.provide(model));
`,
  },
  {
    name: 'tanstack vertex',
    code: `import { chat } from '@tanstack/ai';
import { anthropicVertexText } from '@tanstack/ai-anthropic/vertex';
const adapter = anthropicVertexText('claude-sonnet-4-5', { region: 'us-east5', projectId: 'p' }); //! model provider
export async function go(patient: { ssn: string }) {
  for await (const c of chat({ adapter, messages: [{ role: 'user', content: patient.ssn }] })) { //! audit redact
    console.log(c); //! log
  }
}
`,
  },
  {
    name: 'ky.create same file, leading slash',
    code: `import ky from 'ky';
const api = ky.create({ prefixUrl: 'https://ai-proxy.bank.example/anthropic' });
export async function classify(body: string) {
  return api.post('/v1/messages', { json: { model: 'claude-sonnet-4-5', max_tokens: 10, messages: [{ role: 'user', content: body }] } }); //! geo audit model provider
}
`,
  },
  {
    name: 'ky.create same file, no json()',
    code: `import ky from 'ky';
const api = ky.create({ prefixUrl: 'https://ai-proxy.bank.example/anthropic' });
export async function classify(body: string) {
  return api.post('v1/messages', { json: { model: 'claude-sonnet-4-5', max_tokens: 10, messages: [{ role: 'user', content: body }] } }); //! geo audit model provider
}
`,
  },
  {
    name: 'ky with a prefix of its own',
    code: `import ky from 'ky';
export async function classify(body: string) {
  return ky.post('v1/messages', { prefixUrl: 'https://ai-proxy.bank.example/anthropic', json: { model: 'claude-sonnet-4-5', max_tokens: 10, messages: [{ role: 'user', content: body }] } }); //! geo audit model provider
}
`,
  },
  {
    name: 'anthropic host',
    code: `import ky from 'ky';
const api = ky.create({ prefixUrl: 'https://api.anthropic.com' });
export async function classify(body: string) {
  return api.post('v1/messages', { json: { model: 'claude-sonnet-4-5', max_tokens: 10, messages: [{ role: 'user', content: body }] } }); //! geo audit model
}
`,
  },
  {
    name: 'ky.create elsewhere with leading slashless path',
    code: `import { api } from './http';
export async function classify(body: string) {
  const out = await api.post('v1/messages', { json: { model: 'claude-sonnet-4-5', max_tokens: 10, messages: [{ role: 'user', content: body }] } }).json(); //! geo audit model provider
  console.log('classified', out); //! log
  return out;
}
`,
    files: {
      'src/http.ts': `import ky from 'ky';
export const api = ky.create({ prefixUrl: 'https://ai-proxy.bank.example' });
`,
    },
  },
  {
    name: 'got.extend elsewhere',
    code: `import api from './http';
export async function classify(body: string) {
  const out = await api.post('v1/messages', { json: { model: 'claude-sonnet-4-5', max_tokens: 10, messages: [{ role: 'user', content: body }] } }); //! geo audit model provider
  console.log('classified', out.body); //! log
  return out;
}
`,
    files: {
      'src/http.ts': `import got from 'got';
const api = got.extend({ prefixUrl: 'https://ai-proxy.bank.example/anthropic', responseType: 'json' });
export default api;
`,
    },
  },
  {
    name: 'gen',
    code: `import { AnthropicClient, AnthropicLanguageModel } from '@effect/ai-anthropic';
import { LanguageModel } from '@effect/ai';
import { Config, Console, Effect, Layer } from 'effect';
const Model = AnthropicLanguageModel.model('claude-sonnet-4-5'); //! geo model
const ask = (patient: { ssn: string }) => LanguageModel.generateText({ prompt: \`ssn \${patient.ssn}\` }); //! audit redact
export const program = (patient: { ssn: string }) => Effect.gen(function* () {
  const r = yield* ask(patient);
  yield* Effect.log(r.text); //! log
  yield* Console.log(\`answer \${r.text}\`); //! log
  console.log(r.text.length);
}).pipe(Effect.provide(Model));
`,
  },
  {
    name: 'service with Effect.fn',
    code: `import { AnthropicLanguageModel } from '@effect/ai-anthropic';
import { LanguageModel } from '@effect/ai';
import { Effect } from 'effect';
export class Notes extends Effect.Service<Notes>()('Notes', {
  effect: Effect.gen(function* () {
    const summarize = Effect.fn('summarize')(function* (note: string) {
      const res = yield* LanguageModel.generateText({ prompt: note }); //! audit
      yield* Effect.logInfo('summary', res.text); //! log
      return res.text;
    });
    return { summarize } as const;
  }),
  dependencies: [AnthropicLanguageModel.layer({ model: 'claude-sonnet-4-5' })], //! geo model
}) {}
`,
  },
  {
    name: 'generateObject and stream',
    code: `import * as AnthropicLanguageModel from '@effect/ai-anthropic/AnthropicLanguageModel';
import * as LanguageModel from '@effect/ai/LanguageModel';
import { Effect, Schema, Stream, Console } from 'effect';
const layer = AnthropicLanguageModel.layer({ model: 'claude-opus-5' }); //! geo
const S = Schema.Struct({ title: Schema.String });
const main = Effect.gen(function* () {
  const { value } = yield* LanguageModel.generateObject({ prompt: 'x', schema: S }); //! audit
  console.log(value.title); //! log
});
const streamed = LanguageModel.streamText({ prompt: 'x' }).pipe(Stream.runForEach((part) => Console.log(part))); //! audit
Effect.runPromise(Effect.all([main, streamed]).pipe(Effect.provide(layer)));
`,
  },
  {
    name: 'other vendor silent',
    code: `import { OpenAiLanguageModel } from '@effect/ai-openai';
import { LanguageModel } from '@effect/ai';
import { Effect } from 'effect';
export const p = Effect.gen(function* () {
  const r = yield* LanguageModel.generateText({ prompt: 'x' });
  console.log(r.text);
}).pipe(Effect.provide(OpenAiLanguageModel.model('gpt-5')));
`,
  },
  {
    name: 'genkit model garden',
    code: `import { genkit } from 'genkit';
import { vertexModelGarden } from '@genkit-ai/vertexai/modelgarden';
const ai = genkit({ plugins: [vertexModelGarden({ location: 'us-central1', models: ['claude-sonnet-4@20250514'] })] });
export async function go(patient: { ssn: string }) {
  const { text } = await ai.generate({ model: 'vertex-model-garden/claude-sonnet-4@20250514', prompt: \`ssn \${patient.ssn}\` }); //! model audit redact provider
  console.log(text); //! log
}
`,
  },
  {
    name: 'garden ref',
    code: `import { genkit } from 'genkit';
import { claude35Sonnet, vertexAIModelGarden } from '@genkit-ai/vertexai/modelgarden';
const ai = genkit({ plugins: [vertexAIModelGarden({ location: 'us-east5', models: [claude35Sonnet] })], model: claude35Sonnet }); //! model
export const go = ai.defineFlow('go', async (patient: { ssn: string }) => {
  const r = await ai.generate(\`ssn \${patient.ssn}\`); //! audit redact provider
  console.log(r.text); //! log
});
`,
  },
  {
    name: 'claude by a template of zx',
    code: `import { $ } from 'zx';
export async function go(commits: string) {
  const { stdout } = await $\`claude -p --model claude-opus-5 < notes.txt\`; //! geo audit
  console.log(stdout); //! log
}
`,
  },
  {
    name: 'claude behind a pipe of Bun',
    code: `import { $ } from 'bun';
export async function go(commits: string) {
  const text = await $\`cat notes.md | claude -p "sum up"\`.text(); //! geo audit
  console.log(text); //! log
}
`,
  },
  {
    name: 'claude by a bound execa',
    code: `import { execa } from 'execa';
export async function go(commits: string) {
  const out = await execa({ input: commits })\`claude -p \${'Write a changelog'}\`; //! geo audit
  console.log(out.stdout); //! log
}
`,
  },
  {
    name: 'pRetry',
    code: `import Anthropic from '@anthropic-ai/sdk';
import pRetry from 'p-retry';
const client = new Anthropic();
const P = { model: 'claude-opus-5', max_tokens: 1, inference_geo: 'us', messages: [] };
export const a = async () => {
  const out = await pRetry(() => client.messages.create(P), { retries: 2 }); //! audit
  console.log(out.content); //! log
};
`,
  },
  {
    name: 'queue.add and cockatiel',
    code: `import Anthropic from '@anthropic-ai/sdk';
import PQueue from 'p-queue';
import { retry, handleAll } from 'cockatiel';
const client = new Anthropic();
const queue = new PQueue({ concurrency: 2 });
const policy = retry(handleAll, { maxAttempts: 3 });
const P = { model: 'claude-opus-5', max_tokens: 1, inference_geo: 'us', messages: [] };
export const a = async () => {
  const out = await queue.add(() => client.messages.create(P)); //! audit
  console.log(out.content); //! log
  const two = await policy.execute(() => client.messages.create(P)); //! audit
  console.log(two.content); //! log
};
`,
  },
  {
    name: 'p-timeout takes a promise',
    code: `import Anthropic from '@anthropic-ai/sdk';
import pTimeout from 'p-timeout';
const client = new Anthropic();
const P = { model: 'claude-opus-5', max_tokens: 1, inference_geo: 'us', messages: [] };
export const a = async () => {
  const out = await pTimeout(client.messages.create(P), { milliseconds: 5 }); //! audit
  console.log(out.content); //! log
};
`,
  },
  {
    name: 'openai agents',
    code: `import { Agent, run, setDefaultOpenAIClient } from '@openai/agents';
import { aisdk } from '@openai/agents-extensions';
import { anthropic } from '@ai-sdk/anthropic';
const triage = Agent.create({ name: 'triage', instructions: 'x', model: aisdk(anthropic('claude-opus-5')) }); //! geo
export async function go(q: string) {
  const stream = await run(triage, q, { stream: true }); //! audit
  for await (const ev of stream) console.log(ev); //! log
}
`,
  },
  {
    name: 'worker queue',
    code: `import { Worker } from 'bullmq';
import Anthropic from '@anthropic-ai/sdk';
const claude = new Anthropic();
export const worker = new Worker('summaries', async (job) => {
  const res = await claude.messages.create({ model: 'claude-opus-5', max_tokens: 100, messages: [{ role: 'user', content: job.data.text }] }); //! geo audit redact
  job.log(res.content[0].text); //! log
  return res.id;
});
`,
  },
];

/**
 * Models of the AI SDK that are asked themselves, middleware, and streams piped on; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const AI_SDK_MODELS: readonly Road[] = [
  {
    name: 'doGenerate on provider model',
    code: `import { anthropic } from '@ai-sdk/anthropic';
export async function ask(q: string) {
  const { content } = await anthropic('claude-sonnet-4-6').doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: q }] }] }); //! geo model audit
  console.log(content); //! log
}
`,
  },
  {
    name: 'doStream const',
    code: `import { createAnthropic } from '@ai-sdk/anthropic';
const model = createAnthropic({ apiKey: process.env.K }).languageModel('claude-sonnet-4-6'); //! model
export async function ask(q: string) {
  const { stream } = await model.doStream({ prompt: [{ role: 'user', content: [{ type: 'text', text: q }] }] }); //! geo audit
  for await (const part of stream as any) console.log(part); //! log
}
`,
  },
  {
    name: 'doGenerate pinned',
    code: `import { anthropic } from '@ai-sdk/anthropic';
export async function ask(q: string) {
  return anthropic('claude-opus-5').doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: q }] }], providerOptions: { anthropic: { inferenceGeo: 'us' } } }); //! audit
}
`,
  },
  {
    name: 'doGenerate wrapped',
    code: `import { wrapLanguageModel } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const m = wrapLanguageModel({ model: anthropic('claude-opus-4-6'), middleware: [] }); //! model
export const ask = (q: string) => m.doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: q }] }] }); //! geo audit
`,
  },
  {
    name: 'doGenerate openai',
    code: `import { openai } from '@ai-sdk/openai';
export const ask = async (q: string) => { const r = await openai('gpt-5').doGenerate({ prompt: [] }); console.log(r.content); };
`,
  },
  {
    name: 'middleware alone logs',
    code: `import type { LanguageModelV2Middleware } from '@ai-sdk/provider';
export const claudeLogging: LanguageModelV2Middleware = {
  wrapGenerate: async ({ doGenerate, params }) => {
    console.log('asked', params.prompt); //! log
    const result = await doGenerate();
    console.log('answered', result.content); //! log
    return result;
  },
};
`,
  },
  {
    name: 'middleware alone, typed by ai, anthropic named',
    code: `import type { LanguageModelMiddleware } from 'ai';
import { logger } from './logger';
// for claude
export function logMiddleware(): LanguageModelMiddleware {
  return {
    transformParams: async ({ params }) => { logger.debug({ prompt: params.prompt }); return params; }, //! log
    wrapStream: async ({ doStream }) => {
      const { stream, ...rest } = await doStream();
      let text = '';
      const tap = new TransformStream({ transform(chunk, controller) { if (chunk.type === 'text-delta') text += chunk.delta; controller.enqueue(chunk); }, flush() { logger.info(text); } }); //! log
      return { stream: stream.pipeThrough(tap), ...rest };
    },
  };
}
`,
  },
  {
    name: 'middleware alone, satisfies, lengths',
    code: `import { anthropic } from '@ai-sdk/anthropic';
import type { LanguageModelMiddleware } from 'ai';
export const counts = {
  wrapGenerate: async ({ doGenerate, params }) => {
    const result = await doGenerate();
    console.log(params.prompt.length, result.usage, result.finishReason);
    return result;
  },
} satisfies LanguageModelMiddleware;
export const model = anthropic('claude-opus-5');
`,
  },
  {
    name: 'middleware with model no request',
    code: `import { wrapLanguageModel, type LanguageModelMiddleware } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const tell: LanguageModelMiddleware = {
  wrapGenerate: async ({ doGenerate }) => { const r = await doGenerate(); console.log(r.content); return r; }, //! log
};
export const model = wrapLanguageModel({ model: anthropic('claude-opus-5'), middleware: tell });
`,
  },
  {
    name: 'middleware for openai',
    code: `import { wrapLanguageModel, type LanguageModelMiddleware } from 'ai';
import { openai } from '@ai-sdk/openai';
const tell: LanguageModelMiddleware = {
  wrapGenerate: async ({ doGenerate }) => { const r = await doGenerate(); console.log(r.content); return r; },
};
export const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: tell });
`,
  },
  {
    name: 'middleware of a module that another one gives to a model of Claude',
    code: `import type { LanguageModelMiddleware } from 'ai';
export const tell: LanguageModelMiddleware = {
  wrapGenerate: async ({ doGenerate }) => { const r = await doGenerate(); console.log(r.content); return r; }, //! log
};
`,
    files: {
      'src/model.ts':
        "import { wrapLanguageModel } from 'ai';\nimport { anthropic } from '@ai-sdk/anthropic';\nimport { tell } from './main';\nexport const model = wrapLanguageModel({ model: anthropic('claude-opus-5'), middleware: tell });\n",
    },
  },
  {
    name: 'middleware of a module that another one gives to a model of another vendor',
    code: `import type { LanguageModelMiddleware } from 'ai';
export const tell: LanguageModelMiddleware = {
  wrapGenerate: async ({ doGenerate }) => { const r = await doGenerate(); console.log(r.content); return r; },
};
`,
    files: {
      'src/model.ts':
        "import { wrapLanguageModel } from 'ai';\nimport { openai } from '@ai-sdk/openai';\nimport { tell } from './main';\nexport const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: tell });\n",
    },
  },
  {
    name: 'docs example',
    code: `import type { LanguageModelV2Middleware } from '@ai-sdk/provider';
// used with claude
export const m: LanguageModelV2Middleware = {
  wrapStream: async ({ doStream }) => {
    const { stream, ...rest } = await doStream();
    let text = '';
    const tap = new TransformStream<any, any>({
      transform(chunk, controller) { if (chunk.type === 'text-delta') text += chunk.delta; controller.enqueue(chunk); },
      flush() { console.log('generated', text); }, //! log
    });
    return { stream: stream.pipeThrough(tap), ...rest };
  },
};
`,
  },
  {
    name: 'in transform',
    code: `import type { LanguageModelV2Middleware } from '@ai-sdk/provider';
// used with claude
export const m: LanguageModelV2Middleware = {
  wrapStream: async ({ doStream }) => {
    const { stream, ...rest } = await doStream();
    const tap = () => new TransformStream({
      transform: (chunk: any, controller: any) => { console.log(chunk); controller.enqueue(chunk); }, //! log
    });
    return { stream: stream.pipeThrough(tap()), ...rest };
  },
};
`,
  },
  {
    name: 'count only',
    code: `import type { LanguageModelV2Middleware } from '@ai-sdk/provider';
// used with claude
export const m: LanguageModelV2Middleware = {
  wrapStream: async ({ doStream }) => {
    const { stream, ...rest } = await doStream();
    let n = 0;
    const tap = new TransformStream({ transform(chunk: any, c: any) { n += chunk.delta.length; c.enqueue(chunk); }, flush() { console.log(n); } });
    return { stream: stream.pipeThrough(tap), ...rest };
  },
};
`,
  },
  {
    name: 'sdk stream to web stream',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export async function run(q: string) {
  const stream = client.messages.stream({ model: 'claude-opus-5', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content: q }] }); //! audit
  await stream.toReadableStream().pipeTo(new WritableStream({ write(part) { console.log(part); } })); //! log
}
`,
  },
  {
    name: 'fetch body pipeThrough decoder then tap',
    code: `import { Transform } from 'node:stream';
import { logger } from './l';
export async function run(q: string, out: NodeJS.WritableStream) {
  const res: any = await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-opus-5', inference_geo: 'us', max_tokens: 9, stream: true, messages: [{ role: 'user', content: q }] }) }); //! audit
  res.body.pipe(new Transform({ transform(chunk, _enc, done) { logger.info(chunk.toString()); done(null, chunk); } })).pipe(out); //! log
}
`,
  },
];

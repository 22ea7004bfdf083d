/**
 * One request, written by handing on the function that makes it: every rule says of each form what it says of the plain
 * call, and nothing of the same form with another function.
 */
import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import type { ClaudeRule } from '../../src/rules/define/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { kindsOf } from '../helpers/analyze.ts';
import { lintFiles } from '../helpers/projects.ts';
import { lintWith } from '../helpers/rule-tester.ts';

const settings = { [NAMESPACE]: { zdr: true, hipaa: true } };

/** `m`: what Claude answered. `REQUEST` and its owner stand for the function. */
const FORMS: readonly (readonly [name: string, code: string])[] = [
  ['call', 'const m = await CREATE.call(OWNER, params);'],
  ['apply', 'const m = await CREATE.apply(OWNER, [params]);'],
  ['apply, with a spread', 'const all = [params]; const m = await CREATE.apply(OWNER, [...all]);'],
  ['Reflect.apply', 'const m = await Reflect.apply(CREATE, OWNER, [params]);'],
  ['taken from its owner', 'const { create } = OWNER; const m = await create(params);'],
  ['taken under another name', 'const { create: send } = OWNER; const m = await send.call(OWNER, params);'],
  ['bound, and called', 'const m = await CREATE.bind(OWNER)(params);'],
  ['bound with the request', 'const m = await CREATE.bind(OWNER, params)();'],
  ['bound first', 'const send = CREATE.bind(OWNER); const m = await send(params);'],
  ['bound first with the request', 'const send = CREATE.bind(OWNER, params); const m = await send();'],
  ['for each of a list', 'const [m] = await Promise.all([params].map(CREATE, OWNER));'],
  [
    'for each of a list, bound',
    'const list = [params]; const [m] = await Promise.all(list.map(CREATE.bind(OWNER)));',
  ],
  ['with a promised request', 'const m = await Promise.resolve(params).then(CREATE.bind(OWNER));'],
  ['handed to a function of a package', 'const m = await withRetry(CREATE.bind(OWNER), params);'],
  ['handed on after options', 'const m = await withRetry({ retries: 3 }, CREATE.bind(OWNER), params);'],
  ['handed on as an alias', 'const send = CREATE.bind(OWNER); const m = await withRetry(send, params);'],
  ['a wrapper called in place', 'const m = await withRetry(CREATE.bind(OWNER))(params);'],
  [
    'a wrapper kept',
    'const send = withRetry(CREATE.bind(OWNER), { retries: 3 }); const m = await send(params);',
  ],
  ['bound and queued', 'const m = await queue.add(CREATE.bind(OWNER, params));'],
  [
    'a function of the file',
    'const run = (fn, p) => fn(p); const m = await run(CREATE.bind(OWNER), params);',
  ],
  [
    'a function of the file with a list',
    'const run = async (fn, ...args) => fn(...args); const m = await run(CREATE.bind(OWNER), params);',
  ],
  [
    'a function of the file that applies',
    'const run = async (fn, ...args) => fn.apply(null, args); const m = await run(CREATE.bind(OWNER), params);',
  ],
  [
    'two functions of the file',
    'const inner = (f, q) => f(q); const run = (fn, p) => inner(fn, p); const m = await run(CREATE.bind(OWNER), params);',
  ],
  [
    'a wrapper of the file',
    'const retried = (fn) => async (...args) => fn(...args); const send = retried(CREATE.bind(OWNER)); const m = await send(params);',
  ],
  [
    'a wrapper of the file with a named function',
    'function retried(fn) { async function again(p) { return fn(p); } return again; } const m = await retried(CREATE.bind(OWNER))(params);',
  ],
  ['a field of an object', 'const api = { send: CREATE.bind(OWNER) }; const m = await api.send(params);'],
  ['by a computed name', "const name = 'create'; const m = await OWNER[name](params);"],
  ['after a comma', 'const m = await (0, CREATE)(params);'],
  ['only where it is there', 'const m = await CREATE?.call(OWNER, params);'],
  ['a choice', 'const m = await (flag ? CREATE : CREATE).call(OWNER, params);'],
];

const program = (form: string, { create = 'client.messages.create', extra = '' } = {}): string => {
  const owner = create.split('.').slice(0, -1).join('.');
  const body = form.replaceAll('CREATE', create).replaceAll('OWNER', owner);
  return `import Anthropic from '@anthropic-ai/sdk';
import { withRetry } from './retry.js';
import { logger } from './logger.js';
const client = new Anthropic({ baseURL: 'https://llm.example.com' });
const other = new Cache();
export async function ask(patient, flag, queue) {
  const params = {
    model: 'claude-3-opus-20240229',
    max_tokens: 10,${extra}
    metadata: { user_id: patient.email },
    cache_control: { type: 'ephemeral' },
    messages: [{ role: 'user', content: \`\${patient.ssn} \${JSON.stringify(patient)}\` }],
  };
  ${body}
  logger.info(m.content[0].text);
}
`;
};

/** What each rule says, by its message. */
function verdicts(code: string): string[] {
  return Object.entries(rules as unknown as Record<string, ClaudeRule>)
    .flatMap(([name, rule]) =>
      lintWith(rule, code, { settings }).map(({ messageId }) => `${name} ${messageId ?? ''}`),
    )
    .sort();
}

describe('handed on as a function', () => {
  const plain = verdicts(program('const m = await CREATE(params);'));

  it('starts from a call that many rules report', () => {
    expect(plain.length).toBeGreaterThan(9);
  });

  it.each(FORMS)('%s: every rule says what it says of the plain call', (_name, form) => {
    expect(verdicts(program(form))).toEqual(plain);
  });

  it.each(FORMS)('%s: nothing of a request is left where it is pinned', (_name, form) => {
    const code = program(form, { extra: " inference_geo: 'us'," }).replace(
      'claude-3-opus-20240229',
      'claude-opus-5',
    );
    expect(lintWith(rules['require-inference-geo'] as unknown as ClaudeRule, code)).toEqual([]);
  });

  it.each(FORMS)('%s: of another function it is no request', (_name, form) => {
    expect(kindsOf(program(form, { create: 'other.entries.create' }))).toEqual([]);
  });

  it.each(['client.messages.stream', 'client.beta.messages.create', 'client.messages.parse'])(
    '%s is handed on like the others',
    (create) => {
      for (const [, form] of FORMS.filter(([, code]) => !/\{ create\b|'create'/.test(code)))
        expect(kindsOf(program(form, { create }))).toHaveLength(1);
    },
  );
});

describe('what only looks at a function, or holds it', () => {
  it.each([
    `expect(client.messages.create).toHaveBeenCalledWith({ model: 'claude-opus-5', max_tokens: 1, messages: [] });`,
    `vi.mocked(client.messages.create).mockResolvedValue({ model: 'claude-opus-5', content: [] });`,
    `console.log(client.messages.create, { model: 'claude-opus-5', messages: [] });`,
    `export const send = client.messages.create.bind(client.messages);`,
    `if (typeof client.messages.create === 'function') start();`,
    `const send = withRetry(client.messages.create.bind(client.messages), { retries: 3 });`,
  ])('%s', (code) => {
    expect(
      kindsOf(`import Anthropic from '@anthropic-ai/sdk'; const client = new Anthropic(); ${code}`),
    ).toEqual([]);
  });
});

describe('other functions that make requests', () => {
  const MODEL = `import { generateText } from 'ai'; import { anthropic } from '@ai-sdk/anthropic';\n`;
  const request = `{ model: anthropic('claude-opus-5'), prompt: 'x' }`;

  it.each([
    `generateText.call(null, ${request});`,
    `const ask = generateText; ask(${request});`,
    `const api = { ask: generateText }; api.ask(${request});`,
    `pRetry(generateText, ${request});`,
    `[${request}].map(generateText);`,
  ])('%s', (code) => {
    expect(kindsOf(MODEL + code)).toEqual(['generateText | anthropic | import']);
  });

  it.each([
    `fetch.call(null, URL, INIT)`,
    `fetch.apply(null, [URL, INIT])`,
    `Reflect.apply(fetch, null, [URL, INIT])`,
    `const ask = fetch.bind(globalThis); ask(URL, INIT)`,
    `const ask = globalThis.fetch; ask(URL, INIT)`,
    `withRetry(fetch, URL, INIT)`,
  ])('%s', (code) => {
    const init = `{ method: 'POST', headers: { 'x-api-key': key }, body: JSON.stringify({ model: 'claude-opus-5', max_tokens: 1, messages: [] }) }`;
    expect(
      kindsOf(code.replace('URL', `'https://api.anthropic.com/v1/messages'`).replace('INIT', init)),
    ).toEqual(['POST /v1/messages | anthropic | http']);
  });
});

describe('a caller decides for each function that it hands on', () => {
  const head = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
async function retry(fn, p) { for (;;) { try { return await fn(p); } catch { continue; } } }
`;
  const geo = rules['require-inference-geo'] as unknown as ClaudeRule;

  it('another function with other arguments is its own affair', () => {
    const code = `${head}retry(client.messages.create.bind(client.messages), { model: 'claude-opus-5', inference_geo: 'us', max_tokens: 1, messages: [] });
retry(save, { id: 1 });
`;
    expect(lintWith(geo, code)).toEqual([]);
  });

  it('and so is each call', () => {
    const code = `${head}const send = client.messages.create.bind(client.messages);
retry(send, { model: 'claude-opus-5', inference_geo: 'us', max_tokens: 1, messages: [] });
retry(send, { model: 'claude-opus-5', max_tokens: 1, messages: [] });
`;
    expect(lintWith(geo, code).map(({ line }) => line)).toEqual([6]);
  });
});

describe('through modules', () => {
  const send = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const send = client.messages.create.bind(client.messages);
`;
  const retry = `export const withRetry = async (fn, ...args) => fn(...args);\n`;
  const options = { rules: { 'require-inference-geo': true } };
  const request = `{ model: 'claude-opus-5', max_tokens: 5, messages: [] }`;

  it('a bound function of another module', () => {
    const files = {
      'src/send.ts': send,
      'src/use.ts': `import { send } from './send';\nsend(${request});\n`,
    };
    expect(lintFiles(files, options)).toEqual({ 'src/use.ts': ['2 require-inference-geo missing'] });
  });

  it('a wrapper of another module', () => {
    const use = `import { send } from './send';\nimport { withRetry } from './retry';\nwithRetry(send, ${request});\n`;
    expect(lintFiles({ 'src/send.ts': send, 'src/retry.ts': retry, 'src/use.ts': use }, options)).toEqual({
      'src/use.ts': ['3 require-inference-geo missing'],
    });
  });
});

/**
 * Silent without Claude, able to report with it, never in the way.
 */
import { describe, expect, it } from 'vitest';
import { mentionsClaude, mentionsToImporters } from '../src/analysis/index.ts';
import { lintWith } from './helpers/rule-tester.ts';
import { REPORTED, RULES } from './helpers/rules.ts';

const WITHOUT_CLAUDE: readonly (readonly [name: string, code: string])[] = [
  ['an empty file', ''],
  ['a comment', '// nothing here'],
  ['plain code', 'export const add = (a, b) => a + b;'],
  [
    'another vendor',
    `import OpenAI from 'openai'; new OpenAI().chat.completions.create({ model: 'gpt-5', messages: [] });`,
  ],
  ['another HTTP API', `fetch('https://api.example.com/v1/things', { method: 'POST', body: '{}' });`],
  ['mail', `import { mailer } from './mailer.js'; mailer.send({ messages: ['hi'] });`],
  ['translations', `export default { messages: { en: { hello: 'Hello' } } };`],
];

/** Code that is hard to read, with Claude in it so that it is read. */
const HOSTILE: readonly (readonly [name: string, code: string])[] = [
  ['only the name', 'anthropic'],
  ['a cycle of variables', `var anthropic = b; var b = anthropic; anthropic.messages.create(b);`],
  ['a variable that is itself', `const claude = claude; claude.messages.create(claude);`],
  ['a parameter that is its own default', `function f(claude = claude) { claude.messages.create(claude); }`],
  [
    'mutual recursion',
    `function a(x) { return b(x); } function b(x) { return a(x); } a(1).messages.create({ max_tokens: a(2), messages: b(3) });`,
  ],
  [
    'a class that extends itself',
    `class Anthropic extends Anthropic {} new Anthropic().messages.create({ max_tokens: 1 });`,
  ],
  [
    'a class that extends its call',
    `class A extends A.claude() { x = this.x; f() { this.x.messages.create(this.x); } }`,
  ],
  [
    'a getter of itself',
    `const anthropic = { get messages() { return this.messages; } }; anthropic.messages.create({});`,
  ],
  [
    'holes and rests',
    `const [, , ...{ length: anthropic }] = [, ...[,],]; anthropic.messages.create(...[...[anthropic]]);`,
  ],
  [
    'odd names',
    `anthropic.constructor.prototype.__proto__.hasOwnProperty.messages.create({ __proto__: null, constructor: 1 });`,
  ],
  [
    'odd keys',
    `anthropic.messages.create({ ['__proto__']: 1, [Symbol.iterator]: 2, [1n]: 3, [-0]: 4, 'a-b': 5, ...null });`,
  ],
  [
    'odd calls',
    'anthropic()()(...[])?.()`${{}}`; new anthropic; new (class {}); import(anthropic); anthropic?.["messages"]?.create?.();',
  ],
  [
    'labels and jumps',
    `anthropic: for (;;) { for (let p = {}; ; p.x = 1) { if (p) continue anthropic; anthropic.messages.create(p); break anthropic; } }`,
  ],
  ['no value in a return', `function claude() { return; } claude()?.messages.create(claude());`],
  ['a long chain', `${'a.'.repeat(400)}messages.create({ max_tokens: 1, messages: [] });`],
  ['many spreads', `anthropic.messages.create({ ${'...x, '.repeat(2000)} });`],
  [
    'many assignments',
    `let p = {}; ${Array.from({ length: 500 }, (_, i) => `p = { ...p, k${String(i)}: anthropic };`).join(' ')} anthropic.messages.create(p);`,
  ],
  [
    'deep spreads',
    `const s0 = { max_tokens: 1 }; ${Array.from({ length: 300 }, (_, i) => `const s${String(i + 1)} = { ...s${String(i)} };`).join(' ')} anthropic.messages.create(s300);`,
  ],
  [
    'doubling spreads',
    `const d0 = { max_tokens: 1 }; ${Array.from({ length: 40 }, (_, i) => `const d${String(i + 1)} = f ? { ...d${String(i)} } : { ...d${String(i)} };`).join(' ')} anthropic.messages.create(d40);`,
  ],
  [
    'generators and awaits',
    `async function* claude() { yield* claude(); for await (const x of claude()) await x.messages.create(yield x); }`,
  ],
  ['templates', 'claude`${claude`${anthropic.messages.create(`${1n}`)}`}`;'],
  [
    'JSX',
    `const a = <claude.messages create={anthropic.messages.create({ max_tokens: 1 })} {...anthropic} />;`,
  ],
  ['new.target and import.meta', `function claude() { new.target?.messages.create(import.meta); }`],
  [
    'a URL of itself',
    `async function go(url) { for (;;) { url = new URL(url.path, url); await fetch(url, { method: 'POST', headers: { 'anthropic-version': '1' }, body: anthropic }); } }`,
  ],
  [
    'a body of itself',
    `async function go(body) { for (;;) { body = JSON.stringify(body); await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body }); } }`,
  ],
  [
    'a body in a body',
    `let body = { body: null }; body = { body }; body.body = body; fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: Buffer.from(JSON.stringify(body.body)) });`,
  ],
  [
    'an address that is made of itself',
    `async function claude(url) { await fetch(url, { method: 'POST', headers: { 'anthropic-version': '1' } }); await claude(new URL(url).toString()); await claude(new URL('/v1/messages', url)); } claude(x);`,
  ],
  ['a regular expression', `/anthropic/.messages.create({ max_tokens: /x/ });`],
];

describe('the text gate', () => {
  it.each([
    [`import x from '@anthropic-ai/sdk'`],
    [`const model = 'claude-opus-5'`],
    [`CLAUDE_MODEL`],
    [`{ max_tokens: 8 }`],
    ['llm.messages.create(p)'],
    ['llm.messages?.stream(p)'],
    ['llm.messages\n  .batches.create(p)'],
  ])('opens for %j', (text) => {
    expect(mentionsClaude(text, {})).toBe(true);
  });

  it.each(WITHOUT_CLAUDE)('stays shut for %s', (_, text) => {
    expect(mentionsClaude(text, {})).toBe(false);
  });

  it('opens for a declared module only where it is declared', () => {
    const text = `import { llm } from '@acme/llm'; llm.ask();`;
    expect(mentionsClaude(text, {})).toBe(false);
    expect(mentionsClaude(text, { '@acme/llm': { llm: 'anthropic' } })).toBe(true);
    expect(mentionsClaude(text, {})).toBe(false);
    expect(
      mentionsClaude(`import { llm } from '../lib/llm';`, { './lib/llm.js': { llm: 'anthropic' } }),
    ).toBe(true);
    expect(mentionsClaude(`import { llm } from '../lib';`, { './lib/index.ts': { llm: 'anthropic' } })).toBe(
      true,
    );
  });
});

describe('what a module says to those that import it', () => {
  it.each([
    `export const env = createEnv({ ANTHROPIC_API_KEY: process.env.ANTHROPIC_API_KEY, PORT: 1 });`,
    `export const ANTHROPIC_API_KEY = process.env.ANTHROPIC_API_KEY ?? '';`,
    `interface Env { CLAUDE_MODEL?: string; }`,
    `// Asks Claude\n/* max_tokens */\n/**\n * Anthropic\n */\nexport const limit = 8;`,
  ])('is nothing about Claude: %s', (text) => {
    expect(mentionsClaude(text, {})).toBe(true);
    expect(mentionsToImporters(text)).toBe(false);
  });

  it.each([
    `export const llmKey = process.env.ANTHROPIC_API_KEY;`,
    `const CLAUDE_URL = 'https://llm.example';\nexport const ask = (b) => fetch(CLAUDE_URL, b);`,
    `const { ANTHROPIC_URL: url } = process.env;\nexport const ask = (b) => fetch(url, b);`,
    `export const target = isTest ? CLAUDE_URL : MOCK_URL;`,
    `export const env = { ANTHROPIC_API_KEY: key, model: 'claude-opus-5' };`,
    `export const ask = (p) => llm.messages.create(p); // asks`,
    `export { ANTHROPIC_MODEL as model } from './env';`,
  ])('is something: %s', (text) => {
    expect(mentionsToImporters(text)).toBe(true);
  });
});

describe.each(RULES)('%s', (name, rule) => {
  const { code: reported, settings, options = [] } = REPORTED[name];

  it('is able to report', () => {
    expect(lintWith(rule, reported, { settings, options }).length).toBeGreaterThan(0);
    expect(lintWith(rule, reported, { settings, options, parser: 'espree' }).length).toBeGreaterThan(0);
  });

  it.each(WITHOUT_CLAUDE)('is silent on %s', (_, code) => {
    expect(lintWith(rule, code, { settings })).toEqual([]);
  });

  it('asks for no traversal where Claude is not mentioned', () => {
    const context = { settings: {}, options: [], sourceCode: { text: 'run();', scopeManager: {} } };
    expect(rule.create(context as never)).toEqual({});
  });

  it('leaves languages without scopes alone', () => {
    const context = {
      settings: {},
      options: [],
      sourceCode: { text: '{ "model": "claude-opus-5" }', scopeManager: null },
    };
    expect(rule.create(context as never)).toEqual({});
    const binary = { settings: {}, options: [], sourceCode: { text: undefined } };
    expect(rule.create(binary as never)).toEqual({});
  });

  it.each(HOSTILE)('never throws on %s', (_, code) => {
    for (const parser of ['typescript', 'espree'] as const) {
      expect(() => lintWith(rule, code, { parser, settings })).not.toThrow();
    }
  });
});

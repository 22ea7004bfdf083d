import { Worker } from 'node:worker_threads';
import type { Linter } from 'eslint';
import { describe, expect, it, onTestFinished } from 'vitest';

/** About what a thread has where nobody asks for more; ESLint itself gets through the inputs with it. */
const ORDINARY_STACK_MB = 1;
/** What ESLint's own parser and scope analysis need for 5,000 levels. */
const LARGE_STACK_MB = 64;

const HANGS_AFTER_MS = 10_000;

const HEAD = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
`;
const MODEL = `model: 'claude-sonnet-4-6'`;
const REQUEST = `${MODEL}, max_tokens: 8, messages: []`;

function repeat(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join('');
}

function nestedCalls(levels: number): string {
  return `${HEAD}client.messages.create(${'f('.repeat(levels)}{ ${REQUEST} }${')'.repeat(levels)});\n`;
}

function chainedCalls(links: number): string {
  return `${HEAD}client${repeat(links, (i) => `.c${String(i % 7)}()`)}.messages.create({ ${REQUEST} });\n`;
}

function nestedArrows(levels: number): string {
  return `${HEAD}export const later = ${'() => '.repeat(levels)}client.messages.create({ ${REQUEST} });\n`;
}

function nestedSpreads(levels: number): string {
  return `${HEAD}client.messages.create(${'{ ...'.repeat(levels)}{ ${REQUEST} }${' }'.repeat(levels)});\n`;
}

function nestedHelpers(levels: number): string {
  const helpers = repeat(levels, (i) => `const h${String(i + 1)} = (p) => ({ ...h${String(i)}(p) });\n`);
  return `${HEAD}const h0 = (p) => ({ ...p });\n${helpers}client.messages.create(h${String(levels)}({ ${REQUEST} }));\n`;
}

function manyAssignments(count: number): string {
  const assignments = repeat(count, (i) => `params = { ...params, max_tokens: ${String(i)} };\n`);
  return `${HEAD}let params = { ${REQUEST} };\n${assignments}client.messages.create(params);\n`;
}

function conditionalWrites(count: number): string {
  const writes = repeat(
    count,
    (i) => `if (flags[${String(i)}]) params.inference_geo = flags.g${String(i)};\n`,
  );
  return `${HEAD}const params = { ${REQUEST} };\n${writes}client.messages.create(params);\n`;
}

function conditionalReplacements(count: number): string {
  const writes = repeat(
    count,
    (i) => `if (flags[${String(i)}]) params = { ...params, extra: ${String(i)} };\n`,
  );
  return `${HEAD}let params = { ${REQUEST} };\n${writes}client.messages.create(params);\n`;
}

function branchingHelpers(count: number): string {
  const helpers = repeat(
    count,
    (i) =>
      `const b${String(i + 1)} = (p) => (p.x ? b${String(i)}({ ...p }) : b${String(i)}({ ...p, y: 1 }));\n`,
  );
  return `${HEAD}const b0 = (p) => p;\n${helpers}client.messages.create(b${String(count)}({ ${REQUEST} }));\n`;
}

function foldedOptions(count: number): string {
  const options = repeat(
    count,
    (i) =>
      `const o${String(i)} = (p) => { if (p.x) return { ...p, k${String(i)}: 1 }; return { a: 1, ...p }; };\n`,
  );
  const list = repeat(count, (i) => `o${String(i)}, `);
  return `${HEAD}${options}client.messages.create([${list}].reduce((all, option) => option(all), { ${REQUEST} }));\n`;
}

function requestsSharing(count: number): string {
  return `${HEAD}const params = { ${REQUEST} };\n${'client.messages.create(params);\n'.repeat(count)}`;
}

function requestsBetweenWrites(count: number): string {
  const requests = repeat(
    count,
    (i) => `params.max_tokens = ${String(i)}; client.messages.create(params);\n`,
  );
  return `${HEAD}const params = { ${REQUEST} };\n${requests}`;
}

function callersOfWrapper(count: number): string {
  const callers = repeat(count, (i) => `ask({ ${REQUEST}, metadata: { user_id: "${String(i)}" } });\n`);
  return `${HEAD}const ask = (params) => client.messages.create(params);\n${callers}`;
}

/** One line of two megabytes: minified functions, some of which ask Claude, and texts. */
function bundle(): string {
  const module = (i: number): string => {
    const n = String(i);
    const ask =
      i % 200 === 0
        ? `c.messages.create({${MODEL},max_tokens:${n},messages:[{role:"user",content:e}]})`
        : 'e(t)';
    const text = JSON.stringify(`${n}<svg d='m1 0h24v24H0z'/>`.repeat(30));
    return `function m${n}(e,t,r){var n=e[t]||{},o={...n,id:${n}};if(r&&o.id>t){o.k=r(o,n);return ${ask}}for(var i=0;i<t;i++)o["p"+i]=m${String(i >> 1)}(o,${text});return o}`;
  };
  let text = `import A from"@anthropic-ai/sdk";var c=new A;`;
  for (let i = 0; text.length < 2 ** 21; i += 1) text += module(i);
  return text;
}

interface LintingOptions {
  readonly filePath?: 'hostile.js' | 'hostile.ts';
  readonly stackSizeMb?: number;
}

/** Lints in a thread that is ended when the test is over, finished or not. */
function lint(code: string, options: LintingOptions = {}): Promise<Linter.LintMessage[]> {
  const { filePath = 'hostile.js', stackSizeMb = ORDINARY_STACK_MB } = options;
  const worker = new Worker(new URL('lint-worker.mjs', import.meta.url), {
    workerData: { code, filePath },
    resourceLimits: { stackSizeMb },
  });
  onTestFinished(async () => {
    await worker.terminate();
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function expectRequestReported(code: string, options?: LintingOptions): Promise<void> {
  const messages = await lint(code, options);
  expect(messages.filter(({ fatal, messageId }) => fatal === true || messageId === 'failed')).toEqual([]);
  expect(messages.map(({ ruleId }) => ruleId)).toContain('claude-compliance/require-inference-geo');
}

const JAVASCRIPT: readonly [what: string, code: string, stackSizeMb?: number][] = [
  ['40 functions that are folded into one request', foldedOptions(40)],
  ['300 nested calls', nestedCalls(300)],
  ['5,000 nested calls', nestedCalls(5000), LARGE_STACK_MB],
  ['1,000 chained calls', chainedCalls(1000)],
  ['5,000 chained calls', chainedCalls(5000), LARGE_STACK_MB],
  [
    'variables that spread each other',
    `${HEAD}let a = { ${REQUEST}, ...b }; let b = { ...a };\nb = { ...a }; a = { ...b };\nclient.messages.create(a);\n`,
  ],
  [
    'variables that only spread each other',
    `${HEAD}let b; let a = { ...b }; b = { ...a };\nclient.messages.create(a);\n`,
  ],
  [
    'a helper that calls itself',
    `${HEAD}function build(n) { return n > 0 ? { ...build(n - 1), n } : build(n); }\nclient.messages.create(build(9));\n`,
  ],
  [
    'helpers that call each other',
    `${HEAD}const f = (p) => g({ ...p }); const g = (p) => (p.x ? p : f(p));\nclient.messages.create(f({ ${REQUEST} }));\n`,
  ],
  [
    'a class that extends itself',
    `${HEAD}class A extends A { get params() { return { ...super.params, ...this.params }; } }\nclient.messages.create(new A().params);\n`,
  ],
  [
    'an object that holds itself',
    `${HEAD}const o = { o: () => o.o() };\no.p = o; o.q = { ...o.p.q };\nclient.messages.create(o.q);\n`,
  ],
  ['3,000 reassignments', manyAssignments(3000)],
  ['500 conditional writes', conditionalWrites(500)],
  ['500 conditional replacements', conditionalReplacements(500)],
  ['2,000 requests that share their parameters', requestsSharing(2000)],
  ['2,000 requests between writes to their parameters', requestsBetweenWrites(2000)],
  ['3,000 callers of a wrapper', callersOfWrapper(3000)],
  ['200 levels of helpers', nestedHelpers(200)],
  ['60 levels of branching helpers', branchingHelpers(60)],
  ['300 nested arrow functions', nestedArrows(300)],
  ['400 nested arrow functions', nestedArrows(400), LARGE_STACK_MB],
  ['200 levels of spreads', nestedSpreads(200)],
];

const TYPESCRIPT: readonly [what: string, code: string][] = [
  [
    'types that are each other',
    `${HEAD}type A = B; type B = A;\nexport const ask = (params: A) => client.messages.create(params);\n`,
  ],
  [
    'interfaces that extend each other',
    `${HEAD}interface A extends B {} interface B extends A {}\nexport const ask = (params: A) => client.messages.create(params);\n`,
  ],
  [
    'a type that grows without end',
    `${HEAD}type Deep<T> = Partial<Deep<Deep<T>>> & { inference_geo: Deep<T>['inference_geo'] };\nexport const ask = (params: Deep<'us'>) => client.messages.create(params);\n`,
  ],
  [
    'a union of 500 types',
    `${HEAD}type Geo = ${repeat(500, (i) => `'g${String(i)}' | `)}'us';\nexport const ask = (inference_geo: Geo) => client.messages.create({ ${REQUEST}, inference_geo });\n`,
  ],
  [
    'an enum of itself',
    `${HEAD}enum Geo { A = Geo.B, B = Geo.A }\nclient.messages.create({ ${REQUEST}, inference_geo: Geo.A });\n`,
  ],
  [
    'a namespace of itself',
    `${HEAD}namespace N { export import M = N; export const params = M.params; }\nclient.messages.create(N.M.M.params);\n`,
  ],
  [
    '100 casts',
    `${HEAD}client.messages.create(${'('.repeat(100)}{ ${REQUEST} }${' as unknown)!'.repeat(100)});\n`,
  ],
];

const HARMLESS: readonly [what: string, code: string][] = [
  ['an empty file', ''],
  ['a comment', '// anthropic'],
  ['the name alone', 'anthropic'],
  [
    'calls of nothing',
    'anthropic()()(...[])?.(); new anthropic; new (class {}); (() => {})(...anthropic)`${{}}`;',
  ],
  [
    'holes and rests',
    'const [, , ...{ length: anthropic }] = [, ...[,],];\n({ ...anthropic.x } = { ...{}, [anthropic]: [] });',
  ],
  [
    'names of Object.prototype',
    'anthropic.constructor.toString.__proto__.messages.hasOwnProperty({ __proto__: null });',
  ],
];

describe('hostile inputs', { timeout: HANGS_AFTER_MS }, () => {
  it.each(JAVASCRIPT)('reports the request in %s', async (_, code, stackSizeMb = ORDINARY_STACK_MB) => {
    await expectRequestReported(code, { stackSizeMb });
  });

  it.each(TYPESCRIPT)('reports the request in %s', async (_, code) => {
    await expectRequestReported(code, { filePath: 'hostile.ts' });
  });

  it.each(HARMLESS)('finds nothing in %s', async (_, code) => {
    expect(await lint(code)).toEqual([]);
  });

  it('reports the request in a bundle of 2 MB on one line', { timeout: 3 * HANGS_AFTER_MS }, async () => {
    await expectRequestReported(bundle());
  });
});

/**
 * How the cost of one file grows with what it holds: each kind of file in two sizes, the second twice the first.
 */
import { Linter } from 'eslint';
import { table } from './figures.mjs';

const HEAD = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
const REQUEST = `client.messages.create({ model: 'claude-opus-5', max_tokens: 1, messages: [] });\n`;
const many = (count, make, between = '') => Array.from({ length: count }, (_, i) => make(i)).join(between);

/** What grows, its first size, and the file. */
const KINDS = {
  lines: [5000, (n) => many(n, (i) => `export const v${i} = f${i % 7}(${i}, '${i}');\n`) + REQUEST],
  requests: [500, (n) => many(n, (i) => REQUEST.replace('1,', `${i},`))],
  'requests that share': [
    500,
    (n) => `const p = { model: 'claude-opus-5' };\n${'client.messages.create(p);\n'.repeat(n)}`,
  ],
  spreads: [
    250,
    (n) =>
      `client.messages.create({ model: 'x', messages: [], ${many(n, (i) => `...(f${i}() && { a: 1 })`, ', ')} });\n`,
  ],
  callers: [
    500,
    (n) =>
      `const ask = (p) => client.messages.create(p);\n${many(n, (i) => `ask({ model: 'x', max_tokens: ${i} });\n`)}`,
  ],
  keys: [
    1500,
    (n) =>
      `const p = { ${many(n, (i) => `k${i}: ${i}`, ', ')} };\nclient.messages.create({ metadata: p, messages: [p] });\n`,
  ],
  names: [
    20_000,
    (n) =>
      `const ${'a'.repeat(n)} = 1;\nlogger.info({ ${'b'.repeat(n)}: client.messages.create({ ${'c'.repeat(n)}: 1 }) });\n`,
  ],
};

/** A size twice as large may cost this many times as much. */
const MOST = 2.6;
/** Below this nothing can be told. */
const LEAST_MS = 40;

/** Prints the slopes. False where one is steeper than it may be. */
export async function slopes(plugin) {
  const { default: loaded } = await import(plugin);
  const linter = new Linter();
  const rules = Object.keys(loaded.rules);
  const config = (on) => ({
    plugins: { 'claude-compliance': loaded },
    rules: on ? Object.fromEntries(rules.map((name) => [`claude-compliance/${name}`, 'error'])) : {},
  });
  const cost = (code, on) => {
    const before = process.cpuUsage();
    linter.verify(code, config(on), { filename: 'file.js' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  /** What rules add to a file, in ms of processor time; the least of three. */
  const added = (code) => Math.min(...[1, 2, 3].map(() => cost(code, true) - cost(code, false)));
  added(HEAD + REQUEST);
  const rows = Object.entries(KINDS).map(([kind, [size, make]]) => {
    const [first, second] = [size, size * 2].map((n) => Math.max(1, added(HEAD + make(n))));
    const isSteep = second > LEAST_MS && second / first > MOST;
    return {
      kind,
      size: `${size}, ${size * 2}`,
      cost: `${first.toFixed(0)}, ${second.toFixed(0)} ms`,
      growth: (second / first).toFixed(1),
      isSteep,
    };
  });
  console.log(
    table(
      ['what grows', 'sizes', 'cost', 'times'],
      rows.map((r) => [r.kind, r.size, r.cost, r.growth + (r.isSteep ? ' !' : '')]),
    ),
  );
  return !rows.some(({ isSteep }) => isSteep);
}

/**
 * Where answers are cut off, kept apart and remembered: what a fault in one line would make a wrong answer of.
 */
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { boundedWalk } from '../../src/analysis/values/bounded-walk.ts';
import type { BoundedWalk } from '../../src/analysis/values/bounded-walk.ts';
import { analyze } from '../helpers/analyze.ts';

const HEAD = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
const base = { model: 'claude-opus-5', max_tokens: 8, messages: [] };
`;
/** What is read of the geography of each request. */
const geographies = (code: string): string[][] =>
  analyze(HEAD + code).map(({ geography }) => [...new Set(geography)].sort());

describe('bounds', () => {
  it('says of more values than are told apart that it cannot tell', () => {
    const table = Array.from({ length: 60 }, (_, i) => `k${String(i)}: 'g${String(i)}'`).join(', ');
    const [found = []] = geographies(
      `const T = { ${table} };\nclient.messages.create({ ...base, inference_geo: T[key] });`,
    );
    expect(found).toContain('?complex');
  });

  it('tells what one function makes of different arguments apart', () => {
    const pair = `const pair = (key, value) => [key, value];\n`;
    expect(
      geographies(
        `${pair}client.messages.create(Object.fromEntries([pair('top_k', 1), pair('inference_geo', 'us')]));`,
      ),
    ).toEqual([['us']]);
  });

  it('does not remember what it found while it went in a circle', () => {
    const found = geographies(`class C {
  a = x ? this.b : 'us';
  b = y ? this.a : 'global';
  one() { return client.messages.create({ ...base, inference_geo: this.a }); }
  two() { return client.messages.create({ ...base, inference_geo: this.b }); }
}`);
    expect(found).toHaveLength(2);
    for (const each of found) expect(each).toEqual(expect.arrayContaining(['global', 'us']));
  });

  it('counts what a function writes that is declared further down', () => {
    const [found = []] = geographies(`let geo = 'global';
pin();
client.messages.create({ ...base, inference_geo: geo });
function pin() { geo = 'us'; }`);
    expect(found).toContain('us');
  });

  it('remembers what stands within a circle, and what the circle itself comes to', () => {
    const visited = new Map<string, number>();
    const walk = circling({ a: ['b', 'leaf'], b: ['c', 'other'], c: ['b'], other: [], leaf: [] }, visited);
    expect(walk('a')).toEqual(['a', 'b', 'c', 'leaf', 'other']);
    expect(walk('b')).toEqual(['b', 'c', 'other']);
    // Within the circle `c` came to less than it does where it is asked first.
    expect(walk('c')).toEqual(['b', 'c', 'other']);
    expect(Object.fromEntries(visited)).toEqual({ a: 1, b: 1, c: 2, leaf: 1, other: 1 });
  });

  it('ends soon where a function calls itself for parts of what it is handed', () => {
    const keys = Array.from({ length: 12 }, (_, i) => `part${String(i)}`);
    const visits = keys.map((key) => `if (schema.${key}) schema.${key} = visit(schema.${key});`).join('\n  ');
    const read = (path: string): string[] | undefined =>
      geographies(`function visit(schema) {
  ${visits}
  return schema;
}
const settings = visit({ part0: { geo: 'us', part0: { part0: { geo: 'us' } } } });
client.messages.create({ ...base, inference_geo: settings.${path}.geo });`)[0];
    expect(read('part0')).toEqual(['us']);
    // Further in, what is handed in is one of the answers, and nothing is said to be missing.
    const deep = read('part0.part0.part0') ?? [];
    expect(deep).toContain('us');
    expect(deep).not.toContain('-');
  });
});

/** A walk through names that lead to others; `visited` counts how often each was looked at. */
function circling(
  leads: Readonly<Record<string, readonly string[]>>,
  visited: Map<string, number>,
): (name: string) => readonly string[] {
  const nodes = new Map(
    Object.keys(leads).map((name) => [
      name,
      { type: AST_NODE_TYPES.Identifier, name } as TSESTree.Identifier,
    ]),
  );
  const nodeOf = (name: string): TSESTree.Identifier => nodes.get(name) ?? expect.fail(name);
  const walk: BoundedWalk<readonly string[]> = boundedWalk({
    maxDepth: 60,
    maxSteps: 1000,
    stepsPer: 'question',
    remembersFrames: true,
    follow: (node) => {
      const { name } = node as TSESTree.Identifier;
      visited.set(name, (visited.get(name) ?? 0) + 1);
      const behind = (leads[name] ?? []).flatMap((next) => walk.visit(nodeOf(next), [], undefined));
      return [...new Set([name, ...behind])].sort();
    },
    beyond: () => ['…'],
    inCycle: [],
  });
  return (name) => walk.visit(nodeOf(name), [], undefined);
}

/**
 * The steps that one file may take in all: what is asked beyond them is unknown for that reason, small questions last.
 */
import { describe, expect, it } from 'vitest';
import { boundedWalk } from '../../src/analysis/values/bounded-walk.ts';
import type { BoundedWalk, Purse } from '../../src/analysis/values/bounded-walk.ts';
import { pursesOfFile } from '../../src/analysis/values/purses.ts';
import type { Node } from '../../src/analysis/syntax/types.ts';
import { rules } from '../../src/rules/index.ts';
import { lintWith } from '../helpers/rule-tester.ts';

/** A chain of places, each of which asks the next. */
function chain(length: number): Node[] {
  return Array.from({ length }, (_, at) => ({ at }) as unknown as Node);
}

function walkOver(places: readonly Node[], purse: Purse): BoundedWalk<string> {
  const walk: BoundedWalk<string> = boundedWalk<string>({
    maxDepth: 1000,
    maxSteps: 1000,
    stepsPer: 'question',
    purse: () => purse,
    remembersFrames: true,
    follow: (node) => {
      const next = places[places.indexOf(node) + 1];
      return next ? walk.visit(next, [], undefined) : 'end';
    },
    beyond: () => 'beyond',
    unpaid: () => 'unpaid',
    inCycle: 'cycle',
  });
  return walk;
}

describe('a purse', () => {
  it('pays for every step, and for none where it is empty', () => {
    const places = chain(5);
    const purse = { left: 5, putBy: 0 };
    expect(walkOver(places, purse).visit(places[0] as Node, [], undefined)).toBe('end');
    expect(purse.left).toBe(0);
    expect(walkOver(places, { left: 4, putBy: 0 }).visit(places[0] as Node, [], undefined)).toBe('unpaid');
  });

  it('does not remember what was not paid for, and does not pay for what is remembered', () => {
    const places = chain(3);
    const purse = { left: 2, putBy: 0 };
    const walk = walkOver(places, purse);
    expect(walk.visit(places[0] as Node, [], undefined)).toBe('unpaid');
    purse.left = 3;
    expect(walk.visit(places[0] as Node, [], undefined)).toBe('end');
    expect(walk.visit(places[0] as Node, [], undefined)).toBe('end');
    expect(purse.left).toBe(0);
  });

  it('has something put by for small questions alone', () => {
    const small = chain(40);
    expect(walkOver(small, { left: 0, putBy: 50 }).visit(small[0] as Node, [], undefined)).toBe('end');
    const large = chain(41);
    expect(walkOver(large, { left: 0, putBy: 50 }).visit(large[0] as Node, [], undefined)).toBe('unpaid');
  });
});

describe('purses of a file', () => {
  it('are apart for each purpose, and given back after the work', () => {
    const purses = pursesOfFile();
    const requests = purses.current();
    const content = purses.payingFor('content', () => purses.current());
    expect(content).not.toBe(requests);
    expect(purses.current()).toBe(requests);
    expect(() =>
      purses.payingFor('modules', () => {
        throw new Error('within');
      }),
    ).toThrow('within');
    expect(purses.current()).toBe(requests);
  });
});

describe('a file that takes all its steps', () => {
  const spreads = (call: number): string =>
    Array.from({ length: 300 }, (_, i) => `...(f${String(i)}(${String(call)}) && { a${String(i)}: 1 })`).join(
      ', ',
    );
  const requests = Array.from(
    { length: 40 },
    (_, call) => `client.messages.create({ model: 'claude-opus-5', messages: [], ${spreads(call)} });\n`,
  );
  const code = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
${requests.join('')}`;
  const report = (name: keyof typeof rules) => lintWith(rules[name], code);

  it('says so once, and that the rest cannot be told', () => {
    const said = report('require-inference-geo').map(({ messageId }) => messageId);
    expect(said.filter((id) => id === 'notFollowed')).toHaveLength(1);
    expect(said).toContain('missing');
    expect(said).toContain('unverifiable');
  });
});

/**
 * Where answers are cut off, kept apart and remembered: what a fault in one line would make a wrong answer of.
 */
import { describe, expect, it } from 'vitest';
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
});

/**
 * Kinds of faults and of their look-alikes, several members of each, with the lines that have to be reported.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { lintWith } from '../helpers/rule-tester.ts';
import { NAMESPACE } from '../../src/meta.ts';
import type { ClaudeRule } from '../../src/rules/define/rule.ts';

interface Kind {
  readonly name: string;
  readonly rule: string;
  readonly filename: string;
  readonly code: string;
  readonly options?: object;
  readonly settings?: object;
  readonly expectLines: readonly number[];
}

const kinds = ['kinds.json', 'kinds-forms.json'].flatMap(
  (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as readonly Kind[],
);
/** Of the shape of a whole key. */
const KEY = [
  'sk',
  'ant',
  'api03',
  `${'q8Rk2Vt7Lm4Xp9Zc1Nw6Ys3Bd5Fg0Hj8Tq2Ur7Ev4Wa9Ix1Oc6Pl3Mk5Zn0Gb8Sd2Fh7Jy4Qe9Rt1Uw6Ia3Lk7Po2QwEr'.slice(0, 93)}AA`,
].join('-');

describe('kinds', () => {
  it.each(kinds.map((each) => [each.name, each] as const))('%s', (_, kind) => {
    const { rule, filename, code, options, settings = {}, expectLines } = kind;
    const found = lintWith(
      (plugin.rules as Record<string, unknown>)[rule] as ClaudeRule,
      code.replaceAll('{{KEY}}', KEY),
      {
        filename,
        options: options ? [options] : [],
        settings: { [NAMESPACE]: settings },
      },
    );
    expect([...new Set(found.map(({ line }) => line))].sort((a, b) => a - b)).toEqual(expectLines);
  });
});

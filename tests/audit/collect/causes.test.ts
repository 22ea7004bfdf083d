/**
 * What would mend findings together.
 */
import { expect, it } from 'vitest';
import { commonCauses } from '../../../src/audit/collect/causes.ts';
import type { Mendable } from '../../../src/audit/collect/causes.ts';

const place = (name: string): Mendable['places'][number] => ({ name, at: { file: 'src/llm.ts', line: 1 } });

/** The causes of findings that are given by their rule and the functions on their way. */
function causesOf(...findings: readonly (readonly [rule: string, ...way: string[]])[]): readonly unknown[] {
  const mendable = findings.map(([rule, ...way]) => ({ rule, places: way.map(place) }));
  const causes = commonCauses(mendable);
  return mendable.map((each) => causes.get(each)?.name);
}

it('is the function that sends, where services go through it', () => {
  expect(
    causesOf(
      ['require-audit-log', 'summarize', 'send'],
      ['require-audit-log', 'classify', 'send'],
      ['require-audit-log', 'send'],
    ),
  ).toEqual(['send', 'send', 'send']);
});

it('is what more have in common than one function that sends', () => {
  expect(
    causesOf(
      ['require-redaction', 'ask', 'first'],
      ['require-redaction', 'ask', 'second'],
      ['require-redaction', 'ask', 'second'],
      ['require-redaction', 'other'],
    ),
  ).toEqual(['ask', 'ask', 'ask', 'other']);
});

it('is told for each rule, and not for what is mended where it stands', () => {
  expect(
    causesOf(
      ['require-audit-log', 'ask'],
      ['require-redaction', 'ask'],
      ['no-raw-prompt-logging', 'ask'],
      ['no-zdr-ineligible-features', 'ask'],
      ['require-audit-log'],
    ),
  ).toEqual(['ask', 'ask', undefined, undefined, undefined]);
});

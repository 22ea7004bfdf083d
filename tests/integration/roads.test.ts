/**
 * Roads to Claude that lead through somebody else's package, gateway, proxy or program: what four rules say of each, and
 * that they say nothing of the same road to another vendor.
 */
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import type { ClaudeRule } from '../../src/rules/define/rule.ts';
import { applied, lintWith } from '../helpers/rule-tester.ts';
import { ROADS } from './roads.cases.ts';

const RULES: readonly (readonly [short: string, rule: ClaudeRule, options: object])[] = [
  ['geo', rules['require-inference-geo'], {}],
  ['model', rules['require-approved-model'], { models: ['claude-opus-5'] }],
  ['provider', rules['require-approved-provider'], {}],
  ['region', rules['require-approved-region'], { regions: ['eu'] }],
] as unknown as typeof RULES;

/** `line: rule message`, with a `+` where a suggestion is offered. */
function reportsOf(code: string): string[] {
  return RULES.flatMap(([short, rule, options]) =>
    lintWith(rule, code, { options: [options] }).map(
      ({ line, messageId, suggestions }) =>
        `${String(line)}: ${short} ${messageId ?? ''}${suggestions?.length ? ' +' : ''}`,
    ),
  ).sort();
}

describe('roads', () => {
  it.each(ROADS)('$name', ({ code, reports }) => {
    expect(reportsOf(code)).toEqual([...reports].sort());
  });

  it.each(ROADS.filter(({ reports }) => reports.some((text) => text.includes('geo') && text.endsWith('+'))))(
    '$name: the suggestion pins',
    ({ code }) => {
      const rule = rules['require-inference-geo'] as unknown as ClaudeRule;
      const before = lintWith(rule, code);
      for (const { suggestions = [] } of before) {
        for (const suggestion of suggestions) {
          expect(lintWith(rule, applied(code, suggestion))).toHaveLength(before.length - 1);
        }
      }
    },
  );
});

/**
 * The recognised ways to call: every snippet of the page is found as the request it stands for, and the geography rule
 * says what it owes. `npm run ways` checks the suggestions against the types of the packages.
 */
import { describe, expect, it } from 'vitest';
import { CLAUDE_COMMAND, POST_MESSAGES, ROWS } from '../../src/analysis/sdk-surface/index.ts';
import { cannotPin, PLATFORM_GEO } from '../../src/policy/geos.ts';
import rule from '../../src/rules/require-inference-geo.ts';
import { callSitesOf } from '../helpers/analyze.ts';
import { applied, lintWith } from '../helpers/rule-tester.ts';

interface Way {
  readonly packages: string;
  readonly row: string;
  readonly code: string;
  readonly checkedOn: string;
  /** The operation that is found, where it is not that of the row. */
  readonly site?: string;
}

const data = new URL('../../facts/ways.mjs', import.meta.url).href;
const { GIVEN, WAYS } = (await import(data)) as { readonly GIVEN: string; readonly WAYS: readonly Way[] };

describe.each(WAYS)('$row of $packages', ({ row, code, checkedOn, site }) => {
  const whole = GIVEN + code;

  it('is found', () => {
    const operation =
      [CLAUDE_COMMAND, POST_MESSAGES].find(({ id }) => id === row) ?? ROWS.get(row)?.operation;
    expect(operation).toBeDefined();
    expect(callSitesOf(whole).map((each) => each.operation.id)).toEqual([site ?? operation?.id]);
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is asked for its geography, unless a cloud decides, and suggestions settle it', () => {
    const [request] = callSitesOf(whole);
    if (!request) throw new Error('no request');
    const owed = PLATFORM_GEO[request.platform].honours || cannotPin(request, []) !== undefined;
    const messages = lintWith(rule, whole);
    expect(messages).toHaveLength(owed ? 1 : 0);
    for (const suggestion of messages.flatMap(({ suggestions = [] }) => suggestions))
      expect(lintWith(rule, applied(whole, suggestion))).toEqual([]);
  });
});

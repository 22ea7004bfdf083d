/**
 * What would mend findings together: of the functions through which requests are sent, those that most of them have in common.
 */
import type { Named } from '../model.ts';
import { groupBy } from './grouping.ts';

/** Rules of which no finding is mended in the function that sends: what is logged, switched on or packed in is mended there. */
const MENDED_ELSEWHERE: ReadonlySet<string> = new Set([
  'no-full-record',
  'no-hipaa-ineligible-features',
  'no-phi-in-schema',
  'no-raw-prompt-logging',
  'no-sdk-content-logging',
  'no-zdr-ineligible-features',
]);

/** A finding, and the functions in which it could be mended, from the one that is called to the one that sends. */
export interface Mendable {
  readonly rule: string;
  readonly places: readonly Named[];
}

/**
 * For each finding that one function which would mend most others of its rule as well; of equals, the one that sends. Undefined where
 * a finding has none.
 */
export function commonCauses<Each extends Mendable>(findings: readonly Each[]): ReadonlyMap<Each, Named> {
  const causes = new Map<Each, Named>();
  for (const [rule, those] of groupBy(findings, (each) => each.rule)) {
    if (MENDED_ELSEWHERE.has(rule)) continue;
    let left: readonly Each[] = those;
    for (;;) {
      const best = mostCommon(left);
      if (!best) break;
      for (const each of best.findings) causes.set(each, best.place);
      left = left.filter((each) => !causes.has(each));
    }
  }
  return causes;
}

function mostCommon<Each extends Mendable>(
  findings: readonly Each[],
): { readonly place: Named; readonly findings: readonly Each[] } | undefined {
  const taken = findings.flatMap((each) => [...each.places].reverse().map((place) => ({ each, place })));
  const byPlace = groupBy(taken, ({ place }) => `${place.at.file}\u0000${place.name}`);
  let most: (typeof taken)[number][] = [];
  // The first of equals is the nearest to the request.
  for (const those of byPlace.values()) if (those.length > most.length) most = those;
  const [first] = most;
  return first && { place: first.place, findings: [...new Set(most.map(({ each }) => each))] };
}

/**
 * What a run says of each line of the user's own documents.
 */
import { LINES } from '../policy/coverage/index.ts';
import type { CoverageLine } from '../policy/coverage/index.ts';
import { elsewhere, sitesByState, stateOf } from './controls.ts';
import type { Collected, LineResult } from './model.ts';
import { byText } from './text.ts';
import { RESULT_STATE_NAMES } from './words.ts';
import type { LineState, ResultState } from './words.ts';

/** One result a line, in the order of the documents. */
export function lineResults(collected: Collected): LineResult[] {
  return LINES.map((line) => resultOf(line, collected));
}

function resultOf(line: CoverageLine, collected: Collected): LineResult {
  const { rules: run, callSites, findings, attestations } = collected;
  const declared = attestations
    .filter(
      ({ name, state }) => line.attestations?.some((kind) => kind === name) === true && state !== 'missing',
    )
    .map(({ package: owner, name }) => `${owner}:${name}`)
    .sort(byText);
  // What a line of contracts asks for is a document; the rule about documents only sees that one is named.
  const rules = line.checkable === 'not' ? [] : line.rules.filter((rule) => rule !== 'require-attestation');
  const on = rules.filter((name) =>
    run.some((rule) => rule.name === name && rule.severity !== 'off' && rule.notRun === undefined),
  );
  const sites = sitesByState(callSites, rules);
  const other = elsewhere(findings, rules);
  for (const state of ['finding', 'cannot-tell', 'waived'] as const) sites[state] += other[state];
  const counts = Object.fromEntries(
    RESULT_STATE_NAMES.filter((name) => rules.length > 0 && sites[name] > 0).map((name) => [
      name,
      sites[name],
    ]),
  );
  return { id: line.id, state: stateFor({ line, rules, on, sites, declared }), counts, declared };
}

interface Judged {
  readonly line: CoverageLine;
  readonly rules: readonly string[];
  readonly on: readonly string[];
  readonly sites: Readonly<Record<ResultState, number>>;
  readonly declared: readonly string[];
}

function stateFor({ line, rules, on, sites, declared }: Judged): LineState {
  if (rules.length > 0) return on.length === 0 ? 'not-run' : stateOf(sites);
  if ((line.attestations?.length ?? 0) > 0) return declared.length > 0 ? 'declared' : 'not-declared';
  const served = line.means?.some((name) => name !== 'marker') ?? false;
  return served ? 'evidence' : 'not-in-source';
}

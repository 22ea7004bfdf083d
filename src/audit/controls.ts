/**
 * What the results say of each control. A control is never called more than "no finding" of its rules, and has call sites that
 * are undecided or not run counted beside those without a finding.
 */
import { PACK_PAGES } from '../configs/pack-pages.ts';
import { PACKS } from '../configs/packs/index.ts';
import { CONTROLS, FRAMEWORKS } from '../policy/controls/index.ts';
import type { Control } from '../policy/controls/index.ts';
import type { CallSite, Collected, ControlResult, Finding } from './model.ts';
import { byText } from './text.ts';
import { RESULT_STATE_NAMES } from './words.ts';
import type { ResultState } from './words.ts';

/** A count of nothing, by state. */
export function noResults(): Record<ResultState, number> {
  return { finding: 0, 'cannot-tell': 0, waived: 0, 'not-run': 0, 'no-finding': 0, 'not-applicable': 0 };
}

/** The most pressing of some states; without any, nothing applies. */
export function worstOf(states: Iterable<ResultState>): ResultState {
  const all = new Set(states);
  return RESULT_STATE_NAMES.find((name) => all.has(name)) ?? 'not-applicable';
}

/** How call sites stand to some rules: each counted once, by the most pressing state of those rules. */
export function sitesByState(
  sites: readonly CallSite[],
  rules: readonly string[],
): Record<ResultState, number> {
  const counts = noResults();
  for (const { results } of sites) {
    // A rule that no chosen pack has says nothing of a call site; it makes no other's answer worse.
    const states = rules.flatMap((rule) => {
      const result = results[rule];
      return result && result.why !== 'not-in-pack' ? [result.state] : [];
    });
    counts[worstOf(states)] += 1;
  }
  return counts;
}

/** The state of counts: of the most pressing kind that there is. */
export function stateOf(counts: Readonly<Record<ResultState, number>>): ResultState {
  return RESULT_STATE_NAMES.find((name) => counts[name] > 0) ?? 'not-applicable';
}

/** Findings at no call site, of some rules, by what they are. */
export function elsewhere(
  findings: readonly Finding[],
  rules: readonly string[],
): Record<'cannot-tell' | 'finding' | 'waived', number> {
  const counts = { finding: 0, 'cannot-tell': 0, waived: 0 };
  for (const { rule, sites, kind, waiver } of findings) {
    if (sites.length > 0 || !rules.includes(rule)) continue;
    counts[waiver === undefined ? kind : 'waived'] += 1;
  }
  return counts;
}

/** Rules that were run on something; those that were not, and why, stand in the list of rules. */
function ruleIsOn({ rules }: Collected, name: string): boolean {
  return rules.some((rule) => rule.name === name && rule.notRun === undefined && rule.severity !== 'off');
}

/** Whether any of the chosen packs shows controls of this framework. */
function concerns({ provenance }: Collected, { framework }: Control): boolean {
  const { sector } = FRAMEWORKS[framework];
  return provenance.packs.some((pack) => pack === 'all' || PACK_PAGES[pack].sectors.includes(sector));
}

interface Row {
  readonly control: Control;
  readonly rules: string[];
}

/** Each control that the chosen packs show and that one of their rules supports. */
export function controlResults(collected: Collected): ControlResult[] {
  const rows = new Map<string, Row>();
  for (const [rule, controls] of Object.entries(CONTROLS)) {
    if (!collected.provenance.packs.some((pack) => pack in PACKS && rule in PACKS[pack].rules)) continue;
    for (const control of controls) {
      if (!concerns(collected, control)) continue;
      const key = `${control.framework}\u0000${control.id}`;
      const row = rows.get(key);
      if (row) row.rules.push(rule);
      else rows.set(key, { control, rules: [rule] });
    }
  }
  return [...rows.values()].map((row) => resultOf(row, collected));
}

function resultOf({ control, rules }: Row, collected: Collected): ControlResult {
  const sites = sitesByState(collected.callSites, rules);
  const other = elsewhere(collected.findings, rules);
  const open = other.finding + other['cannot-tell'];
  const anyOn = rules.some((rule) => ruleIsOn(collected, rule));
  const states: ResultState[] = [stateOf(sites)];
  if (!anyOn) states.push('not-run');
  for (const state of ['finding', 'cannot-tell', 'waived'] as const) if (other[state] > 0) states.push(state);
  // Rules about packages and files have been run though no call site is concerned.
  if (anyOn && collected.callSites.length > 0 && states[0] === 'not-applicable' && rules.some(isAboutFiles))
    states.push('no-finding');
  const { framework, id, why, caution, baselines } = control;
  return {
    framework,
    id,
    why,
    rules: [...rules].sort(byText),
    state: worstOf(states),
    applicable: collected.callSites.length - sites['not-applicable'],
    sites,
    elsewhere: open,
    ...(caution !== undefined && { caution }),
    ...(baselines?.nist.length === 0 && { supplemental: true }),
  };
}

/** Rules that judge packages and files, with or without a call site in them. */
const ABOUT_FILES = new Set([
  'no-hardcoded-api-key',
  'require-attestation',
  'require-environment-keys',
  'no-browser-client',
]);

function isAboutFiles(rule: string): boolean {
  return ABOUT_FILES.has(rule);
}

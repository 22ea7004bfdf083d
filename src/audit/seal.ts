/**
 * Turns what was collected into evidence: sorted, with what follows from it, and checked against the schema.
 */
import { STANDING_SENTENCE } from '../policy/claims.ts';
import { lineResults } from './checklist.ts';
import { controlResults, noResults } from './controls.ts';
import { faultsOf } from './json-schema.ts';
import { EVIDENCE_SCHEMA } from './model.ts';
import type { CallSite, Collected, Evidence, Finding, Place } from './model.ts';
import { EVIDENCE_JSON_SCHEMA } from './schema.ts';
import { byText } from './text.ts';

/**
 * Seals what was collected. The order of what comes in decides nothing.
 *
 * @throws Error where something is in it that evidence may not hold; says where, never what
 */
export function sealEvidence(collected: Collected): Evidence {
  const sorted = sortAll(collected);
  const evidence: Evidence = {
    schema: EVIDENCE_SCHEMA,
    statement: STANDING_SENTENCE,
    ...sorted,
    totals: totalsOf(sorted),
    controls: controlResults(sorted),
    lines: lineResults(sorted),
  };
  const faults = faultsOf(evidence, EVIDENCE_JSON_SCHEMA);
  if (faults.length > 0) throw new Error(`The evidence is not as its schema has it: ${faults.join('; ')}`);
  return evidence;
}

/** By file, line, column. */
export function byPlace(a: Place, b: Place): number {
  return byText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

const byAt = (a: { readonly at: Place }, b: { readonly at: Place }): number => byPlace(a.at, b.at);
const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id.length - b.id.length || byText(a.id, b.id);

function sortAll(collected: Collected): Collected {
  const { scope, population } = collected;
  return {
    ...collected,
    callSites: collected.callSites.map(sortSite).sort((a, b) => byAt(a, b) || byText(a.id, b.id)),
    findings: collected.findings
      .map((finding): Finding => ({ ...finding, sites: [...finding.sites].sort(byText) }))
      .sort((a, b) => byAt(a, b) || byText(a.rule, b.rule) || byText(a.id, b.id)),
    scope: {
      ...scope,
      unparsed: [...scope.unparsed].sort(byPlace),
      unreadable: [...scope.unreadable].sort(byText),
      otherLanguages: scope.otherLanguages
        .map((row) => ({ ...row, files: [...row.files].sort(byText) }))
        .sort((a, b) => byText(a.language, b.language)),
    },
    population: {
      dependencies: [...population.dependencies].sort(
        (a, b) => byText(a.package, b.package) || byText(a.name, b.name),
      ),
      candidates: [...population.candidates].sort(byAt),
      gaps: [...population.gaps].sort(
        (a, b) =>
          byText(a.kind, b.kind) ||
          byPlace(a.at ?? { file: '' }, b.at ?? { file: '' }) ||
          byText(a.name ?? '', b.name ?? ''),
      ),
    },
    packages: [...collected.packages].sort((a, b) => byText(a.folder, b.folder)),
    rules: [...collected.rules].sort((a, b) => byText(a.name, b.name)),
    deviations: [...collected.deviations].sort(byId),
    waivers: [...collected.waivers].sort(byId),
    attestations: [...collected.attestations].sort(
      (a, b) => byText(a.package, b.package) || byText(a.name, b.name),
    ),
  };
}

function sortSite(site: CallSite): CallSite {
  return {
    ...site,
    callers: [...site.callers].sort(byAt),
    features: [...site.features].sort((a, b) => byText(a.id, b.id) || byAt(a, b)),
    entries: [...site.entries].sort(byAt),
    returns: [...site.returns].sort(byAt),
    results: Object.fromEntries(Object.entries(site.results).sort(([a], [b]) => byText(a, b))),
  };
}

function totalsOf(collected: Collected): Evidence['totals'] {
  const { callSites, findings, deviations, population } = collected;
  const results = noResults();
  for (const site of callSites) for (const { state } of Object.values(site.results)) results[state] += 1;
  const open = findings.filter(({ waiver }) => waiver === undefined);
  return {
    callSites: callSites.length,
    packages: new Set(callSites.map((site) => site.package)).size,
    openFindings: open.filter(({ kind }) => kind === 'finding').length,
    cannotTell: open.filter(({ kind }) => kind === 'cannot-tell').length,
    waived: findings.length - open.length,
    deviations: deviations.length,
    gaps: population.gaps.length,
    results,
  };
}

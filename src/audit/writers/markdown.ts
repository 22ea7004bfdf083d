/**
 * The comment on a pull request: what changed first, then what stands. Short: hosts cut what is long, and people stop reading.
 */
import type { EvidenceDiff } from '../diff.ts';
import type { CallSite, Evidence, Finding } from '../model.ts';
import { count, placeText } from '../text.ts';
import { placeOfProcessing } from '../diagram/graph.ts';
import { causeInWords, causesOf, reasonsOf, siteName } from '../views.ts';
import { FACT_STATES, PROCESSORS } from '../words.ts';
import { md, mdCode, mdMessage, mdTable } from './markdown-text.ts';

const MAX_ROWS = 15;
const MAX_CAUSES = 8;

/** A comment about a run; with a diff, about what a change does. */
export function markdownOf(evidence: Evidence, diff?: EvidenceDiff): string {
  const { totals, provenance } = evidence;
  const parts = [
    '## Code that calls Claude',
    `${count(totals.callSites, 'call site')} in ${count(totals.packages, 'package')} at ${mdCode(provenance.commit?.slice(0, 12) ?? 'no commit')}, judged by ${md(provenance.packs.join(' + '))}: **${count(totals.openFindings, 'open finding')}**, ${String(totals.cannotTell)} cannot tell, ${String(totals.waived)} waived, ${count(totals.deviations, 'deviation')}, ${count(totals.gaps, 'scope gap')}.`,
    provenance.completeness !== 'complete' && `**The run is ${provenance.completeness}.**`,
    diff && changes(diff),
    findings(evidence),
    unknowns(evidence),
    `<sub>${md(evidence.statement)}</sub>`,
  ];
  return `${parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n')}\n`;
}

/** What two states of a repository differ in. */
export function diffMarkdown(diff: EvidenceDiff): string {
  return `## Changes to code that calls Claude\n\n${changes(diff)}\n`;
}

function changes({
  added,
  changed,
  removed,
  newFindings,
  goneFindings,
  waivers,
  deviations,
  setup,
}: EvidenceDiff): string {
  const facts = changed.flatMap(({ after, changes: own }) =>
    own.map(({ fact, before, after: is }) => [siteCell(after), md(fact), md(before), md(is)]),
  );
  const moved = changed.filter((one) => one.moved);
  const parts = [
    setup.length > 0 &&
      `What was in force changed: ${setup.map(({ what, before, after }) => `${what} ${mdCode(before)} → ${mdCode(after)}`).join(', ')}.`,
    added.length > 0 && `### New call sites\n\n${siteTable(added)}`,
    facts.length > 0 &&
      `### Changed call sites\n\n${mdTable(['Call site', 'Fact', 'Before', 'Now'], facts.slice(0, MAX_ROWS))}${more(facts.length)}`,
    moved.length > 0 &&
      `Moved: ${moved
        .slice(0, MAX_ROWS)
        .map(({ before, after }) => `${mdCode(placeText(before.at))} → ${mdCode(placeText(after.at))}`)
        .join(', ')}.`,
    removed.length > 0 && `Gone: ${removed.slice(0, MAX_ROWS).map(siteCell).join(', ')}.`,
    newFindings.length > 0 && `### New findings and questions\n\n${findingList(newFindings)}`,
    goneFindings.length > 0 &&
      `${count(goneFindings.length, 'finding or question', 'findings and questions')} no longer stand.`,
    ...listed('Waivers', waivers),
    ...listed('Deviations', deviations),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join('\n\n') : 'Nothing changed about the call sites.';
}

function listed(what: string, { added, removed }: EvidenceDiff['waivers']): string[] {
  const lines = (words: string, all: readonly string[]): string[] =>
    all.length > 0
      ? [
          `${what} ${words}:\n\n${all
            .slice(0, MAX_ROWS)
            .map((one) => `- ${md(one)}`)
            .join('\n')}`,
        ]
      : [];
  return [...lines('added', added), ...lines('taken away', removed)];
}

const siteCell = (site: CallSite): string => `${mdCode(siteName(site))} ${mdCode(placeText(site.at))}`;

function siteTable(sites: readonly CallSite[]): string {
  const rows = sites.slice(0, MAX_ROWS).map((site) => {
    const to = site.provider.value;
    return [
      siteCell(site),
      md(to === undefined ? 'cannot tell' : PROCESSORS[to].title),
      md(placeOfProcessing(site)),
      md(site.model.values?.join(' or ') ?? site.model.value ?? FACT_STATES[site.model.state]),
      FACT_STATES[site.redaction.state],
      FACT_STATES[site.audit.failure === 'shown' ? site.audit.success : site.audit.failure],
    ];
  });
  return (
    mdTable(['Call site', 'Receiver', 'Processed in', 'Model', 'Redaction', 'Audit record'], rows) +
    more(sites.length)
  );
}

const more = (of: number): string => (of > MAX_ROWS ? `\n\n${String(of - MAX_ROWS)} more.` : '');

function findingList(all: readonly Finding[]): string {
  const lines = all
    .slice(0, MAX_ROWS)
    .map(({ message, at, rule }) => `- ${mdCode(placeText(at))} ${mdMessage(message)} (${mdCode(rule)})`);
  return lines.join('\n') + more(all.length);
}

function findings(evidence: Evidence): string {
  const causes = causesOf(evidence);
  if (causes.length === 0) return '';
  const lines = causes.slice(0, MAX_CAUSES).map((cause) => {
    const [first] = cause.findings;
    return `- ${mdCode(cause.rule)}: ${mdMessage(causeInWords(cause))}${first ? `. First: ${mdCode(placeText(first.at))}` : ''}`;
  });
  const rest = causes.length - lines.length;
  return `### Findings by cause\n\n${lines.join('\n')}${rest > 0 ? `\n\n${String(rest)} more in the page.` : ''}`;
}

function unknowns(evidence: Evidence): string {
  const reasons = reasonsOf(evidence);
  if (reasons.length === 0) return '';
  const lines = reasons.map(
    ({ title, decide, findings: those }) => `- ${count(those.length, 'place')}: ${md(title)}. ${md(decide)}`,
  );
  return `### Cannot tell, by reason\n\n${lines.join('\n')}`;
}

/**
 * `check`: the gate. One headline a call site, then what one change would mend.
 */
import { realpathSync } from 'node:fs';
import { changedFiles, repositoryAt } from '../collect/git.ts';
import type { CallSite, Evidence, Finding } from '../model.ts';
import { count, placeText } from '../text.ts';
import { causeInWords, causesOf, siteName, sitesById } from '../views.ts';
import { RUN, UsageError } from './arguments.ts';
import type { Given, Options } from './arguments.ts';
import { evidenceOf, EXIT, exitCode, failing } from './run.ts';
import type { Terminal } from './terminal.ts';

export const CHECK: Options = {
  'changed-since': {
    type: 'string',
    value: 'REV',
    help: 'Only what concerns files that differ from this revision.',
  },
  ...RUN,
  'require-call-sites': { type: 'boolean', help: 'Exit with 3 where no call site is found.' },
};

/** @throws {UsageError} */
export async function check(given: Given, command: readonly string[], terminal: Terminal): Promise<number> {
  const changed = changedOf(given);
  const evidence = await evidenceOf(given, command, terminal);
  const sites = sitesById(evidence);
  const isConcerned = (finding: Finding): boolean =>
    changed === undefined || touches(finding, sites, changed);
  const open = evidence.findings.filter((finding) => finding.waiver === undefined && isConcerned(finding));
  const failed = failing(evidence, given).filter(isConcerned);
  const missed = notLinted(evidence, given);
  for (const file of missed) terminal.out(`${file}: mentions Claude, and ESLint does not lint it`);
  print({ ...evidence, findings: open }, terminal, given.flag('quiet'));
  if (evidence.provenance.completeness !== 'complete')
    terminal.say(`The run is ${evidence.provenance.completeness}.`);
  const code = exitCode(evidence, failed, given);
  return code === EXIT.clean && missed.length > 0 ? EXIT.incomplete : code;
}

/** Under the project's own configuration: the files that mention Claude and that it leaves out. */
function notLinted({ population }: Evidence, given: Given): string[] {
  const gaps = given.flag('config') ? population.gaps.filter(({ kind }) => kind === 'ignored') : [];
  return gaps.flatMap(({ at }) => (at ? [at.file] : []));
}

function changedOf(given: Given): ReadonlySet<string> | undefined {
  const revision = given.text('changed-since');
  if (revision === undefined) return undefined;
  const repository = repositoryAt(realpathSync(process.cwd()));
  if (!repository) throw new UsageError('--changed-since needs git, and a repository.');
  const changed = changedFiles(repository.root, revision);
  if (changed) return changed;
  const why = repository.shallow ? ' The history is cut off: fetch it, as with git fetch --unshallow.' : '';
  throw new UsageError(`git knows no revision ${JSON.stringify(revision.slice(0, 80))}.${why}`);
}

/** A finding concerns the file it is in, those of its call sites, of their callers, and where their values are written. */
function touches(
  { at, sites, cause }: Finding,
  byId: ReadonlyMap<string, CallSite>,
  changed: ReadonlySet<string>,
): boolean {
  const those = sites.flatMap((id) => byId.get(id) ?? []);
  const files = [
    at.file,
    cause?.at.file,
    ...those.flatMap((site) => [
      site.at.file,
      ...site.callers.map((caller) => caller.at.file),
      ...[site.provider, site.model, site.geography, site.region].map(({ from }) => from?.file),
      ...site.audit.writers.map((writer) => writer.at.file),
      ...site.redaction.by.map((by) => by.at.file),
    ]),
  ];
  return files.some((file) => file !== undefined && changed.has(file));
}

function print(evidence: Evidence, terminal: Terminal, quiet: boolean): void {
  const { findings } = evidence;
  const sites = sitesById(evidence);
  for (const [id, those] of bySite(findings)) {
    const site = sites.get(id);
    const [first] = those;
    if (!first) continue;
    const heading = site
      ? `${placeText(site.at)} ${siteName(site)} (${site.callee}): ${summary(those)}`
      : `${first.at.file}: ${summary(those)}`;
    terminal.out(terminal.paint('bold', heading));
    for (const finding of those) terminal.out(`  ${lineOf(finding, terminal)}`);
  }
  const causes = causesOf({ findings }).filter(
    ({ cause, findings: own }) => cause !== undefined && own.length > 1,
  );
  if (causes.length > 0) terminal.out(terminal.paint('bold', 'By cause'));
  for (const cause of causes) terminal.out(`  ${cause.rule}: ${causeInWords(cause)}`);
  if (!quiet) terminal.out(totals(evidence));
}

/** Findings by their first call site; those of none by their file. In the order in which the evidence has them. */
function bySite(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.sites[0] ?? `file ${finding.at.file}`;
    const others = groups.get(key);
    if (others) others.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

function summary(findings: readonly Finding[]): string {
  const found = findings.filter(({ kind }) => kind === 'finding').length;
  const open = findings.length - found;
  const parts = [found > 0 && count(found, 'finding'), open > 0 && `${String(open)} cannot tell`];
  return parts.filter((part) => part !== false).join(', ');
}

function lineOf({ at, kind, severity, rule, message, certainty }: Finding, terminal: Terminal): string {
  const word = kind === 'cannot-tell' ? 'unknown' : severity;
  const style = word === 'error' ? 'red' : 'yellow';
  const byName = certainty === 'by-name' ? ' (rests on a name)' : '';
  return `${placeText(at)}:${String(at.column ?? 1)} ${terminal.paint(style, word)} ${rule}: ${message}${byName}`;
}

function totals({ findings, totals: { callSites, packages, waived } }: Evidence): string {
  return `${count(callSites, 'call site')} in ${count(packages, 'package')}: ${summary(findings) || 'no finding'}, ${String(waived)} waived.`;
}

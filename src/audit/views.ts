/**
 * Ways of looking at evidence that several of its writers share.
 */
import { placeOfProcessing } from './diagram/graph.ts';
import { worstOf } from './controls.ts';
import type { CallSite, Evidence, Finding, Named } from './model.ts';
import { byText, count } from './text.ts';
import { PROCESSORS, WHY } from './words.ts';
import type { ResultState, Why } from './words.ts';

/** The most pressing thing that the rules say of a call site. Rules that no chosen pack has say nothing. */
export function siteState({ results }: CallSite): ResultState {
  return worstOf(
    Object.values(results).flatMap(({ state, why }) =>
      why === 'not-in-pack' || why === 'off' ? [] : [state],
    ),
  );
}

/** Call sites by id. */
export function sitesById({ callSites }: Evidence): ReadonlyMap<string, CallSite> {
  return new Map(callSites.map((site) => [site.id, site]));
}

/** What a call site is called in running text. */
export function siteName({ at, callee }: CallSite): string {
  return at.function ?? callee;
}

/** Findings of one rule that one change would mend, or that have no cause in common. */
export interface Cause {
  readonly rule: string;
  readonly cause?: Named;
  readonly findings: readonly Finding[];
}

/** Open findings by rule and by what would mend them; those with most in common first. */
export function causesOf({ findings }: Pick<Evidence, 'findings'>): Cause[] {
  const byCause = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.waiver !== undefined || finding.kind !== 'finding') continue;
    const { rule, cause } = finding;
    const key = `${rule}\u0000${cause ? `${cause.name}\u0000${cause.at.file}` : ''}`;
    const others = byCause.get(key);
    if (others) others.push(finding);
    else byCause.set(key, [finding]);
  }
  return [...byCause.values()]
    .map((those): Cause => {
      const [first] = those;
      return { rule: first?.rule ?? '', ...(first?.cause && { cause: first.cause }), findings: those };
    })
    .sort((a, b) => b.findings.length - a.findings.length || byText(a.rule, b.rule));
}

/** One sentence for findings of one cause: how many places, and what would mend how many. */
export function causeInWords({ cause, findings }: Cause): string {
  const what = count(findings.length, 'place');
  return cause && findings.length > 1
    ? `${what}; a change of \`${cause.name}\` in ${cause.at.file} would mend them`
    : what;
}

/** Open questions of one reason. */
export interface Reason {
  readonly why: Why | undefined;
  readonly title: string;
  readonly decide: string;
  readonly findings: readonly Finding[];
}

/** What the rules could not decide, by reason, with the change that decides it. */
export function reasonsOf({ findings }: Pick<Evidence, 'findings'>): Reason[] {
  const byWhy = new Map<Why | undefined, Finding[]>();
  for (const finding of findings) {
    if (finding.waiver !== undefined || finding.kind !== 'cannot-tell') continue;
    const others = byWhy.get(finding.why);
    if (others) others.push(finding);
    else byWhy.set(finding.why, [finding]);
  }
  return [...byWhy]
    .map(([why, those]) => ({
      why,
      title: why ? WHY[why].title : 'for no reason that was recorded',
      decide: why ? WHY[why].decide : 'See what the rule says at each place.',
      findings: those,
    }))
    .sort((a, b) => b.findings.length - a.findings.length || byText(a.title, b.title));
}

/** Where data goes: one receiver and place of processing. */
export interface Destination {
  readonly provider: string;
  readonly processor: string;
  readonly where: string;
  readonly host?: string;
  readonly packages: ReadonlyMap<string, readonly CallSite[]>;
  readonly sites: readonly CallSite[];
}

/** Receivers with the places of processing, those with most call sites first. */
export function destinationsOf(callSites: readonly CallSite[]): Destination[] {
  const byKey = new Map<string, CallSite[]>();
  for (const site of callSites) {
    const key = `${site.provider.value ?? ''}\u0000${site.host ?? ''}\u0000${placeOfProcessing(site)}`;
    const others = byKey.get(key);
    if (others) others.push(site);
    else byKey.set(key, [site]);
  }
  return [...byKey.values()].flatMap((sites) => {
    const [first] = sites;
    return first ? [destinationOf(first, sites)] : [];
  });
}

function destinationOf(first: CallSite, sites: readonly CallSite[]): Destination {
  const provider = first.provider.value;
  const packages = new Map<string, CallSite[]>();
  for (const site of sites) {
    const others = packages.get(site.package);
    if (others) others.push(site);
    else packages.set(site.package, [site]);
  }
  return {
    provider: provider === undefined ? 'cannot tell' : PROCESSORS[provider].title,
    processor: provider === undefined ? 'cannot tell' : PROCESSORS[provider].processor,
    where: placeOfProcessing(first),
    ...(first.host !== undefined && { host: first.host }),
    packages: new Map([...packages].sort(([a], [b]) => byText(a, b))),
    sites,
  };
}

/** One sentence: what was looked at, and what it came to. */
export function scopeSentence({ provenance, scope, totals }: Evidence): string {
  const { commit, dirty, asOf, packs, repository } = provenance;
  const at =
    commit === undefined
      ? 'without a commit'
      : `at commit ${commit.slice(0, 12)}${dirty ? ' with changes that are in no commit' : ''}`;
  const left = [
    scope.ignored.files > 0 && `${count(scope.ignored.files, 'file')} left out by configuration`,
    scope.unparsed.length > 0 && `${count(scope.unparsed.length, 'file')} not parsed`,
    scope.unreadable.length > 0 && `${count(scope.unreadable.length, 'file')} not read`,
    scope.otherLanguages.length > 0 &&
      `${count(
        scope.otherLanguages.reduce((sum, { files }) => sum + files.length, 0),
        'file',
      )} in other languages mention Claude`,
  ].filter((part) => part !== false);
  return (
    `In ${repository} ${at}, judged by ${packs.join(' + ')} on ${asOf}: ${count(totals.callSites, 'call site')} in ` +
    `${count(totals.packages, 'package')}, found in ${count(scope.linted, 'linted file')}. ` +
    `${count(totals.openFindings, 'open finding')}, ${count(totals.cannotTell, 'open question')}, ${String(totals.waived)} waived. ` +
    (left.length > 0 ? `Outside: ${left.join('; ')}.` : 'No file was left out.')
  );
}

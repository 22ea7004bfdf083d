/**
 * Puts the reports of all files together: call sites with ids, callers and results, and findings.
 */
import type { RuleName } from '../../rules/names.ts';
import { RULE_NAMES } from '../../rules/names.ts';
import { worstOf } from '../controls.ts';
import type { CallSite, Caller, Finding, LoggingFacts, SiteResult } from '../model.ts';
import { byPlace } from '../seal.ts';
import { placeText, shortId } from '../text.ts';
import type { FactState } from '../words.ts';
import { answerOf } from './answers.ts';
import { withCallers } from './callers.ts';
import { connectionsOf } from './connections.ts';
import type { FileReport } from './file-report.ts';
import { findingLike, findingsOf } from './findings.ts';
import type { Made } from './findings.ts';
import { groupBy, put } from './grouping.ts';
import type { HandedCall } from './handed-calls.ts';
import type { OwnSite } from './own-sites.ts';
import type { Said } from './said.ts';
import type { RequestKey } from './spots.ts';
import type { Receiver } from './receivers.ts';
import type { RuleSetting } from './judge-file.ts';

/** What is known beside the reports. */
export interface ResultsInput {
  readonly reports: readonly FileReport[];
  /** How a rule is set for a file; undefined: no chosen pack has it. */
  readonly settingOf: (file: string, rule: string) => RuleSetting | undefined;
  readonly packageOf: (file: string) => Pick<CallSite, 'arrangement' | 'label' | 'package'>;
  readonly blobOf: (file: string) => string | undefined;
}

export interface Results {
  readonly callSites: readonly CallSite[];
  readonly findings: readonly Finding[];
}

/** The call sites of a run, and what was found, without waivers. */
export function resultsOf(input: ResultsInput): Results {
  const { reports } = input;
  const own = reports.flatMap((report) => report.sites).sort((a, b) => byPlace(a.facts.at, b.facts.at));
  const ids = idsOf(own);
  const handed = callersBySite(reports.flatMap((report) => report.handed));
  const { said, features, leaked, receivers } = connectionsOf(
    reports,
    own,
    (file) => input.packageOf(file).package,
  );
  const gateways = new Map(
    own.filter(({ key, isHandedOn }) => isHandedOn || handed.has(key)).map((site) => [site.key, site]),
  );
  const made = findingsOf(said, { ...input, ids, gateways });
  const bySite = new Map<RequestKey, Said[]>();
  for (const each of said) for (const key of [...each.sites, ...(each.maybe ?? [])]) put(bySite, key, each);
  const callSites = own.map((site): CallSite => {
    const id = ids.get(site.key) ?? '';
    const callers = handed.get(site.key) ?? [];
    const beside = {
      features: features.get(site.key) ?? [],
      sinks: leaked.get(site.key) ?? [],
      receiver: receivers.get(site.key),
    };
    const results = Object.fromEntries(
      RULE_NAMES.map((rule) => [
        rule,
        resultOf(site, rule, { input, said: bySite.get(site.key) ?? [], made }),
      ]),
    );
    return {
      ...withCallers(withFacts(site, beside), callers, results),
      id,
      identity: { ...site.facts.identity, ordinal: ordinalOf(own, site) },
      ...input.packageOf(site.facts.at.file),
      ...blob(input.blobOf(site.facts.at.file)),
      kind: gateways.has(site.key) ? 'gateway' : 'direct',
      callers: callersOf(callers, id, input),
      results,
    };
  });
  return { callSites, findings: made.findings };
}

/** A request with what is said of it in other places. */
function withFacts(
  { facts, ...site }: OwnSite,
  beside: {
    readonly features: OwnSite['facts']['features'];
    readonly sinks: LoggingFacts['sinks'];
    readonly receiver: Receiver | undefined;
  },
): OwnSite {
  const { features, logging } = facts;
  const sinks = [...logging.sinks, ...beside.sinks];
  return {
    ...site,
    facts: {
      ...facts,
      ...beside.receiver,
      features: [...features, ...beside.features],
      logging: sinks.length > 0 ? { state: 'shown', sinks, followed: logging.followed } : logging,
    },
  };
}

function blob(digest: string | undefined): { readonly blob?: string } {
  return digest === undefined ? {} : { blob: digest };
}

function identityOf({ facts: { identity } }: OwnSite): string {
  return [identity.file, identity.function, identity.operation].join('\u0000');
}

function ordinalOf(own: readonly OwnSite[], site: OwnSite): number {
  return own.filter((other) => identityOf(other) === identityOf(site)).indexOf(site);
}

function idsOf(own: readonly OwnSite[]): Map<RequestKey, string> {
  const ids = new Map<RequestKey, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  for (const site of own) {
    const identity = identityOf(site);
    const ordinal = counts.get(identity) ?? 0;
    counts.set(identity, ordinal + 1);
    const { file, function: fn, operation } = site.facts.identity;
    const parts = [file, fn, operation, ordinal];
    const short = shortId('cs', parts);
    const id = taken.has(short) ? shortId('cs', parts, 32) : short;
    taken.add(id);
    ids.set(site.key, id);
  }
  return ids;
}

function callersOf(calls: readonly HandedCall[], siteId: string, { packageOf }: ResultsInput): Caller[] {
  const counts = new Map<string, number>();
  // One call can lead to the request on several ways.
  const byCall = groupBy(
    [...calls].sort((a, b) => byPlace(a.at, b.at)),
    ({ at }) => `${placeText(at)} ${String(at.column)}`,
  );
  return [...byCall.values()].flatMap((those): Caller[] => {
    const [first] = those;
    if (!first) return [];
    const { at } = first;
    const key = `${at.file} ${at.function ?? ''}`;
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    const [by] = those.flatMap(({ content }) => content.redaction.by);
    return [
      {
        id: shortId('ca', [siteId, at.file, at.function ?? '', ordinal]),
        at,
        package: packageOf(at.file).package,
        redaction: redactionOf(those.map(({ content }) => content.redaction.state)),
        ...(by && { by }),
      },
    ];
  });
}

/** From what is worst to what is best. */
const REDACTION: readonly FactState[] = ['absent', 'none-seen', 'cannot-tell', 'shown'];

function redactionOf(states: readonly FactState[]): FactState {
  return REDACTION.find((state) => states.includes(state)) ?? 'not-applicable';
}

/** The calls that lead to each request: those that run it, where there are any. */
function callersBySite(handed: readonly HandedCall[]): ReadonlyMap<RequestKey, readonly HandedCall[]> {
  const bySite = groupBy(handed, ({ key }) => key);
  return new Map(
    [...bySite].map(([key, calls]) => {
      const running = calls.filter(({ runs }) => runs);
      return [key, running.length > 0 ? running : calls];
    }),
  );
}

interface Judging {
  readonly input: ResultsInput;
  readonly said: readonly Said[];
  readonly made: Made;
}

function resultOf(site: OwnSite, rule: RuleName, { input, said, made }: Judging): SiteResult {
  const setting = input.settingOf(site.facts.at.file, rule);
  if (!setting) return { state: 'not-run', why: 'not-in-pack' };
  if (setting.severity === 'off') return { state: 'not-run', why: 'off' };
  const own = said.filter((each) => each.rule === rule);
  if (own.length === 0) return withoutAnswer(site, rule, input);
  const answers = own.flatMap((each) => {
    const answer = answerOf(each, site.key);
    return answer ? [{ ...answer, said: each }] : [];
  });
  // What callers decide, and no caller in sight has decided.
  if (answers.length === 0) return { state: 'cannot-tell', why: 'parameter' };
  const state = worstOf(answers.map((answer) => answer.state));
  const those = answers.filter((answer) => answer.state === state);
  const findings = [
    ...new Set(those.flatMap((answer) => made.of.get(answer.said) ?? findingLike(answer.said, made))),
  ];
  const [first] = those;
  const isByName = those.every((answer) => answer.said.certainty === 'by name');
  return {
    state,
    certainty: isByName ? 'by-name' : 'shown',
    ...(first?.why !== undefined && state !== 'finding' && state !== 'no-finding' && { why: first.why }),
    ...(findings.length > 0 && (state === 'finding' || state === 'cannot-tell') && { findings }),
  };
}

/** A rule that failed on the file says so of the file alone. */
function withoutAnswer(site: OwnSite, rule: string, { reports }: ResultsInput): SiteResult {
  const report = reports.find(({ sites }) => sites.includes(site));
  const hasFailed = report?.said.some((each) => each.rule === rule && each.word === 'failed');
  return hasFailed === true
    ? { state: 'not-run', why: 'failed' }
    : { state: 'not-applicable', why: 'no-subject' };
}

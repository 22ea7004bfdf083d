/**
 * Puts the reports of all files together: call sites with ids, callers and results, and findings.
 */
import type { RuleName } from '../../rules/names.ts';
import { RULE_NAMES } from '../../rules/names.ts';
import { worstOf } from '../controls.ts';
import type { CallSite, Caller, Finding, LoggingFacts, Named, SiteResult } from '../model.ts';
import { byPlace } from '../seal.ts';
import { placeText, shortId } from '../text.ts';
import type { FactState } from '../words.ts';
import { answerOf } from './answers.ts';
import { withCallers } from './callers.ts';
import { connectionsOf } from './connections.ts';
import { whyOf } from './facts.ts';
import type { FileReport, HandedCall, OwnSite, RequestKey, Said } from './file-report.ts';
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

interface Making extends ResultsInput {
  readonly ids: ReadonlyMap<RequestKey, string>;
  readonly gateways: ReadonlyMap<RequestKey, OwnSite>;
}

interface Made {
  readonly findings: readonly Finding[];
  /** The finding that an assessment is part of. */
  readonly of: ReadonlyMap<Said, string>;
}

/** One finding for each place, rule and message; what is said of several requests there is one. */
function findingsOf(said: readonly Said[], making: Making): Made {
  const groups = groupBy(
    // What another rule says of the same use is a finding of each in the evidence.
    said.filter(({ reported, byAnotherRule }) => reported || byAnotherRule),
    ({ rule, messageId, at, spot }) => [rule, messageId, at.file, spot].join('\u0000'),
  );
  const counts = new Map<string, number>();
  const of = new Map<Said, string>();
  const findings = [...groups.values()]
    .sort(([a], [b]) => (a && b ? byPlace(a.at, b.at) : 0))
    .flatMap((those): Finding[] => {
      const [first] = those;
      if (!first) return [];
      const key = [first.rule, first.messageId, first.at.file, first.at.function ?? ''];
      const ordinal = counts.get(key.join('\u0000')) ?? 0;
      counts.set(key.join('\u0000'), ordinal + 1);
      const id = shortId('fi', [...key, ordinal], 12);
      for (const each of those) of.set(each, id);
      return [findingOf(id, first, those, making)];
    });
  return { findings, of };
}

function findingOf(id: string, first: Said, those: readonly Said[], making: Making): Finding {
  const { rule, certainty, word, at, messageId, message = rule } = first;
  const keys = [...new Set(those.flatMap((each) => each.sites))];
  const sites = keys.flatMap((key) => making.ids.get(key) ?? []);
  const isOpen = first.outcome === 'unknown';
  // What is said beside a request is mended where it stands, not in the function that sends.
  const isOfRequest = those.every((each) => each.isOfRequest);
  const cause = first.through ?? (isOfRequest ? causeAt(keys, making) : undefined);
  const request = keys.length === 1 ? making.gateways.get(keys[0] ?? '')?.facts.at : undefined;
  return {
    id,
    rule,
    messageId,
    kind: isOpen ? 'cannot-tell' : 'finding',
    severity: making.settingOf(at.file, rule)?.severity === 'warn' ? 'warning' : 'error',
    certainty: certainty === 'by name' ? 'by-name' : 'shown',
    message,
    at,
    sites,
    ...(isOpen && { why: whyOf(word ?? '') }),
    ...(cause && { cause }),
    ...(rule === 'no-raw-prompt-logging' && request && { way: [request, at] }),
  };
}

/** The function that sends for others, where the finding is about what it sends. */
function causeAt(keys: readonly RequestKey[], { gateways }: Making): Named | undefined {
  const [key] = keys;
  const site = keys.length === 1 ? gateways.get(key ?? '') : undefined;
  const name = site?.facts.at.function;
  return site && name !== undefined ? { name, at: site.facts.at } : undefined;
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

/**
 * What stands for something that was said already: the finding of the same rule and message in the file, or in the package.json
 * that it belongs to; else that of another rule at the same place.
 */
function findingLike({ outcome, rule, messageId, at }: Said, { findings }: Made): string[] {
  if (outcome !== 'finding' && outcome !== 'unknown') return [];
  const alike = findings.filter((one) => one.messageId === messageId);
  const own = alike.filter((one) => one.rule === rule);
  const like =
    own.find((one) => one.at.file === at.file) ??
    own.filter((one) => isManifestOf(one.at.file, at.file)).at(-1) ??
    alike.find((one) => one.at.file === at.file && one.at.line === at.line && one.at.column === at.column);
  return like ? [like.id] : [];
}

function isManifestOf(manifest: string, file: string): boolean {
  return (
    /(?:^|\/)package\.json$/.test(manifest) && file.startsWith(manifest.slice(0, -'package.json'.length))
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) put(groups, keyOf(item), item);
  return groups;
}

function put<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const others = groups.get(key);
  if (others) others.push(item);
  else groups.set(key, [item]);
}

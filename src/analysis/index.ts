/**
 * The door to the analysis: one result per file, computed once and shared by every rule.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { factsOf } from './audit/facts.ts';
import type { RecordFacts } from './audit/facts.ts';
import { findAuditTrails } from './audit/trails.ts';
import type { AuditTrail } from './audit/trails.ts';
import { findAuditRecords } from './audit/records.ts';
import type { AuditLoggers, AuditRecord } from './audit/records.ts';
import { findCallSites, importsSdk } from './requests/call-sites.ts';
import type { CallSite } from './requests/call-site.ts';
import type { DeclaredClients } from './clients/sdk-values.ts';
import { findLeaks, findSent, wholeValues } from './content-flow/index.ts';
import type { FlowSettings, Followed, Leak, SentContent, WholeValue } from './content-flow/index.ts';
import { findCompositions } from './compositions.ts';
import type { Composition } from './compositions.ts';
import { credentialTakers, findCredentialUses } from './clients/credentials.ts';
import type { CredentialTaker, CredentialUse } from './clients/credentials.ts';
import { environmentReads } from './clients/environment.ts';
import type { EnvironmentRead } from './clients/environment.ts';
import { findEnvironmentKeys } from './clients/environment-keys.ts';
import type { EnvironmentKeys, EnvironmentWords } from './clients/environment-keys.ts';
import { findHttpCalls } from './http/calls.ts';
import { labelsOf } from './requests/labels.ts';
import type { Label } from './requests/labels.ts';
import { madeClients } from './clients/made-clients.ts';
import type { MadeClient } from './clients/made-clients.ts';
import { reroutesOf } from './requests/destinations.ts';
import type { SetReroute } from './requests/destinations.ts';
import { modelUses } from './requests/model-uses.ts';
import { once } from './once.ts';
import type { ModelUse } from './requests/model-uses.ts';
import { schemaValues } from './requests/schemas.ts';
import type { SchemaValue } from './requests/schemas.ts';
import { findSdkCalls } from './clients/sdk-calls.ts';
import { clientsOf, sdkClients } from './clients/sdk-clients.ts';
import type { SdkClient } from './clients/sdk-clients.ts';
import { sentBy } from './requests/sent-by.ts';
import { setupOf } from './setup/index.ts';
import type { Setup } from './setup/index.ts';
import { findSignals } from './signals/index.ts';
import type { Signals } from './signals/index.ts';
import { nodeAt } from './nodes.ts';
import { indexSyntax } from './syntax-index.ts';
import { findTransport } from './clients/transport.ts';
import type { TransportSetting } from './clients/transport.ts';
import type { Node } from './types.ts';
import { sourcesOf } from './value-sources.ts';
import type { Source } from './value-sources.ts';
import { createResolver } from './values/resolver.ts';

export type { CallSite } from './requests/call-site.ts';
export { bodyFieldOf, namesOfPart, textOfPart, visitSent } from './content-flow/index.ts';
export type { FlowSettings, Leak, SentContent, SentPart } from './content-flow/index.ts';
export type { Composition } from './compositions.ts';
export type { CredentialTaker, CredentialUse } from './clients/credentials.ts';
export type { SdkClient } from './clients/sdk-clients.ts';
export type { ModelUse } from './requests/model-uses.ts';
export { geographyOf } from './requests/geography.ts';
export type { Setup } from './setup/index.ts';
export type { Signals } from './signals/index.ts';
export type { Geography, GeoReading, Misplaced } from './requests/geography.ts';

/** What the analysis knows about one file. */
export interface FileAnalysis {
  readonly program: TSESTree.Program;
  /** Every request to Claude, in source order. */
  readonly callSites: readonly CallSite[];
  /** What else the file does with the API; computed when first asked for. */
  signals(): Signals;
  /** How it sets its SDKs up; computed as it is asked for. */
  setup(): Setup;
  /** Every call that takes credentials of Claude; computed when first asked for. */
  credentialTakers(): readonly CredentialTaker[];
  /** Everything that the file gives to Claude as a credential; computed when first asked for. */
  credentialUses(): readonly CredentialUse[];
  /** Strings that the file puts together; computed at each call. */
  compositions(): readonly Composition[];
  /** Reads of environment variables with such a name. */
  environmentReads(wanted: (name: string) => boolean): readonly EnvironmentRead[];
  /** The innermost node at an index of the text. */
  nodeAt(index: number): Node | undefined;
  /** Every client that the file makes, whether or not it sends anything; computed when first asked for. */
  madeClients(): readonly MadeClient[];
  /** Where the file takes keys from the environment, and chooses between environments. */
  environmentKeys(words: EnvironmentWords): EnvironmentKeys;
  /** The audit records that the file writes. */
  auditRecords(loggers: AuditLoggers | undefined): readonly AuditRecord[];
  /** What is recorded of each request. */
  auditTrails(loggers: AuditLoggers | undefined): readonly AuditTrail[];
  /** What the fields of an audit record show. */
  factsOf(record: AuditRecord): RecordFacts;
  /** The labels of one request, in fields, headers and parameters of which the name carries one. */
  labelsOf(
    site: CallSite,
    loggers: AuditLoggers | undefined,
    isLabel: (name: string) => boolean,
  ): readonly Label[];
  /** What the file sets for the connections of requests and clients. */
  transport(): readonly TransportSetting[];
  /** The clients and providers that the file makes; computed when first asked for. */
  sdkClients(): readonly SdkClient[];
  /** Those that a request can go through; empty where the file does not show them. */
  clientsOf(site: CallSite): readonly SdkClient[];
  /** Variables of the environment that the file sets, and that send requests elsewhere. */
  reroutes(): readonly SetReroute[];
  /** What the value of an expression is made of. */
  sources(expression: Node): readonly Source[];
  /** The values in the schemas that requests carry. */
  schemaValues(): readonly SchemaValue[];
  /** Every model that the file's requests can reach. */
  models(): readonly ModelUse[];
  /** The request that a piece of code outside every request is handed to, if the file shows one. */
  sentBy(piece: Node): CallSite | undefined;
  /**
   * Where content of requests is written down; computed when first asked for.
   *
   * @param settings the same object for the same settings
   */
  leaks(settings: FlowSettings): Followed<Leak>;
  /**
   * What requests send for the model to read; computed when first asked for.
   *
   * @param settings the same object for the same settings
   */
  sent(settings: FlowSettings): Followed<SentContent>;
  /**
   * The values that a call sends whole, and not by chosen fields.
   *
   * @param judge picks them; what goes into one that it picks is not looked at
   */
  wholeValues(content: SentContent, judge: (value: WholeValue) => boolean): readonly WholeValue[];
}

/**
 * Every spelling without which no rule has anything to say about Claude. `max_tokens` and the method
 * chains serve files whose client is made elsewhere.
 */
const MENTIONS = /anthropic|claude|max_tokens|messages\s*\??\.\s*(?:create|stream|parse|batches)\b/i;

/** Where a request can be written without an SDK. */
const MENTIONS_HTTP =
  /anthropic\.com|anthropic-(?:version|beta)|external-anthropic|bedrock-(?:runtime|mantle)|publishers\/anthropic|\/v1\//i;

/** Functions that send HTTP to wherever a variable says. */
const SENDS_HTTP = /\bfetch\b|\baxios\b|\bundici\b|\bgot\b/;

/**
 * True when the text can contain anything about Claude. A scan of the text, nothing else: this is all
 * that a file without Claude costs.
 *
 * @param declared the modules that settings declare as clients
 */
export function mentionsClaude(text: string, declared: DeclaredClients): boolean {
  // Every rule asks this of the same text in turn.
  if (scanned.text !== text) scanned = { text, mentions: MENTIONS.test(text) };
  return scanned.mentions || Object.keys(declared).some((module) => text.includes(lastSegment(module)));
}

let scanned = { text: '', mentions: false };

function lastSegment(module: string): string {
  return (
    module
      .replace(/\.[cm]?[jt]sx?$/, '')
      .split('/')
      .filter((s) => s !== '' && s !== 'index')
      .at(-1) ?? module
  );
}

/**
 * Keyed by the Program and, below it, by the settings that change the result: right when an editor lints
 * one parsed file under several settings, and in Oxlint, where all files share one SourceCode.
 */
const cache = new WeakMap<TSESTree.Program, WeakMap<object, FileAnalysis>>();

/**
 * Analyses a file, or gives back what an earlier rule had it compute.
 *
 * @param declared the modules that settings declare as clients; the same object for the same settings
 */
export function analyzeFile(
  sourceCode: Readonly<TSESLint.SourceCode>,
  declared: DeclaredClients,
): FileAnalysis {
  let bySettings = cache.get(sourceCode.ast);
  if (!bySettings) cache.set(sourceCode.ast, (bySettings = new WeakMap()));
  let analysis = bySettings.get(declared);
  if (!analysis) bySettings.set(declared, (analysis = analyze(sourceCode, declared)));
  return analysis;
}

function analyze(sourceCode: Readonly<TSESLint.SourceCode>, declared: DeclaredClients): FileAnalysis {
  const index = indexSyntax(sourceCode);
  const resolver = createResolver(sourceCode, index);
  const sites = findCallSites(resolver, declared);
  const { text } = sourceCode;
  const bySdk = importsSdk(resolver);
  if (MENTIONS_HTTP.test(text) || (!bySdk && SENDS_HTTP.test(text) && text.includes('claude-'))) {
    const taken = new Set(sites.map((site) => site.node));
    sites.push(...findHttpCalls(resolver, declared).filter((site) => !taken.has(site.node)));
  }
  const callSites = sites.sort((a, b) => a.node.range[0] - b.node.range[0]);
  const leaks = new WeakMap<FlowSettings, Followed<Leak>>();
  const sent = new WeakMap<FlowSettings, Followed<SentContent>>();
  const calls = once(() => findSdkCalls(resolver, declared));
  const takers = once(() => credentialTakers(resolver, calls()));
  const clients = once(() => sdkClients(resolver, calls()));
  const made = once(() => madeClients(resolver, calls(), callSites));
  const records = new Map<AuditLoggers | undefined, readonly AuditRecord[]>();
  const auditRecords = (loggers: AuditLoggers | undefined): readonly AuditRecord[] => {
    let found = records.get(loggers);
    if (!found) records.set(loggers, (found = findAuditRecords(resolver, loggers)));
    return found;
  };
  return {
    program: index.program,
    callSites,
    auditRecords,
    auditTrails: (loggers) => findAuditTrails(resolver, callSites, auditRecords(loggers), loggers),
    factsOf: (record) => factsOf(resolver, record),
    labelsOf: (site, loggers, isLabel) => labelsOf(resolver, site, auditRecords(loggers), isLabel),
    signals: once(() => findSignals(resolver, declared, callSites, bySdk)),
    setup: once(() => setupOf(resolver, declared, callSites, calls)),
    credentialTakers: takers,
    madeClients: made,
    environmentKeys: (words) => findEnvironmentKeys(resolver, declared, made(), words),
    environmentReads: (wanted) => environmentReads(resolver, wanted),
    credentialUses: once(() => findCredentialUses(resolver, declared, takers(), callSites)),
    compositions: () => findCompositions(resolver),
    nodeAt: (at) => nodeAt(resolver, at),
    transport: () => findTransport(resolver, callSites, made),
    sdkClients: clients,
    clientsOf: (site) => clientsOf(resolver, declared, clients(), site),
    reroutes: () => reroutesOf(resolver),
    sources: (expression) => sourcesOf(resolver, expression),
    schemaValues: () => schemaValues(resolver, callSites),
    models: () => modelUses(resolver, callSites),
    sentBy: (piece) => sentBy(index, callSites, piece),
    leaks(settings) {
      let found = leaks.get(settings);
      if (!found) leaks.set(settings, (found = findLeaks(resolver, callSites, declared, text, settings)));
      return found;
    },
    wholeValues: (content, judge) => wholeValues(content, (node) => index.variableOf(node), judge),
    sent(settings) {
      let found = sent.get(settings);
      if (!found) sent.set(settings, (found = findSent(resolver, callSites, declared, settings)));
      return found;
    },
  };
}

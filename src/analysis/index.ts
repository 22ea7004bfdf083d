/**
 * The door to the analysis: one result per file, computed once and shared by every rule.
 */
import type { ModuleLoader, Surroundings } from './values/answers.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { GatewayDirectory } from './syntax/declared-gateways.ts';
import { factsOf } from './records/facts.ts';
import type { RecordFacts } from './records/facts.ts';
import { isSaidByNobody } from './records/callers-record.ts';
import { findAuditTrails, isAskedWhereMade } from './records/trails.ts';
import type { AuditTrail } from './records/trails.ts';
import { findAuditRecords } from './records/records.ts';
import type { AuditRecord, RecordQuery } from './records/records.ts';
import { importsSdk } from './requests/call-sites.ts';
import { makersAskedElsewhere } from './sites/asked-elsewhere.ts';
import { sitesIn } from './sites/file-sites.ts';
import { callersDecide, exportsAround, isHandedOut, runsForCallers } from './sites/callers.ts';
import { roadsOf } from './sites/roads.ts';
import type { Road } from './sites/roads.ts';
import { handedSites, isHandedSite } from './sites/handed-sites.ts';
import type { HandedSite } from './sites/handed-sites.ts';
import type { CallSite } from './requests/call-site.ts';
import { findAnswerEnds, findLeaks, findSent, isRedacting, wholeValues } from './content-flow/index.ts';
import type {
  AnswerEnd,
  FlowSettings,
  Followed,
  Leak,
  SentContent,
  WholeValue,
} from './content-flow/index.ts';
import { findCompositions } from './values/compositions.ts';
import type { Composition } from './values/compositions.ts';
import { credentialTakers, findCredentialUses } from './connections/credentials.ts';
import type { CredentialUse } from './connections/credentials.ts';
import { publicEntries } from './clients/runtime-config.ts';
import type { PublicEntry } from './clients/runtime-config.ts';
import { environmentReads } from './clients/environment.ts';
import type { EnvironmentRead } from './clients/environment.ts';
import { findEnvironmentKeys } from './connections/environment-keys.ts';
import type { EnvironmentKeys, EnvironmentWords } from './connections/environment-keys.ts';
import { hiddenLabel } from './records/hidden-labels.ts';
import { labelsOf, labelsOfWay } from './records/labels.ts';
import type { Label } from './records/labels.ts';
import { textsOfAnswer } from './http/urls.ts';
import { handedOptions } from './connections/handed-options.ts';
import { clientsForClaude } from './connections/made-clients.ts';
import { reroutesOf } from './connections/destinations.ts';
import type { Senders, SetReroute } from './connections/destinations.ts';
import { modelUses } from './requests/model-uses.ts';
import { once, oncePer } from './syntax/once.ts';
import type { ModelUse } from './requests/model-uses.ts';
import { asksOtherVendor } from './requests/other-vendors.ts';
import { partsOf, partsOfClient } from './requests/request-parts.ts';
import { requestSchemas } from './requests/request-schemas.ts';
import type { RequestSchemas } from './requests/request-schemas.ts';
import { findSdkCalls } from './clients/sdk-calls.ts';
import { findClients } from './clients/client.ts';
import { clientsOf, makersBehind } from './requests/clients-of.ts';
import type { Client, ClientHere } from './clients/client.ts';
import { sentBy } from './requests/sent-by.ts';
import { userIdsOf } from './sites/user-ids.ts';
import type { UserIds } from './sites/user-ids.ts';
import { setupOf } from './setup/index.ts';
import type { Setup } from './setup/index.ts';
import { findSignals } from './signals/index.ts';
import type { Signals } from './signals/index.ts';
import { nodeAt } from './syntax/nodes.ts';
import { indexSyntax } from './syntax/syntax-index.ts';
import type { ParsedFile } from './syntax/syntax-index.ts';
import { findTransport } from './connections/transport.ts';
import type { TransportSetting } from './connections/transport.ts';
import type { CallNode, Frame, Node, Unknown } from './syntax/types.ts';
import { sourcesOf } from './values/value-sources.ts';
import type { Source } from './values/value-sources.ts';
import { createEvaluator } from './values/evaluator.ts';

export type { RecordQuery } from './records/records.ts';
export type { CallSite } from './requests/call-site.ts';
export type { HandedSite } from './sites/handed-sites.ts';
export { isHandedSite, isServedThere } from './sites/handed-sites.ts';
export type { Road } from './sites/roads.ts';
export type {
  DeclaredGateways,
  Gateway,
  GatewayAspect,
  GatewayDirectory,
  GatewayExports,
} from './syntax/declared-gateways.ts';
export type { DeclaredClients, LoadedModule, ModuleLoader, Surroundings } from './values/answers.ts';
export type { ParsedFile } from './syntax/syntax-index.ts';
export {
  bodyFieldOf,
  isHandle,
  isMetadataName,
  isNameOfThing,
  namesOfPart,
  textOfPart,
  visitSent,
} from './content-flow/index.ts';
export type { AnswerEnd, FlowSettings, Leak, SentContent, SentPart } from './content-flow/index.ts';
export type { Composition } from './values/compositions.ts';
export type { CredentialUse } from './connections/credentials.ts';
export type { Client, ClientHere } from './clients/client.ts';
export type { ModelUse } from './requests/model-uses.ts';
export { isHandingAround } from './values/frameworks.ts';
export { mayAsk, mayHandOutClient, mentionsClaude, mentionsToImporters } from './sites/request-texts.ts';
export { MIDDLEWARE_TEXT } from './content-flow/middleware.ts';
export { gatewayRoutes } from './requests/gateway-routes.ts';
export { geographyOf } from './requests/geography.ts';
export { namesWorkspace } from './requests/workspaces.ts';
export type { Setup } from './setup/index.ts';
export type { Signals } from './signals/index.ts';
export type { Geography, GeoReading, Misplaced } from './requests/geography.ts';

/** What the analysis knows about one file. */
export interface FileAnalysis extends Pick<Senders, 'extendedClients' | 'handedOptions' | 'textsOf'> {
  readonly program: TSESTree.Program;
  /** Every request to Claude, in source order. */
  readonly callSites: readonly CallSite[];
  /** Every request that functions of other modules make for calls of this file, in source order. */
  handedSites(): readonly HandedSite[];
  /** By which roads it reaches Claude, in source order. */
  roads(): readonly Road[];
  /** The names by which other packages call the functions around a node: `complete`, `Assistant.ask`. */
  exportsAround(node: Node): readonly string[];
  /** True when callers of the file, in other modules of the project, decide what it cannot tell: each is asked in its own file. */
  callersDecide(answer: Pick<Unknown, 'node'> & Partial<Pick<Unknown, 'reason'>>): boolean;
  /** True when what a call makes is handed out to other modules: what it leaves open, each of their requests is asked. */
  isHandedOut(made: Node): boolean;
  /** True when the file took all the steps that it may take: what is not known may be so for that alone. */
  isFollowedInPart(): boolean;
  /** What else the file does with the API; computed when first asked for. */
  signals(): Signals;
  /** How it sets its SDKs up; computed as it is asked for. */
  setup(): Setup;
  /** Every call that takes credentials of Claude; computed when first asked for. */
  credentialTakers(): readonly ClientHere[];
  /** Everything that the file gives to Claude as a credential; computed when first asked for. */
  credentialUses(): readonly CredentialUse[];
  /** Strings that the file puts together; computed at each call. */
  compositions(): readonly Composition[];
  /** Reads of environment variables with such a name. */
  environmentReads(wanted: (name: string) => boolean): readonly EnvironmentRead[];
  /** What the file puts into the part of Nuxt's configuration that every page is sent. */
  publicEntries(): readonly PublicEntry[];
  /** The innermost node at an index of the text. */
  nodeAt(index: number): Node | undefined;
  /** Every client that the file makes, whether or not it sends anything; computed when first asked for. */
  madeClients(): readonly ClientHere[];
  /** Where the file takes keys from the environment, and chooses between environments. */
  environmentKeys(words: EnvironmentWords): EnvironmentKeys;
  /** The audit records that the file writes. */
  auditRecords(query: RecordQuery): readonly AuditRecord[];
  /** What is recorded of each request, and of those that other modules make for calls of the file. */
  auditTrails(query: RecordQuery): readonly AuditTrail[];
  /** What the fields of an audit record show. */
  factsOf(record: AuditRecord): RecordFacts;
  /** The labels of one request, in fields, headers and parameters of which the name carries one. */
  labelsOf(site: CallSite, query: RecordQuery, isLabel: (name: string) => boolean): readonly Label[];
  /** The place that may hold a label of a request which the file does not show. */
  hiddenLabel(site: CallSite): Node | undefined;
  /** What the file sets for the connections of requests and clients. */
  transport(): readonly TransportSetting[];
  /** The clients and providers that the file makes; computed when first asked for. */
  sdkClients(): readonly ClientHere[];
  /** Those that a request can go through; empty where the file does not show them. */
  clientsOf(site: CallSite): readonly Client[];
  /** What a request is made of: the call, its client, and what it is read from, in other modules as well; computed at each call. */
  partsOf(site: CallSite): readonly Node[];
  /** The same of a client. */
  partsOfClient(client: Client): readonly Node[];
  /** Variables of the environment that the file sets, and that send requests elsewhere. */
  reroutes(): readonly SetReroute[];
  /** What the value of an expression is made of, in a frame. */
  sources(expression: Node, frame?: Frame): readonly Source[];
  /** The user ids of a request. */
  userIds(site: CallSite): UserIds;
  /** True where the model that a call of a library is given is surely another vendor's. */
  asksOtherVendor(call: CallNode): boolean;
  /** The schemas that each request carries. */
  schemas(): readonly RequestSchemas[];
  /** Every model that the file's requests can reach. */
  models(): readonly ModelUse[];
  /** True where a redactor, by its name or by what it does, takes identifying data out of what it is handed. */
  redacts(node: Node, settings: FlowSettings): boolean;
  /** True when other modules call a function that a piece of code runs in. */
  runsForCallers(piece: Node): boolean;
  /** True where other modules call for a request, and none above it has, or reaches, a text that is wanted. */
  isSaidByNobody(site: CallSite, wanted: (text: string) => boolean): boolean;
  /** True for a request that another module makes, and is asked about itself, whoever calls for it. */
  isAskedWhereMade(site: CallSite): boolean;
  /** The path of the module that a node stands in; undefined for nodes of the file itself. */
  pathOf(node: Node): string | undefined;
  /** True when the text of the file, or of a module it reaches, has this word anywhere. */
  mentions(word: string): boolean;
  /** How many files were followed so far, the file itself among them. */
  followed(): number;
  /** The request that a piece of code outside every request is handed to, if the file shows one. */
  sentBy(piece: Node): CallSite | undefined;
  /**
   * Where content of requests is written down; computed when first asked for.
   *
   * @param settings the same object for the same settings
   */
  leaks(settings: FlowSettings): Followed<Leak>;
  /**
   * Where answers of requests go; computed when first asked for.
   *
   * @param settings the same object for the same settings
   */
  answerEnds(settings: FlowSettings): Followed<AnswerEnd>;
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
 * Keyed by the Program and, below it, by the settings that change the result: right when an editor lints
 * one parsed file under several settings, and in Oxlint, where all files share one SourceCode.
 */
const cache = new WeakMap<TSESTree.Program, WeakMap<object, Remembered>>();

/** Analyses a file, or gives back what an earlier rule had it compute. */
export function analyzeFile(sourceCode: ParsedFile, surroundings: Surroundings): FileAnalysis {
  const { declared, gateways, modules } = surroundings;
  let bySettings = cache.get(sourceCode.ast);
  if (!bySettings) cache.set(sourceCode.ast, (bySettings = new WeakMap()));
  // Declared clients are one object for the same settings, and so are the modules of a project.
  const known = bySettings.get(declared);
  if (known && known.modules === modules && known.gateways === gateways) return known.analysis;
  const analysis = analyze(sourceCode, surroundings);
  bySettings.set(declared, { analysis, gateways, modules });
  return analysis;
}

interface Remembered {
  readonly analysis: FileAnalysis;
  readonly gateways: GatewayDirectory | undefined;
  readonly modules: ModuleLoader | undefined;
}

function analyze(sourceCode: ParsedFile, surroundings: Surroundings): FileAnalysis {
  const index = indexSyntax(sourceCode);
  const ev = createEvaluator(index, surroundings);
  const handed = once(() => handedSites(ev).filter(({ through }) => !through));
  // What only this file makes a request to Claude is its own.
  const callSites = [...sitesIn(ev, index), ...handedSites(ev).filter(({ through }) => through)];
  /** Its own requests, and those that other modules make for it. */
  const asked = (): readonly CallSite[] => [...callSites, ...handed()];
  const found = once(() => findClients(ev, findSdkCalls(ev)));
  const clients = once(() => found().filter(({ sends }) => sends));
  const asking = once(() => makersBehind(ev, clients(), callSites));
  const asksClaude = (maker: CallNode): boolean => asking().has(maker);
  const elsewhere = once(() => makersAskedElsewhere(ev, found()));
  const takers = once(() =>
    credentialTakers(ev, found(), (maker) => asksClaude(maker) || elsewhere().has(maker)),
  );
  const made = once(() => clientsForClaude(found(), callSites, asksClaude));
  const content = <Result>(work: () => Result): Result => ev.payingFor('content', work);
  const auditRecords = oncePer((query: RecordQuery) => content(() => findAuditRecords(ev, query)));
  return {
    program: index.program,
    callSites,
    handedSites: handed,
    roads: () => roadsOf(ev, callSites, made()),
    exportsAround: (node) => exportsAround(ev, node),
    callersDecide: (answer) => callersDecide(ev, answer),
    isHandedOut: (made) => isHandedOut(ev, made),
    auditRecords,
    auditTrails: (query) => content(() => findAuditTrails(ev, asked(), query)),
    factsOf: (record) => content(() => factsOf(ev, record)),
    hiddenLabel: (site) => hiddenLabel(ev, site),
    labelsOf: (site, query, isLabel) =>
      content(() => {
        const labels = labelsOf(ev, site, auditRecords(query), isLabel);
        return isHandedSite(site) ? [...labels, ...labelsOfWay(ev, site, query, isLabel)] : labels;
      }),
    isFollowedInPart: () => ev.isSpent,
    signals: once(() => findSignals(ev, callSites, importsSdk(index))),
    setup: once(() => setupOf(ev, callSites, found)),
    credentialTakers: takers,
    madeClients: made,
    environmentKeys: (words) => findEnvironmentKeys(ev, made(), words),
    publicEntries: () => publicEntries(ev),
    environmentReads: (wanted) => environmentReads(ev, wanted),
    credentialUses: once(() => findCredentialUses(ev, takers(), callSites)),
    compositions: () => findCompositions(ev),
    nodeAt: (at) => nodeAt(ev, at),
    transport: () => findTransport(ev, callSites, made),
    sdkClients: clients,
    clientsOf: (site) => clientsOf(ev, clients(), site),
    handedOptions: () => handedOptions(ev),
    extendedClients: () => found().filter(({ sdk, sends }) => sdk !== undefined && !sends),
    textsOf: (answer) => textsOfAnswer(ev, answer).map(({ pieces }) => pieces),
    partsOf: (site) => partsOf(ev, site, clientsOf(ev, clients(), site)),
    partsOfClient: (client) => partsOfClient(ev, client),
    reroutes: () => reroutesOf(ev),
    sources: (expression, frame) => sourcesOf(ev, expression, frame),
    userIds: (site) => userIdsOf(ev, site),
    asksOtherVendor: (call) => asksOtherVendor(ev, call),
    schemas: () => requestSchemas(ev, asked()),
    models: () => modelUses(ev, asked()),
    redacts: (node, { redactors }) => content(() => isRedacting(ev, node, redactors)),
    runsForCallers: (piece) => runsForCallers(ev, piece),
    isAskedWhereMade: (site) => isAskedWhereMade(ev, site),
    isSaidByNobody: (site, wanted) => isSaidByNobody(ev, site, wanted),
    pathOf: (node) => ev.index.indexOf(node).path,
    mentions: (word) => ev.mentions(word),
    followed: () => ev.files().length,
    sentBy: (piece) => sentBy(index, callSites, piece),
    leaks: oncePer((settings) =>
      content(() => findLeaks(ev, { callSites: asked(), clients: made }, settings)),
    ),
    answerEnds: oncePer(({ redactors }) => content(() => findAnswerEnds(ev, asked(), redactors))),
    wholeValues: (sent, judge) => content(() => wholeValues(ev, sent, judge)),
    sent: oncePer((settings) => content(() => findSent(ev, asked(), settings))),
  };
}

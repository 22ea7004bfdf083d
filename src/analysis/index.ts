/**
 * The door to the analysis: one result per file, computed once and shared by every rule.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findCallSites, importsSdk } from './call-sites.ts';
import type { CallSite } from './call-site.ts';
import type { DeclaredClients } from './clients.ts';
import { findLeaks, findSent, wholeValues } from './content-flow/index.ts';
import type { FlowSettings, Leak, SentContent, WholeValue } from './content-flow/index.ts';
import { findHttpCalls } from './http-calls.ts';
import { reroutesOf } from './destinations.ts';
import type { SetReroute } from './destinations.ts';
import { modelUses } from './model-uses.ts';
import type { ModelUse } from './model-uses.ts';
import { clientsOf, madeClients } from './sdk-clients.ts';
import type { SdkClient } from './sdk-clients.ts';
import { sentBy } from './sent-by.ts';
import { findSignals } from './signals/index.ts';
import type { Signals } from './signals/index.ts';
import { indexSyntax } from './syntax-index.ts';
import type { Node } from './types.ts';
import { createResolver } from './values/resolver.ts';

export type { CallSite } from './call-site.ts';
export { bodyFieldOf, namesOfPart, textOfPart, visitSent } from './content-flow/index.ts';
export type { FlowSettings, Leak, SentContent, SentPart } from './content-flow/index.ts';
export type { SdkClient } from './sdk-clients.ts';
export type { ModelUse } from './model-uses.ts';
export { geographyOf } from './geography.ts';
export type { Signals } from './signals/index.ts';
export type { Geography, GeoReading, Misplaced } from './geography.ts';

/** What the analysis knows about one file. */
export interface FileAnalysis {
  /** Every request to Claude, in source order. */
  readonly callSites: readonly CallSite[];
  /** What else the file does with the API; computed when first asked for. */
  signals(): Signals;
  /** The clients and providers that the file makes; computed when first asked for. */
  clients(): readonly SdkClient[];
  /** Those that a request can go through; empty where the file does not show them. */
  clientsOf(site: CallSite): readonly SdkClient[];
  /** Variables of the environment that the file sets, and that send requests elsewhere. */
  reroutes(): readonly SetReroute[];
  /** Every model that the file's requests can reach. */
  models(): readonly ModelUse[];
  /** The request that a piece of code outside every request is handed to, if the file shows one. */
  sentBy(piece: Node): CallSite | undefined;
  /**
   * Where content of requests is written down; computed when first asked for.
   *
   * @param settings the same object for the same settings
   */
  leaks(settings: FlowSettings): readonly Leak[];
  /**
   * What requests send for the model to read; computed when first asked for.
   *
   * @param settings the same object for the same settings
   */
  sent(settings: FlowSettings): readonly SentContent[];
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
  let signals: Signals | undefined;
  const leaks = new WeakMap<FlowSettings, readonly Leak[]>();
  const sent = new WeakMap<FlowSettings, readonly SentContent[]>();
  let clients: readonly SdkClient[] | undefined;
  const made = (): readonly SdkClient[] => (clients ??= madeClients(resolver, declared));
  return {
    clients: made,
    clientsOf: (site) => clientsOf(resolver, declared, made(), site),
    callSites,
    signals: () => (signals ??= findSignals(resolver, declared, callSites, bySdk)),
    reroutes: () => reroutesOf(resolver),
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

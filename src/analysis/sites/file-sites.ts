/**
 * Every request that one file makes, by an SDK or over HTTP.
 */
import { findHttpCalls } from '../http/calls.ts';
import { findCommands } from '../http/commands.ts';
import type { CallSite } from '../requests/call-site.ts';
import { findCallSites, importsSdk } from '../requests/call-sites.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { DeclaredClients, Evaluator } from '../values/answers.ts';
import { mayAsk } from './request-texts.ts';

/** Where a request can be written without an SDK. */
const MENTIONS_HTTP =
  /anthropic\.com|anthropic-(?:version|beta)|external-anthropic|bedrock-(?:runtime|mantle)|publishers\/anthropic|\/v1\//i;

/** Functions that send HTTP to wherever a variable says. */
const SENDS_HTTP = /\bfetch\b|\baxios\b|\bundici\b|\bgot\b/;

const memory = new WeakMap<Evaluator, Map<SyntaxIndex, readonly CallSite[]>>();

/**
 * The requests of a file, in source order: of the asking file, or of a module it imports.
 *
 * Asked once for each evaluator and file.
 */
export function sitesIn(ev: Evaluator, file: SyntaxIndex): readonly CallSite[] {
  let byFile = memory.get(ev);
  if (!byFile) memory.set(ev, (byFile = new Map<SyntaxIndex, readonly CallSite[]>()));
  let sites = byFile.get(file);
  if (!sites) {
    // Entered before they are found: modules can import one another.
    byFile.set(file, []);
    byFile.set(file, (sites = findSites(ev, file)));
  }
  return sites;
}

const asking = new WeakMap<SyntaxIndex, { readonly of: DeclaredClients; readonly mayAsk: boolean }>();

/** False for a module in which no request can stand, by its text; the scan serves all files that lead to the module. */
function mayHoldRequests(ev: Evaluator, file: SyntaxIndex): boolean {
  const { declared } = ev;
  let known = asking.get(file);
  if (known?.of !== declared) {
    known = { of: declared, mayAsk: mayAsk(file.text, declared) };
    asking.set(file, known);
  }
  return known.mayAsk || ev.gatewaysReached().length > 0;
}

function findSites(ev: Evaluator, file: SyntaxIndex): readonly CallSite[] {
  if (file !== ev.index && !mayHoldRequests(ev, file)) return [];
  const sites = findCallSites(ev, file);
  const { text } = file;
  if (
    MENTIONS_HTTP.test(text) ||
    (text.includes('claude-') && ev.mentions('anthropic.com')) ||
    (!importsSdk(file) && SENDS_HTTP.test(text) && (text.includes('claude-') || ev.mentions('claude-')))
  ) {
    const taken = new Set(sites.map((site) => site.node));
    sites.push(...findHttpCalls(ev, file).filter((site) => !taken.has(site.node)));
  }
  sites.push(...findCommands(ev, file));
  return sites.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

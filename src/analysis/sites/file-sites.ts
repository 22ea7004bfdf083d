/**
 * Every request that one file makes, by an SDK or over HTTP.
 */
import { remembered } from '../../project/remembered.ts';
import { findHttpCalls, httpSiteIn } from '../http/calls.ts';
import { findCommands } from '../http/commands.ts';
import type { CallSite } from '../requests/call-site.ts';
import { findCallSites, importsSdk } from '../requests/call-sites.ts';
import { HTTP_PACKAGE_IN_TEXT } from '../sdk-surface/http-packages.ts';
import { contains } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import type { DeclaredClients, Evaluator } from '../values/answers.ts';
import { mayAsk } from './request-texts.ts';

/** Where a request can be written without an SDK. */
const MENTIONS_HTTP =
  /anthropic\.com|anthropic-(?:version|beta)|external-anthropic|bedrock-(?:runtime|mantle)|publishers\/anthropic|\bv1\/|\bchat\/completions/i;

/** Functions that send HTTP to wherever a variable says. */
const SENDS_HTTP = /\b(?:fetch|axios|undici|got)\b/;

/** What was found for one asking file. */
interface Found {
  readonly byPiece: Map<Node, readonly CallSite[]>;
  /** A request is the same one, whichever piece around it was looked at. */
  readonly byNode: Map<Node, CallSite>;
}

const memory = new WeakMap<Evaluator, Found>();

/** The requests of a file, in source order: of the asking file, or of a module it imports. */
export function sitesIn(ev: Evaluator, file: SyntaxIndex): readonly CallSite[] {
  return sitesOfPiece(ev, file, file.program);
}

/** The requests in a piece of a file, in source order. Of a module no more is looked at than that. */
export function sitesWithin(ev: Evaluator, piece: Node): readonly CallSite[] {
  const file = ev.index.indexOf(piece);
  return file === ev.index
    ? sitesIn(ev, file).filter(({ node }) => contains(piece, node))
    : sitesOfPiece(ev, file, piece);
}

/** The request that a call is, of whatever file. */
export function siteAt(ev: Evaluator, call: CallNode): CallSite | undefined {
  return sitesWithin(ev, call).find(({ node }) => node === call);
}

/** The request that a call without an SDK is for one caller, in the frame of what that hands in. */
export function httpSiteFor(ev: Evaluator, call: CallNode, frame: Frame): CallSite | undefined {
  return maySendHttp(ev, ev.index.indexOf(call)) ? httpSiteIn(ev, call, frame) : undefined;
}

/** Found once for each evaluator and piece. */
function sitesOfPiece(ev: Evaluator, file: SyntaxIndex, piece: Node): readonly CallSite[] {
  let found = memory.get(ev);
  if (!found) memory.set(ev, (found = { byPiece: new Map(), byNode: new Map() }));
  const { byPiece, byNode } = found;
  let sites = byPiece.get(piece);
  if (!sites) {
    // Entered before they are found: modules can import one another.
    byPiece.set(piece, []);
    sites = findSites(ev, file, piece).map((site) => remembered(byNode, site.node, () => site));
    byPiece.set(piece, sites);
  }
  return sites;
}

const sending = new WeakMap<SyntaxIndex, { readonly names: boolean; readonly sends: boolean }>();

/** Whether requests without an SDK can stand in a file. */
function maySendHttp(ev: Evaluator, file: SyntaxIndex): boolean {
  const { text } = file;
  let known = sending.get(file);
  if (!known) {
    const sends = (SENDS_HTTP.test(text) || HTTP_PACKAGE_IN_TEXT.test(text)) && !importsSdk(file);
    sending.set(file, (known = { names: MENTIONS_HTTP.test(text), sends }));
  }
  if (known.names || (file.mentions('claude-') && ev.mentions('anthropic.com'))) return true;
  return known.sends && (file.mentions('claude-') || ev.mentions('claude-'));
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

function findSites(ev: Evaluator, file: SyntaxIndex, piece: Node): readonly CallSite[] {
  if (file !== ev.index && !mayHoldRequests(ev, file)) return [];
  const calls = file.callsWithin(piece);
  const sites = findCallSites(ev, file, calls);
  if (maySendHttp(ev, file)) {
    const taken = new Set(sites.map((site) => site.node));
    sites.push(...findHttpCalls(ev, calls).filter((site) => !taken.has(site.node)));
  }
  if (file.mentions('claude')) {
    const taggedTemplates =
      piece === file.program
        ? file.taggedTemplates
        : file.taggedTemplates.filter((each) => contains(piece, each));
    sites.push(...findCommands(ev, { calls, taggedTemplates }));
  }
  return sites.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

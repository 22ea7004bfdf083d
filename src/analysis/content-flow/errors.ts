/**
 * Which caught errors hold content: those of SDKs that keep the request, or quote the answer, in what they throw.
 */
import type { CallSite } from '../requests/call-site.ts';
import { calleeName, contains, unwrap } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import type { ContentKind } from './types.ts';

/** What an error that a request throws holds. */
interface ErrorFacts {
  /** Fields that are, or hold, content. */
  readonly content: ReadonlySet<string>;
  /** The whole error shows content when it is printed. */
  readonly whole: boolean;
  /** Its message quotes what Claude answered. */
  readonly quotes: boolean;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** `APICallError.requestBodyValues` is the prompt; others quote the answer (read from `ai` 6 and 7, 2026-11-21). */
const AI_SDK: ErrorFacts = {
  content: set('requestBodyValues responseBody data text value toolInput response'),
  whole: true,
  quotes: false,
};
/** Errors of axios and its like carry the request's configuration, body included. */
const HTTP_CLIENT: ErrorFacts = { content: set('config request'), whole: true, quotes: false };
/** `parse()` and the tool runner quote what they cannot read (read from the SDK 1.12, 2026-11-21). */
const PARSING: ErrorFacts = { content: set(''), whole: true, quotes: true };

/** Fields that hold further errors. */
const INNER = set('cause error errors lastError reason');
/** How many same-file calls are searched for a request. */
const MAX_CALLS = 3;

/**
 * What is known of a field of a caught error.
 *
 * @param at the `catch` clause, or the function that is handed the error
 * @returns the kind of content and the request it belongs to; undefined where none is known to be there
 */
export function errorContent(
  ev: Evaluator,
  callSites: readonly CallSite[],
  at: Node,
  path: Path,
): { kind: ContentKind; site: CallSite } | undefined {
  const guarded = guardedBy(at);
  if (!guarded) return undefined;
  const [key] = path.filter((step) => !INNER.has(step) && !/^\d+$|^\*$/.test(step));
  for (const site of requestsIn(ev, callSites, guarded, 0)) {
    const facts = factsOf(site);
    if (!facts) continue;
    if (key === undefined) {
      if (facts.whole) return { kind: 'error', site };
    } else if (facts.content.has(key)) {
      return { kind: facts === AI_SDK && key !== 'requestBodyValues' ? 'completion' : 'prompt', site };
    } else if (facts.quotes && (key === 'message' || key === 'stack')) {
      return { kind: 'error', site };
    }
  }
  return undefined;
}

function factsOf({ operation, via, node }: CallSite): ErrorFacts | undefined {
  if (operation.sdk === 'ai-sdk' || operation.sdk === 'mastra') return AI_SDK;
  if (via === 'http') return isConfiguredClient(node) ? HTTP_CLIENT : undefined;
  return /\.(?:parse|toolRunner)$/.test(operation.id) ? PARSING : undefined;
}

/** axios, got and their like throw errors that carry the configuration of the request. */
function isConfiguredClient({ callee }: CallNode): boolean {
  const target = unwrap(callee);
  const receiver = target.type === 'MemberExpression' ? unwrap(target.object) : target;
  const name = receiver.type === 'Identifier' ? receiver.name : (calleeName(receiver) ?? '');
  return /axios|^got$|^ky$|superagent|needle|http(?:Service|Client)|api(?:Client)?$/i.test(name);
}

/** The code whose errors arrive there. */
function guardedBy(at: Node): Node | undefined {
  if (at.type === 'CatchClause') return at.parent.block;
  let node: Node | undefined = at.parent;
  while (node && node.type !== 'CallExpression' && node.type !== 'NewExpression') node = node.parent;
  return node?.type === 'CallExpression' && node.callee.type === 'MemberExpression'
    ? node.callee.object
    : node;
}

function requestsIn(
  ev: Evaluator,
  callSites: readonly CallSite[],
  place: Node,
  depth: number,
): readonly CallSite[] {
  const direct = callSites.filter((site) => contains(place, site.node));
  if (direct.length > 0 || depth >= MAX_CALLS) return direct;
  const inner = new Set<FunctionNode>();
  for (const call of ev.index.callsWithin(place)) {
    for (const { node } of functionsOf(ev, call.callee)) inner.add(node);
  }
  return [...inner].flatMap((fn) => (contains(fn, place) ? [] : requestsIn(ev, callSites, fn, depth + 1)));
}

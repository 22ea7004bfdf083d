/**
 * Whether anybody who calls for a request records it. Where nobody does, the record is missing where the request stands, once, and not
 * at each of its callers.
 */
import type { CallSite } from '../requests/call-site.ts';
import { callsElsewhere, isHandedToCall, mayBeSaidAbove, runsForCallers } from '../sites/callers.ts';
import { isAskedAsItIs, isHandedSite } from '../sites/handed-sites.ts';
import type { CallNode } from '../syntax/types.ts';
import { functionsAround } from '../syntax/nodes.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/callers.ts';
import { mayRecord } from './records.ts';
import type { RecordQuery } from './records.ts';

/** How many functions of other modules are gone up from a request, and how many calls are looked at. */
const MAX_UP = 4;
const MAX_CALLS = 256;

/** The calls that lead to a request, where none is recorded: `all`, where no module that could is one that records anything. */
type Bare = ReadonlySet<CallNode> | 'all' | undefined;

const memory = new WeakMap<Evaluator, Map<CallNode, Bare>>();

/**
 * True where all calls for a request are known, up to those that nobody calls, and none is seen to be recorded or meant to be.
 *
 * @param request a call in the asking file, or in a module at hand, that runs for callers in other modules
 * @param call the call of the asking file that leads to it
 * @param isRecorded whether a call is recorded where it stands
 */
export function isRecordedByNobody(
  ev: Evaluator,
  { call, request }: { readonly call: CallNode; readonly request: CallNode },
  query: RecordQuery,
  isRecorded: (call: CallNode) => boolean,
): boolean {
  let known = memory.get(ev);
  if (!known) memory.set(ev, (known = new Map<CallNode, Bare>()));
  let bare = known.get(request);
  if (!known.has(request)) {
    // Entered before it is found: functions can call one another.
    known.set(request, undefined);
    bare = mayBeSaidAbove(ev, request, mayRecord(query)) ? bareCalls(ev, request, isRecorded) : 'all';
    known.set(request, bare);
  }
  return bare === 'all' || bare?.has(call) === true;
}

function bareCalls(
  ev: Evaluator,
  request: CallNode,
  isRecorded: (call: CallNode) => boolean,
): ReadonlySet<CallNode> | undefined {
  const seen = new Set<CallNode>([request]);
  let level: readonly CallNode[] = [request];
  for (let up = 0; level.length > 0; up += 1) {
    if (up > MAX_UP || seen.size > MAX_CALLS) return undefined;
    const next: CallNode[] = [];
    for (const each of level) {
      const callers = up > 0 && isRecorded(each) ? undefined : callersUp(ev, each);
      if (!callers) return undefined;
      next.push(...callers.filter((caller) => !seen.has(caller)));
      for (const caller of callers) seen.add(caller);
    }
    level = next;
  }
  return seen;
}

/** The calls of the functions around a call, in its file and in others; undefined where they are not all known. */
function callersUp(ev: Evaluator, call: CallNode): readonly CallNode[] | undefined {
  const around = functionsAround(call);
  const own = around.findIndex((fn) => !isHandedToCall(fn));
  const near = around.slice(0, own + 1).flatMap((fn) => callersOf(ev, fn).calls);
  if (!runsForCallers(ev, call)) return near;
  const far = callsElsewhere(ev, call);
  return far && [...near, ...far];
}

/**
 * True for a request that stands in a function which other modules call, where no module above has, or reaches, a text that is wanted:
 * what none of them can add is missing where the request stands.
 */
export function isSaidByNobody(ev: Evaluator, site: CallSite, wanted: (text: string) => boolean): boolean {
  if (isHandedSite(site) && !isAskedAsItIs(ev, site)) return false;
  const { node } = isHandedSite(site) ? site.request : site;
  return runsForCallers(ev, node) && !mayBeSaidAbove(ev, node, wanted);
}

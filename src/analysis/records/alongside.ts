/**
 * What is written beside a statement: before it, after it, and in the parts of a `try`.
 */
import {
  calleeName,
  contains,
  enclosingFunction,
  isClass,
  isFunction,
  literalText,
  unwrap,
} from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import { dependsOn, freeGuards, judged, leavesWhen } from './conditions.ts';
import { leaves } from '../syntax/dead-code.ts';
import type { Event, Found, Walk } from './types.ts';
import { callTaking } from './wrappers.ts';

/** Names of callbacks, and of events, that report a failure. */
export const FAILURE = /err|fail|abort|reject|catch|exception|or(?:else|tee)|mapleft/i;

export const isInvokedInPlace = (call: Node): boolean =>
  call.type === 'CallExpression' && isFunction(unwrap(call.callee));

/** One stretch of the way outwards from a piece of code, within one function. */
export interface Stretch {
  /** The code whose end is looked at. */
  readonly origin: Node;
  /** Callbacks of what is passed count only around the innermost function. */
  readonly innermost: boolean;
}

/** A statement in its list. */
export interface StatementPlace {
  readonly list: readonly Node[];
  readonly statement: Node;
  /** Control goes on to what stands behind it. */
  readonly goesOn: boolean;
}

/** What stands before and after a statement in its list. */
export function alongside(walk: Walk, stretch: Stretch, place: StatementPlace, found: Found): void {
  const { origin, innermost } = stretch;
  const { list } = place;
  const index = list.indexOf(place.statement);
  for (const event of walk.events) {
    const at = list.findIndex((statement) => contains(statement, event.at));
    const statement = list[at];
    if (!statement || !runsThere(event.at, statement, innermost) || isForFailure(event.at, statement))
      continue;
    if (at === index) {
      // Promise.all([client.messages.create(…), audit.record(…)])
      if (
        SIMPLE.test(statement.type) &&
        !contains(event.at, origin) &&
        enclosingFunction(event.at) === enclosingFunction(origin)
      )
        found.before.add(event.record);
    } else if (at < index) {
      if (isOfOtherRequest(walk, list, event, origin)) continue;
      if (!event.conditional && freeGuards(walk, event, statement, origin).length === 0)
        found.before.add(event.record);
    } else if (place.goesOn) {
      const between = list.slice(index + 1, at);
      if (between.some(leaves)) continue;
      const early = between.some((each) => {
        const left = leavesWhen(each);
        return left !== undefined && !dependsOn(walk.ev, left, origin, event.record);
      });
      add(found, { ...judged(walk, event, statement, origin), ...(early && { conditional: true }) });
    }
  }
}

/** True when another request stands between a record and the one looked at: the record is of that one. */
function isOfOtherRequest(walk: Walk, list: readonly Node[], event: Event, origin: Node): boolean {
  return walk.asked.some(
    (call) =>
      call.range[0] < event.at.range[0] &&
      call.range[0] < origin.range[0] &&
      list.some((each) => contains(each, call)),
  );
}

const SIMPLE = /^(?:ExpressionStatement|ReturnStatement|VariableDeclaration)$/;

/** True for code that runs only when something within the statement has failed. */
function isForFailure(at: Node, statement: Node): boolean {
  for (let child = at, node = at.parent; node && child !== statement; child = node, node = node.parent) {
    if (node.type === 'CatchClause') return true;
    if (node.type !== 'CallExpression' || child === node.callee || !isFunction(unwrap(child))) continue;
    const method = calleeName(node.callee) ?? '';
    const [first, second] = node.arguments;
    if (method === 'catch' || (method === 'then' && child === second)) return true;
    if (first && child === second && FAILURE.test(literalText(first) ?? '')) return true;
  }
  return false;
}

/** Everything that is written in a `catch` or `finally`. */
export function addWithin(walk: Walk, { origin, innermost }: Stretch, block: Node, found: Found): void {
  for (const event of walk.events)
    if (contains(block, event.at) && runsThere(event.at, block, innermost))
      add(found, judged(walk, event, block, origin));
}

export function add(found: Found, { record, conditional }: Event): void {
  (conditional ? found.conditional : found.records).add(record);
}

/** True when code within a statement runs with it: not in a function that somebody else calls. */
function runsThere(at: Node, place: Node, innermost: boolean): boolean {
  for (let fn = enclosingFunction(at); fn && contains(place, fn); fn = enclosingFunction(fn)) {
    if (isInvokedInPlace(fn.parent)) continue;
    if (!innermost || !callTaking(fn) || isClass(place)) return false;
  }
  return true;
}

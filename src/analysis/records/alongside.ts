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
import { dependsOn, freeGuards, judged, leaves, leavesWhen } from './conditions.ts';
import type { Event, Found, Walk } from './types.ts';
import { callTaking } from './wrappers.ts';

/** Names of callbacks, and of events, that report a failure. */
export const FAILURE = /err|fail|abort|reject|catch|exception|orelse/i;

export const isInvokedInPlace = (call: Node): boolean =>
  call.type === 'CallExpression' && isFunction(unwrap(call.callee));

/** What stands before and after a statement in its list. */
export function alongside(
  walk: Walk,
  origin: Node,
  list: readonly Node[],
  child: Node,
  goesOn: boolean,
  innermost: boolean,
  found: Found,
): void {
  const index = list.indexOf(child);
  for (const event of walk.events) {
    const place = list.findIndex((statement) => contains(statement, event.at));
    const statement = list[place];
    if (!statement || !runsThere(event.at, statement, innermost) || isForFailure(event.at, statement))
      continue;
    if (place === index) {
      // Promise.all([client.messages.create(…), audit.record(…)])
      if (
        SIMPLE.test(statement.type) &&
        !contains(event.at, origin) &&
        enclosingFunction(event.at) === enclosingFunction(origin)
      )
        found.before.add(event.record);
    } else if (place < index) {
      const between = walk.asked.some(
        (call) =>
          call.range[0] < event.at.range[0] &&
          call.range[0] < origin.range[0] &&
          list.some((each) => contains(each, call)),
      );
      if (!between && !event.conditional && freeGuards(walk, event, list[place] as Node, origin).length === 0)
        found.before.add(event.record);
    } else if (goesOn) {
      const left = list.slice(index + 1, place).filter((statement) => leavesWhen(statement) !== undefined);
      const early = left.some(
        (statement) => !dependsOn(walk.ev, leavesWhen(statement) as Node, origin, event.record),
      );
      const unreached = list.slice(index + 1, place).some(leaves);
      if (!unreached)
        add(found, {
          ...judged(walk, event, list[place] as Node, origin),
          ...(early && { conditional: true }),
        });
    }
  }
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
export function addWithin(walk: Walk, origin: Node, block: Node, innermost: boolean, found: Found): void {
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

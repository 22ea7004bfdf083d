/**
 * The code around a request, and the records that are written in it.
 */
import { enclosingFunction, functionsAround } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/callers.ts';
import type { AuditRecord } from './records.ts';

/**
 * The functions whose code runs around a node: those it stands in, and those that call them directly in this file.
 *
 * @returns innermost function of each first: what stands anywhere inside it counts; of the others, what stands
 *   directly in them
 */
export function surroundings(
  ev: Evaluator,
  node: Node,
): { readonly inner: Node[]; readonly outer: FunctionNode[] } {
  const own = functionsAround(node);
  const callers = own.flatMap((fn) => callersOf(ev, fn).calls);
  const around = callers.map((call) => functionsAround(call));
  const inner: Node[] = [own[0] ?? ev.index.program];
  for (const [first] of around) if (first) inner.push(first);
  // A caller at the top level of the file.
  if (callers.some((call) => !enclosingFunction(call))) inner.push(ev.index.program);
  return { inner, outer: [...own.slice(1), ...around.flatMap((fns) => fns.slice(1))] };
}

/** How many functions of the file a record may be written through. */
const MAX_HELPERS = 2;

/** The records among `records` that are written around a node, there or by a function of the file that is called there. */
export function recordsAround(ev: Evaluator, records: readonly AuditRecord[], node: Node): AuditRecord[] {
  const { inner, outer } = surroundings(ev, node);
  const isAround = (call: Node, owner: FunctionNode | undefined, depth: number): boolean => {
    const fns = functionsAround(call);
    return (
      inner.some((place) => (place.type === 'Program' ? fns.length === 0 : fns.some((fn) => fn === place))) ||
      (owner !== undefined && outer.includes(owner)) ||
      (owner !== undefined &&
        depth < MAX_HELPERS &&
        callersOf(ev, owner).calls.some((each) => isAround(each, enclosingFunction(each), depth + 1)))
    );
  };
  return records.filter(({ call, owner }) => isAround(call, owner, 0));
}

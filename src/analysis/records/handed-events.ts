/**
 * Records that are written by functions which a helper is handed, seen from within the helper: `safely(ask, (error) => record(error))`.
 */
import { contains, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { callsOfParameter } from '../values/parameters.ts';
import { judged } from './conditions.ts';
import type { Event, Walk } from './types.ts';

/**
 * The events at the places where a function of the project calls what a call hands it, the argument aside that the way comes from.
 *
 * @param walk through the file that `call` stands in
 */
export function eventsHanded(
  walk: Walk,
  { call, argument }: { readonly call: CallNode; readonly argument: Node },
  fn: FunctionNode,
): Event[] {
  if (walk.events.length === 0) return [];
  return call.arguments.flatMap((given, position) =>
    functionsGiven(walk.ev, given, argument).flatMap(({ node, name }) => {
      const written = walk.events.filter(({ at }) => contains(node, at));
      const calls = written.length > 0 ? callsOfParameter(walk.ev, fn, position, name) : [];
      return calls.flatMap((at) => written.map((event) => ({ ...judged(walk, event, node, node), at })));
    }),
  );
}

/** A function that stands in an argument, or under a name in one. */
interface GivenFunction {
  readonly node: Node;
  readonly name: string | undefined;
}

function functionsGiven(ev: Evaluator, given: Node, except: Node): readonly GivenFunction[] {
  const node = unwrap(given);
  if (node.type !== 'ObjectExpression') return given === except ? [] : functionsAt(ev, node, undefined);
  return node.properties.flatMap((each) =>
    each.type === 'Property' && !contains(each, except) ? functionsAt(ev, each.value, writtenKey(each)) : [],
  );
}

function functionsAt(ev: Evaluator, value: Node, name: string | undefined): readonly GivenFunction[] {
  const node = unwrap(value);
  if (isFunction(node)) return [{ node, name }];
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return [];
  return functionsOf(ev, node).map((own) => ({ node: own.node, name }));
}

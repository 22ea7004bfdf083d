/**
 * Whether a function that is named for audit writes anything at all. A body beats a name.
 */
import { contains, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { runsWithin } from '../sites/handed-sites.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';

/** How many functions are looked into from one another. */
const MAX_DEPTH = 3;

/** Objects of the language whose functions write nothing anywhere. */
const PURE = new Set([
  'Array',
  'Boolean',
  'Date',
  'JSON',
  'Math',
  'Number',
  'Object',
  'Promise',
  'String',
  'Symbol',
  'crypto',
  'performance',
]);

/**
 * True when the body of a function shows that it records nothing: it calls nothing but what it is handed, what the language
 * has, and functions that record nothing themselves. False where that cannot be told.
 */
export function recordsNothing(ev: Evaluator, fn: FunctionNode, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const file = ev.index.indexOf(fn);
  // What it only makes runs later, and what it constructs is set up.
  const calls = file.calls.filter(
    (call) => call.type === 'CallExpression' && contains(fn.body, call) && runsWithin(fn, call),
  );
  return calls.every((call) => {
    const callee = unwrap(call.callee);
    if (isFunction(callee) || isPure(ev, callee) || isHandedIn(ev, callee, fn)) return true;
    const own = functionsOf(ev, callee);
    return (
      own.length > 0 && own.every((each) => each.node === fn || recordsNothing(ev, each.node, depth + 1))
    );
  });
}

function isPure(ev: Evaluator, callee: Node): boolean {
  const root = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  if (root.type !== 'Identifier' || ev.index.variableOf(root)) return false;
  return PURE.has(root.name) || root.name === 'structuredClone' || root.name.endsWith('Error');
}

/** A function that the function itself is handed: `send` of `(send) => { n++; return send(); }`. */
function isHandedIn(ev: Evaluator, callee: Node, fn: FunctionNode): boolean {
  const isInvoked = callee.type === 'MemberExpression' && /^(?:call|apply)$/.test(writtenKey(callee) ?? '');
  const target = isInvoked ? unwrap(callee.object) : callee;
  const definition = ev.index.variableOf(target)?.defs[0];
  const owner: Node | undefined = definition?.type === 'Parameter' ? definition.node : undefined;
  return owner !== undefined && isFunction(owner) && (owner === fn || contains(fn, owner));
}

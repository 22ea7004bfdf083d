/**
 * Which pieces of a function run when it is called.
 */
import { isDead } from '../syntax/dead-code.ts';
import { contains, enclosingFunction, wrapped } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { isEntry } from './callers.ts';

/**
 * False for what stands in a function that another one makes, and does not run.
 *
 * @param seen the helpers that were asked already: none of them is asked twice
 */
export function runsWithin(
  ev: Evaluator,
  fn: FunctionNode,
  piece: Node,
  seen: Set<Node> = new Set<Node>(),
): boolean {
  for (let inner = enclosingFunction(piece); inner && inner !== fn; inner = enclosingFunction(inner)) {
    const helper = inner;
    if (isEntry(helper)) return false;
    if (isTaken(helper)) continue;
    // `const insert = async () => …; await insert();`
    if (seen.has(helper)) return false;
    seen.add(helper);
    return callsByName(ev, helper).some(
      (call) => contains(fn, call) && !isDead(call) && runsWithin(ev, fn, call, seen),
    );
  }
  return true;
}

/** The calls of a function by the name that it is declared under. */
function callsByName(ev: Evaluator, fn: FunctionNode): Node[] {
  const declaration = fn.type === 'FunctionDeclaration' ? fn : fn.parent;
  if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'VariableDeclarator') return [];
  return ev.index
    .declaredBy(declaration)
    .flatMap(readsOf)
    .flatMap((use) =>
      use.parent?.type === 'CallExpression' && use.parent.callee === use && !contains(fn, use)
        ? [use.parent]
        : [],
    );
}

/** True for a function that is handed to a call, itself or in an object or list, or called in place. */
function isTaken(fn: FunctionNode): boolean {
  let node: Node | undefined = wrapped(fn).parent;
  while (node && /^(?:ArrayExpression|ObjectExpression|Property|TS\w+Expression)$/.test(node.type))
    node = node.parent;
  return node?.type === 'CallExpression' || node?.type === 'NewExpression';
}

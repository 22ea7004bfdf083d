/**
 * What functions of the file do with what they are handed, where their bodies show it. A body beats a name.
 */
import { contains, isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import { writtenPath } from '../syntax/written-names.ts';
import type { Evaluator } from '../values/answers.ts';

/**
 * The parameters that a function hands on, but to places that are judged themselves: of those its body does not show what becomes.
 *
 * @param isJudged whether a call is such a place
 */
export function handedOnBy(
  ev: Evaluator,
  fn: FunctionNode,
  isJudged: (call: Node) => boolean,
): ReadonlySet<Node> {
  const leaves = ev.index
    .declaredBy(fn)
    .filter(
      (variable) =>
        variable.defs[0]?.type === 'Parameter' &&
        !readsOf(variable).every((read) => staysInside(read, fn, isJudged)),
    );
  return new Set(
    fn.params.filter((parameter) =>
      leaves.some(({ identifiers }) => identifiers.some((name: Node) => contains(parameter, name))),
    ),
  );
}

function staysInside(read: Node, fn: FunctionNode, isJudged: (call: Node) => boolean): boolean {
  const outer = wrapped(read);
  const holder = outer.parent;
  if (holder?.type === 'MemberExpression' && holder.object === outer && writtenKey(holder) === 'length')
    return true;
  for (let child = read, node = read.parent; node && node !== fn; child = node, node = node.parent) {
    if (node.type === 'UnaryExpression' || isComparison(node) || isTestOf(node, child)) return true;
    if (isPacking(node)) continue;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && child !== node.callee)
      return isJudged(node);
    if (isFunction(node)) return false;
  }
  return false;
}

const COMPARISONS: ReadonlySet<string> = new Set([
  '!=',
  '!==',
  '<',
  '<=',
  '==',
  '===',
  '>',
  '>=',
  'in',
  'instanceof',
]);

function isComparison(node: Node): boolean {
  return node.type === 'BinaryExpression' && COMPARISONS.has(node.operator);
}

function isTestOf(node: Node, child: Node): boolean {
  return (node.type === 'IfStatement' || node.type === 'ConditionalExpression') && node.test === child;
}

/** `JSON.stringify(entry)`: where the text goes that it gives is what counts. */
function isPacking(node: Node): boolean {
  return node.type === 'CallExpression' && writtenPath(unwrap(node.callee)) === 'JSON.stringify';
}

/**
 * What functions of the file do with what they are handed, where their bodies show it. A body beats a name.
 */
import { isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import { writtenPath } from '../syntax/written-names.ts';
import type { Evaluator } from '../values/answers.ts';

/**
 * True when the body of a function decides what is written down of its arguments: it hands none of them on, but to places that
 * are judged themselves.
 *
 * @param isJudged whether a call is such a place
 */
export function decidesWhatIsWritten(
  ev: Evaluator,
  fn: FunctionNode,
  isJudged: (call: Node) => boolean,
): boolean {
  return ev.index
    .declaredBy(fn)
    .every(
      (variable) =>
        variable.defs[0]?.type !== 'Parameter' ||
        readsOf(variable).every((read) => staysInside(read, fn, isJudged)),
    );
}

function staysInside(read: Node, fn: FunctionNode, isJudged: (call: Node) => boolean): boolean {
  const outer = wrapped(read);
  const holder = outer.parent;
  if (holder?.type === 'MemberExpression' && holder.object === outer && writtenKey(holder) === 'length')
    return true;
  for (let child = read, node = read.parent; node && node !== fn; child = node, node = node.parent) {
    if (node.type === 'IfStatement' || node.type === 'UnaryExpression') return true;
    if (isPacking(node)) continue;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && child !== node.callee)
      return isJudged(node);
    if (isFunction(node)) return false;
  }
  return false;
}

/** `JSON.stringify(entry)`: where the text goes that it gives is what counts. */
function isPacking(node: Node): boolean {
  return node.type === 'CallExpression' && writtenPath(unwrap(node.callee)) === 'JSON.stringify';
}

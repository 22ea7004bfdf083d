/**
 * On which conditions a piece of code runs, and which value is only a fallback.
 */
import { isFunction, literalText, unwrap, wrapped } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** The tests that decide, within its function, whether a node is evaluated. */
function conditionsAround(node: Node): Node[] {
  const tests: Node[] = [];
  for (let child = node, at = node.parent; at && !isFunction(at); child = at, at = at.parent) {
    if (at.type === 'IfStatement' || at.type === 'ConditionalExpression') {
      if (child !== at.test) tests.push(at.test);
    } else if (at.type === 'LogicalExpression' && at.operator === '&&') {
      if (child === at.right) tests.push(at.left);
    } else if (at.type === 'SwitchCase' && at.test) {
      tests.push(at.test);
    }
  }
  return tests;
}

/** The identifiers and texts of an expression. */
function wordsOf(ev: Evaluator, expression: Node): string[] {
  const words: string[] = [];
  const stack = [expression];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const word = node.type === 'Identifier' ? node.name : literalText(node);
    if (word !== undefined) words.push(word);
    stack.push(...ev.childrenOf(node));
  }
  return words;
}

/** True when a condition that does not ask for `variable` itself decides whether the node runs. */
export function isConditional(ev: Evaluator, node: Node, variable: string): boolean {
  return conditionsAround(node).some((test) => !wordsOf(ev, test).includes(variable));
}

/** Words by which conditions ask for a mode of working. */
const FLAG = /^env$|^NODE_ENV$|debug|verbose|^(?:is_?)?(?:dev|prod|local|trace|test)/i;

/** True when a condition on the environment or a flag decides whether the node runs. */
export function isByFlag(ev: Evaluator, node: Node): boolean {
  return conditionsAround(node).some((test) => wordsOf(ev, test).some((word) => FLAG.test(word)));
}

/** True for the right side of `??` and `||`: the value that applies where nothing else is given. */
export function isFallback(node: Node): boolean {
  const outer = wrapped(node);
  const { parent } = outer;
  return (
    parent?.type === 'LogicalExpression' && parent.operator !== '&&' && unwrap(parent.right) === unwrap(node)
  );
}

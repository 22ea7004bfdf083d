/**
 * Conditions that are written out: `const FLAG = false`, and what is made of it.
 */
import { isFunction, unwrap } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';

/** How many constants may stand for one another. */
const MAX_DEPTH = 4;

/** Whether a condition always holds, or never does; undefined where it depends on anything. */
export function writtenTruth(ev: Evaluator, condition: Node, depth = 0): boolean | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const node = unwrap(condition);
  switch (node.type) {
    case 'Literal':
      return Boolean(node.value);
    case 'UnaryExpression': {
      const inner = node.operator === '!' ? writtenTruth(ev, node.argument, depth + 1) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case 'LogicalExpression': {
      if (node.operator === '??') return undefined;
      const sides = [node.left, node.right].map((side) => writtenTruth(ev, side, depth + 1));
      const decisive = node.operator === '||';
      if (sides.includes(decisive)) return decisive;
      return sides.includes(undefined) ? undefined : !decisive;
    }
    case 'Identifier': {
      const definition = ev.index.variableOf(node)?.defs[0];
      if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return undefined;
      const { id, init } = definition.node;
      return id.type === 'Identifier' && init ? writtenTruth(ev, init, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** True for what stands in a branch of an expression that is never taken: `FLAG && { … }` with `const FLAG = false`. */
export function isNeverTaken(ev: Evaluator, piece: Node): boolean {
  for (let child = piece, node = piece.parent; node && !isFunction(node); child = node, node = node.parent) {
    if (node.type === 'ConditionalExpression' && child !== node.test) {
      if (writtenTruth(ev, node.test) === (child === node.alternate)) return true;
    } else if (node.type === 'LogicalExpression' && child === node.right && node.operator !== '??') {
      if (writtenTruth(ev, node.left) === (node.operator === '||')) return true;
    }
  }
  return false;
}

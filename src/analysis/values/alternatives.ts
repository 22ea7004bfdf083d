/**
 * Expressions whose value is that of one of their parts, as it is.
 */
import { unwrap } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';

/**
 * The parts of an expression one of which gives its value: the branches of a condition, the sides of `??`, the last of a
 * sequence, what an assignment assigns, what stands within wrappers that do not change a value. Empty for every other expression.
 * What the left side of `a && b` gives is falsy, and left out.
 */
export function alternatives(node: Node): readonly Node[] {
  switch (node.type) {
    case 'LogicalExpression':
      return node.operator === '&&' ? [node.right] : [node.left, node.right];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'AssignmentExpression':
      return node.operator === '=' ? [node.right] : [node.left, node.right];
    case 'SequenceExpression':
      return node.expressions.slice(-1);
    default: {
      const inner = unwrap(node);
      return inner === node ? [] : [inner];
    }
  }
}

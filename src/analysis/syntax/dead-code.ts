/**
 * Code that never runs.
 */
import { isFunction } from './nodes.ts';
import type { Node } from './types.ts';

/** A statement after which nothing of its list runs. */
export function leaves(statement: Node): boolean {
  return /^(?:BreakStatement|ContinueStatement|ReturnStatement|ThrowStatement)$/.test(statement.type);
}

/** True for what stands behind a `return` or `throw` of its own list of statements. */
export function isDead(node: Node): boolean {
  for (let child = node, at = node.parent; at && !isFunction(child); child = at, at = at.parent) {
    if (at.type !== 'BlockStatement' && at.type !== 'Program') continue;
    const place = at.body.findIndex((each) => each === child);
    if (at.body.slice(0, place).some(leaves)) return true;
  }
  return false;
}

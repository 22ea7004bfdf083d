/**
 * The names an expression is written with.
 */
import { unwrap, calleeName } from './nodes.ts';
import type { Node } from './types.ts';

/** The identifiers an expression is written with. */
export function writtenNames(node: Node): string[] {
  const target = unwrap(node);
  if (target.type === 'Identifier') return [target.name];
  if (target.type === 'CallExpression') return writtenNames(target.callee);
  if (target.type === 'MemberExpression') {
    return [...writtenNames(target.object), calleeName(target) ?? '*'];
  }
  return [];
}

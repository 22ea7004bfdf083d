/**
 * How statements end: where control never passes their end, and where it goes instead.
 */
import type { Node } from '../syntax/types.ts';

/** What is left by code that control never passes the end of. */
export type Exit = 'function' | 'loop';

/** What a statement leaves when control never passes its end; undefined where control may. */
export function exitOf(node: Node): Exit | undefined {
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return 'function';
    case 'BreakStatement':
    case 'ContinueStatement':
      return 'loop';
    case 'BlockStatement': {
      const last = node.body.at(-1);
      return last && exitOf(last);
    }
    case 'IfStatement': {
      const otherwise = node.alternate && exitOf(node.alternate);
      if (!otherwise) return undefined;
      const then = exitOf(node.consequent);
      return then === 'function' ? otherwise : then;
    }
    default:
      return undefined;
  }
}

/** The statements of a case, without the `break` that ends them. */
export function withoutBreak(statement: Node): Node[] {
  if (statement.type === 'BreakStatement') return [];
  return statement.type === 'BlockStatement' && statement.body.at(-1)?.type === 'BreakStatement'
    ? statement.body.slice(0, -1)
    : [statement];
}

/**
 * Options that are built apart from the call that gets them.
 */
import { isFunction, unwrap } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** Objects within objects that are built apart, at most. */
const MAX_APART = 3;

/** The object literals that an argument is, or is put together of, where they stand elsewhere. */
export function objectsBehind(ev: Evaluator, node: Node, depth: number): readonly Node[] {
  const value = unwrap(node.type === 'SpreadElement' ? node.argument : node);
  if (depth > MAX_APART || isFunction(value)) return [];
  const parts = (object: Node): readonly Node[] =>
    object.type === 'ObjectExpression'
      ? object.properties.filter((part) => part.type === 'SpreadElement')
      : [];
  if (value.type === 'ObjectExpression')
    return parts(value).flatMap((part) => objectsBehind(ev, part, depth + 1));
  if (!/^(?:ArrayExpression|CallExpression|Identifier|MemberExpression)$/.test(value.type)) return [];
  const path = node.type === 'SpreadElement' && node.parent.type !== 'ObjectExpression' ? ['*'] : [];
  return ev.answers(value, path).flatMap((answer) => {
    const object = answer.kind === 'known' ? (answer.elsewhere ?? answer.node) : undefined;
    if (object?.type !== 'ObjectExpression') return [];
    return [object, ...parts(object).flatMap((part) => objectsBehind(ev, part, depth + 1))];
  });
}

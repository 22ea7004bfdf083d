/**
 * Options that are built apart from the call that gets them.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** Objects within objects that are built apart, and how many of them are looked at. */
const MAX_APART = 3;
const MAX_OBJECTS = 48;

/** The object literals that an argument is, or is put together of, where they stand elsewhere; each once. */
export function objectsBehind(ev: Evaluator, argument: Node): readonly Node[] {
  const found = new Set<Node>();
  const visit = (node: Node, depth: number): void => {
    const value = unwrap(node.type === 'SpreadElement' ? node.argument : node);
    if (depth > MAX_APART || isFunction(value)) return;
    if (value.type === 'ObjectExpression') visitSpreads(value, depth);
    if (!/^(?:ArrayExpression|CallExpression|Identifier|MemberExpression)$/.test(value.type)) return;
    const path = node.type === 'SpreadElement' && node.parent.type !== 'ObjectExpression' ? ['*'] : [];
    for (const answer of ev.answers(value, path)) {
      const object = answer.kind === 'known' ? (answer.elsewhere ?? answer.node) : undefined;
      if (object?.type !== 'ObjectExpression' || found.has(object) || found.size >= MAX_OBJECTS) continue;
      found.add(object);
      visitSpreads(object, depth);
    }
  };
  const visitSpreads = (object: TSESTree.ObjectExpression, depth: number): void => {
    for (const part of object.properties) if (part.type === 'SpreadElement') visit(part, depth + 1);
  };
  visit(argument, 0);
  return [...found];
}

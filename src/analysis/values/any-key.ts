/**
 * Look-ups by a key that nothing says anything of.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isFunction, unwrap } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';

/** True for a parameter that can be any text: its type, where it has one, says `string`. */
export function takesAnyKey(ev: Evaluator, key: Node): boolean {
  const name = unwrap(key);
  const definition = ev.index.variableOf(name)?.defs[0];
  if (name.type !== 'Identifier' || definition?.type !== 'Parameter') return false;
  const declared = definition.name as Node;
  const said = 'typeAnnotation' in declared ? declared.typeAnnotation : undefined;
  if (said?.type === 'TSTypeAnnotation') return said.typeAnnotation.type === 'TSStringKeyword';
  const owner: Node = definition.node;
  return isFunction(owner) && owner.params.some((each) => each === declared) && !isCallback(owner);
}

/** `Object.hasOwn(table, key) ? table[key] : …`, `key in table && table[key]`, and the same as the test of an `if`. */
export function isGuarded(access: TSESTree.MemberExpression): boolean {
  const key = unwrap(access.property);
  if (key.type !== 'Identifier') return false;
  for (let child: Node = access, node = access.parent; !isFunction(node); child = node, node = node.parent) {
    const test =
      (node.type === 'ConditionalExpression' || node.type === 'IfStatement') && child === node.consequent
        ? node.test
        : node.type === 'LogicalExpression' && node.operator === '&&' && child === node.right
          ? node.left
          : undefined;
    if (test && asksFor(test, key.name)) return true;
    if (!node.parent) return false;
  }
  return false;
}

/** A test whether some object has a key. */
function asksFor(test: Node, key: string): boolean {
  const node = unwrap(test);
  if (node.type === 'LogicalExpression' && node.operator === '&&')
    return asksFor(node.left, key) || asksFor(node.right, key);
  if (node.type === 'BinaryExpression')
    return node.operator === 'in' && node.left.type === 'Identifier' && node.left.name === key;
  if (
    node.type !== 'CallExpression' ||
    !/^(?:has|hasOwn|hasOwnProperty)$/.test(calleeName(node.callee) ?? '')
  )
    return false;
  return node.arguments.some((each) => each.type === 'Identifier' && each.name === key);
}

/** A function that is handed on gets what is there: `Object.keys(table).map((key) => table[key])`. */
function isCallback(fn: Node): boolean {
  return fn.parent?.type === 'CallExpression';
}

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

/**
 * What is called, as a path of names: `client.messages.create`, `new Anthropic().messages.create`. Of arguments, keys
 * that are computed and everything else that can hold a value, nothing is shown.
 */
export function writtenPath(node: Node): string {
  const target = unwrap(node);
  switch (target.type) {
    case 'Identifier':
      return target.name;
    case 'ThisExpression':
      return 'this';
    case 'Super':
      return 'super';
    case 'MetaProperty':
      return `${target.meta.name}.${target.property.name}`;
    case 'ImportExpression':
      return 'import()';
    case 'AwaitExpression':
      return writtenPath(target.argument);
    case 'CallExpression':
      return `${writtenPath(target.callee)}()`;
    case 'NewExpression':
      return `new ${writtenPath(target.callee)}()`;
    case 'TaggedTemplateExpression':
      return writtenPath(target.tag);
    case 'MemberExpression':
      return writtenPath(target.object) + keyOf(target);
    default:
      return '(…)';
  }
}

function keyOf({ computed, property }: Extract<Node, { type: 'MemberExpression' }>): string {
  if (property.type === 'PrivateIdentifier') return `.#${property.name}`;
  return !computed ? `.${property.name}` : '[…]';
}

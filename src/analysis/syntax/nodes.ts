/**
 * Small questions about single nodes that the syntax alone answers.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { sameFile } from './files.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from './types.ts';

/** True for every kind of function, methods' bodies included. */
export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression'
  );
}

/** True for class declarations and class expressions. */
export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** The function whose body holds `node`, not counting `node` itself; undefined at the top level. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (isFunction(current)) return current;
  }
  return undefined;
}

/** The functions around a node, innermost first. */
export function functionsAround(node: Node): FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) found.push(fn);
  return found;
}

/**
 * The innermost node at an index of the text.
 *
 * @param within where to look, and what gives a node's children
 */
export function nodeAt(
  within: { readonly index: { readonly program: Node }; childrenOf(node: Node): readonly Node[] },
  index: number,
): Node | undefined {
  let current: Node | undefined;
  for (let next: Node | undefined = within.index.program; next;) {
    current = next;
    next = within.childrenOf(current).find((child) => child.range[0] <= index && index < child.range[1]);
  }
  return current;
}

/** True when `inner` is `outer` or lies within it; never for nodes of two files. */
export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1] && sameFile(outer, inner);
}

/**
 * The expression below wrappers that do not change the value: casts, `!`, `satisfies`,
 * optional chains, instantiations, `await`.
 */
export function unwrap(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        current = current.expression;
        break;
      case 'AwaitExpression':
        current = current.argument;
        break;
      default:
        return current;
    }
  }
}

/** The outermost wrapper around `node` that leaves its value as it is (see {@link unwrap}). */
export function wrapped(node: Node): Node {
  let current = node;
  while (current.parent && current.parent !== current && unwrap(current.parent) === unwrap(current)) {
    current = current.parent;
  }
  return current;
}

/** The name a property, method or member access is written with; undefined when it is computed. */
export function writtenKey(
  node:
    | TSESTree.MemberExpression
    | TSESTree.MethodDefinition
    | TSESTree.Property
    | TSESTree.PropertyDefinition
    | TSESTree.AccessorProperty
    | TSESTree.TSPropertySignature
    | TSESTree.TSMethodSignature
    | TSESTree.TSAbstractPropertyDefinition
    | TSESTree.TSAbstractAccessorProperty
    | TSESTree.TSAbstractMethodDefinition,
): string | undefined {
  const key: Node = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return literalText(key);
}

/** The text of a string or number literal or a template without holes. */
export function literalText(node: Node): string | undefined {
  if (node.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number')) {
    return String(node.value);
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

/** The name a call is written with: `create` for `a.b.create()`, `fetch` for `fetch()`. */
export function calleeName(callee: Node): string | undefined {
  const target = unwrap(callee);
  if (target.type === 'Identifier') return target.name;
  if (target.type === 'MemberExpression') return writtenKey(target);
  return undefined;
}

/** The name that a call is made by: `create` of `a.b.create()`, else the whole callee. */
export function methodNode(call: CallNode): Node {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

/** The name a function is called by, as far as the place where it is written tells. */
export function nameOfFunction(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name;
  const outer = wrapped(fn);
  const holder = outer.parent;
  switch (holder?.type) {
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' ? holder.id.name : undefined;
    case 'AssignmentExpression':
      return calleeName(holder.left);
    case 'MethodDefinition':
    case 'Property':
    case 'PropertyDefinition':
      return writtenKey(holder);
    case 'CallExpression':
      // const ask = useCallback((prompt) => …)
      return holder.parent.type === 'VariableDeclarator' && holder.parent.id.type === 'Identifier'
        ? holder.parent.id.name
        : undefined;
    default:
      return undefined;
  }
}

/** The expression a chain of member accesses starts from. */
export function rootOf(node: Node): Node {
  let current = unwrap(node);
  while (current.type === 'MemberExpression') current = unwrap(current.object);
  return current;
}

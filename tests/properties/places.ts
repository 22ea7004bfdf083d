/**
 * The places of a program that steps apply to.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, nodesIn } from './program.ts';
import type { Edit, Program } from './program.ts';

export type Node = TSESTree.Node;

/** A node, with what steps need to know around it. */
export interface Place {
  readonly node: Node;
  readonly parent: Node;
  readonly program: Program;
  /** The text of a node. */
  readonly text: (node: Node) => string;
}

/** What a step makes of one place; undefined where it does not apply. */
export type Step = (at: Place) => readonly Edit[] | undefined;

/** True for an expression that another could stand in for. */
export function isValue({ node, parent }: Place): boolean {
  if (node.type === 'SpreadElement' || node.type === 'Super') return false;
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node && !(parent.type === 'CallExpression' && isRequire(parent));
    case 'Property':
      return (
        parent.value === node &&
        !parent.shorthand &&
        !parent.method &&
        parent.kind === 'init' &&
        parent.parent.type === 'ObjectExpression'
      );
    case 'VariableDeclarator':
      return parent.init === node;
    case 'ReturnStatement':
    case 'AwaitExpression':
      return true;
    case 'ArrayExpression':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === node && node.type !== 'BlockStatement';
    default:
      return false;
  }
}

export function isObject({ node }: Place): boolean {
  return node.type === 'ObjectExpression';
}

export function isString({ node }: Place): boolean {
  return node.type === 'Literal' && typeof node.value === 'string';
}

/** A string without anything to be escaped. */
export function isSimple({ node }: Place): boolean {
  return node.type === 'Literal' && /^[\w .:/@-]*$/.test(String(node.value));
}

/** True for an object of literals alone. */
export function isData(node: Node): boolean {
  return (
    node.type === 'ObjectExpression' &&
    [...nodesIn(node)].every(({ type }) =>
      /^(?:ObjectExpression|ArrayExpression|Property|Literal|Identifier)$/.test(type),
    ) &&
    [...nodesIn(node)].every(
      (each) =>
        each.type !== 'Identifier' ||
        (each.parent.type === 'Property' && each.parent.key === each && !each.parent.shorthand),
    )
  );
}

/** It can stand in a function of its own. */
export function isPlain({ node }: Place): boolean {
  return !mentionsControl(node);
}

/** It waits, yields, or calls what only the function around it can. */
export function mentionsControl(node: Node): boolean {
  return [...nodesIn(node)].some((each) =>
    ['AwaitExpression', 'Super', 'YieldExpression', 'MetaProperty'].includes(each.type),
  );
}

export function mentionsThis(node: Node): boolean {
  return [...nodesIn(node)].some(
    (each) => each.type === 'ThisExpression' || (each.type === 'Identifier' && each.name === 'arguments'),
  );
}

export function isRequire({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'require';
}

/** It is assigned, deleted or made. */
export function isTarget(node: Node, parent: Node): boolean {
  if (parent.type === 'AssignmentExpression') return parent.left === node;
  return [
    'UpdateExpression',
    'UnaryExpression',
    'ForOfStatement',
    'ForInStatement',
    'NewExpression',
    'TaggedTemplateExpression',
    'AssignmentPattern',
    'ArrayPattern',
    'RestElement',
    'MemberExpression',
  ].includes(parent.type);
}

export function underNew(node: Node): boolean {
  return (
    [...ancestorsOf(node)].some(({ type }) => type === 'NewExpression') ||
    node.type !== 'MemberExpression' ||
    [...ancestorsOf(node)].some(
      (each) => each.type === 'AssignmentExpression' && each.left.range[1] >= node.range[1],
    ) ||
    /^(?:Class|PropertyDefinition|Decorator)/.test(node.parent.type)
  );
}

/** A name that is read, and not a key. */
export function isReference(node: Node): boolean {
  const [parent] = ancestorsOf(node);
  if (parent?.type === 'MemberExpression') return parent.object === node || parent.computed;
  if (parent?.type === 'Property') return parent.value === node && !parent.shorthand;
  return parent?.type === 'CallExpression' || parent?.type === 'VariableDeclarator';
}

/** Its function, or the module, may wait. */
export function mayAwait(node: Node): boolean {
  const fn = [...ancestorsOf(node)].find(
    ({ type }) => type.includes('Function') || type === 'StaticBlock' || type === 'PropertyDefinition',
  );
  return (
    !fn ||
    ('async' in fn &&
      fn.async &&
      !fn.params.some((each) => each.range[0] <= node.range[0] && each.range[1] >= node.range[1]))
  );
}

/** The statement around a value, where what stands in it can be worked out before it. */
export function canMoveUp({ node, parent }: Place): boolean {
  // Only what the statement does first, or what does nothing.
  const isInert = [...nodesIn(node)].every(
    ({ type }) => !/Call|New|Assignment|Update|Yield|Await|Member/.test(type),
  );
  if (!isInert) return false;
  const around = [parent, ...ancestorsOf(parent)];
  const statement = around.findIndex((each) => isListed(each));
  return around
    .slice(0, statement)
    .every(
      ({ type }) =>
        !/Function|Class|Logical|Conditional|Property(?:Definition)|Pattern|ForStatement|While/.test(type),
    );
}

/** A statement in a list of statements. */
export function isListed(node: Node): boolean {
  const { parent } = node as { readonly parent?: Node };
  return parent?.type === 'BlockStatement' || parent?.type === 'Program';
}

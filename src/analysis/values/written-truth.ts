/**
 * Conditions that are written out: `const FLAG = false`, and what is made of it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import { writtenPath } from '../syntax/written-names.ts';
import type { Evaluator } from './answers.ts';
import { isExported } from './visibility.ts';

/** How many constants may stand for one another. */
const MAX_DEPTH = 4;

/** Whether a condition always holds, or never does; undefined where it depends on anything. */
export function writtenTruth(ev: Evaluator, condition: Node, depth = 0): boolean | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const node = unwrap(condition);
  switch (node.type) {
    case 'Literal':
      return Boolean(node.value);
    case 'UnaryExpression': {
      const inner = node.operator === '!' ? writtenTruth(ev, node.argument, depth + 1) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case 'LogicalExpression': {
      if (node.operator === '??') return undefined;
      const sides = [node.left, node.right].map((side) => writtenTruth(ev, side, depth + 1));
      const decisive = node.operator === '||';
      if (sides.includes(decisive)) return decisive;
      return sides.includes(undefined) ? undefined : !decisive;
    }
    case 'Identifier': {
      const definition = ev.index.variableOf(node)?.defs[0];
      if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return undefined;
      const { id, init } = definition.node;
      return id.type === 'Identifier' && init ? writtenTruth(ev, init, depth + 1) : undefined;
    }
    case 'MemberExpression': {
      const value = flagOf(ev, node);
      return value && writtenTruth(ev, value, depth + 1);
    }
    default:
      return undefined;
  }
}

/** `false` of `FLAGS.cache` with `const FLAGS = { cache: false }`, where nothing else can get into the object. */
function flagOf(ev: Evaluator, member: TSESTree.MemberExpression): Node | undefined {
  const key = writtenKey(member);
  const variable = ev.index.variableOf(unwrap(member.object));
  const definition = variable?.defs[0];
  if (key === undefined || definition?.type !== 'Variable' || definition.parent.kind !== 'const')
    return undefined;
  const { id, init } = definition.node;
  if (id.type !== 'Identifier' || !init) return undefined;
  const made = unwrap(init);
  const isFrozen = made.type === 'CallExpression' && writtenPath(made.callee) === 'Object.freeze';
  const object = isFrozen && made.arguments[0] ? unwrap(made.arguments[0]) : made;
  if (object.type !== 'ObjectExpression') return undefined;
  const isFixed = isFrozen || isConstant(init) || (!isExported(ev, definition.node) && isOnlyRead(variable));
  const named = object.properties.filter(
    (each) => each.type === 'SpreadElement' || writtenKey(each) === key || each.computed,
  );
  const [only, ...others] = named;
  return isFixed && only?.type === 'Property' && others.length === 0 ? only.value : undefined;
}

/** `{ … } as const` */
function isConstant(init: Node): boolean {
  return (
    init.type === 'TSAsExpression' &&
    init.typeAnnotation.type === 'TSTypeReference' &&
    writtenPath(init.typeAnnotation.typeName) === 'const'
  );
}

/** True where every use of a variable reads a member of what it holds. */
function isOnlyRead(variable: Variable | undefined): boolean {
  return readsOf(variable).every((use) => {
    const member = use.parent;
    if (member?.type !== 'MemberExpression' || member.object !== use) return false;
    const holder = wrapped(member).parent;
    const isWrite =
      (holder?.type === 'AssignmentExpression' && holder.left === member) ||
      holder?.type === 'UpdateExpression' ||
      (holder?.type === 'UnaryExpression' && holder.operator === 'delete') ||
      (holder?.type === 'CallExpression' && holder.callee === member);
    return !isWrite;
  });
}

/** True for what stands in a branch of an expression that is never taken: `FLAG && { … }` with `const FLAG = false`. */
export function isNeverTaken(ev: Evaluator, piece: Node): boolean {
  for (let child = piece, node = piece.parent; node && !isFunction(node); child = node, node = node.parent) {
    if (node.type === 'ConditionalExpression' && child !== node.test) {
      if (writtenTruth(ev, node.test) === (child === node.alternate)) return true;
    } else if (node.type === 'LogicalExpression' && child === node.right && node.operator !== '??') {
      if (writtenTruth(ev, node.left) === (node.operator === '||')) return true;
    }
  }
  return false;
}

/**
 * Whether all that is done with an object stands in the file.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Evaluator } from './answers.ts';
import { isExported } from './visibility.ts';

/** How far objects within objects, and functions that give them, are followed. */
const MAX_HOLDERS = 4;

/** A method of an object, and who may call the functions that give the object. */
export interface MethodUse {
  readonly ev: Evaluator;
  /** The calls of a function; undefined where there can be others. */
  readonly callsOf: (fn: FunctionNode) => readonly CallNode[] | undefined;
}

/**
 * True where a method of an object is only called, in this file: nothing hands the object on, exports it, or reads the method
 * for something else.
 *
 * @param made what is the object: the literal, or a call that gives it
 * @param keys from the object to the method
 */
export function isOnlyCalled(use: MethodUse, made: Node, keys: Path, depth = 0): boolean {
  if (depth > MAX_HOLDERS) return false;
  const outer = wrapped(made);
  const holder = outer.parent;
  switch (holder?.type) {
    case 'VariableDeclarator':
      if (isExported(use.ev, holder)) return false;
      if (holder.id.type === 'ObjectPattern') return isTakenToCall(use.ev, holder.id, keys);
      return use.ev.index
        .declaredBy(holder)
        .flatMap(usesOf)
        .every((name) => name === holder.id || isUsedToCall(use.ev, name, keys));
    case 'CallExpression':
      return isFrozen(holder) && isOnlyCalled(use, holder, keys, depth + 1);
    case 'Property': {
      const key = writtenKey(holder);
      return (
        key !== undefined &&
        holder.parent.type === 'ObjectExpression' &&
        isOnlyCalled(use, holder.parent, [key, ...keys], depth + 1)
      );
    }
    case 'MemberExpression':
      return isUsedToCall(use.ev, outer, keys);
    case 'ArrowFunctionExpression':
    case 'ReturnStatement': {
      const fn = isFunction(holder) ? holder : enclosingFunction(holder);
      return (fn && use.callsOf(fn))?.every((call) => isOnlyCalled(use, call, keys, depth + 1)) ?? false;
    }
    case 'ExpressionStatement':
      return true;
    default:
      return false;
  }
}

/** `Object.freeze({ … })` */
function isFrozen({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    writtenKey(callee) === 'freeze'
  );
}

/** The use of an object to call something of it, or to read what is no part of the way to the method. */
function isUsedToCall(ev: Evaluator, use: Node, keys: Path): boolean {
  const read: (Key | undefined)[] = [];
  let current = wrapped(use);
  let { parent } = current;
  while (parent?.type === 'MemberExpression' && parent.object === current) {
    read.push(writtenKey(parent));
    current = wrapped(parent);
    ({ parent } = current);
  }
  if (read.length === 0) return parent?.type === 'VariableDeclarator' && isTakenToCall(ev, parent.id, keys);
  if (parent?.type === 'CallExpression' && unwrap(parent.callee) === unwrap(current)) return true;
  return read.some((key, i) => key !== undefined && i < keys.length && key !== keys[i]);
}

/** `const { ask } = service`, of which `ask` is only called. */
function isTakenToCall(ev: Evaluator, pattern: Node, [method]: Path): boolean {
  if (pattern.type !== 'ObjectPattern') return false;
  return pattern.properties.every((each) => {
    const key = each.type === 'Property' ? writtenKey(each) : undefined;
    if (key === undefined || key !== method) return key !== undefined;
    // Calls are found by the method's name.
    const name = each.value;
    if (name?.type !== 'Identifier' || name.name !== method) return false;
    return usesOf(ev.index.variableOf(name)).every((use) => {
      const { parent } = use;
      return use === name || (parent?.type === 'CallExpression' && parent.callee === use);
    });
  });
}

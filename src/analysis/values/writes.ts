/**
 * Every way a variable, or a part of the value it holds, is written in the file.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, unwrap, wrapped, writtenKey } from '../nodes.ts';
import type { SyntaxIndex, Variable } from '../syntax-index.ts';
import type { CallNode, FunctionNode, Key, Node } from '../types.ts';
import { patternSteps } from './patterns.ts';
import type { PatternStep } from './patterns.ts';

export type Write =
  /** The variable gets a new value. Without a source it is declared without one. */
  | {
      readonly kind: 'define';
      readonly node: Node;
      readonly source: Node | undefined;
      readonly steps: readonly PatternStep[];
      /** `x ??= y` and the like keep the old value on one way. */
      readonly conditional: boolean;
    }
  | { readonly kind: 'parameter'; readonly node: Node; readonly fn: FunctionNode; readonly name: Node }
  /** A value the analysis does not follow: `for…in`, `catch`, `+=`. */
  | { readonly kind: 'untracked'; readonly node: Node }
  | {
      readonly kind: 'set';
      readonly node: Node;
      readonly keys: readonly Key[];
      readonly value: Node;
      readonly conditional: boolean;
    }
  | { readonly kind: 'delete'; readonly node: Node; readonly keys: readonly Key[] }
  /** `Object.assign(v, …sources)`. */
  | {
      readonly kind: 'merge';
      readonly node: Node;
      readonly keys: readonly Key[];
      readonly sources: readonly Node[];
    }
  /** `v.push(…)` and `v.unshift(…)`. */
  | {
      readonly kind: 'append';
      readonly node: Node;
      readonly keys: readonly Key[];
      readonly values: readonly Node[];
    }
  /** The value is handed to a call that may write to it. */
  | {
      readonly kind: 'handed';
      readonly node: CallNode;
      readonly argument: number;
    };

/** Lists the writes to a variable, in no particular order. */
export function writesTo(variable: Variable, index: SyntaxIndex): Write[] {
  const writes: Write[] = [];
  for (const definition of variable.defs) {
    if (definition.type === 'Parameter') {
      writes.push({
        kind: 'parameter',
        node: definition.name as Node,
        fn: definition.node as FunctionNode,
        name: definition.name as Node,
      });
    } else if (definition.type === 'CatchClause') {
      writes.push({ kind: 'untracked', node: definition.name as Node });
    } else if (definition.type === 'Variable') {
      const declarator = definition.node;
      const loop = declarator.parent.parent;
      const inLoopHead =
        (loop.type === 'ForInStatement' || loop.type === 'ForOfStatement') && loop.left === declarator.parent;
      if (!declarator.init && !inLoopHead && declarator.id.type === 'Identifier') {
        writes.push({ kind: 'define', node: declarator, source: undefined, steps: [], conditional: false });
      }
    }
  }
  for (const reference of variable.references) {
    const name = reference.identifier as Node;
    const write = reference.isWrite() ? bindingWrite(name) : partWrite(name, index);
    if (write) writes.push(write);
  }
  return writes;
}

/** The write that gives `name` itself a value. */
function bindingWrite(name: Node): Write | undefined {
  const { steps, root } = patternSteps(name);
  const holder = root.parent;
  if (!holder) return undefined;
  switch (holder.type) {
    case 'VariableDeclarator': {
      const loop = holder.parent.parent;
      if (loop.type === 'ForOfStatement' && loop.left === holder.parent) {
        return {
          kind: 'define',
          node: holder,
          source: loop.right,
          steps: [{ kind: 'key', key: '*' }, ...steps],
          conditional: false,
        };
      }
      if (loop.type === 'ForInStatement' && loop.left === holder.parent) {
        return { kind: 'untracked', node: holder };
      }
      return holder.init
        ? { kind: 'define', node: holder, source: holder.init, steps, conditional: false }
        : undefined;
    }
    case 'AssignmentExpression':
      if (holder.left !== root) return undefined;
      if (holder.operator === '=' || isLogicalAssignment(holder.operator)) {
        return {
          kind: 'define',
          node: holder,
          source: holder.right,
          steps,
          conditional: holder.operator !== '=',
        };
      }
      return { kind: 'untracked', node: holder };
    case 'ForOfStatement':
      return {
        kind: 'define',
        node: root,
        source: holder.right,
        steps: [{ kind: 'key', key: '*' }, ...steps],
        conditional: false,
      };
    case 'ForInStatement':
    case 'UpdateExpression':
      return { kind: 'untracked', node: holder.type === 'UpdateExpression' ? holder : root };
    default:
      // Default values of parameters are part of the parameter's pattern.
      return undefined;
  }
}

/** The write through `name` to a part of what it holds: `name.a.b = x`, `name.push(x)`, `f(name)`. */
function partWrite(name: Node, index: SyntaxIndex): Write | undefined {
  const keys: Key[] = [];
  let current = wrapped(name);
  let parent = current.parent;
  while (parent?.type === 'MemberExpression' && parent.object === current) {
    const grandparent = wrapped(parent).parent;
    const method = writtenKey(parent);
    if (
      (method === 'push' || method === 'unshift') &&
      grandparent?.type === 'CallExpression' &&
      unwrap(grandparent.callee) === parent
    ) {
      return { kind: 'append', node: grandparent, keys, values: grandparent.arguments };
    }
    keys.push(writtenKey(parent) ?? '*');
    current = wrapped(parent);
    parent = current.parent;
  }
  if (!parent) return undefined;
  if (parent.type === 'AssignmentExpression' && parent.left === current && keys.length > 0) {
    if (parent.operator === '=' || isLogicalAssignment(parent.operator)) {
      return {
        kind: 'set',
        node: parent,
        keys,
        value: parent.right,
        conditional: parent.operator !== '=',
      };
    }
    return undefined;
  }
  if (parent.type === 'UnaryExpression' && parent.operator === 'delete' && keys.length > 0) {
    return { kind: 'delete', node: parent, keys };
  }
  if (parent.type === 'CallExpression' && parent.callee !== current) {
    const argument = parent.arguments.indexOf(current as TSESTree.CallExpressionArgument);
    if (argument === 0 && isObjectAssign(parent, index)) {
      return { kind: 'merge', node: parent, keys, sources: parent.arguments.slice(1) };
    }
    if (argument >= 0 && keys.length === 0) return { kind: 'handed', node: parent, argument };
  }
  return undefined;
}

/** True for a call of the global `Object.assign`. */
export function isObjectAssign(call: TSESTree.CallExpression, index: SyntaxIndex): boolean {
  const callee = unwrap(call.callee);
  return (
    callee.type === 'MemberExpression' &&
    calleeName(callee) === 'assign' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    index.variableOf(callee.object) === undefined
  );
}

function isLogicalAssignment(operator: string): boolean {
  return operator === '??=' || operator === '||=' || operator === '&&=';
}

/**
 * Every way a variable, or a part of the value it holds, is written in the file.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isFunction, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex, Variable } from '../syntax/syntax-index.ts';
import type { CallNode, FunctionNode, Key, Node } from '../syntax/types.ts';
import { isOneOfMany, writesByName } from './writing-names.ts';
import { loopedStep } from './looped-steps.ts';
import { patternSteps } from './patterns.ts';
import type { PatternStep } from './patterns.ts';

type Definition = Variable['defs'][number];

interface Common {
  /** The node after whose evaluation the write has happened. */
  readonly node: Node;
  readonly reassigns?: boolean;
}

export type Write = Common &
  (
    | {
        /** The variable gets a new value. Without a source it is declared without one. */
        readonly kind: 'define';
        readonly source: Node | undefined;
        readonly steps: readonly PatternStep[];
        /** Reads the old value where that stays unless it is missing: `x ??= y`, `if (!x) x = y`. */
        readonly keeps?: Node | undefined;
      }
    | { readonly kind: 'parameter'; readonly fn: FunctionNode; readonly name: Node }
    /** A value the analysis does not follow: `for…in`, `catch`, `+=`. */
    | { readonly kind: 'untracked' }
    | {
        readonly kind: 'set';
        readonly keys: readonly Key[];
        readonly value: Node;
        readonly keeps?: Node | undefined;
      }
    /** A part is written in a way that is not followed: `Object.defineProperty(v, key, …)`. */
    | { readonly kind: 'touched'; readonly keys: readonly Key[] }
    | { readonly kind: 'delete'; readonly keys: readonly Key[] }
    /** `Object.assign(v, …sources)`. */
    | { readonly kind: 'merge'; readonly keys: readonly Key[]; readonly sources: readonly Node[] }
    /** `v.push(…)` and `v.unshift(…)`. */
    | { readonly kind: 'append'; readonly keys: readonly Key[]; readonly values: readonly Node[] }
    /** It is handed to a function, which may write to it. */
    | {
        readonly kind: 'handed';
        readonly keys: readonly Key[];
        readonly call: CallNode;
        readonly argument: number;
      }
  );

/** The name of the property that a member access reads or writes; `*` where it is not known. */
export type KeyOf = (member: TSESTree.MemberExpression) => Key;

/** Lists the writes to a variable, in no particular order. */
export function writesTo(variable: Variable, index: SyntaxIndex, keyOf: KeyOf): Write[] {
  const writes = variable.defs.flatMap((definition): Write[] => {
    const name: Node = definition.name;
    switch (definition.type) {
      case 'Parameter':
        return isFunction(definition.node)
          ? [{ kind: 'parameter', node: name, fn: definition.node, name }]
          : [{ kind: 'untracked', node: name }];
      case 'CatchClause':
        return [{ kind: 'untracked', node: name }];
      case 'Variable':
        return isBare(definition.node)
          ? [{ kind: 'define', node: definition.node, source: undefined, steps: [] }]
          : [];
      default:
        return [];
    }
  });
  for (const reference of variable.references) {
    const name: Node = reference.identifier;
    if (reference.isWrite()) {
      const write = bindingWrite(name, index);
      if (write) writes.push(write);
    } else {
      writes.push(...partWrites(name, { index, keyOf, above: [], depth: 0 }));
    }
  }
  return writes;
}

/** `let x;` outside the head of a loop. */
function isBare(declarator: TSESTree.VariableDeclarator): boolean {
  const loop = declarator.parent.parent;
  const inHead =
    (loop.type === 'ForInStatement' || loop.type === 'ForOfStatement') && loop.left === declarator.parent;
  return !declarator.init && !inHead && declarator.id.type === 'Identifier';
}

/** The write that gives `name` itself a value. */
function bindingWrite(name: Node, index: SyntaxIndex): Write | undefined {
  const { steps, root } = patternSteps(name);
  const holder = root.parent;
  if (!holder) return undefined;
  const each = [{ kind: 'key', key: '*' } as const, ...steps];
  switch (holder.type) {
    case 'VariableDeclarator': {
      const loop = holder.parent.parent;
      if (loop.type === 'ForOfStatement' && loop.left === holder.parent) {
        return { kind: 'define', node: holder, source: loop.right, steps: each };
      }
      if (loop.type === 'ForInStatement' && loop.left === holder.parent) {
        return { kind: 'untracked', node: holder };
      }
      return holder.init ? { kind: 'define', node: holder, source: holder.init, steps } : undefined;
    }
    case 'AssignmentExpression': {
      if (holder.left !== root) return undefined;
      if (holder.operator !== '=' && !isLogicalAssignment(holder.operator)) {
        return { kind: 'untracked', node: holder, reassigns: true };
      }
      // What goes through a list of functions is done when the loop is.
      const looped = loopedStep(index, holder.right);
      const when = looped ? { node: looped.loop } : whenMissing(holder);
      return { kind: 'define', source: holder.right, steps, reassigns: true, ...when };
    }
    case 'ForOfStatement':
      return { kind: 'define', node: root, source: holder.right, steps: each, reassigns: true };
    case 'ForInStatement':
      return { kind: 'untracked', node: root, reassigns: true };
    case 'UpdateExpression':
      return { kind: 'untracked', node: holder, reassigns: true };
    default:
      // Default values of parameters are part of the parameter's pattern.
      return undefined;
  }
}

/** Where an assignment takes effect, and the old value that it leaves in place if there is one. */
function whenMissing(assignment: TSESTree.AssignmentExpression): { node: Node; keeps?: Node } {
  if (assignment.operator !== '=') return { node: assignment, keeps: assignment.left };
  const guarded = guardOf(assignment);
  return guarded ? { node: guarded.guard, keeps: guarded.test } : { node: assignment };
}

/** How many names for the same value are followed from one another. */
const MAX_ALIASES = 3;

/** Names for the value of a variable, or for a part of it. */
interface Naming {
  readonly index: SyntaxIndex;
  readonly keyOf: KeyOf;
  /** The keys from the variable to what the name stands for. */
  readonly above: readonly Key[];
  /** How many names were followed to it. */
  readonly depth: number;
}

/** The writes through `name` to parts of what it holds: `name.a.b = x`, `name.push(x)`, `f(name)`. */
function partWrites(name: Node, naming: Naming): Write[] {
  const { index, keyOf } = naming;
  const keys: Key[] = [...naming.above];
  let current = wrapped(name);
  let parent = current.parent;
  while (parent?.type === 'MemberExpression' && parent.object === current) {
    const call = wrapped(parent).parent;
    const method = writtenKey(parent);
    const appends = method === 'push' || method === 'unshift';
    if (appends && call?.type === 'CallExpression' && unwrap(call.callee) === parent) {
      return [{ kind: 'append', node: call, keys, values: call.arguments }];
    }
    keys.push(keyOf(parent));
    current = wrapped(parent);
    parent = current.parent;
  }
  switch (parent?.type) {
    case 'AssignmentExpression':
      if (parent.left !== current || keys.length === 0) return [];
      if (parent.operator !== '=' && !isLogicalAssignment(parent.operator)) {
        return [{ kind: 'touched', node: parent, keys }];
      }
      return [{ kind: 'set', keys, value: parent.right, ...whenMissing(parent) }];
    case 'UnaryExpression':
      return parent.operator === 'delete' && keys.length > 0 ? [{ kind: 'delete', node: parent, keys }] : [];
    case 'CallExpression':
      return passedTo(parent, current, keys, index);
    case 'VariableDeclarator':
      return parent.init === current ? aliasWrites(parent.id, { ...naming, above: keys }) : [];
    default:
      return [];
  }
}

function passedTo(
  call: TSESTree.CallExpression,
  argument: Node,
  keys: readonly Key[],
  index: SyntaxIndex,
): Write[] {
  const position = call.arguments.findIndex((each) => each === argument);
  if (position < 0) return [];
  const [, key] = call.arguments;
  switch (position === 0 ? globalCallee(call, index) : undefined) {
    case 'Object.assign':
      return [{ kind: 'merge', node: call, keys, sources: call.arguments.slice(1) }];
    case 'Object.defineProperty':
    case 'Reflect.set':
      return [{ kind: 'touched', node: call, keys: [...keys, (key && literalText(key)) ?? '*'] }];
    case 'Object.defineProperties':
      return [{ kind: 'touched', node: call, keys: [...keys, '*'] }];
    default:
      return mayWrite(call, index) ? [{ kind: 'handed', node: call, keys, call, argument: position }] : [];
  }
}

/** Writes through other names for the same object: `const q = p; q.x = y`, `const { part } = p; part.x = y`. */
function aliasWrites(pattern: Node, naming: Naming): Write[] {
  const { index, above, depth } = naming;
  if (depth >= MAX_ALIASES) return [];
  if (pattern.type === 'ObjectPattern') {
    return pattern.properties.flatMap((each) => {
      const key = each.type === 'Property' ? writtenKey(each) : undefined;
      return key === undefined || each.type !== 'Property'
        ? []
        : aliasWrites(each.value, { ...naming, above: [...above, key] });
    });
  }
  if (pattern.type !== 'Identifier') return [];
  const further = { ...naming, depth: depth + 1 };
  return (index.variableOf(pattern)?.references ?? []).flatMap((reference) =>
    reference.isWrite() ? [] : partWrites(reference.identifier, further),
  );
}

/** The global function a call calls, such as `Object.assign`; undefined for all other calls. */
function globalCallee(call: TSESTree.CallExpression, index: SyntaxIndex): string | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  if (index.variableOf(callee.object)) return undefined;
  return `${callee.object.name}.${calleeName(callee) ?? ''}`;
}

/** True when the callee is a function that the project may show, or one that writes by its name: only such a call is looked into. */
function mayWrite(call: TSESTree.CallExpression, index: SyntaxIndex): boolean {
  const callee = unwrap(call.callee);
  if (isOneOfMany(index, call)) return true;
  if (callee.type !== 'MemberExpression')
    return callee.type === 'Identifier' && definitionOf(callee, index) !== undefined;
  const receiver = unwrap(callee.object);
  if (receiver.type === 'ThisExpression') return true;
  const definition = receiver.type === 'Identifier' ? definitionOf(receiver, index) : undefined;
  if (definition?.type === 'ImportBinding')
    return definition.node.type === 'ImportNamespaceSpecifier' || writesByName(calleeName(callee));
  const made =
    definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : undefined;
  if (made?.type === 'CallExpression')
    return calleeName(made.callee) === 'require' && writesByName(calleeName(callee));
  return made?.type === 'ObjectExpression';
}

function definitionOf(name: TSESTree.Identifier, index: SyntaxIndex): Definition | undefined {
  return index.variableOf(name)?.defs[0];
}

/** The `if` that lets an assignment happen only where its target is missing, and the target in its test. */
function guardOf(assignment: TSESTree.AssignmentExpression): { guard: Node; test: Node } | undefined {
  const statement = assignment.parent;
  if (statement.type !== 'ExpressionStatement') return undefined;
  const block = statement.parent.type === 'BlockStatement' ? statement.parent : statement;
  const guard = block.parent;
  if (guard.type !== 'IfStatement' || guard.consequent !== block || guard.alternate) return undefined;
  const test = missingTest(guard.test);
  return test && sameChain(test, assignment.left) ? { guard, test } : undefined;
}

/** The expression that a test finds missing: `!x`, `x == null`, `x === undefined`, `typeof x === "undefined"`. */
function missingTest(test: Node): Node | undefined {
  if (test.type === 'UnaryExpression' && test.operator === '!') return test.argument;
  if (test.type !== 'BinaryExpression' || !/^={2,3}$/.test(test.operator)) return undefined;
  const { left, right } = test;
  if (left.type === 'UnaryExpression' && left.operator === 'typeof') return left.argument;
  const nothing =
    (right.type === 'Identifier' && right.name === 'undefined') ||
    (right.type === 'Literal' && right.value === null);
  return nothing ? left : undefined;
}

/** True for two spellings of the same chain of names. */
function sameChain(a: Node, b: Node): boolean {
  const [x, y] = [unwrap(a), unwrap(b)];
  if (x.type === 'Identifier' && y.type === 'Identifier') return x.name === y.name;
  if (x.type === 'ThisExpression') return y.type === 'ThisExpression';
  if (x.type !== 'MemberExpression' || y.type !== 'MemberExpression') return false;
  const key = writtenKey(x);
  return key !== undefined && key === writtenKey(y) && sameChain(x.object, y.object);
}

function isLogicalAssignment(operator: string): boolean {
  return operator === '??=' || operator === '||=' || operator === '&&=';
}

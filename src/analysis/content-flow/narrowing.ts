/**
 * What tests by functions of the file leave of a value: `if (isReading(v))`, `assertReading(v)`.
 */
import { contains, isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { typeDrops } from './closed-values.ts';

/** True when a test on the way to `use` says that what is read of the variable there is a number, a flag or a listed word. */
export function isNarrowed(ev: Evaluator, variable: Variable, path: Path, use: Node): boolean {
  if (!isTested(ev, variable)) return false;
  const holds = (test: Node, outcome: boolean): boolean =>
    guardsIn(test, outcome).some((guard) => guardDrops(ev, guard, variable, path));
  for (let child = use, node = use.parent; node && !isFunction(child); child = node, node = node.parent) {
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (child === node.consequent && holds(node.test, true)) return true;
        if (child === node.alternate && holds(node.test, false)) return true;
        break;
      case 'LogicalExpression':
        if (child === node.right && node.operator !== '??' && holds(node.left, node.operator === '&&'))
          return true;
        break;
      case 'WhileStatement':
        if (child === node.body && holds(node.test, true)) return true;
        break;
      case 'BlockStatement':
      case 'Program':
      case 'StaticBlock':
      case 'SwitchCase': {
        const list: readonly Node[] = node.type === 'SwitchCase' ? node.consequent : node.body;
        const before = list.filter((statement) => statement.range[1] <= child.range[0]);
        if (before.some((statement) => settles(statement, holds))) return true;
        break;
      }
      default:
    }
  }
  return false;
}

/** Whether some function that says what its argument is gets the variable, or a part of it. */
const tested = new WeakMap<Variable, boolean>();

function isTested(ev: Evaluator, variable: Variable): boolean {
  let known = tested.get(variable);
  if (known === undefined) {
    // Entered before it is found out: what is asked on the way may lead here again.
    tested.set(variable, false);
    known = usesOf(variable).some((use) => {
      const argument = outermostMember(use);
      const call = argument.parent;
      if (call?.type !== 'CallExpression') return false;
      const position = call.arguments.findIndex((each) => each === argument);
      return functionsOf(ev, call.callee).some(({ node }) => predicateOf(node, position) !== undefined);
    });
    tested.set(variable, known);
  }
  return known;
}

/** `result.value` of the `result` in it. */
function outermostMember(use: Node): Node {
  let node = wrapped(use);
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = wrapped(node.parent);
  return node;
}

/** True for a statement behind which a test is known to have held: `assertReading(v)`, `if (!isReading(v)) return`. */
function settles(statement: Node, holds: (test: Node, outcome: boolean) => boolean): boolean {
  if (statement.type === 'ExpressionStatement') return holds(statement.expression, true);
  return (
    statement.type === 'IfStatement' &&
    !statement.alternate &&
    leaves(statement.consequent) &&
    holds(statement.test, false)
  );
}

function leaves(statement: Node): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1);
    return last !== undefined && leaves(last);
  }
  return /^(?:Return|Throw|Break|Continue)Statement$/.test(statement.type);
}

/** The calls that have given true where a test has the outcome. */
function guardsIn(test: Node, outcome: boolean): Node[] {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression' && node.operator === '!') return guardsIn(node.argument, !outcome);
  if (node.type === 'LogicalExpression' && node.operator === (outcome ? '&&' : '||'))
    return [...guardsIn(node.left, outcome), ...guardsIn(node.right, outcome)];
  return outcome && node.type === 'CallExpression' ? [node] : [];
}

function guardDrops(ev: Evaluator, guard: Node, variable: Variable, path: Path): boolean {
  if (guard.type !== 'CallExpression') return false;
  return guard.arguments.some((argument, position) => {
    const keys = keysRead(ev, argument, variable);
    if (!keys?.every((key, i) => path[i] === key)) return false;
    return functionsOf(ev, guard.callee).some(({ node }) => {
      const type = predicateOf(node, position);
      return type !== undefined && typeDrops(ev, type, path.slice(keys.length));
    });
  });
}

/** The keys by which an expression reads a part of the variable; undefined for every other expression. */
function keysRead(ev: Evaluator, expression: Node, variable: Variable): Key[] | undefined {
  const keys: Key[] = [];
  let node = unwrap(expression);
  while (node.type === 'MemberExpression') {
    const key = writtenKey(node);
    if (key === undefined) return undefined;
    keys.unshift(key);
    node = unwrap(node.object);
  }
  return node.type === 'Identifier' && ev.index.variableOf(node) === variable ? keys : undefined;
}

/**
 * The type that a function says its argument has: `v is Reading`, `asserts v is Reading`.
 *
 * @param position of the argument
 */
export function predicateOf(fn: FunctionNode, position: number): Node | undefined {
  const type = fn.returnType?.typeAnnotation;
  const parameter = fn.params[position];
  if (type?.type !== 'TSTypePredicate' || parameter?.type !== 'Identifier') return undefined;
  const isOfParameter =
    type.parameterName.type === 'Identifier' && type.parameterName.name === parameter.name;
  return isOfParameter ? type.typeAnnotation?.typeAnnotation : undefined;
}

/** The type that a function is declared to give: its own annotation, or that of the variable it is put into. */
export function returnTypeOf(fn: FunctionNode): Node | undefined {
  if (fn.returnType) return fn.returnType.typeAnnotation;
  const holder = fn.parent;
  if (holder.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return undefined;
  const declared = holder.id.typeAnnotation?.typeAnnotation;
  return declared?.type === 'TSFunctionType' && contains(holder, fn)
    ? declared.returnType?.typeAnnotation
    : undefined;
}

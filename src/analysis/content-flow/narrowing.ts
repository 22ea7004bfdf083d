/**
 * What tests leave of a value: those by functions of the file, `if (isReading(v))`, `assertReading(v)`, and comparisons with what is
 * written, `level === "high"`, `LEVELS.includes(level)`.
 */
import {
  calleeName,
  contains,
  isFunction,
  literalText,
  unwrap,
  wrapped,
  writtenKey,
} from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import { writtenNames } from '../syntax/written-names.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Answers, Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import { makersOf } from '../values/origins.ts';
import { typeDrops } from './closed-values.ts';
import type { Tracer } from './types.ts';

/** True when a test on the way to `use` says that what is read of the variable there is a number, a flag or a listed word. */
export function isNarrowed(
  { ev, isForText }: Pick<Tracer, 'ev' | 'isForText'>,
  variable: Variable,
  path: Path,
  use: Node,
): boolean {
  if (!isTested(ev, variable)) return false;
  const holds = (test: Node, outcome: boolean): boolean =>
    guardsIn(test, outcome).some((guard) => guardDrops(ev, guard, variable, path)) ||
    isOneOfWritten({ ev, variable, path }, test, outcome) ||
    (isForText && isOtherThanText({ ev, variable, path }, test, outcome));
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
      case 'SwitchStatement':
        if (child.type === 'SwitchCase' && child.test && isReadAs({ ev, variable, path }, node.discriminant))
          return isWritten(ev, child.test);
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
      if (call?.type === 'BinaryExpression' || call?.type === 'SwitchStatement') return true;
      if (call?.type === 'UnaryExpression' && call.operator === 'typeof') return true;
      if (call?.type !== 'CallExpression') return false;
      if (call.callee !== argument && LISTS.test(calleeName(call.callee) ?? '')) return true;
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

/** What is read of a variable. */
interface Tested {
  readonly ev: Evaluator;
  readonly variable: Variable;
  readonly path: Path;
}

const LISTS = /^(?:has|includes)$/;

/** True where a test with the outcome says that a value is one of those that are written. */
function isOneOfWritten(tested: Tested, test: Node, outcome: boolean): boolean {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return isOneOfWritten(tested, node.argument, !outcome);
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const sides = [node.left, node.right];
    const holds = (side: Node): boolean => isOneOfWritten(tested, side, outcome);
    return node.operator === (outcome ? '&&' : '||') ? sides.some(holds) : sides.every(holds);
  }
  if (node.type === 'BinaryExpression') {
    if (!(outcome ? /^===?$/ : /^!==?$/).test(node.operator)) return false;
    const { left, right } = node;
    return (
      (isReadAs(tested, left) && isWritten(tested.ev, right)) ||
      (isReadAs(tested, right) && isWritten(tested.ev, left))
    );
  }
  const [value] = outcome && node.type === 'CallExpression' ? node.arguments : [];
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : node;
  if (!value || callee.type !== 'MemberExpression' || !LISTS.test(writtenKey(callee) ?? '')) return false;
  return isReadAs(tested, value) && isListOfWritten(tested.ev, callee.object);
}

/** Kinds of blocks that hold text. */
const TEXT = /^(?:input_|output_)?text$/;

/** True where a test with the outcome says that a value is no text: `part.type !== "text"`, `typeof value !== "string"`. */
function isOtherThanText(tested: Tested, test: Node, outcome: boolean): boolean {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return isOtherThanText(tested, node.argument, !outcome);
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const sides = [node.left, node.right];
    const isOther = (side: Node): boolean => isOtherThanText(tested, side, outcome);
    // `part.type === "text" && part.text`: where there is none, there is nothing to redact.
    return (
      sides.some(isOther) &&
      (node.operator === (outcome ? '&&' : '||') ||
        sides.every((side) => isOther(side) || keysRead(tested.ev, side, tested.variable)?.at(-1) === 'text'))
    );
  }
  if (node.type !== 'BinaryExpression' || !(outcome ? /^!==?$/ : /^===?$/).test(node.operator)) return false;
  const { ev, variable, path } = tested;
  const left = unwrap(node.left);
  const kind = literalText(node.right) ?? '';
  if (left.type === 'UnaryExpression' && left.operator === 'typeof') {
    // What a message says otherwise is a list of blocks.
    const isText = kind === 'string' && writtenNames(left.argument).at(-1) !== 'content';
    return isText && isReadAs(tested, left.argument);
  }
  const keys = left.type === 'MemberExpression' && TEXT.test(kind) ? keysRead(ev, left, variable) : undefined;
  if (keys?.pop() !== 'type' || !keys.every((key, i) => path[i] === key)) return false;
  const rest = path.slice(keys.length);
  return rest.length === 0 || rest[0] === 'text';
}

/** True for an expression that reads the same of the variable. */
function isReadAs({ ev, variable, path }: Tested, expression: Node): boolean {
  const keys = keysRead(ev, expression, variable);
  return keys?.length === path.length && keys.every((key, i) => path[i] === key);
}

function isWritten(ev: Evaluator, node: Node): boolean {
  return areLiterals(ev.answers(node, []));
}

/** `["low", "high"]`, `new Set(["low", "high"])`, by whatever name. */
function isListOfWritten(ev: Evaluator, list: Node): boolean {
  if (areLiterals(ev.answers(list, ['*']))) return true;
  return ev.answers(list, []).some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
    const [maker] = makersOf(answer.value.api);
    const [given] = maker?.node.arguments ?? [];
    return given !== undefined && areLiterals(ev.answers(given, ['*'], maker?.frame));
  });
}

function areLiterals(answers: Answers): boolean {
  return (
    answers.length > 0 &&
    answers.every((answer) => answer.kind === 'known' && answer.value.kind === 'literal')
  );
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

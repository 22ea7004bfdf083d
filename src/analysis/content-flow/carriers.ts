/**
 * What brings content into an argument, and names that only describe it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { isListedCode, isMetadataName, isNameOfThing, KEEPING_FUNCTIONS, KEEPING_METHODS } from './names.ts';
import { overwrittenStep } from './path-steps.ts';

/** The innermost expressions that bring something into an argument. */
export function carriersIn(argument: Node): Node[] {
  const node = argument.type === 'ChainExpression' ? argument.expression : argument;
  const inside = (inner: readonly (Node | null)[]): Node[] =>
    inner.flatMap((each) => (each ? carriersIn(each) : []));
  switch (node.type) {
    case 'ObjectExpression':
      return inside(node.properties.map((p) => (p.type === 'SpreadElement' ? p.argument : p.value)));
    case 'ArrayExpression':
      return inside(node.elements);
    case 'SpreadElement':
      return inside([node.argument]);
    case 'TemplateLiteral':
      return inside(node.expressions);
    case 'BinaryExpression':
      return node.operator === '+' ? inside([node.left, node.right]) : [];
    case 'LogicalExpression':
      return node.operator === '&&' ? inside([node.right]) : inside([node.left, node.right]);
    case 'ConditionalExpression':
      return inside([node.consequent, node.alternate]);
    case 'CallExpression':
      return isPrinting(node) ? inside(node.arguments.slice(0, 1)) : [node];
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return [];
    default:
      return [node];
  }
}

/** What is written of a carrier that is spread into an object: all but the keys that are written over it, `{ ...body, messages: 3 }`. */
export function writtenOf(carrier: Node): Path {
  const spread = wrapped(carrier).parent;
  const object = spread?.type === 'SpreadElement' ? spread.parent : undefined;
  if (object?.type !== 'ObjectExpression') return [];
  const over = object.properties
    .slice(object.properties.findIndex((each) => each === spread) + 1)
    .flatMap((each) => (each.type === 'Property' ? (writtenKey(each) ?? []) : []));
  return over.length > 0 ? [overwrittenStep(over)] : [];
}

/** `JSON.stringify(x, null, 2)`, `inspect(x)`, `String(x)`. */
function isPrinting(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = calleeName(callee) ?? '';
  if (name !== 'stringify' && name !== 'inspect' && name !== 'String') return false;
  const [, second] = call.arguments;
  // A list of keys, or a function, decides what is written.
  if (name === 'stringify' && second && second.type !== 'Literal') return false;
  return callee.type === 'MemberExpression' || KEEPING_FUNCTIONS.has(name);
}

/**
 * True for a value whose own name says that it only describes content: `userId`, `result.score`; and for what is put together
 * of such values: `ids.join(", ")`, `rows.map((row) => row.id)`. A value beats a name: a `turn` that is written out as an object is
 * what stands in it.
 */
export function describesOnly(ev: Evaluator, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'Identifier' && isWrittenOut(ev, node)) return false;
  if (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    if (callee.type !== 'MemberExpression') return false;
    const name = writtenKey(callee) ?? '';
    const [first] = node.arguments;
    if (/^(?:flatMap|map)$/.test(name) && first?.type === 'ArrowFunctionExpression')
      return describesOnly(ev, first.body);
    return KEEPING_METHODS.has(name) && describesOnly(ev, callee.object);
  }
  // A piece of a stream, or what lets somebody in: where it comes from tells.
  if (node.type === 'Identifier' && node.name === 'token') return false;
  const name = lastName(node);
  const owner = node.type === 'MemberExpression' ? lastName(node.object) : '';
  return isMetadataName(name) || isNameOfThing(name, owner) || isListedCode(name, owner);
}

/** Names of what somebody decided, in as many words as they liked. */
const OUTCOMES = /^(?:\w+_?)?(?:decision|outcome|verdict)$/i;

/** `const turn = { role, content }`, `const step = text` */
function isWrittenOut(ev: Evaluator, name: TSESTree.Identifier): boolean {
  const definition = ev.index.variableOf(name)?.defs[0];
  if (definition?.type !== 'Variable' || definition.node.id !== definition.name) return false;
  const written = definition.node.init && unwrap(definition.node.init);
  if (!written) return false;
  // What decides is often the whole of an answer; what is read of it has a name of its own.
  if (OUTCOMES.test(name.name)) return true;
  // A name for something that has a name of its own.
  return written.type === 'Identifier'
    ? !describesOnly(ev, written)
    : /^(?:Array|Object)Expression$/.test(written.type);
}

/** The name an expression ends in: `text` of `block.text`; empty where it has none. */
export function lastName(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  return inner.type === 'MemberExpression' ? (writtenKey(inner) ?? '') : '';
}

/**
 * What functions of the file do with what they are handed, where their bodies show it. A body beats a name.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, isFunction, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';

/** How many functions are looked into from one another. */
const MAX_DEPTH = 3;

/** Methods, and functions of the language, that give a text back with all that it says. */
const PASSING = new Set(
  'String btoa concat encode encodeURIComponent from normalize parse resolve stringify structuredClone toJSON toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim trimEnd trimStart valueOf'.split(
    ' ',
  ),
);

/**
 * True when a function gives back all that it is handed, on every way: its name may say that it redacts, hashes or masks, but
 * nothing in it does. False where the body does something else, or cannot be decided.
 */
export function givesBackAll(ev: Evaluator, fn: FunctionNode, depth = 0): boolean {
  if (fn.generator || depth > MAX_DEPTH) return false;
  const returned = ev.index.returnsOf(fn).filter((node) => node !== undefined);
  // `if (!s) return s` says nothing of what is done with the rest.
  const plain = returned.filter((node) => !isGuarded(node, fn));
  const judged = plain.length > 0 ? plain : returned;
  return judged.length > 0 && judged.every((node) => isPassed(ev, node, fn, depth));
}

function isGuarded(returned: Node, fn: FunctionNode): boolean {
  for (let node = returned.parent; node && node !== fn; node = node.parent)
    if (node.type === 'IfStatement') return true;
  return false;
}

/** True for a parameter of the function as it is, or as a part of what only adds to it. */
function isPassed(ev: Evaluator, expression: Node, fn: FunctionNode, depth: number): boolean {
  const node = unwrap(expression);
  const passes = (inner: Node): boolean => isPassed(ev, inner, fn, depth);
  const passesAll = (parts: readonly Node[]): boolean => {
    const rest = parts.filter((part) => literalText(part) === undefined);
    return rest.length > 0 && rest.every(passes);
  };
  switch (node.type) {
    case 'Identifier':
      return isParameterAsItIs(ev, node, fn, depth);
    case 'MemberExpression':
      return writtenKey(node) !== 'length' && passes(node.object);
    case 'TemplateLiteral':
      return passesAll(node.expressions);
    case 'BinaryExpression':
      return node.operator === '+' && passesAll([node.left, node.right]);
    case 'ConditionalExpression':
      return passesAll([node.consequent, node.alternate]);
    case 'LogicalExpression':
      return passesAll([node.left, node.right]);
    case 'ObjectExpression':
      return passesAll(node.properties.map((p) => (p.type === 'SpreadElement' ? p.argument : p.value)));
    case 'CallExpression': {
      // A function that it is handed is called: `async function redacted(send) { return send(); }`.
      if (isParameterAsItIs(ev, unwrap(node.callee), fn, depth)) return true;
      const callee = unwrap(node.callee);
      // RULES.reduce((rest, rule) => …, text), where there is no rule.
      if (
        callee.type === 'MemberExpression' &&
        writtenKey(callee) === 'reduce' &&
        isEmptyList(ev, callee.object)
      )
        return node.arguments.slice(1).some(passes);
      const own = functionsOf(ev, node.callee);
      if (own.length > 0)
        return own.every((each) => givesBackAll(ev, each.node, depth + 1)) && node.arguments.some(passes);
      if (callee.type === 'Identifier') return PASSING.has(callee.name) && node.arguments.some(passes);
      const parts =
        callee.type === 'MemberExpression' && writtenKey(callee) === 'join' ? splitText(callee) : undefined;
      if (parts) return passes(parts);
      if (callee.type !== 'MemberExpression' || !PASSING.has(writtenKey(callee) ?? '')) return false;
      return passes(callee.object) || node.arguments.some(passes);
    }
    default:
      return false;
  }
}

/** `text` of `text.split(" ").join("")`. */
function splitText({ object }: TSESTree.MemberExpression): Node | undefined {
  const made = unwrap(object);
  const callee = made.type === 'CallExpression' ? unwrap(made.callee) : undefined;
  return callee?.type === 'MemberExpression' && writtenKey(callee) === 'split' ? callee.object : undefined;
}

function isParameterAsItIs(ev: Evaluator, identifier: Node, fn: FunctionNode, depth: number): boolean {
  const variable = ev.index.variableOf(identifier);
  const definition = variable?.defs[0];
  const writes = (variable?.references ?? []).flatMap(({ writeExpr }): Node[] =>
    writeExpr && !isInEmptyLoop(ev, writeExpr, fn) ? [writeExpr] : [],
  );
  if (definition?.type === 'Parameter') {
    const parameter: Node = definition.node;
    return parameter === fn && writes.every((write) => fn.params.some((each) => contains(each, write)));
  }
  return (
    definition?.type === 'Variable' &&
    contains(fn, definition.node) &&
    writes.length > 0 &&
    writes.every((write) => !contains(write, identifier) && isPassed(ev, write, fn, depth))
  );
}

/** True for what stands in a loop over a list that has nothing in it. */
function isInEmptyLoop(ev: Evaluator, piece: Node, fn: FunctionNode): boolean {
  for (let child = piece, node = piece.parent; node && node !== fn; child = node, node = node.parent)
    if (node.type === 'ForOfStatement' && child === node.body && isEmptyList(ev, node.right)) return true;
  return false;
}

function isEmptyList(ev: Evaluator, list: Node): boolean {
  const answers = ev.answers(list, []);
  return (
    answers.length > 0 &&
    answers.every(
      ({ kind, node }) => kind === 'known' && node.type === 'ArrayExpression' && node.elements.length === 0,
    )
  );
}

/**
 * True when the body of a function decides what is written down of its arguments: it hands none of them on, but to places that
 * are judged themselves.
 *
 * @param isJudged whether a call is such a place
 */
export function decidesWhatIsWritten(
  ev: Evaluator,
  fn: FunctionNode,
  isJudged: (call: Node) => boolean,
): boolean {
  return ev.index
    .declaredBy(fn)
    .every(
      (variable) =>
        variable.defs[0]?.type !== 'Parameter' ||
        readsOf(variable).every((read) => staysInside(read, fn, isJudged)),
    );
}

function staysInside(read: Node, fn: FunctionNode, isJudged: (call: Node) => boolean): boolean {
  const outer = wrapped(read);
  const holder = outer.parent;
  if (holder?.type === 'MemberExpression' && holder.object === outer && writtenKey(holder) === 'length')
    return true;
  for (let child = read, node = read.parent; node && node !== fn; child = node, node = node.parent) {
    if (node.type === 'IfStatement' || node.type === 'UnaryExpression') return true;
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && child !== node.callee)
      return isJudged(node);
    if (isFunction(node)) return false;
  }
  return false;
}

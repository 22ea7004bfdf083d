/**
 * Whether a function gives back all that it is handed, as far as its body shows it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { CallNode, Frame, FunctionNode, Node } from '../syntax/types.ts';
import { literalOf } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { frameOf } from '../values/frames.ts';
import { functionsOf } from '../values/functions.ts';
import type { OwnFunction } from '../values/functions.ts';
import { leavesWords } from './text-patterns.ts';

/** How many functions are looked into from one another. */
const MAX_DEPTH = 3;

/** Methods, and functions of the language, that give a value back with all that it says. */
const PASSING = new Set(
  'String btoa concat encode encodeURIComponent entries flat from fromEntries normalize parse resolve reverse sort stringify structuredClone toJSON toLocaleLowerCase toLocaleUpperCase toLowerCase toReversed toSorted toString toUpperCase trim trimEnd trimStart valueOf'.split(
    ' ',
  ),
);

/** The function that is judged. */
interface Judged {
  readonly ev: Evaluator;
  readonly fn: FunctionNode;
  readonly depth: number;
  /** The parameter that has to come back; any of them where there is none. */
  readonly only: Node | undefined;
  /** Variables that are being judged: what one is written over with may be made of itself. */
  readonly open: Set<Variable>;
}

/**
 * True when a function gives back all that it is handed, on every way: its name may say that it redacts, hashes or masks, but
 * nothing in it does. False where the body does something else, or cannot be decided.
 *
 * @param only the position of the parameter that has to come back; without it, any of them
 */
export function givesBackAll(ev: Evaluator, fn: FunctionNode, only?: number, depth = 0): boolean {
  if (fn.generator || depth > MAX_DEPTH) return false;
  const parameter = only === undefined ? undefined : fn.params[only];
  if (only !== undefined && !parameter) return false;
  const judged: Judged = { ev, fn, depth, only: parameter, open: new Set() };
  const returned = ev.index.returnsOf(fn).filter((node) => node !== undefined);
  // `if (!s) return s` says nothing of what is done with the rest.
  const plain = returned.filter((node) => !isGuarded(node, fn));
  const asked = plain.length > 0 ? plain : returned;
  return asked.length > 0 && asked.every((node) => isPassed(judged, node));
}

/** True for a function that gives back all that it is handed: always, or to this call. */
export function keepsAll(ev: Evaluator, own: OwnFunction, call: CallNode, frame: Frame | undefined): boolean {
  return givesBackAll(ev, own.node) || isSwitchedOff(ev, own, call, frame);
}

/**
 * True where a call surely gets back what it hands in, though the function may take something out: what decides is switched off,
 * `redactIf(false, text)`.
 */
function isSwitchedOff(ev: Evaluator, own: OwnFunction, call: CallNode, frame: Frame | undefined): boolean {
  const fn = own.node;
  const inner = frameOf(ev, own, call, frame);
  const judged: Judged = { ev, fn, depth: 0, only: undefined, open: new Set() };
  return ev.index.returnsOf(fn).some((node) => {
    if (!node) return false;
    const { isDecided, given } = wayTo(ev, node, fn, inner);
    return isDecided && given !== undefined && isPassed(judged, given);
  });
}

/** Whether switches lead to what a function returns, and to which part of it. */
function wayTo(
  ev: Evaluator,
  returned: Node,
  fn: FunctionNode,
  frame: Frame,
): { readonly isDecided: boolean; readonly given: Node | undefined } {
  let isDecided = false;
  for (let child = returned, node = returned.parent; node && node !== fn; child = node, node = node.parent) {
    if (node.type !== 'IfStatement' || child === node.test) continue;
    if (switchAt(ev, node.test, frame) !== (child === node.consequent))
      return { isDecided: false, given: undefined };
    isDecided = true;
  }
  const node = unwrap(returned);
  if (node.type !== 'ConditionalExpression') return { isDecided, given: node };
  const taken = switchAt(ev, node.test, frame);
  if (taken === undefined) return { isDecided: false, given: undefined };
  return { isDecided: true, given: taken ? node.consequent : node.alternate };
}

/** What a switch is set to; undefined where that is not known. */
function switchAt(ev: Evaluator, test: Node, frame: Frame): boolean | undefined {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = switchAt(ev, node.argument, frame);
    return inner === undefined ? undefined : !inner;
  }
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined;
  const [only, ...others] = ev.answers(node, [], frame).map(literalOf);
  return others.length === 0 && typeof only === 'boolean' ? only : undefined;
}

function isGuarded(returned: Node, fn: FunctionNode): boolean {
  for (let node = returned.parent; node && node !== fn; node = node.parent)
    if (node.type === 'IfStatement') return true;
  return false;
}

/** True for a parameter of the function as it is, or as a part of what only adds to it. */
function isPassed(judged: Judged, expression: Node): boolean {
  const node = unwrap(expression);
  const passes = (inner: Node): boolean => isPassed(judged, inner);
  const passesAll = (parts: readonly Node[]): boolean => {
    const rest = parts.filter((part) => literalText(part) === undefined);
    return areAll(rest, passes);
  };
  switch (node.type) {
    case 'Identifier':
      return isParameterAsItIs(judged, node);
    case 'MemberExpression':
      return writtenKey(node) !== 'length' && passes(node.object);
    case 'AwaitExpression':
      return passes(node.argument);
    case 'TemplateLiteral':
      return passesAll(node.expressions);
    case 'BinaryExpression':
      return node.operator === '+' && passesAll([node.left, node.right]);
    case 'ConditionalExpression':
      // Nothing at all is no mask.
      return areAll(
        [node.consequent, node.alternate].filter((part) => literalText(part) !== ''),
        passes,
      );
    case 'SequenceExpression':
      return passes(node.expressions.at(-1) ?? node);
    case 'LogicalExpression':
      return passesAll([node.left, node.right]);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && passes(element));
    case 'ObjectExpression':
      return isObjectPassed(judged, node);
    case 'CallExpression':
      return isCallPassed(judged, node);
    default:
      return false;
  }
}

function areAll(parts: readonly Node[], passes: (part: Node) => boolean): boolean {
  return parts.length > 0 && parts.every(passes);
}

/** `{ type: "text", text }`; not `{ ...record, ssn: "[SSN]" }`, where something is put in place of what was there. */
function isObjectPassed(judged: Judged, { properties }: TSESTree.ObjectExpression): boolean {
  const spread = properties.findIndex((each) => each.type === 'SpreadElement');
  const parts = properties.map((each) => (each.type === 'SpreadElement' ? each.argument : each.value));
  const rest = parts.filter((part, i) => literalText(part) === undefined || (spread >= 0 && i > spread));
  return areAll(rest, (part) => isPassed(judged, part));
}

function isCallPassed(judged: Judged, call: CallNode): boolean {
  const { ev, depth } = judged;
  const passes = (inner: Node): boolean => isPassed(judged, inner);
  const callee = unwrap(call.callee);
  // A function that it is handed is called: `async function redacted(send) { return send(); }`.
  if (judged.only === undefined && isParameterAsItIs(judged, callee)) return true;
  const own = functionsOf(ev, call.callee);
  if (own.length > 0)
    return (
      own.every((each) => givesBackAll(ev, each.node, undefined, depth + 1)) && call.arguments.some(passes)
    );
  if (callee.type === 'Identifier') return PASSING.has(callee.name) && call.arguments.some(passes);
  if (callee.type !== 'MemberExpression') return false;
  if (leavesWords(ev, callee, call.arguments)) return passes(callee.object);
  const name = writtenKey(callee) ?? '';
  return byCallback(judged, call, callee, name) ?? byMethod(judged, call, callee, name);
}

/** Methods that run a function on what they are called on; undefined for all others. */
function byCallback(
  judged: Judged,
  { arguments: [first, second] }: CallNode,
  { object }: TSESTree.MemberExpression,
  name: string,
): boolean | undefined {
  switch (name) {
    case 'reduce':
    case 'reduceRight':
      // RULES.reduce((rest, rule) => …, text): where there is no rule, or none takes anything out.
      if (!first || !second || !isPassed(judged, second)) return false;
      return isEmptyList(judged.ev, object) || isStepPassed(judged, first);
    case 'flatMap':
    case 'map':
      return first !== undefined && isStepPassed(judged, first) && isPassed(judged, object);
    case 'filter':
      return first !== undefined && leavesOutNothing(judged, first) && isPassed(judged, object);
    case 'replace':
    case 'replaceAll':
      return second !== undefined && isReplacedByItself(judged, second) && isPassed(judged, object);
    default:
      return undefined;
  }
}

/** `scrubbers.reduce((rest) => rest, text)`: whatever the list is called, none of it is run. */
export function isIdleFold(ev: Evaluator, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  const [step] = call.arguments;
  if (callee.type !== 'MemberExpression' || !step || !/^reduce(?:Right)?$/.test(writtenKey(callee) ?? ''))
    return false;
  const own = functionsOf(ev, step);
  return own.length > 0 && own.every((each) => givesBackAll(ev, each.node, 0));
}

/** A function that gives back the first thing that it is handed. */
function isStepPassed({ ev, depth }: Judged, step: Node): boolean {
  const own = functionsOf(ev, step);
  return own.length > 0 && own.every((each) => givesBackAll(ev, each.node, 0, depth + 1));
}

/** True for a test that only parts without anything in them fail: `Boolean`, `(line) => line.trim()`, `(line) => line.length > 0`. */
function leavesOutNothing({ ev }: Judged, test: Node): boolean {
  const name = unwrap(test);
  if (name.type === 'Identifier' && name.name === 'Boolean') return true;
  const own = functionsOf(ev, test);
  return (
    own.length > 0 &&
    own.every(({ node: { body } }) => {
      const asked = body.type === 'BlockStatement' ? undefined : unwrap(body);
      const isNothing = (side: Node): boolean => literalText(side) === '' || literalText(side) === '0';
      const sides = asked?.type === 'BinaryExpression' ? [asked.left, asked.right] : [];
      const [one] = sides.length > 0 ? sides.filter((side) => !isNothing(side)) : [asked];
      return (sides.length === 0 || sides.some(isNothing)) && one !== undefined && isTextItself(unwrap(one));
    })
  );
}

/** `line`, `line.trim()`, `line.length`, `line.trim().length` */
function isTextItself(node: Node): boolean {
  if (node.type === 'Identifier') return true;
  const member = node.type === 'CallExpression' ? unwrap(node.callee) : node;
  return (
    member.type === 'MemberExpression' &&
    /^(?:length|trim)$/.test(writtenKey(member) ?? '') &&
    isTextItself(unwrap(member.object))
  );
}

/** What is found is put in its own place: `(hit) => hit.toUpperCase()`, `"$&"`. */
function isReplacedByItself(judged: Judged, by: Node): boolean {
  const text = literalText(by);
  return text === undefined ? isStepPassed(judged, by) : text.includes('$&');
}

function byMethod(judged: Judged, call: CallNode, callee: TSESTree.MemberExpression, name: string): boolean {
  const passes = (inner: Node): boolean => isPassed(judged, inner);
  if (name === 'join') return passes(callee.object);
  // What stands between the parts is lost.
  if (name === 'split') return isGap(call.arguments[0]) && passes(callee.object);
  return PASSING.has(name) && (passes(callee.object) || call.arguments.some(passes));
}

/** What a text is parted by without a loss: a written text, white space. */
function isGap(separator: Node | undefined): boolean {
  if (!separator || literalText(separator) !== undefined) return true;
  return (
    separator.type === 'Literal' &&
    'regex' in separator &&
    /^(?:\\[srnt]|[?*+|(): ])+$/.test(separator.regex.pattern)
  );
}

function isParameterAsItIs(judged: Judged, identifier: Node): boolean {
  const { ev, fn, only, open } = judged;
  const variable = ev.index.variableOf(identifier);
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  if (open.has(variable)) return true;
  if (variable.references.some(({ identifier: use }) => isPartWritten(use))) return false;
  const writes = variable.references.flatMap(({ writeExpr }): Node[] =>
    writeExpr && !isInEmptyLoop(ev, writeExpr, fn) ? [writeExpr] : [],
  );
  if (definition.type === 'Parameter') {
    const parameter: Node = definition.node;
    if (parameter !== fn || (only && !contains(only, definition.name)) || isRest(definition.name))
      return false;
    const later = writes.filter((write) => !fn.params.some((each) => contains(each, write)));
    return areWritesPassed(judged, variable, later);
  }
  return (
    definition.type === 'Variable' &&
    contains(fn, definition.node) &&
    writes.length > 0 &&
    areWritesPassed(judged, variable, writes)
  );
}

function areWritesPassed(judged: Judged, variable: Variable, writes: readonly Node[]): boolean {
  judged.open.add(variable);
  try {
    return writes.every((write) => isPassed(judged, write));
  } finally {
    judged.open.delete(variable);
  }
}

/** `...rest` of `{ ssn, ...rest }`: the others were taken out. */
function isRest(name: Node): boolean {
  return name.parent?.type === 'RestElement' && name.parent.parent.type === 'ObjectPattern';
}

/** `copy.ssn = …`, `delete copy.ssn` */
function isPartWritten(use: Node): boolean {
  let node = wrapped(use);
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = wrapped(node.parent);
  if (node === wrapped(use)) return false;
  const { parent } = node;
  return (
    (parent?.type === 'AssignmentExpression' && parent.left === node) ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
}

/** True for what stands in a loop over a list that has nothing in it. */
function isInEmptyLoop(ev: Evaluator, piece: Node, fn: FunctionNode): boolean {
  for (let child = piece, node = piece.parent; node && node !== fn; child = node, node = node.parent)
    if (node.type === 'ForOfStatement' && child === node.body && isEmptyList(ev, node.right)) return true;
  return false;
}

/** True for a list that is seen to have nothing in it. */
export function isEmptyList(ev: Evaluator, list: Node): boolean {
  const answers = ev.answers(list, []);
  return (
    answers.length > 0 &&
    answers.every(
      ({ kind, node }) => kind === 'known' && node.type === 'ArrayExpression' && node.elements.length === 0,
    )
  );
}

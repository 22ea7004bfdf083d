/**
 * What a value is made of: the names it is read from, the texts in it, and the calls it passes through. No opinion on any.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { alternatives } from './alternatives.ts';
import { frameOf } from './frames.ts';
import { functionsOf } from './functions.ts';
import { namesOf } from './origins.ts';
import { calleeName, isFunction, literalText, unwrap } from '../syntax/nodes.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';

/** One thing that goes into a value. */
export interface Source {
  readonly node: Node;
  /** The text, when it is one that the file shows. */
  readonly text?: string;
  /** The names it is read by, outermost first: `user`, `email`. Of a call: those of what is called. */
  readonly names: readonly string[];
  /** Calls between it and the value, innermost first; of a call, its own name comes first. */
  readonly calls: readonly string[];
  /** It is the result of a call that no further source explains. */
  readonly isResult: boolean;
}

/** Expressions behind a name that say more than the name. */
const FOLLOWED: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BinaryExpression',
  'CallExpression',
  'Identifier',
  'Literal',
  'MemberExpression',
  'TemplateLiteral',
]);

const MAX_DEPTH = 12;
const MAX_SOURCES = 64;

/** Collects what an expression's value is made of, in a frame. */
export function sourcesOf(ev: Evaluator, expression: Node, frame?: Frame): readonly Source[] {
  const search: Search = { ev, found: [], seen: new Set() };
  visit(search, expression, { calls: [], depth: 0, frame });
  return search.found;
}

interface Search {
  readonly ev: Evaluator;
  readonly found: Source[];
  readonly seen: Set<Node>;
}

/** The way from the value to what is being looked at. */
interface Way {
  /** Calls passed on it, innermost first. */
  readonly calls: readonly string[];
  readonly depth: number;
  readonly frame: Frame | undefined;
}

function put({ found }: Search, source: Source): void {
  if (found.length < MAX_SOURCES) found.push(source);
}

function visit(search: Search, written: Node, way: Way): void {
  const { found, seen } = search;
  const node = unwrap(written);
  if (way.depth > MAX_DEPTH || seen.has(node) || found.length >= MAX_SOURCES) return;
  seen.add(node);
  const { calls } = way;
  const text = literalText(node);
  if (text !== undefined) {
    put(search, { node, text, names: [], calls, isResult: false });
    return;
  }
  const further = { ...way, depth: way.depth + 1 };
  switch (node.type) {
    case 'TemplateLiteral':
      for (const quasi of node.quasis)
        put(search, { node, text: quasi.value.raw, names: [], calls, isResult: false });
      for (const part of node.expressions) visit(search, part, further);
      return;
    case 'BinaryExpression':
      if (node.operator !== '+') return;
      visit(search, node.left, further);
      visit(search, node.right, further);
      return;
    case 'ArrayExpression':
      for (const element of node.elements) {
        if (element) visit(search, element.type === 'SpreadElement' ? element.argument : element, further);
      }
      return;
    case 'CallExpression':
    case 'NewExpression':
      if (node.type === 'NewExpression' || !visitBody(search, node, way)) visitCall(search, node, way);
      return;
    case 'Identifier':
    case 'MemberExpression':
      visitName(search, node, way);
      return;
    default:
      for (const part of alternatives(node)) visit(search, part, further);
  }
}

/** What a function of the file gives back: its body says more than its name. True where there is one. */
function visitBody(
  search: Search,
  call: TSESTree.CallExpression,
  { calls, depth, frame: argsFrame }: Way,
): boolean {
  const { ev } = search;
  const own = functionsOf(ev, call.callee);
  if (own.length === 0 || own.some(({ node }) => node.generator)) return false;
  for (const { node: fn, frame: outer } of own) {
    const frame = frameOf(ev, { node: fn, frame: outer }, call, argsFrame);
    for (const returned of ev.index.returnsOf(fn))
      if (returned) visit(search, returned, { calls, depth: depth + 1, frame });
  }
  return true;
}

/** What a call is made of that no function of the file explains: its receiver and its arguments. */
function visitCall(search: Search, call: CallNode, way: Way): void {
  const calls = [calleeName(call.callee) ?? '', ...way.calls];
  put(search, { node: call, names: writtenNames(call.callee), calls, isResult: true });
  const further = { ...way, calls, depth: way.depth + 1 };
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression') visit(search, callee.object, further);
  for (const argument of call.arguments) {
    if (argument.type !== 'SpreadElement' && !isFunction(unwrap(argument))) visit(search, argument, further);
  }
}

/** A name, and what the file shows behind it. */
function visitName(search: Search, node: Node, { calls, depth, frame }: Way): void {
  let explained = false;
  for (const answer of search.ev.answers(node, [], frame)) {
    if (answer.kind === 'absent') continue;
    const behind = unwrap(answer.elsewhere ?? answer.node);
    if (answer.kind === 'unknown' && answer.path.length > 0) {
      put(search, { node, names: [...writtenNames(behind), ...answer.path], calls, isResult: false });
      continue;
    }
    const api = answer.kind === 'known' && answer.value.kind === 'api' ? answer.value.api : undefined;
    if (api && api.step.kind !== 'call' && behind !== node) {
      put(search, { node, names: namesOf(api).filter((name) => name !== '()'), calls, isResult: false });
      continue;
    }
    if (behind === node || !FOLLOWED.has(behind.type)) continue;
    // What a call gives is named by the call; anything else may have got a better name here.
    if (behind.type !== 'Identifier' && behind.type !== 'MemberExpression') explained = true;
    visit(search, behind, { calls, depth: depth + 1, frame: undefined });
  }
  if (explained) return;
  put(search, { node, names: writtenNames(node), calls, isResult: false });
  const whole = cutFrom(node);
  if (whole) visit(search, whole, { calls, depth: depth + 1, frame });
}

/** `user.email` of `user.email.split('@')[0]`: what stands before a mark is the better part of a text. */
function cutFrom(node: Node): Node | undefined {
  if (node.type !== 'MemberExpression' || !node.computed || literalText(node.property) !== '0')
    return undefined;
  const cut = unwrap(node.object);
  const callee = cut.type === 'CallExpression' ? unwrap(cut.callee) : undefined;
  return callee?.type === 'MemberExpression' && calleeName(callee) === 'split' ? callee.object : undefined;
}

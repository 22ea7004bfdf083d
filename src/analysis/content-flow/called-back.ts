/**
 * What functions of the project pass to what they are handed to be called.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import { readsOf, usesOf } from '../syntax/variables.ts';
import { functionsOf } from '../values/functions.ts';
import { callsOfParameter } from '../values/parameters.ts';
import { handedAt } from './handed-on.ts';
import type { ArgumentRead, Origin, Tracer } from './types.ts';

/** Where a call is handed a callback: an argument, or a property of one. */
export interface HandedCallback {
  readonly call: CallNode;
  readonly argument: number;
  /** The property of the argument that is the callback; undefined when the argument itself is. */
  readonly name: string | undefined;
}

/**
 * What a function of the project passes to a callback that it was given; undefined where no such function is known.
 *
 * @param atPlace what a function gets that is handed on at a place
 */
export function calledBack(
  t: Tracer,
  handed: HandedCallback,
  { position, path, frame }: ArgumentRead,
  atPlace: (place: Node, read: ArgumentRead) => readonly Origin[] | undefined,
): readonly Origin[] | undefined {
  let known = false;
  const found: Origin[] = [];
  for (const fn of functionsOf(t.ev, handed.call.callee)) {
    const inner = t.enter(fn, handed.call, frame);
    if (!inner) continue;
    const calls = callsOfParameter(t.ev, fn.node, handed.argument, handed.name);
    // What it is handed it may hand on, to what calls it.
    known ||= calls.length > 0 || !isHandedOn(t, fn.node, handed);
    for (const made of calls) {
      const given = made.arguments[position];
      if (given) found.push(...t.trace(given, path, inner));
    }
    // What hands it on itself: `stream.on('text', onText)`.
    for (const place of placesOfParameter(t, fn.node, handed)) {
      const further = atPlace(place, { position, path, frame: inner });
      known ||= further !== undefined;
      found.push(...(further ?? []));
    }
    // So does what is handed on with it: `ask(params)` with `params.callbacks.onText`. Of several vendors only what Claude answers counts.
    for (const whole of wholesHanded(t, fn.node, handed)) {
      const further = calledBack(t, whole, { position, path, frame: inner }, atPlace) ?? [];
      const answers = further.filter(({ kind }) => kind === 'result');
      known ||= answers.length > 0;
      found.push(...answers);
    }
  }
  return known ? found : undefined;
}

/** The calls in a function that are handed, as it is, an object which it was handed itself with a callback in it. */
function wholesHanded(t: Tracer, fn: FunctionNode, { argument, name }: HandedCallback): HandedCallback[] {
  const parameter = fn.params[argument];
  if (name === undefined || parameter?.type !== 'Identifier') return [];
  return readsOf(t.ev.index.variableOf(parameter)).flatMap((use): HandedCallback[] => {
    const outer = wrapped(use);
    const call = outer.parent;
    const position =
      call?.type === 'CallExpression' ? call.arguments.findIndex((each) => each === outer) : -1;
    return call?.type === 'CallExpression' && position >= 0 ? [{ call, argument: position, name }] : [];
  });
}

/** The places where a function hands on what it is handed itself. */
function placesOfParameter(t: Tracer, fn: FunctionNode, { argument, name }: HandedCallback): readonly Node[] {
  const named = fn.params[argument];
  const parameter = named?.type === 'AssignmentPattern' ? named.left : named;
  const target =
    name === undefined || parameter?.type !== 'ObjectPattern' ? parameter : boundIn(parameter, name);
  return name === undefined || parameter?.type === 'ObjectPattern'
    ? readsOf(target && t.ev.index.variableOf(target)).flatMap(handedAt)
    : [];
}

/** The name that a pattern gives to a key. */
function boundIn(pattern: TSESTree.ObjectPattern, key: string): Node | undefined {
  const property = pattern.properties.find((each) => each.type === 'Property' && writtenKey(each) === key);
  const value = property?.value;
  return value?.type === 'AssignmentPattern' ? value.left : value;
}

const HANDING: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AssignmentExpression',
  'CallExpression',
  'NewExpression',
  'Property',
  'ReturnStatement',
]);

/** True for a parameter that is more than called and asked for members: `middy().handler(handler)`. */
function isHandedOn(t: Tracer, fn: FunctionNode, { argument, name }: HandedCallback): boolean {
  const parameter = fn.params[argument];
  if (name !== undefined || parameter?.type !== 'Identifier') return false;
  return usesOf(t.ev.index.variableOf(parameter)).some((use) => {
    return HANDING.has(wrapped(use).parent?.type ?? '') && contains(fn.body, use);
  });
}

/**
 * Calls of functions of other modules that write down what they are handed, whatever they are called: a helper that prints, a
 * method of a team's own logger.
 */
import { mayLeadOut } from '../sites/leading-out.ts';
import { contains, isClass, isFunction, rootOf, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, ClassNode, Frame, FunctionNode, Node } from '../syntax/types.ts';
import { specifierOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { ownerOfThis } from '../values/class-members.ts';
import { frameOf } from '../values/frames.ts';
import { functionsOf } from '../values/functions.ts';
import { chainOf } from '../values/subclasses.ts';
import { importsHandedOn } from './handed-on.ts';
import { findSinks, MENTIONS_SINK } from './sinks.ts';
import type { SinkCall, SinkSettings } from './sinks.ts';

/** A call in the asking file, and a place in another module where what it hands in may be written down. */
export interface LoggingCall {
  readonly call: CallNode;
  readonly inner: SinkCall;
  /** What the functions on the way were called with; undefined for one that `call` is handed. */
  readonly frame: Frame | undefined;
  /** The function of another module that writes, where the call is handed it: `streamText({ onFinish })`. */
  readonly callback?: Node;
}

/** How many functions are looked into from one another. */
const MAX_FUNCTIONS = 3;
/** Places that one call may lead to. */
const MAX_PLACES = 24;

/** Every such call of the asking file, in source order. */
export function findLoggingCalls(ev: Evaluator, settings: SinkSettings): LoggingCall[] {
  const sinksOf = sinksByFile(ev, settings);
  return [
    ...ev.index.calls.flatMap((call) =>
      call.arguments.length > 0 && (mayLeadOut(ev, call) || runsElsewhere(ev, call))
        ? placesBehindCall(ev, call, sinksOf)
        : [],
    ),
    ...placesBehindHanded(ev, sinksOf),
  ];
}

/** `withLogging('ask', () => …)` of another module: what it writes down may be what the function gives that it is handed. */
function runsElsewhere(ev: Evaluator, call: CallNode): boolean {
  const source = specifierOf(ev.index, rootOf(unwrap(call.callee)));
  return (
    source !== undefined &&
    call.arguments.some((each) => isFunction(unwrap(each))) &&
    ev.moduleAt(source, call) !== undefined
  );
}

/** Functions of other modules that calls are handed, with the places where these write down what they get. */
function placesBehindHanded(
  ev: Evaluator,
  sinksOf: (file: SyntaxIndex) => readonly SinkCall[],
): LoggingCall[] {
  return [...importsHandedOn(ev)].flatMap(([fn, places]) => {
    const file = ev.index.indexOf(fn);
    if (!MENTIONS_SINK.test(file.text)) return [];
    const sinks = sinksOf(file).filter(({ call }) => contains(fn, call));
    return places.flatMap((callback) => {
      const call = sinks.length > 0 ? callAround(callback) : undefined;
      return call ? sinks.map((inner) => ({ call, inner, frame: undefined, callback })) : [];
    });
  });
}

/** The innermost call among whose arguments an expression stands. */
function callAround(expression: Node): CallNode | undefined {
  for (let node = expression.parent; node && !isFunction(node); node = node.parent)
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return node;
  return undefined;
}

/** Every place where a class of another module writes down what it is handed, itself or by a function of a further module. */
export function sinksOfClass(
  ev: Evaluator,
  owner: ClassNode,
  settings: SinkSettings,
): { readonly sinks: readonly SinkCall[]; readonly calls: readonly LoggingCall[] } {
  const file = ev.index.indexOf(owner);
  const sinksOf = sinksByFile(ev, settings);
  const calls = file.calls.filter((call) => call.arguments.length > 0 && contains(owner, call));
  return {
    sinks: sinksOf(file).filter(({ call }) => contains(owner, call)),
    calls: calls.flatMap((call) => placesBehindCall(ev, call, sinksOf)),
  };
}

function sinksByFile(ev: Evaluator, settings: SinkSettings): (file: SyntaxIndex) => readonly SinkCall[] {
  const memory = new Map<SyntaxIndex, readonly SinkCall[]>();
  return (file) => {
    let found = memory.get(file);
    if (!found) {
      memory.set(file, []);
      memory.set(file, (found = findSinks(ev, file, settings)));
    }
    return found;
  };
}

function placesBehindCall(
  ev: Evaluator,
  call: CallNode,
  sinksOf: (file: SyntaxIndex) => readonly SinkCall[],
): LoggingCall[] {
  const found: LoggingCall[] = [];
  const seen = new Set<FunctionNode>();
  // A closure can have been made by functions that made one another: these do not count.
  const enter = (at: CallNode, argsFrame: Frame | undefined, depth: number): void => {
    if (depth > MAX_FUNCTIONS || found.length >= MAX_PLACES) return;
    for (const { node: fn, frame: outer } of functionsOf(ev, at.callee, argsFrame)) {
      const file = ev.index.indexOf(fn);
      if (file === ev.index || seen.has(fn) || isPutInPlace(ev, at, fn)) continue;
      seen.add(fn);
      const frame = frameOf(ev, { node: fn, frame: outer }, at, argsFrame);
      for (const inner of sinksOf(file)) if (contains(fn, inner.call)) found.push({ call, inner, frame });
      for (const further of file.calls) if (contains(fn, further)) enter(further, frame, depth + 1);
    }
  };
  enter(call, undefined, 1);
  return found;
}

/** True for a method that a subclass puts in place of what its base calls: what it writes is told in the file of the subclass. */
function isPutInPlace(ev: Evaluator, call: CallNode, fn: FunctionNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') return false;
  const base = ownerOfThis(ev, call);
  const owner = fn.parent.parent?.parent;
  if (!base || !isClass(base) || !owner || !isClass(owner) || owner === base) return false;
  return chainOf(ev, owner).includes(base);
}

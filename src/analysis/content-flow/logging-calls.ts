/**
 * Calls of functions of other modules that write down what they are handed, whatever they are called: a helper that prints, a
 * method of a team's own logger.
 */
import { remembered } from '../../project/remembered.ts';
import { functionsBehind } from '../sites/functions-behind.ts';
import { mayLeadOut } from '../sites/leading-out.ts';
import { isClass, isFunction, rootOf, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, ClassNode, Frame, FunctionNode, Node } from '../syntax/types.ts';
import { specifierOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { ownerOfThis } from '../values/class-members.ts';
import { functionsOf } from '../values/functions.ts';
import type { OwnFunction } from '../values/functions.ts';
import { chainOf } from '../values/subclasses.ts';
import { importsHandedOn } from './handed-on.ts';
import { MENTIONS_SINK, sinkFinder } from './sinks.ts';
import type { SinkCall, SinkFinder, SinkSettings } from './sinks.ts';

/** A call in the asking file, and a place in another module where what it hands in may be written down. */
export interface LoggingCall {
  readonly call: CallNode;
  readonly inner: SinkCall;
  /** What the functions on the way were called with; undefined for one that `call` is handed. */
  readonly frame: Frame | undefined;
  /** The calls between `call` and `inner`, each of them in the function that the one before it leads to. */
  readonly way: readonly WayCall[];
  /** The function of another module that writes, where the call is handed it: `streamText({ onFinish })`. */
  readonly callback?: Node;
}

/** A call in another module on the way to a place that writes. */
export interface WayCall {
  readonly call: CallNode;
  /** That in which its arguments are to be read. */
  readonly frame: Frame | undefined;
}

/** How many functions are looked into from one another. */
const MAX_FUNCTIONS = 3;
/** Places that one call may lead to. */
const MAX_PLACES = 24;

/** Every such call of the asking file, in source order. */
export function findLoggingCalls(ev: Evaluator, settings: SinkSettings): LoggingCall[] {
  const sinksOf = sinksByPiece(ev, settings);
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
function placesBehindHanded(ev: Evaluator, sinksOf: SinksWithin): LoggingCall[] {
  return [...importsHandedOn(ev)].flatMap(([fn, places]) => {
    if (!MENTIONS_SINK.test(ev.index.indexOf(fn).text)) return [];
    const sinks = sinksOf(fn);
    return places.flatMap((callback) => {
      const call = sinks.length > 0 ? callAround(callback) : undefined;
      return call ? sinks.map((inner) => ({ call, inner, frame: undefined, way: [], callback })) : [];
    });
  });
}

/** The innermost call among whose arguments an expression stands. */
export function callAround(expression: Node): CallNode | undefined {
  for (let node = expression.parent; node && !isFunction(node); node = node.parent)
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return node;
  return undefined;
}

/** Every place where a piece of another module writes down what it is handed, itself or by a function of a further module. */
export function sinksWithin(
  ev: Evaluator,
  owner: ClassNode | FunctionNode,
  settings: SinkSettings,
): { readonly sinks: readonly SinkCall[]; readonly calls: readonly LoggingCall[] } {
  const sinksOf = sinksByPiece(ev, settings);
  const calls = ev.index.callsWithin(owner).filter((call) => call.arguments.length > 0);
  return {
    sinks: sinksOf(owner),
    calls: calls.flatMap((call) => placesBehindCall(ev, call, sinksOf)),
  };
}

/** The calls in a piece of a file that write down what they are handed. */
type SinksWithin = (piece: ClassNode | FunctionNode) => readonly SinkCall[];

function sinksByPiece(ev: Evaluator, settings: SinkSettings): SinksWithin {
  const finders = new Map<SyntaxIndex, SinkFinder>();
  return (piece) => {
    const file = ev.index.indexOf(piece);
    const find = remembered(finders, file, () => sinkFinder(ev, file, settings));
    return find(file.callsWithin(piece));
  };
}

function placesBehindCall(ev: Evaluator, call: CallNode, sinksOf: SinksWithin): LoggingCall[] {
  const found: LoggingCall[] = [];
  // Each function is entered once: by the first call that leads to it.
  const enteredBy = new Map<FunctionNode, CallNode>();
  const entered = (at: CallNode, frame: Frame | undefined): readonly OwnFunction[] => {
    const behind = functionsOf(ev, at.callee, frame).filter(({ node }) => !isPutInPlace(ev, at, node));
    for (const { node } of behind) if (!enteredBy.has(node)) enteredBy.set(node, at);
    return behind;
  };
  const wayTo = (frame: Frame | undefined): readonly WayCall[] => {
    const at = frame && enteredBy.get(frame.fn);
    return at && at !== call ? [...wayTo(frame.argsFrame), { call: at, frame: frame.argsFrame }] : [];
  };
  for (const frame of functionsBehind(ev, call, MAX_FUNCTIONS, entered)) {
    for (const inner of sinksOf(frame.fn)) found.push({ call, inner, frame, way: wayTo(frame) });
    if (found.length >= MAX_PLACES) break;
  }
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

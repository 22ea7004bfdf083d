/**
 * The frames of calls: one for each call, function and place that it is entered from, so that what was found within one is
 * found again.
 */
import { contains, unwrap } from '../syntax/nodes.ts';
import type { CallNode, ClassNode, Frame, FunctionNode, Handed, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';
import type { OwnFunction } from './functions.ts';

const memory = new WeakMap<Evaluator, Map<CallNode, Frame[]>>();

/**
 * The frame in which the body of a function is read that a call enters.
 *
 * @param argsFrame the frame in which the call stands
 */
export function frameOf(
  ev: Evaluator,
  { node: fn, frame: outer }: OwnFunction,
  call: CallNode,
  argsFrame: Frame | undefined,
): Frame {
  return remembered(ev, { fn, outer, call, argsFrame });
}

/**
 * The frame in which the body of a function is read that a method is handed by its name, to be called with what it has: `notes.map(anonymize)`.
 *
 * @param call of the method
 */
export function callbackFrame(
  ev: Evaluator,
  { node: fn, frame: outer }: OwnFunction,
  call: CallNode,
  handed: Handed,
  argsFrame: Frame | undefined,
): Frame {
  return remembered(ev, { fn, outer, call, argsFrame, handed });
}

/**
 * The frame in which the body of a function is read that is handed something else than a call says.
 *
 * @param call by which it comes to be called
 * @param given what it is handed, and where that is read
 */
export function appliedFrame(
  ev: Evaluator,
  { node: fn, frame: outer }: OwnFunction,
  call: CallNode,
  given: { readonly node: Node; readonly frame: Frame | undefined },
): Frame {
  return remembered(ev, { fn, outer, call, argsFrame: given.frame, applied: given.node });
}

interface Entry extends Pick<Frame, 'argsFrame' | 'fn' | 'handed' | 'outer'> {
  readonly call: CallNode;
  /** The one argument that it is called with, whatever the call says. */
  readonly applied?: Node;
}

function remembered(ev: Evaluator, { fn, outer, call, argsFrame, handed, applied }: Entry): Frame {
  let byCall = memory.get(ev);
  if (!byCall) memory.set(ev, (byCall = new Map<CallNode, Frame[]>()));
  let entered = byCall.get(call);
  if (!entered) byCall.set(call, (entered = []));
  let frame = entered.find(
    (f) =>
      f.fn === fn &&
      f.outer === outer &&
      f.argsFrame === argsFrame &&
      (f.handed === undefined) === (handed === undefined) &&
      (applied === undefined || f.args[0] === applied),
  );
  if (!frame) {
    // What is put around something by a list is no call within a call.
    const depth = Math.max(argsFrame?.depth ?? 0, outer?.depth ?? 0) + (applied ? 0 : 1);
    const self = selfOf(ev, fn, call, argsFrame);
    const given = handed ? { args: [], handed } : { args: applied ? [applied] : call.arguments };
    entered.push((frame = { fn, ...given, argsFrame, outer, depth, self }));
  }
  return frame;
}

/** The class of the object that a call has a method of, where the way to the call shows one. */
function selfOf(
  ev: Evaluator,
  fn: FunctionNode,
  call: CallNode,
  argsFrame: Frame | undefined,
): ClassNode | undefined {
  const callee = unwrap(call.callee);
  if (fn.parent.type !== 'MethodDefinition' || callee.type !== 'MemberExpression') return undefined;
  const object = unwrap(callee.object);
  if (object.type === 'ThisExpression' || object.type === 'Super') return selfAt(argsFrame, object);
  const [only, ...others] = ev.answers(object, [], argsFrame);
  if (only?.kind !== 'known' || only.value.kind !== 'instance' || others.length > 0) return undefined;
  return only.value.of;
}

/** The class that `this` is of at a node, by the call that led to the method around it. */
export function selfAt(frame: Frame | undefined, node: Node): ClassNode | undefined {
  for (let at = frame; at; at = at.outer) if (contains(at.fn, node)) return at.self;
  return undefined;
}

const read = new WeakSet<Frame>();

/** The call of a function that led to a place, the nearest one; what it hands in is read from now on. */
export function callOf(frame: Frame | undefined, fn: FunctionNode): Frame | undefined {
  for (let at = frame; at; at = at.outer) {
    if (at.fn !== fn) continue;
    read.add(at);
    return at;
  }
  return undefined;
}

/** False where nothing that was asked so far depends on what the call of a frame handed in. */
export function isFrameRead(frame: Frame): boolean {
  return read.has(frame);
}

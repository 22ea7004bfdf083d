/**
 * The frames of calls: one for each call, function and place that it is entered from, so that what was found within one is
 * found again.
 */
import type { CallNode, Frame } from '../syntax/types.ts';
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
  let byCall = memory.get(ev);
  if (!byCall) memory.set(ev, (byCall = new Map<CallNode, Frame[]>()));
  let entered = byCall.get(call);
  if (!entered) byCall.set(call, (entered = []));
  let frame = entered.find((f) => f.fn === fn && f.outer === outer && f.argsFrame === argsFrame);
  if (!frame) {
    const depth = Math.max(argsFrame?.depth ?? 0, outer?.depth ?? 0) + 1;
    entered.push((frame = { fn, args: call.arguments, argsFrame, outer, depth }));
  }
  return frame;
}

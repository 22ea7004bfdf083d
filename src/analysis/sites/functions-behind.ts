/**
 * The functions of other modules that a call leads to.
 */
import type { CallNode, Frame, FunctionNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { frameOf } from '../values/frames.ts';
import type { OwnFunction } from '../values/functions.ts';

/**
 * The functions of other modules that a call enters, itself or through those that it enters: each once, as the frame in which its
 * body is read.
 *
 * @param most how many are entered from one another
 * @param entered the functions that a call enters
 */
export function* functionsBehind(
  ev: Evaluator,
  call: CallNode,
  most: number,
  entered: (call: CallNode, frame: Frame | undefined) => readonly OwnFunction[],
): Generator<Frame> {
  const seen = new Set<FunctionNode>();
  function* enter(at: CallNode, argsFrame: Frame | undefined, depth: number): Generator<Frame> {
    if (depth > most) return;
    for (const own of entered(at, argsFrame)) {
      if (ev.index.indexOf(own.node) === ev.index || seen.has(own.node)) continue;
      seen.add(own.node);
      const frame = frameOf(ev, own, at, argsFrame);
      yield frame;
      for (const further of ev.index.callsWithin(own.node)) yield* enter(further, frame, depth + 1);
    }
  }
  yield* enter(call, undefined, 1);
}

/**
 * Functions of other modules through which no call gets to a request: looked into once for all calls of a file.
 */
import type { ClassNode, Frame, FunctionNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { isFrameRead } from '../values/frames.ts';

/** How a function was come to when nothing was found in it. */
interface Visit {
  /** The frame in which the function was made. */
  readonly outer: Frame | undefined;
  /** The class of the object that it is a method of. */
  readonly self: ClassNode | undefined;
  /** How many calls its frame is deep: further down less is followed. */
  readonly depth: number;
  /** How many functions led to it: the further, the fewer are looked into from there. */
  readonly way: number;
}

/** What was found out of the functions that one file leads to. */
export class DeadEnds {
  readonly #visits = new Map<FunctionNode, Visit[]>();

  /**
   * True where nothing would be found in a function.
   *
   * @param frame in which its body would be read
   * @param way how many functions led to it
   */
  has({ fn, outer, self, depth }: Frame, way: number): boolean {
    const visits = this.#visits.get(fn);
    return (
      visits?.some((v) => v.outer === outer && v.self === self && v.depth <= depth && v.way <= way) ?? false
    );
  }

  /** Notes that nothing was found; not where that may be for what the call handed in. */
  add(frame: Frame, way: number): void {
    if (isFrameRead(frame)) return;
    const { fn, outer, self, depth } = frame;
    const visit = { outer, self, depth, way };
    const visits = this.#visits.get(fn);
    if (visits) visits.push(visit);
    else this.#visits.set(fn, [visit]);
  }
}

const memory = new WeakMap<Evaluator, DeadEnds>();

/** Those of the asking file. */
export function deadEndsOf(ev: Evaluator): DeadEnds {
  let known = memory.get(ev);
  if (!known) memory.set(ev, (known = new DeadEnds()));
  return known;
}

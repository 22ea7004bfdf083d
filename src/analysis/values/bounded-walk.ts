/**
 * A walk through the code from one place to others that ends: it remembers what it found, cuts where it meets itself, and
 * goes no deeper and no further than it may. What follows values and what follows content both stand on it.
 */
import type { Frame, Node, Path } from '../syntax/types.ts';

/** Keys that are read of a value at most. Real code reads a handful. */
const MAX_PATH = 24;

/**
 * Steps that several walks and questions of one file share. Where `left` is used up, questions that need few more still get
 * them from what is put by.
 */
export interface Purse {
  left: number;
  putBy: number;
}

/**
 * How many longer and longer paths are read of one expression, each on the way to the next: a function that calls itself for a
 * part of what it was handed, `visit(schema.items)`, reads parts of parts without end. Documented in docs/limits.md.
 */
const MAX_UNFOLDED = 2;

/** Steps that one question gets from what is put by. */
const SMALL_QUESTION = 40;

/** What a walk may do, and what it says where it may not. */
export interface WalkOptions<Found> {
  /** Places on the way from the first one asked about to the one at hand. */
  readonly maxDepth: number;
  /** Places visited for one question, or by the walk in all. */
  readonly maxSteps: number;
  readonly stepsPer: 'question' | 'walk';
  /** What its steps are paid from, beside those. */
  readonly purse?: () => Purse;
  /** What is said of a place for which the purse has nothing left. */
  readonly unpaid?: (node: Node, path: Path) => Found;
  /** The same call gives the same frame, so that what was found within one is worth remembering. */
  readonly remembersFrames: boolean;
  /** What is found at one place; asks the walk about others. */
  readonly follow: (node: Node, path: Path, frame: Frame | undefined) => Found;
  /** What is said of a place beyond the bounds. */
  readonly beyond: (node: Node, path: Path) => Found;
  /** What is said of a place that is being visited already. */
  readonly inCycle: Found;
}

/** A walk that ends: see {@link WalkOptions}. */
export interface BoundedWalk<Found> {
  /**
   * What is found at a place: `path` of the value of `node`, in a frame.
   *
   * @param mode sets apart answers to questions of different kinds
   */
  visit(node: Node, path: Path, frame: Frame | undefined, mode?: string): Found;
  /** Some place is being visited: what is asked now is part of another question. */
  readonly isRunning: boolean;
  /** The steps are used up: from some place on nothing was followed. */
  readonly isSpent: boolean;
}

/** Stands at a place in the memory for as long as it is being visited. */
class Running {
  readonly depth: number;

  /** @param depth of the visit, the outermost one 0 */
  constructor(depth: number) {
    this.depth = depth;
  }
}

/** Deeper than any visit: no cycle was cut. */
const NOWHERE = Infinity;

/** Makes a walk. */
export function boundedWalk<Found>(options: WalkOptions<Found>): BoundedWalk<Found> {
  const { maxDepth, maxSteps, follow } = options;
  const perQuestion = options.stepsPer === 'question';
  const memory = new PlaceMemory<Found | Running>();
  /** How many visits of parts of parts of an expression are on. */
  const unfolded = new Map<Node, number>();
  let depth = 0;
  let steps = 0;
  let asked = 0;
  /** The purse gave nothing since the question was put. */
  let unpaid = false;
  /**
   * The outermost visit at which a cycle was cut beneath the one that is on: what is found from there on inwards lacks a part, and
   * would not lack it in another question. What that visit itself finds is complete.
   */
  let cutAt = NOWHERE;

  return {
    get isRunning() {
      return depth > 0;
    },
    get isSpent() {
      return steps > maxSteps;
    },
    visit(node, path, frame, mode = '') {
      if (depth === 0) {
        cutAt = NOWHERE;
        unpaid = false;
        if (perQuestion) steps = 0;
        asked = 0;
      }
      const key = memory.keyOf(path, frame, mode);
      const known = memory.get(node, key);
      if (known instanceof Running) {
        cutAt = Math.min(cutAt, known.depth);
        return options.inCycle;
      }
      if (known !== undefined) return known;
      steps += 1;
      // In frames every call has its own.
      const isPartOfPart = !frame && path.length > 1;
      const unfolding = isPartOfPart ? (unfolded.get(node) ?? 0) : 0;
      if (depth >= maxDepth || steps > maxSteps || path.length > MAX_PATH || unfolding >= MAX_UNFOLDED)
        return options.beyond(node, path);
      asked += 1;
      if (options.purse && !pay(options.purse(), asked)) {
        unpaid = true;
        return (options.unpaid ?? options.beyond)(node, path);
      }
      const own = depth;
      const cutBeside = cutAt;
      cutAt = NOWHERE;
      memory.set(node, key, new Running(own));
      if (isPartOfPart) unfolded.set(node, unfolding + 1);
      depth += 1;
      let kept: Found | undefined;
      try {
        const found = follow(node, path, frame);
        // The next question has steps of its own, and may get further.
        const isWhole = cutAt >= own && !unpaid && !(perQuestion && steps > maxSteps);
        const isRemembered = options.remembersFrames || !frame;
        if (isRemembered && (isWhole || (depth === 1 && !unpaid))) kept = found;
        return found;
      } finally {
        depth = own;
        if (isPartOfPart) unfolded.set(node, unfolding);
        cutAt = Math.min(cutBeside, cutAt >= own ? NOWHERE : cutAt);
        memory.set(node, key, kept);
      }
    },
  };
}

/** Values by place. Most questions are for a node as a whole, in no frame: they need no map of their own. */
class PlaceMemory<Value> {
  readonly #wholes = new Map<Node, Value | undefined>();
  readonly #parts = new Map<Node, Map<string, Value | undefined>>();
  readonly #frames = new Map<Frame, number>();

  /** A key of its own for each path, frame and mode; empty for the whole of a node. */
  keyOf(path: Path, frame: Frame | undefined, mode: string): string {
    const keys = path.length === 0 ? '' : path.join('\u0000');
    if (!frame && mode === '') return keys;
    return `${keys}\u0001${frame ? String(this.#idOf(frame)) : '0'}${mode}`;
  }

  #idOf(frame: Frame): number {
    let id = this.#frames.get(frame);
    if (id === undefined) this.#frames.set(frame, (id = this.#frames.size + 1));
    return id;
  }

  get(node: Node, key: string): Value | undefined {
    return key === '' ? this.#wholes.get(node) : this.#parts.get(node)?.get(key);
  }

  set(node: Node, key: string, value: Value | undefined): void {
    if (key === '') {
      this.#wholes.set(node, value);
      return;
    }
    const parts = this.#parts.get(node);
    if (parts) parts.set(key, value);
    else this.#parts.set(node, new Map([[key, value]]));
  }
}

/** Takes a step from a purse. False where it has none for a question that took so many. */
function pay(purse: Purse, asked: number): boolean {
  if (purse.left > 0) purse.left -= 1;
  else if (asked <= SMALL_QUESTION && purse.putBy > 0) purse.putBy -= 1;
  else return false;
  return true;
}

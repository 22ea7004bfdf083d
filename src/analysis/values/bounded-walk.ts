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

/** Makes a walk. */
export function boundedWalk<Found>(options: WalkOptions<Found>): BoundedWalk<Found> {
  const { maxDepth, maxSteps, follow } = options;
  const perQuestion = options.stepsPer === 'question';
  const memory = new Map<Node, Map<string, Found>>();
  const active = new Map<Node, Set<string>>();
  const keyOf = placeKeys();
  let depth = 0;
  let steps = 0;
  let asked = 0;
  /** The purse gave nothing since the question was put. */
  let unpaid = false;
  /** A cycle was cut since the question was put: only the outermost answer is complete. */
  let cut = false;

  return {
    get isRunning() {
      return depth > 0;
    },
    get isSpent() {
      return steps > maxSteps;
    },
    visit(node, path, frame, mode = '') {
      if (depth === 0) {
        cut = false;
        unpaid = false;
        if (perQuestion) steps = 0;
        asked = 0;
      }
      const key = keyOf(path, frame, mode);
      const isRemembered = options.remembersFrames || !frame;
      const known = isRemembered ? memory.get(node)?.get(key) : undefined;
      if (known !== undefined) return known;
      const running = active.get(node);
      if (running?.has(key)) {
        cut = true;
        return options.inCycle;
      }
      steps += 1;
      if (depth >= maxDepth || steps > maxSteps || path.length > MAX_PATH) return options.beyond(node, path);
      asked += 1;
      if (options.purse && !pay(options.purse(), asked)) {
        unpaid = true;
        return (options.unpaid ?? options.beyond)(node, path);
      }
      if (running) running.add(key);
      else active.set(node, new Set([key]));
      depth += 1;
      try {
        const found = follow(node, path, frame);
        // The next question has steps of its own, and may get further.
        const isWhole = !cut && !unpaid && !(perQuestion && steps > maxSteps);
        if (isRemembered && (isWhole || (depth === 1 && !unpaid))) {
          const ofNode = memory.get(node);
          if (ofNode) ofNode.set(key, found);
          else memory.set(node, new Map([[key, found]]));
        }
        return found;
      } finally {
        depth -= 1;
        active.get(node)?.delete(key);
      }
    },
  };
}

/** Takes a step from a purse. False where it has none for a question that took so many. */
function pay(purse: Purse, asked: number): boolean {
  if (purse.left > 0) purse.left -= 1;
  else if (asked <= SMALL_QUESTION && purse.putBy > 0) purse.putBy -= 1;
  else return false;
  return true;
}

/** Gives each path, frame and mode a key of its own. */
function placeKeys(): (path: Path, frame: Frame | undefined, mode: string) => string {
  const ids = new Map<Frame, number>();
  return (path, frame, mode) => {
    const keys = path.join('\u0000');
    if (!frame && mode === '') return keys;
    let id = 0;
    if (frame) {
      id = ids.get(frame) ?? ids.size + 1;
      ids.set(frame, id);
    }
    return `${keys}\u0001${String(id)}${mode}`;
  };
}

/**
 * A walk through the code from one place to others that ends: it remembers what it found, cuts where it meets itself, and
 * goes no deeper and no further than it may. What follows values and what follows content both stand on it.
 */
import type { Frame, Node, Path } from '../syntax/types.ts';
import { PlaceMemory } from './place-memory.ts';

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
  isOn = true;

  /** @param depth of the visit, the outermost one 0 */
  constructor(depth: number) {
    this.depth = depth;
  }
}

/** What was found at a place where a cycle was cut: as good as new for as long as all visits that it was cut at are on. */
class Cut<Found> {
  readonly found: Found;
  readonly heads: readonly Running[];

  constructor(found: Found, heads: readonly Running[]) {
    this.found = found;
    this.heads = heads;
  }

  get holds(): boolean {
    return this.heads.every(({ isOn }) => isOn);
  }
}

/** Deeper than any visit: no cycle was cut. */
const NOWHERE = Infinity;
const NO_HEADS: readonly Running[] = [];
/** More cuts than this are not told apart. */
const MAX_HEADS = 8;

/** Makes a walk. */
export function boundedWalk<Found>(options: WalkOptions<Found>): BoundedWalk<Found> {
  return new Walk(options);
}

class Walk<Found> implements BoundedWalk<Found> {
  readonly #options: WalkOptions<Found>;
  readonly #memory = new PlaceMemory<Found | Cut<Found> | Running>();
  /** How many visits of parts of parts of an expression are on. */
  readonly #unfolded = new Map<Node, number>();
  #depth = 0;
  #steps = 0;
  #asked = 0;
  /** The purse gave nothing since the question was put. */
  #unpaid = false;
  /**
   * The outermost visit at which a cycle was cut beneath the one that is on: what is found from there on inwards lacks a part, and
   * would not lack it in another question. What that visit itself finds is complete.
   */
  #cutAt = NOWHERE;
  /** The visits at which cycles were cut beneath the one that is on. */
  #heads: readonly Running[] = NO_HEADS;

  constructor(options: WalkOptions<Found>) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#depth > 0;
  }

  get isSpent(): boolean {
    return this.#steps > this.#options.maxSteps;
  }

  visit(node: Node, path: Path, frame: Frame | undefined, mode = ''): Found {
    const options = this.#options;
    if (this.#depth === 0) this.#begin();
    const key = this.#memory.keyOf(path, frame, mode);
    const known = this.#memory.get(node, key);
    if (known instanceof Running) {
      this.#cut([known]);
      return options.inCycle;
    }
    if (known instanceof Cut) {
      if (known.holds) {
        this.#cut(known.heads);
        return known.found;
      }
    } else if (known !== undefined) return known;
    this.#steps += 1;
    if (this.#isBeyond(node, path, frame)) return options.beyond(node, path);
    this.#asked += 1;
    if (options.purse && !pay(options.purse(), this.#asked)) {
      this.#unpaid = true;
      return (options.unpaid ?? options.beyond)(node, path);
    }
    return this.#enter({ node, path, frame }, key);
  }

  #cut(heads: readonly Running[]): void {
    for (const head of heads) {
      this.#cutAt = Math.min(this.#cutAt, head.depth);
      if (!this.#heads.includes(head)) this.#heads = [...this.#heads, head];
    }
  }

  /** Another question is put. */
  #begin(): void {
    this.#cutAt = NOWHERE;
    this.#heads = NO_HEADS;
    this.#unpaid = false;
    this.#asked = 0;
    if (this.#options.stepsPer === 'question') this.#steps = 0;
  }

  #isBeyond(node: Node, path: Path, frame: Frame | undefined): boolean {
    if (this.#depth >= this.#options.maxDepth || this.isSpent || path.length > MAX_PATH) return true;
    return isPartOfPart(path, frame) && (this.#unfolded.get(node) ?? 0) >= MAX_UNFOLDED;
  }

  #enter({ node, path, frame }: Visited, key: string): Found {
    const own = this.#depth;
    const cutBeside = this.#cutAt;
    const headsBeside = this.#heads;
    const running = new Running(own);
    const unfolding = isPartOfPart(path, frame) ? (this.#unfolded.get(node) ?? 0) : undefined;
    if (unfolding !== undefined) this.#unfolded.set(node, unfolding + 1);
    this.#cutAt = NOWHERE;
    this.#heads = NO_HEADS;
    this.#memory.set(node, key, running);
    this.#depth = own + 1;
    let kept: Found | Cut<Found> | undefined;
    try {
      const found = this.#options.follow(node, path, frame);
      const heads = this.#heads.filter(({ depth }) => depth < own);
      if (this.#isToKeep(own, frame)) kept = found;
      else if (this.#isToKeepMeanwhile(heads, frame)) kept = new Cut(found, heads);
      return found;
    } finally {
      this.#depth = own;
      running.isOn = false;
      const outer = this.#heads.filter(({ depth }) => depth < own);
      this.#heads = headsBeside;
      this.#cut(outer);
      this.#cutAt = Math.min(cutBeside, this.#cutAt >= own ? NOWHERE : this.#cutAt);
      if (unfolding !== undefined) this.#unfolded.set(node, unfolding);
      this.#memory.set(node, key, kept);
    }
  }

  /** True for what another question would find as well; it has steps of its own, and may get further. */
  #isToKeep(own: number, frame: Frame | undefined): boolean {
    if (this.#unpaid || (frame && !this.#options.remembersFrames)) return false;
    const isShort = this.#options.stepsPer === 'question' && this.isSpent;
    return own === 0 || (this.#cutAt >= own && !isShort);
  }

  /** True for what the same question would find again while the visits are on at which it was cut. */
  #isToKeepMeanwhile(heads: readonly Running[], frame: Frame | undefined): boolean {
    if (this.#unpaid || this.isSpent || (frame && !this.#options.remembersFrames)) return false;
    return heads.length > 0 && heads.length <= MAX_HEADS;
  }
}

/** A place on the way. */
interface Visited {
  readonly node: Node;
  readonly path: Path;
  readonly frame: Frame | undefined;
}

/** What is read of a part of an expression. In frames every call has its own. */
function isPartOfPart(path: Path, frame: Frame | undefined): boolean {
  return !frame && path.length > 1;
}

/** Takes a step from a purse. False where it has none for a question that took so many. */
function pay(purse: Purse, asked: number): boolean {
  if (purse.left > 0) purse.left -= 1;
  else if (asked <= SMALL_QUESTION && purse.putBy > 0) purse.putBy -= 1;
  else return false;
  return true;
}

/**
 * Backwards through the code of one function, past the writes to a variable: the structure of statements, not a graph.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, isFunction } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { exitOf, withoutBreak } from './completions.ts';
import type { Exit } from './completions.ts';
import { eventsAt, eventsIn, firstIndex } from './timeline.ts';
import type { WriteEvent } from './timeline.ts';

/**
 * Called for each write that may be in force, nearest first. Returns true when nothing written
 * earlier can survive it.
 */
export type Visit<E extends WriteEvent> = (event: E) => boolean;

/** How the walk left a piece of code: by its start, past a write that settles it, or not at all since control never passes its end. */
export type Outcome = 'abrupt' | 'killed' | 'through';

type Loop = Extract<
  Node,
  { type: 'DoWhileStatement' | 'ForInStatement' | 'ForOfStatement' | 'ForStatement' | 'WhileStatement' }
>;

/** Nesting beyond which code is machine-made and the walk gives up, keeping every write possible. */
const MAX_DEPTH = 400;

/** What a walk goes past. */
export interface WalkedWrites<E extends WriteEvent> {
  /** In source order, all in one function. */
  readonly events: readonly E[];
  readonly visit: Visit<E>;
  /** A node's children in evaluation order. */
  readonly childrenOf: (node: Node) => readonly Node[];
  /** A closure of that function, for what it reads: it may run before the function returns. */
  readonly reader?: FunctionNode | undefined;
}

/** One way back through the code of a function. */
export class BackwardWalk<E extends WriteEvent> {
  readonly #events: readonly E[];
  readonly #visit: Visit<E>;
  readonly #childrenOf: (node: Node) => readonly Node[];
  readonly #reader: FunctionNode | undefined;

  constructor({ events, visit, childrenOf, reader }: WalkedWrites<E>) {
    this.#events = events;
    this.#visit = visit;
    this.#childrenOf = childrenOf;
    this.#reader = reader;
  }

  /**
   * Visits the writes inside a node, last first.
   *
   * @param asBody the node is all that runs: it matters not whether control passes its end
   */
  collect(node: Node, depth = 0, asBody = false): Outcome {
    const exit = asBody || this.#isRead([node]) ? undefined : exitOf(node);
    if (exit) {
      this.#leave(node, exit);
      return 'abrupt';
    }
    if (!this.#hasEvents(node)) return 'through';
    if (depth > MAX_DEPTH) {
      this.#visitAll(node);
      return 'through';
    }
    if (this.#settledAt(node)) return 'killed';
    return isFunction(node) ? 'through' : this.#inside(node, depth + 1);
  }

  /** Visits what runs before `current` inside its parent. True when a write settled it. */
  before(parent: Node, current: Node): boolean {
    if (!this.#hasEvents(parent)) return false;
    switch (parent.type) {
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return this.#beforeInLoop(parent, current);
      case 'TryStatement':
        if (current === parent.block) return false;
        this.#tried(parent, current);
        return false;
      case 'SwitchStatement':
        for (const other of parent.cases) {
          if (other.range[1] <= current.range[0]) this.#visitAll(other);
        }
        return this.collect(parent.discriminant) === 'killed';
      case 'IfStatement':
      case 'ConditionalExpression':
        return current !== parent.test && this.collect(parent.test) === 'killed';
      default:
        return this.#sequenceBefore(this.#childrenOf(parent), current) === 'killed';
    }
  }

  /** What ran before `catch` or `finally`: it may have been left anywhere, by `return` and `throw` as well. */
  #tried({ block, handler, finalizer }: TSESTree.TryStatement, current: Node): void {
    if (current === finalizer) {
      if (handler) this.#visitAll(handler.body);
      this.#visitAll(block);
    } else if (exitOf(block)) this.#visitAll(block);
    else this.collect(block);
  }

  #inside(node: Node, depth: number): Outcome {
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (this.#allSettle([node.consequent, node.alternate], depth)) return 'killed';
        return this.collect(node.test, depth);
      case 'LogicalExpression':
        this.collect(node.right, depth);
        return this.collect(node.left, depth);
      case 'SwitchStatement':
        return this.#inSwitch(node, depth);
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return this.#inLoop(node, depth);
      case 'TryStatement': {
        if (node.finalizer && this.collect(node.finalizer, depth) === 'killed') return 'killed';
        const handled = node.handler ? this.collect(node.handler.body, depth) : 'abrupt';
        const tried = this.collect(node.block, depth);
        return handled !== 'through' && tried === 'killed' ? 'killed' : 'through';
      }
      case 'BlockStatement':
      case 'Program':
      case 'StaticBlock':
        return this.#sequence(node.body, depth);
      default:
        return this.#sequence(this.#childrenOf(node), depth);
    }
  }

  #inSwitch(node: Extract<Node, { type: 'SwitchStatement' }>, depth: number): Outcome {
    const bodies = node.cases.map((c) => c.consequent.flatMap(withoutBreak));
    let settled = node.cases.some((c) => c.test === null);
    for (const body of bodies) {
      const last = body.at(-1);
      const exit = last && !this.#isRead(body) && exitOf(last);
      if (exit) {
        for (const statement of body) this.#leave(statement, exit);
        continue;
      }
      if (this.#sequence(body, depth) !== 'killed' && body.length > 0) settled = false;
    }
    return settled ? 'killed' : this.collect(node.discriminant, depth);
  }

  #inLoop(loop: Loop, depth: number): Outcome {
    const inBody = this.collect(loop.body, depth);
    switch (loop.type) {
      case 'ForStatement':
        if (loop.update) this.collect(loop.update, depth);
        return loop.init ? this.collect(loop.init, depth) : 'through';
      case 'ForInStatement':
      case 'ForOfStatement':
        this.collect(loop.left, depth);
        return this.collect(loop.right, depth);
      case 'WhileStatement':
        return this.collect(loop.test, depth);
      default:
        return inBody;
    }
  }

  #beforeInLoop(loop: Loop, current: Node): boolean {
    switch (loop.type) {
      case 'ForStatement':
        if (current === loop.init) return false;
        this.#visitAll(loop.body);
        if (loop.update) this.#visitAll(loop.update);
        return loop.init ? this.collect(loop.init) === 'killed' : false;
      case 'ForInStatement':
      case 'ForOfStatement':
        if (current !== loop.body) return false;
        if (this.collect(loop.left) === 'killed') return true;
        this.#visitAll(loop.body);
        return this.collect(loop.right) === 'killed';
      default:
        // The test has just run where the body runs: while ((m = re.exec(text)))
        if (loop.type === 'WhileStatement' && current === loop.body && this.collect(loop.test) === 'killed')
          return true;
        this.#visitAll(loop.body);
        return false;
    }
  }

  #sequence(nodes: readonly Node[], depth: number): Outcome {
    return nodes.findLast((node) => this.collect(node, depth) === 'killed') ? 'killed' : 'through';
  }

  /** As `#sequence`, for the nodes that end before `current` starts. */
  #sequenceBefore(nodes: readonly Node[], current: Node): Outcome {
    for (let i = firstIndex(nodes, (node) => node.range[1] > current.range[0]) - 1; i >= 0; i -= 1) {
      const node = nodes[i];
      if (node && this.collect(node) === 'killed') return 'killed';
    }
    return 'through';
  }

  /** True when each of the branches settles what is read, or is never passed. */
  #allSettle(branches: readonly (Node | null)[], depth: number): boolean {
    return branches.reduce(
      (all, branch) => (branch ? this.collect(branch, depth) !== 'through' && all : false),
      true,
    );
  }

  #isRead(nodes: readonly Node[]): boolean {
    const reader = this.#reader;
    return reader !== undefined && nodes.some((node) => contains(node, reader));
  }

  /** Code that control never passes the end of. What is written before `break` and `continue` is there behind the loop. */
  #leave(node: Node, exit: Exit): void {
    const reader = this.#reader;
    const mayRun = reader && (reader.type === 'FunctionDeclaration' || reader.range[0] < node.range[1]);
    if (exit === 'loop' || mayRun) this.#visitAll(node);
  }

  #hasEvents(node: Node): boolean {
    return !eventsIn(this.#events, node).next().done;
  }

  #visitAll(node: Node): void {
    for (const event of eventsIn(this.#events, node)) this.#visit(event);
  }

  /** True when a write that happens at this very node leaves nothing of what was before. */
  #settledAt(node: Node): boolean {
    for (const event of eventsAt(this.#events, node)) if (this.#visit(event)) return true;
    return false;
  }
}

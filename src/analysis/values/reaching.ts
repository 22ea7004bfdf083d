/**
 * Which writes can still be in force where a variable is read. Structured, backwards, one function
 * at a time: enough for how requests are assembled, and linear in the code between write and read.
 */
import { contains, enclosingFunction, isFunction } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';

/** Something that gives a variable, or a part of what it holds, a new value. */
export interface WriteEvent {
  /** The node after whose evaluation the write has happened. */
  readonly node: Node;
  /** The variable itself is assigned again, after its declaration. */
  readonly reassigns?: boolean;
}

/** The writes to one variable, ready to be asked about many uses. */
export interface Timeline<E extends WriteEvent> {
  readonly events: readonly E[];
  /** By the function in which they happen (undefined: the top level), in source order. */
  readonly byFunction: ReadonlyMap<FunctionNode | undefined, readonly E[]>;
}

/** Sorts the writes to a variable. */
export function timelineOf<E extends WriteEvent>(events: readonly E[]): Timeline<E> {
  const byFunction = new Map<FunctionNode | undefined, E[]>();
  for (const event of [...events].sort((x, y) => x.node.range[0] - y.node.range[0])) {
    const fn = enclosingFunction(event.node);
    const list = byFunction.get(fn);
    if (list) list.push(event);
    else byFunction.set(fn, [event]);
  }
  return { events, byFunction };
}

/**
 * Called for each write that may be in force, nearest first. Returns true when nothing written
 * earlier can survive it.
 */
export type Visit<E extends WriteEvent> = (event: E) => boolean;

type Outcome = 'abrupt' | 'killed' | 'through';

/** Nesting beyond which code is machine-made and the walk gives up, keeping every write possible. */
const MAX_DEPTH = 400;

/**
 * Visits the writes that may be in force at `use`.
 *
 * @param use the node that reads the variable
 * @param owner the function that declares the variable; undefined for the top level
 * @param childrenOf a node's children in evaluation order
 */
export function visitReaching<E extends WriteEvent>(
  timeline: Timeline<E>,
  use: Node,
  owner: FunctionNode | undefined,
  childrenOf: (node: Node) => readonly Node[],
  visit: Visit<E>,
): void {
  const { byFunction } = timeline;
  const seen = new Set<E>();
  const visitOnce: Visit<E> = (event) => {
    if (seen.has(event)) return false;
    seen.add(event);
    return visit(event);
  };
  const user = enclosingFunction(use);
  const local = byFunction.get(user) ?? [];
  const settled = local.length > 0 && climb(use, user, local, createWalk(local, childrenOf, visitOnce));
  for (const [fn, events] of byFunction) {
    if (fn === user || fn === owner || !fn) continue;
    // What a callback further down does has not happened yet.
    const later = user === owner && fn.type !== 'FunctionDeclaration' && fn.range[0] > use.range[1];
    if (!later) events.forEach(visitOnce);
  }
  if (settled || user === owner) return;

  // Read in a closure: what the declaring function leaves behind, at the end or on its way there.
  const outer = byFunction.get(owner) ?? [];
  const body = owner?.body ?? programOf(use);
  const reader = closureIn(owner, use);
  const walk = createWalk(outer, childrenOf, (event) => visitOnce(event) && event.reassigns !== true, reader);
  if (walk.collect(body, 0, true) === 'killed') return;
  for (const event of outer) if (!contains(body, event.node) && visitOnce(event)) return;

  /** Walks outwards from the use to the top of its function. True when a write settled it. */
  function climb(from: Node, top: FunctionNode | undefined, events: readonly E[], walker: Walk): boolean {
    let current = from;
    for (let parent = current.parent; parent; current = parent, parent = current.parent) {
      if (top && parent === top && current === top.body) {
        return events.some((event) => !contains(current, event.node) && visitOnce(event));
      }
      if (walker.before(parent, current)) return true;
      if (parent === top) return false;
    }
    return false;
  }
}

/**
 * Visits the writes that a module leaves in force when it has run: those at its top level, last first, and those of
 * functions, which may run at any time.
 *
 * @param within any node of the module
 */
export function visitLeft<E extends WriteEvent>(
  { byFunction }: Timeline<E>,
  childrenOf: (node: Node) => readonly Node[],
  within: Node,
  visit: Visit<E>,
): void {
  for (const [fn, events] of byFunction) if (fn) events.forEach(visit);
  createWalk(byFunction.get(undefined) ?? [], childrenOf, visit).collect(programOf(within), 0, true);
}

/** The closure of a function, or of the top level, in which something is read. */
function closureIn(owner: FunctionNode | undefined, use: Node): FunctionNode | undefined {
  let closure: FunctionNode | undefined;
  for (let fn = enclosingFunction(use); fn && fn !== owner; fn = enclosingFunction(fn)) closure = fn;
  return closure;
}

interface Walk {
  collect(node: Node, depth: number, asBody?: boolean): Outcome;
  before(parent: Node, current: Node): boolean;
}

/**
 * @param events in source order, all in one function
 * @param reader a closure of that function, for what it reads: it may run before the function returns
 */
function createWalk<E extends WriteEvent>(
  events: readonly E[],
  childrenOf: (node: Node) => readonly Node[],
  visit: Visit<E>,
  reader?: FunctionNode,
): Walk {
  /** Index of the first event that starts at or after `position`. */
  const firstFrom = (position: number): number => {
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle] as E).node.range[0] < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** The events inside `node`, in source order. */
  function* eventsIn(node: Node): Generator<E> {
    for (let i = firstFrom(node.range[0]); i < events.length; i += 1) {
      const event = events[i] as E;
      if (event.node.range[0] >= node.range[1]) return;
      if (contains(node, event.node)) yield event;
    }
  }
  const hasEvents = (node: Node): boolean => !eventsIn(node).next().done;
  const visitAll = (node: Node): void => {
    for (const event of eventsIn(node)) visit(event);
  };
  /** True when a write that happens at this very node leaves nothing of what was before. */
  const settledAt = (node: Node): boolean => {
    for (let i = firstFrom(node.range[0]); i < events.length; i += 1) {
      const event = events[i] as E;
      if (event.node.range[0] !== node.range[0]) return false;
      if (event.node === node && visit(event)) return true;
    }
    return false;
  };

  function sequence(nodes: readonly Node[], depth: number): Outcome {
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      const outcome = collect(nodes[i] as Node, depth);
      if (outcome === 'killed') return 'killed';
    }
    return 'through';
  }

  /** As `sequence`, for the nodes that end before `current` starts. */
  function sequenceBefore(nodes: readonly Node[], current: Node): Outcome {
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((nodes[middle] as Node).range[1] <= current.range[0]) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i -= 1) {
      if (collect(nodes[i] as Node, 0) === 'killed') return 'killed';
    }
    return 'through';
  }

  function alternatives(branches: readonly (Node | null | undefined)[], depth: number): boolean {
    let settled = true;
    for (const branch of branches) {
      const outcome = branch ? collect(branch, depth) : 'through';
      if (outcome === 'through') settled = false;
    }
    return settled;
  }

  const isRead = (nodes: readonly Node[]): boolean =>
    reader !== undefined && nodes.some((node) => contains(node, reader));

  /** Code that control never passes the end of. What is written before `break` and `continue` is there behind the loop. */
  function leave(node: Node, exit: 'function' | 'loop'): void {
    const mayRun = reader && (reader.type === 'FunctionDeclaration' || reader.range[0] < node.range[1]);
    if (exit === 'loop' || mayRun) visitAll(node);
  }

  /** Visits the writes inside `node`, last first. */
  function collect(node: Node, depth: number, asBody = false): Outcome {
    const exit = asBody || isRead([node]) ? undefined : exitOf(node);
    if (exit) {
      leave(node, exit);
      return 'abrupt';
    }
    if (!hasEvents(node)) return 'through';
    if (depth > MAX_DEPTH) {
      visitAll(node);
      return 'through';
    }
    if (settledAt(node)) return 'killed';
    if (isFunction(node)) return 'through';
    const next = depth + 1;
    switch (node.type) {
      case 'IfStatement':
        if (alternatives([node.consequent, node.alternate], next)) return 'killed';
        return collect(node.test, next);
      case 'ConditionalExpression':
        if (alternatives([node.consequent, node.alternate], next)) return 'killed';
        return collect(node.test, next);
      case 'LogicalExpression':
        collect(node.right, next);
        return collect(node.left, next);
      case 'SwitchStatement': {
        const bodies = node.cases.map((c) => c.consequent.flatMap(withoutBreak));
        const exhaustive = node.cases.some((c) => c.test === null);
        let settled = exhaustive;
        for (const body of bodies) {
          const last = body.at(-1);
          const exit = last && !isRead(body) && exitOf(last);
          if (exit) {
            for (const statement of body) leave(statement, exit);
            continue;
          }
          if (sequence(body, next) !== 'killed' && body.length > 0) settled = false;
        }
        return settled ? 'killed' : collect(node.discriminant, next);
      }
      case 'ForStatement':
        collect(node.body, next);
        if (node.update) collect(node.update, next);
        return node.init ? collect(node.init, next) : 'through';
      case 'ForInStatement':
      case 'ForOfStatement':
        collect(node.body, next);
        collect(node.left, next);
        return collect(node.right, next);
      case 'WhileStatement':
        collect(node.body, next);
        return collect(node.test, next);
      case 'DoWhileStatement':
        return collect(node.body, next);
      case 'TryStatement': {
        if (node.finalizer && collect(node.finalizer, next) === 'killed') return 'killed';
        const handled = node.handler ? collect(node.handler.body, next) : 'abrupt';
        const tried = collect(node.block, next);
        return handled !== 'through' && tried === 'killed' ? 'killed' : 'through';
      }
      case 'BlockStatement':
      case 'Program':
      case 'StaticBlock':
        return sequence(node.body, next);
      default:
        return sequence(childrenOf(node), next);
    }
  }

  /** Visits what runs before `current` inside its parent. True when a write settled it. */
  function before(parent: Node, current: Node): boolean {
    if (!hasEvents(parent)) return false;
    switch (parent.type) {
      case 'ForStatement':
        if (current === parent.init) return false;
        visitAll(parent.body);
        if (parent.update) visitAll(parent.update);
        return parent.init ? collect(parent.init, 0) === 'killed' : false;
      case 'ForInStatement':
      case 'ForOfStatement':
        if (current !== parent.body) return false;
        if (collect(parent.left, 0) === 'killed') return true;
        visitAll(parent.body);
        return collect(parent.right, 0) === 'killed';
      case 'WhileStatement':
        // The test has just run where the body runs: while ((m = re.exec(text)))
        if (current === parent.body && collect(parent.test, 0) === 'killed') return true;
        visitAll(parent.body);
        return false;
      case 'DoWhileStatement':
        visitAll(parent.body);
        return false;
      case 'TryStatement':
        if (current === parent.block) return false;
        if (current === parent.finalizer && parent.handler) collect(parent.handler.body, 0);
        collect(parent.block, 0);
        return false;
      case 'SwitchStatement': {
        for (const other of parent.cases) {
          if (other.range[1] <= current.range[0]) visitAll(other);
        }
        return collect(parent.discriminant, 0) === 'killed';
      }
      case 'IfStatement':
      case 'ConditionalExpression':
        return current !== parent.test && collect(parent.test, 0) === 'killed';
      default:
        return sequenceBefore(childrenOf(parent), current) === 'killed';
    }
  }

  return { collect, before };
}

/** What a statement leaves when control never passes its end; undefined where control may. */
function exitOf(node: Node): 'function' | 'loop' | undefined {
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return 'function';
    case 'BreakStatement':
    case 'ContinueStatement':
      return 'loop';
    case 'BlockStatement': {
      const last = node.body.at(-1);
      return last && exitOf(last);
    }
    case 'IfStatement': {
      const otherwise = node.alternate && exitOf(node.alternate);
      if (!otherwise) return undefined;
      const then = exitOf(node.consequent);
      return then === 'function' ? otherwise : then;
    }
    default:
      return undefined;
  }
}

/** The statements of a case, without the `break` that ends them. */
function withoutBreak(statement: Node): Node[] {
  if (statement.type === 'BreakStatement') return [];
  return statement.type === 'BlockStatement' && statement.body.at(-1)?.type === 'BreakStatement'
    ? statement.body.slice(0, -1)
    : [statement];
}

function programOf(node: Node): Node {
  let current = node;
  while (current.parent) current = current.parent;
  return current;
}

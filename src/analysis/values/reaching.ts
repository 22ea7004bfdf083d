/**
 * Which writes can still be in force where a variable is read. Structured, backwards, one function
 * at a time: enough for how requests are assembled, and linear in the code between write and read.
 */
import { contains, enclosingFunction } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';
import { BackwardWalk } from './backward-walk.ts';
import type { Visit, WalkedWrites } from './backward-walk.ts';
import { exitOf } from './completions.ts';
import type { Timeline, WriteEvent } from './timeline.ts';

/** Where a variable is read. */
export interface ReadPlace {
  /** The node that reads the variable. */
  readonly use: Node;
  /** The function that declares the variable; undefined for the top level. */
  readonly owner: FunctionNode | undefined;
  /** A node's children in evaluation order. */
  readonly childrenOf: (node: Node) => readonly Node[];
}

/** Visits the writes that may be in force where a variable is read. */
export function visitReaching<E extends WriteEvent>(
  { byFunction }: Timeline<E>,
  { use, owner, childrenOf }: ReadPlace,
  visit: Visit<E>,
): void {
  const seen = new Set<E>();
  const visitOnce: Visit<E> = (event) => {
    if (seen.has(event)) return false;
    seen.add(event);
    return visit(event);
  };
  const user = enclosingFunction(use);
  const local = byFunction.get(user) ?? [];
  const settled = local.length > 0 && climb(use, user, { events: local, childrenOf, visit: visitOnce });
  for (const [fn, events] of byFunction) {
    if (fn === user || fn === owner || !fn) continue;
    // What a callback further down does has not happened yet.
    const later = user === owner && fn.type !== 'FunctionDeclaration' && fn.range[0] > use.range[1];
    if (!later) events.forEach(visitOnce);
  }
  if (settled || user === owner) return;

  // Read in a closure: what the declaring function leaves behind, at the end or on its way there.
  const events = byFunction.get(owner) ?? [];
  const body = owner?.body ?? programOf(use);
  const leaves: Visit<E> = (event) => visitOnce(event) && event.reassigns !== true;
  const reader = closureIn(owner, use);
  if (owner && reader && isBehind(reader, events)) {
    climb(reader, owner, { events, childrenOf, visit: visitOnce });
    return;
  }
  const walk = new BackwardWalk({ events, childrenOf, visit: leaves, reader });
  const last = reader && lastBlock(reader, body);
  if (last) {
    if (walk.collect(last, 0, true) !== 'killed')
      climb(last, owner, { events, childrenOf, visit: visitOnce });
    return;
  }
  if (walk.collect(body, 0, true) === 'killed') return;
  for (const event of events) if (!contains(body, event.node) && visitOnce(event)) return;
}

/** Walks outwards from a use to the top of its function. True when a write settled it. */
function climb<E extends WriteEvent>(
  use: Node,
  top: FunctionNode | undefined,
  writes: WalkedWrites<E>,
): boolean {
  const walk = new BackwardWalk(writes);
  let current = use;
  for (let parent = current.parent; parent; current = parent, parent = current.parent) {
    if (top && parent === top && current === top.body) {
      const body = current;
      return writes.events.some((event) => !contains(body, event.node) && writes.visit(event));
    }
    if (walk.before(parent, current)) return true;
    if (parent === top) return false;
  }
  return false;
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
  const events = byFunction.get(undefined) ?? [];
  new BackwardWalk({ events, childrenOf, visit }).collect(programOf(within), 0, true);
}

/** True for a closure that is made behind all writes: it reads what is in force where it stands, whenever it runs. */
function isBehind(closure: FunctionNode, events: readonly WriteEvent[]): boolean {
  return (
    closure.type !== 'FunctionDeclaration' && events.every(({ node }) => node.range[1] <= closure.range[0])
  );
}

/** The closure of a function, or of the top level, in which something is read. */
function closureIn(owner: FunctionNode | undefined, use: Node): FunctionNode | undefined {
  let closure: FunctionNode | undefined;
  for (let fn = enclosingFunction(use); fn && fn !== owner; fn = enclosingFunction(fn)) closure = fn;
  return closure;
}

/** The outermost block around a closure behind which its function never goes on: it ends with `return` or `throw`. */
function lastBlock(closure: Node, body: Node): Node | undefined {
  let found: Node | undefined;
  for (let node = closure.parent; node && node !== body; node = node.parent) {
    if (node.type === 'BlockStatement' && exitOf(node) === 'function' && node.parent.type !== 'TryStatement')
      found = node;
    if (node.type === 'TryStatement') found = undefined;
  }
  return found;
}

function programOf(node: Node): Node {
  let current = node;
  while (current.parent) current = current.parent;
  return current;
}

/**
 * The writes to one variable in the order of the source, ready to be asked about many places.
 */
import { contains, enclosingFunction } from '../syntax/nodes.ts';
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
 * The events inside a node.
 *
 * @param events in source order
 */
export function* eventsIn<E extends WriteEvent>(events: readonly E[], node: Node): Generator<E> {
  for (let i = firstFrom(events, node.range[0]); i < events.length; i += 1) {
    const event = events[i];
    if (!event || event.node.range[0] >= node.range[1]) return;
    if (contains(node, event.node)) yield event;
  }
}

/** The events that happen at this very node. */
export function* eventsAt<E extends WriteEvent>(events: readonly E[], node: Node): Generator<E> {
  for (let i = firstFrom(events, node.range[0]); i < events.length; i += 1) {
    const event = events[i];
    if (event?.node.range[0] !== node.range[0]) return;
    if (event.node === node) yield event;
  }
}

/** Index of the first event that starts at or after a position. */
function firstFrom(events: readonly WriteEvent[], position: number): number {
  return firstIndex(events, ({ node }) => node.range[0] >= position);
}

/** Index of the first element that a test holds for, and it holds for all after it; their number where for none. */
export function firstIndex<T>(list: readonly T[], holds: (element: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = list[middle];
    if (element === undefined || holds(element)) high = middle;
    else low = middle + 1;
  }
  return low;
}

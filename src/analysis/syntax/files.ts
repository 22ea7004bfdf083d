/**
 * Which file a node belongs to, where an analysis looks into several.
 */
import type { Node } from './types.ts';

/** What is known of a file by its nodes: the index of its syntax, or anything else that stands for it. */
const homes = new WeakMap<Node, object>();

/** Says that a node belongs to a module other than the linted file. */
export function settle(node: Node, home: object): void {
  homes.set(node, home);
}

/** The module that a node was settled in; undefined for nodes of the linted file. */
export function homeOf(node: Node): object | undefined {
  return homes.get(node);
}

/** True for two nodes of one file. */
export function sameFile(a: Node, b: Node): boolean {
  return homes.get(a) === homes.get(b);
}

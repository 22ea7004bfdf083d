/**
 * Which file a node belongs to, where an analysis looks into several.
 */
import type { Node } from './types.ts';

/**
 * On the nodes of modules: what is known of a file by them, the index of its syntax or anything else that stands for it. A map
 * would have an entry for each of some hundred thousand nodes, which slows down every collection of garbage.
 */
const HOME = Symbol('home');

interface Settled {
  [HOME]?: object;
}

/** Says that a node belongs to a module other than the linted file. */
export function settle(node: Node, home: object): void {
  (node as Settled)[HOME] = home;
}

/** The module that a node was settled in; undefined for nodes of the linted file. */
export function homeOf(node: Node): object | undefined {
  return (node as Settled)[HOME];
}

/** True for two nodes of one file. */
export function sameFile(a: Node, b: Node): boolean {
  return homeOf(a) === homeOf(b);
}

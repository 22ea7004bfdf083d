/**
 * Where things stand, as plain data.
 */
import type { Node } from '../../analysis/syntax/types.ts';
import type { CodeFile } from '../../rules/define/file.ts';

/** A request, by its place: absolute path and range. */
export type RequestKey = string;

/** A stretch of a file, by its absolute path. */
export interface Spot {
  readonly path: string;
  readonly range: readonly [number, number];
}

export function spotOf({ analysis, filename }: CodeFile, node: Node): Spot {
  return { path: analysis.pathOf(node) ?? filename, range: node.range };
}

export function keyAt({ analysis }: CodeFile, filename: string, node: Node): RequestKey {
  return `${analysis.pathOf(node) ?? filename}\u0000${node.range.join(':')}`;
}

/**
 * What the rules of one pass over a file share: which of them are on, what one of them has said already, the opened file.
 */
import type { OpenedFile } from './file.ts';

/** One pass over one file. */
export interface Pass {
  /** The rules that look at the file, with their options. */
  readonly active: Map<string, object>;
  /** What only one of them says. */
  readonly said: Set<string>;
  /** All rules are known: reports have begun. */
  isJudging: boolean;
  /** The file as code, once a rule has opened it: the disk is asked about its package once for all of them. */
  opened: OpenedFile | undefined;
}

/** By the tree of the file: programs may hand out one source for all files, or lint one tree twice. */
const passes = new WeakMap<object, Pass>();

/** Begins a pass. */
export function beginPass(ast: object): Pass {
  const pass: Pass = { active: new Map(), said: new Set(), isJudging: false, opened: undefined };
  passes.set(ast, pass);
  return pass;
}

/** The pass that is on; one of its own for a rule that is asked alone. */
export function passOf(ast: object): Pass {
  return passes.get(ast) ?? beginPass(ast);
}

/** Adds a rule. Rules are made before any of them judges, so that one made after that belongs to the next pass. */
export function joinPass(ast: object, rule: string, options: object): void {
  const known = passes.get(ast);
  const pass = known && !known.isJudging ? known : beginPass(ast);
  pass.active.set(rule, options);
}

/**
 * Changes of a program after which something else is said of it, each for a reason that docs/limits.md gives.
 */
import type { Flip } from './verdicts.ts';

/** A kind of change that is known to change what is said. */
export interface KnownFlip {
  /** The entry of docs/limits.md. */
  readonly limit: string;
  /** What comes or goes: `rule message`. */
  readonly verdict: RegExp;
  /** What the program has that makes it so. */
  readonly when: RegExp;
}

/** The entries that account for a flip; undefined where some part of it has none. */
export function accountFor(
  { gone, come }: Flip,
  text: string,
  known: readonly KnownFlip[],
): readonly KnownFlip[] | undefined {
  const found = [...gone, ...come].map((verdict) =>
    known.find((each) => each.verdict.test(verdict) && each.when.test(text)),
  );
  return found.every((each) => each !== undefined) ? found : undefined;
}

/**
 * The shape of a pack.
 */
import type { RuleName } from '../../rules/names.ts';

/** A rule as a pack sets it. */
export interface PackRule {
  readonly severity: 'error' | 'warn';
  /** Why, in this sector. Shown to users. */
  readonly reason: string;
  /** What differs from the rule's own defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Pack {
  readonly title: string;
  /** Whom it is for, in a sentence. */
  readonly audience: string;
  readonly rules: Readonly<Partial<Record<RuleName, PackRule>>>;
  /** Rules that the pack leaves to the user, each with the reason. */
  readonly leftOut: Readonly<Partial<Record<RuleName, string>>>;
}

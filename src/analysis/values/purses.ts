/**
 * Steps that the questions of one file may take in all.
 */
import type { Purpose } from './answers.ts';
import type { Purse } from './bounded-walk.ts';

/** About its requests, clients and settings; about functions of other modules; about where content flows. Documented in docs/limits.md. */
const STEPS: Readonly<Record<Purpose, Readonly<Purse>>> = {
  requests: { left: 48_000, putBy: 12_000 },
  modules: { left: 48_000, putBy: 12_000 },
  content: { left: 48_000, putBy: 12_000 },
};

/** What the questions of one file are paid from. */
export interface Purses {
  /** The purse at hand. */
  readonly current: () => Purse;
  /** Has all questions that are put meanwhile paid from the purse for a purpose. */
  readonly payingFor: <Result>(purpose: Purpose, work: () => Result) => Result;
}

/** The purses of a file. */
export function pursesOfFile(): Purses {
  const purses: Readonly<Record<Purpose, Purse>> = {
    requests: { ...STEPS.requests },
    modules: { ...STEPS.modules },
    content: { ...STEPS.content },
  };
  let purse = purses.requests;
  return {
    current: () => purse,
    payingFor(purpose, work) {
      const before = purse;
      purse = purses[purpose];
      try {
        return work();
      } finally {
        purse = before;
      }
    },
  };
}

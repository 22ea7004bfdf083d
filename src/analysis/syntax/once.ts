/**
 * Answers that are worked out when somebody asks.
 */

/** A function that computes its result when it is first called. */
export function once<T extends object>(compute: () => T): () => T {
  let result: T | undefined;
  return () => (result ??= compute());
}

/**
 * Answers that are worked out when somebody asks.
 */

/** A function that computes its result when it is first called. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly result: T } | undefined;
  return () => (known ??= { result: compute() }).result;
}

/** A function that computes its result when it is first called with an argument, for as long as that is in use. */
export function oncePer<K extends object, T extends object>(compute: (key: K) => T): (key: K) => T {
  const results = new WeakMap<K, T>();
  return (key) => {
    let result = results.get(key);
    if (!result) results.set(key, (result = compute(key)));
    return result;
  };
}

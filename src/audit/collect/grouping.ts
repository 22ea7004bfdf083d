/**
 * Lists by a key.
 */

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) put(groups, keyOf(item), item);
  return groups;
}

export function put<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const others = groups.get(key);
  if (others) others.push(item);
  else groups.set(key, [item]);
}

/**
 * Answers that are worked out once for a key.
 */

/** What a map has for a key; where it has nothing, what is made for it is put there. */
export function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined || map.has(key)) return known as Value;
  const made = make();
  map.set(key, made);
  return made;
}

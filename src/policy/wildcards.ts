/**
 * Patterns that users write, in which a sign stands for anything.
 */

/** True when a text is these parts in this order, with anything in between. */
export function isMadeOf(text: string, parts: readonly string[]): boolean {
  const source = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 's').test(text);
}

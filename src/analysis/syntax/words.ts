/**
 * The words that names are made of.
 */

/** Splits a name into lower-case words: `userID_list` → user, id, list; `SSN_last4` → ssn, last4. */
export function wordsOf(name: string): readonly string[] {
  let words = split.get(name);
  if (!words) {
    if (split.size > MAX_REMEMBERED) split.clear();
    split.set(name, (words = splitName(name)));
  }
  return words;
}

/** The words of the same names are asked for all the time. */
const split = new Map<string, readonly string[]>();
const MAX_REMEMBERED = 5_000;

function splitName(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/**
 * From the names that code gives its values to the kind of identifier they hold.
 */
import { IDENTIFIER_KINDS, PERSON_WORDS, WORDS_AFTER, WORDS_BEFORE } from './kinds.ts';
import type { IdentifierKind, Taxonomy } from './types.ts';

/** How a name is looked up. */
export interface NameQuery {
  /** Which taxonomies count; left out: all. */
  readonly taxonomies?: readonly Taxonomy[];
  /** What the name is a property of: `patient` of `patient.name`. */
  readonly owner?: string;
}

/**
 * The words of a name, in lower case: `patientDOB` → patient, dob; `SSN_last4` → ssn, last4.
 *
 * Digits stay with the word before them.
 */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * The kind of identifier that a name speaks of.
 *
 * Whole words are compared: `dob` is found in `patientDob` and not in `adobe`. A name that goes on to say something about the
 * identifier (`emailVerified`, `ssnHash`, `phoneType`), or asks for it (`hasEmail`), is none.
 */
export function identifierKindOf(name: string, query: NameQuery = {}): IdentifierKind | undefined {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  const ofPerson = [...words.slice(0, -1), ...wordsOf(query.owner ?? '')].some((w) =>
    isWord(w, PERSON_WORDS),
  );
  return IDENTIFIER_KINDS.find((kind: IdentifierKind) => {
    if (query.taxonomies && !kind.taxonomies.some((t) => query.taxonomies?.includes(t))) return false;
    if (kind.names.some((entry) => speaksOf(words, entry))) return true;
    return (
      ofPerson && (kind.ofPersons ?? []).some((entry) => speaksOf(words, entry) && endsWith(words, entry))
    );
  });
}

/** Longer names are sentences. */
const MAX_WORDS = 12;

/** Whether the words hold those of an entry in a row, or written as one. */
function speaksOf(words: readonly string[], entry: string): boolean {
  const wanted = entry.split(' ');
  const joined = wanted.join('');
  for (let at = 0; at < words.length; at += 1) {
    const together = wanted.length > 1 && isSame(words[at], joined);
    const apart = wanted.every((word, i) =>
      i < wanted.length - 1 ? words[at + i] === word : isSame(words[at + i], word),
    );
    if (!together && !apart) continue;
    const next = words[at + (together ? 1 : wanted.length)];
    const before = words.slice(0, at);
    if (!before.some((w) => WORDS_BEFORE.includes(w)) && !(next !== undefined && isWord(next, WORDS_AFTER)))
      return true;
  }
  return false;
}

function endsWith(words: readonly string[], entry: string): boolean {
  return isSame(words.at(-1), entry.split(' ').at(-1) ?? '');
}

/** The same word, or its plural. */
function isSame(word: string | undefined, wanted: string): boolean {
  return word === wanted || word === `${wanted}s`;
}

function isWord(word: string, list: readonly string[]): boolean {
  return list.includes(word) || (word.endsWith('s') && list.includes(word.slice(0, -1)));
}

/**
 * From the names that code gives its values to the kind of identifier they hold.
 */
import { wordsOf } from '../../analysis/syntax/words.ts';
import { IDENTIFIER_KINDS, NO_PERSONS, PERSON_WORDS, PROVIDERS, WORDS_AFTER, WORDS_BEFORE } from './kinds.ts';
import type { IdentifierKind, Taxonomy } from './types.ts';

/** How a name is looked up. */
export interface NameQuery {
  /** Which taxonomies count; left out: all. */
  readonly taxonomies?: readonly Taxonomy[];
  /** What the name is a property of: `patient` of `patient.name`. */
  readonly owner?: string;
  /** Something is read of what has the name. */
  readonly continued?: boolean;
  /** Names that count beside the catalogue's (`true`), or do not count (`false`), in any spelling. */
  readonly spellings?: Readonly<Record<string, boolean>>;
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
  const own = spelled(query.spellings, words);
  if (own !== undefined) return own ? NAMED_IN_SETTINGS : undefined;
  const rows = rowsFor(words);
  if (rows.length === 0) return undefined;
  const owner = wordsOf(query.owner ?? '');
  const before = words.slice(0, -1);
  const ofOther = [...before, ...owner].some((w) => isWord(w, NO_PERSONS));
  // `lead.name`, `leadName`, but not `lead.stageName`.
  const ofPerson = !ofOther && (before.length > 0 ? before : owner).some((w) => isWord(w, PERSON_WORDS));
  return rows.find(({ kind, of }) => {
    if (query.taxonomies && !kind.taxonomies.some((t) => query.taxonomies?.includes(t))) return false;
    const counts = (entry: Entry): boolean =>
      speaksOf(words, entry, kind) && spelled(query.spellings, entry.words) !== false;
    if (kind.publicOfOthers && ofOther) return false;
    const endsIn = (entry: Entry): boolean => isSame(words.at(-1), entry.words.at(-1) ?? '') && counts(entry);
    return (
      of.names.some(counts) ||
      (query.continued !== true && of.atEnd.some(endsIn)) ||
      (ofPerson && of.persons.some(endsIn))
    );
  })?.kind;
}

/** What settings say of a name, whatever its spelling. */
function spelled(spellings: NameQuery['spellings'], words: readonly string[]): boolean | undefined {
  if (!spellings) return undefined;
  const joined = words.join('');
  const found = Object.entries(spellings).find(([name]) => wordsOf(name).join('') === joined);
  return found?.[1];
}

const NAMED_IN_SETTINGS: IdentifierKind = {
  id: 'settings',
  title: 'an identifier by your settings',
  taxonomies: ['financial', 'government', 'hipaa'],
  names: [],
  source: 'settings',
  checkedOn: '2026-11-22',
  certainty: 'A',
};

/** A kind of identifier, and the names that lead to it. */
export interface NamedIdentifier {
  readonly kind: IdentifierKind;
  readonly along: readonly string[];
}

/** Names that say nothing without the one before: `number` of `account.number`. */
const COMPLETES: ReadonlySet<string> = new Set(['date', 'id', 'line', 'line1', 'no', 'num', 'number']);

/**
 * The identifier that a value holds, by the names it is read by, outermost first: `patient`, `name`, `family`.
 *
 * @returns undefined where none speaks of one, or where what is read of it says something about it only (`email.verified`)
 */
export function identifierAlong(
  names: readonly string[],
  query: NameQuery = {},
): NamedIdentifier | undefined {
  let known = answers.get(query);
  if (!known) answers.set(query, (known = new Map<string, NamedIdentifier | typeof NONE>()));
  const key = names.join('\u0000');
  const found = known.get(key) ?? lookUp(names, query) ?? NONE;
  known.set(key, found);
  return found === NONE ? undefined : found;
}

const NONE: unique symbol = Symbol('none');
/** One flow asks of the same names again and again. */
const answers = new WeakMap<NameQuery, Map<string, NamedIdentifier | typeof NONE>>();

function lookUp(names: readonly string[], query: NameQuery): NamedIdentifier | undefined {
  for (let at = names.length - 1; at >= 0; at -= 1) {
    const name = names[at] ?? '';
    const before = names[at - 1];
    if ([name, before ?? ''].some(namesProvider)) continue;
    const inside = { ...query, continued: at < names.length - 1 };
    const whole = before === undefined ? undefined : completed(before, name, inside);
    const kind =
      (whole === undefined ? undefined : identifierKindOf(whole, inside)) ??
      identifierKindOf(name, before === undefined ? inside : { ...inside, owner: before });
    if (!kind) continue;
    const after = names.slice(at + 1).flatMap(wordsOf);
    if (
      after.some((w) => isWord(w, WORDS_AFTER) || isWord(w, kind.unlessBefore ?? []) || MESSAGE_PARTS.has(w))
    )
      return undefined;
    return { kind, along: names.slice(0, at + 1) };
  }
  return undefined;
}

/** `account_number` of `account.number`. The id of what holds an identifier is none: `emails.id`. */
function completed(before: string, name: string, query: NameQuery): string | undefined {
  const last = name.toLowerCase();
  if (!COMPLETES.has(last)) return undefined;
  const isHeld = last === 'id' && identifierKindOf(before, { ...query, continued: true }) !== undefined;
  return isHeld ? undefined : `${before}_${name}`;
}

/** `provider`, `renderingProviderNPI`, `payerName`; not `patientProviderId`. */
function namesProvider(name: string): boolean {
  const words = wordsOf(name);
  const isCovered = words.includes('patient') || (words.includes('member') && !words.includes('staff'));
  return words.some((word) => PROVIDERS.has(word)) && !isCovered;
}

/** What messages and calls hold beside the addresses they go to. */
const MESSAGE_PARTS: ReadonlySet<string> = new Set(['snippet', 'attachments', 'labels', 'timestamp', 'read']);

interface Entry {
  readonly words: readonly string[];
  readonly joined: string;
}

const entryOf = (name: string): Entry => ({ words: name.split(' '), joined: name.replaceAll(' ', '') });

interface Row {
  readonly kind: IdentifierKind;
  readonly of: Readonly<Record<'atEnd' | 'names' | 'persons', readonly Entry[]>>;
}

/** The catalogue's names, taken apart once. */
const ROWS: readonly Row[] = IDENTIFIER_KINDS.map((kind: IdentifierKind) => ({
  kind,
  of: {
    names: kind.names.map(entryOf),
    atEnd: (kind.atEnd ?? []).map(entryOf),
    persons: (kind.ofPersons ?? []).map(entryOf),
  },
}));

/** The rows that some name begins with a word of, so that most names are told by a look-up. */
const ROWS_BY_WORD = new Map<string, Row[]>();
for (const row of ROWS) {
  const words = Object.values(row.of).flatMap((entries) =>
    entries.flatMap((e) => [e.words[0] ?? '', e.joined]),
  );
  for (const word of new Set(words)) ROWS_BY_WORD.set(word, [...(ROWS_BY_WORD.get(word) ?? []), row]);
}

/** The rows that may speak of a name, in the catalogue's order. */
function rowsFor(words: readonly string[]): readonly Row[] {
  const found = words.flatMap((w) => [
    ...(ROWS_BY_WORD.get(w) ?? []),
    ...(ROWS_BY_WORD.get(w.replace(/s$/, '')) ?? []),
  ]);
  return found.length > 1 ? ROWS.filter((row) => found.includes(row)) : found;
}

/** Longer names are sentences. */
const MAX_WORDS = 12;

/** Whether the words hold those of an entry in a row, or written as one. */
function speaksOf(words: readonly string[], { words: wanted, joined }: Entry, kind: IdentifierKind): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const together = wanted.length > 1 && isSame(words[at], joined);
    const apart = wanted.every((word, i) =>
      i < wanted.length - 1 ? words[at + i] === word : isSame(words[at + i], word),
    );
    if (!together && !apart) continue;
    const next = words[at + (together ? 1 : wanted.length)];
    const before = words.slice(0, at);
    if (before.some((w) => WORDS_BEFORE.includes(w) || kind.unlessAfter?.includes(w) === true)) continue;
    if (next === undefined || !(isWord(next, WORDS_AFTER) || isWord(next, kind.unlessBefore ?? [])))
      return true;
  }
  return false;
}

/** The same word, or its plural. */
function isSame(word: string | undefined, wanted: string): boolean {
  return word === wanted || word === `${wanted}s`;
}

function isWord(word: string, list: readonly string[]): boolean {
  return list.includes(word) || (word.endsWith('s') && list.includes(word.slice(0, -1)));
}

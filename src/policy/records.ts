/**
 * Names of records of people: which words stand for one, and when they are something else.
 */
import type { WholeValue } from '../analysis/content-flow/index.ts';
import { wordsOf } from '../analysis/syntax/words.ts';
import { RECORD_WORDS } from './record-words.ts';

/** Words behind a record's that leave it one: `patientData`, `customerRecords`. */
const FILLERS: ReadonlySet<string> = new Set(
  'content data detail details doc docs document documents entity entries full info information item items json list model obj object objects payload profile raw record records resource result results row rows snapshot'.split(
    ' ',
  ),
);
/** Words behind a record's in the names of what records are fetched from: `patientRepository`. */
const STORES: ReadonlySet<string> = new Set(
  'collection dao entity model repo repository service store table'.split(' '),
);
/** Words before it that say it is a part, or one of nobody. */
const PARTS: ReadonlySet<string> = new Set(
  'anonymous demo example fake format masked minimal mock no partial picked public redacted safe sample selected slim static summarized synthetic template test'.split(
    ' ',
  ),
);

/** What a value shows of being a record, beside its name. */
export interface RecordQuery {
  readonly records: readonly string[];
  /** Of these, the words that need no others in the file: the package or the pack says what they mean. */
  readonly settled: readonly string[];
  /** The text of the file. */
  readonly text: string;
  readonly as: 'fields' | 'member' | 'text';
  readonly used: 'dictionary' | 'object' | 'text' | undefined;
  /** The value is known to come from a store of records. */
  readonly isFetched: boolean;
}

/**
 * The words that stand for records: those of the options with their kin, and those that settings add (`true`) or take
 * away (`false`).
 */
export function recordWords(
  records: readonly string[],
  settings: Readonly<Record<string, boolean>> | undefined,
): readonly string[] {
  const joined = (name: string): string => wordsOf(name).join('');
  const said = Object.entries(settings ?? {});
  const off = new Set(said.filter(([, counts]) => !counts).map(([name]) => joined(name)));
  const added = said.filter(([, counts]) => counts).map(([name]) => name);
  const asked = [...records, ...added].map(joined).filter((word) => !off.has(word));
  const kin = RECORD_WORDS.filter((row) => row.with?.some((word) => asked.includes(word))).map(
    ({ word }) => word,
  );
  return [...new Set([...asked, ...kin.filter((word) => !off.has(word))])];
}

/** Words for what a patient, an insured person or a client has; they mean other things where nothing says whose they are. */
const OF_PERSONS: readonly string[] = ['account', 'case', 'chart', 'claim'];

/**
 * The words that need no others in the file to stand for a record.
 *
 * @param isMarked the package is marked as one of health data
 * @param named the words that a pack or a project asks for by name
 */
export function settledWords(isMarked: boolean, named: readonly string[]): readonly string[] {
  return isMarked ? OF_PERSONS : OF_PERSONS.filter((word) => named.includes(word));
}

/** True when a value of these names, outermost first, is a record of a person. */
export function isRecord(names: readonly string[], query: RecordQuery): boolean {
  const last = names.at(-1);
  if (last === undefined || (query.used === 'text' && !query.isFetched)) return false;
  const before = names.at(-2);
  const owner = before !== undefined && isFiller(last) ? recordWord(before, query.records) : undefined;
  const named = owner ?? recordWord(last, query.records);
  const word = named ?? storedWord(last, query);
  if (word === undefined) return false;
  const row = RECORD_WORDS.find((each) => each.word === word);
  const words = [...wordsOf(last), ...(isFiller(last) ? wordsOf(before ?? '') : [])];
  if (words.includes('content') && !row?.isDocument) return false;
  if (!row) return true;
  if (word === 'record' && query.used === 'dictionary') return false;
  if (row.fetchedOnly && !query.isFetched) return false;
  if (row.isDocument && query.as === 'member' && query.used !== 'object' && !query.isFetched) return false;
  if (row.not?.some((each) => words.includes(each)) === true) return false;
  if (row.oftenText && query.as === 'text' && query.used !== 'object' && !query.isFetched) return false;
  // A store can be one of other things: `applicationService`.
  const isTold = query.isFetched && named !== undefined;
  return isTold || row.amid === undefined || query.settled.includes(word) || row.amid.test(query.text);
}

/** True when a value that is sent whole is a record of a person. */
export function isRecordSent(
  { names, as, used, fetched }: WholeValue,
  asked: Pick<RecordQuery, 'records' | 'settled' | 'text'>,
): boolean {
  const query = { ...asked, as, used, isFetched: fetched.length > 0 };
  return (
    isRecord(names, query) ||
    fetched.some((fetch) => fetch.isFhir || fetch.of.some((name) => isRecord([name], query)))
  );
}

/** `patient` of `patientRepository`, where something is fetched from it. */
function storedWord(name: string, { records, isFetched }: RecordQuery): string | undefined {
  const words = wordsOf(name);
  if (!isFetched || !STORES.has(words.at(-1) ?? '')) return undefined;
  return recordWord(words.slice(0, -1).join(' '), records);
}

function isFiller(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && words.every((word) => FILLERS.has(word));
}

/** The record's word that a name ends in, fillers aside: `patient` of `patientRecord`, though `record` is one as well. */
function recordWord(name: string, records: readonly string[]): string | undefined {
  const words = wordsOf(name);
  if (words.some((word) => PARTS.has(word))) return undefined;
  let found: string | undefined;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    for (let from = at; from >= 0; from -= 1) {
      const joined = words.slice(from, at + 1).join('');
      found = records.find((word) => joined === word || joined === `${word}s`) ?? found;
    }
    if (!FILLERS.has(words[at] ?? '')) return found;
  }
  return found;
}

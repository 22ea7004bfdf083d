/**
 * What to say about a value in a schema.
 */
import type { SchemaValue } from '../analysis/requests/request-schemas.ts';
import type { Fact } from './facts.ts';
import { wordsOf } from '../analysis/syntax/words.ts';
import {
  IDENTIFIER_KINDS,
  identifierAlong,
  identifierKindOf,
  isDate,
  shapesIn,
} from './identifiers/index.ts';

export interface SchemaPolicy {
  /** Schemas that are built from run-time values. */
  readonly dynamic: 'ignore' | 'report';
}

export type SchemaVerdict =
  | { readonly id: 'dynamic' }
  /** `kind`: as a message names it. */
  | { readonly id: 'identifying'; readonly kind: string };

/** What the vendor says of schemas, as a clause. */
export const SCHEMA_CACHE: Fact & { readonly kept: string } = {
  kept: 'the API keeps schemas for up to 24 hours, apart from the messages and what protects them',
  source: 'https://platform.claude.com/docs/en/manage-claude/api-and-data-retention',
  checkedOn: '2026-11-21',
  certainty: 'A',
};

/** Run-time values that are about no person, by a word of their name. */
const ABOUT_NOBODY: ReadonlySet<string> = new Set([
  'amount',
  'count',
  'currency',
  'date',
  'index',
  'lang',
  'language',
  'length',
  'level',
  'limit',
  'locale',
  'max',
  'min',
  'now',
  'num',
  'size',
  'timezone',
  'today',
  'total',
  'version',
]);

/** Judges one value; undefined when nothing is wrong with it. */
export function schemaVerdict(value: SchemaValue): SchemaVerdict | undefined {
  const { keyword, property, sources, runTime } = value;
  for (const { text } of sources) {
    if (text === undefined || keyword === 'pattern') continue;
    const [kind] = shapesIn(text);
    const named = property === undefined ? undefined : identifierKindOf(property);
    const id = kind ?? (named?.id === 'birth_date' && isDate(text) ? 'birth_date' : undefined);
    const row = IDENTIFIER_KINDS.find((each) => each.id === id);
    if (row) return { id: 'identifying', kind: row.title };
  }
  const telling = runTime.some(
    (names) => !wordsOf(names.at(-1) ?? '').some((word) => ABOUT_NOBODY.has(word)),
  );
  return telling ? { id: 'dynamic' } : undefined;
}

/** The identifier that a run-time value is by its name; undefined for all others. */
export function runTimeIdentifier({ keyword, runTime }: SchemaValue): string | undefined {
  if (keyword === 'pattern') return undefined;
  for (const names of runTime) {
    const named = identifierAlong(names);
    if (named) return named.kind.title;
  }
  return undefined;
}

/** True for a value that no rule can judge: neither its text nor where it comes from is in the file. */
export function isUnseen({ keyword, runTime, sources }: SchemaValue): boolean {
  return keyword !== 'pattern' && runTime.length === 0 && sources.some(({ text }) => text === undefined);
}

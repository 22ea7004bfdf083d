/**
 * Names of records of people: which words stand for one, and when they are something else.
 */
import type { WholeValue } from '../analysis/content-flow/index.ts';
import type { Fact } from './facts.ts';
import { wordsOf } from '../analysis/syntax/words.ts';

interface RecordWord extends Fact {
  readonly word: string;
  /** Words of the options that it goes with: who asks for applicants asks for their resumes. */
  readonly with?: readonly string[];
  /** Words before it that make it another thing: `dns` of `dnsRecord`. */
  readonly not?: readonly string[];
  /** What the file has to speak of for the word to mean a record of a person. */
  readonly amid?: RegExp;
  /** Only what a query fetches counts: elsewhere the word is something else. */
  readonly fetchedOnly?: true;
  /** A document: a text, or as long as one. `resumeContent` is the record as well, and `{ resume }` may be a text. */
  readonly isDocument?: true;
  /** The word is as often a text or a name as it is a record. */
  readonly oftenText?: true;
}

const USAGE = {
  source: 'common usage of names, counted in public code',
  checkedOn: '2026-11-22',
  certainty: 'C',
} as const;
const HEALTH = /patient|clinic|medical|encounter|diagnos|fhir|\behr\b|hospital|nurse/i;
const HIRING =
  /recruit|hiring|\bhire|applicant|job.?(?:title|desc|posting|seeker|application|match)|cover.?letter|work.?experience|career/i;

/** Words that are also other things; every other word that the user names is taken as it is. */
const WORDS: readonly RecordWord[] = [
  {
    word: 'account',
    not: [
      'aws',
      'cloud',
      'email',
      'git',
      'github',
      'google',
      'oauth',
      'service',
      'social',
      'storage',
      'twitter',
      'user',
    ],
    amid: /balance|\bbank|loan|customer|holder|iban|credit|mortgage|ledger/i,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'application',
    not: ['web', 'mobile', 'desktop', 'oauth'],
    amid: /applicant|loan|borrower|mortgage|underwrit|candidate|benefit/i,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'bundle',
    not: ['js', 'css', 'web', 'asset', 'app', 'resource'],
    amid: /fhir|hl7|patient|resourceType/i,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'case',
    not: ['test', 'use', 'edge', 'switch', 'upper', 'lower', 'base', 'camel', 'snake', 'study', 'eval'],
    amid: /caseworker|case_?file|case_?number|court|legal|attorney|lawyer|citizen|applicant|patient|docket|plaintiff|benefit/i,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'chart',
    not: ['bar', 'pie', 'line', 'org', 'flow', 'gantt', 'radar', 'price', 'natal', 'birth', 'candle'],
    amid: HEALTH,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'claim',
    not: ['jwt', 'token', 'auth', 'custom', 'id', 'identity', 'fact', 'news'],
    amid: /insur|policyholder|claimant|adjuster|reimburs|\bpayer|patient|deductible/i,
    oftenText: true,
    ...USAGE,
  },
  { word: 'customer', oftenText: true, ...USAGE },
  {
    word: 'profile',
    not: [
      'browser',
      'color',
      'voice',
      'build',
      'aws',
      'cpu',
      'performance',
      'brand',
      'company',
      'business',
      'style',
      'icc',
      'taste',
      'agent',
      'celebrity',
      'game',
      'market',
    ],
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'record',
    not: [
      'dns',
      'log',
      'audit',
      'sound',
      'screen',
      'track',
      'mx',
      'txt',
      'meeting',
      'video',
      'usage',
      'event',
      'memory',
      'cache',
      'run',
      'world',
    ],
    amid: /patient|medical|health|customer|employee|student|citizen|applicant|borrower|claimant|\bssn\b|birth/i,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'subject',
    amid: /investigat|biometric|criminal|caseworker|case_?number|clinical trial|study/i,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'transaction',
    not: ['db', 'database', 'sql', 'blockchain', 'raw', 'signed', 'tx'],
    amid: /\bbank|merchant|payment|\bcard\b|account|ledger|spend/i,
    oftenText: true,
    ...USAGE,
  },
  { word: 'user', not: ['current', 'system'], oftenText: true, ...USAGE },
  { word: 'encounter', amid: HEALTH, oftenText: true, ...USAGE },
  { word: 'applicant', oftenText: true, ...USAGE },
  {
    word: 'candidate',
    with: ['applicant', 'profile'],
    not: ['answer', 'model', 'response', 'search'],
    amid: HIRING,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'resume',
    isDocument: true,
    with: ['applicant', 'profile'],
    not: ['session', 'stream'],
    amid: HIRING,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'cv',
    isDocument: true,
    with: ['applicant', 'profile'],
    not: ['open'],
    amid: HIRING,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'lead',
    with: ['customer'],
    not: ['design', 'project', 'team', 'tech'],
    amid: /\bcrm\b|prospect|\bsales|outreach|e-?mail|phone/i,
    oftenText: true,
    ...USAGE,
  },
  { word: 'prospect', with: ['customer'], oftenText: true, ...USAGE },
  {
    word: 'contact',
    with: ['customer'],
    not: ['business', 'company', 'form', 'site', 'support'],
    amid: /\bcrm\b|customer|prospect|\bleads?\b|address.?book/i,
    oftenText: true,
    ...USAGE,
  },
  {
    word: 'intake',
    with: ['patient', 'applicant'],
    amid: /patient|clinic|medical|injur|medication|therap|diagnos|symptom|allerg|caseworker/i,
    oftenText: true,
    ...USAGE,
  },
  { word: 'policyholder', with: ['claim', 'customer'], oftenText: true, ...USAGE },
  { word: 'claimant', with: ['applicant', 'claim'], oftenText: true, ...USAGE },
  { word: 'borrower', with: ['account', 'applicant', 'customer'], oftenText: true, ...USAGE },
  { word: 'beneficiary', with: ['applicant', 'patient'], oftenText: true, ...USAGE },
  { word: 'taxpayer', with: ['applicant', 'customer'], oftenText: true, ...USAGE },
  { word: 'member', with: ['customer', 'user'], fetchedOnly: true, ...USAGE },
  { word: 'resident', with: ['patient'], fetchedOnly: true, ...USAGE },
  { word: 'employee', with: ['user'], oftenText: true, ...USAGE },
  { word: 'student', with: ['user'], oftenText: true, ...USAGE },
];

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
  const kin = WORDS.filter((row) => row.with?.some((word) => asked.includes(word))).map(({ word }) => word);
  return [...new Set([...asked, ...kin.filter((word) => !off.has(word))])];
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
  const row = WORDS.find((each) => each.word === word);
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
  return isTold || row.amid === undefined || row.amid.test(query.text);
}

/** True when a value that is sent whole is a record of a person. */
export function isRecordSent(
  { names, as, used, fetched }: WholeValue,
  records: readonly string[],
  text: string,
): boolean {
  const query = { records, text, as, used, isFetched: fetched.length > 0 };
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
    if (!FILLERS.has(words[at] as string)) return found;
  }
  return found;
}

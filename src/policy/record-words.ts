/**
 * Words that stand for records of people, with what tells them from other things of the same name. Data.
 */
import type { Fact } from './facts.ts';

/** A word that stands for a record of a person. */
export interface RecordWord extends Fact {
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
export const RECORD_WORDS: readonly RecordWord[] = [
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

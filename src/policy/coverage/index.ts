/**
 * Every line of the two source documents: what of it code can show, and what serves it. Read by the documentation, never
 * while linting.
 */
import { GUIDE } from './guide.ts';
import { LESSON } from './lesson.ts';
import type { AttestationKind, Because, CoverageLine, MeansName } from './types.ts';

export type { AttestationKind, Because, Checkable, CoverageLine, MeansName } from './types.ts';

/** The source documents, with their lines in order. */
export const DOCUMENTS = [
  { title: 'The lesson on data residency and compliance', lines: LESSON },
  { title: 'The guide for operators in regulated sectors', lines: GUIDE },
] as const;

/** All lines. */
export const LINES: readonly CoverageLine[] = [...LESSON, ...GUIDE];

/** Why source code cannot show a line, for readers. */
export const REASONS: Readonly<Record<Because, string>> = {
  claim: 'Nothing is asked for that could be looked at.',
  contract:
    'A fact of a contract. It can be declared as an attestation; no tool that reads source can confirm it.',
  infrastructure: 'Decided where the code runs, not in the code.',
  organization: 'An act of people. The organization’s own records show it.',
  vendor: 'Happens at the vendor. Nothing in the source shows it.',
};

/** What a declared document is. */
export const ATTESTATIONS: Readonly<Record<AttestationKind, string>> = {
  baa: 'business associate agreement with the provider',
  dpa: 'data processing agreement with the provider',
  soc2: 'the provider’s SOC 2 report, reviewed',
  zdr: 'zero data retention for the organization, as agreed with the provider',
};

/** Means beside the rules. Those that are not available yet are shown as such. */
export const MEANS: Readonly<Record<MeansName, { readonly title: string; readonly available: boolean }>> = {
  inventory: { title: 'inventory of call sites', available: true },
  marker: { title: 'mark in package.json', available: true },
  report: { title: 'report per control', available: true },
};

/**
 * What a rule's assessment means for the call site that it is about.
 */
import type { NotApplicable, NotRun, ResultState, Why } from '../words.ts';
import { whyOf } from './facts.ts';
import type { Said } from './said.ts';
import type { RequestKey } from './spots.ts';

/** What an assessment means for a call site. */
export interface AnswerOfRule {
  readonly state: ResultState;
  readonly why?: NotApplicable | NotRun | Why;
}

/**
 * What is said means for a request.
 *
 * @returns undefined: somebody else answers for it, a caller or another module
 */
export function answerOf({ outcome, word = '', maybe }: Said, site: RequestKey): AnswerOfRule | undefined {
  // It is said of a client, and the request may be handed another one.
  if (outcome === 'finding' && maybe?.includes(site) === true)
    return { state: 'cannot-tell', why: 'imported' };
  switch (outcome) {
    case 'finding':
      return { state: 'finding' };
    case 'pass':
      return { state: 'no-finding' };
    case 'unknown':
      if (word === 'failed') return { state: 'not-run', why: 'failed' };
      // Another finding says more of the same place, and stands beside it.
      if (word === 'something beside') return undefined;
      return { state: 'cannot-tell', why: whyOf(word) };
    case 'exempt':
      if (word === 'callers' || word === 'another module') return undefined;
      return { state: 'not-applicable', why: EXEMPT[word] ?? 'no-subject' };
  }
}

const EXEMPT: Readonly<Record<string, NotApplicable>> = {
  'count tokens': 'operation',
  'no content': 'no-content',
  'no geography': 'operation',
  'no model': 'operation',
  'no region': 'platform',
  'no schema': 'no-subject',
  'not marked': 'arrangement',
  'nothing to send': 'no-content',
  option: 'excused',
  'other contract': 'platform',
  platform: 'platform',
  'test file': 'excused',
  'workspace default': 'excused',
};

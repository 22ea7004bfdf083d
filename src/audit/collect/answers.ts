/**
 * What a rule's assessment means for the call site that it is about.
 */
import type { NotApplicable, NotRun, ResultState, Why } from '../words.ts';
import { whyOf } from './facts.ts';
import type { RequestKey, Said } from './file-report.ts';

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
export function answerOf({ assessment, maybe }: Said, site: RequestKey): AnswerOfRule | undefined {
  // It is said of a client, and the request may be handed another one.
  if (assessment.outcome === 'finding' && maybe?.includes(site) === true)
    return { state: 'cannot-tell', why: 'imported' };
  switch (assessment.outcome) {
    case 'finding':
      return { state: 'finding' };
    case 'pass':
      return { state: 'no-finding' };
    case 'unknown':
      if (assessment.because.word === 'failed') return { state: 'not-run', why: 'failed' };
      // Another finding says more of the same place, and stands beside it.
      if (assessment.because.word === 'something beside') return undefined;
      return { state: 'cannot-tell', why: whyOf(assessment.because.word) };
    case 'exempt':
      if (assessment.because.word === 'callers' || assessment.because.word === 'another module')
        return undefined;
      return { state: 'not-applicable', why: EXEMPT[assessment.because.word] ?? 'no-subject' };
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

/**
 * Why an assessment is what it is: a short word for machines, and a clause for people. The words of unknown values are
 * those of the analysis.
 */
import type { Known, Unknown } from '../../analysis/syntax/types.ts';
import { originReason } from '../../analysis/values/origins.ts';
import { reasonText } from './wording.ts';

/** The reason of an assessment. */
export interface Because {
  /** For machines: one of a closed list. */
  readonly word: string;
  /** For people: a clause without a full stop. */
  readonly text: string;
}

const TEXTS = {
  'any geography': 'its model takes no geography, and any is allowed',
  'another module': 'the module that makes the request decides it, and answers for it',
  'broken marker': 'the package.json that would say it cannot be used',
  'asked of the root': 'the root of its workspace is asked for it, and what that declares holds here',
  callers: 'the callers in other modules decide, and each is asked',
  'count tokens': 'it only counts tokens',
  'declared by the root': 'the root of its workspace declares it, and is asked',
  'declared by name': 'a parameter or field of that name is there, and its value is not in this file',
  failed: 'the rule failed on this file',
  'declared gateway': 'the gateway that makes the request is declared to see to it',
  'followed in part': 'the file takes more steps to follow than the analysis may take',
  'headers elsewhere': 'its headers or its context come from elsewhere, and may carry the label',
  'labels in code': 'the package labels in its code, where each request is asked',
  library: 'whoever uses the library decides where it runs',
  'made elsewhere': 'the client is made in another file',
  'no Claude': 'nothing in it reaches Claude',
  'no attestation': 'nothing is declared, and nothing asked for',
  'no content': 'it sends nothing for the model to read',
  'no geography': 'it takes no geography',
  'no list': 'no list says what is approved',
  'no model': 'it names no model',
  'no region': 'its platform has no regions to choose',
  'no schema': 'it carries no schema',
  'no user id': 'it carries no user id',
  'not asked here': 'the calls that ask are not in this file',
  'not marked': 'the package is not marked',
  'not shown': 'this file does not show it',
  'left open': 'the gateway that makes the request is not declared to see to it',
  'nothing to send': 'its list of requests is empty',
  'open record': 'the record may hold more than this file shows',
  option: 'the options of the rule leave it out',
  'other contract': 'the contract with another provider applies',
  platform: 'its platform takes no geography, the region decides',
  'outside the gateway': 'a module outside the gateway makes the request, and is asked itself',
  'said by another': 'another finding says it of the same use',
  'something beside': 'something else is certain, and says more',
  'terminal program': 'it is the output of a command-line program',
  'test file': 'it is a test',
  unclassified: 'nothing is known of its place under the arrangement',
  unseen: 'what writes the record is not shown in this file',
  'workspace default': 'the default of the workspace is an allowed one',
} as const;

/** A reason by its word. */
export type Reason = keyof typeof TEXTS;

/** The reason in full. */
export function because(why: Because | Reason): Because {
  return typeof why === 'string' ? { word: why, text: TEXTS[why] } : why;
}

/** Why a value is not known, as a reason. */
export function becauseOf(answer: Known | Unknown): Because {
  const text = reasonText(answer);
  if (answer.kind === 'unknown') return { word: answer.reason, text };
  return { word: answer.value.kind === 'api' ? originReason(answer.value.api) : 'computed', text };
}

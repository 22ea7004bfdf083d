/**
 * What the rules say of a file, as it is kept when the file is gone.
 */
import type { RuleAssessment } from '../../rules/define/assess.ts';
import type { Named, Place } from '../model.ts';
import { messageOf } from './messages.ts';
import type { Locator } from './places.ts';
import type { RequestKey, Spot } from './spots.ts';

/**
 * What a rule says, with the requests that it is about. It holds no node: every node leads to the whole tree of its file, and
 * those of ten thousand files are more than a machine has room for.
 */
export interface Said {
  readonly rule: string;
  readonly outcome: RuleAssessment['outcome'];
  readonly certainty: RuleAssessment['certainty'];
  readonly reported: boolean;
  /** Another rule says so, too. */
  readonly byAnotherRule: boolean;
  /** Why it is so, in one word. */
  readonly word: string | undefined;
  readonly messageId: string;
  /** What evidence may hold of the message. */
  readonly message: string | undefined;
  /** It is about a request of its own file, or one that a call of the file leads to. */
  readonly isOfRequest: boolean;
  readonly at: Place;
  /** Where exactly, to tell places apart: the range of a node, or a position. */
  readonly spot: string;
  /** The place where a request may have a part: undefined for what is about the file, and for what has no range. */
  readonly piece: Spot | undefined;
  readonly sites: readonly RequestKey[];
  /** It is said of one of several clients, and which of them a request is handed is not known. */
  readonly maybe?: readonly RequestKey[];
  /** The functions through which the file reaches the request, from the one that it calls to the one that sends. */
  readonly through?: readonly Named[] | undefined;
}

/** What is left of an assessment when its file is gone. */
export function saidOf(
  assessment: RuleAssessment,
  where: Locator,
  { sites, through, piece }: Pick<Said, 'sites' | 'through'> & Partial<Pick<Said, 'piece'>>,
): Said {
  const { rule, outcome, certainty, reported, because, subject } = assessment;
  const place = assessment.at;
  const at = where.of(place);
  return {
    rule,
    outcome,
    certainty,
    reported,
    byAnotherRule: 'saidElsewhere' in assessment && assessment.saidElsewhere === 'by another rule',
    word: because?.word,
    messageId: ('messageId' in assessment ? assessment.messageId : undefined) ?? '',
    message: messageOf(assessment, where.root),
    isOfRequest: subject.site !== undefined,
    at,
    spot: 'range' in place ? place.range.join(':') : `${String(at.line)}:${String(at.column)}`,
    piece,
    sites,
    through,
  };
}

/** False for a pass of a file as a whole: no call site is any the wiser for it. */
export function saysSomething({ outcome, piece, sites }: Said): boolean {
  return sites.length > 0 || piece !== undefined || outcome === 'finding' || outcome === 'unknown';
}

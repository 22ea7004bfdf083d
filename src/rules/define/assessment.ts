/**
 * What a rule answers: of each of its subjects whether it passes, is a finding, cannot be told, or is none of the rule's
 * business. Rules give assessments; {@link createRule} reports those that are to be reported.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { CallSite } from '../../analysis/index.ts';
import type { CallNode, Node } from '../../analysis/syntax/types.ts';
import { because } from './reasons.ts';
import type { Because, Reason } from './reasons.ts';

export type Outcome = Assessment['outcome'];

/** `by name`: the verdict rests on what something is called, and not on what the code shows it to be or do. */
export type Certainty = 'by name' | 'shown';

/** A place of the linted file: a node, or a location where the language has none. */
export type Place = Node | TSESTree.Position | TSESTree.SourceLocation;

/**
 * What can be judged: a request, what makes a client, a read of a variable that holds a key, something that is set for
 * connections, the file as a whole, the package it belongs to.
 */
export type SubjectKind = 'call site' | 'client' | 'file' | 'key' | 'package' | 'setting';

/** One thing that is judged. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Where it stands in the file. */
  readonly at: Place;
  /** The request, where it is one. */
  readonly site?: CallSite;
  /** The request of another module that it is about, for what is said where its answer goes. */
  readonly elsewhere?: CallNode;
}

/** What every assessment says. */
interface Judged {
  readonly subject: Subject;
  readonly certainty: Certainty;
  /** The narrowest place that shows it. */
  readonly at: Place;
  readonly because?: Because | undefined;
}

/** What a report says. */
interface Said<MessageIds extends string> {
  readonly messageId: MessageIds;
  readonly data?: Readonly<Record<string, string>> | undefined;
  readonly suggest?: Suggestions<MessageIds> | undefined;
  /**
   * What is reported once in a file: of several assessments that share one of these, the first. Left out: this message
   * at this place.
   */
  readonly once?: readonly (object | string)[] | undefined;
  /** It is reported by another rule, or where the package is declared, and not here. */
  readonly saidElsewhere?: 'by another rule' | 'in package.json' | undefined;
}

/** Changes that a report offers. */
export type Suggestions<MessageIds extends string> =
  readonly TSESLint.SuggestionReportDescriptor<MessageIds>[];

/** The rule looked at the subject and found nothing wrong. */
export interface Pass extends Judged {
  readonly outcome: 'pass';
}

/** The rule does not apply to the subject. */
export interface Exempt extends Judged {
  readonly outcome: 'exempt';
  readonly because: Because;
}

/** Something is wrong. */
export interface Finding<MessageIds extends string = string> extends Judged, Said<MessageIds> {
  readonly outcome: 'finding';
}

/**
 * The rule cannot tell. With a message it is reported, unless the option that decides about that message (`unverifiable`,
 * where the rule names no other) says "ignore".
 */
export interface CannotTell<MessageIds extends string = string> extends Judged, Partial<Said<MessageIds>> {
  readonly outcome: 'unknown';
  readonly because: Because;
}

export type Assessment<MessageIds extends string = string> =
  CannotTell<MessageIds> | Exempt | Finding<MessageIds> | Pass;

/** What may be left out: the subject's own place, shown, no reason. */
interface More {
  readonly at?: Place | undefined;
  readonly certainty?: Certainty | undefined;
  readonly because?: Because | Reason | undefined;
}

function judged(subject: Subject, { at = subject.at, certainty = 'shown', because: why }: More): Judged {
  return { subject, at, certainty, ...(why !== undefined && { because: because(why) }) };
}

/** Nothing is wrong with the subject. */
export function pass(subject: Subject, more: More = {}): Pass {
  return { outcome: 'pass', ...judged(subject, more) };
}

/** The rule does not apply to the subject. */
export function exempt(subject: Subject, why: Because | Reason, more: More = {}): Exempt {
  return { outcome: 'exempt', ...judged(subject, more), because: because(why) };
}

/** Something is wrong with the subject. */
export function finding<MessageIds extends string>(
  subject: Subject,
  messageId: MessageIds,
  { data, suggest, once, saidElsewhere, ...more }: More & Omit<Said<MessageIds>, 'messageId'> = {},
): Finding<MessageIds> {
  const said = { messageId, data, suggest, once, ...(saidElsewhere && { saidElsewhere }) };
  return { outcome: 'finding', ...judged(subject, more), ...said };
}

/**
 * The rule cannot tell of the subject.
 *
 * @param more with a `messageId`, that is reported where the options ask for it
 */
export function unknown<MessageIds extends string = never>(
  subject: Subject,
  why: Because | Reason,
  { messageId, data, suggest, once, saidElsewhere, ...more }: More & Partial<Said<MessageIds>> = {},
): CannotTell<MessageIds> {
  const what = { data, suggest, once, ...(saidElsewhere && { saidElsewhere }) };
  const said = messageId === undefined ? {} : { messageId, ...what };
  return { outcome: 'unknown', ...judged(subject, more), because: because(why), ...said };
}

/** The assessments, or what to say where there is none: mostly that the subject passes. */
export function* orElse<MessageIds extends string>(
  found: Iterable<Assessment<MessageIds>>,
  otherwise: () => Assessment<MessageIds> | undefined,
): Generator<Assessment<MessageIds>> {
  let any = false;
  for (const each of found) {
    any = true;
    yield each;
  }
  const rest = any ? undefined : otherwise();
  if (rest) yield rest;
}

/** The one suggestion of a report; none where there is no change to suggest. */
export function suggested<MessageIds extends string>(
  messageId: MessageIds,
  data: Readonly<Record<string, string>>,
  fix: TSESLint.ReportFixFunction | undefined,
): Suggestions<MessageIds> {
  return fix ? [{ messageId, data, fix }] : [];
}

/** A request as a subject. */
export interface RequestSubject extends Subject {
  readonly site: CallSite;
}

/** The request as a subject. */
export function request(site: CallSite): RequestSubject {
  return { kind: 'call site', at: site.node.callee, site };
}

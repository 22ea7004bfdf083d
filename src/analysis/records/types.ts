/**
 * What is gathered on the way from a request to the records of it.
 */
import type { AuditLoggers } from './record-names.ts';
import type { AuditRecord } from './records.ts';
import type { CallSite } from '../requests/call-site.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** The records on one of the ways that a request can end. */
export interface AuditCoverage {
  readonly records: readonly AuditRecord[];
  /** Something that names audit (a wrapper, a decorator, a middleware) is on the way; what it writes is not shown. */
  readonly unseen: boolean;
  /** Written only under a condition that has nothing to do with the outcome. */
  readonly conditional: readonly AuditRecord[];
}

/** What is recorded of one request. */
export interface AuditTrail {
  readonly site: CallSite;
  /** `module`: another module makes the request and records it. `callers`: other modules call for it, and each is asked. */
  readonly answeredBy: 'callers' | 'module' | undefined;
  /** What that module records, with what the call hands in. */
  readonly there: readonly AuditRecord[];
  /** The call that asks: the site itself, or a call on what it made. */
  readonly call: CallNode;
  readonly success: AuditCoverage;
  readonly failure: AuditCoverage;
  /** Written before the request is sent. */
  readonly before: readonly AuditRecord[];
}

/** Where a record is written, seen from some function: its own call, or the call of a function that writes it. */
export interface Event {
  readonly at: Node;
  readonly record: AuditRecord;
  /** On the way from `at` to the record stands a condition of the record's own function. */
  readonly conditional: boolean;
}

/** `normal`: the request gave an answer, or its error was dealt with. `throwing`: its error is on its way out. */
export type Flow = 'normal' | 'throwing';

export interface Found {
  readonly records: Set<AuditRecord>;
  readonly conditional: Set<AuditRecord>;
  readonly before: Set<AuditRecord>;
  unseen: boolean;
}

export interface Walk {
  readonly ev: Evaluator;
  /** The file that is walked through. */
  readonly file: SyntaxIndex;
  readonly events: readonly Event[];
  /** The events of another file at hand. */
  eventsIn(file: SyntaxIndex): readonly Event[];
  readonly loggers: AuditLoggers;
  /** Calls of requests: what stands between two of them belongs to the first. */
  readonly asked: readonly CallNode[];
  /** How many functions of the file that are handed a callback the way has gone into. They may call themselves. */
  readonly entered: number;
}

export const MAX_CALLERS_UP = 2;

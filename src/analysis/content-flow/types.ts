/**
 * The words of the content flow: where a value comes from, and where content ends up.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { CallNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** Where the way back from an expression ends. */
export type OriginKind =
  /** Caught by `catch`, or handed to an error callback. */
  | 'caught'
  /** The result of a call that the file does not show from within. */
  | 'call'
  /** A member of `this` that nothing in the file writes. */
  | 'field'
  | 'global'
  | 'import'
  | 'parameter'
  /** What a request to Claude gives back. */
  | 'result'
  /** Annotated as something that the API sends or gets. */
  | 'typed';

/** The place where the way back from an expression ends, and what is read of the value there. */
export interface Origin {
  readonly kind: OriginKind;
  /** Identity: two origins are the same place when this is the same object. */
  readonly at: object;
  /** Keys read from it, outermost first; calls on it appear as `name()`. */
  readonly path: Path;
}

/** A call whose result is, or holds, what Claude answered. */
export interface ResultSource {
  readonly node: CallNode;
  /** How much of the result is content: see {@link isContentOf}. */
  readonly shape: 'events' | 'maker' | 'message' | 'metadata' | 'response';
  /** The request it answers; undefined for results that are fetched later, such as those of a batch. */
  readonly site: CallSite | undefined;
}

/** What reaches a log. */
export type ContentKind = 'completion' | 'error' | 'prompt';

/** What was found by following content. */
export interface Followed<T> {
  readonly found: readonly T[];
  /** False where the file is too large to be followed as far as it goes, so that there may be more. */
  readonly complete: boolean;
}

/** Content that reaches a place where it is written down. */
export interface Leak {
  readonly kind: ContentKind;
  /** The innermost expression that carries it. */
  readonly node: Node;
  /** The call that writes it down. */
  readonly call: CallNode;
  readonly sink: Sink;
  /** The request it goes into or comes out of, or the call that fetched it. */
  readonly source: CallNode;
  /** What carries it is a whole message of the SDK, whose `id` and `usage` could be logged instead. */
  readonly wholeMessage: boolean;
}

/** What kind of place a sink is. `stdout`: a program's own output, on a terminal. */
export type SinkKind = 'analytics' | 'errors' | 'file' | 'log' | 'stdout' | 'trace';

/** A call that writes down what it is handed. */
export interface Sink {
  readonly kind: SinkKind;
  /** The argument expressions that it writes. */
  readonly written: readonly Node[];
}

/** What tracing one file needs to know, and what its parts ask of one another. */
export interface Tracer {
  readonly ev: Evaluator;
  /** The calls that give what Claude answered. */
  readonly results: ReadonlyMap<CallNode, ResultSource>;
  /** Some result is an object on which later calls are made: a model, an agent. */
  readonly hasMakers: boolean;
  /** Names of functions that redact (`true`) or do not (`false`), by settings. */
  readonly redactors: Readonly<Record<string, boolean>>;
  /**
   * Every place where the value of `node` at `path` comes from. Values written in the source have no origin.
   */
  trace(node: Node, path: Path, frame?: Frame): readonly Origin[];
  /** As `trace`, but parameters are where it ends: their callers are not asked. */
  withinFunction(node: Node, path: Path): readonly Origin[];
  /** The steps of this file are used up: from some point on nothing was followed. */
  readonly isSpent: boolean;
  /** The frame of a call into a function of the file, always the same one; undefined when too many are open. */
  enter(
    fn: FunctionNode,
    call: CallNode,
    outer: Frame | undefined,
    argsFrame: Frame | undefined,
  ): Frame | undefined;
  /** What a parameter holds in the functions that call it. */
  parameter(fn: FunctionNode, name: Node, path: Path, frame: Frame | undefined): readonly Origin[];
}

/**
 * Looks on at every expression on the way back, and may end the way there.
 *
 * @param goOn follows the way back
 * @returns where the value is then said to come from
 */
export type Watch = (node: Node, path: Path, goOn: () => readonly Origin[]) => readonly Origin[];

/**
 * The words of the content flow: where a value comes from, and where content ends up.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { CallNode, Frame, FunctionNode, Handed, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { HttpHooks } from './http-hooks.ts';
import type { Middleware } from './procedure-middleware.ts';
import type { OwnFunction } from '../values/functions.ts';
import type { RequestRoot } from '../values/object-view.ts';

/** The place where the way back from an expression ends, and what is read of the value there. */
export type Origin = OriginPlace & {
  /** Keys read from it, outermost first; calls on it appear as `name()`. */
  readonly path: Path;
};

/** Where the way back from an expression ends. Two origins are the same place when `at` is the same object. */
type OriginPlace =
  /** The result of a call that the file does not show from within. */
  | { readonly kind: 'call'; readonly at: CallNode }
  /** Caught by `catch`, or handed to an error callback. */
  | { readonly kind: 'caught'; readonly at: Node }
  /** A member of `this`, in the class or object at `at`, that nothing in the file writes. */
  | { readonly kind: 'field'; readonly at: Node }
  | { readonly kind: 'global'; readonly at: GlobalName }
  | { readonly kind: 'import'; readonly at: Variable }
  | { readonly kind: 'parameter'; readonly at: Node }
  /** What a request to Claude gives back. */
  | { readonly kind: 'result'; readonly at: ResultSource }
  /** Annotated, by the type at `at`, as something that the API sends or gets. */
  | { readonly kind: 'typed'; readonly at: Node };

/** A global variable, the same object for each use of it. */
export interface GlobalName {
  readonly name: string;
}

/** A call whose result is, or holds, what Claude answered. */
export interface ResultSource {
  readonly node: CallNode;
  /** How much of the result is content: see {@link isContentOf}. */
  readonly shape: 'events' | 'maker' | 'message' | 'metadata' | 'response';
  /** The request it answers; undefined for results that are fetched later, such as those of a batch. */
  readonly site: CallSite | undefined;
  /** What the call itself hands to a request that was made before: see indirect-asks.ts. */
  readonly asks?: readonly RequestRoot[];
}

/** What reaches a log. */
export type ContentKind = 'completion' | 'error' | 'prompt';

/** A call, and what is read of its result. */
export interface CallRead {
  readonly call: CallNode;
  /** What the call is made by: `trim` of `text.trim()`; empty for a callee without a name. */
  readonly name: string;
  readonly path: Path;
  readonly frame: Frame | undefined;
}

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
  /** The call that writes it down in another module, for `call` that hands it in, or hands in what asks. */
  readonly writer?: CallNode;
  /** `call` hands in what asks, and not the content. */
  readonly isAsked?: true;
  /** How many further expressions of the same call carry content of the same kind and source. */
  readonly others?: number;
}

/** What kind of place a sink is. `stdout`: a program's own output, on a terminal. */
export type SinkKind = 'analytics' | 'errors' | 'file' | 'log' | 'stdout' | 'trace';

/** A call that writes down what it is handed. */
export interface Sink {
  readonly kind: SinkKind;
  /** The argument expressions that it writes down. */
  readonly content: readonly Node[];
}

/** What tracing one file needs to know, and what its parts ask of one another. */
export interface Tracer {
  readonly ev: Evaluator;
  /** The calls that give what Claude answered. */
  readonly results: ReadonlyMap<CallNode, ResultSource>;
  /** What a call gives that asks Claude, in this file or in a module that it imports. */
  resultAt(call: CallNode): ResultSource | undefined;
  /** The functions that HTTP clients call on the way of the file's requests; left out where nobody asks for them. */
  readonly hooks: HttpHooks | undefined;
  /** Functions of other modules that stand around the file's actions; left out where nobody asks for them. */
  readonly middleware: Middleware | undefined;
  /** Some result is an object on which later calls are made: a model, an agent. */
  readonly hasMakers: boolean;
  /** Names of functions that redact (`true`) or do not (`false`), by settings. */
  readonly redactors: Readonly<Record<string, boolean>>;
  /** What a redactor is handed is followed through it: what is asked is what becomes of a text, before anything is taken out. */
  readonly passesRedactors: boolean;
  /** What is read as an id is not followed: what is asked about is text. */
  readonly passesIds: boolean;
  /** What is no text for the model to read is not followed: pictures, files, numbers. */
  readonly isForText: boolean;
  /**
   * Every place where the value of `node` at `path` comes from. Values written in the source have no origin.
   */
  trace(node: Node, path: Path, frame?: Frame): readonly Origin[];
  /** As `trace`, for what the value is not made of: nobody is told of the way. */
  aside(node: Node, path: Path, frame?: Frame): readonly Origin[];
  /** As `trace`, but parameters are where it ends: their callers are not asked. */
  withinFunction(node: Node, path: Path): readonly Origin[];
  /** The steps of this file are used up: from some point on nothing was followed. */
  readonly isSpent: boolean;
  /**
   * The frame of a call into a function of the file, always the same one; undefined when too many are open.
   *
   * @param handed where the call is one of a method that is handed the function by its name
   */
  enter(fn: OwnFunction, call: CallNode, argsFrame: Frame | undefined, handed?: Handed): Frame | undefined;
  /** The global of a name, always the same object. */
  global(name: string): GlobalName;
  /** What a parameter holds in the functions that call it. */
  parameter(fn: FunctionNode, name: Node, path: Path, frame: Frame | undefined): readonly Origin[];
}

/**
 * Looks on at every expression on the way back, and may end the way there.
 *
 * @param goOn follows the way back
 * @returns where the value is then said to come from
 */
export type Watch = (
  node: Node,
  path: Path,
  goOn: () => readonly Origin[],
  frame: Frame | undefined,
) => readonly Origin[];

/** What is read of an argument that a callback gets. */
export interface ArgumentRead {
  /** Of the parameter. */
  readonly position: number;
  readonly path: Path;
  readonly frame: Frame | undefined;
}

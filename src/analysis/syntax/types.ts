/**
 * The words of the analysis. What the code does, with no opinion about it.
 */
import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A call or construction, with its arguments. */
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * One step of the way from an expression into its value: a property name, or `*` for
 * "any element or property".
 */
export type Key = string;

/** The keys to follow from an expression, outermost first. Empty: the value itself. */
export type Path = readonly Key[];

/** The arguments a same-file function was called with, while its body is being read. */
export interface Frame {
  readonly fn: FunctionNode;
  readonly args: readonly Node[];
  /** Of a function that is handed on by its name, `notes.map(anonymize)`: what it is called with instead. */
  readonly handed?: Handed;
  /** The frame in which `args` are to be read. */
  readonly argsFrame: Frame | undefined;
  /** The frame in which the function was created (closures). */
  readonly outer: Frame | undefined;
  readonly depth: number;
  /** Of a method: the class of the object that it is called on, where that is one. */
  readonly self: ClassNode | undefined;
}

/** The one argument of a function that is handed to a method: `path` of what the method is called on. */
export interface Handed {
  readonly node: Node;
  readonly path: Path;
}

/**
 * A value whose origin lies outside the file, as the chain of steps that leads to it:
 * `import Anthropic from "@anthropic-ai/sdk"; new Anthropic().messages` is
 * module → member `default` → new → member `messages`.
 */
export interface Api {
  readonly from: Api | undefined;
  readonly step: ApiStep;
}

export type ApiStep =
  | { readonly kind: 'module'; readonly source: string }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'member'; readonly name: Key }
  | { readonly kind: 'call' | 'new'; readonly node: CallNode; readonly frame: Frame | undefined }
  /** Known by a type annotation only: a value of the class or interface `from`. */
  | { readonly kind: 'typed'; readonly node: Node };

export type Literal = bigint | boolean | number | RegExp | string | null | undefined;

export type Value =
  | { readonly kind: 'api'; readonly api: Api }
  | { readonly kind: 'array' | 'object'; readonly node: Node; readonly frame: Frame | undefined }
  | { readonly kind: 'class'; readonly node: ClassNode; readonly frame: Frame | undefined }
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly frame: Frame | undefined }
  /** `node`: what makes it, or the annotation that says so. */
  | { readonly kind: 'instance'; readonly node: Node; readonly of: ClassNode }
  | { readonly kind: 'literal'; readonly value: Literal }
  /** A string of which only some pieces are known; `null` marks the others. */
  | { readonly kind: 'text'; readonly pieces: readonly (string | null)[] };

/** Why the analysis cannot tell. Each has its entry in docs/limits.md. */
export type UnknownReason =
  | 'bound'
  | 'call'
  | 'complex'
  | 'computed'
  | 'environment'
  | 'imported'
  | 'inherited'
  | 'parameter'
  | 'untracked';

/** Where an answer stands. */
interface Placed {
  /** A node of the file that asks: the place itself, or the expression through which it comes in from another file. */
  readonly node: Node;
  /** The place itself, where that is in another file. */
  readonly elsewhere?: Node | undefined;
  /** While a question is being answered: the innermost expression of the asking file on the way to the place. */
  readonly entry?: Node | undefined;
}

/** The value was found, on at least one way through the code; `node` is where it is written. */
export interface Known extends Placed {
  readonly kind: 'known';
  readonly value: Value;
  /** It is written at a property, or assigned, in another file. */
  readonly isWritten?: true | undefined;
  /** What is written at that property. */
  readonly writtenThere?: Node | undefined;
  /** One entry of a table, by a key that is not known: the table may have none for it. */
  readonly mayBeMissing?: true | undefined;
  /** The same, where nothing says which keys there are, and the table gives the value itself. */
  readonly mayBeLeftOut?: true | undefined;
  /** The property through which it was found, innermost, when there is one. */
  readonly property?: TSESTree.Property | undefined;
  /** The assignment that put it there, when that is how it came. */
  readonly assignment?: Node | undefined;
  /** The object literal that spreads it in, when that is how it enters. */
  readonly spreadInto?: TSESTree.ObjectExpression | undefined;
}

/**
 * Provably not there, on at least one way through the code; `node` is the innermost expression that was searched and
 * does not have the first key of `missing`.
 */
export interface Absent extends Placed {
  readonly kind: 'absent';
  /** The keys that were not found. */
  readonly missing: Path;
  readonly spreadInto?: TSESTree.ObjectExpression | undefined;
}

/** Not decidable; `node` is the expression that cannot be followed. */
export interface Unknown extends Placed {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** It is written at a property, or assigned, in another file. */
  readonly isWritten?: true | undefined;
  /** What is written at that property. */
  readonly writtenThere?: Node | undefined;
  /** The keys that were still to be followed from `node`. */
  readonly path: Path;
  /** The object literal that spreads `node` in, when that is how it enters. */
  readonly spreadInto?: TSESTree.ObjectExpression | undefined;
  readonly property?: TSESTree.Property | undefined;
}

/** One answer per way through the code that the analysis tells apart. */
export type Answer = Absent | Known | Unknown;

/**
 * The three-valued answer to a question about a value: every possibility found. Rules that
 * forbid something look for a known offender, rules that demand something look for `absent`,
 * and both may report `unknown`. Never empty.
 */
export type Resolved = readonly Answer[];

/**
 * Building and questioning answers: the vocabulary the parts of the evaluation share.
 */
import type { Use } from '../../project/uses-in-text.ts';
import type { DeclaredClients } from '../syntax/declared-clients.ts';
import type { GatewayDirectory, GatewayExports } from '../syntax/declared-gateways.ts';
import type { ParsedFile, SyntaxIndex } from '../syntax/syntax-index.ts';
import type {
  Answer,
  Api,
  Frame,
  Known,
  Literal,
  Node,
  Path,
  Resolved,
  Unknown,
  UnknownReason,
  Value,
} from '../syntax/types.ts';

export type { DeclaredClients };

/** Answers under construction; may be empty where a cycle was cut. */
export type Answers = readonly Answer[];

/** A module of the project, parsed. */
export interface LoadedModule extends ParsedFile {
  /** Its real path. */
  readonly path: string;
}

/** A module of the project that imports a file. */
export interface ImportingModule {
  /** Its real path. */
  readonly path: string;
  readonly text: string;
  /** Undefined where it cannot be had. */
  load(): LoadedModule | undefined;
}

/** Gives the modules that imports of local files lead to. Never throws. */
export interface ModuleLoader {
  /**
   * @param from the path of the file that has the import
   * @returns the same object for an unchanged module; undefined for packages and for what cannot be had
   */
  open(specifier: string, from: string): LoadedModule | undefined;
  /** True where there is such a module. Parses nothing. */
  has(specifier: string, from: string): boolean;
  /** True where such a module, or one that it reaches by its imports, may hold a request. A scan of texts. */
  mayAsk(specifier: string, from: string): boolean;
  /**
   * True where a module, or one that it reaches by its imports, has a text that is wanted.
   *
   * @param path of the module
   * @param wanted pure, and the same function each time: answers are remembered by it
   */
  concerns(path: string, wanted: (text: string) => boolean): boolean;
  /** The texts of all modules that a file reaches by its imports. */
  texts(text: string, from: string): readonly string[];
  /** The modules of the project that import a file, directly or through modules that export it again; tests left out. */
  importers(path: string): readonly ImportingModule[];
  /** The modules of the project that put something under a name on what a framework hands around: `decorate:llm`. */
  putting(name: string): readonly ImportingModule[];
  /** True when a text reads a name under which some module puts what concerns Claude. */
  readsPut(text: string): boolean;
  /**
   * True where some module of the project has a text that is wanted, whoever imports it; tests left out.
   *
   * @param wanted pure, and the same function each time: answers are remembered by it
   */
  isMentioned(wanted: (text: string) => boolean): boolean;
}

/** What answers depend on beside the file itself. */
export interface Surroundings {
  /** The path of the file. */
  readonly filename: string;
  /** It is a test: what it calls of the project is judged in its own module. Left out: it is none. */
  readonly isTest?: boolean;
  /** The modules that settings declare as clients; the same object for the same settings. */
  readonly declared: DeclaredClients;
  /** How other files are had; undefined where imports are not followed. */
  readonly modules: ModuleLoader | undefined;
  /** What is declared of gateways in other packages; the same object for the same settings. Left out: nothing. */
  readonly gateways?: GatewayDirectory | undefined;
}

/** What steps are taken for: each has so many for a file. */
export type Purpose = 'content' | 'modules' | 'requests';

/** Answers questions about the values of one file, the asking file, and of the modules it imports. */
export interface Evaluator {
  /** The asking file. */
  readonly index: SyntaxIndex;
  /** The asking file is a test. */
  readonly isTest: boolean;
  /** The modules that the user's settings declare as clients. */
  readonly declared: DeclaredClients;
  /** Follows `path` from the value of `node`. May be empty for code that calls itself endlessly. */
  answers(node: Node, path: Path, frame?: Frame): Answers;
  /** As {@link answers}, but never empty: a value that never comes to be is unknown. */
  resolve(node: Node, path: Path, frame?: Frame): Resolved;
  /** The steps that the file may take are used up: some answers are unknown for that alone. */
  readonly isSpent: boolean;
  /** Takes the steps of all questions that are put meanwhile from those for a purpose. */
  readonly payingFor: <Result>(purpose: Purpose, work: () => Result) => Result;
  /** A node's children in evaluation order. */
  childrenOf(node: Node): readonly Node[];
  /** The module of the project that a specifier names in the file of `from`; undefined where it is not followed. */
  moduleAt(specifier: string, from: Node): SyntaxIndex | undefined;
  /** What is declared of the gateways of a package; undefined where nothing is. */
  gatewaysOf(specifier: string): GatewayExports | undefined;
  /** The packages with declared gateways that modules import which the asking file reaches. */
  gatewaysReached(): readonly string[];
  /** The asking file imports modules of the project that can be had, or is handed what these make. */
  readonly leadsOut: boolean;
  /** Some of these modules may hold requests, by their texts, or hand in what asks. */
  readonly leadsToRequests: boolean;
  /** A module, or one that it reaches by its imports, has a text that is wanted: pure, and the same function each time. */
  concerns(file: SyntaxIndex, wanted: (text: string) => boolean): boolean;
  /** Some module of the project has a text that is wanted, whoever imports it: pure, and the same function each time. */
  isMentioned(wanted: (text: string) => boolean): boolean;
  /** The module that a specifier names in the file of `from` may hold requests, by its text. */
  mayAskAt(specifier: string, from: Node): boolean;
  /** The asking file, and the modules that were followed so far. */
  files(): readonly SyntaxIndex[];
  /** True when the text of the asking file, or of a module it reaches, has this word anywhere. */
  mentions(word: string): boolean;
  /** True when some object of the asking file, or of a module it reaches, is given a property of this name. */
  hasKey(name: string): boolean;
  /**
   * False when neither a module that the asking file reaches, nor one from which something can be handed in, gives this name to
   * anything: a method of that name is none of the project's.
   */
  givesName(name: string): boolean;
  /** The texts of the modules of the project that import a file: the asking one, where none is named. */
  importers(file?: SyntaxIndex): readonly string[];
  /**
   * The modules of the project, beside the asking file, that import a file and, by their text, may use a name of it in a way.
   *
   * @param most how many are looked at
   * @returns undefined where they are too many to be looked at
   */
  usersOf(file: SyntaxIndex, name: string, use: Use, most?: number): readonly SyntaxIndex[] | undefined;
  /**
   * False when no module from which a file is reached has, itself or by its imports, a text that is wanted: pure, and the same function
   * each time. True as well where they are too many.
   */
  mayBeSaidAbove(file: SyntaxIndex, wanted: (text: string) => boolean): boolean;
  /** True for a file that the asking one reaches by its imports, and can be seen to. */
  isAbove(file: SyntaxIndex): boolean;
  /** The files that put something under a name on what a framework hands around, such as `decorate:llm`; the asking one may be among them. */
  putting(name: string): readonly SyntaxIndex[];
  /** Says of answers where they come into the asking file, through `entry` where nothing nearer is known. */
  placed(answers: Answers, entry: Node): Answers;
}

/** An answer for a value that was found. */
export function known(value: Value, node: Node): Known {
  return { kind: 'known', value, node };
}

/** An answer for what the analysis cannot tell. */
export function unknown(reason: UnknownReason, node: Node, path: Path): Unknown {
  return { kind: 'unknown', reason, node, path };
}

/** Answers of which what is not there may be set all the same. */
export function perhapsThere(answers: Answers): Answers {
  return answers.map((a) => (a.kind === 'absent' ? unknown('untracked', a.node, a.missing) : a));
}

/** The root of values from a module. */
export function moduleApi(source: string): Api {
  return { from: undefined, step: { kind: 'module', source } };
}

/** The root of values from a global. */
export function globalApi(name: string): Api {
  return { from: undefined, step: { kind: 'global', name } };
}

/** The same origin, some member accesses further. */
export function follow(api: Api, path: Path): Api {
  return path.reduce<Api>((from, name) => ({ from, step: { kind: 'member', name } }), api);
}

/** The answers for a primitive: itself, or nothing below it. */
export function literal(value: Literal, node: Node, path: Path): Answers {
  if (path.length === 0) return [known({ kind: 'literal', value }, node)];
  return typeof value === 'string' ? stringMember(node, path) : [{ kind: 'absent', node, missing: path }];
}

/** The answers below a string: its own methods and characters are not followed, nothing else is there. */
export function stringMember(node: Node, path: Path): Answers {
  const [key = ''] = path;
  const own = key === '*' || key === 'length' || /^\d+$/.test(key) || key in String.prototype;
  return own ? [unknown('computed', node, path)] : [{ kind: 'absent', node, missing: path }];
}

/** The primitive that the answer is; undefined for everything else. */
export function literalOf(answer: Answer | undefined): Literal {
  return answer?.kind === 'known' && answer.value.kind === 'literal' ? answer.value.value : undefined;
}

/** True / false where the answer decides it, undefined where it does not. */
export function isNullish(answer: Answer): boolean | undefined {
  if (answer.kind === 'absent') return true;
  if (answer.kind === 'unknown') return undefined;
  if (answer.value.kind === 'literal' && (answer.value.value === null || answer.value.value === undefined))
    return true;
  if (answer.mayBeMissing) return undefined;
  return answer.value.kind === 'api' ? undefinedUnlessMade(answer.value.api) : false;
}

/** As {@link isNullish}, for `undefined` alone: what a default value replaces. */
export function isUndefined(answer: Answer): boolean | undefined {
  return literalOf(answer) === null ? false : isNullish(answer);
}

/** A constructed value is never nullish; anything else from outside may be. */
function undefinedUnlessMade(api: Api): false | undefined {
  return api.step.kind === 'new' || api.step.kind === 'module' ? false : undefined;
}

/** Answers for an entry that may not be there. */
export function perhaps(answers: Answers): Answers {
  return answers.map((a) => (a.kind === 'known' ? { ...a, mayBeMissing: true } : a));
}

/** True when the answer says that not even the first key of `path` is there. */
export function isMissing(answer: Answer, path: Path): boolean {
  return answer.kind === 'absent' && answer.missing.length >= path.length;
}

/** True when the answer comes from something this file does not show: it may be there, or not. */
export function isOpaque(answer: Answer): boolean {
  if (answer.kind === 'unknown') return true;
  return answer.kind === 'known' && answer.value.kind === 'api' && !answer.property && !answer.assignment;
}

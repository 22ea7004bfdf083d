/**
 * One walk over the file: what later questions look up instead of searching the tree again.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { homeOf, settle } from './files.ts';
import { writtenKey } from './nodes.ts';
import { occurrencesIn } from './occurrences.ts';
import type { ChoiceNode, Maker, MemberWrite, Occurrences } from './occurrences.ts';
import { templateVariables } from './templates.ts';
import { childNodes, eachNode } from './tree.ts';
import type { ParsedFile } from './tree.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from './types.ts';

export type { ChoiceNode, Maker, MemberWrite, ParsedFile };

export type Variable = TSESLint.Scope.Variable;

/**
 * What one file holds. Look-ups by a node are answered by the node's own file, so that a node of another file can be
 * asked about; look-ups by a name, and lists, are of this file alone.
 */
export interface SyntaxIndex {
  readonly program: TSESTree.Program;
  /** The path of a module that an import led to; undefined for the linted file. */
  readonly path: string | undefined;
  /** The index of the file that a node belongs to. */
  indexOf(node: Node): SyntaxIndex;
  /** The text of the file. */
  readonly text: string;
  /** True when the text of the file has this word anywhere. */
  mentions(word: string): boolean;
  /** True when some object of the file is given a property of this name. */
  hasKey(name: string): boolean;
  /** The names of all these properties. */
  readonly keys: readonly string[];
  /** Every call and construction, in source order. */
  readonly calls: readonly CallNode[];
  /** The calls in a node, itself among them, in source order. */
  callsWithin(node: Node): readonly CallNode[];
  /** Every tagged template, in source order. */
  readonly taggedTemplates: readonly TSESTree.TaggedTemplateExpression[];
  /** Every `import()`, in source order. */
  readonly importExpressions: readonly TSESTree.ImportExpression[];
  /** The variable an identifier stands for; undefined for globals and property names. */
  variableOf(identifier: Node): Variable | undefined;
  /** The variables a declaration introduces. */
  declaredBy(node: Node): readonly Variable[];
  /** Calls written with this name: `x.name()`, `name()`, `new name()`. */
  callsNamed(name: string): readonly CallNode[];
  /** A node's children in evaluation order. */
  childrenOf(node: Node): readonly Node[];
  /** What a function can return, as expressions. Undefined entries are bare `return;`. */
  returnsOf(fn: FunctionNode): readonly (Node | undefined)[];
  /** What a generator yields, as expressions; of `yield*` the iterated one. */
  yieldsOf(fn: FunctionNode): readonly Node[];
  /** Assignments to this member of `this`, or to a part of it. */
  thisWritesTo(key: string): readonly MemberWrite[];
  /** True when a function of the file goes by this name: declared, assigned, as a method or a property. */
  namesFunction(name: string): boolean;
  /** Assignments to a property of this name on anything but `this`: `x.name = …`. */
  writesToMember(name: string): readonly MemberWrite[];
  readonly classes: readonly ClassNode[];
  /** Properties of object literals with this name. */
  propertiesNamed(name: string): readonly TSESTree.Property[];
  /** Properties of patterns that take an object apart, in source order. */
  readonly patternKeys: readonly TSESTree.Property[];
  /** Every member access, in source order. */
  readonly members: readonly TSESTree.MemberExpression[];
  /** What takes one of several values: conditions, switches, `??` and `||`, tables; in source order. */
  readonly choices: readonly ChoiceNode[];
  /** The names under which the file imports an export of this name, the name itself aside; of `default`, what it requires as a whole, too. */
  aliasesOf(imported: string): readonly string[];
  /** What gives a value of a type of this name. */
  makersOfType(name: string): readonly Maker[];
}

const indexes = new WeakMap<TSESTree.Program, SyntaxIndex>();

/** The index of a file, made when it is first asked for. */
export function indexSyntax(file: ParsedFile): SyntaxIndex {
  let index = indexes.get(file.ast);
  if (!index) indexes.set(file.ast, (index = makeIndex(file, undefined)));
  return index;
}

/**
 * The index of a module that an import led to. Its nodes are known from then on as nodes of this file.
 *
 * @param path of the module
 */
export function indexModule(file: ParsedFile, path: string): SyntaxIndex {
  let index = indexes.get(file.ast);
  if (index?.path === undefined) {
    const made = makeIndex(file, path);
    eachNode(file, (node) => {
      settle(node, made);
    });
    indexes.set(file.ast, (index = made));
  }
  return index;
}

function makeIndex(file: ParsedFile, path: string | undefined): SyntaxIndex {
  const { scopeManager, visitorKeys, text } = file;
  const found = occurrencesIn(file);
  const children = new WeakMap<Node, readonly Node[]>();
  const words = new Map<string, boolean>();
  let variables: Map<Node, Variable> | undefined;
  let names: ReadonlySet<string> | undefined;
  let inOrder: readonly CallNode[] | undefined;

  const at = (node: Node): SyntaxIndex => (homeOf(node) as SyntaxIndex | undefined) ?? self;
  const isOwn = (node: Node): boolean => at(node) === self;
  const self: SyntaxIndex = {
    program: file.ast,
    path,
    indexOf: at,
    text,
    mentions(word) {
      let isThere = words.get(word);
      if (isThere === undefined) words.set(word, (isThere = text.includes(word)));
      return isThere;
    },
    hasKey(name) {
      names ??= new Set(keysIn(found));
      return names.has(name);
    },
    get keys() {
      names ??= new Set(keysIn(found));
      return [...names];
    },
    calls: found.calls,
    callsWithin(node) {
      if (!isOwn(node)) return at(node).callsWithin(node);
      // Templates stand beside the program, as the parser has it.
      if (node === file.ast) return found.calls;
      inOrder ??= [...found.calls].sort((a, b) => a.range[0] - b.range[0]);
      return callsBetween(inOrder, node.range);
    },
    taggedTemplates: found.taggedTemplates,
    importExpressions: found.importExpressions,
    classes: found.classes,
    patternKeys: found.patternKeys,
    members: found.members,
    choices: found.choices,
    thisWritesTo: (key) => found.thisWrites.get(key) ?? [],
    namesFunction: (name) => found.functionNames.has(name),
    propertiesNamed: (name) => found.properties.get(name) ?? [],
    aliasesOf: (imported) => found.aliases.get(imported) ?? [],
    makersOfType: (name) => found.makersOfTypes.get(name) ?? [],
    writesToMember: (name) => found.memberWrites.get(name) ?? [],
    callsNamed: (name) => found.callsByName.get(name) ?? [],
    variableOf(identifier) {
      if (!isOwn(identifier)) return at(identifier).variableOf(identifier);
      variables ??= variablesByName(file);
      const variable = variables.get(identifier);
      return variable && variable.defs.length > 0 ? variable : undefined;
    },
    declaredBy(node) {
      if (!isOwn(node)) return at(node).declaredBy(node);
      return scopeManager?.getDeclaredVariables(node) ?? [];
    },
    childrenOf(node) {
      if (!isOwn(node)) return at(node).childrenOf(node);
      let listed = children.get(node);
      if (!listed) children.set(node, (listed = childNodes(node, visitorKeys)));
      return listed;
    },
    returnsOf(fn) {
      if (fn.body.type !== 'BlockStatement') return [fn.body];
      return isOwn(fn) ? (found.returns.get(fn) ?? []) : at(fn).returnsOf(fn);
    },
    yieldsOf: (fn) => (isOwn(fn) ? (found.yields.get(fn) ?? []) : at(fn).yieldsOf(fn)),
  };
  return self;
}

/** The calls that stand in a part of the text, of calls in the order in which they begin. */
function callsBetween(calls: readonly CallNode[], [start, end]: Node['range']): readonly CallNode[] {
  return calls.slice(firstFrom(calls, start), firstFrom(calls, end)).filter(({ range }) => range[1] <= end);
}

/** The position of the first call that begins at an index of the text or after it. */
function firstFrom(calls: readonly CallNode[], index: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.range[0] ?? index) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The names of what objects of a file are given. */
function* keysIn({ memberWrites, properties, thisWrites }: Occurrences): Generator<string> {
  yield* properties.keys();
  yield* memberWrites.keys();
  for (const list of thisWrites.values()) {
    for (const { target } of list) yield writtenKey(target) ?? '';
  }
}

/** The variable that each identifier stands for. */
function variablesByName({ ast, scopeManager }: ParsedFile): Map<Node, Variable> {
  const variables = new Map<Node, Variable>(scopeManager ? templateVariables(ast, scopeManager) : []);
  for (const scope of scopeManager?.scopes ?? []) {
    for (const reference of scope.references) {
      if (reference.resolved) variables.set(reference.identifier, reference.resolved);
    }
    for (const variable of scope.variables) {
      for (const name of variable.identifiers) variables.set(name, variable);
    }
  }
  return variables;
}

/**
 * One walk over the file: what later questions look up instead of searching the tree again.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { homeOf, settle } from './files.ts';
import { calleeName, enclosingFunction, unwrap, wrapped, writtenKey } from './nodes.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from './types.ts';

export type Variable = TSESLint.Scope.Variable;

/** What the analysis needs of a parsed file; ESLint's `SourceCode` has it. */
export type ParsedFile = Readonly<Pick<TSESLint.SourceCode, 'scopeManager' | 'text' | 'visitorKeys'>> & {
  readonly ast: TSESTree.Program;
};

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
  /** Every call and construction, in source order. */
  readonly calls: readonly CallNode[];
  /** Every tagged template, in source order. */
  readonly taggedTemplates: readonly TSESTree.TaggedTemplateExpression[];
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
  /** The names under which the file imports an export of this name, the name itself aside. */
  aliasesOf(imported: string): readonly string[];
}

/** An expression or statement that has a value or a way for each of several cases. */
export type ChoiceNode =
  | TSESTree.ConditionalExpression
  | TSESTree.LogicalExpression
  | TSESTree.ObjectExpression
  | TSESTree.SwitchStatement;

export interface MemberWrite {
  readonly target: TSESTree.MemberExpression;
  readonly value: Node;
}

/** TypeScript nodes that hold expressions; all other `TS…` nodes are types and are not entered. */
const TS_WITH_EXPRESSIONS = new Set([
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSInstantiationExpression',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSNonNullExpression',
  'TSParameterProperty',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

const indexes = new WeakMap<TSESTree.Program, SyntaxIndex>();

/** The index of a file, made when it is first asked for. */
export function indexSyntax(file: ParsedFile): SyntaxIndex {
  let index = indexes.get(file.ast);
  if (!index) indexes.set(file.ast, (index = readSyntax(file, undefined)));
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
    const read = readSyntax(file, path);
    settleAll(file, read);
    indexes.set(file.ast, (index = read));
  }
  return index;
}

/** Says of every node of a file, types included, that it belongs there. */
function settleAll({ ast, visitorKeys }: ParsedFile, index: SyntaxIndex): void {
  const stack: Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    settle(node, index);
    stack.push(...childNodes(node, visitorKeys));
  }
}

function childNodes(node: Node, visitorKeys: ParsedFile['visitorKeys']): Node[] {
  const children: Node[] = [];
  for (const name of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[name];
    if (Array.isArray(child)) children.push(...(child as (Node | null)[]).filter((c) => c !== null));
    else if (child) children.push(child as Node);
  }
  return children;
}

/** Reads a file once. Iterative, so that deep nesting costs no stack. */
function readSyntax(sourceCode: ParsedFile, path: string | undefined): SyntaxIndex {
  const { visitorKeys, scopeManager } = sourceCode;
  const program = sourceCode.ast;
  const children = new WeakMap<Node, readonly Node[]>();
  const calls: CallNode[] = [];
  const taggedTemplates: TSESTree.TaggedTemplateExpression[] = [];
  const byName = new Map<string, CallNode[]>();
  const returns = new Map<FunctionNode, (Node | undefined)[]>();
  const yields = new Map<FunctionNode, Node[]>();
  const thisWrites: MemberWrite[] = [];
  const thisWritesByKey = new Map<string, MemberWrite[]>();
  const functionNames = new Set<string>();
  const memberWrites = new Map<string, MemberWrite[]>();
  const classes: ClassNode[] = [];
  const words = new Map<string, boolean>();
  const properties = new Map<string, TSESTree.Property[]>();
  const patternKeys: TSESTree.Property[] = [];
  const members: TSESTree.MemberExpression[] = [];
  const choices: ChoiceNode[] = [];
  const aliases = new Map<string, string[]>();

  const enter = (node: Node): void => {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression': {
        calls.push(node);
        const name = calleeName(node.callee);
        if (name !== undefined) append(byName, name, node);
        break;
      }
      case 'TaggedTemplateExpression':
        taggedTemplates.push(node);
        break;
      case 'ReturnStatement': {
        const fn = enclosingFunction(node);
        if (fn) append(returns, fn, node.argument ?? undefined);
        break;
      }
      case 'YieldExpression': {
        const fn = enclosingFunction(node);
        if (fn && node.argument) append(yields, fn, node.argument);
        break;
      }
      case 'AssignmentExpression': {
        const target = node.left;
        if (target.type !== 'MemberExpression') break;
        const write = { target, value: node.right };
        const name = writtenKey(target);
        const key = firstKeyOfThis(target);
        if (key !== undefined) {
          thisWrites.push(write);
          append(thisWritesByKey, key, write);
        } else if (name !== undefined) append(memberWrites, name, write);
        break;
      }
      case 'Property': {
        if (node.parent.type === 'ObjectPattern') patternKeys.push(node);
        const key = node.parent.type === 'ObjectExpression' ? writtenKey(node) : undefined;
        if (key !== undefined) append(properties, key, node);
        break;
      }
      case 'MemberExpression':
        members.push(node);
        break;
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ObjectExpression':
      case 'SwitchStatement':
        choices.push(node);
        break;
      case 'ImportSpecifier': {
        const imported = node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
        if (imported !== node.local.name) append(aliases, imported, node.local.name);
        break;
      }
      case 'ClassDeclaration':
      case 'ClassExpression':
        classes.push(node);
        break;
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression': {
        const name = nameOfFunction(node);
        if (name !== undefined) functionNames.add(name);
        break;
      }
      default:
    }
  };

  const stack: Node[] = [program];
  for (let node = stack.pop(); node; node = stack.pop()) {
    enter(node);
    const keys = visitorKeys[node.type] ?? [];
    for (let k = keys.length - 1; k >= 0; k -= 1) {
      const child = (node as unknown as Record<string, unknown>)[keys[k] as string];
      if (Array.isArray(child)) {
        for (let i = child.length - 1; i >= 0; i -= 1) push(stack, child[i] as Node | null);
      } else {
        push(stack, child as Node | null | undefined);
      }
    }
  }

  let variables: Map<Node, Variable> | undefined;
  const resolveReferences = (): Map<Node, Variable> => {
    const map = new Map<Node, Variable>();
    for (const scope of scopeManager?.scopes ?? []) {
      for (const reference of scope.references) {
        if (reference.resolved) map.set(reference.identifier, reference.resolved);
      }
      for (const variable of scope.variables) {
        for (const name of variable.identifiers) map.set(name, variable);
      }
    }
    return map;
  };

  const at = (node: Node): SyntaxIndex => (homeOf(node) as SyntaxIndex | undefined) ?? self;
  const isOwn = (node: Node): boolean => at(node) === self;
  const self: SyntaxIndex = {
    program,
    path,
    indexOf: at,
    text: sourceCode.text,
    mentions(word) {
      let found = words.get(word);
      if (found === undefined) words.set(word, (found = sourceCode.text.includes(word)));
      return found;
    },
    hasKey: (name) =>
      properties.has(name) ||
      memberWrites.has(name) ||
      thisWrites.some(({ target }) => writtenKey(target) === name),
    calls,
    taggedTemplates,
    thisWritesTo: (key) => thisWritesByKey.get(key) ?? [],
    namesFunction: (name) => functionNames.has(name),
    classes,
    propertiesNamed: (name) => properties.get(name) ?? [],
    patternKeys,
    members,
    choices,
    aliasesOf: (imported) => aliases.get(imported) ?? [],
    writesToMember: (name) => memberWrites.get(name) ?? [],
    variableOf(identifier) {
      if (!isOwn(identifier)) return at(identifier).variableOf(identifier);
      variables ??= resolveReferences();
      const variable = variables.get(identifier);
      return variable && variable.defs.length > 0 ? variable : undefined;
    },
    declaredBy(node) {
      if (!isOwn(node)) return at(node).declaredBy(node);
      return scopeManager?.getDeclaredVariables(node) ?? [];
    },
    callsNamed: (name) => byName.get(name) ?? [],
    childrenOf(node) {
      if (!isOwn(node)) return at(node).childrenOf(node);
      let listed = children.get(node);
      if (!listed) children.set(node, (listed = childNodes(node, visitorKeys)));
      return listed;
    },
    returnsOf(fn) {
      if (fn.body.type !== 'BlockStatement') return [fn.body];
      return isOwn(fn) ? (returns.get(fn) ?? []) : at(fn).returnsOf(fn);
    },
    yieldsOf: (fn) => (isOwn(fn) ? (yields.get(fn) ?? []) : at(fn).yieldsOf(fn)),
  };
  return self;
}

/** The name a function is called by, as far as the place where it is written tells. */
export function nameOfFunction(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name;
  const outer = wrapped(fn);
  const holder = outer.parent;
  switch (holder?.type) {
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' ? holder.id.name : undefined;
    case 'AssignmentExpression':
      return calleeName(holder.left);
    case 'MethodDefinition':
    case 'Property':
    case 'PropertyDefinition':
      return writtenKey(holder);
    case 'CallExpression':
      // const ask = useCallback((prompt) => …)
      return holder.parent.type === 'VariableDeclarator' && holder.parent.id.type === 'Identifier'
        ? holder.parent.id.name
        : undefined;
    default:
      return undefined;
  }
}

/** The member of `this` that a chain goes through first: `a` of `this.a.b`; undefined for other chains. */
function firstKeyOfThis(target: TSESTree.MemberExpression): string | undefined {
  let key: string | undefined;
  let current: Node = target;
  while (current.type === 'MemberExpression') {
    key = writtenKey(current) ?? '*';
    current = unwrap(current.object);
  }
  return current.type === 'ThisExpression' ? key : undefined;
}

/** The expression a chain of member accesses starts from. */
export function rootOf(node: Node): Node {
  let current = unwrap(node);
  while (current.type === 'MemberExpression') current = unwrap(current.object);
  return current;
}

function push(stack: Node[], child: Node | null | undefined): void {
  if (!child || typeof child.type !== 'string') return;
  if (child.type.startsWith('TS') && !TS_WITH_EXPRESSIONS.has(child.type)) {
    // An overload or abstract method may still hold default values, none of which ever run.
    return;
  }
  stack.push(child);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

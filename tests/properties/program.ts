/**
 * A program as the tests of properties change it: its text, its statements, and which of its names each of them declares,
 * reads and writes.
 */
import { parseForESLint } from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Scope = TSESLint.Scope.Scope;
type Reference = TSESLint.Scope.Reference;

/** A text that replaces another. */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** One statement of the top level. */
export interface Statement {
  readonly node: TSESTree.ProgramStatement;
  /** Its text, with the comments before it. */
  readonly text: string;
  /** Where that text starts. */
  readonly start: number;
  readonly declares: ReadonlySet<string>;
  /** Names of the top level that it reads, calls or writes. */
  readonly uses: ReadonlySet<string>;
  /** Names of the top level that it gives another value, or whose objects it changes by itself. */
  readonly changes: ReadonlySet<string>;
  /** It brings names from another module, by `import` or `require()`. */
  readonly imports: boolean;
}

/** A program, taken apart. */
export interface Program {
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly statements: readonly Statement[];
  /** Every scope, the one of the module first. */
  readonly scopes: readonly Scope[];
  readonly top: Scope;
}

/** Takes a program apart; undefined for what is no program. */
export function parseProgram(text: string): Program | undefined {
  try {
    const { ast, scopeManager } = parseForESLint(text, { range: true, loc: true, sourceType: 'module' });
    const top = scopeManager.scopes.find(({ type }) => (type as string) === 'module');
    if (!top) return undefined;
    linkParents(ast);
    let start = 0;
    const statements = ast.body.map((node): Statement => {
      const made = statementOf(text, node, start, top);
      start = node.range[1];
      return made;
    });
    return { text, ast, statements, scopes: scopeManager.scopes, top };
  } catch {
    return undefined;
  }
}

/** Every node, each after its parent. */
export function* nodesIn(root: TSESTree.Node): Generator<TSESTree.Node> {
  const stack: TSESTree.Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    stack.push(...childrenOf(node).reverse());
  }
}

/** The nodes around one, innermost first. */
export function* ancestorsOf(node: TSESTree.Node): Generator<TSESTree.Node> {
  for (let around = node.parent; around; around = around.parent) yield around;
}

/** The text with the edits made; edits do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce((left, { range: [from, to], text: put }) => left.slice(0, from) + put + left.slice(to), text);
}

function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === 'parent' ? [] : (Array.isArray(value) ? value : [value]).filter(isNode),
  );
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

function linkParents(root: TSESTree.Node): void {
  for (const node of nodesIn(root)) for (const child of childrenOf(node)) child.parent = node;
}

function statementOf(text: string, node: TSESTree.ProgramStatement, start: number, top: Scope): Statement {
  const within = ({ identifier }: Reference): boolean => inside(identifier, node);
  const declares = new Set<string>();
  const uses = new Set<string>();
  const changes = new Set<string>();
  for (const variable of top.variables) {
    if (variable.defs.some((definition) => inside(definition.name, node))) declares.add(variable.name);
    for (const reference of variable.references.filter(within)) {
      uses.add(variable.name);
      if ((reference.isWrite() && !reference.init) || changesObject(reference.identifier, node))
        changes.add(variable.name);
    }
  }
  return {
    node,
    text: text.slice(start, node.range[1]),
    start,
    declares,
    uses,
    changes,
    imports: brings(node),
  };
}

function inside(inner: TSESTree.Node, outer: TSESTree.Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** True where a statement itself, not a function in it, writes into the object that a name stands for. */
function changesObject(name: TSESTree.Node, statement: TSESTree.Node): boolean {
  let node = name;
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = node.parent;
  const { parent } = node;
  if (!parent) return false;
  const writes =
    (node !== name && parent.type === 'AssignmentExpression' && parent.left === node) ||
    (node !== name && parent.type === 'UpdateExpression') ||
    (parent.type === 'UnaryExpression' && parent.operator === 'delete') ||
    (parent.type === 'CallExpression' &&
      statement.type !== 'VariableDeclaration' &&
      isPlainCall(parent, node));
  return writes && statement.type === 'ExpressionStatement' && statement.expression === parent;
}

/** `list.push(x);`, `Object.assign(options, x);` */
function isPlainCall(call: TSESTree.CallExpression, part: TSESTree.Node): boolean {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  const method = callee.property.name;
  if (callee === part) return ['push', 'unshift', 'set', 'add', 'append', 'setHeader'].includes(method);
  return call.arguments[0] === part && ['assign', 'set', 'defineProperty'].includes(method);
}

function brings(node: TSESTree.ProgramStatement): boolean {
  if (node.type === 'ImportDeclaration' || node.type === 'TSImportEqualsDeclaration') return true;
  return (
    node.type === 'VariableDeclaration' &&
    node.declarations.every(
      ({ init }) =>
        init?.type === 'CallExpression' &&
        init.callee.type === 'Identifier' &&
        init.callee.name === 'require',
    )
  );
}

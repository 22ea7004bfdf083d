/**
 * Expressions in the template of a Vue component: they run like those of its script, and stand beside the program.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Node } from './types.ts';

/** Nodes of a template, and the fields under which they hold others; those of scripts have keys of their own. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  VAttribute: ['value'],
  VElement: ['startTag', 'children'],
  VExpressionContainer: ['expression'],
  VFilter: ['arguments'],
  VFilterSequenceExpression: ['expression', 'filters'],
  VForExpression: ['right'],
  VOnExpression: ['body'],
  VStartTag: ['attributes'],
};

interface Template {
  readonly type: string;
  readonly parent?: unknown;
}

/** A name that an expression uses: `variable`, where the template itself declares it. */
interface Used {
  readonly id: TSESTree.Identifier;
  readonly variable?: unknown;
}

/** The template of a component, as vue-eslint-parser puts it beside the program; undefined elsewhere. */
function templateOf(ast: TSESTree.Program): Template | undefined {
  const { templateBody } = ast as { readonly templateBody?: Template | null };
  return templateBody ?? undefined;
}

/** The root of the tree that a template stands in; undefined where there is none. */
export function templateRoot(ast: TSESTree.Program): unknown {
  return templateOf(ast)?.parent;
}

/** The expressions of a template, in source order. */
export function templateExpressions(ast: TSESTree.Program): Node[] {
  return visited(ast).filter(isCode);
}

/** The variables of the script that the names of a template stand for. */
export function templateVariables(
  ast: TSESTree.Program,
  { scopes }: TSESLint.Scope.ScopeManager,
): Map<Node, TSESLint.Scope.Variable> {
  const found = new Map<Node, TSESLint.Scope.Variable>();
  const names = scopes.find(({ block, upper }) => upper?.block === block)?.set;
  for (const node of visited(ast)) {
    const { references = [] } = node as { readonly references?: readonly Used[] };
    for (const { id, variable } of node.type === 'VExpressionContainer' ? references : []) {
      const own = variable ? undefined : names?.get(id.name);
      if (own) found.set(id, own);
    }
  }
  return found;
}

/** Nodes of a template, and the expressions in it without what they hold; in source order. */
function visited(ast: TSESTree.Program): (Node | Template)[] {
  const template = templateOf(ast);
  const found: (Node | Template)[] = [];
  const stack: (Node | Template)[] = template ? [template] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    found.push(node);
    for (const key of (FIELDS[node.type] ?? []).toReversed())
      stack.push(...childrenOf(node, key).toReversed());
  }
  return found;
}

function childrenOf(node: object, key: string): readonly (Node | Template)[] {
  const child: unknown = Reflect.get(node, key);
  const children: readonly unknown[] = Array.isArray(child) ? child : [child];
  return children.filter(isNode);
}

function isNode(child: unknown): child is Template {
  return typeof child === 'object' && child !== null && 'type' in child && typeof child.type === 'string';
}

/** False for the nodes that only templates have. */
function isCode(node: Node | Template): node is Node {
  return !/^V[A-Z]/.test(node.type);
}

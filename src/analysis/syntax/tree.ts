/**
 * The tree of a file: the children of a node, and the walk over what runs.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { templateExpressions } from './templates.ts';
import type { Node } from './types.ts';

/** What the analysis needs of a parsed file; ESLint's `SourceCode` has it. */
export type ParsedFile = Readonly<Pick<TSESLint.SourceCode, 'scopeManager' | 'text' | 'visitorKeys'>> & {
  readonly ast: TSESTree.Program;
};

type VisitorKeys = ParsedFile['visitorKeys'];

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

/** The children of a node in evaluation order, types included. */
export function childNodes(node: Node, visitorKeys: VisitorKeys): Node[] {
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const child = fieldOf(node, key);
    if (Array.isArray(child)) children.push(...child.filter(isNode));
    else if (isNode(child)) children.push(child);
  }
  return children;
}

/** Calls `enter` for every node of a file, types included, in no particular order. */
export function eachNode({ ast, visitorKeys }: ParsedFile, enter: (node: Node) => void): void {
  const stack: Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    enter(node);
    stack.push(...childNodes(node, visitorKeys));
  }
}

/** Calls `enter` for every node that can run, in source order. Iterative, so that deep nesting costs no stack. */
export function eachRunningNode({ ast, visitorKeys }: ParsedFile, enter: (node: Node) => void): void {
  const stack: Node[] = [...templateExpressions(ast).reverse(), ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    enter(node);
    const keys = visitorKeys[node.type] ?? [];
    for (let k = keys.length - 1; k >= 0; k -= 1) {
      const child = fieldOf(node, keys[k] ?? '');
      if (Array.isArray(child)) for (let i = child.length - 1; i >= 0; i -= 1) push(stack, child[i]);
      else push(stack, child);
    }
  }
}

function push(stack: Node[], child: unknown): void {
  if (!isNode(child)) return;
  // An overload or abstract method may still hold default values, none of which ever run.
  if (child.type.startsWith('TS') && !TS_WITH_EXPRESSIONS.has(child.type)) return;
  stack.push(child);
}

/** What a node has under the name of a field: nodes, lists of nodes, or nothing. */
function fieldOf(node: Node, key: string): unknown {
  return node[key as keyof Node];
}

function isNode(child: unknown): child is Node {
  return typeof child === 'object' && child !== null && 'type' in child && typeof child.type === 'string';
}

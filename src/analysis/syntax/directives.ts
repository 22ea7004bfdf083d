/**
 * Where code says that it runs: directives of files and functions, and conditions that frameworks understand.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { homeOf } from './files.ts';
import { contains, isFunction, wrapped } from './nodes.ts';
import { writtenPath } from './written-names.ts';
import type { FunctionNode, Node } from './types.ts';

/** True for a file marked `"use client"`. */
export function saysClient({ body }: TSESTree.Program): boolean {
  return hasDirective(body, 'use client');
}

/**
 * True for a function that its callers reach over the network: marked `"use server"`, or exported by a module that is. Those of the
 * caller's file run elsewhere.
 */
export function isServerFunction(fn: FunctionNode): boolean {
  if (fn.body.type === 'BlockStatement' && hasDirective(fn.body.body, 'use server')) return true;
  const root = treeOf(fn);
  if (root.type !== 'Program' || !hasDirective(root.body, 'use server')) return false;
  const statement = outermost(fn);
  if (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration')
    return true;
  const names = namesDeclared(statement);
  return root.body.some(
    (each) =>
      each.type === 'ExportNamedDeclaration' &&
      each.specifiers.some(({ local }) => local.type === 'Identifier' && names.includes(local.name)),
  );
}

/** The names that a statement declares: `act` of `async function act() {}` and of `const act = …`. */
function namesDeclared(statement: Node): readonly string[] {
  if (statement.type === 'FunctionDeclaration') return statement.id ? [statement.id.name] : [];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

/** True for code that only a server runs, whatever file it stands in. */
export function isOnServer(piece: Node): boolean {
  const root = treeOf(piece);
  if (root.type === 'Program' && hasDirective(root.body, 'use server')) return true;
  const home = homeOf(piece);
  if (
    home &&
    'path' in home &&
    typeof home.path === 'string' &&
    SERVER_FILE.test(home.path.replaceAll('\\', '/'))
  )
    return true;
  for (let child = piece, node = piece.parent; node; child = node, node = node.parent) {
    if (isFunction(node) && (isServerFunction(node) || isHandedToServer(node))) return true;
    if (isServerBranch(node, child)) return true;
  }
  return false;
}

/** Modules that builds keep from browsers, or reach over the network. */
const SERVER_FILE = /\.(?:remote|server)\.[cm]?[jt]sx?$|\/lib\/server\/|\/\.server\//;

/** `createServerFn().handler(async ({ data }) => …)`, `query(schema, async (…) => …)` of a remote module. */
function isHandedToServer(fn: FunctionNode): boolean {
  const call = wrapped(fn).parent;
  return call?.type === 'CallExpression' && /^createServer(?:Fn|OnlyFn)\b/.test(firstCallee(call));
}

/** `createServerFn` of `createServerFn().validator(…).handler(…)`. */
function firstCallee(call: TSESTree.CallExpression): string {
  let node: Node = call;
  while (node.type === 'CallExpression' || node.type === 'MemberExpression')
    node = node.type === 'CallExpression' ? node.callee : node.object;
  return node.type === 'Identifier' ? node.name : '';
}

/** Conditions that hold on the server, and those that hold in the browser. */
const ON_SERVER = /^(?:import\.meta\.server|process\.server|import\.meta\.env\.SSR|isServer)$/;
const IN_BROWSER = /^(?:browser|import\.meta\.client|process\.client|isBrowser|isClient)$/;

/** Whether `child` of `node` runs on a condition that holds on the server alone. */
function isServerBranch(node: Node, child: Node): boolean {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return (
        (child === node.consequent && holdsOnServer(node.test)) ||
        (child === node.alternate && holdsInBrowser(node.test))
      );
    case 'LogicalExpression':
      return child === node.right && node.operator === '&&' && holdsOnServer(node.left);
    default:
      return false;
  }
}

function holdsOnServer(test: Node): boolean {
  if (test.type === 'UnaryExpression' && test.operator === '!') return holdsInBrowser(test.argument);
  return ON_SERVER.test(writtenPath(test)) || comparesWindow(test, /^={2,3}$/);
}

function holdsInBrowser(test: Node): boolean {
  if (test.type === 'UnaryExpression' && test.operator === '!')
    return ON_SERVER.test(writtenPath(test.argument));
  return IN_BROWSER.test(writtenPath(test)) || comparesWindow(test, /^!={1,2}$/);
}

/** `typeof window === 'undefined'`. */
function comparesWindow(test: Node, operator: RegExp): boolean {
  if (test.type !== 'BinaryExpression' || !operator.test(test.operator)) return false;
  const { left, right } = test;
  return (
    left.type === 'UnaryExpression' &&
    left.operator === 'typeof' &&
    left.argument.type === 'Identifier' &&
    /^(?:document|window)$/.test(left.argument.name) &&
    right.type === 'Literal' &&
    right.value === 'undefined'
  );
}

function hasDirective(body: readonly Node[], directive: string): boolean {
  return body.some(
    (statement) => statement.type === 'ExpressionStatement' && statement.directive === directive,
  );
}

/** The root of the tree that a node stands in. */
export function treeOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** The statement of the module that a function stands in. */
function outermost(fn: Node): Node {
  let node = fn;
  while (node.parent && node.parent.type !== 'Program') node = node.parent;
  return contains(node, fn) ? node : fn;
}

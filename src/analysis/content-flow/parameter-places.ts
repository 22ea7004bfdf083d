/**
 * Parameters, and where the functions stand that have them: what tells who hands something in.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { treeOf } from '../syntax/directives.ts';
import { calleeName, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { FunctionNode, Node } from '../syntax/types.ts';

/** The name of a parameter; empty for one that is taken apart. */
export function nameOfParameter(node: Node): string {
  const named = node.type === 'AssignmentPattern' ? node.left : node;
  return named.type === 'Identifier' ? named.name : '';
}

/** The name of the type that a parameter is annotated with, without what holds it; empty where there is none. */
export function typeNameOf(node: Node): string {
  const type = node.type === 'Identifier' ? node.typeAnnotation?.typeAnnotation : undefined;
  if (type?.type !== 'TSTypeReference') return '';
  const { typeName } = type;
  return typeName.type === 'Identifier'
    ? typeName.name
    : typeName.type === 'TSQualifiedName'
      ? typeName.right.name
      : '';
}

/** Where a function is handed on: where it is written, or where a statement of the module names it. */
export function placeOf(fn: FunctionNode): Node {
  const written = wrapped(fn);
  const name = fn.type === 'FunctionDeclaration' ? fn.id?.name : undefined;
  const root = name === undefined ? undefined : treeOf(fn);
  for (const statement of root?.type === 'Program' ? root.body : []) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const place = valuesOf(declaration)
      .flatMap(callsIn)
      .flatMap(({ arguments: given }) => given.flatMap(handedIn))
      .find((each) => each.type === 'Identifier' && each.name === name);
    if (place) return place;
  }
  return written;
}

/** What a statement declares, or does. */
function valuesOf(statement: Node | null): readonly Node[] {
  if (statement?.type === 'ExpressionStatement') return [statement.expression];
  if (statement?.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ init }) => init ?? []);
}

/** `f()`, `f().a()` and `f().a().b()` of the last. */
function callsIn(value: Node): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  let node = value;
  while (node.type === 'CallExpression' || node.type === 'MemberExpression') {
    if (node.type === 'CallExpression') calls.push(node);
    node = node.type === 'CallExpression' ? node.callee : node.object;
  }
  return calls;
}

/** An argument, or what an object has as its handler. */
function handedIn(argument: Node): Node[] {
  if (argument.type !== 'ObjectExpression') return [argument];
  return argument.properties.flatMap((each) =>
    each.type === 'Property' && writtenKey(each) === 'handler' ? [each.value] : [],
  );
}

/** True where the file of a node imports something from such a package. */
export function importsFrom(node: Node, packages: RegExp): boolean {
  const root = treeOf(node);
  return (
    root.type === 'Program' &&
    root.body.some((each) => each.type === 'ImportDeclaration' && packages.test(each.source.value))
  );
}

/** `f` of `f().a(…).b(…)`. */
export function calledFirst(call: TSESTree.CallExpression): Node {
  let node: Node = call;
  while (node.type === 'CallExpression' || node.type === 'MemberExpression')
    node = node.type === 'CallExpression' ? node.callee : node.object;
  return node;
}

/** `@Body() input: AskDto` */
export function isDecorated(node: Node, by: string): boolean {
  if (!('decorators' in node)) return false;
  return node.decorators.some(({ expression }) => {
    return expression.type === 'CallExpression' && calleeName(expression.callee) === by;
  });
}

/** The name of the method that a call is one of; empty for other calls. */
export function methodOf({ callee }: TSESTree.CallExpression): string {
  return callee.type === 'MemberExpression' ? (calleeName(callee) ?? '') : '';
}

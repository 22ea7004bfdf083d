/**
 * Functions that make requests, where they are not called: held by a variable or a property, handed on, bound.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { moduleOf, ROWS, SURFACE_MODULES } from '../sdk-surface/index.ts';
import { calleeName, nameOfFunction, wrapped, writtenKey } from '../syntax/nodes.ts';
import { once } from '../syntax/once.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Api, Node } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { namesOf } from '../values/origins.ts';

/** Names of members and exports that make requests when they are called. */
const requestNames = once(
  (): ReadonlySet<string> =>
    new Set(
      [
        ...[...ROWS.values()].map((row) => row.members ?? {}),
        ...SURFACE_MODULES.map(({ exports }) => exports),
      ]
        .flatMap((names) => Object.entries(names))
        .filter(([, row]) => ROWS.get(row)?.operation !== undefined && ROWS.get(row)?.new === undefined)
        .map(([name]) => name),
    ),
);

/**
 * The names under which a file holds functions that may make requests, the names of those functions themselves among them.
 *
 * @returns undefined where the file only ever calls them
 */
export function namesOfHeld(ev: Evaluator, file: SyntaxIndex): ReadonlySet<string> | undefined {
  const held = heldIn(ev, file);
  if (held.length === 0) return undefined;
  const names = new Set(requestNames());
  for (const node of held) for (const name of holdersOf(node)) names.add(name);
  return names;
}

/** Expressions that stand for such a function and do not call it. */
function heldIn(ev: Evaluator, file: SyntaxIndex): Node[] {
  const members = file.members.filter((node) => requestNames().has(writtenKey(node) ?? '') && isHeld(node));
  const takenApart = file.patternKeys.flatMap((property): Node[] =>
    requestNames().has(writtenKey(property) ?? '') ? [property.value] : [],
  );
  const imported = file.program.body.flatMap((statement): Node[] =>
    statement.type === 'ImportDeclaration' ? heldImports(ev, statement) : [],
  );
  return [...members, ...takenApart, ...imported];
}

/** Imports that stand for such a function: of the surface, and of modules of the project that hold one. */
function heldImports(ev: Evaluator, { source, specifiers }: TSESTree.ImportDeclaration): Node[] {
  const isSurface = moduleOf(source.value) !== undefined;
  return specifiers.flatMap((specifier) => {
    if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') return [];
    if (isSurface && !requestNames().has(specifier.imported.name)) return [];
    const held = usesOf(ev.index.variableOf(specifier.local)).filter(isHeld);
    if (held.length === 0 || !(isSurface || holdsRequest(ev, source, specifier.local))) return [];
    return [specifier.local, ...held];
  });
}

function holdsRequest(ev: Evaluator, source: Node, name: Node): boolean {
  if (source.type !== 'Literal' || !ev.mayAskAt(String(source.value), name)) return false;
  return ev
    .answers(name, [])
    .some((a) => a.kind === 'known' && a.value.kind === 'api' && isRequest(a.value.api));
}

/** The name of the function, or of what it was bound from. */
function isRequest(api: Api): boolean {
  const names = namesOf(api).filter((name) => name !== '()' && name !== 'bind');
  return requestNames().has(names.at(-1) ?? '');
}

/** False for what is called where it stands, and for types. */
function isHeld(node: Node): boolean {
  const outer = wrapped(node);
  const { parent } = outer;
  if (!parent || parent.type.startsWith('TS')) return false;
  if (parent.type === 'MemberExpression') return PASSES.test(writtenKey(parent) ?? '');
  return (parent.type !== 'CallExpression' && parent.type !== 'NewExpression') || parent.callee !== outer;
}

/** Methods of functions. */
const PASSES = /^(?:apply|bind|call)$/;

/** The names that an expression's value is held by, or the value of what it is handed to. */
function holdersOf(expression: Node): string[] {
  const names: string[] = [];
  let node = expression;
  for (let { parent } = node; parent; { parent } = node) {
    switch (parent.type) {
      case 'AssignmentPattern':
      case 'Property':
        if (parent.type === 'Property' && parent.value === node && parent.parent.type === 'ObjectExpression')
          return [...names, writtenKey(parent) ?? ''];
        return [...names, nameOf(node)];
      case 'ImportSpecifier':
        return [nameOf(node)];
      case 'VariableDeclarator':
        return [...names, nameOf(parent.id)];
      case 'AssignmentExpression':
        return [...names, calleeName(parent.left) ?? ''];
      case 'MethodDefinition':
      case 'PropertyDefinition':
        return [...names, writtenKey(parent) ?? ''];
      case 'ArrowFunctionExpression':
        return [...names, nameOfFunction(parent) ?? ''];
      case 'ReturnStatement':
      case 'BlockStatement':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        if (parent.type === 'ReturnStatement' || parent.type === 'BlockStatement') break;
        return [...names, nameOfFunction(parent) ?? ''];
      case 'ExpressionStatement':
        return names;
      default:
    }
    node = parent;
  }
  return names;
}

function nameOf(node: Node): string {
  const name = node.type === 'AssignmentPattern' ? node.left : node;
  return name.type === 'Identifier' ? name.name : '';
}

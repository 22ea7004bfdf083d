/**
 * Where a type is declared, in the file that names it or in the module that it is imported from.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isFunction } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { ClassNode, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';
import { exportsOf } from './exports.ts';

/** A declaration that a name can stand for as a type. */
export type TypeDeclaration = ClassNode | TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** How many modules a type is handed on through. */
const MAX_HOPS = 8;

/** The declaration behind the name of a type; undefined for types of packages and of the language. */
export function typeDeclaration(ev: Evaluator, name: Node): TypeDeclaration | undefined {
  const definition = ev.index.variableOf(name)?.defs[0];
  const declared: Node | undefined = definition?.node;
  if (!declared) return undefined;
  if (isTypeDeclaration(declared)) return declared;
  const from: Node | null | undefined = definition?.type === 'ImportBinding' ? definition.parent : undefined;
  if (from?.type !== 'ImportDeclaration') return undefined;
  const exported = exportedName(declared);
  const module = exported === undefined ? undefined : ev.moduleAt(from.source.value, name);
  return module && exported !== undefined ? typeIn(ev, module, exported, 0) : undefined;
}

/** The name under which a module exports what a specifier imports. */
export function exportedName(specifier: Node): string | undefined {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type !== 'ImportSpecifier') return undefined;
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

/** What a module exports under a name, as a type. */
function typeIn(ev: Evaluator, module: SyntaxIndex, name: string, hops: number): TypeDeclaration | undefined {
  if (hops > MAX_HOPS) return undefined;
  const { named, reExported, stars } = exportsOf(module);
  for (const node of named.get(name) ?? []) {
    if (isTypeDeclaration(node)) return node;
    const declared = node.parent && isTypeDeclaration(node.parent) ? node.parent : typeDeclaration(ev, node);
    if (declared) return declared;
  }
  const handed = reExported.get(name);
  for (const source of handed ? [handed.source] : stars) {
    const next = ev.moduleAt(source, module.program);
    const found = next && typeIn(ev, next, handed?.name ?? name, hops + 1);
    if (found) return found;
  }
  return undefined;
}

function isTypeDeclaration(node: Node): node is TypeDeclaration {
  return isClass(node) || node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration';
}

/** Classes, functions and values that may stand behind one type. */
const MAX_IMPLEMENTATIONS = 4;

/** A type that is not a class, and so says nothing of how its values do what they do. */
export type Contract = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** What stands behind a type: the classes that implement it, and what gives a value of it. */
export interface Implementations {
  readonly classes: readonly ClassNode[];
  /** Expressions: what functions return that are declared to return the type, and what variables of the type hold. */
  readonly values: readonly Node[];
}

const NOTHING: Implementations = { classes: [], values: [] };

const implementations = new WeakMap<Evaluator, Map<Node, Implementations>>();

/** What stands behind a type, among the files at hand and those that import the type; nothing where it is much. */
export function implementationsOf(ev: Evaluator, contract: Contract): Implementations {
  let known = implementations.get(ev);
  if (!known) implementations.set(ev, (known = new Map<Node, Implementations>()));
  const before = known.get(contract);
  if (before) return before;
  // Entered before they are found: classes are typed by what they implement.
  known.set(contract, NOTHING);
  const users = ev.usersOf(ev.index.indexOf(contract), contract.id.name, 'implemented');
  const files = [...new Set([...ev.files(), ...(users ?? [])])];
  const classes = files
    .flatMap((file) => file.classes)
    .filter((each) =>
      each.implements.some(
        ({ expression }) => expression.type === 'Identifier' && typeDeclaration(ev, expression) === contract,
      ),
    );
  const makers = files.flatMap((file) => makersIn(ev, file, contract));
  const isFew = users && classes.length + makers.length <= MAX_IMPLEMENTATIONS;
  const few = isFew ? { classes, values: makers.flatMap((maker) => givenBy(ev, maker)) } : NOTHING;
  known.set(contract, few);
  return few;
}

/** What a file has that is declared to give a type. */
function makersIn(ev: Evaluator, file: SyntaxIndex, contract: Contract): readonly Node[] {
  const { name } = contract.id;
  return [name, ...file.aliasesOf(name)].flatMap((each) =>
    file
      .makersOfType(each)
      .filter(({ type }) => typeDeclaration(ev, type) === contract)
      .map(({ node }) => node),
  );
}

/** What a function returns; of a generator nothing is known. */
function givenBy(ev: Evaluator, maker: Node): readonly Node[] {
  if (!isFunction(maker)) return [maker];
  return maker.generator ? [] : ev.index.returnsOf(maker).filter((node) => node !== undefined);
}

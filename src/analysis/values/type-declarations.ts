/**
 * Where a type is declared, in the file that names it or in the module that it is imported from.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass } from '../syntax/nodes.ts';
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

function exportedName(specifier: Node): string | undefined {
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

const implementations = new WeakMap<Evaluator, Map<Node, ClassNode | undefined>>();

/** The one class that implements an interface, among the files at hand; undefined where there are none or several. */
export function implementationOf(
  ev: Evaluator,
  contract: TSESTree.TSInterfaceDeclaration,
): ClassNode | undefined {
  let known = implementations.get(ev);
  if (!known) implementations.set(ev, (known = new Map<Node, ClassNode | undefined>()));
  if (known.has(contract)) return known.get(contract);
  const found = ev
    .files()
    .flatMap(({ classes }) => classes)
    .filter((each) =>
      each.implements.some(
        ({ expression }) => expression.type === 'Identifier' && typeDeclaration(ev, expression) === contract,
      ),
    );
  const only = found.length === 1 ? found[0] : undefined;
  known.set(contract, only);
  return only;
}

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

/** Classes that may stand behind one interface. */
const MAX_IMPLEMENTATIONS = 4;

const implementations = new WeakMap<Evaluator, Map<Node, readonly ClassNode[]>>();

/** The classes that implement an interface, among the files at hand and those that import the interface; none where they are many. */
export function implementationsOf(
  ev: Evaluator,
  contract: TSESTree.TSInterfaceDeclaration,
): readonly ClassNode[] {
  let known = implementations.get(ev);
  if (!known) implementations.set(ev, (known = new Map<Node, readonly ClassNode[]>()));
  const before = known.get(contract);
  if (before) return before;
  // Entered before they are found: classes are typed by what they implement.
  known.set(contract, []);
  const users = ev.usersOf(ev.index.indexOf(contract), contract.id.name);
  const found = [...new Set([...ev.files(), ...(users ?? [])])]
    .flatMap(({ classes }) => classes)
    .filter((each) =>
      each.implements.some(
        ({ expression }) => expression.type === 'Identifier' && typeDeclaration(ev, expression) === contract,
      ),
    );
  const few = users && found.length <= MAX_IMPLEMENTATIONS ? found : [];
  known.set(contract, few);
  return few;
}

/**
 * Objects that the source says are of a type of some package.
 */
import { unwrap, wrapped } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** True for an object whose annotation, or what is said of it with `as` or `satisfies`, names a type of a module. */
export function isOfType(ev: Evaluator, object: Node, module: RegExp, type: RegExp): boolean {
  return typesOf(object).some((said) => {
    if (said.type !== 'TSTypeReference' || said.typeName.type !== 'Identifier') return false;
    const definition = ev.index.variableOf(said.typeName)?.defs[0];
    const specifier = definition?.node as Node | undefined;
    const from = definition?.type === 'ImportBinding' ? (definition.parent as Node | null) : undefined;
    if (from?.type !== 'ImportDeclaration' || specifier?.type !== 'ImportSpecifier') return false;
    const { imported } = specifier;
    return (
      module.test(from.source.value) &&
      type.test(imported.type === 'Identifier' ? imported.name : imported.value)
    );
  });
}

/** What is said of the type of an expression where it stands. */
function typesOf(object: Node): Node[] {
  const outer = wrapped(object);
  const found: Node[] = [];
  for (let node = object.parent; node && unwrap(node) === object; node = node.parent)
    if (node.type === 'TSSatisfiesExpression' || node.type === 'TSAsExpression')
      found.push(node.typeAnnotation);
  const holder = outer.parent;
  const declared =
    holder?.type === 'VariableDeclarator' && holder.init === outer ? holder.id.typeAnnotation : undefined;
  return declared ? [...found, declared.typeAnnotation] : found;
}

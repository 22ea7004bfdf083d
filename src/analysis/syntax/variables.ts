/**
 * Small questions about variables, as nodes of the tree.
 */
import type { Variable } from './syntax-index.ts';
import type { Node } from './types.ts';

/** Every place where a variable is named outside its declaration, in source order; none for an undefined one. */
export function usesOf(variable: Variable | undefined): readonly Node[] {
  return (variable?.references ?? []).map(({ identifier }) => identifier);
}

/** Of these, the places where its value is read. */
export function readsOf(variable: Variable | undefined): readonly Node[] {
  return (variable?.references ?? []).flatMap((reference): Node[] =>
    reference.isRead() ? [reference.identifier] : [],
  );
}

/** The type that a variable is annotated with where it is declared. */
export function annotationOf(variable: Variable | undefined): Node | undefined {
  for (const name of variable?.identifiers ?? []) {
    if (name.typeAnnotation) return name.typeAnnotation.typeAnnotation;
  }
  return undefined;
}

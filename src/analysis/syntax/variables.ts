/**
 * Small questions about variables, as nodes of the tree.
 */
import { literalText, unwrap } from './nodes.ts';
import type { SyntaxIndex, Variable } from './syntax-index.ts';
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

/** The type that a parameter is annotated with. */
export function annotationOfParameter(parameter: Node): Node | undefined {
  let target = parameter;
  if (target.type === 'TSParameterProperty') target = target.parameter;
  if (target.type === 'AssignmentPattern') target = target.left;
  return 'typeAnnotation' in target && target.typeAnnotation?.type === 'TSTypeAnnotation'
    ? target.typeAnnotation.typeAnnotation
    : undefined;
}

/** True for a name that an import declares. */
export function isImported(index: SyntaxIndex, name: Node): boolean {
  return index.variableOf(name)?.defs[0]?.type === 'ImportBinding';
}

/**
 * The module that a name is taken from, or that an expression loads, as the file names it: by an import, `require()` or `import()`;
 * undefined for all others.
 */
export function specifierOf(index: SyntaxIndex, name: Node): string | undefined {
  if (name.type !== 'Identifier') return loaded(index, name);
  const definition = index.variableOf(name)?.defs[0];
  if (definition?.type === 'ImportBinding') {
    const { parent } = definition;
    return parent.type === 'ImportDeclaration' ? parent.source.value : undefined;
  }
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return undefined;
  const { init } = definition.node;
  return init ? loaded(index, init) : undefined;
}

/** `await import('./x')`, `require('./x')`, and what transpilers wrap around it: `__importDefault(require('./x'))`. */
function loaded(index: SyntaxIndex, written: Node): string | undefined {
  const node = unwrap(written);
  if (node.type === 'ImportExpression') return literalText(node.source);
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [first] = node.arguments;
  if (!first) return undefined;
  if (node.callee.name !== 'require')
    return node.callee.name.startsWith('_') ? loaded(index, first) : undefined;
  return index.variableOf(node.callee) ? undefined : literalText(first);
}

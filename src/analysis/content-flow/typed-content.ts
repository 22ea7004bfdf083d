/**
 * Variables whose annotation says that they hold what a request holds or gives back.
 */
import type { SyntaxIndex, Variable } from '../syntax/syntax-index.ts';
import type { Node } from '../syntax/types.ts';
import { annotationOf } from '../syntax/variables.ts';

/** Types of the SDK whose values hold what was asked or answered. */
const CONTENT_TYPES =
  /^(?:Beta)?(?:Message|MessageParam|ContentBlock|ContentBlockParam|TextBlock|TextBlockParam|ThinkingBlock|ToolUseBlock|ToolResultBlockParam|DocumentBlockParam|RawMessageStreamEvent|MessageStreamEvent|MessageStream|MessageCreateParams(?:NonStreaming|Streaming|Base)?)$/;

/** True when the variable is a parameter annotated as something that a request holds or gives back. */
export function isTypedContent(index: SyntaxIndex, variable: Variable): boolean {
  const annotation = annotationOf(variable);
  if (!annotation || variable.defs[0]?.type !== 'Parameter') return false;
  const type = annotation.type === 'TSArrayType' ? annotation.elementType : annotation;
  if (type.type !== 'TSTypeReference' || !CONTENT_TYPES.test(typeName(annotation))) return false;
  let name: Node = type.typeName;
  while (name.type === 'TSQualifiedName') name = name.left;
  const definition = index.variableOf(name)?.defs[0];
  const declaration: Node | null | undefined =
    definition?.type === 'ImportBinding' ? definition.parent : undefined;
  return declaration?.type === 'ImportDeclaration' && declaration.source.value.startsWith('@anthropic-ai/');
}

/** The last name of a type, or of the elements of a list of it; empty for types without one. */
export function typeName(type: Node): string {
  let name: Node = type.type === 'TSArrayType' ? type.elementType : type;
  if (name.type === 'TSTypeReference') name = name.typeName;
  return name.type === 'TSQualifiedName' ? name.right.name : name.type === 'Identifier' ? name.name : '';
}

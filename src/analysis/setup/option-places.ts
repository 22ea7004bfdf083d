/**
 * Where an option is written, or could be.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RequestParams } from '../values/object-view.ts';
import type { Answer, CallNode, Node, Path } from '../syntax/types.ts';

export type OptionPlace =
  /** The property that gives it. */
  | { readonly kind: 'property'; readonly property: TSESTree.Property }
  /** The object literal that lacks the first of these keys. */
  | { readonly kind: 'object'; readonly object: TSESTree.ObjectExpression; readonly missing: Path }
  /** A call without arguments. */
  | { readonly kind: 'call'; readonly call: CallNode; readonly missing: Path }
  /** A statement or property that sets a variable. */
  | { readonly kind: 'variable'; readonly node: Node };

/** The place that an answer about an option of a call speaks of, where the file has one. */
export function optionPlaceOf(
  call: CallNode,
  options: RequestParams,
  answer: Answer,
): OptionPlace | undefined {
  if (answer.kind !== 'absent') {
    const { property } = answer;
    return property?.parent.type === 'ObjectExpression' && !property.method
      ? { kind: 'property', property }
      : undefined;
  }
  const { node, missing } = answer;
  if (missing.includes('*')) return undefined;
  if (node.type === 'ObjectExpression') return { kind: 'object', object: node, missing };
  return options.roots.length === 0 && call.arguments.length === 0
    ? { kind: 'call', call, missing }
    : undefined;
}

/**
 * `request = option(request)` in `for (const option of options)`: functions of a list that are called one after the other, each with what
 * the one before it gave.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, Node } from '../syntax/types.ts';

/** Such a loop. */
export interface LoopedStep {
  readonly loop: TSESTree.ForOfStatement;
  /** The call of each function. */
  readonly step: CallNode;
}

/** The loop of an assignment of this form; undefined for every other expression that is assigned. */
export function loopedStep(index: SyntaxIndex, source: Node): LoopedStep | undefined {
  const step = unwrap(source);
  const target = source.parent?.type === 'AssignmentExpression' ? source.parent.left : undefined;
  if (step.type !== 'CallExpression' || !target || !isNamed(step.arguments[0], target)) return undefined;
  const callee = unwrap(step.callee);
  const definition = callee.type === 'Identifier' ? index.variableOf(callee)?.defs[0] : undefined;
  const loop: Node | undefined = definition?.type === 'Variable' ? definition.parent.parent : undefined;
  if (loop?.type !== 'ForOfStatement' || loop.left !== definition?.parent) return undefined;
  return enclosingFunction(step) === enclosingFunction(loop) ? { loop, step } : undefined;
}

/** True for two identifiers of one name. */
export function isNamed(node: Node | undefined, name: Node): boolean {
  const inner = node && unwrap(node);
  return inner?.type === 'Identifier' && name.type === 'Identifier' && inner.name === name.name;
}

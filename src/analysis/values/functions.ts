/**
 * The functions of the file that an expression can be.
 */
import type { Frame, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';

/** A function of the file, with the frame that it was made in. */
export interface OwnFunction {
  readonly node: FunctionNode;
  readonly frame: Frame | undefined;
}

/** Every function of the file that the value of an expression can be: of a callee, those that the call can enter. */
export function functionsOf(ev: Evaluator, expression: Node, frame?: Frame): readonly OwnFunction[] {
  return ev
    .answers(expression, [], frame)
    .flatMap((answer) =>
      answer.kind === 'known' && answer.value.kind === 'function'
        ? [{ node: answer.value.node, frame: answer.value.frame }]
        : [],
    );
}

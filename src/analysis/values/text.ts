/**
 * Strings put together from pieces, of which some may be unknown.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../syntax/nodes.ts';
import type { Answer, Frame, Node } from '../syntax/types.ts';
import { known, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';

/** Text with `null` for the pieces that are not known. */
export type Pieces = readonly (string | null)[];

/** Stands for an unknown piece inside a joined text. */
export const HOLE = '\u0000';

/** How many combinations of alternative pieces are spelled out before they become holes. */
const MAX_COMBINATIONS = 16;

/** Evaluates a template literal or a `+` of strings. */
export function joinText(
  ev: Evaluator,
  node: TSESTree.BinaryExpression | TSESTree.TemplateLiteral,
  frame: Frame | undefined,
): Answers {
  if (node.type === 'BinaryExpression' && node.operator !== '+') return [unknown('computed', node, [])];
  return joinPieces(ev, operandsOf(node), node, frame);
}

/**
 * Puts operands together to one string.
 *
 * @param operands text, or expressions to evaluate
 * @param node the expression that the operands stand in
 */
export function joinPieces(
  ev: Evaluator,
  operands: readonly (Node | string)[],
  node: Node,
  frame: Frame | undefined,
): Answers {
  let combinations: Pieces[] = [[]];
  for (const operand of operands) {
    const options = typeof operand === 'string' ? [[operand]] : piecesOf(ev, operand, frame);
    const fits = combinations.length * options.length <= MAX_COMBINATIONS;
    combinations = combinations.flatMap((before) =>
      (fits ? options : [[null]]).map((piece) => merge([...before, ...piece])),
    );
  }
  return combinations.map((pieces): Answer => {
    if (pieces.every((p) => p === null)) return unknown('computed', node, []);
    if (pieces.includes(null)) return known({ kind: 'text', pieces }, node);
    return known({ kind: 'literal', value: pieces.join('') }, node);
  });
}

/** The operands of a concatenation from left to right, without recursion over long chains. */
function operandsOf(node: TSESTree.BinaryExpression | TSESTree.TemplateLiteral): (Node | string)[] {
  if (node.type === 'TemplateLiteral') {
    return node.quasis.flatMap((quasi, i) => {
      const expression = node.expressions[i];
      return expression ? [cookedText(quasi), expression] : [cookedText(quasi)];
    });
  }

  const operands: Node[] = [];
  let current: Node = node;
  while (current.type === 'BinaryExpression' && current.operator === '+') {
    operands.unshift(current.right);
    current = unwrap(current.left);
  }
  operands.unshift(current);
  return operands;
}

/** The text of a template's fixed part; raw where an escape is malformed. */
function cookedText(quasi: TSESTree.TemplateElement): string {
  return quasi.value.cooked ?? quasi.value.raw;
}

function piecesOf(ev: Evaluator, node: Node, frame: Frame | undefined): Pieces[] {
  const options = ev.answers(node, [], frame).map((answer): Pieces => {
    if (answer.kind !== 'known') return [null];
    if (answer.value.kind === 'literal') return [String(answer.value.value)];
    return answer.value.kind === 'text' ? answer.value.pieces : [null];
  });
  return options.length > 0 ? options : [[null]];
}

function merge(pieces: Pieces): Pieces {
  const merged: (string | null)[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece === null ? last === null : piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return merged.length > 0 ? merged : [''];
}

/** The value as text, holes marked with `null`; undefined when it is no string at all. */
export function textOf(answer: Answer): Pieces | undefined {
  if (answer.kind !== 'known') return undefined;
  if (answer.value.kind === 'literal') {
    return typeof answer.value.value === 'string' ? [answer.value.value] : undefined;
  }
  return answer.value.kind === 'text' ? answer.value.pieces : undefined;
}

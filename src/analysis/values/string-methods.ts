/**
 * Functions of the language that make a string of strings the file shows: joining, decoding.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { makersOf, namesOf } from './origins.ts';
import { unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Frame, Node } from '../syntax/types.ts';
import { known, literalOf } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { joinPieces } from './text.ts';

/** Methods that leave a short string of printable characters as it is, or nearly so. */
const SAME_TEXT = new Set(['normalize', 'toString', 'trim', 'trimEnd', 'trimStart', 'valueOf']);

/** `a.concat(b)`, `[a, b].join("")`, `Buffer.from(a, "base64").toString()`; undefined for all others. */
export function stringMethod(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  receiver: Node,
  method: string,
  frame: Frame | undefined,
): Answers | undefined {
  switch (method) {
    case 'concat':
      return isText(ev, receiver, frame) && call.arguments.every((a) => a.type !== 'SpreadElement')
        ? joinPieces(ev, [receiver, ...call.arguments], call, frame)
        : undefined;
    case 'join':
      return joinedList(ev, call, receiver, frame);
    default: {
      if (!SAME_TEXT.has(method)) return undefined;
      if (isText(ev, receiver, frame)) return ev.answers(receiver, [], frame);
      return method === 'toString' ? decodedBuffer(ev, receiver, frame) : undefined;
    }
  }
}

/** `atob(text)`. */
export function decodedText(ev: Evaluator, text: Node, frame: Frame | undefined): Answers | undefined {
  return decoded(ev.answers(text, [], frame), 'base64', text);
}

/** `` String.raw`…` ``: the text as it is written. */
export function rawTemplate(
  ev: Evaluator,
  node: TSESTree.TaggedTemplateExpression,
  frame: Frame | undefined,
): Answers | undefined {
  const tag = unwrap(node.tag);
  const isRaw =
    tag.type === 'MemberExpression' &&
    writtenKey(tag) === 'raw' &&
    tag.object.type === 'Identifier' &&
    tag.object.name === 'String' &&
    !ev.index.variableOf(tag.object);
  if (!isRaw) return undefined;
  const operands = node.quasi.quasis.flatMap((part, i) => {
    const expression = node.quasi.expressions[i];
    return expression ? [part.value.raw, expression] : [part.value.raw];
  });
  return joinPieces(ev, operands, node, frame);
}

function isText(ev: Evaluator, node: Node, frame: Frame | undefined): boolean {
  const answers = ev.answers(node, [], frame);
  return answers.length > 0 && answers.every((answer) => typeof literalOf(answer) === 'string');
}

function joinedList(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  receiver: Node,
  frame: Frame | undefined,
): Answers | undefined {
  const [separator] = call.arguments;
  const lists = ev.answers(receiver, [], frame);
  const [list] = lists;
  if (lists.length !== 1 || list?.kind !== 'known' || list.value.kind !== 'array') return undefined;
  const { node, frame: inside } = list.value;
  if (node.type !== 'ArrayExpression') return undefined;
  const elements = node.elements.filter((e) => e !== null);
  if (elements.some((e) => e.type === 'SpreadElement') || elements.length !== node.elements.length)
    return undefined;
  const operands = elements.flatMap((element, i) => (i > 0 ? [separator ?? ',', element] : [element]));
  return operands.length > 0 ? joinPieces(ev, operands, call, inside ?? frame) : undefined;
}

/** The text of a buffer that is made of a literal. */
function decodedBuffer(ev: Evaluator, receiver: Node, frame: Frame | undefined): Answers | undefined {
  const found = ev.answers(receiver, [], frame).flatMap((answer): Answer[] => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const [maker] = makersOf(answer.value.api);
    const names = namesOf(answer.value.api).slice(-3).join('.');
    const [text, encoding] = maker?.node.arguments ?? [];
    if (!maker || names !== 'Buffer.from.()' || !text || !encoding) return [];
    const name = literalOf(ev.answers(encoding, [], maker.frame)[0]);
    if (name !== 'base64' && name !== 'base64url' && name !== 'hex') return [];
    return [...(decoded(ev.answers(text, [], maker.frame), name, receiver) ?? [])];
  });
  return found.length > 0 ? found : undefined;
}

function decoded(answers: Answers, encoding: BufferEncoding, node: Node): Answers | undefined {
  const texts = answers.flatMap((answer) => {
    const value = literalOf(answer);
    return typeof value === 'string' ? [Buffer.from(value, encoding).toString('utf8')] : [];
  });
  return texts.length > 0 ? texts.map((value) => known({ kind: 'literal', value }, node)) : undefined;
}

/**
 * What of a request its caller decides: what a function leaves to who calls it, as a whole or in part.
 */
import { unwrap } from '../syntax/nodes.ts';
import type { Answer, Known, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { RequestParams } from '../values/object-view.ts';

/**
 * The view of a request from one of its callers.
 *
 * @param own the request in its own module, without a word of the caller
 * @param framed the same with what the caller hands in
 */
export function decidedHere(ev: Evaluator, own: RequestParams, framed: RequestParams): RequestParams {
  return {
    ...framed,
    get(path) {
      const before = own.get(path);
      if (!before.some((each) => isHandedOn(each) || isMadeOfHanded(ev, each))) return [];
      return framed
        .get(path)
        .filter(
          (answer) => !answer.elsewhere || !before.some((each) => isSame(each, answer, answer.elsewhere)),
        );
    },
    below: (node, path) => (ev.index.indexOf(node) === ev.index ? framed.below(node, path) : []),
  };
}

/** True for an answer that was there without the caller, by no way through the caller's file, and stands at the same place. */
function isSame(own: Answer, framed: Answer, place: Node | undefined): boolean {
  if (own.kind !== framed.kind || own.node !== place || own.entry) return false;
  return own.kind !== 'known' || framed.kind !== 'known' || textOf(own) === textOf(framed);
}

/** The text of an answer, with its gaps; the same for all answers that are none. */
function textOf({ value }: Known): string {
  return value.kind === 'text' ? JSON.stringify(value.pieces) : '';
}

/** `us.anthropic.${model}`, where the caller decides a part. */
export function isMadeOfHanded(ev: Evaluator, { kind, node }: Answer): boolean {
  return kind !== 'absent' && answersOfParts(ev, node).some(isHandedOn);
}

/**
 * What the parts can be that a text is put together of, and the parts of these. Each place is looked at once: a text can be put
 * together of itself, `` id = `${id}.${part}` ``.
 */
export function answersOfParts(ev: Evaluator, text: Node): readonly Answer[] {
  const found: Answer[] = [];
  const texts = new Set([text]);
  for (const each of texts) {
    for (const answer of partsOfText(each).flatMap((part) => ev.answers(part, []))) {
      found.push(answer);
      if (answer.kind !== 'absent') texts.add(answer.node);
    }
  }
  return found;
}

function partsOfText(written: Node): readonly Node[] {
  const node = unwrap(written);
  if (node.type === 'TemplateLiteral') return node.expressions;
  return node.type === 'BinaryExpression' && node.operator === '+' ? [node.left, node.right] : [];
}

/** The caller decides. */
export function isHandedOn(answer: Answer): boolean {
  return answer.kind === 'unknown' && answer.reason === 'parameter';
}

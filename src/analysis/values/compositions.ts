/**
 * Strings that a file puts together, or writes with escapes: what a scan of its text does not show.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName } from '../syntax/nodes.ts';
import { stringsOf } from './object-view.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';

/** A string of which the file shows the pieces. */
export interface Composition {
  readonly node: Node;
  /** The known parts of every string it can be, those beside each other in one. */
  readonly texts: readonly string[];
}

/** Calls whose result is put together of their receiver or arguments. */
const COMPOSES = new Set(['atob', 'concat', 'join', 'toString']);
/** More than a file has that is written by hand. */
const MOST = 2000;

/** Every outermost composition, as far as it can be evaluated. */
export function findCompositions(ev: Evaluator): Composition[] {
  const found: Composition[] = [];
  const stack: Node[] = [ev.index.program];
  for (let node = stack.pop(); node && found.length < MOST; node = stack.pop()) {
    if (isComposed(node)) {
      const texts = stringsOf(ev.answers(node, [])).flatMap((pieces) =>
        pieces.filter((piece) => piece !== null),
      );
      found.push({ node, texts });
      if (texts.length > 0) continue;
    }
    for (const child of ev.childrenOf(node).toReversed()) stack.push(child);
  }
  return found.filter(({ texts }) => texts.length > 0);
}

function isComposed(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.raw.includes('\\');
    case 'TemplateLiteral':
      return node.expressions.length > 0 || node.quasis.some((part) => part.value.raw.includes('\\'));
    case 'TaggedTemplateExpression':
      return true;
    case 'BinaryExpression':
      return node.operator === '+';
    case 'CallExpression':
      return isComposingCall(node);
    default:
      return false;
  }
}

function isComposingCall(call: TSESTree.CallExpression): boolean {
  return COMPOSES.has(calleeName(call.callee) ?? '');
}

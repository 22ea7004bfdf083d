/**
 * Functions that are put around one another: `layers.reduceRight((next, layer) => layer(next), send)`.
 */
import type { CallNode, Frame, Node, Path } from '../syntax/types.ts';
import type { Answers, Evaluator } from './answers.ts';
import { partsOf } from './folds.ts';
import type { Fold, Part } from './folds.ts';
import { appliedFrame } from './frames.ts';
import { functionsOf } from './functions.ts';

/** How many functions stand around one another, at most. */
const MAX_LAYERS = 8;

/** A fold of functions, with what the first of them is handed. */
export interface Layers extends Fold {
  readonly start: Node;
  /** The call of `reduce`. */
  readonly call: CallNode;
  /** The last of the list is called first: `reduceRight`. */
  readonly isFromRight: boolean;
}

/** Follows `path` from what the outermost gives; undefined where that is no function, or one of them is not seen. */
export function layered(ev: Evaluator, layers: Layers, path: Path): Answers | undefined {
  const parts = path.length === 0 ? partsOf(ev, layers.list, layers.frame) : undefined;
  if (!parts || parts.length > MAX_LAYERS) return undefined;
  const inOrder = layers.isFromRight ? parts.toReversed() : parts;
  let inner: Part = { node: layers.start, frame: layers.frame };
  for (const part of inOrder) {
    const around = appliedTo(ev, layers.call, part, inner);
    if (!around) return undefined;
    inner = around;
  }
  const answers = ev.answers(inner.node, path, inner.frame);
  return answers.some((each) => each.kind === 'known' && each.value.kind === 'function')
    ? answers
    : undefined;
}

/** What a function gives of which nothing else is known than what it is handed: the one expression that it returns. */
function appliedTo(ev: Evaluator, call: CallNode, part: Part, given: Part): Part | undefined {
  const [fn, ...others] = functionsOf(ev, part.node, part.frame);
  const [returned, ...further] = fn ? ev.index.returnsOf(fn.node) : [];
  if (!fn || !returned || others.length + further.length > 0) return undefined;
  const frame: Frame = appliedFrame(ev, fn, call, given);
  return { node: returned, frame };
}

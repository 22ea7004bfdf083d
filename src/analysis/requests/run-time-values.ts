/**
 * Parts of values that only exist at run time.
 */
import { makersOf } from '../values/origins.ts';
import type { Node } from '../syntax/types.ts';
import { annotationOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import type { Source } from '../values/value-sources.ts';

/** A parameter, or what a call that is waited for gives: nothing that the file fixes. */
export function isRunTime(ev: Evaluator, source: Source): boolean {
  if (source.text !== undefined) return false;
  const { node } = source;
  if (source.isResult) return isAwaited(node);
  return ev.answers(node, []).some((a) => {
    if (a.kind === 'known')
      return a.value.kind === 'api' && makersOf(a.value.api).some((maker) => isAwaited(maker.node));
    if (a.kind !== 'unknown') return false;
    return a.reason === 'parameter' ? !isNumeric(ev, a.node) : a.path.length > 0 && isAwaited(a.node);
  });
}

function isAwaited(node: Node): boolean {
  return node.parent?.type === 'AwaitExpression';
}

/** A parameter that is declared to be a number or a flag says nothing of anybody. */
function isNumeric(ev: Evaluator, node: Node): boolean {
  const type = annotationOf(ev.index.variableOf(node))?.type;
  return type === 'TSNumberKeyword' || type === 'TSBooleanKeyword';
}

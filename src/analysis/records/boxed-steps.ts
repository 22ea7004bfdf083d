/**
 * The steps that a result or an effect goes through: `pipe(ask(text), Effect.tap(record), Effect.tapError(recordFailure))`.
 */
import { calleeName, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import { comesFrom } from '../values/origins.ts';
import { BOX_PACKAGES } from '../content-flow/boxes.ts';
import { FAILURE } from './alongside.ts';
import type { Flow, Walk } from './types.ts';

/** Steps that run whichever way it went. */
const EITHER = /^(?:acquire\w*|ensuring|finally\w*|onExit|tapBoth|match\w*|fold\w*|bimap)$/;
/** Steps behind which it went well, whatever was before. */
const RECOVERS = /^(?:catch(?:All|Tags?|Some)\w*|orElse(?!First)\w*|alt\w*)$/;

/** A function that a step calls, or an effect that it runs. */
export interface StepBody {
  readonly call: CallNode;
  readonly given: Node;
}

/**
 * What the steps behind a value run on the way that it goes.
 *
 * @param child the value in the pipe: an argument of `pipe`, or the callee of `value.pipe(…)`
 * @returns undefined for a call that is no pipe
 */
export function pipedSteps(
  call: CallNode,
  child: Node,
  flow: Flow,
): { readonly bodies: readonly StepBody[]; readonly flow: Flow } | undefined {
  if (call.type !== 'CallExpression' || calleeName(call.callee) !== 'pipe') return undefined;
  const at = call.arguments.findIndex((each) => each === child);
  const bodies: StepBody[] = [];
  let way = flow;
  for (const written of call.arguments.slice(at + 1)) {
    const step = unwrap(written);
    if (step.type !== 'CallExpression') {
      if (way === 'normal') bodies.push({ call, given: step });
      continue;
    }
    const name = calleeName(step.callee) ?? '';
    const isEither = EITHER.test(name);
    if (!isEither && FAILURE.test(name) !== (way === 'throwing')) continue;
    for (const argument of step.arguments)
      for (const given of isEither ? ofWay(argument, way) : [argument]) bodies.push({ call: step, given });
    if (RECOVERS.test(name)) way = 'normal';
  }
  return { bodies, flow: way };
}

/** Of `{ onFailure, onSuccess }` what is run on one way; everything else as it is. */
function ofWay(argument: Node, flow: Flow): readonly Node[] {
  const node = unwrap(argument);
  if (node.type !== 'ObjectExpression') return [argument];
  return node.properties.flatMap((each) =>
    each.type === 'Property' && FAILURE.test(writtenKey(each) ?? '') === (flow === 'throwing')
      ? [each.value]
      : [],
  );
}

/** The function in a call that makes an effect of what it gives: `tryPromise({ try: () => ask(), catch })`. */
export function isTried(fn: Node, argument: Node): boolean {
  const property = fn.parent;
  return (
    isFunction(fn) &&
    property?.type === 'Property' &&
    writtenKey(property) === 'try' &&
    property.parent === unwrap(argument)
  );
}

/** True for a call of a package of results and effects: its errors go on in the box. */
export function makesBox({ ev }: Walk, call: CallNode): boolean {
  return comesFrom(ev.answers(call.callee, []), BOX_PACKAGES);
}

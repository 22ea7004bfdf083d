/**
 * The argument of a call that holds its request.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { requestParams } from '../values/object-view.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import type { Operation } from '../sdk-surface/index.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** The view of the request that a call passes. */
export function paramsOf(ev: Evaluator, call: CallNode, operation: Operation): RequestParams {
  const given = call.arguments[operation.request];
  const follows =
    operation.requestMayFollow === true &&
    given !== undefined &&
    !isObject(ev, given, call.arguments[operation.request + 1]);
  const main = rootsAt(call, operation.request + (follows ? 1 : 0));
  if (operation.bodyOverride && call.arguments[1]) {
    const override = requestParams(ev, rootsAt(call, 1, ['body']), call);
    if (override.get('').every((a) => a.kind === 'known')) return override;
  }
  return requestParams(ev, main, call);
}

/** True unless the argument shows that the request is the one after it. */
function isObject(ev: Evaluator, given: Node, following: Node | undefined): boolean {
  const answers = ev.answers(given, []);
  return following
    ? answers.some((a) => a.kind === 'known' && a.value.kind === 'object')
    : !answers.some((a) => a.kind === 'known' && (a.value.kind === 'literal' || a.value.kind === 'text'));
}

function rootsAt(call: CallNode, position: number, path: readonly string[] = []): RequestRoot[] {
  const spread = call.arguments.findIndex((a) => a.type === 'SpreadElement');
  if (spread >= 0 && spread <= position) {
    const list = call.arguments[spread] as TSESTree.SpreadElement;
    return [{ node: list.argument, frame: undefined, path: [String(position - spread), ...path] }];
  }
  const node = call.arguments[position];
  return node ? [{ node, frame: undefined, path }] : [];
}

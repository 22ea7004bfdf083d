/**
 * The argument of a call that holds its request, and the options its client was made with.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Maker } from '../clients/sdk-values.ts';
import { requestParams } from './request-params.ts';
import type { RequestParams, RequestRoot } from './request-params.ts';
import type { Operation } from '../sdk-surface/index.ts';
import type { CallNode, Node } from '../types.ts';
import type { Resolver } from '../values/answers.ts';

/** The view of the request that a call passes. */
export function paramsOf(r: Resolver, call: CallNode, operation: Operation): RequestParams {
  const given = call.arguments[operation.request];
  const follows =
    operation.requestMayFollow === true &&
    given !== undefined &&
    !isObject(r, given, call.arguments[operation.request + 1]);
  const main = rootsAt(call, operation.request + (follows ? 1 : 0));
  if (operation.bodyOverride && call.arguments[1]) {
    const override = requestParams(r, rootsAt(call, 1, ['body']), call);
    if (override.get('').every((a) => a.kind === 'known')) return override;
  }
  return requestParams(r, main, call);
}

/** True unless the argument shows that the request is the one after it. */
function isObject(r: Resolver, given: Node, following: Node | undefined): boolean {
  const answers = r.answers(given, []);
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

/** The options something was made with: the first argument of its maker. */
export function makerOptions(r: Resolver, maker: Maker): RequestParams | undefined {
  const [first] = maker.node.arguments;
  if (!first || first.type === 'SpreadElement') return undefined;
  return requestParams(r, [{ node: first, frame: maker.frame, path: [] }], maker.node);
}

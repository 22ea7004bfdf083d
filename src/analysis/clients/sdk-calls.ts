/**
 * Calls of what an SDK exports: the one search behind every question about clients.
 */
import { isCandidate } from '../requests/candidates.ts';
import { calledValueOf, sdkValueOf } from './sdk-values.ts';
import type { DeclaredClients, SdkValue } from './sdk-values.ts';
import { isClass } from '../nodes.ts';
import { requestParams } from '../requests/request-params.ts';
import type { RequestParams, RequestRoot } from '../requests/request-params.ts';
import type { Answer, Api, CallNode, Node } from '../types.ts';
import type { Resolver } from '../values/answers.ts';
import { isConstructor } from '../values/class-members.ts';

/** A call of something that an SDK offers. */
export interface SdkCall {
  readonly node: CallNode;
  /** What is called. */
  readonly callee: SdkValue;
  /** What the call makes. */
  readonly made: Api;
  /** The surface's row of what it makes. */
  readonly result: SdkValue | undefined;
  /** It gets there through a class of the file that extends one of an SDK's. */
  readonly extended: boolean;
}

/** Every such call, in source order; one that can be a call of several things once for each. */
export function findSdkCalls(r: Resolver, declared: DeclaredClients): SdkCall[] {
  return r.index.calls.flatMap((call): SdkCall[] => {
    if (call.callee.type === 'Super') {
      const parent = superClassAround(call);
      return parent ? callsOf(r, declared, call, parent, true, 0) : [];
    }
    const mayBe = call.type === 'NewExpression' || isCandidate(r, call, declared);
    return mayBe ? callsOf(r, declared, call, call.callee, false, 0) : [];
  });
}

/** Classes further up a chain of inheritance than this do not occur. */
const MAX_CLASSES = 4;

function callsOf(
  r: Resolver,
  declared: DeclaredClients,
  node: CallNode,
  callee: Node,
  extended: boolean,
  depth: number,
): SdkCall[] {
  if (depth > MAX_CLASSES) return [];
  return r.answers(callee, []).flatMap((answer): SdkCall[] => {
    const parent = inheritedFrom(answer);
    if (parent) return callsOf(r, declared, node, parent, true, depth + 1);
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const { api } = answer.value;
    const value = calledValueOf(api, declared);
    if (!value) return [];
    const kind = node.type === 'NewExpression' || node.callee.type === 'Super' ? 'new' : 'call';
    const made: Api = { from: api, step: { kind, node, frame: undefined } };
    return [{ node, callee: value, made, result: sdkValueOf(made, declared), extended }];
  });
}

/** What a class hands everything on to that it is made with, because it has no constructor of its own. */
function inheritedFrom(answer: Answer): Node | undefined {
  if (answer.kind !== 'known' || answer.value.kind !== 'class') return undefined;
  const { superClass, body } = answer.value.node;
  return superClass && !body.body.some(isConstructor) ? superClass : undefined;
}

function superClassAround(node: Node): Node | undefined {
  for (let at = node.parent; at; at = at.parent) if (isClass(at)) return at.superClass ?? undefined;
  return undefined;
}

/** One argument of a call as a view of options; without roots where nothing, or a spread, stands there. */
export function optionsAt(r: Resolver, call: CallNode, position: number): RequestParams {
  const given = call.arguments[position];
  const roots: RequestRoot[] =
    given && given.type !== 'SpreadElement' ? [{ node: given, frame: undefined, path: [] }] : [];
  return requestParams(r, roots, call);
}

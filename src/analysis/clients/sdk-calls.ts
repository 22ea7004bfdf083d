/**
 * Calls of what an SDK exports: the one search behind every question about clients.
 */
import { isCandidate } from './candidates.ts';
import { calledValueOf, sdkValueOf } from './sdk-values.ts';
import type { SdkValue } from './sdk-values.ts';
import type { Maker } from '../values/origins.ts';
import { isClass } from '../syntax/nodes.ts';
import { requestParams, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { writtenArguments } from './arguments.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, Api, CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
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

/** Every such call of a file, in source order; one that can be a call of several things once for each. */
export function findSdkCalls(ev: Evaluator, file: SyntaxIndex = ev.index): SdkCall[] {
  return file.calls.flatMap((call): SdkCall[] => {
    if (call.callee.type === 'Super') {
      const parent = superClassAround(call);
      return parent ? callsOf(ev, call, parent, true, 0) : [];
    }
    return isCandidate(ev, call) ? callsOf(ev, call, call.callee, false, 0) : [];
  });
}

/** Classes further up a chain of inheritance than this do not occur. */
const MAX_CLASSES = 4;

function callsOf(ev: Evaluator, node: CallNode, callee: Node, extended: boolean, depth: number): SdkCall[] {
  if (depth > MAX_CLASSES) return [];
  return ev.answers(callee, []).flatMap((answer): SdkCall[] => {
    const parent = inheritedFrom(answer);
    if (parent) return callsOf(ev, node, parent, true, depth + 1);
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const { api } = answer.value;
    const value = calledValueOf(api, ev.declared);
    if (!value) return [];
    const kind = node.type === 'NewExpression' || node.callee.type === 'Super' ? 'new' : 'call';
    const made: Api = { from: api, step: { kind, node, frame: undefined } };
    return [{ node, callee: value, made, result: sdkValueOf(made, ev.declared), extended }];
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

/**
 * What a call calls: of `super(…)` the class that the one around it extends, of a class without a constructor of its own
 * the one that it hands everything on to.
 */
export function calleesOf(ev: Evaluator, call: CallNode): readonly Answer[] {
  const callee = call.callee.type === 'Super' ? superClassAround(call) : call.callee;
  return callee ? throughClasses(ev, callee, 0) : [];
}

function throughClasses(ev: Evaluator, callee: Node, depth: number): readonly Answer[] {
  return ev.answers(callee, []).flatMap((answer) => {
    const parent = depth < MAX_CLASSES ? inheritedFrom(answer) : undefined;
    return parent ? throughClasses(ev, parent, depth + 1) : [answer];
  });
}

/** One argument of a call as a view of options; without roots where nothing stands there. */
export function optionsAt(ev: Evaluator, call: CallNode, position: number): RequestParams {
  return requestParams(ev, writtenArguments(call.arguments).at(position), call);
}

/** The options something was made with: the first argument of its maker, or the one after the name of a model. */
export function makerOptions(ev: Evaluator, maker: Maker): RequestParams | undefined {
  const [given, second] = maker.node.arguments;
  if (!given || given.type === 'SpreadElement') return undefined;
  const isName = second !== undefined && stringsOf(ev.answers(given, [], maker.frame)).length > 0;
  const first = isName ? second : given;
  if (first.type === 'SpreadElement') return undefined;
  return requestParams(ev, [{ node: first, frame: maker.frame, path: [] }], maker.node);
}

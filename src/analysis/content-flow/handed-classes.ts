/**
 * Classes of other modules that are handed a function which asks Claude: `new Logged('ask', ask)`.
 */
import type { CallSite } from '../requests/call-site.ts';
import { contains } from '../syntax/nodes.ts';
import type { CallNode, ClassNode, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { functionsOf } from '../values/functions.ts';
import type { ResultSource } from './types.ts';

/** Such a class, where it is made. */
export interface HandedClass {
  readonly call: CallNode;
  readonly owner: ClassNode;
  /** The functions. */
  readonly asking: readonly FunctionNode[];
}

const MAY_BE_FUNCTION = /^(?:ArrowFunctionExpression|FunctionExpression|Identifier|MemberExpression)$/;

/** Every such class that the asking file makes. */
export function classesHanded(ev: Evaluator, callSites: readonly CallSite[]): HandedClass[] {
  if (!ev.leadsOut) return [];
  const asks = (argument: Node): FunctionNode[] =>
    MAY_BE_FUNCTION.test(argument.type)
      ? functionsOf(ev, argument).flatMap(({ node }) =>
          callSites.some((site) => contains(node, site.node)) ? [node] : [],
        )
      : [];
  return ev.index.calls.flatMap((call) => {
    const asking = call.type === 'NewExpression' ? call.arguments.flatMap(asks) : [];
    if (asking.length === 0) return [];
    return ev.answers(call.callee, []).flatMap((answer) => {
      const owner = answer.kind === 'known' && answer.value.kind === 'class' ? answer.value.node : undefined;
      return owner && ev.index.indexOf(owner) !== ev.index ? [{ call, owner, asking }] : [];
    });
  });
}

/** The calls by which such a class asks, as requests of what makes it: what it hands to the function is sent. */
export function asksOfClass(
  ev: Evaluator,
  { call, owner, asking }: HandedClass,
): readonly (readonly [CallNode, ResultSource])[] {
  return ev.index
    .indexOf(owner)
    .callsWithin(owner)
    .filter(({ callee }) => functionsOf(ev, callee).some(({ node }) => asking.includes(node)))
    .map((at) => {
      const asks = at.arguments.map((node) => ({ node, frame: undefined, path: [] }));
      return [at, { node: call, shape: 'message', site: undefined, asks }];
    });
}

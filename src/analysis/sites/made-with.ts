/**
 * Requests of a class of another module, for what makes it: `new Gateway({ model, geography })`.
 */
import type { CallSite } from '../requests/call-site.ts';
import { isFunction, rootOf, unwrap } from '../syntax/nodes.ts';
import type { CallNode, ClassNode, Frame, FunctionNode } from '../syntax/types.ts';
import { specifierOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { isConstructor } from '../values/class-members.ts';
import { frameOf } from '../values/frames.ts';
import { chainOf } from '../values/subclasses.ts';
import { sitesWithin } from './file-sites.ts';

/** A request in a method of a class, and what its constructor was called with. */
export interface MadeRequest {
  readonly site: CallSite;
  readonly frame: Frame;
}

/**
 * The requests of the class of another module that a call makes.
 *
 * @param argsFrame the frame in which the call stands
 */
export function requestsMadeWith(
  ev: Evaluator,
  call: CallNode,
  argsFrame: Frame | undefined,
): readonly MadeRequest[] {
  if (call.type !== 'NewExpression' || call.arguments.length === 0 || !mayBeAsking(ev, call)) return [];
  return ev.answers(call.callee, [], argsFrame).flatMap((answer): readonly MadeRequest[] => {
    if (answer.kind !== 'known' || answer.value.kind !== 'class') return [];
    const owner = answer.value.node;
    const made = ev.index.indexOf(owner) === ev.index ? undefined : constructorOf(ev, owner);
    if (!made) return [];
    const frame = frameOf(ev, { node: made, frame: undefined }, call, argsFrame);
    return chainOf(ev, owner).flatMap((each) =>
      each === owner || made.parent.parent?.parent === each
        ? methodsOf(each).flatMap((fn) => sitesWithin(ev, fn).map((site) => ({ site, frame })))
        : [],
    );
  });
}

/** A class of a module of the project that may hold a request. */
function mayBeAsking(ev: Evaluator, call: CallNode): boolean {
  const root = rootOf(unwrap(call.callee));
  const source = specifierOf(ev.index.indexOf(call), root);
  return source !== undefined && ev.mayAskAt(source, root);
}

/** The constructor that gets what a class is made with: its own, or that of the nearest class above that has one. */
function constructorOf(ev: Evaluator, owner: ClassNode): FunctionNode | undefined {
  for (const each of chainOf(ev, owner)) {
    const own = each.body.body.find(isConstructor);
    if (own) return isFunction(own.value) ? own.value : undefined;
  }
  return undefined;
}

function methodsOf({ body }: ClassNode): readonly FunctionNode[] {
  return body.body.flatMap((member) =>
    (member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') &&
    member.value &&
    isFunction(member.value) &&
    !isConstructor(member)
      ? [member.value]
      : [],
  );
}

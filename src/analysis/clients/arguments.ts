/**
 * What a function that takes a request is handed, and the argument of it that holds the request.
 */
import { requestParams } from '../values/object-view.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import type { Operation } from '../sdk-surface/index.ts';
import type { CallNode, Frame, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** Arguments as they are written, with the elements of a list in the file in place of what spreads it. */
export function spreadOut(ev: Evaluator, given: readonly Node[]): Node[] {
  return given.flatMap((each): readonly Node[] => {
    if (each.type !== 'SpreadElement') return [each];
    const [list, ...others] = ev.answers(each.argument, []);
    const written = list?.kind === 'known' && list.value.kind === 'array' ? list.value.node : undefined;
    if (others.length > 0 || written?.type !== 'ArrayExpression') return [each];
    const elements = written.elements.filter((element) => element !== null);
    return elements.length === written.elements.length ? elements : [each];
  });
}

/** The arguments that a function gets. */
export interface PassedArguments {
  /** Where the one at a position is to be found: nowhere where none is passed. */
  at(position: number): readonly RequestRoot[];
}

/**
 * Arguments as they are written, from the one at `skipped` on.
 *
 * @param frame in which they are to be read
 */
export function writtenArguments(written: readonly Node[], skipped = 0, frame?: Frame): PassedArguments {
  const given = written.slice(skipped);
  // `f.call(...all)`: the first of the list is not handed on.
  const before = written.slice(0, skipped).findIndex((each) => each.type === 'SpreadElement');
  const spread = given.findIndex((each) => each.type === 'SpreadElement');
  return {
    at(position) {
      const listedBefore = written[before];
      if (listedBefore) return listed(listedBefore, skipped - before + position, frame);
      const listedHere = spread <= position ? given[spread] : undefined;
      if (listedHere) return listed(listedHere, position - spread, frame);
      const node = given[position];
      return node ? [{ node, frame, path: [] }] : [];
    },
  };
}

function listed(node: Node, position: number, frame: Frame | undefined): RequestRoot[] {
  const list = node.type === 'SpreadElement' ? node.argument : node;
  return [{ node: list, frame, path: [String(position)] }];
}

/** Arguments that a list holds: `f.apply(self, list)`. */
export function listedArguments(list: Node | undefined, frame: Frame | undefined): PassedArguments {
  if (list?.type === 'SpreadElement')
    return { at: (position) => [{ node: list.argument, frame, path: ['*', String(position)] }] };
  return { at: (position) => (list ? listed(list, position, frame) : []) };
}

/** One value, handed on as the first argument. */
export function oneArgument(root: RequestRoot): PassedArguments {
  return { at: (position) => (position === 0 ? [root] : []) };
}

/** Arguments that are bound first, and those that follow. */
export function boundArguments(
  bound: readonly Node[],
  frame: Frame | undefined,
  more: PassedArguments,
): PassedArguments {
  const first = writtenArguments(bound, 0, frame);
  const open = bound.some((each) => each.type === 'SpreadElement');
  return {
    at: (position) =>
      position < bound.length || open ? first.at(position) : more.at(position - bound.length),
  };
}

/**
 * The view of the request that a call passes.
 *
 * @param passed what the function gets that takes the request; the arguments of the call where it is not told
 */
export function paramsOf(
  ev: Evaluator,
  call: CallNode,
  operation: Operation,
  passed: PassedArguments = writtenArguments(call.arguments),
): RequestParams {
  const given = passed.at(operation.request);
  const follows =
    operation.requestMayFollow === true &&
    given.length > 0 &&
    !isObject(ev, given, passed.at(operation.request + 1));
  if (operation.bodyOverride && passed.at(1).length > 0) {
    const override = requestParams(ev, below(passed.at(1), ['body']), call);
    // Options from elsewhere hardly ever replace the body.
    if (override.get('').every((a) => a.kind === 'known' && a.value.kind === 'object')) return override;
  }
  return requestParams(ev, passed.at(operation.request + (follows ? 1 : 0)), call);
}

/** True unless the argument shows that the request is the one after it. */
function isObject(ev: Evaluator, given: readonly RequestRoot[], following: readonly RequestRoot[]): boolean {
  const answers = given.flatMap(({ node, path, frame }) => ev.answers(node, path, frame));
  return following.length > 0
    ? answers.some((a) => a.kind === 'known' && a.value.kind === 'object')
    : !answers.some((a) => a.kind === 'known' && (a.value.kind === 'literal' || a.value.kind === 'text'));
}

function below(roots: readonly RequestRoot[], path: Path): RequestRoot[] {
  return roots.map((root) => ({ ...root, path: [...root.path, ...path] }));
}

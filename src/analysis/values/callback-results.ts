/**
 * What list methods give back that ask a function for each element.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap } from '../syntax/nodes.ts';
import type { Frame, Node, Path } from '../syntax/types.ts';
import { known, literal, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';

/** True for an expression that may be a function that is handed on. */
export function isCallback(node: Node): boolean {
  const inner = unwrap(node);
  return isFunction(inner) || inner.type === 'Identifier' || inner.type === 'MemberExpression';
}

/** What the elements of a mapped list are: the results of the callback. */
export function elements(
  ev: Evaluator,
  callback: Node,
  path: Path,
  frame: Frame | undefined,
  call: TSESTree.CallExpression,
): Answers {
  const [position, ...rest] = path;
  if (position === undefined) return [known({ kind: 'array', node: call, frame }, call)];
  if (position !== '*' && !/^\d+$/.test(position)) return [unknown('computed', call, path)];
  return callbackResult(ev, callback, rest, frame, call);
}

/** What a function gives back that a list method asks for its elements. */
export function callbackResult(
  ev: Evaluator,
  callback: Node,
  path: Path,
  frame: Frame | undefined,
  call: Node,
): Answers {
  return ev.answers(callback, [], frame).flatMap((answer): Answers => {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') return [unknown('call', call, path)];
    // The callback's own parameters are found from where it is passed; an outer frame still applies.
    return ev.index
      .returnsOf(answer.value.node)
      .flatMap((n) => (n ? ev.answers(n, path, frame) : literal(undefined, call, path)));
  });
}

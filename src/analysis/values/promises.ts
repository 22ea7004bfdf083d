/**
 * What a promise comes to that a function makes good: `new Promise((resolve) => resolve(x))`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap } from '../syntax/nodes.ts';
import type { Frame, Node, Path } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import { literal } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';

/** Follows `path` from what a promise comes to; undefined where the function that makes it good is handed on. */
export function promised(
  ev: Evaluator,
  made: TSESTree.NewExpression,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const { callee } = made;
  if (callee.type !== 'Identifier' || callee.name !== 'Promise' || ev.index.variableOf(callee))
    return undefined;
  const [executor] = made.arguments;
  const fn = executor && unwrap(executor);
  const resolve: Node | undefined = fn && isFunction(fn) ? fn.params[0] : undefined;
  if (resolve?.type !== 'Identifier') return undefined;
  const uses = usesOf(ev.index.variableOf(resolve)).filter((use) => use !== resolve);
  const calls = uses.flatMap(({ parent }, i) =>
    parent?.type === 'CallExpression' && parent.callee === uses[i] ? [parent] : [],
  );
  if (calls.length === 0 || calls.length < uses.length) return undefined;
  return calls.flatMap(({ arguments: [value] }) =>
    value && value.type !== 'SpreadElement' ? ev.answers(value, path, frame) : literal(undefined, made, path),
  );
}

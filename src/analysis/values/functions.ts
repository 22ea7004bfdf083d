/**
 * The functions of the file that an expression can be.
 */
import { unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Frame, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';
import { functionsRunBy } from './functions-run.ts';
import { isOfData, isOfLanguage } from './member-names.ts';

/** A function of the file, with the frame that it was made in. */
export interface OwnFunction {
  readonly node: FunctionNode;
  readonly frame: Frame | undefined;
}

/** Every function of the file that the value of an expression can be: of a callee, those that the call can enter. */
export function functionsOf(ev: Evaluator, expression: Node, frame?: Frame): readonly OwnFunction[] {
  if (!mayBeOwn(ev, expression)) return [];
  return ev.answers(expression, [], frame).flatMap((answer): readonly OwnFunction[] => {
    if (answer.kind !== 'known') return [];
    const { value } = answer;
    if (value.kind === 'function') return [{ node: value.node, frame: value.frame }];
    return value.kind === 'api'
      ? functionsRunBy(ev, value.api).flatMap((run) => functionsOf(ev, run.node, run.frame))
      : [];
  });
}

/** True for a method of texts, lists, numbers and dates, `text.trim`, where no module that can be meant has a method of that name. */
export function isMethodOfData(ev: Evaluator, callee: Node): boolean {
  const node = unwrap(callee);
  const name = node.type === 'MemberExpression' ? writtenKey(node) : undefined;
  return name !== undefined && isOfData(name) && !ev.givesName(name);
}

/** False for methods of the language, `list.map`, where no module that can be meant has a method of that name. */
function mayBeOwn(ev: Evaluator, expression: Node): boolean {
  const node = unwrap(expression);
  const name = node.type === 'MemberExpression' ? writtenKey(node) : undefined;
  return name === undefined || !isOfLanguage(name) || ev.givesName(name);
}

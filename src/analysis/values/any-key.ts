/**
 * Look-ups by a key that nothing says anything of.
 */
import { isFunction, unwrap } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from './answers.ts';

/** True for a parameter that can be any text: its type, where it has one, says `string`. */
export function takesAnyKey(ev: Evaluator, key: Node): boolean {
  const name = unwrap(key);
  const definition = ev.index.variableOf(name)?.defs[0];
  if (name.type !== 'Identifier' || definition?.type !== 'Parameter') return false;
  const declared = definition.name as Node;
  const said = 'typeAnnotation' in declared ? declared.typeAnnotation : undefined;
  if (said?.type === 'TSTypeAnnotation') return said.typeAnnotation.type === 'TSStringKeyword';
  const owner: Node = definition.node;
  return isFunction(owner) && owner.params.some((each) => each === declared) && !isCallback(owner);
}

/** A function that is handed on gets what is there: `Object.keys(table).map((key) => table[key])`. */
function isCallback(fn: Node): boolean {
  return fn.parent?.type === 'CallExpression';
}

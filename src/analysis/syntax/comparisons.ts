/**
 * What tests compare with what they got.
 */
import { calleeName, isFunction } from './nodes.ts';
import type { Node } from './types.ts';

/** What a test compares something with: `expect(body).toEqual({ … })`, `assert.deepEqual(body, { … })`. */
const COMPARES =
  /^(?:to[A-Z]\w*|(?:objectC|arrayC)ontaining|(?:deep|strict|deepStrict|partialDeepStrict)?[eE]qual|calledWith)$/;

/** True for a part of what a test compares with what was sent: it is sent by nobody. */
export function isCompared(node: Node): boolean {
  for (let at = node.parent; at && !isFunction(at); at = at.parent)
    if (at.type === 'CallExpression' && COMPARES.test(calleeName(at.callee) ?? '')) return true;
  return false;
}

/**
 * Functions of packages that write to the object they are handed, by name: `set(p, 'a.b', x)` of lodash, `dset`, `merge`.
 */

import { calleeName, isFunction, unwrap } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { CallNode, Node } from '../syntax/types.ts';

/** Names that say so. What the function is for is read in them, whatever the package. */
const WRITES =
  /^(?:assign|augment|configure|decorate|defaults?|d?set|enrich|ensure|extend|fill|force|inject|merge|mixin|mutate|patch|pin|populate|stamp|unset|update)(?:[A-Z]\w*)?$/;
/** Those whose second argument names the part, and whose third is its value. */
const SETS = /^(?:d?set|setWith|setProperty|set_?[Vv]alue)$/;
/** Those that put the fields of further arguments over those of the first. */
const MERGES = /^(?:assign|assignIn|extend|merge|mixin)$/;

/** True for a function that writes to its first argument, by its name. */
export function writesByName(name: string | undefined): boolean {
  return name !== undefined && WRITES.test(name);
}

/** How such a function writes: to a part that is named, field by field, or in a way that is not followed. */
export function wayOfWriting(name: string): 'merges' | 'sets' | 'unknown' {
  if (SETS.test(name)) return 'sets';
  return MERGES.test(name) ? 'merges' : 'unknown';
}

/** Names of functions, and of lists of them, that only look at what they are handed. */
const LOOKS =
  /assert|callback|check|count|guard|hook|inspect|listener|log|measure|metric|observer|report|sink|subscriber|trac|valid|watch/i;

/**
 * True for a call, made for its effect, of one function of a list: `for (const mutate of mutators) mutate(p)`, `all.forEach((f) => f(p))`,
 * `all[i](p)`, or of a method of each that changes what it is handed, by its name or the list's: `plugins.forEach((each) => each.apply(p))`;
 * not of those that look at it only, by their name.
 */
export function isOneOfMany(index: SyntaxIndex, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  const statement = call.parent.type === 'AwaitExpression' ? call.parent.parent : call.parent;
  const isEffect = statement.type === 'ExpressionStatement' || statement.type === 'ArrowFunctionExpression';
  const called = isEffect ? listOf(index, callee) : undefined;
  const list = called ?? (isEffect ? listOfMethod(index, callee) : undefined);
  return list !== undefined && !LOOKS.test(calleeName(callee) ?? '') && !LOOKS.test(calleeName(list) ?? '');
}

/** The list of such functions, where each is called by itself. */
export function listCalled(index: SyntaxIndex, call: CallNode): Node | undefined {
  return listOf(index, unwrap(call.callee));
}

/** Methods that change what they are handed, and lists of what has such methods. */
const CHANGES =
  /^(?:apply\w*|configure|enrich|extend|install|modify|mutate|patch|prepare|process|transform|visit)$/;
const CHANGERS =
  /decorator|enricher|extension|interceptor|middleware|mixin|modifier|mutator|plugin|processor|transform/i;

/** The list of an element whose method is called. */
function listOfMethod(index: SyntaxIndex, callee: Node): Node | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const list = listOf(index, unwrap(callee.object));
  const isChanging =
    CHANGES.test(calleeName(callee) ?? '') || (list && CHANGERS.test(calleeName(list) ?? ''));
  return isChanging ? list : undefined;
}

/** The list of which a callee is an element. */
function listOf(index: SyntaxIndex, callee: Node): Node | undefined {
  if (callee.type === 'MemberExpression')
    return callee.computed && callee.property.type !== 'Literal' ? unwrap(callee.object) : undefined;
  const definition = index.variableOf(callee)?.defs[0];
  if (definition?.type === 'Variable') {
    const loop: Node = definition.parent.parent;
    return loop.type === 'ForOfStatement' && loop.left === definition.parent ? unwrap(loop.right) : undefined;
  }
  const fn: Node | undefined = definition?.node;
  const each = fn && isFunction(fn) ? fn.parent : undefined;
  return each?.type === 'CallExpression' &&
    each.callee.type === 'MemberExpression' &&
    calleeName(each.callee) === 'forEach'
    ? unwrap(each.callee.object)
    : undefined;
}

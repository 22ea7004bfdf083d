/**
 * What is left of a value of which some keys are chosen, or written otherwise: `pick(x, ["id"])`, `JSON.stringify(x, ["id"])`,
 * `JSON.stringify(x, (key, value) => (key === "content" ? undefined : value))`.
 */
import { isFunction, literalText, unwrap } from '../syntax/nodes.ts';
import type { Key, Node } from '../syntax/types.ts';
import { functionsOf } from '../values/functions.ts';
import { HOLDS_CONTENT, overwrittenStep } from './path-steps.ts';
import type { CallRead, Origin, Tracer } from './types.ts';

/** `pick(x, ["id"])` of lodash and its like, with the keys before or behind; undefined for all other calls. */
export function pickedOrigins(t: Tracer, read: CallRead): readonly Origin[] | undefined {
  if (read.name !== 'pick') return undefined;
  const [first, ...others] = read.call.arguments;
  if (!first) return undefined;
  const isKeysFirst = unwrap(first).type === 'ArrayExpression' && others.length === 1;
  const value = isKeysFirst ? others[0] : first;
  const keys = keysIn(isKeysFirst ? [first] : others);
  // The call itself stays: it shows that fields were chosen.
  return value && keys && [{ kind: 'call', at: read.call, path: read.path }, ...atKeys(t, value, keys, read)];
}

/** What a text holds that `JSON.stringify` makes of a value, told what to write of it. */
export function writtenBy(t: Tracer, read: CallRead): readonly Origin[] {
  const { call, path, frame } = read;
  const [value, chooser] = call.arguments;
  if (!value) return [];
  const keys = chooser && unwrap(chooser).type === 'ArrayExpression' ? keysIn([chooser]) : undefined;
  if (keys) return atKeys(t, value, keys, read);
  const over = chooser ? keysReplaced(t, chooser) : [];
  return t.trace(value, path.length === 0 && over.length > 0 ? [overwrittenStep(over)] : path, frame);
}

/** Keys that are written out, alone or in a list; undefined where one is not. */
function keysIn(nodes: readonly Node[]): readonly Key[] | undefined {
  const texts = nodes.flatMap((each) => {
    const node = unwrap(each);
    return node.type === 'ArrayExpression'
      ? node.elements.map((element) => (element ? literalText(element) : undefined))
      : [literalText(node)];
  });
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts : undefined;
}

function atKeys(t: Tracer, value: Node, keys: readonly Key[], { path, frame }: CallRead): readonly Origin[] {
  const [key] = path;
  if (key === undefined) return keys.flatMap((each) => t.trace(value, [each], frame));
  return keys.includes(key) ? t.trace(value, path, frame) : [];
}

/** The keys that hold content and that a replacer names: it writes something else for them. */
function keysReplaced(t: Tracer, replacer: Node): readonly Key[] {
  return functionsOf(t.ev, replacer).flatMap(({ node }) => {
    const found: Key[] = [];
    const stack: Node[] = isFunction(node) ? [node.body] : [];
    for (let at = stack.pop(); at; at = stack.pop()) {
      const text = literalText(at);
      if (text !== undefined && HOLDS_CONTENT.has(text)) found.push(text);
      stack.push(...t.ev.childrenOf(at));
    }
    return found;
  });
}

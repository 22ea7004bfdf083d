/**
 * What a request is told to do with its own answer or failure: callbacks, hooks and middleware in its arguments.
 */
import {
  calleeName,
  contains,
  enclosingFunction,
  isFunction,
  literalText,
  writtenKey,
} from '../syntax/nodes.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../syntax/types.ts';
import { add, FAILURE } from './alongside.ts';
import { judged } from './conditions.ts';
import type { Flow, Found, Walk } from './types.ts';
import { objectsBehind } from './objects-apart.ts';
import { HOOKS, mentionsAudit } from './wrappers.ts';

/** Callbacks within the request itself: `onFinish`, `onError`, handlers, hooks and middleware that name audit. */
export function withinArguments(walk: Walk, call: Node, flow: Flow, found: Found): void {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return;
  const apart = call.arguments.flatMap((argument) => objectsBehind(walk.ev, argument));
  const here = apart.filter((object) => walk.ev.index.indexOf(object) === walk.file);
  for (const event of walk.events) {
    const holder = [call, ...here].find((each) => contains(each, event.at));
    const fn = enclosingFunction(event.at);
    if (!holder || event.at === call || !fn || !contains(holder, fn)) continue;
    const isFailure = namesTo(fn, holder).some((name) => FAILURE.test(name));
    if (isFailure === (flow === 'throwing')) add(found, judged(walk, event, fn, call));
  }
  const stack: Node[] = [...call.arguments, ...apart];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isFunction(node)) continue;
    if (node.type === 'Property') {
      const name = writtenKey(node) ?? '';
      if (CONTENT_KEYS.test(name)) continue;
      if (HOOKS.test(name) && givenBy(walk, node).some((value) => mentionsAudit(walk, value)))
        found.unseen = true;
    }
    stack.push(...walk.ev.childrenOf(node));
  }
}

/** What a property gives: its value, or what its accessor returns. */
function givenBy({ ev }: Walk, { kind, value }: TSESTree.Property): readonly Node[] {
  return kind === 'get' && isFunction(value)
    ? ev.index.returnsOf(value).filter((each) => each !== undefined)
    : [value];
}

const CONTENT_KEYS = /^(?:messages|prompt|system|tools|input|instructions|content|metadata)$/;

/** The names of the properties and methods between a function and the call around it. */
function namesTo(fn: Node, call: Node): string[] {
  const names: string[] = [];
  for (let node: Node | undefined = fn; node && node !== call; node = node.parent) {
    if (node.type === 'Property' || node.type === 'MethodDefinition') names.push(writtenKey(node) ?? '');
    const parent: Node | undefined = node.parent;
    if (parent?.type === 'CallExpression' && parent !== call && parent.callee !== node)
      names.push(calleeName(parent.callee) ?? '', literalText(parent.arguments[0] ?? node) ?? '');
  }
  return names;
}

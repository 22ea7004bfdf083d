/**
 * The way outwards from a request: through what surrounds it in its function, through the wrapper that a callback is
 * handed to, to the direct callers in the file.
 */
import {
  calleeName,
  contains,
  enclosingFunction,
  isFunction,
  literalText,
  unwrap,
  writtenKey,
} from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import { callersOf } from '../values/parameters.ts';
import { add, addWithin, alongside, FAILURE, isInvokedInPlace } from './alongside.ts';
import { judged, leaves, throwsIn } from './conditions.ts';
import { MAX_CALLERS_UP } from './types.ts';
import type { Flow, Found, Walk } from './types.ts';
import {
  auditedReceiver,
  callTaking,
  HOOKS,
  isAuditing,
  isDecorated,
  mentionsAudit,
  passedToAudit,
  saysAudit,
} from './wrappers.ts';

/** Functions that hand a callback on to one another. */
const MAX_ENTERED = 3;
/** Callers of one function that are looked at, and places where records are written. Generated code has more. */
const MAX_CALLERS = 12;

export const isCovered = ({ records, unseen }: Found): boolean => records.size > 0 || unseen;

/** Walks outwards from a piece of code and gathers what is written around it. */
export function follow(walk: Walk, from: Node, start: Flow, depth = 0): Found {
  const found: Found = { records: new Set(), conditional: new Set(), before: new Set(), unseen: false };
  if (auditedReceiver(walk, from)) found.unseen = true;
  if (depth === 0) withinArguments(walk, from, start, found);
  step(walk, from, from, start, depth, true, found);
  return found;
}

/**
 * One function's worth of the way.
 *
 * @param origin the code whose end is looked at
 * @param innermost callbacks of what is passed count only around the innermost function
 */
function step(
  walk: Walk,
  origin: Node,
  from: Node,
  start: Flow,
  depth: number,
  innermost: boolean,
  found: Found,
): void {
  let flow = start;
  let ended = false;
  for (let child = from, node = from.parent; node; child = node, node = node.parent) {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        flow = throughCall(walk, node, child, flow, found);
        break;
      case 'ReturnStatement':
      case 'ThrowStatement':
        ended = true;
        break;
      case 'BlockStatement':
      case 'Program':
      case 'StaticBlock':
        alongside(walk, origin, node.body, child, flow === 'normal' && !ended, innermost, found);
        if (node.body.slice(node.body.indexOf(child as never) + 1).some(leaves)) ended = true;
        break;
      case 'SwitchCase':
        if (child !== node.test)
          alongside(walk, origin, node.consequent, child, flow === 'normal' && !ended, innermost, found);
        break;
      case 'TryStatement':
        if (child !== node.finalizer && node.finalizer)
          addWithin(walk, origin, node.finalizer, innermost, found);
        if (child === node.block && node.handler && flow === 'throwing') {
          addWithin(walk, origin, node.handler.body, innermost, found);
          const thrown = throwsIn(walk.ev, node.handler.body);
          if (!thrown) {
            flow = 'normal';
            ended = node.handler.body.body.some(leaves);
          }
        }
        break;
      default:
        break;
    }
    if (isFunction(node)) {
      leave(walk, origin, node, flow, depth, found);
      return;
    }
  }
}

/** On from a function: to the wrapper it is handed to, the code around a callback, its callers. */
function leave(walk: Walk, origin: Node, fn: FunctionNode, flow: Flow, depth: number, found: Found): void {
  const { ev } = walk;
  if (isDecorated(fn) || passedToAudit(walk, fn)) found.unseen = true;
  const handed = callTaking(fn);
  if (handed) {
    const { call } = handed;
    const isShown = inOwnFunction(walk, call, handed.argument, flow, depth, found);
    // A wrapper is read where the file shows it, else known by its name.
    if (isAuditing(walk, call, fn)) {
      if (!isShown) found.unseen = true;
    } else if (!isShown && handed.argument === fn && isWaitedFor(call)) {
      step(walk, origin, fn, flow, depth, false, found);
      return;
    }
    if (call.parent.type !== 'VariableDeclarator') return;
  }
  if (depth >= MAX_CALLERS_UP) return;
  const callers = callersOf(ev, fn)
    .calls.filter((call) => !contains(fn, call))
    .slice(0, MAX_CALLERS);
  if (callers.length === 0) return;
  const around = callers.map((call) => follow(walk, call, flow, depth + 1));
  // One caller that records nothing leaves requests without a record.
  if (around.every((each) => isCovered(each) || each.before.size > 0))
    around.forEach((each) => {
      merge(found, each);
    });
  else for (const each of around) for (const record of each.conditional) found.conditional.add(record);
}

function merge(into: Found, from: Found): void {
  for (const record of from.records) into.records.add(record);
  for (const record of from.conditional) into.conditional.add(record);
  for (const record of from.before) into.before.add(record);
  into.unseen ||= from.unseen;
}

/** False for a statement of its own such as `app.post("/ask", …)`: its callback runs at some other time. */
function isWaitedFor(call: Node): boolean {
  let node = call;
  while (node.parent && /^(?:ChainExpression|MemberExpression|CallExpression)$/.test(node.parent.type))
    node = node.parent;
  return (
    node.parent?.type !== 'ExpressionStatement' ||
    /^(?:forEach|map)$/.test(calleeName((call as CallNode).callee) ?? '') ||
    isInvokedInPlace(call)
  );
}

/** What a call that the way passes says: a record it stands in, a wrapper, a step of a promise. */
function throughCall(walk: Walk, call: CallNode, child: Node, flow: Flow, found: Found): Flow {
  if (child !== call.callee) {
    const events = walk.events.filter(({ at }) => at === call);
    for (const event of events) add(found, event);
    // audited(client.messages.create(…))
    const audits = events.length === 0 && !isFunction(unwrap(child)) && isAuditing(walk, call, child);
    if (audits && !inOwnFunction(walk, call, child, flow, 0, found)) found.unseen = true;
    return CATCHES.test(calleeName(call.callee) ?? '') ? 'normal' : flow;
  }
  const method = calleeName(call.callee) ?? '';
  const [first, second] = call.arguments;
  const callbacks = (given: readonly (Node | undefined)[]): void => {
    for (const each of given) if (each) callback(walk, call, each, found);
  };
  if (method === 'finally') callbacks([first]);
  else if (method === 'then') callbacks(flow === 'normal' ? [first] : [second]);
  else if (method === 'catch') {
    if (flow === 'throwing') {
      callbacks([first]);
      if (first && isFunction(first) && !throwsIn(walk.ev, first.body)) return 'normal';
    }
  } else if (/^(?:on|once|addListener|addEventListener)$/.test(method) && first && second) {
    if (FAILURE.test(literalText(first) ?? '') === (flow === 'throwing')) callbacks([second]);
  } else if (method === 'match' && second) callbacks(flow === 'normal' ? [first] : [second]);
  else if (FAILURE.test(method) === (flow === 'throwing')) callbacks(call.arguments);
  return flow;
}

/** Functions that hand an error back as a value: `const [error, message] = await to(…)`. */
const CATCHES = /^(?:allSettled|attempt\w*|safe\w*|settle\w*|to|try[A-Z]\w*)$/;

/** A function handed to a step of a promise: what is written in it, or what its name says. */
function callback(walk: Walk, call: CallNode, given: Node, found: Found): void {
  const fn = unwrap(given);
  if (isFunction(fn)) {
    for (const event of walk.events) if (contains(fn, event.at)) add(found, judged(walk, event, fn, call));
    return;
  }
  if (saysAudit(walk, fn)) found.unseen = true;
  for (const answer of walk.ev.answers(fn, [])) {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') continue;
    const { node } = answer.value;
    for (const event of walk.events) if (contains(node, event.at)) add(found, event);
  }
}

/** Callbacks within the request itself: `onFinish`, `onError`, handlers, hooks and middleware that name audit. */
function withinArguments(walk: Walk, call: Node, flow: Flow, found: Found): void {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return;
  for (const event of walk.events) {
    if (!contains(call, event.at) || event.at === call) continue;
    const fn = enclosingFunction(event.at);
    if (!fn || !contains(call, fn)) continue;
    const isFailure = namesTo(fn, call).some((name) => FAILURE.test(name));
    if (isFailure === (flow === 'throwing')) add(found, judged(walk, event, fn, call));
  }
  const stack: Node[] = [...call.arguments];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isFunction(node)) continue;
    if (node.type === 'Property') {
      const name = writtenKey(node) ?? '';
      if (CONTENT_KEYS.test(name)) continue;
      if (HOOKS.test(name) && mentionsAudit(walk, node.value)) found.unseen = true;
    }
    stack.push(...walk.ev.childrenOf(node));
  }
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

/** The way on inside a function of this file that is handed the callback or promise. */
function inOwnFunction(
  walk: Walk,
  call: CallNode,
  argument: Node,
  flow: Flow,
  depth: number,
  found: Found,
): boolean {
  const position = call.arguments.indexOf(argument as never);
  const places = walk.ev.answers(call.callee, []).flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') return [];
    const { node } = answer.value;
    const parameter = node.params[position];
    const [variable] = parameter
      ? walk.ev.index
          .declaredBy(node)
          .filter(({ identifiers }) => identifiers.some((id) => contains(parameter, id)))
      : [];
    return (variable?.references ?? [])
      .filter((reference) => reference.isRead())
      .map((reference) => reference.identifier as Node);
  });
  if (places.length === 0 || depth > MAX_CALLERS_UP || walk.entered >= MAX_ENTERED) return false;
  const inner: Walk = { ...walk, asked: [], entered: walk.entered + 1 };
  const inside = places.map((place) => {
    const within: Found = { records: new Set(), conditional: new Set(), before: new Set(), unseen: false };
    step(inner, place, place, flow, MAX_CALLERS_UP, true, within);
    return within;
  });
  const covered = inside.filter(isCovered);
  for (const each of inside) merge(found, each);
  return covered.length > 0;
}

/**
 * The way outwards from a request: through what surrounds it in its function, through the wrapper that a callback is
 * handed to, to the direct callers in the file.
 */
import { calleeName, contains, enclosingFunction, isFunction, literalText, unwrap } from '../syntax/nodes.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import { leaves } from '../syntax/dead-code.ts';
import { readsOf } from '../syntax/variables.ts';
import { functionsOf } from '../values/functions.ts';
import { callersOf } from '../values/callers.ts';
import { recordsNothing } from './bodies.ts';
import { add, addWithin, alongside, FAILURE, isInvokedInPlace } from './alongside.ts';
import type { Stretch } from './alongside.ts';
import { judged, throwsIn } from './conditions.ts';
import { withinArguments } from './own-callbacks.ts';
import { MAX_CALLERS_UP } from './types.ts';
import type { Event, Flow, Found, Walk } from './types.ts';
import { eventsHanded } from './handed-events.ts';
import { isTried, makesBox, pipedSteps } from './boxed-steps.ts';
import {
  auditedReceiver,
  callTaking,
  isAuditing,
  isDecorated,
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
  step({ walk, origin: from, depth, innermost: true, found }, from, start);
  return found;
}

/** The way outwards through one function. */
interface Way extends Stretch {
  readonly walk: Walk;
  /** Callers passed on the way. */
  readonly depth: number;
  readonly found: Found;
}

/** One function's worth of the way. */
function step(way: Way, from: Node, start: Flow): void {
  const { walk, found } = way;
  let flow = start;
  let ended = false;
  const beside = (list: readonly Node[], statement: Node): void => {
    alongside(walk, way, { list, statement, goesOn: flow === 'normal' && !ended }, found);
  };
  for (let child = from, node = from.parent; node; child = node, node = node.parent) {
    const at = child;
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
        beside(node.body, child);
        if (node.body.slice(node.body.findIndex((each) => each === at) + 1).some(leaves)) ended = true;
        break;
      case 'SwitchCase':
        if (child !== node.test) beside(node.consequent, child);
        break;
      case 'TryStatement':
        if (child !== node.finalizer && node.finalizer) addWithin(walk, way, node.finalizer, found);
        if (child === node.block && node.handler && flow === 'throwing') {
          addWithin(walk, way, node.handler.body, found);
          if (!throwsIn(walk.ev, node.handler.body)) {
            flow = 'normal';
            ended = node.handler.body.body.some(leaves);
          }
        }
        break;
      default:
        break;
    }
    if (isFunction(node)) {
      leave(way, node, flow);
      return;
    }
  }
}

/** On from a function: to the wrapper it is handed to, the code around a callback, its callers. */
function leave(way: Way, fn: FunctionNode, flow: Flow): void {
  const { walk, depth, found } = way;
  const { ev } = walk;
  if (isDecorated(fn) || passedToAudit(walk, fn)) found.unseen = true;
  const handed = callTaking(fn);
  if (handed) {
    const { call } = handed;
    const isShown = inOwnFunction(walk, handed, { flow, depth }, found);
    // A wrapper is read where the file shows it, else known by its name.
    if (isAuditing(walk, call, fn)) {
      if (!isShown && !showsNothing(walk, call)) found.unseen = true;
    } else if (!isShown && isRun(handed, fn) && isWaitedFor(call) && !isCalledLater(ev, fn, call)) {
      step({ ...way, innermost: false }, fn, flow);
      return;
    }
    if (call.parent.type !== 'VariableDeclarator') return;
  }
  if (depth >= MAX_CALLERS_UP) return;
  const callers = callersOf(ev, fn)
    .calls.filter((call) => !contains(fn, call))
    .slice(0, MAX_CALLERS);
  if (callers.length === 0) {
    throughWrappers(way, fn, flow);
    return;
  }
  const around = callers.map((call) => follow(inFileOf(walk, call), call, flow, depth + 1));
  // One caller that records nothing leaves requests without a record.
  if (around.every((each) => isCovered(each) || each.before.size > 0))
    around.forEach((each) => {
      merge(found, each);
    });
  else for (const each of around) for (const record of each.conditional) found.conditional.add(record);
}

/** The call runs the function that it is handed. */
function isRun({ argument }: { readonly argument: Node }, fn: FunctionNode): boolean {
  return argument === fn || isTried(fn, argument);
}

/** The same walk in the file of a place: a base class of another module calls what a class puts in place, `this.ask(input)`. */
export function inFileOf(walk: Walk, place: Node): Walk {
  const file = walk.ev.index.indexOf(place);
  return file === walk.file ? walk : { ...walk, file, events: walk.eventsIn(file), asked: [] };
}

/** `const send = guarded(async () => …)`, and `send()` elsewhere: what comes of the function comes where it is called. */
function isCalledLater(ev: Walk['ev'], fn: FunctionNode, call: CallNode): boolean {
  return call.parent.type === 'VariableDeclarator' && callersOf(ev, fn).calls.length > 0;
}

/** `withAudit(withRedaction(send))`: the wrappers that a function is handed to by its name, and those around them. */
function throughWrappers({ walk, depth, found }: Way, fn: FunctionNode, flow: Flow): void {
  const declaration = fn.type === 'FunctionDeclaration' ? fn : fn.parent;
  const named = declaration.type === 'FunctionDeclaration' || declaration.type === 'VariableDeclarator';
  const variable = named
    ? walk.ev.index
        .declaredBy(declaration)
        .find(({ identifiers }) => identifiers.some((id) => id === declaration.id))
    : undefined;
  for (const use of readsOf(variable)) {
    for (
      let argument: Node = use, call = use.parent;
      call?.type === 'CallExpression';
      argument = call, call = call.parent
    ) {
      if (!call.arguments.some((each) => each === argument)) break;
      inOwnFunction(walk, { call, argument }, { flow, depth }, found);
      if (isCovered(found)) return;
    }
  }
}

/** What is found on one way and on another. */
export function merged(first: Found, second: Found): Found {
  merge(first, second);
  return first;
}

function merge(into: Found, from: Found): void {
  for (const record of from.records) into.records.add(record);
  for (const record of from.conditional) into.conditional.add(record);
  for (const record of from.before) into.before.add(record);
  into.unseen ||= from.unseen;
}

/** False for a statement of its own such as `app.post("/ask", …)`: its callback runs at some other time. */
function isWaitedFor(call: CallNode): boolean {
  let node: Node = call;
  while (node.parent && /^(?:ChainExpression|MemberExpression|CallExpression)$/.test(node.parent.type))
    node = node.parent;
  return (
    node.parent?.type !== 'ExpressionStatement' ||
    /^(?:forEach|map)$/.test(calleeName(call.callee) ?? '') ||
    isInvokedInPlace(call)
  );
}

/** What a call that the way passes says: a record it stands in, a wrapper, a step of a promise. */
function throughCall(walk: Walk, call: CallNode, child: Node, flow: Flow, found: Found): Flow {
  const piped = pipedSteps(call, child, flow);
  if (piped) {
    for (const body of piped.bodies) callback(walk, body.call, body.given, found);
    return piped.flow;
  }
  if (child !== call.callee) {
    const events = walk.events.filter(({ at }) => at === call);
    for (const event of events) add(found, event);
    // audited(client.messages.create(…))
    const audits = events.length === 0 && !isFunction(unwrap(child)) && isAuditing(walk, call, child);
    if (
      audits &&
      !inOwnFunction(walk, { call, argument: child }, { flow, depth: 0 }, found) &&
      !showsNothing(walk, call)
    )
      found.unseen = true;
    return CATCHES.test(calleeName(call.callee) ?? '') && !makesBox(walk, call) ? 'normal' : flow;
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
  // What is run as it stands: an effect.
  for (const event of walk.events) if (event.at !== fn && contains(fn, event.at)) add(found, event);
  for (const { node } of functionsOf(walk.ev, fn)) {
    for (const event of walk.events) if (contains(node, event.at)) add(found, event);
  }
}

/** True for a call of functions whose bodies show that they record nothing, whatever their names say. */
function showsNothing({ ev }: Walk, call: CallNode): boolean {
  const own = functionsOf(ev, call.callee);
  return own.length > 0 && own.every(({ node }) => recordsNothing(ev, node));
}

/** The way on inside a function of the project that is handed the callback or promise. */
function inOwnFunction(
  walk: Walk,
  { call, argument }: { readonly call: CallNode; readonly argument: Node },
  { flow, depth }: { readonly flow: Flow; readonly depth: number },
  found: Found,
): boolean {
  const position = call.arguments.findIndex((each) => each === argument);
  const handed: Event[] = [];
  const places = functionsOf(walk.ev, call.callee).flatMap(({ node }) => {
    handed.push(...eventsHanded(walk, { call, argument }, node));
    const parameter = node.params[position];
    const [variable] = parameter
      ? walk.ev.index
          .declaredBy(node)
          .filter(({ identifiers }) => identifiers.some((id) => contains(parameter, id)))
      : [];
    return readsOf(variable);
  });
  if (places.length === 0 || depth > MAX_CALLERS_UP || walk.entered >= MAX_ENTERED) return false;
  const inside = places.map((place) => {
    const at = inFileOf(walk, place);
    const inner: Walk = { ...at, events: [...at.events, ...handed], asked: [], entered: walk.entered + 1 };
    const within: Found = { records: new Set(), conditional: new Set(), before: new Set(), unseen: false };
    step({ walk: inner, origin: place, depth: MAX_CALLERS_UP, innermost: true, found: within }, place, flow);
    return within;
  });
  for (const each of inside) merge(found, each);
  // What records on another way out is shown, and records nothing on this one.
  return inside.some(isCovered) || places.some((place) => recordsSomewhere(walk, place));
}

/** True where the function around a place is seen to record, on whatever way. */
function recordsSomewhere(walk: Walk, place: Node): boolean {
  const fn = enclosingFunction(place);
  const file = walk.ev.index.indexOf(place);
  const events = file === walk.file ? walk.events : walk.eventsIn(file);
  return fn !== undefined && events.some(({ at }) => contains(fn, at));
}

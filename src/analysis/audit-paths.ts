/**
 * Which audit records belong to a request: those written when it succeeds, those written when it fails, and those that
 * depend on something else.
 *
 * The way goes from the request outwards: through what surrounds it in its function, through the wrapper a callback is
 * handed to, to the direct callers in the file.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { namesAudit, namesIn } from './audit-records.ts';
import type { AuditLoggers, AuditRecord } from './audit-records.ts';
import type { CallSite } from './call-site.ts';
import { makersOf } from './sdk-values.ts';
import { TURNS } from './content-flow/calls.ts';
import {
  calleeName,
  contains,
  enclosingFunction,
  isClass,
  isFunction,
  literalText,
  unwrap,
  writtenKey,
} from './nodes.ts';
import type { CallNode, FunctionNode, Node } from './types.ts';
import type { Resolver } from './values/answers.ts';
import { callersOf } from './values/parameters.ts';

/** The records on one of the ways that a request can end. */
export interface AuditCoverage {
  readonly records: readonly AuditRecord[];
  /** Something that names audit (a wrapper, a decorator, a middleware) is on the way; what it writes is not shown. */
  readonly unseen: boolean;
  /** Written only under a condition that has nothing to do with the outcome. */
  readonly conditional: readonly AuditRecord[];
}

/** What is recorded of one request. */
export interface AuditTrail {
  readonly site: CallSite;
  /** The call that asks: the site itself, or a call on what it made. */
  readonly call: CallNode;
  readonly success: AuditCoverage;
  readonly failure: AuditCoverage;
  /** Written before the request is sent. */
  readonly before: readonly AuditRecord[];
}

/** Where a record is written, seen from some function: its own call, or the call of a function that writes it. */
interface Event {
  readonly at: Node;
  readonly record: AuditRecord;
  /** On the way from `at` to the record stands a condition of the record's own function. */
  readonly conditional: boolean;
}

/** `normal`: the request gave an answer, or its error was dealt with. `throwing`: its error is on its way out. */
type Flow = 'normal' | 'throwing';

interface Found {
  readonly records: Set<AuditRecord>;
  readonly conditional: Set<AuditRecord>;
  readonly before: Set<AuditRecord>;
  unseen: boolean;
}

interface Walk {
  readonly r: Resolver;
  readonly events: readonly Event[];
  readonly loggers: AuditLoggers;
  /** Calls of requests: what stands between two of them belongs to the first. */
  readonly asked: readonly CallNode[];
}

const MAX_HELPERS = 3;
const MAX_CALLERS_UP = 2;
/** Callers of one function that are looked at, and places where records are written. Generated code has more. */
const MAX_CALLERS = 12;
const MAX_EVENTS = 400;
/** Names of callbacks, and of events, that report a failure. */
const FAILURE = /err|fail|abort|reject|catch|exception|orelse/i;

/** What is recorded of each request of the file. */
export function findAuditTrails(
  r: Resolver,
  sites: readonly CallSite[],
  records: readonly AuditRecord[],
  loggers: AuditLoggers = {},
): AuditTrail[] {
  const asking = sites.flatMap((site) => askedBy(r, site).map((call) => ({ site, call })));
  const walk: Walk = { r, events: eventsOf(r, records), loggers, asked: asking.map(({ call }) => call) };
  return asking.map(({ site, call }) => {
    const success = follow(walk, call, 'normal');
    const direct = follow(walk, call, 'throwing');
    const failure = isCovered(direct)
      ? direct
      : (later(r, call)
          .map((at) => follow(walk, at, 'throwing'))
          .find(isCovered) ?? direct);
    return {
      site,
      call,
      success: coverage(success),
      failure: coverage(failure),
      before: [...new Set([...success.before, ...failure.before])],
    };
  });
}

const isCovered = ({ records, unseen }: Found): boolean => records.size > 0 || unseen;

const coverage = ({ records, conditional, unseen }: Found): AuditCoverage => ({
  records: [...records],
  conditional: [...conditional],
  unseen,
});

/** The calls by which a site asks: itself, or the calls on the model or agent that it makes. */
function askedBy(r: Resolver, { node, operation }: CallSite): CallNode[] {
  // A command of the AWS SDK is sent where it is made.
  if ((node.type !== 'NewExpression' && !operation.perCall) || operation.sdk === 'bedrock-runtime')
    return [node];
  const turns = r.index.calls.filter((call) => {
    const callee = unwrap(call.callee);
    return call !== node && callee.type === 'MemberExpression' && TURNS.has(writtenKey(callee) ?? '');
  });
  const own = turns.filter((call) =>
    r
      .answers(call.callee, [])
      .some(
        (answer) =>
          answer.kind === 'known' &&
          answer.value.kind === 'api' &&
          makersOf(answer.value.api).some((maker) => maker.node === node),
      ),
  );
  if (own.length > 0) return own;
  // A chain or an agent that the model was put into.
  const chains = turns.filter((call) =>
    /^(?:invoke|stream|streamEvents)$/.test(calleeName(call.callee) ?? ''),
  );
  return chains.length > 0 ? chains : handedOn(r, node);
}

/** The calls in functions that something made in this file is handed to: `createAgentUIStreamResponse({ agent })`. */
function handedOn(r: Resolver, maker: CallNode): CallNode[] {
  const holder = maker.parent;
  if (holder.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
  return (r.index.variableOf(holder.id)?.references ?? []).flatMap((reference) => {
    const call = reference.isRead() ? callTaking(reference.identifier)?.call : undefined;
    return call?.type === 'CallExpression' && enclosingFunction(call) ? [call] : [];
  });
}

/** Where a promise or stream that is kept in a variable is waited for: there its error comes up. */
function later(r: Resolver, call: CallNode): Node[] {
  let node: Node = call;
  while (
    node.parent &&
    /^(?:ChainExpression|MemberExpression|CallExpression|TS\w+Expression)$/.test(node.parent.type)
  )
    node = node.parent;
  const holder = node.parent;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
  return (r.index.variableOf(holder.id)?.references ?? [])
    .filter((reference) => reference.isRead())
    .map((reference) => reference.identifier as Node);
}

/** Every record where it is written, and where functions that write it are called. */
function eventsOf(r: Resolver, records: readonly AuditRecord[]): Event[] {
  const events: Event[] = records
    .slice(0, MAX_EVENTS)
    .map((record) => ({ at: record.call, record, conditional: false }));
  let latest = events;
  for (let depth = 0; depth < MAX_HELPERS && latest.length > 0 && events.length < MAX_EVENTS; depth += 1) {
    latest = latest.flatMap(({ at, record, conditional }) => {
      const fn = enclosingFunction(at);
      if (!fn) return [];
      const owned = guardsBetween(at, fn).filter(
        (guard) => !dependsOn(r, guard, fn, record) && !isWrittenOtherwise(events, record, guard),
      );
      return callersOf(r, fn).calls.map((call) => ({
        at: call,
        record,
        conditional: conditional || owned.length > 0,
      }));
    });
    latest = latest.filter(
      ({ at, record }) => !events.some((each) => each.at === at && each.record === record),
    );
    events.push(...latest);
  }
  return events;
}

/** Walks outwards from a piece of code and gathers what is written around it. */
function follow(walk: Walk, from: Node, start: Flow, depth = 0): Found {
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
          const thrown = throwsIn(walk.r, node.handler.body);
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
  const { r } = walk;
  if (isDecorated(fn) || passedToAudit(walk, fn)) found.unseen = true;
  const handed = callTaking(fn);
  if (handed) {
    const { call } = handed;
    if (isAuditing(walk, call, fn)) throughWrapper(walk, call, handed.argument, flow, depth, found);
    else if (
      !inOwnFunction(walk, call, handed.argument, flow, depth, found) &&
      handed.argument === fn &&
      isWaitedFor(call)
    ) {
      step(walk, origin, fn, flow, depth, false, found);
      return;
    }
    if (call.parent.type !== 'VariableDeclarator') return;
  }
  if (depth >= MAX_CALLERS_UP) return;
  const callers = callersOf(r, fn)
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

/** The call that something is written into, as an argument or in an object or list that is one. */
function callTaking(fn: Node): { readonly call: CallNode; readonly argument: Node } | undefined {
  let argument: Node = fn;
  for (let node = fn.parent; node; argument = node, node = node.parent) {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return { call: node, argument };
    if (!/^(?:ArrayExpression|ObjectExpression|Property|TS\w+Expression)$/.test(node.type)) return undefined;
  }
  return undefined;
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

const isInvokedInPlace = (call: Node): boolean =>
  call.type === 'CallExpression' && isFunction(unwrap(call.callee));

/** What a call that the way passes says: a record it stands in, a wrapper, a step of a promise. */
function throughCall(walk: Walk, call: CallNode, child: Node, flow: Flow, found: Found): Flow {
  if (child !== call.callee) {
    const events = walk.events.filter(({ at }) => at === call);
    for (const event of events) add(found, event);
    // audited(client.messages.create(…))
    if (events.length === 0 && !isFunction(unwrap(child)) && isAuditing(walk, call, child))
      throughWrapper(walk, call, child, flow, 0, found);
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
      if (first && isFunction(first) && !throwsIn(walk.r, first.body)) return 'normal';
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
  for (const answer of walk.r.answers(fn, [])) {
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
    stack.push(...walk.r.childrenOf(node));
  }
}

const CONTENT_KEYS = /^(?:messages|prompt|system|tools|input|instructions|content|metadata)$/;
const HOOKS =
  /^(?:on[A-Z]\w*|callbacks?|handlers?|hooks?|middlewares?|plugins?|interceptors?|fetch|model|client|transport|logger)$/;

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

/** What stands before and after a statement in its list. */
function alongside(
  walk: Walk,
  origin: Node,
  list: readonly Node[],
  child: Node,
  goesOn: boolean,
  innermost: boolean,
  found: Found,
): void {
  const index = list.indexOf(child);
  for (const event of walk.events) {
    const place = list.findIndex((statement) => contains(statement, event.at));
    const statement = list[place];
    if (!statement || !runsThere(event.at, statement, innermost) || isForFailure(event.at, statement))
      continue;
    if (place === index) {
      // Promise.all([client.messages.create(…), audit.record(…)])
      if (
        SIMPLE.test(statement.type) &&
        !contains(event.at, origin) &&
        enclosingFunction(event.at) === enclosingFunction(origin)
      )
        found.before.add(event.record);
    } else if (place < index) {
      const between = walk.asked.some(
        (call) =>
          call.range[0] < event.at.range[0] &&
          call.range[0] < origin.range[0] &&
          list.some((each) => contains(each, call)),
      );
      if (!between && !event.conditional && freeGuards(walk, event, list[place] as Node, origin).length === 0)
        found.before.add(event.record);
    } else if (goesOn) {
      const left = list.slice(index + 1, place).filter((statement) => leavesWhen(statement) !== undefined);
      const early = left.some(
        (statement) => !dependsOn(walk.r, leavesWhen(statement) as Node, origin, event.record),
      );
      const unreached = list.slice(index + 1, place).some(leaves);
      if (!unreached)
        add(found, {
          ...judged(walk, event, list[place] as Node, origin),
          ...(early && { conditional: true }),
        });
    }
  }
}

const SIMPLE = /^(?:ExpressionStatement|ReturnStatement|VariableDeclaration)$/;

/** True for code that runs only when something within the statement has failed. */
function isForFailure(at: Node, statement: Node): boolean {
  for (let child = at, node = at.parent; node && child !== statement; child = node, node = node.parent) {
    if (node.type === 'CatchClause') return true;
    if (node.type !== 'CallExpression' || child === node.callee || !isFunction(unwrap(child))) continue;
    const method = calleeName(node.callee) ?? '';
    const [first, second] = node.arguments;
    if (method === 'catch' || (method === 'then' && child === second)) return true;
    if (first && child === second && FAILURE.test(literalText(first) ?? '')) return true;
  }
  return false;
}

/** Everything that is written in a `catch` or `finally`. */
function addWithin(walk: Walk, origin: Node, block: Node, innermost: boolean, found: Found): void {
  for (const event of walk.events)
    if (contains(block, event.at) && runsThere(event.at, block, innermost))
      add(found, judged(walk, event, block, origin));
}

function add(found: Found, { record, conditional }: Event): void {
  (conditional ? found.conditional : found.records).add(record);
}

/** The event with what stands between it and the place around it that both ways share. */
function judged(walk: Walk, event: Event, place: Node, origin: Node): Event {
  return { ...event, conditional: event.conditional || freeGuards(walk, event, place, origin).length > 0 };
}

/** Conditions below `place` that have nothing to do with the outcome of what stands at `origin`. */
function freeGuards(walk: Walk, event: Event, place: Node, origin: Node): Node[] {
  return guardsBetween(event.at, place).filter(
    (guard) =>
      !dependsOn(walk.r, guard, origin, event.record) &&
      !isWrittenOtherwise(walk.events, event.record, guard),
  );
}

/** True when code within a statement runs with it: not in a function that somebody else calls. */
function runsThere(at: Node, place: Node, innermost: boolean): boolean {
  for (let fn = enclosingFunction(at); fn && contains(place, fn); fn = enclosingFunction(fn)) {
    if (isInvokedInPlace(fn.parent)) continue;
    if (!innermost || !callTaking(fn) || isClass(place)) return false;
  }
  return true;
}

/** The conditions under which `node` runs within `place`, innermost first, as the tests that decide. */
function guardsBetween(node: Node, place: Node): Node[] {
  const guards: Node[] = [];
  for (let child = node, at = node.parent; at && child !== place; child = at, at = at.parent) {
    if ((at.type === 'IfStatement' || at.type === 'ConditionalExpression') && child !== at.test)
      guards.push(at.test);
    else if (at.type === 'LogicalExpression' && child === at.right) guards.push(at.left);
    else if (at.type === 'SwitchCase' && child !== at.test) guards.push(at.parent.discriminant);
  }
  return guards;
}

/** True when both branches of a condition write a record. */
function isWrittenOtherwise(events: readonly Event[], record: AuditRecord, test: Node): boolean {
  const decision = test.parent;
  if (decision?.type !== 'IfStatement' && decision?.type !== 'ConditionalExpression') return false;
  const { consequent, alternate } = decision;
  const writes = (branch: Node): boolean =>
    events.some((event) => event.record !== record && contains(branch, event.at));
  const inside =
    contains(consequent, record.call) || events.some((e) => e.record === record && contains(consequent, e.at))
      ? alternate
      : consequent;
  return inside !== null && writes(inside);
}

/** True when a condition looks at something that the request, or its error, has a part in. */
function dependsOn(r: Resolver, test: Node, origin: Node, record: AuditRecord): boolean {
  const receiver = namesIn(record.call.callee);
  const tested = namesIn(test.type === 'BinaryExpression' ? test.left : test);
  // if (auditLog) auditLog.write(…)
  if (tested.length > 0 && tested.every((name, i) => receiver[i] === name)) return true;
  const stack: Node[] = [test];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'Identifier' && isOutcome(r, node, origin)) return true;
    stack.push(...r.childrenOf(node));
  }
  return false;
}

function isOutcome(r: Resolver, identifier: Node, origin: Node): boolean {
  const variable = r.index.variableOf(identifier);
  if (!variable) return false;
  const [start, end] = origin.range;
  if (variable.defs.some(({ type }) => (type as string) === 'CatchClause')) return true;
  const parameterOf = variable.defs.find(({ type }) => (type as string) === 'Parameter')?.node as
    Node | undefined;
  if (parameterOf && (isFunction(origin) ? parameterOf === origin : !contains(parameterOf, origin)))
    return true;
  const writes = variable.references.filter((reference) => reference.isWrite());
  if (writes.length > 1) return true;
  return writes.some(({ writeExpr }) => {
    const range = (writeExpr as Node | undefined)?.range;
    return range !== undefined && (range[0] >= start || range[1] >= end) && !isFunction(origin);
  });
}

/** A statement after which nothing of its list runs. */
function leaves(statement: Node): boolean {
  return /^(?:BreakStatement|ContinueStatement|ReturnStatement|ThrowStatement)$/.test(statement.type);
}

/** The condition of `if (…) return`. */
function leavesWhen(statement: Node): Node | undefined {
  if (statement.type !== 'IfStatement' || statement.alternate) return undefined;
  const { consequent } = statement;
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  return last?.type === 'ReturnStatement' ? statement.test : undefined;
}

/** True when a block throws, functions in it not counted. */
function throwsIn(r: Resolver, block: Node): boolean {
  const stack: Node[] = [block];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'ThrowStatement') return true;
    if (!isFunction(node)) stack.push(...r.childrenOf(node));
  }
  return false;
}

/** A wrapper that the request, or a function around it, is handed to: read where the file shows it, else known by name. */
function throughWrapper(
  walk: Walk,
  call: CallNode,
  argument: Node,
  flow: Flow,
  depth: number,
  found: Found,
): void {
  if (!inOwnFunction(walk, call, argument, flow, depth, found)) found.unseen = true;
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
  const places = walk.r.answers(call.callee, []).flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') return [];
    const { node } = answer.value;
    const parameter = node.params[position];
    const [variable] = parameter
      ? walk.r.index
          .declaredBy(node)
          .filter(({ identifiers }) => identifiers.some((id) => contains(parameter, id)))
      : [];
    return (variable?.references ?? [])
      .filter((reference) => reference.isRead())
      .map((reference) => reference.identifier as Node);
  });
  if (places.length === 0 || depth > MAX_CALLERS_UP) return false;
  const inside = places.map((place) => {
    const within: Found = { records: new Set(), conditional: new Set(), before: new Set(), unseen: false };
    step({ ...walk, asked: [] }, place, place, flow, MAX_CALLERS_UP, true, within);
    return within;
  });
  const covered = inside.filter(isCovered);
  for (const each of inside) merge(found, each);
  return covered.length > 0;
}

/** True for a call that audits what it is handed: by its own name, or by another of its arguments (middleware). */
function isAuditing(walk: Walk, call: CallNode, around: Node): boolean {
  if (saysAudit(walk, call.callee)) return true;
  return call.arguments.some(
    (argument) =>
      !contains(argument, around) &&
      !isFunction(unwrap(argument)) &&
      /^(?:CallExpression|Identifier|MemberExpression|NewExpression)$/.test(unwrap(argument).type) &&
      saysAudit(walk, argument),
  );
}

/** True when the names of an expression, calls in it included, say that it audits. */
function saysAudit({ loggers }: Walk, node: Node): boolean {
  const target = unwrap(node);
  const names =
    target.type === 'CallExpression' || target.type === 'NewExpression'
      ? namesIn(target.callee)
      : namesIn(target);
  const inner =
    target.type === 'MemberExpression' && unwrap(target.object).type === 'CallExpression'
      ? namesIn(target.object)
      : [];
  return namesAudit([...inner, ...names], loggers);
}

function mentionsAudit(walk: Walk, value: Node): boolean {
  const stack: Node[] = [value];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isFunction(node)) continue;
    if (
      /^(?:CallExpression|Identifier|MemberExpression|NewExpression)$/.test(node.type) &&
      saysAudit(walk, node)
    )
      return true;
    stack.push(...walk.r.childrenOf(node));
  }
  return false;
}

/** `auditedClient.messages.create(…)`, `const client = withAudit(new Anthropic())`. */
function auditedReceiver(walk: Walk, call: Node): boolean {
  if (call.type !== 'CallExpression') return false;
  let root = unwrap(call.callee);
  const names = namesIn(root).slice(0, -1);
  if (names.length > 0 && namesAudit(names, walk.loggers)) return true;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const variable = walk.r.index.variableOf(root);
  return (variable?.references ?? []).some(({ writeExpr }) => {
    const made = writeExpr ? unwrap(writeExpr) : undefined;
    return (
      made !== undefined &&
      (made.type === 'CallExpression' || made.type === 'NewExpression') &&
      (saysAudit(walk, made) || mentionsAuditIn(walk, made))
    );
  });
}

/** Options of a client under which something can watch its requests. */
function mentionsAuditIn(walk: Walk, made: CallNode): boolean {
  return made.arguments.some(
    (argument) =>
      argument.type === 'ObjectExpression' &&
      argument.properties.some(
        (property) =>
          property.type === 'Property' &&
          HOOKS.test(writtenKey(property) ?? '') &&
          mentionsAudit(walk, property.value),
      ),
  );
}

/** `@Audit()` on the method or its class. */
function isDecorated(fn: FunctionNode): boolean {
  const member = fn.parent;
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return false;
  const owner = member.parent.parent;
  return [...decoratorsOf(member), ...(isClass(owner) ? decoratorsOf(owner) : [])].some(({ expression }) => {
    const names =
      expression.type === 'CallExpression'
        ? [...namesIn(expression.callee), ...expression.arguments.flatMap((argument) => namesIn(argument))]
        : namesIn(expression);
    return names.some((name) => /audit/i.test(name));
  });
}

/** Parsers of plain JavaScript leave the list out. */
function decoratorsOf(node: {
  readonly decorators?: readonly TSESTree.Decorator[];
}): readonly TSESTree.Decorator[] {
  return node.decorators ?? [];
}

/** `export const POST = withAudit(handler)`, `router.post("/", auditTrail, handler)`, `router.use(auditTrail)`. */
function passedToAudit(walk: Walk, fn: FunctionNode): boolean {
  const { r } = walk;
  const declaration = fn.type === 'FunctionDeclaration' ? fn : fn.parent;
  const [variable] =
    declaration.type === 'FunctionDeclaration' || declaration.type === 'VariableDeclarator'
      ? r.index.declaredBy(declaration)
      : [];
  const handed = (variable?.references ?? []).some((reference) => {
    const identifier = reference.identifier as Node;
    const call = identifier.parent;
    return (
      call?.type === 'CallExpression' && call.callee !== identifier && isAuditing(walk, call, identifier)
    );
  });
  if (handed) return true;
  const router = callTaking(fn)?.call.callee;
  if (router?.type !== 'MemberExpression') return false;
  const [name] = namesIn(router);
  return r.index
    .callsNamed('use')
    .some(
      (call) =>
        namesIn(call.callee)[0] === name && call.arguments.some((argument) => saysAudit(walk, argument)),
    );
}

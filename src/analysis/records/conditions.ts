/**
 * The conditions under which a record is written, and whether they have to do with how the request ends.
 */
import { contains, isFunction } from '../syntax/nodes.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { namesIn } from './record-names.ts';
import type { AuditRecord } from './records.ts';
import type { Event, Walk } from './types.ts';

/** The event with what stands between it and the place around it that both ways share. */
export function judged(walk: Walk, event: Event, place: Node, origin: Node): Event {
  return { ...event, conditional: event.conditional || freeGuards(walk, event, place, origin).length > 0 };
}

/** Conditions below `place` that have nothing to do with the outcome of what stands at `origin`. */
export function freeGuards(walk: Walk, event: Event, place: Node, origin: Node): Node[] {
  return guardsBetween(event.at, place).filter(
    (guard) =>
      !dependsOn(walk.ev, guard, origin, event.record) &&
      !isWrittenOtherwise(walk.events, event.record, guard),
  );
}

/** The conditions under which `node` runs within `place`, innermost first, as the tests that decide. */
export function guardsBetween(node: Node, place: Node): Node[] {
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
export function isWrittenOtherwise(events: readonly Event[], record: AuditRecord, test: Node): boolean {
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
export function dependsOn(ev: Evaluator, test: Node, origin: Node, record: AuditRecord): boolean {
  const receiver = namesIn(record.call.callee);
  const tested = namesIn(test.type === 'BinaryExpression' ? test.left : test);
  // if (auditLog) auditLog.write(…)
  if (tested.length > 0 && tested.every((name, i) => receiver[i] === name)) return true;
  const stack: Node[] = [test];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'Identifier' && isOutcome(ev, node, origin)) return true;
    stack.push(...ev.childrenOf(node));
  }
  return false;
}

function isOutcome(ev: Evaluator, identifier: Node, origin: Node): boolean {
  const variable = ev.index.variableOf(identifier);
  if (!variable) return false;
  const [start, end] = origin.range;
  if (variable.defs.some((definition) => definition.type === 'CatchClause')) return true;
  const parameterOf: Node | undefined = variable.defs.find(
    (definition) => definition.type === 'Parameter',
  )?.node;
  if (parameterOf && (isFunction(origin) ? parameterOf === origin : !contains(parameterOf, origin)))
    return true;
  const writes = variable.references.filter((reference) => reference.isWrite());
  if (writes.length > 1) return true;
  return writes.some(({ writeExpr }) => {
    const range = writeExpr?.range;
    return range !== undefined && (range[0] >= start || range[1] >= end) && !isFunction(origin);
  });
}

/**
 * True where a function writes a record only when something says so that it is not handed: a setting, a variable of the environment,
 * chance. Tests and demonstrations are left out.
 */
export function isOptionalIn(ev: Evaluator, fn: Node, writer: Node, record: AuditRecord): boolean {
  return [...guardsBetween(writer, fn), ...leftBefore(writer, fn)].some(
    (guard) =>
      isOfSettings(ev, guard, fn) &&
      !dependsOn(ev, negated(guard), fn, record) &&
      !ABOUT_TESTS.test(textOf(ev, guard)),
  );
}

/** `x` of `!x`. */
function negated(test: Node): Node {
  return test.type === 'UnaryExpression' && test.operator === '!' ? test.argument : test;
}

/** `NODE_ENV === 'test'`, `isDemoMode()`: nothing real is asked there. */
const ABOUT_TESTS = /["'`](?:demo|test)["'`]|VITEST|JEST|isTest|demo_?mode|isDemo/i;

function textOf(ev: Evaluator, node: Node): string {
  return ev.index.indexOf(node).text.slice(...node.range);
}

/** The conditions under which a function returns before it comes to a node. */
function leftBefore(node: Node, fn: Node): Node[] {
  const tests: Node[] = [];
  for (let child = node, at = node.parent; at && child !== fn; child = at, at = at.parent) {
    if (at.type !== 'BlockStatement') continue;
    const before = at.body.slice(
      0,
      at.body.findIndex((each) => each === child),
    );
    tests.push(...before.flatMap((statement) => leavesWhen(statement) ?? []));
  }
  return tests;
}

/** True for a test of which everything stands outside of the function. */
function isOfSettings(ev: Evaluator, test: Node, fn: Node): boolean {
  const stack: Node[] = [test];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const defined: Node | undefined =
      node.type === 'Identifier' ? ev.index.variableOf(node)?.defs[0]?.node : undefined;
    if (defined && contains(fn, defined)) return false;
    stack.push(...ev.childrenOf(node));
  }
  return true;
}

/** The condition of `if (…) return`. */
export function leavesWhen(statement: Node): Node | undefined {
  if (statement.type !== 'IfStatement' || statement.alternate) return undefined;
  const { consequent } = statement;
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  return last?.type === 'ReturnStatement' ? statement.test : undefined;
}

/** True when a block throws, functions in it not counted. */
export function throwsIn(ev: Evaluator, block: Node): boolean {
  const stack: Node[] = [block];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'ThrowStatement') return true;
    if (!isFunction(node)) stack.push(...ev.childrenOf(node));
  }
  return false;
}

/**
 * Audit records: calls that write down what was done, with their fields, where they stand and when they run.
 */
import { calleeName, enclosingFunction, isFunction, literalText, unwrap, writtenKey } from './nodes.ts';
import { fieldsOf } from './object-fields.ts';
import type { ObjectField } from './object-fields.ts';
import type { CallNode, FunctionNode, Node } from './types.ts';
import type { Resolver } from './values/answers.ts';
import { callersOf } from './values/parameters.ts';

/** Names added (`true`) to what counts as an audit logger, or taken from it (`false`). */
export type AuditLoggers = Readonly<Record<string, boolean>>;

/** A call that writes an audit record. */
export interface AuditRecord {
  readonly call: CallNode;
  /** Its fields, those one level down (`data`, `payload`, `details`…) included. */
  readonly fields: readonly ObjectField[];
  /** It may have more fields than the file shows. */
  readonly open: boolean;
  /** The function that it stands in. */
  readonly owner: FunctionNode | undefined;
  /** The conditions within that function under which it runs, innermost first. Empty: on every path that gets there. */
  readonly guards: readonly Node[];
  /** The part of the innermost `try` that it stands in. */
  readonly part: 'catch' | 'finally' | 'try' | undefined;
}

const AUDIT = /audit(?!ion|orium)/i;
/** Methods that write, on something that names audit. */
const WRITES =
  /^(?:add|append|audit|capture|create|emit|event|info|insert|log|notice|publish|push|put|record|save|send|store|submit|track|trail|values|warn|error|write)/i;
/** Functions that name audit and write nothing. */
const WRITES_NOTHING =
  /^(?:a11y|accessibility|can|check|clear|count|create\w*(?:client|logger|service|store|writer)$|delete|do|execute|export|fetch|find|format|get|has|is|list|load|make|npm|on|parse|perform|purge|query|read|remove|render|require|run|search|security|select|seo|set|should|start|to|use|validate)(?=[A-Z_]|$)/i;
/** Classes whose instances are records themselves. */
const RECORD_CLASS = /audit(?:entry|event|log|record|trail)?$/i;

/** Fields that hold further fields of the record. */
const NESTED: ReadonlySet<string> = new Set([
  'attributes',
  'context',
  'data',
  'detail',
  'details',
  'event',
  'extra',
  'fields',
  'meta',
  'metadata',
  'payload',
  'values',
]);

/** Finds the audit records that a file writes. */
export function findAuditRecords(r: Resolver, loggers: AuditLoggers = {}): AuditRecord[] {
  const added = Object.keys(loggers).filter((name) => loggers[name]);
  const removed = Object.keys(loggers).filter((name) => !loggers[name]);
  return r.index.calls.flatMap((call): AuditRecord[] => {
    const names = namesIn(call.callee);
    if (removed.some((name) => isCalled(names, name))) return [];
    if (!added.some((name) => isCalled(names, name)) && !namesAudit(call, names)) return [];
    const parts = call.arguments
      .filter((argument) => argument.type !== 'SpreadElement' && !isFunction(unwrap(argument)))
      .map((argument) => fieldsOf(r, argument));
    const fields = parts.flatMap((part) => part.fields);
    const open = parts.some((part) => part.open);
    if (fields.length === 0 && !open) return [];
    const nested = fields
      .filter(({ name }) => NESTED.has(name))
      .map(({ value, frame }) => fieldsOf(r, value, frame));
    return [
      {
        call,
        fields: [...fields, ...nested.flatMap((part) => part.fields)],
        open: open || nested.some((part) => part.open),
        owner: enclosingFunction(call),
        ...wayTo(call),
      },
    ];
  });
}

/** `audit.record`, `prisma.auditLog.create`, `db.insert(auditLogs).values`, `from("audit_log").insert`. */
function namesAudit(call: CallNode, names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  if (call.type === 'NewExpression') return RECORD_CLASS.test(last);
  if (AUDIT.test(last)) return !WRITES_NOTHING.test(last);
  return names.slice(0, -1).some((name) => AUDIT.test(name)) && WRITES.test(last);
}

/** True when the callee ends in the name: `trail.add` of `this.trail.add`. */
function isCalled(names: readonly string[], name: string): boolean {
  const wanted = name.split('.');
  return wanted.every((part, i) => names[names.length - wanted.length + i] === part);
}

/** The names a callee is written with, arguments of the calls in it included, outermost object first. */
function namesIn(callee: Node): string[] {
  const target = unwrap(callee);
  switch (target.type) {
    case 'Identifier':
      return [target.name];
    case 'MemberExpression':
      return [...namesIn(target.object), writtenKey(target) ?? '*'];
    case 'CallExpression':
      return [
        ...namesIn(target.callee),
        ...target.arguments.flatMap((argument) => {
          const text = literalText(argument) ?? calleeName(argument);
          return text === undefined ? [] : [text];
        }),
      ];
    default:
      return [];
  }
}

/** The conditions and the part of a `try` between a call and its function. */
function wayTo(call: Node): Pick<AuditRecord, 'guards' | 'part'> {
  const guards: Node[] = [];
  let part: AuditRecord['part'];
  for (let child = call, node = call.parent; node && !isFunction(node); child = node, node = node.parent) {
    const guard = guardOf(node, child);
    if (guard) guards.push(guard);
    if (node.type === 'TryStatement')
      part ??= child === node.finalizer ? 'finally' : child === node.handler ? 'catch' : 'try';
  }
  return { guards, part };
}

/** The expression that decides whether `child` of `node` runs. */
function guardOf(node: Node, child: Node): Node | undefined {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child === node.test ? undefined : node.test;
    case 'LogicalExpression':
      return child === node.right ? node.left : undefined;
    case 'SwitchCase':
      return node.parent.discriminant;
    case 'ForInStatement':
    case 'ForOfStatement':
      return child === node.body ? node.right : undefined;
    case 'WhileStatement':
      return node.test;
    default:
      return undefined;
  }
}

/** The functions that a node stands in, innermost first. */
export function functionsAround(node: Node): FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) found.push(fn);
  return found;
}

/**
 * The functions whose code runs around a node: those it stands in, and those that call them directly in this file.
 *
 * @returns innermost function of each first: what stands anywhere inside it counts; of the others, what stands
 *   directly in them
 */
export function surroundings(
  r: Resolver,
  node: Node,
): { readonly inner: Node[]; readonly outer: FunctionNode[] } {
  const own = functionsAround(node);
  const callers = own.flatMap((fn) => callersOf(r, fn).calls);
  const around = callers.map((call) => functionsAround(call));
  const inner: Node[] = [own[0] ?? r.index.program];
  for (const [first] of around) if (first) inner.push(first);
  // A caller at the top level of the file.
  if (callers.some((call) => !enclosingFunction(call))) inner.push(r.index.program);
  return { inner, outer: [...own.slice(1), ...around.flatMap((fns) => fns.slice(1))] };
}

/** The records among `records` that are written around a node. */
export function recordsAround(r: Resolver, records: readonly AuditRecord[], node: Node): AuditRecord[] {
  const { inner, outer } = surroundings(r, node);
  return records.filter(({ call, owner }) => {
    const fns = functionsAround(call);
    return (
      inner.some((place) =>
        place.type === 'Program' ? fns.length === 0 : fns.includes(place as FunctionNode),
      ) ||
      (owner !== undefined && outer.includes(owner))
    );
  });
}

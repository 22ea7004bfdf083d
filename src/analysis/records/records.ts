/**
 * Audit records: calls that write down what was done, with their fields, where they stand and when they run.
 */
import { rootOfApi } from '../values/origins.ts';
import {
  calleeName,
  contains,
  enclosingFunction,
  isFunction,
  literalText,
  rootOf,
  unwrap,
  writtenKey,
} from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import { functionsOf } from '../values/functions.ts';
import { mayLeadOut } from '../sites/handed-sites.ts';
import { recordsNothing } from './bodies.ts';
import { fieldsOf, writesInto } from '../values/object-fields.ts';
import type { ObjectField, ObjectFields } from '../values/object-fields.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

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

const AUDIT = /audit(?!ion|orium)|phi_?access|(?:access|disclosure)_?log|disclosure_?record/i;
/** Methods that write, on something that names audit. */
const WRITES =
  /^(?:add|append|audit|capture|commit|complete|create|denied|emit|end|event|fail|finish|info|insert|log|notice|publish|push|put|record|save|send|store|submit|succe|track|trail|values|warn|error|write)/i;
/** Functions that name audit and write nothing. */
const WRITES_NOTHING =
  /^(?:a11y|accessibility|assemble|build|can|check|clear|compute|count|derive|describe|extract|create\w*(?:client|logger|service|store|writer)$|delete|do|execute|export|fetch|find|format|generate|get|has|init|is|list|load|make|map|normalize|npm|on|open|parse|perform|prepare|print|purge|query|read|remove|render|require|resolve|run|search|security|select|seo|set|should|show|start|summari[sz]e|to|transform|use|validate|view)(?=[A-Z_]|$)/i;
/** Audits that are a product, not a trail: of pages, code, contracts. */
const PRODUCT =
  /^(?:\w*(?:Seo|SEO|A11y|Accessibility|Code|Security|Site|Page|Lighthouse|Contract|Brand))?[aA]udit(?:Id|Data|Report|Result|Results|Findings?|Prompt|Schema|Score|Request|Input|Type|Tool|Tools|Agent|Model|Messages?|Text|Content|Time|Url)$/;
/** Functions that do something and audit it: `runWithAudit`. */
const BESIDE = /(?:with|and)_?audit/i;
/** Functions that judge something and go on: `auditAndSave`. */
const VERDICT = /^audit_?And[A-Z]/;
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

/** What is looked for. */
export interface RecordQuery {
  readonly loggers?: AuditLoggers | undefined;
  /** The field of an audit record that a name stands for; undefined for all other names. */
  readonly fieldNamed?: ((name: string) => string | undefined) | undefined;
}

/** Fields of a record that one object has to hold, to be known by them alone. */
const MIN_FIELDS = 4;
/** How many functions of other modules are looked into from one another. */
const MAX_MODULES = 2;

/** Finds the audit records that a file writes, itself or by functions of other modules. */
export function findAuditRecords(ev: Evaluator, query: RecordQuery = {}): AuditRecord[] {
  return recordsIn(ev, ev.index, query, 0);
}

/**
 * As {@link findAuditRecords}, of any file at hand.
 *
 * @param depth modules passed on the way
 */
export function recordsIn(
  ev: Evaluator,
  file: SyntaxIndex,
  query: RecordQuery,
  depth: number,
): AuditRecord[] {
  const { loggers = {}, fieldNamed } = query;
  const added = Object.keys(loggers).filter((name) => loggers[name]);
  const isNamed =
    fieldNamed !== undefined || AUDIT.test(file.text) || added.some((name) => file.mentions(lastOf(name)));
  return isNamed ? file.calls.flatMap((call) => recordsAt(ev, call, query, depth)) : [];
}

function recordsAt(ev: Evaluator, call: CallNode, query: RecordQuery, depth: number): AuditRecord[] {
  const { loggers = {} } = query;
  const names = namesIn(call.callee);
  if (Object.keys(loggers).some((name) => !loggers[name] && isCalled(names, name))) return [];
  const elsewhere = writtenElsewhere(ev, call, query, depth);
  if (elsewhere.length > 0) return elsewhere;
  const isSaid = Object.keys(loggers).some((name) => loggers[name] && isCalled(names, name));
  const isWriter = isSaid || writesAudit(call, names) || isFromAuditModule(ev, call, names);
  const isKnown = isWriter || writesToAudit(ev, call, names);
  if (!isKnown && !holdsFields(ev, call, names, query)) return [];
  // A name says nothing where the body shows that nothing is written.
  const own = call.type === 'CallExpression' && !isSaid ? functionsOf(ev, call.callee) : [];
  if (own.length > 0 && own.every(({ node }) => recordsNothing(ev, node))) return [];
  const parts = call.arguments
    .filter((argument) => argument.type !== 'SpreadElement' && !isFunction(unwrap(argument)))
    .flatMap((argument) => [fieldsOf(ev, unpacked(argument)), assignedTo(ev, argument)]);
  const fields = parts.flatMap((part) => part.fields);
  // A statement, a file, a queue: the record is packed into what is handed over.
  const isPacked = isKnown && !isWriter && !LOGS.test(names.at(-1) ?? '');
  const open = isPacked || isBuilt(call) || parts.some((part) => part.open);
  if (fields.length === 0 && !open) return [];
  const nested = fields
    .filter(({ name }) => NESTED.has(name))
    .map(({ value, frame }) => fieldsOf(ev, value, frame));
  return [
    {
      call,
      fields: [...fields, ...nested.flatMap((part) => part.fields)],
      open: open || nested.some((part) => part.open),
      owner: enclosingFunction(call),
      ...wayTo(call),
    },
  ];
}

/** The records that functions of other modules write for a call. */
function writtenElsewhere(ev: Evaluator, call: CallNode, query: RecordQuery, depth: number): AuditRecord[] {
  const file = ev.index.indexOf(call);
  if (!ev.leadsOut || depth >= MAX_MODULES || !mayLeadOut(ev, call)) return [];
  return functionsOf(ev, call.callee).flatMap(({ node: fn }) => {
    const other = ev.index.indexOf(fn);
    if (other === file || (other === ev.index && depth > 0)) return [];
    return memoized(ev, other, query, depth + 1)
      .filter((record) => contains(fn, record.call) && record.guards.length === 0)
      .map((record): AuditRecord => ({
        call,
        fields: record.fields,
        open: record.open,
        owner: enclosingFunction(call),
        ...wayTo(call),
      }));
  });
}

const memory = new WeakMap<Evaluator, Map<SyntaxIndex, readonly AuditRecord[]>>();

/** The records of a module, looked for once. */
function memoized(
  ev: Evaluator,
  file: SyntaxIndex,
  query: RecordQuery,
  depth: number,
): readonly AuditRecord[] {
  let byFile = memory.get(ev);
  if (!byFile) memory.set(ev, (byFile = new Map<SyntaxIndex, readonly AuditRecord[]>()));
  let found = byFile.get(file);
  if (!found) {
    // Entered before they are found: modules can call one another.
    byFile.set(file, []);
    byFile.set(file, (found = recordsIn(ev, file, query, depth)));
  }
  return found;
}

/** Functions that write nothing, whatever they are handed. */
const NO_WRITERS =
  /^(?:assign|build|create\w*Schema|defineProperty|digest|entries|expect|freeze|fromEntries|hash|json|keys|object|parse|pick|safeParse|seal|sign|stringify|structuredClone|toEqual|update|validate|values)$/;

/** True for a call that hands on an object with the fields of a record, whatever it is called. */
function holdsFields(
  ev: Evaluator,
  call: CallNode,
  names: readonly string[],
  { fieldNamed }: RecordQuery,
): boolean {
  if (!fieldNamed || call.type !== 'CallExpression' || NO_WRITERS.test(names.at(-1) ?? '')) return false;
  return call.arguments.some((argument) => {
    if (argument.type === 'SpreadElement' || isFunction(unwrap(argument))) return false;
    const { fields } = fieldsOf(ev, unpacked(argument));
    if (fields.length === 0) return false;
    const nested = fields
      .filter(({ name }) => NESTED.has(name))
      .flatMap(({ value, frame }) => fieldsOf(ev, value, frame).fields);
    const found = new Set([...fields, ...nested].map(({ name }) => fieldNamed(name)));
    found.delete(undefined);
    return found.size >= MIN_FIELDS;
  });
}

/** `add` of `trail.add`. */
const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** `x` of `JSON.stringify(x)`. */
function unpacked(argument: Node): Node {
  const packed = unwrap(argument);
  const [first] = packed.type === 'CallExpression' ? packed.arguments : [];
  const isJson = packed.type === 'CallExpression' && namesIn(packed.callee).join('.') === 'JSON.stringify';
  return isJson && first && first.type !== 'SpreadElement' ? first : argument;
}

/** Fields that are put into a variable's object afterwards: `entry.outcome = "error"`. */
function assignedTo(ev: Evaluator, argument: Node): ObjectFields {
  const fields = writesInto(ev, unwrap(unpacked(argument))).flatMap(({ target, value }): ObjectField[] => {
    const name = writtenKey(target);
    return name === undefined ? [] : [{ name, value, frame: undefined, node: target.parent }];
  });
  return { fields, open: false };
}

/** `audit.user(id).outcome("ok").write()`: a record that is put together call by call. */
function isBuilt(call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (call.arguments.length > 0 || callee.type !== 'MemberExpression') return false;
  const before = unwrap(callee.object);
  return before.type === 'CallExpression' && before.arguments.length > 0;
}

/**
 * True for the names of something that audits what it is handed: a wrapper, a middleware, a client.
 *
 * @param names as a callee is written with them, outermost object first
 */
export function namesAudit(names: readonly string[], loggers: AuditLoggers): boolean {
  const said = (value: boolean): boolean =>
    Object.keys(loggers).some((name) => loggers[name] === value && isCalled(names, name));
  if (said(false)) return false;
  return (
    said(true) ||
    names.some(
      (name) =>
        AUDIT.test(name) &&
        (BESIDE.test(name) || (!WRITES_NOTHING.test(name) && !PRODUCT.test(name) && !VERDICT.test(name))),
    )
  );
}

/** `audit.record`, `prisma.auditLog.create`, `db.insert(auditLogs).values`, `from("audit_log").insert`. */
function writesAudit(call: CallNode, names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  if (call.type === 'NewExpression') return RECORD_CLASS.test(last);
  if (AUDIT.test(last)) return !WRITES_NOTHING.test(last) && !PRODUCT.test(last) && !VERDICT.test(last);
  if (!WRITES.test(last)) return false;
  const isList = /^(?:add|push)$/.test(last);
  return names
    .slice(0, -1)
    .some((name) => AUDIT.test(name) && !PRODUCT.test(name) && !(isList && /audit(?:s|ed)$/i.test(name)));
}

/** `import { recordCall } from "./audit"`. */
function isFromAuditModule(ev: Evaluator, call: CallNode, names: readonly string[]): boolean {
  if (
    call.type === 'NewExpression' ||
    !/^(?:add|append|emit|insert|log|note|persist|record|save|store|track|write)(?=[A-Z_]|$)/.test(
      names.at(-1) ?? '',
    )
  )
    return false;
  const definition = ev.index.variableOf(rootOf(call.callee))?.defs[0];
  const declaration: Node | null | undefined =
    definition?.type === 'ImportBinding' ? definition.parent : undefined;
  if (declaration?.type === 'ImportDeclaration') return AUDIT_MODULE.test(declaration.source.value);
  return ev.answers(call.callee, []).some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
    const root = rootOfApi(answer.value.api);
    return root.kind === 'module' && AUDIT_MODULE.test(root.source);
  });
}

/** Modules that hold the functions that write audit records: a segment of their path names audit. */
const AUDIT_MODULE =
  /(?:^|[/@-])audit(?:[-_.]?(?:logs?|logger|trail|events?|service|record(?:er|s)?))?(?:\.[cm]?[jt]s)?(?:\/|$)/i;
/** Functions that write something down somewhere, whatever it is. */
const WRITERS =
  /^(?:\$?execute(?:Raw|Sql)?\w*|add|append(?:File|FileSync)?|capture|emit|info|insert\w*|log|notice|produce|publish|push|put\w*|query(?:Raw)?|record|run|send\w*|track|trackEvent|warn|write(?:File|FileSync)?|xAdd|xadd)$/;
/** Of these, the functions that take a record as it is. */
const LOGS = /^(?:add|capture|emit|info|log|notice|record|track|trackEvent|warn)$/;
/** A text that is the name of an audit log, topic or event, or begins with its mark, or inserts into its table. */
const AUDIT_TEXT =
  /^(?:[\w:/-]+[._:/-])?audit(?:[._:/-][\w.:/-]*|s|Log|Event|Trail)?$|^\W{0,2}\[\w*[ :_-]?audit\b[^\]]*\]|\binsert\s+into\s+[\w".`]*audit/i;

/** `appendFile(AUDIT_LOG, …)`, `db.query("INSERT INTO audit_log …")`, `logger.info({ type: "audit" })`, `emit("audit", …)`. */
function writesToAudit(ev: Evaluator, call: CallNode, names: readonly string[]): boolean {
  if (!WRITERS.test(names.at(-1) ?? '')) return false;
  const says = (node: Node): boolean => {
    const target = unwrap(node);
    if (target.type === 'TemplateLiteral') return AUDIT_TEXT.test(target.quasis[0]?.value.raw ?? '');
    const text = literalText(target);
    if (text !== undefined) return AUDIT_TEXT.test(text);
    return (
      (target.type === 'Identifier' || target.type === 'MemberExpression') &&
      AUDIT_TARGET.test(namesIn(target).at(-1) ?? '')
    );
  };
  return call.arguments.some((argument, i) => {
    if (argument.type === 'SpreadElement') return false;
    // db.insert(auditLogs).values(…): the record comes with the next call.
    if (says(argument))
      return (
        i === 0 &&
        (call.arguments.length > 1 ||
          literalText(argument) !== undefined ||
          argument.type === 'TemplateLiteral')
      );
    return fieldsOf(ev, unpacked(argument)).fields.some(
      ({ name, value }) => /^audit$/i.test(name) || (KINDS.test(name) && says(value)),
    );
  });
}

/** Constants and variables that hold where audit records go. */
const AUDIT_TARGET =
  /^(?:\w+_)?AUDIT(?:_\w+)?$|audit_?(?:bucket|file|index|key|log|path|queue|stream|table|topic|trail)\w*$/i;
/** Fields that say what an event is, or where it goes. */
const KINDS =
  /^(?:category|channel|event|eventType|kind|log_?type|queue|queueUrl|stream|streamName|table|tableName|topic|topicArn|type)$/i;

/** True when the callee ends in the name, with or without its method: `trail` and `trail.add` of `this.trail.add`. */
function isCalled(names: readonly string[], name: string): boolean {
  const wanted = name.split('.');
  const endsAt = (end: number): boolean =>
    end >= wanted.length && wanted.every((part, i) => names[end - wanted.length + i] === part);
  return endsAt(names.length) || endsAt(names.length - 1);
}

/** Links of a chain of calls that are read. Generated code has chains of thousands. */
const MAX_LINKS = 24;

/** The names a callee is written with, arguments of the calls in it included, outermost object first. */
export function namesIn(callee: Node): string[] {
  const links: string[][] = [];
  for (let target = unwrap(callee); links.length < MAX_LINKS;) {
    if (target.type === 'Identifier') links.push([target.name]);
    else if (target.type === 'MemberExpression') links.push([writtenKey(target) ?? '*']);
    else if (target.type === 'CallExpression') links.push(target.arguments.flatMap(nameOf));
    if (target.type === 'MemberExpression') target = unwrap(target.object);
    else if (target.type === 'CallExpression') target = unwrap(target.callee);
    else break;
  }
  return links.reverse().flat();
}

/** The text of an argument, or the name it ends in. */
function nameOf(argument: Node): string[] {
  const text = literalText(argument) ?? calleeName(argument);
  return text === undefined ? [] : [text];
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

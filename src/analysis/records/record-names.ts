/**
 * Which calls write audit records, by what they are called and where they write.
 */
import { calleeName, literalText, rootOf, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { fieldsOf } from '../values/object-fields.ts';
import { comesFrom } from '../values/origins.ts';
import { statementIn, statementOf } from './statements.ts';

/** Names added (`true`) to what counts as an audit logger, or taken from it (`false`). */
export type AuditLoggers = Readonly<Record<string, boolean>>;

/** What names audit. */
export const AUDIT = /audit(?!ion|orium)|phi_?access|(?:access|disclosure)_?log|disclosure_?record/i;
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

/** What measures: numbers for a dashboard, which nobody can be asked about later. */
const MEASURES = /^(?:metrics?|statsd)(?=[A-Z_]|$)|[Mm]etrics?$|_metrics?$/;

/** True for `metrics.record`, `collector.recordMetric`, unless something there names audit as well. */
export function isMeasuring(names: readonly string[]): boolean {
  return names.some((name) => MEASURES.test(name)) && !names.some((name) => AUDIT.test(name));
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
export function writesAudit(call: CallNode, names: readonly string[]): boolean {
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
export function isFromAuditModule(ev: Evaluator, call: CallNode, names: readonly string[]): boolean {
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
  return comesFrom(ev.answers(call.callee, []), AUDIT_MODULE);
}

/** Modules that hold the functions that write audit records: a segment of their path names audit. */
const AUDIT_MODULE =
  /(?:^|[/@-])audit(?:[-_.]?(?:logs?|logger|trail|events?|service|record(?:er|s)?))?(?:\.[cm]?[jt]s)?(?:\/|$)/i;
/** Functions that write something down somewhere, whatever it is. */
const WRITERS =
  /^(?:\$?execute(?:Raw|Sql)?\w*|add|append(?:File|FileSync)?|capture|emit|info|insert\w*|log|notice|produce|publish|push|put\w*|query(?:Raw)?|record|run|send\w*|track|trackEvent|warn|write(?:File|FileSync)?|xAdd|xadd)$/;
/** Of these, the functions that take a record as it is. */
export const LOGS = /^(?:add|capture|emit|info|log|notice|record|track|trackEvent|warn)$/;
/** A text that is the name of an audit log, topic or event, or begins with its mark, or inserts into its table. */
const AUDIT_TEXT =
  /^(?:[\w:/-]+[._:/-])?audit(?:[._:/-][\w.:/-]*|s|Log|Event|Trail)?$|^\W{0,2}\[\w*[ :_-]?audit\b[^\]]*\]|\binsert\s+into\s+[\w".`]*(?:audit|phi_?access|access_?log|disclosure_?(?:log|record))/i;

/** `appendFile(AUDIT_LOG, …)`, `db.query("INSERT INTO audit_log …")`, `logger.info({ type: "audit" })`, `emit("audit", …)`. */
export function writesToAudit(
  ev: Evaluator,
  call: CallNode,
  names: readonly string[],
  frame: Frame | undefined,
): boolean {
  if (insertsIntoAudit(statementOf(ev, call, frame)?.text)) return true;
  if (!WRITERS.test(names.at(-1) ?? '') || isFilledNext(call)) return false;
  const says = (node: Node): boolean => {
    const target = unwrap(node);
    if (target.type === 'TemplateLiteral') return AUDIT_TEXT.test(target.quasis[0]?.value.raw ?? '');
    const text = literalText(target);
    if (text !== undefined) return AUDIT_TEXT.test(text);
    return (
      (target.type === 'Identifier' || target.type === 'MemberExpression') &&
      (AUDIT_TARGET.test(namesIn(target).at(-1) ?? '') || insertsIntoAudit(statementIn(ev, target, frame)))
    );
  };
  return call.arguments.some((argument, i) => {
    if (argument.type === 'SpreadElement') return false;
    // db.insert(auditLogs): the record comes with another call.
    if (says(argument))
      return (
        i === 0 &&
        (call.arguments.length > 1 ||
          literalText(argument) !== undefined ||
          argument.type === 'TemplateLiteral')
      );
    return fieldsOf(ev, unpacked(argument), frame).fields.some(
      ({ name, value }) =>
        /^audit$/i.test(name) ||
        (KINDS.test(name) && says(value)) ||
        (/^(?:sql|text)$/.test(name) && insertsIntoAudit(statementIn(ev, value, frame))),
    );
  });
}

function insertsIntoAudit(statement: string | undefined): boolean {
  return statement !== undefined && /\binsert\b/i.test(statement) && AUDIT_TEXT.test(statement);
}

/** `db.insertInto("audit_log").values(…)`: the record comes with the next call. */
function isFilledNext(call: CallNode): boolean {
  const { parent } = call;
  return (
    parent.type === 'MemberExpression' &&
    parent.object === call &&
    parent.parent.type === 'CallExpression' &&
    parent.parent.arguments.length > 0 &&
    /^(?:columns|insert\w*|items?|set|values)$/.test(writtenKey(parent) ?? '')
  );
}

/** A resource of FHIR for audit, whatever sends it: `fhir.create({ resourceType: "AuditEvent", … })`. */
export function sendsAuditEvent(ev: Evaluator, call: CallNode, frame: Frame | undefined): boolean {
  if (!ev.index.indexOf(call).mentions('AuditEvent')) return false;
  const isEvent = (node: Node): boolean =>
    fieldsOf(ev, unpacked(node), frame).fields.some(({ name, value }) =>
      name === 'resourceType'
        ? literalText(unwrap(value)) === 'AuditEvent'
        : name === 'body' && isEvent(value),
    );
  return call.arguments.some((argument) => argument.type !== 'SpreadElement' && isEvent(argument));
}

/** A table, topic or queue that settings name, as a statement or an option says where a record goes. */
export function goesTo(
  ev: Evaluator,
  call: CallNode,
  targets: readonly string[],
  frame: Frame | undefined,
): boolean {
  if (targets.length === 0 || !WRITERS.test(namesIn(call.callee).at(-1) ?? '')) return false;
  return call.arguments.some((argument) => {
    if (argument.type === 'SpreadElement') return false;
    const written = unwrap(argument);
    const text = written.type === 'TemplateLiteral' ? written.quasis[0]?.value.raw : literalText(written);
    const table = text === undefined ? undefined : /\binsert\s+into\s+([\w".`]+)/i.exec(text)?.[1];
    if (table !== undefined) return targets.includes(table.replace(/["`]/g, '').replace(/^.*\./, ''));
    return fieldsOf(ev, unpacked(argument), frame).fields.some(
      ({ name, value }) => KINDS.test(name) && targets.includes(literalText(unwrap(value)) ?? ''),
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
export function isCalled(names: readonly string[], name: string): boolean {
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

/** `x` of `JSON.stringify(x)`. */
export function unpacked(argument: Node): Node {
  const packed = unwrap(argument);
  const [first] = packed.type === 'CallExpression' ? packed.arguments : [];
  const isJson = packed.type === 'CallExpression' && namesIn(packed.callee).join('.') === 'JSON.stringify';
  return isJson && first && first.type !== 'SpreadElement' ? first : argument;
}

/**
 * Audit records: calls that write down what was done, with their fields, where they stand and when they run.
 */
import { callersDecide } from '../sites/callers.ts';
import { siteAt } from '../sites/file-sites.ts';
import { runsWithin } from '../sites/runs-within.ts';
import { mayLeadOut } from '../sites/leading-out.ts';
import { isDead } from '../syntax/dead-code.ts';
import { contains, enclosingFunction, isFunction, unwrap } from '../syntax/nodes.ts';
import { oncePer } from '../syntax/once.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import { asCall } from '../syntax/tagged-templates.ts';
import type { CallNode, Frame, FunctionNode, Node } from '../syntax/types.ts';
import { isUndefined } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';
import { listenersOf } from '../values/emitters.ts';
import { frameOf } from '../values/frames.ts';
import { functionsOf } from '../values/functions.ts';
import type { ObjectField } from '../values/object-fields.ts';
import { isQuery, isStatement, recordsNothing } from './bodies.ts';
import { isOptionalIn } from './conditions.ts';
import {
  areOfRecord,
  handedFields,
  hasFieldsTogether,
  hasSomeOfRecord,
  holdsFields,
} from './record-fields.ts';
import type { FieldNamed } from './record-fields.ts';
import {
  AUDIT,
  LOGS,
  goesTo,
  isCalled,
  isFromAuditModule,
  isMeasuring,
  namesIn,
  sendsAuditEvent,
  writesAudit,
  writesToAudit,
} from './record-names.ts';
import type { AuditLoggers } from './record-names.ts';
import { isPreparing } from './statements.ts';
import { isDocument, isUnsaved } from './unsaved.ts';

/** A call that writes an audit record. */
export interface AuditRecord {
  readonly call: CallNode;
  /** The call that writes it, in another module where that is shown; else the same. */
  readonly writer: CallNode;
  /** Its fields, those one level down (`data`, `payload`, `details`…) included. */
  readonly fields: readonly ObjectField[];
  /** It may have more fields than the file shows. */
  readonly open: boolean;
  /** The function that it stands in. */
  readonly owner: FunctionNode | undefined;
  /** The conditions within that function under which it runs, innermost first. Empty: on every path that gets there. */
  readonly guards: readonly Node[];
  /** Another module writes it, and only where a setting, a variable of the environment or chance says so. */
  readonly isOptional?: true;
  /** The part of the innermost `try` that it stands in. */
  readonly part: 'catch' | 'finally' | 'try' | undefined;
}

/** What is looked for. */
export interface RecordQuery {
  readonly loggers?: AuditLoggers | undefined;
  readonly fieldNamed?: FieldNamed | undefined;
}

/** How many functions of other modules are looked into from one another. */
const MAX_FUNCTIONS = 3;

/** Finds the audit records that a file writes, itself or by functions of other modules. */
export function findAuditRecords(ev: Evaluator, query: RecordQuery = {}): AuditRecord[] {
  return recordsIn(ev, ev.index, query);
}

/** As {@link findAuditRecords}, of any file at hand, or of one of its functions. */
export function recordsIn(
  ev: Evaluator,
  file: SyntaxIndex,
  query: RecordQuery,
  within?: FunctionNode,
): AuditRecord[] {
  const { loggers = {}, fieldNamed } = query;
  const added = Object.keys(loggers).filter((name) => loggers[name]);
  // Without other modules at hand, what the file has no fields for it does not record. A module that neither says audit nor has the
  // fields of a record, nor reaches one that does, writes none.
  const isAlone = file === ev.index && !ev.leadsOut;
  const mayHold =
    fieldNamed && (isAlone ? areOfRecord(file.keys, fieldNamed) : ev.concerns(file, recording(fieldNamed)));
  const byFields = mayHold ? fieldNamed : undefined;
  if (!byFields && !AUDIT.test(file.text) && !added.some((name) => file.mentions(lastOf(name)))) return [];
  // In another module, a function of the same file can be what writes.
  const look: Look = { ev, query, byFields, entered: within && file !== ev.index ? [within] : [] };
  const calls = within ? file.callsWithin(within) : file.calls;
  const tagged = file.taggedTemplates.filter(
    (each) => isStatement(each) && (!within || contains(within, each)),
  );
  return [...calls, ...tagged.map(asCall)]
    .flatMap((call) => recordsAt(look, call, undefined))
    .filter(({ call }) => !isDead(call));
}

/** Whether a text has to do with records: it says audit, or has the names of enough fields near to one another. */
const recording = oncePer(
  (fieldNamed: FieldNamed) =>
    (text: string): boolean =>
      AUDIT.test(text) || hasFieldsTogether(text, fieldNamed),
);

/** Whether a text may have to do with records, those included that settings name: a test for texts, the same for the same query. */
export const mayRecord = oncePer(({ loggers = {}, fieldNamed }: RecordQuery) => {
  const added = Object.keys(loggers).filter((name) => loggers[name]);
  return (text: string): boolean =>
    (fieldNamed ? recording(fieldNamed)(text) : AUDIT.test(text)) ||
    added.some((name) => text.includes(lastOf(name)));
});

/** One look for what a call writes. */
interface Look {
  readonly ev: Evaluator;
  readonly query: RecordQuery;
  /** By which fields a record is known that is not named; undefined where there can be none. */
  readonly byFields: FieldNamed | undefined;
  /** The functions on the way, outermost first. */
  readonly entered: readonly FunctionNode[];
  /** One of them is named for audit: what it writes with fields of a record is one. */
  readonly isMeant?: true;
}

function recordsAt(look: Look, call: CallNode, frame: Frame | undefined): AuditRecord[] {
  const { ev, query, byFields } = look;
  const { loggers = {}, fieldNamed } = query;
  const names = namesIn(call.callee);
  if (Object.keys(loggers).some((name) => !loggers[name] && isCalled(names, name))) return [];
  const isSaid = Object.keys(loggers).some((name) => loggers[name] && isCalled(names, name));
  if (!isSaid && (isMeasuring(names) || isPreparing(call) || isUnsaved(ev, call))) return [];
  const elsewhere = writtenElsewhere(look, call, frame);
  if (elsewhere.length > 0) return isPlainLine(look, call, frame, elsewhere) ? [] : elsewhere;
  const isWriter = isSaid || writesAudit(call, names) || isFromAuditModule(ev, call, names);
  const isResource = sendsAuditEvent(ev, call, frame);
  const targets = Object.keys(loggers).filter((name) => loggers[name]);
  const mayHold = byFields && (call.type === 'CallExpression' || isDocument(ev, call)) && mayWrite(names);
  const isMeant = (): boolean =>
    look.isMeant === true &&
    mayHold === true &&
    !isQuery(unwrap(call.callee)) &&
    hasSomeOfRecord(handedFields(ev, call, fieldNamed, frame).fields, fieldNamed);
  const isKnown =
    isWriter ||
    isResource ||
    writesToAudit(ev, call, names, frame) ||
    goesTo(ev, call, targets, frame) ||
    isMeant();
  if (!isKnown && !(mayHold && holdsFields(ev, call, byFields, frame))) return [];
  // A body beats a name: what is called like a query may write.
  const own = call.type === 'CallExpression' && !isSaid ? functionsOf(ev, call.callee, frame) : [];
  if (!isKnown && ((own.length === 0 && isQuery(unwrap(call.callee))) || isHeardByNone(ev, call))) return [];
  // A request describes the fields that it wants filled in; nobody keeps them.
  if (!isKnown && siteAt(ev, call)) return [];
  // Nor does a name say anything where the body shows that nothing is written.
  if (own.length > 0 && own.every(({ node }) => recordsNothing(ev, node))) return [];
  const handed = handedFields(ev, call, fieldNamed, frame);
  // A statement, a file, a queue: the record is packed into what is handed over.
  const isShown =
    handed.packed || LOGS.test(names.at(-1) ?? '') || hasSomeOfRecord(handed.fields, fieldNamed);
  const isHidden = isKnown && !isWriter && !isShown;
  // The fields of a resource stand in lists of its own.
  const open = isHidden || isResource || isBuilt(call) || handed.open || isHandedIn(ev, call, frame);
  if (handed.fields.length === 0 && !open) return [];
  const owner = enclosingFunction(call);
  const fields = handed.fields.filter((field) => !isLeftOut(ev, field));
  return [{ call, writer: call, fields, open, owner, ...wayTo(call) }];
}

/**
 * `log.warn('Falling back', { attempt })`: a line of a logger of the project's own, which adds a time, a level, and what every line of it
 * is to have. The call says nothing of a record.
 */
function isPlainLine(
  { ev, query: { fieldNamed } }: Look,
  call: CallNode,
  frame: Frame | undefined,
  written: readonly AuditRecord[],
): boolean {
  const [owner = '', method = ''] = namesIn(call.callee).slice(-2);
  if (!LEVELS.test(method) || !LOGGER.test(owner) || AUDIT.test(owner)) return false;
  if (written.some(({ writer }) => writesAudit(writer, namesIn(writer.callee)))) return false;
  return !hasSomeOfRecord(handedFields(ev, call, fieldNamed, frame).fields, fieldNamed);
}

const LEVELS = /^(?:debug|error|fatal|info|log|notice|trace|verbose|warn|warning)$/;
const LOGGER = /log(?:ger)?$/i;

/** True for what is emitted where none of those who listen has anything to do with records. */
function isHeardByNone(ev: Evaluator, call: CallNode): boolean {
  if (namesIn(call.callee).at(-1) !== 'emit') return false;
  const listeners = listenersOf(ev, call);
  return listeners?.every((fn) => recordsNothing(ev, fn) || !AUDIT.test(ev.index.indexOf(fn).text)) === true;
}

/** True for a field of which the way to it says that nothing was handed in for it. */
function isLeftOut(ev: Evaluator, { value, frame }: ObjectField): boolean {
  if (!frame) return false;
  const answers = ev.answers(value, [], frame);
  return answers.length > 0 && answers.every((answer) => isUndefined(answer) === true);
}

/** The records that functions of other modules write for a call, with what it hands them. */
function writtenElsewhere(look: Look, call: CallNode, argsFrame: Frame | undefined): AuditRecord[] {
  const { ev, query, entered } = look;
  const file = ev.index.indexOf(call);
  const isInside = entered.length > 0;
  if (!ev.leadsOut || entered.length >= MAX_FUNCTIONS || !(isInside || mayLeadOut(ev, call))) return [];
  return functionsOf(ev, call.callee, argsFrame).flatMap(({ node: fn, frame: outer }) => {
    const other = ev.index.indexOf(fn);
    // Helpers of the asking file are looked at where they stand.
    if (other === ev.index || (other === file && !isInside) || entered.includes(fn)) return [];
    const frame = frameOf(ev, { node: fn, frame: outer }, call, argsFrame);
    const owner = enclosingFunction(call);
    const writers = writersIn(ev, fn, query);
    // What a function that is named for audit writes can be the caller's for the most part.
    const isNamed = writers.length === 0 && writesAudit(call, namesIn(call.callee));
    const inner: Look = { ...look, entered: [...entered, fn], ...(isNamed && { isMeant: true }) };
    const looked = isNamed ? ev.index.callsWithin(fn) : writers;
    const found = looked
      // `createAudit(…)` writes nothing yet.
      .filter((writer) => runsWithin(ev, fn, writer) && !isDead(writer))
      .flatMap((writer) => recordsAt(inner, writer, frame).map((record) => ({ writer, record })));
    const isOptional = (each: (typeof found)[number]): boolean =>
      isOptionalIn(ev, fn, each.writer, each.record);
    const certain = found.filter((each) => each.record.guards.length === 0 && !isOptional(each));
    const kept = certain.length > 0 ? certain : found.filter(isOptional);
    return kept.map(({ record }): AuditRecord => {
      const here = { ...record, call, owner, ...wayTo(call) };
      return certain.length > 0 ? here : { ...here, isOptional: true };
    });
  });
}

const memory = new WeakMap<Evaluator, Map<FunctionNode, readonly CallNode[]>>();

/** The calls in a function of a module that write records, looked for once; what they are handed is looked at for each caller. */
function writersIn(ev: Evaluator, fn: FunctionNode, query: RecordQuery): readonly CallNode[] {
  let byFunction = memory.get(ev);
  if (!byFunction) memory.set(ev, (byFunction = new Map<FunctionNode, readonly CallNode[]>()));
  let found = byFunction.get(fn);
  if (!found) {
    // Entered before they are found: functions can call one another.
    byFunction.set(fn, []);
    found = recordsIn(ev, ev.index.indexOf(fn), query, fn).map(({ call }) => call);
    byFunction.set(fn, found);
  }
  return found;
}

/** Functions that write nothing, whatever they are handed: they make, look up, compare or go through. */
const NO_WRITERS =
  /^(?:all|allSettled|assign|at|build|catch|concat|create\w*Schema|decode|defineProperty|describe|digest|encode|endsWith|entries|every|exec|expect|filter|find|findIndex|findLast|flat|flatMap|forEach|freeze|from|fromEntries|get|has|hash|includes|indexOf|isArray|it|join|json|keys|map|match|matchAll|object|of|padEnd|padStart|parse|parseFloat|parseInt|pick|race|reduce|reject|replace|replaceAll|require|resolve|safeParse|seal|sign|slice|some|sort|split|startsWith|stringify|structuredClone|test|then|toEqual|toISOString|toLowerCase|toString|trim|update|useEffect|useMemo|validate|values)$/;

/** `controller.enqueue(…)`, `res.write(…)`: what goes back to who asked is kept by nobody. */
const ANSWERS = /^(?:controller|reply|res|response)\.(?:end|enqueue|send|write)$/;

/** False for functions that write nothing; `db.insert(calls).values({ … })` does. */
function mayWrite(names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  if (ANSWERS.test(names.slice(-2).join('.'))) return false;
  return (
    !NO_WRITERS.test(last) || (last === 'values' && names.some((name) => /^insert(?:Into)?$/.test(name)))
  );
}

/** `add` of `trail.add`. */
const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** A writer that callers in other modules hand in can put more into the record. */
function isHandedIn(ev: Evaluator, call: CallNode, frame: Frame | undefined): boolean {
  if (!ev.leadsOut && ev.importers().length === 0) return false;
  const isForeign = ev.index.indexOf(call) !== ev.index;
  return ev
    .answers(call.callee, [], frame)
    .some(
      (answer) =>
        answer.kind === 'unknown' &&
        answer.reason === 'parameter' &&
        (isForeign || callersDecide(ev, { ...answer, node: answer.elsewhere ?? answer.node })),
    );
}

/** `audit.user(id).outcome("ok").write()`: a record that is put together call by call. */
function isBuilt(call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (call.arguments.length > 0 || callee.type !== 'MemberExpression') return false;
  const before = unwrap(callee.object);
  return before.type === 'CallExpression' && before.arguments.length > 0;
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

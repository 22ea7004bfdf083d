/**
 * What the code shows of the content of a request: where it comes from, what redacts it, where it is written down, what is
 * recorded, where the answer goes.
 */
import { isHandedSite, visitSent } from '../../analysis/index.ts';
import type { CallSite as Request, Leak } from '../../analysis/index.ts';
import type { AuditTrail } from '../../analysis/records/trails.ts';
import { treatmentOf } from '../../analysis/content-flow/names.ts';
import type { SentPart } from '../../analysis/content-flow/sent.ts';
import { calleeName, enclosingFunction, isFunction, nameOfFunction } from '../../analysis/syntax/nodes.ts';
import type { CallNode, Node } from '../../analysis/syntax/types.ts';
import { AUDIT_FIELD_IDS, missingFields } from '../../policy/audit-fields.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { AuditFacts, Entry, LoggingFacts, Named, RedactionFacts, Return } from '../model.ts';
import { codeName, placeText } from '../text.ts';
import type { FactState, PlaceKind, SinkName } from '../words.ts';
import { kindOfFunction } from './function-kinds.ts';
import { calleePath, namedCall } from './places.ts';
import type { Locator } from './places.ts';

/** What one call hands in. */
export interface ContentFacts {
  readonly redaction: RedactionFacts;
  readonly entries: readonly Entry[];
  readonly logging: LoggingFacts;
}

/** What the content of a call shows. The request itself, or a call of another file that leads to it. */
export function contentOf(call: CallNode, file: CodeFile, where: Locator): ContentFacts {
  const { analysis, flow } = file;
  const { found, complete } = analysis.sent(flow);
  const entries = new Map<string, Entry>();
  const redactors = new Map<string, Named>();
  let redacted = 0;
  let left = false;
  for (const content of found.filter((each) => each.call === call)) {
    left ||= content.parts.some((part) => part.isLeftToCallers());
    visitSent(content, true, (part) => {
      if (analysis.redacts(part.node, flow) || isLeftOutByName(part, file)) {
        const by = redactorAt(part.node, file, where);
        redacted += redactors.has(placeText(by.at)) ? 0 : 1;
        redactors.set(placeText(by.at), by);
        // What another module redacts comes in where it is handed over.
        const isElsewhere = analysis.pathOf(part.node) !== undefined;
        const entry = entryAround(isElsewhere ? call : part.node, where, 'shown', by);
        entries.set(`${placeText(entry.at)} ${by.name}`, entry);
        return undefined;
      }
      if (part.parts.size === 0)
        for (const origin of part.origins) {
          if (origin.kind === 'import' || origin.kind === 'result' || origin.kind === 'caught') continue;
          const entry = entryOf(origin.kind, 'type' in origin.at ? origin.at : part.node, where);
          entries.set(`${entry.kind} ${placeText(entry.at)} ${String(entry.at.column)}`, entry);
        }
      return true;
    });
  }
  const all = [...entries.values()];
  const open = all.filter(({ by }) => by === undefined).length;
  const of = open + redacted;
  return {
    entries: all,
    redaction: {
      ...stateOfRedaction({ open, redacted, complete, left }),
      by: [...redactors.values()],
      shownFor: redacted,
      of,
    },
    logging: loggingOf(call, file, where),
  };
}

interface Ends {
  readonly open: number;
  readonly redacted: number;
  readonly complete: boolean;
  readonly left: boolean;
}

/** What passes no redactor may not need one: its absence is a finding only where the rule has it for one. */
function stateOfRedaction({ open, redacted, complete, left }: Ends): Pick<RedactionFacts, 'state' | 'why'> {
  if (!complete) return { state: 'cannot-tell', why: 'bound' };
  if (open > 0) return left ? { state: 'cannot-tell', why: 'parameter' } : { state: 'none-seen' };
  return { state: redacted > 0 ? 'shown' : 'not-applicable' };
}

/** A call of which nothing is followed further, since its name says that it masks what it is handed, or makes a hash of it. */
function isLeftOutByName({ node, parts, origins }: SentPart, { flow }: CodeFile): boolean {
  if (!isCall(node) || parts.size > 0 || origins.length > 0) return false;
  return /^(?:redacts|settled)$/.test(treatmentOf(calleeName(node.callee) ?? '', flow.redactors));
}

/** What redacts at a node: the call, or, for a name that says it was done, the call that gave it. */
function redactorAt(node: Node, file: CodeFile, where: Locator): Named {
  const { analysis, flow } = file;
  if (isCall(node)) return namedCall(node, where);
  const calls = analysis.sources(node).map((source) => source.node);
  const by = calls.find((each) => isCall(each) && analysis.redacts(each, flow));
  return by ? namedCall(by, where) : { name: codeName(calleePath(node)), at: where.at(node) };
}

function isCall(node: Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

const STORES = /^(?:find\w*|query\w*|select\w*|fetchRow|aggregate)$/;

function entryOf(origin: string, node: Node, where: Locator): Entry {
  if (origin === 'call' && isCall(node)) {
    const path = calleePath(node.callee);
    const method = path.split('.').at(-1) ?? '';
    const kind: PlaceKind = method.startsWith('readFile')
      ? 'file'
      : STORES.test(method)
        ? 'database'
        : 'unknown';
    return { kind, name: codeName(path), at: where.at(node), redaction: 'none-seen' };
  }
  return entryAround(node, where, 'none-seen');
}

function entryAround(node: Node, where: Locator, redaction: FactState, by?: Named): Entry {
  let fn = isFunction(node) ? node : enclosingFunction(node);
  while (fn && nameOfFunction(fn) === undefined && kindOfFunction(fn) === 'caller')
    fn = enclosingFunction(fn);
  const name = fn ? nameOfFunction(fn) : undefined;
  return {
    kind: kindOfFunction(fn),
    ...(name !== undefined && { name: codeName(name) }),
    at: where.at(node),
    redaction,
    ...(by && { by }),
  };
}

const SINKS: Readonly<Record<Leak['sink']['kind'], SinkName>> = {
  analytics: 'analytics',
  errors: 'errors',
  file: 'file',
  log: 'log',
  stdout: 'stdout',
  trace: 'trace',
};

/** Where a leak is written down. */
export function sinkOf({ call, sink }: Leak, where: Locator): LoggingFacts['sinks'][number] {
  return { kind: SINKS[sink.kind], ...namedCall(call, where) };
}

function loggingOf(call: CallNode, { analysis, flow }: CodeFile, where: Locator): LoggingFacts {
  const { found, complete } = analysis.leaks(flow);
  const sinks = new Map<string, LoggingFacts['sinks'][number]>();
  for (const leak of found) {
    if (leak.source !== call) continue;
    const sink = sinkOf(leak, where);
    sinks.set(`${placeText(sink.at)} ${String(sink.at.column)}`, sink);
  }
  const followed = analysis.followed();
  if (sinks.size > 0) return { state: 'shown', sinks: [...sinks.values()], followed };
  if (!complete) return { state: 'cannot-tell', why: 'bound', sinks: [], followed };
  return { state: 'none-seen', sinks: [], followed };
}

/** What is recorded of a request. */
export function auditOf(trails: readonly AuditTrail[], file: CodeFile, where: Locator): AuditFacts {
  const [trail] = trails;
  const none = { shown: [], absent: [], unknown: [] };
  if (!trail) return { ...UNSEEN, writers: [], fields: none };
  if (trail.answeredBy !== undefined)
    return { success: 'cannot-tell', failure: 'cannot-tell', why: 'parameter', writers: [], fields: none };
  const records = [...new Set([...trail.before, ...trail.success.records, ...trail.failure.records])];
  const facts = records.map((record) => file.analysis.factsOf(record));
  const missing: readonly string[] = missingFields(AUDIT_FIELD_IDS, facts);
  const isOpen = records.some(({ open }) => open);
  const stateOf = ({ records: own, unseen }: AuditTrail['success']): FactState =>
    own.length + trail.before.length > 0 ? 'shown' : unseen ? 'cannot-tell' : 'absent';
  const success = stateOf(trail.success);
  const failure = stateOf(trail.failure);
  const lacking = records.length > 0 ? missing : [];
  return {
    success,
    failure,
    ...((success === 'cannot-tell' || failure === 'cannot-tell') && { why: 'call' as const }),
    writers: records.map(({ call }) => namedCall(call, where)),
    fields: {
      shown: records.length > 0 ? AUDIT_FIELD_IDS.filter((id) => !lacking.includes(id)) : [],
      absent: isOpen ? [] : lacking,
      unknown: isOpen ? lacking : [],
    },
  };
}

const UNSEEN = { success: 'cannot-tell', failure: 'cannot-tell', why: 'imported' } as const;

/** Where the answer of a request goes, or of a call that leads to one, as far as its own file tells. */
export function returnsOf(site: Request, { analysis, flow }: CodeFile, where: Locator): readonly Return[] {
  const asked: readonly Node[] = isHandedSite(site) ? [site.node, site.request.node] : [site.node];
  const ends = analysis.answerEnds(flow).found.filter(({ source }) => asked.includes(source));
  const shown = new Map<string, Return>();
  for (const { kind, node, fn } of ends) {
    const name = fn && nameOfFunction(fn);
    const by = kindOfFunction(fn);
    const isCallback = kind === 'given back' && name === undefined && by === 'caller';
    if (isCallback) continue;
    const isAnswer = kind === 'responded' || by === 'route' || by === 'action';
    const to: PlaceKind = kind === 'stored' ? 'database' : isAnswer ? 'response' : 'caller';
    const end: Return = {
      kind: to,
      ...(name !== undefined && { name: codeName(name) }),
      at: where.at(node),
      state: 'shown',
    };
    shown.set(`${to} ${placeText(end.at)}`, end);
  }
  const all = [...shown.values()];
  // What is followed to where it leaves the program says more than the functions on the way.
  const beyond = all.filter((end) => end.kind !== 'caller');
  if (beyond.some((end) => end.kind === 'response')) return beyond;
  if (all.length > 0) return all;
  const fn = enclosingFunction(site.node);
  const name = fn && nameOfFunction(fn);
  return [
    {
      kind: 'unknown',
      ...(name !== undefined && { name: codeName(name) }),
      at: where.at(site.node),
      state: 'cannot-tell',
    },
  ];
}

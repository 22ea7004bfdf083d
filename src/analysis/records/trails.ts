/**
 * Which audit records belong to a request: those written when it succeeds, those written when it fails, and those that
 * depend on something else.
 */
import type { CallSite } from '../requests/call-site.ts';
import { handsOn, indirectAsks } from '../content-flow/indirect-asks.ts';
import { TURNS } from '../content-flow/makers.ts';
import { middlewareOf } from '../content-flow/model-middleware.ts';
import {
  calleeName,
  contains,
  enclosingFunction,
  functionsAround,
  unwrap,
  writtenKey,
} from '../syntax/nodes.ts';
import { makersOf } from '../values/origins.ts';
import type { Api, CallNode, FunctionNode, Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/callers.ts';
import { apiOf } from '../values/extended-packages.ts';
import { functionsOf } from '../values/functions.ts';
import { isMeantToRecord, recordsNothing } from './bodies.ts';
import { isRecordedByNobody } from './callers-record.ts';
import { dependsOn, guardsBetween, isWrittenOtherwise } from './conditions.ts';
import { asHandedIn } from './handed-records.ts';
import { recordsIn } from './records.ts';
import { namesAudit, namesIn } from './record-names.ts';
import type { AuditLoggers } from './record-names.ts';
import type { AuditRecord, RecordQuery } from './records.ts';
import { runsForCallers } from '../sites/callers.ts';
import { siteAt } from '../sites/file-sites.ts';
import { isAskedAsItIs, isHandedSite, isServedThere } from '../sites/handed-sites.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { AuditCoverage, AuditTrail, Event, Flow, Found, Walk } from './types.ts';
import { follow, inFileOf, isCovered, merged } from './walk.ts';
import { callTaking } from './wrappers.ts';

export type { AuditCoverage, AuditTrail } from './types.ts';

/** A trail, before it is known who answers for it. */
type Shown = Omit<AuditTrail, 'answeredBy' | 'there'>;

const MAX_HELPERS = 3;

const MAX_EVENTS = 400;

/** What is recorded of each request of the file, and of those that other modules make for it. */
export function findAuditTrails(ev: Evaluator, sites: readonly CallSite[], query: RecordQuery): AuditTrail[] {
  if (sites.length === 0) return [];
  const own = walkIn(ev, ev.index, query);
  const handed = sites.filter(isHandedSite);
  /** What is made here is asked for its record where the file calls it, if it does. */
  const isCalledHere = (site: CallSite): boolean =>
    isHandedSite(site) && !site.runs && handed.some((each) => each.runs && each.request === site.request);
  const asking = sites
    .filter((site) => !isCalledHere(site))
    .flatMap((site) => askedBy(ev, site).map((call) => ({ site, call })));
  const walk: Walk = { ...own, asked: asking.map(({ call }) => call) };
  // What a call of a function records that asks Claude itself is the record of that.
  const recorded = new Set<Node>(handed.filter((each) => each.runs).map(({ node }) => node));
  const walkOf = (call: CallNode): Walk => {
    const events = walk.events.filter(({ at }) => at === call || !recorded.has(at) || contains(at, call));
    return events.length === walk.events.length ? walk : { ...walk, events };
  };
  return asking.map(({ site, call }) => {
    const trail = trailOf(walkOf(call), site, call);
    const shown = isKnownWhereMade(ev, site) ? trail : (trailWithin(ev, trail, query) ?? trail);
    const by = answeredBy(ev, shown, query);
    const blind = by === 'module' ? recordedBlindly(ev, site, query) : undefined;
    if (blind) return { ...blind, call, answeredBy: undefined, there: [] };
    return { ...shown, answeredBy: by, there: by === 'module' ? recordedThere(ev, site, query) : [] };
  });
}

/** False for a request of which only the call of another module shows that it goes to Claude: `converse("us.anthropic.…", text)`. */
function isKnownWhereMade(ev: Evaluator, site: CallSite): boolean {
  return !isHandedSite(site) || siteAt(ev, site.request.node) !== undefined;
}

/**
 * What the modules on the way record of a request that they do not know to be one: it is asked where it is known. There, another call of
 * the same function would seem to be the record of this one.
 */
function trailWithin(ev: Evaluator, { site, call }: Shown, query: RecordQuery): Shown | undefined {
  if (!isHandedSite(site)) return undefined;
  for (const inner of site.calls) {
    const trail = trailOf(walkIn(ev, ev.index.indexOf(inner), query), site, inner);
    const { records, conditional, unseen } = trail.success;
    if (unseen || records.length + conditional.length + trail.before.length > 0) return { ...trail, call };
  }
  return undefined;
}

function trailOf(walk: Walk, site: CallSite, call: CallNode): Shown {
  const success = followKept(walk, call, 'normal', followMade(walk, site, call, 'normal'));
  const failure = followKept(walk, call, 'throwing', followMade(walk, site, call, 'throwing'));
  const before = [...new Set([...success.before, ...failure.before])];
  return { site, call, success: coverage(success), failure: coverage(failure), before };
}

/** What the models that a request asks record by their middleware, around the call by which it is handed on. */
function followModels(walk: Walk, site: CallSite, flow: Flow, direct: Found): Found {
  if (isCovered(direct)) return direct;
  const request = isHandedSite(site) ? site.request : site;
  const isStream = /stream/i.test(calleeName(request.node.callee) ?? '');
  const models = middlewareOf(walk.ev, request, isStream ? 'wrapStream' : 'wrapGenerate');
  const found = models?.map(
    (steps) =>
      steps
        .flatMap((fn) => callsOnwards(walk.ev, fn))
        .map((call) => follow(inFileOf(walk, call), call, flow))
        .find(isCovered) ?? direct,
  );
  return found?.every(isCovered) === true ? found.reduce(merged) : direct;
}

/** `doGenerate()` in a middleware. */
function callsOnwards(ev: Evaluator, fn: FunctionNode): readonly CallNode[] {
  const file = ev.index.indexOf(fn);
  return ['doGenerate', 'doStream'].flatMap((name) =>
    file.callsNamed(name).filter((call) => contains(fn, call)),
  );
}

/** From a call that only makes what asks, the way goes on where that is used: `withAudit(send)` of `const send = createSend(…)`. */
function followMade(walk: Walk, site: CallSite, call: CallNode, flow: Flow): Found {
  const direct = followModels(walk, site, flow, follow(walk, call, flow));
  return isHandedSite(site) && !site.runs ? followKept(walk, call, flow, direct) : direct;
}

/** From a promise that is kept, the way goes on where that is used. */
function followKept(walk: Walk, call: CallNode, flow: Flow, direct: Found): Found {
  if (isCovered(direct)) return direct;
  return (
    later(walk.ev, call)
      .map((at) => follow(walk, at, flow))
      .find(isCovered) ?? direct
  );
}

/** Who answers for a request that is not seen to be recorded here. */
function answeredBy(
  ev: Evaluator,
  { site, call, success, failure, before }: Shown,
  query: RecordQuery,
): AuditTrail['answeredBy'] {
  if (isHandedSite(site)) {
    // So is a call of which its own module does not leave the record to callers.
    // No module on the way asks it where only the call shows that it goes to Claude.
    const isKnownThere = isKnownWhereMade(ev, site);
    if (isServedThere(site) || (isKnownThere && site.calls.some((inner) => isAskedThere(ev, inner))))
      return 'module';
    if (isKnownThere && site.calls.some((inner) => isRecordedThere(ev, site, inner, query))) return 'module';
    if (!isKnownThere && site.calls.some((inner) => isHollow(ev, inner))) return undefined;
  }
  const isSilent = success.records.length + failure.records.length + before.length === 0 && !success.unseen;
  if (!isSilent || isHollow(ev, call)) return undefined;
  const isBare = (request: CallNode): boolean =>
    runsForCallers(ev, request) &&
    isRecordedByNobody(ev, { call, request }, query, (each) => isMeantThere(ev, site, each, query));
  if (
    isHandedSite(site) &&
    success.conditional.length === 0 &&
    isAskedAsItIs(ev, site) &&
    isBare(site.request.node)
  )
    return 'module';
  return runsForCallers(ev, call) && !(call === site.node && !isHandedSite(site) && isBare(call))
    ? 'callers'
    : undefined;
}

/**
 * The trail of a request that is recorded on the way, in a function that does not know what it calls: `layer(next)`. Its own module is
 * not asked for the record; what it lacks is told at the call. Undefined where a module that knows answers for it.
 */
function recordedBlindly(ev: Evaluator, site: CallSite, query: RecordQuery): Shown | undefined {
  if (!isHandedSite(site) || isServedThere(site)) return undefined;
  const recording = site.calls.filter(
    (inner) => ev.index.indexOf(inner) !== ev.index && isRecordedThere(ev, site, inner, query),
  );
  const [blind] = recording;
  if (
    !blind ||
    recording.some((inner) => siteAt(ev, inner) !== undefined || functionsOf(ev, inner.callee).length > 0)
  )
    return undefined;
  return trailOf(walkIn(ev, ev.index.indexOf(blind), query), site, blind);
}

/** What the modules on the way record of a request, with what the call of the asking file hands in. */
function recordedThere(ev: Evaluator, site: CallSite, query: RecordQuery): readonly AuditRecord[] {
  if (!isHandedSite(site) || isServedThere(site)) return [];
  return site.calls.flatMap((inner) => {
    if (ev.index.indexOf(inner) === ev.index) return [];
    const { success, before } = trailOf(walkIn(ev, ev.index.indexOf(inner), query), site, inner);
    return asHandedIn(site, [...before, ...success.records]);
  });
}

/** True where a call of any file at hand is seen to be recorded; of another module, by what the asking file has no part in. */
function isRecordedThere(ev: Evaluator, site: CallSite, inner: CallNode, query: RecordQuery): boolean {
  const { success, before } = trailOf(walkIn(ev, ev.index.indexOf(inner), query), site, inner);
  return success.unseen || hasOwn(ev, inner, [...success.records, ...before]) || isHollow(ev, inner);
}

function hasOwn(ev: Evaluator, inner: CallNode, records: readonly AuditRecord[]): boolean {
  const isHere = ev.index.indexOf(inner) === ev.index;
  return records.some((record) => isHere || ev.index.indexOf(record.call) !== ev.index);
}

/** The same, or to be recorded now and then, or when it fails. */
function isMeantThere(ev: Evaluator, site: CallSite, inner: CallNode, query: RecordQuery): boolean {
  const walk = walkIn(ev, ev.index.indexOf(inner), query);
  const { success, failure } = trailOf(walk, site, inner);
  return (
    hasOwn(ev, inner, [...success.conditional, ...failure.conditional, ...failure.records]) ||
    failure.unseen ||
    isRecordedThere(ev, site, inner, query)
  );
}

/** True for a request that another module makes and is asked about, whoever calls for it. */
export function isAskedWhereMade(ev: Evaluator, site: CallSite): boolean {
  return (
    isHandedSite(site) &&
    isKnownWhereMade(ev, site) &&
    site.calls.some((inner) => siteAt(ev, inner) !== undefined && isAskedThere(ev, inner))
  );
}

/** True for a call of another module that no caller of that module has to record. */
function isAskedThere(ev: Evaluator, inner: CallNode): boolean {
  return ev.index.indexOf(inner) !== ev.index && !runsForCallers(ev, inner);
}

/** True where a function around the call means to have it recorded, by something that is seen to record nothing. */
function isHollow(ev: Evaluator, call: CallNode): boolean {
  const around = functionsAround(call).at(-1);
  if (!around) return false;
  return ev.index.indexOf(call).calls.some((each) => {
    if (!contains(around, each)) return false;
    const own = functionsOf(ev, each.callee);
    const isMeant = (): boolean =>
      namesAudit(namesIn(each.callee), NO_LOGGERS) || own.some(({ node }) => isMeantToRecord(ev, node));
    return own.length > 0 && isMeant() && own.every(({ node }) => recordsNothing(ev, node));
  });
}

const walks = new WeakMap<Evaluator, Map<SyntaxIndex, Walk>>();

/** A walk through one of the files at hand, with the records that are written there; made once. */
function walkIn(ev: Evaluator, file: SyntaxIndex, query: RecordQuery): Walk {
  let byFile = walks.get(ev);
  if (!byFile) walks.set(ev, (byFile = new Map<SyntaxIndex, Walk>()));
  let walk = byFile.get(file);
  if (walk?.loggers !== (query.loggers ?? NO_LOGGERS)) {
    walk = makeWalk(ev, file, query);
    byFile.set(file, walk);
  }
  return walk;
}

const NO_LOGGERS: AuditLoggers = {};

function makeWalk(ev: Evaluator, file: SyntaxIndex, query: RecordQuery): Walk {
  const records = recordsIn(ev, file, query);
  const eventsIn = (other: SyntaxIndex): readonly Event[] => walkIn(ev, other, query).events;
  return {
    ev,
    file,
    events: eventsOf(ev, records),
    eventsIn,
    loggers: query.loggers ?? NO_LOGGERS,
    asked: [],
    entered: 0,
  };
}

const coverage = ({ records, conditional, unseen }: Found): AuditCoverage => ({
  records: [...records],
  conditional: [...conditional],
  unseen,
});

/** The calls by which a site asks: itself, or the calls on the model or agent that it makes. */
function askedBy(ev: Evaluator, site: CallSite): CallNode[] {
  const { node: here, operation, perCall } = site;
  const node = isHandedSite(site) ? site.request.node : here;
  const makes =
    node.type === 'NewExpression' ||
    node.callee.type === 'Super' ||
    operation.perCall !== undefined ||
    operation.askedLater === true;
  // A command of the AWS SDK is sent where it is made; what another module makes may be asked by the call itself.
  if (
    !makes ||
    site.via === 'command' ||
    operation.sdk === 'bedrock-runtime' ||
    (node !== here && perCall.length > 0)
  )
    return [here];
  const turns = ev.index.calls.filter((call) => {
    const callee = unwrap(call.callee);
    return call !== node && callee.type === 'MemberExpression' && TURNS.has(writtenKey(callee) ?? '');
  });
  const own = turns.filter((call) =>
    ev
      .answers(call.callee, [])
      .some(
        (answer) => answer.kind === 'known' && answer.value.kind === 'api' && madeBy(answer.value.api, node),
      ),
  );
  if (own.length > 0) return own;
  const around = turns.filter((call) => isAskedOfWhatHolds(ev, call, node));
  if (around.length > 0) return around;
  if (operation.askedLater) {
    const asks = indirectAsks(ev, [site]).filter(({ shape }) => shape === 'message');
    return asks.length > 0 ? asks.map((ask) => ask.node) : [here];
  }
  // A chain or an agent that the model was put into.
  const chains = turns.filter((call) =>
    /^(?:invoke|stream|streamEvents)$/.test(calleeName(call.callee) ?? ''),
  );
  return chains.length > 0 ? chains : instancesOf(ev, node).flatMap((each) => handedOn(ev, each));
}

/** `agent({ llm: model }).run(…)`: a call on something that was made with what a request makes. */
function isAskedOfWhatHolds(ev: Evaluator, call: CallNode, made: CallNode): boolean {
  return ev.answers(call.callee, []).some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
    return makersOf(answer.value.api).some((maker) =>
      maker.node.arguments.some((argument) => handsOn(ev, argument, made)),
    );
  });
}

function madeBy(api: Api | undefined, maker: CallNode): boolean {
  return api !== undefined && makersOf(api).some(({ node }) => node === maker);
}

/** What makes an object: a call, or each that makes a class which extends what is made. */
function instancesOf(ev: Evaluator, maker: CallNode): readonly CallNode[] {
  if (maker.callee.type !== 'Super') return [maker];
  return ev.index.calls.filter(
    (call) => call.type === 'NewExpression' && ev.answers(call, []).some((a) => madeBy(apiOf(ev, a), maker)),
  );
}

/** The calls in functions that something made in this file is handed to: `createAgentUIStreamResponse({ agent })`. */
function handedOn(ev: Evaluator, maker: CallNode): CallNode[] {
  const holder = maker.parent;
  if (holder.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
  return (ev.index.variableOf(holder.id)?.references ?? []).flatMap((reference) => {
    const call = reference.isRead() ? callTaking(reference.identifier)?.call : undefined;
    return call?.type === 'CallExpression' && enclosingFunction(call) ? [call] : [];
  });
}

/** Where a promise or stream that is kept in a variable is waited for: there its error comes up, and its answer is had. */
function later(ev: Evaluator, call: CallNode): Node[] {
  let node: Node = call;
  while (node.parent && (KEEPS_PROMISE.test(node.parent.type) || isThunk(node.parent, node)))
    node = node.parent;
  const holder = node.parent;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
  return [...readsOf(ev.index.variableOf(holder.id))];
}

const KEEPS_PROMISE = /^(?:ChainExpression|MemberExpression|CallExpression|TS\w+Expression)$/;

/** `limit(() => client.messages.create(…))`: a function that only asks, handed to what runs it. */
function isThunk(fn: Node, body: Node): boolean {
  return fn.type === 'ArrowFunctionExpression' && fn.body === body && callTaking(fn)?.argument === fn;
}

/** Every record where it is written, and where functions that write it are called. */
function eventsOf(ev: Evaluator, records: readonly AuditRecord[]): Event[] {
  const events: Event[] = records
    .slice(0, MAX_EVENTS)
    .map((record) => ({ at: record.call, record, conditional: record.isOptional === true }));
  let latest = events;
  for (let depth = 0; depth < MAX_HELPERS && latest.length > 0 && events.length < MAX_EVENTS; depth += 1) {
    latest = latest.flatMap(({ at, record, conditional }) => {
      const fn = enclosingFunction(at);
      if (!fn) return [];
      const owned = guardsBetween(at, fn).filter(
        (guard) => !dependsOn(ev, guard, fn, record) && !isWrittenOtherwise(events, record, guard),
      );
      return callersOf(ev, fn).calls.map((call) => ({
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

/**
 * Content flow: which prompt and completion content of the file's requests ends up where it is written down.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { CallNode, ClassNode, FunctionNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { asksOfClass, classesHanded } from './handed-classes.ts';
import { contains } from '../syntax/nodes.ts';
import { heirsIn, sitesInherited } from '../sites/inherited-sites.ts';
import type { Heir } from '../sites/inherited-sites.ts';
import { httpHooks } from './http-hooks.ts';
import type { Asking } from './http-hooks.ts';
import { findLoggingCalls, sinksWithin } from './logging-calls.ts';
import { flowOf, leaksOf, leaksOfCall } from './leaks.ts';
import type { Flow } from './leaks.ts';
import { holdsMiddleware } from './middleware.ts';
import { resultSources } from './results.ts';
import { sentContents } from './sent.ts';
import type { SentContent } from './sent.ts';
import { asksMade } from './prompts.ts';
import { middlewareAround } from './procedure-middleware.ts';
import { sinkFinder, MENTIONS_SINK } from './sinks.ts';
import type { Names, SinkSettings } from './sinks.ts';
import { createTracer } from './trace.ts';
import type { Followed, Leak } from './types.ts';
import { sitesOfWorkers } from './workers.ts';

export type { ContentKind, Followed, Leak, Sink, SinkKind } from './types.ts';
export type { Names, SinkSettings } from './sinks.ts';
export type { AnswerEnd } from './answer-ends.ts';
export { findAnswerEnds } from './answer-ends.ts';
export { isRedacting } from './redactors.ts';
export { wholeValues } from './whole.ts';
export type { WholeValue } from './whole.ts';
export { isHandle, visitSent } from './sent.ts';
export { bodyFieldOf, namesOfPart, textOfPart } from './sent-names.ts';
export { isMetadataName, isNameOfThing } from './names.ts';
export type { SentContent, SentPart } from './sent.ts';

/** What settings say of names. */
export interface FlowSettings extends SinkSettings {
  readonly redactors: Names;
}

/** Every place of the file where content of its requests is written down, in source order. */
export function findLeaks(ev: Evaluator, asking: Asking, settings: FlowSettings): Followed<Leak> {
  const { callSites } = asking;
  const names = Object.keys(settings.loggers).length > 0;
  if (!ev.leadsOut && !names && !MENTIONS_SINK.test(ev.index.text)) return NOTHING;
  const heirs = heirsIn(ev).map((heir) => ({ ...heir, sites: sitesInherited(ev, heir) }));
  const sites = [...callSites, ...heirs.flatMap((heir) => heir.sites), ...sitesOfWorkers(ev)];
  const results = resultSources(ev, sites);
  const hooks = httpHooks(ev, asking);
  const isAsking = results.size + sites.length + hooks.functions.length > 0;
  if (!isAsking && !holdsMiddleware(ev)) return NOTHING;
  const middleware = middlewareAround(ev, sites);
  const elsewhere = hooks.functions.filter((fn) => ev.index.indexOf(fn) !== ev.index);
  const sinks = sinkFinder(ev, ev.index, settings)(ev.index.calls);
  const calls = ev.leadsOut ? findLoggingCalls(ev, settings) : [];
  // What a base class that knows nothing of Claude writes down is told where a class first gives it something of Claude.
  const askers = heirs.filter(
    ({ owner, sites: inherited }) =>
      inherited.length === 0 && callSites.some(({ node }) => contains(owner, node)),
  );
  const made = classesHanded(ev, callSites);
  for (const [at, source] of made.flatMap((each) => asksOfClass(ev, each))) results.set(at, source);
  if (sinks.length + calls.length + askers.length + elsewhere.length + made.length + middleware.size === 0)
    return NOTHING;
  const { redactors } = settings;
  const asks = { redactors, passesIds: true, asksElsewhere: sites.some(asksMade), hooks, middleware };
  const t = createTracer(ev, results, asks);
  // What is sent redacted is content before it is.
  const sending = createTracer(ev, results, { ...asks, passesRedactors: true });
  const flow = flowOf(t, sending, sites);
  const found = [
    ...sinks.flatMap((sink) => leaksOf(flow, sink)),
    ...calls.flatMap((call) => leaksOfCall(flow, call)),
    ...askers.flatMap((heir) => leaksOfBases(flow, heir, settings)),
    ...elsewhere.flatMap((fn) => leaksShownAt(flow, fn, settings)),
    ...[...middleware].flatMap(([fn, [around]]) => leaksShownAt(flow, fn, settings, around?.asks)),
    ...made.flatMap(({ call, owner }) => leaksShownAt(flow, owner, settings, call)),
  ];
  const sorted = found.sort((a, b) => a.node.range[0] - b.node.range[0]);
  // What one call hands to another leads to the same place.
  const first = new Map(
    sorted.flatMap((leak) => (leak.isAsked ? [[leak.writer, leak] as const] : [])).reverse(),
  );
  return {
    found: sorted.filter((leak) => !leak.isAsked || first.get(leak.writer) === leak),
    complete: !t.isSpent && !sending.isSpent,
  };
}

/** What the classes that a class extends write down of what it gives them, shown where it says that it extends them. */
function leaksOfBases(flow: Flow, { owner, bases }: Heir, settings: SinkSettings): Leak[] {
  const at = owner.superClass;
  if (!at) return [];
  return bases.flatMap((base) =>
    leaksWithin(flow, base, settings)
      .slice(0, 1)
      .map((leak): Leak => ({ ...leak, node: at, wholeMessage: false, writer: leak.call })),
  );
}

/**
 * What a function or a class of another module writes down that a client calls, or that is made with what asks.
 *
 * @param at where it is shown; left out: at the request
 */
function leaksShownAt(
  flow: Flow,
  piece: ClassNode | FunctionNode,
  settings: SinkSettings,
  at?: CallNode,
): Leak[] {
  return leaksWithin(flow, piece, settings).map((leak): Leak => {
    const { writer = leak.call } = leak;
    const call = at ?? leak.source;
    return { ...leak, node: call.callee, call, wholeMessage: false, writer, isAsked: true };
  });
}

function leaksWithin(flow: Flow, piece: ClassNode | FunctionNode, settings: SinkSettings): Leak[] {
  const { sinks, calls } = sinksWithin(flow.ev, piece, settings);
  return [
    ...sinks.flatMap((sink) => leaksOf(flow, sink)),
    ...calls.flatMap((call) => leaksOfCall(flow, call)),
  ];
}

const NOTHING: Followed<never> = { found: [], complete: true };

/** Everything the file's requests send for the model to read, with the way each piece takes. */
export function findSent(
  ev: Evaluator,
  callSites: readonly CallSite[],
  settings: FlowSettings,
): Followed<SentContent> {
  const results = resultSources(ev, callSites);
  return results.size === 0 && callSites.length === 0
    ? NOTHING
    : sentContents(ev, callSites, results, settings.redactors);
}

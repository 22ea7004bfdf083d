/**
 * Content flow: which prompt and completion content of the file's requests ends up where it is written down.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { Evaluator } from '../values/answers.ts';
import { contains } from '../syntax/nodes.ts';
import { heirsIn, sitesInherited } from '../sites/inherited-sites.ts';
import type { Heir } from '../sites/inherited-sites.ts';
import { findLoggingCalls, sinksOfClass } from './logging-calls.ts';
import { flowOf, leaksOf, leaksOfCall } from './leaks.ts';
import type { Flow } from './leaks.ts';
import { holdsMiddleware } from './middleware.ts';
import { resultSources } from './results.ts';
import { sentContents } from './sent.ts';
import type { SentContent } from './sent.ts';
import { asksMade } from './prompts.ts';
import { sinkFinder, MENTIONS_SINK } from './sinks.ts';
import type { Names, SinkSettings } from './sinks.ts';
import { createTracer } from './trace.ts';
import type { Followed, Leak } from './types.ts';

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
export function findLeaks(
  ev: Evaluator,
  callSites: readonly CallSite[],
  settings: FlowSettings,
): Followed<Leak> {
  const names = Object.keys(settings.loggers).length > 0;
  if (!ev.leadsOut && !names && !MENTIONS_SINK.test(ev.index.text)) return NOTHING;
  const heirs = heirsIn(ev).map((heir) => ({ ...heir, sites: sitesInherited(ev, heir) }));
  const sites = [...callSites, ...heirs.flatMap((heir) => heir.sites)];
  const results = resultSources(ev, sites);
  if (results.size === 0 && sites.length === 0 && !holdsMiddleware(ev)) return NOTHING;
  const sinks = sinkFinder(ev, ev.index, settings)(ev.index.calls);
  const calls = ev.leadsOut ? findLoggingCalls(ev, settings) : [];
  // What a base class that knows nothing of Claude writes down is told where a class first gives it something of Claude.
  const askers = heirs.filter(
    ({ owner, sites: inherited }) =>
      inherited.length === 0 && callSites.some(({ node }) => contains(owner, node)),
  );
  if (sinks.length + calls.length + askers.length === 0) return NOTHING;
  const { redactors } = settings;
  const asks = { redactors, passesIds: true, asksElsewhere: sites.some(asksMade) };
  const t = createTracer(ev, results, asks);
  // What is sent redacted is content before it is.
  const sending = createTracer(ev, results, { ...asks, passesRedactors: true });
  const flow = flowOf(t, sending, sites);
  const found = [
    ...sinks.flatMap((sink) => leaksOf(flow, sink)),
    ...calls.flatMap((call) => leaksOfCall(flow, call)),
    ...askers.flatMap((heir) => leaksOfBases(flow, heir, settings)),
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
  return bases.flatMap((base) => {
    const { sinks, calls } = sinksOfClass(flow.ev, base, settings);
    const found = [
      ...sinks.flatMap((sink) => leaksOf(flow, sink)),
      ...calls.flatMap((call) => leaksOfCall(flow, call)),
    ];
    return found
      .slice(0, 1)
      .map((leak): Leak => ({ ...leak, node: at, wholeMessage: false, writer: leak.call }));
  });
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

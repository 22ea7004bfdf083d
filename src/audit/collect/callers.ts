/**
 * Facts of a request that a function sends for its callers: what they decide is theirs.
 */
import type { CallSite, Entry, Named, Return, SiteResult } from '../model.ts';
import { byPlace } from '../seal.ts';
import { placeText } from '../text.ts';
import type { Why } from '../words.ts';
import { ofCallers } from './facts.ts';
import type { HandedCall } from './handed-calls.ts';
import type { OwnSite } from './own-sites.ts';

/** The facts of a site, with those that its callers decide taken from them. */
export function withCallers(
  { facts }: OwnSite,
  callers: readonly HandedCall[],
  results: Readonly<Record<string, SiteResult>>,
): OwnSite['facts'] {
  const decided = { ...facts };
  if (callers.length > 0) {
    const open = (fact: { readonly state: string; readonly why?: Why }): boolean =>
      fact.state === 'cannot-tell' && fact.why === 'parameter';
    for (const name of ['geography', 'model'] as const) {
      const those = callers.map((caller) => caller[name]).filter(({ state }) => state !== 'not-applicable');
      if (open(facts[name]) && those.length > 0) decided[name] = ofCallers(those);
    }
    if (facts.audit.why === 'parameter') decided.audit = auditOfCallers(callers);
    const contents = callers.map(({ content }) => content);
    decided.entries = entriesOf(facts.entries, callers);
    decided.returns = returnsOfCallers(facts.returns, callers);
    if (facts.redaction.state !== 'shown') decided.redaction = redactionOfCallers(facts.redaction, contents);
    decided.logging = loggingOfCallers(facts.logging, contents);
  }
  if (results['require-redaction']?.state === 'finding')
    decided.redaction = { ...decided.redaction, state: 'absent' };
  return decided;
}

/** The callers that nobody else calls for the same request: content enters there, and the answer leaves. */
function outermost(callers: readonly HandedCall[]): readonly HandedCall[] {
  const passed = new Set(callers.flatMap(({ passes }) => passes));
  const first = callers.filter(({ within }) => !within.some((fn) => passed.has(fn)));
  return first.length > 0 ? first : callers;
}

/** Where the answer goes: where callers take it, and what functions on the way put into a store. */
function returnsOfCallers(own: readonly Return[], callers: readonly HandedCall[]): readonly Return[] {
  const taken = outermost(callers).flatMap(({ returns }) => returns);
  const kept = [own, ...callers.map(({ returns }) => returns)]
    .flat()
    .filter(({ kind }) => kind === 'database' || kind === 'response');
  const all = [...kept, ...taken];
  return [...new Map(all.map((each) => [`${each.kind} ${placeText(each.at)}`, each])).values()];
}

/** Where content enters: where callers get it, and not where functions on the way hand it on. */
function entriesOf(own: readonly Entry[], callers: readonly HandedCall[]): readonly Entry[] {
  const handed = outermost(callers).flatMap(({ content }) => content.entries);
  const isOwn = ({ kind }: Entry): boolean => handed.length === 0 || (kind !== 'export' && kind !== 'caller');
  const all = [...own.filter(isOwn), ...handed];
  return [...new Map(all.map((each) => [keyOfEntry(each), each])).values()];
}

function keyOfEntry({ kind, name = '', at, by }: Entry): string {
  return [kind, name, placeText(at), String(at.column), by ? placeText(by.at) : ''].join(' ');
}

function auditOfCallers(callers: readonly HandedCall[]): CallSite['audit'] {
  const audits = callers.map(({ audit }) => audit);
  const stateOf = (which: 'failure' | 'success'): CallSite['audit']['success'] => {
    const states = new Set(audits.map((audit) => audit[which]));
    if (states.has('absent')) return 'absent';
    return states.has('cannot-tell') ? 'cannot-tell' : 'shown';
  };
  const [success, failure] = [stateOf('success'), stateOf('failure')];
  const writers = uniqueNamed(audits.flatMap((audit) => audit.writers));
  const fieldsOf = (which: 'absent' | 'shown' | 'unknown'): string[] => [
    ...new Set(audits.flatMap(({ fields }) => fields[which])),
  ];
  const [absent, unknown] = [fieldsOf('absent'), fieldsOf('unknown')];
  const lacking = new Set([...absent, ...unknown]);
  const isOpen = success === 'cannot-tell' || failure === 'cannot-tell';
  return {
    success,
    failure,
    ...(isOpen && { why: 'parameter' as const }),
    writers,
    fields: { shown: fieldsOf('shown').filter((id) => !lacking.has(id)), absent, unknown },
  };
}

function redactionOfCallers(
  own: CallSite['redaction'],
  contents: readonly HandedCall['content'][],
): CallSite['redaction'] {
  const all = contents.map(({ redaction }) => redaction).filter(({ state }) => state !== 'not-applicable');
  if (all.length === 0) return own;
  const states = new Set(all.map(({ state }) => state));
  const [open] = all.filter(({ state }) => state === 'cannot-tell');
  const state = open ? 'cannot-tell' : states.has('none-seen') ? 'none-seen' : 'shown';
  return {
    state,
    ...(open && { why: open.why ?? 'parameter' }),
    by: uniqueNamed(all.flatMap(({ by }) => by)),
    shownFor: all.reduce((sum, { shownFor }) => sum + shownFor, 0),
    of: all.reduce((sum, { of }) => sum + of, 0),
  };
}

function loggingOfCallers(
  own: CallSite['logging'],
  contents: readonly HandedCall['content'][],
): CallSite['logging'] {
  const all = [own, ...contents.map(({ logging }) => logging)];
  const sinks = [
    ...new Map(
      all
        .flatMap((each) => each.sinks)
        .map((sink) => [`${sink.at.file}:${String(sink.at.line)} ${sink.name}`, sink]),
    ).values(),
  ].sort((a, b) => byPlace(a.at, b.at));
  const followed = Math.max(...all.map((each) => each.followed));
  if (sinks.length > 0) return { state: 'shown', sinks, followed };
  const open = all.find(({ state }) => state === 'cannot-tell');
  return {
    state: open ? 'cannot-tell' : 'none-seen',
    ...(open && { why: 'bound' as const }),
    sinks,
    followed,
  };
}

function uniqueNamed(all: readonly Named[]): Named[] {
  const byKey = new Map(all.map((one) => [`${one.name} ${one.at.file}:${String(one.at.line)}`, one]));
  return [...byKey.values()].sort((a, b) => byPlace(a.at, b.at));
}

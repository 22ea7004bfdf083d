/**
 * Which audit records belong to a request: those written when it succeeds, those written when it fails, and those that
 * depend on something else.
 */
import type { CallSite } from '../requests/call-site.ts';
import { TURNS } from '../content-flow/makers.ts';
import { calleeName, enclosingFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import { makersOf } from '../values/origins.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/parameters.ts';
import { dependsOn, guardsBetween, isWrittenOtherwise } from './conditions.ts';
import type { AuditLoggers, AuditRecord } from './records.ts';
import type { AuditCoverage, AuditTrail, Event, Found, Walk } from './types.ts';
import { follow, isCovered } from './walk.ts';
import { callTaking } from './wrappers.ts';

export type { AuditCoverage, AuditTrail } from './types.ts';

const MAX_HELPERS = 3;

const MAX_EVENTS = 400;

/** What is recorded of each request of the file. */
export function findAuditTrails(
  ev: Evaluator,
  sites: readonly CallSite[],
  records: readonly AuditRecord[],
  loggers: AuditLoggers = {},
): AuditTrail[] {
  const asking = sites.flatMap((site) => askedBy(ev, site).map((call) => ({ site, call })));
  const walk: Walk = {
    ev,
    events: eventsOf(ev, records),
    loggers,
    asked: asking.map(({ call }) => call),
    entered: 0,
  };
  return asking.map(({ site, call }) => {
    const success = follow(walk, call, 'normal');
    const direct = follow(walk, call, 'throwing');
    const failure = isCovered(direct)
      ? direct
      : (later(ev, call)
          .map((at) => follow(walk, at, 'throwing'))
          .find(isCovered) ?? direct);
    return {
      site,
      call,
      success: coverage(success),
      failure: coverage(failure),
      before: [...new Set([...success.before, ...failure.before])],
    };
  });
}

const coverage = ({ records, conditional, unseen }: Found): AuditCoverage => ({
  records: [...records],
  conditional: [...conditional],
  unseen,
});

/** The calls by which a site asks: itself, or the calls on the model or agent that it makes. */
function askedBy(ev: Evaluator, { node, operation }: CallSite): CallNode[] {
  // A command of the AWS SDK is sent where it is made.
  if ((node.type !== 'NewExpression' && !operation.perCall) || operation.sdk === 'bedrock-runtime')
    return [node];
  const turns = ev.index.calls.filter((call) => {
    const callee = unwrap(call.callee);
    return call !== node && callee.type === 'MemberExpression' && TURNS.has(writtenKey(callee) ?? '');
  });
  const own = turns.filter((call) =>
    ev
      .answers(call.callee, [])
      .some(
        (answer) =>
          answer.kind === 'known' &&
          answer.value.kind === 'api' &&
          makersOf(answer.value.api).some((maker) => maker.node === node),
      ),
  );
  if (own.length > 0) return own;
  // A chain or an agent that the model was put into.
  const chains = turns.filter((call) =>
    /^(?:invoke|stream|streamEvents)$/.test(calleeName(call.callee) ?? ''),
  );
  return chains.length > 0 ? chains : handedOn(ev, node);
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

/** Where a promise or stream that is kept in a variable is waited for: there its error comes up. */
function later(ev: Evaluator, call: CallNode): Node[] {
  let node: Node = call;
  while (
    node.parent &&
    /^(?:ChainExpression|MemberExpression|CallExpression|TS\w+Expression)$/.test(node.parent.type)
  )
    node = node.parent;
  const holder = node.parent;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
  return [...readsOf(ev.index.variableOf(holder.id))];
}

/** Every record where it is written, and where functions that write it are called. */
function eventsOf(ev: Evaluator, records: readonly AuditRecord[]): Event[] {
  const events: Event[] = records
    .slice(0, MAX_EVENTS)
    .map((record) => ({ at: record.call, record, conditional: false }));
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

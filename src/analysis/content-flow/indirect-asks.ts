/**
 * Functions and agents that ask a model which was made before: `run(agent, input)`, `chat({ adapter })`,
 * `createReactAgent({ llm })`.
 */
import type { CallSite } from '../requests/call-site.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { SURFACE_MODULES, ROWS } from '../sdk-surface/index.ts';
import type { SurfaceRow } from '../sdk-surface/index.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import { calleeName, contains, wrapped } from '../syntax/nodes.ts';
import { once } from '../syntax/once.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { parsePath } from '../values/object-view.ts';
import { apiOf } from '../values/extended-packages.ts';
import { makersOf } from '../values/origins.ts';
import { TURNS } from './makers.ts';
import type { ResultSource } from './types.ts';

/** What such functions are exported as, or called on what a package makes. */
const askingNames = once(
  (): ReadonlySet<string> =>
    new Set(
      [
        ...SURFACE_MODULES.map(({ exports }) => exports),
        ...[...ROWS.values()].map(({ members }) => members ?? {}),
      ]
        .flatMap((names) => Object.entries(names))
        .filter(([, row]) => ROWS.get(row)?.carries !== undefined)
        .map(([name]) => name),
    ),
);

/** The calls of a file that hand on to a request of it, without being one. */
export function indirectAsks(ev: Evaluator, sites: readonly CallSite[]): ResultSource[] {
  if (sites.length === 0) return [];
  const byNode = new Map(sites.map((site) => [site.node, site]));
  return [...sites.flatMap((site) => givenModel(ev, site)), ...carriedAsks(ev, byNode)];
}

/** Calls that are handed a model where they ask: `step.ai.infer('sum', { model: step.ai.models.anthropic({ … }), body })`. */
function givenModel(ev: Evaluator, site: CallSite): ResultSource[] {
  if (!site.operation.askedLater) return [];
  return ev.index.calls.flatMap((call): ResultSource[] => {
    if (call === site.node || !TURNS.has(calleeName(call.callee) ?? '')) return [];
    const given = call.arguments.find((argument) => handsOn(ev, argument, site.node));
    return given && given.type !== 'SpreadElement'
      ? [{ node: call, shape: 'message', site, asks: [{ node: given, frame: undefined, path: [] }] }]
      : [];
  });
}

/** True for an argument that has what a call makes, or a name for it. */
export function handsOn(ev: Evaluator, argument: Node, made: CallNode): boolean {
  if (contains(argument, made)) return true;
  const holder = wrapped(made).parent;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  return readsOf(ev.index.variableOf(holder.id)).some((use) => contains(argument, use));
}

/** Calls of functions of which the surface says what they hand on. */
function carriedAsks(ev: Evaluator, byNode: ReadonlyMap<CallNode, CallSite>): ResultSource[] {
  return [...askingNames()]
    .flatMap((name) => [name, ...ev.index.aliasesOf(name)])
    .flatMap((name) => ev.index.callsNamed(name))
    .flatMap((call): ResultSource[] => {
      if (byNode.has(call)) return [];
      const row = rowOf(ev, call);
      const [first, second] = call.arguments;
      if (row?.carries === undefined || !first || first.type === 'SpreadElement') return [];
      const path = row.carries === '@0' ? [] : parsePath(row.carries);
      const site = row.carries === '@around' ? providedAround(byNode) : siteBehind(ev, first, path, byNode);
      if (!site) return [];
      // What makes an agent gives something to ask; what asks gives an answer.
      const isMaker = row.operation !== undefined || row.new !== undefined;
      const asked = row.carries === '@0' ? second : first;
      const asks = isMaker || !asked ? [] : [{ node: asked, frame: undefined, path: [] }];
      return [{ node: call, shape: isMaker ? 'maker' : 'message', site, asks }];
    });
}

/** The model that is provided to what asks without naming one (`@effect/ai`). */
function providedAround(sites: ReadonlyMap<CallNode, CallSite>): CallSite | undefined {
  return [...sites.values()].find(({ operation }) => operation.sdk === 'effect');
}

function rowOf(ev: Evaluator, call: CallNode): SurfaceRow | undefined {
  for (const answer of ev.answers(call.callee, [])) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const row = sdkValueOf(answer.value.api, ev.declared)?.row;
    if (row?.carries !== undefined) return row;
  }
  return undefined;
}

function siteBehind(
  ev: Evaluator,
  node: Node,
  path: readonly string[],
  sites: ReadonlyMap<CallNode, CallSite>,
): CallSite | undefined {
  for (const answer of ev.answers(node, path)) {
    const api = apiOf(ev, answer);
    for (const maker of api ? makersOf(api) : []) {
      const site = sites.get(maker.node);
      if (site) return site;
    }
  }
  return undefined;
}

/**
 * Functions and agents that ask a model which was made before: `run(agent, input)`, `chat({ adapter })`,
 * `createReactAgent({ llm })`.
 */
import type { CallSite } from '../requests/call-site.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { SURFACE_MODULES, ROWS } from '../sdk-surface/index.ts';
import type { SurfaceRow } from '../sdk-surface/index.ts';
import type { CallNode, Node } from '../syntax/types.ts';
import { once } from '../syntax/once.ts';
import type { Evaluator } from '../values/answers.ts';
import { parsePath } from '../values/object-view.ts';
import { apiOf } from '../values/extended-packages.ts';
import { makersOf } from '../values/origins.ts';
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
  return [...askingNames()]
    .flatMap((name) => [name, ...ev.index.aliasesOf(name)])
    .flatMap((name) => ev.index.callsNamed(name))
    .flatMap((call): ResultSource[] => {
      if (byNode.has(call)) return [];
      const row = rowOf(ev, call);
      const [first, second] = call.arguments;
      if (row?.carries === undefined || !first || first.type === 'SpreadElement') return [];
      const path = row.carries === '@0' ? [] : parsePath(row.carries);
      const site = siteBehind(ev, first, path, byNode);
      if (!site) return [];
      // What makes an agent gives something to ask; what asks gives an answer.
      const isMaker = row.operation !== undefined || row.new !== undefined;
      const asked = row.carries === '@0' ? second : first;
      const asks = isMaker || !asked ? [] : [{ node: asked, frame: undefined, path: [] }];
      return [{ node: call, shape: isMaker ? 'maker' : 'message', site, asks }];
    });
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

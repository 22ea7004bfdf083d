/**
 * Options that later calls pass on something made once: a LangChain model, an agent, a thread.
 */
import type { CallSite } from './call-site.ts';
import { namesOf } from '../clients/sdk-values.ts';
import { calleeName } from '../nodes.ts';
import { requestParams } from './request-params.ts';
import type { RequestParams, RequestRoot } from './request-params.ts';
import { ROWS } from '../sdk-surface/index.ts';
import type { Api, CallNode } from '../types.ts';
import type { Resolver } from '../values/answers.ts';

const PER_CALL_NAMES: ReadonlySet<string> = new Set(
  [...ROWS.values()].flatMap((row) => Object.keys(row.operation?.perCall?.methods ?? {})),
);

/** Adds, to sites that make something reusable, what each later call on it passes. */
export function withPerCalls(r: Resolver, sites: readonly CallSite[]): CallSite[] {
  const makers = new Map(sites.filter((s) => s.operation.perCall).map((s) => [s.node, s]));
  if (makers.size === 0) return [...sites];
  const found = new Map<CallNode, RequestParams[]>();
  for (const call of r.index.calls) {
    if (!PER_CALL_NAMES.has(calleeName(call.callee) ?? '')) continue;
    for (const answer of r.answers(call.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const options = perCallOptions(r, call, answer.value.api, makers);
      if (options) found.set(options.maker, [...(found.get(options.maker) ?? []), options.params]);
    }
  }
  return sites.map((site) => ({ ...site, perCall: found.get(site.node) ?? [] }));
}

function perCallOptions(
  r: Resolver,
  call: CallNode,
  api: Api,
  makers: ReadonlyMap<CallNode, CallSite>,
): { maker: CallNode; params: RequestParams } | undefined {
  const roots: RequestRoot[] = [];
  let method: string | undefined;
  for (let current: Api | undefined = api; current; current = current.from) {
    const { step } = current;
    if (step.kind === 'member') {
      method = step.name;
    } else if (step.kind === 'call' || step.kind === 'new') {
      const site = makers.get(step.node);
      const perCall = site?.operation.perCall;
      if (perCall) {
        const last = namesOf(api).at(-1) ?? '';
        const position = Object.hasOwn(perCall.methods, last) ? perCall.methods[last] : undefined;
        if (position === undefined) return undefined;
        const own = call.arguments[position];
        if (own) roots.unshift({ node: own, frame: undefined, path: [] });
        return { maker: step.node, params: anyOf(r, roots, call) };
      }
      // A binder between the maker and the call: `model.bindTools(tools, { … }).invoke(…)`.
      const bound = step.node.arguments.at(-1);
      if (bound && calleeName(step.node.callee) !== method)
        roots.push({ node: bound, frame: step.frame, path: [] });
    }
  }
  return undefined;
}

/** A view that finds a path when any of the sources has it. */
function anyOf(r: Resolver, roots: readonly RequestRoot[], call: CallNode): RequestParams {
  return {
    ...requestParams(r, roots, call),
    get(path) {
      for (const root of roots) {
        const answers = requestParams(r, [root], call).get(path);
        if (!answers.every((a) => a.kind === 'absent')) return answers;
      }
      return requestParams(r, roots.slice(0, 1), call).get(path);
    },
  };
}

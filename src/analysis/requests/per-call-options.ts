/**
 * Options that later calls pass on something made once: a LangChain model, an agent, a thread.
 */
import type { CallSite } from './call-site.ts';
import { apiOf } from '../values/extended-packages.ts';
import { namesOf } from '../values/origins.ts';
import { stepsAsked } from './chains.ts';
import { calleeName } from '../syntax/nodes.ts';
import { requestParams } from '../values/object-view.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import { ROWS } from '../sdk-surface/index.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Api, CallNode, Frame } from '../syntax/types.ts';
import { follow } from '../values/answers.ts';
import type { Evaluator } from '../values/answers.ts';

const PER_CALL_NAMES: ReadonlySet<string> = new Set(
  [...ROWS.values()].flatMap((row) => Object.keys(row.operation?.perCall?.methods ?? {})),
);

/** Adds, to sites that make something reusable, what each later call on it passes. */
export function withPerCalls(ev: Evaluator, file: SyntaxIndex, sites: readonly CallSite[]): CallSite[] {
  const makers = new Map(sites.filter((s) => s.operation.perCall).map((s) => [s.node, s]));
  if (makers.size === 0) return [...sites];
  const found = new Map<CallNode, RequestParams[]>();
  for (const call of file.calls) {
    for (const { maker, params } of asksOf(ev, call, undefined, (node) => makers.get(node)))
      found.set(maker.node, [...(found.get(maker.node) ?? []), params]);
  }
  return sites.map((site) => ({ ...site, perCall: found.get(site.node) ?? [] }));
}

/** A call that asks something made before. */
export interface Ask {
  /** What made it. */
  readonly maker: CallSite;
  /** The options that the call passes. */
  readonly params: RequestParams;
}

/**
 * What a call asks, where that was made before.
 *
 * @param siteAt the request that a call is, if it is one
 */
export function asksOf(
  ev: Evaluator,
  call: CallNode,
  frame: Frame | undefined,
  siteAt: (node: CallNode) => CallSite | undefined,
): Ask[] {
  const method = calleeName(call.callee) ?? '';
  if (!PER_CALL_NAMES.has(method)) return [];
  const asked = ev.answers(call.callee, [], frame).flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    return askOf(ev, { call, frame, api: answer.value.api }, siteAt) ?? [];
  });
  if (asked.length > 0) return asked;
  return stepsAsked(ev, call, frame).flatMap((step) =>
    ev.answers(step.node, [], step.frame).flatMap((answer) => {
      const api = apiOf(ev, answer);
      return (api && askOf(ev, { call, frame, api: follow(api, [method]) }, siteAt)) ?? [];
    }),
  );
}

function askOf(
  ev: Evaluator,
  {
    call,
    frame: callFrame,
    api,
  }: { readonly call: CallNode; readonly frame: Frame | undefined; readonly api: Api },
  siteAt: (node: CallNode) => CallSite | undefined,
): Ask | undefined {
  const bound: { readonly method: string; readonly node: CallNode; readonly frame: Frame | undefined }[] = [];
  for (let current: Api | undefined = api; current; current = current.from) {
    const { step } = current;
    if (step.kind === 'call' || step.kind === 'new') {
      const maker = siteAt(step.node);
      const perCall = maker?.operation.perCall;
      if (perCall) {
        const last = namesOf(api).at(-1) ?? '';
        const position = Object.hasOwn(perCall.methods, last) ? perCall.methods[last] : undefined;
        if (position === undefined) return undefined;
        const own = call.arguments[position];
        const roots: RequestRoot[] = own ? [{ node: own, frame: callFrame, path: [] }] : [];
        // A binder between the maker and the call: `model.bindTools(tools, { … }).invoke(…)`. What others take is no option.
        for (const { method, node, frame } of bound) {
          const binders = perCall.binders ?? {};
          const at = Object.hasOwn(binders, method) ? binders[method] : undefined;
          const options = at === undefined ? undefined : node.arguments[at];
          if (options) roots.push({ node: options, frame, path: [] });
        }
        return { maker, params: anyOf(ev, roots, call) };
      }
      bound.push({ method: calleeName(step.node.callee) ?? '', node: step.node, frame: step.frame });
    }
  }
  return undefined;
}

/** A view that finds a path when any of the sources has it. */
function anyOf(ev: Evaluator, roots: readonly RequestRoot[], call: CallNode): RequestParams {
  return {
    ...requestParams(ev, roots, call),
    get(path) {
      for (const root of roots) {
        const answers = requestParams(ev, [root], call).get(path);
        if (!answers.every((a) => a.kind === 'absent')) return answers;
      }
      return requestParams(ev, roots.slice(0, 1), call).get(path);
    },
  };
}

/**
 * What a file does with the API beyond the requests themselves: resources, tools, betas, endpoints, and
 * shapes that nothing else has. Each with the node to show. No opinion on any of it.
 */
import type { CallSite } from '../requests/call-site.ts';
import { contains } from '../syntax/nodes.ts';
import { isModelVendorPackage } from '../sdk-surface/index.ts';
import type { Platform } from '../sdk-surface/index.ts';
import type { Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { isNeverTaken } from '../values/written-truth.ts';
import type { Context, Signals } from './types.ts';
import { methods } from './methods.ts';
import { betas, endpoints, modules, runnerUpdates } from './requests.ts';
import { shapes } from './shapes.ts';
import { tools } from './tools.ts';

export type { ShapeName, Signals } from './types.ts';

/** Collects the signals of a file. */
export function findSignals(ev: Evaluator, sites: readonly CallSite[], evident: boolean): Signals {
  const platformAt = (node: Node): Platform | undefined => {
    const within = sites.filter((site) => contains(site.node, node));
    const only = new Set(sites.map((site) => site.platform));
    // Outside every call, a file that speaks to one platform only speaks to that.
    return within.at(-1)?.platform ?? (only.size === 1 ? [...only][0] : undefined);
  };
  const loaded = modules(ev);
  const loads = (source: string): boolean =>
    loaded.some((m) => m.source === source || m.source.startsWith(`${source}/`));
  const context: Context = {
    ev,
    platformAt,
    evident: evident || sites.length > 0,
    loads,
    requests: sites.length > 0,
    usesAiSdk: loads('@ai-sdk/anthropic') || sites.some(({ operation }) => operation.sdk === 'ai-sdk'),
    alone: !loaded.some(({ source }) => isModelVendorPackage(source)),
  };
  const isTaken = ({ node }: { readonly node: Node }): boolean => !isNeverTaken(ev, node);
  return {
    methods: methods(context, sites),
    tools: tools(context).filter(isTaken),
    betas: betas(context),
    endpoints: ev.index.mentions('/v1/') ? endpoints(context) : [],
    modules: loaded,
    shapes: shapes(context).filter(isTaken),
    updates: context.evident ? runnerUpdates(ev) : [],
  };
}

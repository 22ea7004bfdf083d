/**
 * Every place where the file makes a client that can send to Claude, whether or not it sends anything itself.
 */
import { paramsOf } from './arguments.ts';
import type { CallSite } from './call-site.ts';
import { isCandidate } from './candidates.ts';
import { sdkValueOf } from './clients.ts';
import type { DeclaredClients } from './clients.ts';
import { platformOfBase, platformOfUrl } from './hosts.ts';
import { requestParams, stringsOf } from './request-params.ts';
import type { RequestParams } from './request-params.ts';
import type { ClientOptions, Platform, SurfaceRow } from './sdk-surface/index.ts';
import type { CallNode } from './types.ts';
import { follow } from './values/answers.ts';
import type { Resolver } from './values/answers.ts';

/** A call or construction that makes a client, or something that holds one. */
export interface MadeClient {
  readonly node: CallNode;
  readonly platform: Platform | undefined;
  /** What it was given; without roots where it was given nothing. */
  readonly options: RequestParams;
  readonly takes: ClientOptions;
}

/**
 * Finds the clients that a file makes.
 *
 * @param sites the requests of the file: they tell whether a client of any vendor's models serves Claude
 */
export function findMadeClients(
  r: Resolver,
  declared: DeclaredClients,
  sites: readonly CallSite[],
): MadeClient[] {
  return r.index.calls.flatMap((call): MadeClient[] => {
    if (!isCandidate(r, call, declared)) return [];
    for (const answer of r.answers(call.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const { api } = answer.value;
      // `require()` of a package that is its own class.
      const value = sdkValueOf(api.step.kind === 'module' ? follow(api, ['default']) : api, declared);
      const takes = value?.row.makes;
      if (!value || !takes) continue;
      const made = { node: call, platform: value.platform, options: optionsOf(r, call, value.row), takes };
      return servesClaude(made, sites) ? [made] : [];
    }
    return [];
  });
}

function optionsOf(r: Resolver, call: CallNode, { operation }: SurfaceRow): RequestParams {
  if (operation) return paramsOf(r, call, operation);
  const [first] = call.arguments;
  const roots = first && first.type !== 'SpreadElement' ? [{ node: first, frame: undefined, path: [] }] : [];
  return requestParams(r, roots, call);
}

function servesClaude({ node, platform, options, takes }: MadeClient, sites: readonly CallSite[]): boolean {
  if (platformOfBase(options, takes.baseUrls) === 'other') return false;
  if (!takes.anyVendor) return true;
  if (takes.anyVendor === 'by-requests')
    return sites.some((site) => site.node === node || (platform && site.platform === platform));
  return takes.baseUrls.some((path) =>
    stringsOf(options.get(path)).some((url) => platformOfUrl(url) === 'anthropic'),
  );
}

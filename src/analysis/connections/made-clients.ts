/**
 * Every place where the file makes a client that can send to Claude, whether or not it sends anything itself.
 */
import { paramsOf } from '../requests/arguments.ts';
import type { CallSite } from '../requests/call-site.ts';
import { isAtAnthropic, platformOfBase } from '../clients/hosts.ts';
import type { RequestParams } from '../values/object-view.ts';
import { optionsAt } from '../clients/sdk-calls.ts';
import type { SdkCall } from '../clients/sdk-calls.ts';
import type { ClientOptions, Platform } from '../sdk-surface/index.ts';
import type { CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** A call or construction that makes a client, or something that holds one. */
export interface MadeClient {
  readonly node: CallNode;
  readonly platform: Platform | undefined;
  /** What it was given; without roots where it was given nothing. */
  readonly options: RequestParams;
  readonly takes: ClientOptions;
}

/**
 * The clients that a file makes.
 *
 * @param sites the requests of the file: they tell whether a client of any vendor's models serves Claude
 */
export function madeClients(
  ev: Evaluator,
  calls: readonly SdkCall[],
  sites: readonly CallSite[],
): MadeClient[] {
  const found = new Map<CallNode, MadeClient>();
  for (const { node, callee } of calls) {
    const { makes, operation } = callee.row;
    if (!makes || found.has(node)) continue;
    const options = operation ? paramsOf(ev, node, operation) : optionsAt(ev, node, 0);
    const made = { node, platform: callee.platform, options, takes: makes };
    if (servesClaude(made, sites)) found.set(node, made);
  }
  return [...found.values()];
}

function servesClaude({ node, platform, options, takes }: MadeClient, sites: readonly CallSite[]): boolean {
  if (platformOfBase(options, takes.baseUrls) === 'other') return false;
  if (!takes.vendors) return true;
  if (takes.vendors === 'by-model')
    return sites.some((site) => site.node === node || (platform && site.platform === platform));
  return isAtAnthropic(options, takes.baseUrls);
}

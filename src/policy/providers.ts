/**
 * Who can receive a request to Claude, and what to say about where one goes.
 */
import type { Address, Destination, SetReroute } from '../analysis/connections/destinations.ts';
import { isLoopback, platformOfHost } from '../analysis/clients/hosts.ts';
import { addressOfGateway, leavesOff } from '../analysis/sdk-surface/index.ts';
import type { Platform } from '../analysis/sdk-surface/types.ts';
import type { Known, Node, Unknown } from '../analysis/syntax/types.ts';
import { literalOf } from '../analysis/values/answers.ts';
import { isApprovedUrl, knownUrl } from './base-urls.ts';
import type { Fact } from './facts.ts';

export type ProviderId = Exclude<Platform, 'gateway'> | 'langsmith-gateway';

export interface Provider extends Fact {
  readonly title: string;
  /** Hosts that are not in the surface's own table. */
  readonly hosts?: readonly string[];
}

const SURFACE = 'the packages, as docs/facts.md lists them';

/** Every value of the `providers` option, with the party behind it. */
export const PROVIDERS: Readonly<Record<ProviderId, Provider>> = {
  anthropic: { title: 'Anthropic’s own API', source: SURFACE, checkedOn: '2026-11-21', certainty: 'A' },
  'anthropic-aws': {
    title: 'Claude Platform on AWS',
    source: SURFACE,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  bedrock: { title: 'Amazon Bedrock', source: SURFACE, checkedOn: '2026-11-21', certainty: 'A' },
  foundry: { title: 'Microsoft Foundry', source: SURFACE, checkedOn: '2026-11-21', certainty: 'A' },
  'google-cloud': {
    title: 'Claude on Google Cloud (Anthropic managed)',
    source: SURFACE,
    checkedOn: '2026-11-29',
    certainty: 'B',
  },
  'langsmith-gateway': {
    title: 'the LangSmith gateway',
    hosts: ['gateway.smith.langchain.com'],
    source: 'npm @langchain/anthropic 1.5.11',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  'openai-compatible': {
    title: 'Anthropic’s OpenAI-compatible endpoint',
    source: SURFACE,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  'vercel-gateway': {
    title: 'the Vercel AI Gateway',
    source: SURFACE,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  vertex: { title: 'Vertex AI', source: SURFACE, checkedOn: '2026-11-21', certainty: 'A' },
};

/** The ids, for option schemas. */
export const PROVIDER_IDS = Object.keys(PROVIDERS) as readonly ProviderId[];

export interface ProviderPolicy {
  readonly providers: readonly ProviderId[];
  /** Hosts or beginnings of URLs that are approved beside the providers' own. */
  readonly baseURLs: readonly string[];
  readonly unverifiable: 'ignore' | 'report';
}

export interface ProviderVerdict {
  readonly id: 'address' | 'provider' | 'unverifiable';
  readonly node: Node;
  /** The party or the host. */
  readonly to: string;
  readonly answer?: Known | Unknown | undefined;
}

/** Judges where a client or a request sends. */
export function destinationVerdicts(
  { call, platform, addresses, router }: Destination,
  policy: ProviderPolicy,
): ProviderVerdict[] {
  const node = call.callee;
  // Without a host, `fetch` sends to where the page comes from: that server decides, and is asked itself.
  const isOwn = ({ url }: Address): boolean => isFetch(node) && /^\/(?!\/)/.test(url?.[0] ?? '');
  if (addresses.length > 0)
    return addresses.flatMap((address) => (isOwn(address) ? [] : addressVerdict(address, platform, policy)));
  if (router === 'vercel') return providerVerdict(node, 'vercel-gateway', policy);
  if (router !== undefined) return routerVerdict(node, router, policy);
  if (platform === undefined || platform === 'gateway') return [{ id: 'unverifiable', node, to: '' }];
  return providerVerdict(node, platform, policy);
}

const isFetch = (callee: Node): boolean => callee.type === 'Identifier' && callee.name === 'fetch';

/** Judges a variable of the environment that the code sets. */
export function rerouteVerdicts(
  { reroute, addresses }: SetReroute,
  policy: ProviderPolicy,
): ProviderVerdict[] {
  return addresses.flatMap((address) => {
    const value = address.answer && literalOf(address.answer);
    const url = address.url?.[0] ?? '';
    if (reroute.kind === 'address' || /^https?:/i.test(url)) {
      const own = reroute.to === 'langsmith-gateway' ? undefined : reroute.to;
      return url === '' && address.url ? [] : addressVerdict(address, own, policy);
    }
    if (value === undefined)
      return [{ id: 'unverifiable', node: address.node, to: '', answer: address.answer }];
    if (leavesOff(value)) return [];
    return reroute.to === 'gateway'
      ? [{ id: 'address', node: address.node, to: 'a gateway' }]
      : providerVerdict(address.node, reroute.to, policy);
  });
}

function addressVerdict(
  { node, url, answer }: Address,
  platform: Platform | undefined,
  policy: ProviderPolicy,
): ProviderVerdict[] {
  const known = url && knownUrl(url);
  if (!known) return [{ id: 'unverifiable', node, to: '', answer }];
  if (isLoopback(known.hostname) || isApprovedUrl(known, policy.baseURLs)) return [];
  const { hostname } = known;
  const named = PROVIDER_IDS.find((id) => PROVIDERS[id].hosts?.includes(hostname));
  const host = platformOfHost(hostname);
  const to = named ?? host;
  if (to === undefined || to === 'other' || to === 'gateway') return [{ id: 'address', node, to: hostname }];
  // The same host, spoken to in another way.
  return providerVerdict(
    node,
    to === 'anthropic' && platform === 'openai-compatible' ? platform : to,
    policy,
  );
}

/** Judges somebody that a model string, or a package, names as the one who passes requests on. */
function routerVerdict(node: Node, router: string, { baseURLs }: ProviderPolicy): ProviderVerdict[] {
  const address = knownUrl([`https://${addressOfGateway(router) ?? router}/`]);
  return address && isApprovedUrl(address, baseURLs) ? [] : [{ id: 'address', node, to: router }];
}

function providerVerdict(node: Node, id: ProviderId, { providers }: ProviderPolicy): ProviderVerdict[] {
  return providers.includes(id) ? [] : [{ id: 'provider', node, to: PROVIDERS[id].title }];
}

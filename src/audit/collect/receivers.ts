/**
 * Who receives a request: what the code shows of its client, its address and its package.
 */
import { isGeneral } from '../../analysis/clients/client.ts';
import type { Client } from '../../analysis/clients/client.ts';
import { platformOfUrl } from '../../analysis/clients/hosts.ts';
import { destinationsOf } from '../../analysis/connections/destinations.ts';
import type { Address } from '../../analysis/connections/destinations.ts';
import type { CallSite as Request } from '../../analysis/index.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { isNullish } from '../../analysis/values/answers.ts';
import { knownUrl } from '../../policy/base-urls.ts';
import type { CodeFile } from '../../rules/define/file.ts';
import type { Fact } from '../model.ts';
import { PROCESSORS } from '../words.ts';
import type { ProviderName, Why } from '../words.ts';
import type { Locator } from './places.ts';

/** Who receives something, and the host where that is not the provider's own. */
export interface Receiver {
  readonly provider: Fact<ProviderName>;
  readonly host?: string;
}

/** A client that a file makes: what a request may go through that is handed its client. */
export interface MadeClient {
  readonly platform: string | undefined;
  /** What it is made of, in this file and in others. */
  readonly parts: readonly Node[];
  readonly receiver: Receiver;
}

/** True where a request is handed its client, and the code does not say which. */
export function hasOpenClient(request: Request, { analysis }: CodeFile): boolean {
  return analysis.clientsOf(request).some(({ node, shown }) => !shown && node === undefined);
}

/** The clients that a file makes, for whoever is handed them. */
export function clientsMade(file: CodeFile, where: Locator): readonly MadeClient[] {
  return file.analysis.sdkClients().flatMap((client): MadeClient[] => {
    const { node, platform, shown } = client;
    if (!node || !shown || isGeneral(client)) return [];
    const at = addressedTo([client], new Set([node]), platform, { file, where });
    const isNamed = platform !== undefined && Object.hasOwn(PROCESSORS, platform);
    const own = {
      state: 'shown',
      value: isNamed ? (platform as ProviderName) : 'other',
      how: 'package',
    } as const;
    return [{ platform, parts: file.analysis.partsOfClient(client), receiver: at ?? { provider: own } }];
  });
}

/**
 * Who receives a request that is handed its client.
 *
 * @param made the clients of its kind that the project makes: any of them may be the one
 */
export function receiverThrough(made: readonly Receiver[]): Receiver {
  const [first] = made;
  const keys = new Set(
    made.map(({ provider, host = '' }) => `${provider.state} ${provider.value ?? ''} ${host}`),
  );
  if (first && keys.size === 1) return first;
  return { provider: { state: 'cannot-tell', why: 'imported' } };
}

/** Who receives a request, and the host where that is not the provider's own. */
export function receiverOf(request: Request, file: CodeFile, where: Locator): Receiver {
  const { analysis } = file;
  const clients = analysis.clientsOf(request);
  const nodes = new Set([request.node, ...clients.map(({ node }) => node)]);
  const addressed = addressedTo(clients, nodes, request.platform, { file, where });
  if (addressed) return addressed;
  const { platform, gateway } = request;
  if (gateway !== undefined || platform === 'gateway') {
    const isVercel = gateway === 'vercel' || gateway === 'vercel-gateway';
    const value = isVercel ? 'vercel-gateway' : 'other';
    return {
      provider: { state: 'shown', value, how: 'package' },
      ...(!isVercel && gateway !== undefined && /^[\p{L}\p{N}.-]+$/u.test(gateway) && { host: gateway }),
    };
  }
  if (request.via === 'shape') return { provider: { state: 'cannot-tell', why: 'imported' } };
  return {
    provider: { state: 'shown', value: platform, how: request.via === 'declared' ? 'setting' : 'package' },
  };
}

interface Looking {
  readonly file: CodeFile;
  readonly where: Locator;
}

/** Who receives what is given an address; undefined where nothing is. */
function addressedTo(
  clients: readonly Client[],
  nodes: ReadonlySet<Node | undefined>,
  platform: string | undefined,
  { file, where }: Looking,
): Receiver | undefined {
  const destinations = destinationsOf(file.analysis).filter(({ call }) => nodes.has(call));
  const addresses = destinations.flatMap((each) => each.addresses);
  const open = addresses.find(({ url }) => !url || !knownUrl(url));
  if (open) return { provider: { state: 'cannot-tell', why: whyAddress(open), from: where.at(open.node) } };
  const hosts = new Set(addresses.flatMap(({ url }) => (url ? [knownUrl(url)?.hostname ?? ''] : [])));
  const [host] = hosts;
  if (host === undefined) return undefined;
  // A condition decides between several.
  if (hosts.size > 1 || clients.some(isSometimesTold))
    return {
      provider: {
        state: 'cannot-tell',
        why: 'computed',
        ...(addresses[0] && { from: where.at(addresses[0].node) }),
      },
    };
  return receiverAt(host, platform, addresses[0], where);
}

/** True for a client that is told an address on some ways through the code, and on others none. */
function isSometimesTold({ options, takes }: Client): boolean {
  return takes.baseUrls.some((path) => {
    const answers = options.get(path);
    const isNothing = answers.map((answer) => answer.kind === 'absent' || isNullish(answer) === true);
    return isNothing.includes(true) && isNothing.includes(false);
  });
}

function receiverAt(
  host: string,
  platform: string | undefined,
  address: Address | undefined,
  where: Locator,
): Receiver {
  const at = platformOfUrl([`https://${host}/`]);
  const isOwn = at !== undefined && at !== 'other' && at !== 'gateway';
  const value = isOwn ? (platform === 'openai-compatible' ? platform : at) : 'other';
  const clean = host.replace(/^\[|\]$/g, '').replaceAll(':', '-');
  return {
    provider: {
      state: 'shown',
      value: Object.hasOwn(PROCESSORS, value) ? value : 'other',
      how: 'address',
      ...(address && { from: where.at(address.node) }),
    },
    ...(!isOwn && { host: clean }),
  };
}

function whyAddress({ answer }: Address): Why {
  return answer?.kind === 'unknown' ? answer.reason : 'computed';
}

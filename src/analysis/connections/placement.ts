/**
 * Where a cloud is told to process a request: the region of its client or address, beside the model's own id.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { HandedSite } from '../sites/handed-sites.ts';
import type { Senders } from './destinations.ts';
import { pathOf, regionOfUrl } from '../clients/hosts.ts';
import { HOLE } from '../values/text.ts';
import type { Pieces } from '../values/text.ts';
import { stringsOf } from '../values/object-view.ts';
import { AGENT_REGIONS } from '../sdk-surface/index.ts';
import type { Platform } from '../sdk-surface/index.ts';
import { baseUrlsOf, isGeneral, regionOf } from '../clients/client.ts';
import type { Client } from '../clients/client.ts';
import type { Answer, CallNode, Known, Node, Unknown } from '../syntax/types.ts';
import { isNullish } from '../values/answers.ts';

/** What one way through the code says of the region. */
export type RegionReading = {
  /** The place to show. */
  readonly node: Node;
} & (
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly answer: Known | Unknown }
  /** `whole`: the node holds the region and nothing else. */
  | { readonly state: 'value'; readonly value: string; readonly whole: boolean }
);

/** One request, or a client that no request of the file goes through, and what says where it is processed. */
export interface Placement {
  readonly platform: Platform;
  /** The request; of a client without one, what makes it. */
  readonly call: CallNode;
  /** Empty for a client without a request. */
  readonly models: readonly Answer[];
  readonly regions: readonly RegionReading[];
  /** The option of the client that takes the region. */
  readonly option: string | undefined;
  /** A client that says nothing of its region: each request that other modules send through it is asked. */
  readonly leftToUsers: boolean;
}

/** Platforms where something else than the request decides the place. */
const REGIONAL: ReadonlySet<Platform> = new Set<Platform>(['bedrock', 'foundry', 'vertex']);

/** Every request of a file to a cloud, and every client of one that only other files can use. */
export function placementsOf(analysis: Senders): Placement[] {
  const found: Placement[] = [];
  const used = new Set<CallNode | undefined>();
  for (const site of analysis.callSites) {
    if (!REGIONAL.has(site.platform)) continue;
    const clients = analysis.clientsOf(site);
    for (const client of clients) used.add(client.node);
    found.push({
      platform: site.platform,
      call: site.node,
      models: site.models(),
      regions: regionsOfSite(site, clients).filter((reading) => isSaidHere(analysis, reading, clients)),
      option: clients[0]?.takes.region,
      leftToUsers: false,
    });
  }
  found.push(...analysis.handedSites().flatMap((site) => placementHanded(analysis, site)));
  for (const { call, client, given } of analysis.handedOptions()) {
    const { platform } = client;
    const option = client.takes.region;
    if (option === undefined || isGeneral(client) || !platform || !REGIONAL.has(platform)) continue;
    const regions = given(option).flatMap(readingOf);
    if (regions.length > 0) found.push({ platform, call, models: [], regions, option, leftToUsers: false });
  }
  for (const client of analysis.sdkClients()) {
    const { node, platform } = client;
    const option = client.takes.region;
    if (isGeneral(client) || !node || used.has(node) || !platform || !REGIONAL.has(platform)) continue;
    const regions = client.shown ? regionsOf(client, node.callee) : [elsewhere(node.callee)];
    const leftToUsers = regions.every(({ state }) => state !== 'value') && analysis.isHandedOut(node);
    found.push({ platform, call: node, models: [], regions, option, leftToUsers });
  }
  return found;
}

/** A request of another module for which a call of the file names the model. Regions that its own module writes are told there. */
function placementHanded(analysis: Senders, site: HandedSite): readonly Placement[] {
  if (!REGIONAL.has(site.platform)) return [];
  const models = site.models().filter(({ kind }) => kind === 'known');
  if (models.length === 0) return [];
  const clients = analysis.clientsOf(site.request);
  const regions = regionsOfSite(site.request, clients).filter(({ state }) => state !== 'value');
  const option = clients[0]?.takes.region;
  return [{ platform: site.platform, call: site.node, models, regions, option, leftToUsers: false }];
}

/** False for a region that the module which makes a client writes, and answers for by itself. One that it leaves open is asked here. */
function isSaidHere(analysis: Senders, { node, state }: RegionReading, clients: readonly Client[]): boolean {
  if (state !== 'value' || analysis.pathOf(node) === undefined) return true;
  return !clients.some(
    (client) => client.node && analysis.pathOf(client.node) !== undefined && !isGeneral(client),
  );
}

function regionsOfSite(site: CallSite, clients: readonly Client[]): readonly RegionReading[] {
  const { callee } = site.node;
  if (site.via === 'http') return regionsOfRequest(site);
  if (site.operation.sdk === 'agent-sdk') return regionsOfAgent(site);
  if (clients.length === 0) return [elsewhere(callee)];
  return clients.flatMap((client) => (client.shown ? regionsOf(client, callee) : [elsewhere(callee)]));
}

/** The region of a client that another file makes. */
function elsewhere(node: Node): RegionReading {
  return { node, state: 'unknown', answer: { kind: 'unknown', reason: 'imported', node, path: [] } };
}

/** The regions that a client is made with: by option, else by address. */
function regionsOf(client: Client, nowhere: Node): readonly RegionReading[] {
  const answers = regionOf(client).filter((a) => isNullish(a) !== true);
  if (answers.length > 0) return answers.flatMap(readingOf);
  const readings = baseUrlsOf(client).flatMap((answer): RegionReading[] => {
    const region = stringsOf([answer]).map(regionOfUrl)[0];
    return region !== undefined && answer.kind === 'known'
      ? [{ node: answer.node, state: 'value', value: region, whole: false }]
      : [];
  });
  return readings.length > 0 ? readings : [{ node: client.node?.callee ?? nowhere, state: 'absent' }];
}

/** The regions in the address of a request over HTTP. */
function regionsOfRequest(site: CallSite): readonly RegionReading[] {
  const node = site.node.arguments[0] ?? site.node;
  const values = site.url ? [regionOfUrl(site.url), locationIn(site.url)] : [];
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return [{ node, state: 'unknown', answer: urlUnknown(node) }];
  return known.map((value) => ({ node, state: 'value', value, whole: false }));
}

/** The region that an agent is told in the environment it is handed. */
function regionsOfAgent({ node, params, platform }: CallSite): readonly RegionReading[] {
  const variable = AGENT_REGIONS[platform];
  const told = variable === undefined ? [] : params.get(`options.env.${variable}`);
  const readings = told.filter((answer) => answer.kind === 'known').flatMap(readingOf);
  return readings.length > 0 ? readings : [{ node: node.callee, state: 'absent' }];
}

function readingOf(answer: Answer): RegionReading[] {
  if (answer.kind === 'absent') return [];
  const written = answer.property?.value ?? answer.node;
  const [pieces] = stringsOf([answer]);
  if (!pieces || pieces.includes(null)) return [{ node: written, state: 'unknown', answer }];
  return [{ node: answer.node, state: 'value', value: pieces.join(''), whole: true }];
}

/** `/locations/us-east5/` in a path of Vertex AI. */
function locationIn(url: Pieces): string | undefined {
  const location = /\/locations\/([^/]+)\//.exec(pathOf(url))?.[1];
  return location?.includes(HOLE) === true ? undefined : location;
}

function urlUnknown(node: Node): Unknown {
  return { kind: 'unknown', reason: 'computed', node, path: [] };
}

/**
 * Which requests something is about that stands beside them: at a client, in options, or where an answer goes, in whatever module.
 */
import type { LoggingFacts, UsedFeature } from '../model.ts';
import { receiverThrough } from './receivers.ts';
import type { Receiver } from './receivers.ts';
import type { ClientPart, FileReport } from './file-report.ts';
import type { OwnSite } from './own-sites.ts';
import type { Said } from './said.ts';
import type { RequestKey, Spot } from './spots.ts';

/** What files say of requests that may stand in others. */
export interface Connections {
  /** What rules say, each with the requests that it is about. */
  readonly said: readonly Said[];
  /** Features of requests that are written outside of them. */
  readonly features: ReadonlyMap<RequestKey, readonly UsedFeature[]>;
  /** Where other modules write content of a request down. */
  readonly leaked: ReadonlyMap<RequestKey, LoggingFacts['sinks']>;
  /** Who receives requests whose own code does not decide it. */
  readonly receivers: ReadonlyMap<RequestKey, Receiver>;
}

/**
 * Connects what files say to the requests of all files.
 *
 * @param packageOf the name of the package that a file lies in
 */
export function connectionsOf(
  reports: readonly FileReport[],
  own: readonly OwnSite[],
  packageOf: (file: string) => string,
): Connections {
  const candidates = candidatesFor(reports, own, packageOf);
  const moved = reroutedSites(reports, own, packageOf);
  const isOpen = (key: RequestKey): boolean => (candidates.get(key)?.length ?? 0) > 1;
  const parts = new Map<string, PartOf[]>();
  for (const { key, parts: ofSite } of own) {
    const ofClients = candidates.get(key)?.flatMap((client) => client.parts) ?? [];
    for (const spot of ofSite) put(parts, spot.path, { key, range: spot.range, isOpen: false });
    for (const spot of ofClients) put(parts, spot.path, { key, range: spot.range, isOpen: isOpen(key) });
    for (const spot of moved.get(key) ?? []) put(parts, spot.path, { key, range: spot.range, isOpen: false });
  }
  for (const { key, parts: handedIn } of reports.flatMap((report) => report.handed))
    for (const spot of handedIn) put(parts, spot.path, { key, range: spot.range, isOpen: false });
  const handed = new Map<RequestKey, RequestKey[]>();
  const keys = new Set(own.map(({ key }) => key));
  for (const report of reports)
    for (const { call, key } of report.handed) if (!keys.has(call)) put(handed, call, key);
  /** A call that leads to requests of other modules stands for those. */
  const requestsBehind = (key: RequestKey): readonly RequestKey[] => handed.get(key) ?? [key];
  const about = ({ path, range: [start, end] }: Spot): readonly PartOf[] =>
    (parts.get(path) ?? []).filter(({ range: [from, to] }) => from <= start && end <= to);

  const features = new Map<RequestKey, UsedFeature[]>();
  const leaked = new Map<RequestKey, LoggingFacts['sinks'][number][]>();
  for (const report of reports) {
    for (const { piece, ...feature } of report.loose)
      for (const key of keysOf(about(piece))) put(features, key, feature);
    for (const { key, sink } of report.leaked)
      for (const behind of requestsBehind(key)) put(leaked, behind, sink);
  }
  const said = reports.flatMap((report) =>
    report.said.map((each): Said => {
      if (each.sites.length > 0) return { ...each, sites: [...new Set(each.sites.flatMap(requestsBehind))] };
      if (!each.piece) return each;
      const found = about(each.piece);
      const sites = keysOf(found.filter((part) => !part.isOpen));
      const maybe = keysOf(found).filter((key) => !sites.includes(key));
      return { ...each, sites, maybe };
    }),
  );
  return { said, features, leaked, receivers: receiversOf(candidates, moved) };
}

/** A stretch of a file that a request has a part in. */
interface PartOf {
  readonly key: RequestKey;
  readonly range: Spot['range'];
  /** It is one of several clients, and the request is handed any of them. */
  readonly isOpen: boolean;
}

function keysOf(parts: readonly PartOf[]): RequestKey[] {
  return [...new Set(parts.map(({ key }) => key))];
}

/** Request that is handed its client → the clients that it can be. */
type Candidates = ReadonlyMap<RequestKey, readonly ClientPart[]>;

/** Those of its kind in the files that call for it, else in its package, else in the repository. */
function candidatesFor(
  reports: readonly FileReport[],
  own: readonly OwnSite[],
  packageOf: (file: string) => string,
): Candidates {
  const made = reports.flatMap(({ clients }) => clients);
  const callers = new Map<RequestKey, Set<string>>();
  for (const { handed } of reports)
    for (const { key, at } of handed) callers.set(key, (callers.get(key) ?? new Set()).add(at.file));
  return new Map(
    own.flatMap(({ key, platformOfClient, facts }) => {
      if (platformOfClient === undefined) return [];
      const alike = made.filter(({ platform }) => platform === platformOfClient);
      const near = [
        alike.filter(({ file }) => callers.get(key)?.has(file)),
        alike.filter(({ file }) => packageOf(file) === packageOf(facts.at.file)),
      ];
      return [[key, near.find(({ length }) => length > 0) ?? alike]];
    }),
  );
}

/** Requests whose address their package takes from a variable of the environment that it sets itself. */
function reroutedSites(
  reports: readonly FileReport[],
  own: readonly OwnSite[],
  packageOf: (file: string) => string,
): ReadonlyMap<RequestKey, readonly Spot[]> {
  const found = new Map<RequestKey, Spot[]>();
  for (const { path, reroutes } of reports) {
    for (const { platform, piece } of reroutes) {
      for (const { key, facts } of own) {
        const { provider, at } = facts;
        const isMoved = provider.how === 'package' && provider.value === platform;
        if (isMoved && packageOf(at.file) === packageOf(path)) put(found, key, piece);
      }
    }
  }
  return found;
}

function receiversOf(
  candidates: Candidates,
  moved: ReadonlyMap<RequestKey, readonly Spot[]>,
): ReadonlyMap<RequestKey, Receiver> {
  const handed = [...candidates].map(([key, clients]): [RequestKey, Receiver] => [
    key,
    receiverThrough(clients.map(({ receiver }) => receiver)),
  ]);
  const rerouted = [...moved.keys()].map((key): [RequestKey, Receiver] => [
    key,
    { provider: { state: 'cannot-tell', why: 'environment' } },
  ]);
  return new Map([...handed, ...rerouted]);
}

function put<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const others = groups.get(key);
  if (others) others.push(item);
  else groups.set(key, [item]);
}

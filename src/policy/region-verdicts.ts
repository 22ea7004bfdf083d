/**
 * What to say about the place where a cloud processes a request.
 */
import { contains } from '../analysis/syntax/nodes.ts';
import type { Placement } from '../analysis/connections/placement.ts';
import { stringsOf } from '../analysis/values/object-view.ts';
import type { Known, Node, Unknown } from '../analysis/syntax/types.ts';
import { CLOUD_OF, MULTI_REGIONS, PLACE_IDS, PLACES, PROFILES, REGIONS } from './regions.ts';
import type { Cloud, PlaceName, Wide } from './regions.ts';

export interface RegionPolicy {
  /** Places, or exact ids of regions. */
  readonly regions: readonly string[];
  readonly unverifiable: 'ignore' | 'report';
}

/** Something to say about one request, or one client. */
export interface PlaceVerdict {
  readonly id: 'anywhere' | 'foundry' | 'outside' | 'unverifiable';
  readonly node: Node;
  /** What is written, and what it stands for. */
  readonly value?: string;
  readonly title?: string;
  /** The text to write in its place. */
  readonly instead?: string | undefined;
  /** An approved id of the same kind, for the advice. */
  readonly use?: string | undefined;
  /** What leaves it open. */
  readonly of?: 'model' | 'region';
  /** Why the place is not known; a clause, or the answer that tells. */
  readonly why?: Known | Unknown | string;
}

/** Judges where one request, or all requests of one client, are processed. */
export function placeVerdicts(
  { platform, call, models, regions }: Placement,
  policy: RegionPolicy,
): PlaceVerdict[] {
  if (platform === 'foundry') return [{ id: 'foundry', node: call.callee }];
  const cloud = CLOUD_OF[platform];
  if (!cloud) return [];
  const found: PlaceVerdict[] = [];
  let settled = cloud === 'aws' && models.length > 0;
  let open: PlaceVerdict | undefined;
  for (const model of cloud === 'aws' ? models : []) {
    const [pieces] = stringsOf([model]);
    const id = pieces?.[0] ?? '';
    const reading: ProfileReading = id === '' ? { kind: 'none' } : profileOf(id);
    const node = model.kind === 'known' ? model.node : call.callee;
    if (reading.kind === 'profile') {
      const verdict = profileVerdict(reading.profile, policy, placeOfRegions(regions, cloud));
      const narrow = pieces?.length === 1 ? verdict?.instead : undefined;
      const rest = id.slice(reading.start + reading.profile.id.length);
      // An ARN names its own region, and is left alone.
      const instead = narrow !== undefined && reading.start === 0 ? narrow + rest : undefined;
      if (verdict) found.push({ ...verdict, node, value: reading.profile.id, instead });
    } else if (reading.kind === 'region') {
      const verdict = regionVerdict(reading.region, cloud, policy);
      if (verdict) found.push({ ...verdict, node, value: reading.region });
    } else if (reading.kind === 'opaque') {
      found.push({
        id: 'unverifiable',
        node,
        of: 'model',
        why: 'the id of the model does not say where it leads',
      });
    } else {
      settled = false;
      // A prefix that is not known may route anywhere, whatever the region.
      if (id === '' && model.kind !== 'absent')
        open = { id: 'unverifiable', node: call.callee, of: 'model', why: model };
    }
  }
  for (const reading of regions) {
    if (reading.state === 'value') {
      const verdict = regionVerdict(reading.value, cloud, policy);
      const instead = reading.whole ? verdict?.instead : undefined;
      if (verdict) found.push({ ...verdict, node: reading.node, value: reading.value, instead });
    } else if (!settled) {
      const why =
        reading.state === 'unknown' ? reading.answer : 'no region is set, so the environment decides';
      found.push({
        id: 'unverifiable',
        node: contains(call, reading.node) ? reading.node : call.callee,
        why,
      });
    }
  }
  return open && found.length === 0 ? [open] : found;
}

/** What the id of a model says of the place. */
export type ProfileReading =
  /** It names no profile: the region decides. */
  | { readonly kind: 'none' }
  /** The ARN of something that is bound to one region. */
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'profile'; readonly profile: Wide; readonly start: number }
  /** The ARN of something that may lead anywhere, or a prefix that no row names. */
  | { readonly kind: 'opaque' };

/** What is wrong with a place: the place as a phrase, and the narrower id of the same kind. */
export interface OutsideVerdict {
  readonly id: 'anywhere' | 'outside';
  readonly title: string;
  readonly instead: string | undefined;
  /** An approved id of the same kind: a profile for a profile, a region of the cloud for a region. */
  readonly use: string | undefined;
}

/** Reads a Bedrock model id. */
export function profileOf(modelId: string): ProfileReading {
  const [, region, resource] = /^arn:[^:]*:bedrock:([^:]*):[^:]*:([a-z-]+)\//.exec(modelId) ?? [];
  if (resource === 'foundation-model' || resource?.startsWith('provisioned-model'))
    return region ? { kind: 'region', region } : { kind: 'none' };
  if (modelId.startsWith('arn:') && resource !== 'inference-profile') return { kind: 'opaque' };
  const start = modelId.lastIndexOf('/') + 1;
  const id = modelId.slice(start);
  const profile = PROFILES.find((row) => id.startsWith(`${row.id}anthropic.`));
  if (profile) return { kind: 'profile', profile, start };
  return /^[a-z-]+\.anthropic\./.test(id) || resource !== undefined ? { kind: 'opaque' } : { kind: 'none' };
}

/** The place of the one region that a client is set to. */
function placeOfRegions(regions: Placement['regions'], cloud: Cloud): PlaceName | undefined {
  const places = new Set(
    regions.map((reading) =>
      reading.state === 'value' ? REGIONS[cloud].find(({ id }) => id === reading.value)?.place : undefined,
    ),
  );
  return places.size === 1 ? [...places][0] : undefined;
}

/**
 * Judges an inference profile; undefined when it stays within what is allowed.
 *
 * @param near the place of the region that the client is set to, where that is known
 */
export function profileVerdict(
  profile: Wide,
  { regions }: RegionPolicy,
  near?: PlaceName,
): OutsideVerdict | undefined {
  if (profile.place !== undefined && isWithin(profile.place, regions)) return undefined;
  const beside = near !== undefined && isWithin(near, regions) ? narrower(PROFILES, [near]) : undefined;
  const use = beside ?? narrower(PROFILES, regions);
  return {
    id: profile.place === undefined ? 'anywhere' : 'outside',
    title: profile.title,
    instead: use,
    use,
  };
}

/** Judges a region or location; undefined when it is an allowed one. */
export function regionVerdict(
  id: string,
  cloud: Cloud,
  { regions }: RegionPolicy,
): OutsideVerdict | undefined {
  if (regions.includes(id) && !Object.hasOwn(PLACES, id)) return undefined;
  const wide = cloud === 'google' ? MULTI_REGIONS.find((row) => row.id === id) : undefined;
  if (wide) {
    if (wide.place !== undefined && isWithin(wide.place, regions)) return undefined;
    return {
      id: wide.place === undefined ? 'anywhere' : 'outside',
      title: wide.title,
      instead: narrower(MULTI_REGIONS, regions),
      use: regionWithin(cloud, regions),
    };
  }
  const region = REGIONS[cloud].find((row) => row.id === id);
  if (region && isWithin(region.place, regions)) return undefined;
  return {
    id: 'outside',
    title: region?.title ?? 'a region that no table here names',
    instead: undefined,
    use: regionWithin(cloud, regions),
  };
}

/** Whether a place as a whole lies in an allowed one. A list of exact regions is narrower than any place. */
function isWithin(place: PlaceName, allowed: readonly string[]): boolean {
  const places: Readonly<Record<string, readonly string[]>> = PLACES;
  return allowed.some((entry) => {
    if (entry === place) return true;
    return Object.hasOwn(places, entry) && places[entry]?.includes(place) === true;
  });
}

/** The row of the first allowed place that has one; where all places are allowed, the first of the rows. */
function narrower(rows: readonly Wide[], allowed: readonly string[]): string | undefined {
  if (PLACE_IDS.every((place) => allowed.includes(place))) return rows[0]?.id;
  return allowed.flatMap((entry) => rows.filter((row) => row.place === entry))[0]?.id;
}

/** The narrowest location that a whole approved place has, or the first region that is approved, itself or by its place. */
function regionWithin(cloud: Cloud, allowed: readonly string[]): string | undefined {
  const wide = cloud === 'google' ? narrower(MULTI_REGIONS, allowed) : undefined;
  if (wide !== undefined) return wide;
  const rows = REGIONS[cloud];
  return (rows.find(({ id }) => allowed.includes(id)) ?? rows.find(({ place }) => isWithin(place, allowed)))
    ?.id;
}

/**
 * What to say about the geography of one request. Pure: states in, verdict out.
 */
import { gatewayRoutes, namesWorkspace } from '../analysis/index.ts';
import type { CallSite, Geography, GeoReading, Misplaced } from '../analysis/index.ts';
import { contains } from '../analysis/syntax/nodes.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { literalOf } from '../analysis/values/answers.ts';
import { cannotPin, isGeo, PLATFORM_GEO } from './geos.ts';
import type { CannotPin } from './geos.ts';
import type { GeoId } from './geos.ts';
import { refusingModel } from './models.ts';
import { PLACES } from './regions.ts';

export interface GeoPolicy {
  /** The geographies a request may name. */
  readonly allowed: readonly GeoId[];
  /** What the workspace puts in where a request names none. */
  readonly workspaceDefault?: GeoId;
  readonly unverifiable: 'ignore' | 'report';
}

/** What one way through the code puts into the request. */
export type GeoState =
  | { readonly state: 'absent' | 'nullish' }
  | { readonly state: 'unknown'; readonly written: boolean }
  | { readonly state: 'value'; readonly value: string };

export type GeoVerdict =
  'missing' | 'modelTooOld' | 'notAllowed' | 'nullish' | 'pinOnOldModel' | 'unverifiable';

/** True when leaving the geography out leads to an allowed one. */
export function absenceAllowed({ allowed, workspaceDefault }: GeoPolicy): boolean {
  return workspaceDefault !== undefined && allowed.includes(workspaceDefault);
}

/** True where a request may run anywhere, as those do for a model that takes no geography. */
function runsAnywhere({ allowed }: GeoPolicy): boolean {
  return allowed.includes('global');
}

/** The same for a request that names a workspace of its own: the project's word is about one workspace only. */
export function withoutDefault({ allowed, unverifiable }: GeoPolicy): GeoPolicy {
  return { allowed, unverifiable };
}

/**
 * Judges one state. What is not known is not known, whether or not that is reported.
 *
 * @param modelRefuses the request asks for a model that answers 400 when a geography is set
 * @returns undefined when nothing is wrong
 */
export function geoVerdict(
  state: GeoState,
  policy: GeoPolicy,
  modelRefuses: boolean,
): GeoVerdict | undefined {
  switch (state.state) {
    case 'absent':
    case 'nullish':
      if (absenceAllowed(policy)) return undefined;
      if (modelRefuses) return runsAnywhere(policy) ? undefined : 'modelTooOld';
      return state.state === 'absent' ? 'missing' : 'nullish';
    case 'value':
      if (!policy.allowed.some((id) => id === state.value)) return 'notAllowed';
      return modelRefuses ? 'pinOnOldModel' : undefined;
    case 'unknown':
      // With an allowed default, only a value that is written down can overrule it.
      return state.written || !absenceAllowed(policy) ? 'unverifiable' : undefined;
  }
}

/** Why a value is refused, as a clause. */
export function whyNotAllowed(value: string): string {
  return isGeo(value) ? 'which is not allowed' : 'which the API refuses';
}

/** True for a value that names a place where the API offers no geography, as `eu` does: another geography is no mend. */
export function namesOtherPlace(value: string): boolean {
  const place = value.toLowerCase().replace(/^(?:eu|europe)(?:-.*)?$/, 'eu');
  return !isGeo(value) && place !== 'us' && Object.hasOwn(PLACES, place);
}

/** What one request shows. */
export type RequestVerdict =
  | {
      readonly kind: 'exempt';
      readonly why: 'another module' | 'no geography' | 'nothing to send' | 'platform';
    }
  /** `at`: the geography that it names; without one, `because` says which one it has. */
  | { readonly kind: 'pass'; readonly at: Node }
  | {
      readonly kind: 'pass';
      readonly at?: undefined;
      readonly because: 'any geography' | 'workspace default';
    }
  | ({ readonly kind: 'cannotPin' } & Pick<CannotPin, 'instead' | 'isSetting' | 'what'>)
  /** `refused`: a model of the request takes no geography at all. */
  | { readonly kind: 'misspelt'; readonly misplaced: Misplaced; readonly refused: boolean }
  /** `certain`: something else about the request is certain, and says more than what is not known beside it. */
  | {
      readonly kind: 'reading';
      readonly id: GeoVerdict;
      readonly at: Node;
      readonly reading: GeoReading;
      readonly model: string | undefined;
      readonly certain: boolean;
    };

/** The providers that a gateway may ask, by name; one that is not known stands for any. */
function routesOf(site: CallSite): readonly string[] {
  return gatewayRoutes(site).map((answer) => {
    const name = answer.kind === 'known' ? literalOf(answer) : undefined;
    return typeof name === 'string' ? name : 'another provider';
  });
}

/** True for a request that no geography can hold in place, whatever it names. */
export function cannotBePinned(site: CallSite): boolean {
  return cannotPin(site, routesOf(site)) !== undefined;
}

/**
 * Judges one request.
 *
 * @param geography what it says; undefined where there is nothing to pin
 * @returns never empty
 */
export function requestVerdicts(
  site: CallSite,
  geography: Geography | undefined,
  given: GeoPolicy,
): RequestVerdict[] {
  const policy = namesWorkspace(site) ? withoutDefault(given) : given;
  const isHanded = site.via === 'handed' && !site.through;
  const blocked = cannotPin(site, routesOf(site));
  if (blocked && isHanded) return [{ kind: 'exempt', why: 'another module' }];
  if (blocked) {
    const { what, instead, foreign, isSetting } = blocked;
    return [
      absenceAllowed(policy) && !foreign
        ? { kind: 'pass', because: 'workspace default' }
        : { kind: 'cannotPin', what, instead, isSetting },
    ];
  }
  if (!PLATFORM_GEO[site.platform].honours) return [{ kind: 'exempt', why: 'platform' }];
  if (!geography) return [{ kind: 'exempt', why: 'no geography' }];
  const { readings, misplaced } = geography;
  if (readings.length + misplaced.length === 0)
    return [{ kind: 'exempt', why: isHanded ? 'another module' : 'nothing to send' }];
  const refused = misplaced.length > 0 && refusingModel(site.modelNames()) !== undefined;
  const judged = readings.map((reading) => {
    const model = refusingModel(reading.models);
    return { reading, model, id: geoVerdict(reading, policy, model !== undefined) };
  });
  const certain = judged.some(({ id }) => id && id !== 'unverifiable');
  const found: RequestVerdict[] = [
    ...misplaced.map((each) => ({ kind: 'misspelt', misplaced: each, refused }) as const),
    ...judged.flatMap(({ id, ...rest }): RequestVerdict[] => {
      // What is written in the wrong place explains why it is missing in the right one.
      const isExplained = id !== 'notAllowed' && misplaced.length > 0;
      return id && !isExplained
        ? [{ kind: 'reading', id, at: placeOf(site, rest.reading), certain, ...rest }]
        : [];
    }),
  ];
  if (found.length > 0) return found;
  const named = readings.find(({ state }) => state === 'value');
  if (named) return [{ kind: 'pass', at: placeOf(site, named) }];
  const isOpen = !absenceAllowed(policy) && judged.some(({ model }) => model !== undefined);
  return [{ kind: 'pass', because: isOpen ? 'any geography' : 'workspace default' }];
}

/** The narrowest node inside a call that shows the problem; what stands elsewhere is named by its line. */
function placeOf(site: CallSite, reading: GeoReading): Node {
  const within =
    (contains(site.node, reading.node) && reading.node !== site.node) ||
    site.perCall.some(({ roots }) => roots.some((root) => contains(root.node, reading.node)));
  return within && (reading.state === 'value' || site.operation.kind === 'batch')
    ? reading.node
    : site.node.callee;
}

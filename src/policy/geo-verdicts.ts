/**
 * What to say about the geography of one request. Pure: states in, verdict out.
 */
import { isGeo } from './geos.ts';
import type { GeoId } from './geos.ts';

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

/**
 * Judges one state.
 *
 * @param modelRefuses the request asks for a model that answers 400 when a geography is set
 * @returns undefined when there is nothing to report
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
      if (modelRefuses) return 'modelTooOld';
      return state.state === 'absent' ? 'missing' : 'nullish';
    case 'value':
      if (!policy.allowed.some((id) => id === state.value)) return 'notAllowed';
      return modelRefuses ? 'pinOnOldModel' : undefined;
    case 'unknown':
      if (policy.unverifiable === 'ignore') return undefined;
      // With an allowed default, only a value that is written down can overrule it.
      return state.written || !absenceAllowed(policy) ? 'unverifiable' : undefined;
  }
}

/** Why a value is refused, as a clause. */
export function whyNotAllowed(value: string): string {
  return isGeo(value)
    ? 'which this project does not allow'
    : 'which the API does not know and answers with 400';
}

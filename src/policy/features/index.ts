/**
 * The eligibility catalogue, and what it says under a user's settings.
 */
import { MESSAGES } from './messages.ts';
import { PLATFORM } from './platform.ts';
import { STORED } from './stored.ts';
import { TOOLS } from './tools.ts';
import type { Arrangement, Eligibility, Feature } from './types.ts';

export type { Arrangement, Eligibility, Feature, Markers, ParamMarker } from './types.ts';

/** Every feature, the most specific before those that would match as well. */
export const FEATURES: readonly Feature[] = [...MESSAGES, ...STORED, ...TOOLS, ...PLATFORM];

/** The latest day on which a row was checked. */
export const CHECKED_ON = FEATURES.map((f) => f.checkedOn).reduce((a, b) => (a > b ? a : b));

/** Names in settings that stand for several rows. */
export const FEATURE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  prompt_caching: ['prompt_caching_5m', 'prompt_caching_1h'],
};

/** Every name that `settings.features` takes. */
export const FEATURE_NAMES: readonly string[] = [
  ...FEATURES.map((f) => f.id),
  ...Object.keys(FEATURE_GROUPS),
];

/** The row with this id. */
export function featureById(id: string): Feature | undefined {
  return FEATURES.find((feature) => feature.id === id);
}

/** What decides over a row beside the row itself. */
export interface EligibilityPolicy {
  readonly baseline: 'strict' | 'vendor';
  readonly overrides: Readonly<Record<string, 'allow' | 'forbid'>>;
}

/**
 * What an arrangement says of a feature for this user.
 *
 * The user's own word comes first, then the source document (strict baseline, zero data retention only), then
 * the vendor's table.
 */
export function eligibilityOf(
  feature: Feature,
  arrangement: Arrangement,
  policy: EligibilityPolicy,
): Eligibility {
  const names = [
    feature.id,
    ...Object.keys(FEATURE_GROUPS).filter((g) => FEATURE_GROUPS[g]?.includes(feature.id)),
  ];
  for (const name of names) {
    if (Object.hasOwn(policy.overrides, name)) return policy.overrides[name] === 'allow' ? 'yes' : 'no';
  }
  if (policy.baseline === 'strict' && arrangement === 'zdr' && feature.sourceDocument === 'no') return 'no';
  return feature[arrangement];
}

/** True when only the source document speaks against the feature. */
export function isStricterThanVendor(feature: Feature, arrangement: Arrangement): boolean {
  return arrangement === 'zdr' && feature.sourceDocument === 'no' && feature.zdr === 'yes';
}

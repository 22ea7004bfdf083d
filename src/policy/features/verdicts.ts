/**
 * What to say about a feature that is used under an arrangement.
 */
import { eligibilityOf, isStricterThanVendor } from './index.ts';
import type { Arrangement, EligibilityPolicy, Feature } from './index.ts';

/** How a user of an arrangement looks at its table. */
export interface ArrangementPolicy extends EligibilityPolicy {
  readonly arrangement: Arrangement;
  /** What is covered with a qualification counts under the strict baseline. */
  readonly qualified: 'ignore' | 'report';
}

/** `unclassified`: no statement is known, and content passes through it. */
export type FeatureVerdict = 'ineligible' | 'qualified' | 'unclassified';

/** Judges a use of a feature; undefined where nothing is wrong with it. */
export function featureVerdict(feature: Feature, policy: ArrangementPolicy): FeatureVerdict | undefined {
  switch (eligibilityOf(feature, policy.arrangement, policy)) {
    case 'no':
      return 'ineligible';
    case 'qualified':
      return policy.qualified === 'report' && policy.baseline === 'strict' ? 'qualified' : undefined;
    case 'unknown':
      return feature.carriesContent === false ? undefined : 'unclassified';
    case 'yes':
      return undefined;
  }
}

/** From the weightiest on. */
const WEIGHTS: readonly (FeatureVerdict | undefined)[] = [
  'ineligible',
  'qualified',
  'unclassified',
  undefined,
];

/** Who speaks of a use that two arrangements look at: the one asked about, for both of them, or the other one. */
export type Speaker = 'both' | 'other' | 'own';

/**
 * One use is said once: for the arrangement that refuses it more plainly; where two refuse it alike, for zero data retention,
 * which then names both.
 *
 * @param own what the arrangement says of the use
 * @param other what the other one says; undefined where nothing is wrong with it, or nobody looks
 */
export function speakerOf(
  arrangement: Arrangement,
  own: FeatureVerdict | undefined,
  other: FeatureVerdict | undefined,
): Speaker {
  const lead = WEIGHTS.indexOf(other) - WEIGHTS.indexOf(own);
  if (other === undefined || lead > 0) return 'own';
  return lead === 0 && arrangement === 'zdr' ? 'both' : 'other';
}

/** What the user's settings say of what no row names; only of betas they can say something. */
export function unlistedVerdict(
  kind: 'beta' | 'tool',
  { overrides }: EligibilityPolicy,
): 'allow' | 'forbid' | undefined {
  return kind === 'beta' ? overrides['beta_unlisted'] : undefined;
}

/** What a message says of a feature. */
export function factsOf(
  feature: Feature,
  policy: ArrangementPolicy,
): Readonly<Record<'date' | 'disagreement' | 'instead' | 'kept' | 'title', string>> {
  const bySource = isStricterThanVendor(feature, policy.arrangement) && policy.baseline === 'strict';
  return {
    title: feature.short ?? feature.title,
    kept: feature.kept ?? 'your settings forbid it',
    instead: feature.instead ?? 'do without it',
    date: feature.checkedOn,
    disagreement: bySource
      ? ' (The source document forbids it; the vendor now lists it as eligible, and `baseline: "vendor"` follows the vendor.)'
      : '',
  };
}

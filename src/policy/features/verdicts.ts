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

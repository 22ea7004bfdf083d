/**
 * What every fact carries: where it was read and when.
 */

/** How sure a fact is. A: vendor text or types read directly. B: older or differing copies. C: inferred. */
export type Certainty = 'A' | 'B' | 'C';

export interface Fact {
  /** Address or package where it was read. */
  readonly source: string;
  /** The day it was last checked, ISO 8601. */
  readonly checkedOn: string;
  readonly certainty: Certainty;
}

/**
 * The shape of the controls.
 */
/** Whom a framework is for; pages of packs show the sectors that concern them. */
export type Sector = 'application-security' | 'assurance' | 'finance' | 'government' | 'health' | 'privacy';

/**
 * How a rule stands to a control, in the words of SARIF. `relevant`: a finding says something about the control. There
 * is no `equal`: no rule equals a control.
 */
export type Relation = 'relevant';

export interface Framework {
  readonly sector: Sector;
  /** How the identifiers were checked. */
  readonly confidence: string;
  /** What to do at the source before anybody prints these identifiers, where something is to be done. */
  readonly caution?: string;
  /** The day of the check, ISO 8601. */
  readonly checkedOn: string;
}

/** Levels at which a baseline selects a control. */
export interface Baselines {
  /** SP 800-53B. */
  readonly nist: readonly ('high' | 'low' | 'moderate' | 'privacy')[];
  /** FedRAMP Rev 5. */
  readonly fedramp: readonly ('high' | 'low' | 'moderate')[];
}

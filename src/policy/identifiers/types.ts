/**
 * The shape of the taxonomy of identifiers.
 */
import type { Fact } from '../facts.ts';

/** Whose rules call something an identifier. */
export type Taxonomy = 'financial' | 'government' | 'hipaa';

/** One kind of identifier, with the names that code gives it. */
export interface IdentifierKind extends Fact {
  readonly id: string;
  /** As a message names it, with its article. */
  readonly title: string;
  readonly taxonomies: readonly Taxonomy[];
  /**
   * Names, as words with spaces between them. `date of birth` stands for `dateOfBirth`, `date_of_birth`, `DATE-OF-BIRTH`,
   * `dateofbirth`, `patientDateOfBirth` and `dateOfBirthText`.
   */
  readonly names: readonly string[];
  /** Names that say it of a person alone: `name` of a patient, and not of a file. */
  readonly ofPersons?: readonly string[];
}

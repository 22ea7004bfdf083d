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
  /** Short names that say it as the last word alone: `pan`, and not `panSize`. */
  readonly atEnd?: readonly string[];
  /** Companies and tools have it as well, and there it identifies nobody. */
  readonly publicOfOthers?: true;
  /** Names that say it of a person alone: `name` of a patient, and not of a file. */
  readonly ofPersons?: readonly string[];
  /** Words that, after a name of this kind, make it the name of another thing: `email` in `emailDraft`. */
  readonly unlessBefore?: readonly string[];
  /** The same for words before it: `originalEmail` is a message. */
  readonly unlessAfter?: readonly string[];
}

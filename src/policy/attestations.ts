/**
 * Documents that a package can declare in its marker, and what is wrong with a declaration. Nothing here knows
 * whether the document exists: it is declared, not checked.
 */

/** Name in the marker → what it stands for. */
export const ATTESTATIONS = {
  baa: 'business associate agreement',
  dpa: 'data processing agreement',
  soc2: 'reviewed SOC 2 report',
  zdr: 'agreement on zero data retention',
} as const;

export type AttestationName = keyof typeof ATTESTATIONS;

export const ATTESTATION_NAMES = Object.keys(ATTESTATIONS) as AttestationName[];

/** What a package asks for where the rule is told nothing: a package with health data, the agreement about it. */
export function requiredBy(marks: readonly string[]): readonly AttestationName[] {
  return marks.includes('hipaa') ? ['baa'] : [];
}

export type AttestationFault = 'expired' | 'invalidDate' | 'missing' | 'noExpiry';

/**
 * What is wrong with a declaration.
 *
 * @param day the present day, ISO 8601; a document is good until the end of its last day
 * @returns undefined where nothing is
 */
export function attestationFault(
  declared: { readonly expires?: string } | undefined,
  day: string,
): AttestationFault | undefined {
  if (!declared) return 'missing';
  if (declared.expires === undefined) return 'noExpiry';
  if (!isDay(declared.expires)) return 'invalidDate';
  return declared.expires < day ? 'expired' : undefined;
}

/** What is declared of one document, and what is wrong with that. */
export interface AttestationVerdict {
  readonly name: AttestationName;
  readonly declared: { readonly expires?: string } | undefined;
  readonly fault: AttestationFault | undefined;
}

/**
 * Judges every document that a package declares or is asked for.
 *
 * @param declared what the marker declares, by name
 * @param asked the documents that have to be there
 * @param day the present day, ISO 8601
 */
export function attestationVerdicts(
  declared: Readonly<Record<string, { readonly expires?: string }>>,
  asked: readonly AttestationName[],
  day: string,
): AttestationVerdict[] {
  return ATTESTATION_NAMES.filter((name) => declared[name] ?? asked.includes(name)).map((name) => ({
    name,
    declared: declared[name],
    fault: attestationFault(declared[name], day),
  }));
}

/** True for a day of the calendar as ISO 8601 writes it: `2027-01-31`, and not `2027-02-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

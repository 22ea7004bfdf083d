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

/** The document that each mark rests on. */
const OF_MARK = { hipaa: 'baa', zdr: 'zdr' } as const satisfies Record<string, AttestationName>;

/** What a package says of its arrangements. */
type Marks = Readonly<Partial<Record<keyof typeof OF_MARK, boolean>>>;

/**
 * The documents that a package has to declare: those that the rule is told, and those that its own marks rest on. What a mark
 * says no to needs none.
 *
 * @param required what the rule is told; an empty list asks for nothing
 */
export function askedOf(required: readonly AttestationName[] | undefined, marks: Marks): AttestationName[] {
  if (required?.length === 0) return [];
  const saying = (value: boolean): AttestationName[] =>
    Object.entries(OF_MARK).flatMap(([mark, name]) => (marks[mark as keyof Marks] === value ? [name] : []));
  const own = saying(true);
  const refused = saying(false);
  return ATTESTATION_NAMES.filter(
    (name) => own.includes(name) || (required?.includes(name) === true && !refused.includes(name)),
  );
}

/**
 * Whether an agreement is with whoever receives a request.
 *
 * @param parties with whom it is
 * @param platform where the request goes
 * @returns undefined where that is not known
 */
export function coversProvider(
  parties: readonly string[],
  platform: string | undefined,
): boolean | undefined {
  return platform === undefined || platform === 'gateway' ? undefined : parties.includes(platform);
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

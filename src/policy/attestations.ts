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

/** A mark that rests on a document. */
export type Mark = keyof typeof OF_MARK;

export const MARKS = Object.keys(OF_MARK) as Mark[];

/** What a package says of its arrangements. */
type Marks = Readonly<Partial<Record<Mark, boolean>>>;

/**
 * The documents that a package has to declare: those that the rule is told, and those that its own marks rest on. What a mark
 * says no to needs none.
 *
 * @param required what the rule is told; an empty list asks for nothing
 */
export function askedOf(required: readonly AttestationName[] | undefined, marks: Marks): AttestationName[] {
  if (required?.length === 0) return [];
  const saying = (value: boolean): AttestationName[] =>
    Object.entries(OF_MARK).flatMap(([mark, name]) => (marks[mark as Mark] === value ? [name] : []));
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
 * Judges every document that a package declares or is asked for. One that ran out and that nobody asks for is history.
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
  return ATTESTATION_NAMES.filter((name) => declared[name] ?? asked.includes(name))
    .map((name) => ({ name, declared: declared[name], fault: attestationFault(declared[name], day) }))
    .filter(({ name, fault }) => fault !== 'expired' || asked.includes(name));
}

/** What a package declares, and what is asked of it. */
export interface Declaring {
  /** What its marker says; undefined where it has none. */
  readonly declared:
    (Marks & { readonly attestations?: Readonly<Record<string, { readonly expires?: string }>> }) | undefined;
  /** The marks that hold, wherever they are set. */
  readonly marks: readonly Mark[];
  /** What every such package has to declare; undefined: what its marks rest on. */
  readonly required: readonly AttestationName[] | undefined;
  /** `marked`: packages that are marked. `always`: every one. */
  readonly when: 'always' | 'marked';
}

/** What is wrong with what a package declares, or why nothing is asked of it. */
export type DeclarationVerdict =
  | { readonly kind: 'document'; readonly document: AttestationVerdict }
  | { readonly kind: 'exempt'; readonly why: 'no attestation' | 'not marked' }
  /** Marks that settings alone set. */
  | { readonly kind: 'settingsOnly'; readonly marks: readonly Mark[] }
  /** Nothing is declared at all; `asked` are the documents to begin with. */
  | { readonly kind: 'unmarked'; readonly asked: readonly AttestationName[] };

/**
 * Judges what a package declares.
 *
 * @param day the present day, ISO 8601
 */
export function declarationVerdicts(
  { declared, marks, required, when }: Declaring,
  day: string,
): DeclarationVerdict[] {
  const elsewhere = marks.filter((mark) => declared?.[mark] !== true);
  const bySettings: DeclarationVerdict[] =
    elsewhere.length > 0 ? [{ kind: 'settingsOnly', marks: elsewhere }] : [];
  const isAsked = elsewhere.length < marks.length || (when === 'always' && elsewhere.length === 0);
  if (!isAsked) return elsewhere.length > 0 ? bySettings : [{ kind: 'exempt', why: 'not marked' }];
  if (!declared) return [...bySettings, { kind: 'unmarked', asked: required ?? ['baa'] }];
  const documents = attestationVerdicts(declared.attestations ?? {}, askedOf(required, declared), day);
  if (documents.length === 0) return [...bySettings, { kind: 'exempt', why: 'no attestation' }];
  return [
    ...bySettings,
    ...documents.map((document): DeclarationVerdict => ({ kind: 'document', document })),
  ];
}

/** True for a day of the calendar as ISO 8601 writes it: `2027-01-31`, and not `2027-02-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * What require-attestation says of what a package declares, and the change to package.json that mends it.
 */
import { NAMESPACE } from '../../meta.ts';
import type {
  AttestationFault,
  AttestationName,
  AttestationVerdict,
  DeclarationVerdict,
} from '../../policy/attestations.ts';
import { quote } from './wording.ts';

/** A fault of a declaration in the words of the rule, with the change that mends it. */
export interface DeclarationFault {
  readonly id: AttestationFault | 'settingsOnly' | 'unmarked';
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
  /** Where it stands in the marker. */
  readonly keys: readonly string[];
  readonly writes: { readonly keys: readonly string[]; readonly value: unknown };
}

const SKELETON = { reference: 'TODO', expires: 'YYYY-MM-DD' };

/**
 * A verdict in the words of the rule; undefined where nothing is wrong.
 *
 * @param by who reaches Claude
 */
export function declarationFault(verdict: DeclarationVerdict, by: string): DeclarationFault | undefined {
  switch (verdict.kind) {
    case 'exempt':
      return undefined;
    case 'settingsOnly': {
      const data = { marks: marksNamed(verdict.marks), namespace: NAMESPACE };
      const writes = { keys: verdict.marks.slice(0, 1), value: true };
      return { id: 'settingsOnly', name: '', data, keys: [], writes };
    }
    case 'unmarked': {
      const writes = { keys: [], value: skeletonFor(verdict.asked) };
      return { id: 'unmarked', name: '', data: { by, namespace: NAMESPACE }, keys: [], writes };
    }
    case 'document': {
      const { name, fault } = verdict.document;
      if (!fault) return undefined;
      const keys = [
        'attestations',
        name,
        ...(fault === 'missing' || fault === 'noExpiry' ? [] : ['expires']),
      ];
      const value = fault === 'missing' ? SKELETON : SKELETON.expires;
      const writes = { keys: fault === 'noExpiry' ? [...keys, 'expires'] : keys, value };
      return { id: fault, name, data: saidOf(verdict.document), keys, writes };
    }
  }
}

function skeletonFor(names: readonly AttestationName[]): object {
  return {
    ...(names.includes('baa') && { hipaa: true }),
    ...(names.includes('zdr') && { zdr: true }),
    attestations: Object.fromEntries(names.map((name) => [name, SKELETON])),
  };
}

/** Marks as messages name them. */
export function marksNamed(marks: readonly string[]): string {
  return marks.map((mark) => `\`${mark}\``).join(' and ');
}

/** What a message says of a document. */
function saidOf({ name, fault, declared }: AttestationVerdict): Record<'day' | 'key', string> {
  const { expires = '' } = declared ?? {};
  return {
    key: `"attestations.${name}"`,
    day: fault === 'invalidDate' ? `"${quote(expires)}"` : expires,
  };
}

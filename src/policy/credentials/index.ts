/**
 * The grammar of credentials: what in a text is one, and what in a name says that its value is one.
 */
import { ENCODED, FAMILIES } from './families.ts';
import type { CredentialFamily } from './families.ts';
import { isPlaceholder, isPlaceholderBody } from './placeholders.ts';

export { CREDENTIAL_PIECES, FAMILIES } from './families.ts';
export type { CredentialFamily } from './families.ts';

/** A credential in a text. Holds the secret: nothing but {@link tailOf} may leave the rule. */
export interface FoundCredential {
  readonly family: CredentialFamily;
  /** `exact`: nothing else has this shape. `loose`: cut short, or of a family that is not known. */
  readonly certainty: 'exact' | 'loose';
  readonly start: number;
  readonly end: number;
  readonly secret: string;
  /** It stands there in base64. */
  readonly encoded: boolean;
}

/** What follows a key that is shown in part. */
const ELIDED = /^(?:\.{2}|…|\*|•|<|\[|\{|x{4})/i;

/**
 * The credentials in a text, in the order in which they stand. Placeholders are none.
 *
 * @param beside a Claude client stands beside the text: shapes that other software shares count, too
 */
export function findCredentials(text: string, beside: boolean): FoundCredential[] {
  const found = plainCredentials(text, beside);
  for (const match of text.matchAll(ENCODED)) {
    const inside = plainCredentials(decodeBase64(match[0]), false)[0];
    if (!inside || found.some((other) => overlaps(other, match.index, match.index + match[0].length)))
      continue;
    found.push({ ...inside, start: match.index, end: match.index + match[0].length, encoded: true });
  }
  return found.sort((a, b) => a.start - b.start);
}

function plainCredentials(text: string, beside: boolean): FoundCredential[] {
  const found: FoundCredential[] = [];
  for (const certainty of ['exact', 'loose'] as const) {
    for (const family of FAMILIES) {
      const shape = family[certainty];
      if (!shape || (family.shared && !beside)) continue;
      for (const match of text.matchAll(shape)) {
        const [secret] = match;
        const end = match.index + secret.length;
        if (found.some((other) => overlaps(other, match.index, end))) continue;
        if (isPlaceholderBody(secret.replace(family.prefix, ''), family.oneCase === true)) continue;
        if (certainty === 'loose' && ELIDED.test(text.slice(end))) continue;
        found.push({ family, certainty, start: match.index, end, secret, encoded: false });
      }
    }
  }
  return found;
}

function overlaps(found: FoundCredential, start: number, end: number): boolean {
  return found.start < end && start < found.end;
}

function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

/**
 * The credential in a text that is given as one, whatever its shape; undefined for placeholders.
 *
 * @param value what is given: the credential, or a header's value with its scheme
 */
export function secretIn(value: string): string | undefined {
  const bare = value.trim().replace(/^(?:Bearer|Basic|Token)\s+/i, '');
  const known = findCredentials(bare, true)[0];
  if (known) return known.secret;
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(bare) && bare.length > 200) return bare;
  // A known shape with a placeholder in it, or shown in part.
  if (/sk-ant|^AKIA|^ABSK/i.test(bare) || isPlaceholder(bare)) return undefined;
  return bare;
}

/** The most that a report may show of a credential. */
export function tailOf(secret: string): string {
  return secret.length >= 16 ? secret.slice(-2) : '';
}

/**
 * Identifiers by the shape of their value. Nothing here gives the value back.
 */
import type { Fact } from '../facts.ts';
import { IDENTIFIER_KINDS } from './kinds.ts';
import type { IdentifierKindId } from './kinds.ts';
import type { IdentifierKind, Taxonomy } from './types.ts';

/** One shape: candidates in a text, and which of them are real. */
export interface ValueShape extends Fact {
  readonly kind: IdentifierKindId;
  /** Finds candidates; global. */
  readonly pattern: RegExp;
  /** False for placeholders, test numbers and what the issuer never assigns. */
  readonly isReal: (candidate: string) => boolean;
}

/** Numbers that are printed in examples and were never, or are no longer, anybody's. */
const EXAMPLE_SSNS: ReadonlySet<string> = new Set([
  '078051120',
  '111111111',
  '123456789',
  '219099999',
  '457555462',
]);

/** Card numbers that processors publish for tests. */
const TEST_CARDS: ReadonlySet<string> = new Set([
  '30569309025904',
  '371449635398431',
  '378282246310005',
  '378734493671000',
  '38520000023237',
  '3530111333300000',
  '3566002020360505',
  '4000056655665556',
  '4012888888881881',
  '4111111111111111',
  '4222222222222',
  '4242424242424242',
  '5105105105105100',
  '5200828282828210',
  '5431111111111111',
  '5454545454545454',
  '5555555555554444',
  '6011000990139424',
  '6011111111111117',
]);

/** Names that RFC 2606 and RFC 6761 keep for examples, and those that everybody uses so. */
const EXAMPLE_DOMAIN =
  /(?:^|\.)(?:example|test|invalid|localhost|local)$|(?:^|\.)(?:example\.(?:com|net|org|edu)|(?:company|domain|email|mail|yourdomain|yourcompany|acme|test|foo|bar)\.(?:com|org|net|io))$/i;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Every shape; a text can have several. */
export const VALUE_SHAPES: readonly ValueShape[] = [
  {
    kind: 'ssn',
    pattern: /(?<![\w.-])\d{3}([- ])\d{2}\1\d{4}(?![\w-])/g,
    isReal(candidate) {
      const digits = digitsOf(candidate);
      const area = Number(digits.slice(0, 3));
      const assigned = area !== 0 && area !== 666 && area < 900;
      return (
        assigned && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000' && !EXAMPLE_SSNS.has(digits)
      );
    },
    source: 'https://www.ssa.gov/employer/randomization.html',
    checkedOn: '2026-11-22',
    certainty: 'A',
  },
  {
    kind: 'card',
    pattern:
      /(?<![\w.-])[2-6]\d{3}(?:[- ]?\d{4}){2}[- ]?\d{1,7}(?![\w-])|(?<![\w.-])3[47]\d{2}[- ]?\d{6}[- ]?\d{5}(?![\w-])/g,
    isReal(candidate) {
      const digits = digitsOf(candidate);
      // Issuers number in lengths of their own; a telephone number in full can begin as a card does.
      const issued =
        /^(?:4\d{15}|4\d{18}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[68]\d{12}|35\d{14}|6(?:011|4|5)\d{12,16})$/.test(
          digits,
        );
      return (
        issued &&
        !digits.includes('12345678') &&
        passesLuhn(digits) &&
        !TEST_CARDS.has(digits) &&
        !isMonotone(digits)
      );
    },
    source: 'ISO/IEC 7812-1 (check digit, issuer ranges)',
    checkedOn: '2026-11-22',
    certainty: 'B',
  },
  {
    kind: 'email',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![\w-])/g,
    isReal: (candidate) => !EXAMPLE_DOMAIN.test(candidate.slice(candidate.indexOf('@') + 1)),
    source: 'RFC 5321; RFC 2606 (names for examples)',
    checkedOn: '2026-11-22',
    certainty: 'A',
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\w.-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])|(?<![\w.])\+\d{1,3}[-. ]?(?:\d[-. ]?){7,12}\d(?![\w-])/g,
    isReal(candidate) {
      const digits = digitsOf(candidate);
      const national = digits.slice(-10);
      const fictional =
        /^\d{3}555(?:01|0{2}|1212|1234)/.test(national) || /^(?:555|123|000|111|999)/.test(national);
      return !fictional && !isMonotone(national) && !/1234567|5551234/.test(digits);
    },
    source: 'https://www.nanpa.com (555-0100 to 555-0199 are for fiction)',
    checkedOn: '2026-11-22',
    certainty: 'B',
  },
  {
    kind: 'mrn',
    pattern: /(?<!\w)MRN[-:# ]{0,3}(?:no\.?|number)?[-:# ]{0,3}\d{5,12}(?!\w)/gi,
    isReal: (candidate) => !isMonotone(digitsOf(candidate)) && !/^0*1234/.test(digitsOf(candidate)),
    source: 'common usage; no standard gives the number a form',
    checkedOn: '2026-11-22',
    certainty: 'C',
  },
];

/** Text beyond this is data of another kind: looking at it costs, and finds chance. */
const MAX_TEXT = 20_000;

/** The kinds of identifiers whose values stand in a text. */
export function shapesIn(text: string): readonly IdentifierKindId[] {
  if (text.length > MAX_TEXT) return [];
  return VALUE_SHAPES.filter(({ pattern, isReal }) =>
    [...text.matchAll(pattern)].some(([candidate]) => isReal(candidate)),
  ).map(({ kind }) => kind);
}

/** Shapes that nobody writes for another reason; addresses and telephone numbers of a business stand in many prompts. */
const OF_PERSONS: ReadonlySet<IdentifierKindId> = new Set(['card', 'mrn', 'ssn']);

/** The kinds of numbers of people that are written out in a text. */
export function identifiersWritten(text: string, taxonomies: readonly Taxonomy[]): readonly IdentifierKind[] {
  const found = shapesIn(text).filter((kind) => OF_PERSONS.has(kind));
  if (found.length === 0) return [];
  return IDENTIFIER_KINDS.filter(
    (kind) => found.includes(kind.id) && kind.taxonomies.some((each) => taxonomies.includes(each)),
  );
}

/** True for a full date, as a date of birth is written: `1984-02-12`, `02/12/1984`. */
export function isDate(text: string): boolean {
  return /^(?:(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2})(?:T.*)?$/.test(text.trim());
}

/** Words of names that nobody has. */
const NOBODY =
  /\b(?:admin|agent|anonymous|bot|default|demo|dummy|end|example|fake|guest|mock|my|none|placeholder|sample|service|some|system|test|the|unknown|user|your)\b/i;

/** True for two or three capitalised words, as a person's name is written. */
export function looksLikeName(text: string): boolean {
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}'’.-]*){1,2}$/u.test(text.trim()) && !NOBODY.test(text);
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== '' && sum % 10 === 0;
}

/** The same digit throughout. */
function isMonotone(digits: string): boolean {
  return /^(\d)\1*$/.test(digits);
}

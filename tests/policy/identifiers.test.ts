/**
 * The taxonomy of identifiers: names in all spellings, values with their checks, and what only looks like either.
 */
import { describe, expect, it } from 'vitest';
import {
  IDENTIFIER_KINDS,
  identifierAlong,
  identifierKindOf,
  isDate,
  passesLuhn,
  shapesIn,
  VALUE_SHAPES,
} from '../../src/policy/identifiers/index.ts';
import { wordsOf } from '../../src/analysis/syntax/words.ts';
import type { IdentifierKind } from '../../src/policy/identifiers/index.ts';

const KINDS: readonly IdentifierKind[] = IDENTIFIER_KINDS;
const kindOf = (name: string, owner?: string): string | undefined =>
  identifierKindOf(name, owner === undefined ? {} : { owner })?.id;

/** A number with its check digit, made at run time so that no scanner takes it for one that was leaked. */
function withLuhn(start: string): string {
  for (let digit = 0; digit < 10; digit += 1)
    if (passesLuhn(`${start}${String(digit)}`)) return `${start}${String(digit)}`;
  throw new Error('unreachable');
}

const CARD = withLuhn('453201511283036');
const SSN = ['536', '22', '8141'].join('-');
const MAIL = ['rosa.okafor', 'stjohns-clinic.org'].join('@');
const PHONE = ['(503)', '227-4419'].join(' ');

describe('words', () => {
  it.each([
    ['patientDob', ['patient', 'dob']],
    ['patientDOB', ['patient', 'dob']],
    ['DOBPatient', ['dob', 'patient']],
    ['SSN_last4', ['ssn', 'last4']],
    ['date-of-birth', ['date', 'of', 'birth']],
    ['X-Patient-MRN', ['x', 'patient', 'mrn']],
    ['phone2', ['phone2']],
    ['', []],
    ['__', []],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe('names', () => {
  it.each([
    ['ssn', 'ssn'],
    ['SSN', 'ssn'],
    ['patient_ssn', 'ssn'],
    ['ssns', 'ssn'],
    ['socialSecurityNumber', 'ssn'],
    ['social_security_no', 'ssn'],
    ['socialsecuritynumber', 'ssn'],
    ['mrn', 'mrn'],
    ['patientMRN', 'mrn'],
    ['medicalRecordNumber', 'mrn'],
    ['memberNumber', 'health_plan'],
    ['MBI', 'health_plan'],
    ['cardNumber', 'card'],
    ['card_pan', 'card'],
    ['cvv', 'card'],
    ['routingNumber', 'routing'],
    ['accountNumber', 'account'],
    ['acct_no', 'account'],
    ['iban', 'account'],
    ['taxId', 'tax_id'],
    ['TIN', 'tax_id'],
    ['email', 'email'],
    ['userEmail', 'email'],
    ['e_mail', 'email'],
    ['emailAddress', 'email'],
    ['phone', 'phone'],
    ['phoneNumbers', 'phone'],
    ['contact_phone', 'phone'],
    ['faxNumber', 'fax'],
    ['dob', 'birth_date'],
    ['patientDob', 'birth_date'],
    ['dateOfBirth', 'birth_date'],
    ['date_of_birth', 'birth_date'],
    ['dateofbirth', 'birth_date'],
    ['birthDate', 'birth_date'],
    ['admissionDate', 'date'],
    ['firstName', 'name'],
    ['last_name', 'name'],
    ['fullname', 'name'],
    ['patientName', 'name'],
    ['customer_name', 'name'],
    ['displayName', 'name'],
    ['homeAddress', 'address'],
    ['zip', 'address'],
    ['patientAddress', 'address'],
    ['driversLicense', 'license'],
    ['passportNumber', 'passport'],
    ['caseNumber', 'case'],
    ['alienNumber', 'case'],
    ['licensePlate', 'vehicle'],
    ['vin', 'vehicle'],
    ['deviceSerialNumber', 'device'],
    ['ipAddress', 'ip'],
    ['profileUrl', 'url'],
    ['fingerprint', 'biometric'],
    ['patientPhoto', 'photo'],
    ['accessionNumber', 'other'],
  ])('%s speaks of %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  it.each([
    'adobe',
    'panel',
    'span',
    'pandas',
    'vinyl',
    'tint',
    'tiny',
    'certain',
    'ein' + 'stein',
    'protein',
    'blackmail',
    'microphone',
    'headphones',
    'zipper',
    'emailVerified',
    'isEmail',
    'hasPhone',
    'emailTemplate',
    'phoneType',
    'ssnHash',
    'hashedSsn',
    'maskedEmail',
    'email_sent',
    'emailService',
    'accountId',
    'userId',
    'id',
    'name',
    'fileName',
    'modelName',
    'className',
    'namespace',
    'hostname',
    'toolName',
    'companyName',
    'address',
    'baseAddress',
    'city',
    'uuid',
    'sub',
    'sessionId',
    'emailCount',
    'redactedSsn',
    'num_emails',
    'showEmail',
    'messages',
    'content',
    'role',
    'model',
    'street' + 'wise',
    'nameLength',
    'userNameField',
  ])('%s speaks of none', (name) => {
    expect(kindOf(name)).toBeUndefined();
  });

  it.each([
    ['name', 'patient', 'name'],
    ['name', 'user', 'name'],
    ['name', 'customers', 'name'],
    ['name', 'currentUser', 'name'],
    ['address', 'customer', 'address'],
    ['photo', 'member', 'photo'],
    ['name', 'tool', undefined],
    ['name', 'model', undefined],
    ['name', 'company', undefined],
    ['address', 'server', undefined],
    ['id', 'user', undefined],
  ])('%s of %s: %s', (name, owner, kind) => {
    expect(kindOf(name, owner)).toBe(kind);
  });

  it('asks only the taxonomies that are wanted', () => {
    expect(identifierKindOf('mrn', { taxonomies: ['financial'] })).toBeUndefined();
    expect(identifierKindOf('mrn', { taxonomies: ['hipaa'] })?.id).toBe('mrn');
    expect(identifierKindOf('routingNumber', { taxonomies: ['hipaa'] })).toBeUndefined();
    expect(identifierKindOf('caseNumber', { taxonomies: ['government'] })?.id).toBe('case');
  });

  it.each(['a'.repeat(5000), 'patientEmail'.repeat(400), 'a_'.repeat(4000)])(
    'is quick about anything',
    (name) => {
      expect(kindOf(name)).toBeUndefined();
    },
  );
});

describe('names in a row', () => {
  it.each([
    ['patient.name.family', 'name'],
    ['account.number', 'account'],
    ['payment.card.number', 'card'],
    ['user.email', 'email'],
    ['claimant.address.line1', 'address'],
    ['email.verified', undefined],
    ['email.subject', undefined],
    ['patient.dob.getFullYear', undefined],
    ['zip.entries', undefined],
    ['tool.name', undefined],
    ['lead.stageName', undefined],
    ['company.phone', undefined],
    // The id of what holds an address is none.
    ['emailDetails.id', undefined],
    ['emails.id', undefined],
    ['account.number', 'account'],
    ['emailDetails.email', 'email'],
    ['', undefined],
  ])('%s: %s', (names, kind) => {
    expect(identifierAlong(names.split('.'))?.kind.id).toBe(kind);
  });

  it('follows spellings of settings', () => {
    expect(identifierAlong(['row', 'kenni_tala'], { spellings: { kennitala: true } })?.kind.id).toBe(
      'settings',
    );
    expect(identifierAlong(['user', 'workEmail'], { spellings: { email: false } })).toBeUndefined();
  });
});

describe('the kinds', () => {
  it('are those of Safe Harbor, and more', () => {
    // (A) names … (R) any other; dates are split in two.
    const safeHarbor = KINDS.filter(({ source }) => source.startsWith('45 CFR')).map(({ id }) => id);
    expect(safeHarbor.sort()).toEqual(
      [
        'account',
        'address',
        'biometric',
        'birth_date',
        'date',
        'device',
        'email',
        'fax',
        'health_plan',
        'ip',
        'license',
        'mrn',
        'name',
        'other',
        'phone',
        'photo',
        'ssn',
        'url',
        'vehicle',
      ].sort(),
    );
    for (const id of safeHarbor) expect(KINDS.find((k) => k.id === id)?.taxonomies).toContain('hipaa');
  });

  it('are found by every name they have', () => {
    for (const { names } of KINDS) {
      for (const name of names) {
        expect(kindOf(name.replace(/ (.)/g, (_, c: string) => c.toUpperCase()))).toBeDefined();
        expect(kindOf(name.replaceAll(' ', '_').toUpperCase())).toBeDefined();
      }
    }
  });

  it('are dated and titled', () => {
    for (const { source, checkedOn, title } of [...KINDS]) {
      expect(source).not.toBe('');
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(title).toMatch(/^an? /);
    }
    for (const { pattern, checkedOn } of VALUE_SHAPES) {
      expect(pattern.global).toBe(true);
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('values', () => {
  it.each([
    [SSN, ['ssn']],
    [`SSN: ${SSN}.`, ['ssn']],
    [SSN.replaceAll('-', ' '), ['ssn']],
    [CARD, ['card']],
    [CARD.replace(/(\d{4})(?=\d)/g, '$1 '), ['card']],
    [MAIL, ['email']],
    [`write to ${MAIL}`, ['email']],
    [PHONE, ['phone']],
    ['+44 20 7946 ' + '8958', ['phone']],
    ['MRN 0048' + '2913', ['mrn']],
    [`${SSN}, ${MAIL}`, ['ssn', 'email']],
  ])('finds %#', (text, kinds) => {
    expect(shapesIn(text)).toEqual(kinds);
  });

  it.each([
    '000-12-3456',
    '666-12-3456',
    '900-12-3456',
    '123-00-4567',
    '123-45-0000',
    '123-45-6789',
    '078-05-1120',
    'XXX-XX-1234',
    '536228141',
    '2024-01-15',
    '1-536-22-8141',
    '4111 1111 1111 1111',
    '4242424242424242',
    CARD.slice(0, -1) + String((Number(CARD.at(-1)) + 1) % 10),
    '1700000000000',
    '0000000000000000',
    'user@example.com',
    'a@b.test',
    'you@company.com',
    'name@domain.com',
    '@anthropic-ai/sdk',
    'git@localhost',
    'claude-sonnet-4-5@20250929',
    'a@b',
    '555-0100',
    '(503) 555-0142',
    '123-456-7890',
    '555-123-4567',
    '111-111-1111',
    '+1 555 010 0123',
    'claude-sonnet-4-5-20250929',
    '10.0.0.1',
    '0.137.0',
    'MRN',
    'mrn-123',
    '550e8400-e29b-41d4-a716-446655440000',
    '2026-11-22T00:00:00Z',
    'req_011CSHoEeqs5C35K2UUqR7Fy',
    '1234567890123456',
  ])('passes %s', (text) => {
    expect(shapesIn(text)).toEqual([]);
  });

  it('knows dates as dates of birth are written', () => {
    for (const text of ['1984-02-12', '02/12/1984', '1984-02-12T00:00:00Z', '2.12.1984'])
      expect(isDate(text)).toBe(true);
    for (const text of ['1984', '02/12', '20250929', 'claude-3-opus-20240229', 'YYYY-MM-DD', ''])
      expect(isDate(text)).toBe(false);
  });

  it('checks the digit of card numbers', () => {
    expect(passesLuhn(CARD)).toBe(true);
    expect(passesLuhn('')).toBe(false);
    expect(passesLuhn('79927398713')).toBe(true);
    expect(passesLuhn('79927398710')).toBe(false);
  });

  it.each([
    '1'.repeat(19_999),
    '1-'.repeat(9_999),
    'a@'.repeat(9_999),
    '+1 '.repeat(6_000),
    'MRN '.repeat(4_000),
    'x'.repeat(100_000),
  ])('is quick about anything', (text) => {
    const before = performance.now();
    shapesIn(text);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

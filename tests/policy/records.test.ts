/**
 * Names of records: alone, with fillers, and the words that are something else.
 */
import { describe, expect, it } from 'vitest';
import { isRecord, recordWords } from '../../src/policy/records.ts';
import type { RecordQuery } from '../../src/policy/records.ts';

const RECORDS = ['patient', 'record', 'chart', 'claim', 'customer', 'account', 'case'];
const asked = (name: string, more: Partial<RecordQuery> = {}): boolean =>
  isRecord(name.split('.'), {
    records: RECORDS,
    settled: [],
    text: '',
    as: 'fields',
    used: undefined,
    isFetched: false,
    ...more,
  });

describe('records', () => {
  it.each([
    'patient',
    'patients',
    'Patient',
    'patientRecord',
    'patient_data',
    'patientInfo',
    'rawPatient',
    'data.patient',
    'patient.record',
    'customer',
    'customerDetails',
  ])('%s', (name) => {
    expect(asked(name)).toBe(true);
  });

  it.each([
    'patientId',
    'patientName',
    'patientSummary',
    'inpatient',
    'patience',
    'customerSchema',
    'samplePatient',
    'redactedPatient',
    'dnsRecord',
    'record',
    'chart',
    'claim',
    'case',
    'account',
    'data',
    '',
  ])('not %s', (name) => {
    expect(asked(name)).toBe(false);
  });

  it('depends on what the file speaks of', () => {
    expect(asked('record', { text: 'the medical record' })).toBe(true);
    expect(asked('dnsRecord', { text: 'the medical record' })).toBe(false);
    expect(asked('claim', { text: 'insurance' })).toBe(true);
    expect(asked('jwtClaim', { text: 'insurance' })).toBe(false);
  });

  it('depends on how the value is used', () => {
    expect(asked('patient', { used: 'text' })).toBe(false);
    expect(asked('customer', { as: 'text' })).toBe(false);
    expect(asked('customer', { as: 'text', used: 'object' })).toBe(true);
    expect(asked('customer', { as: 'text', isFetched: true })).toBe(true);
    expect(asked('record', { text: 'patient', used: 'dictionary' })).toBe(false);
  });

  it('takes words of settings in any spelling', () => {
    expect(recordWords(['patient', 'caseFile'], { patient: false, 'next-of-kin': true })).toEqual([
      'casefile',
      'nextofkin',
    ]);
    expect(asked('case_file', { records: recordWords(['caseFile'], undefined) })).toBe(true);
  });
});

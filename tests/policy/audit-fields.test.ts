/**
 * Which names and values are which field of an audit record.
 */
import { describe, expect, it } from 'vitest';
import type { FieldFacts } from '../../src/analysis/records/facts.ts';
import { AUDIT_FIELD_IDS, AUDIT_FIELDS, isField } from '../../src/policy/audit-fields.ts';

const named = (name: string, facts: Partial<FieldFacts> = {}): FieldFacts => ({
  words: name.split(' '),
  hash: undefined,
  hashedWords: [],
  isDate: false,
  isText: false,
  constant: undefined,
  valueWords: [],
  node: {} as FieldFacts['node'],
  ...facts,
});

const fieldsOf = (field: FieldFacts): string[] => AUDIT_FIELD_IDS.filter((id) => isField(id, field));

describe('names', () => {
  it.each([
    ['input hash', 'inputHash'],
    ['prompt sha256', 'inputHash'],
    ['hashed request body', 'inputHash'],
    ['output hash', 'outputHash'],
    ['response body digest', 'outputHash'],
    ['created at', 'timestamp'],
    ['ts', 'timestamp'],
    ['user id', 'userId'],
    ['performed by', 'userId'],
    ['clinician id', 'userId'],
    ['decision', 'outcome'],
    ['stop reason', 'outcome'],
    ['error name', 'outcome'],
    ['event type', 'eventType'],
    ['service name', 'component'],
    ['source ip', 'source'],
    ['data classification', 'dataClassification'],
    ['model id', 'model'],
    ['anthropic request id', 'requestId'],
    ['legal basis', 'purpose'],
  ])('%s is %s', (name, id) => {
    expect(fieldsOf(named(name))).toContain(id);
  });

  it.each([
    'user agent',
    'user prompt',
    'user count',
    'birth date',
    'input tokens',
    'prompt',
    'group by',
    'provider',
    'latency ms',
    'at',
  ])('%s is none', (name) => {
    expect(fieldsOf(named(name))).toEqual([]);
  });
});

describe('values', () => {
  it.each<[string, FieldFacts, string]>([
    ['a hash under the name of what it hashes', named('prompt', { hash: 'unknown' }), 'inputHash'],
    [
      'a hash of an answer',
      named('digest', { hash: 'plain', hashedWords: ['response', 'content'] }),
      'outputHash',
    ],
    ['a date under any name', named('logged', { isDate: true }), 'timestamp'],
    ['the id of a user', named('id', { valueWords: [['id'], ['user', 'id']] }), 'userId'],
    ['the id of a message', named('id', { valueWords: [['id'], ['message', 'id']] }), 'requestId'],
  ])('%s', (_, field, id) => {
    expect(fieldsOf(field)).toEqual([id]);
  });
});

it('has a source and a date for each field', () => {
  for (const { source, checkedOn } of AUDIT_FIELDS) {
    expect(source).not.toBe('');
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

/**
 * The schema of evidence: published, strict, and understood by our own check as by anybody's validator.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/audit/json-schema.ts';
import type { Schema } from '../../src/audit/json-schema.ts';
import { EVIDENCE_JSON_SCHEMA } from '../../src/audit/schema.ts';
import { evidence, LARGE, MEDIUM, SMALL } from '../helpers/evidence.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true });
const validate = ajv.compile(EVIDENCE_JSON_SCHEMA);

/** Stops at the first fault. */
const accepts = new Ajv2020({ strict: true }).compile(EVIDENCE_JSON_SCHEMA);
const isValid = (value: unknown): boolean => accepts(value);
const fresh = (): unknown => JSON.parse(JSON.stringify(evidence({ ...SMALL, sites: 1 })));

it('is the file that the package publishes', () => {
  const file = readFileSync(new URL('../../schemas/evidence-1.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toEqual(EVIDENCE_JSON_SCHEMA);
});

it.each([{ sites: 0 }, SMALL, MEDIUM, LARGE])('takes evidence of $sites call sites', (wanted) => {
  const sealed = evidence(wanted);
  validate(sealed);
  expect(validate.errors ?? []).toEqual([]);
  expect(faultsOf(sealed, EVIDENCE_JSON_SCHEMA)).toEqual([]);
});

it('leaves no string without a list of words or a grammar', () => {
  const loose: string[] = [];
  const look = (schema: Schema, at: string): void => {
    if (schema.type === 'string' && !(schema.const ?? schema.enum ?? schema.pattern)) loose.push(at);
    if (schema.pattern !== undefined && schema.maxLength === undefined) loose.push(`${at} (no length)`);
    if (schema.type === 'object' && schema.additionalProperties === undefined) loose.push(`${at} (open)`);
    for (const [name, part] of Object.entries(schema.properties ?? {})) look(part, `${at}/${name}`);
    if (schema.items) look(schema.items, `${at}/*`);
    if (schema.additionalProperties) look(schema.additionalProperties, `${at}/…`);
  };
  look(EVIDENCE_JSON_SCHEMA, '');
  for (const [name, part] of Object.entries(EVIDENCE_JSON_SCHEMA.$defs)) look(part, name);
  expect(loose).toEqual([]);
});

/** Every place in a value, with how to put something else there. */
function places(value: unknown, at = ''): { at: string; set: (to: unknown) => void; is: unknown }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => [
    {
      at: `${at}/${name}`,
      is: part,
      set(to: unknown): void {
        Reflect.set(value, name, to);
      },
    },
    ...places(part, `${at}/${name}`),
  ]);
}

const PROMPT = 'You are a "nurse".\nSummarize the chart of the patient in room 12, who was born on 3 May.';
/** Places where people and rules speak. */
const PROSE =
  /\/(?:message|caution|from|to|reason|owner|ref|reference|pattern|range|expires|file|folder|files\/\d+|command\/\d+|controls\/0\/(?:id|why)) false$/;

describe('in every place', () => {
  const whole = fresh();
  // One call site and one finding of each kind are enough; the rest repeats them.
  const all = places(whole).filter(({ at }) => !/^\/(?:callSites|controls|lines|rules)\/[1-9]/.test(at));

  it('our check and a validator agree about what may not be there', () => {
    for (const broken of [-1, 'no such "word"', '', null, [], 'a\u202Eb']) {
      for (const { at, set, is } of all) {
        set(broken);
        const ours = faultsOf(whole, EVIDENCE_JSON_SCHEMA).length === 0;
        if (ours !== isValid(whole)) expect(ours, `${at} = ${JSON.stringify(broken)}`).toBe(isValid(whole));
        set(is);
      }
    }
  });

  it('no prompt fits where no person, no rule and no path stands', () => {
    for (const { at, set, is } of all) {
      if (typeof is !== 'string') continue;
      for (const text of [PROMPT, PROMPT.replace('\n', ' ')]) {
        set(text);
        const fits = isValid(whole);
        if (fits) expect(`${at} ${String(text === PROMPT)}`).toMatch(PROSE);
      }
      set(is);
    }
  });
});

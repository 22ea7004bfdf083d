/**
 * Inputs on which the rules were wrong in the field, each with the lines that have to be reported.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../helpers/projects.ts';

interface FieldCase {
  readonly name: string;
  readonly filename: string;
  readonly rule: string;
  readonly code: string;
  readonly expectLines: readonly number[];
  readonly options?: object;
  readonly settings?: object;
}

const cases = JSON.parse(
  readFileSync(new URL('cases-2026-11.json', import.meta.url), 'utf8'),
) as readonly FieldCase[];

describe('inputs from the field', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const { filename, rule, code, options = true, settings = {}, expectLines } = each;
    const found = lintFiles({ [filename]: code }, { rules: { [rule]: options }, settings });
    const lines = (found[filename] ?? []).map((report) => Number(report.split(' ')[0]));
    expect([...new Set(lines)].sort((a, b) => a - b)).toEqual(expectLines);
  });
});

/**
 * The programs that properties are tried on, single files out of the tests of rules with how each is linted; and how many
 * are tried.
 */
import { readFileSync } from 'node:fs';

/** A program of the suite, and how it is linted. */
export interface SuiteProgram {
  readonly rule: string;
  readonly code: string;
  readonly options?: readonly unknown[];
  readonly settings?: object;
}

/** Every program, in order of rules. */
export const PROGRAMS = JSON.parse(
  readFileSync(new URL('programs.json', import.meta.url), 'utf8'),
) as readonly SuiteProgram[];

/** `npm run metamorphic`: more programs than on every change, others each time, counted and not stopped at. */
export const isLong =
  process.env['npm_lifecycle_event'] === 'metamorphic' || process.env['METAMORPHIC'] !== undefined;

const [runs = '4000', seed = String(Date.now() % 1_000_000)] = (process.env['METAMORPHIC'] ?? '')
  .split(':')
  .filter((part) => part !== '');

/** What fast-check is told. `METAMORPHIC=runs:seed` repeats a long run. */
export const PARAMETERS = isLong
  ? { numRuns: Number(runs), seed: Number(seed) }
  : { numRuns: 200, seed: 20_261_129 };

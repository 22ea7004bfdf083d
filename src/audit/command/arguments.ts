/**
 * The arguments of the command: which there are, and what is wrong with those that are given.
 */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { PACK_NAMES } from '../../configs/packs/index.ts';
import type { PackName } from '../../configs/packs/index.ts';
import { isDay } from '../../policy/attestations.ts';

/** Wrong arguments, or a configuration that cannot be used: exit code 2. */
export class UsageError extends Error {}

/** One option, for parsing and for help. */
export interface Option {
  readonly type: 'boolean' | 'string';
  readonly multiple?: true;
  readonly short?: string;
  readonly value?: string;
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** Values as they were given. */
export interface Given {
  readonly paths: readonly string[];
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  flag(name: string): boolean;
}

/** Options that every command has. */
export const COMMON: Options = {
  help: { type: 'boolean', short: 'h', help: 'Show this help.' },
  quiet: { type: 'boolean', short: 'q', help: 'No progress, and no summary where files are written.' },
  'no-color': { type: 'boolean', help: 'No colours. NO_COLOR does the same.' },
};

/** Options of commands that look at code. */
export const RUN: Options = {
  pack: {
    type: 'string',
    multiple: true,
    short: 'p',
    value: 'NAME',
    help: `What to judge by: ${PACK_NAMES.join(', ')}. May be given several times.`,
  },
  config: {
    type: 'boolean',
    help: 'Use the project’s own ESLint configuration, and list how it deviates from the packs.',
  },
  'as-of': {
    type: 'string',
    value: 'DAY',
    help: 'Judge waivers and documents as of this day (UTC). Today unless given.',
  },
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    help: 'What makes the exit code 1: error (unless given), warning, unknown or never.',
  },
  certain: { type: 'boolean', help: 'Fail on what the code shows alone, not on what rests on a name.' },
  threads: {
    type: 'string',
    value: 'N',
    help: 'Threads that judge files, half a gigabyte each. 1: the run itself.',
  },
  'max-waiver-days': { type: 'string', value: 'DAYS', help: 'How long a waiver may run. 366 unless given.' },
};

/**
 * Reads arguments.
 *
 * @throws {UsageError} for what is not known, with what may have been meant
 */
export function parse(args: readonly string[], options: Options): Given {
  const all = { ...COMMON, ...options };
  for (const argument of args) {
    if (argument === '--') break;
    const [, name] = /^--([^=]+)/.exec(argument) ?? [];
    if (name !== undefined && !Object.hasOwn(all, name)) throw unknownOption(name, Object.keys(all));
  }
  const config: ParseArgsConfig = {
    args: [...args],
    options: Object.fromEntries(
      Object.entries(all).map(([name, { type, multiple, short }]) => [
        name,
        { type, ...(multiple && { multiple }), ...(short !== undefined && { short }) },
      ]),
    ),
    allowPositionals: true,
    strict: true,
  };
  try {
    const { values, positionals } = parseArgs(config);
    return {
      paths: positionals,
      text: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      },
      list: (name) => {
        const value = values[name];
        return Array.isArray(value) ? value.flatMap((one) => String(one).split(',')) : [];
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function unknownOption(name: string, known: readonly string[]): UsageError {
  const near = nearest(name, known);
  return new UsageError(
    `There is no option --${name}.${near === undefined ? '' : ` Did you mean --${near}?`}`,
  );
}

/** What is most like a name and not far from it. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((one) => ({ one, distance: distanceOf(name, one) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.one : undefined;
}

/** Levenshtein's distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The packs that are asked for, in the order of the packs.
 *
 * @throws {UsageError} for none, and for names of none
 */
export function packsOf(given: Given): readonly PackName[] {
  const names = given.list('pack');
  if (names.length === 0)
    throw new UsageError(`Say what to judge by: --pack ${PACK_NAMES.join(' | ')}. Several may be given.`);
  for (const name of names) {
    if ((PACK_NAMES as readonly string[]).includes(name)) continue;
    const near = nearest(name, PACK_NAMES);
    throw new UsageError(
      `There is no pack ${JSON.stringify(name.slice(0, 40))}. ${near === undefined ? `Known: ${PACK_NAMES.join(', ')}.` : `Did you mean ${near}?`}`,
    );
  }
  return PACK_NAMES.filter((name) => names.includes(name));
}

/** @throws {UsageError} for what is no day of the calendar */
export function dayOf(given: Given): string {
  const day = given.text('as-of') ?? new Date().toISOString().slice(0, 10);
  if (!isDay(day)) throw new UsageError('--as-of takes a day of the calendar, as in 2027-01-31.');
  return day;
}

/** One of some words. @throws {UsageError} for another */
export function wordOf<Word extends string>(
  given: Given,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = given.text(name);
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${name} takes ${words.join(', ')}.`);
  return found;
}

/** A number of days. @throws {UsageError} for anything else */
export function daysOf(given: Given, name: string): number | undefined {
  const value = given.text(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,5}d?$/.test(value)) throw new UsageError(`--${name} takes a number of days, as in 30d.`);
  return parseInt(value, 10);
}

/** A number of threads. @throws {UsageError} for anything else */
export function threadsOf(given: Given): number | undefined {
  const value = given.text('threads');
  if (value === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(value)) throw new UsageError('--threads takes a number from 1 to 99.');
  return Number(value);
}

/**
 * `fleet`, `waivers` and `diff`: what evidence says over many repositories, of waivers, and of two states.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { daysBetween } from '../collect/waivers.ts';
import { diffOf } from '../diff.ts';
import { fleetOf } from '../fleet.ts';
import type { FleetFile } from '../fleet.ts';
import type { Waiver } from '../run-model.ts';
import { readEvidence } from '../read.ts';
import { canonicalJson, count, placeText } from '../text.ts';
import { WAIVER_FAULTS, WAIVER_STATES } from '../words.ts';
import { fleetFiles } from '../writers/fleet.ts';
import { diffMarkdown } from '../writers/markdown.ts';
import { csvOf } from '../writers/csv.ts';
import { dayOf, daysOf, RUN, UsageError, wordOf } from './arguments.ts';
import type { Given, Options } from './arguments.ts';
import { evidenceAt } from './audit.ts';
import { EXIT, evidenceOf } from './run.ts';
import type { Terminal } from './terminal.ts';
import { writeFiles } from './write-files.ts';

const AS_OF: Options = {
  'as-of': { type: 'string', value: 'DAY', help: 'Judge by this day (UTC). Today unless given.' },
};

export const FLEET: Options = {
  out: { type: 'string', short: 'o', value: 'DIR', help: 'Where the files go.' },
  ...AS_OF,
  'max-age': {
    type: 'string',
    value: 'DAYS',
    help: 'Evidence that is older is called old. 30 unless given.',
  },
  expected: { type: 'string', value: 'FILE', help: 'Repositories that should have evidence, one a line.' },
};

/** One page and one table over evidence of many repositories. @throws {UsageError} */
export function fleet(given: Given, _command: readonly string[], terminal: Terminal): number {
  const out = given.text('out');
  if (out === undefined) throw new UsageError('Say where the files go: --out DIR.');
  if (given.paths.length === 0) throw new UsageError('Say which files: fleet */evidence.json --out DIR.');
  const list = given.text('expected');
  const maxAgeDays = daysOf(given, 'max-age');
  const all = fleetOf(given.paths.map(fleetFile), {
    asOf: dayOf(given),
    ...(maxAgeDays !== undefined && { maxAgeDays }),
    ...(list !== undefined && { expected: linesOf(list) }),
  });
  const files = fleetFiles(all);
  const written = writeFiles(resolve(out), files);
  if (written.problem !== undefined) terminal.say(written.problem);
  const { totals, missing } = all;
  if (!given.flag('quiet')) {
    terminal.out(
      `${count(totals.repositories, 'repository', 'repositories')}, ${count(totals.callSites, 'call site')}, ${count(totals.openFindings, 'open finding')}; ${String(totals.old)} with old evidence, ${String(missing.length)} without.`,
    );
    for (const { name, why } of missing) terminal.out(`  ${name}: ${why}`);
    terminal.out(`${count(files.size, 'file')} in ${written.folder}`);
  }
  return written.problem === undefined ? EXIT.clean : EXIT.incomplete;
}

function fleetFile(path: string): FleetFile {
  const name = `${basename(dirname(resolve(path)))}/${basename(path)}`;
  try {
    return { name, reading: readEvidence(readFileSync(path, 'utf8')) };
  } catch {
    return { name, reading: { problem: 'It cannot be read.' } };
  }
}

function linesOf(path: string): string[] {
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}

export const WAIVERS: Options = {
  ending: {
    type: 'string',
    value: 'DAYS',
    help: 'Only those that have ended, or end within so many days: 30d.',
  },
  ...RUN,
  format: { type: 'string', value: 'NAME', help: 'text (unless given), json or csv.' },
};

/** The register of waivers. Exit code 1 where one has ended or says too little. @throws {UsageError} */
export async function waivers(given: Given, command: readonly string[], terminal: Terminal): Promise<number> {
  const format = wordOf(given, 'format', ['text', 'json', 'csv']) ?? 'text';
  const evidence = await evidenceOf(given, command, terminal);
  const { asOf, completeness } = evidence.provenance;
  const isEnding = given.text('ending') !== undefined;
  const all = evidence.waivers.filter(({ state }) => !isEnding || state === 'ending' || state === 'ended');
  if (format === 'json') terminal.out(canonicalJson(all, 1));
  else if (format === 'csv') terminal.out(csvOf([HEADER, ...all.map(cellsOf)]).trimEnd());
  else {
    for (const waiver of all) terminal.out(inWords(waiver, asOf));
    if (all.length === 0 && !given.flag('quiet')) terminal.out('No waivers.');
  }
  if (completeness === 'interrupted') return EXIT.interrupted;
  return all.some(({ state }) => state === 'ended' || state === 'malformed') ? EXIT.findings : EXIT.clean;
}

const HEADER = [
  'id',
  'state',
  'rule',
  'place',
  'owner',
  'ref',
  'until',
  'reason',
  'faults',
  'sites',
  'commit',
];

function cellsOf(waiver: Waiver): string[] {
  const {
    id,
    state,
    rule,
    at,
    owner = '',
    ref = '',
    until = '',
    reason = '',
    faults,
    sites,
    commit = '',
  } = waiver;
  const lists = [faults.map((fault) => WAIVER_FAULTS[fault]).join('; '), sites.join(' ')];
  return [id, state, rule, placeText(at), owner, ref, until, reason, ...lists, commit];
}

function inWords({ rule, at, state, owner, ref, until, faults }: Waiver, asOf: string): string {
  const days = until === undefined ? '' : `, until ${until} (${String(daysBetween(asOf, until))} days)`;
  const why = faults.length > 0 ? `: it ${faults.map((fault) => WAIVER_FAULTS[fault]).join(', ')}` : '';
  return `${placeText(at)} ${rule}: ${WAIVER_STATES[state]}${why}${days}, ${owner ?? 'no owner'}, ${ref ?? 'no reference'}`;
}

export const DIFF: Options = {
  'fail-on-change': {
    type: 'boolean',
    help: 'Exit with 1 where a call site, a waiver or a deviation is new or changed.',
  },
};

/** What changed between two states. @throws {UsageError} */
export function diff(given: Given, _command: readonly string[], terminal: Terminal): number {
  const [before, after, more] = given.paths;
  if (before === undefined || after === undefined || more !== undefined)
    throw new UsageError('Give two files: diff OLD/evidence.json NEW/evidence.json.');
  const found = diffOf(evidenceAt(before), evidenceAt(after));
  terminal.out(diffMarkdown(found).trimEnd());
  const isChanged =
    found.added.length + found.changed.length + found.waivers.added.length + found.deviations.added.length >
    0;
  return given.flag('fail-on-change') && isChanged ? EXIT.findings : EXIT.clean;
}

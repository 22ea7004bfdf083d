/**
 * `audit`: evidence in all its formats.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { whyNoCommit } from '../collect/git.ts';
import { diffOf } from '../diff.ts';
import type { Evidence } from '../model.ts';
import { readEvidence } from '../read.ts';
import { count } from '../text.ts';
import { scopeSentence } from '../views.ts';
import { filesOf, FORMATS, jsonOf } from '../writers/index.ts';
import type { Format } from '../writers/index.ts';
import { RUN, UsageError } from './arguments.ts';
import type { Given, Options } from './arguments.ts';
import { printPdf } from './pdf.ts';
import { evidenceOf, exitCode, failing } from './run.ts';
import type { Terminal } from './terminal.ts';
import { writeFiles } from './write-files.ts';

export const AUDIT: Options = {
  out: { type: 'string', short: 'o', value: 'DIR', help: 'Where the files go.' },
  ...RUN,
  format: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: `Which files: ${FORMATS.join(', ')}. All unless given.`,
  },
  since: {
    type: 'string',
    value: 'FILE',
    help: 'Earlier evidence: the comment then says first what changed.',
  },
  'require-call-sites': { type: 'boolean', help: 'Exit with 3 where no call site is found.' },
  pdf: { type: 'boolean', help: 'Print the page to evidence.pdf, by a browser that is installed.' },
};

/** What a run leaves that was ended early. */
const PARTIAL = 'evidence.partial.json';

/** @throws {UsageError} */
export async function audit(given: Given, command: readonly string[], terminal: Terminal): Promise<number> {
  const out = given.text('out');
  if (out === undefined) throw new UsageError('Say where the files go: --out DIR.');
  const formats = formatsOf(given);
  if (given.flag('pdf') && !formats.includes('html'))
    throw new UsageError('--pdf prints the page: add html to --format.');
  const since = given.text('since');
  const before = since === undefined ? undefined : evidenceAt(since);
  const evidence = await evidenceOf(given, command, terminal);
  const folder = resolve(out);
  if (evidence.provenance.completeness === 'interrupted') {
    const written = writeFiles(folder, new Map([[PARTIAL, jsonOf(evidence)]]));
    if (written.problem !== undefined) terminal.say(written.problem);
    terminal.say(`Interrupted. What was collected is in ${written.folder}/${PARTIAL}`);
    return exitCode(evidence, [], given);
  }
  const files = filesOf(evidence, { formats, ...(before && { diff: diffOf(before, evidence) }) });
  const written = writeFiles(folder, files);
  if (written.problem !== undefined) terminal.say(written.problem);
  rmSync(join(written.folder, PARTIAL), { force: true });
  if (given.flag('pdf')) terminal.say(printPdf(written.folder));
  const failed = failing(evidence, given);
  if (!given.flag('quiet')) {
    terminal.out(scopeSentence(evidence));
    for (const line of notes(evidence)) terminal.out(line);
    terminal.out(`${count(files.size, 'file')} in ${written.folder}`);
  }
  const code = exitCode(evidence, failed, given);
  return written.problem !== undefined && code === 0 ? 4 : code;
}

function formatsOf(given: Given): readonly Format[] {
  const names = given.list('format');
  if (names.length === 0) return FORMATS;
  return names.map((name) => {
    const format = FORMATS.find((one) => one === name);
    if (format === undefined) throw new UsageError(`--format takes ${FORMATS.join(', ')}.`);
    return format;
  });
}

/** @throws {UsageError} for what is no evidence */
export function evidenceAt(path: string): Evidence {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
  const reading = readEvidence(text);
  if ('problem' in reading) throw new UsageError(`${path}: ${reading.problem}`);
  return reading.evidence;
}

function notes({ waivers, deviations, provenance, population }: Evidence): string[] {
  const states = ['ending', 'ended', 'malformed', 'unused'] as const;
  const changed = population.gaps.filter(({ kind }) => kind === 'changed').length;
  return [
    ...states.flatMap((state) => {
      const n = waivers.filter((waiver) => waiver.state === state).length;
      return n > 0 ? [`${count(n, 'waiver')} ${state}.`] : [];
    }),
    ...(changed > 0
      ? [`${count(changed, 'file')} changed while the run went on: run it again when nothing writes there.`]
      : []),
    ...(deviations.length > 0 ? [`${count(deviations.length, 'deviation')} from the packs.`] : []),
    ...(population.gaps.length > 0 ? [`${count(population.gaps.length, 'scope gap')}.`] : []),
    ...(provenance.completeness === 'incomplete'
      ? ['The run is incomplete: not every file could be judged.']
      : []),
    ...(provenance.commit === undefined
      ? [`No commit: this evidence says of no state that can be had again. ${whyNoCommit(process.cwd())}`]
      : []),
    ...(provenance.shallow ? ['The history is cut off: who wrote a waiver, and when, is unknown.'] : []),
  ];
}

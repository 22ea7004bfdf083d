/**
 * A run as the commands need it: sealed evidence, with progress, that can be ended by Ctrl-C; and what its exit code is.
 */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { collect } from '../collect/index.ts';
import type { Evidence, Finding } from '../model.ts';
import { sealEvidence } from '../seal.ts';
import { dayOf, daysOf, packsOf, threadsOf, UsageError, wordOf } from './arguments.ts';
import type { Given } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export const EXIT = { clean: 0, findings: 1, usage: 2, noSites: 3, incomplete: 4, interrupted: 130 } as const;

/** Runs over code, as the arguments ask. */
export async function evidenceOf(
  given: Given,
  command: readonly string[],
  terminal: Terminal,
): Promise<Evidence> {
  const cwd = realpathSync(process.cwd());
  const packs = packsOf(given);
  const asOf = dayOf(given);
  const out = given.text('out');
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    terminal.say('Stopping: what was collected so far is kept. Once more ends at once.');
    stop.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    const paths = given.paths.length > 0 ? given.paths : ['.'];
    const collected = await collect({
      cwd,
      paths: paths.map((path) => resolve(cwd, path)),
      packs,
      out: out === undefined ? undefined : resolve(cwd, out),
      useConfig: given.flag('config'),
      asOf,
      command,
      maxWaiverDays: daysOf(given, 'max-waiver-days'),
      endingDays: daysOf(given, 'ending'),
      signal: stop.signal,
      threads: terminal.program && { program: terminal.program, count: threadsOf(given) },
      onProgress: (done) => {
        terminal.progress(done);
      },
    });
    return sealEvidence(collected);
  } catch (error) {
    if (error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError))
      throw new UsageError(error.message);
    throw error;
  } finally {
    terminal.endProgress();
    // Not before what was collected is written, which takes no pause: by default a signal ends the program at once.
    setImmediate(() => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    });
  }
}

const LEVELS = ['error', 'warning', 'unknown', 'never'] as const;

/** The open findings that make a run fail. */
export function failing(evidence: Evidence, given: Given): readonly Finding[] {
  const level = wordOf(given, 'fail-on', LEVELS) ?? 'error';
  const isCertain = given.flag('certain');
  return evidence.findings.filter(({ waiver, kind, severity, certainty }) => {
    if (waiver !== undefined || level === 'never' || (isCertain && certainty === 'by-name')) return false;
    if (kind === 'cannot-tell') return level === 'unknown';
    return severity === 'error' || level !== 'error';
  });
}

/** The exit code of a run: findings before what is missing, and that before nothing. */
export function exitCode(evidence: Evidence, failed: readonly Finding[], given: Given): number {
  const { completeness } = evidence.provenance;
  if (completeness === 'interrupted') return EXIT.interrupted;
  if (failed.length > 0) return EXIT.findings;
  if (completeness === 'incomplete') return EXIT.incomplete;
  return given.flag('require-call-sites') && evidence.callSites.length === 0 ? EXIT.noSites : EXIT.clean;
}

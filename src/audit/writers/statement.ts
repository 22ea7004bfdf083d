/**
 * An unsigned in-toto statement about the run, to be signed by whoever runs it (the documentation shows how), and the digests
 * of all files.
 */
import { createHash } from 'node:crypto';
import { causesOf } from '../views.ts';
import type { Evidence } from '../model.ts';
import { byText } from '../text.ts';

const STATEMENT = 'https://in-toto.io/Statement/v1';
/** Read in in-toto/attestation, spec/predicates/test-result.md, 2026-11-29. */
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The statement. Subjects are the commit and the files.
 *
 * @param files what was written, by name
 */
export function statementOf(evidence: Evidence, files: ReadonlyMap<string, string>): object {
  const { provenance, rules } = evidence;
  const failing = new Set(causesOf(evidence).map(({ rule }) => rule));
  const open = new Set(
    evidence.findings
      .filter(({ kind, waiver }) => kind === 'cannot-tell' || waiver !== undefined)
      .map(({ rule }) => rule),
  );
  const on = rules
    .filter(({ severity, notRun }) => severity !== 'off' && notRun === undefined)
    .map(({ name }) => name);
  const failed = on.filter((name) => failing.has(name));
  const warned = on.filter((name) => !failing.has(name) && open.has(name));
  const incomplete = provenance.completeness !== 'complete';
  return {
    _type: STATEMENT,
    subject: [
      ...(provenance.commit === undefined || provenance.dirty
        ? []
        : [{ name: provenance.repository, digest: { gitCommit: provenance.commit } }]),
      ...[...files]
        .sort(([a], [b]) => byText(a, b))
        .map(([name, text]) => ({ name, digest: { sha256: hex(text) } })),
    ],
    predicateType: TEST_RESULT,
    predicate: {
      result: failed.length > 0 ? 'FAILED' : warned.length > 0 || incomplete ? 'WARNED' : 'PASSED',
      configuration: [
        {
          name: provenance.config.file ?? provenance.packs.join('+'),
          digest: { sha256: provenance.config.digest.replace(/^sha256:/, '') },
        },
      ],
      passedTests: on.filter((name) => !failing.has(name) && !open.has(name)),
      warnedTests: warned,
      failedTests: failed,
    },
  };
}

/** Digests as `sha256sum -c` reads them. */
export function sumsOf(files: ReadonlyMap<string, string>): string {
  return [...files]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, text]) => `${hex(text)}  ${name}\n`)
    .join('');
}

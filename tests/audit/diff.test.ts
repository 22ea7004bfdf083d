/**
 * What changed between two states.
 */
import { describe, expect, it } from 'vitest';
import { diffOf } from '../../src/audit/diff.ts';
import type { CallSite, Collected } from '../../src/audit/model.ts';
import { sealEvidence } from '../../src/audit/seal.ts';
import { diffMarkdown, markdownOf } from '../../src/audit/writers/markdown.ts';
import { collected, evidence, MEDIUM } from '../helpers/evidence.ts';

const before = evidence(MEDIUM);

/** The same state with something done to its first call site, or to all. */
function after(
  change: (site: CallSite, i: number) => CallSite | undefined,
  rest: Partial<Collected> = {},
): typeof before {
  const made = collected(MEDIUM);
  return sealEvidence({
    ...made,
    ...rest,
    callSites: made.callSites.flatMap((site, i) => change(site, i) ?? []),
  });
}

const first = (change: (site: CallSite) => CallSite) => (site: CallSite, i: number) =>
  i === 0 ? change(site) : site;

it('of a state with itself is empty', () => {
  const { added, removed, changed, newFindings, goneFindings, setup } = diffOf(before, evidence(MEDIUM));
  expect([added, removed, changed, newFindings, goneFindings, setup].flat()).toEqual([]);
});

describe('finds', () => {
  it('a new call site and one that is gone', () => {
    const without = after((site, i) => (i === 0 ? undefined : site));
    expect(diffOf(without, before).added).toHaveLength(1);
    expect(diffOf(before, without).removed).toHaveLength(1);
  });

  it('another geography', () => {
    const { changed } = diffOf(
      before,
      after(
        first((site) => ({
          ...site,
          region: { state: 'not-applicable' },
          geography: { state: 'shown', value: 'eu-made-up', how: 'literal' },
        })),
      ),
    );
    expect(changed.map(({ changes }) => changes.find(({ fact }) => fact === 'place')?.after)).toEqual([
      'eu-made-up',
    ]);
  });

  it('the same call site under another name', () => {
    const renamed = after(
      first((site) => ({
        ...site,
        id: 'cs:00000000',
        identity: { ...site.identity, function: 'writeAnotherLetter' },
      })),
    );
    const { added, removed, changed } = diffOf(before, renamed);
    expect([added, removed]).toEqual([[], []]);
    expect(changed).toMatchObject([{ moved: true, changes: [] }]);
  });

  it('a waiver that was added, and a rule that was turned off', () => {
    const made = collected(MEDIUM);
    const [waiver] = made.waivers;
    const [deviation] = made.deviations;
    if (!waiver || !deviation) throw new Error('nothing to add');
    const diff = diffOf(
      before,
      after((site) => site, {
        waivers: [...made.waivers, { ...waiver, id: 'W9', rule: 'no-full-record' }],
        deviations: [...made.deviations, { ...deviation, id: 'D9', rule: 'require-redaction' }],
      }),
    );
    expect(diff.waivers.added).toHaveLength(1);
    expect(diff.deviations.added).toHaveLength(1);
  });

  it('findings that are new and those that no longer stand', () => {
    const made = collected(MEDIUM);
    const fewer = sealEvidence({ ...made, findings: made.findings.slice(2) });
    expect(diffOf(fewer, before).newFindings.length).toBeGreaterThan(0);
    expect(diffOf(before, fewer).goneFindings.length).toBeGreaterThan(0);
  });

  it('that the setup is another, which explains the rest', () => {
    const { provenance } = before;
    const other = after((site) => site, { provenance: { ...provenance, packs: ['hipaa', 'soc2'] } });
    expect(diffOf(before, other).setup).toEqual([{ what: 'packs', before: 'hipaa', after: 'hipaa + soc2' }]);
  });
});

it('says in a comment first what changed', () => {
  const without = after((site, i) => (i === 0 ? undefined : site));
  const comment = markdownOf(before, diffOf(without, before));
  expect(comment.indexOf('### New call sites')).toBeGreaterThan(0);
  expect(comment.indexOf('### New call sites')).toBeLessThan(comment.indexOf('### Findings by cause'));
  expect(comment.length).toBeLessThan(8000);
  expect(diffMarkdown(diffOf(before, before))).toContain('Nothing changed');
});

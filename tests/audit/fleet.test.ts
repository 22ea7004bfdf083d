/**
 * Many repositories.
 */
import { describe, expect, it } from 'vitest';
import { fleetOf } from '../../src/audit/fleet.ts';
import type { FleetFile } from '../../src/audit/fleet.ts';
import { readEvidence } from '../../src/audit/read.ts';
import { fleetFiles } from '../../src/audit/writers/fleet.ts';
import { jsonOf } from '../../src/audit/writers/index.ts';
import { evidence } from '../helpers/evidence.ts';

const DAY = '2026-11-29';

function file(i: number, asOf = DAY): FleetFile {
  const made = evidence({ sites: 1 + (i % 9), seed: i + 1, packages: 3 });
  const provenance = { ...made.provenance, repository: `https://git.example/acme/repo-${String(i)}`, asOf };
  return { name: `repo-${String(i)}.json`, reading: { evidence: { ...made, provenance } } };
}

describe('a fleet', () => {
  const files = [
    file(1),
    file(2, '2026-08-01'),
    file(3),
    { name: 'broken.json', reading: readEvidence('{') },
  ] satisfies FleetFile[];
  const fleet = fleetOf(files, {
    asOf: DAY,
    expected: ['https://git.example/acme/repo-1', 'https://git.example/acme/none'],
  });

  it('adds up', () => {
    expect(fleet.totals.repositories).toBe(3);
    expect(fleet.totals.callSites).toBe(2 + 3 + 4);
    expect(fleet.destinations.reduce((sum, { sites }) => sum + sites, 0)).toBe(9);
  });

  it('tells old evidence, broken files and repositories without any', () => {
    expect(fleet.rows.filter(({ isOld }) => isOld).map(({ repository }) => repository)).toEqual([
      'https://git.example/acme/repo-2',
    ]);
    expect(fleet.missing).toEqual([
      { name: 'broken.json', why: 'It is not JSON, or it was cut off.' },
      { name: 'https://git.example/acme/none', why: 'No evidence was handed in.' },
    ]);
  });

  it('lists waivers by their end, those without one first', () => {
    const left = fleet.waivers.map(({ daysLeft }) => daysLeft);
    expect(left.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    const days = left.filter((one) => one !== undefined);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    // The last day counts.
    expect(fleet.waivers.find(({ until }) => until === '2026-12-15')?.daysLeft).toBe(16);
  });

  it('takes the newest of several files of a repository, whatever their order', () => {
    const both = [file(1, '2026-11-01'), file(1, '2026-11-20')];
    for (const order of [both, both.toReversed()]) {
      expect(fleetOf(order, { asOf: DAY }).rows.map(({ asOf }) => asOf)).toEqual(['2026-11-20']);
    }
  });

  it('does not depend on the order of the files', () => {
    const again = fleetOf(files.toReversed(), {
      asOf: DAY,
      expected: ['https://git.example/acme/none', 'https://git.example/acme/repo-1'],
    });
    expect([...fleetFiles(again)]).toEqual([...fleetFiles(fleet)]);
  });

  it('has one row in the table for each, with those that are missing', () => {
    const rows = (fleetFiles(fleet).get('fleet.csv') ?? '').trim().split('\r\n');
    expect(rows).toHaveLength(1 + 3 + 2);
    expect(new Set(rows.map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).length))).toEqual(
      new Set([16]),
    );
  });
});

it('reads 300 files and writes their page in seconds', () => {
  const texts = Array.from({ length: 300 }, (_, i) => {
    const { name, reading } = file(i);
    return { name, text: 'evidence' in reading ? jsonOf(reading.evidence) : '' };
  });
  const start = performance.now();
  const fleet = fleetOf(
    texts.map(({ name, text }) => ({ name, reading: readEvidence(text) })),
    { asOf: DAY },
  );
  const files = fleetFiles(fleet);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(fleet.totals.repositories).toBe(300);
  expect(files.get('fleet.html')).toContain('300 repositories');
});

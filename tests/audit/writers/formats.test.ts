/**
 * The files that other tools read: valid against their schemas, and with what each of them can take.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { ExecJSON } from 'inspecjs';
import { describe, expect, it } from 'vitest';
import { filesOf, FORMATS } from '../../../src/audit/writers/index.ts';
import { sitesCsv } from '../../../src/audit/writers/csv.ts';
import { hdfOf } from '../../../src/audit/writers/hdf.ts';
import { uuid5 } from '../../../src/audit/writers/ids.ts';
import { oscalOf } from '../../../src/audit/writers/oscal.ts';
import { findingsSarif, fullSarif } from '../../../src/audit/writers/sarif.ts';
import { statementOf } from '../../../src/audit/writers/statement.ts';
import { evidence, LARGE, MEDIUM, SMALL } from '../../helpers/evidence.ts';
import { OSCAL_RESULTS } from './oscal-results.ts';

const NONE = { sites: 0 };
const ALL = [NONE, SMALL, MEDIUM, LARGE];

/** The official schema, as jest-sarif brings it; draft 4 but for its name reads as draft 7. */
function sarifSchema(): object {
  const load = createRequire(import.meta.url);
  const { $schema, id, ...schema } = load(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  ) as Record<string, unknown>;
  expect($schema).toMatch('draft-04');
  expect(id).toMatch('sarif-2.1.0');
  return schema;
}

const addTo = addFormats as unknown as (ajv: Ajv) => Ajv;
const sarif = addTo(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(sarifSchema());
const oscal = addTo(new Ajv({ strict: false, allErrors: true })).compile(OSCAL_RESULTS);

describe.each(ALL)('SARIF of $sites call sites', (wanted) => {
  const made = evidence(wanted);

  it.each([
    ['findings', findingsSarif(made)],
    ['full', fullSarif(made)],
  ])('%s.sarif is valid', (_, log) => {
    sarif(log);
    expect(sarif.errors ?? []).toEqual([]);
  });

  it('findings.sarif holds what code scanning takes', () => {
    const { runs } = findingsSarif(made);
    const [run] = runs;
    const waived = made.findings.filter(({ waiver }) => waiver !== undefined).length;
    expect(run?.results).toHaveLength(made.findings.length - waived);
    for (const result of run?.results ?? []) {
      expect(result).not.toHaveProperty('kind');
      expect(result).not.toHaveProperty('suppressions');
      expect(result.locations?.length).toBe(1);
      const uri = result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(uri).not.toMatch(/^(?:\/|file:|[a-z]:)/i);
      expect(result.partialFingerprints).toBeDefined();
    }
    for (const rule of run?.tool.driver.rules ?? []) {
      const tags: unknown = rule.properties?.tags;
      expect(Array.isArray(tags) && tags.length <= 20).toBe(true);
      expect(rule.help?.text).not.toBe('');
      expect(rule.shortDescription?.text).not.toBe('');
      expect(Number(rule.properties?.['security-severity'])).toBeGreaterThan(0);
    }
  });
});

describe('SARIF', () => {
  const made = evidence(MEDIUM);

  it('full.sarif holds every result of every call site', () => {
    const results = fullSarif(made).runs[0]?.results ?? [];
    const of = (kind: string): number => results.filter((result) => result.kind === kind).length;
    expect(of('pass')).toBe(made.totals.results['no-finding']);
    expect(of('notApplicable')).toBe(made.totals.results['not-applicable']);
    expect(of('review')).toBe(made.totals.results['not-run']);
    expect(of('open')).toBe(made.totals.cannotTell);
    expect(results.filter(({ suppressions }) => suppressions).length).toBe(made.totals.waived);
  });

  it('shows the way of content', () => {
    const flows = findingsSarif(made).runs[0]?.results?.flatMap(({ codeFlows = [] }) => codeFlows) ?? [];
    expect(flows[0]?.threadFlows[0]?.locations.length).toBe(3);
  });

  it('names controls as taxonomies, never as tags', () => {
    const run = fullSarif(made).runs[0];
    expect(run?.taxonomies?.map(({ name }) => name)).toContain('HIPAA (45 CFR Part 164)');
    expect(JSON.stringify(run?.tool.driver.rules?.map(({ properties }) => properties))).not.toMatch('164.');
  });
});

describe.each(
  ALL.flatMap(({ sites }) => [
    { sites, pack: 'gov' as const },
    { sites, pack: 'hipaa' as const },
  ]),
)('OSCAL of $sites call sites under $pack', ({ sites, pack }) => {
  const made = oscalOf(evidence({ sites, with: withPack(pack) }));

  it('is valid', () => {
    oscal(made);
    expect(oscal.errors ?? []).toEqual([]);
  });

  it('never says that an objective is met', () => {
    expect(JSON.stringify(made)).not.toMatch(/"satisfied"/);
  });
});

function withPack(pack: 'gov' | 'hipaa'): Pick<ReturnType<typeof evidence>, 'provenance'> {
  const { provenance } = evidence(NONE);
  return { provenance: { ...provenance, packs: [pack] } };
}

it('OSCAL has an observation for each control and a finding for those of NIST with findings', () => {
  const made = evidence({ ...MEDIUM, with: withPack('gov') });
  const text = JSON.stringify(oscalOf(made));
  expect(text).toContain('"control-id":"sa-9.5"');
  expect(text.match(/"methods":\["TEST"\]/g)).toHaveLength(made.controls.length);
  const failing = made.controls.filter(
    ({ framework, state }) => framework === 'NIST SP 800-53 Rev 5' && state === 'finding',
  );
  expect(failing.length).toBeGreaterThan(0);
  expect(text.match(/"not-satisfied"/g)).toHaveLength(failing.length);
});

describe.each(ALL)('HDF of $sites call sites', (wanted) => {
  const made = evidence(wanted);
  const hdf = JSON.stringify(hdfOf(made));

  it('is read by inspecjs', () => {
    const read = ExecJSON.Convert.toExecJSON(hdf);
    expect(read.profiles[0]?.controls).toHaveLength(made.rules.length);
  });

  it('passes nothing that was not run or not decided', () => {
    const passed = hdf.match(/"status":"passed"/g) ?? [];
    expect(passed).toHaveLength(made.totals.results['no-finding']);
  });
});

describe('the statement', () => {
  const made = evidence(MEDIUM);
  const files = filesOf(made);

  it('is about the commit and each file', () => {
    const { subject } = JSON.parse(files.get('statement.intoto.json') ?? '') as {
      subject: { name: string; digest: Record<string, string> }[];
    };
    expect(subject[0]?.digest).toEqual({ gitCommit: made.provenance.commit });
    for (const { name, digest } of subject.slice(1)) {
      const text = files.get(name) ?? '';
      expect(digest['sha256']).toBe(createHash('sha256').update(text).digest('hex'));
    }
    expect(subject.length).toBe(files.size - 1);
  });

  it('of a dirty tree is not about a commit', () => {
    const { provenance } = made;
    const dirty = evidence({ ...SMALL, with: { provenance: { ...provenance, dirty: true } } });
    expect(JSON.stringify(statementOf(dirty, new Map()))).not.toMatch('gitCommit');
  });

  it('of a run that was interrupted does not pass', () => {
    const { provenance } = made;
    const cut = evidence({
      ...NONE,
      with: { provenance: { ...provenance, completeness: 'interrupted' }, findings: [] },
    });
    expect(statementOf(cut, new Map())).toHaveProperty('predicate.result', 'WARNED');
  });

  it('comes with digests of all files', () => {
    const lines = (files.get('SHA256SUMS') ?? '').trim().split('\n');
    expect(lines).toHaveLength(files.size - 1);
    for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} {2}\S+$/);
  });
});

it('writes the same bytes for the same evidence', () => {
  const first = filesOf(evidence(MEDIUM));
  const second = filesOf(evidence(MEDIUM));
  expect([...second]).toEqual([...first]);
});

it('writes the formats that are asked for, and always the evidence', () => {
  const names = [...filesOf(evidence(SMALL), { formats: ['csv'] }).keys()];
  expect(names).toEqual([
    'evidence.json',
    'sites.csv',
    'controls.csv',
    'processors.csv',
    'statement.intoto.json',
    'SHA256SUMS',
  ]);
  expect(FORMATS).toContain('html');
});

it('names a feature and a writer once for a call site, however often they are found', () => {
  const one = evidence({ sites: 1 });
  const [site] = one.callSites;
  if (!site) throw new Error('no call site');
  const { at } = site;
  const feature = { id: 'system_prompts', at, zdr: 'yes', hipaa: 'yes' } as const;
  const writers = ['writeOne', 'writeTwo', 'writeOne'].map((name) => ({ name, at }));
  const callSites = [{ ...site, features: [feature, feature], audit: { ...site.audit, writers } }];
  const csv = sitesCsv({ ...one, callSites });
  expect(csv.match(/system_prompts/g)).toHaveLength(1);
  expect(csv).toContain(',writeOne writeTwo,');
});

it('says nothing of hosts, folders and times', () => {
  const all = [...filesOf(evidence(MEDIUM)).values()].join('\n');
  expect(all).not.toContain(process.cwd());
  expect(all).not.toMatch(/T(?!00:00:00)\d\d:\d\d:\d\d/);
});

it('makes UUIDs of version 5', () => {
  expect(uuid5('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuid5('x')).toBe(uuid5('x'));
  expect(uuid5('x')).not.toBe(uuid5('y'));
});

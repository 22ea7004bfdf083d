/**
 * Waivers: what counts as one, what it covers, and on which day.
 */
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/audit/model.ts';
import { parseWaiver } from '../../../src/audit/collect/waivers.ts';
import { auditFiles } from '../../helpers/audits.ts';
import { LETTERS, lettersWith } from '../../helpers/letters.ts';

const GOOD = 'owner: team-letters; ref: GRC-12; until: 2027-03-31; reason: the workspace default is us';

/** Evidence of the project without a geography, and with a comment above the request. */
const withComment = (comment: string, asOf = '2026-11-29'): Promise<Evidence> =>
  auditFiles(
    lettersWith(
      ['src/llm/send.ts', '      inference_geo: GEO,\n', ''],
      ['src/llm/send.ts', '    const message', `    ${comment}\n    const message`],
    ),
    { asOf },
  );

const NEXT = '// eslint-disable-next-line claude-compliance/require-inference-geo';

it('reads the fields in any order, the reason last', () => {
  expect(parseWaiver(GOOD)).toEqual({
    owner: 'team-letters',
    ref: 'GRC-12',
    until: '2027-03-31',
    reason: 'the workspace default is us',
  });
  expect(parseWaiver('until: 2027-03-31; owner: a/b; ref: X; reason: a; b: c')).toMatchObject({
    owner: 'a/b',
    reason: 'a; b: c',
  });
  expect(parseWaiver('temporarily disabled')).toEqual({});
});

const geoOf = ({ callSites }: Evidence): string | undefined =>
  callSites[0]?.results['require-inference-geo']?.state;

it('waives the finding while it is live', async () => {
  const evidence = await withComment(`${NEXT} -- ${GOOD}`);
  expect(evidence.waivers).toMatchObject([
    {
      id: 'W1',
      state: 'live',
      rule: 'require-inference-geo',
      owner: 'team-letters',
      until: '2027-03-31',
      faults: [],
      sites: [evidence.callSites[0]?.id],
    },
  ]);
  expect(geoOf(evidence)).toBe('waived');
  expect(evidence.totals.waived).toBe(1);
  expect(evidence.deviations).toEqual([]);
});

it.each([
  ['2027-03-01', 'ending', 'waived'],
  ['2027-03-31', 'ending', 'waived'],
  ['2027-04-01', 'ended', 'finding'],
])('on %s it is %s, and the result is %s', async (day, state, result) => {
  const evidence = await withComment(`${NEXT} -- ${GOOD}`, day);
  expect(evidence.waivers).toMatchObject([{ state }]);
  expect(geoOf(evidence)).toBe(result);
});

describe('a comment that says too little waives nothing', () => {
  it.each([
    ['without a word', NEXT, ['no-owner', 'no-ref', 'no-until', 'no-reason']],
    [
      'in free words',
      `${NEXT} -- legal said it is fine for now`,
      ['no-owner', 'no-ref', 'no-until', 'no-reason'],
    ],
    ['with a day that is none', `${NEXT} -- ${GOOD.replace('03-31', '02-31')}`, ['bad-date']],
    [
      'with a short reason',
      `${NEXT} -- ${GOOD.replace('the workspace default is us', 'later')}`,
      ['no-reason'],
    ],
    ['for too long', `${NEXT} -- ${GOOD.replace('2027', '2030')}`, ['too-long']],
    ['for two rules', `${NEXT}, claude-compliance/require-redaction -- ${GOOD}`, ['too-wide']],
    ['for all rules', `// eslint-disable-next-line -- ${GOOD}`, ['too-wide']],
    [
      'to the end of the file',
      `/* eslint-disable claude-compliance/require-inference-geo -- ${GOOD} */`,
      ['too-wide'],
    ],
  ])('%s', async (_, comment, faults) => {
    const evidence = await withComment(comment);
    expect(evidence.waivers[0]).toMatchObject({ state: 'malformed', faults });
    expect(geoOf(evidence)).toBe('finding');
  });

  it('and deviates', async () => {
    const evidence = await withComment(NEXT);
    expect(evidence.deviations).toMatchObject([
      { id: 'D1', kind: 'inline', rule: 'require-inference-geo', at: { file: 'src/llm/send.ts' } },
    ]);
  });
});

it('takes a block that is closed', async () => {
  const evidence = await auditFiles(
    lettersWith(
      ['src/llm/send.ts', '      inference_geo: GEO,\n', ''],
      [
        'src/llm/send.ts',
        '    const message',
        `    /* eslint-disable claude-compliance/require-inference-geo -- ${GOOD} */\n    const message`,
      ],
      [
        'src/llm/send.ts',
        '    const [block]',
        '    /* eslint-enable claude-compliance/require-inference-geo */\n    const [block]',
      ],
    ),
  );
  expect(evidence.waivers).toMatchObject([{ state: 'live' }]);
});

it('calls a waiver unused that meets no finding', async () => {
  const evidence = await auditFiles(
    lettersWith(['src/llm/send.ts', '    const message', `    ${NEXT} -- ${GOOD}\n    const message`]),
  );
  expect(evidence.waivers).toMatchObject([{ state: 'unused', sites: [] }]);
});

it('takes waivers from the file, by call site and rule', async () => {
  const bad = lettersWith(['src/llm/send.ts', '      inference_geo: GEO,\n', '']);
  const site = (await auditFiles(bad)).callSites[0]?.id ?? '';
  const waiver = {
    site,
    rule: 'require-inference-geo',
    owner: 'a',
    ref: 'GRC-1',
    until: '2027-01-31',
    reason: 'the workspace default is us',
  };
  const waivers = [waiver, { ...waiver, site: 'cs:00000000' }, { ...waiver, rule: 'no-such-rule' }];
  const evidence = await auditFiles({ ...bad, 'claude-compliance.waivers.json': { waivers } });
  expect(geoOf(evidence)).toBe('waived');
  expect(evidence.waivers.map(({ state, faults }) => [state, ...faults])).toEqual([
    ['live'],
    ['malformed', 'unknown-site'],
    ['malformed', 'unknown-rule'],
  ]);
  await expect(auditFiles({ ...LETTERS, 'claude-compliance.waivers.json': '{' })).rejects.toThrow(
    'is not JSON',
  );
});

it('takes suppressions in bulk for no waiver', async () => {
  const evidence = await auditFiles({
    ...lettersWith(['src/llm/send.ts', '      inference_geo: GEO,\n', '']),
    'eslint-suppressions.json': {
      'src/llm/send.ts': { 'claude-compliance/require-inference-geo': { count: 1 } },
    },
  });
  expect(geoOf(evidence)).toBe('finding');
  expect(evidence.deviations).toMatchObject([{ kind: 'bulk', rule: 'require-inference-geo' }]);
});

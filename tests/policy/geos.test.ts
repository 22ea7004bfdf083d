import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/policy/facts.ts';
import { absenceAllowed, geoVerdict, whyNotAllowed } from '../../src/policy/geo-verdicts.ts';
import type { GeoPolicy, GeoState, GeoVerdict } from '../../src/policy/geo-verdicts.ts';
import { GEO_IDS, GEOS, isGeo, PLATFORM_GEO, UNPINNABLE } from '../../src/policy/geos.ts';
import { GENERATIONS, normaliseModelId, refusesGeo, refusingModel } from '../../src/policy/models.ts';
import { ROWS } from '../../src/analysis/sdk-surface/index.ts';

const FACTS: readonly (readonly [string, Fact])[] = [
  ...GEOS.map((geo) => [`geography ${geo.id}`, geo] as const),
  ...Object.entries(PLATFORM_GEO).map(([platform, fact]) => [`platform ${platform}`, fact] as const),
  ...Object.entries(UNPINNABLE).map(([sdk, fact]) => [`SDK ${sdk}`, fact] as const),
  ...GENERATIONS.map((generation) => [`models ${generation.title}`, generation] as const),
];

describe('facts', () => {
  it.each(FACTS)('%s carries source, date and certainty', (_, { source, checkedOn, certainty }) => {
    expect(source).toMatch(/^(?:https:\/\/|npm )/);
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(Number.isNaN(Date.parse(checkedOn))).toBe(false);
    expect(['A', 'B', 'C']).toContain(certainty);
  });

  it('knows exactly the geographies of the API', () => {
    expect([...GEO_IDS].sort()).toEqual(['global', 'us']);
    expect(new Set(GEO_IDS).size).toBe(GEO_IDS.length);
    expect(['us', 'global', 'eu', 'US', '', null].filter(isGeo)).toEqual(['us', 'global']);
  });

  it.each([
    ['anthropic', true],
    ['anthropic-aws', true],
    ['google-cloud', true],
    ['bedrock', false],
    ['vertex', false],
    ['foundry', false],
  ] as const)('%s honours a pin: %s', (platform, honours) => {
    expect(PLATFORM_GEO[platform].honours).toBe(honours);
  });

  it('says what to do for every SDK that cannot pin', () => {
    const impossible = [...ROWS.values()].flatMap(({ operation }) =>
      operation?.geo?.kind === 'impossible' ? [operation.sdk] : [],
    );
    for (const sdk of [...impossible, 'genkitx', 'http'] as const) expect(UNPINNABLE).toHaveProperty(sdk);
  });
});

describe('models', () => {
  it.each([
    ['claude-instant-1.2'],
    ['claude-2'],
    ['claude-2.1'],
    ['claude-3-opus-20240229'],
    ['claude-3-5-sonnet-20241022'],
    ['claude-3-7-sonnet-latest'],
    ['claude-sonnet-4-20250514'],
    ['claude-opus-4'],
    ['claude-opus-4-0'],
    ['claude-opus-4-1'],
    ['claude-opus-4-1-20250805'],
    ['claude-sonnet-4-5'],
    ['claude-haiku-4-5-20251001'],
    ['claude-opus-4-5'],
    ['anthropic/claude-sonnet-4.5'],
    ['anthropic/claude-sonnet-4'],
    ['anthropic/claude-3.5-haiku'],
    ['anthropic/claude-3.7-sonnet:thinking'],
    ['anthropic:claude-3-5-sonnet-latest'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0'],
    ['anthropic.claude-3-5-sonnet-20241022-v2:0'],
    ['anthropic.claude-v2:1'],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0'],
    ['claude-sonnet-4-5@20250929'],
    ['claude-opus-4@20250514'],
    ['CLAUDE-3-OPUS-20240229'],
    ['claude-haiku-3'],
    ['claude-haiku-3.5'],
    ['claude-sonnet-3.7'],
    ['claude-opus-3'],
    ['claude-4'],
    ['claude-4-opus'],
    ['claude-sonnet-4.5:online'],
    ['claude-opus-4-reasoning'],
    ['claude-sonnet-4-search'],
  ])('%s refuses a geography', (id) => {
    expect(refusesGeo(id)).toBe(true);
  });

  it.each([
    ['claude-opus-4-6'],
    ['claude-opus-4-6-20260205'],
    ['claude-sonnet-4-6'],
    ['claude-opus-4-7'],
    ['claude-opus-4-10'],
    ['claude-opus-5'],
    ['claude-opus-5-1'],
    ['claude-sonnet-5-20260901'],
    ['claude-haiku-5'],
    ['claude-fable-5-1'],
    ['claude-mythos-5'],
    ['anthropic/claude-opus-4.6'],
    ['us.anthropic.claude-opus-4-6-v1'],
    ['global.anthropic.claude-sonnet-4-6-20260301-v1:0'],
    ['anthropic.claude-opus-5'],
    ['claude-sonnet-4-6@20260301'],
    ['gpt-5'],
    ['claude'],
    [''],
  ])('%s does not refuse one', (id) => {
    expect(refusesGeo(id)).toBe(false);
  });

  it.each([
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5-20250929'],
    ['anthropic/claude-sonnet-4.5', 'claude-sonnet-4-5'],
    ['anthropic:claude-opus-5', 'claude-opus-5'],
    ['claude-opus-5', 'claude-opus-5'],
  ])('%s is %s', (id, normal) => {
    expect(normaliseModelId(id)).toBe(normal);
  });

  it('names the first model that refuses', () => {
    expect(refusingModel(['claude-opus-5', 'claude-2.1', 'claude-3-haiku-20240307'])).toBe('claude-2.1');
    expect(refusingModel(['claude-opus-5'])).toBeUndefined();
    expect(refusingModel([])).toBeUndefined();
  });
});

describe('verdicts', () => {
  const ABSENT: GeoState = { state: 'absent' };
  const NULLISH: GeoState = { state: 'nullish' };
  const HIDDEN: GeoState = { state: 'unknown', written: false };
  const WRITTEN: GeoState = { state: 'unknown', written: true };
  const value = (v: string): GeoState => ({ state: 'value', value: v });
  const US: GeoPolicy = { allowed: ['us'], unverifiable: 'report' };
  const LENIENT: GeoPolicy = { ...US, unverifiable: 'ignore' };
  const PINNED: GeoPolicy = { ...US, workspaceDefault: 'us' };
  const ELSEWHERE: GeoPolicy = { ...US, workspaceDefault: 'global' };
  const OPEN: GeoPolicy = { ...US, allowed: ['us', 'global'] };

  it.each<
    readonly [
      name: string,
      state: GeoState,
      policy: GeoPolicy,
      verdict: GeoVerdict | undefined,
      onOldModel: GeoVerdict | undefined,
    ]
  >([
    ['left out', ABSENT, US, 'missing', 'modelTooOld'],
    ['null', NULLISH, US, 'nullish', 'modelTooOld'],
    ['allowed', value('us'), US, undefined, 'pinOnOldModel'],
    ['not allowed', value('global'), US, 'notAllowed', 'notAllowed'],
    ['not a geography', value('eu'), US, 'notAllowed', 'notAllowed'],
    ['unknown request', HIDDEN, US, 'unverifiable', 'unverifiable'],
    ['unknown value', WRITTEN, US, 'unverifiable', 'unverifiable'],
    // Whether an unknown is reported is not for the verdict to say.
    ['unknown request, ignored', HIDDEN, LENIENT, 'unverifiable', 'unverifiable'],
    ['unknown value, ignored', WRITTEN, LENIENT, 'unverifiable', 'unverifiable'],
    ['left out, ignoring what is unknown', ABSENT, LENIENT, 'missing', 'modelTooOld'],
    ['left out, pinned at the workspace', ABSENT, PINNED, undefined, undefined],
    ['null, pinned at the workspace', NULLISH, PINNED, undefined, undefined],
    ['not allowed, pinned at the workspace', value('global'), PINNED, 'notAllowed', 'notAllowed'],
    ['unknown request, pinned at the workspace', HIDDEN, PINNED, undefined, undefined],
    ['unknown value, pinned at the workspace', WRITTEN, PINNED, 'unverifiable', 'unverifiable'],
    ['left out, another default', ABSENT, ELSEWHERE, 'missing', 'modelTooOld'],
    ['left out, where any is allowed', ABSENT, OPEN, 'missing', undefined],
    ['null, where any is allowed', NULLISH, OPEN, 'nullish', undefined],
    ['named, where any is allowed', value('us'), OPEN, undefined, 'pinOnOldModel'],
    ['unknown request, another default', HIDDEN, ELSEWHERE, 'unverifiable', 'unverifiable'],
  ])('%s', (_, state, policy, verdict, onOldModel) => {
    expect(geoVerdict(state, policy, false)).toBe(verdict);
    expect(geoVerdict(state, policy, true)).toBe(onOldModel);
  });

  it('lets a request leave it out only under an allowed default', () => {
    expect([US, PINNED, ELSEWHERE].map(absenceAllowed)).toEqual([false, true, false]);
  });

  it('tells a forbidden geography from one that does not exist', () => {
    expect(whyNotAllowed('global')).not.toBe(whyNotAllowed('eu'));
    expect(whyNotAllowed('eu')).toContain('refuses');
  });
});

/**
 * Regions and profiles: each in its place, and nothing wider than what is allowed.
 */
import { describe, expect, it } from 'vitest';
import { profileOf, profileVerdict, regionVerdict } from '../../src/policy/region-verdicts.ts';
import {
  CLOUD_OF,
  MULTI_REGIONS,
  PLACES,
  PROFILES,
  REGION_ENTRY,
  REGION_SOURCES,
  REGIONS,
} from '../../src/policy/regions.ts';

const policy = (...regions: string[]) => ({ regions, unverifiable: 'report' }) as const;
const isAllowed = (id: string, cloud: 'aws' | 'google', ...regions: string[]): boolean =>
  regionVerdict(id, cloud, policy(...regions)) === undefined;

describe('the table', () => {
  it('has every region once, in a place that the option takes', () => {
    for (const cloud of ['aws', 'google'] as const) {
      const ids = REGIONS[cloud].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { place, title, id } of REGIONS[cloud]) {
        expect(PLACES).toHaveProperty(place);
        expect(title).not.toBe('');
        expect(id).toMatch(new RegExp(REGION_ENTRY));
      }
      expect(REGION_SOURCES[cloud].checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('names each place somewhere', () => {
    const named = new Set([...REGIONS.aws, ...REGIONS.google, ...PROFILES].map(({ place }) => place));
    for (const place of Object.keys(PLACES)) expect(named).toContain(place);
  });

  // https://docs.aws.amazon.com and the vendor's note: names that begin with eu are not all in the European Union.
  it.each([
    ['eu-west-2', 'uk'],
    ['eu-central-2', 'ch'],
  ])('%s is in %s', (id, place) => {
    expect(isAllowed(id, 'aws', 'eu')).toBe(false);
    expect(isAllowed(id, 'aws', place)).toBe(true);
  });

  it.each([
    ['europe-west2', 'uk'],
    ['europe-west6', 'ch'],
  ])('%s is in %s', (id, place) => {
    expect(isAllowed(id, 'google', 'eu')).toBe(false);
    expect(isAllowed(id, 'google', place)).toBe(true);
  });

  it.each(['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'])(
    '%s is in the European Union',
    (id) => {
      expect(isAllowed(id, 'aws', 'eu')).toBe(true);
    },
  );

  it('speaks of Bedrock and Vertex AI alone', () => {
    expect(Object.keys(CLOUD_OF).sort()).toEqual(['bedrock', 'vertex']);
  });
});

describe('places within places', () => {
  it.each([
    ['us-gov-west-1', 'aws', ['us'], true],
    ['us-east-1', 'aws', ['us-gov'], false],
    ['ap-northeast-1', 'aws', ['apac'], true],
    ['ap-northeast-1', 'aws', ['jp'], true],
    ['ap-northeast-1', 'aws', ['au'], false],
    ['us', 'google', ['us'], true],
    ['us', 'aws', ['us'], false],
    ['eu', 'google', ['us', 'eu'], true],
    ['global', 'google', ['us', 'eu'], false],
    ['us-east5', 'google', ['us'], true],
    ['us-east5', 'aws', ['us'], false],
  ] as const)('%s of %s in %j: %s', (id, cloud, regions, expected) => {
    expect(isAllowed(id, cloud, ...regions)).toBe(expected);
  });
});

describe('profiles', () => {
  it.each([
    ['anthropic.claude-opus-5', 'none'],
    ['us.anthropic.claude-opus-5', 'profile'],
    ['us-gov.anthropic.claude-opus-5', 'profile'],
    ['global.anthropic.claude-opus-5', 'profile'],
    ['xx.anthropic.claude-opus-5', 'opaque'],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-5', 'region'],
    ['arn:aws-us-gov:bedrock:us-gov-west-1:000000000000:provisioned-model/x', 'region'],
    ['arn:aws:bedrock:us-east-1:000000000000:inference-profile/eu.anthropic.claude-opus-5', 'profile'],
    ['arn:aws:bedrock:us-east-1:000000000000:inference-profile/x', 'opaque'],
    ['arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/x', 'opaque'],
    ['arn:nonsense', 'opaque'],
    ['claude-opus-5', 'none'],
  ])('%s: %s', (id, kind) => {
    expect(profileOf(id).kind).toBe(kind);
  });

  it('global is within nothing', () => {
    for (const row of [...PROFILES, ...MULTI_REGIONS].filter(({ place }) => place === undefined)) {
      expect(profileVerdict(row, policy(...Object.keys(PLACES)))).toMatchObject({ id: 'anywhere' });
    }
  });

  it.each([
    ['where every place is allowed, the first of the table', Object.keys(PLACES), undefined, 'us.'],
    ['the first that is allowed', ['eu', 'us'], undefined, 'eu.'],
    ['the place of the client', ['eu', 'us'], 'us', 'us.'],
    ['the place of the client among all', Object.keys(PLACES), 'jp', 'jp.'],
    ['not a place that is not allowed', ['eu'], 'us', 'eu.'],
  ] as const)('advises %s', (_, allowed, near, use) => {
    const row = PROFILES.find(({ place }) => place === undefined);
    expect(row && profileVerdict(row, policy(...allowed), near)).toMatchObject({ use, instead: use });
  });
});

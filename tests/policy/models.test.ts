/**
 * Names of models: what clouds put around them, which are aliases, which a list has.
 */
import { describe, expect, it } from 'vitest';
import {
  ALIASES,
  datedIdFor,
  isListed,
  isListedWhatever,
  normaliseModelId,
  whyAlias,
} from '../../src/policy/models.ts';

describe('normaliseModelId', () => {
  it.each([
    ['claude-opus-5', 'claude-opus-5'],
    ['Claude-Opus-5', 'claude-opus-5'],
    ['claude-opus-5[1m]', 'claude-opus-5'],
    ['anthropic.claude-opus-4-6-v1', 'claude-opus-4-6'],
    ['anthropic.claude-sonnet-4-6', 'claude-sonnet-4-6'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5-20250929'],
    ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'claude-3-5-sonnet-20241022'],
    ['anthropic.claude-3-sonnet-20240229-v1:0:200k', 'claude-3-sonnet-20240229'],
    [
      'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
      'claude-3-haiku-20240307',
    ],
    ['claude-sonnet-4-5@20250929', 'claude-sonnet-4-5-20250929'],
    ['claude-3-5-sonnet-v2@20241022', 'claude-3-5-sonnet-20241022'],
    ['claude-sonnet-4-5@default', 'claude-sonnet-4-5-default'],
    ['anthropic/claude-sonnet-4.5', 'claude-sonnet-4-5'],
    ['anthropic:claude-sonnet-4-5', 'claude-sonnet-4-5'],
    ['vercel/anthropic/claude-3.7-sonnet', 'claude-3-7-sonnet'],
    ['anthropic/claude-sonnet-4.5:online', 'claude-sonnet-4-5'],
    ['anthropic/claude-opus-5:thinking', 'claude-opus-5'],
    ['sonnet', 'sonnet'],
  ])('%s is %s', (written, bare) => {
    expect(normaliseModelId(written)).toBe(bare);
  });
});

describe('aliases', () => {
  it.each([
    'claude-3-5-haiku-latest',
    'claude-sonnet-4-5',
    'claude-opus-4-0',
    'claude-opus-4-1',
    'claude-haiku-4-5',
    'claude-3-opus',
    'anthropic/claude-sonnet-4',
    'claude-sonnet-4-5@default',
    'sonnet',
    'opusplan',
    'default',
  ])('%s is one', (id) => {
    expect(whyAlias(id)).toMatch(/^(?:it|the) /);
  });

  it.each([
    'claude-sonnet-4-6',
    'claude-opus-4-8',
    'claude-opus-5',
    'claude-fable-5',
    'claude-sonnet-4-20250514',
    'claude-haiku-4-5-20251001',
    'claude-2.1',
    'claude-instant-1.2',
    'anthropic.claude-opus-4-6-v1',
    'gpt-5',
  ])('%s is none', (id) => {
    expect(whyAlias(id)).toBeUndefined();
  });

  it('are dated', () => {
    for (const { source, checkedOn } of ALIASES) {
      expect(source).not.toBe('');
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('a list', () => {
  it.each([
    ['claude-opus-5', 'claude-opus-5', true],
    ['us.anthropic.claude-opus-5', 'claude-opus-5', true],
    ['us.anthropic.claude-opus-5', 'us.anthropic.*', true],
    ['eu.anthropic.claude-opus-5', 'us.anthropic.*', false],
    ['claude-opus-5', 'us.anthropic.*', false],
    ['claude-opus-5-mini', 'claude-opus-5', false],
    ['my-claude-opus-5', 'my-claude-opus-5', true],
    ['claude-opus-5', 'claude-*', true],
    ['gpt-5', 'claude-*', false],
    ['gpt-5', '*', true],
    ['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929', false],
    ['claude-sonnet-4-5-20250929', 'claude-sonnet-4-5', false],
    ['claude-sonnet-4x5', 'claude-sonnet-4.5', false],
    ['claude+opus', 'claude+opus', true],
  ])('%s and the entry %s: %s', (id, entry, expected) => {
    expect(isListed(id, [entry])).toBe(expected);
  });

  it('has whatever follows a known beginning only where a pattern ends within it', () => {
    expect(isListedWhatever('claude-opus-', ['claude-opus-*'])).toBe(true);
    expect(isListedWhatever('claude-', ['claude-opus-*'])).toBe(false);
    expect(isListedWhatever('', ['*'])).toBe(true);
    expect(isListedWhatever('claude-opus-', ['claude-opus-5'])).toBe(false);
    expect(isListedWhatever('claude-opus-', ['claude-*-5'])).toBe(false);
  });

  it('names the date of an alias only where there is one', () => {
    expect(datedIdFor('claude-sonnet-4-5', ['claude-sonnet-4-5-20250929'])).toBe(
      'claude-sonnet-4-5-20250929',
    );
    expect(datedIdFor('claude-opus-4-0', ['claude-opus-4-20250514'])).toBe('claude-opus-4-20250514');
    expect(
      datedIdFor('claude-3-5-sonnet-latest', ['claude-3-5-sonnet-20240620', 'claude-3-5-sonnet-20241022']),
    ).toBeUndefined();
    expect(datedIdFor('claude-sonnet-4-5', ['claude-*'])).toBeUndefined();
  });
});

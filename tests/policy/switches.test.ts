import { describe, expect, it } from 'vitest';
import { OWN_VARIABLES, SWITCHES } from '../../src/policy/switches/index.ts';

describe('the catalogue of switches', () => {
  it('has one row for each id', () => {
    expect(new Set(SWITCHES.map(({ id }) => id)).size).toBe(SWITCHES.length);
  });

  it.each(SWITCHES)(
    '$id is dated and can be put into a sentence',
    ({ source, checkedOn, packages, writes, to, instead, markers }) => {
      expect(source).not.toBe('');
      expect(packages).not.toBe('');
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(writes).toMatch(/^[a-z].*[^.]$/);
      expect(to).toMatch(/^(?:in|into|to) /);
      expect(instead).toMatch(/^[A-Z].*[^.]$/);
      expect(Object.keys(markers).length).toBeGreaterThan(0);
    },
  );

  it('names the variables that concern Claude wherever they are set', () => {
    expect(OWN_VARIABLES).toContain('ANTHROPIC_LOG');
    expect(OWN_VARIABLES).not.toContain('LANGSMITH_TRACING');
  });
});

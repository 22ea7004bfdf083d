/**
 * The controls: complete, in our own words, with the cautions that their sources ask for.
 */
import { describe, expect, it } from 'vitest';
import { CONTROLS, FRAMEWORKS, GATE_CONTROLS } from '../../src/policy/controls/index.ts';
import { rules } from '../../src/rules/index.ts';
import { CONTRACT_RULES } from '../helpers/contract.ts';

const ALL = Object.values(CONTROLS).flat();

/** Standards whose text is licensed: identifiers only, and a word about it wherever they are shown. */
const LICENSED = Object.keys(FRAMEWORKS).filter((name) => /^(?:HITRUST|PCI|ISO|SOC 2)/.test(name));

it('stand for every rule of the contract and for nothing else', () => {
  // A gateway is a means, by which the statements of the others are easier to show.
  const claimed = (names: readonly string[]) => names.filter((name) => name !== 'require-gateway').sort();
  expect(Object.keys(CONTROLS).sort()).toEqual(claimed(CONTRACT_RULES));
  expect(Object.keys(CONTROLS).sort()).toEqual(claimed(Object.keys(rules)));
});

it('are the same for both rules about eligibility', () => {
  expect(CONTROLS['no-hipaa-ineligible-features']).toEqual(CONTROLS['no-zdr-ineligible-features']);
});

it('use every framework', () => {
  expect([...new Set(ALL.map(({ framework }) => framework))].sort()).toEqual(Object.keys(FRAMEWORKS).sort());
});

describe.each([...Object.entries(CONTROLS), ['the run itself', GATE_CONTROLS] as const])(
  '%s',
  (_, controls) => {
    it('names each control once', () => {
      const ids = controls.map(({ framework, id }) => `${framework} ${id}`);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(4);
    });

    it.each(controls.map((control) => [`${control.framework} ${control.id}`, control] as const))(
      '%s: a line of our own, dated, with confidence',
      (__, control) => {
        expect(control.why).toMatch(/^\S.{7,258}[.)]$/s);
        // No control is equalled, and none is said to be fulfilled.
        expect(control.relation).toBe('relevant');
        expect(control.why).not.toMatch(/\b(?:shall|fulfil)/i);
        expect(control.confidence).not.toBe('');
        expect(control.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(control.caution).toEqual((FRAMEWORKS[control.framework] as { caution?: string }).caution);
        // CA-7 is supported by the run alone; which baselines select it was not looked up.
        expect(control.baselines !== undefined).toBe(
          control.framework === 'NIST SP 800-53 Rev 5' && control.id !== 'CA-7',
        );
      },
    );
  },
);

describe('cautions', () => {
  it.each(LICENSED)('%s: licensed text', (name) => {
    expect(FRAMEWORKS[name as keyof typeof FRAMEWORKS].caution).toContain('licensed text');
  });

  it.each(['OMB', 'FedRAMP 20x KSI', 'CJIS Security Policy v6.x', 'Model risk guidance'] as const)(
    '%s: not read at its origin',
    (name) => {
      expect(FRAMEWORKS[name].caution).toBeDefined();
    },
  );
});

it('cite rescinded guidance only as history', () => {
  for (const { id } of ALL) expect(id).not.toMatch(/SR 11-7|2011-12|M-21-31/);
});

it.each([
  ['SA-9(5)', [], ['moderate', 'high']],
  ['SA-9(8)', [], []],
  ['AU-3', ['low', 'moderate', 'high', 'privacy'], ['low', 'moderate', 'high']],
])('%s is selected by these baselines', (id, nist, fedramp) => {
  expect(ALL.find((control) => control.id === id && control.baselines)?.baselines).toEqual({ nist, fedramp });
});

/**
 * What follows from what was collected.
 */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/audit/read.ts';
import { sealEvidence } from '../../src/audit/seal.ts';
import { codeName, repoPath, visible } from '../../src/audit/text.ts';
import { RESULT_STATE_NAMES } from '../../src/audit/words.ts';
import { jsonOf } from '../../src/audit/writers/index.ts';
import { FORBIDDEN_PHRASES } from '../../src/policy/claims.ts';
import * as words from '../../src/audit/words.ts';
import { collected, evidence, MEDIUM, SMALL } from '../helpers/evidence.ts';

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

it('does not depend on the order in which things were collected', () => {
  const made = collected(MEDIUM);
  const reversed = {
    ...made,
    callSites: made.callSites.toReversed(),
    findings: made.findings.toReversed(),
    rules: made.rules.toReversed(),
    waivers: made.waivers.toReversed(),
    packages: made.packages.toReversed(),
  };
  expect(jsonOf(sealEvidence(reversed))).toBe(jsonOf(sealEvidence(made)));
});

it('refuses a literal where a name belongs, and does not repeat it', () => {
  const made = collected(SMALL);
  const [site] = made.callSites;
  if (!site) throw new Error('no call site');
  const leaking = { ...made, callSites: [{ ...site, callee: 'ask("What ails Jo?")' }] };
  expect(() => sealEvidence(leaking)).toThrow('/callSites/0/callee: has characters that it may not have');
  expect(() => sealEvidence(leaking)).not.toThrow(/ails/);
});

describe('controls', () => {
  const { controls, callSites } = evidence(MEDIUM);

  it('count each call site once', () => {
    for (const { sites, applicable } of controls) {
      expect(sum(sites)).toBe(callSites.length);
      expect(applicable).toBe(callSites.length - sites['not-applicable']);
    }
  });

  it('have the state of the most pressing call site, and never a better one', () => {
    for (const { sites, state } of controls) {
      const first = RESULT_STATE_NAMES.find((name) => sites[name] > 0) ?? 'not-applicable';
      expect(RESULT_STATE_NAMES.indexOf(state)).toBeLessThanOrEqual(RESULT_STATE_NAMES.indexOf(first));
    }
  });

  it('are those that the packs show', () => {
    expect(new Set(controls.map(({ framework }) => framework))).toEqual(
      new Set(['HIPAA (45 CFR Part 164)', 'HITRUST CSF v11 (control reference)']),
    );
  });

  it('of rules that are off are not run, not without a finding', () => {
    const made = collected(SMALL);
    const off = sealEvidence({
      ...made,
      findings: [],
      rules: made.rules.map((rule) => ({ ...rule, severity: 'off', notRun: 'off' })),
      callSites: made.callSites.map((site) => ({
        ...site,
        results: Object.fromEntries(
          Object.keys(site.results).map((rule) => [rule, { state: 'not-run', why: 'off' }]),
        ),
      })),
    });
    expect(new Set(off.controls.map(({ state }) => state))).toEqual(new Set(['not-run']));
    expect(new Set(off.lines.map(({ state }) => state))).not.toContain('no-finding');
  });
});

describe('the checklist', () => {
  const { lines } = evidence(MEDIUM);
  const stateOf = (id: string): string | undefined => lines.find((line) => line.id === id)?.state;

  it('has each of the 109 lines', () => {
    expect(lines).toHaveLength(109);
  });

  it('says what the run says', () => {
    expect(stateOf('A55')).toBe('finding');
    expect(stateOf('A35')).toBe('declared');
    expect(stateOf('A12')).toBe('not-declared');
    expect(stateOf('A44')).toBe('not-in-source');
    expect(stateOf('A63')).toBe('evidence');
  });

  it('counts call sites that are undecided apart', () => {
    const counts = lines.find(({ id }) => id === 'A55')?.counts ?? {};
    expect(counts['cannot-tell']).toBeGreaterThan(0);
    expect(counts.finding).toBeGreaterThan(0);
  });
});

it('no word of the evidence claims too much', () => {
  const all = JSON.stringify(words);
  for (const { pattern } of FORBIDDEN_PHRASES) expect(all).not.toMatch(pattern);
  expect(all).not.toMatch(/\bproven\b/i);
});

describe('reading a file', () => {
  const good = jsonOf(evidence(SMALL));

  it('takes what was written', () => {
    expect(readEvidence(good)).toHaveProperty('evidence.totals.callSites', 3);
  });

  it.each([
    ['', 'not JSON'],
    [good.slice(0, -100), 'cut off'],
    ['null', 'no evidence'],
    ['{"schema":"claude-compliance/evidence/2"}', 'of another version'],
    ['{"schema":"claude-compliance/evidence/1"}', 'is missing'],
    [good.replace('"callee": "', '"callee": "<script>alert(1)</script> '), '/callee'],
  ])('says what is wrong with %#', (text, problem) => {
    expect(readEvidence(text)).toHaveProperty('problem', expect.stringContaining(problem));
  });
});

describe('text', () => {
  it.each([
    ['client.messages.create', 'client.messages.create'],
    ['this.#client.beta["x"]', '(unnamed)'],
    ['ask("secret")', '(unnamed)'],
    ['two words', '(unnamed)'],
    [undefined, '(unnamed)'],
    ['größe.prüfen', 'größe.prüfen'],
  ])('a name of code: %j', (text, name) => {
    expect(codeName(text)).toBe(name);
  });

  it('makes visible what hides', () => {
    expect(visible('a\u202Eb\u0000c\u200Bd\uD800')).toBe('a\\u{202E}b\\u{0}c\\u{200B}d\\u{D800}');
    expect(visible('x'.repeat(500))).toHaveLength(400);
    expect(visible(`${'x'.repeat(398)}😀😀`)).toBe(`${'x'.repeat(398)}…`);
  });

  it('makes paths relative, with slashes, without what hides', () => {
    expect(repoPath('./src\\a\u202Eb.ts')).toBe('src/a%E2%80%AEb.ts');
    expect(repoPath('/src/a\uD800.ts')).toBe('src/a%EF%BF%BD.ts');
    expect(repoPath('')).toBe('.');
  });
});

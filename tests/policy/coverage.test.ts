/**
 * The coverage: every line of both source documents once, each with what serves it or why nothing can.
 */
import { describe, expect, it } from 'vitest';
import { PACK_PAGES } from '../../src/configs/pack-pages.ts';
import { PACK_NAMES, PACKS } from '../../src/configs/packs/index.ts';
import { ATTESTATIONS, LINES, MEANS, REASONS } from '../../src/policy/coverage/index.ts';
import { MOVED } from '../../src/policy/moved.ts';
import { CONTRACT_RULES } from '../helpers/contract.ts';

const numbered = (document: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${document}${String(i + 1).padStart(2, '0')}`);

it('holds each line of both documents once, in order', () => {
  expect(LINES.map(({ id }) => id)).toEqual([...numbered('A', 88), ...numbered('B', 21)]);
});

it('counts as the research did, but for one line that is the vendor’s', () => {
  const count = (checkable: string): number => LINES.filter((line) => line.checkable === checkable).length;
  expect({ fully: count('fully'), partly: count('partly'), not: count('not') }).toEqual({
    fully: 18,
    partly: 44,
    not: 47,
  });
});

describe.each(LINES.map((line) => [line.id, line] as const))('%s', (_, line) => {
  const { rules, attestations = [], means = [], packs, because, checkable, note } = line;

  it('names only what there is', () => {
    for (const rule of rules) expect(CONTRACT_RULES).toContain(rule);
    for (const name of attestations) expect(ATTESTATIONS).toHaveProperty(name);
    for (const name of means) expect(MEANS).toHaveProperty(name);
    for (const pack of packs) expect(PACK_NAMES).toContain(pack);
    for (const list of [rules, attestations, means, packs])
      expect(new Set<string>(list).size).toBe(list.length);
    expect(packs).not.toEqual([]);
    expect(line.line).toMatch(/^\S.*[^.\s]$/);
    if (note !== undefined) expect(note).toMatch(/\.$/);
  });

  it('is served, or says why nothing can', () => {
    if (checkable === 'not') expect(REASONS[because ?? 'claim']).toMatch(/\.$/);
    // Means that do not exist yet do not count.
    else expect(rules.length + attestations.length).toBeGreaterThan(0);
    expect(because === undefined).toBe(checkable !== 'not');
  });

  it('is served by rules that its packs turn on', () => {
    // A rule may serve a line in a pack that leaves it out; none may be left out by all of them.
    for (const rule of rules) {
      const deciding = packs.filter((pack) => !(rule in PACKS[pack as keyof typeof PACKS].leftOut));
      expect(deciding, rule).not.toEqual([]);
    }
  });
});

describe('what has moved', () => {
  it('has each row once, dated and with its source', () => {
    expect(new Set(MOVED.map(({ id }) => id)).size).toBe(MOVED.length);
    for (const { said, now, effect, source, checkedOn, since, lines, packs } of MOVED) {
      for (const text of [said, now, effect]) expect(text).toMatch(/\.$/);
      expect(source).not.toBe('');
      expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (since !== undefined) expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const id of lines) expect(LINES.map((line) => line.id)).toContain(id);
      for (const pack of packs) expect(PACK_NAMES).toContain(pack);
      expect(packs).not.toEqual([]);
    }
  });

  // The lines that the research found stale; further ones are welcome.
  it.each(['A02', 'A22', 'A26', 'A27', 'A30', 'A36', 'A45', 'A63', 'A66', 'B06', 'B16', 'B19'])(
    'says what holds now of %s',
    (id) => {
      expect(MOVED.some(({ lines }) => lines.includes(id))).toBe(true);
    },
  );

  it.each([
    ['finserv', /SR 26-2/, '2026-04-17'],
    ['gov', /M-26-14/, '2026-05-22'],
    ['gov', /FedRAMP Certification/, '2026-06-24'],
    ['gdpr', /no value in the EU/, undefined],
    ['gdpr', /2 December 2027/, undefined],
    ['hipaa', /still a proposal/, undefined],
  ] as const)('tells %s users: %s', (pack, now, since) => {
    expect(MOVED.find((row) => row.packs.includes(pack) && now.test(row.now))).toMatchObject(
      since ? { since } : {},
    );
  });
});

describe.each(PACK_NAMES)('the page of %s', (name) => {
  const { notChecked, expects } = PACK_PAGES[name];

  it('says what the pack does not check and what it expects to be on file', () => {
    expect(notChecked.length).toBeGreaterThan(1);
    for (const text of [...notChecked, ...expects.map(({ what }) => what)]) expect(text).toMatch(/\.$/);
  });

  it('expects what its rule about attestations asks for', () => {
    const asked =
      PACKS[name].rules['require-attestation' as keyof (typeof PACKS)[typeof name]['rules']]?.options?.[
        'required'
      ] ?? [];
    expect(expects.map(({ attestation }) => attestation)).toEqual(expect.arrayContaining(asked as unknown[]));
  });
});

/**
 * The touchstone: a program says the same in one file and in several. Programs of the suite are taken apart into modules,
 * as they are and with a part of them made a name of its own first, and linked in every way that modules can be.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hoistsOf } from './hoist.ts';
import { accountFor } from './known-flips.ts';
import type { KnownFlip } from './known-flips.ts';
import { LINKS } from './links.ts';
import type { Files } from './links.ts';
import { splitsOf } from './split.ts';
import { isLong, PARAMETERS, PROGRAMS } from './suite.ts';
import type { SuiteProgram } from './suite.ts';
import { flipBetween, kindOf, verdictsOf } from './verdicts.ts';

/** What is not the same, and why. */
const KNOWN: readonly KnownFlip[] = [
  { limit: 'L26', verdict: /^no-browser-client variable$/, when: /_PUBLIC_|VITE_/ },
  {
    limit: 'L26',
    verdict: /^no-sdk-content-logging content$/,
    when: /execSync|spawn|process\.env|ANTHROPIC_LOG/,
  },
  {
    limit: 'L26',
    verdict: /^no-sdk-content-logging content$/,
    when: /wrapAISDK|logger: console|[Oo]mit|mask|hide/,
  },
  {
    limit: 'L26',
    verdict: /^require-redaction identifier$/,
    when: /content: (?:part|prompt|`|patient|subject)/,
  },
  { limit: 'L26', verdict: /^require-data-classification missing$/, when: /\.set\(|new Headers/ },
  { limit: 'L26', verdict: /^require-approved-region (?:outside|unverifiable)$/, when: /Command\(/ },
  { limit: 'L5', verdict: /^require-inference-geo unverifiable$/, when: /\.push\(/ },
  { limit: 'L-audit', verdict: /^require-audit-log missing$/, when: /fetch: auditedFetch/ },
  { limit: 'L-audit-path', verdict: /^require-audit-log missing(?:OnError)?$/, when: /\.stream\(|=> ask\(/ },
  { limit: 'L-label-place', verdict: /^require-data-classification missing$/, when: /dataClassification/ },
  { limit: 'L-records', verdict: /^no-full-record record$/, when: /\/\/ / },
];

/** A program in one file, and the same in several. */
interface Case {
  readonly program: SuiteProgram;
  readonly files: Files;
  readonly way: string;
}

/** The case that three numbers choose; undefined where the program cannot be taken apart so. */
function caseOf(program: SuiteProgram, how: number, where: number, link: number): Case | undefined {
  const hoists = how % 2 === 0 ? [] : hoistsOf(program.code);
  const hoisted = hoists[how % Math.max(1, hoists.length)];
  const whole = { ...program, code: hoisted?.text ?? program.code };
  const splits = splitsOf(whole.code, hoisted?.name);
  const split = splits[where % Math.max(1, splits.length)];
  const ways = Object.entries(LINKS);
  for (let i = 0; split && i < ways.length; i += 1) {
    const [name = '', make] = ways[(link + i) % ways.length] ?? [];
    const files = make?.(split);
    if (files) return { program: whole, files, way: `${hoisted?.how ?? 'as it is'}, ${name}` };
  }
  return undefined;
}

const anyNumber = fc.nat({ max: 9_999 });
const counts = new Map<string, number>();
const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

describe('a program in several modules', () => {
  it('says what it says in one', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROGRAMS),
        anyNumber,
        anyNumber,
        anyNumber,
        (program, how, where, link) => {
          const found = caseOf(program, how, where, link);
          if (!found) return;
          const before = verdictsOf(found.program, { 'src/main.ts': found.program.code });
          const flip = flipBetween(before, verdictsOf(found.program, found.files));
          if (!flip) {
            count('kept');
            return;
          }
          const known = accountFor(flip, found.program.code, KNOWN);
          count(
            known ? `listed (${[...new Set(known.map(({ limit }) => limit))].join(', ')})` : kindOf(flip),
          );
          if (known) return;
          const said = JSON.stringify(
            { ...flip, way: found.way, rule: program.rule, files: found.files },
            undefined,
            1,
          );
          if (isLong) console.log(said);
          else expect.fail(said);
        },
      ),
      PARAMETERS,
    );
  });

  it('has limits that the documentation names', () => {
    const limits = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
    for (const { limit } of KNOWN) expect(limits).toContain(`**${limit} `);
  });
});

afterAll(() => {
  if (isLong) console.log('programs in several modules', PARAMETERS, Object.fromEntries(counts));
});

/**
 * Programs of the suite, written otherwise in one step that means the same: the same is said of them, or the reason why not
 * is listed.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { accountFor } from './known-flips.ts';
import type { KnownFlip } from './known-flips.ts';
import { rewritesOf } from './rewrites.ts';
import { isLong, PARAMETERS, PROGRAMS } from './suite.ts';
import { flipBetween, kindOf, verdictsOf } from './verdicts.ts';

const way = (verdict: RegExp): readonly KnownFlip[] => [{ limit: 'L27', verdict, when: /(?:)/ }];
const HANDED_ON = way(
  /^(?:no-insecure-transport plainHttp|require-approved-provider address|require-audit-log .*|require-redaction body)$|^(?:no-sdk-content-logging|require-environment-keys|no-raw-prompt-logging) |unverifiable$/,
);
const LISTED = [...HANDED_ON, ...way(/^require-inference-geo missing$/)];
const MADE = way(
  /^(?:no-sdk-content-logging (?:client|content)|no-browser-client switch|no-(?:zdr|hipaa)-ineligible-features .*|require-environment-keys shared)$/,
);
const BY_NAME = way(
  /^no-(?:zdr|hipaa)-ineligible-features ineligible$|^no-insecure-transport unchecked$|^no-phi-in-schema /,
);

/** What is not the same, by the step that makes it so. */
const KNOWN: Readonly<Record<string, readonly KnownFlip[]>> = {
  '.apply': LISTED,
  '.bind': [...LISTED, ...way(/^no-(?:zdr|hipaa)-ineligible-features ineligible$/)],
  '.call': LISTED,
  'Object.assign': way(/^require-data-classification /),
  'Reflect.apply': LISTED,
  'a default': MADE,
  'a getter': [...BY_NAME, ...way(/^no-sdk-content-logging content$/)],
  'a field of a class': MADE,
  'a field of an object': MADE,
  'a let before the statement': way(/^(?:require-audit-log missing|no-raw-prompt-logging content)$/),
  'a map': [...MADE, ...way(/^(?:no-phi-in-schema identifying|require-redaction literal)$/)],
  'a spread of arguments': way(
    /^(?:require-audit-log missing|no-raw-prompt-logging content|no-sdk-content-logging .*)$/,
  ),
  'a spread of one property': MADE,
  'a sum for a string': way(
    /^(?:no-identifying-metadata identifying|require-approved-provider (?:address|provider))$/,
  ),
  'an entry of a list': MADE,
  'an immediately called arrow': way(/^(?:require-audit-log missing|no-sdk-content-logging content)$/),
  'an immediately called function': way(/^(?:require-audit-log missing|no-sdk-content-logging content)$/),
  'what a function is handed': MADE,
  'what a function returns': MADE,
  'what a method returns': MADE,
  'what an arrow returns': MADE,
};

const counts = new Map<string, number>();
const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

describe('a program that is written otherwise', () => {
  it('says what it said', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROGRAMS), fc.nat({ max: 99_999 }), (program, at) => {
        const rewrites = rewritesOf(program.code);
        const rewritten = rewrites[at % Math.max(1, rewrites.length)];
        if (!rewritten) return;
        const { step, text } = rewritten;
        const before = verdictsOf(program, { 'src/main.ts': program.code });
        const after = verdictsOf(program, { 'src/main.ts': text });
        const flip = flipBetween(before, after);
        if (!flip) {
          count('kept');
          return;
        }
        const known = accountFor(flip, text, KNOWN[step] ?? []);
        count(known ? `listed (${[...new Set(known.map(({ limit }) => limit))].join(', ')})` : kindOf(flip));
        if (known) return;
        const said = JSON.stringify(
          { ...flip, way: step, rule: program.rule, before: program.code, after: text },
          undefined,
          1,
        );
        if (isLong) console.log(said);
        else expect.fail(said);
      }),
      PARAMETERS,
    );
  });

  it('has limits that the documentation names', () => {
    const limits = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
    for (const { limit } of Object.values(KNOWN).flat()) expect(limits).toContain(`**${limit} `);
  });
});

afterAll(() => {
  if (isLong) console.log('programs written otherwise', PARAMETERS, Object.fromEntries(counts));
});

import { expect, it } from 'vitest';
import { evidence, SMALL, MEDIUM, LARGE } from '../helpers/evidence.ts';
it.each([SMALL, MEDIUM, LARGE])('seals', (wanted) => {
  const e = evidence(wanted);
  console.log(
    JSON.stringify(e.totals),
    e.controls.length,
    JSON.stringify(e).length,
    JSON.stringify(
      e.lines
        .map((l) => l.state)
        .reduce((a: any, s) => {
          a[s] = (a[s] ?? 0) + 1;
          return a;
        }, {}),
    ),
  );
  expect(e.callSites.length).toBe(wanted.sites);
});

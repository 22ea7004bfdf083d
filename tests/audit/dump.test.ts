import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { evidence, SMALL, MEDIUM, LARGE } from '../helpers/evidence.ts';
import { pageOf } from '../../src/audit/writers/page/index.ts';
it.each([['small', SMALL], ['medium', MEDIUM], ['large', LARGE]] as const)('dumps %s', (name, w) => {
  const e = evidence(w);
  const t = performance.now();
  const p = pageOf(e);
  console.log(name, p.length, performance.now() - t);
  writeFileSync(`/tmp/pages/out/${name}.html`, p);
});

/**
 * Code bases as teams write them, in many files, each compliant with its pack: nothing is reported of them. And copies with one
 * violation planted in each: every one is reported, by the rule and at a place where its engineer would look.
 *
 * The files of a code base stand in one text, each under the path that it is written to.
 */
import { readFileSync } from 'node:fs';
import { demandsOfEach } from '../helpers/planting.ts';
import type { CodeBase, Files } from '../helpers/planting.ts';

const here = new URL('bases/', import.meta.url);
const bases = JSON.parse(readFileSync(new URL('plants.json', here), 'utf8')) as Readonly<
  Record<string, CodeBase>
>;

demandsOfEach(bases, (base): Files => {
  const [, ...parts] = readFileSync(new URL(`${base}.txt`, here), 'utf8').split(/^=== (\S+)$/m);
  const files: Record<string, string> = {};
  parts.forEach((part, i) => {
    if (i % 2 === 0) files[part] = (parts[i + 1] ?? '').trimStart();
  });
  return files;
});

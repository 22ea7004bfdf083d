/**
 * The code bases of `tests/integration/bases`, and violations to plant in them. The files of one stand in one text, each under the
 * path that it is written to.
 */
import { readFileSync } from 'node:fs';
import type { CodeBase, Files, Plant } from './planting.ts';

const here = new URL('../integration/bases/', import.meta.url);

export const BASES = JSON.parse(readFileSync(new URL('plants.json', here), 'utf8')) as Readonly<
  Record<string, CodeBase>
>;

/** Path → text. */
export function filesOfBase(base: string): Files {
  const [, ...parts] = readFileSync(new URL(`${base}.txt`, here), 'utf8').split(/^=== (\S+)$/m);
  const files: Record<string, string> = {};
  parts.forEach((part, i) => {
    if (i % 2 === 0) files[part] = (parts[i + 1] ?? '').trimStart();
  });
  return files;
}

/** The files with a violation in them. */
export function planted(files: Files, { file, search, replace }: Plant): Files {
  return { ...files, [file]: (files[file] ?? '').replace(search, () => replace) };
}

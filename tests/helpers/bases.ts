/**
 * Code bases as teams write them, in many files, and violations to plant in them: `tests/integration/bases`. The files of one
 * stand in one text, each under the path that it is written to.
 */
import { readFileSync } from 'node:fs';

/** One change that violates a rule. */
export interface Plant {
  readonly name: string;
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  readonly rule: string;
  /** The files in which it may be reported. */
  readonly at: readonly string[];
}

export interface CodeBase {
  readonly pack: 'finserv' | 'gov' | 'hipaa';
  readonly models: readonly string[];
  readonly plants: readonly Plant[];
}

const here = new URL('../integration/bases/', import.meta.url);

export const BASES = JSON.parse(readFileSync(new URL('plants.json', here), 'utf8')) as Readonly<
  Record<string, CodeBase>
>;

/** Path → text. */
export function filesOfBase(base: string): Record<string, string> {
  const [, ...parts] = readFileSync(new URL(`${base}.txt`, here), 'utf8').split(/^=== (\S+)$/m);
  const files: Record<string, string> = {};
  parts.forEach((part, i) => {
    if (i % 2 === 0) files[part] = (parts[i + 1] ?? '').trimStart();
  });
  return files;
}

/** The files with a violation in them. */
export function planted(
  files: Readonly<Record<string, string>>,
  { file, search, replace }: Plant,
): Record<string, string> {
  return { ...files, [file]: (files[file] ?? '').replace(search, () => replace) };
}

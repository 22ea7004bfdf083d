/**
 * What all rules together say of a program: each rule with its message, wherever it stands.
 */
import { rmSync } from 'node:fs';
import { folderWith } from '../helpers/folders.ts';
import { lintFolder } from '../helpers/projects.ts';
import type { Files } from './links.ts';
import type { SuiteProgram } from './suite.ts';
import { rules } from '../../src/rules/index.ts';

/** The rules that judge the programs of a rule: all, and its own with the options of the case. */
export function rulesFor({ rule, options }: SuiteProgram): Record<string, unknown> {
  const names = Object.keys(rules).filter((name) => name !== 'require-attestation');
  return { ...Object.fromEntries(names.map((name) => [name, true])), [rule]: options?.[0] ?? true };
}

/** `rule message` of everything that is reported, each once, in order. */
export function verdictsOf(program: SuiteProgram, files: Files): string[] {
  const root = folderWith({ 'package.json': { name: 'project', type: 'module' }, ...files });
  const reports = lintFolder(root, files, { rules: rulesFor(program), settings: program.settings ?? {} });
  rmSync(root, { recursive: true });
  const found = Object.values(reports).flatMap((report) => report.map((line) => line.replace(/^\d+ /, '')));
  return [...new Set(found)].sort();
}

/** A verdict that is another after a change that means the same. */
export interface Flip {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What is different between two verdicts; undefined where nothing is. */
export function flipBetween(before: readonly string[], after: readonly string[]): Flip | undefined {
  const gone = before.filter((each) => !after.includes(each));
  const come = after.filter((each) => !before.includes(each));
  return gone.length + come.length > 0 ? { gone, come } : undefined;
}

/** The kinds of flips, worst first. */
export function kindOf({ gone, come }: Flip): string {
  const isOpen = (verdict: string): boolean => /(?:unverifiable|notFollowed)$/.test(verdict);
  if (gone.some((each) => !isOpen(each)) && !come.some(isOpen)) return 'reported to silent';
  if (come.some((each) => !isOpen(each))) return 'silent to reported';
  return come.length > 0 ? 'to unknown' : 'from unknown';
}

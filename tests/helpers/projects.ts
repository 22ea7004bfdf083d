/**
 * Small projects on the disk, linted file by file.
 */
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import claudeCompliance from '../../src/index.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { folderWith } from './folders.ts';

/** What is reported in one file: `line rule/messageId`. */
export type Report = readonly string[];

/** How a project is linted. */
export interface ProjectOptions {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly settings?: object;
}

/**
 * Writes the files and lints those of code.
 *
 * @returns file → its reports; files without one are left out
 */
export function lintFiles(
  files: Readonly<Record<string, unknown>>,
  options: ProjectOptions,
): Record<string, Report> {
  const root = folderWith({ 'package.json': { name: 'project', type: 'module' }, ...files });
  return lintFolder(root, files, options);
}

/** As {@link lintFiles}, for files that are there. */
export function lintFolder(
  root: string,
  files: Readonly<Record<string, unknown>>,
  { rules, settings }: ProjectOptions,
): Record<string, Report> {
  const linter = new Linter({ cwd: root, configType: 'flat' });
  const config: Linter.Config = {
    files: ['**/*.{js,cjs,mjs,ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { [NAMESPACE]: claudeCompliance },
    rules: Object.fromEntries(
      Object.entries(rules).map(([rule, options]) => [
        `${NAMESPACE}/${rule}`,
        options === true ? 'error' : ['error', options],
      ]),
    ),
    ...(settings && { settings: { [NAMESPACE]: settings } }),
  };
  const reports: Record<string, Report> = {};
  for (const [path, text] of Object.entries(files)) {
    if (typeof text !== 'string' || !/\.[cm]?[jt]sx?$/.test(path)) continue;
    const messages = linter.verify(text, [config], { filename: join(root, path) });
    const found = messages.map(
      ({ line, ruleId, messageId, message }) =>
        `${String(line)} ${ruleId?.slice(NAMESPACE.length + 1) ?? message} ${messageId ?? ''}`,
    );
    if (found.length > 0) reports[path] = found.sort();
  }
  return reports;
}

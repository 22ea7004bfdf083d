/**
 * Code bases that are compliant with their pack, and copies of them with one violation planted in each.
 */
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import claudeCompliance from '../../src/index.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { folderWith } from './folders.ts';

/** A change that breaks compliance. */
export interface Plant {
  readonly name: string;
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  readonly rule: string;
  /** The files in which it may be reported. */
  readonly at: readonly string[];
  /** What is planted belongs to no request, or to a client that only a container ties to one: the audit shows it by itself. */
  readonly isOfNoSite?: true;
}

/** What a code base is held to. */
export interface CodeBase {
  readonly pack: 'finserv' | 'gov' | 'hipaa';
  /** The approved models; left out where the marker of the code base says. */
  readonly models?: readonly string[];
  readonly plants: readonly Plant[];
}

/** Path → text. */
export type Files = Readonly<Record<string, string>>;

/** Nothing is reported of the code base, and every plant is, by its rule and certainly. */
export function demandsOf(files: Files, base: CodeBase): void {
  it('is found compliant', () => {
    expect(reportsOf(files, base)).toEqual([]);
  });

  it.each(base.plants.map((plant) => [plant.name, plant] as const))('shows %s', (_, plant) => {
    const { file, search, replace, rule, at } = plant;
    const before = files[file] ?? '';
    expect(before).toContain(search);
    const found = reportsOf({ ...files, [file]: before.replace(search, () => replace) }, base);
    const mine = found.filter((report) => at.some((path) => report.startsWith(`${path} ${rule}/`)));
    expect(mine.filter((report) => !report.endsWith('/unverifiable'))).not.toEqual([]);
  });
}

/** {@link demandsOf} each of several code bases. */
export function demandsOfEach(
  bases: Readonly<Record<string, CodeBase>>,
  filesOf: (name: string) => Files,
): void {
  describe.each(Object.entries(bases))('%s', (name, base) => {
    demandsOf(filesOf(name), base);
  });
}

/** `file rule/message` of everything that is reported. */
function reportsOf(files: Files, { pack, models }: CodeBase): string[] {
  const root = folderWith(files);
  const isCommonJs = !(files['package.json'] ?? '').includes('"type": "module"') && 'lib/bedrock.js' in files;
  const configs: Linter.Config[] = [
    {
      files: ['**/*.{js,ts,tsx}'],
      languageOptions: {
        parser: tseslint.parser,
        parserOptions: { ecmaFeatures: { jsx: true } },
        ...(isCommonJs && { sourceType: 'commonjs' }),
      },
    },
    ...[claudeCompliance.configs[pack]].flat(),
  ];
  if (models) configs.push({ rules: { [`${NAMESPACE}/require-approved-model`]: ['error', { models }] } });
  return Object.entries(files).flatMap(([path, text]) => {
    if (!/\.[jt]sx?$/.test(path)) return [];
    const linter = new Linter({ cwd: root, configType: 'flat' });
    return linter
      .verify(text, configs, { filename: join(root, path) })
      .map(({ ruleId, messageId, message }) =>
        [path, `${ruleId?.slice(NAMESPACE.length + 1) ?? message}/${messageId ?? ''}`].join(' '),
      );
  });
}

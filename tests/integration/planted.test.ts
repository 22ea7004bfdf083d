/**
 * Code bases as teams write them, in many files, each compliant with its pack: nothing is reported of them. And copies with one
 * violation planted in each: every one is reported, by the rule and at a place where its engineer would look.
 *
 * The files of a code base stand in one text, each under the path that it is written to.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import claudeCompliance from '../../src/index.ts';
import { NAMESPACE } from '../../src/meta.ts';
import { folderWith } from '../helpers/folders.ts';

interface Plant {
  readonly name: string;
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  readonly rule: string;
  /** The files in which it may be reported. */
  readonly at: readonly string[];
}

interface CodeBase {
  readonly pack: 'finserv' | 'gov' | 'hipaa';
  readonly models: readonly string[];
  readonly plants: readonly Plant[];
}

const here = new URL('bases/', import.meta.url);
const bases = JSON.parse(readFileSync(new URL('plants.json', here), 'utf8')) as Readonly<
  Record<string, CodeBase>
>;

/** Path → text. */
function filesOf(base: string): Record<string, string> {
  const [, ...parts] = readFileSync(new URL(`${base}.txt`, here), 'utf8').split(/^=== (\S+)$/m);
  const files: Record<string, string> = {};
  parts.forEach((part, i) => {
    if (i % 2 === 0) files[part] = (parts[i + 1] ?? '').trimStart();
  });
  return files;
}

/** `file rule/message` of everything that is reported. */
function reportsOf(files: Readonly<Record<string, string>>, { pack, models }: CodeBase): string[] {
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
    { rules: { [`${NAMESPACE}/require-approved-model`]: ['error', { models }] } },
  ];
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

describe.each(Object.entries(bases))('%s', (name, base) => {
  const good = filesOf(name);

  it('is found compliant', () => {
    expect(reportsOf(good, base)).toEqual([]);
  });

  it.each(base.plants.map((plant) => [plant.name, plant] as const))('shows %s', (_, plant) => {
    const { file, search, replace, rule, at } = plant;
    const before = good[file] ?? '';
    expect(before).toContain(search);
    const found = reportsOf({ ...good, [file]: before.replace(search, () => replace) }, base);
    const mine = found.filter((report) => at.some((path) => report.startsWith(`${path} ${rule}/`)));
    expect(mine.filter((report) => !report.endsWith('/unverifiable'))).not.toEqual([]);
  });
});

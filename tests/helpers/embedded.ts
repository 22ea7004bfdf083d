/**
 * Files of languages that embed JavaScript, linted with one rule by the parser that their extension asks for.
 */
import { join } from 'node:path';
import { Linter } from 'eslint';
import * as astro from 'astro-eslint-parser';
import * as svelte from 'svelte-eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import * as vue from 'vue-eslint-parser';

const PARSERS: Readonly<Record<string, Linter.Parser>> = { astro, svelte, vue };

/** Not on the disk, so that nothing around a file is searched. */
const NOWHERE = '/work-of-nobody';

/**
 * What a rule says of a file.
 *
 * @param filename below a folder that is not on the disk
 */
export function lintEmbedded(rule: unknown, filename: string, code: string): Linter.LintMessage[] {
  const parser = PARSERS[filename.slice(filename.lastIndexOf('.') + 1)] ?? typescript;
  return new Linter({ cwd: NOWHERE }).verify(
    code,
    {
      files: ['**'],
      plugins: { test: { rules: { rule: rule as never } } },
      languageOptions: { parser, parserOptions: { parser: typescript } },
      rules: { 'test/rule': 'error' },
    },
    join(NOWHERE, filename),
  );
}

/**
 * What rules say of a package.json.
 */
import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import plugin from '../../src/index.ts';
import { NAMESPACE } from '../../src/meta.ts';

interface Lint {
  /** Rule → options. */
  readonly rules: Readonly<Record<string, object>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly cwd?: string;
  /** Left out: what the disk has. */
  readonly text?: string;
}

const [, { plugins = {}, language = '' } = {}] = plugin.configs.all;

/** The messages about one package.json, of these rules alone. */
export function lintManifest(
  path: string,
  { rules, settings = {}, cwd = '/', text = readFileSync(path, 'utf8') }: Lint,
): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**'],
    plugins,
    language,
    settings,
    rules: Object.fromEntries(
      Object.entries(rules).map(([rule, options]) => [`${NAMESPACE}/${rule}`, ['error', options]]),
    ),
  };
  return new Linter({ cwd }).verify(text, config, path);
}

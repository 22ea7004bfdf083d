/**
 * The config for files that are not code, with the languages that the user brings along.
 */
import type { ESLint, Linter } from 'eslint';
import { NAMESPACE } from '../meta.ts';
import { CREDENTIAL_RULES } from './index.ts';

/** Languages and parsers from the user's own dependencies. Each may be left out. */
export interface LanguagePlugins {
  /** The default export of `@eslint/json`. */
  readonly json?: unknown;
  /** The module `yaml-eslint-parser`. */
  readonly yaml?: unknown;
  /** The default export of `@eslint/markdown`. */
  readonly markdown?: unknown;
}

interface Kind {
  readonly name: keyof LanguagePlugins;
  readonly files: readonly string[];
  /** What a config needs to read such files. */
  readonly reads: (given: unknown) => Linter.Config;
}

const language = (plugin: string, name: string) => (given: unknown) =>
  ({ plugins: { [plugin]: given as ESLint.Plugin }, language: `${plugin}/${name}` }) satisfies Linter.Config;

/** Narrow on purpose: lock files and data are large, and hold no configuration. */
const KINDS: readonly Kind[] = [
  {
    name: 'json',
    files: ['**/package.json', '**/vercel.json'],
    reads: language('json', 'json'),
  },
  {
    // Files that their readers take with comments, in which rules can be turned off.
    name: 'json',
    files: [
      '**/.mcp.json',
      '**/mcp.json',
      '**/claude_desktop_config.json',
      '**/.claude/settings*.json',
      '**/devcontainer.json',
      '**/.vscode/*.json',
      '**/wrangler.json',
      '**/wrangler.jsonc',
    ],
    reads: language('json', 'jsonc'),
  },
  {
    name: 'yaml',
    files: [
      '**/.github/**/*.{yml,yaml}',
      '**/{docker-compose,compose}*.{yml,yaml}',
      '**/.gitlab-ci.yml',
      '**/.circleci/config.yml',
      '**/bitbucket-pipelines.yml',
      '**/azure-pipelines.yml',
      '**/serverless.yml',
      '**/{values,secret,secrets,deployment}*.{yml,yaml}',
    ],
    reads: (given) => ({ languageOptions: { parser: given } }),
  },
  { name: 'markdown', files: ['**/*.md'], reads: language('markdown', 'gfm') },
];

/** `require()` of an ES module gives the default export below `default`. */
function moduleOf(given: unknown): unknown {
  const inner = (given as { readonly default?: unknown }).default;
  return inner !== undefined && !('parseForESLint' in (given as object)) ? inner : given;
}

/**
 * Config objects that look for credentials in the files which the given languages read, beside `.env`.
 *
 * @param plugin the plugin itself
 * @param given the languages; what is left out is not looked at
 */
export function credentialConfigs(
  plugin: ESLint.Plugin & { readonly configs: object },
  given: LanguagePlugins,
): Linter.Config[] {
  const configs = plugin.configs as Readonly<Record<'credentials-everywhere', Linter.Config>>;
  const base = configs['credentials-everywhere'];
  return [
    base,
    ...KINDS.flatMap(({ name, files, reads }, i) => {
      if (given[name] === undefined) return [];
      const { plugins, ...rest } = reads(moduleOf(given[name]));
      return [
        {
          name: `${String(base.name)}/${name}${i === 1 ? ' with comments' : ''}`,
          files: [...files],
          plugins: { ...plugins, [NAMESPACE]: plugin },
          ...rest,
          rules: CREDENTIAL_RULES,
        },
      ];
    }),
  ];
}

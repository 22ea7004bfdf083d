/**
 * Packs as flat configs, and the one for files that are not code.
 */
import type { ESLint, Linter } from 'eslint';
import { manifest } from '../languages/manifest.ts';
import { NAME, NAMESPACE, VERSION } from '../meta.ts';
import { rules as allRules } from '../rules/index.ts';
import { PACKS } from './packs/index.ts';
import type { Pack, PackName } from './packs/index.ts';
import type { RuleSetting } from './compose.ts';

/** The configs of the plugin by name: two for each pack, one for code and one for package.json. */
export type PluginConfigs = Readonly<Record<PackName, Linter.Config[]>> &
  Readonly<Record<'credentials-everywhere', Linter.Config>>;

/** Where packages say what they are. */
export const MANIFEST_FILES = ['**/package.json'];

/**
 * The language of package.json, in a plugin of its own: that namespace makes ESLint take it for the language of `@eslint/json`,
 * so that rules of that plugin which are on for a package.json stay on.
 */
const LANGUAGES = `${NAMESPACE}-json`;
const languages: ESLint.Plugin = {
  meta: { name: `${NAME}/json`, version: VERSION, namespace: 'json' },
  languages: { json: manifest as unknown as NonNullable<ESLint.Plugin['languages']>[string] },
};

/** Files that hold environment variables. */
export const ENV_FILES = ['**/.env', '**/.env.*', '**/*.env'];

/** What `credentials-everywhere` turns on, in every language. */
export const CREDENTIAL_RULES: Linter.RulesRecord = { [`${NAMESPACE}/no-hardcoded-api-key`]: 'error' };

/**
 * Builds the flat configs.
 *
 * @param plugin the plugin object itself: ESLint compares by identity
 */
export function buildConfigs(plugin: ESLint.Plugin): PluginConfigs {
  const entries = (Object.entries(PACKS) as [PackName, Pack][]).map(([name, pack]) => [
    name,
    configsOf(plugin, name, pack.rules),
  ]);
  return {
    ...(Object.fromEntries(entries) as Record<PackName, Linter.Config[]>),
    'credentials-everywhere': {
      name: `${NAMESPACE}/credentials-everywhere`,
      files: ENV_FILES,
      plugins: { [NAMESPACE]: plugin },
      language: `${NAMESPACE}/env`,
      rules: CREDENTIAL_RULES,
    },
  };
}

/** Rules that some pack gives options to. */
const WITH_OPTIONS = new Set(
  Object.values<Pack>(PACKS).flatMap(({ rules }) =>
    Object.entries(rules).flatMap(([rule, { options }]) => (options ? [rule] : [])),
  ),
);

/** Two flat configs with these settings of our rules: for code, and for package.json. */
export function configsOf(
  plugin: ESLint.Plugin,
  name: string,
  rules: Readonly<Record<string, RuleSetting>>,
): Linter.Config[] {
  return [
    { name: `${NAMESPACE}/${name}`, plugins: { [NAMESPACE]: plugin }, rules: recordOf(rules) },
    {
      name: `${NAMESPACE}/${name}/package`,
      files: MANIFEST_FILES,
      plugins: { [NAMESPACE]: plugin, [LANGUAGES]: languages },
      language: `${LANGUAGES}/json`,
      rules: recordOf(Object.fromEntries(Object.entries(rules).filter(([rule]) => ABOUT_PACKAGES.has(rule)))),
    },
  ];
}

/** Rules that have something to say of a package.json. */
const ABOUT_PACKAGES = new Set(
  Object.entries(allRules).flatMap(([rule, { judgesPackages }]) => (judgesPackages ? [rule] : [])),
);

function recordOf(rules: Readonly<Record<string, RuleSetting>>): Linter.RulesRecord {
  const entries = Object.entries(rules).map(([rule, { severity, options }]) => [
    `${NAMESPACE}/${rule}`,
    // With a bare severity ESLint would keep the options of an earlier pack in the same array.
    WITH_OPTIONS.has(rule) ? [severity, { ...options }] : severity,
  ]);
  return Object.fromEntries(entries) as Linter.RulesRecord;
}

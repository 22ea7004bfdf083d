/**
 * Packs as flat configs, and the one for files that are not code.
 */
import type { ESLint, Linter } from 'eslint';
import { NAMESPACE } from '../meta.ts';
import { PACKS } from './packs/index.ts';
import type { Pack, PackName } from './packs/index.ts';
import type { RuleSetting } from './compose.ts';

/** Every config of the plugin by name. */
export type ConfigName = PackName | 'credentials-everywhere';

/** Files that hold environment variables. */
export const ENV_FILES = ['**/.env', '**/.env.*', '**/*.env'];

/** What `credentials-everywhere` turns on, in every language. */
export const CREDENTIAL_RULES: Linter.RulesRecord = { [`${NAMESPACE}/no-hardcoded-api-key`]: 'error' };

/**
 * Builds the flat configs.
 *
 * @param plugin the plugin object itself: ESLint compares by identity
 */
export function buildConfigs(plugin: ESLint.Plugin): Record<ConfigName, Linter.Config> {
  const entries = (Object.entries(PACKS) as [PackName, Pack][]).map(([name, pack]) => [
    name,
    configOf(plugin, name, pack.rules),
  ]);
  return {
    ...(Object.fromEntries(entries) as Record<PackName, Linter.Config>),
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

/** A flat config with these settings of our rules. */
export function configOf(
  plugin: ESLint.Plugin,
  name: string,
  rules: Readonly<Record<string, RuleSetting>>,
): Linter.Config {
  const entries = Object.entries(rules).map(([rule, { severity, options }]) => [
    `${NAMESPACE}/${rule}`,
    // With a bare severity ESLint would keep the options of an earlier pack in the same array.
    WITH_OPTIONS.has(rule) ? [severity, { ...options }] : severity,
  ]);
  return {
    name: `${NAMESPACE}/${name}`,
    plugins: { [NAMESPACE]: plugin },
    rules: Object.fromEntries(entries) as Linter.RulesRecord,
  };
}

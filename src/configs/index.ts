/**
 * Packs as flat configs, and the one for files that are not code.
 */
import type { ESLint, Linter } from 'eslint';
import { NAMESPACE } from '../meta.ts';
import { PACKS } from './packs.ts';
import type { Pack, PackName } from './packs.ts';

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
    { name: `${NAMESPACE}/${name}`, plugins: { [NAMESPACE]: plugin }, rules: ruleConfig(pack) },
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

function ruleConfig(pack: Pack): Linter.RulesRecord {
  return Object.fromEntries(
    Object.entries(pack.rules).map(([rule, { severity, options }]) => [
      `${NAMESPACE}/${rule}`,
      options ? [severity, options] : severity,
    ]),
  );
}

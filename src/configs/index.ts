/**
 * Packs as flat configs.
 */
import type { ESLint, Linter } from 'eslint';
import { NAMESPACE } from '../meta.ts';
import { PACKS } from './packs.ts';
import type { Pack, PackName } from './packs.ts';

/**
 * Builds the flat configs.
 *
 * @param plugin the plugin object itself: ESLint compares by identity
 */
export function buildConfigs(plugin: ESLint.Plugin): Record<PackName, Linter.Config> {
  const entries = (Object.entries(PACKS) as [PackName, Pack][]).map(([name, pack]) => [
    name,
    { name: `${NAMESPACE}/${name}`, plugins: { [NAMESPACE]: plugin }, rules: ruleConfig(pack) },
  ]);
  return Object.fromEntries(entries) as Record<PackName, Linter.Config>;
}

function ruleConfig(pack: Pack): Linter.RulesRecord {
  return Object.fromEntries(
    Object.entries(pack.rules).map(([rule, { severity, options }]) => [
      `${NAMESPACE}/${rule}`,
      options ? [severity, options] : severity,
    ]),
  );
}

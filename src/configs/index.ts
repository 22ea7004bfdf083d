/**
 * Packs as flat configs.
 */
import type { ESLint, Linter } from 'eslint';
import { NAMESPACE } from '../meta.ts';
import { PACKS } from './packs/index.ts';
import type { Pack, PackName } from './packs/index.ts';
import type { RuleSetting } from './compose.ts';

/**
 * Builds the flat configs.
 *
 * @param plugin the plugin object itself: ESLint compares by identity
 */
export function buildConfigs(plugin: ESLint.Plugin): Record<PackName, Linter.Config> {
  const entries = (Object.entries(PACKS) as [PackName, Pack][]).map(([name, pack]) => [
    name,
    configOf(plugin, name, pack.rules),
  ]);
  return Object.fromEntries(entries) as Record<PackName, Linter.Config>;
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

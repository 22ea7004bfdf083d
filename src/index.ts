/**
 * The plugin.
 */
import type { ESLint, Linter } from 'eslint';
import { buildConfigs } from './configs/index.ts';
import type { PackName } from './configs/packs/index.ts';
import { NAME, NAMESPACE, VERSION } from './meta.ts';
import { rules } from './rules/index.ts';

/** The plugin as ESLint takes it, with the packs by name. */
export type ClaudeCompliancePlugin = Omit<ESLint.Plugin, 'configs'> & {
  readonly configs: Record<PackName, Linter.Config>;
};

const plugin: ESLint.Plugin = {
  meta: { name: NAME, version: VERSION, namespace: NAMESPACE },
  // Rules are written against typescript-eslint's types, which the core's do not accept.
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
};

/** Filled after the plugin exists: the configs must hold this very object. */
const claudeCompliance = Object.assign(plugin, { configs: buildConfigs(plugin) }) as ClaudeCompliancePlugin;

export default claudeCompliance;
// `require()` from a CommonJS config gives the plugin itself.
export { claudeCompliance as 'module.exports' };

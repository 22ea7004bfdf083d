/**
 * The plugin.
 */
import type { ESLint } from 'eslint';
import { buildConfigs } from './configs/index.ts';
import type { PluginConfigs } from './configs/index.ts';
import { env } from './languages/env.ts';
import { NAME, NAMESPACE, VERSION } from './meta.ts';
import { rules } from './rules/index.ts';

/** The plugin as ESLint takes it, with the packs by name: each a list of two configs, for code and for package.json. */
export type ClaudeCompliancePlugin = Omit<ESLint.Plugin, 'configs'> & {
  readonly configs: PluginConfigs;
};

const plugin: ESLint.Plugin = {
  meta: { name: NAME, version: VERSION, namespace: NAMESPACE },
  // Rules are written against typescript-eslint's types, which the core's do not accept.
  languages: { env: env as unknown as NonNullable<ESLint.Plugin['languages']>[string] },
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
};

/** Filled after the plugin exists: the configs must hold this very object. */
const claudeCompliance = Object.assign(plugin, { configs: buildConfigs(plugin) }) as ClaudeCompliancePlugin;

export default claudeCompliance;
// `require()` from a CommonJS config gives the plugin itself.
export { claudeCompliance as 'module.exports' };
export type { ClaudeComplianceSettings } from './declared/settings-types.ts';

/**
 * The names of the rules, apart from the rules themselves: what configs and users name.
 */
export const RULE_NAMES = [
  'no-browser-client',
  'no-full-record',
  'no-hardcoded-api-key',
  'no-hipaa-ineligible-features',
  'no-identifying-metadata',
  'no-insecure-transport',
  'no-phi-in-schema',
  'no-raw-prompt-logging',
  'no-sdk-content-logging',
  'no-zdr-ineligible-features',
  'require-approved-model',
  'require-approved-provider',
  'require-approved-region',
  'require-attestation',
  'require-audit-log',
  'require-data-classification',
  'require-environment-keys',
  'require-gateway',
  'require-inference-geo',
  'require-redaction',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];

/** True for the name of one of our rules. */
export function isRuleName(name: string): name is RuleName {
  const names: readonly string[] = RULE_NAMES;
  return names.includes(name);
}

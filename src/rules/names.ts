/**
 * The names of the rules, apart from the rules themselves: what configs and users name.
 */
export const RULE_NAMES = [
  'no-hipaa-ineligible-features',
  'no-raw-prompt-logging',
  'no-insecure-transport',
  'no-zdr-ineligible-features',
  'require-attestation',
  'require-audit-log',
  'require-data-classification',
  'require-environment-keys',
  'require-inference-geo',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];

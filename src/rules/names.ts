/**
 * The names of the rules, apart from the rules themselves: what configs and users name.
 */
export const RULE_NAMES = [
  'no-full-record',
  'no-hipaa-ineligible-features',
  'no-raw-prompt-logging',
  'no-zdr-ineligible-features',
  'require-approved-model',
  'require-approved-provider',
  'require-approved-region',
  'require-inference-geo',
  'require-redaction',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];

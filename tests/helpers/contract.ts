/**
 * The rules of the public contract, whether they are built yet or not.
 */
export const CONTRACT_RULES: readonly string[] = [
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
];

/**
 * Name → rule. A test holds this list to the files of the folder.
 */
import type { RuleName } from './names.ts';
import noHipaaIneligibleFeatures from './no-hipaa-ineligible-features.ts';
import noRawPromptLogging from './no-raw-prompt-logging.ts';
import noInsecureTransport from './no-insecure-transport.ts';
import noZdrIneligibleFeatures from './no-zdr-ineligible-features.ts';
import requireAttestation from './require-attestation.ts';
import requireAuditLog from './require-audit-log.ts';
import requireDataClassification from './require-data-classification.ts';
import requireEnvironmentKeys from './require-environment-keys.ts';
import requireInferenceGeo from './require-inference-geo.ts';

export const rules = {
  'no-hipaa-ineligible-features': noHipaaIneligibleFeatures,
  'no-raw-prompt-logging': noRawPromptLogging,
  'no-insecure-transport': noInsecureTransport,
  'no-zdr-ineligible-features': noZdrIneligibleFeatures,
  'require-attestation': requireAttestation,
  'require-audit-log': requireAuditLog,
  'require-data-classification': requireDataClassification,
  'require-environment-keys': requireEnvironmentKeys,
  'require-inference-geo': requireInferenceGeo,
} as const satisfies Record<RuleName, object>;

/**
 * Name → rule. A test holds this list to the files of the folder.
 */
import type { RuleName } from './names.ts';
import noBrowserClient from './no-browser-client.ts';
import noFullRecord from './no-full-record.ts';
import noHardcodedApiKey from './no-hardcoded-api-key.ts';
import noHipaaIneligibleFeatures from './no-hipaa-ineligible-features.ts';
import noIdentifyingMetadata from './no-identifying-metadata.ts';
import noInsecureTransport from './no-insecure-transport.ts';
import noPhiInSchema from './no-phi-in-schema.ts';
import noRawPromptLogging from './no-raw-prompt-logging.ts';
import noSdkContentLogging from './no-sdk-content-logging.ts';
import noZdrIneligibleFeatures from './no-zdr-ineligible-features.ts';
import requireApprovedModel from './require-approved-model.ts';
import requireApprovedProvider from './require-approved-provider.ts';
import requireApprovedRegion from './require-approved-region.ts';
import requireAttestation from './require-attestation.ts';
import requireAuditLog from './require-audit-log.ts';
import requireDataClassification from './require-data-classification.ts';
import requireEnvironmentKeys from './require-environment-keys.ts';
import requireGateway from './require-gateway.ts';
import requireInferenceGeo from './require-inference-geo.ts';
import requireRedaction from './require-redaction.ts';

export const rules = {
  'no-browser-client': noBrowserClient,
  'no-full-record': noFullRecord,
  'no-hardcoded-api-key': noHardcodedApiKey,
  'no-hipaa-ineligible-features': noHipaaIneligibleFeatures,
  'no-identifying-metadata': noIdentifyingMetadata,
  'no-insecure-transport': noInsecureTransport,
  'no-phi-in-schema': noPhiInSchema,
  'no-raw-prompt-logging': noRawPromptLogging,
  'no-sdk-content-logging': noSdkContentLogging,
  'no-zdr-ineligible-features': noZdrIneligibleFeatures,
  'require-approved-model': requireApprovedModel,
  'require-approved-provider': requireApprovedProvider,
  'require-approved-region': requireApprovedRegion,
  'require-attestation': requireAttestation,
  'require-audit-log': requireAuditLog,
  'require-data-classification': requireDataClassification,
  'require-environment-keys': requireEnvironmentKeys,
  'require-gateway': requireGateway,
  'require-inference-geo': requireInferenceGeo,
  'require-redaction': requireRedaction,
} as const satisfies Record<RuleName, object>;

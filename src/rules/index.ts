/**
 * Name → rule. A test holds this list to the files of the folder.
 */
import type { RuleName } from './names.ts';
import noFullRecord from './no-full-record.ts';
import noHipaaIneligibleFeatures from './no-hipaa-ineligible-features.ts';
import noRawPromptLogging from './no-raw-prompt-logging.ts';
import noZdrIneligibleFeatures from './no-zdr-ineligible-features.ts';
import requireApprovedModel from './require-approved-model.ts';
import requireApprovedProvider from './require-approved-provider.ts';
import requireApprovedRegion from './require-approved-region.ts';
import requireInferenceGeo from './require-inference-geo.ts';
import requireRedaction from './require-redaction.ts';

export const rules = {
  'no-full-record': noFullRecord,
  'no-hipaa-ineligible-features': noHipaaIneligibleFeatures,
  'no-raw-prompt-logging': noRawPromptLogging,
  'no-zdr-ineligible-features': noZdrIneligibleFeatures,
  'require-approved-model': requireApprovedModel,
  'require-approved-provider': requireApprovedProvider,
  'require-approved-region': requireApprovedRegion,
  'require-inference-geo': requireInferenceGeo,
  'require-redaction': requireRedaction,
} as const satisfies Record<RuleName, object>;

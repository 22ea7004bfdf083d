/**
 * Name → rule. A test holds this list to the files of the folder.
 */
import type { RuleName } from './names.ts';
import requireInferenceGeo from './require-inference-geo.ts';

export const rules = {
  'require-inference-geo': requireInferenceGeo,
} as const satisfies Record<RuleName, object>;

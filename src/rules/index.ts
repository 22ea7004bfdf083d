/**
 * Name → rule. A test holds this list to the files of the folder.
 */
import requireInferenceGeo from './require-inference-geo.ts';

export const rules = {
  'require-inference-geo': requireInferenceGeo,
} as const;

export type RuleName = keyof typeof rules;

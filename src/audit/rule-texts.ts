/**
 * What the writers say of a rule: its description, weaknesses, page and severity for code scanning.
 */
import { rules } from '../rules/index.ts';
import { isRuleName } from '../rules/names.ts';

export interface RuleText {
  readonly name: string;
  /** Starts with Disallow or Require, ends without a full stop. */
  readonly description: string;
  readonly cwe: readonly number[];
  readonly url: string;
}

/** The texts of a rule, by its name; of a name that is not ours, the name. */
export function ruleText(name: string): RuleText {
  const docs = isRuleName(name) ? rules[name].meta.docs : undefined;
  return {
    name,
    description: docs?.description ?? name,
    cwe: docs?.cwe ?? [],
    url: docs?.url ?? '',
  };
}

/**
 * How grave a finding of the rule is, on the scale of CVSS, as code scanning sorts by it: 9 and more critical, 7 high, 4 medium.
 * Content and credentials that get out come first, then where data is processed and kept, then records.
 */
export const SEVERITY: Readonly<Record<string, number>> = {
  'no-hardcoded-api-key': 9.1,
  'no-browser-client': 9.1,
  'no-insecure-transport': 8.1,
  'no-raw-prompt-logging': 7.5,
  'no-sdk-content-logging': 7.5,
  'require-redaction': 7.5,
  'no-full-record': 7.1,
  'no-hipaa-ineligible-features': 7.1,
  'no-zdr-ineligible-features': 7.1,
  'require-approved-provider': 7.1,
  'no-phi-in-schema': 6.5,
  'no-identifying-metadata': 6.5,
  'require-approved-region': 6.5,
  'require-inference-geo': 6.5,
  'require-approved-model': 5.5,
  'require-audit-log': 5.5,
  'require-attestation': 5.5,
  'require-environment-keys': 4.3,
  'require-gateway': 4.3,
  'require-data-classification': 4.3,
};

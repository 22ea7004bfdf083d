/**
 * PENDING RULES: the one place that knows of rules the packs name and that are not built yet.
 *
 * Once `RULE_NAMES` holds every name below, delete this file: in index.ts write the object itself for `built(…)`, in
 * types.ts `RuleName` for `PackRuleName`. Nothing else knows of it.
 */
import { RULE_NAMES } from '../../rules/names.ts';
import type { RuleName } from '../../rules/names.ts';
import type { Pack } from './types.ts';

type PendingRuleName =
  | 'no-browser-client'
  | 'no-full-record'
  | 'no-hardcoded-api-key'
  | 'no-identifying-metadata'
  | 'no-insecure-transport'
  | 'no-phi-in-schema'
  | 'no-raw-prompt-logging'
  | 'no-sdk-content-logging'
  | 'require-approved-model'
  | 'require-approved-provider'
  | 'require-approved-region'
  | 'require-attestation'
  | 'require-audit-log'
  | 'require-data-classification'
  | 'require-environment-keys'
  | 'require-redaction';

export type PackRuleName = PendingRuleName | RuleName;

/** The packs with the rules that exist. */
export function built<Name extends string>(
  packs: Readonly<Record<Name, Pack>>,
): Readonly<Record<Name, Pack>> {
  const names: readonly string[] = RULE_NAMES;
  const existing = <T>(rows: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(rows).filter(([rule]) => names.includes(rule)));
  const entries = (Object.entries(packs) as [Name, Pack][]).map(([name, pack]) => [
    name,
    { ...pack, rules: existing(pack.rules), leftOut: existing(pack.leftOut) },
  ]);
  return Object.fromEntries(entries) as Record<Name, Pack>;
}

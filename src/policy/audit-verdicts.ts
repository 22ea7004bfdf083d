/**
 * What is wrong with the way a request is recorded.
 */
import type { RecordFacts } from '../analysis/records/facts.ts';
import type { AuditRecord } from '../analysis/records/records.ts';
import type { AuditCoverage, AuditTrail } from '../analysis/records/trails.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { guessable, missingFields, tellsNoOutcome } from './audit-fields.ts';
import type { AuditField } from './audit-fields.ts';

export interface AuditPolicy {
  /** The fields that a record has to show. */
  readonly fields: readonly AuditField[];
  /** A call that fails has to be recorded, too. */
  readonly errorPath: boolean;
  /** Plain hashes of what can be guessed are a fault. */
  readonly keyedHash: boolean;
}

export type AuditVerdict =
  /** No record, with the fields it would need; `conditional` is written only now and then. */
  | {
      readonly id: 'missing' | 'missingOnError';
      readonly fields: readonly AuditField[];
      readonly conditional: AuditRecord | undefined;
    }
  | {
      readonly id: 'fields';
      readonly record: AuditRecord;
      readonly missing: readonly AuditField[];
      readonly onError: boolean;
    }
  | { readonly id: 'plainHash'; readonly node: Node };

/**
 * Why nothing can be said of a record that has no fault: what writes it is not shown, or what is in it is not.
 */
export function auditDoubt(
  { success, failure, before }: AuditTrail,
  { errorPath, fields }: AuditPolicy,
): 'open record' | 'unseen' | undefined {
  if (success.unseen || (errorPath && failure.unseen)) return 'unseen';
  const isOpen = [...before, ...success.records, ...failure.records].some(({ open }) => open);
  return isOpen && fields.length > 0 ? 'open record' : undefined;
}

/** The verdicts on one request, on its success before its failure. Requests that only count tokens have none. */
export function auditVerdicts(
  trail: AuditTrail,
  policy: AuditPolicy,
  factsOf: (record: AuditRecord) => RecordFacts,
): AuditVerdict[] {
  const { success, failure, before, site } = trail;
  const { kind } = site.operation;
  if (kind === 'count') return [];
  const onError = policy.fields.filter((field) => field !== 'outputHash');
  // The output of a batch or an agent comes later.
  const onSuccess = kind === 'inference' ? policy.fields : onError;
  const none = (id: 'missing' | 'missingOnError', { conditional: [conditional] }: AuditCoverage) =>
    ({ id, conditional, fields: id === 'missing' ? onSuccess : onError }) as const;

  if (success.records.length === 0 && before.length === 0 && !success.unseen)
    return [none('missing', success)];

  const lacking = (records: readonly AuditRecord[], required: readonly AuditField[]): AuditField[] => {
    const all = [...before, ...records];
    return all.some(({ open }) => open) ? [] : missingFields(required, all.map(factsOf));
  };
  const verdicts: AuditVerdict[] = [];
  const judge = (records: readonly AuditRecord[], missing: readonly AuditField[], fails: boolean): void => {
    const record = records.at(-1);
    if (record && missing.length > 0) verdicts.push({ id: 'fields', record, missing, onError: fails });
  };
  if (!success.unseen) judge([...before, ...success.records], lacking(success.records, onSuccess), false);
  if (policy.errorPath && !failure.unseen) {
    const lacks = lacking(failure.records, onError);
    const isSame =
      onError.includes('outcome') &&
      !lacks.includes('outcome') &&
      ![...success.records, ...failure.records].some(({ open }) => open) &&
      tellsNoOutcome(success.records.map(factsOf), failure.records.map(factsOf));
    const missing = isSame ? [...lacks, 'outcome' as const] : lacks;
    if (failure.records.length > 0) judge(failure.records, missing, true);
    else if (before.length === 0 || missing.length > 0) verdicts.push(none('missingOnError', failure));
  }
  if (policy.keyedHash) {
    const facts = [...before, ...success.records, ...failure.records].map(factsOf);
    verdicts.push(...facts.flatMap(guessable).map(({ node }) => ({ id: 'plainHash', node }) as const));
  }
  return verdicts;
}

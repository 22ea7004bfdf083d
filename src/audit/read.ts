/**
 * Reads evidence files that others wrote: of another version, cut off, or not evidence at all.
 */
import { faultsOf } from './json-schema.ts';
import { EVIDENCE_SCHEMA } from './model.ts';
import type { Evidence } from './model.ts';
import { EVIDENCE_JSON_SCHEMA } from './schema.ts';

export type EvidenceReading =
  | { readonly evidence: Evidence }
  /** A sentence that says what is wrong, without anything of the file. */
  | { readonly problem: string };

/**
 * Reads one evidence file. Never throws.
 *
 * @param text the file, as `evidence.json` holds it
 */
export function readEvidence(text: string): EvidenceReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'It is not JSON, or it was cut off.' };
  }
  const schema = value !== null && typeof value === 'object' && 'schema' in value ? value.schema : undefined;
  if (schema !== EVIDENCE_SCHEMA) {
    return {
      problem:
        typeof schema === 'string' && schema.startsWith('claude-compliance/evidence/')
          ? `It is of another version than ${EVIDENCE_SCHEMA}: audit the repository with this version of the plugin.`
          : `It is no evidence: it does not say "schema": "${EVIDENCE_SCHEMA}".`,
    };
  }
  const [fault] = faultsOf(value, EVIDENCE_JSON_SCHEMA);
  if (fault !== undefined) return { problem: `It is not as its schema has it: ${fault}.` };
  return { evidence: value as Evidence };
}

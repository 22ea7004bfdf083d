import type { AuditCoverage, AuditTrail } from '../analysis/audit/trails.ts';
import type { AuditRecord } from '../analysis/audit/records.ts';
import { createRule } from '../create-rule.ts';
import { AUDIT_FIELD_IDS, guessable, missingFields } from '../policy/audit-fields.ts';
import type { AuditField } from '../policy/audit-fields.ts';
import { isTestFile } from '../test-files.ts';
import { callName, lineNote } from '../wording.ts';

export interface AuditLogOptions {
  readonly fields: readonly AuditField[];
  readonly errorPath: boolean;
  readonly keyedHash: boolean;
}

const list = (fields: readonly string[]): string => fields.map((field) => `\`${field}\``).join(', ');

export default createRule({
  name: 'require-audit-log',
  meta: {
    type: 'problem',
    docs: { description: 'Require an audit record, with chosen fields, for every Claude call', cwe: [778] },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          fields: {
            type: 'array',
            description: 'The fields that a record has to show.',
            items: { type: 'string', enum: [...AUDIT_FIELD_IDS] },
            uniqueItems: true,
          },
          errorPath: {
            type: 'boolean',
            description:
              'Whether a call that fails has to be recorded, too; that record needs no output hash.',
          },
          keyedHash: {
            type: 'boolean',
            description:
              'Whether to report plain hashes of inputs, outputs and persons, which guessing can undo.',
          },
        },
      },
    ],
    defaultOptions: [
      {
        fields: ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome'],
        errorPath: true,
        keyedHash: false,
      },
    ] as readonly [AuditLogOptions],
    messages: {
      missing:
        'No audit record is seen for `{{call}}`{{but}}, so nothing would show later who asked what, when and how it ended. Write one after the call{{with}}; if a wrapper of yours writes it, name that in `auditLoggers` of the settings.',
      missingOnError:
        'No audit record is seen for `{{call}}` when it fails{{but}}, so failed and refused attempts leave no trace. Write one in `catch` or `finally`{{with}}.',
      fields:
        'The audit record of `{{call}}`{{line}} is not seen to have {{missing}}{{when}}, so it does not tell the whole story. Add it, or take it out of `fields` where the writer of records fills it in.',
      plainHash:
        'This plain hash can be undone by hashing guesses, as short texts and ids are easy to guess. Use a keyed one (`createHmac` with a managed key).',
    },
  },
  check(context, [{ fields, errorPath, keyedHash }], analysis, settings) {
    const { filename, sourceCode } = context;
    if (isTestFile(filename, context.cwd)) return;
    const facts = (records: readonly AuditRecord[]) => records.map((record) => analysis.factsOf(record));
    const said = new Set<unknown>();

    const lacking = (trail: AuditTrail, { records }: AuditCoverage, required: readonly AuditField[]) => {
      const all = [...trail.before, ...records];
      return all.some(({ open }) => open) ? [] : missingFields(required, facts(all));
    };
    const reportFields = (
      trail: AuditTrail,
      records: readonly AuditRecord[],
      missing: readonly AuditField[],
      when: string,
    ): void => {
      const record = records.at(-1);
      if (!record || missing.length === 0 || said.has(record)) return;
      said.add(record);
      const call = callName(sourceCode, trail.call);
      const data = { call, line: lineNote(record.call, trail.call), missing: list(missing), when };
      context.report({ node: record.call.callee, messageId: 'fields', data });
    };
    const reportMissing = (
      messageId: 'missing' | 'missingOnError',
      { call }: AuditTrail,
      { conditional }: AuditCoverage,
      required: readonly AuditField[],
    ): void => {
      const [other] = conditional;
      const but = other
        ? ` (the one on line ${String(other.call.loc.start.line)} is written under a condition that does not depend on the outcome)`
        : '';
      const data = {
        call: callName(sourceCode, call),
        but,
        with: required.length > 0 ? ` with ${list(required)}` : '',
      };
      context.report({ node: call.callee, messageId, data });
    };

    for (const trail of analysis.auditTrails(settings.auditLoggers)) {
      const { kind } = trail.site.operation;
      if (kind === 'count') continue;
      const { success, failure, before } = trail;
      const onError = fields.filter((field) => field !== 'outputHash');
      // The output of a batch or an agent comes later.
      const onSuccess = kind === 'inference' ? fields : onError;
      if (success.records.length === 0 && before.length === 0 && !success.unseen) {
        reportMissing('missing', trail, success, onSuccess);
        continue;
      }
      if (!success.unseen)
        reportFields(trail, [...before, ...success.records], lacking(trail, success, onSuccess), '');
      if (errorPath && !failure.unseen) {
        const missing = lacking(trail, failure, onError);
        if (failure.records.length > 0) reportFields(trail, failure.records, missing, ' when the call fails');
        else if (before.length === 0 || missing.length > 0)
          reportMissing('missingOnError', trail, failure, onError);
      }
      if (!keyedHash) continue;
      for (const { node } of facts([...before, ...success.records, ...failure.records]).flatMap(guessable)) {
        if (said.has(node)) continue;
        said.add(node);
        context.report({ node, messageId: 'plainHash' });
      }
    }
  },
});

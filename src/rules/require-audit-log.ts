import type { AuditRecord } from '../analysis/records/records.ts';
import { createRule } from './define/rule.ts';
import { AUDIT_FIELD_IDS } from '../policy/audit-fields.ts';
import type { AuditField } from '../policy/audit-fields.ts';
import { auditVerdicts } from '../policy/audit-verdicts.ts';
import type { AuditPolicy } from '../policy/audit-verdicts.ts';
import { isTestFile } from '../project/test-files.ts';
import { callName, lineNote } from './define/wording.ts';

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
    ] as readonly [AuditPolicy],
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
  check(context, [policy], analysis, settings) {
    const { filename, sourceCode } = context;
    if (isTestFile(filename, context.cwd)) return;
    const said = new Set<unknown>();
    for (const trail of analysis.auditTrails(settings.auditLoggers)) {
      const call = callName(sourceCode, trail.call);
      for (const verdict of auditVerdicts(trail, policy, (record) => analysis.factsOf(record))) {
        if ('conditional' in verdict) {
          const data = { call, but: butOf(verdict.conditional), with: withOf(verdict.fields) };
          context.report({ node: trail.call.callee, messageId: verdict.id, data });
          continue;
        }
        // Several requests can share a record.
        const about = verdict.id === 'fields' ? verdict.record : verdict.node;
        if (said.has(about)) continue;
        said.add(about);
        if (verdict.id === 'plainHash') {
          context.report({ node: verdict.node, messageId: verdict.id });
          continue;
        }
        const { record, missing, onError } = verdict;
        const line = lineNote(record.call, trail.call);
        const when = onError ? ' when the call fails' : '';
        const data = { call, line, missing: list(missing), when };
        context.report({ node: record.call.callee, messageId: verdict.id, data });
      }
    }
  },
});

const withOf = (fields: readonly AuditField[]): string => (fields.length > 0 ? ` with ${list(fields)}` : '');

function butOf(record: AuditRecord | undefined): string {
  if (!record) return '';
  const line = String(record.call.loc.start.line);
  return ` (the one on line ${line} is written under a condition that does not depend on the outcome)`;
}

import { relative } from 'node:path';
import { recordQuery } from '../declared/settings.ts';
import type { AuditTrail } from '../analysis/records/trails.ts';
import { isHandedToCall } from '../analysis/sites/callers.ts';
import { runsUnasked } from '../analysis/sites/scheduled.ts';
import { sameFile } from '../analysis/syntax/files.ts';
import { functionsAround, wrapped } from '../analysis/syntax/nodes.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { AUDIT_FIELD_IDS, namesNobody } from '../policy/audit-fields.ts';
import { auditDoubt, auditVerdicts } from '../policy/audit-verdicts.ts';
import type { AuditPolicy, AuditVerdict } from '../policy/audit-verdicts.ts';
import { exempt, finding, pass, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { flag, listOf, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, codeListed, lineNote } from './define/wording.ts';

type Ids = 'fields' | 'missing' | 'missingOnError' | 'plainHash';

export default createRule<Ids, AuditPolicy>({
  name: 'require-audit-log',
  asks: 'audit',
  subjects: ['call site'],
  meta: {
    type: 'problem',
    docs: { description: 'Require an audit record, with chosen fields, for every Claude call', cwe: [778] },
    schema: optionsOf({
      fields: listOf(AUDIT_FIELD_IDS, 'The fields that a record has to show.'),
      errorPath: flag('Whether a call that fails has to be recorded, too; that record needs no output hash.'),
      keyedHash: flag(
        'Whether to report plain hashes of inputs, outputs and persons, which guessing can undo.',
      ),
    }),
    defaultOptions: [
      {
        fields: ['inputHash', 'outputHash', 'timestamp', 'userId', 'outcome'],
        errorPath: true,
        keyedHash: false,
      },
    ],
    messages: {
      missing: 'No audit record is seen for `{{call}}`{{but}}. Write one after it.',
      missingOnError: 'No audit record is seen where `{{call}}` fails{{but}}. Write one in `catch`.',
      fields: 'The audit record of `{{call}}`{{line}} lacks {{missing}}{{when}}. Add it.',
      plainHash: 'Guessing can undo this plain hash. Use `createHmac` with a managed key.',
    },
  },
  *assess(file, policy) {
    const { analysis, isTest, requests, settings } = file;
    const judged = new Set<Subject>();
    for (const trail of isTest ? [] : analysis.auditTrails(recordQuery(settings))) {
      const subject = file.subjectOf(trail.site.node, 'call site');
      if (trail.site.operation.kind === 'count') continue;
      judged.add(subject);
      if (trail.answeredBy === undefined) yield* assessTrail(file, subject, trail, policy);
      else if (isAskedByNobody(file, trail, policy)) yield ofNobody(file, subject, trail);
      else yield exempt(subject, trail.answeredBy === 'module' ? 'another module' : 'callers');
    }
    for (const subject of requests) {
      if (isTest) yield exempt(subject, 'test file');
      else if (subject.site.operation.kind === 'count') yield exempt(subject, 'count tokens');
      else if (!judged.has(subject)) yield unknown(subject, 'not asked here');
    }
  },
});

/** True for a call that leaves the record to another module, and hands in no user for it though one asks: not for a job. */
function isAskedByNobody(
  { analysis, cwd, filename }: CodeFile,
  { call, there }: AuditTrail,
  { fields }: AuditPolicy,
): boolean {
  if (!fields.includes('userId') || there.length === 0 || runsUnasked(call, relative(cwd, filename)))
    return false;
  return namesNobody(there.map((record) => analysis.factsOf(record)));
}

function ofNobody({ cwd }: CodeFile, subject: Subject, { call, there }: AuditTrail): Assessment<Ids> {
  const [record] = there;
  const data = {
    call: callName(call),
    line: record ? lineNote(record.call, call, cwd) : '',
    missing: codeListed(['userId']),
    when: '',
  };
  return finding<Ids>(subject, 'fields', { at: call.callee, certainty: 'by name', data });
}

function* assessTrail(
  { analysis, cwd }: CodeFile,
  subject: Subject,
  trail: AuditTrail,
  policy: AuditPolicy,
): Generator<Assessment<Ids>> {
  const verdicts = auditVerdicts(trail, policy, (record) => analysis.factsOf(record));
  for (const verdict of verdicts) yield assessmentOf(cwd, subject, trail, verdict);
  if (verdicts.length > 0) return;
  const doubt = auditDoubt(trail, policy);
  const record = [...trail.before, ...trail.success.records].at(-1);
  // That a record is one of the trail is told by the names of what writes it.
  const at = record && hereOf(record.call.callee, trail.call);
  if (doubt) yield unknown(subject, doubt, { at });
  else yield pass(subject, { at, certainty: 'by name' });
}

/** A place of the record; of one that another module writes, the call that asks. */
function hereOf(place: Node, asked: AuditTrail['call']): Node {
  return sameFile(place, asked) ? place : asked.callee;
}

function assessmentOf(
  cwd: string,
  subject: Subject,
  { call: asked }: AuditTrail,
  verdict: AuditVerdict,
): Assessment<Ids> {
  const call = callName(asked);
  switch (verdict.id) {
    case 'fields': {
      const { record, missing, onError } = verdict;
      const line = lineNote(record.call, asked, cwd);
      const when = onError ? ' on failure' : '';
      const data = { call, line, missing: codeListed(missing), when };
      // Several requests can share a record.
      return finding(subject, verdict.id, {
        at: hereOf(record.call.callee, asked),
        certainty: 'by name',
        data,
        once: [record],
      });
    }
    case 'plainHash':
      return finding(subject, verdict.id, { at: hereOf(verdict.node, asked) });
    default: {
      const { conditional } = verdict;
      const line = String(conditional?.call.loc.start.line ?? '');
      const data = {
        call,
        but: conditional ? ` (line ${line} is conditional)` : '',
      };
      // Of what one function gives back in several branches, one runs: a record around them is of each.
      const around = isGivenBack(asked)
        ? functionsAround(asked).find((fn) => !isHandedToCall(fn))
        : undefined;
      const once = around && [`${verdict.id} ${call} ${around.range.join(':')}`];
      return finding(subject, verdict.id, { at: asked.callee, data, ...(once && { once }) });
    }
  }
}

/** `return await ask(…);`. */
function isGivenBack(call: Node): boolean {
  const { parent } = wrapped(call);
  return (parent?.type === 'AwaitExpression' ? wrapped(parent).parent : parent)?.type === 'ReturnStatement';
}

import type { FileAnalysis, ModelUse } from '../analysis/index.ts';
import { contains } from '../analysis/syntax/nodes.ts';
import type { Answer, Node } from '../analysis/syntax/types.ts';
import { stringsOf } from '../analysis/values/object-view.ts';
import { eligibilityPolicy } from '../declared/settings.ts';
import type { Edit } from '../edits/geo-suggestions.ts';
import { replaceString } from '../edits/properties.ts';
import { eligibilityOf, featureById } from '../policy/features/index.ts';
import { modelVerdict } from '../policy/model-verdicts.ts';
import type { ModelPolicy, ModelVerdict } from '../policy/model-verdicts.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { choice, listOf, optionsOf, TEXT } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName, lineNote, listed, quote, reasonText } from './define/wording.ts';

type Ids = 'alias' | 'covered' | 'noList' | 'notApproved' | 'unverifiable' | 'use';

export default createRule<Ids, ModelPolicy>({
  name: 'require-approved-model',
  subjects: ['call site', 'setting'],
  meta: {
    type: 'problem',
    docs: {
      description: 'Require every model of a Claude request to be one that the agreement covers',
      cwe: [213],
    },
    hasSuggestions: true,
    schema: optionsOf({
      models: listOf(
        TEXT,
        'The approved models: ids as the first-party API writes them, or with `*` for anything. Other spellings approve that spelling alone.',
      ),
      aliases: choice(
        'Whether to report names behind which the model can change, even where the list has them.',
        ['allow', 'report'],
      ),
      unverifiable: choice('Whether to report models that the file does not show.'),
    }),
    defaultOptions: [{ models: [], aliases: 'allow', unverifiable: 'ignore' }],
    messages: {
      noList:
        '`{{call}}` asks for a model, and no list says which models the agreement covers. Name them in the `models` option of this rule.',
      notApproved:
        '`{{call}}` asks for `{{model}}`{{as}}, which is not on the list of approved models{{where}}. Use {{approved}}, or have the list changed.',
      alias:
        '`{{model}}` names no single model: {{why}}, so what runs can change without a change of this code. Write the id of one model.',
      covered:
        '`{{call}}` falls back to `{{model}}`{{where}}: {{title}} are not covered by zero data retention; {{kept}}. Instead, {{instead}}. Table of {{date}}.',
      unverifiable:
        'Cannot tell which model `{{call}}` asks for{{as}}: {{reason}}{{where}}. Write an approved id in this file.',
      use: 'Use "{{model}}".',
    },
  },
  *assess(file, policy) {
    const { analysis, requests, sourceCode } = file;
    const refusesCovered = refusesCoveredModels(file);
    const named = new Set<Subject>();
    for (const subject of policy.models.length === 0 ? requests : []) {
      // One report is enough to see it.
      const data = { call: callName(sourceCode, subject.site.node) };
      yield finding(subject, 'noList', { data, once: ['noList'] });
    }
    for (const use of analysis.models()) {
      const [pieces] = stringsOf([use.answer]);
      const verdict = modelVerdict(pieces, use.site?.platform, use.role, policy, refusesCovered);
      const subject = file.subjectOf(use.call, 'setting');
      const at = placeOf(use);
      named.add(subject);
      if (verdict?.id === 'unverifiable' && isDecidedByCallers(analysis, use))
        yield exempt(subject, 'callers', { at });
      else if (verdict) yield assessmentOf(file, subject, use, verdict, policy);
      else if (policy.models.length > 0) yield pass(subject, { at });
      else yield unknown(subject, 'no list', { at });
    }
    for (const subject of requests) if (!named.has(subject)) yield exempt(subject, 'no model');
  },
});

function isDecidedByCallers(analysis: FileAnalysis, { answer }: ModelUse): boolean {
  return answer.kind === 'unknown' && analysis.callersDecide(answer);
}

function refusesCoveredModels(file: CodeFile): boolean {
  const row = featureById('covered_models');
  const isRefused = row && eligibilityOf(row, 'zdr', eligibilityPolicy(file.settings)) === 'no';
  return isRefused === true && file.isUnder('zdr') === true;
}

function assessmentOf(
  { sourceCode }: CodeFile,
  subject: Subject,
  use: ModelUse,
  { id, why, instead }: ModelVerdict,
  { models }: ModelPolicy,
): Assessment<Ids> {
  const { answer, call, role } = use;
  const at = placeOf(use);
  const [pieces] = stringsOf([answer]);
  const text = (pieces ?? []).map((piece) => piece ?? '…').join('');
  const row = featureById('covered_models');
  const data = {
    model: quote(text),
    call: callName(sourceCode, call),
    as: role === 'fallback' ? ' as a fallback' : '',
    where: contains(call, at) ? '' : lineNote(at, call),
    why: why ?? '',
    approved: listed(models),
    reason: why ?? whyUnknown(answer),
    title: row?.title ?? '',
    kept: row?.kept ?? '',
    instead: row?.instead ?? '',
    date: row?.checkedOn ?? '',
  };
  const isReplaceable = answer.kind === 'known' && instead !== undefined && text.startsWith('claude');
  const edit: Edit | undefined = isReplaceable
    ? (fixer) => replaceString(sourceCode, fixer, answer.node, instead)
    : undefined;
  // One place names one model, whoever asks for it.
  const said = { at, data, suggest: suggested('use' as const, { model: instead ?? '' }, edit), once: [at] };
  if (id !== 'unverifiable') return finding(subject, id, said);
  const reason =
    why === undefined && answer.kind !== 'absent'
      ? becauseOf(answer)
      : { word: 'not shown', text: data.reason };
  return unknown(subject, reason, { messageId: id, ...said });
}

function whyUnknown(answer: Answer): string {
  return answer.kind === 'absent' ? 'the SDK chooses where the code names none' : reasonText(answer);
}

/** The written id, wherever it stands; else the place in the call that leaves it open. */
function placeOf({ answer, call }: ModelUse): Node {
  if (answer.kind === 'known' && (answer.value.kind === 'literal' || answer.value.kind === 'text'))
    return answer.node;
  return call.callee;
}

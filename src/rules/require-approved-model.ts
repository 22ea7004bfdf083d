import type { FileAnalysis, ModelUse } from '../analysis/index.ts';
import { contains } from '../analysis/syntax/nodes.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { eligibilityPolicy } from '../declared/settings.ts';
import { replacement } from '../edits/properties.ts';
import { coveredModelFacts, judgeModel, refusesCoveredModels } from '../policy/model-verdicts.ts';
import type { JudgedModel, ModelPolicy } from '../policy/model-verdicts.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import type { Assessment, Subject, Suggestions } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { choice, listOf, optionsOf, TEXT } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName, lineNote, firstOf, modelName, originNote, reasonText } from './define/wording.ts';

type Ids = 'alias' | 'covered' | 'noList' | 'notApproved' | 'unverifiable' | 'use';

export default createRule<Ids, ModelPolicy>({
  name: 'require-approved-model',
  asks: 'model',
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
      noList: '`{{call}}` has no list of approved models. Name them in the `models` option.',
      notApproved: '`{{model}}`{{as}} is not an approved model{{where}}. Use {{approved}}.',
      alias: '`{{model}}` can change its model without this code. Write the id of one model.',
      covered: '`{{call}}` falls back to `{{model}}`{{where}}, not covered by ZDR. Name another model.',
      unverifiable: 'Cannot tell the model of `{{call}}`{{as}}{{where}}. Write an approved id.',
      use: 'Use "{{model}}".',
    },
  },
  *assess(file, policy) {
    const { analysis, requests, settings } = file;
    const refuses = refusesCoveredModels(eligibilityPolicy(settings)) && file.isUnder('zdr') === true;
    const named = new Set<Subject>();
    for (const subject of policy.models.length === 0 ? requests : []) {
      // One report is enough to see it.
      const data = { call: callName(subject.site.node) };
      yield finding(subject, 'noList', { data, once: ['noList'] });
    }
    for (const use of analysis.models()) {
      const subject = file.subjectOf(use.call, 'setting');
      const judged = judgeModel(use, policy, refuses);
      named.add(subject);
      const { at, verdict } = judged;
      if (verdict?.id === 'unverifiable' && isDecidedByCallers(analysis, use))
        yield exempt(subject, 'callers', { at });
      else if (verdict) yield assessmentOf(file, subject, use, judged, policy);
      else if (policy.models.length > 0) yield pass(subject, { at });
      else yield unknown(subject, 'no list', { at });
    }
    for (const subject of requests) if (!named.has(subject)) yield exempt(subject, 'no model');
  },
});

function isDecidedByCallers(analysis: FileAnalysis, { answer }: ModelUse): boolean {
  return answer.kind === 'unknown' && analysis.callersDecide(answer);
}

function assessmentOf(
  { sourceCode, cwd }: CodeFile,
  subject: Subject,
  { answer, call, role }: ModelUse,
  { verdict, at, text }: JudgedModel,
  { models }: ModelPolicy,
): Assessment<Ids> {
  const { id = 'unverifiable', why, instead } = verdict ?? {};
  const reason = why ?? (answer.kind === 'absent' ? CHOSEN : reasonText(answer));
  const data = {
    ...coveredModelFacts(),
    model: modelName(text),
    call: callName(call),
    as: role === 'fallback' ? ' as a fallback' : '',
    where: originNote(originOf(answer, at), cwd) || (contains(call, at) ? '' : lineNote(at, call, cwd)),
    why: why ?? '',
    approved: firstOf(models),
    reason,
  };
  const isReplaceable = answer.kind === 'known' && text.startsWith('claude');
  const edit = isReplaceable ? replacement(sourceCode, answer.node, instead) : undefined;
  const suggest: Suggestions<Ids> = suggested('use', { model: instead ?? '' }, edit);
  // One place names one model, whoever asks for it.
  const said = { at, data, suggest, once: [at] };
  if (id !== 'unverifiable') return finding(subject, id, said);
  const isOpen = why === undefined && answer.kind !== 'absent';
  return unknown(subject, isOpen ? becauseOf(answer) : { word: 'not shown', text: reason }, {
    messageId: id,
    ...said,
  });
}

const CHOSEN = 'the SDK chooses where the code names none';

/** Where a model is written: what stands in another file, or the place that is reported. */
function originOf(answer: ModelUse['answer'], at: Node): Node {
  return answer.elsewhere ?? (answer.kind === 'known' ? answer.node : at);
}

import type { FileAnalysis, ModelUse } from '../analysis/index.ts';
import { contains, literalText } from '../analysis/syntax/nodes.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { eligibilityPolicy } from '../declared/settings.ts';
import { replacement } from '../edits/properties.ts';
import { NAMESPACE } from '../meta.ts';
import { coveredModelFacts, judgeModel, refusesCoveredModels } from '../policy/model-verdicts.ts';
import type { JudgedModel, ModelPolicy } from '../policy/model-verdicts.ts';
import { exempt, finding, pass, suggested, unknown } from './define/assessment.ts';
import { askingSomeModel } from './define/candidates.ts';
import type { Assessment, Subject, Suggestions } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { hasManifest } from './define/manifest.ts';
import { choice, listOf, optionsOf, TEXT } from './define/options.ts';
import { approvedModels, missingTogether, whyNoListMissing } from './define/package-facts.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName, lineNote, firstOf, MARKER, modelName, originNote, reasonText } from './define/wording.ts';

type Ids =
  'alias' | 'covered' | 'list' | 'marker' | 'noList' | 'notApproved' | 'unjudged' | 'unverifiable' | 'use';

export default createRule<Ids, ModelPolicy>({
  name: 'require-approved-model',
  asks: 'model',
  subjects: ['call site', 'package', 'setting'],
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
        'The approved models: ids as the first-party API writes them, or with `*` for anything. Other spellings approve that spelling alone. Left out or empty: `approved.models` of the package.',
      ),
      aliases: choice(
        'Whether to report names behind which the model can change, even where the list has them.',
        ['allow', 'report'],
      ),
      unverifiable: choice('Whether to report models that the file does not show.'),
    }),
    defaultOptions: [{ models: [], aliases: 'allow', unverifiable: 'ignore' }],
    messages: {
      noList: 'No list of approved models{{also}}. Add "approved.models"{{keys}} to the marker.',
      list: 'Write an empty list; then name the approved models in it.',
      notApproved: '`{{model}}`{{as}} is not an approved model{{where}}. Use {{approved}}.',
      alias: '`{{model}}` can change its model without this code. Write the id of one model.',
      covered: '`{{call}}` falls back to `{{model}}`{{where}}, not covered by ZDR. Name another model.',
      unverifiable: 'Cannot tell the model of `{{call}}`{{as}}{{where}}. Write an approved id.',
      use: 'Use "{{model}}".',
      ...MARKER,
    },
  },
  // The model may come from anywhere.
  mentions: /['"](?:ai|@mastra\/core(?:\/agent)?)['"]/,
  *assess(file, options) {
    const { analysis, requests, settings } = file;
    const reading = file.marker();
    const policy = { ...options, models: approvedModels(options, reading) };
    const isSaidElsewhere = hasManifest(file.filename, reading);
    const refuses = refusesCoveredModels(eligibilityPolicy(settings)) && file.isUnder('zdr') === true;
    const named = new Set<Subject>();
    for (const subject of policy.models.length === 0 ? requests : []) {
      // Of a package that declares nothing, package.json says it.
      yield finding(subject, 'noList', {
        data: ALONE,
        once: ['noList'],
        ...(isSaidElsewhere && { saidElsewhere: 'in package.json' }),
      });
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
    // Whom they ask is decided elsewhere, and Claude is what the package has a provider for.
    for (const call of askingSomeModel(file)) {
      const data = { call: callName(call), as: '', where: '' };
      const subject: Subject = { kind: 'setting', at: call.callee };
      yield unknown(subject, 'not shown', { messageId: 'unverifiable', data });
    }
  },
  *assessManifest(file, options) {
    const { reading, package: subject } = file;
    if ('problem' in reading) return;
    const why = whyNoListMissing(file, options);
    if (why === 'there') yield pass(subject);
    else if (why === 'not shown') yield unknown(subject, why);
    else if (why) yield exempt(subject, why);
    else {
      const reached = file.reaching();
      const { marker, label } = missingTogether(file);
      const by = reached.kind === 'dependency' ? reached.by.keys : ['name'];
      const at = file.placeOf(reading.marker ? [NAMESPACE, 'approved', 'models'] : by);
      const suggest = suggested<Ids>('list', {}, file.write([NAMESPACE, 'approved', 'models'], []));
      const data = label ? { also: ' and no label', keys: ' and "dataClassification"' } : ALONE;
      yield finding<Ids>(subject, 'noList', {
        at,
        data,
        suggest,
        ...(marker && { saidElsewhere: BY_ANOTHER }),
      });
    }
  },
});

const BY_ANOTHER = 'by another rule';

/** What is said where nothing is missing beside the list. */
const ALONE = { also: '', keys: '' };

function isDecidedByCallers(analysis: FileAnalysis, { answer }: ModelUse): boolean {
  return answer.kind !== 'absent' && analysis.callersDecide(answer);
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
  const isReplaceable =
    answer.kind === 'known' && text.startsWith('claude') && literalText(answer.node) !== undefined;
  const edit = isReplaceable ? replacement(sourceCode, answer.node, instead) : undefined;
  const suggest: Suggestions<Ids> = suggested('use', { model: instead ?? '' }, edit);
  // One place names one model, whoever asks for it.
  const said = { at, data, suggest, once: [at] };
  if (id !== 'unverifiable') return finding(subject, id, { ...said, once: [at, originOf(answer, at)] });
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

import type { ModelUse } from '../analysis/index.ts';
import { contains } from '../analysis/syntax/nodes.ts';
import type { Answer, Node } from '../analysis/syntax/types.ts';
import { stringsOf } from '../analysis/values/object-view.ts';
import { createRule } from './define/rule.ts';
import { replaceString } from '../edits/properties.ts';
import { isUnder, readMarker } from '../declared/package-marker.ts';
import { modelVerdict } from '../policy/model-verdicts.ts';
import type { ModelPolicy } from '../policy/model-verdicts.ts';
import { eligibilityOf, featureById } from '../policy/features/index.ts';
import { eligibilityPolicy } from '../declared/settings.ts';
import { callName, lineNote, listed, quote, reasonText } from './define/wording.ts';

export default createRule({
  name: 'require-approved-model',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require every model of a Claude request to be one that the agreement covers',
      cwe: [213],
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          models: {
            type: 'array',
            description:
              'The approved models: ids as the first-party API writes them, or with `*` for anything. Other spellings approve that spelling alone.',
            items: { type: 'string', minLength: 1 },
            uniqueItems: true,
          },
          aliases: {
            type: 'string',
            description:
              'Whether to report names behind which the model can change, even where the list has them.',
            enum: ['allow', 'report'],
          },
          unverifiable: {
            type: 'string',
            description: 'Whether to report models that the file does not show.',
            enum: ['report', 'ignore'],
          },
        },
      },
    ],
    defaultOptions: [{ models: [], aliases: 'allow', unverifiable: 'ignore' }] as readonly [ModelPolicy],
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
  check(context, [policy], analysis, settings) {
    const { sourceCode } = context;
    const [first] = analysis.callSites;
    if (first && policy.models.length === 0) {
      const call = callName(sourceCode, first.node);
      context.report({ node: first.node.callee, messageId: 'noList', data: { call } });
    }
    const covered = featureById('covered_models');
    const zdr = isUnder('zdr', readMarker(context.filename), settings) === true;
    const forbidden = zdr && covered && eligibilityOf(covered, 'zdr', eligibilityPolicy(settings)) === 'no';
    const said = new Set<Node>();
    for (const use of analysis.models()) {
      const { answer, call, role } = use;
      const [pieces] = stringsOf([answer]);
      const verdict = modelVerdict(pieces, use.site?.platform, role, policy, forbidden === true);
      const node = placeOf(use);
      if (!verdict || said.has(node)) continue;
      if (verdict.id === 'unverifiable' && answer.kind === 'unknown' && analysis.callersDecide(answer))
        continue;
      said.add(node);
      const model = quote((pieces ?? []).map((piece) => piece ?? '…').join(''));
      const dated = verdict.instead;
      context.report({
        node,
        messageId: verdict.id,
        data: {
          model,
          call: callName(sourceCode, call),
          as: role === 'fallback' ? ' as a fallback' : '',
          where: contains(call, node) ? '' : lineNote(node, call),
          why: verdict.why ?? '',
          approved: listed(policy.models),
          reason: verdict.why ?? whyUnknown(answer),
          title: covered?.title ?? '',
          kept: covered?.kept ?? '',
          instead: covered?.instead ?? '',
          date: covered?.checkedOn ?? '',
        },
        suggest:
          dated !== undefined && answer.kind === 'known' && pieces?.join('').startsWith('claude')
            ? [
                {
                  messageId: 'use',
                  data: { model: dated },
                  fix: (fixer) => replaceString(sourceCode, fixer, answer.node, dated),
                },
              ]
            : [],
      });
    }
  },
});

function whyUnknown(answer: Answer): string {
  return answer.kind === 'absent' ? 'the SDK chooses where the code names none' : reasonText(answer);
}

/** The written id, wherever it stands; else the place in the call that leaves it open. */
function placeOf({ answer, call }: ModelUse): Node {
  if (answer.kind === 'known' && (answer.value.kind === 'literal' || answer.value.kind === 'text'))
    return answer.node;
  return call.callee;
}

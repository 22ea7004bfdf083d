import { placementsOf } from '../analysis/connections/placement.ts';
import { createRule } from './define/rule.ts';
import { replaceString } from '../edits/properties.ts';
import { placeVerdicts } from '../policy/region-verdicts.ts';
import type { RegionPolicy } from '../policy/region-verdicts.ts';
import { REGION_ENTRY } from '../policy/regions.ts';
import { callName, listed, quote, reasonText } from './define/wording.ts';

export default createRule({
  name: 'require-approved-region',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require requests on Bedrock and Vertex AI to stay within the approved regions',
      cwe: [213],
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          regions: {
            type: 'array',
            description:
              'The approved places (`us`, `us-gov`, `eu`, `uk`, `ca`, `jp`, `au` and further countries), or exact ids of regions.',
            items: { type: 'string', pattern: REGION_ENTRY },
            minItems: 1,
            uniqueItems: true,
          },
          unverifiable: {
            type: 'string',
            description: 'Whether to report requests whose region the file does not show.',
            enum: ['report', 'ignore'],
          },
        },
      },
    ],
    defaultOptions: [{ regions: ['us'], unverifiable: 'report' }] as readonly [RegionPolicy],
    messages: {
      outside:
        '`{{value}}` stands for {{title}}, outside the approved regions, and `{{call}}` is processed there. Use {{approved}}.',
      anywhere:
        '`{{value}}` lets `{{call}}` be processed in {{title}}, which no approved region holds. Use {{approved}}.',
      unverifiable:
        'Cannot tell where `{{call}}` is processed: {{reason}}. Set {{option}} to an approved one in this file.',
      foundry:
        'Cannot tell where `{{call}}` is processed: on Microsoft Foundry the type of the deployment decides, which no code shows. Have the deployment confirmed as an approved one.',
      use: 'Use `{{value}}`.',
    },
  },
  check(context, [policy], analysis) {
    const { sourceCode } = context;
    const said = new Set<object>();
    for (const placement of placementsOf(analysis)) {
      const call = callName(sourceCode, placement.call);
      for (const { id, node, value = '', title = '', instead, why = '', of } of placeVerdicts(
        placement,
        policy,
      )) {
        const doubt = id === 'unverifiable' || id === 'foundry';
        if (said.has(node) || (doubt && policy.unverifiable === 'ignore')) continue;
        said.add(node);
        const reason = typeof why === 'string' ? why : reasonText(why);
        const regionOption = placement.option === undefined ? 'the region' : `\`${placement.option}\``;
        const option = of === 'model' ? 'the id of the model' : regionOption;
        const approved = listed(policy.regions);
        context.report({
          node,
          messageId: id,
          data: { call, value: quote(value), title, approved, option, reason },
          suggest:
            instead !== undefined && (node.type === 'Literal' || node.type === 'TemplateLiteral')
              ? [
                  {
                    messageId: 'use',
                    data: { value: instead },
                    fix: (fixer) => replaceString(sourceCode, fixer, node, instead),
                  },
                ]
              : [],
        });
      }
    }
  },
});

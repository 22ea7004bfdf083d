import type { Label } from '../analysis/records/labels.ts';
import { createRule } from './define/rule.ts';
import { readMarker } from '../declared/package-marker.ts';
import { isLabelName, labelVerdict, mentionsLabel } from '../policy/classification.ts';
import type { ClassificationPolicy } from '../policy/classification.ts';
import { callName, fileStart } from './define/wording.ts';

/** How messages name the places where a label may stand. */
const PLACES = {
  wrapper: 'on what sends it (a parameter, header or metadata)',
  audit: 'in its audit record',
  package: 'in the marker of package.json',
} as const;

const list = (labels: readonly string[]): string => labels.map((label) => `"${label}"`).join(', ');

export default createRule({
  name: 'require-data-classification',
  meta: {
    type: 'problem',
    docs: { description: 'Require a data classification label for every Claude request', cwe: [] },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          labels: {
            type: 'array',
            description: 'The labels of your scheme, without case; `…` or `*` stands for anything.',
            items: { type: 'string', minLength: 1 },
            minItems: 1,
            uniqueItems: true,
          },
          refuse: {
            type: 'array',
            description: 'Labels of data that must never be sent, written in the same way.',
            items: { type: 'string', minLength: 1 },
            uniqueItems: true,
          },
          where: {
            type: 'array',
            description: 'The places where a label counts.',
            items: { type: 'string', enum: ['wrapper', 'audit', 'package'] },
            minItems: 1,
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [
      {
        labels: ['public', 'internal', 'confidential', 'restricted'],
        refuse: [],
        where: ['wrapper', 'audit', 'package'],
      },
    ] as readonly [ClassificationPolicy],
    messages: {
      missing:
        '`{{call}}` carries no data classification, so nobody can tell whether its content may be sent. Set `dataClassification` to one of {{labels}} {{places}}.',
      unlisted:
        '{{what}} is "{{label}}", which is none of the labels of this project ({{labels}}), so no rule for its data applies. Use one of them.',
      refused:
        '{{what}} is "{{label}}": data of this level must not reach a commercial endpoint at all. Take the call out, and tell your security officer if it has run.',
      marker: '{{problem}}. Until it is mended, this rule does not know whether the package carries a label.',
    },
  },
  check(context, [policy], analysis, settings) {
    const { sourceCode, filename } = context;
    const sites = analysis.callSites.filter(({ operation }) => operation.kind !== 'count');
    const [first] = sites;
    if (!first) return;
    const reading = readMarker(filename);
    if ('problem' in reading) {
      context.report({ ...fileStart(sourceCode), messageId: 'marker', data: { problem: reading.problem } });
    }
    const marked = 'marker' in reading ? reading.marker?.dataClassification : undefined;
    const labels = list(policy.labels);
    const said = new Set<unknown>();
    const isLabelled = mentionsLabel(sourceCode.text);
    const judge = (text: string, node: Label['node'], what: string): void => {
      const verdict = labelVerdict(text, policy);
      if (verdict === 'allowed' || said.has(node)) return;
      said.add(node);
      context.report({ node, messageId: verdict, data: { what, label: text.slice(0, 32), labels } });
    };
    if (marked !== undefined) judge(marked, first.node.callee, '`dataClassification` in package.json');
    for (const site of sites) {
      const found = isLabelled ? analysis.labelsOf(site, settings.auditLoggers, isLabelName) : [];
      for (const { text, node } of found) if (text !== undefined) judge(text, node, 'The label');
      const counts =
        found.some(({ place }) => policy.where.includes(place)) ||
        (marked !== undefined && policy.where.includes('package'));
      if (counts) continue;
      const places = policy.where.map((place) => PLACES[place]).join(' or ');
      context.report({
        node: site.node.callee,
        messageId: 'missing',
        data: { call: callName(sourceCode, site.node), labels, places },
      });
    }
  },
});

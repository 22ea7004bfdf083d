import { recordQuery } from '../declared/settings.ts';
import { isLabelName, LABEL_WORDS, mentionsLabel, requestLabels } from '../policy/classification.ts';
import type { ClassificationPolicy, LabelVerdicts } from '../policy/classification.ts';
import { exempt, finding, pass, unknown } from './define/assessment.ts';
import type { Assessment, RequestSubject, Subject } from './define/assessment.ts';
import { listOf, optionsOf, TEXT } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, MARKER, quote } from './define/wording.ts';

type Ids = 'marker' | 'missing' | 'refused' | 'unlisted';

export default createRule<Ids, ClassificationPolicy>({
  name: 'require-data-classification',
  asks: 'label',
  subjects: ['call site', 'package'],
  meta: {
    type: 'problem',
    docs: { description: 'Require a data classification label for every Claude request', cwe: [] },
    schema: optionsOf({
      labels: listOf(TEXT, 'The labels of your scheme, without case; `…` or `*` stands for anything.', {
        minItems: 1,
      }),
      refuse: listOf(TEXT, 'Labels of data that must never be sent, written in the same way.'),
      where: listOf(['wrapper', 'audit', 'package'], 'The places where a label counts.', { minItems: 1 }),
    }),
    defaultOptions: [
      {
        labels: ['public', 'internal', 'confidential', 'restricted'],
        refuse: [],
        where: ['wrapper', 'audit', 'package'],
      },
    ],
    messages: {
      missing: '`{{call}}` carries no data classification. Set `dataClassification` to one of your labels.',
      unlisted: '{{what}} is "{{label}}", none of your labels. Use one of them.',
      refused: '{{what}} is "{{label}}", which must not be sent. Take the call out.',
      ...MARKER,
    },
  },
  *assess(file, policy) {
    const isCount = ({ site }: RequestSubject): boolean => site.operation.kind === 'count';
    for (const subject of file.requests) if (isCount(subject)) yield exempt(subject, 'count tokens');
    const asked = [...file.requests, ...file.handed].filter((subject) => !isCount(subject));
    const [first] = asked;
    const reading = first && file.marker();
    const text = reading && 'marker' in reading ? reading.marker?.dataClassification : undefined;
    const own =
      first && text !== undefined
        ? ({ place: 'package', node: first.site.node.callee, text } as const)
        : undefined;
    if (own) yield* judged({ kind: 'package', at: own.node }, requestLabels([own], undefined, policy));
    const isLabelled = mentionsLabel(file.text) || LABEL_WORDS.some((word) => file.analysis.mentions(word));
    for (const subject of asked) {
      const query = recordQuery(file.settings);
      const labels = isLabelled ? file.analysis.labelsOf(subject.site, query, isLabelName) : [];
      if (labels.length === 0 && file.analysis.runsForCallers(subject.site.node)) {
        yield exempt(subject, 'callers');
        continue;
      }
      const verdict = requestLabels(labels, own, policy);
      yield* judged(subject, verdict);
      if (verdict.state !== 'missing') continue;
      const call = callName(subject.site.node);
      yield finding(subject, 'missing', { data: { call } });
    }
  },
});

/** What to say of the labels that are there. */
function* judged(subject: Subject, { faults, state, at }: LabelVerdicts): Generator<Assessment<Ids>> {
  for (const { id, label } of faults) {
    const { node, place, text = '' } = label;
    const what = place === 'package' ? '`dataClassification` in package.json' : 'The label';
    const data = { what, label: quote(text) };
    yield finding(subject, id, { at: node, data });
  }
  if (faults.length > 0) return;
  if (state === 'labelled') yield pass(subject, { at });
  // A parameter that is handed the label says that there is one, and not which.
  if (state === 'hidden') yield unknown(subject, 'declared by name', { at, certainty: 'by name' });
}

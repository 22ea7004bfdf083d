import { recordQuery } from '../declared/settings.ts';
import type { Label } from '../analysis/records/labels.ts';
import { isLabelName, labelVerdict, mentionsLabel } from '../policy/classification.ts';
import type { ClassificationPolicy } from '../policy/classification.ts';
import { exempt, finding, pass, unknown } from './define/assessment.ts';
import type { Assessment, Place, RequestSubject, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { listOf, optionsOf, TEXT } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, markerMessage, quoted } from './define/wording.ts';

type Ids = 'marker' | 'missing' | 'refused' | 'unlisted';

/** How messages name the places where a label may stand. */
const PLACES = {
  wrapper: 'on what sends it (a parameter, header or metadata)',
  audit: 'in its audit record',
  package: 'in the marker of package.json',
} as const;

export default createRule<Ids, ClassificationPolicy>({
  name: 'require-data-classification',
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
      missing:
        '`{{call}}` carries no data classification, so nobody can tell whether its content may be sent. Set `dataClassification` to one of {{labels}} {{places}}.',
      unlisted:
        '{{what}} is "{{label}}", which is none of the labels of this project ({{labels}}), so no rule for its data applies. Use one of them.',
      refused:
        '{{what}} is "{{label}}": data of this level must not reach a commercial endpoint at all. Take the call out, and tell your security officer if it has run.',
      ...markerMessage('whether the package carries a label'),
    },
  },
  *assess(file, policy) {
    const isCount = ({ site }: RequestSubject): boolean => site.operation.kind === 'count';
    for (const subject of file.requests) if (isCount(subject)) yield exempt(subject, 'count tokens');
    const asked = file.requests.filter((subject) => !isCount(subject));
    const [first] = asked;
    if (!first) return;
    const reading = file.marker();
    const own = 'marker' in reading ? reading.marker?.dataClassification : undefined;
    if (own !== undefined) {
      const subject: Subject = { kind: 'package', at: first.at };
      yield judged(subject, own, first.at, '`dataClassification` in package.json', policy) ?? pass(subject);
    }
    const isLabelled = mentionsLabel(file.text);
    for (const subject of asked) {
      const labels = isLabelled
        ? file.analysis.labelsOf(subject.site, recordQuery(file.settings), isLabelName)
        : [];
      yield* assessRequest(
        file,
        subject,
        labels,
        own !== undefined && policy.where.includes('package'),
        policy,
      );
    }
  },
});

/**
 * @param isCovered the label of the package counts for it
 */
function* assessRequest(
  { sourceCode }: CodeFile,
  subject: RequestSubject,
  labels: readonly Label[],
  isCovered: boolean,
  policy: ClassificationPolicy,
): Generator<Assessment<Ids>> {
  const faults = labels.flatMap(({ text, node }) =>
    text === undefined ? [] : (judged(subject, text, node, 'The label', policy) ?? []),
  );
  yield* faults;
  const counting = labels.filter(({ place }) => policy.where.includes(place));
  if (counting.length === 0 && !isCovered) {
    const places = policy.where.map((place) => PLACES[place]).join(' or ');
    const data = { call: callName(sourceCode, subject.site.node), labels: quoted(policy.labels), places };
    yield finding(subject, 'missing', { data });
  } else if (faults.length === 0) {
    const shown = counting.find(({ text }) => text !== undefined);
    // A parameter that is handed the label says that there is one, and not which.
    if (shown || isCovered) yield pass(subject, { at: shown?.node });
    else yield unknown(subject, 'declared by name', { at: counting[0]?.node, certainty: 'by name' });
  }
}

/** The finding about one label; undefined for one of the project's own. */
function judged(
  subject: Subject,
  text: string,
  at: Place,
  what: string,
  policy: ClassificationPolicy,
): Assessment<Ids> | undefined {
  const verdict = labelVerdict(text, policy);
  if (verdict === 'allowed') return undefined;
  return finding(subject, verdict, {
    at,
    data: { what, label: text.slice(0, 32), labels: quoted(policy.labels) },
  });
}

import { isHandedSite, isServedThere } from '../analysis/index.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { recordQuery } from '../declared/settings.ts';
import { NAMESPACE } from '../meta.ts';
import {
  hasLabelName,
  isLabelName,
  LABEL_WORDS,
  labelVerdict,
  mentionsLabel,
  requestLabels,
} from '../policy/classification.ts';
import type { AnyLabel, ClassificationPolicy, LabelVerdicts } from '../policy/classification.ts';
import { packageMentions } from '../project/package-mentions.ts';
import { exempt, finding, pass, unknown } from './define/assessment.ts';
import type { Assessment, RequestSubject, Subject } from './define/assessment.ts';
import { isMaker } from './define/file.ts';
import type { CodeFile } from './define/file.ts';
import { askedPackage, hasManifest } from './define/manifest.ts';
import { listOf, optionsOf, TEXT } from './define/options.ts';
import { whyNoLabelMissing, missingTogether } from './define/package-facts.ts';
import { createRule } from './define/rule.ts';
import { callName, MARKER, quote } from './define/wording.ts';

type Ids = 'marker' | 'missing' | 'refused' | 'undeclared' | 'unjudged' | 'unlisted';

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
      undeclared: 'Nothing here labels what it sends. Add `dataClassification` to the marker.',
      missing: '`{{call}}` carries no label. Set `dataClassification`.',
      unlisted: '{{what}} is "{{label}}", none of your labels. Use one of them.',
      refused: '{{what}} is "{{label}}", which must not be sent. Take the call out.',
      ...MARKER,
    },
  },
  *assess(file, policy) {
    const isCount = ({ site }: RequestSubject): boolean => site.operation.kind === 'count';
    for (const subject of file.requests) if (isCount(subject)) yield exempt(subject, 'count tokens');
    const asked = [...file.requests, ...file.handed].filter((subject) => !isCount(subject));
    if (file.isTest) for (const subject of asked) yield exempt(subject, 'test file');
    const [first] = file.isTest ? [] : asked;
    if (!first) return;
    const reading = file.marker();
    const text = 'marker' in reading ? reading.marker?.dataClassification : undefined;
    const own = text === undefined ? undefined : ofPackage(first.site.node.callee, text);
    const isSaidElsewhere = hasManifest(file.filename, reading);
    const isUnlisted = text !== undefined && isSaidElsewhere && labelVerdict(text, policy) === 'unlisted';
    if (own) {
      const verdict = requestLabels([own], undefined, policy);
      yield* judged({ kind: 'package', at: own.node }, verdict, isSaidElsewhere);
    }
    const isLabelled = mentionsLabel(file.text) || LABEL_WORDS.some((word) => file.analysis.mentions(word));
    let bare: boolean | undefined;
    const isBare = (): boolean => (bare ??= isWithoutLabels(file));
    for (const subject of asked) {
      const labels = isLabelled
        ? file.analysis.labelsOf(subject.site, recordQuery(file.settings), isLabelName)
        : [];
      const isUnlabelled = labels.length === 0;
      // What no caller labels is labelled where all of them ask.
      const isShared = isUnlabelled && file.analysis.isSaidByNobody(subject.site, mentionsLabel);
      const isSaidHere = labels.some(({ node }) => file.analysis.pathOf(node) === undefined);
      const isAskedElsewhere =
        isServedThere(subject.site) ||
        (isShared && isHandedSite(subject.site)) ||
        (!isSaidHere && file.analysis.isAskedWhereMade(subject.site));
      const isForCallers = isUnlabelled && !isShared && file.analysis.runsForCallers(subject.site.node);
      if (isAskedElsewhere || isForCallers) {
        yield exempt(subject, isAskedElsewhere ? 'another module' : 'callers');
        continue;
      }
      // What is made here and asked in other modules is labelled where it is asked.
      if (labels.length === 0 && isMaker(subject.site) && file.analysis.isHandedOut(subject.site.node)) {
        yield exempt(subject, 'callers');
        continue;
      }
      const verdict = requestLabels(labels, own, policy);
      yield* judged(subject, verdict, isSaidElsewhere);
      if (verdict.state !== 'missing') continue;
      const hidden = policy.where.includes('wrapper') ? file.analysis.hiddenLabel(subject.site) : undefined;
      if (hidden) {
        yield unknown(subject, 'headers elsewhere', { at: hidden });
        continue;
      }
      const isOfPackage = isBare() && policy.where.includes('package');
      // Where nothing at all is labelled, or all by one word that is no label, that is one fact of the package.
      if (isOfPackage || (isUnlisted && policy.where.includes('package')))
        yield finding(subject, 'undeclared', { saidElsewhere: IN_MANIFEST });
      else {
        const data = { call: callName(subject.site.node) };
        yield finding(subject, 'missing', { data, ...(isBare() && { once: ['missing'] }) });
      }
    }
  },
  *assessManifest(file, policy) {
    const { reading, package: subject } = file;
    if ('problem' in reading) return;
    const text = reading.marker?.dataClassification;
    const at = file.placeOf([NAMESPACE, 'dataClassification']);
    const id = text === undefined ? undefined : labelVerdict(text, policy);
    if (text !== undefined) {
      if (id === 'allowed') yield pass(subject, { at });
      // What must not be sent is reported where it is sent.
      if (id === 'unlisted') yield finding(subject, id, { at, data: faultData('package', text) });
      return;
    }
    const why = whyNoLabelMissing(file, policy);
    if (why === 'not shown') yield unknown(subject, why);
    else if (why && why !== 'there') yield exempt(subject, why);
    else if (!why) {
      const reached = file.reaching();
      const by = reached.kind === 'dependency' ? reached.by.keys : ['name'];
      const { marker, list } = missingTogether(file);
      yield finding(subject, 'undeclared', {
        at: file.placeOf(reading.marker ? [NAMESPACE] : by),
        ...((marker || list) && { saidElsewhere: 'by another rule' }),
      });
    }
  },
});

const IN_MANIFEST = 'in package.json';

/** The label of a package, as one of its requests. */
const ofPackage = (node: Node, text: string) => ({ place: 'package', node, text }) as const;

/** True where nothing in the package of a file is labelled, and its package.json is asked for that. */
function isWithoutLabels(file: CodeFile): boolean {
  const folder = hasLabelName(file.text) ? undefined : askedPackage(file);
  return folder !== undefined && packageMentions(folder, hasLabelName) === false;
}

/**
 * What to say of the labels that are there.
 *
 * @param hasManifest whether a package.json says what is wrong with the label of the package
 */
function* judged(
  subject: Subject,
  { faults, state, at }: LabelVerdicts,
  hasManifest: boolean,
): Generator<Assessment<Ids>> {
  for (const { id, label } of faults) {
    const { node, place, text = '' } = label;
    const isSaidElsewhere = hasManifest && place === 'package' && id === 'unlisted';
    yield finding(subject, id, {
      at: node,
      data: faultData(place, text),
      ...(isSaidElsewhere && { saidElsewhere: IN_MANIFEST }),
    });
  }
  if (faults.length > 0) return;
  if (state === 'labelled') yield pass(subject, { at });
  // A parameter that is handed the label says that there is one, and not which.
  if (state === 'hidden') yield unknown(subject, 'declared by name', { at, certainty: 'by name' });
}

function faultData(place: AnyLabel['place'], text: string): Readonly<Record<'label' | 'what', string>> {
  const what = place === 'package' ? '`dataClassification` in package.json' : 'The label';
  return { what, label: quote(text) };
}

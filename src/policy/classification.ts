/**
 * Labels of data: under which names they stand, which are allowed, which are refused.
 */
import type { Label } from '../analysis/records/labels.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { isMadeOf } from './wildcards.ts';

/** Names of a label, without case and separators. */
const NAMES = ['classification', 'dataclassification', 'datalabel', 'datasensitivity'];
/** The same as headers: `x-data-classification`, `x-acme-data-label`. */
const HEADER = /^(?:[a-z\d]+-)*(?:data-)?(?:classification|label|sensitivity)$/i;

/** True for keys, headers and parameters that carry a label. */
export function isLabelName(name: string): boolean {
  if (name.includes('-'))
    return HEADER.test(name) && !/^(?:[a-z\d]+-)*(?<!data-)(?:label|sensitivity)$/i.test(name);
  return NAMES.includes(name.replaceAll('_', '').toLowerCase());
}

/** False for a text without any name of a label: a scan, nothing else. */
export function mentionsLabel(text: string): boolean {
  return /classification|data[_-]*(?:label|sensitivity)/i.test(text);
}

/** True for a text in which a label stands under one of its names: not for one that merely classifies something. */
export function hasLabelName(text: string): boolean {
  if (/data[_-]*(?:classification|label|sensitivity)(?!l|s\b)/i.test(text)) return true;
  return (
    /["']classification["']|\bclassification\??:|[({,]\s*classification\s*[,})=]/.test(text) &&
    /claude|anthropic|audit/i.test(text) &&
    (LABELLED.test(text) || MARKED.test(text))
  );
}

/** The name near a word of schemes of labels, or of a variable for one: applications classify many other things. */
const LABELLED =
  /classification\b[^;,\n]{0,80}(?:\n\s*)?[^;,\n]{0,40}?\b(?:confidential|controlled|cui|internal|labels?|official|phi|pii|private|proprietary|public|restricted|secret|sensitiv\w+)\b/i;

/** The marking; in small letters the word says of anything that it has no category. */
const MARKED = /classification\b[^;,\n]{0,120}\bUNCLASSIFIED\b/;

/** Of which a module has one that puts a label into what it is handed. */
export const LABEL_WORDS: readonly string[] = [
  'lassification',
  'ataLabel',
  'ata_label',
  'ata-label',
  'ataSensitivity',
  'ata_sensitivity',
  'ata-sensitivity',
];

export interface ClassificationPolicy {
  readonly labels: readonly string[];
  readonly refuse: readonly string[];
  readonly where: readonly ('audit' | 'package' | 'wrapper')[];
}

/** `Top_Secret` → `TOP SECRET`. */
const normal = (label: string): string =>
  label
    .trim()
    .replace(/[\s_-]+/g, ' ')
    .toUpperCase();

/** A label or pattern of labels, in which `…` and `*` stand for anything. */
function matches(pattern: string, label: string): boolean {
  return isMadeOf(label, normal(pattern).split(/…|\*|\.{3}/));
}

/** A label of a request, or of its package. */
export type AnyLabel = Label | (Omit<Label, 'place'> & { readonly place: 'package' });

/** What the labels of one request say. */
export interface LabelVerdicts {
  /** Those that are not the project's own. */
  readonly faults: readonly { readonly id: 'refused' | 'unlisted'; readonly label: AnyLabel }[];
  /** `hidden`: there is one, and the file does not show which. */
  readonly state: 'hidden' | 'labelled' | 'missing';
  /** The label that counts. */
  readonly at: Node | undefined;
}

/**
 * Judges the labels of one request.
 *
 * @param ofPackage the label of its package, which stands in for one of its own
 */
export function requestLabels(
  labels: readonly AnyLabel[],
  ofPackage: AnyLabel | undefined,
  policy: ClassificationPolicy,
): LabelVerdicts {
  const counts = ({ place }: AnyLabel): boolean => policy.where.includes(place);
  const isCovered = !labels.some(counts) && ofPackage !== undefined && counts(ofPackage);
  const all = isCovered ? [...labels, ofPackage] : labels;
  const faults = all.flatMap((label) => {
    const id = label.text === undefined ? 'allowed' : labelVerdict(label.text, policy);
    return id === 'allowed' ? [] : [{ id, label }];
  });
  const counting = all.filter(counts);
  const shown = counting.find(({ text }) => text !== undefined);
  const [first] = counting;
  return { faults, state: shown ? 'labelled' : first ? 'hidden' : 'missing', at: (shown ?? first)?.node };
}

/** What a label is under a policy. A refused level is refused with control markings as well: `SECRET//NOFORN`. */
export function labelVerdict(
  text: string,
  { labels, refuse }: ClassificationPolicy,
): 'allowed' | 'refused' | 'unlisted' {
  const label = normal(text);
  const [level = ''] = label.split('//');
  if (refuse.some((pattern) => matches(pattern, label) || matches(pattern, level.trim()))) return 'refused';
  return labels.some((pattern) => matches(pattern, label)) ? 'allowed' : 'unlisted';
}

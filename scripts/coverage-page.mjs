// Every line of the source documents with what serves it.
import plugin from '../dist/index.js';
import { ATTESTATIONS, DOCUMENTS, LINES, MEANS, REASONS } from '../dist/policy/coverage/index.js';
import { MOVED } from '../dist/policy/moved.js';
import { code, list, table } from './markdown.mjs';

const LATER = '(not yet available)';
const available = (rule) => plugin.rules[rule] !== undefined;
const count = (checkable) => LINES.filter((line) => line.checkable === checkable).length;

export const coverageSummary = () =>
  [
    `${LINES.length} lines: ${count('fully')} can be checked in source fully, ${count('partly')} partly, ${count('not')} not.`,
    table(
      ['Checkable', 'Meaning', 'Lines'],
      [
        [
          'fully',
          'Decidable from source, for code that the analysis can resolve; the rest is reported as not decidable.',
          count('fully'),
        ],
        ['partly', 'A pattern or a mark can be seen, the rest cannot.', count('partly')],
        [
          'not',
          'Organization, vendor, contract or infrastructure. An attestation is declared, not checked.',
          count('not'),
        ],
      ],
    ),
  ].join('\n\n');

export const coverageMeans = () =>
  list([
    ...Object.values(MEANS).map(({ title, available: here }) => `${title}${here ? '' : ` ${LATER}`}`),
    ...Object.entries(ATTESTATIONS).map(([name, what]) => `attestation ${code(name)}: ${what}`),
  ]);

export const coverageLines = () =>
  DOCUMENTS.map(({ title, lines }) =>
    [
      `## ${title}`,
      table(
        ['', 'Where', 'Line', 'Checkable', 'Served by', 'Packs', 'Note'],
        lines.map((line) => [
          line.id,
          line.section,
          line.line,
          line.checkable,
          servedBy(line),
          line.packs.map(code).join(', '),
          noteOf(line),
        ]),
      ),
    ].join('\n\n'),
  ).join('\n\n');

function servedBy({ rules, attestations = [], means = [] }) {
  const served = [
    ...rules.map((rule) =>
      available(rule) ? `[${code(rule)}](rules/${rule}.md)` : `${code(rule)} ${LATER}`,
    ),
    ...attestations.map((name) => `attestation ${code(name)}`),
    ...means.map((name) => `${MEANS[name].title}${MEANS[name].available ? '' : ` ${LATER}`}`),
  ];
  return served.join(', ') || 'nothing';
}

function noteOf({ id, because, note }) {
  const stale = MOVED.filter(({ lines }) => lines.includes(id)).map(
    ({ now, since, checkedOn }) =>
      `**Holds now${since ? `, since ${since}` : ''}:** ${now} (Checked on ${checkedOn}.)`,
  );
  return [...stale, ...(because ? [REASONS[because]] : []), ...(note ? [note] : [])].join(' ');
}

/**
 * Sections 9, 11 and 12 of the page: controls, scope gaps, the user's checklist.
 */
import { DOCUMENTS, REASONS } from '../../../policy/coverage/index.ts';
import type { CoverageLine } from '../../../policy/coverage/index.ts';
import { MOVED } from '../../../policy/moved.ts';
import type { ControlResult, Evidence, LineResult } from '../../model.ts';
import { count } from '../../text.ts';
import { countsInWords, GAP_KINDS, LINE_STATES, PROCESSORS, WHY } from '../../words.ts';
import { html, withCode } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { bar, chip, place, resultChip, row, section, table } from './parts.ts';

/** Section 9. */
export function controls(evidence: Evidence): Markup {
  const frameworks = [...new Set(evidence.controls.map(({ framework }) => framework))];
  return section(
    'controls',
    '9. Controls',
    html`<p>
      Rules that support a control, and what they say of the call sites. No finding of a rule is not a
      statement about the control: a rule sees a part of what a control asks for. Identifiers with paraphrases
      in our own words; no text of a standard is quoted.
    </p>`,
    frameworks.length === 0 && html`<p>The chosen packs show no controls.</p>`,
    html`${frameworks.map((framework) => {
      const own = evidence.controls.filter((control) => control.framework === framework);
      const caution = own[0]?.caution;
      return html`<h3>${framework}</h3>
        ${caution !== undefined && html`<p class="small soft">Read at the source before printing: ${caution}.</p>`}${table(
          [
            { title: 'Control' },
            { title: 'State' },
            { title: 'Call sites' },
            { title: 'In words' },
            { title: 'Rules' },
          ],
          own.map(controlRow),
          { caption: `${framework}: ${count(own.length, 'control')}`, class: 'controls' },
        )}`;
    })}`,
  );
}

function controlRow(control: ControlResult): Markup {
  const { id, why, rules, state, sites, elsewhere, supplemental } = control;
  const words = [countsInWords(sites), elsewhere > 0 && `${String(elsewhere)} open elsewhere`].filter(
    Boolean,
  );
  return row(
    html`<b>${id}</b
      ><span class="from">${why}${supplemental === true && ' Supplemental: in no baseline.'}</span>`,
    [
      resultChip(state),
      bar(sites),
      words.join('; '),
      html`${rules.map((rule, i) => html`${i > 0 && html`<br />`}<code class="rule">${rule}</code>`)}`,
    ],
  );
}

/** Section 11: what the list of call sites may not hold. */
export function scope(evidence: Evidence): Markup {
  const { scope: seen, population } = evidence;
  const facts: readonly (readonly [string, string])[] = [
    ['Linted', count(seen.linted, 'file')],
    ['Whose text can concern a rule', count(seen.concerned, 'file')],
    ['That no rule can say anything about', count(seen.unconcerned, 'file')],
    ['Left out by configuration', count(seen.ignored.files, 'file')],
    ['Not parsed', count(seen.unparsed.length, 'file')],
    ['Not read', count(seen.unreadable.length, 'file')],
  ];
  const { gaps, dependencies, candidates } = population;
  return section(
    'scope',
    '11. Scope gaps',
    html`<p>Whether the inventory can be the whole population.</p>
      <dl class="facts">
        ${facts.map(
          ([name, said]) =>
            html`<dt>${name}</dt>
              <dd>${said}</dd>`,
        )}
      </dl>`,
    gaps.length === 0
      ? html`<p>No gap was found.</p>`
      : table(
          ['Gap', 'Place', 'Name'].map((title) => ({ title })),
          gaps.map((gap) =>
            row(GAP_KINDS[gap.kind], [gap.at ? place(evidence, gap.at) : '', gap.name ?? '']),
          ),
          { caption: count(gaps.length, 'gap') },
        ),
    dependencies.length > 0 && dependencyTable(dependencies),
    candidates.length > 0 && candidateTable(evidence, candidates),
    seen.ignored.by.length > 0 &&
      table(
        [{ title: 'Pattern' }, { title: 'Files', numeric: true }],
        seen.ignored.by.map(({ pattern, files }) => row(html`<code>${pattern}</code>`, [files])),
        { caption: 'Left out by configuration' },
      ),
  );
}

type Population = Evidence['population'];

function dependencyTable(dependencies: Population['dependencies']): Markup {
  return table(
    [
      { title: 'Package' },
      { title: 'Dependency' },
      { title: 'Can reach' },
      { title: 'Call sites', numeric: true },
    ],
    dependencies.map((one) =>
      row(html`<code>${one.package}</code>`, [
        html`<code>${one.name}</code> <span class="soft">${one.range}</span>`,
        one.reaches.map((name) => PROCESSORS[name].title).join(', '),
        one.sites,
      ]),
    ),
    { caption: 'Dependencies that can reach Claude, against call sites found' },
  );
}

function candidateTable(evidence: Evidence, candidates: Population['candidates']): Markup {
  return table(
    ['May reach Claude', 'Place', 'Because'].map((title) => ({ title })),
    candidates.map(({ callee, at, why }) =>
      row(html`<code>${callee}</code>`, [place(evidence, at), WHY[why].title]),
    ),
    { caption: 'Candidates that stayed unknown' },
  );
}

/** Section 12: each line of the two documents. */
export function checklist(evidence: Evidence): Markup {
  const results = new Map(evidence.lines.map((line) => [line.id, line]));
  return section(
    'checklist',
    '12. The checklist',
    html`<p>
      The lines of the two documents that the project began with, in our own words, with what this run says of
      each.
    </p>`,
    html`${DOCUMENTS.map(
      ({ title, lines }) =>
        html`<h3>${title}</h3>
          ${table(
            ['', 'Line', 'This run', 'In words'].map((name) => ({ title: name })),
            lines.map((line) => lineRow(line, results.get(line.id))),
            { caption: `${title}: ${count(lines.length, 'line')}` },
          )}`,
    )}`,
  );
}

function lineRow(line: CoverageLine, result: LineResult | undefined): Markup {
  const state = result?.state ?? 'not-in-source';
  const moved = MOVED.filter(({ lines }) => lines.includes(line.id));
  return row(line.id, [
    html`${line.line}<span class="from">${line.section}</span
      >${moved.map(({ now, checkedOn }) => html`<span class="from"><b>Holds now:</b> ${withCode(now)} (${checkedOn})</span>`)}`,
    chip(state, LINE_STATES[state]),
    lineInWords(line, result),
  ]);
}

/** What a run says of a line, in words. */
export function lineInWords(line: CoverageLine, result: LineResult | undefined): string {
  if (!result) return '';
  const parts = [
    sentence(countsInWords(result.counts)),
    result.declared.length > 0 && `Declared, not checked: ${result.declared.join(', ')}.`,
    result.state === 'not-declared' && 'A document can be declared for it; none is.',
    result.state === 'evidence' && 'Sections 3, 4 and 9 are the record.',
    line.because && REASONS[line.because],
  ];
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ');
}

const sentence = (words: string): string => (words === '' ? '' : `${words}.`);

/**
 * Pieces that several sections of the page are made of.
 */
import type { Evidence, Fact, Place } from '../../model.ts';
import { placeText } from '../../text.ts';
import { countsInWords, FACT_STATES, HOW, RESULT_STATES, RESULT_STATE_NAMES, WHY } from '../../words.ts';
import type { FactState, ResultState } from '../../words.ts';
import { sourceLink } from '../source-links.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';

/** A sign for each state, so that colour is not the only one. None of them is a tick: nothing here is approved. */
const SIGNS: Readonly<Record<string, string>> = {
  finding: '✕',
  absent: '✕',
  missing: '✕',
  ended: '✕',
  malformed: '✕',
  'cannot-tell': '?',
  waived: '◐',
  live: '◐',
  ending: '◐',
  'not-run': '–',
  'no-finding': '○',
  'none-seen': '○',
  shown: '●',
  declared: '✎',
};

/** A state as a small label. */
export function chip(state: string, words: string): Markup {
  return html`<span class="chip ${state}"
    ><span aria-hidden="true">${SIGNS[state] ?? '·'}</span>${words}</span
  >`;
}

export const resultChip = (state: ResultState): Markup => chip(state, RESULT_STATES[state]);

export const factChip = (state: FactState): Markup => chip(state, FACT_STATES[state]);

/** A place, with a link to the code at the commit where the repository's host is known. */
export function place(evidence: Evidence, at: Place): Markup {
  const link = sourceLink(evidence.provenance, at);
  const text = html`<code>${placeText(at)}</code>`;
  return link === undefined ? text : html`<a href="${link}" rel="noreferrer">${text}</a>`;
}

/** The anchor of a call site's sheet. */
export const siteAnchor = (id: string): string => id.replace(':', '-');

/** A fact: its value or state, where it is written and how it became known. */
export function fact(evidence: Evidence, { state, value, values, from, how, why }: Fact): Markup {
  const said = values?.join(' or ') ?? value;
  const words = state === 'shown' && said !== undefined ? html`<code>${said}</code>` : factChip(state);
  const origin = how === undefined ? '' : HOW[how];
  return html`${words}${origin !== '' && html`<span class="from">${origin}</span>`}${
    from && html`<span class="from">${place(evidence, from)}</span>`
  }${why && html`<span class="from">${WHY[why].title}</span>`}`;
}

export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
}

export interface TableOptions {
  readonly caption: string;
  readonly id?: string;
  readonly class?: string;
}

/** A table in a frame that scrolls by itself; rows are made of `row`. */
export function table(columns: readonly Column[], rows: readonly Markup[], options: TableOptions): Markup {
  const sortable = columns.some((column) => column.sortable === true);
  const head = columns.map(
    ({ title, numeric, sortable: can }) =>
      html`<th scope="col" ${numeric && html` class="num"`}>
        ${can ? html`<button type="button">${title}</button>` : title}
      </th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${options.caption}"><table${options.id !== undefined && html` id="${options.id}"`} class="${options.class ?? ''}"${sortable && html` data-sort="yes"`}><caption>${options.caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A row whose first cell names it. */
export function row(
  first: Markup | string,
  cells: readonly (Markup | number | string)[],
  attributes?: Markup,
): Markup {
  return html`<tr${attributes && html` ${attributes}`}><th scope="row">${first}</th>${cells.map((cell) =>
    typeof cell === 'number' ? html`<td class="num">${cell}</td>` : html`<td>${cell}</td>`,
  )}</tr>`;
}

/** Counts by state as a bar, with the numbers in words for those who do not see it. */
export function bar(counts: Readonly<Record<ResultState, number>>): Markup {
  const some = RESULT_STATE_NAMES.filter((name) => counts[name] > 0 && name !== 'not-applicable');
  const words = countsInWords({ ...counts, 'not-applicable': 0 });
  return html`<span class="bar" role="img" aria-label="${words || 'nothing applies'}"
    >${some.map((name) => html`<i class="${name}" style="flex:${counts[name]}"></i>`)}</span
  >`;
}

/** A numbered section with its heading. */
export function section(
  id: string,
  title: string,
  ...content: readonly (Markup | false | undefined)[]
): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-h">
    <h2 id="${id}-h">${title}</h2>
    ${content}
  </section>`;
}

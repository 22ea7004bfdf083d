/**
 * The files about many repositories: a page, a table, a note.
 */
import { STANDING_SENTENCE } from '../../policy/claims.ts';
import type { Fleet, FleetRow, FleetWaiver } from '../fleet.ts';
import { count, placeText } from '../text.ts';
import { DEVIATION_KINDS } from '../words.ts';
import { csvOf } from './csv.ts';
import { md, mdCode, mdTable } from './markdown-text.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { shell } from './page/index.ts';
import { chip, row, section, table } from './page/parts.ts';

/** Ends within so many days. */
const SOON_DAYS = 30;

/** Name of file → its text. */
export function fleetFiles(fleet: Fleet): ReadonlyMap<string, string> {
  return new Map([
    ['fleet.html', fleetPage(fleet)],
    ['fleet.csv', fleetCsv(fleet)],
    ['fleet.md', fleetMarkdown(fleet)],
  ]);
}

/** One row a repository. */
export function fleetCsv({ rows, missing, asOf }: Fleet): string {
  const head = [
    'judged_on',
    'repository',
    'commit',
    'evidence_of',
    'age_days',
    'is_old',
    'completeness',
    'packs',
  ];
  return csvOf([
    [
      ...head,
      'plugin',
      'call_sites',
      'open_findings',
      'cannot_tell',
      'waived',
      'deviations',
      'scope_gaps',
      'problem',
    ],
    ...rows.map(({ repository, commit = '', totals, ...rest }) => [
      ...[
        asOf,
        repository,
        commit,
        rest.asOf,
        Number.isFinite(rest.ageDays) ? rest.ageDays : '',
        String(rest.isOld),
      ],
      ...[rest.completeness, rest.packs.join(' '), rest.plugin, totals.callSites, totals.openFindings],
      ...[totals.cannotTell, totals.waived, totals.deviations, totals.gaps, ''],
    ]),
    ...missing.map(({ name, why }) => [asOf, name, ...Array.from({ length: 13 }, () => ''), why]),
  ]);
}

/** A short note. */
export function fleetMarkdown(fleet: Fleet): string {
  const { rows, totals, missing, asOf } = fleet;
  const ending = fleet.waivers.filter(endsSoon);
  const worst = [...rows]
    .filter((one) => one.totals.openFindings + one.totals.cannotTell > 0)
    .sort((a, b) => b.totals.openFindings - a.totals.openFindings)
    .slice(0, 15);
  const parts = [
    `## Code that calls Claude, over ${count(totals.repositories, 'repository', 'repositories')}`,
    `On ${asOf}: ${count(totals.callSites, 'call site')}, **${count(totals.openFindings, 'open finding')}**, ${String(totals.cannotTell)} cannot tell, ${String(totals.waived)} waived; ${String(totals.old)} with old evidence, ${String(missing.length)} with none that can be read.`,
    worst.length > 0 &&
      mdTable(
        ['Repository', 'Call sites', 'Findings', 'Cannot tell', 'Deviations'],
        worst.map((one) => [
          mdCode(one.repository),
          ...[
            one.totals.callSites,
            one.totals.openFindings,
            one.totals.cannotTell,
            one.totals.deviations,
          ].map(String),
        ]),
      ),
    ending.length > 0 &&
      `Waivers that end within ${String(SOON_DAYS)} days:\n\n${ending.map((one) => `- ${one.until ?? ''} ${mdCode(one.repository)} ${mdCode(one.rule)}, ${md(one.owner ?? 'no owner')}`).join('\n')}`,
    missing.length > 0 &&
      `Without evidence:\n\n${missing.map(({ name, why }) => `- ${mdCode(name)}: ${md(why)}`).join('\n')}`,
    `<sub>${md(STANDING_SENTENCE)}</sub>`,
  ];
  return `${parts.filter((part) => part !== false).join('\n\n')}\n`;
}

const endsSoon = ({ daysLeft }: FleetWaiver): boolean =>
  daysLeft !== undefined && daysLeft >= 0 && daysLeft <= SOON_DAYS;

/** The name of a repository without what all have in common. */
const short = (repository: string): string => repository.replace(/^https?:\/\//, '');

/** The page of the fleet. */
export function fleetPage(fleet: Fleet): string {
  const { rows, destinations, deviations, waivers, missing, asOf } = fleet;
  return shell({
    title: 'Evidence: many repositories',
    heading: html`<h1>Code that calls Claude, over ${count(rows.length, 'repository', 'repositories')}</h1>
      <p class="soft">Judged on ${asOf}</p>`,
    contents: [
      ['overview', '1. Overview'],
      ['destinations', '2. Where data goes', destinations.length],
      ['repositories', '3. Repositories', rows.length],
      ['waivers', '4. Waivers', waivers.length],
      ['deviations', '5. Deviations', deviations.length],
      ['missing', '6. No evidence, old evidence', missing.length + fleet.totals.old],
    ],
    content: html`${overview(fleet)}${whereTo(fleet)}${repositories(fleet)}${waiverTable(fleet)}${deviationTable(fleet)}${missingTable(fleet)}`,
    footer: html`<p>${STANDING_SENTENCE}</p>`,
  });
}

function overview({ totals, missing }: Fleet): Markup {
  const tile = (n: number, words: string, to: string, kind = ''): Markup =>
    html`<a class="tile ${n > 0 ? kind : ''}" href="#${to}"><b>${n}</b><span>${words}</span></a>`;
  return section(
    'overview',
    '1. Overview',
    html`<div class="tiles">
      ${tile(totals.repositories, 'repositories', 'repositories')}${tile(totals.callSites, 'call sites', 'destinations')}${tile(totals.openFindings, 'open findings', 'repositories', 'bad')}${tile(totals.cannotTell, 'cannot tell', 'repositories', 'ask')}${tile(totals.waived, 'waived', 'waivers', 'waived')}${tile(totals.old, 'with old evidence', 'missing', 'ask')}${tile(missing.length, 'without evidence', 'missing', 'bad')}
    </div>`,
    html`<div class="note"><p>${STANDING_SENTENCE}</p></div>`,
  );
}

function whereTo({ destinations }: Fleet): Markup {
  return section(
    'destinations',
    '2. Where data goes',
    table(
      ['Processor', 'Through', 'Processed in', 'Repositories', 'Models', 'Labels']
        .map((title): { title: string; numeric?: boolean; sortable: boolean } => ({ title, sortable: true }))
        .concat({ title: 'Call sites', numeric: true, sortable: true }),
      destinations.map((one) =>
        row(
          html`${one.processor}${one.host !== undefined && html`<span class="from"><code>${one.host}</code></span>`}`,
          [
            one.provider,
            one.where,
            html`<details>
              <summary>${count(one.repositories.size, 'repository', 'repositories')}</summary>
              ${[...one.repositories].map(([name, n], i) => html`${i > 0 && html`<br />`}<code>${short(name)}</code> <span class="soft">${n}</span>`)}
            </details>`,
            one.models.join(', '),
            one.labels.join(', '),
            one.sites,
          ],
        ),
      ),
      { caption: 'Receivers by place of processing, over all repositories' },
    ),
  );
}

function repositories({ rows }: Fleet): Markup {
  return section(
    'repositories',
    '3. Repositories',
    html`<form class="tools" data-filter="repos" hidden>
      <label>Search<input type="search" name="words" /></label><button type="reset">Reset</button
      ><span role="status" class="soft small"></span>
    </form>`,
    table(
      ['Repository', 'Evidence of', 'Packs', 'State']
        .map((title): { title: string; numeric?: boolean; sortable: boolean } => ({ title, sortable: true }))
        .concat(
          ['Call sites', 'Findings', 'Cannot tell', 'Waived', 'Deviations', 'Gaps'].map((title) => ({
            title,
            numeric: true,
            sortable: true,
          })),
        ),
      rows.map(repositoryRow),
      { caption: count(rows.length, 'repository', 'repositories'), id: 'repos' },
    ),
  );
}

function repositoryRow({ repository, commit, asOf, isOld, completeness, packs, totals }: FleetRow): Markup {
  const state = isOld
    ? chip('ended', 'old')
    : completeness === 'complete'
      ? chip('none-seen', 'complete')
      : chip('cannot-tell', completeness);
  return row(
    html`<code>${short(repository)}</code><span class="from">${commit?.slice(0, 12) ?? 'no commit'}</span>`,
    [
      asOf,
      packs.join(' + '),
      state,
      totals.callSites,
      totals.openFindings,
      totals.cannotTell,
      totals.waived,
      totals.deviations,
      totals.gaps,
    ],
  );
}

function waiverTable({ waivers }: Fleet): Markup {
  return section(
    'waivers',
    '4. Waivers',
    waivers.length === 0
      ? html`<p>There is none.</p>`
      : table(
          ['Last day', 'Repository', 'Rule', 'Owner', 'Reference', 'Place'].map((title) => ({ title })),
          waivers.map((one) => {
            const { daysLeft } = one;
            const state =
              daysLeft === undefined
                ? chip('malformed', 'no last day')
                : daysLeft < 0
                  ? chip('ended', 'ended')
                  : chip(endsSoon(one) ? 'ending' : 'live', count(daysLeft, 'day'));
            return row(html`${one.until ?? 'none'} ${state}`, [
              html`<code>${short(one.repository)}</code>`,
              html`<code>${one.rule}</code>`,
              one.owner ?? 'none',
              one.ref ?? 'none',
              html`<code>${placeText(one.at)}</code>`,
            ]);
          }),
          { caption: count(waivers.length, 'waiver') },
        ),
  );
}

function deviationTable({ deviations }: Fleet): Markup {
  return section(
    'deviations',
    '5. Deviations',
    deviations.length === 0
      ? html`<p>No repository deviates from its packs.</p>`
      : table(
          ['Repository', 'Kind', 'Rule', 'In force', 'Place'].map((title) => ({ title })),
          deviations.map((one) =>
            row(html`<code>${short(one.repository)}</code>`, [
              DEVIATION_KINDS[one.kind],
              one.rule ?? '',
              html`<code>${one.to}</code>`,
              one.at ? html`<code>${placeText(one.at)}</code>` : '',
            ]),
          ),
          { caption: count(deviations.length, 'deviation') },
        ),
  );
}

function missingTable({ missing, rows, maxAgeDays }: Fleet): Markup {
  const old = rows.filter(({ isOld }) => isOld);
  return section(
    'missing',
    '6. No evidence, old evidence',
    missing.length + old.length === 0
      ? html`<p>Each repository has evidence that is at most ${maxAgeDays} days old.</p>`
      : table(
          ['Repository or file', 'Why'].map((title) => ({ title })),
          [
            ...missing.map(({ name, why }) => row(html`<code>${name}</code>`, [why])),
            ...old.map(({ repository, asOf }) =>
              row(html`<code>${short(repository)}</code>`, [
                `Its evidence is of ${asOf}, more than ${String(maxAgeDays)} days ago.`,
              ]),
            ),
          ],
          { caption: 'What this page knows nothing about, or nothing new' },
        ),
  );
}

/**
 * Sections 1 to 3 of the page: the statement, the picture, where data goes.
 */
import { graphOf } from '../../diagram/graph.ts';
import type { EdgeState } from '../../diagram/types.ts';
import { placed } from '../../diagram/layout.ts';
import { EDGE_WORDS, svgOf } from '../../diagram/svg.ts';
import type { CallSite, Evidence } from '../../model.ts';
import { noResults } from '../../controls.ts';
import { count } from '../../text.ts';
import { destinationsOf, scopeSentence, siteName, siteState } from '../../views.ts';
import { countsInWords } from '../../words.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { bar, place, row, section, siteAnchor, table } from './parts.ts';

const COMPLETENESS = {
  complete: 'The run is complete.',
  incomplete: 'The run is incomplete: part of the code could not be read to its end. Section 11 says which.',
  interrupted: 'The run was interrupted. What follows is a part.',
};

/** Section 1: what this shows and what it does not, and how it was produced. */
export function statement(evidence: Evidence): Markup {
  const { provenance, totals } = evidence;
  const { completeness, tools, config, facts, command, commit, branch, dirty, shallow } = provenance;
  const facts1: readonly (readonly [string, Markup | string])[] = [
    ['Command', html`<code>claude-compliance ${command.join(' ')}</code>`],
    [
      'Commit',
      commit === undefined
        ? 'none'
        : html`<code>${commit}</code>${dirty && ' with changes that are in no commit'}`,
    ],
    ['Branch', branch ?? 'not known'],
    ['Day of judgement', `${provenance.asOf} (UTC)`],
    ['Packs', provenance.packs.join(', ')],
    [
      'Configuration',
      html`${config.source === 'project' ? 'the project’s own' : 'the packs alone'}${config.file !== undefined && html`, <code>${config.file}</code>`},
        <code>${config.digest.slice(0, 23)}…</code>`,
    ],
    [
      'Versions',
      `plugin ${tools.plugin}, ESLint ${tools.eslint}, Node.js ${tools.node}${tools.parsers.map((name) => `, ${name}`).join('')}`,
    ],
    ['Tables of facts', facts.map(({ table: name, checkedOn }) => `${name}: ${checkedOn}`).join('; ')],
  ];
  return section(
    'statement',
    '1. Statement',
    html`<p>${scopeSentence(evidence)}</p>`,
    html`<div class="tiles">
      ${tile(totals.callSites, 'call sites', 'inventory')}${tile(totals.packages, 'packages', 'destinations')}${tile(totals.openFindings, 'open findings', 'findings', 'bad')}${tile(totals.cannotTell, 'cannot tell', 'unknowns', 'ask')}${tile(totals.waived, 'waived', 'waivers', 'waived')}${tile(totals.deviations, 'deviations from the pack', 'deviations')}${tile(totals.gaps, 'scope gaps', 'scope')}
    </div>`,
    html`<div class="note${completeness === 'complete' ? '' : ' warn'}">
      <p>${evidence.statement}</p>
      <p>
        ${COMPLETENESS[completeness]}${shallow && ' The history of the repository is cut off, so that authors and days of waivers may be missing.'}
      </p>
    </div>`,
    html`<h3>Words</h3>
      <p>
        <b>Shown</b>: the code decides it. <b>Finding</b>: a rule asks for something that is not there, or
        there is something that it forbids. <b>Cannot tell</b>: the code does not decide it; never counted as
        good. <b>Waived</b>: a finding that people keep for a time, with owner, reference and last day.
        <b>Not applicable</b> and <b>not run</b>: the rule says nothing here, or was not asked.
      </p>`,
    html`<h3>How this was produced</h3>
      <dl class="facts">
        ${facts1.map(
          ([name, said]) =>
            html`<dt>${name}</dt>
              <dd>${said}</dd>`,
        )}
      </dl>`,
  );
}

function tile(n: number, words: string, to: string, kind = ''): Markup {
  return html`<a class="tile ${n > 0 ? kind : ''}" href="#${to}"><b>${n}</b><span>${words}</span></a>`;
}

const LEGEND: readonly EdgeState[] = ['shown', 'unknown', 'finding', 'waived'];

/** Section 2: the picture of the whole and of each package. */
export function picture(evidence: Evidence): Markup {
  const { callSites } = evidence;
  if (callSites.length === 0)
    return section(
      'picture',
      '2. The picture',
      html`<p>No call site was found, so there is nothing to draw.</p>`,
    );
  const packages = [...new Set(callSites.map((site) => site.package))].sort();
  const parts = packages.length > 1 ? packages : [];
  return section(
    'picture',
    '2. The picture',
    html`<p>
      Where content enters, what redacts it, what sends it, who receives it, what comes back and what is kept:
      drawn from the code, and nothing else. Each box leads to its places.
    </p>`,
    html`<ul class="legend">
      ${LEGEND.map(
        (state) =>
          html`<li>
            <svg class="d" width="42" height="10" aria-hidden="true">
              <path class="e ${state}" d="M1 5H41" /></svg
            >${EDGE_WORDS[state]}
          </li>`,
      )}
    </ul>`,
    drawing(evidence, 'The whole', callSites, 'p0'),
    parts.length > 0 && html`<h3>By package</h3>`,
    html`${parts.map((name, i) => {
      const own = callSites.filter((site) => site.package === name);
      return html`<details>
        <summary><code>${name}</code> <span class="soft">${count(own.length, 'call site')}</span></summary>
        <div class="body">${drawing(evidence, name, own, `p${String(i + 1)}`)}</div>
      </details>`;
    })}`,
  );
}

const MAX_PLACES = 60;

function drawing(evidence: Evidence, title: string, sites: readonly CallSite[], prefix: string): Markup {
  const graph = placed(graphOf(title, sites));
  const svg = svgOf(graph, { prefix, standalone: false, link: ({ id }) => `#${prefix}-${id}` });
  const byId = new Map(sites.map((site) => [site.id, site]));
  return html`<div class="picture" tabindex="0" role="region" aria-label="Picture: ${title}">${svg}</div>
    <details class="aside">
      <summary>Places behind each box <span class="soft">${title}</span></summary>
      <div class="body">
        <ul class="plain">
          ${graph.nodes.map((node) => {
            const links = node.sites.slice(0, MAX_PLACES).flatMap((id) => {
              const site = byId.get(id);
              return site ? [html` <a href="#${siteAnchor(id)}">${siteName(site)}</a>`] : [];
            });
            const rest = node.sites.length - links.length;
            return html`<li id="${prefix}-${node.id}">
              <b>${node.title}</b> <span class="soft">${node.caption}</span><br /><span class="small"
                >${node.places.slice(0, MAX_PLACES).map((at, i) => html`${i > 0 && ', '}${place(evidence, at)}`)}${node.places.length > MAX_PLACES && ` and ${String(node.places.length - MAX_PLACES)} more`}</span
              ><br /><span class="small soft"
                >Call sites:${links}${rest > 0 && ` and ${String(rest)} more`}</span
              >
            </li>`;
          })}
        </ul>
      </div>
    </details>`;
}

/** Section 3: receivers by place of processing and package. */
export function destinations(evidence: Evidence): Markup {
  const { callSites } = evidence;
  const rows = destinationsOf(callSites).map(({ provider, processor, where, host, packages, sites }) =>
    row(html`${processor}${host !== undefined && html`<span class="from"><code>${host}</code></span>`}`, [
      provider,
      where,
      html`${[...packages].map(([name, own], i) => html`${i > 0 && html`<br />`}<code>${name}</code> <span class="soft">${own.length}</span>`)}`,
      html`${[...new Set(sites.flatMap(({ model }) => model.values ?? model.value ?? 'cannot tell'))].sort().map((name, i) => html`${i > 0 && ', '}<code>${name}</code>`)}`,
      [...new Set(sites.map(({ label }) => label.value ?? 'no label'))].sort().join(', '),
      sites.length,
    ]),
  );
  const packages = [...new Set(callSites.map((site) => site.package))].sort();
  return section(
    'destinations',
    '3. Where data goes',
    html`<p>
      Receivers for the register of processing. The contract with each of them is declared elsewhere and not
      checked. The same rows are in <code>processors.csv</code>.
    </p>`,
    table(
      [
        { title: 'Processor' },
        { title: 'Through' },
        { title: 'Processed in' },
        { title: 'Packages' },
        { title: 'Models' },
        { title: 'Labels' },
        { title: 'Call sites', numeric: true },
      ],
      rows,
      { caption: 'Receivers by place of processing' },
    ),
    table(
      [
        { title: 'Package' },
        { title: 'Call sites', numeric: true },
        { title: 'By their most pressing result' },
        { title: 'In words' },
      ],
      packages.map((name) => {
        const own = callSites.filter((site) => site.package === name);
        const counts = noResults();
        for (const site of own) counts[siteState(site)] += 1;
        return row(html`<code>${name}</code>`, [own.length, bar(counts), countsInWords(counts)]);
      }),
      { caption: 'Packages' },
    ),
  );
}

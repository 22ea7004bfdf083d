/**
 * Section 4 of the page: every call site, with what is shown and from where.
 */
import type { CallSite, Evidence, Named } from '../../model.ts';
import { because, CERTAINTIES, FACT_STATES, PLACE_KINDS, PROCESSORS, SINK_KINDS, WHY } from '../../words.ts';
import { RESULT_STATES, RESULT_STATE_NAMES } from '../../words.ts';
import { siteName, siteState } from '../../views.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { fact, factChip, place, resultChip, row, section, siteAnchor, table } from './parts.ts';

const COLUMNS = [
  { title: 'Call site', sortable: true },
  { title: 'Receiver', sortable: true },
  { title: 'Model', sortable: true },
  { title: 'Processed in', sortable: true },
  { title: 'Redaction', sortable: true },
  { title: 'Audit record', sortable: true },
  { title: 'Logging', sortable: true },
  { title: 'Result', sortable: true },
];

/** Section 4. */
export function inventory(evidence: Evidence): Markup {
  const { callSites } = evidence;
  if (callSites.length === 0)
    return section('inventory', '4. Inventory', html`<p>No call site was found.</p>`);
  return section(
    'inventory',
    '4. Inventory',
    html`<p>
      The population: every place that was found to reach Claude. A name leads to its sheet, with where each
      fact is written and how it became known.
    </p>`,
    filters(callSites),
    table(
      COLUMNS,
      callSites.map((site, i) => siteRow(evidence, site, i)),
      {
        caption: `${String(callSites.length)} call sites, numbered for sampling`,
        id: 'sites',
        class: 'inventory',
      },
    ),
    html`<h3>Sheets</h3>
      <div class="tools">
        <button type="button" data-open="sheets" hidden>Open or close all sheets</button>
      </div>`,
    html`<div id="sheets">${callSites.map((site, i) => sheet(evidence, site, i))}</div>`,
  );
}

function filters(callSites: readonly CallSite[]): Markup {
  const choice = (name: string, title: string, options: readonly (readonly [string, string])[]): Markup =>
    html`<label
      >${title}<select name="${name}">
        <option value="">all</option>
        ${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}
      </select></label
    >`;
  const packages = [...new Set(callSites.map((site) => site.package))].sort();
  const providers = [...new Set(callSites.flatMap(({ provider }) => provider.value ?? []))].sort();
  const states = RESULT_STATE_NAMES.filter((state) => callSites.some((site) => siteState(site) === state));
  return html`<form class="tools" data-filter="sites" hidden>
    <label>Search<input type="search" name="words" placeholder="name, file, model …" /></label>${choice(
      'package',
      'Package',
      packages.map((name) => [name, name]),
    )}${choice(
      'provider',
      'Receiver',
      providers.map((name) => [name, PROCESSORS[name].title]),
    )}${choice(
      'result',
      'Result',
      states.map((state) => [state, RESULT_STATES[state]]),
    )}<button type="reset">Reset</button><span role="status" class="soft small"></span>
  </form>`;
}

function siteRow(evidence: Evidence, site: CallSite, i: number): Markup {
  const { provider, host, model, region, geography, redaction, audit, logging } = site;
  const to =
    provider.value === undefined ? factChip(provider.state) : html`${PROCESSORS[provider.value].title}`;
  const state = siteState(site);
  const named = html`<a href="#${siteAnchor(site.id)}">${siteName(site)}</a
    ><span class="from">${String(i + 1)}. ${place(evidence, site.at)}</span>`;
  return row(
    named,
    [
      html`${to}${host !== undefined && html`<span class="from"><code>${host}</code></span>`}`,
      fact(evidence, bare(model)),
      fact(evidence, bare(region.state === 'not-applicable' ? geography : region)),
      html`${factChip(redaction.state)}${redaction.by[0] && html`<span class="from"><code>${redaction.by[0].name}</code></span>`}`,
      html`${factChip(audit.failure === 'shown' ? audit.success : audit.failure)}${audit.success !== audit.failure && html`<span class="from">on success ${FACT_STATES[audit.success]}, on failure ${FACT_STATES[audit.failure]}</span>`}`,
      html`${logging.state === 'shown' ? html`<span class="chip finding"><span aria-hidden="true">✕</span>seen</span>` : factChip(logging.state)}`,
      resultChip(state),
    ],
    html`data-package="${site.package}" data-provider="${provider.value ?? ''}" data-result="${state}"`,
  );
}

/** A fact without its origin, which the sheet has. */
function bare({ state, value, values, why }: CallSite['model']): CallSite['model'] {
  return { state, ...(value !== undefined && { value }), ...(values && { values }), ...(why && { why }) };
}

function sheet(evidence: Evidence, site: CallSite, i: number): Markup {
  return html`<details class="aside" id="${siteAnchor(site.id)}">
    <summary>
      ${String(i + 1)}. <b>${siteName(site)}</b>
      <code class="soft">${site.at.file}</code> ${resultChip(siteState(site))}
    </summary>
    <div class="body">${facts(evidence, site)}${results(evidence, site)}</div>
  </details>`;
}

type FactRow = readonly [name: string, said: Markup | string];

function facts(evidence: Evidence, site: CallSite): Markup {
  const rows = [
    ...requestFacts(evidence, site),
    ...contentFacts(evidence, site),
    ...flowFacts(evidence, site),
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, said]) =>
        html`<dt>${name}</dt>
          <dd>${said}</dd>`,
    )}
  </dl>`;
}

/** What is called, and what of. */
function requestFacts(evidence: Evidence, site: CallSite): readonly FactRow[] {
  return [
    [
      'Id',
      html`<code>${site.id}</code
        >${site.blob !== undefined && html` <span class="soft">content <code>${site.blob.slice(0, 16)}…</code></span>`}`,
    ],
    [
      'Calls',
      html`<code>${site.callee}</code>
        <span class="soft"
          >${site.operation.id}, ${site.kind}, found by ${site.foundBy}, ${CERTAINTIES[site.certainty]}</span
        >`,
    ],
    [
      'Package',
      html`<code>${site.package}</code
        >${site.arrangement.length > 0 && html` <span class="soft">marked ${site.arrangement.join(', ')}</span>`}`,
    ],
    ['Receiver', fact(evidence, site.provider)],
    ['Model', fact(evidence, site.model)],
    ['Geography', fact(evidence, site.geography)],
    ['Region', fact(evidence, site.region)],
    ['Label', fact(evidence, site.label)],
    [
      'Features',
      site.features.length === 0
        ? 'none found'
        : html`${site.features.map((one, i) => html`${i > 0 && ', '}<code>${one.id}</code> <span class="soft">zero data retention: ${one.zdr}, HIPAA readiness: ${one.hipaa}</span>`)}`,
    ],
  ];
}

/** What becomes of what is sent. */
function contentFacts(evidence: Evidence, site: CallSite): readonly FactRow[] {
  const { audit, redaction, logging } = site;
  const named = (all: readonly Named[]): Markup[] =>
    all.map(({ name, at }) => html` <code>${name}</code> <span class="soft">${place(evidence, at)}</span>`);
  return [
    [
      'Content enters',
      html`${site.entries.map((one, i) => html`${i > 0 && html`<br />`}${PLACE_KINDS[one.kind]}${one.name !== undefined && html` <code>${one.name}</code>`} ${place(evidence, one.at)} <span class="soft">redaction: ${FACT_STATES[one.redaction]}</span>`)}`,
    ],
    [
      'Redaction',
      html`${factChip(redaction.state)}
        <span class="soft">${redaction.shownFor} of ${redaction.of} ways</span
        >${named(redaction.by)}${redaction.why && html` <span class="soft">${WHY[redaction.why].title}</span>`}`,
    ],
    [
      'Audit record',
      html`on success ${factChip(audit.success)} on failure
      ${factChip(audit.failure)}${named(audit.writers)}${audit.fields.shown.length > 0 && html`<br /><span class="soft">fields: ${audit.fields.shown.join(', ')}</span>`}${audit.fields.absent.length > 0 && html`<br /><span class="soft">fields not there: ${audit.fields.absent.join(', ')}</span>`}${audit.fields.unknown.length > 0 && html`<br /><span class="soft">cannot tell: ${audit.fields.unknown.join(', ')}</span>`}`,
    ],
    [
      'Logging',
      html`${factChip(logging.state)}${logging.sinks.map(({ kind, name, at }) => html` ${SINK_KINDS[kind]} <code>${name}</code> ${place(evidence, at)}`)}
        <span class="soft">${logging.followed} files followed</span>`,
    ],
  ];
}

/** Where the answer goes, and who asks. */
function flowFacts(evidence: Evidence, site: CallSite): readonly FactRow[] {
  return [
    [
      'Answer goes to',
      html`${site.returns.map((one, i) => html`${i > 0 && ', '}${PLACE_KINDS[one.kind]} ${place(evidence, one.at)}`)}`,
    ],
    [
      'Called by',
      site.callers.length === 0
        ? 'no caller was followed'
        : html`${site.callers.map((one, i) => html`${i > 0 && html`<br />`}<code>${one.at.function ?? one.package}</code> ${place(evidence, one.at)} <span class="soft">redaction: ${FACT_STATES[one.redaction]}</span>`)}`,
    ],
  ];
}

function results(evidence: Evidence, site: CallSite): Markup {
  const messages = new Map(
    evidence.findings.filter(({ sites }) => sites.includes(site.id)).map((one) => [one.id, one.message]),
  );
  const order = RESULT_STATE_NAMES;
  const all = Object.entries(site.results).sort(
    ([, a], [, b]) => order.indexOf(a.state) - order.indexOf(b.state),
  );
  return html`<table>
    <caption>
      What each rule says of it
    </caption>
    <thead>
      <tr>
        <th scope="col">Rule</th>
        <th scope="col">Result</th>
        <th scope="col">Because</th>
      </tr>
    </thead>
    <tbody>
      ${all.map(([rule, result]) =>
        row(html`<code>${rule}</code>`, [
          resultChip(result.state),
          html`${(result.findings ?? []).map((id) => html`${messages.get(id) ?? ''} `)}${result.why && html`<span class="soft">${because(result.why)}</span>`}`,
        ]),
      )}
    </tbody>
  </table>`;
}

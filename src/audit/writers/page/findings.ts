/**
 * Sections 5 to 8 and 10 of the page: findings by cause, open questions by reason, waivers, deviations, declarations.
 */
import type { Evidence, Finding } from '../../model.ts';
import { ruleText } from '../../rule-texts.ts';
import { count } from '../../text.ts';
import {
  ATTESTATION_STATES,
  CERTAINTIES,
  DEVIATION_KINDS,
  WAIVER_FAULTS,
  WAIVER_STATES,
} from '../../words.ts';
import { causeInWords, causesOf, reasonsOf, siteName, sitesById } from '../../views.ts';
import { html, withCode } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { chip, place, row, section, siteAnchor, table } from './parts.ts';

/** Lists that are longer start closed. */
const OPEN_UP_TO = 8;

/** Section 5: by rule and by what would mend them. */
export function findings(evidence: Evidence): Markup {
  const causes = causesOf(evidence);
  if (causes.length === 0) {
    return section('findings', '5. Findings', html`<p>No rule has an open finding in what was linted.</p>`);
  }
  return section(
    'findings',
    '5. Findings',
    html`<p>By rule and by cause: what one change would mend stands together.</p>`,
    html`${causes.map((cause) => {
      const { description } = ruleText(cause.rule);
      return html`<details${cause.findings.length <= OPEN_UP_TO && html` open`}><summary><b>${description}</b> <code class="soft">${cause.rule}</code><span class="from">${withCode(causeInWords(cause))}</span></summary><div class="body">${lines(evidence, cause.findings)}</div></details>`;
    })}`,
  );
}

/** Section 6: what is not decided, with the change that decides it. */
export function unknowns(evidence: Evidence): Markup {
  const reasons = reasonsOf(evidence);
  if (reasons.length === 0) {
    return section(
      'unknowns',
      '6. Cannot tell',
      html`<p>No rule met code that leaves its question open.</p>`,
    );
  }
  return section(
    'unknowns',
    '6. Cannot tell',
    html`<p>
      An open question is neither good nor bad. Each reason has a change to the code that decides it.
    </p>`,
    html`${reasons.map(
      ({ title, decide, findings: those }) =>
        html`<details${those.length <= OPEN_UP_TO && html` open`}><summary><b>${title}</b> <span class="soft">${count(those.length, 'place')}</span><span class="from">${decide}</span></summary><div class="body">${lines(evidence, those)}</div></details>`,
    )}`,
  );
}

function lines(evidence: Evidence, those: readonly Finding[]): Markup {
  const sites = sitesById(evidence);
  return html`<ul class="plain">
    ${those.map((finding) => {
      const links = finding.sites.flatMap((id) => {
        const site = sites.get(id);
        return site ? [html` <a href="#${siteAnchor(id)}">${siteName(site)}</a>`] : [];
      });
      const { way, certainty, severity } = finding;
      return html`<li>
        ${withCode(finding.message)}<span class="from"
          >${place(evidence, finding.at)}${links.length > 0 && html`, call site${links}`} ·
          ${severity}${certainty === 'by-name' && html` · ${CERTAINTIES[certainty]}`}</span
        >${way && html`<span class="from">way of the content: ${way.map((at, i) => html`${i > 0 && ' → '}${place(evidence, at)}`)}</span>`}
      </li>`;
    })}
  </ul>`;
}

/** Section 7. */
export function waivers(evidence: Evidence): Markup {
  const rows = evidence.waivers.map((waiver) =>
    row(waiver.id, [
      html`${chip(waiver.state, WAIVER_STATES[waiver.state])}${waiver.faults.map((fault) => html`<span class="from">${WAIVER_FAULTS[fault]}</span>`)}`,
      html`<code>${waiver.rule}</code>`,
      waiver.until ?? 'none',
      waiver.owner ?? 'none',
      waiver.ref ?? 'none',
      waiver.reason ?? 'none',
      html`${place(evidence, waiver.at)}${waiver.commit !== undefined && html`<span class="from">written ${waiver.writtenOn ?? ''} in <code>${waiver.commit.slice(0, 12)}</code></span>`}`,
    ]),
  );
  return section(
    'waivers',
    '7. Waivers',
    html`<p>
      A waiver holds through its last day, in UTC. One without owner, reference, last day and reason waives
      nothing; suppressions in bulk never do.
    </p>`,
    rows.length === 0
      ? html`<p>There is none.</p>`
      : table(
          ['', 'State', 'Rule', 'Last day', 'Owner', 'Reference', 'Reason', 'Place'].map((title) => ({
            title,
          })),
          rows,
          { caption: `${count(rows.length, 'waiver')}, judged on ${evidence.provenance.asOf}` },
        ),
  );
}

/** Section 8. */
export function deviations(evidence: Evidence): Markup {
  const rows = evidence.deviations.map((one) =>
    row(one.id, [
      DEVIATION_KINDS[one.kind],
      one.rule === undefined ? '' : html`<code>${one.rule}</code>`,
      one.from === undefined ? '' : html`<code>${one.from}</code>`,
      one.to === undefined ? '' : html`<code>${one.to}</code>`,
      html`${one.at && place(evidence, one.at)}${one.commit !== undefined && html`<span class="from">commit <code>${one.commit.slice(0, 12)}</code></span>`}`,
      one.sites.length,
    ]),
  );
  return section(
    'deviations',
    '8. Deviations from the pack',
    evidence.provenance.config.source === 'pack'
      ? html`<p>
          The packs alone were in force: the project’s own configuration was not used, so nothing can deviate.
        </p>`
      : html`<p>Where the configuration in force is not the pack.</p>`,
    rows.length > 0 &&
      table(
        [
          ...['', 'Kind', 'Rule', 'The pack has', 'In force', 'Place'].map((title) => ({ title })),
          { title: 'Call sites', numeric: true },
        ],
        rows,
        { caption: count(rows.length, 'deviation') },
      ),
  );
}

/** Section 10. */
export function declared(evidence: Evidence): Markup {
  const rows = evidence.attestations.map((one) =>
    row(html`<code>${one.package}</code>`, [
      one.name.toUpperCase(),
      chip(one.state, ATTESTATION_STATES[one.state]),
      one.reference ?? 'none',
      one.expires ?? 'none',
      one.at ? place(evidence, one.at) : '',
    ]),
  );
  return section(
    'declared',
    '10. Declared, not checked',
    html`<p>
      Documents that packages name in their <code>package.json</code>. Whether they exist, and what they say,
      nothing here knows.
    </p>`,
    rows.length === 0
      ? html`<p>Nothing is declared.</p>`
      : table(
          ['Package', 'Document', 'State', 'Reference', 'Ends', 'Place'].map((title) => ({ title })),
          rows,
          { caption: count(rows.length, 'declaration') },
        ),
  );
}

/**
 * The page that an auditor reads: one file, nothing loaded from anywhere, readable without its script and on paper.
 */
import { createHash } from 'node:crypto';
import type { Evidence } from '../../model.ts';
import { html, trusted } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { checklist, controls, scope } from './controls.ts';
import { declared, deviations, findings, unknowns, waivers } from './findings.ts';
import { inventory } from './inventory.ts';
import { destinations, picture, statement } from './overview.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** The page of one run. */
export function pageOf(evidence: Evidence): string {
  const { provenance, totals } = evidence;
  const contents: readonly (readonly [string, string, number?])[] = [
    ['statement', '1. Statement'],
    ['picture', '2. The picture'],
    ['destinations', '3. Where data goes'],
    ['inventory', '4. Inventory', totals.callSites],
    ['findings', '5. Findings', totals.openFindings],
    ['unknowns', '6. Cannot tell', totals.cannotTell],
    ['waivers', '7. Waivers', evidence.waivers.length],
    ['deviations', '8. Deviations', totals.deviations],
    ['controls', '9. Controls', evidence.controls.length],
    ['declared', '10. Declared, not checked', evidence.attestations.length],
    ['scope', '11. Scope gaps', totals.gaps],
    ['checklist', '12. The checklist', evidence.lines.length],
  ];
  const { commit } = provenance;
  const at = commit === undefined ? 'no commit' : html`commit <code>${commit.slice(0, 12)}</code>`;
  return shell({
    title: 'Evidence: code that calls Claude',
    heading: html`<h1>Evidence: code that calls Claude</h1>
      <p class="soft">
        <code>${provenance.repository}</code> · ${at} · ${provenance.packs.join(' + ')} · ${provenance.asOf}
      </p>`,
    contents,
    content: html`${statement(evidence)}${picture(evidence)}${destinations(evidence)}${inventory(evidence)}${findings(evidence)}${unknowns(evidence)}${waivers(evidence)}${deviations(evidence)}${controls(evidence)}${declared(evidence)}${scope(evidence)}${checklist(evidence)}`,
    footer: html`<p>${evidence.statement}</p>
      <p>
        Written by eslint-plugin-claude-compliance ${provenance.tools.plugin}.
        <code>evidence.json</code> beside this file holds everything on this page; <code>SHA256SUMS</code> has
        the digest of each file.
      </p>`,
  });
}

export interface Shell {
  readonly title: string;
  readonly heading: Markup;
  /** Anchor, words, and how many there are of it. */
  readonly contents: readonly (readonly [string, string, number?])[];
  readonly content: Markup;
  readonly footer: Markup;
}

/** A whole page around some content. Its policy lets nothing be loaded and runs our own script alone. */
export function shell({ title, heading, contents, content, footer }: Shell): string {
  const digest = createHash('sha256').update(SCRIPT).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${trusted(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <div class="layout">
          <nav class="toc" aria-label="Contents">
            <b>Contents</b>
            <ol>
              ${contents.map(
                ([id, words, n]) =>
                  html`<li>
                    <a href="#${id}"
                      ><span>${words}</span>${n !== undefined && html`<span class="n">${n}</span>`}</a
                    >
                  </li>`,
              )}
            </ol>
          </nav>
          <main id="main" tabindex="-1">
            ${heading}${content}
            <footer>${footer}</footer>
          </main>
        </div>
        ${trusted(`<script>${SCRIPT}</script>`)}
      </body>
    </html>`;
  return `${page.text}\n`;
}

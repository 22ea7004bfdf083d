/**
 * All files that an audit writes, as text: the same evidence makes the same bytes.
 */
import { graphOf } from '../diagram/graph.ts';
import { placed } from '../diagram/layout.ts';
import { mermaidOf } from '../diagram/mermaid.ts';
import { svgOf } from '../diagram/svg.ts';
import type { EvidenceDiff } from '../diff.ts';
import type { Evidence } from '../model.ts';
import { canonicalJson } from '../text.ts';
import { controlsCsv, processorsCsv, sitesCsv } from './csv.ts';
import { hdfOf } from './hdf.ts';
import { markdownOf } from './markdown.ts';
import { oscalOf } from './oscal.ts';
import { pageOf } from './page/index.ts';
import { findingsSarif, fullSarif } from './sarif.ts';
import { statementOf, sumsOf } from './statement.ts';

/** Names of formats that users can choose; `json` is always written. */
export const FORMATS = ['html', 'json', 'sarif', 'csv', 'markdown', 'oscal', 'hdf', 'diagram'] as const;

export type Format = (typeof FORMATS)[number];

export interface WritingOptions {
  readonly formats?: readonly Format[];
  /** Against an earlier state; the comment then says first what changed. */
  readonly diff?: EvidenceDiff;
}

/** Evidence as `evidence.json` holds it. */
export function jsonOf(evidence: Evidence): string {
  return `${canonicalJson(evidence, 1)}\n`;
}

/** Name of file → its text, with `SHA256SUMS` and the statement last. Reads and writes nothing. */
export function filesOf(
  evidence: Evidence,
  { formats = FORMATS, diff }: WritingOptions = {},
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const format of FORMATS) {
    if (format !== 'json' && !formats.includes(format)) continue;
    for (const [name, text] of Object.entries(WRITERS[format](evidence, diff))) files.set(name, text);
  }
  files.set('statement.intoto.json', `${canonicalJson(statementOf(evidence, files), 1)}\n`);
  files.set('SHA256SUMS', sumsOf(files));
  return files;
}

type Writer = (evidence: Evidence, diff: EvidenceDiff | undefined) => Readonly<Record<string, string>>;

const WRITERS: Readonly<Record<Format, Writer>> = {
  json: (evidence) => ({ 'evidence.json': jsonOf(evidence) }),
  html: (evidence) => ({ 'evidence.html': pageOf(evidence) }),
  sarif: (evidence) => ({
    'findings.sarif': `${canonicalJson(findingsSarif(evidence), 1)}\n`,
    'full.sarif': `${canonicalJson(fullSarif(evidence))}\n`,
  }),
  csv: (evidence) => ({
    'sites.csv': sitesCsv(evidence),
    'controls.csv': controlsCsv(evidence),
    'processors.csv': processorsCsv(evidence),
  }),
  markdown: (evidence, diff) => ({ 'comment.md': markdownOf(evidence, diff) }),
  oscal: (evidence) => ({ 'oscal-assessment-results.json': `${canonicalJson(oscalOf(evidence), 1)}\n` }),
  hdf: (evidence) => ({ 'hdf.json': `${canonicalJson(hdfOf(evidence), 1)}\n` }),
  diagram: (evidence) => diagrams(evidence),
};

/** The picture of the whole; those of packages are in the page, which leads from each box to its places. */
function diagrams({ callSites, provenance }: Evidence): Readonly<Record<string, string>> {
  const graph = graphOf(`Code that calls Claude: ${provenance.repository}`, callSites);
  const svg = svgOf(placed(graph), {
    prefix: 'p0',
    standalone: true,
    link: ({ id }) => `evidence.html#p0-${id}`,
  });
  return { 'diagram.svg': `${svg.text}\n`, 'diagram.mmd': mermaidOf(graph) };
}

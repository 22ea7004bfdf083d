/**
 * The picture as SVG: by itself, or within the page, whose colours it takes.
 */
import { html, Markup, trusted } from '../writers/markup.ts';
import { count } from '../text.ts';
import { COLUMNS } from './types.ts';
import type { EdgeState } from './types.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './layout.ts';
import type { PlacedEdge, PlacedGraph, PlacedNode, Point } from './layout.ts';

const HEAD = 40;
const MARGIN = 14;
const TITLE_CHARS = 24;
const DETAIL_CHARS = 30;

/** How the states are drawn; colour is never the only sign. */
export const EDGE_WORDS: Readonly<Record<EdgeState, string>> = {
  shown: 'shown by the code',
  unknown: 'cannot tell',
  waived: 'a finding that is waived',
  finding: 'a finding stands here',
};

/** Colours for the picture by itself; within the page the page's own apply. */
const OWN_STYLE = `.d{--bg:#fff;--ink:#1b2430;--soft:#56616f;--line:#8a94a2;--box:#f6f8fa;--edge:#c6cdd6;--bad:#b42318;--warn:#8a5300;--band:#eef3f9;--accent:#1f5fa8;font-family:system-ui,sans-serif}
@media(prefers-color-scheme:dark){.d{--bg:#12161c;--ink:#e6eaf0;--soft:#a3aebb;--line:#7d8896;--box:#1b212a;--edge:#3a4450;--bad:#ff8a7a;--warn:#f0b35a;--band:#18202b;--accent:#7fb4f2}}`;

/** Rules of drawing, the same by itself and within the page. */
export const DIAGRAM_STYLE = `.d .bg{fill:var(--bg)}.d .band{fill:var(--band)}.d text{fill:var(--ink);font-size:12px}.d .head{font-size:12px;font-weight:600;fill:var(--soft)}.d .cap{font-size:10px;fill:var(--soft);letter-spacing:.04em}.d .t{font-weight:600;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12px}.d .s{font-size:11px;fill:var(--soft)}.d rect.box{fill:var(--box);stroke:var(--edge)}.d .claude rect.box{stroke:var(--accent);stroke-width:1.5}.d .missing rect.box{stroke-dasharray:4 3}.d .bar{fill:var(--edge)}.d .claude .bar{fill:var(--accent)}.d .bad rect.box{stroke:var(--bad)}.d .bad .bar{fill:var(--bad)}.d a{text-decoration:none;cursor:pointer}.d a:hover rect.box,.d a:focus rect.box{stroke:var(--accent);stroke-width:2.5}.d .e{fill:none;stroke:var(--line);stroke-width:1.3}.d .e.unknown{stroke-dasharray:5 4}.d .e.finding{stroke:var(--bad);stroke-width:2}.d .e.waived{stroke:var(--warn);stroke-width:2;stroke-dasharray:9 3 2 3}.d text.n{font-size:10px;text-anchor:end;paint-order:stroke;stroke:var(--halo,var(--bg));stroke-width:3px;fill:var(--soft)}.d text.n.finding{fill:var(--bad)}.d text.n.waived{fill:var(--warn)}.d .m{fill:var(--line)}.d .m.finding{fill:var(--bad)}.d .m.waived{fill:var(--warn)}`;

export interface DrawingOptions {
  /** Makes ids unlike those of other pictures of the page. */
  readonly prefix: string;
  /** Where a node leads: an anchor of the page, with the page's file in front where the picture stands by itself. */
  readonly link: (node: PlacedNode) => string;
  readonly standalone: boolean;
}

/** Draws a placed graph. */
export function svgOf(graph: PlacedGraph, options: DrawingOptions): Markup {
  const width = graph.width + 2 * MARGIN;
  const height = graph.height + HEAD + 2 * MARGIN;
  const { prefix, standalone } = options;
  const bad = new Set(
    graph.edges.filter(({ state }) => state === 'finding').flatMap(({ from, to }) => [from, to]),
  );
  const order: readonly EdgeState[] = ['shown', 'unknown', 'waived', 'finding'];
  const edges = order.flatMap((state) => graph.edges.filter((edge) => edge.state === state));
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="d"
    viewBox="0 0 ${width} ${height}"
    ${standalone ? html`width="${width}" height="${height}"` : html`style="max-width:${width}px"`}
    role="graphics-document"
    aria-roledescription="diagram"
    aria-labelledby="${prefix}t"
  >
    <title id="${prefix}t">${graph.title}</title>
    ${standalone && trusted(`<style>${OWN_STYLE}${DIAGRAM_STYLE}</style>`)}
    <defs>${order.map((state) => marker(prefix, state))}</defs>
    ${standalone && html`<rect class="bg" width="${width}" height="${height}" />`}
    <rect
      class="band"
      x="${MARGIN + (graph.columns[3] ?? 0) - 14}"
      y="4"
      width="${NODE_WIDTH + 28}"
      height="${height - 8}"
      rx="8"
    />
    ${COLUMNS.map((name, i) => html`<text class="head" x="${MARGIN + (graph.columns[i] ?? 0)}" y="${MARGIN + 12}">${name}</text>`)}
    <g transform="translate(${MARGIN} ${MARGIN + HEAD - 12})">
      ${edges.map((edge) => edgeOf(edge, graph, prefix))}${graph.nodes.map((node) => nodeOf(node, bad.has(node.id), options))}
    </g>
  </svg>`;
}

function marker(prefix: string, state: EdgeState): Markup {
  return html`<marker
    id="${prefix}m-${state}"
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerWidth="8"
    markerHeight="8"
    markerUnits="userSpaceOnUse"
    orient="auto"
    ><path class="m ${state}" d="M0 0L8 4L0 8z"
  /></marker>`;
}

function edgeOf(edge: PlacedEdge, { nodes }: PlacedGraph, prefix: string): Markup {
  const from = nodes.find((node) => node.id === edge.from);
  const to = nodes.find((node) => node.id === edge.to);
  const some = edge.decided.length < edge.sites.length;
  const share = some ? `${String(edge.decided.length)} of ` : '';
  const words = `${from?.title ?? ''} to ${to?.title ?? ''}: ${EDGE_WORDS[edge.state]}, ${share}${count(edge.sites.length, 'call site')}`;
  const last = edge.points.at(-1);
  const label =
    some && from?.row !== undefined && from.row === to?.row && last
      ? html`<text class="n ${edge.state}" x="${last.x - 12}" y="${last.y - 5}"
          >${share}${edge.sites.length}</text
        >`
      : '';
  return html`<path
      class="e ${edge.state}"
      d="${curve(edge.points)}"
      marker-end="url(#${prefix}m-${edge.state})"
      ><title>${words}</title></path
    >${label}`;
}

/** A line that leaves and arrives level. */
function curve(points: readonly Point[]): string {
  return points
    .map(({ x, y }, i) => {
      const before = points[i - 1];
      if (!before) return `M${String(x)} ${String(y)}`;
      if (before.y === y) return `L${String(x)} ${String(y)}`;
      const middle = Math.round((before.x + x) / 2);
      return `C${String(middle)} ${String(before.y)} ${String(middle)} ${String(y)} ${String(x)} ${String(y)}`;
    })
    .join('');
}

function nodeOf(node: PlacedNode, bad: boolean, { link }: DrawingOptions): Markup {
  const { x, y, kind, caption, title, detail, sites } = node;
  const flagged = bad && (kind === 'site' || kind === 'missing' || kind === 'log');
  const whole = [caption, title, detail, count(sites.length, 'call site')].filter(Boolean).join(', ');
  return html`<a href="${link(node)}" class="${kind}${flagged ? ' bad' : ''}"
    ><title>${whole}</title
    ><rect class="box" x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="6" /><rect
      class="bar"
      x="${x}"
      y="${y + 8}"
      width="3"
      height="${NODE_HEIGHT - 16}"
    /><text class="cap" x="${x + 12}" y="${y + 16}">${cut(caption, DETAIL_CHARS)}</text
    ><text class="t" x="${x + 12}" y="${y + 33}">${cut(title, TITLE_CHARS)}</text
    ><text class="s" x="${x + 12}" y="${y + 48}">${cut(detail, DETAIL_CHARS)}</text></a
  >`;
}

/** The end of a path and the beginning of everything else say most. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (/^[\w@.-]+\//.test(text)) return `…${text.slice(1 - max)}`;
  // Methods of one class differ in their last name.
  const last = text.slice(text.lastIndexOf('.') + 1);
  const own = last !== '' && last !== text && last.length < max ? `…${last}` : text;
  return own.length <= max ? own : `${own.slice(0, max - 1)}…`;
}

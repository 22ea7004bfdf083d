/**
 * Where everything of a picture stands. The layered layout is dagre's (MIT, 70 kB with graphlib in it, deterministic; elkjs, the other
 * candidate, is 1.6 MB and asynchronous). It is put into this one file when the package is built, so that nobody who only lints
 * installs or loads it.
 */
import { Graph, layout } from '@dagrejs/dagre';
import type { DiagramEdge, DiagramGraph, DiagramNode } from './types.ts';

/** Pixels. */
export const NODE_WIDTH = 206;
export const NODE_HEIGHT = 58;
const COLUMN_GAP = 54;
const NODE_GAP = 16;
/** The id of a point left of everything, which is not drawn. */
const START = 'start';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends DiagramNode {
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge extends DiagramEdge {
  readonly points: readonly Point[];
}

export interface PlacedGraph {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  /** Left ends of the columns. */
  readonly columns: readonly number[];
}

/** Lays out a picture from left to right. The same picture is laid out the same, always. */
export function placed(graph: DiagramGraph): PlacedGraph {
  const { heights, bends } = graph.nodes.some(({ row }) => row !== undefined)
    ? inRows(graph)
    : inLayers(graph);
  const nodes = graph.nodes.map((node) => ({
    ...node,
    x: columnLeft(node.column),
    y: Math.round((heights.get(node.id) ?? 0) - NODE_HEIGHT / 2),
  }));
  return {
    title: graph.title,
    width: columnLeft(4) + NODE_WIDTH,
    height: Math.max(NODE_HEIGHT, ...nodes.map(({ y }) => y + NODE_HEIGHT)),
    nodes,
    edges: withPoints(graph.edges, nodes, bends),
    columns: [0, 1, 2, 3, 4].map(columnLeft),
  };
}

const columnLeft = (column: number): number => column * (NODE_WIDTH + COLUMN_GAP);

interface Heights {
  /** The middle of each node. */
  readonly heights: ReadonlyMap<string, number>;
  /** The height at which an edge passes the columns between its ends, where that is not the height of its end. */
  readonly bends: (from: string, to: string) => number | undefined;
}

/** Few nodes: layers whose order has few crossings. */
function inLayers(graph: DiagramGraph): Heights {
  const dagre = new Graph();
  dagre.setGraph({
    rankdir: 'LR',
    ranksep: COLUMN_GAP,
    nodesep: NODE_GAP,
    edgesep: 8,
    ranker: 'network-simplex',
  });
  dagre.setDefaultEdgeLabel(() => ({}));
  for (const { id } of graph.nodes) dagre.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  const columnOf = new Map(graph.nodes.map(({ id, column }) => [id, column]));
  for (const { from, to, sites } of graph.edges) {
    const minlen = (columnOf.get(to) ?? 1) - (columnOf.get(from) ?? 0);
    dagre.setEdge(from, to, { minlen, weight: Math.min(sites.length, 4) });
  }
  anchor(dagre, graph);
  layout(dagre);
  return {
    heights: new Map(graph.nodes.map(({ id }) => [id, dagre.node(id).y])),
    bends(from, to) {
      const { points } = dagre.edge(from, to);
      // The first and the last lie on the border of a node; between two layers lies one more.
      const between = points.slice(1, -1);
      const middle = between[Math.floor(between.length / 2)];
      return middle && Math.round(middle.y);
    },
  };
}

/**
 * Many call sites: one row a group, so that an eye can follow it; what they share stands between the rows. dagre draws such a
 * picture too, and leaves rows that are far from straight.
 */
function inRows({ nodes, edges }: DiagramGraph): Heights {
  const pitch = NODE_HEIGHT + 2 * NODE_GAP - 10;
  const heights = new Map<string, number>();
  let rows = 0;
  for (const { id, row } of nodes) {
    if (row === undefined) continue;
    heights.set(id, NODE_HEIGHT / 2 + row * pitch);
    rows = Math.max(rows, row + 1);
  }
  for (const column of [1, 3, 4]) {
    const shared = nodes.filter((node) => node.row === undefined && node.column === column);
    const meanHeight = (id: string): number => {
      const ends = edges.filter(({ from, to }) => to === id || (column === 1 && from === id));
      const all = ends.map(({ from, to }) => heights.get(from === id ? to : from) ?? 0);
      return all.reduce((sum, height) => sum + height, 0) / (all.length || 1);
    };
    const ordered = shared
      .map((node) => ({ id: node.id, at: meanHeight(node.id) }))
      .sort((a, b) => a.at - b.at);
    ordered.forEach(({ id }, i) => {
      // The last column has no room between its rows.
      const slot = column === 4 ? rows - 0.5 + i : slotOf(i, ordered.length, rows - 1);
      heights.set(id, NODE_HEIGHT / 2 + (slot + 0.5) * pitch);
    });
  }
  return { heights, bends: () => undefined };
}

/** The gap between two rows where the i-th of several shared nodes stands: spread evenly, or one after the other. */
function slotOf(i: number, of: number, gaps: number): number {
  return of > gaps ? i : Math.floor(((i + 0.5) * gaps) / of);
}

/** Ties every node that nothing leads to to one point left of all, so that layers are columns in each part of the picture. */
function anchor(dagre: Graph, { nodes, edges }: DiagramGraph): void {
  const reached = new Set(edges.map(({ to }) => to));
  dagre.setNode(START, { width: 0, height: 0 });
  for (const { id, column } of nodes) if (!reached.has(id)) dagre.setEdge(START, id, { minlen: column + 1 });
}

/** Gives each edge its own height at both ends, in the order of what is at the other end, so that lines do not run into one. */
function withPoints(
  edges: readonly DiagramEdge[],
  nodes: readonly PlacedNode[],
  bends: Heights['bends'],
): PlacedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const starts = ends(edges, byId, 'from');
  const stops = ends(edges, byId, 'to');
  return edges.map((edge) => {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    if (!from || !to) return { ...edge, points: [] };
    const first = { x: from.x + NODE_WIDTH, y: starts.get(edge) ?? 0 };
    const last = { x: to.x, y: stops.get(edge) ?? 0 };
    const between: Point[] = [];
    const y = bends(edge.from, edge.to) ?? first.y;
    for (let column = from.column + 1; column < to.column; column++) {
      between.push({ x: columnLeft(column), y }, { x: columnLeft(column) + NODE_WIDTH, y });
    }
    return { ...edge, points: [first, ...between, last] };
  });
}

/** Where edges touch their nodes at one end. What stays in its row runs through the middle. */
function ends(
  edges: readonly DiagramEdge[],
  byId: ReadonlyMap<string, PlacedNode>,
  end: 'from' | 'to',
): Map<DiagramEdge, number> {
  const other = end === 'from' ? 'to' : 'from';
  const result = new Map<DiagramEdge, number>();
  for (const node of byId.values()) {
    const staying: DiagramEdge[] = [];
    const leaving: DiagramEdge[] = [];
    for (const edge of edges.filter((one) => one[end] === node.id)) {
      const stays = node.row !== undefined && byId.get(edge[other])?.row === node.row;
      (stays ? staying : leaving).push(edge);
    }
    for (const edge of staying) result.set(edge, node.y + NODE_HEIGHT / 2);
    leaving.sort((a, b) => (byId.get(a[other])?.y ?? 0) - (byId.get(b[other])?.y ?? 0));
    leaving.forEach((edge, i) => {
      result.set(edge, Math.round(node.y + (NODE_HEIGHT * (i + 1)) / (leaving.length + 1)));
    });
  }
  return result;
}

/**
 * Collects what is drawn: nodes by key, edges by their ends, each with the call sites behind it.
 */
import type { CallSite, Place } from '../model.ts';
import { placeText } from '../text.ts';
import type { DiagramGraph, DiagramNode, EdgeState, NodeKind } from './types.ts';

interface Wanted extends Omit<DiagramNode, 'id' | 'places' | 'sites'> {
  readonly key: string;
  /** What the detail counts where it is left to be counted: kinds of entries, models. */
  readonly counted?: string;
}

interface Drawn extends Wanted {
  readonly id: string;
  readonly sites: Set<string>;
  readonly places: Map<string, Place>;
  readonly counts: Map<string, number>;
}

const WORST: readonly EdgeState[] = ['finding', 'waived', 'unknown', 'shown'];

/** Collects nodes and edges; what has the same key is the same node. */
export class Drawing {
  private readonly nodes = new Map<string, Drawn>();
  private readonly byId = new Map<string, Drawn>();
  private readonly edges = new Map<string, Map<string, EdgeState>>();

  /** The id of the node with this key, made where there is none. */
  node(wanted: Wanted): string {
    let drawn = this.nodes.get(wanted.key);
    if (!drawn) {
      const id = `n${String(this.nodes.size)}`;
      drawn = { ...wanted, id, sites: new Set(), places: new Map(), counts: new Map() };
      this.nodes.set(wanted.key, drawn);
      this.byId.set(id, drawn);
    }
    if (wanted.counted !== undefined) {
      drawn.counts.set(wanted.counted, (drawn.counts.get(wanted.counted) ?? 0) + 1);
    }
    return drawn.id;
  }

  /** A call site stands behind a node, seen at a place. */
  see(id: string, site: CallSite, at: Place): void {
    const drawn = this.byId.get(id);
    drawn?.sites.add(site.id);
    drawn?.places.set(placeText(at), at);
  }

  edge(from: string, to: string, state: EdgeState, site: string): void {
    const key = `${from} ${to}`;
    const states = this.edges.get(key) ?? new Map<string, EdgeState>();
    const before = states.get(site) ?? 'shown';
    states.set(site, WORST.indexOf(state) < WORST.indexOf(before) ? state : before);
    this.edges.set(key, states);
  }

  finish(title: string): DiagramGraph {
    return {
      title,
      nodes: [...this.nodes.values()].map(({ id, column, kind, caption, title: name, ...rest }) => ({
        id,
        column,
        kind,
        caption,
        title: name,
        detail: detailOf(kind, rest),
        ...(rest.row !== undefined && { row: rest.row }),
        sites: [...rest.sites],
        places: [...rest.places.values()],
      })),
      edges: [...this.edges].map(([key, states]) => {
        const [from = '', to = ''] = key.split(' ');
        const state = WORST.find((one) => [...states.values()].includes(one)) ?? 'shown';
        const decided = [...states].filter(([, one]) => one === state).map(([site]) => site);
        return { from, to, state, sites: [...states.keys()], decided };
      }),
    };
  }
}

function detailOf(kind: NodeKind, { detail, counts }: Pick<Drawn, 'counts' | 'detail'>): string {
  if (counts.size === 0 || (kind === 'entry' && detail !== '')) return detail;
  const names = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (kind === 'claude') return names.map(([name]) => name).join(', ');
  return names.map(([name, n]) => `${String(n)} × ${name}`).join(', ');
}

/**
 * The shape of a picture.
 */
import type { Place } from '../model.ts';

/** From left to right. */
export const COLUMNS = ['Content enters', 'Redaction', 'Calls', 'Claude', 'Comes back, is kept'] as const;

/** How a connection stands. `waived`: a finding that people decided to keep for a time. */
export type EdgeState = 'finding' | 'shown' | 'unknown' | 'waived';

export type NodeKind = 'answer' | 'claude' | 'entry' | 'log' | 'missing' | 'record' | 'redactor' | 'site';

export interface DiagramNode {
  readonly id: string;
  readonly column: number;
  readonly kind: NodeKind;
  /** The kind in a word, over the title. */
  readonly caption: string;
  readonly title: string;
  readonly detail: string;
  /** In a picture of groups: what belongs to one group stands in one row. */
  readonly row?: number;
  /** Ids of call sites that stand behind it. */
  readonly sites: readonly string[];
  readonly places: readonly Place[];
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly state: EdgeState;
  /** Ids of call sites that go this way, and of those, the ones that give the state. */
  readonly sites: readonly string[];
  readonly decided: readonly string[];
}

export interface DiagramGraph {
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

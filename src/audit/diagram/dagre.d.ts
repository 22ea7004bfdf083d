/**
 * What we use of dagre. Its own types import files without their endings, which TypeScript does not resolve here.
 */
declare module '@dagrejs/dagre' {
  export class Graph {
    setGraph(label: {
      readonly rankdir: 'LR';
      readonly ranksep: number;
      readonly nodesep: number;
      readonly edgesep: number;
      readonly ranker: 'network-simplex';
    }): this;
    setDefaultEdgeLabel(label: () => object): this;
    setNode(id: string, label: { readonly width: number; readonly height: number }): this;
    setEdge(from: string, to: string, label: { readonly minlen: number; readonly weight?: number }): this;
    /** After `layout`: the middle of the node. */
    node(id: string): { readonly x: number; readonly y: number };
    edge(
      from: string,
      to: string,
    ): { readonly points: readonly { readonly x: number; readonly y: number }[] };
  }

  /** Writes positions into the labels of nodes and edges. */
  export function layout(graph: Graph): void;
}

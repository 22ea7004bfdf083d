/**
 * The picture as Mermaid, for documents that draw it themselves.
 */
import { COLUMNS } from './types.ts';
import type { DiagramGraph, EdgeState } from './types.ts';

/** Dashed where the code does not decide; findings are dotted thick by their style. */
const ARROWS: Readonly<Record<EdgeState, string>> = {
  shown: '-->',
  unknown: '-.->',
  waived: '==>',
  finding: '==>',
};

/** Writes a graph as a Mermaid flowchart. */
export function mermaidOf({ title, nodes, edges }: DiagramGraph): string {
  const lines = [`---`, `title: "${label(title)}"`, `---`, 'flowchart LR'];
  COLUMNS.forEach((name, column) => {
    const own = nodes.filter((node) => node.column === column);
    if (own.length === 0) return;
    lines.push(`  subgraph c${String(column)} ["${label(name)}"]`);
    for (const { id, caption, title: text, detail } of own) {
      const words = [caption, text, detail].filter(Boolean).map(label).join('<br/>');
      lines.push(`    ${id}["${words}"]`);
    }
    lines.push('  end');
  });
  for (const { from, to, state } of edges) lines.push(`  ${from} ${ARROWS[state]} ${to}`);
  const styled = (state: EdgeState, style: string): void => {
    const which = edges.flatMap((edge, i) => (edge.state === state ? [String(i)] : []));
    if (which.length > 0) lines.push(`  linkStyle ${which.join(',')} ${style}`);
  };
  styled('finding', 'stroke:#b42318,stroke-width:3px');
  styled('waived', 'stroke:#8a5300,stroke-width:3px');
  return `${lines.join('\n')}\n`;
}

/** Text within quotes: only letters, digits and a few harmless signs stay; all else becomes Mermaid's own entity code. */
function label(text: string): string {
  return text.replace(/[^\p{L}\p{N} _./:,@×·-]/gu, (char) => `#${String(char.codePointAt(0) ?? 0)};`);
}

/**
 * The picture: what is drawn, how much of it, and where it stands.
 */
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/audit/diagram/graph.ts';
import { NODE_HEIGHT, NODE_WIDTH, placed } from '../../src/audit/diagram/layout.ts';
import { evidence, LARGE, MEDIUM, SMALL } from '../helpers/evidence.ts';

const BIG_PACKAGE = { sites: 120, packages: 1 };

describe.each([SMALL, MEDIUM, LARGE, BIG_PACKAGE])('of $sites call sites', (wanted) => {
  const { callSites } = evidence(wanted);
  const graph = graphOf('picture', callSites);
  const layout = placed(graph);

  it('has each call site behind exactly one call', () => {
    const calls = graph.nodes.filter(({ kind }) => kind === 'site');
    expect(calls.flatMap(({ sites }) => sites).sort()).toEqual(callSites.map(({ id }) => id).sort());
  });

  it('has at most a glance of nodes in a column', () => {
    for (const column of [0, 1, 2, 3, 4]) {
      expect(graph.nodes.filter((node) => node.column === column).length).toBeLessThanOrEqual(17);
    }
  });

  it('leads from each node to places', () => {
    for (const { places, sites } of graph.nodes) {
      expect(places.length).toBeGreaterThan(0);
      expect(sites.length).toBeGreaterThan(0);
    }
  });

  it('draws an edge from left to right, once', () => {
    const column = new Map(graph.nodes.map((node) => [node.id, node.column]));
    for (const { from, to } of graph.edges) expect(column.get(from)).toBeLessThan(column.get(to) ?? 0);
    expect(new Set(graph.edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(graph.edges.length);
  });

  it('lets no two nodes overlap', () => {
    const { nodes, width, height } = layout;
    for (const [i, a] of nodes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.y).toBeGreaterThanOrEqual(0);
      expect(a.x + NODE_WIDTH).toBeLessThanOrEqual(width);
      expect(a.y + NODE_HEIGHT).toBeLessThanOrEqual(height);
      for (const b of nodes.slice(i + 1)) {
        expect(a.x !== b.x || Math.abs(a.y - b.y) >= NODE_HEIGHT).toBe(true);
      }
    }
  });

  it('is laid out the same each time', () => {
    expect(placed(graphOf('picture', callSites))).toEqual(layout);
  });
});

describe('many call sites', () => {
  const { callSites } = evidence({ sites: 90, packages: 1 });
  const calls = (change: (file: string, i: number) => { file: string; function: string }): string[] => {
    const moved = callSites.map((site, i) => ({ ...site, at: { ...site.at, ...change(site.at.file, i) } }));
    return graphOf('picture', moved).nodes.flatMap(({ kind, caption, title }) =>
      kind === 'site' ? [`${caption} ${title}`] : [],
    );
  };

  it('of one folder are drawn by file, the busiest of many and the others together', () => {
    const few = calls((_, i) => ({ file: `src/f${String(i % 5)}.ts`, function: `g${String(i)}` }));
    expect(few).toEqual([
      'file src/f0.ts',
      'file src/f1.ts',
      'file src/f2.ts',
      'file src/f3.ts',
      'file src/f4.ts',
    ]);
    const many = calls((_, i) => ({ file: `src/f${String(i % 45)}.ts`, function: 'ask' }));
    expect(many).toHaveLength(16);
    expect(many).toContain('all others 30 files');
  });

  it('of one file are drawn by function', () => {
    const few = calls((_, i) => ({ file: 'src/llm.ts', function: `ask${String(i % 4)}` }));
    expect(few).toEqual(['function ask0', 'function ask1', 'function ask2', 'function ask3']);
    const many = calls((_, i) => ({ file: 'src/llm.ts', function: `ask${String(i)}` }));
    expect(many).toContain('all others 75 functions');
  });
});

describe('edges', () => {
  const { callSites } = evidence({ sites: 14, packages: 3 });
  const { edges, nodes } = graphOf('picture', callSites);
  const siteOf = (id: string): (typeof callSites)[number] | undefined => {
    const own = nodes.find((node) => node.id === id);
    return own?.kind === 'site' ? callSites.find((site) => site.id === own.sites[0]) : undefined;
  };

  it('are red exactly where a finding of the stretch stands', () => {
    for (const { from, to, state } of edges) {
      const site = siteOf(from);
      const target = nodes.find((node) => node.id === to);
      if (!site || target?.column !== 3) continue;
      const geo = site.results['require-inference-geo']?.state;
      if (geo === 'finding') expect(state).toBe('finding');
      if (state === 'finding')
        expect(Object.values(site.results).some((one) => one.state === 'finding')).toBe(true);
    }
  });

  it('are dashed where the code does not decide', () => {
    const open = callSites.filter(
      ({ model, results }) =>
        model.state === 'cannot-tell' &&
        !Object.values(results).some(({ state }) => state === 'finding' || state === 'waived'),
    );
    expect(open.length).toBeGreaterThan(0);
    for (const { id } of open) {
      const own = nodes.find((node) => node.kind === 'site' && node.sites.includes(id));
      const out = edges.filter(
        (edge) => edge.from === own?.id && nodes.find((node) => node.id === edge.to)?.column === 3,
      );
      expect(out.map(({ state }) => state)).toEqual(['unknown']);
    }
  });
});

it('calls what has no name of its own by its file', () => {
  const [site] = evidence({ sites: 1 }).callSites;
  if (!site) throw new Error('no call site');
  const at = { file: 'src/routes/notes.ts', line: 3, column: 1 };
  const { nodes } = graphOf('x', [{ ...site, entries: [{ kind: 'route', at, redaction: 'none-seen' }] }]);
  expect(nodes.filter(({ kind }) => kind === 'entry').map(({ title }) => title)).toEqual(['notes.ts']);
});

it('of nothing is empty', () => {
  expect(placed(graphOf('picture', []))).toMatchObject({ nodes: [], edges: [] });
});

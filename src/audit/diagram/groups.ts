/**
 * How call sites are drawn together, so that a picture stays readable: each by itself, by file, by folder, by package.
 */
import type { CallSite } from '../model.ts';
import { byText, count, placeText } from '../text.ts';

/** What is drawn as one node. */
export interface Group {
  readonly key: string;
  readonly caption: string;
  readonly title: string;
  readonly detail: string;
  readonly sites: readonly CallSite[];
}

export interface Grouping {
  readonly groups: readonly Group[];
  /** Entries are drawn by what they are; otherwise together for each group. */
  readonly byKind: boolean;
}

/** More nodes than this in one column are not taken in at a glance. */
const MAX_NODES = 16;

/** Fewer folders than this say less than the busiest of their files. */
const LEAST = 3;

/** Groups call sites so that at most `MAX_NODES` nodes stand for them, and as many of those as can be told apart. */
export function groupsOf(sites: readonly CallSite[]): Grouping {
  if (sites.length <= MAX_NODES) return { groups: sites.map(alone), byKind: true };
  const packages = together(sites, (site) => site.package, 'package');
  if (packages.length > 1) return { groups: mostPressing(packages), byKind: false };
  const folders = Array.from({ length: deepest(sites) }, (_, i) =>
    together(sites, ({ at }) => folderOf(at.file, i + 1), 'folder'),
  );
  const files = together(sites, ({ at }) => at.file, 'file');
  const functions = together(sites, ({ at, callee }) => `${at.function ?? callee} ${at.file}`, 'function');
  const isReadable = ({ length }: readonly Group[]): boolean => length >= LEAST && length <= MAX_NODES;
  const finest = [...folders, files, functions].findLast(isReadable);
  return { groups: finest ?? mostPressing(files.length < LEAST ? functions : files), byKind: false };
}

/** Those with the most findings, or else the most call sites, in their order; and the others as one. */
function mostPressing(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= MAX_NODES) return groups;
  const kept = new Set(
    [...groups]
      .sort(
        (a, b) => findingsOf(b) - findingsOf(a) || b.sites.length - a.sites.length || byText(a.key, b.key),
      )
      .slice(0, MAX_NODES - 1),
  );
  const others = groups.filter((group) => !kept.has(group));
  const sites = others.flatMap((group) => group.sites);
  return [
    ...groups.filter((group) => kept.has(group)),
    {
      // No path and no package begins so.
      key: '\u0000others',
      caption: 'all others',
      title: count(others.length, others[0]?.caption ?? ''),
      detail: count(sites.length, 'call site'),
      sites,
    },
  ];
}

function findingsOf({ sites }: Group): number {
  return sites.filter(({ results }) => Object.values(results).some(({ state }) => state === 'finding'))
    .length;
}

function alone(site: CallSite): Group {
  const { name, caption } =
    site.at.function === undefined
      ? { name: site.callee, caption: 'call' }
      : { name: site.at.function, caption: site.kind === 'gateway' ? 'gateway' : 'function' };
  return { key: site.id, caption, title: name, detail: placeText(site.at), sites: [site] };
}

function together(sites: readonly CallSite[], keyOf: (site: CallSite) => string, caption: string): Group[] {
  const byKey = new Map<string, CallSite[]>();
  for (const site of sites) {
    const key = keyOf(site);
    const others = byKey.get(key);
    if (others) others.push(site);
    else byKey.set(key, [site]);
  }
  return [...byKey].map(([key, those]) => ({
    key,
    caption,
    title: caption === 'function' ? key.slice(0, key.indexOf(' ')) : key,
    detail: count(those.length, 'call site'),
    sites: those,
  }));
}

const parts = (file: string): string[] => file.split('/').slice(0, -1);

const deepest = (sites: readonly CallSite[]): number =>
  Math.max(...sites.map(({ at }) => parts(at.file).length));

const folderOf = (file: string, depth: number): string => parts(file).slice(0, depth).join('/') || '.';

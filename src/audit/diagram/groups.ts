/**
 * How call sites are drawn together, so that a picture stays readable: each by itself, by file, by folder, by package.
 */
import type { CallSite } from '../model.ts';
import { count, placeText } from '../text.ts';

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

/** Groups call sites so that at most `MAX_NODES` nodes stand for them, where any grouping achieves it. */
export function groupsOf(sites: readonly CallSite[]): Grouping {
  if (sites.length <= MAX_NODES) return { groups: sites.map(alone), byKind: true };
  const packages = new Set(sites.map((site) => site.package));
  if (packages.size > 1) return { groups: together(sites, (site) => site.package, 'package'), byKind: false };
  const files = together(sites, (site) => site.at.file, 'file');
  if (files.length <= MAX_NODES) return { groups: files, byKind: false };
  for (let depth = deepest(sites); depth > 0; depth--) {
    const folders = together(sites, (site) => folderOf(site.at.file, depth), 'folder');
    if (folders.length <= MAX_NODES) return { groups: folders, byKind: false };
  }
  return { groups: together(sites, (site) => site.package, 'package'), byKind: false };
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
    title: key,
    detail: count(those.length, 'call site'),
    sites: those,
  }));
}

const parts = (file: string): string[] => file.split('/').slice(0, -1);

const deepest = (sites: readonly CallSite[]): number =>
  Math.max(...sites.map(({ at }) => parts(at.file).length));

const folderOf = (file: string, depth: number): string => parts(file).slice(0, depth).join('/') || '.';

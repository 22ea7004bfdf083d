/**
 * The package.json files around a file, and which of them is its package's. The one place where they are read.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { globOf } from './globs.ts';
import { isRecord, listedWorkspaces, manifestContent, packageName, pnpmWorkspaces } from './manifest-text.ts';
import type { ManifestContent } from './manifest-text.ts';

/** One package.json. */
export interface Manifest {
  readonly path: string;
  readonly folder: string;
  /** Undefined where it has none: such a file says how modules are read, and is no package. */
  readonly name: string | undefined;
  /** Empty where it cannot be used. */
  readonly content: ManifestContent;
  /** Why it cannot be used, as the end of a sentence. */
  readonly problem: string | undefined;
}

interface Remembered {
  readonly stamp: string;
  readonly manifest: Manifest;
}

/** By the path of a package.json, as long as the file is the same: editors lint for hours. */
const manifests = new Map<string, Remembered>();
/** The patterns of pnpm-workspace.yaml, by its path. */
const lists = new Map<string, { readonly stamp: string; readonly patterns: readonly string[] }>();

/**
 * The package.json in a folder; undefined where there is none.
 *
 * Never throws. Looks at the disk each time, so that a change counts at once.
 */
export function manifestIn(folder: string): Manifest | undefined {
  const path = join(folder, 'package.json');
  const stamp = stampOf(path);
  if (stamp === undefined) return undefined;
  const known = manifests.get(path);
  if (known?.stamp === stamp) return known.manifest;
  const manifest = readManifest(path, folder);
  manifests.set(path, { stamp, manifest });
  return manifest;
}

/** Every package.json at or above a file, nearest first. */
export function* manifestsAbove(filename: string): Generator<Manifest> {
  for (let folder = dirname(filename); ; folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest) yield manifest;
    if (folder === dirname(folder)) return;
  }
}

/**
 * The package that a file belongs to: the nearest package.json with a name, or one that cannot be used and may have one.
 *
 * A package.json without a name (`{ "type": "module" }`) never ends the search. Where none above has a name, the nearest
 * that says more than how modules are read counts; else the nearest.
 *
 * @returns undefined where there is no package.json at all
 */
export function packageOf(filename: string): Manifest | undefined {
  const unnamed: Manifest[] = [];
  for (const manifest of manifestsAbove(filename)) {
    if (manifest.name !== undefined || manifest.problem !== undefined) return manifest;
    unnamed.push(manifest);
  }
  return unnamed.find(({ content }) => OF_PACKAGES.some((key) => content[key] !== undefined)) ?? unnamed[0];
}

/** What only packages have. */
const OF_PACKAGES = ['dependencies', 'devDependencies', 'scripts', 'workspaces'];

/** The root of the workspace that a package is a member of; undefined for a package on its own. */
export function workspaceRootOf({ folder }: Manifest): Manifest | undefined {
  for (const root of manifestsAbove(folder)) {
    const member = relative(root.folder, folder).replaceAll('\\', '/');
    if (isMember(member, workspacesOf(root))) return root;
  }
  return undefined;
}

/** True for the root of a workspace: what it declares is for its members as well. */
export function isWorkspaceRoot(folder: string): boolean {
  const manifest = manifestIn(folder);
  return manifest !== undefined && workspacesOf(manifest).length > 0;
}

/** The patterns of `workspaces`, or of pnpm-workspace.yaml beside it. */
export function workspacesOf({ content, folder }: Pick<Manifest, 'content' | 'folder'>): readonly string[] {
  const own = listedWorkspaces(content);
  if (own.length > 0) return own;
  const path = join(folder, 'pnpm-workspace.yaml');
  const stamp = stampOf(path);
  if (stamp === undefined) return [];
  const known = lists.get(path);
  if (known?.stamp === stamp) return known.patterns;
  const text = textOf(path);
  const patterns = text === undefined ? [] : pnpmWorkspaces(text);
  lists.set(path, { stamp, patterns });
  return patterns;
}

/** Whether patterns take in a folder: `packages/*`, `apps/**`, `{libs,tools}/*`, and `!` for what they leave out. */
function isMember(folder: string, patterns: readonly string[]): boolean {
  const takes = (pattern: string): boolean => globOf(pattern).test(folder);
  const out = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  return patterns.some((pattern) => !pattern.startsWith('!') && takes(pattern)) && !out.some(takes);
}

function readManifest(path: string, folder: string): Manifest {
  const text = textOf(path);
  const content = text === undefined ? 'cannot be read' : manifestContent(text);
  return typeof content === 'string'
    ? { path, folder, name: undefined, content: {}, problem: content }
    : { path, folder, name: packageName(content), content, problem: undefined };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function stampOf(path: string): string | undefined {
  try {
    // Throwing for every folder without a package.json would cost more than all else here.
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return undefined;
    const { mtimeMs, size, ino } = found;
    return `${String(mtimeMs)}:${String(size)}:${String(ino)}`;
  } catch (error) {
    // A folder that cannot be entered is not the same as a file that is not there.
    return isRecord(error) && error['code'] === 'EACCES' ? 'unreadable' : undefined;
  }
}

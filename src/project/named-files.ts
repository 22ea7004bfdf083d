/**
 * Files that a list of paths and globs names. What is written is read from the folder of a package, so that it means the same
 * wherever linting runs.
 */
import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import { globOf, isGlob } from './globs.ts';
import { packageOf, workspaceRootOf } from './manifests.ts';

/** Entries of folders that are looked at for one glob, before it counts as one that names a file. */
const MAX_ENTRIES = 20_000;

/**
 * True for a file that one of the names is for: its path, a folder around it, or a glob, each from the folder of its package
 * or of the workspace that the package is a member of. Never throws.
 */
export function isNamed(filename: string, names: readonly string[]): boolean {
  const own = packageOf(filename);
  if (!own) return false;
  const folders = [own.folder, workspaceRootOf(own)?.folder];
  return folders.some(
    (folder) => folder !== undefined && names.some((name) => covers(name, pathFrom(folder, filename))),
  );
}

/**
 * Whether a name is for any file below a folder. Never throws; what cannot be looked at may hold one.
 *
 * @param folder of a package, or of a workspace, whose members are looked at as well
 * @param name a path or a glob from the folder, or from that of a member
 */
export function namesAny(folder: string, name: string): boolean {
  if (!isGlob(name) && isThere(join(folder, tidy(name)))) return true;
  let left = MAX_ENTRIES;
  const search = (inside: string): boolean => {
    for (const entry of entriesOf(inside)) {
      if (--left < 0) return true;
      const path = join(inside, entry.name);
      if (entry.isDirectory()) {
        if (!LEFT_OUT.has(entry.name) && search(path)) return true;
      } else if (isNamed(path, [name])) return true;
    }
    return false;
  };
  return search(folder);
}

/** Folders that hold nobody's own modules. */
const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules']);

function covers(name: string, path: string): boolean {
  const wanted = tidy(name);
  if (isGlob(wanted)) return globOf(wanted).test(path);
  return path === wanted || path.startsWith(`${wanted}/`);
}

function tidy(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
}

function pathFrom(folder: string, filename: string): string {
  return relative(folder, filename).replaceAll('\\', '/');
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

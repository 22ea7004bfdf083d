/**
 * The packages below a folder, and which of them a file belongs to.
 */
import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

/** Folders that are searched at most. */
const MAX_FOLDERS = 50_000;

/** Folders that hold no packages of the project's own. */
const OTHERS = new Set(['bower_components', 'node_modules', 'vendor']);

/**
 * A folder and those below it, outer ones first. Hidden ones and what is installed are left out; links are not followed, for
 * what they lead to inside the project is found where it is.
 *
 * @param isSearched whether to go into one more, by its name and what lies beside it
 */
export function foldersBelow(
  disk: Disk,
  root: string,
  isSearched: (name: string, siblings: ReadonlyMap<string, unknown>) => boolean = () => true,
): Iterable<string> {
  const folders = new Set([root]);
  for (const folder of folders) {
    const entries = disk.entries(folder);
    for (const [name, kind] of entries) {
      const isOwn = kind === 'folder' && !name.startsWith('.') && !OTHERS.has(name);
      if (isOwn && isSearched(name, entries) && folders.size < MAX_FOLDERS) folders.add(join(folder, name));
    }
  }
  return folders;
}

/** Folders with a package.json, or with a link by that name, outer ones first. */
export function packageFoldersBelow(disk: Disk, root: string): readonly string[] {
  return [...foldersBelow(disk, root)].filter((folder) => {
    const kind = disk.entries(folder).get('package.json');
    return kind !== undefined && kind !== 'folder';
  });
}

/** The innermost of these folders that a file lies in. */
export function innermost(folders: ReadonlySet<string>, file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

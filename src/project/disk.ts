/**
 * What a disk says, asked as seldom as it can be without believing anything stale.
 *
 * An *epoch* is a run over many files, within which nothing is asked twice. {@link Disk.renew} ends it.
 */
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { remembered } from './remembered.ts';

/** Identity of the content of a file, as far as the file system tells: time of change, size, inode. */
export type Stamp = string;

/** A file as it was read. */
export interface TextFile {
  readonly text: string;
  readonly stamp: Stamp;
}

/** Why a file was not read. */
export type ReadFailure = 'not-found' | 'too-large' | 'unreadable';

/** How a name is changed into that of a file: characters cut off its end, then these put there. */
export interface Ending {
  readonly cut: number;
  readonly add: string;
}

const AS_WRITTEN: readonly Ending[] = [{ cut: 0, add: '' }];

type EntryKind = 'file' | 'folder' | 'link';

interface Listing {
  /** Names as the disk writes them. */
  readonly entries: ReadonlyMap<string, EntryKind>;
  /** Names in lower case → as the disk writes them; empty where the file system tells case apart. */
  readonly folded: ReadonlyMap<string, string>;
  /** Time of change of the folder; undefined while it is too young for that to be sure. */
  readonly changedMs: number | undefined;
  epoch: number;
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** Clocks of file systems are coarse: what changed so shortly before it was read may change again unseen. */
const COARSE_CLOCK_MS = 2000;

/** Folders and files remembered at most; beyond that everything is forgotten, which costs time only. */
const MAX_REMEMBERED = 20_000;

/** The file system, through answers remembered for an epoch. Never throws. */
export class Disk {
  #epoch = 0;
  readonly #listings = new Map<string, Listing>();
  readonly #realFolders = new Map<string, string | undefined>();
  readonly #stats = new Map<string, Stats | undefined>();
  #tellsCaseApart: boolean | undefined;

  /**
   * @param options `tellsCaseApart`: whether `A.ts` and `a.ts` are two files; found out where it is not given
   */
  constructor(options: { readonly tellsCaseApart?: boolean } = {}) {
    this.#tellsCaseApart = options.tellsCaseApart;
  }

  /** Begins an epoch: everything is looked at again when it is next asked for. */
  renew(): void {
    this.#epoch += 1;
    this.#realFolders.clear();
    this.#stats.clear();
    if (this.#listings.size > MAX_REMEMBERED) this.#listings.clear();
  }

  /**
   * The path of a file as its folder writes it; undefined where there is none.
   *
   * @param path absolute
   */
  file(path: string): string | undefined {
    return this.firstFile(dirname(path), basename(path), AS_WRITTEN);
  }

  /** The first of the files that a name stands for, as a path. */
  firstFile(folder: string, name: string, endings: readonly Ending[]): string | undefined {
    const listing = this.#listing(folder);
    if (listing.entries.size === 0) return undefined;
    for (const { cut, add } of endings) {
      const found = this.#find(folder, listing, name.slice(0, name.length - cut) + add, 'file');
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The path of a folder as its parent writes it; undefined where there is none. */
  folder(path: string): string | undefined {
    const parent = dirname(path);
    return parent === path ? path : this.#find(parent, this.#listing(parent), basename(path), 'folder');
  }

  /** What is in a folder: empty where it is not there or cannot be read. Links are told as such. */
  entries(folder: string): ReadonlyMap<string, EntryKind> {
    return this.#listing(folder).entries;
  }

  /** The path without symbolic links; undefined where it leads nowhere. */
  real(path: string): string | undefined {
    const folder = dirname(path);
    const real = this.#realFolder(folder);
    if (real === undefined) return undefined;
    if (this.entries(folder).get(basename(path)) === 'link') return realPathOf(path);
    return real === folder ? path : child(real, basename(path));
  }

  /** Identity of a file's content; undefined where it is no file. One look an epoch. */
  stamp(path: string): Stamp | undefined {
    const stats = this.#stat(path);
    return stats?.isFile() === true ? stampOf(stats) : undefined;
  }

  /**
   * Reads a file as UTF-8, without its byte order mark.
   *
   * @param maxBytes larger files are not read
   */
  read(path: string, maxBytes: number): ReadFailure | TextFile {
    // A new look: the stamp must not be older than the text.
    this.#stats.delete(path);
    const stats = this.#stat(path);
    if (stats?.isFile() !== true) return 'not-found';
    if (stats.size > maxBytes) return 'too-large';
    try {
      const text = readFileSync(path, 'utf8');
      return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, stamp: stampOf(stats) };
    } catch (error) {
      this.#stats.delete(path);
      return codeOf(error) === 'ENOENT' ? 'not-found' : 'unreadable';
    }
  }

  #find(folder: string, listing: Listing, name: string, kind: 'file' | 'folder'): string | undefined {
    const { entries, folded } = listing;
    const found = entries.get(name);
    if (found === kind) return child(folder, name);
    if (found === 'link') {
      const path = child(folder, name);
      return this.#isKind(path, kind) ? path : undefined;
    }
    if (found !== undefined || folded.size === 0) return undefined;
    const written = folded.get(name.toLowerCase());
    return written !== undefined && written !== name ? this.#find(folder, listing, written, kind) : undefined;
  }

  #isKind(path: string, kind: 'file' | 'folder'): boolean {
    const stats = this.#stat(path);
    return kind === 'file' ? stats?.isFile() === true : stats?.isDirectory() === true;
  }

  #listing(folder: string): Listing {
    const known = this.#listings.get(folder);
    if (known?.epoch === this.#epoch) return known;
    const changedMs = statOf(folder)?.mtimeMs;
    if (known && changedMs !== undefined && known.changedMs === changedMs) {
      known.epoch = this.#epoch;
      return known;
    }
    this.#tellsCaseApart ??= tellsCaseApart(folder);
    const listing = listingOf(folder, changedMs, this.#epoch, this.#tellsCaseApart ?? true);
    this.#listings.set(folder, listing);
    return listing;
  }

  #realFolder(folder: string): string | undefined {
    return remembered(this.#realFolders, folder, () => realPathOf(folder));
  }

  #stat(path: string): Stats | undefined {
    return remembered(this.#stats, path, () => statOf(path));
  }
}

/** As `join`, for a name without dots: many times as fast, and asked for many times. */
function child(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

function listingOf(
  folder: string,
  changedMs: number | undefined,
  epoch: number,
  isCaseTold: boolean,
): Listing {
  if (changedMs === undefined) return { entries: NOTHING, folded: NOTHING, changedMs: undefined, epoch };
  const now = Date.now();
  const entries = new Map<string, EntryKind>();
  const folded = new Map<string, string>();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const kind = entry.isFile()
        ? 'file'
        : entry.isDirectory()
          ? 'folder'
          : entry.isSymbolicLink()
            ? 'link'
            : undefined;
      if (!kind) continue;
      entries.set(entry.name, kind);
      if (!isCaseTold) folded.set(entry.name.toLowerCase(), entry.name);
    }
  } catch {
    return { entries: NOTHING, folded: NOTHING, changedMs: undefined, epoch };
  }
  const isSure = now - changedMs > COARSE_CLOCK_MS;
  return { entries, folded, changedMs: isSure ? changedMs : undefined, epoch };
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A loop of links, a folder that cannot be entered, a name that is too long.
    return undefined;
  }
}

/** Whether a folder is a different one, or none, when its name is written in another case. */
function tellsCaseApart(folder: string): boolean | undefined {
  const name = basename(folder);
  const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  // Nothing to try with.
  if (other === name) return undefined;
  return statOf(folder)?.ino !== statOf(join(dirname(folder), other))?.ino;
}

function stampOf({ mtimeMs, size, ino }: Stats): Stamp {
  return `${String(mtimeMs)}:${String(size)}:${String(ino)}`;
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/**
 * The packages of a project: what their package.json say, and where a name leads that is imported.
 */
import { basename, dirname, join, sep } from 'node:path';
import type { Disk } from './disk.ts';
import { manifestIn, workspacesOf } from './manifests.ts';
import type { Manifest } from './manifests.ts';
import { remembered } from './remembered.ts';

const MAX_WORKSPACES = 5000;

/** True for paths in a folder of installed packages. */
export function isInstalled(path: string): boolean {
  return /[\\/](?:node_modules|bower_components)(?:[\\/]|$)/.test(path);
}

/** Package folders below a disk. */
export class Packages {
  readonly #disk: Disk;
  /** As they are in this epoch. */
  readonly #manifests = new Map<string, Manifest | undefined>();
  readonly #roots = new Map<string, string | undefined>();
  readonly #members = new Map<string, ReadonlyMap<string, string>>();
  readonly #folders = new Map<string, Map<string, string | undefined>>();
  readonly #installedFolders = new Map<string, Map<string, string | undefined>>();
  readonly #installed = new Map<string, readonly string[]>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Begins an epoch. */
  renew(): void {
    this.#manifests.clear();
    this.#roots.clear();
    this.#members.clear();
    this.#folders.clear();
    this.#installed.clear();
    this.#installedFolders.clear();
  }

  /** The package.json of this very folder; undefined where it is missing or no JSON object. */
  manifestIn(folder: string): Manifest | undefined {
    return remembered(this.#manifests, folder, () => this.#readManifest(folder));
  }

  /** The nearest package.json at or above a folder that is wanted. */
  nearest(folder: string, isWanted: (manifest: Manifest) => boolean): Manifest | undefined {
    for (let at = folder; ; at = dirname(at)) {
      const manifest = this.manifestIn(at);
      if (manifest && isWanted(manifest)) return manifest;
      if (dirname(at) === at) return undefined;
    }
  }

  /**
   * The folder of the project that a folder belongs to: the outermost that declares workspaces, else the nearest with a
   * package.json.
   */
  rootOf(folder: string): string | undefined {
    if (!this.#roots.has(folder)) {
      let nearest: string | undefined;
      let workspace: string | undefined;
      for (let at = folder; ; at = dirname(at)) {
        if (this.manifestIn(at)) nearest ??= at;
        if (this.#workspacesIn(at).length > 0) workspace = at;
        if (dirname(at) === at) break;
      }
      this.#roots.set(folder, workspace ?? nearest);
    }
    return this.#roots.get(folder);
  }

  /**
   * The folder of a package of the project, found by its name: itself, through a link in node_modules, or as a workspace
   * that was not linked.
   *
   * @param from the folder of the importing file
   * @returns undefined for packages of others
   */
  folderOf(name: string, from: string): string | undefined {
    const folders = remembered(this.#folders, from, () => new Map<string, string | undefined>());
    return remembered(folders, name, () => this.#findFolder(name, from));
  }

  #findFolder(name: string, from: string): string | undefined {
    const own = this.nearest(from, (manifest) => manifest.name !== undefined);
    if (own?.name === name) return own.folder;
    const root = this.rootOf(from);
    if (root === undefined) return undefined;
    for (const installed of this.#installedAbove(from)) {
      const linked = this.#disk.folder(join(installed, name));
      if (linked === undefined) continue;
      const real = this.#disk.real(linked);
      return real !== undefined && !isInstalled(real) && isInside(real, root) ? real : undefined;
    }
    return this.#membersOf(root).get(name);
  }

  /** The folder of an installed package, as a file of a folder finds it; undefined where it is none, or the project's own. */
  installedFolder(name: string, from: string): string | undefined {
    const folders = remembered(this.#installedFolders, from, () => new Map<string, string | undefined>());
    return remembered(folders, name, () => {
      if (this.folderOf(name, from) !== undefined) return undefined;
      for (const installed of this.#installedAbove(from)) {
        const folder = this.#disk.folder(join(installed, name));
        if (folder !== undefined) return folder;
      }
      return undefined;
    });
  }

  /** The folders of installed packages in which a file of this folder finds its own, nearest first. */
  #installedAbove(folder: string): readonly string[] {
    return remembered(this.#installed, folder, () => {
      const own = this.#disk.folder(join(folder, 'node_modules'));
      const parent = dirname(folder);
      const above = parent === folder ? [] : this.#installedAbove(parent);
      return own === undefined ? above : [own, ...above];
    });
  }

  #readManifest(folder: string): Manifest | undefined {
    // The listing of a folder is at hand, where a look for each file that is not there would cost.
    if (!this.#disk.file(join(folder, 'package.json'))) return undefined;
    const manifest = manifestIn(folder);
    return manifest?.problem === undefined ? manifest : undefined;
  }

  /** The patterns of `workspaces`, or of pnpm-workspace.yaml. */
  #workspacesIn(folder: string): readonly string[] {
    const manifest = this.manifestIn(folder);
    const isAlone = !manifest && !this.#disk.file(join(folder, 'pnpm-workspace.yaml'));
    return isAlone ? [] : workspacesOf(manifest ?? { folder, content: {} });
  }

  #membersOf(root: string): ReadonlyMap<string, string> {
    let members = this.#members.get(root);
    if (!members) {
      const found = new Map<string, string>();
      const patterns = this.#workspacesIn(root);
      const excluded = new Set(
        patterns.filter((p) => p.startsWith('!')).flatMap((p) => this.#expand(root, p.slice(1))),
      );
      for (const pattern of patterns) {
        if (pattern.startsWith('!')) continue;
        for (const folder of this.#expand(root, pattern)) {
          const name = excluded.has(folder) ? undefined : this.manifestIn(folder)?.name;
          if (name !== undefined && !found.has(name)) found.set(name, folder);
        }
      }
      this.#members.set(root, (members = found));
    }
    return members;
  }

  /** Folders that a pattern of workspaces means: `packages/*`, `apps/**`, `libs/ui`. */
  #expand(root: string, pattern: string): readonly string[] {
    const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '.');
    let folders = [root];
    for (const segment of segments) {
      if (segment === '**') folders = folders.flatMap((folder) => this.#below(folder, 4));
      else if (segment.includes('*')) {
        const wanted = new RegExp(
          `^${segment.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`,
        );
        folders = folders.flatMap((folder) =>
          this.#children(folder).filter((child) => wanted.test(basename(child))),
        );
      } else folders = folders.map((folder) => join(folder, segment)).filter((f) => this.#disk.folder(f));
      folders = folders.slice(0, MAX_WORKSPACES);
    }
    return folders;
  }

  #children(folder: string): readonly string[] {
    return [...this.#disk.entries(folder)]
      .filter(([name, kind]) => kind === 'folder' && name !== 'node_modules' && !name.startsWith('.'))
      .map(([name]) => join(folder, name));
  }

  #below(folder: string, depth: number): readonly string[] {
    if (depth === 0) return [folder];
    return [folder, ...this.#children(folder).flatMap((child) => this.#below(child, depth - 1))];
  }
}

/** True for a path in a folder, and for the folder. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

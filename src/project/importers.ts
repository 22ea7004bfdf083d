/**
 * Which files of a project import a module: the imports of all its files, turned around.
 */
import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import { Believed } from './believed.ts';
import { foldersBelow } from './package-folders.ts';
import { isModuleFile } from './parse.ts';
import type { ModuleTexts } from './module-texts.ts';
import { isTestFile } from './test-files.ts';
import { remembered } from './remembered.ts';

/** Files of a project that are looked at, at most. */
const MAX_FILES = 20_000;

/** Folders that builds write beside a package.json. */
const BUILT_FOLDERS = new Set(['build', 'coverage', 'dist', 'out', 'target']);

/** Who imports whom below a folder. */
export interface Importers {
  readonly root: string;
  readonly of: ReadonlyMap<string, ReadonlySet<string>>;
  /** Module → its importers, those behind modules that hand it on included. */
  readonly known: Map<string, readonly string[]>;
  /** Which of its files are tests. */
  readonly isTest: (file: string) => boolean;
}

const searched = new Believed<Importers>();

/**
 * The files that import a module, directly or through modules that hand on what they import from it; tests left out.
 *
 * @param cwd the folder that is searched where no package.json says what the project is
 */
export function importersOf(texts: ModuleTexts, path: string, cwd: string): readonly string[] {
  const module = texts.disk.real(path) ?? path;
  const importers = importersBelow(texts, module, cwd);
  return remembered(importers.known, module, () => importersAmong(texts, importers, module));
}

function importersAmong(texts: ModuleTexts, { of, isTest }: Importers, module: string): readonly string[] {
  const found = new Set<string>();
  const handing = new Set([module]);
  for (const handed of handing) {
    for (const importer of of.get(handed) ?? []) {
      if (importer === module) continue;
      found.add(importer);
      if (texts.handsOnFrom(importer, handed)) handing.add(importer);
    }
  }
  return [...found].filter((file) => !isTest(file));
}

/** What {@link importersOf} turns around: the modules that a file imports, and those behind modules that hand them on. */
export function importedBy(texts: ModuleTexts, file: string): readonly string[] {
  const found = new Set(texts.importsAt(file));
  for (const path of found) {
    for (const next of texts.importsAt(path)) {
      if (next !== file && texts.handsOnFrom(path, next)) found.add(next);
    }
  }
  return [...found];
}

/** The module files below a folder, those nearest to it first; what builds write and packages of others are left out. */
export function moduleFilesBelow(disk: Disk, root: string): readonly string[] {
  const files: string[] = [];
  for (const folder of foldersBelow(disk, root, (name, siblings) =>
    BUILT_FOLDERS.has(name) ? !siblings.has('package.json') : true,
  )) {
    for (const [name, kind] of disk.entries(folder)) {
      if (kind === 'file' && isModuleFile(name)) files.push(join(folder, name));
    }
    if (files.length >= MAX_FILES) break;
  }
  return files;
}

/**
 * Searches the project that a file belongs to.
 *
 * @param cwd the folder that is searched where no package.json says what the project is
 */
export function importersBelow(texts: ModuleTexts, file: string, cwd: string): Importers {
  const root = texts.resolution.packages.rootOf(dirname(file)) ?? cwd;
  return searched.get(texts, root, () => searchBelow(texts, root));
}

function searchBelow(texts: ModuleTexts, root: string): Importers {
  const of = new Map<string, Set<string>>();
  for (const file of moduleFilesBelow(texts.disk, root)) {
    for (const imported of texts.importsAt(file)) {
      remembered(of, imported, () => new Set<string>()).add(file);
    }
  }
  const tests = new Map<string, boolean>();
  return {
    root,
    of,
    known: new Map<string, readonly string[]>(),
    isTest: (file) => remembered(tests, file, () => isTestFile(file)),
  };
}

/**
 * Packages that are installed for a file: what an import of a name leads to that is not followed.
 */
import { dirname } from 'node:path';
import { projectTexts } from './module-texts.ts';
import { importedSpecifiers } from './import-scan.ts';
import type { Manifest } from './manifests.ts';

/**
 * The package.json of the installed package that a specifier is of; undefined for files, builtins, what is not installed, and
 * for packages of the project, which are followed. Never throws.
 *
 * @param from the importing file, absolute
 */
export function installedManifest(specifier: string, from: string): Manifest | undefined {
  const name = /^((?:@[^/.][^/]*\/)?[^/@.#:][^/:]*)(?:\/.*)?$/.exec(specifier)?.[1];
  if (name === undefined) return undefined;
  // Where imports are not followed nobody else begins a pass, and what was read before would stay.
  projectTexts.enter(from);
  const { packages } = projectTexts.resolution;
  const folder = packages.installedFolder(name, dirname(from));
  return folder === undefined ? undefined : packages.manifestIn(folder);
}

/** The specifiers of packages that a text imports. */
export function importedPackages(text: string): readonly string[] {
  return importedSpecifiers(text).filter((specifier) => /^[@\w]/.test(specifier));
}

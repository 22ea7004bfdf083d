/**
 * Whether the sources of a package say something.
 */
import { dirname, sep } from 'node:path';
import { Believed } from './believed.ts';
import { packageFoldersBelow } from './package-folders.ts';
import { moduleFilesBelow } from './importers.ts';
import { projectTexts } from './module-texts.ts';
import type { TextPredicate } from './module-texts.ts';
import { isTestFile } from './test-files.ts';

/** Sources of one package that are looked at. */
const MAX_SOURCES = 4000;

const answers = new WeakMap<TextPredicate, Believed<boolean | undefined>>();

/**
 * Whether a source of a package, or one that it imports, has a wanted text. Packages inside it are packages of their own, and
 * tests are no sources.
 *
 * @returns undefined where there are more sources than are looked at
 */
export function packageMentions(folder: string, wanted: TextPredicate): boolean | undefined {
  projectTexts.enter(folder);
  let believed = answers.get(wanted);
  if (!believed) answers.set(wanted, (believed = new Believed<boolean | undefined>()));
  return believed.get(projectTexts, folder, () => search(folder, wanted));
}

function search(folder: string, wanted: TextPredicate): boolean | undefined {
  const { disk } = projectTexts;
  const nested = packageFoldersBelow(disk, folder).filter((other) => other !== folder);
  const own = moduleFilesBelow(disk, folder).filter(
    (file) =>
      !file.endsWith('.json') &&
      !isTestFile(file) &&
      !nested.some((other) => dirname(file) === other || file.startsWith(other + sep)),
  );
  if (own.slice(0, MAX_SOURCES).some((file) => projectTexts.concerns(file, wanted))) return true;
  return own.length > MAX_SOURCES ? undefined : false;
}

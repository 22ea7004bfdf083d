/**
 * Whether the sources of a package say something.
 */
import { dirname, sep } from 'node:path';
import { packageFoldersBelow } from './package-folders.ts';
import { moduleFilesBelow } from './importers.ts';
import { projectTexts } from './module-texts.ts';
import type { TextPredicate } from './module-texts.ts';
import { isTestFile } from './test-files.ts';

/** Sources of one package that are looked at. */
const MAX_SOURCES = 4000;

/** How long an answer is believed while files are linted one after the other, in milliseconds. */
const FRESH_MS = 2000;

interface Mentioned {
  readonly answer: boolean | undefined;
  readonly generation: number;
  readonly until: number;
}

const answers = new WeakMap<TextPredicate, Map<string, Mentioned>>();

/**
 * Whether a source of a package, or one that it imports, has a wanted text. Packages inside it are packages of their own, and
 * tests are no sources.
 *
 * @returns undefined where there are more sources than are looked at
 */
export function packageMentions(folder: string, wanted: TextPredicate): boolean | undefined {
  projectTexts.enter(folder);
  let byFolder = answers.get(wanted);
  if (!byFolder) answers.set(wanted, (byFolder = new Map<string, Mentioned>()));
  const known = byFolder.get(folder);
  const now = performance.now();
  if (known?.generation === projectTexts.generation && now < known.until) return known.answer;
  const answer = search(folder, wanted);
  const end = performance.now();
  // A large package is not searched all the time.
  const until = end + Math.max(FRESH_MS, 50 * (end - now));
  byFolder.set(folder, { answer, generation: projectTexts.generation, until });
  return answer;
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

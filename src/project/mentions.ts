/**
 * Whether any module of a project has a text that is wanted, whoever imports it.
 */
import { dirname } from 'node:path';
import { Believed } from './believed.ts';
import { moduleFilesBelow } from './importers.ts';
import type { ModuleTexts, TextPredicate } from './module-texts.ts';
import { remembered } from './remembered.ts';
import { isTestFile } from './test-files.ts';

const searched = new Believed<Map<TextPredicate, boolean>>();

/**
 * True where some module of the project of a file has a text that is wanted; tests are left out.
 *
 * @param cwd the folder that is searched where no package.json says what the project is
 * @param wanted pure, and the same function each time: answers are remembered by it
 */
export function isMentioned(
  texts: ModuleTexts,
  { from, cwd }: { readonly from: string; readonly cwd: string },
  wanted: TextPredicate,
): boolean {
  const root = texts.resolution.packages.rootOf(dirname(from)) ?? cwd;
  const found = searched.get(texts, root, () => new Map<TextPredicate, boolean>());
  return remembered(found, wanted, () =>
    moduleFilesBelow(texts.disk, root).some((file) => !isTestFile(file) && wanted(texts.textOf(file) ?? '')),
  );
}

/**
 * Under which names modules put something on what a framework hands around: an application, a request, a context. What reads it there
 * imports nothing from who put it.
 */
import { dirname } from 'node:path';
import { Believed } from './believed.ts';
import { moduleFilesBelow } from './importers.ts';
import type { ModuleTexts, TextPredicate } from './module-texts.ts';
import type { PutName } from './put-names-scan.ts';
import { remembered } from './remembered.ts';
import { isTestFile } from './test-files.ts';

type Puts = ReadonlyMap<PutName, readonly string[]>;

const searched = new Believed<Puts>();

/**
 * The files of a project by the names under which they put something, tests left out.
 *
 * @param cwd the folder that is searched where no package.json says what the project is
 */
export function putsIn(texts: ModuleTexts, from: string, cwd: string): Puts {
  const root = texts.resolution.packages.rootOf(dirname(from)) ?? cwd;
  return searched.get(texts, root, () => searchBelow(texts, root));
}

function searchBelow(texts: ModuleTexts, root: string): Puts {
  const by = new Map<PutName, string[]>();
  for (const file of moduleFilesBelow(texts.disk, root)) {
    if (isTestFile(file)) continue;
    for (const name of new Set(texts.putsAt(file))) remembered(by, name, () => []).push(file);
  }
  return by;
}

/** The modules that put something that concerns what is wanted under a name that a text reads. */
export function puttersFor(
  texts: ModuleTexts,
  { text, from, cwd }: { readonly text: string; readonly from: string; readonly cwd: string },
  wanted: TextPredicate,
): readonly string[] {
  return [...putsIn(texts, from, cwd)].flatMap(([put, files]) => {
    const name = put.slice(put.indexOf(':') + 1);
    return isRead(text, name, put)
      ? files.filter((file) => file !== from && texts.concerns(file, wanted))
      : [];
  });
}

/** `.llm`, `{ llm }`, `"llm"`; `@Inject(LLM)` of a token */
function isRead(text: string, name: string, put: PutName): boolean {
  if (!text.includes(name)) return false;
  return new RegExp(
    `[.{,"'\`${put.startsWith('bind:') ? '(' : ''}]\\s*${name.replace(/\$/g, '\\$')}\\b`,
  ).test(text);
}

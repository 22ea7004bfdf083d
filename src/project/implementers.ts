/**
 * Whether what a file knows by an interface alone is something that is asked for: the class that implements it stands in a module
 * that the file does not import.
 */
import { importedBy, importersBelow, moduleFilesBelow } from './importers.ts';
import type { Importers } from './importers.ts';
import type { ModuleTexts, TextPredicate } from './module-texts.ts';
import { remembered } from './remembered.ts';
import { isTestFile } from './test-files.ts';

const declares = (text: string): boolean => /\b(?:interface|abstract\s+class)\s+[A-Z]/.test(text);
const putsInPlace = (text: string): boolean => /\bclass\b[^{]*\b(?:implements|extends)\b/.test(text);

/** Module → the modules with classes that can implement what it declares. */
type Implemented = ReadonlyMap<string, ReadonlySet<string>>;

const searched = new WeakMap<Importers, Map<TextPredicate, Implemented>>();

/** The modules that implement what a text imports, where they concern what is wanted. */
export function implementersOf(
  texts: ModuleTexts,
  { text, from, cwd }: { readonly text: string; readonly from: string; readonly cwd: string },
  wanted: TextPredicate,
): readonly string[] {
  const found = new Set<string>();
  const take = (path: string, isSeen: () => boolean = () => true): void => {
    const classes = implementedBelow(texts, importersBelow(texts, path, cwd), wanted).get(path);
    if (!classes || !texts.answers(path, declares) || !isSeen()) return;
    for (const file of classes) if (file !== from) found.add(file);
  };
  for (const path of texts.importsOf(text, from)) {
    take(path);
    for (const next of texts.importsAt(path)) take(next, () => texts.handsOnFrom(path, next));
  }
  return [...found];
}

/** Asked from the side of the classes: in a large project few of them concern what is wanted. */
function implementedBelow(texts: ModuleTexts, importers: Importers, wanted: TextPredicate): Implemented {
  let byWanted = searched.get(importers);
  if (!byWanted) searched.set(importers, (byWanted = new Map<TextPredicate, Implemented>()));
  return remembered(byWanted, wanted, () => {
    const by = new Map<string, Set<string>>();
    for (const file of moduleFilesBelow(texts.disk, importers.root)) {
      const isClass = texts.concerns(file, wanted) && texts.answers(file, putsInPlace) && !isTestFile(file);
      for (const path of isClass ? importedBy(texts, file) : [])
        remembered(by, path, () => new Set<string>()).add(file);
    }
    return by;
  });
}

/**
 * Whether what a file knows by a type alone is something that is asked for: the class that implements it, or the function that gives
 * it, stands in a module that the file does not import.
 */
import { importedBy, importersBelow, moduleFilesBelow } from './importers.ts';
import type { Importers } from './importers.ts';
import type { ModuleTexts, TextPredicate } from './module-texts.ts';
import { remembered } from './remembered.ts';
import { mayUseAny } from './uses-in-text.ts';

const declares = (text: string): boolean => /\b(?:interface|abstract\s+class|type)\s+[A-Z]/.test(text);
const putsInPlace = (text: string): boolean =>
  /\bclass\b[^{]*\b(?:implements|extends)\b|\)\s*:\s*(?:Promise<)?[A-Z]|:\s*[A-Z][^=;,(){}\n]*=|\bsatisfies\s+[A-Z]/.test(
    text,
  );

/** Module → the modules that can put something in place of what it declares. */
type Implemented = ReadonlyMap<string, ReadonlySet<string>>;

const searched = new WeakMap<Importers, Map<TextPredicate, Implemented>>();

/** The modules that implement what a text imports, or give it, where they concern what is wanted. */
export function implementersOf(
  texts: ModuleTexts,
  { text, from, cwd }: { readonly text: string; readonly from: string; readonly cwd: string },
  wanted: TextPredicate,
): readonly string[] {
  const found = new Set<string>();
  /** What stands behind the types of a module that a text names. */
  const take = (path: string, naming: string): void => {
    const files = implementedBelow(texts, importersBelow(texts, path, cwd), wanted).get(path);
    if (!files || !texts.answers(path, declares)) return;
    const names = [...texts.typesAt(path).keys()].filter(
      (name) => naming.includes(name) && isContract(texts, path, name),
    );
    if (names.length === 0) return;
    const implement = mayUseAny(names, 'implemented');
    for (const file of files) if (file !== from && implement(texts.textOf(file) ?? '')) found.add(file);
  };
  for (const path of texts.importsOf(text, from)) {
    take(path, text);
    const own = texts.textOf(path) ?? '';
    // What it imports may itself know by a type alone what it asks for.
    for (const next of texts.importsAt(path)) take(next, texts.handsOnFrom(path, next) ? text + own : own);
  }
  return [...found];
}

/** True for a type that says what something does, or names a type that does: of this module, of one that it imports, or of a package. */
function isContract(texts: ModuleTexts, path: string, name: string, seen = new Set<string>()): boolean {
  const key = `${path}\0${name}`;
  if (seen.has(key)) return false;
  seen.add(key);
  const type = texts.typesAt(path).get(name);
  if (!type || type.does) return true;
  return type.names.some((inner) => {
    const home = [path, ...texts.importsAt(path)].find((file) => texts.typesAt(file).has(inner));
    return home === undefined || isContract(texts, home, inner, seen);
  });
}

/** Asked from the side of the classes: in a large project few of them concern what is wanted. */
function implementedBelow(texts: ModuleTexts, importers: Importers, wanted: TextPredicate): Implemented {
  let byWanted = searched.get(importers);
  if (!byWanted) searched.set(importers, (byWanted = new Map<TextPredicate, Implemented>()));
  return remembered(byWanted, wanted, () => {
    const by = new Map<string, Set<string>>();
    for (const file of moduleFilesBelow(texts.disk, importers.root)) {
      const isPut =
        texts.concerns(file, wanted) && texts.answers(file, putsInPlace) && !importers.isTest(file);
      for (const path of isPut ? importedBy(texts, file) : [])
        remembered(by, path, () => new Set<string>()).add(file);
    }
    return by;
  });
}

/**
 * Whether what a file knows by an interface alone is something that is asked for: the class that implements it stands in a module
 * that the file does not import.
 */
import { importersOf } from './importers.ts';
import type { ModuleTexts, TextPredicate } from './module-texts.ts';

const DECLARES = /\b(?:interface|abstract\s+class)\s+[A-Z]/;
const PUTS_IN_PLACE = /\bclass\b[^{]*\b(?:implements|extends)\b/;

/** Modules that a text imports, of which it is looked whether somebody implements them. */
const MAX_DECLARING = 40;

/** The modules that implement what a text imports, where they concern what is wanted. */
export function implementersOf(
  texts: ModuleTexts,
  { text, from, cwd }: { readonly text: string; readonly from: string; readonly cwd: string },
  wanted: TextPredicate,
): readonly string[] {
  return declaringModules(texts, text, from)
    .slice(0, MAX_DECLARING)
    .flatMap((path) =>
      importersOf(texts, path, cwd).filter(
        (importer) =>
          importer !== from &&
          PUTS_IN_PLACE.test(texts.textOf(importer) ?? '') &&
          texts.concerns(importer, wanted),
      ),
    );
}

/** The modules with interfaces or abstract classes that a text imports, itself or by a module that exports them again. */
function declaringModules(texts: ModuleTexts, text: string, from: string): readonly string[] {
  const direct = texts.importsOf(text, from);
  const behind = direct.flatMap((path) =>
    texts.importsAt(path).filter((next) => texts.handsOnFrom(path, next)),
  );
  return [...new Set([...direct, ...behind])].filter((path) => DECLARES.test(texts.textOf(path) ?? ''));
}

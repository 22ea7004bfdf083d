/**
 * Which modules a text imports, by a scan without a parser. It may name too many (an import in a comment), never too few of
 * those written with a literal.
 */

/**
 * `from '…'`, `import '…'`, `import('…')`, `require('…')`, with comments that bundlers put before the specifier. Every part is
 * bounded, so that the scan takes time in proportion to the text.
 */
const IMPORTS =
  /\b(?:from|import|require)\b\s{0,200}(?:\(\s{0,200})?(?:(?:\/\*(?:[^*]|\*(?!\/)){0,200}\*\/|\/\/[^\n]{0,200}\n)\s{0,200}){0,4}(["'`])([^"'`\n\\]{1,500})\1/g;

/** Several questions about the same text follow one another. */
let last: { readonly text: string; readonly found: readonly string[] } = { text: '', found: [] };

/**
 * The specifiers of static imports, re-exports, `require` and `import()` of literals, each once, in the order of the text.
 *
 * @param text a module in any language that embeds JavaScript
 */
export function importedSpecifiers(text: string): readonly string[] {
  if (last.text === text) return last.found;
  const found = new Set<string>();
  for (const match of text.matchAll(IMPORTS)) {
    const specifier = match[2];
    if (specifier !== undefined && !(match[1] === '`' && specifier.includes('${'))) found.add(specifier);
  }
  last = { text, found: [...found] };
  return last.found;
}

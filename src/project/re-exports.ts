/**
 * Whether a module hands on to its own importers what it imports, by its text.
 */

/**
 * True where a text exports what it imports from a module: again, under a name of its own, or in something made of it (a
 * subclass, an instance). One line at a time: it may say true too often, for the price of looking at more files.
 *
 * @param specifier as the text writes it
 */
export function handsOn(text: string, specifier: string): boolean {
  const plain = escaped(specifier);
  const quoted = `(?:'${plain}'|"${plain}"|\`${plain}\`)`;
  const isExportedFrom = new RegExp(
    `\\bexport\\s*(?:type\\s*)?(?:\\*\\s*(?:as\\s+[\\w$]+\\s*)?|\\{[^}]{0,5000}\\}\\s*)from\\s*${quoted}|` +
      `(?:\\bexports\\b[^;\\n]*|__exportStar\\(\\s*)require\\(\\s*${quoted}`,
  );
  if (isExportedFrom.test(text)) return true;
  return boundNames(text, quoted).some((name) => isExported(text, escaped(name)));
}

/** The names that a text gives to what it imports from a module. */
function boundNames(text: string, quoted: string): readonly string[] {
  const clauses = new RegExp(
    `\\bimport\\s+([^'"\`;()]{1,2000}?)\\s*from\\s*${quoted}|` +
      `\\b(?:const|let|var)\\s+([^=;]{1,2000}?)=\\s*(?:await\\s+)?(?:[\\w$.]+\\()?(?:require|import)\\(\\s*${quoted}`,
    'g',
  );
  return [...text.matchAll(clauses)].flatMap(([, imported, required]) =>
    [...(imported ?? required ?? '').matchAll(/[\w$]+/g)]
      .map(([name]) => name)
      .filter((name) => !['as', 'type', 'default'].includes(name)),
  );
}

function isExported(text: string, name: string): boolean {
  const word = `(?<![\\w$.])${name}(?![\\w$])`;
  return new RegExp(
    `\\bexport\\s*\\{[^}]{0,5000}${word}[^}]{0,5000}\\}|\\bexport\\s+(?:default|const|let|var|class|abstract)\\b[^\\n]*${word}|` +
      `\\bexports\\b[^\\n]*=[^\\n]*${word}|\\bmodule\\.exports\\s*=\\s*\\{[^}]{0,5000}${word}`,
  ).test(text);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

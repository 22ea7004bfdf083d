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
  const quoted = `(['"\`])${escaped(specifier)}\\1`;
  const isExportedFrom = new RegExp(
    `\\bexport\\s*(?:type\\s*)?(?:\\*\\s*(?:as\\s+[\\w$]+\\s*)?|\\{[^}]*\\}\\s*)from\\s*${quoted}|` +
      `\\bexports\\b[^;\\n]*require\\(\\s*${quoted.replace('\\1', '\\2')}|` +
      `__exportStar\\(\\s*require\\(\\s*${quoted.replace('\\1', '\\3')}`,
  );
  if (isExportedFrom.test(text)) return true;
  return boundNames(text, quoted).some((name) => isExported(text, escaped(name)));
}

/** The names that a text gives to what it imports from a module. */
function boundNames(text: string, quoted: string): readonly string[] {
  const clauses = new RegExp(
    `\\bimport\\s+([^'"\`;()]*?)\\s*from\\s*${quoted}|` +
      `\\b(?:const|let|var)\\s+([^=;]*?)=\\s*(?:await\\s+)?(?:[\\w$.]+\\()?(?:require|import)\\(\\s*${quoted.replace('\\1', '\\4')}`,
    'g',
  );
  return [...text.matchAll(clauses)].flatMap((match) =>
    [...(match[1] ?? match[3] ?? '').matchAll(/[\w$]+/g)]
      .map(([name]) => name)
      .filter((name) => !['as', 'type', 'default'].includes(name)),
  );
}

function isExported(text: string, name: string): boolean {
  const word = `(?<![\\w$.])${name}(?![\\w$])`;
  return new RegExp(
    `\\bexport\\s*\\{[^}]*${word}[^}]*\\}|\\bexport\\s+(?:default|const|let|var|class|abstract)\\b[^\\n]*${word}|` +
      `\\bexports\\b[^\\n]*=[^\\n]*${word}|\\bmodule\\.exports\\s*=\\s*\\{[^}]*${word}`,
  ).test(text);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

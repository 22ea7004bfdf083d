/**
 * What the text of a module shows of how it uses a name that it imports, before it is parsed.
 */

/**
 * What a module can do with a function, a client, a class or a type: a function is handed to a call, itself or in an object; functions are hooked into a client; a class is made by what extends it, too; a type is implemented by classes,
 * those that extend an abstract one included, and by what is declared to be of it: what a function returns, what a variable is given.
 * `named` is any use.
 */
export type Use = 'called' | 'extended' | 'handed' | 'hooked' | 'implemented' | 'made' | 'named';

/** Before a name: not within another, and as a member of a namespace as well, `new db.Store()`. */
const START = String.raw`(?<![\w$])`;
const PATH = String.raw`\(?\s*(?:[\w$]+\s*\.\s*)*`;
const END = String.raw`(?![\w$])`;

const PROMISED = String.raw`(?:Promise(?:Like)?\s*<\s*)?`;

const FORMS: Readonly<Record<Use, (name: string) => string>> = {
  called: (name) => String.raw`${START}${name}\s*(?:\?\.\s*)?[(<]`,
  extended: (name) => String.raw`\bextends\s+${PATH}${name}${END}`,
  handed: (name) => String.raw`[(,:]\s*${name}\s*[,)}]`,
  hooked: (name) =>
    String.raw`${START}${name}\s*\.\s*(?:axiosRef\s*\.\s*)?(?:interceptors|middlewareStack)${END}`,
  implemented: (name) =>
    [
      String.raw`\bimplements\b[^{]*?${START}${name}${END}`,
      String.raw`\bclass\b[^{]*\bextends\b[^{]*?${START}${name}${END}`,
      String.raw`\bsatisfies\s+${PROMISED}${name}${END}`,
      String.raw`\)\s*:\s*${PROMISED}${name}${END}`,
      String.raw`:\s*${PROMISED}${name}${END}[^=;,(){}]*=(?![=>])`,
    ].join('|'),
  made: (name) => String.raw`\b(?:new|extends)\s+${PATH}${name}${END}`,
  named: (name) => `${START}${name}${END}`,
};

/**
 * A test for texts that may use a name in a way; true as well where they give it another name, under which they may.
 *
 * @param name an identifier; `default` for what a module exports by default, or as a whole
 */
export function mayUse(name: string, use: Use): (text: string) => boolean {
  if (name === 'default') return (text) => mayUseWhole(text, use);
  const form = new RegExp(`${FORMS[use](escaped(name))}|${START}${escaped(name)}\\s*(?:as\\b|:\\s*[\\w$])`);
  return (text) => text.includes(name) && form.test(text);
}

/** `import Desk from …`, `const makeDesk = require(…)`: names that a text gives to what it imports. */
const NAMED_HERE =
  /\bimport\s+(?:\{\s*default\s+as\s+)?([\w$]+)\s*(?:[,}]|from\b)|\b([\w$]+)\s*=\s*require\s*\(/g;

function mayUseWhole(text: string, use: Use): boolean {
  const names = [...text.matchAll(NAMED_HERE)].map(([, imported, required]) => imported ?? required ?? '');
  return names.length > 0 && mayUseAny(names, use)(text);
}

/** The same of any of several names, each as it is. */
export function mayUseAny(names: readonly string[], use: Use): (text: string) => boolean {
  const form = new RegExp(FORMS[use](`(?:${names.map(escaped).join('|')})`));
  return (text) => form.test(text);
}

/** `export function createDesk`, `exports.createDesk = …`. */
const EXPORTS =
  /\bexport\s+(?:default\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\s*\*?|class|const)\s*([\w$]+)|\bexports\.([\w$]+)\s*=/g;
/** `export { createDesk }`, `module.exports = { createDesk }`, and what is exported without a name of its own. */
const LISTED =
  /\bexport\s*\{([^}]*)\}|\bmodule\.exports\s*=\s*(?:\{([^}]*)\}|(?!async\b|class\b|function\b|new\b)([\w$]*))|\bexport\s+default\b/g;
/** A class whose constructor is handed something, a function that makes another, or an object of functions. */
const TAKES_PARTS =
  /\bconstructor\s*\(\s*[^\s)]|(?:\breturn|=>)\s*\(?\s*(?:\{|async\b|function\b|new\b|\(?[\w$,\s]{0,200}\)?\s{0,9}=>)|\breturn\s+[\w$]+\s*;/;

/**
 * A test for the texts of importers that may make something of what a text exports, and hand it the parts: `createDesk({ ask })`,
 * `new Desk(ask)`. Undefined for a text that exports nothing of the kind.
 */
export function mayCompose(text: string): ((importer: string) => boolean) | undefined {
  if (!TAKES_PARTS.test(text)) return undefined;
  const named = [...text.matchAll(EXPORTS)].map(([, first, second]) => first ?? second ?? '');
  const listed = [...text.matchAll(LISTED)];
  const names = [...named, ...listed.flatMap(([, ...lists]) => lists.join().match(/[\w$]+/g) ?? [])].map(
    escaped,
  );
  // A default export has the name that its importer gives it.
  if (listed.some(([, ...lists]) => lists.join('').trim() === '')) names.push(String.raw`[\w$]+`);
  if (names.length === 0) return undefined;
  const form = new RegExp(String.raw`${START}(?:${names.join('|')})\s*(?:<[^>()]*>\s*)?\(\s*[^\s)]`);
  return (importer) => form.test(importer);
}

function escaped(name: string): string {
  return name.replaceAll('$', String.raw`\$`);
}

/**
 * What the text of a module shows of how it uses a name that it imports, before it is parsed.
 */

/**
 * What a module can do with a function, a class or a type: a function is handed to a call, itself or in an object; a class is made by what extends it, too; a type is implemented by classes,
 * those that extend an abstract one included, and by what is declared to be of it: what a function returns, what a variable is given.
 */
export type Use = 'called' | 'extended' | 'handed' | 'implemented' | 'made';

/** Before a name: not within another, and as a member of a namespace as well, `new db.Store()`. */
const START = String.raw`(?<![\w$])`;
const PATH = String.raw`\(?\s*(?:[\w$]+\s*\.\s*)*`;
const END = String.raw`(?![\w$])`;

const PROMISED = String.raw`(?:Promise(?:Like)?\s*<\s*)?`;

const FORMS: Readonly<Record<Use, (name: string) => string>> = {
  called: (name) => String.raw`${START}${name}\s*(?:\?\.\s*)?[(<]`,
  extended: (name) => String.raw`\bextends\s+${PATH}${name}${END}`,
  handed: (name) => String.raw`[(,:]\s*${name}\s*[,)}]`,
  implemented: (name) =>
    [
      String.raw`\bimplements\b[^{]*?${START}${name}${END}`,
      String.raw`\bclass\b[^{]*\bextends\b[^{]*?${START}${name}${END}`,
      String.raw`\bsatisfies\s+${PROMISED}${name}${END}`,
      String.raw`\)\s*:\s*${PROMISED}${name}${END}`,
      String.raw`:\s*${PROMISED}${name}${END}[^=;,(){}]*=(?![=>])`,
    ].join('|'),
  made: (name) => String.raw`\b(?:new|extends)\s+${PATH}${name}${END}`,
};

/**
 * A test for texts that may use a name in a way; true as well where they give it another name, under which they may.
 *
 * @param name an identifier
 */
export function mayUse(name: string, use: Use): (text: string) => boolean {
  const form = new RegExp(`${FORMS[use](escaped(name))}|${START}${escaped(name)}\\s*(?:as\\b|:\\s*[\\w$])`);
  return (text) => text.includes(name) && form.test(text);
}

/** The same of any of several names, each as it is. */
export function mayUseAny(names: readonly string[], use: Use): (text: string) => boolean {
  const form = new RegExp(FORMS[use](`(?:${names.map(escaped).join('|')})`));
  return (text) => form.test(text);
}

function escaped(name: string): string {
  return name.replaceAll('$', String.raw`\$`);
}

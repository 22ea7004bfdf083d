/**
 * Whether a module hands on to its own importers what it imports, by its text.
 */
import { remembered } from './remembered.ts';

const QUOTED = '(?<quote>["\'`])(?<specifier>[^"\'`\\n]{1,500})\\k<quote>';

const EXPORTED_FROM = new RegExp(
  `\\bexport\\s*(?:type\\s*)?(?:\\*\\s*(?:as\\s+[\\w$]+\\s*)?|\\{[^}]{0,5000}\\}\\s*)from\\s*${QUOTED}`,
  'g',
);
const EXPORT_STAR = new RegExp(`__exportStar\\(\\s*require\\(\\s*${QUOTED}`, 'g');
const EXPORTS_OF_LINE = /\bexports\b[^;\n]*/g;
const REQUIRED = new RegExp(`require\\(\\s*${QUOTED}`, 'g');

/** The names that a text gives to what it imports from a module. */
const BOUND = [
  new RegExp(`\\bimport\\s+(?<names>[^'"\`;()]{1,2000}?)\\s*from\\s*${QUOTED}`, 'g'),
  new RegExp(
    `\\b(?:const|let|var)\\s+(?<names>[^=;]{1,2000}?)=\\s*(?:await\\s+)?(?:[\\w$.]+\\()?(?:require|import)\\(\\s*${QUOTED}`,
    'g',
  ),
];

/** Where names of what is exported stand: a list, or the rest of a line. */
const EXPORTING = [
  /\bexport\s*\{(?<names>[^}]{0,10000})\}/g,
  /\bexport\s+(?:default|const|let|var|class|abstract)\b(?<names>[^\n]*)/g,
  /\bexports\b[^\n=]*=(?<names>[^\n]*)/g,
  /\bmodule\.exports\s*=\s*\{(?<names>[^}]{0,10000})/g,
];

const NO_NAMES: ReadonlySet<string> = new Set(['as', 'type', 'default']);

/**
 * The modules of whose exports a text exports something: again, under a name of its own, or in something made of it (a
 * subclass, an instance). One line at a time: it may name too many, for the price of looking at more files.
 *
 * @returns specifiers as the text writes them
 */
export function handedOn(text: string): ReadonlySet<string> {
  if (!/\bexports?\b|__exportStar/.test(text)) return new Set();
  const found = new Set([...specifiersIn(text, EXPORTED_FROM), ...specifiersIn(text, EXPORT_STAR)]);
  for (const [line] of text.matchAll(EXPORTS_OF_LINE)) {
    for (const specifier of specifiersIn(line, REQUIRED)) found.add(specifier);
  }
  const bound = boundNames(text);
  for (const name of bound.size > 0 ? exportedNames(text) : []) {
    for (const specifier of bound.get(name) ?? []) found.add(specifier);
  }
  return found;
}

function specifiersIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(({ groups }) => groups?.['specifier'] ?? '');
}

/** Name → the specifiers that it is imported by. */
function boundNames(text: string): ReadonlyMap<string, readonly string[]> {
  const bound = new Map<string, string[]>();
  for (const pattern of BOUND) {
    for (const { groups } of text.matchAll(pattern)) {
      for (const [name] of (groups?.['names'] ?? '').matchAll(/[\w$]+/g)) {
        if (!NO_NAMES.has(name)) remembered(bound, name, () => []).push(groups?.['specifier'] ?? '');
      }
    }
  }
  return bound;
}

function exportedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const pattern of EXPORTING) {
    for (const { groups } of text.matchAll(pattern)) {
      for (const [name] of (groups?.['names'] ?? '').matchAll(/(?<![\w$.])[\w$]+/g)) names.add(name);
    }
  }
  return names;
}

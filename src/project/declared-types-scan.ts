/**
 * Which types a text declares and whether they say what something does, by a scan: types of mere data are implemented by nobody.
 */

/** A type as its text shows it. */
export interface DeclaredType {
  /** It has functions among its members, or is made of other types by an expression. */
  readonly does: boolean;
  /** The types that it names. */
  readonly names: readonly string[];
}

/** A type with a name in upper case, and where its text begins. */
const DECLARED = /\b(interface|abstract\s+class|type)\s+([A-Z]\w*)/g;

/** Longer declarations are not read. */
const MAX_LENGTH = 4000;

const DOES = /[(&]|=>|\b(?:extends|infer|keyof|typeof|import)\b/;
const COMMENTS = /\/\*(?:[^*]|\*(?!\/)){0,2000}\*\/|\/\/[^\n]*/g;
/** What a schema lets through. */
const INFERRED = /\bz\s*\.\s*(?:infer|input|output)\s*<\s*typeof\s+[\w$.]+\s*>/g;
const QUOTED = /(["'`])(?:(?!\1)[^\\\n]|\\.)*\1/g;
/** A name in upper case that is no key. */
const NAMED = /(?<![\w$])[A-Z]\w*(?!\w|\??\s*:)/g;

/** Types of the language that hold data only. */
const DATA: ReadonlySet<string> = new Set([
  'Array',
  'Date',
  'Partial',
  'Readonly',
  'ReadonlyArray',
  'Record',
]);

const UNREAD: DeclaredType = { does: true, names: [] };

/** The interfaces, abstract classes and type aliases of a text by their names. What cannot be read is taken to do something. */
export function typesIn(text: string): ReadonlyMap<string, DeclaredType> {
  const found = new Map<string, DeclaredType>();
  for (const { 0: head, 1: kind, 2: name = '', index } of text.matchAll(DECLARED)) {
    const body = kind === 'interface' || kind === 'type' ? bodyAt(text, index + head.length) : undefined;
    found.set(name, body === undefined || found.has(name) ? UNREAD : typeOf(body));
  }
  return found;
}

function typeOf(body: string): DeclaredType {
  const code = body.replace(QUOTED, '').replace(INFERRED, '');
  const names = [...code.matchAll(NAMED)].map(([name]) => name).filter((name) => !DATA.has(name));
  return { does: DOES.test(code), names: [...new Set(names)] };
}

/** What a declaration says, without comments; undefined where its end is not found. */
function bodyAt(text: string, start: number): string | undefined {
  const said = text.slice(start, start + MAX_LENGTH).replace(COMMENTS, '');
  let depth = 0;
  for (let i = 0; i < said.length; i++) {
    const char = said.charAt(i);
    if (char === '{') depth += 1;
    else if (char === ';' && depth === 0) return said.slice(0, i);
    else if (char === '}') {
      depth -= 1;
      if (depth <= 0 && !/^\s*[&|[]/.test(said.slice(i + 1, i + 40))) return said.slice(0, i);
    }
  }
  return undefined;
}

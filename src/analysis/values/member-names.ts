/**
 * Which names a text gives to something of its own.
 */
import { once } from '../syntax/once.ts';

const LANGUAGE: readonly { readonly prototype: object }[] = [
  Array,
  Date,
  Map,
  Number,
  Object,
  Promise,
  RegExp,
  Set,
  String,
];

/** The names of the methods that values of the language have. */
const methodsOfLanguage = once(
  () => new Set(LANGUAGE.flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))),
);

/** True for the name of a method that lists, texts, promises and other values of the language have. */
export function isOfLanguage(name: string): boolean {
  return methodsOfLanguage().has(name);
}

/** Of these, what texts, lists, numbers and dates have and nothing else does that is called in a program. */
const methodsOfData = once(() => {
  const own = [Array, Date, Number, String].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype));
  return new Set(own.filter((name) => !SHARED.has(name)));
});

/** Names that stores, queues and services have as well. */
const SHARED: ReadonlySet<string> = new Set(
  'constructor entries fill find findLast forEach keys link match push search toString valueOf values with'.split(
    ' ',
  ),
);

/** True for the name of a method that only texts, lists, numbers and dates have. */
export function isOfData(name: string): boolean {
  return methodsOfData().has(name);
}

/** A question about a text. */
type TextPredicate = (text: string) => boolean;

const questions = new Map<string, TextPredicate>();

/**
 * Whether a text gives a name to a member that may be called: a method, a property that may hold a function, a short property, an
 * export. For each name always the same function.
 *
 * @param name of letters, digits, `_` and `$`
 */
export function givingName(name: string): TextPredicate {
  let question = questions.get(name);
  if (!question) questions.set(name, (question = (text) => givesName(text, name)));
  return question;
}

const WORD = /[\w$]/;
const QUOTES = '\'"`';
/** Comes after a member that is written to. */
const WRITTEN = /\s*(?:\?\?|\|\||&&)?=(?![=>])/y;
/** Comes after a name that a value is given to, or that is declared to be of a type. */
const VALUE = /\s*[?!]?\s*:\s*/y;
/** A value, or a type, that cannot be called. */
const NO_FUNCTION =
  /(?:(?:true|false|null|undefined|boolean|string|number|bigint|symbol|never|void|Date|RegExp)\b(?!\s*\()|[\d[{]|'[^'\n]*'|"[^"\n]*"|(?:Array|Map|Record|ReadonlyArray|ReadonlyMap|ReadonlySet|Set)\s*<|z\s*\.)/y;
/** Comes before the name of a variable. */
const VARIABLE = /\b(?:const|let|var)\s+$/;
/** How far the beginning of a list, and the end of parameters, are looked for. */
const MAX_SPAN = 2_000;

function givesName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.charAt(at - 1);
    const end = at + name.length;
    if (WORD.test(before) || WORD.test(text.charAt(end))) continue;
    if (before === '.' && text.charAt(at - 2) !== '.') {
      if (matchEnd(WRITTEN, text, end) !== undefined) return true;
    } else if (before !== '' && QUOTES.includes(before) && text.charAt(end) === before) {
      return true;
    } else if (isGivenAt(text, at, end)) return true;
  }
  return false;
}

/** Whether a name that stands by itself is given to what may be called. */
function isGivenAt(text: string, start: number, end: number): boolean {
  const value = matchEnd(VALUE, text, end);
  if (value !== undefined)
    return matchEnd(NO_FUNCTION, text, value) === undefined && !isVariable(text, start);
  const next = end + (/^\s*/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
  switch (text.charAt(next)) {
    case '(':
      return isDefined(text, start, next);
    case '?':
      return text.charAt(next + 1) === '(';
    case '<':
      return true;
    case '=':
      return !/[=>]/.test(text.charAt(next + 1)) && !isVariable(text, start);
    case ',':
    case '}':
      return openerBefore(text, start) === '{';
    default:
      return false;
  }
}

/** A function or a method with a body or a declared result, and no call. */
function isDefined(text: string, start: number, parameters: number): boolean {
  if (/\bfunction\s*\*?\s*$/.test(text.slice(Math.max(0, start - 20), start))) return true;
  let depth = 0;
  for (let at = parameters; at < text.length && at < parameters + MAX_SPAN; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return /^\s*[:{]/.test(text.slice(at + 1, at + 100));
  }
  return true;
}

/** A variable of its own, which nobody calls as a member unless it is exported, or put into an object under its name. */
function isVariable(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  return VARIABLE.test(before) && !/\bexport\s+\w+\s+$/.test(before);
}

/** The sign that opens the list, pattern or object which goes on at an index; that of an object where it is further away. */
function openerBefore(text: string, index: number): string {
  let depth = 0;
  for (let at = index - 1; at >= 0 && at > index - MAX_SPAN; at -= 1) {
    const sign = text.charAt(at);
    if (sign === ')' || sign === ']' || sign === '}') depth += 1;
    else if (sign === '(' || sign === '[' || sign === '{') {
      if (depth === 0) return sign;
      depth -= 1;
    }
  }
  return '{';
}

/** Where what a pattern matches at an index ends. */
function matchEnd(pattern: RegExp, text: string, index: number): number | undefined {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

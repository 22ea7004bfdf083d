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
 * Whether a text gives a name to a member, a variable or a key: it has it other than as a member that is read. For each name always
 * the same function.
 *
 * @param name of letters, digits, `_` and `$`
 */
export function givingName(name: string): TextPredicate {
  let question = questions.get(name);
  if (!question) questions.set(name, (question = (text) => givesName(text, name)));
  return question;
}

const WORD = /[\w$]/;
/** Comes after a name that is given: `find(id) {`, `find: byId`, `{ find }`, `find = byId`, `find as byId`. */
const GIVEN = /\s*(?:[(<:,}=?]|as\b)/y;
/** Comes after a member that is written to. */
const WRITTEN = /\s*(?:\?\?|\|\||&&)?=(?![=>])/y;
const QUOTES = '\'"`';

function givesName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.charAt(at - 1);
    const end = at + name.length;
    if (WORD.test(before) || WORD.test(text.charAt(end))) continue;
    if (QUOTES.includes(before) && before !== '' && text.charAt(end) === before) return true;
    const sign = before === '.' && text.charAt(at - 2) !== '.' ? WRITTEN : GIVEN;
    sign.lastIndex = end;
    if (sign.test(text)) return true;
  }
  return false;
}

/**
 * What regular expressions take out of a text: some of its words, or numbers and marks only.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { rootOfApi } from '../values/origins.ts';
import type { Answer, Node } from '../syntax/types.ts';
import { literalText, writtenKey } from '../syntax/nodes.ts';
import type { Evaluator } from '../values/answers.ts';

/** A regular expression, as far as the file shows it. */
interface Pattern {
  /** Undefined where it is put together at run time. */
  readonly source: string | undefined;
  readonly flags: string;
}

/** Every regular expression that a value can be; empty for values that are none, or of which nothing is known. */
export function patternsOf(ev: Evaluator, node: Node): readonly Pattern[] {
  return ev.answers(node, []).flatMap((answer) => patternIn(answer) ?? []);
}

function patternIn(answer: Answer): Pattern | undefined {
  if (answer.kind !== 'known') return undefined;
  const { value } = answer;
  const node = answer.elsewhere ?? answer.node;
  if (node.type === 'Literal' && 'regex' in node)
    return { source: node.regex.pattern, flags: node.regex.flags };
  if (value.kind !== 'api' || !('node' in value.api.step) || value.api.step.kind === 'typed')
    return undefined;
  const root = rootOfApi(value.api);
  if (root.kind !== 'global' || root.name !== 'RegExp') return undefined;
  const [source, flags] = value.api.step.node.arguments;
  return { source: source && literalText(source), flags: (flags && literalText(flags)) ?? '' };
}

/** Letters that an id or a code may have: more of them are words. */
const MAX_LETTERS = 8;

/** True for a pattern that lets through digits, marks, a few letters and what is written in it, and no words. */
export function takesOutNumbers({ source }: Pattern): boolean {
  if (source === undefined) return false;
  const plain = source.replace(/\\[dbBsnrt0-9^$.*+?()[\]{}|/#:-]/g, '0');
  if (/\\[a-z]/i.test(plain)) return false;
  const isRepeated = /\)(?:[*+]|\{)/.test(plain);
  const outside = plain.replace(
    /\[(\^?)([^\]]*)\](?:\{(?:\d+,)?(\d+)\}|[?*+]|\{\d+,\})?/g,
    (found: string, negated: string, characters: string, most: string | undefined) => {
      if (negated !== '') return '.';
      // One letter where nothing says more.
      const isShort = most === undefined ? !isRepeated && /[\]?]$/.test(found) : Number(most) <= MAX_LETTERS;
      return isShort || !/[a-z]/i.test(characters.replace(/[aA]-[fF]/g, '')) ? '0' : '.';
    },
  );
  return !outside.includes('.') && /0|\d/.test(outside);
}

/** Of a pattern that which a part of its match is taken out by: `1`, or a name; undefined where it has no such group. */
export function groupOf({ source = '', flags }: Pattern, wanted: string): Pattern | undefined {
  const open: { readonly name: string | undefined; readonly start: number }[] = [];
  let count = 0;
  let isClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (isClass) isClass = character !== ']';
    else if (character === '[') isClass = true;
    else if (character === '(') {
      const named = /^\(\?<(\w+)>/.exec(source.slice(at));
      const isCapturing = named !== null || source[at + 1] !== '?';
      if (isCapturing) count += 1;
      const name = isCapturing && (String(count) === wanted || named?.[1] === wanted) ? wanted : undefined;
      open.push({ name, start: at + (named?.[0].length ?? 1) });
    } else if (character === ')') {
      const group = open.pop();
      if (group?.name !== undefined) return { source: source.slice(group.start, at), flags };
    }
  }
  return undefined;
}

/** True for a pattern that finds blanks, ends of lines and marks, and neither letters nor digits. */
function findsNoWords({ source }: Pattern): boolean {
  if (source === undefined || source.includes('[^')) return false;
  const plain = source
    .replace(/\\u(?:\{[\da-f]+\}|[\da-f]{4})|\\x[\da-f]{2}|\\[sbBnrtfv0\W]/gi, (escape) =>
      /^\\[BS]$/.test(escape) ? escape : ' ',
    )
    .replace(/\{\d*,?\d*\}/g, '');
  return !/[\p{L}\p{N}.\\]/u.test(plain);
}

/** So many characters of a text are a remainder, and not the text. */
export const MAX_REMAINDER = 4;

/** `text.replace(/\s+/g, ' ')`, `text.slice(0, 4000)`: another form, or the beginning, of the same text. */
export function leavesWords(
  ev: Evaluator,
  callee: TSESTree.MemberExpression,
  given: readonly Node[],
): boolean {
  const [first, second] = given;
  if (!first) return false;
  switch (writtenKey(callee)) {
    case 'replace':
    case 'replaceAll': {
      const text = literalText(first);
      if (text !== undefined && !('regex' in first)) return !/[\p{L}\p{N}]/u.test(text);
      const patterns = patternsOf(ev, first);
      return patterns.length > 0 && patterns.every(findsNoWords);
    }
    case 'slice':
    case 'substr':
    case 'substring':
      return literalText(first) === '0' && !(second && Number(literalText(second)) <= MAX_REMAINDER);
    default:
      return false;
  }
}

/** True when the result of a match, printed whole, shows the text that was searched. */
export function showsInput({ flags }: Pattern): boolean {
  return !flags.includes('g');
}

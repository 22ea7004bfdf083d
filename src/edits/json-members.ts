/**
 * Text changes of JSON: a value under keys, with the levels that are missing, in the style of the file.
 */
import { memberAt } from '../project/json-tree.ts';
import type { JsonObject, JsonValue } from '../project/json-tree.ts';
import type { Edit } from './properties.ts';

/**
 * Writes a value.
 *
 * @param root the value of the whole text
 * @param keys the way to the value; what is there already under all of them is replaced
 * @returns undefined where something on the way is no object
 */
export function writeMember(
  text: string,
  root: JsonValue | undefined,
  keys: readonly string[],
  value: unknown,
): Edit | undefined {
  const { member, depth } = memberAt(root, keys);
  const missing = keys.slice(depth);
  const holder = member ? member.value : root;
  const step = indentOf(text);
  if (missing.length === 0 && member) {
    const [start, end] = member.value.range;
    return (fixer) => fixer.replaceTextRange([start, end], written(value, step, levelAt(text, start, step)));
  }
  if (holder?.type !== 'Object') return undefined;
  const [first = '', ...rest] = missing;
  const nested = rest.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return (fixer) =>
    fixer.insertTextAfterRange(...insertion(text, holder, `${JSON.stringify(first)}: `, nested, step));
}

function insertion(
  text: string,
  { members, range: [start, end] }: JsonObject,
  key: string,
  value: unknown,
  step: string,
): [range: [number, number], text: string] {
  const last = members.at(-1);
  const isOnOneLine = last !== undefined && !text.slice(start, end).includes('\n');
  if (isOnOneLine) return [[start, last.range[1]], `, ${key}${JSON.stringify(value)}`];
  const level = last ? levelAt(text, last.range[0], step) : levelAt(text, start, step) + 1;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${lineBreak}${step.repeat(level)}${key}${written(value, step, level).replaceAll('\n', lineBreak)}`;
  if (last) return [[start, last.range[1]], `,${line}`];
  return [[start, start + 1], `${line}${lineBreak}${step.repeat(level - 1)}`];
}

function written(value: unknown, step: string, level: number): string {
  return JSON.stringify(value, undefined, step).replaceAll('\n', `\n${step.repeat(level)}`);
}

/** How the file indents: by the first line that is. */
function indentOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function levelAt(text: string, index: number, step: string): number {
  const [spaces = ''] = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', index - 1) + 1, index)) ?? [];
  return Math.round(spaces.length / step.length);
}

/**
 * The only ways by which text gets into evidence: each leaves a string that the schema takes.
 */
import { createHash } from 'node:crypto';

/** Control, format (bidirectional, zero-width), line and paragraph characters, unassigned ones and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

const MAX_SENTENCE = 400;
const MAX_NAME = 120;
const MAX_PATH = 400;

/** Text with what a reader could not see written as `\u{202E}`, cut with `…`. Never longer than `max` characters. */
export function visible(text: string, max: number = MAX_SENTENCE): string {
  const shown = text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)
    .trim();
  return shown.length > max ? `${cutTo(shown, max - 1)}…` : shown;
}

/** The first characters, without half of a pair at the end. */
function cutTo(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * A name of code, or `(unnamed)` where the text is none: it has no room for spaces and quotes, so that no literal and no
 * source text passes. A long path of names keeps its end.
 */
export function codeName(text: string | undefined): string {
  if (text === undefined || !/^[\p{L}\p{N}_$#@.:/<>()[\]*?-]+$/u.test(text)) return '(unnamed)';
  return text.length > MAX_NAME ? `…${text.slice(1 - MAX_NAME)}` : text;
}

/** A path from the root of the repository, `/` between its parts; what a reader could not see is percent-encoded. */
export function repoPath(path: string): string {
  const clean = path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/|\/)+/, '')
    .replace(INVISIBLE, (char) => (/\p{Cs}/u.test(char) ? '%EF%BF%BD' : encodeURIComponent(char)));
  return clean.length > MAX_PATH ? `…${clean.slice(1 - MAX_PATH)}` : clean || '.';
}

/** A short id: `cs:` with the first hexadecimal digits of a digest over the parts. */
export function shortId(kind: 'ca' | 'cs' | 'fi', parts: readonly (number | string)[], digits = 8): string {
  return `${kind}:${createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, digits)}`;
}

/** `sha256:` with the digest of a text. */
export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Order of strings that is the same everywhere: by code units, never by locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON with its keys sorted: the same value is the same text. */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(
    value,
    (_, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => byText(a, b)))
        : part,
    indent,
  );
}

/** `src/llm/send.ts:23`, or the file alone. */
export function placeText({ file, line }: { readonly file: string; readonly line?: number }): string {
  return line === undefined ? file : `${file}:${String(line)}`;
}

/** `1 request`, `2 requests`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${String(n)} ${n === 1 ? one : many}`;
}

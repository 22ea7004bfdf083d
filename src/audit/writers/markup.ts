/**
 * Markup that is put together only of what we write and of text that is escaped.
 */

/** Markup that is safe to put into other markup. Made by `html` alone. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | number | string | false | undefined | readonly Part[];

/** Text between tags and in quoted attributes. Characters that could turn the direction of text or hide are made visible. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, (char) =>
      char === '\n' ? ' ' : `\\u{${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
    )
    .replace(/[&<>"'`]/g, (char) => `&#${String(char.charCodeAt(0))};`);
}

/** A template of markup: what is put in is escaped, unless it is markup. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    pieces
      .map((piece, i) => (i === 0 ? '' : textOf(parts[i - 1])) + piece.replace(/\s*\n\s*/g, '\n'))
      .join(''),
  );
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escaped(part) : part.map(textOf).join('');
}

/** Our own constant markup: styles and scripts. Never for what comes from elsewhere. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** A piece of code in running text: what stands between backticks of a message. */
export function withCode(sentence: string): Markup {
  return html`${sentence.split('`').map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}

/**
 * Text in Markdown for hosts that draw it: nothing in it can become a link, an image, a mention, HTML or a cell of its own.
 */

/** Plain text. */
export function md(text: string): string {
  return seen(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&$]/g, (char) => `&#${String(char.charCodeAt(0))};`)
    .replace(/@(?=\w)/g, '@\u200B')
    .replace(/\b(https?|www)(:|\.)/gi, '$1&#8203;$2')
    .replace(/^(\s*)([-=]|\d+\.)/, '$1&#8203;$2');
}

/** Code: a name or a place. */
export function mdCode(text: string): string {
  const clean = seen(text).replaceAll('|', '¦');
  const ticks = '`'.repeat(Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${clean}${pad}${ticks}`;
}

/** A message of ours: code between its backticks, text around. */
export function mdMessage(sentence: string): string {
  return sentence
    .split('`')
    .map((piece, i) => (i % 2 === 1 && piece !== '' ? mdCode(piece) : md(piece)))
    .join('');
}

/** A table. Cells are Markdown already. */
export function mdTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function seen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, (char) =>
    char === '\n' ? ' ' : `\\u{${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

/**
 * Patterns of paths: `packages/*`, `apps/**`, `{libs,tools}/*`.
 */

const PIECES: Readonly<Record<string, string>> = {
  '**': '.+',
  '*': '[^/]+',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
  ',': '|',
};

/** The pattern as an expression for whole paths with `/` between their parts. One that cannot be read matches nothing. */
export function globOf(pattern: string): RegExp {
  const tidy = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const source = tidy.replace(/\*\*\/?|[*?{},]|[.+^$()|[\]\\]/g, (found) => {
    if (found === '**/') return '(?:[^/]+/)*';
    return PIECES[found] ?? `\\${found}`;
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^(?!)/;
  }
}

/** True for a pattern that can name more than one path. */
export function isGlob(pattern: string): boolean {
  return /[*?{]/.test(pattern);
}

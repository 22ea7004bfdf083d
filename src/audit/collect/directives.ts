/**
 * ESLint's comments that change rules, as far as they can concern ours.
 */
import type { SourceCode } from '../../rules/define/file.ts';
import { NAMESPACE } from '../../meta.ts';

export interface Directive {
  /** `configuration`: a comment that sets a rule, as in `eslint rule: "off"`. */
  readonly kind: 'block' | 'configuration' | 'line' | 'next-line';
  /** As written, with their prefix; empty: all rules. */
  readonly rules: readonly string[];
  /** Where the comment stands. */
  readonly line: number;
  /** Lines that it covers, both included. */
  readonly from: number;
  readonly to: number;
  /** What stands behind ` -- `. */
  readonly justification: string;
}

interface Comment {
  readonly type: string;
  readonly value: string;
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

const DISABLE = /^\s*eslint-disable(-next-line|-line)?(?=\s|$)([^]*)$/;
const ENABLE = /^\s*eslint-enable(?=\s|$)([^]*)$/;
const CONFIGURATION = /^\s*eslint(?=\s)([^]*)$/;

/** The directives of a file that name one of our rules, or all rules, in their order. */
export function directivesIn(sourceCode: SourceCode): Directive[] {
  const found: Directive[] = [];
  const comments = commentsOf(sourceCode);
  comments.forEach((comment, i) => {
    const { start, end } = comment.loc;
    const [, kind, rest] = DISABLE.exec(comment.value) ?? [];
    if (rest !== undefined) {
      const { rules, justification } = listOf(rest);
      const said = { rules, justification, line: start.line };
      if (kind === '-next-line')
        found.push({ ...said, kind: 'next-line', from: end.line + 1, to: end.line + 1 });
      else if (kind === '-line') found.push({ ...said, kind: 'line', from: start.line, to: end.line });
      else if (comment.type !== 'Line')
        found.push({ ...said, kind: 'block', from: start.line, to: endOf(comments.slice(i + 1), rules) });
      return;
    }
    const [, settings] = CONFIGURATION.exec(comment.value) ?? [];
    if (settings === undefined || comment.type === 'Line') return;
    const named = [...settings.matchAll(new RegExp(`${NAMESPACE}/[a-z-]+`, 'g'))].map(([name]) => name);
    if (named.length > 0)
      found.push({
        kind: 'configuration',
        rules: named,
        line: start.line,
        from: 1,
        to: Infinity,
        justification: listOf(settings).justification,
      });
  });
  return found.filter(
    ({ rules }) => rules.length === 0 || rules.some((rule) => rule.startsWith(`${NAMESPACE}/`)),
  );
}

function commentsOf(sourceCode: SourceCode): readonly Comment[] {
  const { ast } = sourceCode as { readonly ast: { readonly comments?: readonly Comment[] } };
  return ast.comments ?? [];
}

function listOf(text: string): { readonly rules: readonly string[]; readonly justification: string } {
  const [, list = '', justification = ''] = /^([^]*?)(?:\s-{2,}\s([^]*))?$/.exec(text) ?? [];
  const rules = list.split(',').map((rule) => rule.trim());
  return { rules: rules.filter((rule) => rule !== ''), justification: justification.trim() };
}

function endOf(later: readonly Comment[], rules: readonly string[]): number {
  for (const { value, loc } of later) {
    const [, rest] = ENABLE.exec(value) ?? [];
    if (rest === undefined) continue;
    const enabled = listOf(rest).rules;
    if (enabled.length === 0 || rules.some((rule) => enabled.includes(rule))) return loc.start.line;
  }
  return Infinity;
}

/**
 * What of a request's content identifies people, or may: identifiers by name and by shape, and text of request bodies.
 */
import { bodyFieldOf, namesOfPart, textOfPart, visitSent } from '../../analysis/index.ts';
import type { SentContent } from '../../analysis/index.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { wordsOf } from '../../analysis/syntax/words.ts';
import { identifierAlong } from './names.ts';
import { identifiersWritten } from './shapes.ts';
import type { IdentifierKind, Taxonomy } from './types.ts';

export interface RedactionPolicy {
  /** Whose identifiers count. */
  readonly identifiers: readonly Taxonomy[];
  /** Whether text of request bodies counts, whatever its name. */
  readonly requestBodies: boolean;
  /** Names that count beside the catalogue's (`true`), or do not count (`false`). */
  readonly spellings?: Readonly<Record<string, boolean>> | undefined;
}

/** One thing that goes into a request and that no redactor has seen. */
export type SentIdentifier = {
  readonly node: Node;
  /** The names it is read by, joined by dots. */
  readonly field: string;
} & (
  | { readonly id: 'body'; readonly kind?: undefined }
  | { readonly id: 'identifier' | 'literal'; readonly kind: IdentifierKind }
);

/** Everything of the kind that one call sends, in source order. */
export function identifiersSent(
  content: SentContent,
  { identifiers, requestBodies, spellings }: RedactionPolicy,
): SentIdentifier[] {
  const query = { taxonomies: identifiers, ...(spellings && { spellings }) };
  const found: SentIdentifier[] = [];
  visitSent(content, new Set<IdentifierKind>(), (part, above) => {
    const { node } = part;
    const text = textOfPart(part);
    for (const kind of text === undefined ? [] : identifiersWritten(text, identifiers))
      found.push({ id: 'literal', node, kind, field: kind.id });
    if (part.origins.length === 0) return above;
    const { names, key } = namesOfPart(part);
    const named =
      identifierAlong(names, query) ?? (key === undefined ? undefined : identifierAlong([key], query));
    if (named) {
      const { kind, along } = named;
      if (!above.has(kind)) found.push({ id: 'identifier', node, kind, field: along.join('.') });
      return new Set([...above, kind]);
    }
    const field = requestBodies && above.size === 0 ? bodyFieldOf(part) : undefined;
    if (field === undefined) return above;
    found.push({ id: 'body', node, field });
    return undefined;
  });
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** One report for each: all text of bodies is one, and so are fields of one name, whatever they are read of. */
export function sameReport({ id, field }: SentIdentifier): string {
  return id === 'body' ? id : wordsOf(field.split('.').at(-1) ?? '').join('');
}

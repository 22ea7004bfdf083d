/**
 * What of a request's content identifies people, or may: identifiers by name and by shape, and text of request bodies.
 */
import {
  bodyFieldOf,
  isHandle,
  isMetadataName,
  isNameOfThing,
  namesOfPart,
  textOfPart,
  visitSent,
} from '../../analysis/index.ts';
import type { SentContent, SentPart } from '../../analysis/index.ts';
import { unwrap } from '../../analysis/syntax/nodes.ts';
import type { Node } from '../../analysis/syntax/types.ts';
import { wordsOf } from '../../analysis/syntax/words.ts';
import { writtenPath } from '../../analysis/syntax/written-names.ts';
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
  /** Functions of other modules fetch it: `node` is where that enters the asking file. */
  readonly isFetched?: boolean;
} & (
  | { readonly id: 'body'; readonly kind?: undefined }
  | { readonly id: 'identifier' | 'literal'; readonly kind: IdentifierKind }
);

/** What is known of the parts that a part goes into. */
interface Above {
  readonly kinds: ReadonlySet<IdentifierKind>;
  /** What a function of another module calls it. */
  readonly handedAs?: { readonly kind: IdentifierKind; readonly along: readonly string[] };
  /** The innermost part of the asking file on the way. */
  readonly entry?: Node;
  /** The part that it goes into stands in another module. */
  readonly isElsewhere?: boolean;
}

/** Everything of the kind that one call sends, in source order. */
export function identifiersSent(
  content: SentContent,
  { identifiers, requestBodies, spellings }: RedactionPolicy,
): SentIdentifier[] {
  const query = { taxonomies: identifiers, ...(spellings && { spellings }) };
  const found: SentIdentifier[] = [];
  visitSent<Above>(content, { kinds: new Set() }, (part, state) => {
    const { node, isOwn } = part;
    const above: Above = { ...state, isElsewhere: !isOwn, ...(isOwn && { entry: node }) };
    // A text of another module enters where this file names it.
    const text = above.entry ? textOfPart(part) : undefined;
    for (const kind of text === undefined ? [] : identifiersWritten(text, identifiers))
      found.push({ id: 'literal', node: above.entry ?? node, kind, field: kind.id });
    if (part.origins.length === 0) return above;
    const { names, key } = namesOfPart(part);
    const named =
      identifierAlong(names, query) ?? (key === undefined ? undefined : identifierAlong([key], query));
    // A function of another module says by the name of its parameter what it is handed.
    if (named && !isOwn) {
      const { entry } = above;
      if (!entry || above.kinds.has(named.kind) || !part.isFetchedElsewhere())
        return { ...above, handedAs: named };
      // What it fetches itself is put into the request here.
      found.push({
        id: 'identifier',
        node: entry,
        isFetched: true,
        kind: named.kind,
        field: named.along.join('.'),
      });
      return { ...above, kinds: new Set([...above.kinds, named.kind]) };
    }
    const what = named ?? (isOwn ? above.handedAs : undefined);
    // What another module fetches through a client that it is handed is told where that is sent.
    const at = isOwn && state.isElsewhere && isHandle(part) ? state.entry : node;
    if (what) {
      const { kind, along } = what;
      if (at && !above.kinds.has(kind) && !part.isLeftToCallers())
        found.push({ id: 'identifier', node: at, isFetched: at !== node, kind, field: along.join('.') });
      return { ...above, kinds: new Set([...above.kinds, kind]) };
    }
    const field = requestBodies && isOwn && above.kinds.size === 0 ? bodyFieldOf(part) : undefined;
    if (field === undefined) return above;
    const isAskedElsewhere = part.isBodyOfCallers() || content.isBodyToldThere();
    if (!isAskedElsewhere && !part.isRedactedInQueue()) found.push({ id: 'body', node, field });
    return undefined;
  });
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/**
 * What one call sends that is neither fixed text nor seen to be redacted: the innermost such expression, the first of several.
 * What callers in other modules hand in is theirs; what is fetched is asked where it is fetched, and not where the client for that
 * comes from.
 */
export function unredactedContent(
  content: SentContent,
): { readonly node: Node; readonly field: string } | undefined {
  const open: { readonly node: Node; readonly field: string; readonly describes: boolean }[] = [];
  visitSent(content, true, (part) => {
    if (part.origins.length === 0) return undefined;
    if (!part.isOwn || part.isLeftToCallers() || isHandle(part) || unwrap(part.node) !== part.node)
      return true;
    if (part.origins.every(isOfDescription)) return true;
    open.push({ node: part.node, ...fieldOf(part) });
    return true;
  });
  const inner = open.filter(
    ({ node, describes }) =>
      !describes &&
      !open.some(
        (other) =>
          other.node !== node &&
          isWithin(other.node, node) &&
          // What a call is handed is not what it gives.
          (!other.describes || /^(?:Template|Object|Array|Binary)/.test(node.type)),
      ),
  );
  const named = inner.filter(({ field }) => field !== '');
  return (named.length > 0 ? named : inner).sort((a, b) => a.node.range[0] - b.node.range[0])[0];
}

/** How a part is called, and whether that name only describes; a call is called by its function, of which that says nothing. */
function fieldOf(part: SentPart): { readonly field: string; readonly describes: boolean } {
  const { node, path } = part;
  const { names, key } = namesOfPart(part);
  if (node.type === 'CallExpression' && path.length === 0)
    return {
      field: names.length > 0 ? `${writtenPath(node.callee).replace(/^.*\./s, '')}()` : '',
      describes: false,
    };
  const field = names.at(-1) ?? key ?? '';
  return { field, describes: isMetadataName(field) || isNameOfThing(field, names.at(-2)) };
}

/** `results[*].tool_use_id`: what is read last only describes, whatever holds it on the way. */
function isOfDescription({ path }: SentPart['origins'][number]): boolean {
  const last = path.filter((step) => step !== '*').at(-1);
  return last !== undefined && isMetadataName(last);
}

function isWithin(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** One report for each: all text of bodies is one, and so are fields of one name, whatever they are read of. */
export function sameReport({ id, field }: SentIdentifier): string {
  return id === 'body' ? id : wordsOf(field.split('.').at(-1) ?? '').join('');
}

import { bodyFieldOf, namesOfPart, textOfPart, visitSent } from '../analysis/index.ts';
import type { Node } from '../analysis/types.ts';
import { createRule } from '../create-rule.ts';
import { wordsOf } from '../analysis/words.ts';
import { identifierAlong, identifiersWritten } from '../policy/identifiers/index.ts';
import type { IdentifierKind, Taxonomy } from '../policy/identifiers/index.ts';
import { flowSettings } from '../settings.ts';
import { callName, placesListed, quote } from '../wording.ts';

export interface RedactionOptions {
  /** Whose identifiers count. */
  readonly identifiers: readonly Taxonomy[];
  /** Whether text of request bodies counts, whatever its name. */
  readonly requestBodies: boolean;
}

export default createRule({
  name: 'require-redaction',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Require identifiers of people and text of request bodies to pass a redactor on the way to Claude',
      cwe: [201, 359, 212],
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          identifiers: {
            type: 'array',
            description: 'The lists of identifiers that count.',
            items: { type: 'string', enum: ['hipaa', 'financial', 'government'] },
            uniqueItems: true,
          },
          requestBodies: {
            type: 'boolean',
            description: 'Whether to report text of request bodies, whatever its name.',
          },
        },
      },
    ],
    defaultOptions: [{ identifiers: ['hipaa', 'financial', 'government'], requestBodies: true }] as readonly [
      RedactionOptions,
    ],
    messages: {
      identifier:
        '`{{field}}` on line {{line}} (by its name, {{kind}}) goes into `{{call}}`, and no redactor is seen on the way. Redact it, send a token or a keyed hash, or leave it out.',
      literal:
        'A text on line {{line}} with the shape of {{kind}} goes into `{{call}}`. Take it out, here and from the history of the repository if it is real.',
      body: 'Text from a request body ({{fields}}) goes into `{{call}}`, and no redactor is seen on the way. People write identifiers into free text: pass it through a redactor, or name yours in `settings["claude-compliance"].redactors`.',
    },
  },
  check(context, [{ identifiers, requestBodies }], analysis, settings) {
    const { sourceCode } = context;
    const query = {
      taxonomies: identifiers,
      ...(settings.identifiers && { spellings: settings.identifiers }),
    };
    const said = new Set<Node>();
    for (const content of analysis.sent(flowSettings(settings))) {
      const call = callName(sourceCode, content.call);
      const seen: Seen[] = [];
      visitSent(content, new Set<IdentifierKind>(), (part, above) => {
        const { node } = part;
        const text = textOfPart(part);
        for (const kind of text === undefined ? [] : identifiersWritten(text, identifiers))
          seen.push({ node, messageId: 'literal', kind, field: kind.id });
        if (part.origins.length === 0) return above;
        const { names, key } = namesOfPart(part);
        const found =
          identifierAlong(names, query) ?? (key === undefined ? undefined : identifierAlong([key], query));
        if (found) {
          if (!above.has(found.kind))
            seen.push({ node, messageId: 'identifier', kind: found.kind, field: found.along.join('.') });
          return new Set([...above, found.kind]);
        }
        const field = requestBodies && above.size === 0 ? bodyFieldOf(part) : undefined;
        if (field === undefined) return above;
        seen.push({ node, messageId: 'body', field });
        return undefined;
      });
      seen.sort((a, b) => a.node.range[0] - b.node.range[0]);
      const fields = placesListed(seen.filter(({ messageId }) => messageId === 'body'));
      const once = new Set<string>();
      for (const { node, messageId, kind, field } of seen) {
        const key = messageId === 'body' ? messageId : wordsOf(field.split('.').at(-1) ?? '').join('');
        if (said.has(node) || once.has(key)) continue;
        once.add(key);
        said.add(node);
        const line = String(node.loc.start.line);
        const data = {
          identifier: { call, line, kind: kind?.title ?? '', field: quote(field) },
          literal: { call, line, kind: kind?.title ?? '' },
          body: { call, fields },
        };
        context.report({ node, messageId, data: data[messageId] });
      }
    }
  },
});

interface Seen {
  readonly node: Node;
  readonly messageId: 'body' | 'identifier' | 'literal';
  readonly kind?: IdentifierKind;
  readonly field: string;
}

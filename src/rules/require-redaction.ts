import type { Node } from '../analysis/syntax/types.ts';
import { createRule } from './define/rule.ts';
import { identifiersSent, sameReport } from '../policy/identifiers/index.ts';
import type { RedactionPolicy } from '../policy/identifiers/index.ts';
import { flowSettings } from '../declared/settings.ts';
import { callName, fileStart, NOT_FOLLOWED, placesListed, quote } from './define/wording.ts';

export type RedactionOptions = Omit<RedactionPolicy, 'spellings'>;

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
      notFollowed: NOT_FOLLOWED,
    },
  },
  check(context, [options], analysis, settings) {
    const { sourceCode } = context;
    const policy = { ...options, spellings: settings.identifiers };
    const said = new Set<Node>();
    const { found, complete } = analysis.sent(flowSettings(settings));
    if (!complete) context.report({ ...fileStart(sourceCode), messageId: 'notFollowed' });
    for (const content of found) {
      const call = callName(sourceCode, content.call);
      const identifiers = identifiersSent(content, policy);
      const fields = placesListed(identifiers.filter(({ id }) => id === 'body'));
      const reported = new Set<string>();
      for (const each of identifiers) {
        const { id, node, kind, field } = each;
        const key = sameReport(each);
        if (said.has(node) || reported.has(key)) continue;
        reported.add(key);
        said.add(node);
        const line = String(node.loc.start.line);
        const data = {
          identifier: { call, line, kind: kind?.title ?? '', field: quote(field) },
          literal: { call, line, kind: kind?.title ?? '' },
          body: { call, fields },
        };
        context.report({ node, messageId: id, data: data[id] });
      }
    }
  },
});

import { identifiersSent, sameReport } from '../policy/identifiers/index.ts';
import type { RedactionPolicy, SentIdentifier } from '../policy/identifiers/index.ts';
import { finding } from './define/assessment.ts';
import { assessContent } from './define/content.ts';
import { flag, listOf, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, nameOf, NOT_FOLLOWED, placesListed } from './define/wording.ts';

export type RedactionOptions = Omit<RedactionPolicy, 'spellings'>;

type Ids = 'body' | 'identifier' | 'literal' | 'notFollowed';

export default createRule<Ids, RedactionOptions>({
  name: 'require-redaction',
  asks: 'redaction',
  subjects: ['call site', 'file'],
  follows: 'sent',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Require identifiers of people and text of request bodies to pass a redactor on the way to Claude',
      cwe: [201, 359, 212],
    },
    schema: optionsOf({
      identifiers: listOf(['hipaa', 'financial', 'government'], 'The lists of identifiers that count.'),
      requestBodies: flag('Whether to report text of request bodies, whatever its name.'),
    }),
    defaultOptions: [{ identifiers: ['hipaa', 'financial', 'government'], requestBodies: true }],
    messages: {
      identifier: '`{{field}}` ({{kind}}) goes into `{{call}}` unredacted. Redact it.',
      literal: 'A text with the shape of {{kind}} goes into `{{call}}`. Take it out.',
      body: 'Request body text ({{fields}}) goes into `{{call}}` unredacted. Redact it.',
      notFollowed: NOT_FOLLOWED,
    },
  },
  assess(file, options) {
    const policy = { ...options, spellings: file.settings.identifiers };
    return assessContent(file, (content, subject) => {
      const call = callName(content.call);
      const identifiers = identifiersSent(content, policy);
      const fields = placesListed(
        identifiers.filter(({ id }) => id === 'body'),
        file.cwd,
      );
      return identifiers.map((each) =>
        finding<Ids>(subject, each.id, {
          at: each.node,
          certainty: each.id === 'identifier' ? 'by name' : 'shown',
          data: saidOf(each, call, fields),
          // One report for a field of one call, and for a place.
          once: [each.node, `${content.call.range.join(':')} ${sameReport(each)}`],
        }),
      );
    });
  },
});

/** What the message says, and nothing else: the value is never among it. */
function saidOf({ id, kind, field }: SentIdentifier, call: string, fields: string): Record<string, string> {
  if (id === 'body') return { call, fields };
  return { call, kind: kind.title, ...(id === 'identifier' && { field: nameOf(field) }) };
}

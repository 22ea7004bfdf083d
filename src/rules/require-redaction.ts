import { identifiersSent, sameReport } from '../policy/identifiers/index.ts';
import type { RedactionPolicy, SentIdentifier } from '../policy/identifiers/index.ts';
import { finding } from './define/assessment.ts';
import { assessContent } from './define/content.ts';
import { flag, listOf, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, NOT_FOLLOWED, placesListed, quote } from './define/wording.ts';

export type RedactionOptions = Omit<RedactionPolicy, 'spellings'>;

type Ids = 'body' | 'identifier' | 'literal' | 'notFollowed';

export default createRule<Ids, RedactionOptions>({
  name: 'require-redaction',
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
      identifier:
        '`{{field}}` on line {{line}} (by its name, {{kind}}) goes into `{{call}}`, and no redactor is seen on the way. Redact it, send a token or a keyed hash, or leave it out.',
      literal:
        'A text on line {{line}} with the shape of {{kind}} goes into `{{call}}`. Take it out, here and from the history of the repository if it is real.',
      body: 'Text from a request body ({{fields}}) goes into `{{call}}`, and no redactor is seen on the way. People write identifiers into free text: pass it through a redactor, or name yours in `settings["claude-compliance"].redactors`.',
      notFollowed: NOT_FOLLOWED,
    },
  },
  assess(file, options) {
    const policy = { ...options, spellings: file.settings.identifiers };
    return assessContent(file, (content, subject) => {
      const call = callName(file.sourceCode, content.call);
      const identifiers = identifiersSent(content, policy);
      const fields = placesListed(identifiers.filter(({ id }) => id === 'body'));
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
function saidOf(
  { id, node, kind, field }: SentIdentifier,
  call: string,
  fields: string,
): Record<string, string> {
  if (id === 'body') return { call, fields };
  const line = String(node.loc.start.line);
  return { call, line, kind: kind.title, ...(id === 'identifier' && { field: quote(field) }) };
}

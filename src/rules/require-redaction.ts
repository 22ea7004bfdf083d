import {
  fieldsOf,
  identifiersSent,
  redactionReports,
  unredactedContent,
} from '../policy/identifiers/index.ts';
import type { RedactionPolicy, RedactionReport, SentIdentifier } from '../policy/identifiers/index.ts';
import { finding, unknown } from './define/assessment.ts';
import type { Assessment } from './define/assessment.ts';
import { assessContent } from './define/content.ts';
import { choice, flag, listOf, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, codeListed, nameOf } from './define/wording.ts';

export interface RedactionOptions extends Omit<RedactionPolicy, 'spellings'> {
  /** What has to pass a redactor, beside identifiers and bodies: nothing, or whatever is not fixed text. */
  readonly content: 'all' | 'identifiers' | 'marked';
}

type Ids = 'body' | 'both' | 'content' | 'identifier' | 'identifiers' | 'literal';

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
      content: choice(
        'What needs a redactor in sight: identifiers and bodies, or whatever is not fixed text, in packages marked `hipaa` or everywhere.',
        ['identifiers', 'marked', 'all'],
      ),
    }),
    defaultOptions: [
      { identifiers: ['hipaa', 'financial', 'government'], requestBodies: true, content: 'identifiers' },
    ],
    messages: {
      identifier: '`{{field}}` ({{kind}}) goes into `{{call}}`. Redact it.',
      identifiers: 'Identifiers ({{fields}}) go into `{{call}}`. Redact them.',
      literal: 'A text with the shape of {{kind}} goes into `{{call}}`. Take it out.',
      content: 'Cannot tell whether {{field}} holds identifiers. Redact it before the call.',
      body: 'Body text ({{fields}}) goes into `{{call}}`. Redact it.',
      both: 'Body text ({{body}}) and identifiers ({{fields}}) go into `{{call}}`. Redact both.',
    },
  },
  assess(file, options) {
    const policy = { ...options, spellings: file.settings.identifiers };
    const { content: asked } = options;
    const isAll = asked === 'all' || (asked === 'marked' && file.isUnder('hipaa') === true && !file.isTest);
    return assessContent(file, (content, subject): Assessment<Ids>[] => {
      const call = callName(content.call);
      const sent = identifiersSent(content, policy);
      const rest = isAll && sent.length === 0 ? unredactedContent(content) : undefined;
      if (rest) {
        const field = rest.field === '' ? 'what comes from elsewhere' : `\`${nameOf(rest.field)}\``;
        return [
          unknown<Ids>(subject, NO_REDACTOR, {
            messageId: 'content',
            at: rest.node,
            data: { call, field },
            once: [content.call, rest.node],
          }),
        ];
      }
      return redactionReports(content, sent).map((report) =>
        finding<Ids>(subject, idOf(report), {
          at: report.at,
          certainty: report.says === 'identifiers' ? 'by name' : 'shown',
          data: { call, ...saidOf(report, sent) },
          once: report.keys,
        }),
      );
    });
  },
});

const NO_REDACTOR = { word: 'not shown', text: 'no redactor is in sight' };

function idOf({ says, found }: RedactionReport): Ids {
  return says === 'identifiers' && found.length === 1 ? 'identifier' : says;
}

/** What the message says, and nothing else: the value is never among it. */
function saidOf({ says, found }: RedactionReport, sent: readonly SentIdentifier[]): Record<string, string> {
  const [first, ...more] = found;
  if (says === 'both') {
    const named = found.filter(({ id }) => id === 'identifier');
    return { body: firstAndMore(found.filter(isOfBody)), fields: firstAndMore(named) };
  }
  // Of every text of a body that the call sends: the names tell where to put the redactor.
  if (first.id === 'body') return { fields: codeListed(fieldsOf(sent.filter(isOfBody))) };
  if (more.length > 0) return { fields: codeListed(fieldsOf(found)) };
  return { kind: first.kind.title, field: nameOf(first.field) };
}

const isOfBody = ({ id }: SentIdentifier): boolean => id === 'body';

/** `` `note` and 2 more ``. */
function firstAndMore(found: readonly SentIdentifier[]): string {
  const [first = '', ...rest] = fieldsOf(found);
  return `\`${nameOf(first)}\`${rest.length > 0 ? ` and ${String(rest.length)} more` : ''}`;
}

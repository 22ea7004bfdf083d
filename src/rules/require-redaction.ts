import { isEntry } from '../analysis/sites/callers.ts';
import { functionsAround } from '../analysis/syntax/nodes.ts';
import type { SentContent } from '../analysis/index.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { identifiersSent, sameReport, unredactedContent } from '../policy/identifiers/index.ts';
import type { RedactionPolicy, SentIdentifier } from '../policy/identifiers/index.ts';
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
      const identifiers = identifiersSent(content, policy);
      const fields = codeListed([
        ...new Set(identifiers.filter(({ id }) => id === 'body').map(({ field }) => lastNamesOf(field))),
      ]);
      const rest = isAll && identifiers.length === 0 ? unredactedContent(content) : undefined;
      if (rest) {
        const data = {
          call,
          field: rest.field === '' ? 'what comes from elsewhere' : `\`${nameOf(rest.field)}\``,
        };
        const because = { word: 'not shown', text: 'no redactor is in sight' };
        return [
          unknown<Ids>(subject, because, {
            messageId: 'content',
            at: rest.node,
            data,
            once: [content.call, rest.node],
          }),
        ];
      }
      const groups = together(identifiers);
      const bodies = groups.filter(([{ id }]) => id === 'body');
      const named = groups.filter(([{ id }]) => id === 'identifier');
      const isBoth = bodies.length > 0 && named.length > 0;
      const said = groups.flatMap((all): Assessment<Ids>[] => {
        const [each] = all;
        const { id, node } = each;
        if (isBoth && id !== 'literal') return [];
        const names = id === 'body' ? fields : codeListed(all.map(({ field }) => lastNamesOf(field)));
        return [
          finding<Ids>(subject, all.length > 1 ? 'identifiers' : id, {
            at: node,
            certainty: id === 'identifier' ? 'by name' : 'shown',
            data: all.length > 1 ? { call, fields: names } : saidOf(each, call, fields),
            once: keysOf(content, all, fields),
          }),
        ];
      });
      if (!isBoth) return said;
      // What redacts the text of a body redacts what it stands beside.
      const [first] = [...bodies, ...named].flat().sort((a, b) => a.node.range[0] - b.node.range[0]);
      return [
        ...said,
        finding<Ids>(subject, 'both', {
          at: first?.node,
          data: { call, body: firstAndMore(bodies.flat()), fields: firstAndMore(named.flat()) },
          once: [...bodies, ...named].flatMap((all) => keysOf(content, all, fields)),
        }),
      ];
    });
  },
});

/** One report for a field of one call, for a place, and for the same within one handler: one redactor mends all of it. */
function keysOf(
  { call }: SentContent,
  all: Some<SentIdentifier>,
  fields: string,
): readonly (object | string)[] {
  const [{ id, node }] = all;
  const what = id === 'body' ? fields : all.map(({ field }) => field).join(' ');
  return [
    node,
    `${call.range.join(':')} ${all.map(sameReport).join(' ')}`,
    ...[node, call].map((place) => `${handlerOf(place)} ${what}`),
  ];
}

/** At least one. */
type Some<T> = readonly [T, ...T[]];

/**
 * What one report says: identifiers of one line, and all that functions of other modules fetch for one function of this file, which
 * one redactor of what it gives mends. What bears one name in a call is said once.
 */
function together(found: readonly SentIdentifier[]): readonly Some<SentIdentifier>[] {
  const groups = new Map<unknown, [SentIdentifier, ...SentIdentifier[]]>();
  const said = new Set<string>();
  for (const each of found) {
    const { id, isFetched, node } = each;
    const name = sameReport(each);
    if (id === 'identifier' && said.has(name)) continue;
    said.add(name);
    const by = isFetched ? handlerOf(node) : node.loc.start.line;
    const key = id === 'identifier' ? by : each;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** The function around a place that is handed to what calls it, a route or a job, else the outermost one: by its own place. */
function handlerOf(node: Node): string {
  const around = functionsAround(node);
  return (around.find(isEntry) ?? around.at(-1) ?? node).range.join(':');
}

/** `` `note` and 2 more ``. */
function firstAndMore(found: readonly SentIdentifier[]): string {
  const [first = '', ...rest] = new Set(found.map(({ field }) => lastNamesOf(field)));
  return `\`${nameOf(first)}\`${rest.length > 0 ? ` and ${String(rest.length)} more` : ''}`;
}

/** A field of a body, by what it is read of; of a long way the last names, which tell most. */
function lastNamesOf(field: string): string {
  return field.length > MAX_FIELD ? field.split('.').slice(-2).join('.') : field;
}

const MAX_FIELD = 20;

/** What the message says, and nothing else: the value is never among it. */
function saidOf({ id, kind, field }: SentIdentifier, call: string, fields: string): Record<string, string> {
  if (id === 'body') return { call, fields };
  return { call, kind: kind.title, ...(id === 'identifier' && { field: nameOf(field) }) };
}

import type { Node } from '../analysis/syntax/types.ts';
import { createRule } from './define/rule.ts';
import { isRecord, recordWords } from '../policy/records.ts';
import { flowSettings } from '../declared/settings.ts';
import { callName, fileStart, NOT_FOLLOWED, quote } from './define/wording.ts';

export interface FullRecordOptions {
  /** Words that name a record of a person. */
  readonly records: readonly string[];
}

export default createRule({
  name: 'no-full-record',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow sending whole records of people to Claude where chosen fields would do',
      cwe: [201, 359, 213],
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          records: {
            type: 'array',
            description: 'Words that name a record of a person, in any spelling.',
            items: { type: 'string', minLength: 1 },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [
      {
        records: [
          'patient',
          'record',
          'chart',
          'encounter',
          'claim',
          'customer',
          'account',
          'applicant',
          'case',
        ],
      },
    ] as readonly [FullRecordOptions],
    messages: {
      record:
        '`{{record}}` on line {{line}} goes into `{{call}}` whole, with every field it has or will have. Choose the fields that the task needs: an object of them, `pick`, or a `select` on the query.',
      fetched:
        'What `{{record}}` on line {{line}} fetches goes into `{{call}}` whole, with every field it has or will have. Choose the fields that the task needs, best in the query.',
      notFollowed: NOT_FOLLOWED,
    },
  },
  check(context, [options], analysis, settings) {
    const { sourceCode } = context;
    const { text } = sourceCode;
    const records = recordWords(options.records, settings.recordNames);
    const said = new Set<Node>();
    const { found, complete } = analysis.sent(flowSettings(settings));
    if (!complete) context.report({ ...fileStart(sourceCode), messageId: 'notFollowed' });
    for (const content of found) {
      const whole = analysis.wholeValues(content, ({ names, as, used, fetched }) => {
        const query = { records, text, as, used, isFetched: fetched.length > 0 };
        return (
          isRecord(names, query) ||
          fetched.some((fetch) => fetch.isFhir || fetch.of.some((name) => isRecord([name], query)))
        );
      });
      for (const { node, names } of whole) {
        if (said.has(node)) continue;
        said.add(node);
        const isCall = names.length === 0;
        const record = quote(isCall ? fetchText(sourceCode.getText(node)) : names.join('.'));
        const data = { record, line: String(node.loc.start.line), call: callName(sourceCode, content.call) };
        context.report({ node, messageId: isCall ? 'fetched' : 'record', data });
      }
    }
  },
});

/** The callee alone: arguments can hold values. */
function fetchText(code: string): string {
  return code.replace(/^await\s+/, '').replace(/\(.*$/s, '');
}

import type { SentContent } from '../analysis/index.ts';
import { isRecordSent, recordWords } from '../policy/records.ts';
import { finding } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import { assessContent } from './define/content.ts';
import type { CodeFile } from './define/file.ts';
import { listOf, optionsOf, TEXT } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, fetchName, NOT_FOLLOWED, quote } from './define/wording.ts';

type Ids = 'fetched' | 'notFollowed' | 'record';

export interface FullRecordOptions {
  /** Words that name a record of a person. */
  readonly records: readonly string[];
}

export default createRule<Ids, FullRecordOptions>({
  name: 'no-full-record',
  subjects: ['call site', 'file'],
  follows: 'sent',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow sending whole records of people to Claude where chosen fields would do',
      cwe: [201, 359, 213],
    },
    schema: optionsOf({
      records: listOf(TEXT, 'Words that name a record of a person, in any spelling.'),
    }),
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
    ],
    messages: {
      record:
        '`{{record}}` on line {{line}} goes into `{{call}}` whole, with every field it has or will have. Choose the fields that the task needs: an object of them, `pick`, or a `select` on the query.',
      fetched:
        'What `{{record}}` on line {{line}} fetches goes into `{{call}}` whole, with every field it has or will have. Choose the fields that the task needs, best in the query.',
      notFollowed: NOT_FOLLOWED,
    },
  },
  assess(file, options) {
    const records = recordWords(options.records, file.settings.recordNames);
    return assessContent(file, (content, subject) => wholeRecords(file, content, subject, records));
  },
});

/** The records that one call sends whole. */
function wholeRecords(
  { analysis, sourceCode, text }: CodeFile,
  content: SentContent,
  subject: Subject,
  records: readonly string[],
): Assessment<Ids>[] {
  const whole = analysis.wholeValues(content, (value) => isRecordSent(value, records, text));
  return whole.map(({ node: at, names }) => {
    const isCall = names.length === 0;
    const record = quote(isCall ? fetchName(sourceCode.getText(at)) : names.join('.'));
    const data = { record, line: String(at.loc.start.line), call: callName(sourceCode, content.call) };
    const certainty = isCall ? 'shown' : 'by name';
    return finding<Ids>(subject, isCall ? 'fetched' : 'record', { at, certainty, data });
  });
}

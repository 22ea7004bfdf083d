import type { SentContent } from '../analysis/index.ts';
import { unwrap } from '../analysis/syntax/nodes.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { writtenPath } from '../analysis/syntax/written-names.ts';
import { isRecordSent, recordWords, settledWords } from '../policy/records.ts';
import type { RecordQuery } from '../policy/records.ts';
import { finding } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import { assessContent } from './define/content.ts';
import type { CodeFile } from './define/file.ts';
import { listOf, optionsOf, TEXT } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, nameOf } from './define/wording.ts';

type Ids = 'fetched' | 'record';

export interface FullRecordOptions {
  /** Words that name a record of a person. */
  readonly records: readonly string[];
}

const DEFAULTS: readonly string[] = [
  'patient',
  'record',
  'chart',
  'encounter',
  'claim',
  'customer',
  'account',
  'applicant',
  'case',
];

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
    defaultOptions: [{ records: DEFAULTS }],
    messages: {
      record: '`{{record}}` goes into `{{call}}` whole. Choose the fields that the task needs.',
      fetched: 'What `{{record}}` fetches goes into `{{call}}` whole. Select the fields in the query.',
    },
  },
  assess(file, options) {
    const named = options.records.join() === DEFAULTS.join() ? [] : options.records;
    const asked = {
      records: recordWords(options.records, file.settings.recordNames),
      settled: settledWords(file.isUnder('hipaa') === true, named),
      text: file.text,
    };
    return assessContent(file, (content, subject) => wholeRecords(file, content, subject, asked));
  },
});

/** The records that one call sends whole. */
function wholeRecords(
  { analysis }: CodeFile,
  content: SentContent,
  subject: Subject,
  asked: Pick<RecordQuery, 'records' | 'settled' | 'text'>,
): Assessment<Ids>[] {
  const whole = analysis.wholeValues(content, (value) => isRecordSent(value, asked));
  return whole.map(({ node: at, names }) => {
    const isCall = names.length === 0;
    const record = nameOf(isCall ? queryName(at) : names.join('.'));
    const data = { record, call: callName(content.call) };
    const certainty = isCall ? 'shown' : 'by name';
    return finding<Ids>(subject, isCall ? 'fetched' : 'record', { at, certainty, data });
  });
}

/** What is called for a record, as a path of names. */
function queryName(node: Node): string {
  const call = unwrap(node);
  return writtenPath(call.type === 'CallExpression' ? call.callee : call);
}

import { dropFallback, renameRead } from '../edits/key-suggestions.ts';
import { environmentNamed, isKeyVariable } from '../policy/key-variables.ts';
import { readVerdicts } from '../policy/key-verdicts.ts';
import type { ReadVerdict } from '../policy/key-verdicts.ts';
import { finding, pass, suggested } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { SourceCode } from './define/file.ts';
import { optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName } from './define/wording.ts';

type Ids =
  'dropFallback' | 'fallback' | 'implicit' | 'inTest' | 'mismatch' | 'notListed' | 'rename' | 'shared';

/** Options of the rule. */
export interface KeyOptions {
  /** Environment → the variable that holds its key. */
  readonly variables: Readonly<Record<string, string>>;
}

export default createRule<Ids, KeyOptions>({
  name: 'require-environment-keys',
  subjects: ['key'],
  meta: {
    type: 'problem',
    docs: { description: 'Require a key variable of its own for each environment', cwe: [653] },
    hasSuggestions: true,
    schema: optionsOf({
      variables: {
        type: 'object',
        description:
          'Environment → the variable that holds its key. A read of any other key variable is reported then.',
        additionalProperties: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
      },
    }),
    defaultOptions: [{ variables: {} }],
    messages: {
      notListed:
        '`{{name}}` is none of the key variables of this project ({{variables}}), so one key can serve several environments. Read the variable of the environment.',
      implicit:
        '`{{call}}` takes its key from {{name}} by itself, which is none of the key variables of this project ({{variables}}). Pass the variable of the environment.',
      shared:
        '`{{name}}` is the key of {{first}} and of {{second}} alike, so whoever holds the one can use the other. Give each environment a variable of its own.',
      mismatch:
        '`{{name}}` is named for {{second}} and serves {{first}}, so one key serves both. Give each environment a variable of its own.',
      fallback:
        '`{{from}}` falls back to `{{to}}`, so without a key of its own {{first}} works with that of {{second}}. Let it fail instead.',
      inTest:
        '`{{name}}` is the key of production, and a test reads it: a test gets to what production can see. Give tests a key of their own.',
      rename: 'Read `{{variable}}`.',
      dropFallback: 'Remove the fallback.',
    },
  },
  *assess({ analysis, isTest, sourceCode }, { variables }) {
    const listed = [...new Set(Object.values(variables))];
    const keys = analysis.environmentKeys({
      isKey: (name) => isKeyVariable(name) || listed.includes(name),
      environmentOf: environmentNamed,
    });
    for (const verdict of readVerdicts(keys, { isTest, listed }))
      yield assessmentOf(sourceCode, verdict, listed);
  },
});

function assessmentOf(
  sourceCode: SourceCode,
  verdict: ReadVerdict,
  listed: readonly string[],
): Assessment<Ids> {
  const { fault, read } = verdict;
  const { name, node: at } = read;
  const subject: Subject = { kind: 'key', at };
  const variables = listed.join(', ');
  switch (fault) {
    case 'fallback': {
      const { first, second, fallback } = verdict;
      const { node, from, to } = fallback;
      const suggest = [{ messageId: 'dropFallback', fix: dropFallback(sourceCode, node) }] as const;
      return finding(subject, fault, {
        at: node,
        data: { from: from.name, to: to.name, first, second },
        suggest,
      });
    }
    case 'mismatch':
    case 'shared':
      return finding(subject, fault, { data: { name, first: verdict.first, second: verdict.second } });
    case 'implicit': {
      const data = { call: callName(sourceCode, verdict.by), name, variables };
      return finding(subject, fault, { at: verdict.by.callee, data });
    }
    case 'inTest':
      return finding(subject, fault, { data: { name } });
    case 'notListed': {
      const suggest = listed.flatMap((variable) =>
        suggested('rename', { variable }, renameRead(sourceCode, read, variable)),
      );
      return finding(subject, fault, { data: { name, variables }, suggest });
    }
    case undefined:
      // Without a list only the name says whose key it is.
      return pass(subject, { certainty: listed.length > 0 ? 'shown' : 'by name' });
  }
}

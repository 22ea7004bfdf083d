import { dropFallback, renameRead } from '../edits/key-suggestions.ts';
import { environmentNamed, isKeyVariable } from '../policy/key-variables.ts';
import { readVerdicts } from '../policy/key-verdicts.ts';
import type { ReadVerdict } from '../policy/key-verdicts.ts';
import { finding, pass, suggested } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { SourceCode } from './define/file.ts';
import { optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName, quote } from './define/wording.ts';

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
      notListed: '`{{name}}` is none of the listed key variables. Read the variable of the environment.',
      implicit: '`{{call}}` takes its key from {{name}}, which is not listed. Pass a listed variable.',
      shared: '`{{name}}` is the key of {{first}} and of {{second}}. Give each environment its own.',
      mismatch: '`{{name}}` is named for {{second}} and serves {{first}}. Give each environment its own.',
      fallback: '`{{from}}` falls back to `{{to}}`, the key of {{second}}. Let it fail instead.',
      inTest: '`{{name}}` is the key of production, read by a test. Give tests their own.',
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
  switch (fault) {
    case 'fallback': {
      const { second, fallback } = verdict;
      const { node, from, to } = fallback;
      const suggest = [{ messageId: 'dropFallback', fix: dropFallback(sourceCode, node) }] as const;
      return finding(subject, fault, {
        at: node,
        data: { from: from.name, to: to.name, second: quote(second) },
        suggest,
      });
    }
    case 'mismatch':
    case 'shared':
      return finding(subject, fault, {
        data: { name, first: quote(verdict.first), second: quote(verdict.second) },
      });
    case 'implicit': {
      const data = { call: callName(verdict.by), name };
      return finding(subject, fault, { at: verdict.by.callee, data });
    }
    case 'inTest':
      return finding(subject, fault, { data: { name } });
    case 'notListed': {
      const suggest = listed.flatMap((variable) =>
        suggested('rename', { variable }, renameRead(sourceCode, read, variable)),
      );
      return finding(subject, fault, { data: { name }, suggest });
    }
    case undefined:
      // Without a list only the name says whose key it is.
      return pass(subject, { certainty: listed.length > 0 ? 'shown' : 'by name' });
  }
}

import { createRule } from './define/rule.ts';
import { dropFallback, renameRead } from '../edits/key-suggestions.ts';
import { environmentNamed, environmentOfVariable, isKeyVariable } from '../policy/key-variables.ts';
import { keyVerdicts } from '../policy/key-verdicts.ts';
import { isTestFile } from '../project/test-files.ts';
import { callName } from './define/wording.ts';

export default createRule({
  name: 'require-environment-keys',
  meta: {
    type: 'problem',
    docs: { description: 'Require a key variable of its own for each environment', cwe: [653] },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          variables: {
            type: 'object',
            description:
              'Environment → the variable that holds its key. A read of any other key variable is reported then.',
            additionalProperties: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
          },
        },
      },
    ],
    defaultOptions: [{ variables: {} }] as readonly [
      { readonly variables: Readonly<Record<string, string>> },
    ],
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
  check(context, [{ variables }], analysis) {
    const { sourceCode } = context;
    const listed = [...new Set(Object.values(variables))];
    const keys = analysis.environmentKeys({
      isKey: (name) => isKeyVariable(name) || listed.includes(name),
      environmentOf: environmentNamed,
    });
    const verdicts = keyVerdicts(keys);
    for (const verdict of verdicts) {
      const { fault, read, first, second } = verdict;
      if (fault === 'fallback') {
        const { node, from, to } = verdict.fallback;
        context.report({
          node,
          messageId: fault,
          data: { from: from.name, to: to.name, first, second },
          suggest: [{ messageId: 'dropFallback', fix: dropFallback(sourceCode, node) }],
        });
      } else {
        context.report({ node: read.node, messageId: fault, data: { name: read.name, first, second } });
      }
    }
    const judged = new Set(verdicts.map(({ read }) => read));
    for (const read of keys.reads) {
      const { name, node, by } = read;
      if (judged.has(read)) continue;
      if (isTestFile(context.filename, context.cwd) && environmentOfVariable(name) === 'production') {
        context.report({ node, messageId: 'inTest', data: { name } });
      } else if (listed.length > 0 && !listed.includes(name)) {
        const shown = listed.join(', ');
        context.report(
          by
            ? {
                node: by.callee,
                messageId: 'implicit',
                data: { call: callName(sourceCode, by), name, variables: shown },
              }
            : {
                node,
                messageId: 'notListed',
                data: { name, variables: shown },
                suggest: listed.map((variable) => ({
                  messageId: 'rename' as const,
                  data: { variable },
                  fix: renameRead(sourceCode, read, variable),
                })),
              },
        );
      }
    }
  },
});

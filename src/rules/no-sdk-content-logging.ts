import type { TSESLint } from '@typescript-eslint/utils';
import { methodNode } from '../analysis/syntax/nodes.ts';
import { createRule } from './define/rule.ts';
import { turnOff } from '../edits/switch-suggestions.ts';
import { OWN_VARIABLES } from '../policy/switches/index.ts';
import { matchSwitches } from '../policy/switches/match.ts';
import type { SwitchUse } from '../policy/switches/match.ts';
import { variablesInJson } from '../policy/switches/json.ts';
import { callName } from './define/wording.ts';

type SourceCode = Readonly<TSESLint.SourceCode>;

export default createRule({
  name: 'no-sdk-content-logging',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow switches by which SDKs, frameworks and tracers log prompts and completions themselves',
      cwe: [532, 215, 489],
    },
    hasSuggestions: true,
    schema: [{ type: 'object', additionalProperties: false, properties: {} }],
    defaultOptions: [] as readonly [],
    messages: {
      content: '`{{title}}` writes {{writes}} {{to}}. {{instead}}.',
      fallback:
        '`{{title}}` applies wherever nothing else is set, and then {{writes}} goes {{to}}. Fall back to a safe value: {{instead}}.',
      persists:
        '`{{call}}` keeps {{writes}} {{to}}, because `{{title}}` is on unless it is set to false. {{instead}}.',
      unhandled:
        '`{{call}}` has no `{{title}}` of its own, and the default writes {{writes}} {{to}}. {{instead}}.',
      client:
        'Printing the client shows its options, the API key among them. Print what you need of it, such as its `baseURL`.',
      set: 'Set `{{title}}` to {{value}}.',
      add: 'Add `{{title}}: {{value}}`.',
      hide: 'Turn off the recording of inputs and outputs.',
      remove: 'Remove `{{title}}`.',
    },
  },
  mentions: new RegExp(OWN_VARIABLES.join('|')),
  check(context, _options, analysis) {
    const { sourceCode } = context;
    for (const use of matchSwitches(analysis)) {
      const { row, node, call } = use;
      const { writes, to, instead, safe, beside } = row;
      const data = {
        title: titleOf(sourceCode, use),
        writes,
        to,
        instead,
        call: call ? callName(sourceCode, call) : '',
      };
      const edit = turnOff(sourceCode, use.place, safe, beside);
      context.report({
        node,
        messageId: use.fallback ? 'fallback' : row.message,
        data,
        suggest: edit
          ? [
              {
                messageId: edit.kind,
                data: { title: edit.option || data.title, value: edit.value },
                fix: edit.fix,
              },
            ]
          : [],
      });
    }
    for (const node of analysis.setup().printedClients()) context.report({ node, messageId: 'client' });
  },
  json: (context) =>
    variablesInJson((loc, row) => {
      const { title, writes, to, instead } = row;
      context.report({ loc, messageId: 'content', data: { title, writes, to, instead } });
    }),
});

/** The switch as it is named in the table, or, where a call is the switch, as the file writes it. */
function titleOf(sourceCode: SourceCode, { row, call, node }: SwitchUse): string {
  const isCall = call && row.message === 'content' && node === methodNode(call);
  return isCall ? callName(sourceCode, call) : row.title;
}

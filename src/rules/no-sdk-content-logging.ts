import { methodNode } from '../analysis/syntax/nodes.ts';
import { turnOff } from '../edits/switch-suggestions.ts';
import { OWN_VARIABLES } from '../policy/switches/index.ts';
import { variablesInJson } from '../policy/switches/json.ts';
import { matchSwitches, openSwitches } from '../policy/switches/match.ts';
import type { SwitchUse } from '../policy/switches/match.ts';
import { exempt, finding, orElse, pass, unknown } from './define/assessment.ts';
import type { Assessment } from './define/assessment.ts';
import type { CodeFile, TextFile } from './define/file.ts';
import { optionsOf } from './define/options.ts';
import { becauseOf } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName } from './define/wording.ts';

type Ids =
  | 'add'
  | 'client'
  | 'content'
  | 'fallback'
  | 'hide'
  | 'persists'
  | 'remove'
  | 'set'
  | 'unhandled'
  | 'unverifiable';

export default createRule<Ids, object>({
  name: 'no-sdk-content-logging',
  subjects: ['file'],
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow switches by which SDKs, frameworks and tracers log prompts and completions themselves',
      cwe: [532, 215, 489],
    },
    hasSuggestions: true,
    schema: optionsOf({}),
    defaultOptions: [{}],
    messages: {
      content: '`{{title}}` logs content. {{instead}}.',
      fallback: '`{{title}}` applies where nothing else is set, and logs content. {{instead}}.',
      persists: '`{{call}}` keeps {{writes}} on disk. {{instead}}.',
      unhandled: '`{{call}}` has no `{{title}}`, and the default logs content. {{instead}}.',
      client: 'Printing the client shows its API key. Print its `baseURL`.',
      unverifiable: 'Cannot tell whether `{{title}}` logs content. {{instead}}.',
      set: 'Set `{{title}}` to {{value}}.',
      add: 'Add `{{title}}: {{value}}`.',
      hide: 'Turn off the recording of inputs and outputs.',
      remove: 'Remove `{{title}}`.',
    },
  },
  mentions: new RegExp([...OWN_VARIABLES, 'Telemetry(?:Settings|Options)'].join('|')),
  assess: (file) => orElse(assessSetup(file), () => pass(file.whole)),
  assessJson: (file) => orElse(assessVariables(file), () => pass(file.whole)),
});

function* assessSetup({ analysis, sourceCode, whole }: CodeFile): Generator<Assessment<Ids>> {
  for (const use of matchSwitches(analysis)) {
    const { row, node: at, call, fallback, place } = use;
    const { writes, to, instead } = row;
    const title = titleOf(use);
    const data = { title, writes, to, instead, call: call ? callName(call) : '' };
    const edit = turnOff(sourceCode, place, row.safe, row.beside);
    const suggest = edit
      ? [{ messageId: edit.kind, data: { title: edit.option || title, value: edit.value }, fix: edit.fix }]
      : [];
    yield finding<Ids>(whole, fallback ? 'fallback' : row.message, { at, data, suggest, once: [use] });
  }
  for (const at of analysis.setup().printedClients()) yield finding(whole, 'client', { at });
  for (const { node: at, answer, row, asks, call } of openSwitches(analysis)) {
    const { instead } = row;
    const title = call ? callName(call) : row.title;
    if (answer.kind === 'unknown' && analysis.callersDecide(answer)) {
      yield exempt(whole, 'callers', { at });
      continue;
    }
    const said = asks ? { messageId: 'unverifiable' as const, data: { title, instead } } : {};
    yield unknown<Ids>(whole, becauseOf(answer), { at, ...said });
  }
}

function* assessVariables({ root, whole }: TextFile): Generator<Assessment<Ids>> {
  for (const each of variablesInJson(root)) {
    const { title, writes, to, instead } = each.row;
    yield finding(whole, 'content', { at: each.loc, data: { title, writes, to, instead }, once: [each] });
  }
}

/** The switch as it is named in the table, or, where a call is the switch, as the file writes it. */
function titleOf({ row, call, node }: SwitchUse): string {
  const isCall = call && row.message === 'content' && node === methodNode(call);
  return isCall ? callName(call) : row.title;
}

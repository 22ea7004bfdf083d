import { createRule } from './define/rule.ts';
import type { RuleContext } from './define/rule.ts';
import { credentialsInCode, credentialsInText } from '../policy/credentials/findings.ts';
import type { CredentialFinding, Scope } from '../policy/credentials/findings.ts';
import { environmentEdit } from '../edits/environment.ts';
import { CREDENTIAL_PIECES, tailOf } from '../policy/credentials/index.ts';
import { isTestFile } from '../project/test-files.ts';
import { callName } from './define/wording.ts';

/** Options of the rule. */
export interface Options {
  /** Whether comments are looked at. */
  readonly comments: boolean;
  /** What is reported in test files. */
  readonly tests: 'all' | 'exact' | 'ignore';
}

export type MessageIds = 'drop' | 'given' | 'key' | 'likely' | 'read';
type Context = RuleContext<MessageIds, readonly [Options]>;

/** What to look at in this file; undefined: nothing. */
function scopeOf(context: Context, { comments, tests }: Options): Scope | undefined {
  const isTest = tests !== 'all' && isTestFile(context.filename, context.cwd);
  return isTest && tests === 'ignore' ? undefined : { comments, exactOnly: isTest };
}

/** Where an index of the text is, counted as the language counts. */
function placeAt(sourceCode: Context['sourceCode'], index: number): { line: number; column: number } {
  // Older versions of other languages have no such method, and count columns from 1.
  if ('getLocFromIndex' in sourceCode) return sourceCode.getLocFromIndex(index);
  const before = (sourceCode as { readonly text: string }).text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

const ADVICE =
  'whoever can read this file can use it. Revoke it, and read its successor from the environment or a secrets manager.';

function report(
  context: Context,
  { certainty, range, secret, title, where, use, variable, expression }: CredentialFinding,
): void {
  const { sourceCode } = context;
  const tail = tailOf(secret);
  const given =
    use?.call && certainty === 'given' ? `${title} of \`${callName(sourceCode, use.call)}\`` : title;
  const edit = expression && environmentEdit(sourceCode, expression.node, secret, expression.value, variable);
  context.report({
    loc: { start: placeAt(sourceCode, range[0]), end: placeAt(sourceCode, range[1]) },
    messageId: certainty === 'given' ? 'given' : certainty === 'exact' ? 'key' : 'likely',
    data: {
      title: certainty === 'given' ? given : title.replace(/^./, (first) => first.toUpperCase()),
      where,
      tail: tail === '' ? '' : ` (ends in "${tail}")`,
    },
    suggest: edit ? [{ messageId: edit.kind, data: { expression: edit.expression }, fix: edit.fix }] : [],
  });
}

export default createRule<MessageIds, readonly [Options]>({
  name: 'no-hardcoded-api-key',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow credentials of Claude in source', cwe: [798, 540] },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          comments: { type: 'boolean', description: 'Whether to look into comments, too.' },
          tests: {
            type: 'string',
            description:
              'What to report in test files: only what has the exact shape of a credential, all, or nothing.',
            enum: ['exact', 'all', 'ignore'],
          },
        },
      },
    ],
    defaultOptions: [{ comments: false, tests: 'exact' }],
    messages: {
      key: `{{title}}{{tail}} stands {{where}}: ${ADVICE}`,
      likely: `{{title}}{{tail}}, cut short or of a newer form, stands {{where}}: ${ADVICE}`,
      given: `{{title}} is given a literal{{tail}} that stands {{where}}: ${ADVICE}`,
      read: 'Read `{{expression}}`.',
      drop: 'Drop the literal fallback.',
    },
  },
  mentions: CREDENTIAL_PIECES,
  check(context, [options], analysis) {
    const scope = scopeOf(context, options);
    if (!scope) return;
    for (const finding of credentialsInCode(context.sourceCode, analysis, scope)) report(context, finding);
  },
  checkText(context, [options], { comments, isProse }) {
    const scope = scopeOf(context, options);
    if (!scope) return;
    const findings = credentialsInText(context.sourceCode.text, comments, scope, isProse);
    for (const finding of findings) report(context, finding);
  },
});

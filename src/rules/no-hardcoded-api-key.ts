import { environmentEdit } from '../edits/secret-edits.ts';
import { credentialsInCode, credentialsInText } from '../policy/credentials/findings.ts';
import type { CredentialFinding, Scope } from '../policy/credentials/findings.ts';
import { CREDENTIAL_PIECES, tailOf } from '../policy/credentials/index.ts';
import { exempt, finding, pass, suggested } from './define/assessment.ts';
import type { Assessment, Suggestions } from './define/assessment.ts';
import type { LintedFile, SourceCode } from './define/file.ts';
import { choice, flag, optionsOf } from './define/options.ts';
import { createRule } from './define/rule.ts';
import { callName } from './define/wording.ts';

/** Options of the rule. */
export interface Options {
  /** Whether comments are looked at. */
  readonly comments: boolean;
  /** What is reported in test files. */
  readonly tests: 'all' | 'exact' | 'ignore';
}

export type MessageIds = 'drop' | 'given' | 'key' | 'likely' | 'read';

const ADVICE = 'Revoke it, and read one from the environment.';

export default createRule<MessageIds, Options>({
  name: 'no-hardcoded-api-key',
  subjects: ['file'],
  meta: {
    type: 'problem',
    docs: { description: 'Disallow credentials of Claude in source', cwe: [798, 540] },
    hasSuggestions: true,
    schema: optionsOf({
      comments: flag('Whether to look in comments for more than whole keys.'),
      tests: choice(
        'What to report in test files: only what has the exact shape of a credential, all, or nothing.',
        ['exact', 'all', 'ignore'],
      ),
    }),
    defaultOptions: [{ comments: false, tests: 'exact' }],
    messages: {
      key: `{{title}}{{tail}} stands {{where}}. ${ADVICE}`,
      likely: `{{title}}{{tail}} seems to stand {{where}}. ${ADVICE}`,
      given: `{{title}} is given a literal{{tail}} {{where}}. ${ADVICE}`,
      read: 'Read `{{expression}}`.',
      drop: 'Drop the literal fallback.',
    },
  },
  mentions: CREDENTIAL_PIECES,
  assess: (file, options) =>
    assessCredentials(file, options, file.sourceCode, (scope) =>
      credentialsInCode(file.sourceCode, file.analysis, scope),
    ),
  assessText: (file, options) =>
    assessCredentials(file, options, undefined, (scope) =>
      credentialsInText(file.text, file.comments, scope, file.isProse),
    ),
});

/**
 * @param sourceCode where the language has expressions, which suggestions can change
 * @param find looks for credentials in a part of the file
 */
function* assessCredentials(
  file: LintedFile,
  { comments, tests }: Options,
  sourceCode: SourceCode | undefined,
  find: (scope: Scope) => readonly CredentialFinding[],
): Generator<Assessment<MessageIds>> {
  const exactOnly = tests !== 'all' && file.isTest;
  if (exactOnly && tests === 'ignore') {
    yield exempt(file.whole, 'test file');
    return;
  }
  const found = find({ comments, exactOnly });
  for (const each of found) {
    const messageId = each.certainty === 'given' ? 'given' : each.certainty === 'exact' ? 'key' : 'likely';
    const suggest = sourceCode && suggestions(sourceCode, each);
    yield finding<MessageIds>(file.whole, messageId, {
      at: file.locOf(each.range),
      data: saidOf(each),
      suggest,
    });
  }
  if (found.length === 0) yield pass(file.whole);
}

/** What a message says of a credential; of the secret, no more than its tail. */
function saidOf({
  certainty,
  secret,
  title,
  use,
  where,
}: CredentialFinding): Record<'tail' | 'title' | 'where', string> {
  const tail = tailOf(secret);
  const taker = use?.call ? ` of \`${callName(use.call)}\`` : '';
  return {
    title: certainty === 'given' ? title + taker : title.replace(/^./, (first) => first.toUpperCase()),
    where,
    tail: tail === '' ? '' : ` (ends in "${tail}")`,
  };
}

function suggestions(
  sourceCode: SourceCode,
  { expression, secret, variable }: CredentialFinding,
): Suggestions<MessageIds> {
  const edit = expression && environmentEdit(sourceCode, expression.node, secret, expression.value, variable);
  return edit ? suggested(edit.kind, { expression: edit.expression }, edit.fix) : [];
}

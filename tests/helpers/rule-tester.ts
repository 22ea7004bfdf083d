/**
 * The only place where rule testers are set up: the TypeScript parser through typescript-eslint's tester, espree
 * through ESLint's own. Both demand message ids, positions and data.
 */
import { RuleTester as TypeScriptRuleTester } from '@typescript-eslint/rule-tester';
import { Linter, RuleTester as EspreeRuleTester } from 'eslint';
import { describe, it } from 'vitest';
import type { ClaudeRule } from '../../src/rules/define/rule.ts';
import { fitted, MAX_MESSAGE, rendered } from '../../src/rules/define/wording.ts';
import { languageOf } from './analyze.ts';
import type { ParserName } from './analyze.ts';

EspreeRuleTester.describe = describe;
EspreeRuleTester.it = it;
EspreeRuleTester.itOnly = it.only;

export interface ValidCase<Options> {
  readonly name: string;
  readonly code: string;
  readonly options?: readonly [Options];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The code has syntax that only TypeScript knows. */
  readonly typed?: true;
}

export interface Finding<Id extends string> {
  readonly messageId: Id;
  /** The reported text, with the number of its occurrence when it is not the first. */
  readonly at: string | readonly [text: string, occurrence: number];
  readonly data: Readonly<Record<string, string>>;
  /** Left out: none. */
  readonly suggestions?: readonly {
    readonly messageId: Id;
    readonly data: Readonly<Record<string, string>>;
    readonly output: string;
  }[];
}

export interface InvalidCase<Options, Id extends string> extends ValidCase<Options> {
  readonly errors: readonly Finding<Id>[];
}

export interface Cases<Options, Id extends string> {
  readonly valid: readonly ValidCase<Options>[];
  readonly invalid: readonly InvalidCase<Options, Id>[];
}

/** Takes the common indentation away, and the first line break. */
export function dedent(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const text = String.raw(
    { raw: strings.raw.map((part) => part.replaceAll('\\`', '`').replaceAll('\\${', '${')) },
    ...values,
  );
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** {@link dedent}, below the import of the SDK and a `client`. */
export function claude(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n${dedent(strings, ...values)}`;
}

/** Runs the cases with the TypeScript parser and, where their syntax allows it, with espree. */
export function runRule<Options, Id extends string>(
  name: string,
  rule: ClaudeRule<Id>,
  cases: Cases<Options, Id>,
): void {
  const located = {
    valid: cases.valid,
    invalid: cases.invalid.map((example) => withPositions(rule, example)),
  };
  const strict = { requireData: true, requireLocation: true } as const;

  describe('typescript', () => {
    const tester = new TypeScriptRuleTester({ languageOptions: languageOf('typescript') });
    tester.run(name, rule, {
      assertionOptions: strict,
      valid: located.valid.map(asTested),
      invalid: located.invalid.map(asTested),
    } as unknown as Parameters<typeof tester.run<Id, readonly unknown[]>>[2]);
  });
  describe('espree', () => {
    const tester = new EspreeRuleTester({ languageOptions: languageOf('espree') });
    tester.run(
      name,
      rule as never,
      {
        assertionOptions: { ...strict, requireMessage: 'messageId' },
        valid: located.valid.filter(isUntyped).map(asTested),
        invalid: located.invalid.filter(isUntyped).map(asTested),
      } as unknown as Parameters<typeof tester.run>[2],
    );
  });
}

/** The case without what the testers do not know. */
function asTested(example: ValidCase<unknown>): object {
  return Object.fromEntries(Object.entries(example).filter(([key]) => key !== 'typed'));
}

function isUntyped({ typed }: ValidCase<unknown>): boolean {
  return !typed;
}

function withPositions<Options, Id extends string>(
  rule: ClaudeRule<Id>,
  { errors, ...rest }: InvalidCase<Options, Id>,
): InvalidCase<Options, Id> {
  return {
    ...rest,
    errors: errors.map(({ at, ...error }) => ({
      ...error,
      ...positionOf(rest.code, at),
      data: wholeData(rule, error),
    })),
  } as unknown as InvalidCase<Options, Id>;
}

/** The data of a finding; a placeholder that it does not name stands for nothing. Holds the message to its measure. */
function wholeData<Id extends string>(
  { meta }: ClaudeRule<Id>,
  { messageId, data }: Pick<Finding<Id>, 'data' | 'messageId'>,
): Readonly<Record<string, string>> {
  const message: string = meta.messages[messageId];
  const named = { ...Object.fromEntries(placeholders(message).map((key) => [key, ''])), ...data };
  const whole = fitted(message, named);
  demandMeasure(rendered(message, whole));
  return whole;
}

function placeholders(message: string): string[] {
  return [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, key = '']) => key);
}

/**
 * Holds a rendered message to what every message has to keep to: its length, and no character that a terminal obeys.
 *
 * @throws {Error} for a message that does not
 */
export function demandMeasure(message: string): void {
  if (message.length > MAX_MESSAGE)
    throw new Error(`${String(message.length)} characters, more than ${String(MAX_MESSAGE)}: ${message}`);
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(message))
    throw new Error(`a raw control character: ${JSON.stringify(message)}`);
  if (/\{\{\w+\}\}/.test(message)) throw new Error(`an empty placeholder: ${message}`);
}

function positionOf(
  code: string,
  at: Finding<string>['at'],
): Record<'column' | 'endColumn' | 'endLine' | 'line', number> {
  const [text, occurrence] = typeof at === 'string' ? [at, 1] : at;
  let start = -1;
  for (let i = 0; i < occurrence; i += 1) {
    start = code.indexOf(text, start + 1);
    if (start < 0) throw new Error(`"${text}" does not occur ${String(occurrence)} times in:\n${code}`);
  }
  const [begin, end] = [start, start + text.length].map((offset) => {
    const before = code.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }) as [{ line: number; column: number }, { line: number; column: number }];
  return { line: begin.line, column: begin.column, endLine: end.line, endColumn: end.column };
}

const linter = new Linter();

/**
 * What the rule alone reports.
 *
 * @throws {Error} where the rule fails, which ESLint itself would only report
 */
export function lintWith(
  rule: ClaudeRule,
  code: string,
  {
    options = [],
    parser = 'typescript',
    settings = {},
    cwd,
    filename = parser === 'espree' ? 'file.js' : 'file.ts',
  }: {
    options?: readonly unknown[];
    parser?: ParserName;
    settings?: Readonly<Record<string, unknown>>;
    cwd?: string;
    filename?: string;
  } = {},
): Linter.LintMessage[] {
  const messages = (cwd === undefined ? linter : new Linter({ cwd })).verify(
    code,
    {
      files: ['**'],
      languageOptions: languageOf(parser),
      settings,
      plugins: { test: { rules: { rule: rule as never } } },
      rules: { 'test/rule': ['error', ...options] },
    },
    { filename: `${cwd === undefined ? '' : `${cwd}/`}${filename}` },
  );
  if (messages.some(({ messageId }) => messageId === 'failed'))
    throw new Error(`The rule failed on:\n${code}`);
  for (const { message, suggestions = [], fatal } of messages) {
    if (fatal) continue;
    for (const text of [message, ...suggestions.map(({ desc }) => desc)]) demandMeasure(text);
  }
  return messages;
}

/** The code after a suggestion. */
export function applied(code: string, { fix }: Linter.LintSuggestion): string {
  return code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
}

/**
 * Assessments as plain lines, for tables.
 */
import type { Assessed, Place } from '../../src/rules/define/index.ts';
import type { ClaudeRule } from '../../src/rules/define/rule.ts';
import { inspect } from './analyze.ts';
import type { ParserName } from './analyze.ts';

export interface AssessOptions {
  readonly options?: object;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly filename?: string;
  readonly cwd?: string;
  readonly parser?: ParserName;
}

/** Everything that a rule has to say of the code. */
export function assessmentsOf(
  rule: ClaudeRule,
  code: string,
  { options = {}, settings = {}, filename = '/acme/src/ask.ts', cwd = '/acme', parser }: AssessOptions = {},
): readonly Assessed[] {
  return inspect(code, (sourceCode) => rule.assess({ sourceCode, filename, cwd, settings }, options), parser);
}

/**
 * The same, one line each: `finding missing: client.messages.create`, `unknown parameter (unverifiable): …`,
 * `pass by name: …`, `exempt test file: …`. Certainty is told where it is not `shown`, a message of an unknown in
 * brackets, in double ones where it is not reported.
 */
export function linesOf(rule: ClaudeRule, code: string, options?: AssessOptions): string[] {
  return assessmentsOf(rule, code, options).map((each) => {
    const { outcome, certainty, because, at, subject } = each;
    const messageId = 'messageId' in each ? each.messageId : undefined;
    const said = outcome === 'finding' ? messageId : because?.word;
    const asked = messageId === undefined ? '' : each.reported ? ` (${messageId})` : ` ((${messageId}))`;
    const sure = certainty === 'shown' ? '' : ` ${certainty}`;
    const head = `${outcome}${sure}${said === undefined ? '' : ` ${said}`}${outcome === 'unknown' ? asked : ''}`;
    const where = subject.kind === 'file' && at === subject.at ? 'the file' : textAt(code, at);
    return `${head}: ${subject.kind === 'package' ? 'the package' : where}`;
  });
}

/** The text of a place, on one line. */
export function textAt(code: string, at: Place): string {
  if ('range' in at) return code.slice(...at.range).replace(/\s+/g, ' ');
  const { start, end } = 'start' in at ? at : { start: at, end: at };
  const lines = code.split('\n');
  return start.line === end.line
    ? (lines[start.line - 1] ?? '').slice(start.column, end.column)
    : `line ${String(start.line)}`;
}

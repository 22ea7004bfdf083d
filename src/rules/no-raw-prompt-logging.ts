import type { Leak } from '../analysis/index.ts';
import { logSuggestions } from '../edits/log-suggestions.ts';
import type { LogSuggestionIds } from '../edits/log-suggestions.ts';
import { exempt, finding, pass, unknown } from './define/assessment.ts';
import type { Assessment, Subject } from './define/assessment.ts';
import type { CodeFile } from './define/file.ts';
import { choice, optionsOf } from './define/options.ts';
import type { Reason } from './define/reasons.ts';
import { createRule } from './define/rule.ts';
import { callName, lineNote, originNote } from './define/wording.ts';

type Ids = LogSuggestionIds | 'content' | 'error';

export interface PromptLoggingOptions {
  /** Whole error objects of SDKs whose errors carry content. */
  readonly errors: 'ignore' | 'report';
  /** Content on standard output. `auto`: reported, but not in a command-line program. */
  readonly stdout: 'auto' | 'ignore' | 'report';
}

const CONTENT: Readonly<Record<Leak['kind'], string>> = {
  completion: 'Claude’s answer',
  error: 'The error',
  prompt: 'Text sent to Claude',
};

export default createRule<Ids, PromptLoggingOptions>({
  name: 'no-raw-prompt-logging',
  subjects: ['call site', 'file'],
  follows: 'leaks',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow prompt and completion content in logs, traces, error trackers and log files',
      cwe: [532, 359],
    },
    hasSuggestions: true,
    schema: optionsOf({
      errors: choice(
        'Whether to report whole error objects of SDKs whose errors carry the prompt or quote the answer.',
      ),
      stdout: choice(
        'Whether content on standard output is reported: never, always, or (`auto`) unless the file is part of a command-line program.',
        ['auto', 'report', 'ignore'],
      ),
    }),
    defaultOptions: [{ errors: 'ignore', stdout: 'auto' }],
    messages: {
      content: '{{content}} ({{source}}) reaches `{{sink}}`{{more}}. Log its length or id.',
      error: 'The whole error of {{source}} reaches `{{sink}}`{{more}}. Log its `name` and request id.',
      logLength: 'Log its length instead.',
      logId: 'Log its id and usage instead.',
      logErrorName: 'Log the name of the error instead.',
    },
  },
  *assess(file, options) {
    const { found, complete } = file.analysis.leaks(file.flow);
    const judged = new Set<Subject>();
    for (const leak of found) {
      const why = exemption(file, leak, options);
      for (const subject of file.requestsBehind(leak.source)) {
        judged.add(subject);
        yield why ? exempt(subject, why, { at: leak.node }) : assessLeak(file, subject, leak);
      }
    }
    for (const subject of file.requests) {
      if (!judged.has(subject)) yield complete ? pass(subject) : unknown(subject, 'followed in part');
    }
  },
});

/** Why content may stand where it is written; undefined where it may not. */
function exemption(
  { isTerminalProgram, isTest }: CodeFile,
  { kind, sink }: Leak,
  { errors, stdout }: PromptLoggingOptions,
): Reason | undefined {
  if (isTest && (sink.kind === 'log' || sink.kind === 'stdout')) return 'test file';
  if (sink.kind === 'stdout' && stdout === 'ignore') return 'option';
  if (sink.kind === 'stdout' && stdout === 'auto' && isTerminalProgram) return 'terminal program';
  return kind === 'error' && errors === 'ignore' ? 'option' : undefined;
}

function assessLeak({ sourceCode, cwd }: CodeFile, subject: Subject, leak: Leak): Assessment<Ids> {
  const data = {
    content: CONTENT[leak.kind],
    source: sourceOf(leak, cwd),
    sink: callName(leak.writer ?? leak.call),
    more: leak.writer ? originNote(leak.writer, cwd) : leak.kind === 'error' ? '' : moreOf(leak),
  };
  const suggest = logSuggestions(sourceCode, leak);
  return finding<Ids>(subject, leak.kind === 'error' ? 'error' : 'content', { at: leak.node, data, suggest });
}

/** Where the request is, by its line; of an error, the request by its name. */
function sourceOf({ call, source, kind }: Leak, cwd: string): string {
  const note = lineNote(call, source, cwd);
  if (kind === 'error') return `\`${callName(source)}\`${note}`;
  const place = note.replace(/^ \(|\)$/g, '');
  return place === '' ? `\`${callName(source)}\`` : place;
}

/** What else of the same content the call writes down. */
function moreOf({ others = 0 }: Leak): string {
  return others === 0 ? '' : ` with ${String(others)} more ${others === 1 ? 'field' : 'fields'}`;
}

import type { Leak } from '../analysis/index.ts';
import { createRule } from './define/rule.ts';
import { logSuggestions } from '../edits/log-suggestions.ts';
import { isTerminalProgram } from '../project/terminal-programs.ts';
import { hasCommands } from '../declared/package-marker.ts';
import { flowSettings } from '../declared/settings.ts';
import { callName, fileStart, lineNote, NOT_FOLLOWED } from './define/wording.ts';

export interface PromptLoggingOptions {
  /** Whole error objects of SDKs whose errors carry content. */
  readonly errors: 'ignore' | 'report';
  /** Content on standard output. `auto`: reported, but not in a command-line program. */
  readonly stdout: 'auto' | 'ignore' | 'report';
}

const CONTENT: Readonly<Record<Leak['kind'], string>> = {
  completion: 'What Claude answered',
  error: 'The error',
  prompt: 'Text that is sent to Claude',
};

export default createRule({
  name: 'no-raw-prompt-logging',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow prompt and completion content in logs, traces, error trackers and log files',
      cwe: [532, 359],
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          errors: {
            type: 'string',
            description:
              'Whether to report whole error objects of SDKs whose errors carry the prompt or quote the answer.',
            enum: ['report', 'ignore'],
          },
          stdout: {
            type: 'string',
            description:
              'Whether content on standard output is reported: never, always, or (`auto`) unless the file is part of a command-line program.',
            enum: ['auto', 'report', 'ignore'],
          },
        },
      },
    ],
    defaultOptions: [{ errors: 'ignore', stdout: 'auto' }] as readonly [PromptLoggingOptions],
    messages: {
      content:
        '{{content}} ({{source}}) reaches `{{sink}}`: whoever can read that log can read it. Log ids, lengths, `usage` or a keyed hash instead.',
      error:
        'The error of {{source}} reaches `{{sink}}` whole, and errors of this SDK can hold the prompt or quote the answer. Log its `name`, `status` and request id instead.',
      logLength: 'Log its length instead.',
      logId: 'Log its id and usage instead.',
      logErrorName: 'Log the name of the error instead.',
      notFollowed: NOT_FOLLOWED,
    },
  },
  check(context, [options], analysis, settings) {
    const { filename, sourceCode } = context;
    const printsForPeople = (): boolean => isTerminalProgram(sourceCode.text) || hasCommands(filename);
    const { found, complete } = analysis.leaks(flowSettings(settings));
    if (!complete) context.report({ ...fileStart(sourceCode), messageId: 'notFollowed' });
    for (const leak of found) {
      if (leak.sink.kind === 'stdout' && options.stdout !== 'report') {
        if (options.stdout === 'ignore' || printsForPeople()) continue;
      }
      const isError = leak.kind === 'error';
      if (isError && options.errors === 'ignore') continue;
      context.report({
        node: leak.node,
        messageId: isError ? 'error' : 'content',
        data: {
          content: CONTENT[leak.kind],
          source: `\`${callName(sourceCode, leak.source)}\`${lineNote(leak.call, leak.source)}`,
          sink: callName(sourceCode, leak.call),
        },
        suggest: logSuggestions(sourceCode, leak),
      });
    }
  },
});

/**
 * Which content reaches which place, over whole small programs and through the rules that ask.
 */
import { describe, expect, it } from 'vitest';
import logging from '../../src/rules/no-raw-prompt-logging.ts';
import redaction from '../../src/rules/require-redaction.ts';
import { lintWith } from '../helpers/rule-tester.ts';
import * as cases from './content-flow.cases.ts';
import type { FlowCase } from './content-flow.cases.ts';

/** The lines that end in `// !`: those that have to be reported, and no other. */
const marked = (code: string): number[] =>
  code.split('\n').flatMap((line, i) => (line.includes('// !') ? [i + 1] : []));

const linesOf = (rule: typeof logging | typeof redaction, code: string, options: object): number[] =>
  [...new Set(lintWith(rule, code, { options: [options] }).map((m) => (m.fatal ? -1 : m.line)))].sort(
    (a, b) => a - b,
  );

const logged = (name: string, list: readonly FlowCase[]): void => {
  describe(name, () => {
    it.each(list)('%s', (_, code) => {
      expect(linesOf(logging, code, { stdout: 'report' })).toEqual(marked(code));
    });
  });
};

logged('what is taken out of a text by a pattern', cases.EXTRACTED);
logged('what arrives at the callback of a request', cases.RECEIVED);
logged('helpers that are members of objects', cases.HELPERS);
logged('values narrowed by types and schemas', cases.NARROWED);
logged('what only describes content', cases.DESCRIBED);
logged('functions of the file, judged by their bodies', cases.BODIES);
logged('callbacks by name', cases.CALLBACKS);
logged('functions called where they are written', cases.CALLED_AT_ONCE);
logged('ways to call a sink', cases.SINKS);
logged('stores', cases.STORES);

describe('content that is overwritten before it is sent', () => {
  it.each(cases.OVERWRITTEN)('%s', (_, code) => {
    expect(linesOf(redaction, code, {})).toEqual(marked(code));
  });
});

describe('redactors of the file, judged by their bodies', () => {
  it.each(cases.REDACTORS)('%s', (_, code) => {
    expect(linesOf(redaction, code, {})).toEqual(marked(code));
  });
});

describe('false reports of the field', () => {
  it.each(cases.REPORTED_IN_THE_FIELD)('%s', (_, rule, code) => {
    const found =
      rule === 'logging' ? linesOf(logging, code, { stdout: 'report' }) : linesOf(redaction, code, {});
    expect(found).toEqual([]);
  });
});

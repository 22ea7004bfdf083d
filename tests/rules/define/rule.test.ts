/**
 * The factory: what it reports of what a rule answers, and what it does with a rule that fails.
 */
import { ESLint, Linter } from 'eslint';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exempt, finding, pass, unknown } from '../../../src/rules/define/assessment.ts';
import type { Assessment } from '../../../src/rules/define/assessment.ts';
import { assess } from '../../../src/rules/define/index.ts';
import type { RuleDefinition } from '../../../src/rules/define/definition.ts';
import type { CodeFile } from '../../../src/rules/define/file.ts';
import { choice, optionsOf } from '../../../src/rules/define/options.ts';
import { createRule } from '../../../src/rules/define/rule.ts';
import type { ClaudeRule } from '../../../src/rules/define/rule.ts';
import { inspect } from '../../helpers/analyze.ts';

type Ids = 'doubt' | 'other' | 'wrong' | 'mend';
interface Options {
  readonly unverifiable: 'ignore' | 'report';
  readonly others: 'ignore' | 'report';
}

const CODE = `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
client.messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });
`;

function ruleOf(
  judge: (file: CodeFile, options: Options) => Iterable<Assessment<Ids>>,
  more: Partial<RuleDefinition<Ids, Options>> = {},
): ClaudeRule {
  return createRule<Ids, Options>({
    name: 'trial',
    subjects: ['call site', 'file'],
    unknowns: { other: 'others' },
    meta: {
      type: 'problem',
      docs: { description: 'Disallow nothing', cwe: [] },
      hasSuggestions: true,
      schema: optionsOf({ unverifiable: choice('Whether.'), others: choice('Whether.') }),
      defaultOptions: [{ unverifiable: 'ignore', others: 'ignore' }],
      messages: { doubt: 'Doubt {{n}}.', other: 'Other.', wrong: 'Wrong {{n}}.', mend: 'Mend.' },
    },
    assess: judge,
    ...more,
  });
}

/** What ESLint says: `messageId line`. */
function lint(rule: ClaudeRule, options: object = {}, code = CODE): string[] {
  return verify(rule, options, code).map(({ messageId, line }) => `${messageId ?? '?'} ${String(line)}`);
}

function verify(rule: ClaudeRule, options: object, code = CODE): Linter.LintMessage[] {
  return new Linter().verify(code, {
    plugins: { test: { rules: { rule: rule as never } } },
    rules: { 'test/rule': ['error', options] },
  });
}

describe('what is reported', () => {
  const all = ruleOf(function* ({ requests, whole }) {
    for (const subject of requests) {
      yield pass(subject);
      yield exempt(subject, 'option');
      yield unknown(subject, 'not shown');
      yield unknown(subject, 'not shown', { messageId: 'doubt', data: { n: '1' } });
      yield unknown(subject, 'not shown', { messageId: 'other' });
      yield finding(subject, 'wrong', { data: { n: '1' } });
    }
    yield finding(whole, 'wrong', { data: { n: '2' } });
  });

  it('is findings, and unknowns that are asked for', () => {
    expect(lint(all)).toEqual(['wrong 1', 'wrong 3']);
    expect(lint(all, { unverifiable: 'report' })).toEqual(['wrong 1', 'doubt 3', 'wrong 3']);
    expect(lint(all, { others: 'report' })).toEqual(['wrong 1', 'other 3', 'wrong 3']);
  });

  it('is said of each place and message once', () => {
    const twice = ruleOf(({ requests: [subject] }) =>
      subject ? ['1', '2'].map((n) => finding(subject, 'wrong', { data: { n } })) : [],
    );
    expect(verify(twice, {}).map(({ message }) => message)).toEqual(['Wrong 1.']);
  });

  it('is said as often as the rule wants', () => {
    const named = ruleOf(({ requests: [subject], whole }) =>
      subject
        ? [
            finding(subject, 'wrong', { once: ['a'] }),
            finding(subject, 'wrong', { once: ['b'] }),
            finding(whole, 'wrong', { once: ['c', 'a'] }),
            // Where it was not said, nothing of it counts as said.
            finding(whole, 'wrong', { once: ['c'] }),
          ]
        : [],
    );
    expect(lint(named)).toEqual(['wrong 1', 'wrong 3', 'wrong 3']);
  });

  it('does not count as said what the options leave out', () => {
    const rule = ruleOf(({ whole }) => [
      unknown(whole, 'not shown', { messageId: 'doubt', once: ['a'] }),
      finding(whole, 'wrong', { once: ['a'] }),
    ]);
    expect(lint(rule)).toEqual(['wrong 1']);
    expect(lint(rule, { unverifiable: 'report' })).toEqual(['doubt 1']);
  });

  it('is all that assess() marks as reported', () => {
    const found = inspect(CODE, (sourceCode) =>
      all.assess({ sourceCode, filename: '/a.ts', cwd: '/', settings: {} }),
    );
    expect(found.map(({ outcome, reported }) => `${outcome}${reported ? ' reported' : ''}`)).toEqual([
      'pass',
      'exempt',
      'unknown',
      'unknown',
      'unknown',
      'finding reported',
      'finding reported',
    ]);
  });
});

describe('a rule that fails', () => {
  const SECRET = ['sk', 'ant', 'api03', 'Zq8'].join('-');
  const failing = ruleOf(function* ({ requests: [subject] }): Generator<Assessment<Ids>> {
    if (subject) {
      yield pass(subject);
      yield finding(subject, 'wrong', { data: { n: '1' } });
    }
    throw new TypeError(`nothing to see`);
  });
  const atOnce = ruleOf(() => {
    JSON.parse(SECRET);
    return [];
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('says so once, in few words, beside what it found', () => {
    const messages = verify(failing, {});
    expect(messages.map(({ messageId, line }) => [messageId, line])).toEqual([
      ['failed', 1],
      ['wrong', 3],
    ]);
    expect(messages[0]?.message.length).toBeLessThanOrEqual(120);
    expect(messages[0]?.message).toContain('could not be judged');
    expect(messages[0]?.fatal).toBeUndefined();
    expect(lint(atOnce)).toEqual(['failed 1']);
  });

  it('is told whatever the options leave out', () => {
    expect(lint(failing, { unverifiable: 'ignore', others: 'ignore' })).toContain('failed 1');
  });

  it('does not end the run, nor other rules', async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: {
        plugins: {
          test: {
            rules: {
              failing: failing as never,
              fine: ruleOf(({ whole }) => [finding(whole, 'wrong')]) as never,
            },
          },
        },
        rules: { 'test/failing': 'error', 'test/fine': 'error' },
      },
    });
    const [result] = await eslint.lintText(CODE);
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual([
      'test/failing',
      'test/fine',
      'test/failing',
    ]);
  });

  it('lets nothing pass', () => {
    const found = inspect(CODE, (sourceCode) =>
      assess(sourceCode, { filename: '/a.ts', cwd: '/' }, { failing, atOnce }, {}, {}),
    );
    expect(found.map(({ rule, outcome, because }) => [rule, outcome, because?.word])).toEqual([
      ['failing', 'finding', undefined],
      ['failing', 'unknown', 'failed'],
      ['atOnce', 'unknown', 'failed'],
    ]);
  });

  it.each([
    ['claude-compliance', true],
    ['eslint:*,claude-compliance', true],
    ['claude-compliance:*', true],
    ['*', true],
    ['eslint:*', false],
    ['claude-compliance-other', false],
    ['', false],
  ])('shows the stack under DEBUG=%s: %s', (value, isShown) => {
    vi.stubEnv('DEBUG', value);
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    lint(failing);
    const printed = print.mock.calls.flat().join('\n');
    if (isShown) expect(printed).toMatch(/claude-compliance\/trial failed on .*nothing to see\n\s+at /s);
    else expect(printed).toBe('');
  });

  it('never prints what a parser quotes', () => {
    vi.stubEnv('DEBUG', 'claude-compliance');
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    lint(atOnce);
    expect(print).toHaveBeenCalledOnce();
    expect(print.mock.calls.flat().join('\n')).not.toContain(SECRET);
  });

  it('drops a suggestion that cannot be made, and keeps the report', () => {
    const rule = ruleOf(({ whole }) => [
      finding(whole, 'wrong', {
        suggest: [
          {
            messageId: 'mend',
            fix() {
              throw new Error('no');
            },
          },
          { messageId: 'mend', fix: (fixer) => fixer.insertTextBeforeRange([0, 0], '//') },
        ],
      }),
    ]);
    expect(verify(rule, {}).map(({ messageId, suggestions }) => [messageId, suggestions?.length])).toEqual([
      ['wrong', 1],
    ]);
  });

  it('is not a setting or an option that is wrong: those end the run, as ever', () => {
    const settings = { 'claude-compliance': { nonsense: true } };
    const config = {
      settings,
      plugins: { test: { rules: { rule: failing as never } } },
      rules: { 'test/rule': 'error' as const },
    };
    expect(() => new Linter().verify(CODE, config)).toThrow(/nonsense/);
    expect(() => verify(failing, { nonsense: true })).toThrow(/nonsense/);
    expect(() =>
      inspect(CODE, (sourceCode) =>
        assess(sourceCode, { filename: '/a.ts', cwd: '/' }, { failing }, {}, settings),
      ),
    ).toThrow(/nonsense/);
  });
});

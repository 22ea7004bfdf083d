import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-hardcoded-api-key.ts';
import { FORMS } from '../helpers/credential-forms.ts';
import { LOOK_ALIKES } from '../helpers/credential-look-alikes.ts';
import { lintWith } from '../helpers/rule-tester.ts';

describe('every form', () => {
  it.each(FORMS)('$name', ({ code, count, jsx }) => {
    const messages = lintWith(rule, code, { parser: jsx ? 'espree' : 'typescript' });
    expect(messages.filter((m) => m.fatal)).toEqual([]);
    expect(messages, JSON.stringify(messages.map((m) => [m.messageId, m.message.slice(0, 90)]))).toHaveLength(count);
  });
});

describe('every look-alike', () => {
  it.each(LOOK_ALIKES)('$name', ({ code, jsx }) => {
    const messages = lintWith(rule, code, { parser: jsx ? 'espree' : 'typescript', options: [{ comments: true, tests: 'all' }] });
    expect(messages.map(({ message, line }) => [line, message])).toEqual([]);
  });
});

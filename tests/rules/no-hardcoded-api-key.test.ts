import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-hardcoded-api-key.ts';
import { FORMS } from '../helpers/credential-forms.ts';
import { lintWith } from '../helpers/rule-tester.ts';

describe('every form', () => {
  it.each(FORMS)('$name', ({ code, count, jsx }) => {
    const messages = lintWith(rule, code, { parser: jsx ? 'espree' : 'typescript' });
    expect(messages.filter((m) => m.fatal)).toEqual([]);
    expect(messages, JSON.stringify(messages.map((m) => [m.messageId, m.message.slice(0, 90)]))).toHaveLength(count);
  });
});

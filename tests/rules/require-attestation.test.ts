import { join } from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import { attestationFault, isDay } from '../../src/policy/attestations.ts';
import rule from '../../src/rules/require-attestation.ts';
import { settingsOf } from '../helpers/eligibility.ts';
import { folderWith, write } from '../helpers/folders.ts';

const CODE = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nawait client.messages.create({ model: 'claude-opus-5', messages });\nawait client.messages.stream({ model: 'claude-opus-5', messages });\n`;
const good = { reference: 'GRC-88', expires: '2027-01-31' };
const marked = (marker: object) => ({ name: 'acme', [NAMESPACE]: marker });

interface Lint {
  readonly options?: object;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly code?: string;
  readonly cwd?: string;
}

function messagesOf(
  filename: string,
  { options = {}, settings = {}, code = CODE, cwd = '/' }: Lint = {},
): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**'],
    settings,
    plugins: { test: { rules: { rule: rule as never } } },
    rules: { 'test/rule': ['error', options] },
  };
  return new Linter({ cwd }).verify(code, config, filename);
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a package', () => {
  const root = folderWith({
    'hipaa/package.json': marked({ hipaa: true }),
    'zdr/package.json': marked({ zdr: true }),
    'good/package.json': marked({ hipaa: true, attestations: { baa: good } }),
    'both/package.json': marked({
      hipaa: true,
      zdr: true,
      attestations: { baa: good, zdr: { reference: 'a', expires: '2026-11-21' } },
    }),
    'last-day/package.json': marked({
      hipaa: true,
      attestations: { baa: { reference: 'a', expires: '2026-11-22' } },
    }),
    'expired/package.json': marked({
      hipaa: true,
      attestations: { baa: { reference: 'a', expires: '2026-11-21' } },
    }),
    'endless/package.json': marked({ hipaa: true, attestations: { baa: { reference: 'a' } } }),
    'no-day/package.json': marked({
      hipaa: true,
      attestations: { baa: { reference: 'a', expires: '31.01.2027' } },
    }),
    'feb/package.json': marked({
      hipaa: true,
      attestations: { baa: { reference: 'a', expires: '2027-02-30' } },
    }),
    'own/package.json': marked({
      hipaa: true,
      attestations: { baa: good, training: { reference: 'LMS-4' } },
    }),
    'off/package.json': marked({ hipaa: false, zdr: false }),
    'plain/package.json': { name: 'plain' },
    'label/package.json': marked({ dataClassification: 'restricted' }),
    'broken/package.json': marked({ hipaa: 'yes' }),
    'wrong/package.json': marked({
      hipaa: true,
      attestations: { baa: { reference: 7, expires: '2027-01-31' } },
    }),
  });

  it.each<readonly [folder: string, options: object, expected: readonly string[]]>([
    ['hipaa', {}, ['missing']],
    ['zdr', {}, []],
    ['good', {}, []],
    ['both', {}, ['expired']],
    ['last-day', {}, []],
    ['expired', {}, ['expired']],
    ['endless', {}, ['noExpiry']],
    ['no-day', {}, ['invalidDate']],
    ['feb', {}, ['invalidDate']],
    ['own', {}, []],
    ['off', {}, []],
    ['plain', {}, []],
    ['label', {}, []],
    ['broken', {}, ['unjudged']],
    ['wrong', {}, ['unjudged']],
    ['hipaa', { required: [] }, []],
    ['hipaa', { required: ['baa', 'dpa', 'zdr', 'soc2'] }, ['missing', 'missing', 'missing', 'missing']],
    ['good', { required: ['baa', 'dpa'] }, ['missing']],
    ['zdr', { required: ['zdr'] }, ['missing']],
    ['plain', { required: ['baa'] }, []],
    ['expired', { required: ['dpa'] }, ['expired', 'missing']],
  ])('%s with %j', (folder, options, expected) => {
    expect(
      messagesOf(join(root, folder, 'src/notes.js'), { options }).map(({ messageId }) => messageId),
    ).toEqual(expected);
  });

  it('is reported once per file, at its first request', () => {
    expect(messagesOf(join(root, 'hipaa/a.js'))).toMatchObject([{ line: 3, column: 7 }]);
  });

  it.each([
    [
      'that sends nothing',
      `import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic();`,
    ],
    [
      'of another vendor',
      `import OpenAI from 'openai'; // not claude\nnew OpenAI().chat.completions.create({ model: 'gpt-5', messages });`,
    ],
  ])('is silent in a file %s', (_, code) => {
    expect(messagesOf(join(root, 'hipaa/a.js'), { code })).toEqual([]);
  });

  it('is named with file and key', () => {
    const [missing] = messagesOf(join(root, 'hipaa/src/a.js'), { cwd: root });
    expect(missing?.message).toBe(
      '"claude-compliance".attestations.baa is not declared in hipaa/package.json. Declare its reference and last day.',
    );
    const [expired] = messagesOf(join(root, 'expired/src/a.js'), { cwd: root });
    expect(expired?.message).toBe(
      '"claude-compliance".attestations.baa in expired/package.json ended on 2026-11-21. Renew it.',
    );
    const [invalid] = messagesOf(join(root, 'no-day/src/a.js'), { cwd: root });
    expect(invalid?.message).toBe(
      '"claude-compliance".attestations.baa.expires in no-day/package.json is "31.01.2027". Write it as "2027-01-31".',
    );
    const [wrong] = messagesOf(join(root, 'wrong/src/a.js'), { cwd: root });
    expect(wrong?.message).toBe(
      'The marker in wrong/package.json cannot be used, and decides about this file. Mend it.',
    );
  });

  it('that is marked in settings alone is told to move the mark', () => {
    const settings = settingsOf({ hipaa: true });
    expect(
      messagesOf(join(root, 'plain/a.js'), { settings, cwd: root }).map(({ message }) => message),
    ).toEqual([
      '`hipaa` is marked in settings alone. Move the mark to "claude-compliance" in plain/package.json.',
    ]);
    expect(messagesOf('/a.js', { settings }).map(({ message }) => message)).toEqual([
      '`hipaa` is marked in settings alone. Move the mark to "claude-compliance" in package.json.',
    ]);
    expect(messagesOf(join(root, 'off/a.js'), { settings })).toEqual([]);
    expect(messagesOf(join(root, 'good/a.js'), { settings })).toEqual([]);
    expect(
      messagesOf(join(root, 'zdr/a.js'), { settings, options: { required: ['zdr'] } }).map(
        ({ messageId }) => messageId,
      ),
    ).toEqual(['settingsOnly', 'missing']);
  });

  it('whose mark was copied into settings follows the disk', () => {
    const copy = settingsOf({ hipaa: true, marker: { hipaa: true } });
    expect(messagesOf(join(root, 'plain/a.js'), { settings: copy })).toEqual([]);
    expect(
      messagesOf(join(root, 'hipaa/a.js'), { settings: copy }).map(({ messageId }) => messageId),
    ).toEqual(['missing']);
  });

  it('expires with the calendar, and is renewed on disk', () => {
    const file = join(root, 'last-day/a.js');
    expect(messagesOf(file)).toEqual([]);
    vi.setSystemTime(new Date('2026-11-23T00:00:00Z'));
    expect(messagesOf(file).map(({ messageId }) => messageId)).toEqual(['expired']);
    write(
      join(root, 'last-day/package.json'),
      marked({ hipaa: true, attestations: { baa: { reference: 'renewed', expires: '2028-01-31' } } }),
    );
    expect(messagesOf(file)).toEqual([]);
  });
});

describe('days', () => {
  it.each(['2027-01-31', '2028-02-29', '1999-12-31'])('%s is one', (day) => {
    expect(isDay(day)).toBe(true);
  });
  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-1-31',
    '2027-01-31T00:00:00Z',
    '20270131',
    '31.01.2027',
    'never',
    '',
    ' 2027-01-31',
  ])('%j is none', (day) => {
    expect(isDay(day)).toBe(false);
  });
  it('a document is good until the end of its last day', () => {
    expect(attestationFault({ expires: '2027-01-31' }, '2027-01-31')).toBeUndefined();
    expect(attestationFault({ expires: '2027-01-31' }, '2027-02-01')).toBe('expired');
  });
});

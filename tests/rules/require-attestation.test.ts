import { join } from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NAMESPACE } from '../../src/meta.ts';
import { attestationFault, isDay } from '../../src/policy/attestations.ts';
import rule from '../../src/rules/require-attestation.ts';
import { settingsOf } from '../helpers/eligibility.ts';
import { folderWith, write } from '../helpers/folders.ts';
import { lintManifest } from '../helpers/manifests.ts';

const CODE = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\nawait client.messages.create({ model: 'claude-opus-5', messages });\nawait client.messages.stream({ model: 'claude-opus-5', messages });\n`;
const good = { reference: 'GRC-88', expires: '2027-01-31' };
const marked = (marker: object) => ({
  name: 'acme',
  dependencies: { '@anthropic-ai/sdk': '1' },
  [NAMESPACE]: marker,
});

/** What the rule says of the package itself. */
const ofPackage = (
  folder: string,
  { options = {}, settings = {}, cwd = '/' }: Omit<Lint, 'code'> = {},
): Linter.LintMessage[] =>
  lintManifest(join(folder, 'package.json'), { rules: { 'require-attestation': options }, settings, cwd });

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
    'unasked/package.json': marked({
      hipaa: true,
      attestations: { baa: good, dpa: { reference: 'a', expires: '2026-11-21' } },
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
    ['zdr', {}, ['missing']],
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
    ['broken', {}, ['marker']],
    ['wrong', {}, ['marker']],
    ['hipaa', { required: [] }, []],
    ['hipaa', { required: ['baa', 'dpa', 'zdr', 'soc2'] }, ['missing', 'missing', 'missing', 'missing']],
    ['good', { required: ['baa', 'dpa'] }, ['missing']],
    ['zdr', { required: ['zdr'] }, ['missing']],
    ['plain', { required: ['baa'] }, []],
    ['expired', { required: ['dpa'] }, ['missing', 'expired']],
    ['expired', { required: [] }, []],
    ['endless', { required: [] }, ['noExpiry']],
    ['unasked', {}, []],
  ])('%s with %j', (folder, options, expected) => {
    expect(ofPackage(join(root, folder), { options }).map(({ messageId }) => messageId)).toEqual(expected);
    // Its code says nothing of it, but that a marker cannot be used.
    const inCode = messagesOf(join(root, folder, 'src/notes.js'), { options });
    expect(inCode.map(({ messageId }) => messageId)).toEqual(expected.includes('marker') ? ['unjudged'] : []);
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
    const [missing] = ofPackage(join(root, 'hipaa'));
    expect(missing?.message).toBe('"attestations.baa" is not declared. Declare its reference and last day.');
    const [expired] = ofPackage(join(root, 'expired'));
    expect(expired?.message).toBe('"attestations.baa" ended on 2026-11-21. Renew it.');
    const [invalid] = ofPackage(join(root, 'no-day'));
    expect(invalid?.message).toBe('"attestations.baa".expires is "31.01.2027". Write it as "2027-01-31".');
    const [wrong] = messagesOf(join(root, 'wrong/src/a.js'), { cwd: root });
    expect(wrong?.message).toBe(
      'The marker in wrong/package.json cannot be used, and decides about this file. Mend it.',
    );
  });

  it('that is marked in settings alone is told to move the mark', () => {
    const settings = settingsOf({ hipaa: true });
    const told = '`hipaa` is marked in settings alone. Move the mark to "claude-compliance" in package.json.';
    const textsOf = (folder: string): string[] =>
      ofPackage(join(root, folder), { settings }).map(({ message }) => message);
    expect(textsOf('plain')).toEqual([told]);
    // Without a package.json the code has to say it.
    expect(messagesOf('/a.js', { settings }).map(({ message }) => message)).toEqual([told]);
    expect(messagesOf(join(root, 'plain/a.js'), { settings })).toEqual([]);
    expect(textsOf('off')).toEqual([]);
    expect(textsOf('good')).toEqual([]);
  });

  it('expires with the calendar, and is renewed on disk', () => {
    const folder = join(root, 'last-day');
    expect(ofPackage(folder)).toEqual([]);
    vi.setSystemTime(new Date('2026-11-23T00:00:00Z'));
    expect(ofPackage(folder).map(({ messageId }) => messageId)).toEqual(['expired']);
    write(
      join(root, 'last-day/package.json'),
      marked({ hipaa: true, attestations: { baa: { reference: 'renewed', expires: '2028-01-31' } } }),
    );
    expect(ofPackage(folder)).toEqual([]);
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

describe('gateways that a package declares of itself', () => {
  const declaring = (name: string, source: string): string[] => {
    const folder = folderWith({
      'package.json': { name: '@acme/llm', [NAMESPACE]: { hipaa: false, gateways: { [name]: {} } } },
      'src/index.ts': source,
    });
    return lintManifest(join(folder, 'package.json'), {
      rules: { 'require-attestation': {} },
      cwd: folder,
    }).map(({ messageId, message }) => `${messageId ?? ''}: ${message}`);
  };
  const source =
    'export async function complete() {}\nexport class Assistant { ask() {} }\nexport default complete;\n';

  it.each(['complete', 'Assistant.ask', 'default'])('has %s', (name) => {
    expect(declaring(name, source)).toEqual([]);
  });

  it.each(['completion', 'Assistant.complete', 'Helper.ask'])('does not have %s', (name) => {
    const found = declaring(
      name,
      source.replace('complete() {}', 'ask() {}').replace('default complete', 'default ask'),
    );
    expect(found).toEqual([
      `noGateway: The marker declares the gateway \`${name}\`, which no source here exports. Name one that is there.`,
    ]);
  });

  it('says nothing of a package without sources', () => {
    expect(declaring('completion', '')).toEqual([]);
  });
});

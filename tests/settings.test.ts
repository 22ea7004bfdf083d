import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../src/meta.ts';
import { declaredClients, readSettings } from '../src/declared/settings.ts';
import { lintWith } from './helpers/rule-tester.ts';
import { REPORTED, RULES } from './helpers/rules.ts';

const read = (own: unknown) => readSettings({ [NAMESPACE]: own });
const LONG = 'a'.repeat(60);
const PLATFORMS = ['"anthropic"', '"anthropic-aws"', '"bedrock"', '"foundry"', '"google-cloud"', '"vertex"'];

describe('settings that are taken', () => {
  it.each<readonly [name: string, own: Record<string, unknown>]>([
    ['nothing', {}],
    ['marks', { zdr: true, hipaa: false }],
    ['a baseline', { baseline: 'vendor' }],
    ['features', { features: { prompt_caching: 'allow', batches: 'forbid' } }],
    [
      'clients',
      {
        clients: {
          '@acme/llm': { default: 'anthropic', eu: 'bedrock' },
          './lib/claude.js': { client: 'google-cloud' },
        },
      },
    ],
    [
      'names',
      {
        loggers: { audit: true },
        redactors: { scrub: true },
        auditLoggers: { trail: true },
        recordNames: { patient: false },
        identifiers: { mrn: true },
      },
    ],
  ])('%s', (_, own) => {
    expect(read(own)).toEqual(own);
  });

  it('lists of names, as objects are', () => {
    expect(read({ loggers: ['audit', 'trace'], identifiers: [] })).toEqual({
      loggers: { audit: true, trace: true },
      identifiers: {},
    });
  });

  it('what is undefined, as if it were left out', () => {
    expect(read({ zdr: undefined, loggers: undefined })).toEqual({});
  });

  it.each<readonly [name: string, own: unknown]>([
    ['a Map', { loggers: new Map([['audit', true]]) }],
    ['a RegExp', { redactors: /scrub/ }],
    ['a Date', { features: new Date() }],
    ['a Map of settings', new Map([['zdr', true]])],
    ['a list with something else in it', { loggers: ['audit', 7] }],
    ['a list with an empty name', { loggers: [''] }],
  ])('not %s', (_, own) => {
    expect(() => read(own)).toThrow(/settings\["claude-compliance"\].* must be /);
  });

  it('none at all', () => {
    expect(readSettings({})).toEqual({});
    expect(readSettings({ other: { nonsense: 1 } })).toEqual({});
  });

  it('gives the same object for the same settings', () => {
    const own = { clients: { '@acme/llm': { llm: 'anthropic' } } };
    expect(read(own)).toBe(read(own));
    expect(declaredClients(read(own))).toBe(declaredClients(read(own)));
    expect(declaredClients(read({}))).toBe(declaredClients(readSettings({})));
  });

  it('takes frozen settings', () => {
    expect(() => read(Object.freeze({ zdr: true }))).not.toThrow();
  });
});

describe('settings that are refused, by key and with what is allowed', () => {
  it.each<readonly [name: string, own: unknown, named: readonly string[]]>([
    ['an unknown key', { hippa: true }, ['"hippa"', 'hipaa', 'zdr', 'clients', 'features', 'baseline']],
    ['a key of Object.prototype', { constructor: true }, ['"constructor"', 'hipaa']],
    ['a list', [], ['an object', 'an array']],
    ['a string', 'hipaa', ['an object', '"hipaa"']],
    ['null', null, ['an object', 'null']],
    ['a string for a mark', { zdr: 'true' }, ['.zdr', 'true or false', '"true"']],
    ['a number for a mark', { hipaa: 1 }, ['.hipaa', 'true or false', '1']],
    ['an unknown baseline', { baseline: 'seed' }, ['.baseline', '"strict"', '"vendor"', '"seed"']],
    [
      'an unknown verdict on a feature',
      { features: { files: 'ok' } },
      ['.features["files"]', '"allow"', '"forbid"', '"ok"'],
    ],
    ['a list of features', { features: ['files'] }, ['.features', 'an object', 'an array']],
    [
      'an unknown platform',
      { clients: { '@acme/llm': { llm: 'aws' } } },
      ['.clients["@acme/llm"]["llm"]', ...PLATFORMS, '"aws"'],
    ],
    [
      'a platform in place of exports',
      { clients: { '@acme/llm': 'anthropic' } },
      ['.clients["@acme/llm"]', '<export>'],
    ],
    ['a list of clients', { clients: ['@acme/llm'] }, ['.clients', '<module>', 'an array']],
    ['a string for a name', { redactors: { scrub: 'yes' } }, ['.redactors["scrub"]', 'true or false']],
  ])('%s', (_, own, named) => {
    let message = '';
    try {
      read(own);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^settings\["claude-compliance"\]/);
    for (const word of named) expect(message).toContain(word);
  });

  it.each<readonly [name: string, own: unknown]>([
    ['baseline', { baseline: LONG }],
    ['text in place of settings', LONG],
    ['platform', { clients: { '@acme/llm': { llm: LONG } } }],
    ['mark', { zdr: LONG }],
    ['feature', { features: { files: LONG } }],
  ])('a long %s is never repeated', (_, own) => {
    expect(() => read(own)).toThrow();
    expect(() => read(own)).not.toThrow(new RegExp(LONG));
  });

  it('again and again, not only the first time', () => {
    const own = { zdr: 'yes' };
    expect(() => read(own)).toThrow(/zdr/);
    expect(() => read(own)).toThrow(/zdr/);
  });

  it.each(RULES)('by %s, even on a file without Claude', (name, rule) => {
    const settings = { [NAMESPACE]: { nonsense: true } };
    expect(() => lintWith(rule, REPORTED[name].code, { settings })).toThrow(/nonsense/);
    expect(() => lintWith(rule, 'run();', { settings })).toThrow(/nonsense/);
  });
});

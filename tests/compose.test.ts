/**
 * `composePacks(...names)`: every set of packs as one config that is at least as strict as each of them.
 */
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { composePacks } from '../src/config.ts';
import { PACK_NAMES } from '../src/configs/packs/index.ts';
import type { PackName } from '../src/configs/packs/index.ts';
import { combined } from '../src/configs/compose.ts';
import { optionsOf, strictnessOf } from '../src/configs/strictness.ts';
import type { Strictness } from '../src/configs/strictness.ts';
import plugin from '../src/index.ts';
import { NAMESPACE } from '../src/meta.ts';
import { RULES } from './helpers/rules.ts';

type Options = Readonly<Record<string, unknown>>;
type Setting = readonly [severity: string, options: Options];

const SEVERITIES = ['warn', 'error'];

const PAIRS = PACK_NAMES.flatMap((a) => PACK_NAMES.map((b) => [a, b] as const));

const defaultsOf = (rule: string): Options =>
  ((Object.fromEntries(RULES)[rule]?.meta.defaultOptions as readonly Options[] | undefined) ?? [])[0] ?? {};

/** A config's severity and all options of each rule, those by default included. */
const settingsOf = ({ rules = {} }: Linter.Config): ReadonlyMap<string, Setting> =>
  new Map(
    Object.entries(rules).map(([id, entry]) => {
      const rule = id.replace(`${NAMESPACE}/`, '');
      const [severity, options] = Array.isArray(entry) ? entry : [entry];
      return [rule, [String(severity), { ...defaultsOf(rule), ...(options as Options | undefined) }]];
    }),
  );

/** The config for code of these packs, or the error that says why there is none. */
function attempt(...names: readonly PackName[]): Linter.Config | Error {
  try {
    return ofCode(composePacks(...names));
  } catch (error) {
    return error as Error;
  }
}

/** Of the two configs of a pack that for code, to which that for package.json adds nothing. */
function ofCode([config = {}, inPackages = {}]: readonly Linter.Config[]): Linter.Config {
  expect(config.rules).toMatchObject(inPackages.rules ?? {});
  return config;
}

const listed = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : Object.entries(value ?? {})).map((entry) => JSON.stringify(entry));

const within = (inner: unknown, outer: unknown, fold = (text: string) => text): boolean => {
  const have = listed(outer).map(fold);
  return listed(inner).every((entry) => have.includes(fold(entry)));
};

/** Whether a value reports at least what the other reports. */
function atLeastAsStrict(strictness: Strictness, value: unknown, than: unknown): boolean {
  switch (strictness.kind) {
    case 'allow': {
      const fold = (text: string): string => (strictness.ignoreCase ? text.toLowerCase() : text);
      return listed(than).length === 0 || (listed(value).length > 0 && within(value, than, fold));
    }
    case 'except':
      return within(value, than);
    case 'demand':
      return within(than, value);
    case 'level':
      return strictness.from.indexOf(value as string) >= strictness.from.indexOf(than as string);
    case 'waiver':
      return value === undefined || value === than;
  }
}

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>;
}

describe('what stricter means', () => {
  it.each(RULES)('is said for every option of %s, and for no other', (name, { meta }) => {
    const [{ properties = {} } = {}] = meta.schema as readonly Schema[];
    for (const [option, { enum: values }] of Object.entries(properties)) {
      const strictness = strictnessOf(name, option);
      expect(strictness, option).toBeDefined();
      if (strictness?.kind === 'level')
        expect([...strictness.from].sort()).toEqual([...(values ?? [false, true])].sort());
    }
    for (const option of Object.keys(optionsOf(name))) expect(properties).toHaveProperty(option);
  });
});

/** Fails unless a config reports at least what each of these packs reports. */
function expectStricter(result: Linter.Config, names: readonly PackName[]): void {
  const together = settingsOf(result);
  for (const name of names) {
    for (const [rule, [severity, options]] of settingsOf(ofCode(plugin.configs[name]))) {
      const [severityTogether = '', optionsTogether = {}] = together.get(rule) ?? [];
      expect(SEVERITIES.indexOf(severityTogether), `${rule}: severity`).toBeGreaterThanOrEqual(
        SEVERITIES.indexOf(severity),
      );
      for (const option of Object.keys({ ...options, ...optionsTogether })) {
        const strictness = strictnessOf(rule, option);
        expect(
          strictness && atLeastAsStrict(strictness, optionsTogether[option], options[option]),
          `${rule}: ${option}`,
        ).toBe(true);
      }
    }
  }
}

describe('of two values', () => {
  const place = { rule: 'some-rule', option: 'some' };
  const both = (strictness: Strictness, a: unknown, b: unknown, byDefault = false): unknown =>
    combined(
      strictness,
      [
        { pack: 'hipaa', value: a, byDefault: false },
        { pack: 'gov', value: b, byDefault },
      ],
      place,
    );

  it.each<readonly [kind: string, Strictness, a: unknown, b: unknown, result: unknown]>([
    [
      'lists of what passes: what is in both, in the first one’s order',
      { kind: 'allow' },
      ['us', 'eu', 'uk'],
      ['uk', 'us'],
      ['us', 'uk'],
    ],
    ['an empty list is no list', { kind: 'allow' }, [], ['claude-opus-5'], ['claude-opus-5']],
    ['no list at all', { kind: 'allow' }, [], [], []],
    [
      'labels without case',
      { kind: 'allow', ignoreCase: true },
      ['public', 'internal'],
      ['PUBLIC', 'CUI'],
      ['public'],
    ],
    [
      'objects by entry',
      { kind: 'allow' },
      { test: 'T', production: 'P' },
      { production: 'P' },
      { production: 'P' },
    ],
    ['an empty object is no list', { kind: 'allow' }, {}, { production: 'P' }, { production: 'P' }],
    [
      'exceptions: what is in both',
      { kind: 'except' },
      ['a.example', 'b.example'],
      ['b.example'],
      ['b.example'],
    ],
    ['exceptions may be none', { kind: 'except' }, ['a.example'], undefined, []],
    [
      'demands: what is in either',
      { kind: 'demand' },
      ['userId', 'outcome'],
      ['requestId', 'userId'],
      ['userId', 'outcome', 'requestId'],
    ],
    [
      'levels: the stricter',
      { kind: 'level', from: ['ignore', 'auto', 'report'] },
      'auto',
      'report',
      'report',
    ],
    ['levels: false and true', { kind: 'level', from: [false, true] }, true, false, true],
    ['waivers: the same one', { kind: 'waiver' }, 'us', 'us', 'us'],
    ['waivers: not where they differ', { kind: 'waiver' }, 'us', 'global', undefined],
    ['waivers: not where one makes none', { kind: 'waiver' }, undefined, 'global', undefined],
  ])('%s', (_, strictness, a, b, result) => {
    expect(both(strictness, a, b)).toEqual(result);
    if (result === undefined) return;
    for (const value of [a, b]) expect(atLeastAsStrict(strictness, result, value)).toBe(true);
  });

  it.each<readonly [Strictness, a: unknown, b: unknown]>([
    [{ kind: 'allow' }, ['us'], ['eu']],
    [{ kind: 'allow', ignoreCase: true }, ['PUBLIC'], ['internal']],
    [{ kind: 'allow' }, { production: 'P' }, { production: 'Q' }],
  ])('nothing in common is an error that names packs and values: %j', (strictness, a, b) => {
    const parts = ['"hipaa" allows ', '"gov" allows ', '`some` of some-rule', ...[a, b].flatMap(listed)];
    for (const part of parts) expect(() => both(strictness, a, b)).toThrow(part);
    expect(() => both(strictness, a, b, true)).toThrow('(the rule’s default)');
  });
});

describe.each(PAIRS)('%s and %s', (a, b) => {
  const result = attempt(a, b);

  it('are the same in the other order, twice, and with themselves', () => {
    expect(attempt(b, a)).toEqual(result);
    expect(attempt(a, b, a, b)).toEqual(result);
    expect(attempt(a, a)).toEqual(ofCode(plugin.configs[a]));
  });

  if (result instanceof Error) {
    it('allow nothing in common, and the error names both packs, the rule and the values', () => {
      expect(result.message).toContain(`"${a}"`);
      expect(result.message).toContain(`"${b}"`);
      const [, option = '', rule = ''] = /`(\w+)` of ([\w-]+)/.exec(result.message) ?? [];
      const [ofA, ofB] = [a, b].map((name) =>
        listed(settingsOf(ofCode(plugin.configs[name])).get(rule)?.[1][option]),
      ) as [string[], string[]];
      expect(ofA.filter((value) => ofB.includes(value))).toEqual([]);
      for (const value of [...ofA, ...ofB]) expect(result.message).toContain(value);
    });
    return;
  }

  it('are at least as strict together as each', () => {
    expectStricter(result, [a, b]);
  });

  it('hold the rules of either and nothing else', () => {
    const rules = [a, b].flatMap((name) => Object.keys(ofCode(plugin.configs[name]).rules ?? {}));
    expect(Object.keys(result.rules ?? {}).sort()).toEqual([...new Set(rules)].sort());
  });

  it('are named, hold this very plugin, and are accepted by ESLint', () => {
    expect(result.name?.startsWith(`${NAMESPACE}/`)).toBe(true);
    expect(result.name?.replace(`${NAMESPACE}/`, '').split('+').sort()).toEqual([...new Set([a, b])].sort());
    expect(result.plugins?.[NAMESPACE]).toBe(plugin);
    expect(() => new Linter().verify('anthropic', [...plugin.configs[a], result])).not.toThrow();
  });
});

/** Every set of three packs. */
const TRIPLES = PAIRS.flatMap(([a, b]) => PACK_NAMES.map((c) => [a, b, c] as const)).filter(
  ([a, b, c]) => a < b && b < c,
);

it.each(TRIPLES)('%s, %s and %s: the same in any order, and as strict as each', (a, b, c) => {
  const result = attempt(a, b, c);
  expect(attempt(c, a, b)).toEqual(result);
  if (result instanceof Error) {
    // What no two of them can agree on three cannot either, and the other way round.
    expect([attempt(a, b), attempt(b, c), attempt(a, c)].some((pair) => pair instanceof Error)).toBe(true);
  } else {
    expectStricter(result, [a, b, c]);
  }
});

describe('refuses', () => {
  it.each([
    ['hippa'],
    ['claude-compliance/hipaa'],
    [''],
    ['constructor'],
    [undefined],
    [null],
    [5],
    [['hipaa', 'gov']],
  ])('%j, and says which packs there are', (name) => {
    expect(() => composePacks('gov', name as never)).toThrow(
      /is not the name of a pack\. Known: recommended, hipaa, finserv, gov, gdpr, soc2, all\.$/,
    );
  });

  it('no packs at all', () => {
    expect(() => composePacks()).toThrow(/at least one pack\. Known: recommended/);
  });
});

describe('in ESLint', () => {
  const GEO = `${NAMESPACE}/require-inference-geo`;
  const ZDR = `${NAMESPACE}/no-zdr-ineligible-features`;
  const head = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
  const UNPINNED = `${head}client.messages.create({ model: 'claude-opus-5' });`;
  const GLOBAL = `${head}client.messages.create({ model: 'claude-opus-5', inference_geo: 'global' });`;
  const BATCHES = `${head}client.messages.batches.list();`;

  async function lint(
    code: string,
    ...names: PackName[]
  ): Promise<readonly (readonly [rule: string, messageId: string, severity: number])[]> {
    const eslint = new ESLint({
      cwd: '/',
      overrideConfigFile: true,
      overrideConfig: [...plugin.configs.recommended, ...composePacks(...names)],
    });
    const [result] = await eslint.lintText(code, { filePath: '/a.js' });
    return (result?.messages ?? [])
      .filter(({ ruleId }) => ruleId === GEO || ruleId === ZDR)
      .map(({ ruleId, messageId, severity }) => [String(ruleId), String(messageId), severity]);
  }

  it.each([['hipaa'], ['gov']] as const)(
    'finserv with %s: an error where finserv warns, and global is out',
    async (other) => {
      expect(await lint(UNPINNED, 'finserv', other)).toEqual([[GEO, 'missing', 2]]);
      expect(await lint(GLOBAL, 'finserv', other)).toEqual([[GEO, 'notAllowed', 2]]);
    },
  );

  it('recommended with finserv: the workspace’s default no longer excuses anything', async () => {
    expect(await lint(UNPINNED, 'recommended', 'finserv')).toEqual([[GEO, 'missing', 1]]);
    expect(await lint(GLOBAL, 'recommended', 'finserv')).toEqual([]);
  });

  it('hipaa with soc2: what only one of them asks stays', async () => {
    expect(await lint(UNPINNED, 'soc2', 'hipaa')).toEqual([[GEO, 'missing', 2]]);
    expect(await lint(BATCHES, 'soc2', 'hipaa')).toEqual([[ZDR, 'stored', 2]]);
    expect(await lint(BATCHES, 'soc2', 'gov')).toEqual([]);
  });
});

/**
 * What rules say of a package, in its package.json: once, at the key where it is mended, with a change that writes the skeleton.
 */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import plugin from '../src/index.ts';
import { NAMESPACE } from '../src/meta.ts';
import { folderWith } from './helpers/folders.ts';
import { lintManifest } from './helpers/manifests.ts';

const SDK = { '@anthropic-ai/sdk': '^1.14.0' };
const CODE = `import Anthropic from '@anthropic-ai/sdk';\nawait new Anthropic().messages.create({ model: 'claude-opus-5', max_tokens: 8, messages: [] });\n`;
const FETCH = `await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', headers, body });\n`;
const baa = { reference: 'GRC-88', expires: '2027-01-31' };

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const packageWith = (marker: unknown, more: object = {}): object => ({
  name: 'acme',
  private: true,
  dependencies: SDK,
  ...(marker !== undefined && { [NAMESPACE]: marker }),
  ...more,
});

const text = (manifest: object): string => `${JSON.stringify(manifest, undefined, 2)}\n`;

/** `messageId at "key"`, of one rule over one package.json in a folder with these files. */
function said(
  rule: string,
  options: object,
  manifest: object,
  files: Readonly<Record<string, string>> = {},
): string[] {
  const root = folderWith({ 'package.json': text(manifest), ...files });
  const path = join(root, 'package.json');
  return lintManifest(path, { rules: { [rule]: options }, cwd: root }).map(
    ({ messageId, line, column, endColumn = 0 }) => {
      const written = text(manifest).split('\n')[line - 1] ?? '';
      return `${messageId ?? '?'} ${written.slice(column - 1, endColumn - 1)}`;
    },
  );
}

const attestation = (
  manifest: object,
  options: object = {},
  files?: Readonly<Record<string, string>>,
): string[] => said('require-attestation', options, manifest, files);
const model = (manifest: object, options: object = {}, files?: Readonly<Record<string, string>>): string[] =>
  said('require-approved-model', options, manifest, files);
const ALWAYS = { when: 'always', required: ['baa'] };

describe('documents', () => {
  it.each<readonly [name: string, marker: object, options: object, expected: readonly string[]]>([
    ['none, marked hipaa', { hipaa: true }, {}, [`missing "${NAMESPACE}"`]],
    ['others only', { hipaa: true, attestations: {} }, {}, ['missing "attestations"']],
    [
      'one that ended',
      { hipaa: true, attestations: { baa: { ...baa, expires: '2026-11-21' } } },
      {},
      ['expired "expires"'],
    ],
    [
      'one without an end',
      { hipaa: true, attestations: { baa: { reference: 'a' } } },
      {},
      ['noExpiry "baa"'],
    ],
    [
      'one with no day',
      { hipaa: true, attestations: { baa: { reference: 'a', expires: 'soon' } } },
      {},
      ['invalidDate "expires"'],
    ],
    ['all that is asked', { hipaa: true, attestations: { baa } }, {}, []],
    ['none, marked zdr', { zdr: true }, {}, [`missing "${NAMESPACE}"`]],
    [
      'none for zdr beside what a pack asks',
      { hipaa: true, zdr: true, attestations: { baa } },
      ALWAYS,
      ['missing "attestations"'],
    ],
    ['none, where the marker says no to health data', { hipaa: false }, ALWAYS, []],
    [
      'none, where it says something else',
      { dataClassification: 'public' },
      ALWAYS,
      [`missing "${NAMESPACE}"`],
    ],
    ['none, and nothing is asked', { hipaa: true }, { required: [] }, []],
    ['a mark turned off', { hipaa: false, zdr: false }, {}, []],
  ])('%s', (_, marker, options, expected) => {
    expect(attestation(packageWith(marker), options)).toEqual(expected);
  });
});

describe('a package without a marker', () => {
  it('is asked where every package is', () => {
    expect(attestation(packageWith(undefined), ALWAYS)).toEqual(['unmarked "@anthropic-ai/sdk"']);
    expect(attestation(packageWith(undefined))).toEqual([]);
  });

  it.each<
    readonly [
      name: string,
      manifest: object,
      files: Readonly<Record<string, string>>,
      expected: readonly string[],
    ]
  >([
    [
      'that depends on a provider',
      { name: 'a', dependencies: { '@ai-sdk/anthropic': '4' } },
      {},
      ['unmarked "@ai-sdk/anthropic"'],
    ],
    ['whose sources ask over HTTP', { name: 'a' }, { 'src/a.js': FETCH }, ['unmarked "name"']],
    ['that builds with it', { name: 'a', devDependencies: SDK }, {}, []],
    [
      'that has nothing of Claude',
      { name: 'a', dependencies: { express: '5' } },
      { 'src/a.js': 'run();' },
      [],
    ],
    [
      'whose inner package has',
      { name: 'a' },
      { 'inner/package.json': '{"name":"b"}', 'inner/a.js': FETCH },
      [],
    ],
    ['that is a library', { name: 'a', version: '1.0.0', exports: './a.js', dependencies: SDK }, {}, []],
  ])('%s', (_, manifest, files, expected) => {
    expect(attestation(manifest, ALWAYS, files)).toEqual(expected);
  });

  it('inherits what the root of its workspace declares', () => {
    const root = folderWith({
      'package.json': text({
        name: 'root',
        workspaces: ['packages/*'],
        [NAMESPACE]: { hipaa: true, approved: { models: ['claude-*'] } },
      }),
      'packages/a/package.json': text(packageWith(undefined)),
    });
    const rules = { 'require-attestation': ALWAYS, 'require-approved-model': {} };
    const idsOf = (path: string) =>
      lintManifest(join(root, path), { rules }).map(({ messageId }) => messageId);
    expect(idsOf('packages/a/package.json')).toEqual([]);
    expect(idsOf('package.json')).toEqual(['missing']);
  });
});

describe('a workspace without any marker', () => {
  const RULES = { 'require-attestation': ALWAYS, 'require-approved-model': {} };
  const idsOf = (root: object, path: string, cwd = ''): (string | undefined)[] => {
    const folder = folderWith({
      'package.json': text({ name: 'root', workspaces: ['packages/*'], ...root }),
      'packages/a/package.json': text(packageWith(undefined)),
    });
    return lintManifest(join(folder, path), { rules: RULES, cwd: join(folder, cwd) }).map(
      ({ messageId }) => messageId,
    );
  };

  it('is asked at its root, where that reaches Claude as well', () => {
    expect(idsOf({ dependencies: SDK }, 'package.json')).toEqual(['unmarked']);
    expect(idsOf({ dependencies: SDK }, 'packages/a/package.json')).toEqual([]);
  });

  it('is asked at a member, where the root does not, or is not in the run', () => {
    expect(idsOf({}, 'package.json')).toEqual([]);
    expect(idsOf({}, 'packages/a/package.json')).toEqual(['unmarked']);
    expect(idsOf({ dependencies: SDK }, 'packages/a/package.json', 'packages/a')).toEqual(['unmarked']);
  });
});

describe('a marked package that reaches nobody', () => {
  it.each<
    readonly [
      name: string,
      manifest: object,
      files: Readonly<Record<string, string>>,
      expected: readonly string[],
    ]
  >([
    [
      'by dependency or source',
      packageWith({ zdr: true }, { dependencies: {} }),
      { 'src/a.js': 'run();' },
      ['unused "zdr"'],
    ],
    ['by a dependency alone', packageWith({ zdr: true }), {}, []],
    ['by a source alone', packageWith({ zdr: true }, { dependencies: {} }), { 'src/a.js': FETCH }, []],
    [
      'but by a package of its own',
      packageWith({ zdr: true }, { dependencies: { llm: 'workspace:*' } }),
      {},
      [],
    ],
    ['but by models of many vendors', packageWith({ zdr: true }, { dependencies: { ai: '7' } }), {}, []],
    [
      'as the root of a workspace',
      packageWith({ zdr: true }, { dependencies: {}, workspaces: ['packages/*'] }),
      {},
      [],
    ],
  ])('%s', (_, manifest, files, expected) => {
    expect(attestation(manifest, { required: [] }, files)).toEqual(expected);
  });
});

describe('what goes under one key', () => {
  const PLAIN = { 'src/a.js': CODE };
  const together = (rules: Readonly<Record<string, object>>, marker: unknown): readonly string[] => {
    const root = folderWith({ 'package.json': text(packageWith(marker)), ...PLAIN });
    return lintManifest(join(root, 'package.json'), { rules, cwd: root }).map(({ message }) => message);
  };
  const MODEL = { 'require-approved-model': {} };
  const LABEL = { 'require-data-classification': {} };
  const AGREEMENT = { 'require-attestation': ALWAYS };
  const BOTH =
    'No list of approved models and no label. Add "approved.models" and "dataClassification" to the marker.';

  it('is one finding where nothing at all is declared', () => {
    expect(together({ ...MODEL, ...LABEL, ...AGREEMENT }, undefined)).toEqual([
      '`@anthropic-ai/sdk` reaches Claude, and nothing is declared. Add "claude-compliance".',
    ]);
  });
  it('is one finding for the list and the label', () => {
    expect(together({ ...MODEL, ...LABEL }, undefined)).toEqual([BOTH]);
    expect(together({ ...LABEL, ...MODEL }, {})).toEqual([BOTH]);
    const declared = { attestations: { baa } };
    expect(together({ ...MODEL, ...LABEL, ...AGREEMENT }, declared)).toEqual([BOTH]);
  });
  it('is said by the rule that is on', () => {
    expect(together(MODEL, undefined)).toEqual([
      'No list of approved models. Add "approved.models" to the marker.',
    ]);
    expect(together(LABEL, undefined)).toEqual([
      'Nothing here labels what it sends. Add `dataClassification` to the marker.',
    ]);
    expect(together({ ...MODEL, ...LABEL }, { approved: { models: ['claude-opus-5'] } })).toEqual([
      'Nothing here labels what it sends. Add `dataClassification` to the marker.',
    ]);
    expect(together({ ...MODEL, ...LABEL }, { dataClassification: 'internal' })).toEqual([
      'No list of approved models. Add "approved.models" to the marker.',
    ]);
  });
  it('is said where agreements are asked of marked packages alone', () => {
    expect(together({ ...MODEL, 'require-attestation': {} }, undefined)).toHaveLength(1);
  });
});

describe('the list of models', () => {
  it.each<readonly [name: string, manifest: object, options: object, expected: readonly string[]]>([
    ['is missed', packageWith({ hipaa: true }), {}, [`noList "${NAMESPACE}"`]],
    ['is missed without a marker', packageWith(undefined), {}, ['noList "@anthropic-ai/sdk"']],
    ['is missed where it is empty', packageWith({ approved: { models: [] } }), {}, ['noList "models"']],
    ['stands in the marker', packageWith({ approved: { models: ['claude-opus-5'] } }), {}, []],
    ['stands in the options', packageWith({}), { models: ['claude-*'] }, []],
    ['is nothing to a package without Claude', { name: 'a', dependencies: { express: '5' } }, {}, []],
  ])('%s', (_, manifest, options, expected) => {
    expect(model(manifest, options)).toEqual(expected);
  });

  it('of the marker holds for the code of the package', async () => {
    const root = folderWith({
      'package.json': text(packageWith({ approved: { models: ['claude-sonnet-5'] } })),
      'a.js': CODE,
    });
    const config = {
      plugins: { [NAMESPACE]: plugin },
      rules: { [`${NAMESPACE}/require-approved-model`]: 'error' as const },
    };
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [config] });
    const [result] = await eslint.lintFiles(['a.js']);
    expect(result?.messages.map(({ message }) => message)).toEqual([
      '`claude-opus-5` is not an approved model. Use `claude-sonnet-5`.',
    ]);
  });
});

it('an agreement with one party does not cover another', async () => {
  const marker = { hipaa: true, attestations: { baa: { ...baa, provider: ['bedrock', 'vertex'] } } };
  const root = folderWith({ 'package.json': text(packageWith(marker)), 'a.js': CODE });
  const config = {
    plugins: { [NAMESPACE]: plugin },
    rules: { [`${NAMESPACE}/require-attestation`]: 'error' as const },
  };
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [config] });
  const [result] = await eslint.lintFiles(['a.js']);
  expect(result?.messages.map(({ message }) => message)).toEqual([
    '`new Anthropic().messages.create` sends to anthropic, and baa is with "bedrock" or "vertex". Declare one with anthropic.',
  ]);
});

describe('the label of the package', () => {
  const PLAIN = { 'src/a.js': CODE };
  const label = (
    marker: object | undefined,
    options: object,
    files: Readonly<Record<string, string>>,
  ): string[] => said('require-data-classification', options, packageWith(marker), files);

  it.each<
    readonly [
      name: string,
      marker: object | undefined,
      expected: readonly string[],
      options: object,
      files: Readonly<Record<string, string>>,
    ]
  >([
    ['none, and none in code', undefined, ['undeclared "@anthropic-ai/sdk"'], {}, PLAIN],
    ['none beside other facts', { hipaa: true }, [`undeclared "${NAMESPACE}"`], {}, PLAIN],
    [
      'none, and requests are labelled',
      undefined,
      [],
      {},
      { 'src/a.js': `${CODE}ask(text, { dataClassification: 'public' });` },
    ],
    ['none, where only requests count', undefined, [], { where: ['wrapper'] }, PLAIN],
    ['one of the scheme', { dataClassification: 'Internal' }, [], {}, PLAIN],
    ['one that is not', { dataClassification: 'odd' }, ['unlisted "dataClassification"'], {}, PLAIN],
    // What must not be sent is reported where it is sent.
    ['one that must not be sent', { dataClassification: 'SECRET' }, [], { refuse: ['SECRET'] }, PLAIN],
  ])('%s', (_, marker, expected, options, files) => {
    expect(label(marker, options, files)).toEqual(expected);
  });

  it('is said in package.json alone where it is none of the scheme, and in code where only requests count', async () => {
    const root = folderWith({
      'package.json': text(packageWith({ dataClassification: 'odd' })),
      'a.js': CODE,
    });
    const inCode = async (options: object): Promise<number | undefined> => {
      const config: Linter.Config = {
        plugins: { [NAMESPACE]: plugin },
        rules: { [`${NAMESPACE}/require-data-classification`]: ['error', options] },
      };
      const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [config] });
      const [result] = await eslint.lintFiles(['a.js']);
      return result?.messages.length;
    };
    expect(await inCode({})).toBe(0);
    expect(await inCode({ where: ['wrapper'] })).toBe(1);
  });

  it('is not asked of a package that reaches nobody', () => {
    expect(said('require-data-classification', {}, { name: 'a' })).toEqual([]);
  });
});

describe('a suggestion', () => {
  const after = (manifest: object, rule = 'require-attestation', options: object = ALWAYS): unknown => {
    const root = folderWith({ 'package.json': text(manifest) });
    const [message] = lintManifest(join(root, 'package.json'), { rules: { [rule]: options } });
    const [{ fix } = {}] = message?.suggestions ?? [];
    const before = text(manifest);
    const written = fix ? before.slice(0, fix.range[0]) + fix.text + before.slice(fix.range[1]) : '';
    // In the style of the file.
    expect(written).toBe(text(JSON.parse(written) as object));
    return (JSON.parse(written) as Record<string, unknown>)[NAMESPACE];
  };
  const skeleton = { reference: 'TODO', expires: 'YYYY-MM-DD' };

  it('writes what is missing, as far as it can', () => {
    expect(after(packageWith(undefined))).toEqual({ hipaa: true, attestations: { baa: skeleton } });
    expect(after(packageWith({ hipaa: true }))).toEqual({ hipaa: true, attestations: { baa: skeleton } });
    expect(after(packageWith({ hipaa: true, attestations: {} }))).toEqual({
      hipaa: true,
      attestations: { baa: skeleton },
    });
    expect(after(packageWith({ hipaa: true, attestations: { baa: { reference: 'a' } } }))).toEqual({
      hipaa: true,
      attestations: { baa: { reference: 'a', expires: 'YYYY-MM-DD' } },
    });
    expect(after(packageWith({ hipaa: true }), 'require-approved-model', {})).toEqual({
      hipaa: true,
      approved: { models: [] },
    });
  });
});

describe('one plain call, with nothing configured', () => {
  const root = folderWith({ 'package.json': text(packageWith(undefined)), 'a.js': CODE });

  it.each([
    ['hipaa', 3],
    ['finserv', 4],
    ['gov', 4],
  ] as const)('%s says %i things at most', async (pack, most) => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs[pack] });
    const [inCode] = await eslint.lintFiles(['a.js']);
    expect(inCode?.messages.length).toBeGreaterThan(0);
    expect(inCode?.messages.length).toBeLessThanOrEqual(most);
    const [inPackage] = await eslint.lintFiles(['package.json']);
    expect(inPackage?.messages.length).toBeLessThanOrEqual(2);
  });
});

describe('a feature that neither arrangement covers', () => {
  const BATCH = `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic().beta.files.upload({ file });\n`;
  const lint = async (marker: object, code: string): Promise<string[]> => {
    const root = folderWith({ 'package.json': text(packageWith(marker)), 'a.js': code });
    const eslint = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: plugin.configs.recommended,
    });
    const [result] = await eslint.lintFiles(['a.js']);
    return (result?.messages ?? []).map(
      ({ ruleId, message }) => `${(ruleId ?? '').split('/')[1] ?? ''}: ${message}`,
    );
  };

  it('is one finding that names both', async () => {
    expect(await lint({ zdr: true, hipaa: true }, BATCH)).toEqual([
      'no-zdr-ineligible-features: Files API: not covered by ZDR or HIPAA readiness. Inline the content as base64 or text.',
    ]);
    expect(await lint({ hipaa: true }, BATCH)).toEqual([
      'no-hipaa-ineligible-features: Files API: not covered by HIPAA readiness. Inline the content as base64 or text.',
    ]);
  });
});

/**
 * The marker of the nearest package.json, as the rules see it on disk.
 */
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { NAMESPACE } from '../src/meta.ts';
import { readMarker } from '../src/declared/package-marker.ts';
import { settingsOf } from './helpers/eligibility.ts';
import { folderWith, write } from './helpers/folders.ts';
import { lintManifest } from './helpers/manifests.ts';

const ZDR = `${NAMESPACE}/no-zdr-ineligible-features`;
const HIPAA = `${NAMESPACE}/no-hipaa-ineligible-features`;
const CODE = `import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic().files.upload({});\n`;

const marked = (marker: unknown) => ({ name: 'acme', [NAMESPACE]: marker });

interface Lint {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: object;
  readonly code?: string;
}

/** What the two rules say of a file. */
function messagesOf(
  filename: string,
  { settings = {}, options = {}, code = CODE }: Lint = {},
): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**'],
    plugins: { [NAMESPACE]: plugin },
    settings,
    rules: { [ZDR]: [2, options], [HIPAA]: [2, options] },
  };
  return new Linter({ cwd: '/' }).verify(code, config, filename);
}

/** The same as `rule messageId`. */
const lint = (filename: string, more?: Lint): string[] =>
  messagesOf(filename, more).map(
    ({ ruleId, messageId, message }) =>
      `${message.includes('ZDR or HIPAA') ? 'both' : (ruleId ?? '').replace(/^.*no-(\w+)-.*$/, '$1')} ${messageId ?? ''}`,
  );

/** One finding that names both. */
const BOTH = ['both ineligible'];

describe('which marker applies', () => {
  const root = folderWith({
    'package.json': marked({ zdr: true }),
    'a.js': CODE,
    'src/deep/er/a.js': CODE,
    'packages/hipaa/package.json': marked({ hipaa: true, zdr: false }),
    'packages/both/package.json': marked({
      zdr: true,
      hipaa: true,
      dataClassification: 'restricted',
      attestations: { baa: { reference: 'GRC-88', expires: '2027-01-31' } },
    }),
    'packages/none/package.json': { name: 'none' },
    'packages/none/nested/package.json': marked({ hipaa: true }),
    'packages/off/package.json': marked({ zdr: false, hipaa: false }),
    'packages/empty/package.json': marked({}),
  });

  it.each<readonly [file: string, expected: readonly string[]]>([
    ['a.js', ['zdr ineligible']],
    ['src/deep/er/a.js', ['zdr ineligible']],
    ['not/on/disk/a.js', ['zdr ineligible']],
    ['packages/hipaa/src/a.js', ['hipaa ineligible']],
    ['packages/both/a.js', BOTH],
    ['packages/none/a.js', []],
    ['packages/none/nested/src/a.js', ['hipaa ineligible']],
    ['packages/off/a.js', []],
    ['packages/empty/a.js', []],
  ])('%s', (file, expected) => {
    expect(lint(join(root, file))).toEqual(expected);
  });

  it('the marker beats settings, key by key', () => {
    const settings = settingsOf({ zdr: true, hipaa: true });
    expect(lint(join(root, 'packages/off/a.js'), { settings })).toEqual([]);
    expect(lint(join(root, 'packages/hipaa/a.js'), { settings })).toEqual(['hipaa ineligible']);
    expect(lint(join(root, 'packages/empty/a.js'), { settings })).toEqual(BOTH);
    expect(lint(join(root, 'packages/none/a.js'), { settings })).toEqual(BOTH);
    expect(
      lint(join(root, 'packages/both/a.js'), { settings: settingsOf({ zdr: false, hipaa: false }) }),
    ).toEqual(BOTH);
  });

  it('false turns a rule off that checks all packages', () => {
    const options = { when: 'always' };
    expect(lint(join(root, 'packages/off/a.js'), { options })).toEqual([]);
    expect(lint(join(root, 'packages/hipaa/a.js'), { options })).toEqual(['hipaa ineligible']);
    expect(lint(join(root, 'packages/none/a.js'), { options })).toEqual(BOTH);
  });

  it('the pack hipaa checks every package that is not marked with false', async () => {
    const eslint = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: plugin.configs.hipaa,
    });
    const idsOf = async (file: string) =>
      (await eslint.lintText(CODE, { filePath: join(root, file) }))[0]?.messages
        .map(({ ruleId }) => ruleId)
        .filter((id) => id === ZDR || id === HIPAA);
    expect(await idsOf('packages/none/a.js')).toEqual([ZDR]);
    expect(await idsOf('packages/off/a.js')).toEqual([]);
    expect(await idsOf('packages/hipaa/a.js')).toEqual([HIPAA]);
  });

  it.each(['recommended', 'finserv', 'gov'] as const)(
    'the pack %s checks marked packages only',
    async (name) => {
      const eslint = new ESLint({
        cwd: root,
        overrideConfigFile: true,
        overrideConfig: plugin.configs[name],
      });
      const idsOf = async (file: string) =>
        (await eslint.lintText(CODE, { filePath: join(root, file) }))[0]?.messages
          .map(({ ruleId }) => ruleId)
          .filter((id) => id === ZDR || id === HIPAA);
      expect(await idsOf('packages/none/a.js')).toEqual([]);
      expect(await idsOf('packages/both/a.js')).toEqual([ZDR]);
    },
  );

  it('no package.json at all is no marker', () => {
    expect(readMarker('/a.js')).toEqual({ marker: undefined });
  });
});

describe('a marker that cannot be used', () => {
  const LONG = 'b'.repeat(60);

  it.each<readonly [name: string, manifest: unknown, named: readonly string[]]>([
    ['invalid JSON', '{ "name": "acme", ', ['JSON']],
    ['an empty file', '', ['JSON']],
    ['a list', [], ['JSON object']],
    ['null', 'null', ['JSON object']],
    ['a marker that is true', marked(true), ['an object', 'true']],
    ['a marker that is a list', marked(['zdr']), ['an object', 'an array']],
    ['a marker that is null', marked(null), ['an object', 'null']],
    ['an unknown key', marked({ hippa: true }), ['"hippa"']],
    ['a text for a flag', marked({ zdr: 'true' }), ['zdr', 'true or false', '"true"']],
    ['a number for a flag', marked({ hipaa: 1 }), ['hipaa', 'true or false', '1']],
    ['null for a flag', marked({ hipaa: null }), ['hipaa', 'true or false', 'null']],
    [
      'a flag for a classification',
      marked({ dataClassification: true }),
      ['dataClassification', 'a string', 'true'],
    ],
    ['a list of attestations', marked({ attestations: ['baa'] }), ['attestations', 'an object']],
    [
      'a text for an attestation',
      marked({ attestations: { baa: 'GRC-88' } }),
      ['attestations', 'baa', 'an object'],
    ],
    [
      'an unknown key of an attestation',
      marked({ attestations: { baa: { reference: 'GRC-88', expiry: '2027-01-31' } } }),
      ['baa', '"expiry"'],
    ],
    [
      'a number for a date',
      marked({ attestations: { baa: { reference: 'GRC-88', expires: 2027 } } }),
      ['baa', 'expires', 'a string', '2027'],
    ],
    ['a key of Object.prototype', marked({ constructor: true }), ['"constructor"']],
    ['a long value', marked({ zdr: LONG }), ['zdr', 'true or false']],
  ])('%s', (_, manifest, named) => {
    const root = folderWith({ 'package.json': manifest });
    const inCode = messagesOf(join(root, 'src/a.js'));
    expect(inCode.map(({ ruleId, messageId }) => [ruleId, messageId])).toEqual([[ZDR, 'unjudged']]);
    const reading = readMarker(join(root, 'src/a.js'));
    const text = 'problem' in reading ? reading.problem : '';
    expect(text).toContain('package.json');
    const isOurs = readFileSync(join(root, 'package.json'), 'utf8').includes(NAMESPACE);
    const inManifest = lintManifest(join(root, 'package.json'), {
      rules: { 'no-zdr-ineligible-features': {}, 'no-hipaa-ineligible-features': {} },
    });
    expect(inManifest.map(({ ruleId, messageId }) => [ruleId, messageId])).toEqual(
      isOurs ? [[ZDR, 'marker']] : [],
    );
    expect(JSON.stringify([inCode, inManifest])).not.toContain(LONG);
    for (const word of named) expect(text).toContain(word);
    expect(text).not.toContain(LONG);
  });

  const broken = folderWith({ 'package.json': '{', 'ok/package.json': marked({ zdr: true }) });

  it('counts as no mark, and linting goes on', () => {
    expect(lint(join(broken, 'a.js'))).toEqual(['zdr unjudged']);
    expect(lint(join(broken, 'a.js'), { options: { when: 'always' } }).sort()).toEqual([
      'both ineligible',
      'zdr unjudged',
    ]);
    expect(lint(join(broken, 'ok/a.js'))).toEqual(['zdr ineligible']);
  });

  it('is told once a file, whichever rules look, and not on files without Claude', () => {
    expect(lint(join(broken, 'a.js'), { code: `${CODE}new Anthropic().files.upload({});\n` })).toEqual([
      'zdr unjudged',
    ]);
    expect(lint(join(broken, 'a.js'), { code: 'run();' })).toEqual([]);
  });

  it('is told of a folder that is named package.json', () => {
    const root = folderWith({ 'a.js': CODE });
    mkdirSync(join(root, 'package.json'));
    const messages = messagesOf(join(root, 'a.js'));
    expect(messages.map(({ messageId }) => messageId)).toEqual(['unjudged']);
    expect(messages[0]?.message).toContain('package.json');
  });

  /** Whether the permissions of files bind this process: they do not bind root. */
  const bound = ((): boolean => {
    const path = join(folderWith({ probe: '' }), 'probe');
    chmodSync(path, 0);
    try {
      readFileSync(path);
      return false;
    } catch {
      return true;
    }
  })();

  it('is told of what cannot be read, whoever reads', () => {
    const root = folderWith({ 'a.js': CODE });
    mkdirSync(join(root, 'package.json'));
    expect(lint(join(root, 'a.js'))).toEqual(['zdr unjudged']);
  });

  it.runIf(bound)('is told of a file that may not be read', () => {
    const root = folderWith({ 'package.json': marked({ zdr: true }) });
    chmodSync(join(root, 'package.json'), 0);
    expect(lint(join(root, 'a.js'))).toEqual(['zdr unjudged']);
  });
});

describe('in one long-lived process', () => {
  it('a changed marker counts at once, in both directions', () => {
    const root = folderWith({ 'package.json': marked({ zdr: false }) });
    const manifest = join(root, 'package.json');
    const file = join(root, 'src/a.js');
    expect(lint(file)).toEqual([]);
    for (let i = 0; i < 3; i += 1) {
      write(manifest, marked({ zdr: true }));
      expect(lint(file)).toEqual(['zdr ineligible']);
      write(manifest, marked({ zdr: false }));
      expect(lint(file)).toEqual([]);
    }
  });

  it('a broken and mended one, too', () => {
    const root = folderWith({ 'package.json': '{' });
    const file = join(root, 'a.js');
    expect(lint(file)).toEqual(['zdr unjudged']);
    write(join(root, 'package.json'), marked({ hipaa: true }));
    expect(lint(file)).toEqual(['hipaa ineligible']);
  });

  it('a package.json that comes and goes, too', () => {
    const root = folderWith({ 'package.json': marked({ zdr: true }) });
    const file = join(root, 'packages/a/src/a.js');
    const inner = join(root, 'packages/a/package.json');
    expect(lint(file)).toEqual(['zdr ineligible']);
    write(inner, marked({ hipaa: true }));
    expect(lint(file)).toEqual(['hipaa ineligible']);
    rmSync(inner);
    expect(lint(file)).toEqual(['zdr ineligible']);
  });
});

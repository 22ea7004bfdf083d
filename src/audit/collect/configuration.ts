/**
 * What is in force: the packs, or the project's own configuration with its deviations from them.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Linter } from 'eslint';
import { composed } from '../../configs/compose.ts';
import type { PackName } from '../../configs/packs/index.ts';
import { strictnessOf } from '../../configs/strictness.ts';
import { NAMESPACE } from '../../meta.ts';
import { rules as ourRules } from '../../rules/index.ts';
import { isRuleName, RULE_NAMES } from '../../rules/names.ts';
import { byText, canonicalJson, repoPath, sha256, visible } from '../text.ts';
import type { DeviationKind } from '../words.ts';
import type { Toolchain } from './eslint.ts';
import type { FileConfig, RuleSetting } from './judge-file.ts';

/** A difference from the packs, before it has an id and a place. */
export interface Difference {
  readonly kind: DeviationKind;
  readonly rule?: string;
  readonly from?: string;
  readonly to?: string;
  /** Files of the run in which it holds. */
  readonly files: readonly string[];
}

/** What is in force, file by file. */
export interface Configuration {
  readonly source: 'pack' | 'project';
  /** Of the configuration, from the root; undefined for the packs. */
  readonly file?: string | undefined;
  /** Undefined: the file is ignored. */
  of(path: string): Promise<FileConfig | undefined>;
  /** After the run: the digest of all that was in force. */
  digest(): string;
  /** After the run: how the files that were asked for deviate from the packs. */
  differences(): readonly Difference[];
  /** How the packs set a rule; undefined: they leave it out. */
  pack(rule: string): RuleSetting | undefined;
}

function settingsOf(packs: readonly PackName[]): Readonly<Record<string, RuleSetting>> {
  return composed(packs);
}

export interface ConfigurationInput {
  readonly packs: readonly PackName[];
  readonly useConfig: boolean;
  readonly tools: Toolchain;
  readonly root: string;
  readonly cwd: string;
}

/** What is in force in a run. */
export function configurationOf({ packs, useConfig, tools, root, cwd }: ConfigurationInput): Configuration {
  return useConfig ? projectConfiguration(packs, tools, root, cwd) : packConfiguration(packs);
}

/** The packs and nothing else. */
export function packConfiguration(packs: readonly PackName[]): Configuration {
  const rules = settingsOf(packs);
  const config: FileConfig = { rules, settings: {} };
  return {
    source: 'pack',
    of: () => Promise.resolve(config),
    digest: () => sha256(canonicalJson(rules)),
    differences: () => [],
    pack: (rule) => rules[rule],
  };
}

/** The project's own configuration, as ESLint computes it for each file. */
export function projectConfiguration(
  packs: readonly PackName[],
  tools: Toolchain,
  root: string,
  cwd: string,
): Configuration {
  const pack = settingsOf(packs);
  const eslint = new tools.eslint.ESLint({ cwd });
  const seen = new Map<string, { readonly config: FileConfig; readonly files: string[] }>();
  const ignored: string[] = [];
  return {
    source: 'project',
    async of(path) {
      const full = join(root, path);
      const raw = await rawConfig(eslint, full);
      if (!raw) {
        ignored.push(path);
        return undefined;
      }
      const config = configOf(raw);
      const key = keyOf(config);
      const known = seen.get(key);
      if (known) known.files.push(path);
      else seen.set(key, { config, files: [path] });
      return known ? { ...known.config, languageOptions: config.languageOptions } : config;
    },
    digest: () => sha256(canonicalJson([...seen.keys()].sort(byText))),
    differences: () => differencesOf(pack, [...seen.values()], ignored),
    pack: (rule) => pack[rule],
  };
}

/** @throws {Error} where the project's configuration cannot be used: for people */
async function rawConfig(
  eslint: InstanceType<Toolchain['eslint']['ESLint']>,
  path: string,
): Promise<RawConfig | undefined> {
  try {
    if (await eslint.isPathIgnored(path)) return undefined;
    return (await eslint.calculateConfigForFile(path)) as RawConfig | undefined;
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : '').split('\n');
    throw new Error(`The project’s ESLint configuration cannot be used: ${visible(why)}`);
  }
}

interface RawConfig {
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly languageOptions?: Linter.LanguageOptions;
}

const SEVERITIES: Readonly<Record<string, RuleSetting['severity']>> = {
  '0': 'off',
  '1': 'warn',
  '2': 'error',
  error: 'error',
  off: 'off',
  warn: 'warn',
};

function configOf({ rules = {}, settings = {}, languageOptions }: RawConfig): FileConfig {
  const own = RULE_NAMES.map((name): [string, RuleSetting] => {
    const entry = rules[`${NAMESPACE}/${name}`];
    const parts: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    const [severity, options] = parts;
    const isGiven = typeof severity === 'number' || typeof severity === 'string';
    return [
      name,
      {
        severity: (isGiven ? SEVERITIES[String(severity)] : undefined) ?? 'off',
        ...(typeof options === 'object' && options !== null && { options: { ...options } }),
      },
    ];
  });
  return { rules: Object.fromEntries(own), settings: oursOf(settings), languageOptions };
}

/** Only our own settings. */
function oursOf(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.hasOwn(settings, NAMESPACE) ? { [NAMESPACE]: settings[NAMESPACE] } : {};
}

function keyOf({ rules, settings }: FileConfig): string {
  return canonicalJson({ rules, settings });
}

interface InForce {
  readonly config: FileConfig;
  readonly files: readonly string[];
}

function differencesOf(
  pack: Readonly<Record<string, RuleSetting>>,
  all: readonly InForce[],
  ignored: readonly string[],
): Difference[] {
  const found = new Map<string, { readonly difference: Difference; readonly files: string[] }>();
  const put = (difference: Omit<Difference, 'files'>, files: readonly string[]): void => {
    const key = canonicalJson(difference);
    const known = found.get(key);
    if (known) known.files.push(...files);
    else found.set(key, { difference: { ...difference, files: [] }, files: [...files] });
  };
  for (const { config, files } of all) {
    for (const [rule, wanted] of Object.entries(pack)) {
      const is = config.rules[rule] ?? { severity: 'off' };
      for (const difference of ofRule(rule, wanted, is)) put(difference, files);
    }
    for (const difference of ofSettings(config.settings)) put(difference, files);
  }
  if (ignored.length > 0) put({ kind: 'ignores' }, ignored);
  return [...found.values()].map(({ difference, files }) => ({ ...difference, files: files.sort(byText) }));
}

const shown = (value: unknown): string => (value === undefined ? 'left out' : visible(canonicalJson(value)));

function ofRule(rule: string, wanted: RuleSetting, is: RuleSetting): Omit<Difference, 'files'>[] {
  if (is.severity === 'off')
    return [{ kind: 'rule-off', rule, from: shown(wanted.severity), to: shown('off') }];
  const found: Omit<Difference, 'files'>[] = [];
  if (wanted.severity === 'error' && is.severity === 'warn')
    found.push({ kind: 'rule-milder', rule, from: shown('error'), to: shown('warn') });
  const [defaults = {}] = (
    isRuleName(rule) ? (ourRules[rule].meta.defaultOptions ?? []) : []
  ) as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set([...Object.keys(wanted.options ?? {}), ...Object.keys(is.options ?? {})])].sort(
    byText,
  );
  for (const name of names) {
    const from = wanted.options?.[name] ?? defaults[name];
    const to = is.options?.[name] ?? defaults[name];
    if (canonicalJson([from]) === canonicalJson([to])) continue;
    const level = strictnessOf(rule, name);
    const isStricter =
      level?.kind === 'level' && level.from.indexOf(to as string) > level.from.indexOf(from as string);
    // A list that the pack leaves to the team is the team's to fill in.
    const isLeft = from === undefined || (Array.isArray(from) && from.length === 0);
    if (!isStricter && !(isLeft && level?.kind === 'allow'))
      found.push({ kind: 'options', rule, from: shown({ [name]: from }), to: shown({ [name]: to }) });
  }
  return found;
}

/** Settings that make something pass which the packs would not. */
function ofSettings(settings: Readonly<Record<string, unknown>>): Omit<Difference, 'files'>[] {
  const own = settings[NAMESPACE];
  if (typeof own !== 'object' || own === null) return [];
  return Object.entries(own).flatMap(([key, value]: [string, unknown]) =>
    EXCUSING.has(key) ? [{ kind: 'setting' as const, to: shown({ [key]: value }) }] : [],
  );
}

const EXCUSING = new Set([
  'auditLoggers',
  'baseline',
  'clients',
  'features',
  'hipaa',
  'imports',
  'loggers',
  'redactors',
  'zdr',
  'identifiers',
  'recordNames',
]);

/** The name of the configuration file at or above a folder, from the root. */
export function configFileOf(root: string, cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const end of ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts']) {
      const path = join(folder, `eslint.config.${end}`);
      if (existsSync(path)) return repoPath(relative(root, path));
    }
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}

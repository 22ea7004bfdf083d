/**
 * Helpers for authors of ESLint configs: `eslint-plugin-claude-compliance/config`.
 */
import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import { canonical, composed } from './configs/compose.ts';
import { configOf } from './configs/index.ts';
import { PACK_NAMES } from './configs/packs/index.ts';
import type { PackName } from './configs/packs/index.ts';
import { credentialConfigs } from './configs/credentials-everywhere.ts';
import type { LanguagePlugins } from './configs/credentials-everywhere.ts';
import claudeCompliance from './index.ts';
import { NAMESPACE } from './meta.ts';
import { parseMarker } from './declared/package-marker.ts';

export type { LanguagePlugins } from './configs/credentials-everywhere.ts';

const LANGUAGES = ['json', 'markdown', 'yaml'];

/**
 * `claude-compliance/credentials-everywhere` with more languages than `.env`: looks for credentials of Claude in the
 * configuration, workflows and documentation of a project.
 *
 * @param languages what reads them, from your own dependencies: `@eslint/json`, `yaml-eslint-parser`,
 *   `@eslint/markdown`; what is left out is not looked at
 * @returns config objects with narrow `files`, that for `.env` first
 * @throws {TypeError} when something else is given
 */
export function credentialsEverywhere(languages: LanguagePlugins = {}): Linter.Config[] {
  const unknown = Object.keys(languages).find((key) => !LANGUAGES.includes(key));
  if (unknown !== undefined) {
    throw new TypeError(
      `credentialsEverywhere(languages) has the unknown key ${JSON.stringify(unknown)}. Allowed keys: ${LANGUAGES.join(', ')}.`,
    );
  }
  for (const [key, given] of Object.entries(languages)) {
    if (given !== undefined && (typeof given !== 'object' || given === null)) {
      throw new TypeError(
        `credentialsEverywhere({ ${key} }) must be given the module itself, but is given ${given === null ? 'null' : `a ${typeof given}`}.`,
      );
    }
  }
  return credentialConfigs(claudeCompliance, languages);
}

/** A config object that carries the marker of one package. */
export interface MarkedPackageConfig {
  readonly name: string;
  readonly files: string[];
  readonly ignores: string[];
  /** The marker as settings. `marker` says where they come from: the rules prefer what the disk says now. */
  readonly settings: Readonly<Record<string, Declared & { readonly marker: Declared }>>;
}

interface Declared {
  readonly zdr?: boolean;
  readonly hipaa?: boolean;
}

/** Folders that hold no packages of the project's own. */
const SKIPPED = new Set(['node_modules', 'bower_components', 'vendor']);

/**
 * Config objects that repeat, as settings, what the packages below a folder declare in their package.json.
 *
 * The rules read markers from disk by themselves. These objects make a changed marker part of the config, and thereby
 * of the key of `eslint --cache`: without them a cached result can be older than the marker.
 *
 * @param root the folder that holds eslint.config, as a path or file URL: `import.meta.dirname`
 * @returns one object per package with a marker, outer packages first; empty where there is none. A package.json that
 *   cannot be used is left out: the rules report it on the files it concerns
 * @throws {TypeError} when `root` is neither a path nor a file URL
 */
export function markedPackages(root: URL | string): MarkedPackageConfig[] {
  const top = root instanceof URL ? fileURLToPath(root) : root;
  if (typeof top !== 'string' || top === '') {
    throw new TypeError('markedPackages(root) needs the folder to search, such as import.meta.dirname');
  }
  const base = resolve(top);
  const packages = packageFolders(base);
  return packages.flatMap((folder) => {
    const reading = parseMarker(join(folder, 'package.json'));
    if (!('marker' in reading) || !reading.marker) return [];
    const { zdr, hipaa } = reading.marker;
    const declared = { ...(zdr !== undefined && { zdr }), ...(hipaa !== undefined && { hipaa }) };
    const place = placeOf(base, folder);
    // A package inside this one follows its own marker, or none.
    const nested = packages.filter((other) => other !== folder && other.startsWith(folder + sep));
    return [
      {
        name: `${NAMESPACE}/marker of ${place === '' ? 'the root package' : relative(base, folder)}`,
        files: [place === '' ? '**' : `${place}/**`],
        ignores: nested.map((other) => `${placeOf(base, other)}/**`),
        settings: { [NAMESPACE]: { ...declared, marker: declared } },
      },
    ];
  });
}

/**
 * One config for code to which several packs apply: the stricter severity, and per option what is at least as strict as
 * each pack. Two packs in one array do not add up: there the later one wins.
 *
 * @param names packs, in any order: `composePacks('hipaa', 'gov')`
 * @returns a config whose name says which packs it holds
 * @throws {Error} where a name is no pack, or where the packs allow nothing in common
 */
export function composePacks(...names: PackName[]): Linter.Config {
  const known = PACK_NAMES.join(', ');
  if (names.length === 0) throw new Error(`composePacks(...names) needs at least one pack. Known: ${known}.`);
  for (const name of names as readonly unknown[]) {
    if (!(PACK_NAMES as readonly unknown[]).includes(name)) {
      const what =
        typeof name === 'string' ? JSON.stringify(name.slice(0, 24)) : `a value of type ${typeof name}`;
      throw new Error(`composePacks(...names): ${what} is not the name of a pack. Known: ${known}.`);
    }
  }
  return configOf(claudeCompliance, canonical(names).join('+'), composed(names));
}

/** A folder as the start of a glob; characters that globs give a meaning are escaped. */
function placeOf(base: string, folder: string): string {
  return relative(base, folder)
    .split(sep)
    .join('/')
    .replace(/[\\{}()[\]*?!+@]/g, '\\$&');
}

/** Every folder with a package.json, outer ones first. Folders that cannot be read are passed over. */
function packageFolders(top: string): string[] {
  const found: string[] = [];
  const queue = [top];
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    const entries = entriesOf(folder);
    if (entries.some((entry) => entry.isFile() && entry.name === 'package.json')) found.push(folder);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name)) {
        queue.push(join(folder, entry.name));
      }
    }
  }
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

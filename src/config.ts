/**
 * Helpers for authors of ESLint configs: `eslint-plugin-claude-compliance/config`.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import { canonical, composed } from './configs/compose.ts';
import { configsOf } from './configs/index.ts';
import { PACK_NAMES } from './configs/packs/index.ts';
import type { PackName } from './configs/packs/index.ts';
import { credentialConfigs } from './configs/credentials-everywhere.ts';
import type { LanguagePlugins } from './configs/credentials-everywhere.ts';
import claudeCompliance from './index.ts';
import { markerConfigs, moduleConfigs } from './configs/project-state.ts';
import type { StateConfig } from './configs/project-state.ts';

export type { LanguagePlugins } from './configs/credentials-everywhere.ts';
export type { StateConfig } from './configs/project-state.ts';

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

/**
 * Config objects that repeat, as settings, what the packages below a folder declare in their package.json.
 *
 * The rules read markers from disk by themselves. These objects make a changed marker part of the config, and thereby
 * of the key of `eslint --cache`: without them a cached result can be older than the marker.
 *
 * @param root the folder that holds eslint.config, as a path or file URL: `import.meta.dirname`
 * @returns one object per package with a marker of its own, outer packages first; empty where there is none. Of a marker that
 *   cannot be used it says why: the rules report it on the files it concerns
 * @throws {TypeError} when `root` is neither a path nor a file URL
 */
export function markedPackages(root: URL | string): StateConfig[] {
  return markerConfigs(folderOf(root, 'markedPackages'));
}

/**
 * Config objects that say, as one short text per package, what its modules hold that are part of a verdict: those that mention
 * Claude or import a module that does, and all that these import.
 *
 * The rules read imported modules from disk by themselves. These objects make a changed module part of the key of
 * `eslint --cache`: without them the cached result for a file can be older than a module that it imports. Reads the sources
 * below `root` once, each time that the config is loaded.
 *
 * @param root the folder that holds eslint.config, as a path or file URL: `import.meta.dirname`
 * @returns one object per package with such modules; empty where there is none
 * @throws {TypeError} when `root` is neither a path nor a file URL
 */
export function linkedModules(root: URL | string): StateConfig[] {
  return moduleConfigs(folderOf(root, 'linkedModules'));
}

/**
 * All that a verdict depends on beside the linted file, for `eslint --cache`: what `markedPackages` and `linkedModules` say.
 *
 * @param root the folder that holds eslint.config, as a path or file URL: `import.meta.dirname`
 * @throws {TypeError} when `root` is neither a path nor a file URL
 */
export function projectState(root: URL | string): StateConfig[] {
  const folder = folderOf(root, 'projectState');
  return [...markerConfigs(folder), ...moduleConfigs(folder)];
}

/** @throws {TypeError} when it is neither a path nor a file URL */
function folderOf(root: unknown, helper: string): string {
  const path = root instanceof URL ? fileURLToPath(root) : root;
  if (typeof path !== 'string' || path === '') {
    throw new TypeError(`${helper}(root) needs the folder to search, such as import.meta.dirname`);
  }
  return resolve(path);
}

/**
 * Configs for code to which several packs apply, and for its package.json: the stricter severity, and per option what is at
 * least as strict as each pack. Two packs in one array do not add up: there the later one wins.
 *
 * @param names packs, in any order: `composePacks('hipaa', 'gov')`
 * @returns configs whose names say which packs they hold, for an array: `...composePacks('hipaa', 'gov')`
 * @throws {Error} where a name is no pack, or where the packs allow nothing in common
 */
export function composePacks(...names: PackName[]): Linter.Config[] {
  const known = PACK_NAMES.join(', ');
  if (names.length === 0) throw new Error(`composePacks(...names) needs at least one pack. Known: ${known}.`);
  for (const name of names as readonly unknown[]) {
    if (!(PACK_NAMES as readonly unknown[]).includes(name)) {
      const what =
        typeof name === 'string' ? JSON.stringify(name.slice(0, 24)) : `a value of type ${typeof name}`;
      throw new Error(`composePacks(...names): ${what} is not the name of a pack. Known: ${known}.`);
    }
  }
  return configsOf(claudeCompliance, canonical(names).join('+'), composed(names));
}

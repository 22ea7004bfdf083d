/**
 * Sources of published packages that use Claude, as their authors wrote them: those of `ecosystem/`, where they are installed.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import parser from '@typescript-eslint/parser';
import { filesOf, INSTALLED, PACKAGES } from '../ecosystem/files.mjs';
import { createRandom } from './random.mjs';

const USES_CLAUDE = /anthropic|claude/i;
/** Larger ones are bundles, of which one alone would weigh as much as all others. */
const MAX_CHARACTERS = 60_000;
const SEED = 4;

/** True where the packages are installed. */
export function arePublishedAtHand() {
  return existsSync(INSTALLED);
}

/**
 * Files that mention Claude and can be parsed, drawn from all packages.
 *
 * @param {number} count at most
 * @returns {{ name: string, text: string }[]}
 */
export function publishedFiles(count) {
  return createRandom(SEED)
    .shuffle(sources())
    .map((name) => ({ name, text: readFileSync(path.join(INSTALLED, name), 'utf8') }))
    .filter(({ name, text }) => text.length <= MAX_CHARACTERS && USES_CLAUDE.test(text) && isParsable(name, text))
    .slice(0, count)
    // As ESLint goes through a project: one folder after the other.
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Puts all packages into a folder that is no node_modules, so that the imports among their files are followed. */
export function layOutPublished(folder) {
  const manifests = PACKAGES.map(({ name }) => path.join(name, 'package.json'));
  for (const name of [...sources(), ...manifests]) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    place(path.join(INSTALLED, name), target);
  }
}

function place(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another file system.
    copyFileSync(source, target);
  }
}

function sources() {
  return PACKAGES.flatMap(({ name, globs }) => filesOf(name, globs).map((file) => path.join(name, file)));
}

function isParsable(filePath, text) {
  try {
    parser.parse(text, { filePath, ecmaFeatures: { jsx: /\.[cm]?[jt]sx?$/.test(filePath) && !/\.[cm]?ts$/.test(filePath) } });
    return true;
  } catch {
    return false;
  }
}

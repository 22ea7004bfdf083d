/**
 * Which files a run looks at: those that git knows below the given paths, or what lies there.
 */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { byText } from '../text.ts';
import { trackedFiles } from './git.ts';
import type { Repository } from './git.ts';

/** A file, by its path from the root of the repository with `/` between the parts. */
export type FromRoot = string;

export interface FileList {
  /** JavaScript and TypeScript, and files of environment variables. */
  readonly code: readonly FromRoot[];
  /** Of languages that are not analysed. */
  readonly others: readonly { readonly path: FromRoot; readonly language: string }[];
  /** Folders with a package.json. */
  readonly manifests: readonly FromRoot[];
}

const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;
const ENVIRONMENT = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env)$/;

const LANGUAGES: Readonly<Record<string, string>> = {
  '.astro': 'Astro',
  '.cs': 'C#',
  '.dart': 'Dart',
  '.ex': 'Elixir',
  '.exs': 'Elixir',
  '.go': 'Go',
  '.ipynb': 'Jupyter',
  '.java': 'Java',
  '.kt': 'Kotlin',
  '.php': 'PHP',
  '.py': 'Python',
  '.rb': 'Ruby',
  '.rs': 'Rust',
  '.scala': 'Scala',
  '.sh': 'Shell',
  '.svelte': 'Svelte',
  '.swift': 'Swift',
  '.tf': 'Terraform',
  '.vue': 'Vue',
};

const OTHERS = /(?:^|\/)(?:node_modules|bower_components)\//;
/** What is left out where there is no git to say what is made by programs. */
const MADE = new Set(['node_modules', 'bower_components', 'dist', 'build', 'out', 'coverage', 'vendor']);
const MAX_FILES = 500_000;

/** A path from the root, or undefined for what lies outside of it. */
export function fromRoot(root: string, path: string): FromRoot | undefined {
  const inside = relative(root, path);
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : inside.split(sep).join('/');
}

/**
 * Lists the files below some paths.
 *
 * @param root of the repository, or the folder of the run
 * @param paths absolute
 * @returns sorted; links and what lies in node_modules left out
 * @throws {Error} for a path that is not there, or lies outside the root
 */
export function filesBelow(
  root: string,
  paths: readonly string[],
  repository: Repository | undefined,
): FileList {
  const wanted = paths.map((path) => {
    const inside = fromRoot(root, resolve(path));
    if (inside === undefined) throw new Error(`${path} lies outside ${root}.`);
    if (!statSync(path, { throwIfNoEntry: false })) throw new Error(`${path} does not exist.`);
    return inside === '' ? '.' : inside;
  });
  const found =
    (repository && trackedFiles(root, wanted)) ??
    wanted.flatMap((path) => walk(root, path === '.' ? '' : path));
  const own = found.filter((path) => !OTHERS.test(path)).sort(byText);
  return {
    code: own.filter((path) => (CODE.test(path) && !DECLARATIONS.test(path)) || ENVIRONMENT.test(path)),
    others: own.flatMap((path) => {
      const language = LANGUAGES[extname(path)];
      return language === undefined ? [] : [{ path, language }];
    }),
    manifests: own.filter((path) => /(?:^|\/)package\.json$/.test(path)),
  };
}

/** True for a file of environment variables. */
export function isEnvironmentFile(path: string): boolean {
  return ENVIRONMENT.test(path);
}

function walk(root: string, start: string): string[] {
  const found: string[] = [];
  const stack = [start];
  for (let path = stack.pop(); path !== undefined && found.length < MAX_FILES; path = stack.pop()) {
    const full = join(root, path);
    const kind =
      path === '' ? statSync(full, { throwIfNoEntry: false }) : lstatSync(full, { throwIfNoEntry: false });
    // A name in another encoding is one that is nowhere. It is listed, so that the run says that it could not read it.
    if (kind?.isFile() || (!kind && path.includes('\uFFFD'))) found.push(path);
    if (!kind?.isDirectory()) continue;
    for (const entry of entriesOf(full)) {
      const isHidden = entry.startsWith('.') && !ENVIRONMENT.test(entry);
      if (!isHidden && !MADE.has(entry)) stack.push(path === '' ? entry : `${path}/${entry}`);
    }
  }
  return found;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const MAX_BYTES = 8_000_000;

/** The text of a file; undefined where it cannot be read, is a link, or is too large to be written by people. */
export function textOf(path: string): string | undefined {
  try {
    const found = lstatSync(path);
    if (!found.isFile() || found.size > MAX_BYTES) return undefined;
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

/** What tells one content of a file from another, as far as the disk says; undefined for what is no file. */
export function stampAt(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? [found.mtimeMs, found.size, found.ino].join(':') : undefined;
}

/** True for a file that is gone or a link: nothing is missed by not reading it. */
export function isNotThere(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return !found || found.isSymbolicLink() || found.isDirectory();
}

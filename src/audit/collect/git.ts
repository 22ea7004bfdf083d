/**
 * What git says of a folder. Every question has an answer without git, too: undefined or nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { relative, sep } from 'node:path';

/** A repository, asked once at the beginning of a run. */
export interface Repository {
  /** Its root, absolute, without symbolic links. */
  readonly root: string;
  /** Full id of the commit; undefined before the first one. */
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  readonly dirty: boolean;
  readonly shallow: boolean;
  /** The address of `origin` without user names and secrets; undefined where there is none. */
  readonly address: string | undefined;
}

const MAX_OUTPUT = 512 * 1024 * 1024;
const TIMEOUT_MS = 120_000;

/**
 * Runs git.
 *
 * @returns what it prints, or undefined where it fails or is not installed
 */
export function git(cwd: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['--no-optional-locks', ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT,
      timeout: TIMEOUT_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
    });
  } catch {
    return undefined;
  }
}

/** Why a folder has no commit, in a sentence that says what to do. */
export function whyNoCommit(folder: string): string {
  const { error, stderr, status } = spawnSync('git', ['rev-parse', '--show-toplevel'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
  });
  if (error) return 'git is not installed, or cannot be started.';
  if (status === 0) return 'The repository has no commit yet.';
  if (/safe\.directory|dubious ownership/.test(stderr))
    return `git refuses the folder, which belongs to another user. Allow it: git config --global --add safe.directory ${folder}`;
  return /not a git repository/i.test(stderr) ? 'The folder lies in no repository.' : 'git failed.';
}

/**
 * The repository that a folder lies in; undefined where it lies in none, or where there is no git.
 *
 * @param written what the run itself writes, absolute: it makes nothing dirty
 */
export function repositoryAt(folder: string, written?: string): Repository | undefined {
  const root = lineOf(git(folder, 'rev-parse', '--show-toplevel'));
  if (root === undefined) return undefined;
  const own = written === undefined ? '' : relative(root, written).split(sep).join('/');
  const besides = own === '' || own.startsWith('..') ? [] : ['--', '.', `:(exclude,literal,top)${own}`];
  const branch = lineOf(git(root, 'symbolic-ref', '--quiet', '--short', 'HEAD'));
  return {
    root,
    commit: lineOf(git(root, 'rev-parse', '--verify', '--quiet', 'HEAD')),
    branch,
    dirty: (git(root, 'status', '--porcelain', '--untracked-files=normal', ...besides) ?? '').trim() !== '',
    shallow: lineOf(git(root, 'rev-parse', '--is-shallow-repository')) === 'true',
    address: publicAddress(lineOf(git(root, 'config', '--get', 'remote.origin.url'))),
  };
}

/** Files that git knows or would add, below some folders or files, as paths from the root; undefined where git fails. */
export function trackedFiles(root: string, below: readonly string[]): readonly string[] | undefined {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...below];
  const out = git(root, ...args);
  return out === undefined ? undefined : [...new Set(out.split('\0').filter((path) => path !== ''))];
}

/** Files that differ from a revision, as paths from the root; undefined where git does not know the revision. */
export function changedFiles(root: string, revision: string): ReadonlySet<string> | undefined {
  const commit = lineOf(
    git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`),
  );
  if (commit === undefined) return undefined;
  const base = lineOf(git(root, 'merge-base', commit, 'HEAD')) ?? commit;
  const changed = git(root, 'diff', '--name-only', '-z', base);
  const added = git(root, 'ls-files', '-z', '--others', '--exclude-standard');
  if (changed === undefined) return undefined;
  return new Set(`${changed}${added ?? ''}`.split('\0').filter((path) => path !== ''));
}

/** The commit that brought a line, and the day on which it was written; undefined for lines that are in no commit. */
export function writtenBy(
  root: string,
  file: string,
  line: number,
): { readonly commit: string; readonly day: string } | undefined {
  const range = `${String(line)},${String(line)}`;
  const out = git(root, 'blame', '--porcelain', '-L', range, '--', file);
  const commit = /^\^?([0-9a-f]{40,64}) /.exec(out ?? '')?.[1];
  const time = /^committer-time (\d+)$/m.exec(out ?? '')?.[1];
  if (commit === undefined || time === undefined || /^0+$/.test(commit)) return undefined;
  return { commit, day: new Date(Number(time) * 1000).toISOString().slice(0, 10) };
}

function lineOf(out: string | undefined): string | undefined {
  const line = out?.trim();
  return line === undefined || line === '' ? undefined : line;
}

/** An address without user names, passwords and queries: `git@host:a/b.git` is `https://host/a/b`. */
export function publicAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const [, host, path] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([\w.-]+(?::\d+)?)[:/]([^?#]*?)(?:\.git)?\/?$/i.exec(address) ?? [];
  if (host === undefined || path === undefined || !/[.:]|^localhost/.test(host)) return undefined;
  return `https://${host}/${path.replace(/[^\w.:/@~+-]/g, '-')}`;
}

/**
 * How a run deviates from its packs: by configuration, by comments, by counts of ESLint's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAMESPACE } from '../../meta.ts';
import { isRuleName } from '../../rules/names.ts';
import type { CallSite, Finding } from '../model.ts';
import type { Deviation, Waiver } from '../run-model.ts';
import { remembered } from '../../project/remembered.ts';
import { byText, canonicalJson, repoPath } from '../text.ts';
import type { Directive } from './directives.ts';
import { configFileOf } from './configuration.ts';
import { git } from './git.ts';
import type { Seen } from './index.ts';

/** How the run deviates from the packs: by configuration, by comments that waive nothing, by counts of ESLint's. */
export function deviationsOf(
  seen: Seen,
  sites: readonly CallSite[],
  { waivers, findings }: { readonly waivers: readonly Waiver[]; readonly findings: readonly Finding[] },
): Deviation[] {
  const look = new Look(seen, sites);
  const good = new Set(
    waivers.filter(({ state }) => state !== 'malformed').map(({ at }) => `${at.file}:${String(at.line)}`),
  );
  const comments = [...seen.directives].flatMap(([path, those]) =>
    those.filter(({ line }) => !good.has(`${path}:${String(line)}`)).map((comment) => ({ path, comment })),
  );
  const all = [
    ...ofConfiguration(seen, look),
    ...comments.flatMap(({ path, comment }) => ofComment(path, comment, look)),
    // What turns every rule off is about ours where it would hide something of theirs.
    ...comments
      .filter(
        ({ path, comment }) =>
          comment.rules.length === 0 &&
          findings.some((finding) => finding.at.file === path && isCovered(finding, comment)),
      )
      .map(({ path, comment: { line } }) => ({
        kind: 'inline' as const,
        at: { file: path, line },
        ...look.commitOf(path),
        to: 'all rules disabled by a comment that waives nothing',
        sites: look.sitesIn([path]),
      })),
    ...ofCounts(seen, look),
  ].sort((a, b) => byText(canonicalJson(a), canonicalJson(b)));
  return all.map((one, i) => ({ id: `D${String(i + 1)}`, ...one }));
}

type Found = Omit<Deviation, 'id'>;

/** What is asked of files that deviate. */
class Look {
  readonly #seen: Seen;
  readonly #sites: readonly CallSite[];
  readonly #commits = new Map<string, string>();

  constructor(seen: Seen, sites: readonly CallSite[]) {
    this.#seen = seen;
    this.#sites = sites;
  }

  /** The call sites of some files. */
  sitesIn(paths: readonly string[]): string[] {
    const wanted = new Set(paths);
    return this.#sites
      .filter(({ at }) => wanted.has(at.file))
      .map(({ id }) => id)
      .sort(byText);
  }

  /** The last commit that changed a file. */
  commitOf(path: string): { readonly commit?: string } {
    const { repository, root } = this.#seen;
    const commit = remembered(this.#commits, path, () =>
      repository ? (git(root, 'log', '-1', '--format=%H', '--', path) ?? '').trim() : '',
    );
    return commit === '' ? {} : { commit };
  }
}

function ofConfiguration({ configuration, root }: Seen, look: Look): Found[] {
  const file = configuration.source === 'project' ? configFileOf(root, root) : undefined;
  return configuration.differences().map(({ files, ...difference }) => ({
    ...difference,
    ...(file !== undefined && { at: { file }, ...look.commitOf(file) }),
    sites: look.sitesIn(files.map(repoPath)),
  }));
}

function ofComment(path: string, { rules, kind, line }: Directive, look: Look): Found[] {
  return rules
    .map((rule) => rule.replace(`${NAMESPACE}/`, ''))
    .filter(isRuleName)
    .map((rule) => ({
      kind: 'inline' as const,
      rule,
      at: { file: path, line },
      ...look.commitOf(path),
      to: kind === 'configuration' ? 'set by a comment' : 'disabled by a comment that waives nothing',
      sites: look.sitesIn([path]),
    }));
}

function ofCounts({ root }: Seen, look: Look): Found[] {
  return bulkSuppressions(root).map(({ path, rule, count }) => ({
    kind: 'bulk' as const,
    rule,
    at: { file: repoPath(path) },
    ...look.commitOf(BULK_FILE),
    to: `${String(count)} suppressed in ${BULK_FILE}`,
    sites: look.sitesIn([repoPath(path)]),
  }));
}

function isCovered({ at: { line = 1 } }: Finding, { from, to }: Directive): boolean {
  return from <= line && line <= to;
}

const BULK_FILE = 'eslint-suppressions.json';

/** What ESLint suppresses by counts: without an owner, and a new violation can take the place of a mended one. */
function bulkSuppressions(
  root: string,
): { readonly path: string; readonly rule: string; readonly count: number }[] {
  const path = join(root, BULK_FILE);
  let value: unknown;
  try {
    value = JSON.parse(existsSync(path) ? readFileSync(path, 'utf8') : '{}');
  } catch {
    return [];
  }
  const files: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  return Object.entries(files).flatMap(([path, entry]) => {
    const byRule: Readonly<Record<string, unknown>> =
      typeof entry === 'object' && entry !== null ? { ...entry } : {};
    return Object.entries(byRule).flatMap(([id, found]) => {
      const rule = id.replace(`${NAMESPACE}/`, '');
      if (!id.startsWith(`${NAMESPACE}/`) || !isRuleName(rule)) return [];
      const count = typeof found === 'object' && found !== null && 'count' in found ? Number(found.count) : 0;
      return [{ path, rule, count }];
    });
  });
}

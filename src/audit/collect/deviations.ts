/**
 * How a run deviates from its packs: by configuration, by comments, by counts of ESLint's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAMESPACE } from '../../meta.ts';
import { isRuleName } from '../../rules/names.ts';
import type { CallSite, Finding } from '../model.ts';
import type { Deviation, Waiver } from '../run-model.ts';
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
  const { configuration, root, repository, directives } = seen;
  const file = configuration.source === 'project' ? configFileOf(root, root) : undefined;
  const sitesIn = (paths: ReadonlySet<string>): string[] =>
    sites
      .filter(({ at }) => paths.has(at.file))
      .map(({ id }) => id)
      .sort(byText);
  const commits = new Map<string, string | undefined>();
  const commitOf = (path: string): { readonly commit?: string } => {
    if (!commits.has(path))
      commits.set(path, repository && git(root, 'log', '-1', '--format=%H', '--', path)?.trim());
    const commit = commits.get(path) ?? '';
    return commit === '' ? {} : { commit };
  };
  const ofConfig = configuration.differences().map(({ files, ...difference }) => ({
    ...difference,
    ...(file !== undefined && { at: { file }, ...commitOf(file) }),
    sites: sitesIn(new Set(files.map(repoPath))),
  }));
  const good = new Set(
    waivers.filter(({ state }) => state !== 'malformed').map(({ at }) => `${at.file}:${String(at.line)}`),
  );
  const inline = [...directives].flatMap(([path, those]) =>
    those
      .filter(({ line, rules }) => rules.length > 0 && !good.has(`${path}:${String(line)}`))
      .flatMap(({ rules, kind, line }) =>
        rules
          .map((rule) => rule.replace(`${NAMESPACE}/`, ''))
          .filter(isRuleName)
          .map((rule) => ({
            kind: 'inline' as const,
            rule,
            at: { file: path, line },
            ...commitOf(path),
            to: kind === 'configuration' ? 'set by a comment' : 'disabled by a comment that waives nothing',
            sites: sitesIn(new Set([path])),
          })),
      ),
  );
  // What turns every rule off is about ours where it would hide something of theirs.
  const blanket = [...directives].flatMap(([path, those]) =>
    those
      .filter(
        (each) =>
          each.rules.length === 0 &&
          !good.has(`${path}:${String(each.line)}`) &&
          findings.some((finding) => finding.at.file === path && isCovered(finding, each)),
      )
      .map(({ line }) => ({
        kind: 'inline' as const,
        at: { file: path, line },
        ...commitOf(path),
        to: 'all rules disabled by a comment that waives nothing',
        sites: sitesIn(new Set([path])),
      })),
  );
  const bulk = bulkSuppressions(root).map(({ path, rule, count }) => ({
    kind: 'bulk' as const,
    rule,
    at: { file: repoPath(path) },
    ...commitOf(BULK_FILE),
    to: `${String(count)} suppressed in ${BULK_FILE}`,
    sites: sitesIn(new Set([repoPath(path)])),
  }));
  const all = [...ofConfig, ...inline, ...blanket, ...bulk].sort((a, b) =>
    byText(canonicalJson(a), canonicalJson(b)),
  );
  return all.map((one, i) => ({ id: `D${String(i + 1)}`, ...one }));
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

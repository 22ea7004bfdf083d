/**
 * Makes evidence of what a run has seen.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';
import { VERSION } from '../../meta.ts';
import { CHECKED_ON } from '../../policy/features/index.ts';
import { GEOS } from '../../policy/geos.ts';
import { ALIASES, GENERATIONS } from '../../policy/models.ts';
import { PROVIDERS } from '../../policy/providers.ts';
import { REGION_SOURCES } from '../../policy/regions.ts';
import { composed } from '../../configs/compose.ts';
import { PACKS } from '../../configs/packs/index.ts';
import { RULE_NAMES } from '../../rules/names.ts';
import type { AttestationName } from '../../policy/attestations.ts';
import type { Collected, Finding, SiteResult } from '../model.ts';
import type { Population, Provenance, RuleRun } from '../run-model.ts';
import { byText, canonicalJson, repoPath, sha256, visible } from '../text.ts';
import { git, writtenBy } from './git.ts';
import { configFileOf } from './configuration.ts';
import type { RunOptions, Seen } from './index.ts';
import {
  arrangementOf,
  attestationsOf,
  labelOf,
  packageFacts,
  packageOf,
  packagesAt,
  populationOf,
} from './population.ts';
import { deviationsOf } from './deviations.ts';
import { resultsOf } from './results.ts';
import { applyWaivers, fileDrafts, inlineDrafts, WAIVERS_FILE } from './waivers.ts';

const MAX_WAIVER_DAYS = 366;
const ENDING_DAYS = 30;

/** @throws {Error} where the file of waivers is not of the form that it has to be */
export function finished(seen: Seen, options: RunOptions): Collected {
  const { root, repository, configuration, files, reports, configs } = seen;
  const packages = packagesAt(root, files.manifests);
  const blobs = blobsOf(seen);
  const { callSites, findings } = resultsOf({
    reports,
    settingOf: (file, rule) => {
      const setting = configs.get(file)?.rules[rule];
      const isOff = setting === undefined || setting.severity === 'off';
      return isOff && configuration.pack(rule) === undefined ? undefined : (setting ?? { severity: 'off' });
    },
    packageOf: (file) => {
      const own = packageOf(packages, file);
      return { package: own.name, arrangement: arrangementOf(own), label: labelOf(own) };
    },
    blobOf: (file) => blobs.get(file),
  });
  const waiversText = textAt(join(root, WAIVERS_FILE));
  const applied = applyWaivers(
    [
      ...[...seen.directives].flatMap(([file, directives]) => inlineDrafts(file, directives)),
      ...(waiversText === undefined ? [] : fileDrafts(waiversText, new Set(callSites.map(({ id }) => id)))),
    ],
    findings,
    {
      asOf: options.asOf,
      maxDays: options.maxWaiverDays ?? MAX_WAIVER_DAYS,
      endingDays: options.endingDays ?? ENDING_DAYS,
      writtenBy: (file, line) =>
        repository && !repository.shallow ? writtenBy(root, file, line) : undefined,
    },
  );
  const sites = callSites.map((site) => ({ ...site, results: waived(site.results, applied.findings) }));
  const required = configuration.pack('require-attestation')?.options?.['required'];
  const names = Array.isArray(required) ? (required as AttestationName[]) : undefined;
  return {
    provenance: provenanceOf(seen, options, configs.size),
    scope: seen.scope,
    population: withGaps(populationOf({ packages, reports, callSites: sites }), seen),
    packages: packageFacts(packages, sites),
    rules: ruleRuns(seen, options),
    deviations: deviationsOf(seen, sites, applied),
    waivers: applied.waivers,
    attestations: attestationsOf(packages, names, options.asOf),
    callSites: sites,
    findings: applied.findings,
  };
}

function textAt(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8');
}

/** A result whose findings are all waived is waived. */
function waived(
  results: Readonly<Record<string, SiteResult>>,
  findings: readonly Finding[],
): Readonly<Record<string, SiteResult>> {
  const held = new Set(findings.flatMap(({ id, waiver }) => (waiver === undefined ? [] : [id])));
  return Object.fromEntries(
    Object.entries(results).map(([rule, result]) => {
      const { state, findings: own = [] } = result;
      const isOpen = state === 'finding' || state === 'cannot-tell';
      const isHeld = isOpen && own.length > 0 && own.every((id) => held.has(id));
      return [rule, isHeld ? { ...result, state: 'waived' as const } : result];
    }),
  );
}

function blobsOf({ root, repository, reports }: Seen): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!repository) return found;
  const paths = reports.filter(({ sites }) => sites.length > 0).map(({ path }) => path);
  // Of the files as they are now, which may be in no commit.
  for (let i = 0; i < paths.length; i += 200) {
    const some = paths.slice(i, i + 200);
    const lines = (git(root, 'hash-object', '--', ...some) ?? '').trim().split('\n');
    some.forEach((path, at) => {
      const hash = lines[at];
      if (hash !== undefined && /^[0-9a-f]{40,64}$/.test(hash)) found.set(repoPath(path), `git:${hash}`);
    });
  }
  return found;
}

function withGaps(population: Population, seen: Seen): Population {
  return {
    ...population,
    gaps: [
      ...population.gaps,
      ...seen.scope.otherLanguages.flatMap(({ language, files }) =>
        files.map((file) => ({
          kind: 'other-language' as const,
          at: { file },
          ...(/^[\w.-]+$/.test(language) && { name: language }),
        })),
      ),
      ...seen.unparsedMentions.map((path) => ({ kind: 'unparsed' as const, at: { file: repoPath(path) } })),
      ...seen.ignoredMentions.map((path) => ({ kind: 'ignored' as const, at: { file: repoPath(path) } })),
      ...seen.changed.map((path) => ({ kind: 'changed' as const, at: { file: repoPath(path) } })),
      ...seen.scope.unreadable.map((file) => ({ kind: 'unreadable' as const, at: { file } })),
    ],
  };
}

function newest(facts: readonly { readonly checkedOn: string }[]): string {
  return facts.map(({ checkedOn }) => checkedOn).reduce((a, b) => (a > b ? a : b));
}

function provenanceOf(seen: Seen, options: RunOptions, concerned: number): Provenance {
  const { repository, root, tools, configuration, interrupted, unparsedMentions, scope } = seen;
  const hasFailed = seen.reports.some(({ said }) => said.some(({ word }) => word === 'failed'));
  const isIncomplete =
    unparsedMentions.length > 0 || scope.unreadable.length > 0 || seen.changed.length > 0 || hasFailed;
  const file = configuration.source === 'project' ? configFileOf(root, options.cwd) : undefined;
  return {
    asOf: options.asOf,
    repository:
      repository?.address ?? (basename(root).replace(/[^\p{L}\p{N}_.:/@~+-]/gu, '-') || 'repository'),
    ...(repository?.commit !== undefined && { commit: repository.commit }),
    ...(repository?.branch !== undefined && { branch: visible(repository.branch, 250) }),
    dirty: repository?.dirty ?? false,
    shallow: repository?.shallow ?? false,
    tools: {
      plugin: VERSION,
      eslint: tools.eslintVersion,
      node: process.versions.node,
      parsers: tools.parsers,
    },
    command: options.command.map((argument) => visible(withoutRoot(argument, options.cwd))),
    packs: options.packs,
    config: {
      source: configuration.source,
      ...(file !== undefined && { file }),
      digest: concerned >= 0 ? configuration.digest() : '',
    },
    facts: [
      { table: 'Eligibility of features', checkedOn: CHECKED_ON },
      { table: 'Geographies', checkedOn: newest(GEOS) },
      { table: 'Models', checkedOn: newest([...ALIASES, ...GENERATIONS]) },
      { table: 'Providers', checkedOn: newest(Object.values(PROVIDERS)) },
      { table: 'Regions', checkedOn: newest(Object.values(REGION_SOURCES)) },
    ],
    completeness: interrupted ? 'interrupted' : isIncomplete ? 'incomplete' : 'complete',
  };
}

function withoutRoot(argument: string, cwd: string): string {
  const [, flag = '', path = argument] = /^(--[\w-]+=)?(.*)$/s.exec(argument) ?? [];
  if (!isAbsolute(path)) return argument;
  const inside = relative(cwd, path);
  return (
    flag + (inside === '' ? '.' : inside.startsWith('..') ? basename(path) : inside.replaceAll('\\', '/'))
  );
}

function ruleRuns({ configuration, configs, interrupted }: Seen, { packs }: RunOptions): RuleRun[] {
  const all = composed(packs);
  return RULE_NAMES.map((name): RuleRun => {
    const inForce = [...configs.values()].map(({ rules }) => rules[name]);
    const severities = new Set(inForce.map((setting) => setting?.severity ?? 'off'));
    const wanted = configuration.source === 'pack' ? all[name]?.severity : undefined;
    const severity = wanted ?? (severities.has('error') ? 'error' : severities.has('warn') ? 'warn' : 'off');
    const isOff = severity === 'off';
    const notIn = all[name] === undefined && isOff;
    return {
      name,
      severity,
      ...(isOff && {
        notRun: notIn ? ('not-in-pack' as const) : interrupted ? ('interrupted' as const) : ('off' as const),
      }),
      packs: packs.filter((pack) => name in PACKS[pack].rules),
      options: sha256(
        canonicalJson(
          [...new Set(inForce.map((setting) => canonicalJson(setting?.options ?? {})))].sort(byText),
        ),
      ),
    };
  });
}

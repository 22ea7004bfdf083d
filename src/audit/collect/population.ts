/**
 * Whether the list of call sites can be the whole: what a repository depends on, what may reach Claude and is not shown to.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROWS, SURFACE_MODULES } from '../../analysis/sdk-surface/index.ts';
import { readMarker } from '../../declared/package-marker.ts';
import type { PackageMarker } from '../../declared/package-marker.ts';
import { askedOf, attestationVerdicts } from '../../policy/attestations.ts';
import type { AttestationName, AttestationVerdict } from '../../policy/attestations.ts';
import type { CallSite } from '../model.ts';
import type { AttestationFact, PackageFacts, Population } from '../run-model.ts';
import { byText, repoPath, visible } from '../text.ts';
import { PROCESSORS } from '../words.ts';
import type { AttestationState, ProviderName } from '../words.ts';
import type { FileReport } from './file-report.ts';

/** A package of the repository. */
export interface OwnPackage {
  /** From the root; `.` for the root itself. */
  readonly folder: string;
  readonly name: string;
  readonly manifest: string;
  readonly marker: PackageMarker | undefined;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The packages of a repository, by their package.json. Those that cannot be read have a name and nothing else. */
export function packagesAt(root: string, manifests: readonly string[]): OwnPackage[] {
  return manifests.map((manifest) => {
    const folder = dirname(manifest);
    const content = contentOf(join(root, manifest));
    const name = typeof content['name'] === 'string' ? packageName(content['name']) : packageName(folder);
    const reading = readMarker(join(root, manifest));
    const dependencies = ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies'].map(
      (key) => {
        const those = content[key];
        return typeof those === 'object' && those !== null ? { ...those } : {};
      },
    );
    return {
      folder,
      name,
      manifest,
      marker: 'marker' in reading ? reading.marker : undefined,
      dependencies: Object.assign({}, ...dependencies) as Record<string, string>,
    };
  });
}

function packageName(text: string): string {
  if (text === '.') return '~root';
  return text.replace(/[^\p{L}\p{N}_.@/~-]/gu, '-').slice(0, 214);
}

function contentOf(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const NO_PACKAGE: OwnPackage = {
  folder: '.',
  name: '~root',
  manifest: '',
  marker: undefined,
  dependencies: {},
};

/** The innermost package that a file lies in. */
export function packageOf(packages: readonly OwnPackage[], file: string): OwnPackage {
  let found: OwnPackage | undefined;
  for (const each of packages) {
    const isInside = each.folder === '.' || file.startsWith(`${each.folder}/`);
    if (isInside && (!found || found.folder === '.' || each.folder.length > found.folder.length))
      found = each;
  }
  return found ?? NO_PACKAGE;
}

/** The arrangements that a package declares. */
export function arrangementOf({ marker }: OwnPackage): PackageFacts['arrangement'] {
  return (['hipaa', 'zdr'] as const).filter((name) => marker?.[name] === true);
}

/** The label that a package declares for its data. */
export function labelOf({ marker, manifest }: OwnPackage): CallSite['label'] {
  const label = marker?.dataClassification;
  if (label === undefined) return { state: 'absent' };
  const value = /^[\p{L}\p{N}_.:/@*-]{1,120}$/u.test(label) ? label : '…';
  return { state: 'shown', value, from: { file: repoPath(manifest) }, how: 'marker' };
}

/** Whom a package reaches that is about no cloud. */
const OF_ITS_OWN: readonly ProviderName[] = ['anthropic'];

/** Package → whom its exports reach. */
const REACHES: ReadonlyMap<string, readonly ProviderName[]> = reaches();

function reaches(): Map<string, readonly ProviderName[]> {
  const found = new Map<string, readonly ProviderName[]>();
  for (const { packages, exports } of SURFACE_MODULES) {
    const platforms = new Set<string>();
    for (const row of Object.values(exports)) {
      const platform = ROWS.get(row)?.platform;
      if (platform !== undefined) platforms.add(platform === 'gateway' ? 'other' : platform);
    }
    const known = Object.keys(PROCESSORS).filter((name): name is ProviderName => platforms.has(name));
    for (const name of packages) {
      const bare = bareName(name);
      found.set(bare, [...new Set([...(found.get(bare) ?? []), ...(known.length > 0 ? known : OF_ITS_OWN)])]);
    }
  }
  return found;
}

function bareName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Libraries that serve models of any vendor: that nothing of Claude goes through them is no gap. */
const CERTAIN = /^@anthropic-ai\/|anthropic/i;

export interface PopulationInput {
  readonly packages: readonly OwnPackage[];
  readonly reports: readonly FileReport[];
  readonly callSites: readonly CallSite[];
}

/** The dependencies that can reach Claude, the candidates, and gaps of both. */
export function populationOf({ packages, reports, callSites }: PopulationInput): Population {
  const importsOf = new Map(reports.map(({ path, imports }) => [path, new Set(imports.map(bareName))]));
  const dependencies = packages.flatMap((owner) =>
    Object.entries(owner.dependencies)
      .filter(([name]) => REACHES.has(name))
      .map(([name, range]) => ({
        package: owner.name,
        name,
        ...(typeof range === 'string' && { range: visible(range, 80) }),
        reaches: REACHES.get(name) ?? [],
        sites: callSites.filter((site) => site.package === owner.name && goesThrough(site, name)).length,
      })),
  );
  /** By an import of its file, or of the file in its package that makes the client. */
  function goesThrough({ at, provider, package: owner }: CallSite, name: string): boolean {
    const own = [...(importsOf.get(at.file) ?? [])].filter((each) => REACHES.has(each));
    if (own.length > 0) return own.includes(name);
    const isReached = provider.value !== undefined && REACHES.get(name)?.includes(provider.value) === true;
    return (
      isReached &&
      reports.some(
        ({ path, imports }) =>
          packageOf(packages, path).name === owner && imports.some((each) => bareName(each) === name),
      )
    );
  }
  const candidates = reports.flatMap((report) => report.candidates);
  const hasSites = new Set(callSites.map((site) => site.package));
  const idle = dependencies.filter(
    ({ package: owner, name, sites }) =>
      sites === 0 && (!hasSites.has(owner) || (CERTAIN.test(name) && !isImported(name))),
  );
  function isImported(name: string): boolean {
    return reports.some(({ path, sites, imports }) => {
      const owner = packageOf(packages, path).name;
      return (sites.length > 0 || hasSites.has(owner)) && imports.some((each) => bareName(each) === name);
    });
  }
  return {
    dependencies,
    candidates,
    gaps: [
      ...idle.map(({ package: owner, name }) => ({
        kind: 'dependency-without-sites' as const,
        at: { file: repoPath(packages.find((each) => each.name === owner)?.manifest ?? 'package.json') },
        name,
      })),
      ...candidates.map(({ at }) => ({ kind: 'candidate' as const, at })),
      ...reports
        .filter(({ isIdle }) => isIdle)
        .map(({ path }) => ({ kind: 'import-without-sites' as const, at: { file: repoPath(path) } })),
      ...reports
        .filter(({ isFollowed }) => !isFollowed)
        .map(({ path }) => ({ kind: 'bound' as const, at: { file: repoPath(path) } })),
    ],
  };
}

/** The documents that packages declare, or are asked for. Never checked. */
export function attestationsOf(
  packages: readonly OwnPackage[],
  required: readonly AttestationName[] | undefined,
  day: string,
): AttestationFact[] {
  return packages.flatMap((owner) => {
    const marks = arrangementOf(owner);
    const asked = marks.length > 0 ? askedOf(required, owner.marker ?? {}) : [];
    const declared = owner.marker?.attestations ?? {};
    return attestationVerdicts(declared, asked, day).map((verdict) => {
      const own = declared[verdict.name];
      return {
        package: owner.name,
        name: verdict.name,
        state: stateOf(verdict),
        at: { file: repoPath(owner.manifest) },
        ...(own && { reference: visible(own.reference, 120) }),
        ...(own?.expires !== undefined && { expires: visible(own.expires, 40) }),
      };
    });
  });
}

function stateOf({ fault }: AttestationVerdict): AttestationState {
  if (fault === undefined) return 'declared';
  return { expired: 'ended', invalidDate: 'bad-date', missing: 'missing', noExpiry: 'no-end' }[
    fault
  ] as AttestationState;
}

/** The packages that declare something or hold a call site. */
export function packageFacts(
  packages: readonly OwnPackage[],
  callSites: readonly CallSite[],
): PackageFacts[] {
  const used = new Set(callSites.map((site) => site.package));
  return packages
    .filter((each) => used.has(each.name) || each.marker !== undefined)
    .map((each) => {
      const label = labelOf(each);
      return {
        name: each.name,
        folder: repoPath(each.folder),
        arrangement: arrangementOf(each),
        ...(label.value !== undefined && { label: label.value }),
      };
    })
    .sort((a, b) => byText(a.folder, b.folder));
}

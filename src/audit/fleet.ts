/**
 * Many repositories at one look: where data goes across an organization, who deviates, whose waivers end, who has no evidence
 * or old evidence.
 */
import type { EvidenceReading } from './read.ts';
import type { Evidence, CallSite } from './model.ts';
import type { Waiver } from './run-model.ts';
import { byText } from './text.ts';
import { destinationsOf } from './views.ts';

/** A file that was handed in. */
export interface FleetFile {
  /** Its name, for those that cannot be read. */
  readonly name: string;
  readonly reading: EvidenceReading;
}

export interface FleetOptions {
  /** The day to judge by, ISO 8601. */
  readonly asOf: string;
  /** Evidence is old when it was made more days ago. */
  readonly maxAgeDays?: number;
  /** Repositories that should have evidence. */
  readonly expected?: readonly string[];
}

const MAX_AGE_DAYS = 30;

/** One repository, by its newest evidence. */
export interface FleetRow {
  readonly repository: string;
  readonly commit?: string;
  readonly asOf: string;
  readonly ageDays: number;
  readonly isOld: boolean;
  readonly completeness: Evidence['provenance']['completeness'];
  readonly packs: readonly string[];
  readonly plugin: string;
  readonly totals: Evidence['totals'];
}

/** A receiver and place of processing, over all repositories. */
export interface FleetDestination {
  readonly processor: string;
  readonly provider: string;
  readonly where: string;
  readonly host?: string;
  readonly sites: number;
  readonly models: readonly string[];
  readonly labels: readonly string[];
  /** Repository → call sites. */
  readonly repositories: ReadonlyMap<string, number>;
}

export interface FleetWaiver extends Waiver {
  readonly repository: string;
  /** Days from the day of judgement through its last day; negative: it has ended. */
  readonly daysLeft?: number;
}

export interface Fleet {
  readonly asOf: string;
  readonly maxAgeDays: number;
  readonly rows: readonly FleetRow[];
  readonly destinations: readonly FleetDestination[];
  readonly deviations: readonly (Evidence['deviations'][number] & { readonly repository: string })[];
  /** Those that end first come first; those that hold nothing before them. */
  readonly waivers: readonly FleetWaiver[];
  /** Without evidence, or with a file that is none. */
  readonly missing: readonly { readonly name: string; readonly why: string }[];
  readonly totals: {
    readonly repositories: number;
    readonly callSites: number;
    readonly openFindings: number;
    readonly cannotTell: number;
    readonly waived: number;
    readonly old: number;
  };
}

/** Puts evidence of many repositories together. Of several files of one repository the newest counts. */
export function fleetOf(files: readonly FleetFile[], options: FleetOptions): Fleet {
  const { asOf, maxAgeDays = MAX_AGE_DAYS, expected = [] } = options;
  const newest = newestOf(files);
  const all = [...newest.values()].sort((a, b) => byText(a.provenance.repository, b.provenance.repository));
  const rows = all.map((evidence) => rowOf(evidence, asOf, maxAgeDays));
  const sum = (of: (totals: Evidence['totals']) => number): number =>
    all.reduce((total, { totals }) => total + of(totals), 0);
  return {
    asOf,
    maxAgeDays,
    rows,
    destinations: destinationsIn(all),
    deviations: all.flatMap(({ deviations, provenance: { repository } }) =>
      deviations.map((deviation) => ({ ...deviation, repository })),
    ),
    waivers: waiversIn(all, asOf),
    missing: [
      ...files.flatMap(({ name, reading }) => ('problem' in reading ? [{ name, why: reading.problem }] : [])),
      ...expected
        .filter((name) => !newest.has(name))
        .map((name) => ({ name, why: 'No evidence was handed in.' })),
    ].sort((a, b) => byText(a.name, b.name)),
    totals: {
      repositories: all.length,
      callSites: sum(({ callSites }) => callSites),
      openFindings: sum(({ openFindings }) => openFindings),
      cannotTell: sum(({ cannotTell }) => cannotTell),
      waived: sum(({ waived }) => waived),
      old: rows.filter(({ isOld }) => isOld).length,
    },
  };
}

function newestOf(files: readonly FleetFile[]): Map<string, Evidence> {
  const newest = new Map<string, Evidence>();
  // By name first, so that of two files of one day the order of the arguments decides nothing.
  for (const { reading } of [...files].sort((a, b) => byText(a.name, b.name))) {
    if ('problem' in reading) continue;
    const { repository, asOf } = reading.evidence.provenance;
    const other = newest.get(repository);
    if (!other || other.provenance.asOf < asOf) newest.set(repository, reading.evidence);
  }
  return newest;
}

const DAY_MS = 86_400_000;

/** Days from one day of the calendar to another; undefined where one of them is none. */
function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
  return Number.isNaN(days) ? undefined : Math.round(days);
}

function rowOf({ provenance, totals }: Evidence, asOf: string, maxAgeDays: number): FleetRow {
  const ageDays = daysBetween(provenance.asOf, asOf) ?? Infinity;
  return {
    repository: provenance.repository,
    ...(provenance.commit !== undefined && { commit: provenance.commit }),
    asOf: provenance.asOf,
    ageDays,
    isOld: ageDays > maxAgeDays,
    completeness: provenance.completeness,
    packs: provenance.packs,
    plugin: provenance.tools.plugin,
    totals,
  };
}

function destinationsIn(all: readonly Evidence[]): FleetDestination[] {
  const repositoryOf = new Map<CallSite, string>();
  for (const { callSites, provenance } of all) {
    for (const site of callSites) repositoryOf.set(site, provenance.repository);
  }
  return destinationsOf(all.flatMap(({ callSites }) => callSites))
    .map(({ processor, provider, where, host, sites }) => {
      const repositories = new Map<string, number>();
      for (const site of sites) {
        const name = repositoryOf.get(site) ?? '';
        repositories.set(name, (repositories.get(name) ?? 0) + 1);
      }
      return {
        processor,
        provider,
        where,
        ...(host !== undefined && { host }),
        sites: sites.length,
        models: distinct(sites.flatMap(({ model }) => model.values ?? model.value ?? 'cannot tell')),
        labels: distinct(sites.map(({ label }) => label.value ?? 'no label')),
        repositories,
      };
    })
    .sort((a, b) => b.sites - a.sites || byText(a.processor, b.processor) || byText(a.where, b.where));
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)].sort(byText);

function waiversIn(all: readonly Evidence[], asOf: string): FleetWaiver[] {
  const waivers = all.flatMap(({ waivers: own, provenance: { repository } }) =>
    own.map((waiver): FleetWaiver => {
      const daysLeft = waiver.until === undefined ? undefined : daysBetween(asOf, waiver.until);
      return { ...waiver, repository, ...(daysLeft !== undefined && { daysLeft }) };
    }),
  );
  const left = ({ daysLeft = -Infinity }: FleetWaiver): number => daysLeft;
  return waivers.sort(
    (a, b) => compare(left(a), left(b)) || byText(a.repository, b.repository) || byText(a.id, b.id),
  );
}

/** Order of numbers, infinite ones included. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * What changed between two states of a repository: what change control asks for.
 */
import { placeOfProcessing } from './diagram/graph.ts';
import type { CallSite, Evidence, Finding } from './model.ts';
import { byText } from './text.ts';

/** A fact of a call site that differs. */
export interface FactChange {
  readonly fact: 'audit' | 'features' | 'logging' | 'model' | 'place' | 'provider' | 'redaction' | 'label';
  readonly before: string;
  readonly after: string;
}

export interface ChangedSite {
  readonly before: CallSite;
  readonly after: CallSite;
  /** Its file or function has another name. */
  readonly moved: boolean;
  readonly changes: readonly FactChange[];
}

export interface EvidenceDiff {
  readonly added: readonly CallSite[];
  readonly removed: readonly CallSite[];
  /** Those that differ in a fact, or moved. */
  readonly changed: readonly ChangedSite[];
  readonly newFindings: readonly Finding[];
  readonly goneFindings: readonly Finding[];
  readonly waivers: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly deviations: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** What was in force: packs, configuration, version of the plugin. Differences there make others. */
  readonly setup: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

/** Compares two states. Call sites are paired by id; those left over by what they do and where, one to one. */
export function diffOf(before: Evidence, after: Evidence): EvidenceDiff {
  const pairs = pairsOf(before.callSites, after.callSites);
  const old = new Set(pairs.map(([site]) => site.id));
  const now = new Set(pairs.map(([, site]) => site.id));
  const renamed = new Map(pairs.map(([a, b]) => [a.id, b.id]));
  return {
    added: after.callSites.filter(({ id }) => !now.has(id)),
    removed: before.callSites.filter(({ id }) => !old.has(id)),
    changed: pairs.map(changeOf).filter(({ moved, changes }) => moved || changes.length > 0),
    ...findingsDiff(before, after, renamed),
    waivers: listDiff(before.waivers.map(waiverKey), after.waivers.map(waiverKey)),
    deviations: listDiff(before.deviations.map(deviationKey), after.deviations.map(deviationKey)),
    setup: setupDiff(before, after),
  };
}

type Pair = readonly [before: CallSite, after: CallSite];

function pairsOf(before: readonly CallSite[], after: readonly CallSite[]): Pair[] {
  const byId = new Map(before.map((site) => [site.id, site]));
  const pairs: Pair[] = [];
  const left: CallSite[] = [];
  for (const site of after) {
    const same = byId.get(site.id);
    if (same) {
      pairs.push([same, site]);
      byId.delete(site.id);
    } else left.push(site);
  }
  // A rename changes the id. From near to far; what is not the only one of its kind is not guessed at.
  for (const likeness of LIKENESSES) {
    const candidates = groupBy([...byId.values()], likeness);
    for (const [key, sites] of groupBy(left, likeness)) {
      const [old, other] = candidates.get(key) ?? [];
      const [site] = sites;
      if (!old || other || !site || sites.length > 1) continue;
      pairs.push([old, site]);
      byId.delete(old.id);
      left.splice(left.indexOf(site), 1);
    }
  }
  return pairs;
}

const LIKENESSES: readonly ((site: CallSite) => string)[] = [
  ({ identity: { file, operation, ordinal } }) => `${file}\u0000${operation}\u0000${String(ordinal)}`,
  ({ identity, package: owner }) => `${owner}\u0000${identity.function}\u0000${identity.operation}`,
  ({ blob, identity }) => `${blob ?? identity.file}\u0000${identity.function}\u0000${identity.operation}`,
];

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const others = groups.get(key);
    if (others) others.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const FACTS: Readonly<Record<FactChange['fact'], (site: CallSite) => string>> = {
  provider: ({ provider, host }) => host ?? provider.value ?? provider.state,
  place: placeOfProcessing,
  model: ({ model }) => model.values?.join(' or ') ?? model.value ?? model.state,
  redaction: ({ redaction }) => redaction.state,
  audit: ({ audit }) =>
    audit.success === audit.failure
      ? audit.success
      : `${audit.success} on success, ${audit.failure} on failure`,
  logging: ({ logging }) => (logging.state === 'shown' ? 'seen' : logging.state),
  label: ({ label }) => label.value ?? label.state,
  features: ({ features }) => [...new Set(features.map(({ id }) => id))].sort(byText).join(', ') || 'none',
};

function changeOf([before, after]: Pair): ChangedSite {
  const names = Object.keys(FACTS) as FactChange['fact'][];
  const changes = names.flatMap((fact): FactChange[] => {
    const [was, is] = [FACTS[fact](before), FACTS[fact](after)];
    return was === is ? [] : [{ fact, before: was, after: is }];
  });
  return { before, after, moved: before.id !== after.id, changes };
}

function findingsDiff(
  before: Evidence,
  after: Evidence,
  renamed: ReadonlyMap<string, string>,
): Pick<EvidenceDiff, 'goneFindings' | 'newFindings'> {
  const keyOf = (
    { rule, kind, messageId, sites, at }: Finding,
    names?: ReadonlyMap<string, string>,
  ): string =>
    [rule, kind, messageId, ...(sites.length > 0 ? sites.map((id) => names?.get(id) ?? id) : [at.file])].join(
      '\u0000',
    );
  const open = ({ findings }: Evidence): readonly Finding[] =>
    findings.filter(({ waiver }) => waiver === undefined);
  const old = new Set(open(before).map((finding) => keyOf(finding, renamed)));
  const now = new Set(open(after).map((finding) => keyOf(finding)));
  return {
    newFindings: open(after).filter((finding) => !old.has(keyOf(finding))),
    goneFindings: open(before).filter((finding) => !now.has(keyOf(finding, renamed))),
  };
}

const waiverKey = ({ rule, at, until, owner, state }: Evidence['waivers'][number]): string =>
  `${rule} in ${at.file}, ${owner ?? 'no owner'}, until ${until ?? 'no day'}: ${state}`;

const deviationKey = ({ kind, rule, at, to }: Evidence['deviations'][number]): string =>
  [kind, rule, at?.file, to].filter((part) => part !== undefined).join(' ');

function listDiff(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: after.filter((one) => !before.includes(one)),
    removed: before.filter((one) => !after.includes(one)),
  };
}

function setupDiff({ provenance: before }: Evidence, { provenance: after }: Evidence): EvidenceDiff['setup'] {
  const rows = [
    { what: 'packs', before: before.packs.join(' + '), after: after.packs.join(' + ') },
    {
      what: 'configuration',
      before: before.config.digest.slice(0, 19),
      after: after.config.digest.slice(0, 19),
    },
    { what: 'plugin', before: before.tools.plugin, after: after.tools.plugin },
  ];
  return rows.filter((row) => row.before !== row.after);
}

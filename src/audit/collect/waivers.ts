/**
 * Waivers: who keeps a finding, for how long and why. Read from comments and from `claude-compliance.waivers.json`; a
 * comment of ESLint's that says less is none.
 */
import { NAMESPACE } from '../../meta.ts';
import { isDay } from '../../policy/attestations.ts';
import { isRuleName } from '../../rules/names.ts';
import type { Finding, Place } from '../model.ts';
import type { Waiver } from '../run-model.ts';
import { byPlace } from '../seal.ts';
import { codeName, visible } from '../text.ts';
import type { WaiverFault, WaiverState } from '../words.ts';
import type { Directive } from './directives.ts';

/** Name of the file at the root of the repository. */
export const WAIVERS_FILE = 'claude-compliance.waivers.json';

export interface WaiverPolicy {
  /** The day to judge by, ISO 8601. */
  readonly asOf: string;
  /** A waiver may run so many days from the day it was written. */
  readonly maxDays: number;
  /** It is said to end when it has so many days left. */
  readonly endingDays: number;
  /** Who brought a line; undefined where nobody can tell. */
  readonly writtenBy: (
    file: string,
    line: number,
  ) => { readonly commit: string; readonly day: string } | undefined;
}

const MIN_REASON = 15;

/** What a person has written. */
interface Written {
  readonly owner?: string | undefined;
  readonly ref?: string | undefined;
  readonly until?: string | undefined;
  readonly reason?: string | undefined;
}

/** `owner: team; ref: GRC-1; until: 2027-01-31; reason: …`, in any order; the reason comes last and may hold anything. */
export function parseWaiver(text: string): Written {
  const found: Record<string, string> = {};
  let rest = text;
  for (;;) {
    const [whole, key, value] = /^\s*(owner|ref|until)\s*:\s*([^;]*)(?:;|$)/i.exec(rest) ?? [];
    if (whole === undefined || key === undefined) break;
    found[key.toLowerCase()] ??= (value ?? '').trim();
    rest = rest.slice(whole.length);
  }
  const [, reason] = /^\s*reason\s*:\s*([^]*)$/i.exec(rest) ?? [];
  return { ...found, ...(reason !== undefined && { reason: reason.trim() }) };
}

/** One waiver before anybody knows what it covers. */
interface Draft {
  readonly source: Waiver['source'];
  readonly rule: string;
  readonly at: Place;
  readonly written: Written;
  readonly faults: readonly WaiverFault[];
  readonly covers: (finding: Finding) => boolean;
}

/** Waivers that comments state. A directive without one of our rules, or all rules, is none. */
export function inlineDrafts(file: string, directives: readonly Directive[]): Draft[] {
  return directives.flatMap((directive): Draft[] => {
    const { rules, kind, line, from, to, justification } = directive;
    const own = rules
      .filter((rule) => rule.startsWith(`${NAMESPACE}/`))
      .map((rule) => rule.slice(NAMESPACE.length + 1));
    if (kind === 'configuration') return [];
    const written = parseWaiver(justification);
    if (rules.length === 0 && Object.keys(written).length === 0) return [];
    const isWide = rules.length !== 1 || to === Infinity;
    return (rules.length === 0 ? ['*'] : own).map((rule) => ({
      source: 'inline',
      rule,
      at: { file, line },
      written,
      faults: [
        ...(isWide ? ['too-wide' as const] : []),
        ...(rule !== '*' && !isRuleName(rule) ? ['unknown-rule' as const] : []),
      ],
      covers: (finding) => {
        const at = finding.at.line ?? 1;
        return (finding.rule === rule || rule === '*') && finding.at.file === file && from <= at && at <= to;
      },
    }));
  });
}

/**
 * Waivers of the file.
 *
 * @throws {Error} where it is not JSON of the form that it has to be
 */
export function fileDrafts(text: string, siteIds: ReadonlySet<string>): Draft[] {
  const bad = (what: string): Error => new Error(`${WAIVERS_FILE} ${what}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad('is not JSON');
  }
  const list = typeof value === 'object' && value !== null && 'waivers' in value ? value.waivers : value;
  if (!Array.isArray(list))
    throw bad('has to be { "waivers": [ { "site", "rule", "owner", "ref", "until", "reason" } ] }');
  let from = 0;
  return list.map((entry: unknown): Draft => {
    const fields: Readonly<Record<string, unknown>> =
      typeof entry === 'object' && entry !== null ? { ...entry } : {};
    const textAt = (key: string): string | undefined => {
      const field = fields[key];
      return typeof field === 'string' ? field : undefined;
    };
    const [site = '', rule = ''] = [textAt('site'), textAt('rule')?.replace(`${NAMESPACE}/`, '')];
    const found = site === '' ? -1 : text.indexOf(JSON.stringify(site), from);
    if (found >= 0) from = found + 1;
    return {
      source: 'file',
      rule,
      at: { file: WAIVERS_FILE, ...(found >= 0 && { line: text.slice(0, found).split('\n').length }) },
      written: {
        owner: textAt('owner'),
        ref: textAt('ref'),
        until: textAt('until'),
        reason: textAt('reason'),
      },
      faults: [
        ...(siteIds.has(site) ? [] : ['unknown-site' as const]),
        ...(isRuleName(rule) ? [] : ['unknown-rule' as const]),
      ],
      covers: (finding) => finding.rule === rule && finding.sites.includes(site),
    };
  });
}

/** Waivers with their states, and the findings with the waivers that hold on the day. */
export function applyWaivers(
  drafts: readonly Draft[],
  findings: readonly Finding[],
  policy: WaiverPolicy,
): { readonly waivers: readonly Waiver[]; readonly findings: readonly Finding[] } {
  const held = new Map<string, string>();
  const sorted = [...drafts].sort((a, b) => byPlace(a.at, b.at));
  const waivers = sorted.map((draft, i): Waiver => {
    const id = `W${String(i + 1)}`;
    const met = findings.filter(draft.covers);
    const waiver = judged(id, draft, met, policy);
    if (waiver.state === 'live' || waiver.state === 'ending')
      for (const finding of met) if (!held.has(finding.id)) held.set(finding.id, id);
    return waiver;
  });
  return {
    waivers,
    findings: findings.map((finding) => {
      const waiver = held.get(finding.id);
      return waiver === undefined ? finding : { ...finding, waiver };
    }),
  };
}

function judged(id: string, draft: Draft, met: readonly Finding[], policy: WaiverPolicy): Waiver {
  const { source, rule, at, written } = draft;
  const by = at.line === undefined ? undefined : policy.writtenBy(at.file, at.line);
  const { until = '', owner = '', ref = '', reason = '' } = written;
  const isDate = isDay(until);
  const faults: WaiverFault[] = [
    ...draft.faults,
    ...(/^[\w/@.-]+$/.test(owner) ? [] : ['no-owner' as const]),
    ...(/^\S/.test(ref) ? [] : ['no-ref' as const]),
    ...(until === '' ? ['no-until' as const] : isDate ? [] : ['bad-date' as const]),
    ...(reason.length >= MIN_REASON ? [] : ['no-reason' as const]),
    ...(isDate && daysBetween(by?.day ?? policy.asOf, until) > policy.maxDays ? ['too-long' as const] : []),
  ];
  return {
    id,
    source,
    rule: codeName(rule),
    at,
    sites: [...new Set(met.flatMap(({ sites }) => sites))].sort(),
    state: stateOf(faults, met.length, until, policy),
    faults: [...new Set(faults)],
    ...(owner !== '' && { owner: visible(owner, 120) }),
    ...(ref !== '' && { ref: visible(ref, 120) }),
    ...(isDate && { until }),
    ...(reason !== '' && { reason: visible(reason) }),
    ...(by && { commit: by.commit, writtenOn: by.day }),
  };
}

function stateOf(
  faults: readonly WaiverFault[],
  met: number,
  until: string,
  { asOf, endingDays }: WaiverPolicy,
): WaiverState {
  if (faults.length > 0) return 'malformed';
  if (met === 0) return 'unused';
  if (until < asOf) return 'ended';
  return daysBetween(asOf, until) <= endingDays ? 'ending' : 'live';
}

/** Days from one day to another, both ISO 8601. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

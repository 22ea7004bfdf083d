/**
 * Findings: what the rules report, once for each place, with the call sites that it is about and what would mend it.
 */
import type { Finding, Named } from '../model.ts';
import { byPlace } from '../seal.ts';
import { shortId } from '../text.ts';
import { whyOf } from './facts.ts';
import { commonCauses } from './causes.ts';
import type { Mendable } from './causes.ts';
import { groupBy } from './grouping.ts';
import type { RuleSetting } from './judge-file.ts';
import type { OwnSite } from './own-sites.ts';
import type { Said } from './said.ts';
import type { RequestKey } from './spots.ts';

/** What findings are made of beside what is said. */
export interface Making {
  /** How a rule is set for a file. */
  readonly settingOf: (file: string, rule: string) => RuleSetting | undefined;
  readonly ids: ReadonlyMap<RequestKey, string>;
  readonly gateways: ReadonlyMap<RequestKey, OwnSite>;
}

/** Findings, and what became part of which. */
export interface Made {
  readonly findings: readonly Finding[];
  /** The finding that an assessment is part of. */
  readonly of: ReadonlyMap<Said, string>;
}

/** One finding for each place, rule and message; what is said of several requests there is one. */
export function findingsOf(said: readonly Said[], making: Making): Made {
  const groups = groupBy(
    // What another rule says of the same use is a finding of each in the evidence.
    said.filter(({ reported, byAnotherRule }) => reported || byAnotherRule),
    ({ rule, messageId, at, spot }) => [rule, messageId, at.file, spot].join('\u0000'),
  );
  const counts = new Map<string, number>();
  const of = new Map<Said, string>();
  const grouped = [...groups.values()]
    .flatMap((those): Group[] => {
      const [first] = those;
      return first ? [{ first, those, rule: first.rule, places: mendingPlaces(those, making) }] : [];
    })
    .sort((a, b) => byPlace(a.first.at, b.first.at));
  const causes = commonCauses(grouped);
  const findings = grouped.map((group): Finding => {
    const { rule, messageId, at } = group.first;
    const key = [rule, messageId, at.file, at.function ?? ''];
    const ordinal = counts.get(key.join('\u0000')) ?? 0;
    counts.set(key.join('\u0000'), ordinal + 1);
    const id = shortId('fi', [...key, ordinal], 12);
    for (const each of group.those) of.set(each, id);
    return findingOf(id, group, making, causes.get(group));
  });
  return { findings, of };
}

/** What is said of one place by one message. */
interface Group extends Mendable {
  readonly first: Said;
  readonly those: readonly Said[];
}

function findingOf(id: string, { first, those }: Group, making: Making, cause: Named | undefined): Finding {
  const { rule, certainty, word, at, messageId, message = rule } = first;
  const keys = [...new Set(those.flatMap((each) => each.sites))];
  const sites = keys.flatMap((key) => making.ids.get(key) ?? []);
  const isOpen = first.outcome === 'unknown';
  const request = keys.length === 1 ? making.gateways.get(keys[0] ?? '')?.facts.at : undefined;
  return {
    id,
    rule,
    messageId,
    kind: isOpen ? 'cannot-tell' : 'finding',
    severity: making.settingOf(at.file, rule)?.severity === 'warn' ? 'warning' : 'error',
    certainty: certainty === 'by name' ? 'by-name' : 'shown',
    message,
    at,
    sites,
    ...(isOpen && { why: whyOf(word ?? '') }),
    ...(cause && { cause }),
    ...(rule === 'no-raw-prompt-logging' && request && { way: [request, at] }),
  };
}

/** The functions in which a finding could be mended: those on the way to the request, or the one that sends for others. */
function mendingPlaces(those: readonly Said[], { gateways }: Making): readonly Named[] {
  const [through] = those.flatMap((each) => (each.through ? [each.through] : []));
  if (through) return through;
  // What is said beside a request is mended where it stands, not in the function that sends.
  if (!those.every((each) => each.isOfRequest)) return [];
  const keys = [...new Set(those.flatMap((each) => each.sites))];
  const site = keys.length === 1 ? gateways.get(keys[0] ?? '') : undefined;
  const name = site?.facts.at.function;
  return site && name !== undefined ? [{ name, at: site.facts.at }] : [];
}

/**
 * What stands for something that was said already: the finding of the same rule and message in the file, or in the package.json
 * that it belongs to; else that of another rule at the same place.
 */
export function findingLike({ outcome, rule, messageId, at }: Said, { findings }: Made): string[] {
  if (outcome !== 'finding' && outcome !== 'unknown') return [];
  const alike = findings.filter((one) => one.messageId === messageId);
  const own = alike.filter((one) => one.rule === rule);
  const like =
    own.find((one) => one.at.file === at.file) ??
    own.filter((one) => isManifestOf(one.at.file, at.file)).at(-1) ??
    alike.find((one) => one.at.file === at.file && one.at.line === at.line && one.at.column === at.column);
  return like ? [like.id] : [];
}

function isManifestOf(manifest: string, file: string): boolean {
  return (
    /(?:^|\/)package\.json$/.test(manifest) && file.startsWith(manifest.slice(0, -'package.json'.length))
  );
}

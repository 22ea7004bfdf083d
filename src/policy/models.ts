/**
 * Facts about models, by pattern over their normalised ids.
 */
import type { Fact } from './facts.ts';
import { isMadeOf } from './wildcards.ts';

interface Generation extends Fact {
  readonly pattern: RegExp;
  readonly title: string;
  /** False: a request that carries `inference_geo` is answered with 400. */
  readonly takesGeo: boolean;
}

/** Generations of Claude, first match wins; a Claude model that none names is newer than all of them. */
export const GENERATIONS: readonly Generation[] = [
  {
    pattern:
      /^claude-(?:instant|v?[123](?:[.:-]|$)|(?:opus|sonnet|haiku)-(?:3(?:$|-)|4(?:$|-(?:0|1|5)(?:$|-)|-\d{8}|-[a-z]))|4(?:-[015])?(?:$|-(?:opus|sonnet|haiku)))/,
    title: 'before Claude 4.6',
    takesGeo: false,
    source: 'https://platform.claude.com/docs/en/manage-claude/data-residency',
    checkedOn: '2026-11-29',
    certainty: 'A',
  },
];

/** Which models refuse a geography, as a message names them: `before Claude 4.6`. */
export const WITHOUT_GEO = GENERATIONS.filter((g) => !g.takesGeo)
  .map((g) => g.title)
  .join(' or ');

/**
 * A model id without what gateways and clouds put around it: `us.anthropic.claude-…-v1:0`,
 * `anthropic/claude-sonnet-4.5:online`, `anthropic:claude-…`, `claude-…@20250929`, `claude-…[1m]`.
 */
export function normaliseModelId(id: string): string {
  const bare = id
    .toLowerCase()
    .replace(/^.*(?=claude)/s, '')
    .replace(/\[[^\]]*\]$/, '');
  return bare
    .replace(/(\d)\.(\d)/g, '$1-$2')
    .replace(/(?:-v\d+)?@/, '-')
    .replace(/(?<=\d)-v\d+(?::\w+)*$/, '')
    .replace(/:[a-z]+$/, '');
}

/** True when the API refuses `inference_geo` for this model. */
export function refusesGeo(id: string): boolean {
  const model = normaliseModelId(id);
  const generation = GENERATIONS.find((g) => g.pattern.test(model));
  return generation !== undefined && !generation.takesGeo;
}

/** The first of these models that refuses a geography, if any. */
export function refusingModel(ids: readonly string[]): string | undefined {
  return ids.find(refusesGeo);
}

const VERSIONING = 'https://platform.claude.com/docs/en/about-claude/models/model-ids-and-versions';

interface Alias extends Fact {
  /** Over normalised ids. */
  readonly pattern: RegExp;
  /** What it stands for, as a clause. */
  readonly why: string;
}

/** Names behind which the model can change. Ids of Claude 4.6 and later have no date and are fixed all the same. */
export const ALIASES: readonly Alias[] = [
  {
    pattern: /-(?:latest|default)$/,
    why: 'it stands for the newest snapshot',
    source: VERSIONING,
    checkedOn: '2026-11-22',
    certainty: 'A',
  },
  {
    pattern: /^(?:sonnet|opus|haiku|fable|mythos|opusplan|best|default)$/,
    why: 'the SDK or the API chooses the model',
    source: 'npm @anthropic-ai/claude-agent-sdk 0.3.330',
    checkedOn: '2026-11-21',
    certainty: 'B',
  },
  {
    pattern: /^claude-(?:3(?:-\d)?-[a-z]+|[a-z]+-(?:3|4)(?:-[0157])?)$/,
    why: 'it has no date, and stands for the newest snapshot of its version',
    source: VERSIONING,
    checkedOn: '2026-11-22',
    certainty: 'A',
  },
];

/** Why the model behind an id can change, as a clause; undefined for the id of one model. */
export function whyAlias(id: string): string | undefined {
  const model = normaliseModelId(id);
  return ALIASES.find(({ pattern }) => pattern.test(model))?.why;
}

/**
 * Whether a list of approved models has this one.
 *
 * An entry is an id, or a pattern in which `*` stands for anything. Written as the first-party API writes it
 * (`claude-…`), it is compared with the id without what clouds put around it; otherwise with the id as the code
 * writes it, so that `us.anthropic.claude-*` approves that profile alone.
 */
export function isListed(id: string, models: readonly string[]): boolean {
  return models.some((entry) => {
    const bare = /^claude/i.test(entry);
    return bare
      ? isMadeOf(normaliseModelId(id), normaliseModelId(entry).split('*'))
      : isMadeOf(id.toLowerCase(), entry.toLowerCase().split('*'));
  });
}

/** Whether every id that begins like this is approved: some entry is a pattern that ends within the known part. */
export function isListedWhatever(known: string, models: readonly string[]): boolean {
  return models.some((entry) => {
    const [stem = '', ...rest] = entry.toLowerCase().split('*');
    const start = entry.toLowerCase().startsWith('claude') ? normaliseModelId(known) : known.toLowerCase();
    return rest.length === 1 && rest[0] === '' && start.startsWith(stem);
  });
}

/** The one listed id with a date that an alias can stand for, if there is exactly one. */
export function datedIdFor(alias: string, models: readonly string[]): string | undefined {
  const family = familyOf(normaliseModelId(alias));
  const dated = models.filter((m) => /^claude-.*\d{8}$/.test(m) && familyOf(m) === family);
  return dated.length === 1 ? dated[0] : undefined;
}

function familyOf(id: string): string {
  return id.replace(/-(?:latest|default|\d{8})$/, '').replace(/-0$/, '');
}

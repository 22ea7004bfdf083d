/**
 * Facts about models, by pattern over their normalised ids.
 */
import type { Fact } from './facts.ts';

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
      /^claude-(?:instant|v?[123](?:[.:-]|$)|(?:opus|sonnet|haiku)-4(?:$|-(?:0|1|5)(?:$|[-@])|[-@]\d{8}|-latest$)|4(?:-[015])?-(?:opus|sonnet|haiku))/,
    title: 'before Claude 4.6',
    takesGeo: false,
    source: 'https://platform.claude.com/docs/en/manage-claude/data-residency',
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
];

/** Which models refuse a geography, as a message names them: `before Claude 4.6`. */
export const WITHOUT_GEO = GENERATIONS.filter((g) => !g.takesGeo)
  .map((g) => g.title)
  .join(' or ');

/**
 * A model id without what gateways and clouds put around it: `us.anthropic.claude-…-v1:0`,
 * `anthropic/claude-sonnet-4.5`, `anthropic:claude-…`.
 */
export function normaliseModelId(id: string): string {
  const bare = id.toLowerCase().replace(/^.*(?=claude)/s, '');
  return bare.replace(/(\d)\.(\d)/g, '$1-$2').replace(/(?<=\d)-v\d+(?::\d+)?$/, '');
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

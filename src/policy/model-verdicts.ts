/**
 * What to say about one model of a request. Pure: pieces of its id in, verdict out.
 */
import type { ModelUse } from '../analysis/index.ts';
import type { Platform } from '../analysis/sdk-surface/types.ts';
import type { Node } from '../analysis/syntax/types.ts';
import { stringsOf } from '../analysis/values/object-view.ts';
import { eligibilityOf, featureById } from './features/index.ts';
import type { EligibilityPolicy } from './features/index.ts';
import { datedIdFor, isListed, isListedWhatever, normaliseModelId, whyAlias } from './models.ts';

export interface ModelPolicy {
  /** Ids, or patterns with `*`. */
  readonly models: readonly string[];
  readonly aliases: 'allow' | 'report';
  readonly unverifiable: 'ignore' | 'report';
}

export interface ModelVerdict {
  readonly id: 'alias' | 'covered' | 'notApproved' | 'unverifiable';
  /** Of an alias: why it is one. Of an id that names no model: why not. */
  readonly why?: string;
  /** The listed id to write in its place. */
  readonly instead?: string | undefined;
}

/** Written for "the model of whoever asks": it names no further one. */
const SAME_MODEL = 'inherit';

/**
 * Judges one model. Without a list there is nothing that it could be missing from.
 *
 * @param pieces the id, with null for what is not known; undefined where nothing of it is
 * @param platform where the request goes; undefined where the file does not show it
 * @param role Covered Models that a request names itself are no-zdr-ineligible-features' business
 * @param refusesCovered the package is under zero data retention, and the table does not allow Covered Models
 * @returns undefined when nothing is wrong
 */
export function modelVerdict(
  pieces: readonly (string | null)[] | undefined,
  platform: Platform | undefined,
  role: 'fallback' | 'model',
  policy: ModelPolicy,
  refusesCovered: boolean,
): ModelVerdict | undefined {
  const { models, aliases } = policy;
  if (!pieces || pieces.includes(null)) {
    const known = pieces?.[0] ?? '';
    return models.length === 0 || isListedWhatever(known, models) ? undefined : { id: 'unverifiable' };
  }
  const id = pieces.join('');
  if (id === SAME_MODEL) return undefined;
  if (role === 'fallback' && refusesCovered && isCovered(id)) return { id: 'covered' };
  const why = whyAlias(id);
  const instead = why === undefined ? undefined : datedIdFor(id, models);
  if (why !== undefined && aliases === 'report') return { id: 'alias', why, instead };
  if (models.length === 0 || isListed(id, models)) return undefined;
  const opaque = whyOpaque(id, platform);
  if (opaque === undefined) return { id: 'notApproved', instead };
  return { id: 'unverifiable', why: opaque };
}

/** One model of a request, judged. */
export interface JudgedModel {
  /** Undefined where nothing is wrong. */
  readonly verdict: ModelVerdict | undefined;
  /** The written id, wherever it stands; else the place in the call that leaves it open. */
  readonly at: Node;
  /** The id, with `…` for what is not known. */
  readonly text: string;
}

/** Judges one model where the code names it, or leaves it open. */
export function judgeModel(
  { answer, call, role, site }: ModelUse,
  policy: ModelPolicy,
  refusesCovered: boolean,
): JudgedModel {
  const [pieces] = stringsOf([answer]);
  const isWritten =
    answer.kind === 'known' && (answer.value.kind === 'literal' || answer.value.kind === 'text');
  return {
    verdict: modelVerdict(pieces, site?.platform, role, policy, refusesCovered),
    at: isWritten ? answer.node : call.callee,
    text: (pieces ?? []).map((piece) => piece ?? '…').join(''),
  };
}

/** Whether zero data retention refuses Covered Models under a user's settings. */
export function refusesCoveredModels(policy: EligibilityPolicy): boolean {
  const row = featureById('covered_models');
  return row !== undefined && eligibilityOf(row, 'zdr', policy) === 'no';
}

/** What a message says of Covered Models. */
export function coveredModelFacts(): Readonly<Record<'date' | 'instead' | 'kept' | 'title', string>> {
  const row = featureById('covered_models');
  return {
    title: row?.title ?? '',
    kept: row?.kept ?? '',
    instead: row?.instead ?? '',
    date: row?.checkedOn ?? '',
  };
}

/** Why an id does not tell which model runs, as a clause. */
function whyOpaque(id: string, platform: Platform | undefined): string | undefined {
  if (/claude/i.test(id)) return undefined;
  if (/^arn:/i.test(id)) return 'an ARN does not name its model';
  return platform === 'foundry' ? 'the name of a deployment does not name its model' : undefined;
}

/** Whether the catalogue's row of Covered Models has this id. */
function isCovered(id: string): boolean {
  const params = featureById('covered_models')?.markers.params ?? [];
  return params.some(({ is }) => is instanceof RegExp && is.test(normaliseModelId(id)));
}

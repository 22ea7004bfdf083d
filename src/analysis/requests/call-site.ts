/**
 * What a call site is: one request to Claude, with everything rules ask of it.
 */
import type { Pieces } from '../values/text.ts';
import type { ClientHere } from '../clients/client.ts';
import { ids, modelIdsOf } from './model-ids.ts';
import { stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import type { Gateway } from '../syntax/declared-gateways.ts';
import { calleeName } from '../syntax/nodes.ts';
import type { Answer, CallNode, Frame, Resolved } from '../syntax/types.ts';
import { namesOf } from '../values/origins.ts';
import type { Evaluator } from '../values/answers.ts';

/** One request to Claude. */
export interface CallSite {
  readonly operation: Operation;
  readonly platform: Platform;
  readonly node: CallNode;
  /** How it was recognised. */
  readonly via: 'command' | 'declared' | 'handed' | 'http' | 'import' | 'shape';
  readonly params: RequestParams;
  /** The client it goes through, when the file shows how that was made. */
  readonly client: ClientHere | undefined;
  /** The model's own default settings, for a wrapped model. */
  readonly defaults: RequestParams | undefined;
  /** The gateway that it goes through, by its id, where a package or the model's name says it. */
  readonly gateway: string | undefined;
  /** What is declared of the function that makes it, where that is all there is to know of it. */
  readonly contract: Gateway | undefined;
  /** The address of a request over HTTP, as far as the file shows it. */
  readonly url: Pieces | undefined;
  /** Calls on the object that this site makes, with the options each passes. */
  readonly perCall: readonly RequestParams[];
  /** The call of another module that sends it, where only the caller makes that a request to Claude. */
  readonly through: { readonly call: CallNode; readonly frame: Frame } | undefined;
  /** The models it asks for, over all ways through the code. */
  models(): Resolved;
  /** Those of their ids that the file shows, with `…` for pieces it does not. */
  modelNames(): readonly string[];
}

/** Puts a call site together; what is not given is not there. */
export function callSite(
  ev: Evaluator,
  site: Pick<CallSite, 'node' | 'operation' | 'params' | 'platform' | 'via'> & Partial<CallSite>,
): CallSite {
  const models = (): Resolved => {
    if (namesMadeBefore(site)) return [];
    const own = modelIdsOf(ev, site.node, inOwnCall(site), site.params);
    // Genkit asks the model that it was made with where the request names none.
    const isDefault = site.operation.sdk === 'genkit' && own.every((a) => a.kind !== 'known');
    const given = isDefault ? (site.client?.options.get('model') ?? []) : [];
    return given.some((a) => a.kind === 'known') ? ids(ev, given) : own;
  };
  return {
    client: undefined,
    contract: undefined,
    defaults: undefined,
    gateway: undefined,
    perCall: [],
    through: undefined,
    url: undefined,
    models,
    modelNames: () => stringsOf(models()).map((pieces) => pieces.map((piece) => piece ?? '…').join('')),
    ...site,
  };
}

/** The operation, but for what stands in the arguments of its own call where another call is seen in its place. */
function inOwnCall({ operation, via }: Pick<CallSite, 'operation' | 'via'>): Operation {
  if (via !== 'handed') return operation;
  const { model, modelAlso, ...rest } = operation;
  return {
    ...rest,
    ...(model?.startsWith('@') === false && { model }),
    ...(modelAlso && { modelAlso: modelAlso.filter((path) => path !== '@0') }),
  };
}

/** True when a request only names, by its id, what another call made: that one has the model and the geography. */
export function namesMadeBefore({ operation, params }: Pick<CallSite, 'operation' | 'params'>): boolean {
  if (operation.madeBefore === undefined) return false;
  const answers = params.get(operation.madeBefore);
  return answers.length > 0 && answers.every(isIdOfResult);
}

/** `agent.id`, of what a call gave. */
function isIdOfResult(answer: Answer): boolean {
  if (answer.kind === 'unknown') return answer.path.length === 0 && calleeName(answer.node) === 'id';
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
  const names = namesOf(answer.value.api);
  return names.at(-1) === 'id' && names.includes('()');
}

/**
 * Does a call of a general SDK reach Claude? Decided by the model it names or the host it talks to.
 */
import { sdkValueOf } from '../clients/sdk-values.ts';
import { makersOf, rootOfApi } from '../values/origins.ts';
import { platformOfBase } from '../clients/hosts.ts';
import { decoded } from '../values/encodings.ts';
import type { Pieces } from '../values/text.ts';
import { requestParams, sometimesHas, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import type { Answer, Api, CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { isClaudeText, VENDOR_PREFIX } from '../sdk-surface/model-names.ts';

export interface ClaudeTarget {
  readonly platform: Platform;
  /** Settings that the model brings along. */
  readonly defaults?: RequestParams;
  /** The operation, where the model changes what it can do. */
  readonly operation?: Operation;
}

/** A call of a general SDK, and what is known of it so far. */
export interface GeneralCall {
  readonly call: CallNode;
  readonly params: RequestParams;
  readonly operation: Operation;
  readonly platform: Platform | undefined;
  /** The options of the client that it is made on. */
  readonly client: RequestParams | undefined;
}

/** Where the call goes if it goes to Claude; undefined if nothing shows that it does. */
export function claudeEvidence(ev: Evaluator, general: GeneralCall): ClaudeTarget | undefined {
  const { call, params, operation, platform, client } = general;
  const { evidence } = operation;
  if (!evidence) return undefined;
  if (evidence.kind === 'base-url') {
    const urls = client ? stringsOf(client.get(evidence.path)) : [];
    const atAnthropic = urls.some((url) =>
      /^https:\/\/(?:[\w-]+\.)*anthropic\.com(?:\/|$)/i.test(url[0] ?? ''),
    );
    return atAnthropic ? { platform: 'openai-compatible' } : undefined;
  }
  const first = call.arguments[0];
  const whole = first && first.type !== 'SpreadElement' ? ev.answers(first, []) : [];
  const models =
    evidence.path === '@0' ? whole : [...params.get(evidence.path), ...listed(params, evidence.path)];
  for (const model of models) {
    const target = modelTarget(ev, model, operation, platform);
    if (target) return target;
  }
  if (operation.sdk === 'genkit') return genkitDefault(ev, models, operation, client);
  const undecided = models.length === 0 || models.some((m) => m.kind === 'unknown' || isOrigin(m));
  if (undecided && evidence.options !== undefined && namesAnthropic(params, evidence.options)) {
    return { platform: platform ?? 'anthropic' };
  }
  if (undecided && evidence.mark && isMarked(ev, params, call, evidence.mark)) {
    return { platform: platform ?? 'anthropic' };
  }
  return undefined;
}

/** `body: JSON.stringify({ anthropic_version: "…" })`, whatever the model's id. */
function isMarked(
  ev: Evaluator,
  params: RequestParams,
  call: CallNode,
  mark: { readonly in: string; readonly field: string },
): boolean {
  if (!params.mentions(mark.field)) return false;
  const roots = params.roots.flatMap((root) => decoded(ev, root.node, [...root.path, mark.in], root.frame));
  return roots.length > 0 && sometimesHas(requestParams(ev, roots, call), mark.field);
}

/** Mastra takes a list of `{ model, … }`, too. */
function listed(params: RequestParams, path: string): readonly Answer[] {
  const known = params.get(path).some((a) => a.kind === 'known' && a.value.kind === 'array');
  return known ? params.get(`${path}[*].model`) : [];
}

function isOrigin(answer: Answer): boolean {
  return answer.kind === 'known' && answer.value.kind === 'api';
}

function namesAnthropic(params: RequestParams, path: string): boolean {
  if (stringsOf(params.get(path)).some((text) => text[0] === 'anthropic')) return true;
  return sometimesHas(params, `${path}.anthropic`);
}

function modelTarget(
  ev: Evaluator,
  model: Answer,
  operation: Operation,
  platform: Platform | undefined,
): ClaudeTarget | undefined {
  if (model.kind !== 'known') return undefined;
  if (model.value.kind === 'api') return originTarget(ev, model.value.api, operation);
  const [text] = stringsOf([model]);
  if (!text) return undefined;
  if (!isClaudeText(text) && !VENDOR_PREFIX.test(text[0] ?? '')) return undefined;
  return { platform: platform ?? platformOfModel(text[0] ?? '', operation) };
}

/** A bare model string goes to the gateway in the AI SDK, to the vendor elsewhere. */
function platformOfModel(text: string, operation: Operation): Platform {
  const vendor = VENDOR_PREFIX.exec(text)?.[1]?.toLowerCase();
  if (vendor?.includes('bedrock')) return 'bedrock';
  if (vendor?.includes('vertex')) return 'vertex';
  return operation.sdk === 'ai-sdk' ? 'vercel-gateway' : 'anthropic';
}

function originTarget(ev: Evaluator, api: Api, operation: Operation): ClaudeTarget | undefined {
  const value = sdkValueOf(api, ev.declared);
  const [maker] = makersOf(api);
  if (!value) return namedByOwnModule(ev, api) ? { platform: 'anthropic' } : undefined;
  const elsewhere = value.row.model ? providerPlatform(ev, api) : undefined;
  if (elsewhere === 'other') return undefined;
  if (value.row.model === 'claude') {
    const fixed = isGenkitx(api)
      ? ({ ...operation, sdk: 'genkitx', geo: { kind: 'impossible' } } as const)
      : undefined;
    return { platform: elsewhere ?? value.platform ?? 'anthropic', ...(fixed && { operation: fixed }) };
  }
  const [first] = maker?.node.arguments ?? [];
  if (!maker || !first || first.type === 'SpreadElement') return undefined;
  if (value.row.model === 'by-id') {
    const ids = stringsOf(ev.answers(first, [], maker.frame));
    if (ids.some(isClaudeText)) return { platform: value.platform ?? 'anthropic' };
    return aliasTarget(ev, api, ids, operation);
  }
  if (value.row.model !== 'wrapped') return undefined;
  const options = requestParams(ev, [{ node: first, frame: maker.frame, path: [] }], maker.node);
  for (const inner of options.get('model')) {
    const target = modelTarget(ev, inner, operation, undefined);
    if (target) return { ...target, defaults: middlewareSettings(ev, options, maker.node) };
  }
  return undefined;
}

/** `customProvider({ languageModels: { fast: anthropic("…") } }).languageModel("fast")`. */
function aliasTarget(
  ev: Evaluator,
  api: Api,
  ids: readonly Pieces[],
  operation: Operation,
): ClaudeTarget | undefined {
  const [, provider] = makersOf(api);
  const [options] = provider?.node.arguments ?? [];
  if (!provider || !options || options.type === 'SpreadElement') return undefined;
  for (const [id] of ids) {
    if (typeof id !== 'string') continue;
    for (const model of ev.answers(options, ['languageModels', id], provider.frame)) {
      const target = modelTarget(ev, model, operation, undefined);
      if (target) return target;
    }
  }
  return undefined;
}

/** `registry.languageModel("anthropic:…")`, `model("claude-…")` from a module of the application's own. */
function namedByOwnModule(ev: Evaluator, api: Api): boolean {
  const root = rootOfApi(api);
  const [maker] = makersOf(api);
  const [first] = maker?.node.arguments ?? [];
  if (root.kind !== 'module' || !/^(?:\.{1,2}\/|[@~]\/|#)/.test(root.source)) return false;
  if (!maker || !first || first.type === 'SpreadElement') return false;
  return stringsOf(ev.answers(first, [], maker.frame)).some(
    (id) => isClaudeText(id) || VENDOR_PREFIX.test(id[0] ?? ''),
  );
}

/** Where `createAnthropic({ baseURL })` sends the models it makes. */
function providerPlatform(ev: Evaluator, api: Api): Platform | 'other' | undefined {
  const [, provider] = makersOf(api);
  const [options] = provider?.node.arguments ?? [];
  if (!provider || !options || options.type === 'SpreadElement') return undefined;
  const view = requestParams(ev, [{ node: options, frame: provider.frame, path: [] }], provider.node);
  return platformOfBase(view, ['baseURL']);
}

function isGenkitx(api: Api): boolean {
  for (let current: Api | undefined = api; current; current = current.from) {
    if (current.step.kind === 'module') return current.step.source === 'genkitx-anthropic';
  }
  return false;
}

/** The settings that `defaultSettingsMiddleware({ settings })` adds to every call of a wrapped model. */
function middlewareSettings(ev: Evaluator, options: RequestParams, nowhere: CallNode): RequestParams {
  const answers = [...options.get('middleware'), ...options.get('middleware[*]')];
  const roots = answers.flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const [maker] = makersOf(answer.value.api);
    const [first] = maker?.node.arguments ?? [];
    return maker && first ? [{ node: first, frame: maker.frame, path: ['settings'] }] : [];
  });
  return requestParams(ev, roots, nowhere);
}

/** A Genkit call without a model of its own uses the one its instance was made with. */
function genkitDefault(
  ev: Evaluator,
  models: readonly Answer[],
  operation: Operation,
  client: RequestParams | undefined,
): ClaudeTarget | undefined {
  if (!client || !models.every((m) => m.kind === 'absent')) return undefined;
  for (const model of client.get('model')) {
    const target = modelTarget(ev, model, operation, undefined);
    if (target) return target;
  }
  return undefined;
}

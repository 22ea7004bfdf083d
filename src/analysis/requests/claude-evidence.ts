/**
 * Does a call of a general SDK reach Claude? Decided by the model it names or the host it talks to.
 */
import { spreadOut } from '../clients/arguments.ts';
import { declaredPlatform, sdkValueOf } from '../clients/sdk-values.ts';
import { baseUrlsOf, clientBehind } from '../clients/client.ts';
import type { ClientHere } from '../clients/client.ts';
import type { Pieces } from '../values/text.ts';
import { makersOf, namesOf, rootOfApi } from '../values/origins.ts';
import type { Maker } from '../values/origins.ts';
import { hostOf, platformOfBase, platformOfUrl } from '../clients/hosts.ts';
import { gatewayOfHost, givesOtherModels } from '../sdk-surface/index.ts';
import { modelsOfAlias } from './alias-models.ts';
import { listedModels, modelValues } from './model-values.ts';
import { decoded } from '../values/encodings.ts';
import { requestParams, sometimesHas, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import { isOwnModule } from '../../project/own-modules.ts';
import type { Answer, Api, CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { unwrap } from '../syntax/nodes.ts';
import {
  isClaudeId,
  isClaudeText,
  isOtherModelId,
  namesAnthropic,
  servingOf,
} from '../sdk-surface/model-names.ts';

export interface ClaudeTarget {
  readonly platform: Platform;
  /** The gateway it goes through, by its id. */
  readonly gateway?: string | undefined;
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
  /** The client that it is made on. */
  readonly client: ClientHere | undefined;
}

/** Where the call goes if it goes to Claude; undefined if nothing shows that it does. */
export function claudeEvidence(ev: Evaluator, general: GeneralCall): ClaudeTarget | undefined {
  const { call, params, operation, platform, client } = general;
  const { evidence } = operation;
  if (!evidence) return undefined;
  const models = [
    ...modelValues(ev, call, operation, params),
    ...(operation.model === undefined ? [] : listedModels(ev, params, operation.model)),
  ];
  if (evidence.kind === 'base-url')
    return addressTarget(
      stringsOf(models),
      (evidence.in === 'request' ? params : client?.options)?.get(evidence.path) ?? [],
    );
  for (const model of evidence.path === operation.model ? models : params.get(evidence.path)) {
    const target = modelTarget(ev, model, operation, platform);
    if (target) return target;
  }
  if (operation.sdk === 'genkit') return genkitDefault(ev, models, operation, client);
  if (operation.claudeByDefault && models.every((m) => m.kind === 'absent'))
    return { platform: platform ?? 'anthropic' };
  const undecided =
    models.length === 0 || models.some((m) => (m.kind === 'unknown' || isOrigin(m)) && !isMadeOfOther(ev, m));
  if (undecided && evidence.options !== undefined && hasAnthropic(params, evidence.options)) {
    return { platform: platform ?? 'anthropic' };
  }
  if (undecided && evidence.mark && isMarked(ev, params, call, evidence.mark)) {
    return { platform: platform ?? 'anthropic' };
  }
  return undefined;
}

/** A client for any vendor that speaks one protocol: at Anthropic's address, or asked for Claude anywhere else. */
function addressTarget(ids: readonly Pieces[], addresses: readonly Answer[]): ClaudeTarget | undefined {
  const urls = stringsOf(addresses);
  const platforms = urls.map(platformOfUrl);
  if (platforms.includes('anthropic')) return { platform: 'openai-compatible' };
  if (!ids.some(isClaudeId)) return undefined;
  // Without an address a client reaches its own vendor: of a table with models of several, those of Claude go elsewhere.
  if (addresses.every(({ kind }) => kind === 'absent') && !ids.every(isClaudeId)) return undefined;
  const i = platforms.findIndex((each) => each !== 'other');
  if (urls.length > 0 && i < 0) return undefined;
  const platform = platforms[i] ?? 'openai-compatible';
  const url = urls[i];
  return platform === 'gateway'
    ? { platform, gateway: url && gatewayOfHost(hostOf(url) ?? '')?.id }
    : { platform: platform === 'anthropic' || platform === 'other' ? 'openai-compatible' : platform };
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

/** Something from outside, which is not known to be another vendor's: `openai("gpt-4o")` is. */
function isOrigin(answer: Answer): boolean {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
  const root = rootOfApi(answer.value.api);
  return root.kind !== 'module' || !givesOtherModels(root.source);
}

/** `pick("gpt-4o", "openai")`: what makes the model is told the name of another vendor's, whatever it is. */
function isMadeOfOther(ev: Evaluator, model: Answer): boolean {
  const api = model.kind === 'known' && model.value.kind === 'api' ? model.value.api : undefined;
  const written = unwrap(model.elsewhere ?? model.node);
  const made = api ? makersOf(api)[0] : undefined;
  const maker = made ?? (written.type === 'CallExpression' ? { node: written, frame: undefined } : undefined);
  const texts = (maker?.node.arguments ?? []).flatMap((argument) =>
    argument.type === 'SpreadElement' ? [] : stringsOf(ev.answers(argument, [], maker?.frame)),
  );
  return texts.some(([id]) => isOtherModelId(id ?? '')) && !texts.some(isClaudeText);
}

function hasAnthropic(params: RequestParams, path: string): boolean {
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
  if (!text || !(isClaudeText(text) || namesAnthropic(text))) return undefined;
  return platform === undefined ? servingOf(text[0] ?? '', operation) : { platform };
}

function originTarget(ev: Evaluator, api: Api, operation: Operation): ClaudeTarget | undefined {
  const said = declaredPlatform(api, ev.declared);
  if (said) return { platform: said };
  const value = sdkValueOf(api, ev.declared);
  const [maker] = makersOf(api);
  if (!value) return namedByOwnModule(ev, api) ? { platform: 'anthropic' } : undefined;
  if (value.row.model === 'by-provider') return throughProvider(ev, api, operation);
  const base = value.row.model ? providerBase(ev, api) : undefined;
  const elsewhere = base?.platform;
  if (elsewhere === 'other') return undefined;
  const gateway = base?.gateway ?? value.row.gateway;
  if (value.row.model === 'claude') {
    const { unpinnedBy: sdk } = value.row;
    const fixed = sdk && ({ ...operation, sdk, geo: { kind: 'impossible' } } as const);
    return {
      platform: elsewhere ?? value.platform ?? 'anthropic',
      gateway,
      ...(fixed && { operation: fixed }),
    };
  }
  if (value.row.model === 'by-id' && /claude/i.test(namesOf(api).at(-1) ?? ''))
    return { platform: value.platform ?? 'anthropic' };
  const first = spreadOut(ev, maker?.node.arguments ?? [])[value.row.idAt ?? 0];
  if (!maker || !first || first.type === 'SpreadElement') return undefined;
  if (value.row.model === 'by-id') {
    const ids = stringsOf(ev.answers(first, [], maker.frame));
    if (ids.some(isClaudeText)) {
      const vendor = value.row.idAt === undefined ? undefined : vendorOf(ev, maker);
      if (vendor !== undefined) return servingOf(`${vendor}/${ids[0]?.[0] ?? ''}`, operation);
      const through = value.row.idAt === undefined ? undefined : throughClient(ev, maker, ids);
      if (through) return through;
      return { platform: elsewhere ?? value.platform ?? 'anthropic', gateway };
    }
    return aliasTarget(ev, api, operation);
  }
  if (value.row.model === 'around') {
    for (const inner of ev.answers(first, [], maker.frame)) {
      const target = modelTarget(ev, inner, operation, undefined);
      if (target) return target;
    }
    return undefined;
  }
  if (value.row.model !== 'wrapped') return undefined;
  const options = requestParams(ev, [{ node: first, frame: maker.frame, path: [] }], maker.node);
  for (const inner of options.get('model')) {
    const target = modelTarget(ev, inner, operation, undefined);
    if (target) return { ...target, defaults: middlewareSettings(ev, options, maker.node) };
  }
  return undefined;
}

/** Where a model goes that has a name of the application's own. */
function aliasTarget(ev: Evaluator, api: Api, operation: Operation): ClaudeTarget | undefined {
  for (const model of modelsOfAlias(ev, api)) {
    const target = modelTarget(ev, model, operation, undefined);
    if (target) return target;
  }
  return undefined;
}

/** `registry.languageModel("anthropic:…")`, `model("claude-…")` from a module of the application's own. */
function namedByOwnModule(ev: Evaluator, api: Api): boolean {
  const root = rootOfApi(api);
  const [maker] = makersOf(api);
  const [first] = maker?.node.arguments ?? [];
  if (root.kind !== 'module' || !isOwnModule(root.source)) return false;
  if (!maker || !first || first.type === 'SpreadElement') return false;
  return stringsOf(ev.answers(first, [], maker.frame)).some((id) => isClaudeText(id) || namesAnthropic(id));
}

/** Where `createAnthropic({ baseURL })` sends the models it makes. */
function providerBase(
  ev: Evaluator,
  api: Api,
): { readonly platform: Platform | 'other' | undefined; readonly gateway: string | undefined } | undefined {
  const [, provider] = makersOf(api);
  const [options] = provider?.node.arguments ?? [];
  if (!provider || !options || options.type === 'SpreadElement') return undefined;
  const view = requestParams(ev, [{ node: options, frame: provider.frame, path: [] }], provider.node);
  const platform = platformOfBase(view, ['baseURL']);
  const [url] = stringsOf(view.get('baseURL'));
  return { platform, gateway: url && gatewayOfHost(hostOf(url) ?? '')?.id };
}

/** The model that a provider around another one makes: `wrapProvider({ provider: anthropic }).languageModel("…")`. */
function throughProvider(ev: Evaluator, api: Api, operation: Operation): ClaudeTarget | undefined {
  const [, wrapper] = makersOf(api);
  const [options] = wrapper?.node.arguments ?? [];
  if (!wrapper || !options || options.type === 'SpreadElement') return undefined;
  for (const inner of ev.answers(options, ['provider'], wrapper.frame)) {
    if (inner.kind !== 'known' || inner.value.kind !== 'api') continue;
    const target = originTarget(ev, { from: inner.value.api, step: api.step }, operation);
    if (target) return target;
  }
  return undefined;
}

/** Where the client sends that a model is made with: `new OpenAIChatCompletionsModel(client, "anthropic/claude-…")`. */
function throughClient(
  ev: Evaluator,
  { node, frame }: Maker,
  ids: readonly Pieces[],
): ClaudeTarget | undefined {
  const [first] = node.arguments;
  if (!first || first.type === 'SpreadElement') return undefined;
  for (const answer of ev.answers(first, [], frame)) {
    const behind =
      answer.kind === 'known' && answer.value.kind === 'api' && clientBehind(ev, answer.value.api);
    const urls = behind ? baseUrlsOf(behind) : [];
    if (stringsOf(urls).length > 0) return addressTarget(ids, urls);
  }
  return undefined;
}

/** The first argument of `getModel("anthropic", "claude-…")`. */
function vendorOf(ev: Evaluator, { node, frame }: Maker): string | undefined {
  const [first] = spreadOut(ev, node.arguments);
  if (!first || first.type === 'SpreadElement') return undefined;
  const [text] = stringsOf(ev.answers(first, [], frame));
  return text?.[0] ?? undefined;
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
  client: ClientHere | undefined,
): ClaudeTarget | undefined {
  // `ai.generate(prompt)`: text in place of a request.
  if (!client || !models.every((m) => m.kind !== 'known')) return undefined;
  for (const model of client.options.get('model')) {
    const target = modelTarget(ev, model, operation, undefined);
    if (target) return target;
  }
  return undefined;
}

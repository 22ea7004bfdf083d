/**
 * Every place in the file where a request to Claude is made, by import, by shape or by declaration.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { claudeEvidence, isClaudeText } from './claude-evidence.ts';
import type { ClaudeTarget } from './claude-evidence.ts';
import { declaredExports, makersOf, namesOf, rootOfApi, sdkValueOf } from './clients.ts';
import type { DeclaredClients, Maker, SdkValue } from './clients.ts';
import { mayHave, parsePath, requestParams, sometimesHas, stringsOf } from './request-params.ts';
import type { RequestParams, RequestRoot } from './request-params.ts';
import { platformOfBase } from './hosts.ts';
import { moduleOf, OPERATIONS, ROWS } from './sdk-surface/index.ts';
import type { Operation, Platform } from './sdk-surface/index.ts';
import { modelIdsOf } from './model-ids.ts';
import { calleeName, unwrap } from './nodes.ts';
import type { Api, CallNode, Node, Resolved } from './types.ts';
import type { Resolver } from './values/answers.ts';

/** One request to Claude. */
export interface CallSite {
  readonly operation: Operation;
  readonly platform: Platform;
  readonly node: CallNode;
  /** How it was recognised. */
  readonly via: 'declared' | 'http' | 'import' | 'shape';
  readonly params: RequestParams;
  /** Options of the client it goes through, when the file shows how that was made. */
  readonly client: RequestParams | undefined;
  /** The model's own default settings, for a wrapped model. */
  readonly defaults: RequestParams | undefined;
  /** Calls on the object that this site makes, with the options each passes. */
  readonly perCall: readonly RequestParams[];
  /** The models it asks for, over all ways through the code. */
  models(): Resolved;
  /** Those of their ids that the file shows, with `…` for pieces it does not. */
  modelNames(): readonly string[];
}

/** Puts a call site together; what is not given is not there. */
export function callSite(
  r: Resolver,
  site: Pick<CallSite, 'node' | 'operation' | 'params' | 'platform' | 'via'> & Partial<CallSite>,
): CallSite {
  const models = (): Resolved => modelIdsOf(r, site.node, site.operation, site.params);
  return {
    client: undefined,
    defaults: undefined,
    perCall: [],
    models,
    modelNames: () => stringsOf(models()).map((pieces) => pieces.map((piece) => piece ?? '…').join('')),
    ...site,
  };
}

/** Names a call must be written with to be looked at, unless it calls a plain name. */
const METHOD_NAMES: ReadonlySet<string> = new Set(
  [...ROWS.values()].flatMap((row) => (row.members ? Object.keys(row.members) : [])),
);

const PER_CALL_NAMES: ReadonlySet<string> = new Set(
  [...ROWS.values()].flatMap((row) => Object.keys(row.operation?.perCall?.methods ?? {})),
);

/** Method chains that only the Messages API has, on clients the file does not show. */
const SHAPES: readonly { readonly names: readonly string[]; readonly operation: Operation }[] = [
  { names: ['beta', 'messages', 'create'], operation: OPERATIONS.betaCreate },
  { names: ['beta', 'messages', 'stream'], operation: OPERATIONS.betaStream },
  { names: ['beta', 'messages', 'parse'], operation: OPERATIONS.betaParse },
  { names: ['beta', 'messages', 'toolRunner'], operation: OPERATIONS.toolRunner },
  { names: ['messages', 'batches', 'create'], operation: OPERATIONS.batchesCreate },
  { names: ['messages', 'countTokens'], operation: OPERATIONS.countTokens },
  { names: ['messages', 'create'], operation: OPERATIONS.create },
  { names: ['messages', 'stream'], operation: OPERATIONS.stream },
  { names: ['messages', 'parse'], operation: OPERATIONS.parse },
];

const SHAPE_NAMES: ReadonlySet<string> = new Set(SHAPES.map((s) => s.names.at(-1) as string));

/** Finds the call sites of one file, HTTP requests excepted. */
export function findCallSites(r: Resolver, declared: DeclaredClients): CallSite[] {
  const sites: CallSite[] = [];
  const usesSdk = importsSdk(r);
  for (const call of r.index.calls) {
    if (!isCandidate(r, call, declared)) continue;
    const site = siteAt(r, call, declared, usesSdk);
    if (site) sites.push(site);
  }
  return withPerCalls(r, sites);
}

/** True when the file imports one of Anthropic's own client packages, types included. */
export function importsSdk(r: Resolver): boolean {
  return r.index.program.body.some(
    (s) => s.type === 'ImportDeclaration' && /^@anthropic-ai\/(?:[\w-]+-)?sdk(?:\/|$)/.test(s.source.value),
  );
}

/** Functions that are passed on under a name like their own: `this.queryFn`, `deps.generateTextImpl`. */
const PASSED_ON = /^_?(?:query|generateText|streamText|generateObject|streamObject)/;

function isCandidate(r: Resolver, call: CallNode, declared: DeclaredClients): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return mayLeadOut(r, callee, declared);
  const name = calleeName(callee);
  if (name === undefined || call.type === 'NewExpression') return true;
  return METHOD_NAMES.has(name) || PASSED_ON.test(name);
}

/** Whether a plain name can stand for something of an SDK: an import from one, or a variable that may hold it. */
function mayLeadOut(r: Resolver, name: TSESTree.Identifier, declared: DeclaredClients): boolean {
  const definition = r.index.variableOf(name)?.defs[0];
  switch (definition?.type) {
    case 'ImportBinding': {
      const declaration = definition.parent as Node | null;
      if (declaration?.type !== 'ImportDeclaration') return true;
      const source = declaration.source.value;
      return moduleOf(source) !== undefined || declaredExports(source, declared) !== undefined;
    }
    case 'Variable': {
      const init = definition.node.init && unwrap(definition.node.init);
      return !init || !MADE_HERE.has(init.type);
    }
    case 'Parameter':
      return PASSED_ON.test(name.name);
    default:
      return false;
  }
}

/** Values that this file makes itself. */
const MADE_HERE: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
  'FunctionExpression',
  'Literal',
  'ObjectExpression',
  'TemplateLiteral',
]);

function siteAt(
  r: Resolver,
  call: CallNode,
  declared: DeclaredClients,
  usesSdk: boolean,
): CallSite | undefined {
  let found: CallSite | undefined;
  let shape: { operation: Operation; names: readonly string[] } | undefined;
  for (const answer of r.answers(call.callee, [])) {
    if (answer.kind === 'absent') continue;
    if (answer.kind === 'known' && answer.value.kind === 'api') {
      const { api } = answer.value;
      const value = sdkValueOf(api, declared);
      if (value?.row.operation) {
        const site = importedSite(r, call, api, value, value.row.operation, declared);
        // Of several possible clients the one that sends to Anthropic itself matters most.
        if (site?.platform === 'anthropic') return site;
        found ??= site;
      } else if (!value && mayBeClaude(api, declared)) {
        shape ??= shapeOf(namesOf(api), sourceOf(api));
      }
    } else if (answer.kind === 'unknown') {
      shape ??= shapeOf([...writtenNames(answer.node), ...answer.path]);
    }
  }
  return found ?? (shape && shapeSite(r, call, shape, usesSdk));
}

function importedSite(
  r: Resolver,
  call: CallNode,
  api: Api,
  value: SdkValue,
  operation: Operation,
  declared: DeclaredClients,
): CallSite | undefined {
  const params = paramsOf(r, call, operation);
  const maker = makersOf(api).find((m) => m.node !== call);
  const client = maker && makerOptions(r, maker);
  let target: ClaudeTarget | undefined = { platform: value.platform ?? 'anthropic' };
  if (operation.evidence)
    target = claudeEvidence(r, call, params, operation, value.platform, client, declared);
  if (!target || isOtherModel(params, operation, client)) return undefined;
  const redirected = redirection(r, operation, params, client, declared);
  if (redirected === 'other') return undefined;
  return callSite(r, {
    operation: target.operation ?? operation,
    platform: redirected ?? target.platform,
    node: call,
    via: value.declared ? 'declared' : 'import',
    params,
    client,
    defaults: target.defaults,
  });
}

/** Where the client is sent by a base URL, or by a function that makes another client. */
function redirection(
  r: Resolver,
  operation: Operation,
  params: RequestParams,
  client: RequestParams | undefined,
  declared: DeclaredClients,
): Platform | 'other' | undefined {
  if (operation.sdk === 'anthropic-sdk' && client) return platformOfBase(client, ['baseURL']);
  const factory = operation.clientFactory === undefined ? [] : params.get(operation.clientFactory);
  for (const answer of factory) {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') continue;
    for (const made of r.index.returnsOf(answer.value.node)) {
      for (const value of made ? r.answers(made, []) : []) {
        if (value.kind !== 'known' || value.value.kind !== 'api') continue;
        const platform = sdkValueOf(value.value.api, declared)?.platform;
        if (platform) return platform;
      }
    }
  }
  return platformOfBase(params, operation.baseUrls ?? []);
}

/** A client with a base URL of its own that asks for models of another vendor. */
function isOtherModel(
  params: RequestParams,
  operation: Operation,
  client: RequestParams | undefined,
): boolean {
  if (operation.sdk !== 'anthropic-sdk' || !operation.model || !client || !mayHave(client, 'baseURL'))
    return false;
  // `options.model ?? "glm-4.6"`: the names that the file shows decide.
  const names = stringsOf(params.get(operation.model));
  return names.length > 0 && !names.some(isClaudeText);
}

// --- by shape ------------------------------------------------------------------------------------

function mayBeClaude(api: Api, declared: DeclaredClients): boolean {
  const root = rootOfApi(api);
  if (root.kind === 'module') {
    // A package the surface knows, reached through a name it does not know, is something else.
    return (
      !moduleOf(root.source) && !declaredExports(root.source, declared) && !OTHER_PACKAGES.test(root.source)
    );
  }
  return root.kind === 'global';
}

/** Packages with a `messages.create` of their own. */
const OTHER_PACKAGES =
  /^(?:openai|twilio|mailgun|intercom|@sendbird|@prisma|@slack|@line\/|telnyx|plivo|messagebird|@vonage|googleapis|@googleapis|@microsoft\/|next-intl|vue-i18n|i18next|react-intl|groq-sdk|@mistralai|cohere|@google\/)/i;

/** The module or global name that an origin starts from, as evidence by name. */
function sourceOf(api: Api): string {
  const root = rootOfApi(api);
  return root.kind === 'module' ? root.source : '';
}

function shapeOf(
  names: readonly string[],
  source = '',
): { operation: Operation; names: readonly string[] } | undefined {
  if (!SHAPE_NAMES.has(names.at(-1) ?? '')) return undefined;
  const found = SHAPES.find(({ names: wanted }) =>
    wanted.every((n, i) => names[names.length - wanted.length + i] === n),
  );
  if (!found || names.includes('threads')) return undefined;
  return { operation: found.operation, names: [source, ...names] };
}

/** The identifiers an expression is written with. */
function writtenNames(node: Node): string[] {
  const target = unwrap(node);
  if (target.type === 'Identifier') return [target.name];
  if (target.type === 'CallExpression') return writtenNames(target.callee);
  if (target.type === 'MemberExpression') {
    return [...writtenNames(target.object), calleeName(target) ?? '*'];
  }
  return [];
}

function shapeSite(
  r: Resolver,
  call: CallNode,
  shape: { operation: Operation; names: readonly string[] },
  usesSdk: boolean,
): CallSite | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const { operation } = shape;
  const params = paramsOf(r, call, operation);
  if (!looksLikeRequest(params, operation, shape.names, usesSdk)) return undefined;
  return callSite(r, { operation, platform: 'anthropic', node: call, via: 'shape', params });
}

function looksLikeRequest(
  params: RequestParams,
  operation: Operation,
  names: readonly string[],
  usesSdk: boolean,
): boolean {
  if (params.roots.length === 0) return false;
  const [whole] = params.get('');
  if (
    whole?.kind === 'known' &&
    whole.value.kind !== 'object' &&
    whole.value.kind !== 'api' &&
    whole.value.kind !== 'instance'
  ) {
    return false;
  }
  if (operation.kind === 'batch') return mayHave(params, 'requests');
  const models = params.get('model');
  if (stringsOf(models).some(isClaudeText)) return true;
  if (sometimesHas(params, 'messages') && sometimesHas(params, 'max_tokens')) return true;
  if (!mayHave(params, 'messages')) return false;
  // Nobody else has `beta.messages.create` and its like.
  const told =
    usesSdk || operation.id.startsWith('beta.') || names.some((name) => /anthropic|claude/i.test(name));
  return told && (mayHave(params, 'max_tokens') || mayHave(params, 'model'));
}

// --- what a site passes -----------------------------------------------------------------------------

/** The view of the request that a call passes. */
export function paramsOf(r: Resolver, call: CallNode, operation: Operation): RequestParams {
  const given = call.arguments[operation.request];
  const follows =
    operation.requestMayFollow === true &&
    given !== undefined &&
    !isObject(r, given, call.arguments[operation.request + 1]);
  const main = rootsAt(call, operation.request + (follows ? 1 : 0));
  if (operation.bodyOverride && call.arguments[1]) {
    const override = requestParams(r, rootsAt(call, 1, ['body']), call);
    if (override.get('').every((a) => a.kind === 'known')) return override;
  }
  return requestParams(r, main, call);
}

/** True unless the argument shows that the request is the one after it. */
function isObject(r: Resolver, given: Node, following: Node | undefined): boolean {
  const answers = r.answers(given, []);
  return following
    ? answers.some((a) => a.kind === 'known' && a.value.kind === 'object')
    : !answers.some((a) => a.kind === 'known' && (a.value.kind === 'literal' || a.value.kind === 'text'));
}

function rootsAt(call: CallNode, position: number, path: readonly string[] = []): RequestRoot[] {
  const spread = call.arguments.findIndex((a) => a.type === 'SpreadElement');
  if (spread >= 0 && spread <= position) {
    const list = call.arguments[spread] as TSESTree.SpreadElement;
    return [{ node: list.argument, frame: undefined, path: [String(position - spread), ...path] }];
  }
  const node = call.arguments[position];
  return node ? [{ node, frame: undefined, path }] : [];
}

/** The options something was made with: the first argument of its maker. */
export function makerOptions(r: Resolver, maker: Maker): RequestParams | undefined {
  const [first] = maker.node.arguments;
  if (!first || first.type === 'SpreadElement') return undefined;
  return requestParams(r, [{ node: first, frame: maker.frame, path: [] }], maker.node);
}

// --- calls on made objects --------------------------------------------------------------------------

/** Adds, to sites that make something reusable, what each later call on it passes. */
function withPerCalls(r: Resolver, sites: readonly CallSite[]): CallSite[] {
  const makers = new Map(sites.filter((s) => s.operation.perCall).map((s) => [s.node, s]));
  if (makers.size === 0) return [...sites];
  const found = new Map<CallNode, RequestParams[]>();
  for (const call of r.index.calls) {
    if (!PER_CALL_NAMES.has(calleeName(call.callee) ?? '')) continue;
    for (const answer of r.answers(call.callee, [])) {
      if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
      const options = perCallOptions(r, call, answer.value.api, makers);
      if (options) found.set(options.maker, [...(found.get(options.maker) ?? []), options.params]);
    }
  }
  return sites.map((site) => ({ ...site, perCall: found.get(site.node) ?? [] }));
}

function perCallOptions(
  r: Resolver,
  call: CallNode,
  api: Api,
  makers: ReadonlyMap<CallNode, CallSite>,
): { maker: CallNode; params: RequestParams } | undefined {
  const roots: RequestRoot[] = [];
  let method: string | undefined;
  for (let current: Api | undefined = api; current; current = current.from) {
    const { step } = current;
    if (step.kind === 'member') {
      method = step.name;
    } else if (step.kind === 'call' || step.kind === 'new') {
      const site = makers.get(step.node);
      const perCall = site?.operation.perCall;
      if (perCall) {
        const last = namesOf(api).at(-1) ?? '';
        const position = Object.hasOwn(perCall.methods, last) ? perCall.methods[last] : undefined;
        if (position === undefined) return undefined;
        const own = call.arguments[position];
        if (own) roots.unshift({ node: own, frame: undefined, path: [] });
        return { maker: step.node, params: anyOf(r, roots, call) };
      }
      // A binder between the maker and the call: `model.bindTools(tools, { … }).invoke(…)`.
      const bound = step.node.arguments.at(-1);
      if (bound && calleeName(step.node.callee) !== method)
        roots.push({ node: bound, frame: step.frame, path: [] });
    }
  }
  return undefined;
}

/** A view that finds a path when any of the sources has it. */
function anyOf(r: Resolver, roots: readonly RequestRoot[], call: CallNode): RequestParams {
  return {
    roots,
    mentions: (word) => r.index.mentions(word),
    hasKey: (name) => r.index.hasKey(name),
    below: (node, path) => r.resolve(node, parsePath(path)),
    get(path) {
      for (const root of roots) {
        const answers = requestParams(r, [root], call).get(path);
        if (!answers.every((a) => a.kind === 'absent')) return answers;
      }
      return requestParams(r, roots.slice(0, 1), call).get(path);
    },
  };
}

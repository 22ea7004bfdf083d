/**
 * Requests to Claude that code makes over HTTP itself: by URL, or by headers only Claude's API has.
 */
import { callSite } from '../requests/call-site.ts';
import type { CallSite } from '../requests/call-site.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { makersOf, namesOf, rootOfApi } from '../values/origins.ts';
import { hostOf, pathOf, platformOfUrl } from '../clients/hosts.ts';
import { HOLE } from '../values/text.ts';
import type { Pieces } from '../values/text.ts';
import { asksForClaude, bodyOf, hasClaudeHeaders, looksLikeClaude } from './bodies.ts';
import { urlsOf, writtenUrls } from './urls.ts';
import type { WrittenUrl } from './urls.ts';
import { calleeName, isFunction, unwrap } from '../syntax/nodes.ts';
import { has, mayHave, paramsAt, sometimesHas, stringsOf } from '../values/object-view.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import { ENDPOINTS, gatewayOfHost, POST_MESSAGES } from '../sdk-surface/index.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, Api, CallNode, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** What a call that sends HTTP is usually named. */
const SENDS = /fetch|axios|ajax|request|post|send|http|^got$|^ky$|^call|invoke|superagent|needle/i;
/** Calls that take a URL and send nothing themselves: routes, mocks, assertions, string work. */
const DOES_NOT_SEND =
  /^(?:get|head|delete|options|replace|startsWith|includes|endsWith|match|test|url|log|info|debug|warn|error|nock|intercept|mock\w*|toBe\w*|toEqual|toHave\w*|toMatch\w*|toContain\w*|assert\w*|expect|describe|it|use|route|all)$/i;
const TEST_SERVERS =
  /^(?:msw|nock|supertest|fetch-mock|axios-mock-adapter|express|fastify|hono|koa|@hono\/|itty-router)/;

/** Bedrock and Vertex name the model in the path of the URL. */
const MODEL_IN_PATH = /\/(?:model\/([^/]+)\/(?:invoke|converse)|models\/([^/:]+):(?:streamRaw|raw)Predict)/;

/** Finds requests sent without an SDK. */
export function findHttpCalls(ev: Evaluator, file: SyntaxIndex): CallSite[] {
  const sites: CallSite[] = [];
  for (const call of file.calls) {
    if (call.type !== 'CallExpression') continue;
    const name = sendingName(call);
    if (!SENDS.test(name) || DOES_NOT_SEND.test(name) || call.arguments.length === 0) continue;
    const site = httpSite(ev, call);
    if (site) sites.push(site);
  }
  return sites;
}

/** The name of what is called; of the factory where a call's result is called. */
function sendingName(call: CallNode): string {
  const callee = unwrap(call.callee);
  return calleeName(callee.type === 'CallExpression' ? callee.callee : callee) ?? '';
}

function httpSite(ev: Evaluator, call: CallNode): CallSite | undefined {
  const callee = ev.answers(call.callee, []);
  // A helper of the file's own: the request is inside it, with these arguments.
  if (callee.some((a) => a.kind === 'known' && a.value.kind === 'function')) return undefined;
  const client = senderOf(callee);
  if (client === null) return undefined;
  const sdk = client && sdkValueOf(client, ev.declared);
  if (sdk && !isRawMethod(client)) return undefined;

  const options = withRequests(ev, optionsOf(call));
  const target = targetOf(ev, call, options, client, sdk?.platform);
  if (!target) return undefined;
  const params = bodyOf(ev, call, options);
  if (!isSent(params, options, ev, call, target)) return undefined;
  return callSite(ev, {
    operation: target.operation,
    platform: target.platform,
    node: call,
    via: 'http',
    params,
    url: target.url,
    gateway: target.gateway,
    ...inPath(call, target.url),
  });
}

function inPath(
  call: CallNode,
  url: Pieces | undefined,
): Pick<CallSite, 'modelNames' | 'models'> | undefined {
  const [, bedrock, vertex] = MODEL_IN_PATH.exec(url ? pathOf(url) : '') ?? [];
  const id = (bedrock ?? vertex)?.replace(/%3a/gi, ':');
  const [node] = call.arguments;
  if (id === undefined || !node) return undefined;
  const pieces = id.split(HOLE).flatMap((piece, i) => (i === 0 ? [piece] : [null, piece]));
  const value = id.includes(HOLE)
    ? ({ kind: 'text', pieces: pieces.filter((piece) => piece !== '') } as const)
    : ({ kind: 'literal', value: id } as const);
  return {
    models: () => [{ kind: 'known', value, node }],
    modelNames: () => [pieces.map((piece) => piece ?? '…').join('')],
  };
}

/**
 * The paths of the API that a call requests, whatever it does there.
 *
 * @returns empty for calls that send nothing, or not to a host of Anthropic's
 */
export function requestedPaths(ev: Evaluator, call: CallNode): { path: string; platform: Platform }[] {
  const name = sendingName(call);
  const sends = SENDS.test(name) || /^(?:get|delete|patch|put)$/i.test(name);
  if (call.type !== 'CallExpression' || !sends || call.arguments.length === 0) return [];
  const client = senderOf(ev.answers(call.callee, []));
  if (client === null) return [];
  const sdk = client && sdkValueOf(client, ev.declared)?.platform;
  return urlsOf(ev, optionsOf(call), client, sdk !== undefined).flatMap((url) => {
    const platform = sdk ?? platformOfUrl(url);
    const path = pathOf(url);
    return platform && platform !== 'other' && path.startsWith('/v1/') ? [{ path, platform }] : [];
  });
}

/** Where a request is sent, as the file writes it, and what its connection is made with. */
export function connectionOf(
  ev: Evaluator,
  call: CallNode,
): {
  readonly urls: readonly WrittenUrl[];
  readonly options: readonly RequestRoot[];
  readonly by: Api | undefined;
} {
  const client = senderOf(ev.answers(call.callee, [])) ?? undefined;
  const options = optionsOf(call);
  const made = (client ? makersOf(client) : []).flatMap(({ node, frame }) =>
    optionsOf(node).map((option): RequestRoot => ({ node: option, frame, path: [] })),
  );
  return {
    urls: writtenUrls(ev, options, client, false),
    options: [...options.map((node): RequestRoot => ({ node, frame: undefined, path: [] })), ...made],
    by: client,
  };
}

/** The origin of what is called, as far as the file shows it; null for what is known to send nothing. */
function senderOf(callee: readonly Answer[]): Api | null | undefined {
  let client: Api | undefined;
  for (const answer of callee) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const root = rootOfApi(answer.value.api);
    if (root.kind === 'module' && TEST_SERVERS.test(root.source)) return null;
    if (root.kind === 'global' && root.name === 'console') return null;
    client = answer.value.api;
  }
  return client;
}

/** `client.post(path, …)` and `client.request(…)` of an SDK client. */
function isRawMethod(api: Api): boolean {
  const method = namesOf(api).at(-1);
  return method === 'post' || method === 'request';
}

interface HttpTarget {
  readonly operation: Operation;
  readonly platform: Platform;
  /** The URL alone proves it. */
  readonly certain: boolean;
  readonly url: Pieces | undefined;
  readonly gateway?: string | undefined;
}

/** The arguments that can hold options, the URL excepted. */
function optionsOf(call: CallNode): Node[] {
  return call.arguments.filter((a) => a.type !== 'SpreadElement' && !isFunction(unwrap(a)));
}

/** The arguments, and the options of a `new Request(url, { … })` among them. */
function withRequests(ev: Evaluator, options: readonly Node[]): Node[] {
  const [first] = options;
  if (!first || options.length > 1) return [...options];
  const made = ev.answers(first, []).flatMap((answer): Node[] => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const { api } = answer.value;
    const [maker] = makersOf(api);
    const init = namesOf(api)[0] === 'Request' ? maker?.node.arguments[1] : undefined;
    return init && init.type !== 'SpreadElement' ? [init] : [];
  });
  return [first, ...made];
}

function targetOf(
  ev: Evaluator,
  call: CallNode,
  options: readonly Node[],
  client: Api | undefined,
  sdkPlatform: Platform | undefined,
): HttpTarget | undefined {
  let elsewhere = false;
  const urls = urlsOf(ev, options, client, sdkPlatform !== undefined);
  for (const url of urls) {
    const platform = sdkPlatform ?? platformOfUrl(url);
    if (platform === 'other') {
      elsewhere = true;
      continue;
    }
    const path = pathOf(url);
    const endpoint = ENDPOINTS.find((e) => e.pattern.test(path));
    const host = hostOf(url);
    if (platform && endpoint) {
      const anyVendor = ANY_VENDOR.has(platform) || (endpoint.shared === true && platform !== 'anthropic');
      if (!anyVendor || asksForClaude(bodyOf(ev, call, options))) {
        const gateway = platform === 'gateway' ? gatewayOfHost(host ?? '')?.id : undefined;
        return { operation: endpoint.operation, platform, gateway, certain: true, url };
      }
      elsewhere = true;
      continue;
    }
    if (platform) {
      // Any model may stand in the path; only a body for Claude has this field.
      if (MODEL_IN_PATH.test(path) && sometimesHas(bodyOf(ev, call, options), 'anthropic_version'))
        return { operation: POST_MESSAGES, platform, certain: true, url };
      // The host is Claude's and the path is not known: what is sent decides.
      if (url.at(-1) === null || path === '' || path === '/') return messages(platform, url);
      // Files, models and the like: no request to a model.
      elsewhere = true;
      continue;
    }
    const hostKnown = host !== undefined && !host.includes(HOLE);
    if (endpoint && atAnyHost(ev, call, options, endpoint.shared === true, hostKnown)) {
      const serving = endpoint.shared === true ? 'openai-compatible' : 'anthropic';
      return { operation: endpoint.operation, platform: serving, certain: true, url };
    }
    if (hostKnown && !hasClaudeHeaders(ev, options)) elsewhere = true;
  }
  if (elsewhere) return undefined;
  const [only] = urls;
  const url = urls.length === 1 ? only : undefined;
  if (hasClaudeHeaders(ev, options)) return messages('anthropic', url);
  const body = bodyOf(ev, call, options);
  const named = stringsOf(body.get('model')).some((id) => (id[0] ?? '').startsWith('claude-'));
  return named && sometimesHas(body, 'messages') && sometimesHas(body, 'max_tokens')
    ? messages('anthropic', url)
    : undefined;
}

/**
 * True when a request to a host that no table has goes to Claude: a proxy in front of it.
 *
 * @param shared other vendors have the path as well
 * @param hostKnown the host is written down, so that only what is sent can say that it is a proxy
 */
function atAnyHost(
  ev: Evaluator,
  call: CallNode,
  options: readonly Node[],
  shared: boolean,
  hostKnown: boolean,
): boolean {
  if (!shared && hasClaudeHeaders(ev, options)) return true;
  const body = bodyOf(ev, call, options);
  return shared || hostKnown ? asksForClaude(body) : looksLikeClaude(body);
}

/** Platforms that serve models of other vendors at the same paths. */
const ANY_VENDOR: ReadonlySet<Platform> = new Set<Platform>(['gateway', 'vercel-gateway']);

function messages(platform: Platform, url: Pieces | undefined): HttpTarget {
  return { operation: POST_MESSAGES, platform, certain: false, url };
}

/** A request that carries content: it has a body, or is sent with POST. */
function isSent(
  params: RequestParams,
  options: readonly Node[],
  ev: Evaluator,
  call: CallNode,
  target: HttpTarget,
): boolean {
  const methods = options.flatMap((node) => stringsOf(paramsAt(ev, node).get('method')));
  const known = methods.filter((m) => m[0] !== null);
  if (known.length > 0 && known.every((m) => !/^post$/i.test(m.join('')))) return false;
  if (target.certain)
    return params.roots.length > 0 || methods.length > 0 || calleeName(call.callee) === 'post';
  return (
    params.roots.length > 0 &&
    mayHave(params, 'messages') &&
    (looksLikeClaude(params) || !has(params, 'messages'))
  );
}

/**
 * Requests to Claude that code makes over HTTP itself: by URL, or by headers only Claude's API has.
 */
import { callSite } from '../requests/call-site.ts';
import type { CallSite } from '../requests/call-site.ts';
import { hostOf, pathOf, platformOfUrl } from '../clients/hosts.ts';
import { HOLE } from '../values/text.ts';
import type { Pieces } from '../values/text.ts';
import { asksForClaude, looksLikeClaude } from './payloads.ts';
import { addressesOf, httpCallAt, isRawMethod, seemsToSend, sendingName } from './http-call.ts';
import type { HttpCall } from './http-call.ts';
import { calleeName } from '../syntax/nodes.ts';
import { has, mayHave, paramsAt, sometimesHas, stringsOf } from '../values/object-view.ts';
import { ENDPOINTS, gatewayOfHost, POST_MESSAGES } from '../sdk-surface/index.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import type { CallNode, Frame } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** Calls that take a URL and send nothing themselves: routes, mocks, assertions, string work. */
const DOES_NOT_SEND =
  /^(?:get|head|delete|options|replace|startsWith|includes|endsWith|match|test|url|log|info|debug|warn|error|nock|intercept|mock\w*|toBe\w*|toEqual|toHave\w*|toMatch\w*|toContain\w*|assert\w*|expect|describe|it|use|route|all)$/i;

/** Bedrock and Vertex name the model in the path of the URL. */
const MODEL_IN_PATH = /\/(?:model\/([^/]+)\/(?:invoke|converse)|models\/([^/:]+):(?:streamRaw|raw)Predict)/;

/** Finds which calls send requests without an SDK. */
export function findHttpCalls(ev: Evaluator, calls: readonly CallNode[]): CallSite[] {
  return calls.flatMap((call) => (isSending(ev, call) ? (httpSite(ev, httpCallAt(ev, call)) ?? []) : []));
}

/**
 * The request that a call sends without an SDK for one caller, whose arguments say where it goes and what it holds.
 *
 * @param frame in which the call is read
 * @returns undefined where it sends none, or nothing that is seen
 */
export function httpSiteIn(ev: Evaluator, call: CallNode, frame: Frame): CallSite | undefined {
  const site = isSending(ev, call) ? httpSite(ev, httpCallAt(ev, call, frame)) : undefined;
  return site && site.params.roots.length > 0 ? site : undefined;
}

function isSending(ev: Evaluator, call: CallNode): boolean {
  return (
    call.type === 'CallExpression' && seemsToSend(ev, call) && !DOES_NOT_SEND.test(sendingName(ev, call))
  );
}

function httpSite(ev: Evaluator, http: HttpCall): CallSite | undefined {
  const { call, sender, sdk } = http;
  if (http.isHelper || !http.sends) return undefined;
  if (sdk && sender && !isRawMethod(sender)) return undefined;
  const target = targetOf(http);
  if (!target || !isSent(ev, http, target)) return undefined;
  return callSite(ev, {
    operation: target.operation,
    platform: target.platform,
    node: call,
    via: 'http',
    params: http.body(),
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

interface HttpTarget {
  readonly operation: Operation;
  readonly platform: Platform;
  /** The URL alone proves it. */
  readonly certain: boolean;
  readonly url: Pieces | undefined;
  readonly gateway?: string | undefined;
}

/** Where a call goes if it goes to Claude. */
function targetOf(http: HttpCall): HttpTarget | undefined {
  const urls = addressesOf(http);
  let elsewhere = false;
  // A path says less than the address of the client it is asked of.
  const whole = urls.filter((url) => hostOf(url) !== undefined);
  for (const url of whole.length > 0 ? whole : urls) {
    const target = targetAt(http, url);
    if (target === 'elsewhere') elsewhere = true;
    else if (target) return target;
  }
  if (elsewhere) return undefined;
  const [only] = urls;
  const url = urls.length === 1 ? only : undefined;
  if (http.hasClaudeHeaders()) return messages('anthropic', url);
  const body = http.body();
  const named = stringsOf(body.get('model')).some((id) => (id[0] ?? '').startsWith('claude-'));
  return named && sometimesHas(body, 'messages') && sometimesHas(body, 'max_tokens')
    ? messages('anthropic', url)
    : undefined;
}

/** What one address says; undefined where it leaves it open. */
function targetAt(http: HttpCall, url: Pieces): HttpTarget | 'elsewhere' | undefined {
  const platform = http.sdk?.platform ?? platformOfUrl(url);
  if (platform === 'other') return 'elsewhere';
  const path = pathOf(url);
  const endpoint = ENDPOINTS.find((e) => e.pattern.test(path));
  const host = hostOf(url);
  if (platform && endpoint) {
    const anyVendor = ANY_VENDOR.has(platform) || (endpoint.shared === true && platform !== 'anthropic');
    if (anyVendor && !asksForClaude(http.body())) return 'elsewhere';
    const gateway = platform === 'gateway' ? gatewayOfHost(host ?? '')?.id : undefined;
    return { operation: endpoint.operation, platform, gateway, certain: true, url };
  }
  if (platform) {
    // Any model may stand in the path; only a body for Claude has this field.
    if (MODEL_IN_PATH.test(path) && sometimesHas(http.body(), 'anthropic_version'))
      return { operation: POST_MESSAGES, platform, certain: true, url };
    // The host is Claude's and the path is not known: what is sent decides.
    if (url.at(-1) === null || path === '' || path === '/') return messages(platform, url);
    // Files, models and the like: no request to a model.
    return 'elsewhere';
  }
  const hostKnown = host !== undefined && !host.includes(HOLE);
  if (endpoint && atAnyHost(http, endpoint.shared === true, hostKnown)) {
    const serving = endpoint.shared === true ? 'openai-compatible' : 'anthropic';
    return { operation: endpoint.operation, platform: serving, certain: true, url };
  }
  return hostKnown && !http.hasClaudeHeaders() ? 'elsewhere' : undefined;
}

/**
 * True when a request to a host that no table has goes to Claude: a proxy in front of it.
 *
 * @param shared other vendors have the path as well
 * @param hostKnown the host is written down, so that only what is sent can say that it is a proxy
 */
function atAnyHost(http: HttpCall, shared: boolean, hostKnown: boolean): boolean {
  if (!shared && http.hasClaudeHeaders()) return true;
  return shared || hostKnown ? asksForClaude(http.body()) : looksLikeClaude(http.body());
}

/** Platforms that serve models of other vendors at the same paths. */
const ANY_VENDOR: ReadonlySet<Platform> = new Set<Platform>(['gateway', 'vercel-gateway']);

function messages(platform: Platform, url: Pieces | undefined): HttpTarget {
  return { operation: POST_MESSAGES, platform, certain: false, url };
}

/** A request that carries content: it has a body, or is sent with POST. */
function isSent(ev: Evaluator, http: HttpCall, target: HttpTarget): boolean {
  const params = http.body();
  const methods = http.options.flatMap((node) => stringsOf(paramsAt(ev, node).get('method')));
  const known = methods.filter((m) => m[0] !== null);
  if (known.length > 0 && known.every((m) => !/^post$/i.test(m.join('')))) return false;
  if (target.certain)
    return params.roots.length > 0 || methods.length > 0 || calleeName(http.call.callee) === 'post';
  return (
    params.roots.length > 0 &&
    mayHave(params, 'messages') &&
    (looksLikeClaude(params) || !has(params, 'messages'))
  );
}

/**
 * Requests to Claude that code makes over HTTP itself: by URL, or by headers only Claude's API has.
 */
import { callSite } from './call-sites.ts';
import type { CallSite } from './call-sites.ts';
import { isClaudeText } from './claude-evidence.ts';
import { makersOf, namesOf, rootOfApi, sdkValueOf } from './clients.ts';
import type { DeclaredClients } from './clients.ts';
import { HOLE, hostOf, platformOfUrl } from './hosts.ts';
import type { Pieces } from './hosts.ts';
import { calleeName, isFunction, unwrap } from './nodes.ts';
import { has, mayHave, requestParams, sometimesHas, stringsOf } from './request-params.ts';
import type { RequestParams, RequestRoot } from './request-params.ts';
import { CLAUDE_HEADERS, ENDPOINTS, OPERATIONS } from './sdk-surface/index.ts';
import type { Operation, Platform } from './sdk-surface/index.ts';
import type { Answer, Api, CallNode, Frame, Node } from './types.ts';
import type { Resolver } from './values/answers.ts';
import { isJsonStringify } from './values/call-results.ts';

/** What a call that sends HTTP is usually named. */
const SENDS = /fetch|axios|ajax|request|post|send|http|^got$|^ky$|^call|invoke|superagent|needle/i;
/** Calls that take a URL and send nothing themselves: routes, mocks, assertions, string work. */
const DOES_NOT_SEND =
  /^(?:get|head|delete|options|replace|startsWith|includes|endsWith|match|test|url|log|info|debug|warn|error|nock|intercept|mock\w*|toBe\w*|toEqual|toHave\w*|toMatch\w*|toContain\w*|assert\w*|expect|describe|it|use|route|all)$/i;
const TEST_SERVERS =
  /^(?:msw|nock|supertest|fetch-mock|axios-mock-adapter|express|fastify|hono|koa|@hono\/|itty-router)/;

/** Where a call puts what it sends, most specific first. `` is the argument itself. */
const BODY_KEYS = ['body', 'json', 'data', 'payload'];

/** Finds requests sent without an SDK. */
export function findHttpCalls(r: Resolver, declared: DeclaredClients): CallSite[] {
  const sites: CallSite[] = [];
  for (const call of r.index.calls) {
    if (call.type !== 'CallExpression') continue;
    const name = sendingName(call);
    if (!SENDS.test(name) || DOES_NOT_SEND.test(name) || call.arguments.length === 0) continue;
    const site = httpSite(r, call, declared);
    if (site) sites.push(site);
  }
  return sites;
}

/** The name of what is called; of the factory where a call's result is called. */
function sendingName(call: CallNode): string {
  const callee = unwrap(call.callee);
  return calleeName(callee.type === 'CallExpression' ? callee.callee : callee) ?? '';
}

function httpSite(r: Resolver, call: CallNode, declared: DeclaredClients): CallSite | undefined {
  const callee = r.answers(call.callee, []);
  // A helper of the file's own: the request is inside it, with these arguments.
  if (callee.some((a) => a.kind === 'known' && a.value.kind === 'function')) return undefined;
  let client: Api | undefined;
  for (const answer of callee) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const root = rootOfApi(answer.value.api);
    if (root.kind === 'module' && TEST_SERVERS.test(root.source)) return undefined;
    if (root.kind === 'global' && root.name === 'console') return undefined;
    client = answer.value.api;
  }
  const sdk = client && sdkValueOf(client, declared);
  if (sdk && !isRawMethod(client as Api)) return undefined;

  const options = optionsOf(call);
  const target = targetOf(r, call, options, client, sdk?.platform);
  if (!target) return undefined;
  const params = bodyOf(r, call, options);
  if (!isSent(params, options, r, call, target)) return undefined;
  return callSite(r, {
    operation: target.operation,
    platform: target.platform,
    node: call,
    via: 'http',
    params,
  });
}

/**
 * The paths of the API that a call requests, whatever it does there.
 *
 * @returns empty for calls that send nothing, or not to a host of Anthropic's
 */
export function requestedPaths(
  r: Resolver,
  call: CallNode,
  declared: DeclaredClients,
): { path: string; platform: Platform }[] {
  const name = sendingName(call);
  const sends = SENDS.test(name) || /^(?:get|delete|patch|put)$/i.test(name);
  if (call.type !== 'CallExpression' || !sends || call.arguments.length === 0) return [];
  let client: Api | undefined;
  for (const answer of r.answers(call.callee, [])) {
    if (answer.kind === 'known' && answer.value.kind === 'api') client = answer.value.api;
  }
  const root = client && rootOfApi(client);
  if (root?.kind === 'module' && TEST_SERVERS.test(root.source)) return [];
  const sdk = client && sdkValueOf(client, declared)?.platform;
  return urlsOf(r, call, optionsOf(call), client, sdk !== undefined).flatMap((url) => {
    const platform = sdk ?? platformOfUrl(url);
    const path = pathOf(url);
    return platform && platform !== 'other' && path.startsWith('/v1/') ? [{ path, platform }] : [];
  });
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
}

/** The arguments that can hold options, the URL excepted. */
function optionsOf(call: CallNode): Node[] {
  return call.arguments.filter((a) => a.type !== 'SpreadElement' && !isFunction(unwrap(a)));
}

function targetOf(
  r: Resolver,
  call: CallNode,
  options: readonly Node[],
  client: Api | undefined,
  sdkPlatform: Platform | undefined,
): HttpTarget | undefined {
  let elsewhere = false;
  for (const url of urlsOf(r, call, options, client, sdkPlatform !== undefined)) {
    const platform = sdkPlatform ?? platformOfUrl(url);
    if (platform === 'other') {
      elsewhere = true;
      continue;
    }
    const path = pathOf(url);
    const endpoint = ENDPOINTS.find((e) => e.pattern.test(path));
    if (platform && endpoint) return { operation: endpoint.operation, platform, certain: true };
    if (platform) {
      // The host is Claude's and the path is not known: what is sent decides.
      if (url.at(-1) === null || path === '' || path === '/') return messages(platform);
      continue;
    }
    const host = hostOf(url);
    const hostKnown = host !== undefined && !host.includes(HOLE);
    if (
      endpoint &&
      endpoint.shared !== true &&
      !hostKnown &&
      (hasClaudeHeaders(r, options) || looksLikeClaude(bodyOf(r, call, options)))
    ) {
      return { operation: endpoint.operation, platform: 'anthropic', certain: true };
    }
    if (hostKnown && !hasClaudeHeaders(r, options)) elsewhere = true;
  }
  if (elsewhere) return undefined;
  if (hasClaudeHeaders(r, options)) return messages('anthropic');
  const body = bodyOf(r, call, options);
  const named = stringsOf(body.get('model')).some((id) => (id[0] ?? '').startsWith('claude-'));
  return named && sometimesHas(body, 'messages') && sometimesHas(body, 'max_tokens')
    ? messages('anthropic')
    : undefined;
}

function messages(platform: Platform): HttpTarget {
  return {
    operation: { ...OPERATIONS.create, id: 'POST /v1/messages', sdk: 'http', bodyOverride: false },
    platform,
    certain: false,
  };
}

/** The URL's path, without query. */
function pathOf(url: Pieces): string {
  const text = url.map((piece) => piece ?? HOLE).join('');
  return text.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}

// --- the URL --------------------------------------------------------------------------------------

function urlsOf(
  r: Resolver,
  call: CallNode,
  options: readonly Node[],
  client: Api | undefined,
  isSdk: boolean,
): Pieces[] {
  const bases = client ? baseUrls(r, client) : [];
  const found: Pieces[] = [];
  const [first] = options;
  if (first) found.push(...textsOf(r, first, undefined, []));
  for (const node of options) {
    const view = requestParams(r, [{ node, frame: undefined, path: [] }], call);
    // `client.request({ method, path, body })` of the SDK.
    for (const key of isSdk ? ['path'] : ['url', 'uri'])
      if (sometimesHas(view, key)) found.push(...textsOf(r, node, undefined, [key]));
    for (const key of ['hostname', 'host']) {
      for (const host of stringsOf(view.get(key))) {
        const paths = stringsOf(view.get('path'));
        found.push(
          ...(paths.length > 0 ? paths : [[null]]).map((path) => ['https://', ...host, ...path] as Pieces),
        );
      }
    }
    for (const base of stringsOf(view.get('baseURL'))) bases.push(base);
  }
  const joined = found.map(mergePieces);
  const relative = joined.filter((url) => !/^[a-z]+:\/\//i.test(url[0] ?? ''));
  return [
    ...joined,
    ...bases.flatMap((base) => relative.map((path) => mergePieces([...base, '/', ...path]))),
  ];
}

function mergePieces(pieces: Pieces): Pieces {
  const merged: (string | null)[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') {
      merged[merged.length - 1] =
        last.endsWith('/') && piece.startsWith('/') ? last + piece.slice(1) : last + piece;
    } else {
      merged.push(piece);
    }
  }
  return merged;
}

/** The strings an expression can be, `new URL(path, base)` and `url.toString()` included. */
function textsOf(r: Resolver, node: Node, frame: Frame | undefined, path: readonly string[]): Pieces[] {
  return r.answers(node, path, frame).flatMap((answer): Pieces[] => {
    const texts = stringsOf([answer]);
    if (texts.length > 0) return texts;
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const [maker] = makersOf(answer.value.api);
    const names = namesOf(answer.value.api);
    const [relative, base] = maker?.node.arguments ?? [];
    if (!maker || !relative || !(names[0] === 'URL' || names[0] === 'Request')) return [];
    if (!base || names[0] === 'Request') return textsOf(r, relative, maker.frame, []);
    return textsOf(r, base, maker.frame, []).flatMap((b) =>
      textsOf(r, relative, maker.frame, []).map((p) => [
        ...b.map((piece) => piece?.replace(/\/$/, '') ?? null),
        ...p,
      ]),
    );
  });
}

/** The base URL of an HTTP client instance: `axios.create({ baseURL })`, `got.extend({ prefixUrl })`. */
function baseUrls(r: Resolver, client: Api): Pieces[] {
  const [maker] = makersOf(client);
  const [first] = maker?.node.arguments ?? [];
  if (!maker || !first || first.type === 'SpreadElement') return [];
  const view = requestParams(r, [{ node: first, frame: maker.frame, path: [] }], maker.node);
  return ['baseURL', 'prefixUrl', 'baseUrl'].flatMap((key) => stringsOf(view.get(key)));
}

// --- what is sent -----------------------------------------------------------------------------------

function hasClaudeHeaders(r: Resolver, options: readonly Node[]): boolean {
  return options.some((node) => {
    const view = requestParams(r, [{ node, frame: undefined, path: [] }], node);
    return [...CLAUDE_HEADERS].some(
      (name) =>
        sometimesHas(view, `headers.${name}`) ||
        headersObject(r, view.get('headers'), name) ||
        sometimesHas(view, name),
    );
  });
}

/** `headers: new Headers({ … })`. */
function headersObject(r: Resolver, headers: readonly Answer[], name: string): boolean {
  return headers.some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
    const [maker] = makersOf(answer.value.api);
    const [first] = maker?.node.arguments ?? [];
    if (!maker || !first || namesOf(answer.value.api)[0] !== 'Headers') return false;
    return r.answers(first, [name], maker.frame).some((a) => a.kind === 'known');
  });
}

function looksLikeClaude(params: RequestParams): boolean {
  if (stringsOf(params.get('model')).some(isClaudeText)) return true;
  return sometimesHas(params, 'messages') && sometimesHas(params, 'max_tokens');
}

/** A request that carries content: it has a body, or is sent with POST. */
function isSent(
  params: RequestParams,
  options: readonly Node[],
  r: Resolver,
  call: CallNode,
  target: HttpTarget,
): boolean {
  const methods = options.flatMap((node) =>
    stringsOf(requestParams(r, [{ node, frame: undefined, path: [] }], call).get('method')),
  );
  if (methods.some((m) => m[0] !== null && !/^post$/i.test(m.join('')))) return false;
  if (target.certain)
    return params.roots.length > 0 || methods.length > 0 || calleeName(call.callee) === 'post';
  return (
    params.roots.length > 0 &&
    mayHave(params, 'messages') &&
    (looksLikeClaude(params) || !has(params, 'messages'))
  );
}

/** The body, looked through `JSON.stringify`, wherever the call's style puts it. */
function bodyOf(r: Resolver, call: CallNode, options: readonly Node[]): RequestParams {
  const roots: RequestRoot[] = [];
  for (const node of [...options].reverse()) {
    for (const key of BODY_KEYS) {
      const view = requestParams(r, [{ node, frame: undefined, path: [] }], call);
      if (mayHave(view, key)) roots.push(...decoded(r, node, [key]));
      if (roots.length > 0) return requestParams(r, roots, call);
    }
  }
  // axios.post(url, body), ky-like helpers: the body is an argument of its own.
  const [, second] = options;
  if (second && !isOptions(r, second, call)) roots.push(...decoded(r, second, []));
  if (roots.length === 0) roots.push(...written(r, call));
  return requestParams(r, roots, call);
}

function isOptions(r: Resolver, node: Node, call: CallNode): boolean {
  const view = requestParams(r, [{ node, frame: undefined, path: [] }], call);
  return ['headers', 'method', 'timeout', 'responseType'].some((key) => sometimesHas(view, key));
}

/** The value that a body is the JSON of. */
function decoded(r: Resolver, node: Node, path: readonly string[], frame?: Frame): RequestRoot[] {
  const roots: RequestRoot[] = [];
  for (const answer of r.answers(node, path, frame)) {
    if (answer.kind === 'absent') continue;
    const api = answer.kind === 'known' && answer.value.kind === 'api' ? answer.value.api : undefined;
    const [maker] = api ? makersOf(api) : [];
    const [first] = maker?.node.arguments ?? [];
    if (maker && first && api?.step.kind === 'call' && encodes(r, maker.node)) {
      roots.push(...decoded(r, first, [], maker.frame));
    } else {
      roots.push({ node, frame, path });
    }
  }
  return roots.filter(
    (root, i) => roots.findIndex((o) => o.node === root.node && o.frame === root.frame) === i,
  );
}

/** `JSON.stringify(x)`, `Buffer.from(x)`, `encoder.encode(x)`. */
function encodes(r: Resolver, call: CallNode): boolean {
  const name = calleeName(call.callee) ?? '';
  return (
    isJsonStringify(r, call) || name === 'encode' || (name === 'from' && namesOfCallee(call) === 'Buffer')
  );
}

function namesOfCallee(call: CallNode): string {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : '';
}

/** `.post(url).set(…).send(body)`. */
function sentOn(r: Resolver, call: Node): RequestRoot[] | undefined {
  const member = call.parent;
  const next = member?.type === 'MemberExpression' ? member.parent : undefined;
  if (next?.type !== 'CallExpression') return undefined;
  const [body] = next.arguments;
  return calleeName(next.callee) === 'send' && body ? decoded(r, body, []) : sentOn(r, next);
}

/** `request.write(body)`, `request.end(body)`, `.send(body)` on what the call returns. */
function written(r: Resolver, call: CallNode): RequestRoot[] {
  const chained = sentOn(r, call);
  if (chained) return chained;
  const declarator = call.parent.type === 'VariableDeclarator' ? call.parent : undefined;
  const variable = declarator && r.index.declaredBy(declarator)[0];
  if (!variable) return [];
  return ['write', 'end'].flatMap((name) =>
    r.index.callsNamed(name).flatMap((send) => {
      const callee = unwrap(send.callee);
      const [body] = send.arguments;
      const same =
        callee.type === 'MemberExpression' && r.index.variableOf(unwrap(callee.object)) === variable;
      return same && body && body.type !== 'SpreadElement' ? decoded(r, body, []) : [];
    }),
  );
}

/**
 * A call over HTTP: what sends it, where to, with what. Worked out once a call, for everybody who asks.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { spreadOut } from '../clients/arguments.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import type { SdkValue } from '../clients/sdk-values.ts';
import { isTyped } from '../clients/client.ts';
import { pathOf, platformOfUrl } from '../clients/hosts.ts';
import { comesFrom, makersOf, namesOf, rootOfApi } from '../values/origins.ts';
import { literalOf } from '../values/answers.ts';
import { HOLE } from '../values/text.ts';
import type { Pieces } from '../values/text.ts';
import { calleeName, isFunction, literalText, unwrap, writtenKey } from '../syntax/nodes.ts';
import { once } from '../syntax/once.ts';
import { requestParams } from '../values/object-view.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import { ENDPOINTS } from '../sdk-surface/index.ts';
import type { Platform } from '../sdk-surface/index.ts';
import { BUILDERS, HTTP_PACKAGE, HTTP_PACKAGE_IN_TEXT, MAKES_CLIENTS } from '../sdk-surface/http-packages.ts';
import type { Answer, Api, CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import { builtRequest } from './builders.ts';
import { bodyOf, hasClaudeHeaders } from './payloads.ts';
import { writtenUrls } from './urls.ts';
import type { WrittenUrl } from './urls.ts';

/** A call as one that sends HTTP. Everything but its names is worked out when it is asked for. */
export interface HttpCall {
  readonly call: CallNode;
  /** The name of what is called; of the factory where a call's result is called. */
  readonly name: string;
  /** The origin of what is called, as far as the file shows it. */
  readonly sender: Api | undefined;
  /** False for what is known to send nothing: servers, stand-ins, the console. */
  readonly sends: boolean;
  /** It calls a function of the file, or of a module that knows of Claude: the request is inside it, with these arguments. */
  readonly isHelper: boolean;
  /** The client of an SDK that it goes through. */
  readonly sdk: SdkValue | undefined;
  /** The arguments that can hold options or a URL. */
  readonly options: readonly Node[];
  /** Every address that it can be sent to, with the places where they are written. */
  readonly urls: () => readonly WrittenUrl[];
  readonly body: () => RequestParams;
  /** It has headers that only Claude's API asks for. */
  readonly hasClaudeHeaders: () => boolean;
}

/** What a call that sends HTTP is usually named. */
const SENDS = /fetch|axios|ajax|request|post|send|http|^got$|^ky$|^call|invoke|superagent|needle/i;
/** Calls that ask for something and send no content. */
const ASKS = /^(?:get|delete|patch|put)$/i;
const TEST_SERVERS =
  /^(?:msw|nock|supertest|fetch-mock|axios-mock-adapter|express|fastify|hono|koa|@hono\/|itty-router)/;

const memory = new WeakMap<Evaluator, Map<CallNode, HttpCall>>();

/** True for a call that seems to send something: by its name, by its address, or by the package of the client. */
export function seemsToSend(ev: Evaluator, call: CallNode): boolean {
  if (call.arguments.length === 0)
    return importsHttpClient(ev.index.indexOf(call)) && ENDS_CHAIN.has(calleeName(call.callee) ?? '');
  return SENDS.test(sendingName(ev, call)) || isAddressed(call) || isOfHttpClient(ev, call);
}

/** Methods that send what the calls before them have put together. */
const ENDS_CHAIN: ReadonlySet<string> = new Set(BUILDERS.flatMap(({ sends }) => Object.keys(sends)));

/** Its first argument is an address of the API: `api('/v1/messages', …)`. */
function isAddressed({ arguments: [first] }: CallNode): boolean {
  const text =
    first?.type === 'TemplateLiteral'
      ? first.quasis.map(({ value }) => value.raw).join(HOLE)
      : first && literalText(first);
  return text !== undefined && ENDPOINTS.some(({ pattern }) => pattern.test(text));
}

/** What is called comes from a package of HTTP clients, and is not what makes another. */
function isOfHttpClient(ev: Evaluator, call: CallNode): boolean {
  if (!importsHttpClient(ev.index.indexOf(call)) || MAKES_CLIENTS.has(calleeName(call.callee) ?? ''))
    return false;
  const from = ev.answers(call.callee, []);
  return comesFrom(from, HTTP_PACKAGE) && !BUILDERS.some(({ module }) => comesFrom(from, module));
}

const importing = new WeakMap<SyntaxIndex, boolean>();

function importsHttpClient(file: SyntaxIndex): boolean {
  let imports = importing.get(file);
  if (imports === undefined) importing.set(file, (imports = HTTP_PACKAGE_IN_TEXT.test(file.text)));
  return imports;
}

/**
 * A call, read as one over HTTP.
 *
 * @param frame in which it is read: what a caller hands in decides where it goes
 */
export function httpCallAt(ev: Evaluator, call: CallNode, frame?: Frame): HttpCall {
  if (frame) return readCall(ev, call, frame);
  let known = memory.get(ev);
  if (!known) {
    known = new Map<CallNode, HttpCall>();
    memory.set(ev, known);
  }
  let found = known.get(call);
  if (!found) known.set(call, (found = readCall(ev, call, undefined)));
  return found;
}

function readCall(ev: Evaluator, call: CallNode, frame: Frame | undefined): HttpCall {
  const callee = ev.answers(call.callee, [], frame);
  const sender = senderOf(callee);
  const sdk = sender ? sdkValueOf(sender, ev.declared) : undefined;
  const built = sender ? builtRequest(ev, call, sender) : undefined;
  const options = built ? [...built.options] : withRequests(ev, optionsOf(ev, call), frame);
  const headers = once(() => ({ found: hasClaudeHeaders(ev, options, frame) }));
  return {
    call,
    name: sendingName(ev, call),
    sender: sender ?? undefined,
    sends: sender !== null,
    isHelper: callee.some(
      (a) => a.kind === 'known' && a.value.kind === 'function' && makesRequest(ev, call, a.value.node),
    ),
    sdk,
    options,
    urls: once(
      () =>
        built?.urls ??
        writtenUrls(ev, { options, frame }, { api: sender ?? undefined, isSdk: sdk?.platform !== undefined }),
    ),
    body: once(() => (built ? requestParams(ev, built.body, call) : bodyOf(ev, call, options, frame))),
    hasClaudeHeaders: () => headers().found,
  };
}

/** False for a function of a module that sends whatever it is handed to wherever it is told: only the call says that it is Claude. */
function makesRequest(ev: Evaluator, call: CallNode, fn: Node): boolean {
  const file = ev.index.indexOf(fn);
  return file === ev.index.indexOf(call) || /anthropic\.com|anthropic-version|claude-/i.test(file.text);
}

/** The name of what is called; of the factory where a call's result is called, of the function that is handed on to be called. */
export function sendingName(ev: Evaluator, call: CallNode): string {
  const [first] = call.arguments;
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression') {
    const method = writtenKey(callee) ?? '';
    const called = method === 'apply' && calleeName(callee.object) === 'Reflect' ? first : callee.object;
    if (called && (method === 'apply' || method === 'call')) return calleeName(called) ?? '';
  }
  const name =
    calleeName(callee.type === 'CallExpression' ? (boundIn(callee) ?? callee.callee) : callee) ?? '';
  if (SENDS.test(name)) return name;
  const handed = first && unwrap(first);
  if (handed?.type === 'Identifier' && FETCHES.test(handed.name)) return handed.name;
  return callee.type === 'Identifier' ? (aliasedSender(ev, callee) ?? name) : name;
}

/** `fetch` of `fetch.bind(globalThis)`. */
function boundIn({ callee }: TSESTree.CallExpression): Node | undefined {
  const bind = unwrap(callee);
  return bind.type === 'MemberExpression' && writtenKey(bind) === 'bind' ? bind.object : undefined;
}

/** The function that another name stands for: `const ask = fetch.bind(globalThis)`. */
function aliasedSender(ev: Evaluator, callee: Node): string | undefined {
  const definition = ev.index.variableOf(callee)?.defs[0];
  let made =
    definition?.type === 'Variable' && definition.node.init ? unwrap(definition.node.init) : undefined;
  if (made?.type === 'CallExpression') {
    // `withRetry(fetch)` gives a function that does as much.
    made = boundIn(made) ?? made.arguments[0];
  }
  const name =
    made?.type === 'Identifier' || made?.type === 'MemberExpression' ? calleeName(made) : undefined;
  return name !== undefined && FETCHES.test(name) ? name : undefined;
}

/** Names under which nothing but a function that sends goes. */
const FETCHES = /^(?:fetch|axios|got|ky|superagent|needle)$/;

/** The origin of what is called, as far as the file shows it; null for what is known to send nothing. */
function senderOf(callee: readonly Answer[]): Api | null | undefined {
  let client: Api | undefined;
  for (const answer of callee) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const { api } = answer.value;
    const root = rootOfApi(api);
    if (root.kind === 'module' && TEST_SERVERS.test(root.source)) return null;
    if (root.kind === 'global' && root.name === 'console') return null;
    // What makes it says more than its annotation.
    if (!client || !isTyped(api)) client = api;
  }
  return client;
}

function optionsOf(ev: Evaluator, call: CallNode): Node[] {
  const options = spreadOut(ev, handedOn(call)).filter(
    (a) => a.type !== 'SpreadElement' && !isFunction(unwrap(a)),
  );
  // `needle('post', url, body)`, `centra(url, 'POST')`
  return options.filter((option) => !isVerb(option));
}

/** What the function gets that sends: `x` and `y` of `f(x, y)`, `f.call(self, x, y)`, `f.apply(self, [x, y])`. */
function handedOn(call: CallNode): readonly Node[] {
  const last = call.arguments.at(-1);
  const callee = unwrap(call.callee);
  const method = callee.type === 'MemberExpression' ? writtenKey(callee) : undefined;
  if (method === 'apply' && last?.type === 'ArrayExpression')
    return last.elements.filter((each) => each !== null);
  return method === 'call' ? call.arguments.slice(1) : call.arguments;
}

function isVerb(argument: Node): boolean {
  const text = literalText(argument);
  return text !== undefined && /^(?:delete|get|head|options|patch|post|put)$/i.test(text);
}

/** The arguments, and the options of a `new Request(url, { … })` among them. */
function withRequests(ev: Evaluator, options: readonly Node[], frame: Frame | undefined): Node[] {
  const [first] = options;
  if (!first || options.length > 1) return [...options];
  const made = ev.answers(first, [], frame).flatMap((answer): Node[] => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const { api } = answer.value;
    const [maker] = makersOf(api);
    const init = namesOf(api)[0] === 'Request' ? maker?.node.arguments[1] : undefined;
    return init && init.type !== 'SpreadElement' ? [init] : [];
  });
  return [first, ...made];
}

/** True for `client.post(path, …)` and `client.request(…)` of an SDK client. */
export function isRawMethod(api: Api): boolean {
  const method = namesOf(api).at(-1);
  return method === 'post' || method === 'request';
}

/**
 * The paths of the API that a call requests, whatever it does there.
 *
 * @returns empty for calls that send nothing, or not to a host of Anthropic's
 */
export function requestedPaths(ev: Evaluator, call: CallNode): { path: string; platform: Platform }[] {
  const name = sendingName(ev, call);
  const asks = SENDS.test(name) || ASKS.test(name);
  if (call.type !== 'CallExpression' || !asks || call.arguments.length === 0) return [];
  const { sends, sdk, urls } = httpCallAt(ev, call);
  if (!sends) return [];
  return urls().flatMap(({ pieces }) => {
    const platform = sdk?.platform ?? platformOfUrl(pieces);
    const path = pathOf(pieces);
    return platform && platform !== 'other' && path.startsWith('/v1/') ? [{ path, platform }] : [];
  });
}

/** The method of a call over HTTP, in capitals; undefined where the file does not show it. */
export function verbOf(ev: Evaluator, call: CallNode): string | undefined {
  const name = sendingName(ev, call);
  if (ASKS.test(name) || /^post$/i.test(name)) return name.toUpperCase();
  const said = httpCallAt(ev, call).options.flatMap((option) => ev.answers(option, ['method']));
  const [verb] = said.map(literalOf).filter((each) => typeof each === 'string');
  if (verb !== undefined) return verb.toUpperCase();
  // What fetch and its like do by themselves.
  return /^(?:fetch|got|ky)$/.test(name) && said.every((a) => a.kind === 'absent') ? 'GET' : undefined;
}

/** Where a request is sent, and what its connection is made with. */
export interface Connection {
  readonly urls: readonly WrittenUrl[];
  /** Options of the request and of the client that sends it. */
  readonly options: readonly RequestRoot[];
  readonly by: Api | undefined;
}

/** The connection of a request over HTTP. */
export function connectionOf(ev: Evaluator, call: CallNode): Connection {
  const { sender, options, urls } = httpCallAt(ev, call);
  const made = (sender ? makersOf(sender) : []).flatMap(({ node, frame }) =>
    optionsOf(ev, node).map((option): RequestRoot => ({ node: option, frame, path: [] })),
  );
  return {
    urls: urls(),
    options: [...options.map((node): RequestRoot => ({ node, frame: undefined, path: [] })), ...made],
    by: sender,
  };
}

/** The addresses of a call, without the places. */
export function addressesOf(http: HttpCall): Pieces[] {
  return http.urls().map(({ pieces }) => pieces);
}

/**
 * Every place in the file where a request to Claude is made, by import, by shape or by declaration.
 */
import { boundArguments, paramsOf, writtenArguments } from '../clients/arguments.ts';
import { madeBefore } from '../clients/client.ts';
import type { ClientHere } from '../clients/client.ts';
import { calleesOf } from '../clients/sdk-calls.ts';
import { movedTo } from './agent-switches.ts';
import { callSite } from './call-site.ts';
import type { CallSite } from './call-site.ts';
import { isCandidate } from '../clients/candidates.ts';
import { gatewayNames, gatewayOf } from '../clients/declared-gateways.ts';
import { claudeEvidence } from './claude-evidence.ts';
import { isClaudeText } from '../sdk-surface/model-names.ts';
import type { ClaudeTarget } from './claude-evidence.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { makersOf, namesOf } from '../values/origins.ts';
import type { Maker } from '../values/origins.ts';
import type { SdkValue } from '../clients/sdk-values.ts';
import { hostOf, platformOfBase } from '../clients/hosts.ts';
import { boundBy, handedFunctions } from './handed-functions.ts';
import type { Asked, HandedFunctions } from './handed-functions.ts';
import { namesOfHeld } from './held-functions.ts';
import { withPerCalls } from './per-call-options.ts';
import { mayHave, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { DECLARABLE_PLATFORMS, gatewayOfHost } from '../sdk-surface/index.ts';
import type { Operation, Platform } from '../sdk-surface/index.ts';
import { mayBeClaude, shapeOf, shapeSite, sourceOf } from './shapes.ts';
import { writtenNames } from '../syntax/written-names.ts';
import type { Shape } from './shapes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import { calleeName, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Api, CallNode, Frame, Path, Unknown } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { remembered } from '../../project/remembered.ts';

/** What the search for the requests of one file knows of it before it looks at a call, and of calls that it looked at. */
interface FileSearch {
  readonly ev: Evaluator;
  readonly usesSdk: boolean;
  /** Names under which functions that make requests are held; undefined where the file only ever calls them. */
  readonly names: ReadonlySet<string> | undefined;
  readonly gateways: ReadonlySet<string>;
  readonly plain: Map<CallNode, CallSite | undefined>;
  readonly handed: HandedFunctions | undefined;
}

const searches = new WeakMap<Evaluator, Map<SyntaxIndex, FileSearch>>();

/**
 * Finds which of the calls of one file, the asking one or a module, are requests, HTTP requests excepted.
 *
 * @param calls all that the file has, or some
 */
export function findCallSites(ev: Evaluator, file: SyntaxIndex, calls: readonly CallNode[]): CallSite[] {
  const search = searchOf(ev, file);
  const sites = calls.flatMap((call) => plainSite(search, call) ?? []);
  const handed = calls.flatMap((call) => search.handed?.at(call) ?? []);
  return withPerCalls(ev, file, [...sites, ...handed]);
}

function searchOf(ev: Evaluator, file: SyntaxIndex): FileSearch {
  let byFile = searches.get(ev);
  if (!byFile) searches.set(ev, (byFile = new Map<SyntaxIndex, FileSearch>()));
  return remembered(byFile, file, () => {
    const usesSdk = importsSdk(file);
    const names = namesOfHeld(ev, file);
    const search: FileSearch = {
      ev,
      usesSdk,
      names,
      gateways: gatewayNames(ev, file),
      plain: new Map<CallNode, CallSite | undefined>(),
      handed:
        names &&
        handedFunctions({
          ev,
          file,
          names,
          isPlain: (call) => plainSite(search, call) !== undefined,
          siteOf: (functions, asked) => siteOf(ev, functions, asked, usesSdk),
        }),
    };
    return search;
  });
}

/** The request that a call is as it stands. */
function plainSite(
  { ev, usesSdk, names, gateways, plain }: FileSearch,
  call: CallNode,
): CallSite | undefined {
  return remembered(plain, call, () => {
    if (!isCandidate(ev, call) && !callsMemberOf(names, call) && !callsNamed(gateways, call))
      return undefined;
    return siteOf(ev, calleesOf(ev, call), { call, passed: writtenArguments(call.arguments) }, usesSdk);
  });
}

/** Calls of gateways that are declared; also under another name, for one that is imported as the default. */
function callsNamed(names: ReadonlySet<string>, { callee }: CallNode): boolean {
  if (names.size === 0) return false;
  const target = unwrap(callee);
  return target.type === 'Identifier' || names.has(calleeName(target) ?? '');
}

/** `api.generate(…)` with `const api = { generate: generateText }`. */
function callsMemberOf(names: ReadonlySet<string> | undefined, { callee }: CallNode): boolean {
  const target = unwrap(callee);
  return names !== undefined && target.type === 'MemberExpression' && names.has(writtenKey(target) ?? '');
}

/** True when the file imports one of Anthropic's own client packages, types included. */
export function importsSdk(file: SyntaxIndex): boolean {
  return file.program.body.some(
    (s) => s.type === 'ImportDeclaration' && /^@anthropic-ai\/(?:[\w-]+-)?sdk(?:\/|$)/.test(s.source.value),
  );
}

/** The request that is made where one of these functions is called. */
function siteOf(
  ev: Evaluator,
  functions: readonly Answer[],
  asked: Asked,
  usesSdk: boolean,
): CallSite | undefined {
  let found: CallSite | undefined;
  let shape: Shape | undefined;
  for (const answer of functions) {
    if (answer.kind === 'absent') continue;
    const bound = boundBy(answer);
    if (bound) {
      const passed = boundArguments(bound.node.arguments.slice(1), bound.frame, asked.passed);
      const site = siteOf(ev, [bound.fn], { ...asked, passed }, usesSdk);
      if (site) return site;
    } else if (answer.kind === 'known' && answer.value.kind === 'api') {
      const { api } = answer.value;
      const value = sdkValueOf(api, ev.declared);
      if (value?.row.operation) {
        const site = importedSite(ev, asked, api, value, value.row.operation);
        // Of several possible clients the one that sends to Anthropic itself matters most.
        if (site?.platform === 'anthropic') return site;
        found ??= site;
      } else if (gatewayOf(ev, api)) {
        found ??= gatewaySite(ev, asked, api);
      } else if (!value && mayBeClaude(api, ev.declared) && !isMadeOfOwn(ev, api)) {
        shape ??= shapeOf(namesOf(api), sourceOf(api));
      }
    } else if (answer.kind === 'unknown' && !wrapsOwn(ev, answer)) {
      shape ??= shapeOf([...writtenNames(answer.elsewhere ?? answer.node), ...answer.path]);
    }
  }
  return found ?? (shape && shapeSite(ev, asked, shape, usesSdk));
}

/**
 * The request to Claude that a call of a general SDK is for one of the callers of the function around it: which model is
 * asked, or at which address, may be theirs to say.
 */
export function siteFor(ev: Evaluator, call: CallNode, frame: Frame): CallSite | undefined {
  if (!isCandidate(ev, call)) return undefined;
  for (const answer of ev.answers(call.callee, [], frame)) {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
    const { api } = answer.value;
    const value = sdkValueOf(api, ev.declared);
    if (!value?.row.operation?.evidence) continue;
    const asked = { call, passed: writtenArguments(call.arguments, 0, frame) };
    const site = importedSite(ev, asked, api, value, value.row.operation);
    if (site) return site;
  }
  return undefined;
}

/** `wrap(new MockClient())`: what a function of unknown insides is handed, of which the file shows the method itself. */
function wrapsOwn(ev: Evaluator, { node, elsewhere, path }: Unknown): boolean {
  const call = unwrap(elsewhere ?? node);
  return call.type === 'CallExpression' && shows(ev, { node: call, frame: undefined }, path);
}

/** The same for functions and classes of other packages and of the language. */
function isMadeOfOwn(ev: Evaluator, api: Api): boolean {
  const [maker] = makersOf(api);
  const names = namesOf(api);
  return maker !== undefined && shows(ev, maker, names.slice(names.lastIndexOf('()') + 1));
}

function shows(ev: Evaluator, { node, frame }: Maker, path: Path): boolean {
  return (
    path.length > 0 &&
    node.arguments.some(
      (argument) =>
        argument.type !== 'SpreadElement' &&
        ev.answers(argument, path, frame).some((a) => a.kind === 'known' && a.value.kind === 'function'),
    )
  );
}

/** A call of a gateway, of which no more is known than what is declared. */
function gatewaySite(ev: Evaluator, { call, passed }: Asked, api: Api): CallSite | undefined {
  const contract = gatewayOf(ev, api);
  const platform = DECLARABLE_PLATFORMS.find((each) => each === contract?.platform) ?? 'anthropic';
  const operation: Operation = { id: namesOf(api).join('.'), sdk: 'gateway', kind: 'inference', request: 0 };
  const params = paramsOf(ev, call, operation, passed);
  return callSite(ev, { operation, platform, node: call, via: 'declared', params, contract });
}

function importedSite(
  ev: Evaluator,
  { call, passed }: Asked,
  api: Api,
  value: SdkValue,
  operation: Operation,
): CallSite | undefined {
  const params = paramsOf(ev, call, operation, passed);
  const client = madeBefore(ev, api, call);
  let target: ClaudeTarget | undefined = { platform: value.platform ?? 'anthropic' };
  if (operation.evidence)
    target = claudeEvidence(ev, { call, params, operation, platform: value.platform, client });
  if (!target || isOtherModel(params, operation, client)) return undefined;
  const redirected =
    operation.sdk === 'agent-sdk'
      ? movedTo(ev, call, (variable) => params.get(`options.env.${variable}`))
      : redirection(ev, operation, params, client);
  if (redirected === 'other') return undefined;
  return callSite(ev, {
    operation: target.operation ?? operation,
    platform: redirected ?? target.platform,
    node: call,
    via: value.declared ? 'declared' : 'import',
    params,
    client,
    defaults: target.defaults,
    gateway:
      redirected === undefined ? (target.gateway ?? operation.gateway) : gatewayAt(params, operation, client),
  });
}

/** The gateway that a base URL leads to. */
function gatewayAt(
  params: RequestParams,
  operation: Operation,
  client: ClientHere | undefined,
): string | undefined {
  const urls = [
    ...(client?.options.get('baseURL') ?? []),
    ...(operation.baseUrls ?? []).flatMap((path) => params.get(path)),
  ];
  return stringsOf(urls)
    .map((url) => gatewayOfHost(hostOf(url) ?? '')?.id)
    .find((id) => id !== undefined);
}

/** Where the client is sent by a base URL, or by a function that makes another client. */
function redirection(
  ev: Evaluator,
  operation: Operation,
  params: RequestParams,
  client: ClientHere | undefined,
): Platform | 'other' | undefined {
  if (operation.sdk === 'anthropic-sdk' && client) return platformOfBase(client.options, ['baseURL']);
  const factory = operation.clientFactory === undefined ? [] : params.get(operation.clientFactory);
  for (const answer of factory) {
    if (answer.kind !== 'known' || answer.value.kind !== 'function') continue;
    for (const made of ev.index.returnsOf(answer.value.node)) {
      for (const value of made ? ev.answers(made, []) : []) {
        if (value.kind !== 'known' || value.value.kind !== 'api') continue;
        const platform = sdkValueOf(value.value.api, ev.declared)?.platform;
        if (platform) return platform;
      }
    }
  }
  return operation.sdk === 'openai' ? undefined : platformOfBase(params, operation.baseUrls ?? []);
}

/** A client with a base URL of its own that asks for models of another vendor. */
function isOtherModel(params: RequestParams, operation: Operation, client: ClientHere | undefined): boolean {
  if (operation.sdk !== 'anthropic-sdk' || !operation.model || !client || !mayHave(client.options, 'baseURL'))
    return false;
  // `options.model ?? "glm-4.6"`: the names that the file shows decide.
  const names = stringsOf(params.get(operation.model));
  return names.length > 0 && !names.some(isClaudeText);
}

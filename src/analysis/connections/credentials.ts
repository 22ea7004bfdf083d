/**
 * What a file gives to Claude's clients and requests as credentials, and the strings it puts together.
 */
import { isClaudeText } from '../sdk-surface/model-names.ts';
import type { CallSite } from '../requests/call-site.ts';
import { sdkValueOf } from '../clients/sdk-values.ts';
import { makersOf, namesOf, rootOfApi } from '../values/origins.ts';
import { hostOf, isAtAnthropic, isLoopback, keyVariableAt, platformOfBase } from '../clients/hosts.ts';
import type { Pieces } from '../values/text.ts';
import { besideModel } from './configurations.ts';
import { credentialHeaders } from './credential-headers.ts';
import { handedOptions } from './handed-options.ts';
import type { HandedOptions } from './handed-options.ts';
import { isFunction } from '../syntax/nodes.ts';
import { parsePath, stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { optionsAt } from '../clients/sdk-calls.ts';
import type { ClientHere } from '../clients/client.ts';
import { variablesSet } from '../clients/environment.ts';
import { CREDENTIAL_VARIABLES } from '../sdk-surface/index.ts';
import type { Platform } from '../sdk-surface/index.ts';
import type { Answer, CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** A value that stands where a credential of Claude is taken. */
export interface CredentialUse {
  /** What takes it, as the file writes it: `apiKey`, `x-api-key`, `ANTHROPIC_API_KEY`. */
  readonly name: string;
  /** The client or call that takes it; undefined for variables and headers without one. */
  readonly call: CallNode | undefined;
  /** The environment variable that is read in its place, if there is one. */
  readonly variable: string | undefined;
  /** Every value it can have, wrappers and functions that only pass it on taken off. */
  readonly answers: readonly Answer[];
  /** The client sends to this machine. */
  readonly loopback: boolean;
}

/**
 * The clients and calls of the file that take credentials of Claude, each once.
 *
 * @param asksClaude true for what makes a client that a request of the file goes through
 */
export function credentialTakers(
  ev: Evaluator,
  clients: readonly ClientHere[],
  asksClaude: (maker: CallNode) => boolean,
): ClientHere[] {
  const found = new Map<CallNode, ClientHere>();
  for (const client of clients) {
    const { call, takes } = client;
    if (takes.credentials.length === 0 || !takesByCall(client) || found.has(call)) continue;
    if (concernsClaude(ev, client, asksClaude)) found.set(call, client);
  }
  return [...found.values()];
}

/** What a call is given; a provider that was only cloned is given nothing here. */
function takesByCall({ makes, operation }: ClientHere): boolean {
  return makes || operation !== undefined;
}

/** Everything that the file gives to Claude as a credential. */
export function findCredentialUses(
  ev: Evaluator,
  takers: readonly ClientHere[],
  sites: readonly CallSite[],
): CredentialUse[] {
  return [
    ...takers.flatMap((taker) => givenTo(ev, taker)),
    ...handedOptions(ev).flatMap((each) => handedTo(ev, each)),
    ...sites.flatMap((site) => serverTokens(ev, site)),
    ...credentialHeaders(ev, takers, sites).map((header) => ({
      ...header,
      call: undefined,
      answers: bare(ev, ev.answers(header.value, [])),
      loopback: false,
    })),
    ...variableWrites(ev),
    ...memberWrites(ev),
    ...configuredKeys(ev),
  ];
}

function givenTo(ev: Evaluator, taker: ClientHere): CredentialUse[] {
  const { call, takes } = taker;
  const urls = urlsOf(ev, taker);
  const loopback = urls.some((url) => isLoopback(hostOf(url) ?? ''));
  return takes.credentials.flatMap(({ argument, path, variable = urls.map(keyVariableAt)[0] }) => {
    const given = call.arguments[argument];
    if (!given || given.type === 'SpreadElement') return [];
    const keys = parsePath(path);
    const last = keys.at(-1);
    if (last !== undefined && !ev.index.mentions(last)) return [];
    const answers = bare(ev, ev.answers(given, keys));
    return answers.length > 0 ? [{ name: last ?? 'apiKey', call, variable, answers, loopback }] : [];
  });
}

/** What a call hands to a function of another module, which gives it to a client that it makes. */
function handedTo(ev: Evaluator, { call, client, given }: HandedOptions): CredentialUse[] {
  if (client.takes.vendors) return [];
  const loopback = client.takes.baseUrls
    .flatMap((path) => stringsOf(given(path)))
    .some((url) => isLoopback(hostOf(url) ?? ''));
  return client.takes.credentials.flatMap(({ argument, path, variable }) => {
    const answers = bare(ev, given(path, argument));
    const name = parsePath(path).at(-1) ?? 'apiKey';
    return answers.length > 0 ? [{ name, call, variable, answers, loopback }] : [];
  });
}

/** `mcp_servers[].authorization_token`: a credential of another service, in a request to Claude. */
function serverTokens(ev: Evaluator, site: CallSite): CredentialUse[] {
  const name = 'authorization_token';
  if (!site.params.mentions(name)) return [];
  const answers = bare(ev, site.params.get(`mcp_servers[*].${name}`));
  return [{ name, call: site.node, variable: undefined, answers, loopback: false }];
}

/** `process.env.ANTHROPIC_API_KEY = "…"`, `{ env: { ANTHROPIC_API_KEY: "…" } }`. */
function variableWrites(ev: Evaluator): CredentialUse[] {
  return [...CREDENTIAL_VARIABLES].flatMap((name) =>
    variablesSet(ev, name).map(({ value }) => ({
      name,
      call: undefined,
      variable: undefined,
      answers: bare(ev, value),
      loopback: false,
    })),
  );
}

/** `client.apiKey = "…"` on a client. */
function memberWrites(ev: Evaluator): CredentialUse[] {
  return ['apiKey', 'authToken', 'webhookKey'].flatMap((name) =>
    ev.index.writesToMember(name).flatMap(({ target, value }) => {
      for (const answer of ev.answers(target.object, [])) {
        if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
        const held = sdkValueOf(answer.value.api, ev.declared)?.row.holds?.[name];
        if (held === undefined) continue;
        const answers = bare(ev, ev.answers(value, []));
        return [{ name, call: undefined, variable: held, answers, loopback: false }];
      }
      return [];
    }),
  );
}

/** `{ apiKey: "…", model: "claude-opus-5" }`, whoever is configured with it. */
function configuredKeys(ev: Evaluator): CredentialUse[] {
  return besideModel(ev, KEY_NAMES).map(({ key, value }) => ({
    name: key.type === 'Identifier' ? key.name : 'apiKey',
    call: undefined,
    variable: 'ANTHROPIC_API_KEY',
    answers: bare(ev, ev.answers(value, [])),
    loopback: false,
  }));
}

const KEY_NAMES = ['apiKey', 'api_key', 'apikey', 'authToken', 'auth_token'];

/** False for clients that are sent elsewhere, and for shared ones that nothing connects with Claude. */
function concernsClaude(
  ev: Evaluator,
  client: ClientHere,
  asksClaude: (maker: CallNode) => boolean,
): boolean {
  const { call, node, takes, makes, operation, sdk } = client;
  const options = optionsOf(ev, client);
  const isAt = (at: Platform | 'other'): boolean =>
    options.some((view) => platformOfBase(view, takes.baseUrls) === at);
  if (takes.vendors === 'by-url') {
    if (options.some((view) => isAtAnthropic(view, takes.baseUrls))) return true;
    // A choice of models may have one of its own vendor's, which needs no address.
    if (asksClaude(node ?? call) && (sdk === 'openai' || isToldAddress(options, takes.baseUrls))) return true;
    // At a gateway it may be asked for Claude by another module.
    return isAt('gateway') && namesClaude(ev);
  }
  if (isAt('other')) return false;
  const isShared = makes ? takes.vendors === 'by-model' : operation?.evidence?.kind === 'model';
  return !isShared || namesClaude(ev) || asksClaude(node ?? call);
}

function isToldAddress(options: readonly RequestParams[], paths: readonly string[]): boolean {
  return options.some((view) =>
    paths.some((path) => view.roots.length > 0 && view.get(path).some(({ kind }) => kind !== 'absent')),
  );
}

/** Every argument may hold the options: some clients take the model first. */
function optionsOf(ev: Evaluator, { call }: ClientHere): RequestParams[] {
  return call.arguments.map((_, position) => optionsAt(ev, call, position));
}

function urlsOf(ev: Evaluator, client: ClientHere): Pieces[] {
  return optionsOf(ev, client).flatMap((view) =>
    client.takes.baseUrls.flatMap((path) => stringsOf(view.get(path))),
  );
}

/** True when the file names a model of Claude's, or its vendor. */
function namesClaude(ev: Evaluator): boolean {
  return isClaudeText([ev.index.text]);
}

/** Functions of other packages that give back what they are given, kept from logs. */
const WRAPPERS = /^(?:make|succeed|of|from|value|some)$/;

/** The values behind functions and wrappers: `() => key`, `Redacted.make(key)`. */
export function bare(ev: Evaluator, answers: readonly Answer[], depth = 0): Answer[] {
  return answers.flatMap((answer): Answer[] => {
    if (answer.kind !== 'known' || depth > 4) return [answer];
    const { value } = answer;
    if (value.kind === 'function') {
      return ev.index
        .returnsOf(value.node)
        .flatMap((node) => (node ? bare(ev, ev.answers(node, [], value.frame), depth + 1) : []));
    }
    if (value.kind !== 'api' || value.api.step.kind !== 'call') return [answer];
    const [maker] = makersOf(value.api);
    const [first] = maker?.node.arguments ?? [];
    const root = rootOfApi(value.api);
    const name = namesOf(value.api).at(-2) ?? '';
    const wraps = root.kind === 'module' && /^effect(?:\/|$)/.test(root.source) && WRAPPERS.test(name);
    return wraps && maker && first && !isFunction(first)
      ? bare(ev, ev.answers(first, [], maker.frame), depth + 1)
      : [answer];
  });
}

/**
 * What a file gives to Claude's clients and requests as credentials, and the strings it puts together.
 */
import { isClaudeText } from './claude-evidence.ts';
import type { CallSite } from './call-site.ts';
import { isCandidate } from './candidates.ts';
import { calledValueOf, makersOf, namesOf, rootOfApi, sdkValueOf } from './clients.ts';
import type { DeclaredClients, SdkValue } from './clients.ts';
import { hostOf, isLoopback, platformOfBase, platformOfUrl } from './hosts.ts';
import { credentialHeaders } from './credential-headers.ts';
import { isClass, isFunction, writtenKey } from './nodes.ts';
import { requestParams, stringsOf } from './request-params.ts';
import type { RequestParams } from './request-params.ts';
import { CREDENTIAL_VARIABLES } from './sdk-surface/index.ts';
import type { CredentialSlots } from './sdk-surface/index.ts';
import type { Answer, CallNode, Node } from './types.ts';
import type { Resolver } from './values/answers.ts';

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

/** A client of Claude, or something that makes one, where it is made. */
export interface ClientMaking {
  readonly call: CallNode;
  readonly slots: CredentialSlots;
}

/** Paths at which clients take a base URL. */
const BASE_URLS = ['baseURL', 'baseUrl', 'apiUrl', 'anthropicApiUrl', 'clientOptions.baseURL', 'endpoint'];

/** Every place of the file where a client of Claude is made, or asked in a call that takes credentials. */
export function findClients(r: Resolver, declared: DeclaredClients): ClientMaking[] {
  return r.index.calls.flatMap((call): ClientMaking[] => {
    const mayExtend = call.callee.type === 'Super' || call.type === 'NewExpression';
    if (!mayExtend && !isCandidate(r, call, declared)) return [];
    for (const value of calledValues(r, call, declared)) {
      const slots = value.row.credentials;
      if (slots && concernsClaude(r, call, slots)) return [{ call, slots }];
    }
    return [];
  });
}

/** Everything that the file gives to Claude as a credential. */
export function findCredentialUses(
  r: Resolver,
  declared: DeclaredClients,
  clients: readonly ClientMaking[],
  sites: readonly CallSite[],
): CredentialUse[] {
  return [
    ...clients.flatMap((client) => givenToClient(r, client)),
    ...sites.flatMap((site) => serverTokens(r, site)),
    ...credentialHeaders(
      r,
      clients.map(({ call }) => call),
      sites,
    ).map((header) => ({
      ...header,
      call: undefined,
      answers: bare(r, r.answers(header.value, [])),
      loopback: false,
    })),
    ...variableWrites(r),
    ...memberWrites(r, declared),
  ];
}

function givenToClient(r: Resolver, { call, slots }: ClientMaking): CredentialUse[] {
  const bases = call.arguments.flatMap((argument) => {
    if (argument.type === 'SpreadElement') return [];
    const view = requestParams(r, [{ node: argument, frame: undefined, path: [] }], call);
    return BASE_URLS.flatMap((path) => stringsOf(view.get(path)));
  });
  const loopback = bases.some(isLoopback);
  return slots.slots.flatMap(({ argument, path, variable }) => {
    const given = call.arguments[argument];
    if (!given || given.type === 'SpreadElement') return [];
    const keys = path === '' ? [] : path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.at(-1);
    if (last !== undefined && !r.index.mentions(last)) return [];
    const answers = bare(r, r.answers(given, keys));
    return answers.length > 0 ? [{ name: last ?? 'apiKey', call, variable, answers, loopback }] : [];
  });
}

/** `mcp_servers[].authorization_token`: a credential of another service, in a request to Claude. */
function serverTokens(r: Resolver, site: CallSite): CredentialUse[] {
  const name = 'authorization_token';
  if (!site.params.mentions(name)) return [];
  const answers = bare(r, site.params.get(`mcp_servers[*].${name}`));
  return [{ name, call: site.node, variable: undefined, answers, loopback: false }];
}

/** `process.env.ANTHROPIC_API_KEY = "…"`, `{ env: { ANTHROPIC_API_KEY: "…" } }`. */
function variableWrites(r: Resolver): CredentialUse[] {
  return [...CREDENTIAL_VARIABLES].flatMap((name) => {
    if (!r.index.mentions(name)) return [];
    return [
      ...r.index.writesToMember(name).map(({ value }) => value),
      ...r.index.propertiesNamed(name).map(({ value }) => value),
    ].map((value) => ({
      name,
      call: undefined,
      variable: undefined,
      answers: bare(r, r.answers(value, [])),
      loopback: false,
    }));
  });
}

/** `client.apiKey = "…"` on a client. */
function memberWrites(r: Resolver, declared: DeclaredClients): CredentialUse[] {
  return ['apiKey', 'authToken', 'webhookKey'].flatMap((name) =>
    r.index.writesToMember(name).flatMap(({ target, value }) => {
      for (const answer of r.answers(target.object, [])) {
        if (answer.kind !== 'known' || answer.value.kind !== 'api') continue;
        const held = sdkValueOf(answer.value.api, declared)?.row.holds?.[name];
        if (held === undefined) continue;
        const answers = bare(r, r.answers(value, []));
        return [{ name, call: undefined, variable: held, answers, loopback: false }];
      }
      return [];
    }),
  );
}

/** What a call calls, as far as an SDK offers it; through classes of the file that extend one of an SDK. */
function* calledValues(r: Resolver, call: CallNode, declared: DeclaredClients): Generator<SdkValue> {
  let callee: Node | null = call.callee;
  for (let i = 0; callee && i < 4; i += 1) {
    if (callee.type === 'Super') callee = classAround(callee)?.superClass ?? null;
    if (!callee) return;
    let next: Node | null = null;
    for (const answer of r.answers(callee, [])) {
      if (answer.kind !== 'known') continue;
      if (answer.value.kind === 'api') {
        const value = calledValueOf(answer.value.api, declared);
        if (value) yield value;
      }
      // Without a constructor of its own, a class hands on what it is given.
      if (answer.value.kind === 'class' && !hasConstructor(answer.value.node))
        next = answer.value.node.superClass;
    }
    callee = next;
  }
}

function classAround(node: Node) {
  for (let current = node.parent; current; current = current.parent) if (isClass(current)) return current;
  return undefined;
}

function hasConstructor(node: Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>): boolean {
  return node.body.body.some(
    (member) => member.type === 'MethodDefinition' && writtenKey(member) === 'constructor',
  );
}

/** False for clients that are sent elsewhere, and for shared ones that nothing connects with Claude. */
function concernsClaude(r: Resolver, call: CallNode, { evidence }: CredentialSlots): boolean {
  const views = call.arguments.flatMap((argument): RequestParams[] =>
    argument.type === 'SpreadElement'
      ? []
      : [requestParams(r, [{ node: argument, frame: undefined, path: [] }], call)],
  );
  const urls = views.flatMap((view) => BASE_URLS.flatMap((path) => stringsOf(view.get(path))));
  if (evidence === 'base-url') {
    return urls.some(
      (url) => platformOfUrl(url) === 'anthropic' || (hostOf(url) ?? '').includes('anthropic'),
    );
  }
  if (views.some((view) => platformOfBase(view, BASE_URLS) === 'other')) return false;
  return evidence !== 'model' || namesClaude(r);
}

/** True when the file names a model of Claude's, or its vendor. */
function namesClaude(r: Resolver): boolean {
  return isClaudeText([r.index.text]);
}

/** Functions of other packages that give back what they are given, kept from logs. */
const WRAPPERS = /^(?:make|succeed|of|from|value|some)$/;

/** The values behind functions and wrappers: `() => key`, `Redacted.make(key)`. */
export function bare(r: Resolver, answers: readonly Answer[], depth = 0): Answer[] {
  return answers.flatMap((answer): Answer[] => {
    if (answer.kind !== 'known' || depth > 4) return [answer];
    const { value } = answer;
    if (value.kind === 'function') {
      return r.index
        .returnsOf(value.node)
        .flatMap((node) => (node ? bare(r, r.answers(node, [], value.frame), depth + 1) : []));
    }
    if (value.kind !== 'api' || value.api.step.kind !== 'call') return [answer];
    const [maker] = makersOf(value.api);
    const [first] = maker?.node.arguments ?? [];
    const root = rootOfApi(value.api);
    const name = namesOf(value.api).at(-2) ?? '';
    const wraps = root.kind === 'module' && /^effect(?:\/|$)/.test(root.source) && WRAPPERS.test(name);
    return wraps && maker && first && !isFunction(first)
      ? bare(r, r.answers(first, [], maker.frame), depth + 1)
      : [answer];
  });
}

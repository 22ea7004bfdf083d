/**
 * Clients of APIs and providers of models: what makes one, what it can be told, and what it was told.
 */
import { paramsOf } from './arguments.ts';
import { sdkValueOf } from './sdk-values.ts';
import { makersOf } from '../values/origins.ts';
import type { SdkValue } from './sdk-values.ts';
import type { Maker } from '../values/origins.ts';
import { makerOptions, optionsAt } from './sdk-calls.ts';
import type { SdkCall } from './sdk-calls.ts';
import { once } from '../syntax/once.ts';
import { requestParams } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { ROWS } from '../sdk-surface/index.ts';
import type { ClientOptions, Operation, Platform, SurfaceRow } from '../sdk-surface/index.ts';
import type { Answer, Api, CallNode } from '../syntax/types.ts';
import type { DeclaredClients, Evaluator } from '../values/answers.ts';

/** A client of an API, a provider of models, or a call that asks without one and takes what a client takes. */
export interface Client {
  /** Where it sends; undefined where a model or an address decides. */
  readonly platform: Platform | undefined;
  /** The call that makes it, clones aside; undefined for one that is ready-made, or that another file makes. */
  readonly node: CallNode | undefined;
  /** Whose API client it is; undefined for providers of models, and for calls that make none. */
  readonly sdk: 'anthropic-sdk' | 'openai' | undefined;
  /** The call makes a client, or what holds one; it may make one for a class of the file that extends an SDK's. */
  readonly makes: boolean;
  /** What is made sends, or gives models that do. */
  readonly sends: boolean;
  /** False for one that another file makes: nothing is known of its options. */
  readonly shown: boolean;
  /** What it can be told. */
  readonly takes: ClientOptions;
  /** What it was told by the call that made it last; without roots where that was nothing. */
  readonly options: RequestParams;
  /** What the call asks the API for, where it does that as well. */
  readonly operation: Operation | undefined;
  /** What it was told at a path over all calls that led to it: `withOptions` overrules the constructor. Empty: nothing. */
  readonly given: (path: string) => readonly Answer[];
}

/** A client, or a call that takes what a client takes, of which the file shows the call. */
export interface ClientHere extends Client {
  /** The call that is told the options: what makes it, or clones it. */
  readonly call: CallNode;
}

const apiRows = once(
  (): ReadonlySet<SurfaceRow> =>
    new Set([...ROWS].filter(([name]) => name.endsWith('.client')).map(([, row]) => row)),
);

const NOTHING: ClientOptions = { baseUrls: [], credentials: [] };

/** Every client that a file makes, and every call that takes what a client takes; in source order. */
export function findClients(ev: Evaluator, calls: readonly SdkCall[]): ClientHere[] {
  return calls.flatMap(({ node, callee, made, result, extended }): ClientHere[] => {
    const { makes, credentials, operation } = callee.row;
    const held = result?.row.client;
    const takes = makes ?? held ?? (credentials && NOTHING);
    if (!takes) return [];
    const makers = makersOf(made);
    const options = once(() => (makes && operation ? paramsOf(ev, node, operation) : optionsAt(ev, node, 0)));
    return [
      {
        platform: held ? (result.platform ?? 'anthropic') : callee.platform,
        node: makers.at(-1)?.node,
        call: node,
        sdk: result && sdkOf(result.row),
        makes: makes !== undefined,
        sends: held !== undefined && !extended,
        shown: !callee.declared && !isTyped(made),
        takes: credentials ? { ...takes, credentials } : takes,
        get options() {
          return options();
        },
        operation,
        given: (path) => givenTo(ev, makers, path),
      },
    ];
  });
}

function sdkOf(row: SurfaceRow): Client['sdk'] {
  if (!apiRows().has(row)) return undefined;
  return row.platform === 'openai-compatible' ? 'openai' : 'anthropic-sdk';
}

/** The client that a value comes from: `client` of `client.messages.create`, the provider of a model. */
export function clientBehind(ev: Evaluator, api: Api): Client | undefined {
  for (let current: Api | undefined = api; current; current = current.from) {
    const value = sdkValueOf(current, ev.declared);
    if (value?.row.client) return clientOf(ev, current, value, value.row.client);
  }
  return undefined;
}

/** The client that a request goes through, where the file shows how that was made: by the call that led to it last. */
export function madeBefore(ev: Evaluator, api: Api, request: CallNode): ClientHere | undefined {
  const makers = makersOf(api).filter(({ node }) => node !== request);
  const [last] = makers;
  const options = last && makerOptions(ev, last);
  if (!options) return undefined;
  const behind = clientBehind(ev, api);
  return {
    platform: behind?.platform,
    node: makers.at(-1)?.node,
    call: last.node,
    sdk: behind?.sdk,
    makes: true,
    sends: true,
    shown: behind?.shown ?? true,
    takes: behind?.takes ?? NOTHING,
    options,
    operation: undefined,
    given: (path) => givenTo(ev, makers, path),
  };
}

function clientOf(
  ev: Evaluator,
  api: Api,
  { row, platform = 'anthropic', declared }: SdkValue,
  takes: ClientOptions,
): Client {
  const makers = makersOf(api);
  const [last] = makers;
  const options = last && makerOptions(ev, last);
  return {
    platform,
    node: makers.at(-1)?.node,
    sdk: sdkOf(row),
    makes: true,
    sends: true,
    shown: !declared && !isTyped(api),
    takes,
    options: options ?? requestParams(ev, [], last?.node ?? ev.index.program),
    operation: undefined,
    given: (path) => givenTo(ev, makers, path),
  };
}

/** An option, from the last maker that has it. */
function givenTo(ev: Evaluator, makers: readonly Maker[], path: string): readonly Answer[] {
  const found: Answer[] = [];
  for (const maker of makers) {
    const answers = makerOptions(ev, maker)?.get(path) ?? [];
    found.push(...answers.filter((a) => a.kind !== 'absent'));
    if (answers.length > 0 && answers.every((a) => a.kind !== 'absent')) break;
  }
  return found;
}

/** What a client is told as address. Empty: nothing. */
export function baseUrlsOf(client: Client): readonly Answer[] {
  return client.takes.baseUrls.flatMap((path) => client.given(path));
}

/** What a client is told as region. Empty: nothing, or there is none to tell. */
export function regionOf({ takes, given }: Client): readonly Answer[] {
  return takes.region === undefined ? [] : given(takes.region);
}

/** True for a client that serves models of other vendors as well. */
export function isGeneral({ takes }: Client): boolean {
  return takes.vendors !== undefined;
}

/** True for an API client of Claude's. */
export function isClaudeApi(api: Api, declared: DeclaredClients): boolean {
  const row = sdkValueOf(api, declared)?.row;
  return row !== undefined && apiRows().has(row) && row.platform !== 'openai-compatible';
}

/** Known by a type annotation only: made elsewhere. */
export function isTyped(api: Api): boolean {
  for (let current: Api | undefined = api; current; current = current.from) {
    if (current.step.kind === 'typed') return true;
  }
  return false;
}

/**
 * The clients and providers of a file: who makes them, and with which options about where they send.
 */
import type { CallSite } from '../requests/call-site.ts';
import { makersOf, sdkValueOf } from './sdk-values.ts';
import type { DeclaredClients, Maker, SdkValue } from './sdk-values.ts';
import { makerOptions } from '../requests/arguments.ts';
import type { SdkCall } from './sdk-calls.ts';
import type { ClientOptions, Platform } from '../sdk-surface/index.ts';
import type { Answer, Api, CallNode } from '../types.ts';
import type { Resolver } from '../values/answers.ts';

const MAX_WRAPPERS = 4;

/** A client of an API, or a provider of models. */
export interface SdkClient {
  readonly platform: Platform;
  /** What makes it, clones aside; undefined for one that a package offers ready-made, or that another file makes. */
  readonly node: CallNode | undefined;
  /** False for one that another file makes: nothing is known of its options. */
  readonly shown: boolean;
  /** It serves models of other vendors as well. */
  readonly general: boolean;
  /** The option that takes the region of a cloud; undefined for clients that have none. */
  readonly regionOption: string | undefined;
  /** What it is given as region. Empty: nothing. */
  region(): readonly Answer[];
  /** What it is given as address. Empty: nothing. */
  baseUrls(): readonly Answer[];
}

/** The clients that a file makes, in source order. */
export function sdkClients(r: Resolver, calls: readonly SdkCall[]): SdkClient[] {
  return calls.flatMap(({ made, result, extended }) =>
    result?.row.client && !extended ? [sdkClient(r, made, result, result.row.client)] : [],
  );
}

/** The clients that a request can go through, as far as the file shows them. Empty: not shown. */
export function clientsOf(
  r: Resolver,
  declared: DeclaredClients,
  made: readonly SdkClient[],
  site: CallSite,
): readonly SdkClient[] {
  const { operation, node, params } = site;
  // A command does not say who will send it: any client of its kind in the file may.
  if (operation.sdk === 'bedrock-runtime' && node.type === 'NewExpression')
    return made.filter((client) => client.platform === 'bedrock' && client.general);
  const found = behind(r, declared, r.answers(node.callee, []), 0);
  if (found.length > 0 || operation.evidence?.kind !== 'model') return found;
  const { path } = operation.evidence;
  const [first] = node.arguments;
  if (path !== '@0') return behind(r, declared, [...params.get(path), ...params.get(`${path}[*].model`)], 0);
  return first && first.type !== 'SpreadElement' ? behind(r, declared, r.answers(first, []), 0) : [];
}

function behind(
  r: Resolver,
  declared: DeclaredClients,
  answers: readonly Answer[],
  depth: number,
): SdkClient[] {
  return answers.flatMap((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const { api } = answer.value;
    const client = clientBehind(r, declared, api);
    if (client) return [client];
    const [maker] = makersOf(api);
    const [first] = maker?.node.arguments ?? [];
    if (!maker || !first || first.type === 'SpreadElement' || depth > MAX_WRAPPERS) return [];
    if (sdkValueOf(api, declared)?.row.model !== 'wrapped') return [];
    return behind(r, declared, r.answers(first, ['model'], maker.frame), depth + 1);
  });
}

/** The client that a value comes from: `client` of `client.messages.create`, the provider of a model. */
function clientBehind(r: Resolver, declared: DeclaredClients, api: Api): SdkClient | undefined {
  for (let current: Api | undefined = api; current; current = current.from) {
    const value = sdkValueOf(current, declared);
    if (value?.row.client) return sdkClient(r, current, value, value.row.client);
  }
  return undefined;
}

function sdkClient(
  r: Resolver,
  api: Api,
  { platform = 'anthropic', declared }: SdkValue,
  { baseUrls, region, vendors }: ClientOptions,
): SdkClient {
  const makers = makersOf(api);
  const read = (path: string): readonly Answer[] => optionOf(r, makers, path);
  return {
    platform,
    node: makers.at(-1)?.node,
    shown: !declared && !isTyped(api),
    general: vendors !== undefined,
    regionOption: region,
    region: () => (region === undefined ? [] : read(region)),
    baseUrls: () => baseUrls.flatMap(read),
  };
}

/** An option, from the last maker that has it: `withOptions` overrules the constructor. */
function optionOf(r: Resolver, makers: readonly Maker[], path: string): readonly Answer[] {
  const found: Answer[] = [];
  for (const maker of makers) {
    const answers = makerOptions(r, maker)?.get(path) ?? [];
    found.push(...answers.filter((a) => a.kind !== 'absent'));
    if (answers.length > 0 && answers.every((a) => a.kind !== 'absent')) break;
  }
  return found;
}

/** Known by a type annotation only: made elsewhere. */
function isTyped(api: Api): boolean {
  for (let current: Api | undefined = api; current; current = current.from) {
    if (current.step.kind === 'typed') return true;
  }
  return false;
}

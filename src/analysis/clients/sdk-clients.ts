/**
 * The clients and providers of a file: who makes them, and with which options about where they send.
 */
import { sdkValueOf } from './sdk-values.ts';
import { makersOf } from '../values/origins.ts';
import type { SdkValue } from './sdk-values.ts';
import type { Maker } from '../values/origins.ts';
import { makerOptions } from './sdk-calls.ts';
import type { SdkCall } from './sdk-calls.ts';
import type { ClientOptions, Platform } from '../sdk-surface/index.ts';
import type { Answer, Api, CallNode } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

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
export function sdkClients(ev: Evaluator, calls: readonly SdkCall[]): SdkClient[] {
  return calls.flatMap(({ made, result, extended }) =>
    result?.row.client && !extended ? [sdkClient(ev, made, result, result.row.client)] : [],
  );
}

/** The client that a value comes from: `client` of `client.messages.create`, the provider of a model. */
export function clientBehind(ev: Evaluator, api: Api): SdkClient | undefined {
  for (let current: Api | undefined = api; current; current = current.from) {
    const value = sdkValueOf(current, ev.declared);
    if (value?.row.client) return sdkClient(ev, current, value, value.row.client);
  }
  return undefined;
}

function sdkClient(
  ev: Evaluator,
  api: Api,
  { platform = 'anthropic', declared }: SdkValue,
  { baseUrls, region, vendors }: ClientOptions,
): SdkClient {
  const makers = makersOf(api);
  const read = (path: string): readonly Answer[] => optionOf(ev, makers, path);
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
function optionOf(ev: Evaluator, makers: readonly Maker[], path: string): readonly Answer[] {
  const found: Answer[] = [];
  for (const maker of makers) {
    const answers = makerOptions(ev, maker)?.get(path) ?? [];
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

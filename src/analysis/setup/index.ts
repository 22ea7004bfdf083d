/**
 * How a file sets its SDKs up. Without an opinion: which switch is a hazard is policy.
 */
import type { CallSite } from '../requests/call-site.ts';
import { once } from '../syntax/once.ts';
import { modules } from '../signals/requests.ts';
import type { SdkCall } from '../clients/sdk-calls.ts';
import type { Evaluator } from '../values/answers.ts';
import { moduleCalls } from './calls.ts';
import { clientSetups, mayBeClient, printedClients } from './clients.ts';
import { variablesSet } from '../clients/environment.ts';
import { isConditional } from './conditions.ts';
import type { Setup } from './types.ts';

export type { CallQuery, ClientSetup, ModuleCall, Setup, SetVariable } from './types.ts';
export { placeOf } from './places.ts';
export type { Place } from './places.ts';
export { isFallback } from './conditions.ts';

/** A view of the setup of one file. */
export function setupOf(ev: Evaluator, sites: readonly CallSite[], calls: () => readonly SdkCall[]): Setup {
  const clients = once(() => clientSetups(ev, calls()));
  const loaded = once(() => modules(ev).map(({ source }) => source));
  const loads = (module: RegExp): boolean => loaded().some((source) => module.test(source));
  return {
    clients,
    calls: (query) => moduleCalls(ev, sites, query),
    variables: (name) =>
      variablesSet(ev, name)
        .filter(({ certain, by }) => certain && by !== 'stub')
        .map((set) => ({ ...set, conditional: isConditional(ev, set.node, name) })),
    given: (name) => variablesSet(ev, name).flatMap(({ value }) => value),
    writesToClient: (name) =>
      ev.index
        .writesToMember(name)
        .flatMap(({ target, value }) =>
          mayBeClient(ev, target.object) ? [{ node: target.parent, value: ev.resolve(value, []) }] : [],
        ),
    printedClients: () => printedClients(ev),
    get evident() {
      return sites.length > 0 || loads(/^@anthropic-ai\/|anthropic|claude/) || clients().length > 0;
    },
    loads,
  };
}

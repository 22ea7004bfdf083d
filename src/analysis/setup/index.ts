/**
 * How a file sets its SDKs up. Without an opinion: which switch is a hazard is policy.
 */
import type { CallSite } from '../requests/call-site.ts';
import type { DeclaredClients } from '../clients/sdk-values.ts';
import { once } from '../once.ts';
import { modules } from '../signals/requests.ts';
import type { SdkCall } from '../clients/sdk-calls.ts';
import type { Resolver } from '../values/answers.ts';
import { moduleCalls } from './calls.ts';
import { clientSetups, mayBeClient, printedClients } from './clients.ts';
import { variablesSet } from './environment.ts';
import type { Setup } from './types.ts';

export type { CallQuery, ClientSetup, ModuleCall, Setup, VariableSet } from './types.ts';
export { placeOf } from './places.ts';
export type { Place } from './places.ts';
export { isFallback } from './conditions.ts';
export { variableInCommand } from './environment.ts';

/** A view of the setup of one file. */
export function setupOf(
  r: Resolver,
  declared: DeclaredClients,
  sites: readonly CallSite[],
  calls: () => readonly SdkCall[],
): Setup {
  const clients = once(() => clientSetups(r, calls()));
  const loaded = once(() => modules(r).map(({ source }) => source));
  const loads = (module: RegExp): boolean => loaded().some((source) => module.test(source));
  return {
    clients,
    calls: (query) => moduleCalls(r, declared, sites, query),
    variables: (name) => variablesSet(r, name),
    given: (name) =>
      [
        ...r.index.propertiesNamed(name).map(({ value }) => value),
        ...r.index.writesToMember(name).map(({ value }) => value),
      ].flatMap((value) => r.resolve(value, [])),
    writesToClient: (name) =>
      r.index
        .writesToMember(name)
        .flatMap(({ target, value }) =>
          mayBeClient(r, target.object, declared)
            ? [{ node: target.parent, value: r.resolve(value, []) }]
            : [],
        ),
    printedClients: () => printedClients(r, declared),
    get evident() {
      return sites.length > 0 || loads(/^@anthropic-ai\/|anthropic|claude/) || clients().length > 0;
    },
    loads,
  };
}

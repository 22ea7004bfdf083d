/**
 * How a file sets its SDKs up. Without an opinion: which switch is a hazard is policy.
 */
import type { CallSite } from '../requests/call-site.ts';
import { once } from '../syntax/once.ts';
import { modules } from '../signals/requests.ts';
import type { ClientHere } from '../clients/client.ts';
import type { Evaluator } from '../values/answers.ts';
import { moduleCalls } from './calls.ts';
import { apiClients, mayBeClient, printedClients } from './clients.ts';
import { variablesSet } from '../clients/environment.ts';
import { isByFlag, isConditional } from './conditions.ts';
import { isOfType } from './typed-objects.ts';
import type { Setup } from './types.ts';

export type { CallQuery, ModuleCall, Setup, SetVariable } from './types.ts';
export { optionPlaceOf } from './option-places.ts';
export type { OptionPlace } from './option-places.ts';
export { isFallback } from './conditions.ts';

/** A view of the setup of one file. */
export function setupOf(ev: Evaluator, sites: readonly CallSite[], made: () => readonly ClientHere[]): Setup {
  const clients = once(() => apiClients(made()));

  const loaded = once(() => modules(ev).map(({ source }) => source));
  const loads = (module: RegExp): boolean => loaded().some((source) => module.test(source));
  return {
    clients,
    isByFlag: (node) => isByFlag(ev, node),
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
    isOfType: (object, module, type) => isOfType(ev, object, module, type),
    objectsWith: (key) =>
      ev.index
        .propertiesNamed(key)
        .flatMap(({ parent }) => (parent.type === 'ObjectExpression' ? [parent] : [])),
    printedClients: () => printedClients(ev),
    get evident() {
      return sites.length > 0 || loads(/^@anthropic-ai\/|anthropic|claude/) || clients().length > 0;
    },
    loads,
  };
}

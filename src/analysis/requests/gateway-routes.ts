/**
 * Whom the Vercel AI Gateway may ask, as far as a request says it.
 */
import type { CallSite } from './call-site.ts';
import { mayHave } from '../values/object-view.ts';
import type { Answer } from '../syntax/types.ts';

/** The list that leaves out whoever is not in it, and the list that only puts its members first. */
const LISTS = ['providerOptions.gateway.only', 'providerOptions.gateway.order'];

/**
 * The providers that a request names for the gateway, `only` before `order`.
 *
 * @returns empty where the request names none, or does not go there
 */
export function gatewayRoutes(site: CallSite): readonly Answer[] {
  if (site.platform !== 'vercel-gateway') return [];
  const sources = [...site.perCall, site.params];
  for (const path of LISTS) {
    const given = sources
      .filter((params) => params.mentions('gateway') && mayHave(params, path))
      .flatMap((params) => params.get(`${path}[*]`))
      .filter((a) => a.kind === 'known' || (a.kind === 'unknown' && a.property !== undefined));
    if (given.length > 0) return given;
  }
  return [];
}

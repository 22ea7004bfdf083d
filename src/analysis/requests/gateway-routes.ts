/**
 * Whom the Vercel AI Gateway may ask, as far as a request says it.
 */
import type { CallSite } from './call-site.ts';
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
      .filter((params) => params.mentions('gateway') && params.get(path).some(isWritten))
      .flatMap((params) => params.get(`${path}[*]`))
      .filter((a) => a.kind !== 'absent');
    if (given.length > 0) return given;
  }
  return [];
}

/** The list stands there, whether or not its members are known. */
function isWritten(answer: Answer): boolean {
  return answer.kind === 'known' || (answer.kind === 'unknown' && answer.property !== undefined);
}

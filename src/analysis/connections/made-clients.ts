/**
 * Which of the clients that a file makes can send to Claude, whether or not the file sends anything itself.
 */
import type { CallSite } from '../requests/call-site.ts';
import { isAtAnthropic, platformOfBase } from '../clients/hosts.ts';
import type { ClientHere } from '../clients/client.ts';
import type { CallNode } from '../syntax/types.ts';

/**
 * The clients that serve Claude, each once.
 *
 * @param sites the requests of the file: they tell whether a client of any vendor's models serves Claude
 * @param asksClaude true for what makes a client that one of them goes through
 */
export function clientsForClaude(
  clients: readonly ClientHere[],
  sites: readonly CallSite[],
  asksClaude: (maker: CallNode) => boolean,
): ClientHere[] {
  const found = new Map<CallNode, ClientHere>();
  for (const client of clients) {
    const { call, makes } = client;
    if (makes && !found.has(call) && servesClaude(client, sites, asksClaude)) found.set(call, client);
  }
  return [...found.values()];
}

function servesClaude(
  { call, node, platform, options, takes }: ClientHere,
  sites: readonly CallSite[],
  asksClaude: (maker: CallNode) => boolean,
): boolean {
  if (platformOfBase(options, takes.baseUrls) === 'other') return false;
  if (!takes.vendors) return true;
  if (takes.vendors === 'by-model')
    return sites.some((site) => site.node === call || (platform && site.platform === platform));
  return isAtAnthropic(options, takes.baseUrls) || asksClaude(node ?? call);
}

/**
 * Addresses: which part of one is known, whether it stays on the machine, whether a list approves it.
 */
import { readUrl } from '../analysis/clients/hosts.ts';
import type { UrlParts } from '../analysis/clients/hosts.ts';
import { HOLE } from '../analysis/values/text.ts';
import type { Pieces } from '../analysis/values/text.ts';

/** An address of which the host is known. */
export interface KnownUrl extends UrlParts {
  /** The path as far as it is known. */
  readonly path: string;
}

/**
 * Reads an address of which pieces may be missing.
 *
 * @returns undefined where the host is not known
 */
export function knownUrl(pieces: Pieces): KnownUrl | undefined {
  const url = readUrl(pieces);
  if (!url || url.hostname.includes(HOLE)) return undefined;
  const [known = ''] = url.path.split(HOLE);
  return { ...url, path: new URL(known.replace(/^(?![/\\])/, '/'), 'https://host').pathname };
}

/** An entry of a list of approved addresses: a host, `*.` and a host, or the beginning of a URL. */
export const ADDRESS_ENTRY =
  '^(?:https?://[^\\s/?#@*]+(?:/[^\\s?#]*)?|(?:\\*\\.)?[A-Za-z0-9.-]+(?::\\d+)?|\\[[0-9A-Fa-f:]+\\](?::\\d+)?)$';

/**
 * Whether a list approves an address.
 *
 * Hosts are compared as a whole, never by their beginning: `llm.example.org` approves neither `llm.example.org.example.net`
 * nor `a.llm.example.org`; `*.example.org` approves every host below it. A URL approves what lies below its path.
 */
export function isApprovedUrl(url: KnownUrl, entries: readonly string[]): boolean {
  return entries.some((entry) => (entry.includes('://') ? isBelow(url, entry) : isHost(url, entry)));
}

/** The ports of protocols, which addresses leave out. */
const PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443' };

function isHost({ protocol, hostname, port }: KnownUrl, entry: string): boolean {
  const [, host = '', wanted] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (wanted !== undefined && wanted !== (port === '' ? PORTS[protocol] : port)) return false;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

function isBelow(url: KnownUrl, entry: string): boolean {
  const wanted = knownUrl([entry]);
  if (wanted?.protocol !== url.protocol || wanted.hostname !== url.hostname || wanted.port !== url.port)
    return false;
  const path = wanted.path.replace(/\/$/, '');
  return url.path === path || url.path.startsWith(`${path}/`);
}

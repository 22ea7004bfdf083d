/**
 * Addresses: which part of one is known, whether it stays on the machine, whether a list approves it.
 */
import type { Pieces } from '../analysis/values/text.ts';

/** An address as far as it is known, read as a client would read it. */
export interface KnownUrl {
  /** Without the colon: `https`. */
  readonly protocol: string;
  /** Lower case, without port and credentials. */
  readonly hostname: string;
  /** Empty: the protocol's own. Undefined: not known. */
  readonly port: string | undefined;
  /** The path as far as it is known. */
  readonly path: string;
}

/**
 * Reads an address of which pieces may be missing.
 *
 * @returns undefined where the host is not known
 */
export function knownUrl(pieces: Pieces): KnownUrl | undefined {
  const hole = pieces.indexOf(null);
  const head = pieces.slice(0, hole < 0 ? undefined : hole).join('');
  const [, start = '', rest = ''] = /^([a-z][a-z+.-]*:\/\/[^/?#\\]*)(.*)$/is.exec(head) ?? [];
  if (start === '') return undefined;
  // A hole right after the host may go on with it; after a colon it is the port.
  const openPort = hole >= 0 && rest === '' && start.endsWith(':');
  if (hole >= 0 && rest === '' && !openPort) return undefined;
  try {
    const { protocol, hostname, port, pathname } = new URL((openPort ? start.slice(0, -1) : start) + rest);
    if (hostname === '') return undefined;
    return { protocol: protocol.slice(0, -1), hostname, port: openPort ? undefined : port, path: pathname };
  } catch {
    return undefined;
  }
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

function isHost({ hostname, port }: KnownUrl, entry: string): boolean {
  const [, host = '', wanted] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (wanted !== undefined && wanted !== port) return false;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

function isBelow(url: KnownUrl, entry: string): boolean {
  const wanted = knownUrl([entry]);
  if (wanted?.protocol !== url.protocol || wanted.hostname !== url.hostname || wanted.port !== url.port)
    return false;
  const path = wanted.path.replace(/\/$/, '');
  return url.path === path || url.path.startsWith(`${path}/`);
}

/**
 * Where a URL leads, as far as the file shows it. The one place where hosts are read.
 */
import { stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { gatewayOfHost, GLOBAL_HOST, headerVariable, HOSTS, isVendorHost } from '../sdk-surface/index.ts';
import { HOLE } from '../values/text.ts';
import type { Pieces } from '../values/text.ts';
import type { Platform } from '../sdk-surface/index.ts';

/** An address as a client would read it. What is not known of it stands as {@link HOLE}. */
export interface UrlParts {
  /** Lower case, without the colon: `https`. */
  readonly protocol: string;
  /** Lower case, names of other scripts in punycode; without port, credentials and the dot that may end it. */
  readonly hostname: string;
  /** Empty: the protocol's own. Undefined: not known. */
  readonly port: string | undefined;
  /** Without query and fragment. */
  readonly path: string;
}

/** Protocol, what stands before the path, and the rest. Clients take `\\` for `/`. */
const URL_TEXT = /^\s*([a-z][a-z\d+.-]*):[/\\]{2}([^/?#\\]*)([^]*)$/i;
const AUTHORITY = /^(?:[^]*@)?(\[[^\]]*\]|[^:]*)(?::([^:]*))?$/;

/**
 * Reads an address of which pieces may be missing.
 *
 * @returns undefined for what is no whole address: without protocol or host, or with a host that no client takes
 */
export function readUrl(pieces: Pieces): UrlParts | undefined {
  const text = pieces.map((piece) => piece ?? HOLE).join('');
  const [, protocol = '', authority = '', rest = ''] = URL_TEXT.exec(text) ?? [];
  const [, host = '', port = ''] = AUTHORITY.exec(authority) ?? [];
  if (host === '') return undefined;
  const scheme = protocol.toLowerCase();
  const path = rest.replace(/[?#][^]*$/, '');
  if (host.includes(HOLE))
    return { protocol: scheme, hostname: host.toLowerCase(), port: knownPort(port), path };
  try {
    // Only schemes of the web have their hosts read as names of the internet.
    const web = scheme === 'http' ? 'http' : 'https';
    const url = new URL(`${web}://${host}${port === '' || port.includes(HOLE) ? '' : `:${port}`}/`);
    return {
      protocol: scheme,
      hostname: url.hostname.replace(/\.$/, ''),
      port: port.includes(HOLE) ? undefined : url.port,
      path,
    };
  } catch {
    return undefined;
  }
}

function knownPort(port: string): string | undefined {
  return port.includes(HOLE) ? undefined : port;
}

/** The URL's path, without query; of a relative one as well. */
export function pathOf(url: Pieces): string {
  const text = url.map((piece) => piece ?? HOLE).join('');
  return (URL_TEXT.exec(text)?.[3] ?? text).replace(/[?#][^]*$/, '');
}

/** The host in lower case, with {@link HOLE} for what is not known; undefined without a scheme. */
export function hostOf(pieces: Pieces): string | undefined {
  return readUrl(pieces)?.hostname;
}

/**
 * The platform behind a URL.
 *
 * @returns `other` for hosts known to be something else; undefined for hosts that are not known
 */
export function platformOfUrl(pieces: Pieces): Platform | 'other' | undefined {
  const host = hostOf(pieces);
  return host === undefined ? undefined : platformOfHost(host);
}

/** As {@link platformOfUrl}, for a host in lower case. */
export function platformOfHost(host: string): Platform | 'other' | undefined {
  return HOSTS.find((row) => row.pattern.test(host))?.platform ?? (isVendorHost(host) ? 'other' : undefined);
}

/** The region of a cloud that a URL names in its host; undefined where it names none, or where it is not known. */
export function regionOfUrl(pieces: Pieces): string | undefined {
  const host = hostOf(pieces);
  if (host === undefined || host.includes(HOLE)) return undefined;
  if (host === GLOBAL_HOST) return 'global';
  for (const { pattern } of HOSTS) {
    const match = pattern.exec(host);
    if (match) return match.groups?.['region'];
  }
  return undefined;
}

/** The variable that the key for an address is usually read from; undefined where nobody knows whose it is. */
export function keyVariableAt(url: Pieces): string | undefined {
  const host = hostOf(url);
  const platform = host === undefined ? undefined : platformOfHost(host);
  if (host === undefined || platform === undefined || platform === 'other') return undefined;
  return platform === 'gateway' ? gatewayOfHost(host)?.variable : headerVariable(platform, 'x-api-key');
}

/** The one platform that all base URLs at these paths lead to, if they agree. */
export function platformOfBase(
  options: RequestParams,
  paths: readonly string[],
): Platform | 'other' | undefined {
  const platforms = new Set(
    paths.flatMap((path) => stringsOf(options.get(path))).map((url) => platformOfUrl(url)),
  );
  const [only] = platforms;
  return platforms.size === 1 ? only : undefined;
}

/** True where an address at one of these paths is Anthropic's own: how a client of OpenAI's reaches Claude. */
export function isAtAnthropic(options: RequestParams, paths: readonly string[]): boolean {
  return paths.some((path) => stringsOf(options.get(path)).some((url) => platformOfUrl(url) === 'anthropic'));
}

/** An address in a text, or what could be a bare host. */
const WRITTEN = /https?:\/\/[^\s"'`<>)]+|(?<![\w.@-])(?:[\w-]+\.)+[a-z]{2,}(?![\w-])/gi;

/** The addresses that a text of any kind has; bare hosts as if asked for over TLS. */
export function urlsIn(text: string): { readonly url: Pieces; readonly bare: boolean }[] {
  return [...text.matchAll(WRITTEN)].map(([found]) => {
    const bare = !/^https?:/i.test(found);
    return { url: [bare ? `https://${found}/` : found], bare };
  });
}

/** True for hosts that are the machine itself (RFC 1122, RFC 4291, RFC 6761). The name of a container is another machine. */
export function isLoopback(host: string): boolean {
  return /^(?:(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){1,3}|\[(?:::1|(?:0{1,4}:){7}0{0,3}1|::ffff:(?:127(?:\.\d{1,3}){3}|7f[\da-f]{2}:[\da-f]{1,4}))\])$/.test(
    host,
  );
}

/**
 * Where a URL leads, as far as the file shows it.
 */
import { stringsOf } from '../values/object-view.ts';
import type { RequestParams } from '../values/object-view.ts';
import { HOSTS } from '../sdk-surface/index.ts';
import { HOLE } from '../values/text.ts';
import type { Pieces } from '../values/text.ts';
import type { Platform } from '../sdk-surface/index.ts';

/**
 * The platform behind a URL.
 *
 * @returns `other` for hosts known to be something else; undefined for hosts that are not known
 */
export function platformOfUrl(pieces: Pieces): Platform | 'other' | undefined {
  const host = hostOf(pieces);
  return host === undefined ? undefined : HOSTS.find((row) => row.pattern.test(host))?.platform;
}

/** The host in lower case, with {@link HOLE} for what is not known; undefined without a scheme. */
export function hostOf(pieces: Pieces): string | undefined {
  const url = pieces.map((piece) => piece ?? HOLE).join('');
  return /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
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

/** True for hosts that are the machine itself (RFC 1122, RFC 4291, RFC 6761). The name of a container is another machine. */
export function isLoopback(host: string): boolean {
  return /^(?:(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){1,3}|\[(?:::1|(?:0{1,4}:){7}0{0,3}1|::ffff:127(?:\.\d{1,3}){3})\])$/.test(
    host,
  );
}

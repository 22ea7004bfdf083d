/**
 * Where a call over HTTP goes.
 */
import { makersOf, namesOf } from './clients.ts';
import { HOLE } from './hosts.ts';
import type { Pieces } from './hosts.ts';
import { paramsAt, requestParams, sometimesHas, stringsOf } from './request-params.ts';
import type { Api, Frame, Node } from './types.ts';
import type { Resolver } from './values/answers.ts';

/** The URL's path, without query. */
export function pathOf(url: Pieces): string {
  const text = url.map((piece) => piece ?? HOLE).join('');
  return text.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}

/** Every URL that a call can be sent to, as far as the file shows it. */
export function urlsOf(
  r: Resolver,
  options: readonly Node[],
  client: Api | undefined,
  isSdk: boolean,
): Pieces[] {
  const bases = client ? baseUrls(r, client) : [];
  const found: Pieces[] = [];
  const [first] = options;
  if (first) found.push(...textsOf(r, first, undefined, []));
  for (const node of options) {
    const view = paramsAt(r, node);
    // `client.request({ method, path, body })` of the SDK.
    for (const key of isSdk ? ['path'] : ['url', 'uri'])
      if (sometimesHas(view, key)) found.push(...textsOf(r, node, undefined, [key]));
    for (const key of ['hostname', 'host']) {
      for (const host of stringsOf(view.get(key))) {
        const paths = stringsOf(view.get('path'));
        found.push(
          ...(paths.length > 0 ? paths : [[null]]).map((path) => ['https://', ...host, ...path] as Pieces),
        );
      }
    }
    for (const base of stringsOf(view.get('baseURL'))) bases.push(base);
  }
  const joined = found.map(mergePieces);
  const relative = joined.filter((url) => !/^[a-z]+:\/\//i.test(url[0] ?? ''));
  return [
    ...joined,
    ...bases.flatMap((base) => relative.map((path) => mergePieces([...base, '/', ...path]))),
  ];
}

function mergePieces(pieces: Pieces): Pieces {
  const merged: (string | null)[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') {
      merged[merged.length - 1] =
        last.endsWith('/') && piece.startsWith('/') ? last + piece.slice(1) : last + piece;
    } else {
      merged.push(piece);
    }
  }
  return merged;
}

/** `url = new URL(next, url)`: addresses can be made of themselves. */
const MAX_DEPTH = 8;

/** The strings an expression can be, `new URL(path, base)` and `url.toString()` included. */
function textsOf(
  r: Resolver,
  node: Node,
  frame: Frame | undefined,
  path: readonly string[],
  depth = 0,
): Pieces[] {
  if (depth > MAX_DEPTH) return [];
  return r.answers(node, path, frame).flatMap((answer): Pieces[] => {
    const texts = stringsOf([answer]);
    if (texts.length > 0) return texts;
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
    const [maker] = makersOf(answer.value.api);
    const names = namesOf(answer.value.api);
    const [relative, base] = maker?.node.arguments ?? [];
    if (!maker || !relative || !(names[0] === 'URL' || names[0] === 'Request')) return [];
    if (!base || names[0] === 'Request') return textsOf(r, relative, maker.frame, [], depth + 1);
    return textsOf(r, base, maker.frame, [], depth + 1).flatMap((b) =>
      textsOf(r, relative, maker.frame, [], depth + 1).map((p) => [
        ...b.map((piece) => piece?.replace(/\/$/, '') ?? null),
        ...p,
      ]),
    );
  });
}

/** The base URL of an HTTP client instance: `axios.create({ baseURL })`, `got.extend({ prefixUrl })`. */
function baseUrls(r: Resolver, client: Api): Pieces[] {
  const [maker] = makersOf(client);
  const [first] = maker?.node.arguments ?? [];
  if (!maker || !first || first.type === 'SpreadElement') return [];
  const view = requestParams(r, [{ node: first, frame: maker.frame, path: [] }], maker.node);
  return ['baseURL', 'prefixUrl', 'baseUrl'].flatMap((key) => stringsOf(view.get(key)));
}

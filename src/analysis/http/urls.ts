/**
 * Where a call over HTTP goes.
 */
import { isFunction, unwrap } from '../syntax/nodes.ts';
import { makersOf, namesOf } from '../values/origins.ts';
import type { Maker } from '../values/origins.ts';
import type { Pieces } from '../values/text.ts';
import { paramsAt, requestParams, sometimesHas, stringsOf } from '../values/object-view.ts';
import type { Answer, Api, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** A URL, and where its beginning is written. */
export interface WrittenUrl {
  readonly pieces: Pieces;
  readonly node: Node;
}

/**
 * Every URL that a call can be sent to, as far as the file shows it, with the places where they are written.
 *
 * @param of the options of the call, and the frame in which they are read
 * @param client the client that sends; of an SDK's it takes a `path` and never a whole URL as an option
 */
export function writtenUrls(
  ev: Evaluator,
  { options, frame }: { readonly options: readonly Node[]; readonly frame: Frame | undefined },
  { api, isSdk }: { readonly api: Api | undefined; readonly isSdk: boolean },
): WrittenUrl[] {
  const bases = api ? baseUrls(ev, api) : [];
  const found: WrittenUrl[] = [];
  const [first] = options;
  if (first) found.push(...textsOf(ev, first, frame, []));
  for (const node of options) {
    const view = paramsAt(ev, node, frame);
    // `client.request({ method, path, body })` of the SDK.
    for (const key of isSdk ? ['path'] : ['url', 'uri'])
      if (sometimesHas(view, key)) found.push(...textsOf(ev, node, frame, [key]));
    for (const key of ['hostname', 'host']) {
      const [protocol = 'https:'] = stringsOf(view.get('protocol')).flat();
      for (const host of stringsAt(view.get(key))) {
        const paths = stringsOf(view.get('path'));
        found.push(
          ...(paths.length > 0 ? paths : [[null]]).map((path) => ({
            node: host.node,
            pieces: [`${protocol ?? 'https:'}//`, ...host.pieces, ...path],
          })),
        );
      }
    }
    bases.push(...BASES.flatMap((key) => stringsAt(view.get(key))));
  }
  const joined = found.map(({ pieces, node }) => ({ node, pieces: mergePieces(pieces) }));
  const relative = joined.filter(({ pieces }) => !/^[a-z]+:\/\//i.test(pieces[0] ?? ''));
  return [
    ...joined,
    ...bases.flatMap((base) =>
      relative.map((path) => ({
        node: base.node,
        pieces: mergePieces([...base.pieces, '/', ...path.pieces]),
      })),
    ),
  ];
}

/** The strings among some answers, with their places. */
function stringsAt(answers: readonly Answer[]): WrittenUrl[] {
  return answers.flatMap((answer) => stringsOf([answer]).map((pieces) => ({ pieces, node: answer.node })));
}

/** Puts neighbouring texts together, with one slash where two would meet. */
export function mergePieces(pieces: Pieces): Pieces {
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

/** How many `new URL(…)` may stand inside one another: a loop can make a URL of itself. */
const MAX_URLS = 4;

/** The strings an expression can be, `new URL(path, base)` and `url.toString()` included. */
function textsOf(
  ev: Evaluator,
  node: Node,
  frame: Frame | undefined,
  path: readonly string[],
  depth = 0,
): WrittenUrl[] {
  if (depth > MAX_URLS) return [];
  return ev.answers(node, path, frame).flatMap((answer) => textsOfAnswer(ev, answer, depth));
}

/** The same of one answer. */
export function textsOfAnswer(ev: Evaluator, answer: Answer, depth = 0): WrittenUrl[] {
  const texts = stringsAt([answer]);
  if (texts.length > 0) return texts;
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return [];
  const maker = makersOf(answer.value.api).find(({ node }) => node.type === 'NewExpression');
  const names = namesOf(answer.value.api);
  const [relative, base] = maker?.node.arguments ?? [];
  if (!maker || !relative || !(names[0] === 'URL' || names[0] === 'Request')) return [];
  const inner = (part: Node): WrittenUrl[] => textsOf(ev, part, maker.frame, [], depth + 1);
  if (!base || names[0] === 'Request') return inner(relative);
  return inner(base).flatMap((b) =>
    inner(relative).map((p) => ({
      node: b.node,
      pieces: [...b.pieces.map((piece) => piece?.replace(/\/$/, '') ?? null), ...p.pieces],
    })),
  );
}

/** The base URL of an HTTP client: `axios.create({ baseURL })`, `got.extend({ prefixUrl })`; of what it extends where it has none. */
function baseUrls(ev: Evaluator, client: Api): WrittenUrl[] {
  for (const maker of makersOf(client)) {
    const found = maker.node.arguments.flatMap((argument) =>
      argument.type === 'SpreadElement' ? [] : basesIn(ev, maker, argument),
    );
    if (found.length > 0) return found;
  }
  return [];
}

const BASES = ['baseURL', 'prefixUrl', 'baseUrl', 'prefix'];

/** The base URLs among the options of a client, or among those that a function gives it. */
function basesIn(ev: Evaluator, { node, frame }: Maker, options: Node): WrittenUrl[] {
  const made = unwrap(options);
  const given = isFunction(made) ? ev.index.returnsOf(made).filter((each) => each !== undefined) : [made];
  const view = requestParams(
    ev,
    given.map((each) => ({ node: each, frame, path: [] })),
    node,
  );
  return BASES.flatMap((key) => stringsAt(view.get(key)));
}

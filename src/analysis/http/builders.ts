/**
 * Requests that are built by calls on one another: `wretch(base).url(path).headers(h).post(body)`.
 */
import { BUILDERS } from '../sdk-surface/http-packages.ts';
import type { BuilderRow } from '../sdk-surface/http-packages.ts';
import { rootOfApi } from '../values/origins.ts';
import { stringsOf } from '../values/object-view.ts';
import type { RequestRoot } from '../values/object-view.ts';
import { writtenKey, unwrap } from '../syntax/nodes.ts';
import type { Api, CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { decoded } from '../values/encodings.ts';
import { mergePieces } from './urls.ts';
import type { WrittenUrl } from './urls.ts';

/** What the calls before the last, and the last, have put together. */
export interface BuiltRequest {
  readonly urls: readonly WrittenUrl[];
  /** Headers, and options of `fetch`. */
  readonly options: readonly Node[];
  readonly body: readonly RequestRoot[];
}

/** One call of the chain. */
interface Link {
  readonly name: string;
  readonly args: readonly Node[];
  readonly frame: Frame | undefined;
}

/**
 * The request that a call sends as the last of a chain.
 *
 * @param sender the origin of what is called
 * @returns undefined for calls that are no such thing, or send nothing
 */
export function builtRequest(ev: Evaluator, call: CallNode, sender: Api): BuiltRequest | undefined {
  const root = rootOfApi(sender);
  const row = root.kind === 'module' ? BUILDERS.find(({ module }) => module.test(root.source)) : undefined;
  const callee = unwrap(call.callee);
  const sends = row?.sends[callee.type === 'MemberExpression' ? (writtenKey(callee) ?? '') : ''];
  if (!row || !sends) return undefined;
  const chain = linksOf(sender);
  const args = argumentsOf(call);
  const given = (names: ReadonlySet<string>): Link[] => chain.filter(({ name }) => names.has(name));
  const bodies = given(row.body).flatMap(({ args: [body], frame }) => (body ? [{ body, frame }] : []));
  const own = sends.body === undefined ? undefined : args[sends.body];
  const body = own ? { body: own, frame: undefined } : bodies.at(-1);
  const more = args[sends.url];
  return {
    urls: addressOf(ev, [
      ...given(row.address),
      ...(more ? [{ name: 'url', args: [more], frame: undefined }] : []),
    ]),
    options: optionsOf(row, chain),
    body: body ? decoded(ev, body.body, [], body.frame) : [],
  };
}

function optionsOf(row: BuilderRow, chain: readonly Link[]): Node[] {
  return chain
    .filter(({ name }) => row.headers.has(name) || row.options.has(name))
    .flatMap(({ args: [options] }) => options ?? []);
}

/** The calls behind a value, first first, each with the name that it goes by. */
function linksOf(api: Api): Link[] {
  const links: Link[] = [];
  for (let current: Api | undefined = api; current; current = current.from) {
    const { step } = current;
    if (step.kind !== 'call') continue;
    const from = current.from?.step;
    const name = from?.kind === 'member' ? from.name : 'default';
    links.unshift({ name, args: argumentsOf(step.node), frame: step.frame });
  }
  return links;
}

function argumentsOf(call: CallNode): Node[] {
  return call.arguments.filter((argument) => argument.type !== 'SpreadElement');
}

/** Each piece goes after the ones before it; a whole address goes in their place. */
function addressOf(ev: Evaluator, pieces: readonly Link[]): readonly WrittenUrl[] {
  let urls: readonly WrittenUrl[] = [];
  for (const { args, frame } of pieces) {
    const [piece] = args;
    if (!piece) continue;
    const next = ev.answers(piece, [], frame).flatMap((answer) =>
      (answer.kind === 'unknown' ? [[null]] : stringsOf([answer])).map((text) => ({
        pieces: text,
        node: answer.node,
      })),
    );
    if (next.length === 0) continue;
    const whole = next.some(({ pieces: [start] }) => /^[a-z]+:\/\//i.test(start ?? ''));
    urls =
      whole || urls.length === 0
        ? next
        : urls.flatMap((url) =>
            next.map((each) => ({ node: url.node, pieces: mergePieces([...url.pieces, ...each.pieces]) })),
          );
  }
  return urls;
}

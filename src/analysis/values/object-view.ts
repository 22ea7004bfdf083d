/**
 * A read view of one request: ask for a path, get the three-valued answer.
 */
import { originReason } from './origins.ts';
import type { Answers, Evaluator } from './answers.ts';
import { isMissing } from './answers.ts';
import type { Answer, Frame, Key, Node, Path, Resolved } from '../syntax/types.ts';

/** An expression in which a request, or a part of it, is to be found. */
export interface RequestRoot {
  readonly node: Node;
  readonly frame: Frame | undefined;
  /** Keys from the expression to the request. */
  readonly path: Path;
}

export interface RequestParams {
  /**
   * Everything the request can hold at `path`.
   *
   * @param path keys joined by dots, `[*]` for every element of a list: `requests[*].params.model`;
   *   empty for the request as a whole
   */
  get(path: string): Resolved;
  /** False when nothing in the file is given a property of this name. */
  hasKey(name: string): boolean;
  /** False when the file does not have this word, so that no path that ends in it leads anywhere. */
  mentions(word: string): boolean;
  /** The models, or whatever stands at `path`, of an object that is part of the request. */
  below(node: Node, path: string): Resolved;
  /** The expressions the request is read from. */
  readonly roots: readonly RequestRoot[];
}

/** Splits `requests[*].params` into its keys. */
export function parsePath(path: string): readonly Key[] {
  let keys = parsed.get(path);
  if (!keys) {
    keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    parsed.set(path, keys);
  }
  return keys;
}

/** Paths are written in tables: there are few of them. */
const parsed = new Map<string, readonly Key[]>();

/**
 * A view over several possible sources of one request.
 *
 * @param nowhere the node to blame when there is no source at all (a call without arguments)
 */
export function requestParams(ev: Evaluator, roots: readonly RequestRoot[], nowhere: Node): RequestParams {
  return {
    roots,
    mentions: (word) => ev.mentions(word),
    hasKey: (name) => ev.hasKey(name),
    below: (node, path) => ev.resolve(node, parsePath(path)),
    get(path) {
      const keys = parsePath(path);
      if (roots.length === 0) return [{ kind: 'absent', node: nowhere, missing: keys }];
      const found = roots.flatMap((root) => ev.answers(root.node, [...root.path, ...keys], root.frame));
      const answers = ev.placed(found, nowhere);
      if (answers.length === 0) return ev.placed(emptyAnswer(ev, roots, keys), nowhere);
      return keys.length > 0 ? answers.map((answer) => shown(answer, keys)) : answers;
    },
  };
}

/**
 * A view over one expression that may hold a request.
 *
 * @param frame in which it is read
 */
export function paramsAt(ev: Evaluator, node: Node, frame?: Frame): RequestParams {
  return requestParams(ev, [{ node, frame, path: [] }], node);
}

/**
 * A key looked up in something that comes from elsewhere is not known to be there; only a property or
 * an assignment in this file shows that it is.
 */
function shown(answer: Answer, keys: readonly Key[]): Answer {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return answer;
  if (answer.property || answer.assignment || answer.isWritten) return answer;
  const { node, elsewhere, spreadInto } = answer;
  return { kind: 'unknown', reason: originReason(answer.value.api), node, elsewhere, path: keys, spreadInto };
}

/** No answer at all: an empty list where elements were asked for, else code that never returns. */
function emptyAnswer(ev: Evaluator, roots: readonly RequestRoot[], keys: readonly Key[]): Resolved {
  const [root] = roots as [RequestRoot, ...RequestRoot[]];
  const star = keys.indexOf('*');
  if (star >= 0) {
    const list = roots.flatMap((each) =>
      ev.answers(each.node, [...each.path, ...keys.slice(0, star)], each.frame),
    );
    if (list.some((a) => a.kind === 'known' && a.value.kind === 'array')) {
      return [
        { kind: 'known', value: { kind: 'array', node: root.node, frame: root.frame }, node: root.node },
      ];
    }
  }
  return [{ kind: 'unknown', reason: 'complex', node: root.node, path: keys }];
}

/** True when the request surely has something at `path`. */
export function has(params: RequestParams, path: string): boolean {
  return params.get(path).every((a) => a.kind === 'known');
}

/** True when the request may have something at `path`, or does not show. */
export function mayHave(params: RequestParams, path: string): boolean {
  const keys = parsePath(path);
  return params.get(path).some((a) => !isMissing(a, keys) && a.kind !== 'absent');
}

/** True when some way through the code surely puts something at `path`, whatever its value. */
export function sometimesHas(params: RequestParams, path: string): boolean {
  return params
    .get(path)
    .some((a) => a.kind === 'known' || (a.kind === 'unknown' && (a.property ?? a.isWritten) !== undefined));
}

/** The strings an answer can be, with `null` for pieces that are not known. */
export function stringsOf(answers: Answers | readonly Answer[]): (readonly (string | null)[])[] {
  return answers.flatMap((answer) => {
    if (answer.kind !== 'known') return [];
    if (answer.value.kind === 'text') return [answer.value.pieces];
    return answer.value.kind === 'literal' && typeof answer.value.value === 'string'
      ? [[answer.value.value]]
      : [];
  });
}

/**
 * What a call over HTTP sends: its headers and its body, through `JSON.stringify` and `request.write`.
 */
import { literalOf } from '../values/answers.ts';
import { isClaudeId, isClaudeText } from '../sdk-surface/model-names.ts';
import { makersOf, namesOf } from '../values/origins.ts';
import { calleeName, unwrap, writtenKey } from '../syntax/nodes.ts';
import { mayHave, paramsAt, requestParams, sometimesHas, stringsOf } from '../values/object-view.ts';
import type { RequestParams, RequestRoot } from '../values/object-view.ts';
import { CLAUDE_HEADERS } from '../sdk-surface/index.ts';
import type { Answer, CallNode, Frame, Node } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { decoded } from '../values/encodings.ts';

/** Where a call puts what it sends, most specific first. `` is the argument itself. */
const BODY_KEYS = ['body', 'json', 'data', 'payload'];

/**
 * True when the headers of a request are those that only Claude's API asks for.
 *
 * @param frame in which the options are read
 */
export function hasClaudeHeaders(ev: Evaluator, options: readonly Node[], frame: Frame | undefined): boolean {
  return options.some((node) => {
    const view = paramsAt(ev, node, frame);
    return [...CLAUDE_HEADERS].some(
      (name) =>
        sometimesHas(view, `headers.${name}`) ||
        headersObject(ev, view.get('headers'), name) ||
        sometimesHas(view, name),
    );
  });
}

/** `headers: new Headers({ … })`. */
function headersObject(ev: Evaluator, headers: readonly Answer[], name: string): boolean {
  return headers.some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
    const [maker] = makersOf(answer.value.api);
    const [first] = maker?.node.arguments ?? [];
    if (!maker || !first || namesOf(answer.value.api)[0] !== 'Headers') return false;
    return ev.answers(first, [name], maker.frame).some((a) => a.kind === 'known');
  });
}

/** True when a body is a request of the Messages API, to a Claude model or with its fields. */
export function looksLikeClaude(params: RequestParams): boolean {
  if (stringsOf(params.get('model')).some(isClaudeText)) return true;
  return sometimesHas(params, 'messages') && sometimesHas(params, 'max_tokens');
}

/** True when a body asks for a Claude model by name, for whoever serves models of many vendors. */
export function asksForClaude(params: RequestParams): boolean {
  return stringsOf(params.get('model')).some(isClaudeId);
}

/**
 * The body, looked through `JSON.stringify`, wherever the call's style puts it.
 *
 * @param frame in which the call is read
 */
export function bodyOf(
  ev: Evaluator,
  call: CallNode,
  options: readonly Node[],
  frame: Frame | undefined,
): RequestParams {
  const roots: RequestRoot[] = [];
  // The first of several arguments is the URL.
  const holders = options.length > 1 ? options.slice(1) : options;
  const shows = (node: Node): boolean =>
    BODY_KEYS.some((key) => sometimesHas(paramsAt(ev, node, frame), key));
  const latest = [...holders].reverse();
  // `needle('post', url, JSON.stringify(body), { headers })`
  for (const node of options.slice(1)) {
    roots.push(...decoded(ev, node, [], frame).filter((root) => root.node !== node));
    if (roots.length > 0) return requestParams(ev, roots, call);
  }
  // An argument that shows a body goes before one that might have one.
  for (const node of [...latest.filter(shows), ...latest]) {
    for (const key of BODY_KEYS) {
      const view = paramsAt(ev, node, frame);
      // `{ json: true }` is how the body is to be written.
      if (mayHave(view, key) && !view.get(key).every(isFlag)) roots.push(...decoded(ev, node, [key], frame));
      if (roots.length > 0) return requestParams(ev, roots, call);
    }
  }
  // axios.post(url, body), ky-like helpers: the body is an argument of its own.
  const [, second] = options;
  if (second && !isOptions(ev, second, frame)) roots.push(...decoded(ev, second, [], frame));
  if (roots.length === 0) roots.push(...sentLater(ev, call, frame));
  return requestParams(ev, roots, call);
}

function isFlag(answer: Answer): boolean {
  return answer.kind !== 'unknown' && typeof literalOf(answer) === 'boolean';
}

function isOptions(ev: Evaluator, node: Node, frame: Frame | undefined): boolean {
  const view = paramsAt(ev, node, frame);
  return ['headers', 'method', 'timeout', 'responseType'].some((key) => sometimesHas(view, key));
}

/** Methods of chains that take the body: of superagent, centra and petitio. */
const SENDS_BODY: ReadonlySet<string> = new Set(['body', 'json', 'send']);

/** `.post(url).set(…).send(body)`. */
function sentOn(ev: Evaluator, call: Node, frame: Frame | undefined): RequestRoot[] | undefined {
  const member = call.parent;
  const next = member?.type === 'MemberExpression' ? member.parent : undefined;
  if (next?.type !== 'CallExpression') return undefined;
  const [body] = next.arguments;
  return SENDS_BODY.has(calleeName(next.callee) ?? '') && body
    ? decoded(ev, body, [], frame)
    : sentOn(ev, next, frame);
}

/** `request.write(body)`, `request.end(body)`, `request.send(body)` on what the call returns. */
function sentLater(ev: Evaluator, call: CallNode, frame: Frame | undefined): RequestRoot[] {
  return sentOn(ev, call, frame) ?? writtenTo(ev, call, { frame });
}

/**
 * What is written to what a call returns.
 *
 * @param how `member`: the part of it that takes the text: `child.stdin.end(text)`; `frame`: in which the texts are read
 */
export function writtenTo(
  ev: Evaluator,
  call: CallNode,
  how: { readonly member?: string; readonly frame?: Frame | undefined } = {},
): RequestRoot[] {
  const { member, frame } = how;
  const declarator = call.parent.type === 'VariableDeclarator' ? call.parent : undefined;
  const variable = declarator && ev.index.declaredBy(declarator)[0];
  if (!variable) return [];
  return ['write', 'end', 'send'].flatMap((name) =>
    ev.index
      .indexOf(call)
      .callsNamed(name)
      .flatMap((send) => {
        const callee = unwrap(send.callee);
        const [body] = send.arguments;
        if (callee.type !== 'MemberExpression' || !body || body.type === 'SpreadElement') return [];
        const taker = unwrap(callee.object);
        const holder =
          member === undefined
            ? taker
            : taker.type === 'MemberExpression' && writtenKey(taker) === member
              ? unwrap(taker.object)
              : undefined;
        return holder && ev.index.variableOf(holder) === variable ? decoded(ev, body, [], frame) : [];
      }),
  );
}

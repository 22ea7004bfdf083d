/**
 * What a call over HTTP sends: its headers and its body, through `JSON.stringify` and `request.write`.
 */
import { isClaudeText } from '../requests/claude-evidence.ts';
import { makersOf, namesOf } from '../clients/sdk-values.ts';
import { calleeName, unwrap } from '../nodes.ts';
import { mayHave, paramsAt, requestParams, sometimesHas, stringsOf } from '../requests/request-params.ts';
import type { RequestParams, RequestRoot } from '../requests/request-params.ts';
import { CLAUDE_HEADERS } from '../sdk-surface/index.ts';
import type { Answer, CallNode, Frame, Node } from '../types.ts';
import type { Resolver } from '../values/answers.ts';
import { isJsonStringify } from '../values/call-results.ts';

/** Where a call puts what it sends, most specific first. `` is the argument itself. */
const BODY_KEYS = ['body', 'json', 'data', 'payload'];

/** True when the headers of a request are those that only Claude's API asks for. */
export function hasClaudeHeaders(r: Resolver, options: readonly Node[]): boolean {
  return options.some((node) => {
    const view = paramsAt(r, node);
    return [...CLAUDE_HEADERS].some(
      (name) =>
        sometimesHas(view, `headers.${name}`) ||
        headersObject(r, view.get('headers'), name) ||
        sometimesHas(view, name),
    );
  });
}

/** `headers: new Headers({ … })`. */
function headersObject(r: Resolver, headers: readonly Answer[], name: string): boolean {
  return headers.some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
    const [maker] = makersOf(answer.value.api);
    const [first] = maker?.node.arguments ?? [];
    if (!maker || !first || namesOf(answer.value.api)[0] !== 'Headers') return false;
    return r.answers(first, [name], maker.frame).some((a) => a.kind === 'known');
  });
}

/** True when a body is a request of the Messages API, to a Claude model or with its fields. */
export function looksLikeClaude(params: RequestParams): boolean {
  if (stringsOf(params.get('model')).some(isClaudeText)) return true;
  return sometimesHas(params, 'messages') && sometimesHas(params, 'max_tokens');
}

/** The body, looked through `JSON.stringify`, wherever the call's style puts it. */
export function bodyOf(r: Resolver, call: CallNode, options: readonly Node[]): RequestParams {
  const roots: RequestRoot[] = [];
  // The first of several arguments is the URL.
  const holders = options.length > 1 ? options.slice(1) : options;
  const shows = (node: Node): boolean => BODY_KEYS.some((key) => sometimesHas(paramsAt(r, node), key));
  const latest = [...holders].reverse();
  // An argument that shows a body goes before one that might have one.
  for (const node of [...latest.filter(shows), ...latest]) {
    for (const key of BODY_KEYS) {
      if (mayHave(paramsAt(r, node), key)) roots.push(...decoded(r, node, [key]));
      if (roots.length > 0) return requestParams(r, roots, call);
    }
  }
  // axios.post(url, body), ky-like helpers: the body is an argument of its own.
  const [, second] = options;
  if (second && !isOptions(r, second)) roots.push(...decoded(r, second, []));
  if (roots.length === 0) roots.push(...written(r, call));
  return requestParams(r, roots, call);
}

function isOptions(r: Resolver, node: Node): boolean {
  const view = paramsAt(r, node);
  return ['headers', 'method', 'timeout', 'responseType'].some((key) => sometimesHas(view, key));
}

/** How many encodings may stand inside one another: a loop can make a body of itself. */
const MAX_ENCODINGS = 4;

/** The value that a body is the JSON of. */
export function decoded(
  r: Resolver,
  node: Node,
  path: readonly string[],
  frame?: Frame,
  depth = 0,
): RequestRoot[] {
  const roots: RequestRoot[] = [];
  for (const answer of r.answers(node, path, frame)) {
    if (answer.kind === 'absent') continue;
    const api = answer.kind === 'known' && answer.value.kind === 'api' ? answer.value.api : undefined;
    const [maker] = api ? makersOf(api) : [];
    const [first] = maker?.node.arguments ?? [];
    const encoded = maker && first && api?.step.kind === 'call' && encodes(r, maker.node);
    if (encoded && depth < MAX_ENCODINGS) {
      roots.push(...decoded(r, first, [], maker.frame, depth + 1));
    } else {
      roots.push({ node, frame, path });
    }
  }
  return roots.filter(
    (root, i) => roots.findIndex((o) => o.node === root.node && o.frame === root.frame) === i,
  );
}

/** `JSON.stringify(x)`, `Buffer.from(x)`, `encoder.encode(x)`. */
function encodes(r: Resolver, call: CallNode): boolean {
  const name = calleeName(call.callee) ?? '';
  return (
    isJsonStringify(r, call) || name === 'encode' || (name === 'from' && namesOfCallee(call) === 'Buffer')
  );
}

function namesOfCallee(call: CallNode): string {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : '';
}

/** `.post(url).set(…).send(body)`. */
function sentOn(r: Resolver, call: Node): RequestRoot[] | undefined {
  const member = call.parent;
  const next = member?.type === 'MemberExpression' ? member.parent : undefined;
  if (next?.type !== 'CallExpression') return undefined;
  const [body] = next.arguments;
  return calleeName(next.callee) === 'send' && body ? decoded(r, body, []) : sentOn(r, next);
}

/** `request.write(body)`, `request.end(body)`, `.send(body)` on what the call returns. */
function written(r: Resolver, call: CallNode): RequestRoot[] {
  const chained = sentOn(r, call);
  if (chained) return chained;
  const declarator = call.parent.type === 'VariableDeclarator' ? call.parent : undefined;
  const variable = declarator && r.index.declaredBy(declarator)[0];
  if (!variable) return [];
  return ['write', 'end'].flatMap((name) =>
    r.index.callsNamed(name).flatMap((send) => {
      const callee = unwrap(send.callee);
      const [body] = send.arguments;
      const same =
        callee.type === 'MemberExpression' && r.index.variableOf(unwrap(callee.object)) === variable;
      return same && body && body.type !== 'SpreadElement' ? decoded(r, body, []) : [];
    }),
  );
}

/**
 * What a function receives that is not called by name but handed on: callbacks, listeners, tools.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { contains, isFunction, literalText, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
import { emissionsOf } from '../values/emitters.ts';
import { functionsOf } from '../values/functions.ts';
import { sentBy } from '../requests/sent-by.ts';
import { ASKED } from './path-steps.ts';
import { handedByBox, handedByStep } from './boxes.ts';
import { calledBack } from './called-back.ts';
import { pipedInto } from './piped-streams.ts';
import { isToolMaker, looksLikeTool, TOOL_BODIES, toolInput } from './tools.ts';
import type { ArgumentRead, Origin, ResultSource, Tracer } from './types.ts';
import { MIDDLEWARE, middlewareSource } from './middleware.ts';
import { handedByWorker } from './workers.ts';

/** Methods that hand the elements of their receiver to a callback's first parameter. */
const ELEMENT_CALLBACKS: ReadonlySet<string> = new Set(
  'every filter find findIndex findLast findLastIndex flatMap forEach map mapValues some sort toSorted'.split(
    ' ',
  ),
);
const LISTENERS: ReadonlySet<string> = new Set([
  'addEventListener',
  'addListener',
  'on',
  'once',
  'prependListener',
]);
const REPLACING = /^replace(?:All)?$/;
/** Events that carry no content. */
const SILENT_EVENTS: ReadonlySet<string> = new Set(
  'abort close connect connected disconnect drain end finish open ready'.split(' '),
);
/**
 * What a function that is handed on gets as one of its arguments.
 *
 * @param callback the expression that hands it on: a function written in place, or the name of one
 * @returns undefined where nothing is known of what calls it
 */
export function callbackOrigins(
  t: Tracer,
  callback: Node,
  read: ArgumentRead,
): readonly Origin[] | undefined {
  const outer = wrapped(callback);
  const holder = outer.parent;
  if (holder?.type === 'Property' && holder.value === outer) return ofProperty(t, outer, holder, read);
  if (holder?.type !== 'CallExpression' && holder?.type !== 'NewExpression') return undefined;
  const argument = holder.arguments.findIndex((each) => each === outer);
  if (argument < 0) {
    // (async (q) => …)("…")
    const given = holder.arguments[read.position];
    return holder.callee === outer ? (given ? t.trace(given, read.path, read.frame) : []) : undefined;
  }
  if (isToolMaker(holder)) return toolInput(t, read.path);
  const piped = handedByStep(t, outer, read);
  if (piped) return piped;
  const request = t.resultAt(holder);
  if (request?.shape === 'response') return ofResponse(t, request, outer, read);
  // exec(command, (error, stdout, stderr) => …)
  if (request?.site?.via === 'command') return ofProgram(request, outer, read);
  const callee = unwrap(holder.callee);
  const handed: Callback = { callback: outer, call: holder, argument };
  const found = callee.type === 'MemberExpression' ? byMethod(t, handed, callee, read) : undefined;
  return found ?? calledBack(t, { call: holder, argument, name: undefined }, read, atPlace(t));
}

/** True for a function that takes an error before anything else: `(error, response) => …`. */
function takesError(t: Tracer, callback: Node): boolean {
  return functionsOf(t.ev, callback).some(({ node }) => node.params.length > 1);
}

/** `https.request(options, (res) => …)`, `needle.post(url, data, (error, response, body) => …)`. */
function ofResponse(
  t: Tracer,
  request: ResultSource,
  callback: Node,
  { position, path }: ArgumentRead,
): readonly Origin[] {
  const at = takesError(t, callback) ? position - 1 : position;
  if (at < 0) return [{ kind: 'caught', at: callback, path }];
  if (at > 1) return [];
  return [{ kind: 'result', at: request, path: at === 0 ? path : ['body', ...path] }];
}

/** What a program has written when it ends, or the error that it ended with. */
function ofProgram(
  request: ResultSource,
  callback: Node,
  { position, path }: ArgumentRead,
): readonly Origin[] {
  if (position === 0) return [{ kind: 'caught', at: callback, path }];
  return position === 1 ? [{ kind: 'result', at: request, path: ['stdout', ...path] }] : [];
}

/** A function that is an argument of a call. */
interface Callback {
  readonly callback: Node;
  readonly call: CallNode;
  readonly argument: number;
}

/** What methods of lists, promises and emitters hand to a callback; undefined for methods of others. */
function byMethod(
  t: Tracer,
  { callback, call, argument }: Callback,
  callee: TSESTree.MemberExpression,
  { position, path, frame }: ArgumentRead,
): readonly Origin[] | undefined {
  const method = writtenKey(callee) ?? '';
  const read = (p: Path): readonly Origin[] => t.trace(callee.object, p, frame);
  if (method === 'then' && argument === 0) return position === 0 ? read(path) : [];
  if (method === 'then' || method === 'catch') return [{ kind: 'caught', at: callback, path }];
  // superagent.post(url).send(body).end((error, response) => …)
  if (method === 'end' && takesError(t, callback)) return position === 1 ? read(path) : [];
  // http.post(url, body).subscribe((answer) => …)
  if (method === 'subscribe' && argument === 0 && position === 0) {
    const found = read(path);
    if (found.some(({ kind }) => kind === 'result')) return found;
  }
  if (ELEMENT_CALLBACKS.has(method)) {
    if (position === 1 && !method.endsWith('ort')) return [];
    return read(position === 2 ? path : ['*', ...path]);
  }
  const boxed = handedByBox(
    t,
    { method, object: callee.object },
    { callback, argument },
    { position, path, frame },
  );
  if (boxed) return boxed;
  if (method === 'reduce' || method === 'reduceRight') {
    if (position === 1) return read(['*', ...path]);
    const [, start] = call.arguments;
    const results = functionsOf(t.ev, callback)
      .flatMap(({ node }) => t.ev.index.returnsOf(node))
      .flatMap((n) => (n ? t.trace(n, path, frame) : []));
    return position === 0 ? [...(start ? t.trace(start, path, frame) : []), ...results] : [];
  }
  // text.replace(/\w+/g, (word) => …)
  if (REPLACING.test(method) && argument === 1) return read(path);
  if (method === 'from' && argument === 1 && call.arguments[0]) {
    return position === 0 ? t.trace(call.arguments[0], ['*', ...path], frame) : [];
  }
  // term.onData((text) => …)
  if (method === 'onData' && argument === 0) return read(['on(data)', ...path]);
  if (LISTENERS.has(method) && argument === 1 && call.arguments[0]) {
    const event = literalText(call.arguments[0]) ?? '*';
    if (event === 'error') return [{ kind: 'caught', at: callback, path }];
    if (SILENT_EVENTS.has(event)) return [];
    const worked = handedByWorker(t, callee.object, event, { position, path, frame });
    if (worked) return worked;
    const origins = read([`on(${event})`, ...path]);
    const emitted = emissionsOf(t.ev, call).flatMap(({ arguments: [, ...given] }) => {
      const value = given[position];
      return value ? t.trace(value, path, frame) : [];
    });
    return origins.length + emitted.length > 0 ? [...origins, ...emitted] : undefined;
  }
  return undefined;
}

/** A function that stands in an object: a callback option of a request, the body of a tool, an option of a helper. */
function ofProperty(
  t: Tracer,
  callback: Node,
  property: TSESTree.Property,
  read: ArgumentRead,
): readonly Origin[] | undefined {
  const { position, path } = read;
  const name = writtenKey(property) ?? '';
  const call = callAround(property);
  if (MIDDLEWARE.has(name)) {
    const asked = middlewareOrigins(t, path);
    if (asked) return asked;
  }
  if (!call && /^on[A-Z]/.test(name)) return ofListener(callback, name, sourceOf(t, property), path);
  if (!call) return TOOL_BODIES.has(name) && looksLikeTool(property.parent) ? toolInput(t, path) : undefined;
  const piped = pipedInto(t, call, name, read);
  if (piped) return piped;
  const request = requestAround(t, property);
  if (TOOL_BODIES.has(name) && (request !== undefined || isToolMaker(call) || looksLikeTool(property.parent)))
    return position === 0 ? toolInput(t, path) : [];
  if (request) return ofHandler(name, request, read) ?? ofListener(callback, name, request, path);
  const argument = call.arguments.findIndex((a) => contains(a, property));
  return calledBack(t, { call, argument, name }, { position, path, frame: undefined }, atPlace(t));
}

function middlewareOrigins(t: Tracer, [key, ...path]: Path): readonly Origin[] | undefined {
  const source = middlewareSource(t.ev, t.results);
  if (!source) return undefined;
  return key === 'params' ? [{ kind: 'result', at: source, path: [ASKED, ...path] }] : [];
}

/** Members of a handler of LangChain's callbacks that get what was asked, behind what asks, and what was answered. */
const HANDLES_ASKED = /^handle(?:ChainStart|ChatModelStart|LLMStart|ToolStart)$/;
const HANDLES_ANSWER =
  /^handle(?:AgentAction|AgentEnd|ChainEnd|LLMEnd|LLMNewToken|Text|ToolEnd)$|^(?:experimental_)?repair(?:Text|ToolCall)$/;

/** A member of a handler that a model is made with, what mends an answer, or the text that `streamUI` hands on. */
function ofHandler(
  name: string,
  request: ResultSource,
  { position, path }: ArgumentRead,
): readonly Origin[] | undefined {
  const isText = name === 'text' && request.site?.operation.id === 'streamUI';
  if (isText || HANDLES_ANSWER.test(name))
    return position === 0 ? [{ kind: 'result', at: request, path: ['on()', ...path] }] : [];
  if (!HANDLES_ASKED.test(name)) return undefined;
  return position === 1 ? [{ kind: 'result', at: request, path: [ASKED, ...path] }] : [];
}

/** A callback option of a request: `onFinish`, `onChunk`, `onError`. */
function ofListener(
  callback: Node,
  name: string,
  request: ResultSource | undefined,
  path: Path,
): readonly Origin[] | undefined {
  if (!request || !/^on[A-Z]/.test(name)) return undefined;
  return name === 'onError'
    ? [{ kind: 'caught', at: callback, path: path[0] === 'error' ? path.slice(1) : path }]
    : [{ kind: 'result', at: request, path: ['on()', ...path] }];
}

/** The request that an object outside of it is handed to. */
function sourceOf(t: Tracer, property: Node): ResultSource | undefined {
  const sites = [...t.results.values()].flatMap(({ site }) => (site ? [site] : []));
  const site = sentBy(t.ev.index, sites, property);
  return site && t.results.get(site.node);
}

/** The call among whose arguments a property stands. */
function callAround(property: Node): CallNode | undefined {
  for (let node = property.parent; node && !isFunction(node); node = node.parent) {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return node;
    if (node.type.endsWith('Statement') || node.type === 'VariableDeclarator') return undefined;
  }
  return undefined;
}

/** The request to Claude in whose arguments a piece stands. */
function requestAround(t: Tracer, piece: Node): ResultSource | undefined {
  for (let node = piece.parent; node; node = node.parent) {
    const source =
      node.type === 'CallExpression' || node.type === 'NewExpression' ? t.resultAt(node) : undefined;
    if (source) return source;
  }
  return undefined;
}

const atPlace =
  (t: Tracer) =>
  (place: Node, read: ArgumentRead): readonly Origin[] | undefined =>
    callbackOrigins(t, place, read);

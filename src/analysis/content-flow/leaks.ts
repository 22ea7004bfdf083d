/**
 * Content of the file's requests that reaches a place where it is written down.
 */
import type { CallSite } from '../requests/call-site.ts';
import { isClaudeText } from '../sdk-surface/model-names.ts';
import { isHandedSite } from '../sites/handed-sites.ts';
import {
  contains,
  enclosingFunction,
  functionsAround,
  isClass,
  isFunction,
  literalText,
  nameOfFunction,
  unwrap,
  wrapped,
  writtenKey,
} from '../syntax/nodes.ts';
import { once } from '../syntax/once.ts';
import type { CallNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import { wordsOf } from '../syntax/words.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/callers.ts';
import { functionsOf } from '../values/functions.ts';
import { patternSteps } from '../values/patterns.ts';
import { callbackOrigins } from './callbacks.ts';
import { carriersIn, describesOnly, lastName, writtenOf } from './carriers.ts';
import { errorContent } from './errors.ts';
import type { LoggingCall } from './logging-calls.ts';
import { callsThroughObjects } from './handed-on.ts';
import { isIdName } from './names.ts';
import { isSent, promptOrigins } from './prompts.ts';
import type { PromptOrigin } from './prompts.ts';
import { isContentOf } from './results.ts';
import { LEVELS, LOGGING_FUNCTIONS, SINK_ROWS } from './sink-table.ts';
import type { SinkCall } from './sinks.ts';
import { ASKED, FAILED, leavesOutContent } from './path-steps.ts';
import { isSentThere, isToldWhereHandedIn } from './told-there.ts';
import { typeName } from './typed-content.ts';
import type { Leak, Origin, ResultSource, Sink, Tracer } from './types.ts';
import { isLevelOfLogger } from './writers.ts';

/** What is asked of every sink of a file. */
export interface Flow {
  readonly ev: Evaluator;
  readonly t: Tracer;
  readonly callSites: readonly CallSite[];
  /** Where prompts come from; computed when something reaches a sink that may be one. */
  readonly sent: () => ReadonlyMap<object, readonly PromptOrigin[]>;
}

/**
 * What is asked of every sink of a file.
 *
 * @param t follows what reaches a sink
 * @param sending follows what is sent
 */
export function flowOf(t: Tracer, sending: Tracer, callSites: readonly CallSite[]): Flow {
  return { ev: t.ev, t, callSites, sent: once(() => promptOrigins(sending, callSites)) };
}

/** Content of one request that reaches one sink is one leak, at the first expression that carries it. */
export function leaksOf(flow: Flow, { call, sink, callback }: SinkCall): Leak[] {
  if (callback) return leaksOfCallback(flow, { call, sink, callback });
  const leaks: Leak[] = [];
  const wrapper = wrapperAround(call);
  const add = (leak: Leak): void => {
    if (isToldWhereHandedIn(flow.ev, leak.source, flow.callSites)) return;
    const isTwin = (other: Leak): boolean =>
      other.call === leak.call && other.source === leak.source && other.kind === leak.kind;
    const at = leaks.findIndex(isTwin);
    const twin = leaks[at];
    if (!twin) leaks.push(leak);
    else if (twin.node !== leak.node) leaks[at] = { ...twin, others: (twin.others ?? 0) + 1 };
  };
  for (const argument of sink.content) {
    for (const node of carriersIn(argument)) {
      if (describesOnly(flow.ev, node)) continue;
      const written = writtenOf(node);
      const origins = wrapper ? flow.t.withinFunction(node, written) : flow.t.trace(node, written);
      const found = contentOf(flow, origins, call, node);
      if (found) add({ ...found, node, call, sink });
      else if (wrapper) for (const leak of throughWrapper(flow, wrapper, origins, sink)) add(leak);
    }
  }
  return leaks;
}

/** Content that a call hands to a function of another module, which writes it down. */
export function leaksOfCall(flow: Flow, logging: LoggingCall): Leak[] {
  const { call, inner, frame, callback } = logging;
  for (const argument of inner.sink.content) {
    for (const carrier of carriersIn(argument)) {
      if (describesOnly(flow.ev, carrier)) continue;
      const found = contentOf(flow, flow.t.trace(carrier, writtenOf(carrier), frame), call, carrier);
      if (!found || isToldElsewhere(flow, found, carrier, logging)) continue;
      const writer = writerNamed(logging);
      const leak = { ...found, wholeMessage: false, call, sink: inner.sink, ...(writer && { writer }) };
      if (callback) return [{ ...leak, node: callback }];
      const given = call.arguments.find((each) => contentOf(flow, flow.t.trace(each, []), call, each));
      const node =
        given &&
        carriersIn(given).find(
          (each) => !isIdName(lastName(each)) && contentOf(flow, flow.t.trace(each, []), call, each),
        );
      // An id that went into the prompt as well is no content.
      if (given && !node) continue;
      // What the function gets by itself is written down in its own module; what it gets by a function that it is handed, here.
      const isItsOwn = (): boolean =>
        !(found.kind === 'prompt' && isHandedIn(call, found.source)) &&
        (found.kind !== 'completion' || call.arguments.every((each) => literalText(each) !== undefined));
      if (!given && isItsOwn()) continue;
      return [{ ...leak, node: node ?? call.callee, ...(!given && { isAsked: true }) }];
    }
  }
  return [];
}

/** What asks stands in a function that a call hands in: the one that writes has nothing to do with Claude. */
function isHandedIn(call: CallNode, source: CallNode): boolean {
  return call.arguments.some((each) => contains(each, source));
}

function kindOf(
  flow: Flow,
  carrier: Node,
  call: CallNode,
  frame: Frame | undefined,
): Found['kind'] | undefined {
  if (describesOnly(flow.ev, carrier)) return undefined;
  return contentOf(flow, flow.t.trace(carrier, [], frame), call, carrier)?.kind;
}

/**
 * True for what a module on the way shows to be content, and hands on to be written down: it is said there, where it is mended.
 */
function isToldElsewhere(
  flow: Flow,
  { kind }: Found,
  carrier: Node,
  { call, inner, way, frame }: LoggingCall,
): boolean {
  if (kind === 'completion' && isPutAroundElsewhere(flow.ev, frame?.outer)) return true;
  const isToldAt = (at: CallNode, written: Node): boolean =>
    (kind === 'completion' && contentOf(flow, originsOfItsOwn(flow, written), call, written) !== undefined) ||
    isSentThere(flow.t, at, written);
  return (
    isToldAt(inner.call, carrier) ||
    way.some((each) =>
      each.call.arguments
        .flatMap(carriersIn)
        .some((written) => kindOf(flow, written, call, each.frame) === kind && isToldAt(each.call, written)),
    )
  );
}

/**
 * `export const ask = logged(send)` of another module: it hands in what asks, and is told there what is written down of the answer.
 *
 * @param frame in which the function that writes was made
 */
function isPutAroundElsewhere(ev: Evaluator, frame: Frame | undefined): boolean {
  for (let at = frame; at; at = at.outer) {
    const [first] = at.args;
    const call = first?.parent;
    if (
      call?.type !== 'CallExpression' ||
      call.arguments[0] !== first ||
      call.callee.type === 'CallExpression'
    )
      continue;
    if (ev.index.indexOf(call) === ev.index) continue;
    const isOfIt = functionsOf(ev, call.callee).some(({ node }) => node === at.fn);
    if (isOfIt && call.arguments.some((each) => functionsOf(ev, each, at.argsFrame).length > 0)) return true;
  }
  return false;
}

/** The call that a report names beside the one that it stands at: the first that asks a logger; undefined where that is it. */
function writerNamed({ call, inner, way }: LoggingCall): CallNode | undefined {
  if (isLevelOfLogger(call.callee)) return undefined;
  return way.find((each) => isLevelOfLogger(each.call.callee))?.call ?? inner.call;
}

/** True in a function that calls what it, or one around it, is handed: `(next) => async (text) => { … await next(text) … }`. */
function isAround(ev: Evaluator, piece: Node): boolean {
  return functionsAround(piece)
    .flatMap(({ params }) => params)
    .some((each) =>
      readsOf(ev.index.variableOf(each)).some(
        (use) => use.parent?.type === 'CallExpression' && use.parent.callee === use,
      ),
    );
}

/** Pure, and one function: answers are remembered by it. */
function saysClaude(text: string): boolean {
  return isClaudeText([text]);
}

/** Where what an expression of another module holds comes from, without what the asking file asks Claude for. */
function originsOfItsOwn({ ev, t }: Flow, expression: Node): readonly Origin[] {
  // A module that does not come by Claude itself, and is handed what asks, says nothing of it.
  const file = ev.index.indexOf(expression);
  if (file !== ev.index && !ev.concerns(file, saysClaude) && isAround(ev, expression)) return [];
  return t.withinFunction(expression, []).filter(({ kind, at }) => {
    if (kind !== 'result') return true;
    const asked = at.site && isHandedSite(at.site) ? at.site.request.node : at.node;
    return ev.index.indexOf(asked) !== ev.index;
  });
}

/** What a function that writes is handed by the call that it is handed to: `reply.then(console.log)`. */
function leaksOfCallback(flow: Flow, { call, sink, callback }: Required<SinkCall>): Leak[] {
  const handed = callbackOrigins(flow.t, callback, { position: 0, path: [], frame: undefined }) ?? [];
  const found = contentOf(flow, handed, call, callback);
  return found ? [{ ...found, wholeMessage: false, node: callback, call, sink }] : [];
}

/** Names under which code holds errors, and what errors are made of. */
const ERROR_NAMES =
  /^(?:e|ex|err\w*|error\w*|exc\w*|cause|reason|failure|message|stack|\w*(?:Error|Err|Exception|Cause))$/;

type Found = Pick<Leak, 'kind' | 'source' | 'wholeMessage'>;

/** The content that some origin is, certain kinds first. */
function contentOf(flow: Flow, origins: readonly Origin[], call: CallNode, node: Node): Found | undefined {
  let possible: Found | undefined;
  for (const each of origins) {
    const found = contentAt(flow, each, call, node);
    if (found && found.kind !== 'error') return found;
    possible ??= found;
  }
  return possible;
}

function contentAt(flow: Flow, origin: Origin, call: CallNode, node: Node): Found | undefined {
  const { kind, at, path } = origin;
  if (kind === 'result') {
    if (path[0] === FAILED)
      return ERROR_NAMES.test(lastName(node))
        ? { kind: 'error', source: at.node, wholeMessage: false }
        : undefined;
    if (!isContentOf(at, path, flow.ev) || isErrorBranch(node, at, path)) return undefined;
    const wholeMessage =
      at.site?.operation.sdk === 'anthropic-sdk' && at.shape === 'message' && path.length === 0;
    return { kind: path[0] === ASKED ? 'prompt' : 'completion', source: at.node, wholeMessage };
  }
  if (kind === 'caught') {
    const found = errorContent(flow.ev, flow.callSites, at, path);
    if (found?.kind === 'error' && !ERROR_NAMES.test(lastName(node))) return undefined;
    return found && { kind: found.kind, source: found.site.node, wholeMessage: false };
  }
  if (kind === 'typed') {
    const source = flow.callSites[0]?.node ?? call;
    const isPrompt = typeName(at).includes('Param');
    return isSent(path, []) && !leavesOutContent(path)
      ? { kind: isPrompt ? 'prompt' : 'completion', source, wholeMessage: false }
      : undefined;
  }
  const sent = flow
    .sent()
    .get(at)
    ?.find((each) => isSent(path, each.path) && !(each.isTurns && leavesOutContent(path)));
  return sent && { kind: 'prompt', source: sent.sentBy, wholeMessage: false };
}

/**
 * `if (!response.ok) …`: what an HTTP response holds there is the server's own error, which quotes no prompt. And what is read of
 * an error that a function gives in place of an answer: `if ('error' in answer) log(answer.message)`.
 */
function isErrorBranch(node: Node, { shape }: ResultSource, path: Path): boolean {
  const isPart = path.length > 0 && !ANSWER_KEYS.test(path.at(-1) ?? '');
  if (shape !== 'response' && !isPart) return false;
  for (
    let child = node, parent = node.parent;
    parent && !isFunction(parent);
    child = parent, parent = parent.parent
  ) {
    if (parent.type !== 'IfStatement' || parent.consequent !== child) continue;
    if ((shape === 'response' && testsFailure(parent.test)) || (isPart && testsForError(parent.test)))
      return true;
  }
  return false;
}

/** Keys under which an answer stands, even beside an error. */
const ANSWER_KEYS = /^(?:answer|completion|content|data|output|raw|reply|response|result|text)$|[*()\d]/i;

/** `'error' in answer`, alone or with other conditions. */
function testsForError(test: Node): boolean {
  if (test.type === 'LogicalExpression')
    return test.operator === '&&' && (testsForError(test.left) || testsForError(test.right));
  return test.type === 'BinaryExpression' && test.operator === 'in' && literalText(test.left) === 'error';
}

function testsFailure(test: Node): boolean {
  if (test.type === 'LogicalExpression') return testsFailure(test.left) || testsFailure(test.right);
  if (test.type === 'UnaryExpression') return test.operator === '!' && endsIn(test.argument, 'ok');
  if (test.type === 'MemberExpression') return endsIn(test, 'error');
  return (
    test.type === 'BinaryExpression' &&
    /^(?:!==?|>=?)$/.test(test.operator) &&
    (endsIn(test.left, 'status') || endsIn(test.left, 'statusCode'))
  );
}

function endsIn(node: Node, name: string): boolean {
  const member = unwrap(node);
  return (
    member.type === 'MemberExpression' &&
    member.property.type === 'Identifier' &&
    member.property.name === name
  );
}

/** The function around a sink that exists to log, by its name or as a method of a logger. */
function wrapperAround(call: CallNode): FunctionNode | undefined {
  const fn = enclosingFunction(call);
  if (!fn) return undefined;
  const name = nameOfFunction(fn) ?? '';
  return LOGGING_FUNCTIONS.test(name) || (LEVELS.has(name) && isOfLogger(fn)) ? fn : undefined;
}

/** True for a method of an object or a class whose name says that it logs. */
function isOfLogger({ parent }: FunctionNode): boolean {
  const isMember =
    parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property';
  if (!isMember) return false;
  const owner = isClass(parent.parent.parent) ? parent.parent.parent : wrapped(parent.parent).parent;
  const name =
    owner?.type === 'Property'
      ? writtenKey(owner)
      : owner && 'id' in owner && owner.id?.type === 'Identifier'
        ? owner.id.name
        : undefined;
  return SINK_ROWS.some((row) => row.kind === 'log' && row.receivers.has(wordsOf(name ?? '').at(-1) ?? ''));
}

/** What the callers of a logging function of the file hand to it. */
function throughWrapper(flow: Flow, wrapper: FunctionNode, origins: readonly Origin[], sink: Sink): Leak[] {
  return origins.flatMap(({ kind, at, path }) => {
    const parameter = kind === 'parameter' ? wrapper.params.find((p) => p === at) : undefined;
    if (!parameter) return [];
    const position = wrapper.params.indexOf(parameter);
    const calls = [...callersOf(flow.ev, wrapper).calls, ...callsThroughObjects(flow.ev, wrapper)];
    return calls.flatMap((call) => handedTo(flow, call, { parameter, position, path }, sink));
  });
}

/** What of a parameter reaches a sink. */
interface LoggedParameter {
  readonly parameter: Node;
  readonly position: number;
  readonly path: Path;
}

function handedTo(
  flow: Flow,
  call: CallNode,
  { parameter, position, path }: LoggedParameter,
  sink: Sink,
): Leak[] {
  const { root } = patternSteps(parameter);
  const given =
    root.type === 'RestElement'
      ? call.arguments.slice(position)
      : call.arguments.slice(position, position + 1);
  return given.flatMap((argument) => {
    const carriers = path.length === 0 || root.type === 'RestElement' ? carriersIn(argument) : [argument];
    return carriers.flatMap((node) => {
      if (describesOnly(flow.ev, node)) return [];
      const keys = root.type === 'RestElement' ? path.slice(1) : path;
      const found = contentOf(flow, flow.t.trace(node, keys), call, node);
      return found ? [{ ...found, node, call, sink }] : [];
    });
  });
}

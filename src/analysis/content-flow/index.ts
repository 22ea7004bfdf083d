/**
 * Content flow: which prompt and completion content of the file's requests ends up where it is written down.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallSite } from '../requests/call-site.ts';
import { calleeName, enclosingFunction, isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import { once } from '../syntax/once.ts';
import { nameOfFunction } from '../syntax/syntax-index.ts';
import type { CallNode, Node, Path } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';
import { callersOf } from '../values/parameters.ts';
import { patternSteps } from '../values/patterns.ts';
import { errorContent } from './errors.ts';
import { isMetadataName, isNameOfThing, KEEPING_FUNCTIONS } from './names.ts';
import { isSent, promptOrigins } from './prompts.ts';
import { sentContents } from './sent.ts';
import type { SentContent } from './sent.ts';
import type { PromptOrigin } from './prompts.ts';
import { isContentOf, resultSources } from './results.ts';
import { LOGGING_FUNCTIONS } from './sink-table.ts';
import { findSinks, MENTIONS_SINK } from './sinks.ts';
import type { Names, Place, SinkSettings } from './sinks.ts';
import { createTracer } from './trace.ts';
import type { Followed, Leak, Origin, ResultSource, Sink, Tracer } from './types.ts';

export type { ContentKind, Followed, Leak, Sink, SinkKind } from './types.ts';
export type { Names, SinkSettings } from './sinks.ts';
export { wholeValues } from './whole.ts';
export type { WholeValue } from './whole.ts';
export { bodyFieldOf, namesOfPart, textOfPart, visitSent } from './sent.ts';
export type { SentContent, SentPart } from './sent.ts';

/** What settings say of names. */
export interface FlowSettings extends SinkSettings {
  readonly redactors: Names;
}

/** Every place of the file where content of its requests is written down, in source order. */
export function findLeaks(
  ev: Evaluator,
  callSites: readonly CallSite[],
  text: string,
  settings: FlowSettings,
): Followed<Leak> {
  if (!(MENTIONS_SINK.test(text) || Object.keys(settings.loggers).length > 0)) return NOTHING;
  const results = resultSources(ev, callSites);
  if (results.size === 0) return NOTHING;
  const places = findSinks(ev, settings);
  if (places.length === 0) return NOTHING;
  const t = createTracer(ev, results, settings.redactors);
  const flow: Flow = { ev, t, callSites, sent: once(() => promptOrigins(t, callSites)) };
  const found = places.flatMap((place) => leaksOf(flow, place));
  return { found: found.sort((a, b) => a.node.range[0] - b.node.range[0]), complete: !t.isSpent };
}

const NOTHING: Followed<never> = { found: [], complete: true };

/** Everything the file's requests send for the model to read, with the way each piece takes. */
export function findSent(
  ev: Evaluator,
  callSites: readonly CallSite[],
  settings: FlowSettings,
): Followed<SentContent> {
  const results = resultSources(ev, callSites);
  return results.size === 0 ? NOTHING : sentContents(ev, callSites, results, settings.redactors);
}

interface Flow {
  readonly ev: Evaluator;
  readonly t: Tracer;
  readonly callSites: readonly CallSite[];
  /** Where prompts come from; computed when something reaches a sink that may be one. */
  readonly sent: () => ReadonlyMap<object, readonly PromptOrigin[]>;
}

/** Content of one request that reaches one sink is one leak, at the first expression that carries it. */
function leaksOf(flow: Flow, { call, sink }: Place): Leak[] {
  const leaks: Leak[] = [];
  const wrapper = wrapperAround(call);
  const add = (leak: Leak): void => {
    const isTwin = (other: Leak): boolean =>
      other.call === leak.call && other.source === leak.source && other.kind === leak.kind;
    if (!leaks.some(isTwin)) leaks.push(leak);
  };
  for (const argument of sink.written) {
    for (const node of carriersIn(argument)) {
      if (describesOnly(node)) continue;
      const origins = wrapper ? flow.t.withinFunction(node, []) : flow.t.trace(node, []);
      const found = contentOf(flow, origins, call, node);
      if (found) add({ ...found, node, call, sink });
      else if (wrapper) for (const leak of throughWrapper(flow, wrapper, origins, sink)) add(leak);
    }
  }
  return leaks;
}

/** True for a value whose own name says that it only describes content: `userId`, `result.score`. */
function describesOnly(node: Node): boolean {
  const name = lastName(node);
  return isMetadataName(name) || isNameOfThing(name);
}

/** Names under which code holds errors, and what errors are made of. */
const ERROR_NAMES =
  /^(?:e|ex|err\w*|error\w*|exc\w*|cause|reason|failure|message|stack|\w*(?:Error|Err|Exception|Cause))$/;

/** The name an expression ends in: `text` of `block.text`; empty where it has none. */
function lastName(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  return inner.type === 'MemberExpression' ? (writtenKey(inner) ?? '') : '';
}

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

function contentAt(flow: Flow, { kind, at, path }: Origin, call: CallNode, node: Node): Found | undefined {
  if (kind === 'result') {
    const source = at as ResultSource;
    if (!isContentOf(source, path, flow.ev) || isErrorBranch(node, source)) return undefined;
    const wholeMessage =
      source.site?.operation.sdk === 'anthropic-sdk' && source.shape === 'message' && path.length === 0;
    return { kind: 'completion', source: source.node, wholeMessage };
  }
  if (kind === 'caught') {
    const found = errorContent(flow.ev, flow.callSites, at as Node, path);
    if (found?.kind === 'error' && !ERROR_NAMES.test(lastName(node))) return undefined;
    return found && { kind: found.kind, source: found.site.node, wholeMessage: false };
  }
  if (kind === 'typed') {
    const source = flow.callSites[0]?.node ?? call;
    const isPrompt = typeName(at as Node).includes('Param');
    return isSent(path, [])
      ? { kind: isPrompt ? 'prompt' : 'completion', source, wholeMessage: false }
      : undefined;
  }
  const sent = flow
    .sent()
    .get(at)
    ?.find((each) => isSent(path, each.path));
  return sent && { kind: 'prompt', source: sent.sentBy, wholeMessage: false };
}

function typeName(type: Node): string {
  let name: Node = type.type === 'TSArrayType' ? type.elementType : type;
  if (name.type === 'TSTypeReference') name = name.typeName;
  return name.type === 'TSQualifiedName' ? name.right.name : name.type === 'Identifier' ? name.name : '';
}

/** `if (!response.ok) …`: what an HTTP response holds there is the server's own error, which quotes no prompt. */
function isErrorBranch(node: Node, source: ResultSource): boolean {
  if (source.shape !== 'response') return false;
  for (
    let child = node, parent = node.parent;
    parent && !isFunction(parent);
    child = parent, parent = parent.parent
  ) {
    if (parent.type !== 'IfStatement' || parent.consequent !== child) continue;
    if (testsFailure(parent.test)) return true;
  }
  return false;
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

/** The innermost expressions that bring something into an argument. */
function carriersIn(argument: Node): Node[] {
  const node = argument.type === 'ChainExpression' ? argument.expression : argument;
  const inside = (inner: readonly (Node | null)[]): Node[] =>
    inner.flatMap((each) => (each ? carriersIn(each) : []));
  switch (node.type) {
    case 'ObjectExpression':
      return inside(node.properties.map((p) => (p.type === 'SpreadElement' ? p.argument : p.value)));
    case 'ArrayExpression':
      return inside(node.elements);
    case 'SpreadElement':
      return inside([node.argument]);
    case 'TemplateLiteral':
      return inside(node.expressions);
    case 'BinaryExpression':
      return node.operator === '+' ? inside([node.left, node.right]) : [];
    case 'LogicalExpression':
      return node.operator === '&&' ? inside([node.right]) : inside([node.left, node.right]);
    case 'ConditionalExpression':
      return inside([node.consequent, node.alternate]);
    case 'CallExpression':
      return isPrinting(node) ? inside(node.arguments.slice(0, 1)) : [node];
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return [];
    default:
      return [node];
  }
}

/** `JSON.stringify(x, null, 2)`, `inspect(x)`, `String(x)`. */
function isPrinting(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = calleeName(callee) ?? '';
  if (name !== 'stringify' && name !== 'inspect' && name !== 'String') return false;
  const [, second] = call.arguments;
  // A list of keys as second argument leaves the rest out.
  if (second?.type === 'ArrayExpression') return false;
  return callee.type === 'MemberExpression' || KEEPING_FUNCTIONS.has(name);
}

/** The function around a sink whose name says that it exists to log. */
function wrapperAround(call: CallNode): Node | undefined {
  const fn = enclosingFunction(call);
  return fn && LOGGING_FUNCTIONS.test(nameOfFunction(fn) ?? '') ? fn : undefined;
}

/** What the callers of a logging function of the file hand to it. */
function throughWrapper(flow: Flow, wrapper: Node, origins: readonly Origin[], sink: Sink): Leak[] {
  if (!isFunction(wrapper)) return [];
  return origins.flatMap(({ kind, at, path }) => {
    const position = kind === 'parameter' ? wrapper.params.findIndex((p) => p === at) : -1;
    if (position < 0) return [];
    const { calls } = callersOf(flow.ev, wrapper);
    return calls.flatMap((call) =>
      handedTo(flow, call, position, wrapper.params[position] as Node, path, sink),
    );
  });
}

function handedTo(
  flow: Flow,
  call: CallNode,
  position: number,
  parameter: Node,
  path: Path,
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
      if (describesOnly(node)) return [];
      const keys = root.type === 'RestElement' ? path.slice(1) : path;
      const found = contentOf(flow, flow.t.trace(node, keys), call, node);
      return found ? [{ ...found, node, call, sink }] : [];
    });
  });
}

/**
 * Functions that an HTTP client calls on the way of a request to Claude and of its answer: interceptors, hooks, a `fetch` of one's own.
 * They stand in modules that need not know of Claude.
 */
import { isGeneral } from '../clients/client.ts';
import type { ClientHere } from '../clients/client.ts';
import { clientsOf } from '../requests/clients-of.ts';
import type { CallSite } from '../requests/call-site.ts';
import { connectionOf } from '../http/http-call.ts';
import { HANDLER_MEMBERS, HOOK_COPIES, HOOK_METHODS, HOOK_OPTIONS } from '../sdk-surface/http-hooks.ts';
import type { Handed, HookMethod } from '../sdk-surface/http-hooks.ts';
import { calleeName, contains, enclosingFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Api, CallNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { readsOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { frameOf } from '../values/frames.ts';
import { functionsOf } from '../values/functions.ts';
import { parsePath } from '../values/object-view.ts';
import type { RequestRoot } from '../values/object-view.ts';
import { makersOf, rootOfApi } from '../values/origins.ts';
import { exchanged } from './exchanges.ts';
import { callAround } from './logging-calls.ts';
import { isDefaultExport, isExported } from '../values/visibility.ts';
import type { Origin, ResultSource } from './types.ts';

/** Such functions of all requests of a file. */
export interface HttpHooks {
  readonly functions: readonly FunctionNode[];
  /** The calls within them that send the request, with what these give. */
  readonly sending: ReadonlyMap<CallNode, ResultSource>;
  /** What such a function is handed as one argument; undefined for all other functions. */
  handedTo(fn: FunctionNode, position: number, path: Path): readonly Origin[] | undefined;
}

/** A function as it is called for a request. */
interface Hook {
  readonly fn: FunctionNode;
  /** Undefined where its callers show what it is handed. */
  readonly handed: readonly (Handed | undefined)[] | undefined;
  readonly source: ResultSource;
}

/** What is found of one file. */
interface Search {
  readonly ev: Evaluator;
  readonly hooks: Map<FunctionNode, Hook>;
  readonly sending: Map<CallNode, ResultSource>;
}

/** How many functions are looked into from one another. */
const MAX_DEPTH = 3;

/** What a file asks Claude with. */
export interface Asking {
  /** Its requests, and those that other modules make for it. */
  readonly callSites: readonly CallSite[];
  /** The clients of SDKs that it makes. */
  readonly clients: () => readonly ClientHere[];
}

/**
 * The functions that clients call on the way of a file's requests. Those of a client of an SDK are told where it is made, which is a
 * module that knows of Claude; those of any other client, at the request.
 */
export function httpHooks(ev: Evaluator, { callSites, clients }: Asking): HttpHooks {
  const search: Search = { ev, hooks: new Map(), sending: new Map() };
  const asked = new Set<string | Node>();
  const own = callSites.filter(({ via }) => via !== 'handed');
  for (const site of own) hooksOfSite(search, site, asked);
  for (const client of clients()) {
    if (isGeneral(client) || asked.has(client.call)) continue;
    const source: ResultSource = { node: client.call, shape: 'response', site: undefined };
    for (const root of client.options.roots) optionHooks(search, root, undefined, source);
  }
  if (callSites.length > 0 || clients().length > 0) handlerHooks(search);
  return {
    functions: [...search.hooks.keys()],
    sending: search.sending,
    handedTo(fn, position, path) {
      const hook = search.hooks.get(fn);
      if (!hook?.handed) return undefined;
      const handed = hook.handed[position];
      return handed ? exchanged(hook.source, handed, path) : [];
    },
  };
}

/** @param asked the clients that were asked already */
function hooksOfSite(search: Search, site: CallSite, asked: Set<string | Node>): void {
  const { ev } = search;
  const source: ResultSource = { node: site.node, shape: 'response', site };
  if (site.via === 'http') {
    // A helper of the project that sends whatever it is handed.
    for (const { node: fn } of functionsOf(ev, site.node.callee))
      addHook(search, { fn, handed: undefined, source }, true, 0);
    const { options, by } = connectionOf(ev, site.node);
    const module = by && moduleOf(by);
    for (const root of options) optionHooks(search, root, module, source);
    if (by) copiedHooks(search, by, source);
    const makers = by ? makersOf(by).map(({ node }) => node) : [];
    const key = makers[0] ?? module;
    if (key === undefined || asked.has(key)) return;
    asked.add(key);
    methodHooks(search, { makers, module }, source);
    return;
  }
  for (const client of clientsOf(ev, [], site)) {
    const key = client.node ?? site.node;
    const isHere = client.node !== undefined && ev.index.indexOf(client.node) === ev.index;
    if (asked.has(key) || !(isHere || isGeneral(client))) continue;
    asked.add(key);
    for (const root of client.options.roots) optionHooks(search, root, undefined, source);
    if (client.node && client.platform === 'bedrock')
      methodHooks(search, { makers: [client.node], module: undefined }, source);
  }
}

/** Handlers of LangChain's callbacks, wherever the file hands them in. */
function handlerHooks(search: Search): void {
  const { ev } = search;
  for (const { value } of ev.index.propertiesNamed('callbacks')) {
    const call = callAround(value);
    if (!call) continue;
    const source: ResultSource = { node: call, shape: 'response', site: undefined };
    for (const [name, handed] of Object.entries(HANDLER_MEMBERS)) {
      for (const answer of ev.answers(value, ['*', name]))
        if (answer.kind === 'known' && answer.value.kind === 'function')
          addHook(search, { fn: answer.value.node, handed, source }, false, 0);
    }
  }
}

function moduleOf(api: Api): string | undefined {
  const root = rootOfApi(api);
  return root.kind === 'module' ? root.source : undefined;
}

/** Functions among the options of a client, or of a request. */
function optionHooks(
  search: Search,
  { node, path, frame }: RequestRoot,
  module: string | undefined,
  source: ResultSource,
): void {
  for (const row of HOOK_OPTIONS) {
    if (row.module && !(module !== undefined && row.module.test(module))) continue;
    const found = search.ev
      .answers(node, [...path, ...parsePath(row.at)], frame)
      .flatMap((answer) =>
        answer.kind === 'known' && answer.value.kind === 'function' ? [answer.value.node] : [],
      );
    for (const fn of found) addHook(search, { fn, handed: row.handed, source }, row.sends ?? false, 0);
  }
}

/** `new Agent().compose((dispatch) => (options, handler) => …)`: each function is handed what sends, and gives what is called. */
function copiedHooks(search: Search, by: Api, source: ResultSource): void {
  for (const { node, frame } of makersOf(by)) {
    const handed = HOOK_COPIES.get(calleeName(node.callee) ?? '');
    if (!handed) continue;
    for (const argument of node.arguments)
      for (const fn of functionsAt(search.ev, argument, frame)) wrappedHooks(search, fn, handed, source);
  }
}

/** The functions that an argument is, or that are in the list that it is. */
function functionsAt(ev: Evaluator, argument: Node, frame: Frame | undefined): readonly FunctionNode[] {
  const node = unwrap(argument);
  const each = node.type === 'ArrayExpression' ? node.elements.filter((item) => item !== null) : [node];
  return each.flatMap((item) => functionsOf(ev, item, frame).map((own) => own.node));
}

function wrappedHooks(
  search: Search,
  outer: FunctionNode,
  handed: readonly Handed[],
  source: ResultSource,
): void {
  for (const given of search.ev.index.returnsOf(outer)) {
    if (!given) continue;
    for (const { node: fn } of functionsOf(search.ev, given))
      addHook(search, { fn, handed, source }, true, 0);
  }
}

/** The client that functions are put on. */
interface Target {
  /** What makes it, last first; empty for the one that its package exports. */
  readonly makers: readonly CallNode[];
  readonly module: string | undefined;
}

/** Functions that methods put on a client after it is made, where it is made and where it is handed to. */
function methodHooks(search: Search, target: Target, source: ResultSource): void {
  const { ev } = search;
  const [made] = target.makers;
  const isMadeHere = !made || ev.index.indexOf(made) === ev.index;
  const elsewhere = made ? filesHooking(ev, made) : [];
  // Every call of the file would be looked at for nothing.
  if (
    isMadeHere &&
    elsewhere.length === 0 &&
    !HOOK_METHODS.some(({ behind }) => behind.every((key) => ev.mentions(key)))
  )
    return;
  const around = made && enclosingFunction(made);
  const files = new Set([ev.index, ...(made ? [ev.index.indexOf(made)] : []), ...elsewhere]);
  const seen = new Set<FunctionNode>();
  for (const file of files) {
    putBy(search, { named: (name) => file.callsNamed(name), frame: undefined }, target, source);
    const within = around && contains(file.program, around) ? around : file.program;
    for (const call of file.callsWithin(within)) enter(call, undefined, 1);
  }

  function enter(call: CallNode, frame: Frame | undefined, depth: number): void {
    if (depth > MAX_DEPTH || !call.arguments.some((each) => isTarget(ev, each, frame, target))) return;
    for (const own of functionsOf(ev, call.callee, frame)) {
      if (seen.has(own.node)) continue;
      seen.add(own.node);
      const file = ev.index.indexOf(own.node);
      const inner = frameOf(ev, own, call, frame);
      const named: Named = (name) => file.callsNamed(name).filter((each) => contains(own.node, each));
      putBy(search, { named, frame: inner }, target, source);
      for (const further of file.callsWithin(own.node)) enter(further, inner, depth + 1);
    }
  }
}

/** The modules that import what a module exports as a client, and put functions on it. */
function filesHooking(ev: Evaluator, made: CallNode): readonly SyntaxIndex[] {
  const holder = wrapped(made).parent;
  if (holder?.type === 'ExportDefaultDeclaration')
    return ev.usersOf(ev.index.indexOf(made), 'default', 'hooked') ?? [];
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
  const names = isDefaultExport(ev, holder) ? [holder.id.name, 'default'] : [holder.id.name];
  return isExported(ev, holder)
    ? names.flatMap((name) => ev.usersOf(ev.index.indexOf(made), name, 'hooked') ?? [])
    : [];
}

/** The calls of a name. */
type Named = (name: string) => readonly CallNode[];

function putBy(
  search: Search,
  { named, frame }: { readonly named: Named; readonly frame: Frame | undefined },
  target: Target,
  source: ResultSource,
): void {
  for (const row of HOOK_METHODS) {
    for (const call of named(row.method)) {
      const client = clientOfMethod(call, row);
      if (!client || !isTarget(search.ev, client, frame, target)) continue;
      row.handed.forEach((handed, position) => {
        const argument = call.arguments[position];
        for (const fn of argument ? functionsAt(search.ev, argument, frame) : []) {
          if (row.wraps) wrappedHooks(search, fn, handed, source);
          else addHook(search, { fn, handed, source }, false, 0);
        }
      });
    }
  }
}

/** `client` of `client.interceptors.request.use`; undefined where other members stand between them. */
function clientOfMethod({ callee }: CallNode, { behind }: HookMethod): Node | undefined {
  let node = unwrap(callee);
  for (const key of [undefined, ...[...behind].reverse()]) {
    if (node.type !== 'MemberExpression' || (key !== undefined && writtenKey(node) !== key)) return undefined;
    node = unwrap(node.object);
  }
  // The instance behind the service of NestJS.
  return node.type === 'MemberExpression' && writtenKey(node) === 'axiosRef' ? node.object : node;
}

/** True for an expression that can be the client. */
function isTarget(
  ev: Evaluator,
  written: Node,
  frame: Frame | undefined,
  { makers, module }: Target,
): boolean {
  const node = unwrap(written);
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression' && node.type !== 'CallExpression')
    return false;
  return ev.answers(node, [], frame).some((answer) => {
    if (answer.kind !== 'known' || answer.value.kind !== 'api') return false;
    const made = makersOf(answer.value.api);
    if (makers.length > 0) return made.some((each) => makers.includes(each.node));
    return made.length === 0 && module !== undefined && moduleOf(answer.value.api) === module;
  });
}

/** @param sends it sends the request itself */
function addHook(search: Search, hook: Hook, sends: boolean, depth: number): void {
  const { ev, hooks, sending } = search;
  const { fn, source } = hook;
  if (hooks.has(fn) || depth > MAX_DEPTH) return;
  hooks.set(fn, hook);
  if (!sends) return;
  for (const call of ev.index.indexOf(fn).callsWithin(fn)) {
    if (!sendsOn(ev, fn, call)) continue;
    const own = functionsOf(ev, call.callee);
    for (const { node } of own) addHook(search, { ...hook, fn: node }, true, depth + 1);
    if (own.length === 0) sending.set(call, source);
  }
}

/** Names of what sends a request. */
const SENDS = /fetch|dispatch|^(?:handle|inner|next|original|request|send|undici|upstream)/i;

/** True for a call that hands on what the function around it is handed, to what sends it. */
function sendsOn(ev: Evaluator, fn: FunctionNode, call: CallNode): boolean {
  let callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression' && /^(?:apply|call)$/.test(writtenKey(callee) ?? ''))
    callee = unwrap(callee.object);
  if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return false;
  const isHandedIn =
    callee.type === 'Identifier' && ev.index.variableOf(callee)?.defs[0]?.type === 'Parameter';
  if (!isHandedIn && !SENDS.test(calleeName(callee) ?? '')) return false;
  const handed = fn.params.flatMap((parameter) =>
    ev.index
      .declaredBy(fn)
      .filter(({ identifiers }) => identifiers.some((name) => contains(parameter, name)))
      .flatMap(readsOf),
  );
  return call.arguments.some((argument) => handed.some((read) => contains(argument, read)));
}

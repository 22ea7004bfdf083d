/**
 * Requests that are made by handing the function on that makes them: `create.call(…)`, `items.map(create)`,
 * `withRetry(create, params)`. What is called and what it is handed stand in different places there.
 */
import { listedArguments, oneArgument, writtenArguments } from '../clients/arguments.ts';
import type { PassedArguments } from '../clients/arguments.ts';
import { calleeName, isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { SyntaxIndex } from '../syntax/syntax-index.ts';
import type { Answer, CallNode, Frame, FunctionNode, Node } from '../syntax/types.ts';
import { usesOf } from '../syntax/variables.ts';
import type { Evaluator } from '../values/answers.ts';
import { frameOf } from '../values/frames.ts';
import { isMethodOfData } from '../values/functions.ts';
import type { OwnFunction } from '../values/functions.ts';
import { rootOfApi } from '../values/origins.ts';
import type { Maker } from '../values/origins.ts';
import type { RequestRoot } from '../values/object-view.ts';
import type { CallSite } from './call-site.ts';

/** What is asked by a call: the call to show, and what the function that takes the request gets. */
export interface Asked {
  readonly call: CallNode;
  readonly passed: PassedArguments;
}

/** What the search needs of the one for plain calls. */
export interface HandedSearch {
  readonly ev: Evaluator;
  readonly file: SyntaxIndex;
  /** Names under which functions that make requests are held. */
  readonly names: ReadonlySet<string>;
  /** True for a call of the file that is a request as it stands. */
  readonly isPlain: (call: CallNode) => boolean;
  /** The request that is made where one of these functions is handed that; undefined where none of them makes one. */
  readonly siteOf: (functions: readonly Answer[], asked: Asked) => CallSite | undefined;
}

/** How many functions of the project are entered from one another. */
const MAX_DEPTH = 3;
/** How many are entered for one file. */
const MAX_ENTERED = 60;

/** List methods that hand each element to their first argument. */
const LIST_METHODS: ReadonlySet<string> = new Set(
  'every filter find findIndex findLast findLastIndex flatMap forEach map some'.split(' '),
);

/** Functions of the language that call what they are handed some time later. */
const TIMERS: ReadonlySet<string> = new Set(['queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout']);

/** Names of functions that look at what they are handed, and call nothing. */
const LOOKS_AT = /^(?:assert\w*|debug|error|expect|info|isFunction|log|mocked|spyOn|stub|warn)$/;

/** Keys that requests have, and options of helpers have not. */
const REQUEST_KEYS = ['messages', 'prompt', 'requests', 'model', 'max_tokens', 'input', 'modelId'] as const;

/** Such requests of one file. */
export interface HandedFunctions {
  /** The request that is made by a call of the file. */
  at(call: CallNode): CallSite | undefined;
}

/** The search for such requests in one file. */
export function handedFunctions(search: HandedSearch): HandedFunctions {
  const found = new Map<CallNode, CallSite | undefined>();
  const at = (call: CallNode): CallSite | undefined => {
    if (found.has(call)) return found.get(call);
    // Entered before it is found: what a wrapper gave can be called in what it was handed.
    found.set(call, undefined);
    const site = search.isPlain(call)
      ? undefined
      : siteAt(way, { call, frame: undefined, shown: call, depth: 0 });
    found.set(call, site);
    return site;
  };
  const way: Way = { search, names: search.names, at, entered: { count: 0 } };
  return { at };
}

interface Way {
  readonly search: HandedSearch;
  /** Names under which such functions are held. */
  readonly names: ReadonlySet<string>;
  readonly at: HandedFunctions['at'];
  readonly entered: { count: number };
}

/** A call, as it runs for another one. */
interface Step {
  readonly call: CallNode;
  readonly frame: Frame | undefined;
  /** The call to show. */
  readonly shown: CallNode;
  readonly depth: number;
}

function siteAt(way: Way, step: Step): CallSite | undefined {
  return invokedBy(way, step) ?? throughCallee(way, step) ?? throughArguments(way, step);
}

/** `f.call(self, a)`, `f.apply(self, list)`, `Reflect.apply(f, self, list)`. */
function invokedBy(way: Way, { call, frame, shown }: Step): CallSite | undefined {
  const callee = unwrap(call.callee);
  if (call.type === 'NewExpression' || callee.type !== 'MemberExpression') return undefined;
  const method = writtenKey(callee);
  if (method !== 'call' && method !== 'apply') return undefined;
  const [first, second, third] = call.arguments;
  const { object } = callee;
  // What callers hand in is judged where they do.
  if (!frame && isParameter(way.search.ev, object)) return undefined;
  if (method === 'apply' && object.type === 'Identifier' && object.name === 'Reflect')
    return first && madeBy(way, first, frame, { call: shown, passed: listedArguments(third, frame) });
  const passed =
    method === 'call' ? writtenArguments(call.arguments, 1, frame) : listedArguments(second, frame);
  return madeBy(way, object, frame, { call: shown, passed });
}

/** What a wrapper gave back is called, or a function of the project that calls what it was handed. */
function throughCallee(way: Way, step: Step): CallSite | undefined {
  const { call, frame, shown, depth } = step;
  const { ev, siteOf } = way.search;
  if (call.type === 'NewExpression' || isMethodOfData(ev, call.callee)) return undefined;
  const handsOn = call.arguments.some((each) => mayHold(way, each, frame));
  if (!handsOn && !mayHold(way, call.callee, frame)) return undefined;
  const answers = ev.answers(call.callee, [], frame);
  if (depth > 0) {
    if (isMadeThere(way, call)) return undefined;
    const site = siteOf(answers, { call: shown, passed: writtenArguments(call.arguments, 0, frame) });
    if (site) return site;
  }
  for (const answer of answers) {
    if (answer.kind !== 'known') continue;
    if (answer.value.kind === 'function') {
      const { node, frame: outer } = answer.value;
      const site = enter(way, { node, frame: outer }, step);
      if (site) return site;
    } else if (answer.value.kind === 'api' && answer.value.api.step.kind === 'call') {
      const { node: wrapper, frame: around } = answer.value.api.step;
      if (isShownAt(way, wrapper)) continue;
      for (const each of wrapper.arguments) {
        const asked = { call: shown, passed: writtenArguments(call.arguments, 0, frame) };
        const site = madeBy(way, each, around, asked);
        if (site) return site;
      }
    }
  }
  return undefined;
}

/** True where the call that made a function is the request itself. */
function isShownAt({ search, at }: Way, wrapper: CallNode): boolean {
  return search.ev.index.indexOf(wrapper) === search.file && at(wrapper) !== undefined;
}

/** True for a request that another module makes whoever calls the function around it: it is judged there. */
function isMadeThere({ search: { ev, file, siteOf } }: Way, call: CallNode): boolean {
  if (ev.index.indexOf(call) === file) return false;
  const own = ev.answers(call.callee, []);
  return siteOf(own, { call, passed: writtenArguments(call.arguments) }) !== undefined;
}

/** What a call has called that is handed the function: for each element of a list, with a promised value, by unknown insides. */
function throughArguments(way: Way, { call, frame, shown }: Step): CallSite | undefined {
  const position = call.arguments.findIndex((each) => mayHold(way, each, frame));
  const handed = call.arguments[position];
  if (!handed || LOOKS_AT.test(calleeName(call.callee) ?? '')) return undefined;
  const callee = unwrap(call.callee);
  const method = callee.type === 'MemberExpression' ? writtenKey(callee) : undefined;
  if (callee.type === 'MemberExpression' && position === 0) {
    const { object } = callee;
    if (method === 'then')
      return madeBy(way, handed, frame, {
        call: shown,
        passed: oneArgument({ node: object, frame, path: [] }),
      });
    if (LIST_METHODS.has(method ?? ''))
      return madeBy(way, handed, frame, {
        call: shown,
        passed: oneArgument({ node: object, frame, path: ['*'] }),
      });
  }
  if (method === 'bind' || (wrapped(call).parent?.type === 'CallExpression' && isCallee(call)))
    return undefined;
  if (!callsWhatItIsHanded(way.search.ev, call, frame)) return undefined;
  const root = requestBeside(way.search.ev, call, position, frame);
  if (root) return madeBy(way, handed, frame, { call: shown, passed: { at: () => [root] } });
  // queue.add(create.bind(messages, params))
  const { ev, siteOf } = way.search;
  const bound = ev.answers(handed, [], frame).filter((answer) => boundBy(answer) !== undefined);
  return bound.length > 0 ? siteOf(bound, { call: shown, passed: { at: () => [] } }) : undefined;
}

function isCallee(call: CallNode): boolean {
  const outer = wrapped(call);
  return outer.parent?.type === 'CallExpression' && outer.parent.callee === outer;
}

/** False for functions of the file, which were entered, and for those of the language but timers. */
function callsWhatItIsHanded(ev: Evaluator, call: CallNode, frame: Frame | undefined): boolean {
  return ev.answers(call.callee, [], frame).every((answer) => {
    if (answer.kind === 'unknown') return true;
    if (answer.kind === 'absent' || answer.value.kind !== 'api') return false;
    const root = rootOfApi(answer.value.api);
    if (root.kind !== 'global' || !GLOBALS.test(root.name)) return true;
    return TIMERS.has(root.name);
  });
}

/** Objects of the language. */
const GLOBALS = /^(?:[A-Z]\w*|console|globalThis|process|queueMicrotask|set[A-Z]\w*|structuredClone|window)$/;

/** The argument beside a function that it is to be called with. */
function requestBeside(
  ev: Evaluator,
  call: CallNode,
  position: number,
  frame: Frame | undefined,
): RequestRoot | undefined {
  let open: RequestRoot | undefined;
  for (const [i, given] of call.arguments.entries()) {
    if (i === position) continue;
    const node = given.type === 'SpreadElement' ? given.argument : given;
    if (isFunction(unwrap(node))) continue;
    const isList =
      given.type === 'SpreadElement' ||
      ev.answers(node, [], frame).some((a) => a.kind === 'known' && a.value.kind === 'array');
    const root: RequestRoot = { node, frame, path: isList ? ['*'] : [] };
    const looks = REQUEST_KEYS.some((key) =>
      ev.answers(node, [...root.path, key], frame).some((a) => a.kind === 'known' && a.value.kind !== 'api'),
    );
    if (looks) return root;
    const answers = ev.answers(node, root.path, frame);
    if (answers.some((a) => a.kind === 'unknown' || (a.kind === 'known' && a.value.kind === 'api')))
      open ??= root;
  }
  return open;
}

/** What a `f.bind(self, …)` gave, taken apart. */
export function boundBy(answer: Answer): (Maker & { readonly fn: Answer }) | undefined {
  if (answer.kind !== 'known' || answer.value.kind !== 'api') return undefined;
  const { from, step } = answer.value.api;
  if (step.kind !== 'call' || from?.step.kind !== 'member' || from.step.name !== 'bind' || !from.from)
    return undefined;
  return { node: step.node, frame: step.frame, fn: { ...answer, value: { kind: 'api', api: from.from } } };
}

/** The request that a function makes which may be one of those that are held. */
function madeBy(way: Way, fn: Node, frame: Frame | undefined, asked: Asked): CallSite | undefined {
  if (!mayHold(way, fn, frame)) return undefined;
  const { ev, siteOf } = way.search;
  return siteOf(ev.answers(fn, [], frame), asked);
}

/** Whether an expression may have such a function for its value, as far as names tell. */
function mayHold(way: Way, written: Node, frame: Frame | undefined): boolean {
  const node = unwrap(written);
  switch (node.type) {
    case 'Identifier':
      return way.names.has(node.name) || (frame !== undefined && isParameter(way.search.ev, node));
    case 'MemberExpression': {
      const key = writtenKey(node) ?? '';
      if (key === 'bind' || key === 'call' || key === 'apply') return mayHold(way, node.object, frame);
      return way.names.has(key) || (frame !== undefined && isParameter(way.search.ev, node.object));
    }
    case 'CallExpression':
      return mayHold(way, node.callee, frame) || node.arguments.some((each) => mayHold(way, each, frame));
    case 'ConditionalExpression':
      return mayHold(way, node.consequent, frame) || mayHold(way, node.alternate, frame);
    case 'LogicalExpression':
      return mayHold(way, node.left, frame) || mayHold(way, node.right, frame);
    default:
      return false;
  }
}

function isParameter(ev: Evaluator, node: Node): boolean {
  return ev.index.variableOf(node)?.defs[0]?.type === 'Parameter';
}

/** The request that a function of the project makes with what a call hands it. */
function enter(way: Way, { node: fn, frame: outer }: OwnFunction, step: Step): CallSite | undefined {
  const { ev } = way.search;
  const { call, frame: argsFrame, shown, depth } = step;
  if (depth >= MAX_DEPTH || way.entered.count >= MAX_ENTERED) return undefined;
  way.entered.count += 1;
  const frame = frameOf(ev, { node: fn, frame: outer }, call, argsFrame);
  for (const inner of ev.index.callsWithin(fn)) {
    if (isTaken(way, inner) || !runsWith(ev, fn, inner)) continue;
    const site = siteAt(way, { call: inner, frame, shown, depth: depth + 1 });
    if (site) return site;
  }
  return undefined;
}

/** True for what is a request of the searched file as it stands. */
function isTaken({ search }: Way, call: CallNode): boolean {
  return search.ev.index.indexOf(call) === search.file && search.isPlain(call);
}

/** True where a piece of a function runs when it is called: not within a function that it gives back. */
function runsWith(ev: Evaluator, fn: FunctionNode, piece: Node): boolean {
  for (let node = piece.parent; node && node !== fn; node = node.parent) {
    if (isFunction(node) && !isCalledThere(ev, node)) return false;
  }
  return true;
}

/** A callback, a function that is called in place or by its name. */
function isCalledThere(ev: Evaluator, fn: FunctionNode): boolean {
  const holder = wrapped(fn).parent;
  if (holder?.type === 'CallExpression' || holder?.type === 'NewExpression') return true;
  const name: Node | null | undefined =
    fn.id ?? (holder?.type === 'VariableDeclarator' ? holder.id : undefined);
  const variable = name && ev.index.variableOf(name);
  return usesOf(variable ?? undefined).some(({ parent }) => parent?.type === 'CallExpression');
}

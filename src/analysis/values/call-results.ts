/**
 * What a call or a construction gives back.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Api, CallNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { follow, known, literal, perhaps, perhapsThere, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { callbackResult, elements, isCallback } from './callback-results.ts';
import { memberOf } from './class-members.ts';
import { proxiedBy, withTyped } from './declared-types.ts';
import { fromEntries, mapEntry } from './entries.ts';
import { asMade } from './extended-packages.ts';
import { frameOf } from './frames.ts';
import type { OwnFunction } from './functions.ts';
import { moduleNamed } from './imports.ts';
import { askedOfContainer } from './injected.ts';
import { merged } from './objects.ts';
import { orPutBefore } from './put-names.ts';
import { promised } from './promises.ts';
import { reduced } from './reductions.ts';
import { areOfSiblings } from './subclasses.ts';
import { decodedText, stringMethod } from './string-methods.ts';

/** How many same-file calls are entered from one another. */
const MAX_FRAMES = 8;
/** How often a function that calls itself is entered on one way. Documented in docs/limits.md. */
const MAX_RECURSION = 2;

/** Array methods whose result holds elements of the receiver. */
const KEEPS_ELEMENTS = new Set([
  'concat',
  'filter',
  'flat',
  'reverse',
  'slice',
  'sort',
  'splice',
  'toReversed',
  'toSorted',
  'toSpliced',
  'with',
]);
/** Methods that give one element of the receiver. */
const PICKS_ELEMENT = new Set(['at', 'find', 'findLast', 'pop', 'shift']);
/** `Object.…` functions that give back their argument. */
const SAME_OBJECT = new Set(['freeze', 'preventExtensions', 'seal']);

/** What transpilers wrap around `require()`; the module behind it is the same. */
const MODULE_INTEROP =
  /^(?:__toESM|__importDefault|__importStar|_interop_?[Rr]equire\w*|_interopNamespace\w*)$/;

/** Follows `path` from the result of a call. */
export function resolveCall(ev: Evaluator, call: CallNode, path: Path, frame: Frame | undefined): Answers {
  if (call.type === 'CallExpression') {
    const builtin = builtinResult(ev, call, path, frame);
    if (builtin) return builtin;
  } else {
    const result = promised(ev, call, path, frame);
    if (result) return result;
  }
  const callees = ev.answers(call.callee, [], frame);
  const results = callees.flatMap((callee): Answers => {
    if (callee.kind === 'absent') return [];
    if (callee.kind === 'unknown') return [unknown('call', call, path)];
    switch (callee.value.kind) {
      case 'api': {
        const proxied = proxiedBy(ev, call, path);
        if (proxied.length > 0) return proxied;
        const step = { kind: call.type === 'NewExpression' ? 'new' : 'call', node: call, frame } as const;
        const api: Api = { from: callee.value.api, step };
        return [known({ kind: 'api', api: follow(api, path) }, call)];
      }
      case 'class':
        if (call.type !== 'NewExpression') return [unknown('call', call, path)];
        return path.length === 0
          ? [known({ kind: 'instance', node: call, of: callee.value.node }, call)]
          : asMade(
              ev,
              callee.value.node,
              { node: call, frame },
              memberOf(ev, callee.value.node, path, callee.value.frame),
            );
      case 'function':
        return call.type === 'CallExpression'
          ? returnedBy(ev, callee.value, call, path, frame)
          : [unknown('call', call, path)];
      case 'literal':
        return [];
      default:
        return [unknown('call', call, path)];
    }
  });
  const shown = areOfSiblings(ev, callees) ? perhapsThere(results) : results;
  if (call.type !== 'CallExpression') return shown;
  return askedOfContainer(ev, call, path) ?? orPutBefore(ev, call, path, shown);
}

function returnedBy(
  ev: Evaluator,
  own: OwnFunction,
  call: TSESTree.CallExpression,
  path: Path,
  argsFrame: Frame | undefined,
): Answers {
  const fn = own.node;
  const frame = frameOf(ev, own, call, argsFrame);
  if (frame.depth > MAX_FRAMES || timesEntered(fn, argsFrame) >= MAX_RECURSION)
    return [unknown('complex', call, path)];
  if (fn.generator) return [unknown('untracked', call, path)];
  const returns = ev.index.returnsOf(fn);
  if (returns.length === 0) return literal(undefined, call, path);
  const answers = returns.flatMap((node) =>
    node ? ev.answers(node, path, frame) : literal(undefined, call, path),
  );
  return withTyped(ev, fn.returnType?.typeAnnotation, path, answers);
}

/** How often a function was entered on the way to a frame. */
function timesEntered(fn: FunctionNode, frame: Frame | undefined): number {
  let times = 0;
  for (let at = frame; at; at = at.argsFrame) if (at.fn === fn) times += 1;
  return times;
}

/** Results of functions of the language itself; undefined for all others. */
function builtinResult(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const callee = unwrap(call.callee);
  const [first] = call.arguments;
  if (callee.type === 'Identifier') {
    if (MODULE_INTEROP.test(callee.name) && first) return ev.answers(first, path, frame);
    if (ev.index.variableOf(callee)) return undefined;
    if (callee.name === 'require' && first) return moduleNamed(ev, { source: first, call }, path, frame);
    if (callee.name === 'structuredClone' && first) return ev.answers(first, path, frame);
    if (callee.name === 'String' && first && path.length === 0) return ev.answers(first, path, frame);
    if (callee.name === 'atob' && first && path.length === 0) return decodedText(ev, first, frame);
    return undefined;
  }
  if (callee.type !== 'MemberExpression') return undefined;
  return globalResult(ev, call, callee, path, frame) ?? methodResult(ev, call, callee, path, frame);
}

/** Results of methods of globals, such as `Object.assign`. */
function globalResult(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const receiver = unwrap(callee.object);
  if (receiver.type !== 'Identifier' || ev.index.variableOf(receiver)) return undefined;
  const method = writtenKey(callee) ?? '';
  const name = `${receiver.name}.${method}`;
  const [first, second] = call.arguments;
  if (!first) return undefined;
  if (name === 'Object.assign') return assigned(ev, call, path, frame);
  if (name.startsWith('Object.') && SAME_OBJECT.has(method)) return ev.answers(first, path, frame);
  if (name === 'Object.fromEntries') {
    return path.length === 0
      ? [known({ kind: 'object', node: call, frame }, call)]
      : fromEntries(ev, call, first, path, frame);
  }
  if (name === 'Object.values') return path[0] === '*' ? ev.answers(first, path, frame) : undefined;
  if (name === 'Object.entries') {
    return path[0] === '*' && path[1] === '1' ? ev.answers(first, ['*', ...path.slice(2)], frame) : undefined;
  }
  if (name.startsWith('Promise.') && (method === 'resolve' || method === 'all' || method === 'allSettled')) {
    return ev.answers(
      first,
      method === 'allSettled' && path[1] === 'value' ? ['*', ...path.slice(2)] : path,
      frame,
    );
  }
  if (name === 'JSON.parse') {
    const text = unwrap(first);
    if (text.type === 'CallExpression' && isJsonStringify(ev, text) && text.arguments[0]) {
      return ev.answers(text.arguments[0], path, frame);
    }
    return undefined;
  }
  if (name === 'Array.from') {
    return second ? elements(ev, second, path, frame, call) : ev.answers(first, path, frame);
  }
  if (name === 'Array.of') {
    return path[0] === undefined
      ? undefined
      : call.arguments.flatMap((a) =>
          ev.answers(a.type === 'SpreadElement' ? a.argument : a, path.slice(1), frame),
        );
  }
  return undefined;
}

/** Results of methods of strings, arrays, promises and functions. */
function methodResult(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const receiver = callee.object;
  const method = writtenKey(callee) ?? '';
  const [first] = call.arguments;
  const text = path.length === 0 ? stringMethod(ev, call, receiver, method, frame) : undefined;
  if (text) return text;
  if ((method === 'map' || method === 'flatMap') && first && isCallback(first)) {
    if (!isListLike(ev, receiver, frame)) return undefined;
    return elements(ev, first, method === 'flatMap' && path[0] === '*' ? ['*', ...path] : path, frame, call);
  }
  if (method === 'then' && first && isCallback(first)) {
    return callbackResult(ev, first, path, frame, call);
  }
  if ((method === 'catch' || method === 'finally') && path.length > 0) {
    const made = ev.answers(receiver, path, frame);
    return made.some((a) => a.kind === 'known') ? made : undefined;
  }
  if (method === 'bind' && path.length === 0) {
    const bound = ev.answers(receiver, [], frame);
    const [only] = bound;
    // Arguments that are bound stay to be seen: `create.bind(messages, params)`.
    if (call.arguments.length > 1 && only?.kind === 'known' && only.value.kind === 'api') return undefined;
    const isFunctionOf = (a: Answer): boolean =>
      a.kind === 'unknown' || (a.kind === 'known' && (a.value.kind === 'function' || a.value.kind === 'api'));
    return bound.some(isFunctionOf) ? bound : undefined;
  }
  if (method === 'get' && call.arguments.length === 1) return mapEntry(ev, call, receiver, path, frame);
  if (method === 'reduce' || method === 'reduceRight') return reduced(ev, call, receiver, path, frame);
  if (KEEPS_ELEMENTS.has(method) && path[0] === '*' && isListLike(ev, receiver, frame)) {
    const kept = ev.answers(receiver, path, frame);
    if (method !== 'concat') return kept;
    return [...kept, ...call.arguments.flatMap((a) => concatenated(ev, a, path, frame))];
  }
  if (PICKS_ELEMENT.has(method) && isListLike(ev, receiver, frame))
    return perhaps(ev.answers(receiver, ['*', ...path], frame));
  return undefined;
}

function concatenated(ev: Evaluator, argument: Node, path: Path, frame: Frame | undefined): Answers {
  const node = argument.type === 'SpreadElement' ? argument.argument : argument;
  const isArray = ev.answers(node, [], frame).some((a) => a.kind === 'known' && a.value.kind === 'array');
  return ev.answers(node, isArray ? path : path.slice(1), frame);
}

/** False where the receiver is known to be something with methods of its own. */
function isListLike(ev: Evaluator, receiver: Node, frame: Frame | undefined): boolean {
  return !ev
    .answers(receiver, [], frame)
    .some(
      (a) =>
        a.kind === 'known' && (a.value.kind === 'object' || a.value.kind === 'instance' || isModule(a.value)),
    );
}

function isModule(value: { kind: string; api?: Api }): boolean {
  return value.kind === 'api' && value.api?.step.kind === 'module';
}

function assigned(
  ev: Evaluator,
  call: TSESTree.CallExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const [target] = call.arguments;
  if (path.length === 0) return target ? [known({ kind: 'object', node: call, frame }, call)] : [];
  const found: Answer[] = [];
  if (merged(ev, call.arguments, path, frame, found) !== 'missing') return found;
  const last = unwrap(call.arguments.at(-1) ?? call);
  const home =
    [...call.arguments]
      .reverse()
      .map(unwrap)
      .find((a) => a.type === 'ObjectExpression') ?? last;
  return [...found, { kind: 'absent', node: home, missing: path }];
}

/** True for a call of the global `JSON.stringify`. */
export function isJsonStringify(ev: Evaluator, call: Node): call is TSESTree.CallExpression {
  if (call.type !== 'CallExpression') return false;
  const callee = unwrap(call.callee);
  return (
    callee.type === 'MemberExpression' &&
    writtenKey(callee) === 'stringify' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'JSON' &&
    ev.index.variableOf(callee.object) === undefined
  );
}

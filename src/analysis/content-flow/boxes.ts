/**
 * Values that libraries of results and effects put into a box (`neverthrow`, `effect`, `fp-ts` and their like): what makes a box, what
 * its methods give, and what the steps of a pipe hand on to one another.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, enclosingFunction, isFunction, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Frame, Node, Path } from '../syntax/types.ts';
import { isImported } from '../syntax/variables.ts';
import { comesFrom } from '../values/origins.ts';
import { functionsOf } from '../values/functions.ts';
import { treatmentOf } from './names.ts';
import type { ArgumentRead, CallRead, Origin, Tracer } from './types.ts';

/** Packages of results and effects. */
export const BOX_PACKAGES =
  /^(?:neverthrow|effect|@effect\/.+|fp-ts|@mobily\/ts-belt|true-myth|ts-results(?:-es)?|oxide\.ts|purify-ts|@badrap\/result|@swan-io\/boxed|option-t|remeda|ramda|rxjs)(?:\/|$)/;

/** Functions that put a value into a box, or what a promise or a function gives; and those that run it and give what is in it. */
const MAKES =
  /^(?:Just|Ok|Right|Some|from|fromAsync|fromNullable|fromPromise|fromSafePromise|just|of|ok|okAsync|promise|right|run(?:Promise|Sync)|some|succeed|success|sync|try|tryCatch|tryPromise)$/;

/** Keys and steps by which a box is asked for what is in it. */
const OPENS =
  /^(?:\*|right|value|(?:_unsafeUnwrap|expect|getOrElse|getOrThrow|unwrap|unwrapOr|unwrapOrElse)\(.*\))$/;
const FAILS = /^(?:left|error|cause|(?:_unsafeUnwrapErr|unwrapErr)\(.*\))$/;

/** Steps that leave what is in the box as it is. */
const LOOKS_ON =
  /^(?:andTee|annotateLogs|delay|ensuring|inspect|mapErr|mapError|mapLeft|onExit|orTee|retry|retryOrElse|scoped|tap|tapBoth|tapError|timeout|timeoutFail|withSpan|withConcurrency|provide\w*)$/;
/** Steps that put in place of it what their function gives, a box or a value. */
const GOES_ON = /^(?:andThen|asyncAndThen|asyncAndThrough|asyncMap|chain|chainW|flatMap|map|then)$/;
/** Steps that give something else where it failed. */
const RECOVERS = /^(?:catchAll|catchAllCause|catchTag|orElse|orElseW|alt)$/;
/** Steps that end in a value of one of two functions. */
const ENDS = /^(?:fold|foldW|match|matchEffect|matchW)$/;

/** What a call gives that puts something into a box; undefined for all other calls. */
export function boxedOrigins(
  t: Tracer,
  { call, name, path, frame }: CallRead,
): readonly Origin[] | undefined {
  const [first] = call.arguments;
  if (!first || !MAKES.test(name) || !isOfPackage(t, call.callee)) return undefined;
  const [key = ''] = path;
  if (FAILS.test(key)) return [];
  const inside = OPENS.test(key) ? path.slice(1) : path;
  return runOrItself(t, first).flatMap((node) => t.trace(node, inside, frame));
}

/**
 * What comes out of the box that a generator waits for: `const answer = yield* ask(text)` in `Effect.gen(function* () { … })`;
 * undefined in generators of all other kinds.
 */
export function yieldedOrigins(
  t: Tracer,
  node: TSESTree.YieldExpression,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] | undefined {
  if (!node.delegate) return undefined;
  const run = enclosingFunction(node)?.parent;
  if (run?.type !== 'CallExpression' || !isOfPackage(t, run.callee)) return undefined;
  return t.trace(node.argument, path, frame);
}

/** `tryPromise(() => ask())`, `tryPromise({ try: () => ask(), catch })`, `ok(text)`. */
function runOrItself(t: Tracer, given: Node): readonly Node[] {
  const node = unwrap(given);
  const body =
    node.type === 'ObjectExpression'
      ? node.properties.find((each) => each.type === 'Property' && writtenKey(each) === 'try')
      : undefined;
  const runs = body?.type === 'Property' ? body.value : node;
  return isFunction(runs) ? t.ev.index.returnsOf(runs).filter((each) => each !== undefined) : [runs];
}

/** What a method of a box gives; undefined for methods that others have as well, which are judged as theirs. */
export function boxMethodOrigins(
  t: Tracer,
  receiver: Node,
  { call, name, path, frame }: CallRead,
): readonly Origin[] | undefined {
  const [first, second] = call.arguments;
  if (name === 'pipe' && first && hasSteps(t, call.arguments))
    return pipedOrigins(t, { receiver, steps: call.arguments }, path, frame);
  if (!first) return undefined;
  if (ENDS.test(name) && second) return [first, second].flatMap((each) => given(t, each, path, frame));
  if (/^(?:andTee|inspect|mapErr|orTee|tapError)$/.test(name)) return t.trace(receiver, path, frame);
  if (/^(?:andThen|asyncAndThen|asyncMap)$/.test(name)) return given(t, first, path, frame);
  if (name === 'orElse') return [...t.trace(receiver, path, frame), ...given(t, first, path, frame)];
  return undefined;
}

/** False for pipes of other makes: of streams, of chains. */
function hasSteps(t: Tracer, steps: readonly Node[]): boolean {
  return steps.every((step) => {
    const node = unwrap(step);
    return isFunction(node) || (node.type === 'CallExpression' && isOfPackage(t, node.callee));
  });
}

/** What functions give that an expression can be. */
function given(t: Tracer, callback: Node, path: Path, frame: Frame | undefined): readonly Origin[] {
  return functionsOf(t.ev, callback).flatMap(({ node }) =>
    t.ev.index.returnsOf(node).flatMap((each) => (each ? t.trace(each, path, frame) : [])),
  );
}

/**
 * What a method of a box hands to a function; undefined for methods that others have as well.
 *
 * @param argument which of the arguments of the method the function is
 */
export function handedByBox(
  t: Tracer,
  callee: { readonly method: string; readonly object: Node },
  { callback, argument }: { readonly callback: Node; readonly argument: number },
  { position, path, frame }: ArgumentRead,
): readonly Origin[] | undefined {
  const { method, object } = callee;
  if (/^(?:mapErr|orElse|orTee|tapError)$/.test(method)) return [{ kind: 'caught', at: callback, path }];
  if (ENDS.test(method)) {
    const succeeds = (method === 'match' || method.startsWith('matchE') ? 0 : 1) === argument;
    return succeeds ? t.trace(object, ['*', ...path], frame) : [{ kind: 'caught', at: callback, path }];
  }
  if (!/^(?:andTee|andThen|asyncAndThen|asyncMap|inspect|tap)$/.test(method) || position > 0)
    return undefined;
  return t.trace(object, ['*', ...path], frame);
}

/** A value and the steps that it goes through, in their order. */
interface Pipe {
  /** Undefined where the value is the first of the steps. */
  readonly receiver: Node | undefined;
  readonly steps: readonly Node[];
}

/** `pipe(value, step, step)`, where a function of that name comes from such a package. */
export function pipeOrigins(t: Tracer, { call, name, path, frame }: CallRead): readonly Origin[] | undefined {
  if (name !== 'pipe' || call.arguments.length < 2 || !isOfPackage(t, call.callee)) return undefined;
  const callee = unwrap(call.callee);
  if (isOfValue(t, callee)) return undefined;
  return pipedOrigins(t, { receiver: undefined, steps: call.arguments }, path, frame);
}

/** What comes out of a pipe behind so many of its steps. */
function pipedOrigins(
  t: Tracer,
  { receiver, steps }: Pipe,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const before = (): readonly Origin[] =>
    steps.length > 1 || receiver ? pipedOrigins(t, { receiver, steps: steps.slice(0, -1) }, path, frame) : [];
  const last = steps.at(-1);
  if (!last) return receiver ? t.trace(receiver, path, frame) : [];
  if (!receiver && steps.length === 1) return t.trace(last, path, frame);
  const step = unwrap(last);
  const own = functionsOf(t.ev, step);
  if (own.length > 0) return given(t, step, path, frame);
  const name = calleeName(step.type === 'CallExpression' ? step.callee : step) ?? '';
  const [callback] = step.type === 'CallExpression' ? step.arguments : [];
  if (!callback || LOOKS_ON.test(name)) return before();
  const isBox = OPENS.test(path[0] ?? '');
  if (GOES_ON.test(name))
    return given(t, callback, isBox && /^(?:asyncMap|map)$/.test(name) ? path.slice(1) : path, frame);
  if (RECOVERS.test(name)) return [...before(), ...given(t, callback, path, frame)];
  if (ENDS.test(name))
    return step.type === 'CallExpression'
      ? step.arguments.flatMap((each) => given(t, each, path, frame))
      : [];
  return /^(?:drops|redacts|settled)$/.test(treatmentOf(name, t.redactors)) ? [] : before();
}

/** What a step of a pipe hands to its function: `pipe(ask(), Effect.map((text) => …))`; undefined where a call is no such step. */
export function handedByStep(
  t: Tracer,
  outer: Node,
  { position, path, frame }: ArgumentRead,
): readonly Origin[] | undefined {
  const holder = outer.parent;
  if (holder?.type !== 'CallExpression') return undefined;
  const isStep = pipeAround(t, outer);
  // pipe(text, (each) => …)
  if (isStep) return position === 0 ? pipedOrigins(t, isStep, path, frame) : [];
  const around = pipeAround(t, wrapped(holder));
  const name = calleeName(holder.callee) ?? '';
  if (!around || !(GOES_ON.test(name) || LOOKS_ON.test(name) || ENDS.test(name) || RECOVERS.test(name)))
    return undefined;
  if (position > 0) return [];
  const fails = RECOVERS.test(name) || /^(?:mapErr|mapError|mapLeft|orTee|tapError)$/.test(name);
  const isOther = ENDS.test(name) && holder.arguments.length > 1 && holder.arguments[1] !== outer;
  return fails || isOther
    ? [{ kind: 'caught', at: outer, path }]
    : pipedOrigins(t, around, ['*', ...path], frame);
}

/** The part of a pipe before one of its steps. */
function pipeAround(t: Tracer, step: Node): Pipe | undefined {
  const call = step.parent;
  if (call?.type !== 'CallExpression' || calleeName(call.callee) !== 'pipe') return undefined;
  const at = call.arguments.findIndex((each) => each === step);
  const callee = unwrap(call.callee);
  const steps = call.arguments.slice(0, Math.max(at, 0));
  if (isOfValue(t, callee))
    return at < 0 || !hasSteps(t, call.arguments) ? undefined : { receiver: callee.object, steps };
  return at < 1 || !isOfPackage(t, callee) ? undefined : { receiver: undefined, steps };
}

/** `text.pipe(…)`, where a value goes through; `Function.pipe(…)` is a function of a module. */
function isOfValue(t: Tracer, callee: Node): callee is TSESTree.MemberExpression {
  return callee.type === 'MemberExpression' && !isImported(t.ev.index, unwrap(callee.object));
}

function isOfPackage(t: Tracer, callee: Node): boolean {
  return comesFrom(t.ev.answers(callee, []), BOX_PACKAGES);
}

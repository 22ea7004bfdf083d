/**
 * What a parameter can hold: the arguments of every call the file shows.
 */
import { contains, unwrap, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Answer, CallNode, Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { annotationOfParameter, usesOf } from '../syntax/variables.ts';
import { unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { callersOf } from './callers.ts';
import { resolveTyped, withTyped } from './declared-types.ts';
import { callOf, frameOf } from './frames.ts';
import { functionsOf } from './functions.ts';
import { injectedInto } from './injected.ts';
import { patternSteps, through } from './patterns.ts';
import { orPutThere } from './put-names.ts';

/** Methods that hand the elements of their receiver to a callback's first parameter. */
const ELEMENT_CALLBACKS = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flatMap',
  'forEach',
  'map',
  'some',
]);

/** How many keys are read of what a function is handed that calls itself for parts of it. Documented in docs/limits.md. */
const MAX_PARTS = 1;

/** A parameter, or a name that one is taken apart into. */
interface Parameter {
  readonly fn: FunctionNode;
  readonly name: Node;
  /** The whole parameter. */
  readonly root: Node;
  /** Of the argument that is passed for it. */
  readonly position: number;
}

/** Follows `path` from a parameter's value. */
export function resolveParameter(
  ev: Evaluator,
  fn: FunctionNode,
  name: Node,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const { steps, root } = patternSteps(name);
  const position = fn.params.findIndex((each) => each === root) - (hasThisParameter(fn) ? 1 : 0);
  const parameter: Parameter = { fn, name, root, position };
  const read = (p: Path): Answers => argument(ev, parameter, p, frame);
  return through(ev, read, steps, path, frame);
}

/** TypeScript's `function f(this: T, …)`: no argument is passed for it. */
function hasThisParameter(fn: FunctionNode): boolean {
  const [first] = fn.params;
  return first?.type === 'Identifier' && first.name === 'this';
}

function argument(ev: Evaluator, parameter: Parameter, path: Path, frame: Frame | undefined): Answers {
  const { fn, name, root } = parameter;
  const entered = callOf(frame, fn);
  if (entered) {
    const { handed, args, argsFrame } = entered;
    const given = handed
      ? parameter.position === 0
        ? ev.answers(handed.node, [...handed.path, ...path], argsFrame)
        : [unknown('parameter', name, path)]
      : fromArguments(ev, parameter, args, path, argsFrame);
    return given.every(({ kind }) => kind === 'unknown')
      ? withTyped(ev, annotationOfParameter(root), path, given)
      : given;
  }
  const inline = inlineCallback(ev, parameter, path, frame) ?? calledBack(ev, parameter, path, frame);
  if (inline) return inline;

  const { calls, complete, handedIn } = callersOf(ev, fn);
  const found = calls.flatMap((call) =>
    path.length > MAX_PARTS && isForPart(parameter, call)
      ? [unknown('complex', name, path)]
      : fromArguments(ev, parameter, call.arguments, path, undefined),
  );
  if (complete && calls.length > 0) return found;
  const made = (handedIn ?? []).flatMap((call) =>
    fromArguments(ev, parameter, call.arguments, path, undefined),
  );
  const handed = [...found, ...made];
  // What is handed in to be called beats what the annotation says.
  if (handedIn && handed.length > 0 && handed.every(isToBeCalled)) return handed;
  const injected = found.length === 0 ? injectedInto(ev, fn, parameter, path) : undefined;
  if (injected) return injected;
  // Callers that the file does not show: the annotation is all there is to say of them.
  const annotation = annotationOfParameter(root);
  const typed = annotation ? resolveTyped(ev, annotation, path) : [];
  const open =
    typed.length > 0
      ? [...found.filter(({ kind }) => kind !== 'unknown'), ...typed]
      : [...found, unknown('parameter', name, path)];
  return orPutThere(ev, name, path, open);
}

/** `visit(schema.items)` within `visit`: what it is handed there is a part of what it was handed before, and so on. */
function isForPart({ fn, position }: Parameter, call: CallNode): boolean {
  const given = call.arguments[position];
  return given !== undefined && unwrap(given).type !== 'Identifier' && contains(fn, call);
}

/** True for what a class is handed to be called: a function, or an object with methods that the project shows. */
function isToBeCalled(answer: Answer): boolean {
  return answer.kind === 'known' && /^(?:array|class|function|instance|object)$/.test(answer.value.kind);
}

function fromArguments(
  ev: Evaluator,
  { name, root, position }: Parameter,
  args: readonly Node[],
  path: Path,
  frame: Frame | undefined,
): Answers {
  if (root.type === 'RestElement') {
    const [key, ...rest] = path;
    if (key === undefined) return [unknown('parameter', name, path)];
    const passed = args.slice(position);
    const picked = /^\d+$/.test(key) ? passed.slice(Number(key), Number(key) + 1) : passed;
    return picked.flatMap((a) =>
      a.type === 'SpreadElement' ? ev.answers(a.argument, ['*', ...rest], frame) : ev.answers(a, rest, frame),
    );
  }
  const at = args.slice(0, position + 1).findIndex((a) => a.type === 'SpreadElement');
  const spread = args[at];
  if (spread?.type === 'SpreadElement') {
    const passed = ev.answers(spread.argument, [String(position - at), ...path], frame);
    return passed.length > 0 && passed.every(({ kind }) => kind !== 'absent')
      ? passed
      : [unknown('parameter', spread, path)];
  }
  const given = args[position];
  if (given) return ev.answers(given, path, frame);
  return path.length === 0
    ? [{ kind: 'known', value: { kind: 'literal', value: undefined }, node: name }]
    : [{ kind: 'absent', node: name, missing: path }];
}

/** Parameters of a function that is handed to one of the project, which calls it: `unitOfWork(({ audit }) => …)`. */
function calledBack(
  ev: Evaluator,
  { fn, position }: Parameter,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  const outer = wrapped(fn);
  const call = outer.parent;
  if (fn.type === 'FunctionDeclaration' || call?.type !== 'CallExpression' || call.callee === outer)
    return undefined;
  const argument = call.arguments.findIndex((each) => each === outer);
  const found = functionsOf(ev, call.callee, frame).flatMap((own): Answers => {
    const inner = frameOf(ev, own, call, frame);
    return inner.depth > MAX_FRAMES
      ? []
      : callsOfParameter(ev, own.node, argument).flatMap(({ arguments: given }) => {
          const value = given[position];
          return value && value.type !== 'SpreadElement' ? ev.answers(value, path, inner) : [];
        });
  });
  return found.length > 0 ? found : undefined;
}

/** Functions that call what they are handed within one another. */
const MAX_FRAMES = 5;

/**
 * The calls of a parameter in the body of its function: of what callers hand in to be called.
 *
 * @param name of the property that is handed in; left out for the parameter itself
 */
export function callsOfParameter(
  ev: Evaluator,
  fn: FunctionNode,
  argument: number,
  name?: string,
): readonly CallNode[] {
  if (name !== undefined) {
    const named = ev.index.indexOf(fn).callsNamed(name);
    return named.filter((call) => contains(fn.body, call));
  }
  const parameter = fn.params[argument];
  const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const variable = target?.type === 'Identifier' ? ev.index.variableOf(target) : undefined;
  return usesOf(variable).flatMap((use) => {
    const outer = wrapped(use);
    const holder = outer.parent?.type === 'ChainExpression' ? outer.parent.parent : outer.parent;
    return holder?.type === 'CallExpression' && holder.callee === outer ? [holder] : [];
  });
}

/** Parameters of a function written in place as an argument: `.map(x => …)`, `.then(x => …)`. */
function inlineCallback(
  ev: Evaluator,
  { fn, position }: Parameter,
  path: Path,
  frame: Frame | undefined,
): Answers | undefined {
  if (fn.type === 'FunctionDeclaration') return undefined;
  const outer = wrapped(fn);
  const call = outer.parent;
  if (call?.type !== 'CallExpression') return undefined;
  if (call.callee === outer) {
    const given = call.arguments[position];
    return given ? ev.answers(given, path, frame) : [{ kind: 'absent', node: fn, missing: path }];
  }
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const method = writtenKey(callee) ?? '';
  if (position === 0 && call.arguments[0] === outer) {
    if (method === 'then') return ev.answers(callee.object, path, frame);
    if (ELEMENT_CALLBACKS.has(method)) return ev.answers(callee.object, ['*', ...path], frame);
  }
  if (method === 'reduce' && position === 1) return ev.answers(callee.object, ['*', ...path], frame);
  if (method === 'from' && call.arguments[1] === outer && position === 0 && call.arguments[0]) {
    return ev.answers(call.arguments[0], ['*', ...path], frame);
  }
  return undefined;
}

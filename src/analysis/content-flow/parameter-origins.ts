/**
 * Where what a parameter holds comes from: the arguments of the calls of its function, and what callbacks are handed.
 */
import type { Frame, FunctionNode, Node, Path } from '../syntax/types.ts';
import { isClass } from '../syntax/nodes.ts';
import { callersOf } from '../values/callers.ts';
import { patternSteps } from '../values/patterns.ts';
import type { PatternStep } from '../values/patterns.ts';
import { callbackOrigins } from './callbacks.ts';
import { callsThroughObjects, placesHandedOn } from './handed-on.ts';
import { isIdName } from './names.ts';
import { leavingOutMore, leftOut, restStep } from './path-steps.ts';
import { handedToMiddleware } from './procedure-middleware.ts';
import { memberOfClass } from './this-members.ts';
import { callOf } from '../values/frames.ts';
import { typeDeclaration } from '../values/type-declarations.ts';
import type { Origin, Tracer } from './types.ts';

/** A name that a function gives to an argument, or to a part of one. */
export interface ParameterName {
  readonly fn: FunctionNode;
  readonly name: Node;
  /** False: the parameter is where the way ends, and its callers are not asked. */
  readonly callersAsked: boolean;
}

/** Where `path` of a parameter comes from. */
export function parameterOrigins(
  t: Tracer,
  { fn, name, callersAsked }: ParameterName,
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const { steps, root } = patternSteps(name);
  const [first] = fn.params;
  const hasThis = first?.type === 'Identifier' && first.name === 'this' ? 1 : 0;
  const parameter = { root, position: fn.params.findIndex((each) => each === root) - hasThis };
  const read = (p: Path): readonly Origin[] => {
    const entered = callOf(frame, fn);
    if (entered?.handed)
      return parameter.position === 0
        ? t.trace(entered.handed.node, [...entered.handed.path, ...p], entered.argsFrame)
        : [];
    if (entered) return argumentOrigins(t, entered.args, parameter, p, entered.argsFrame);
    const hooked =
      hookedOrigins(t, fn, parameter, p) ??
      handedToMiddleware(t, t.middleware?.get(fn), parameter.position, p);
    if (hooked) return hooked;
    const argument = { position: parameter.position, path: p, frame };
    const inPlace = fn.type === 'FunctionDeclaration' ? undefined : callbackOrigins(t, fn, argument);
    if (inPlace) return inPlace;
    const file = t.ev.index.indexOf(fn);
    const handed = placesHandedOn(t.ev, fn)
      .filter((place) => callersAsked || t.ev.index.indexOf(place) === file)
      .flatMap((place) => callbackOrigins(t, place, argument) ?? []);
    const own: Origin = { kind: 'parameter', at: root, path: p };
    if (!callersAsked) return [own, ...handed];
    const { calls, complete, handedIn = [] } = callersOf(t.ev, fn);
    const given = [...calls, ...callsThroughObjects(t.ev, fn), ...handedIn].flatMap((call) =>
      argumentOrigins(t, call.arguments, parameter, p, undefined),
    );
    if (complete && calls.length > 0 && given.length === 0) return [];
    const made = given.length + handed.length > 0 ? [] : membersOfTyped(t, root, p);
    return [own, ...given, ...handed, ...made];
  };
  return throughPattern(t, read, steps, path, frame);
}

/** What a function is handed that an HTTP client calls. */
function hookedOrigins(
  { hooks }: Tracer,
  fn: FunctionNode,
  { root, position }: { readonly root: Node; readonly position: number },
  path: Path,
): readonly Origin[] | undefined {
  const [first = '', ...rest] = path;
  if (root.type !== 'RestElement') return hooks?.handedTo(fn, position, path);
  return /^\d+$/.test(first) ? hooks?.handedTo(fn, position + Number(first), rest) : undefined;
}

/** What objects of a class hold that a parameter is annotated with, wherever they are made: a command, an event, a message. */
function membersOfTyped(t: Tracer, root: Node, path: Path): readonly Origin[] {
  const target = root.type === 'AssignmentPattern' ? root.left : root;
  const type = 'typeAnnotation' in target ? target.typeAnnotation : undefined;
  if (path.length === 0 || type?.type !== 'TSTypeAnnotation') return [];
  const { typeAnnotation: named } = type;
  const owner = named.type === 'TSTypeReference' ? typeDeclaration(t.ev, named.typeName) : undefined;
  if (!owner || !isClass(owner)) return [];
  return memberOfClass(t, owner, path, undefined).filter(({ kind }) => kind !== 'field');
}

function argumentOrigins(
  t: Tracer,
  args: readonly Node[],
  { root, position }: { readonly root: Node; readonly position: number },
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  if (root.type === 'RestElement')
    return args.slice(position).flatMap((a) => t.trace(a, path.slice(1), frame));
  const spread = args.slice(0, position + 1).find((a) => a.type === 'SpreadElement');
  if (spread) return t.trace(spread, ['*', ...path], frame);
  const given = args[position];
  return given ? t.trace(given, path, frame) : [];
}

/**
 * Follows a binding pattern from the value it takes apart to one of its names.
 *
 * @param read follows keys from the value that is taken apart
 */
export function throughPattern(
  t: Tracer,
  read: (path: Path) => readonly Origin[],
  steps: readonly PatternStep[],
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const step = steps.at(-1);
  if (!step) return read(path);
  const outer = (p: Path): readonly Origin[] => throughPattern(t, read, steps.slice(0, -1), p, frame);
  const [key, ...rest] = path;
  switch (step.kind) {
    case 'key':
      return step.key === 'length' || (t.passesIds && isIdName(step.key)) ? [] : outer([step.key, ...path]);
    case 'rest':
      if (key === undefined) return outer([restStep(step.except)]);
      // What is taken out stays out, whatever is written over the rest.
      if (leftOut(key)) return outer([leavingOutMore(restStep(step.except), leftOut(key) ?? []), ...rest]);
      return step.except.includes(key) ? [] : outer(path);
    case 'tail':
      return outer(/^\d+$/.test(key ?? '') ? [String(Number(key) + step.from), ...rest] : path);
    case 'default':
      return [...outer(path), ...t.trace(step.value, path, frame)];
  }
}

/**
 * Where what a variable holds comes from: every write that may be in force where it is read.
 */
import { contains, isFunction, wrapped, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { Frame, Key, Node, Path } from '../syntax/types.ts';
import { annotationOf } from '../syntax/variables.ts';
import { callOf } from '../values/frames.ts';
import { functionsOf } from '../values/functions.ts';
import { placesBehind } from '../values/imports.ts';
import { callersOf } from '../values/callers.ts';
import { patternSteps } from '../values/patterns.ts';
import { visitWrites } from '../values/variable-writes.ts';
import type { Write } from '../values/writes.ts';
import { typeDrops } from './closed-values.ts';
import { mergedOrigins, partsOfAssign } from './merged-objects.ts';
import { isConstantName } from './names.ts';
import { isNarrowed } from './narrowing.ts';
import { throughPattern } from './parameter-origins.ts';
import { below, overwrittenStep, restStep } from './path-steps.ts';
import { storedInVariable } from './stores.ts';
import { memberOfClass } from './this-members.ts';
import { isTypedContent } from './typed-content.ts';
import type { Origin, Tracer } from './types.ts';

/** How many functions that an object is handed to are searched for writes to it, one from another. */
const MAX_HANDED = 3;

/** Where `path` of what a variable holds at `use` comes from. */
export function variableOrigins(
  t: Tracer,
  variable: Variable,
  path: Path,
  use: Node,
  frame: Frame | undefined,
): readonly Origin[] {
  switch (variable.defs[0]?.type) {
    case 'ImportBinding':
      return importOrigins(t, variable, path);
    case 'Parameter':
    case 'Variable':
    case 'CatchClause': {
      const type = annotationOf(variable);
      if (type && typeDrops(t.ev, type, path)) return [];
      if (isNarrowed(t, variable, path, use)) return [];
      const typed: Origin[] =
        type && isTypedContent(t.ev.index, variable) && !areCallersShown(t, variable, frame)
          ? [{ kind: 'typed', at: type, path }]
          : [];
      const found: Origin[] = [];
      const over: Key[] = [];
      let step = overwrittenStep;
      visitWrites(t.ev, variable, path[0] ?? '*', use, (write) => {
        const read = path.length === 0 && over.length > 0 ? [step(over)] : path;
        const { origins, settles } = originsOfWrite(t, write, { path: read, frame, handed: 0 });
        found.push(...origins);
        over.push(...keysWrittenOver(write, use));
        // What is deleted is taken out, and nothing stands in its place.
        if (write.kind === 'delete') step = restStep;
        return settles;
      });
      return [...typed, ...found, ...storedInVariable(t, variable, path, frame)];
    }
    case 'ClassName': {
      const owner = variable.defs[0].node;
      return path.length === 0
        ? []
        : memberOfClass(t, owner, path, frame).filter(({ kind }) => kind !== 'field');
    }
    default:
      return [];
  }
}

/** What another module exports: what the module shows of it, else the import itself. */
function importOrigins(t: Tracer, variable: Variable, path: Path): readonly Origin[] {
  if (isConstantName(variable.name)) return [];
  const places = placesBehind(t.ev, variable, path);
  if (places.length > 0) return places.flatMap((place) => t.trace(place.node, place.path));
  return [{ kind: 'import', at: variable, path }];
}

/** True for a parameter of which the file shows everything that it is handed: its type says nothing more. */
function areCallersShown(t: Tracer, variable: Variable, frame: Frame | undefined): boolean {
  const fn: Node | undefined = variable.defs[0]?.node;
  if (!fn || !isFunction(fn)) return false;
  if (callOf(frame, fn)) return true;
  const { calls, complete } = callersOf(t.ev, fn);
  return complete && calls.length > 0;
}

/** The keys that a write puts something else under, on every way to `use`: `copy.content = redact(copy.content)`. */
function keysWrittenOver(write: Write, use: Node): readonly Key[] {
  const statement = wrapped(write.node).parent;
  const list = statement?.type === 'ExpressionStatement' ? statement.parent : undefined;
  if (!list || !contains(list, use)) return [];
  if (write.kind === 'delete') return write.keys.length === 1 && !write.keys.includes('*') ? write.keys : [];
  if (write.kind === 'set')
    return write.keys.length === 1 && !write.keeps && !write.keys.includes('*') ? write.keys : [];
  if (write.kind !== 'merge' || write.keys.length > 0) return [];
  return partsOfAssign(write.sources).flatMap((part) =>
    part.type === 'Property' ? (writtenKey(part) ?? []) : [],
  );
}

/** What is read of the variable that was written. */
interface Read {
  readonly path: Path;
  readonly frame: Frame | undefined;
  /** Functions that the object was handed to on the way here. */
  readonly handed: number;
}

interface WriteOrigins {
  readonly origins: readonly Origin[];
  /** Nothing written before remains. */
  readonly settles: boolean;
}

/** What one write puts at the path that is read. */
function originsOfWrite(t: Tracer, write: Write, read: Read): WriteOrigins {
  const { path, frame } = read;
  switch (write.kind) {
    case 'define': {
      const { source, steps, keeps } = write;
      if (!source) return { origins: [], settles: true };
      const origins = throughPattern(t, (p) => t.trace(source, p, frame), steps, path, frame);
      return { origins: keeps ? [...origins, ...t.trace(keeps, path, frame)] : origins, settles: true };
    }
    case 'parameter':
      return { origins: t.parameter(write.fn, write.name, path, frame), settles: true };
    case 'untracked':
      return {
        origins: untracked(t, write.node, path, frame),
        settles: write.node.type !== 'AssignmentExpression',
      };
    case 'set': {
      const rest = below(write.keys, path);
      if (!rest) return { origins: [], settles: false };
      return {
        origins: t.trace(write.value, rest, frame),
        settles: path.length >= write.keys.length && !write.keys.includes('*') && !path.includes('*'),
      };
    }
    case 'touched': {
      const assignment = write.node.type === 'AssignmentExpression' ? write.node.right : undefined;
      return {
        origins: assignment && below(write.keys, path) ? t.trace(assignment, [], frame) : [],
        settles: false,
      };
    }
    case 'merge': {
      const rest = below(write.keys, path);
      return {
        origins: rest ? mergedOrigins(t, partsOfAssign(write.sources), rest, frame) : [],
        settles: false,
      };
    }
    case 'append': {
      const rest = below([...write.keys, '*'], path);
      return { origins: rest ? write.values.flatMap((v) => t.trace(v, rest, frame)) : [], settles: false };
    }
    case 'handed':
      return { origins: read.handed < MAX_HANDED ? changedBy(t, write, read) : [], settles: false };
    default:
      return { origins: [], settles: false };
  }
}

/** What a function of the file writes to the object it is handed. */
function changedBy(t: Tracer, write: Extract<Write, { kind: 'handed' }>, read: Read): readonly Origin[] {
  const path = below(write.keys, read.path);
  if (!path) return [];
  return functionsOf(t.ev, write.call.callee).flatMap((fn): readonly Origin[] => {
    const parameter = fn.node.params[write.argument];
    const variable = parameter?.type === 'Identifier' && t.ev.index.variableOf(parameter);
    if (!variable) return [];
    const frame = t.enter(fn, write.call, read.frame);
    if (!frame) return [];
    const found: Origin[] = [];
    visitWrites(t.ev, variable, path[0] ?? '*', fn.node.body, (part) => {
      if (part.kind !== 'parameter')
        found.push(...originsOfWrite(t, part, { path, frame, handed: read.handed + 1 }).origins);
      return false;
    });
    return found;
  });
}

/** `x += y`, `catch (e)`, `for (k in o)`, `n++`. */
function untracked(t: Tracer, node: Node, path: Path, frame: Frame | undefined): readonly Origin[] {
  if (node.type === 'AssignmentExpression')
    return node.operator === '+=' ? t.trace(node.right, path, frame) : [];
  const clause = catchOf(node);
  return clause ? [{ kind: 'caught', at: clause, path: [...patternKeys(node), ...path] }] : [];
}

function catchOf(name: Node): Node | undefined {
  let current: Node | undefined = name;
  while (current && current.type !== 'CatchClause') {
    if (isFunction(current)) return undefined;
    current = current.parent;
  }
  return current;
}

/** The keys by which a pattern takes a name out of its value. */
function patternKeys(name: Node): Key[] {
  return patternSteps(name).steps.flatMap((step) => (step.kind === 'key' ? [step.key] : []));
}

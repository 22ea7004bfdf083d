/**
 * What a variable can hold where it is read.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { Answer, Frame, FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import { isMissing, isNullish, literal, literalOf, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { withTyped } from './declared-types.ts';
import { imported } from './imports.ts';
import { merged } from './objects.ts';
import { resolveParameter } from './parameters.ts';
import { through } from './patterns.ts';
import { timelineOf, visitLeft, visitReaching } from './reaching.ts';
import type { Timeline } from './reaching.ts';
import { writesTo } from './writes.ts';
import type { Write } from './writes.ts';

interface Writes {
  readonly all: readonly Write[];
  /** Those that can concern a first key, ready to be asked. `` stands for the value itself. */
  readonly timelines: Map<Key, Timeline<Write>>;
}

const writesMemory = new WeakMap<Variable, Writes>();

/** Follows `path` from the variable's value at `use`. */
export function resolveVariable(
  ev: Evaluator,
  variable: Variable,
  path: Path,
  use: Node,
  frame: Frame | undefined,
): Answers {
  // Overloads are declared before the function that has a body.
  const definition = variable.defs.find((d) => isFunction(d.node as Node)) ?? variable.defs[0];
  if (!definition) return [unknown('untracked', use, path)];
  const declared = definition.node as Node;
  switch (definition.type) {
    case 'ImportBinding':
      return imported(ev, { specifier: declared, declaration: definition.parent }, use, path);
    case 'FunctionName':
      return definitionOf(ev, declared, path, use, frame);
    case 'ClassName':
      return ev.answers(declared, path, frame);
    case 'TSEnumName':
      return enumMember(ev, declared as TSESTree.TSEnumDeclaration, path, use);
    case 'Parameter':
    case 'Variable':
    case 'CatchClause':
      return written(ev, variable, path, use, frame);
    default:
      return [unknown('untracked', use, path)];
  }
}

function definitionOf(
  ev: Evaluator,
  declared: Node,
  path: Path,
  use: Node,
  frame: Frame | undefined,
): Answers {
  if (isFunction(declared)) return ev.answers(declared, path, frame);
  return [unknown('untracked', use, path)];
}

function enumMember(ev: Evaluator, declaration: TSESTree.TSEnumDeclaration, path: Path, use: Node): Answers {
  const [key, ...rest] = path;
  if (key === undefined) return [unknown('untracked', use, path)];
  return declaration.body.members.flatMap((member) => {
    const name = member.id.type === 'Identifier' ? member.id.name : member.id.value;
    if (key !== '*' && name !== key) return [];
    return member.initializer ? ev.answers(member.initializer, rest) : [unknown('computed', member, rest)];
  });
}

interface Found {
  readonly answers: Answer[];
  /** Something unknown was merged in: what is not found may be there all the same. */
  open: boolean;
}

function settledAnswers({ answers, open }: Found, path: Path): Answers {
  return open ? answers.filter((a) => !isMissing(a, path)) : answers;
}

/** Reads the variable through the writes that may be in force at `use`. */
function written(
  ev: Evaluator,
  variable: Variable,
  path: Path,
  use: Node,
  frame: Frame | undefined,
): Answers {
  const found: Found = { answers: [], open: false };
  visitWrites(ev, variable, path[0] ?? '', use, (write) => applyWrite(ev, write, path, use, frame, found));
  return annotated(ev, variable, path, settledAnswers(found, path));
}

/**
 * Visits the writes that may be in force where a variable is read, nearest first.
 *
 * @param key the first key that is read of the value; `*` for every part, empty for the value itself
 * @param visit returns true when nothing written earlier can survive the write
 */
export function visitWrites(
  ev: Evaluator,
  variable: Variable,
  key: Key,
  use: Node,
  visit: (write: Write) => boolean,
): void {
  const timeline = timelineFor(ev, variable, key);
  const [only, ...more] = timeline.events;
  // Most variables are written once.
  if (only && more.length === 0 && only.kind === 'define' && !only.reassigns) {
    visit(only);
    return;
  }
  if (isExportedRead(variable, use)) {
    visitLeft(timeline, (n) => ev.childrenOf(n), use, visit);
    return;
  }
  const block = variable.scope.variableScope.block as Node;
  const parameter = variable.defs.find((d) => d.type === 'Parameter');
  const owner = (parameter?.node ?? (isFunction(block) ? block : undefined)) as FunctionNode | undefined;
  visitReaching(timeline, use, owner, (n) => ev.childrenOf(n), visit);
}

/** True where an export names a variable of the module: other files read it when the module has run. */
function isExportedRead(variable: Variable, use: Node): boolean {
  if (use.parent?.type === 'ExportSpecifier') return true;
  const isOwnName = variable.identifiers.some((name) => (name as Node) === use);
  return isOwnName && /^(?:global|module)$/.test(variable.scope.type);
}

/** What the variable's type adds; nothing to an object that is written out and lacks the key. */
function annotated(ev: Evaluator, variable: Variable, path: Path, answers: Answers): Answers {
  const lacks = (a: Answer): boolean => a.kind === 'absent' && a.node.type === 'ObjectExpression';
  if (answers.length > 0 && answers.every(lacks)) return answers;
  return withTyped(ev, annotationOf(variable), path, answers);
}

function writesOf(ev: Evaluator, variable: Variable): Writes {
  let writes = writesMemory.get(variable);
  if (!writes) {
    writes = { all: writesTo(variable, ev.index, (member) => keyOf(ev, member)), timelines: new Map() };
    writesMemory.set(variable, writes);
  }
  return writes;
}

/** A member's name; for a computed one, the constant that it is. */
function keyOf(ev: Evaluator, member: TSESTree.MemberExpression): Key {
  const written = writtenKey(member);
  if (written !== undefined) return written;
  const [only, ...others] = ev.answers(member.property, []);
  const value = literalOf(only);
  return others.length === 0 && (typeof value === 'string' || typeof value === 'number')
    ? String(value)
    : '*';
}

function timelineFor(ev: Evaluator, variable: Variable, key: Key): Timeline<Write> {
  const { all, timelines } = writesOf(ev, variable);
  let timeline = timelines.get(key);
  if (!timeline) {
    timeline = timelineOf(all.filter((write) => concerns(write, key)));
    timelines.set(key, timeline);
  }
  return timeline;
}

function concerns(write: Write, key: Key): boolean {
  if (!('keys' in write)) return write.kind !== 'handed' || key !== '';
  const [first] = write.keys;
  return key !== '' && (first === undefined || first === key || first === '*' || key === '*');
}

/** Adds what one write contributes to `path`. True when nothing written before it remains. */
function applyWrite(
  ev: Evaluator,
  write: Write,
  path: Path,
  use: Node,
  frame: Frame | undefined,
  found: Found,
): boolean {
  switch (write.kind) {
    case 'define':
      if (!write.source) {
        // `let x;` alone says nothing where other writes are possible, too.
        if (found.answers.length === 0) found.answers.push(...literal(undefined, write.node, path));
        return true;
      }
      if (keepsOld(ev, write.keeps, path, frame, found)) return true;
      found.answers.push(
        ...through(ev, (p) => ev.answers(write.source as Node, p, frame), write.steps, path, frame),
      );
      return true;
    case 'parameter':
      found.answers.push(...resolveParameter(ev, write.fn, write.name, path, frame));
      return true;
    case 'untracked':
      found.answers.push(unknown('untracked', use, path));
      return true;
    case 'set': {
      const match = matchKeys(write.keys, path);
      if (!match) return false;
      if (match.exact && keepsOld(ev, write.keeps, path.slice(write.keys.length), frame, found)) return true;
      if (match.followed) found.answers.push(...assigned(ev, write, path, frame));
      else found.answers.push(unknown('computed', write.node, path));
      return match.exact;
    }
    case 'touched': {
      const match = matchKeys(write.keys, path);
      if (match) found.answers.push(unknown('untracked', write.node, path));
      return match?.exact === true;
    }
    case 'delete': {
      const match = matchKeys(write.keys, path);
      if (!match) return false;
      found.answers.push({ kind: 'absent', node: write.node, missing: path.slice(write.keys.length - 1) });
      return match.exact;
    }
    case 'merge': {
      if (path.length <= write.keys.length || !matchKeys(write.keys, path)) return false;
      const outcome = merged(ev, write.sources, path.slice(write.keys.length), frame, found.answers);
      if (outcome === 'open') found.open = true;
      return outcome === 'settled';
    }
    case 'append': {
      const [position, ...rest] = path.slice(write.keys.length);
      if (position === undefined || !matchKeys(write.keys, path)) return false;
      if (position !== '*' && !/^\d+$/.test(position)) return false;
      for (const value of write.values) {
        if (value.type === 'SpreadElement')
          found.answers.push(...ev.answers(value.argument, ['*', ...rest], frame));
        else found.answers.push(...ev.answers(value, rest, frame));
      }
      return false;
    }
    case 'handed':
      return path.length > 0 && handed(ev, write, path, frame, found);
  }
}

function assigned(
  ev: Evaluator,
  write: Extract<Write, { kind: 'set' }>,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const answers = ev.answers(write.value, path.slice(write.keys.length), frame);
  if (path.length > write.keys.length) return answers;
  return answers.map((a) => (a.kind === 'known' && !a.property ? { ...a, assignment: write.node } : a));
}

/**
 * Adds what an assignment leaves in place because it is there already. True when it surely is.
 *
 * @param keeps the expression that reads the old value; undefined when the assignment replaces any
 */
function keepsOld(
  ev: Evaluator,
  keeps: Node | undefined,
  path: Path,
  frame: Frame | undefined,
  found: Found,
): boolean {
  if (!keeps) return false;
  const missing = ev.answers(keeps, [], frame).map(isNullish);
  found.answers.push(
    ...ev
      .answers(keeps, path, frame)
      .filter((a) => (path.length > 0 ? !isMissing(a, path) : isNullish(a) !== true)),
  );
  return missing.length > 0 && missing.every((m) => m === false);
}

/** A same-file function that writes to the object it is handed. */
function handed(
  ev: Evaluator,
  write: Extract<Write, { kind: 'handed' }>,
  path: Path,
  frame: Frame | undefined,
  found: Found,
): boolean {
  let settled = false;
  for (const callee of ev.answers(write.call.callee, [], frame)) {
    if (callee.kind !== 'known' || callee.value.kind !== 'function') continue;
    const fn = callee.value.node;
    const parameter = fn.params[write.argument];
    if (parameter?.type !== 'Identifier') continue;
    const variable = ev.index.variableOf(parameter);
    if (!variable) continue;
    const inner: Frame = {
      fn,
      args: write.call.arguments,
      argsFrame: frame,
      outer: callee.value.frame,
      depth: (frame?.depth ?? 0) + 1,
    };
    if (inner.depth > MAX_HANDED) continue;
    for (const part of writesOf(ev, variable).all) {
      if (!('keys' in part)) continue;
      const statement = part.node.type === 'IfStatement' ? part.node : part.node.parent;
      const unconditional = statement?.parent === fn.body;
      if (applyWrite(ev, part, path, parameter, inner, found) && unconditional) settled = true;
    }
  }
  return settled;
}

const MAX_HANDED = 4;

interface KeyMatch {
  /** The write surely concerns the path, and all of it. */
  readonly exact: boolean;
  /** The write concerns the path, or one of the elements that its `*` stands for. */
  readonly followed: boolean;
}

/** Undefined: the write is elsewhere. */
function matchKeys(keys: readonly Key[], path: Path): KeyMatch | undefined {
  if (keys.length > path.length) return undefined;
  let exact = true;
  let followed = true;
  for (let i = 0; i < keys.length; i += 1) {
    if (keys[i] === path[i] && keys[i] !== '*') continue;
    if (keys[i] !== '*' && path[i] !== '*') return undefined;
    exact = false;
    followed = followed && path[i] === '*';
  }
  return { exact, followed };
}

/** The annotation where the variable is declared. */
function annotationOf(variable: Variable): Node | undefined {
  for (const name of variable.identifiers as Node[]) {
    if (name.type === 'Identifier' && name.typeAnnotation) return name.typeAnnotation.typeAnnotation;
  }
  return undefined;
}

/**
 * What one write to a variable contributes to what is read of it.
 */
import { unknown, isMissing, isNullish, literal } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { calleeName, literalText } from '../syntax/nodes.ts';
import type { Answer, CallNode, Frame, FunctionNode, Key, Node, Path } from '../syntax/types.ts';
import { folded, partsOf } from './folds.ts';
import { frameOf } from './frames.ts';
import { functionsOf } from './functions.ts';
import type { OwnFunction } from './functions.ts';
import { loopedStep } from './looped-steps.ts';
import { parsePath } from './object-view.ts';
import { merged } from './objects.ts';
import { resolveParameter } from './parameters.ts';
import { through } from './patterns.ts';
import { allWritesTo } from './variable-writes.ts';
import type { Write } from './writes.ts';
import { isOneOfMany, listCalled, wayOfWriting, writesByName } from './writing-names.ts';

/** How deep functions are entered that write to what they are handed. */
const MAX_HANDED = 4;

/** A read of a variable, while the writes that may be in force are gone through. */
export interface Reading {
  /** What is read of the variable. */
  readonly path: Path;
  /** Where. */
  readonly use: Node;
  readonly frame: Frame | undefined;
  readonly found: Found;
  /** Functions that were entered because they are handed the value. */
  readonly entered?: readonly FunctionNode[];
}

/** What the writes gave so far. */
export interface Found {
  readonly answers: Answer[];
  /** Something unknown was merged in: what is not found may be there all the same. */
  open: boolean;
}

type WriteOf<K extends Write['kind']> = Extract<Write, { kind: K }>;

/** Adds what one write contributes. True when nothing written before it remains. */
export function applyWrite(ev: Evaluator, write: Write, reading: Reading): boolean {
  const { path, use, frame, found } = reading;
  switch (write.kind) {
    case 'define':
      return applyDefinition(ev, write, reading);
    case 'parameter':
      found.answers.push(...resolveParameter(ev, write.fn, write.name, path, frame));
      return true;
    case 'untracked':
      found.answers.push(unknown('untracked', use, path));
      return true;
    case 'set':
      return applySet(ev, write, reading);
    case 'touched': {
      const match = matchKeys(write.keys, path);
      if (match) found.answers.push(unknown('untracked', write.node, path));
      // Any part may be the one that is read.
      if (match?.exact === false) found.open = true;
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
    case 'append':
      applyAppend(ev, write, reading);
      return false;
    case 'handed':
      return applyHanded(ev, write, reading);
  }
}

function applyDefinition(ev: Evaluator, write: WriteOf<'define'>, reading: Reading): boolean {
  const { path, frame, found } = reading;
  const { source } = write;
  if (!source) {
    // `let x;` alone says nothing where other writes are possible, too.
    if (found.answers.length === 0) found.answers.push(...literal(undefined, write.node, path));
    return true;
  }
  if (keepsOld(ev, write.keeps, path, reading)) return true;
  const looped =
    path.length > 0 && write.steps.length === 0 ? loopedStep(ev.index.indexOf(source), source) : undefined;
  if (looped) {
    const outcome = folded(ev, { step: looped.step, list: looped.loop.right, frame }, path, found.answers);
    if (outcome === 'open') found.open = true;
    return outcome === 'settled';
  }
  found.answers.push(...through(ev, (p) => ev.answers(source, p, frame), write.steps, path, frame));
  return true;
}

function applySet(ev: Evaluator, write: WriteOf<'set'>, reading: Reading): boolean {
  const { path, frame, found } = reading;
  const match = matchKeys(write.keys, path);
  if (!match) return false;
  if (match.exact && keepsOld(ev, write.keeps, path.slice(write.keys.length), reading)) return true;
  if (match.followed) found.answers.push(...assigned(ev, write, path, frame));
  else {
    // Any key may be the one that is read.
    found.answers.push(unknown('computed', write.node, path));
    found.open = true;
  }
  return match.exact;
}

function applyAppend(ev: Evaluator, write: WriteOf<'append'>, { path, frame, found }: Reading): void {
  const [position, ...rest] = path.slice(write.keys.length);
  if (position === undefined || !matchKeys(write.keys, path)) return;
  if (position !== '*' && !/^\d+$/.test(position)) return;
  for (const value of write.values) {
    if (value.type === 'SpreadElement')
      found.answers.push(...ev.answers(value.argument, ['*', ...rest], frame));
    else found.answers.push(...ev.answers(value, rest, frame));
  }
}

function assigned(ev: Evaluator, write: WriteOf<'set'>, path: Path, frame: Frame | undefined): Answers {
  const answers = ev.answers(write.value, path.slice(write.keys.length), frame);
  if (path.length > write.keys.length) return answers;
  return answers.map((a) => (a.kind === 'known' && !a.property ? { ...a, assignment: write.node } : a));
}

/**
 * Adds what an assignment leaves in place because it is there already. True when it surely is.
 *
 * @param keeps the expression that reads the old value; undefined when the assignment replaces any
 */
function keepsOld(ev: Evaluator, keeps: Node | undefined, path: Path, { frame, found }: Reading): boolean {
  if (!keeps) return false;
  const missing = ev.answers(keeps, [], frame).map(isNullish);
  found.answers.push(
    ...ev
      .answers(keeps, path, frame)
      .filter((a) => (path.length > 0 ? !isMissing(a, path) : isNullish(a) !== true)),
  );
  return missing.length > 0 && missing.every((m) => m === false);
}

/** A function that writes to the object it is handed: by its body, else by its name. */
function applyHanded(ev: Evaluator, write: WriteOf<'handed'>, reading: Reading): boolean {
  const { frame, path } = reading;
  const { call, keys, argument } = write;
  if (path.length <= keys.length || matchKeys(keys, path)?.followed !== true) return false;
  const within = { ...reading, path: path.slice(keys.length) };
  const own = functionsOf(ev, call.callee, frame);
  if (isOneOfMany(ev.index.indexOf(call), call)) {
    applyOneOfMany(ev, own, write, within);
    return false;
  }
  if (own.length === 0) return argument === 0 && applyNamed(ev, call, within);
  let settled = false;
  for (const fn of own) if (applyBody(ev, fn, write, within)) settled = true;
  return settled && !keys.includes('*');
}

/** What one function of a list does to what each of them is handed: which of them do it is not told apart. */
function applyOneOfMany(
  ev: Evaluator,
  own: readonly OwnFunction[],
  write: WriteOf<'handed'>,
  reading: Reading,
): void {
  const { found, frame, path } = reading;
  const list = listCalled(ev.index.indexOf(write.call), write.call);
  const parts = list && partsOf(ev, list, frame)?.map((part) => functionsOf(ev, part.node, part.frame));
  if (parts && parts.length > 0 && parts.every(({ length }) => length === 1)) {
    const before = found.answers.length;
    const isSettled = parts.toReversed().some(([fn]) => fn && applyBody(ev, fn, write, reading));
    if (found.answers.length === before && !found.open) return;
    // That it is run at all is not asked.
    found.open = true;
    if (!isSettled) found.answers.push(unknown('call', write.call, path));
    return;
  }
  const apart: Found = { answers: [], open: false };
  for (const fn of own) applyBody(ev, fn, write, { ...reading, found: apart });
  if (own.length === 0 || apart.open || apart.answers.length > 0) reading.found.open = true;
}

function applyBody(ev: Evaluator, own: OwnFunction, write: WriteOf<'handed'>, reading: Reading): boolean {
  const { node: fn } = own;
  const parameter = fn.params[write.argument];
  const name = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const variable = name?.type === 'Identifier' ? ev.index.variableOf(name) : undefined;
  if (!name || !variable || reading.entered?.includes(fn)) return false;
  const frame = frameOf(ev, own, write.call, reading.frame);
  if (frame.depth > MAX_HANDED) return false;
  const inner = { ...reading, use: name, frame, entered: [...(reading.entered ?? []), fn] };
  let settled = false;
  for (const part of allWritesTo(ev, variable)) {
    if (!('keys' in part)) continue;
    const statement = part.node.type === 'IfStatement' ? part.node : part.node.parent;
    const unconditional = statement?.parent === fn.body;
    if (applyWrite(ev, part, inner) && unconditional) settled = true;
  }
  return settled;
}

/** A function of a package that writes to its first argument, by its name. */
function applyNamed(ev: Evaluator, call: CallNode, reading: Reading): boolean {
  const { path, frame, found } = reading;
  const name = calleeName(call.callee) ?? '';
  if (!writesByName(name)) return false;
  const [, where, value] = call.arguments;
  switch (wayOfWriting(name)) {
    case 'sets': {
      const text = where && literalText(where);
      if (text === undefined || !value) break;
      const keys = parsePath(text);
      const match = matchKeys(keys, path);
      if (match) found.answers.push(...ev.answers(value, path.slice(keys.length), frame));
      return match?.exact === true;
    }
    case 'merges': {
      const outcome = merged(ev, call.arguments.slice(1), path, frame, found.answers);
      if (outcome === 'open') found.open = true;
      return outcome === 'settled';
    }
    default:
  }
  found.answers.push(unknown('call', call, path));
  found.open = true;
  return false;
}

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

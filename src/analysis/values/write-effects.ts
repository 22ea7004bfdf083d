/**
 * What one write to a variable contributes to what is read of it.
 */
import { unknown, isMissing, isNullish, literal } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import type { Answer, Frame, Key, Node, Path } from '../syntax/types.ts';
import { frameOf } from './frames.ts';
import { merged } from './objects.ts';
import { resolveParameter } from './parameters.ts';
import { through } from './patterns.ts';
import { allWritesTo } from './variable-writes.ts';
import type { Write } from './writes.ts';

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
      return path.length > 0 && applyHanded(ev, write, reading);
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

/** A same-file function that writes to the object it is handed. */
function applyHanded(ev: Evaluator, write: WriteOf<'handed'>, reading: Reading): boolean {
  const { frame } = reading;
  let settled = false;
  for (const callee of ev.answers(write.call.callee, [], frame)) {
    if (callee.kind !== 'known' || callee.value.kind !== 'function') continue;
    const fn = callee.value.node;
    const parameter = fn.params[write.argument];
    if (parameter?.type !== 'Identifier') continue;
    const variable = ev.index.variableOf(parameter);
    if (!variable) continue;
    const inner = frameOf(ev, { node: fn, frame: callee.value.frame }, write.call, frame);
    if (inner.depth > MAX_HANDED) continue;
    for (const part of allWritesTo(ev, variable)) {
      if (!('keys' in part)) continue;
      const statement = part.node.type === 'IfStatement' ? part.node : part.node.parent;
      const unconditional = statement?.parent === fn.body;
      if (applyWrite(ev, part, { ...reading, use: parameter, frame: inner }) && unconditional) settled = true;
    }
  }
  return settled;
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

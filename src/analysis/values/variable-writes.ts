/**
 * The writes to a variable that may be in force where it is read.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, writtenKey } from '../syntax/nodes.ts';
import type { Variable } from '../syntax/syntax-index.ts';
import type { FunctionNode, Key, Node } from '../syntax/types.ts';
import { literalOf } from './answers.ts';
import type { Evaluator } from './answers.ts';
import { visitLeft, visitReaching } from './reaching.ts';
import { timelineOf } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import { writesTo } from './writes.ts';
import type { Write } from './writes.ts';

interface Writes {
  readonly all: readonly Write[];
  /** Those that can concern a first key, ready to be asked. `` stands for the value itself. */
  readonly timelines: Map<Key, Timeline<Write>>;
}

const writesMemory = new WeakMap<Variable, Writes>();

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
  visitReaching(timeline, { use, owner: ownerOf(variable), childrenOf: (n) => ev.childrenOf(n) }, visit);
}

/** The function that declares a variable; undefined for the top level. */
function ownerOf(variable: Variable): FunctionNode | undefined {
  const parameter = variable.defs.find((d) => d.type === 'Parameter');
  const home: Node = parameter?.node ?? variable.scope.variableScope.block;
  return isFunction(home) ? home : undefined;
}

/** True where an export names a variable of the module: other files read it when the module has run. */
function isExportedRead(variable: Variable, use: Node): boolean {
  if (use.parent?.type === 'ExportSpecifier') return true;
  const isOwnName = variable.identifiers.some((name: Node) => name === use);
  return isOwnName && /^(?:global|module)$/.test(variable.scope.type);
}

/** Every write to a variable, in no particular order. */
export function allWritesTo(ev: Evaluator, variable: Variable): readonly Write[] {
  return writesOf(ev, variable).all;
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
  if (!('keys' in write)) return true;
  const [first] = write.keys;
  return key !== '' && (first === undefined || first === key || first === '*' || key === '*');
}

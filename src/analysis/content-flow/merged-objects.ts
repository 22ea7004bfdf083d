/**
 * Objects that are put together of parts, the later ones over the earlier.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap, writtenKey } from '../syntax/nodes.ts';
import type { Frame, Key, Node, Path } from '../syntax/types.ts';
import { leavingOutMore, leftOut, overwrittenStep } from './path-steps.ts';
import type { Origin, Tracer } from './types.ts';

/** A part of an object: a property, or another object that is spread into it. */
type ObjectPart = TSESTree.Property | TSESTree.SpreadElement;

/** The parts of `Object.assign(…)`; a source that is no object literal is spread. */
export function partsOfAssign(sources: readonly Node[]): (Node | ObjectPart)[] {
  return sources.flatMap((source): (Node | ObjectPart)[] => {
    const node = unwrap(source);
    return node.type === 'ObjectExpression' ? node.properties : [source];
  });
}

/** Where `path` of an object that is put together of parts comes from, with nothing of what is written over. */
export function mergedOrigins(
  t: Tracer,
  parts: readonly (Node | ObjectPart)[],
  path: Path,
  frame: Frame | undefined,
): readonly Origin[] {
  const [key, ...rest] = path;
  const found: Origin[] = [];
  const over: Key[] = [];
  const without = key === undefined ? [] : leftOut(key);
  const valueOf = (part: TSESTree.Property): readonly Origin[] =>
    givenBy(t, part).flatMap((value) => t.trace(value, rest, frame));
  for (const part of [...parts].reverse()) {
    if (part.type !== 'Property') {
      const spread = part.type === 'SpreadElement' ? part.argument : part;
      found.push(...t.trace(spread, pathLeaving(path, over), frame));
      continue;
    }
    const written = writtenKey(part);
    if (written === undefined || key === '*') found.push(...valueOf(part));
    else if (without) {
      if (!without.includes(written) && !over.includes(written)) found.push(...valueOf(part));
      over.push(written);
    } else if (written === key) return [...found, ...valueOf(part)];
  }
  return found;
}

/** A path into an object of which some keys are written over: where all of it is read, they are left out. */
function pathLeaving(path: Path, over: readonly Key[]): Path {
  const [key, ...rest] = path;
  if (over.length === 0) return path;
  if (key === undefined) return [overwrittenStep(over)];
  return leftOut(key) ? [leavingOutMore(key, over), ...rest] : path;
}

/** What a property gives: its value, or what its accessor returns. */
function givenBy(t: Tracer, { kind, value }: TSESTree.Property): readonly Node[] {
  if (kind === 'set') return [];
  if (kind !== 'get' || !isFunction(value)) return [value];
  return t.ev.index.returnsOf(value).filter((each) => each !== undefined);
}

/**
 * Looking keys up in object and array literals, and in what `Object.assign` puts together.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, writtenKey } from '../syntax/nodes.ts';
import type { Answer, Frame, Key, Node, Path } from '../syntax/types.ts';
import { isMissing, isOpaque, literalOf, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';

/** Finds `path` in an object literal: the last mention of a key wins, spreads count in order. */
export function lookup(
  ev: Evaluator,
  object: TSESTree.ObjectExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const [key = '*', ...rest] = path;
  const found: Answer[] = [];
  /** A computed key or an unknown spread may be, or hold, the one that is looked for. */
  let open = false;
  for (let i = object.properties.length - 1; i >= 0; i -= 1) {
    const property = object.properties[i];
    if (!property) continue;
    if (property.type === 'SpreadElement') {
      const spread = ev.answers(property.argument, path, frame);
      found.push(
        ...spread
          .filter((a) => !isMissing(a, path))
          .map((a) => ({ ...a, spreadInto: a.spreadInto ?? object })),
      );
      if (key === '*') continue;
      // An unknown spread may override what stands before it, or not.
      if (spread.some(isOpaque)) open = true;
      else if (!spread.some((a) => isMissing(a, path))) return found;
      continue;
    }
    const names = propertyKeys(ev, property, frame);
    if (key === '*') {
      found.push(...propertyValue(ev, property, rest, frame));
    } else if (names === undefined) {
      found.push(unknown('computed', property.key, path));
      open = true;
    } else if (names.includes(key)) {
      found.push(...propertyValue(ev, property, rest, frame));
      if (names.length === 1) return found;
    }
  }
  if (key === '*' || open) return found;
  return [...found, { kind: 'absent', node: object, missing: path }];
}

function propertyKeys(
  ev: Evaluator,
  property: TSESTree.Property,
  frame: Frame | undefined,
): readonly Key[] | undefined {
  const written = writtenKey(property);
  if (written !== undefined) return [written];
  const keys: Key[] = [];
  for (const answer of ev.answers(property.key, [], frame)) {
    const value = literalOf(answer);
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    keys.push(String(value));
  }
  return keys;
}

function propertyValue(
  ev: Evaluator,
  property: TSESTree.Property,
  rest: Path,
  frame: Frame | undefined,
): Answers {
  const value: Node = property.value;
  if (property.kind === 'get' && isFunction(value)) {
    return ev.index.returnsOf(value).flatMap((n) => (n ? ev.answers(n, rest, frame) : []));
  }
  return ev.answers(value, rest, frame).map((answer): Answer => {
    if (rest.length > 0 || answer.kind === 'absent') return answer;
    return answer.property ? answer : { ...answer, property };
  });
}

/** Finds `path` in an array literal; `*` stands for any element. */
export function element(
  ev: Evaluator,
  array: TSESTree.ArrayExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const [key = '*', ...rest] = path;
  if (key !== '*' && !/^\d+$/.test(key)) return [unknown('computed', array, path)];
  const position = Number(key);
  const fixed =
    key !== '*' && !array.elements.slice(0, position + 1).some((e) => e?.type === 'SpreadElement');
  if (fixed) {
    const item = array.elements[position];
    return item ? ev.answers(item, rest, frame) : [{ kind: 'absent', node: array, missing: path }];
  }
  return array.elements.flatMap((item) => {
    if (!item) return [];
    return item.type === 'SpreadElement'
      ? ev.answers(item.argument, ['*', ...rest], frame)
      : ev.answers(item, rest, frame);
  });
}

/** What the sources of an `Object.assign` say of a path: surely there, surely not, or perhaps. */
export type Merged = 'missing' | 'open' | 'settled';

/** Looks `path` up in the sources of an `Object.assign`, last first. */
export function merged(
  ev: Evaluator,
  sources: readonly Node[],
  path: Path,
  frame: Frame | undefined,
  found: Answer[],
): Merged {
  let open = false;
  for (const source of sources.toReversed()) {
    const node = source.type === 'SpreadElement' ? source.argument : source;
    const answers = ev.answers(node, source.type === 'SpreadElement' ? ['*', ...path] : path, frame);
    const missing = answers.filter((a) => isMissing(a, path));
    found.push(...answers.filter((a) => !missing.includes(a)));
    if (answers.some(isOpaque)) open = true;
    else if (missing.length === 0) return 'settled';
  }
  return open ? 'open' : 'missing';
}

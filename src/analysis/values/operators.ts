/**
 * What operators give: member accesses, and the logical ones.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { writtenKey } from '../syntax/nodes.ts';
import type { Answer, Frame, Key, Path } from '../syntax/types.ts';
import { isMissing, isNullish, literal, literalOf, perhaps, unknown } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';
import { isGuarded, takesAnyKey } from './any-key.ts';
import { superOf } from './class-members.ts';
import { orPutThere } from './put-names.ts';

/** Follows `path` from a member of a value. */
export function memberAccess(
  ev: Evaluator,
  node: TSESTree.MemberExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  if (node.object.type === 'Super') return superOf(ev, node, [writtenKey(node) ?? '*', ...path], frame);
  const written = writtenKey(node);
  if (written !== undefined) {
    const keys = [written, ...path];
    return orPutThere(ev, node.object, keys, ev.answers(node.object, keys, frame));
  }
  const keys = new Set<Key>();
  for (const key of ev.answers(node.property, [], frame)) {
    const value = literalOf(key);
    keys.add(typeof value === 'string' || typeof value === 'number' ? String(value) : '*');
  }
  if (keys.has('*') || keys.size === 0) {
    const entries = perhaps(ev.answers(node.object, ['*', ...path], frame));
    // Of an entry that is not there nothing can be read.
    const isOpen = path.length === 0 && takesAnyKey(ev, node.property) && !isGuarded(node);
    return isOpen ? entries.map((a) => (a.kind === 'known' ? { ...a, mayBeLeftOut: true } : a)) : entries;
  }
  return [...keys].flatMap((key) => ev.answers(node.object, [key, ...path], frame));
}

/** Follows `path` from the value of `a && b`, `a || b` or `a ?? b`. */
export function logical(
  ev: Evaluator,
  node: TSESTree.LogicalExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  const left = ev.answers(node.left, [], frame);
  const test = node.operator === '??' ? isNullish : isFalsy;
  const verdicts = left.map(test);
  const certainly = verdicts.length > 0 && verdicts.every((v) => v === true);
  const never = verdicts.length > 0 && verdicts.every((v) => v === false);
  if (node.operator === '&&') {
    if (certainly) return ev.answers(node.left, path, frame);
    const right = ev.answers(node.right, path, frame);
    if (never) return right;
    return [...right, ...literal(undefined, node.left, path)];
  }
  if (never) return ev.answers(node.left, path, frame);
  const right = ev.answers(node.right, path, frame);
  if (certainly) return right;
  const kept = ev.answers(node.left, path, frame).filter((a) => {
    return path.length === 0 ? test(a) !== true : !isMissing(a, path);
  });
  // What stands on the right is taken where there is nothing.
  return [...kept.map((a) => (a.kind === 'known' ? { ...a, mayBeLeftOut: undefined } : a)), ...right];
}

/** Follows `path` from the value of an assignment. */
export function assignment(
  ev: Evaluator,
  node: TSESTree.AssignmentExpression,
  path: Path,
  frame: Frame | undefined,
): Answers {
  if (node.operator === '=') return ev.answers(node.right, path, frame);
  if (node.operator.length === 3 && node.operator !== '**=') {
    return [...ev.answers(node.left, path, frame), ...ev.answers(node.right, path, frame)];
  }
  return [unknown('computed', node, path)];
}

function isFalsy(answer: Answer): boolean | undefined {
  const literal = answer.kind === 'known' && answer.value.kind === 'literal' ? answer.value : undefined;
  if (literal && !literal.value) return true;
  return isNullish(answer);
}

/**
 * Binding patterns: the way from the value that is taken apart to one of the names in it.
 */
import { writtenKey } from '../syntax/nodes.ts';
import type { Frame, Key, Node, Path } from '../syntax/types.ts';
import { isMissing, isUndefined } from './answers.ts';
import type { Answers, Evaluator } from './answers.ts';

/** One level of a binding pattern, outermost first. */
export type PatternStep =
  | { readonly kind: 'default'; readonly value: Node }
  | { readonly kind: 'key'; readonly key: Key }
  /** `...rest` of an array, from this position on. */
  | { readonly kind: 'tail'; readonly from: number }
  /** `...rest` of an object: everything but these keys. */
  | { readonly kind: 'rest'; readonly except: readonly Key[] };

/**
 * The way from the root of a binding pattern to the name bound in it.
 *
 * @returns the steps, outermost first, and the root of the pattern
 */
export function patternSteps(name: Node): { steps: PatternStep[]; root: Node } {
  const steps: PatternStep[] = [];
  let current = name;
  for (;;) {
    const parent = current.parent;
    if (!parent) return { steps, root: current };
    if (parent.type === 'AssignmentPattern' && parent.left === current) {
      steps.unshift({ kind: 'default', value: parent.right });
      current = parent;
    } else if (
      parent.type === 'Property' &&
      parent.value === current &&
      parent.parent.type === 'ObjectPattern'
    ) {
      steps.unshift({ kind: 'key', key: writtenKey(parent) ?? '*' });
      current = parent.parent;
    } else if (parent.type === 'ArrayPattern') {
      const position = parent.elements.findIndex((each) => each === current);
      steps.unshift({ kind: 'key', key: String(position) });
      current = parent;
    } else if (parent.type === 'RestElement' && parent.parent.type === 'ObjectPattern') {
      const except = parent.parent.properties.flatMap((p) =>
        p.type === 'Property' ? [writtenKey(p) ?? '*'] : [],
      );
      steps.unshift({ kind: 'rest', except });
      current = parent.parent;
    } else if (parent.type === 'RestElement' && parent.parent.type === 'ArrayPattern') {
      steps.unshift({ kind: 'tail', from: parent.parent.elements.indexOf(parent) });
      current = parent.parent;
    } else if (parent.type === 'TSParameterProperty' || parent.type === 'RestElement') {
      current = parent;
    } else {
      return { steps, root: current };
    }
  }
}

/**
 * Follows a binding pattern from the value it takes apart to one of its names.
 *
 * @param read follows keys from the value that is taken apart
 */
export function through(
  ev: Evaluator,
  read: (path: Path) => Answers,
  steps: readonly PatternStep[],
  path: Path,
  frame: Frame | undefined,
): Answers {
  const step = steps.at(-1);
  if (!step) return read(path);
  const before = steps.slice(0, -1);
  const outer = (p: Path): Answers => through(ev, read, before, p, frame);
  switch (step.kind) {
    case 'key':
      return outer([step.key, ...path]);
    case 'rest': {
      const [key] = path;
      if (key === undefined || !step.except.includes(key)) return outer(path);
      return [{ kind: 'absent', node: ev.index.program, missing: path }];
    }
    case 'tail': {
      const [key, ...inner] = path;
      if (key === undefined || !/^\d+$/.test(key)) return outer(path);
      return outer([String(Number(key) + step.from), ...inner]);
    }
    case 'default': {
      const taken = outer([]).map(isUndefined);
      if (taken.length > 0 && taken.every((t) => t === false)) return outer(path);
      const fallback = ev.answers(step.value, path, frame);
      const given = outer(path).filter((a) => {
        return path.length > 0 ? !isMissing(a, path) : isUndefined(a) !== true;
      });
      return [...given, ...fallback];
    }
  }
}

/**
 * The steps of paths that lead from an origin to what is read of it.
 */
import type { Key, Path } from '../syntax/types.ts';

/** The step that stands for "everything but these keys". */
export function restStep(except: readonly Key[]): Key {
  return `...(${except.join()})`;
}

/** The keys that a step of a path leaves out; undefined for a step that reads something. */
export function leftOut(step: Key): readonly Key[] | undefined {
  return step.startsWith('...(') ? step.slice(4, -1).split(',') : undefined;
}

/** The keys that remain to be read of what was written at `keys`; undefined when the write is elsewhere. */
export function below(keys: readonly Key[], path: Path): Path | undefined {
  const shared = Math.min(keys.length, path.length);
  for (let i = 0; i < shared; i += 1) {
    if (keys[i] !== path[i] && keys[i] !== '*' && path[i] !== '*') return undefined;
  }
  return path.slice(keys.length);
}

/**
 * The steps of paths that lead from an origin to what is read of it.
 */
import type { Key, Path } from '../syntax/types.ts';

/** Reads, of a result, what was asked: what listeners and middleware get. */
export const ASKED = 'asked()';
/** The error that a request ends with, as a whole. */
export const FAILED = 'failed()';

/** The step that stands for "everything but these keys", which a pattern takes out. */
export function restStep(except: readonly Key[]): Key {
  return `...(${except.join()})`;
}

/** The step that stands for "everything but these keys", which are written over. */
export function overwrittenStep(keys: readonly Key[]): Key {
  return `...=(${keys.join()})`;
}

/** True for a step that leaves out what is written over. */
export function isOverwritten(step: Key): boolean {
  return step.startsWith('...=(');
}

/** The keys that a step of a path leaves out; undefined for a step that reads something. */
export function leftOut(step: Key): readonly Key[] | undefined {
  return /^\.\.\.=?\((.*)\)$/s.exec(step)?.[1]?.split(',');
}

/** A step that leaves out what this one does, and these keys as well. */
export function leavingOutMore(step: Key, more: readonly Key[]): Key {
  const keys = [...new Set([...(leftOut(step) ?? []), ...more])];
  return isOverwritten(step) ? overwrittenStep(keys) : restStep(keys);
}

/** True for a step that stands for what a method gives: `json()` of `request.json()`. */
export function isCallStep(step: Key): boolean {
  return step.includes('(') && leftOut(step) === undefined;
}

/** Keys under which results and turns hold what was asked or answered. */
export const HOLDS_CONTENT: ReadonlySet<string> = new Set(
  'body choices content data message messages object output result text'.split(' '),
);

/** True for a path that reads what is left of a value whose content was taken out or written over. */
export function leavesOutContent(path: Path): boolean {
  return leftOut(path.at(-1) ?? '')?.some((key) => key === 'parts' || HOLDS_CONTENT.has(key)) === true;
}

/** The keys that remain to be read of what was written at `keys`; undefined when the write is elsewhere. */
export function below(keys: readonly Key[], path: Path): Path | undefined {
  const shared = Math.min(keys.length, path.length);
  for (let i = 0; i < shared; i += 1) {
    const [written = '', read = ''] = [keys[i], path[i]];
    const without = leftOut(read);
    if (without ? without.includes(written) : written !== read && written !== '*' && read !== '*')
      return undefined;
  }
  return path.slice(keys.length);
}

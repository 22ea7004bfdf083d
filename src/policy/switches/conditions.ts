/**
 * Whether a value turns a switch on.
 */
import { isFallback } from '../../analysis/setup/index.ts';
import type { Answer, Known, Resolved } from '../../analysis/syntax/types.ts';
import { literalOf } from '../../analysis/values/answers.ts';
import { namesOf, rootOfApi } from '../../analysis/values/origins.ts';
import type { Wanted } from './types.ts';

/** How far a condition holds, and the answer that shows it. */
export interface Held {
  readonly answer: Answer;
  readonly fallback: boolean;
}

/**
 * On every way through the code, or as what applies where nothing else is given. A value that an environment or
 * a flag chooses is not known to be either.
 */
export function holds(answers: Resolved | readonly [], is: Wanted): Held | undefined {
  const [first] = answers;
  if (!first) return undefined;
  if (answers.every((answer) => matches(answer, is)))
    return { answer: first, fallback: is !== 'missing' && isFallback(first.node) };
  if (is === 'missing') return undefined;
  const last = answers.find((answer) => matches(answer, is) && isFallback(answer.node));
  const others = answers.filter((answer) => !matches(answer, is));
  return last && others.every(isOutside) ? { answer: last, fallback: true } : undefined;
}

/** A value from outside the file: the environment, a parameter, another module. */
export function isOutside(answer: Answer): boolean {
  return answer.kind === 'unknown' || (answer.kind === 'known' && answer.value.kind === 'api');
}

export function matches(answer: Answer, is: Wanted): boolean {
  if (is === 'missing') return answer.kind === 'absent' || isUndefined(answer);
  if (answer.kind !== 'known') return false;
  const value = literalOf(answer);
  if (is === 'present') return !isUndefined(answer);
  if (is === 'given') return isGiven(answer);
  if (typeof is === 'boolean') return value === is;
  if (answer.value.kind === 'text') return is.test(answer.value.pieces.map((p) => p ?? '').join(''));
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText && is.test(String(value));
}

function isUndefined(answer: Answer): boolean {
  return answer.kind === 'known' && answer.value.kind === 'literal' && answer.value.value === undefined;
}

/** Something is given, and not by the environment or a caller, who may leave it out. */
function isGiven({ value }: Known): boolean {
  if (value.kind === 'literal')
    return value.value !== undefined && value.value !== null && value.value !== false && value.value !== '';
  if (value.kind !== 'api') return true;
  const root = rootOfApi(value.api);
  return (
    root.kind === 'module' ||
    value.api.step.kind === 'new' ||
    (root.kind === 'global' && namesOf(value.api).at(-1) === 'console')
  );
}

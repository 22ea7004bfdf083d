/**
 * Checks of a server's identity, and whether they can refuse one.
 */
import { throwsIn } from '../records/conditions.ts';
import { contains } from '../syntax/nodes.ts';
import type { Known } from '../syntax/types.ts';
import type { Evaluator } from '../values/answers.ts';

/** A `checkServerIdentity` without a way to refuse: it neither throws, nor calls anything, nor gives an error back. */
export function refusesNothing(ev: Evaluator, { value }: Known): boolean {
  if (value.kind !== 'function') return false;
  const { node: fn } = value;
  const { calls } = ev.index.indexOf(fn);
  if (calls.some((call) => contains(fn.body, call)) || throwsIn(ev, fn.body)) return false;
  return ev.index
    .returnsOf(fn)
    .every((given) => !given || ev.answers(given, []).every((a) => a.kind === 'known' && isNothing(a)));
}

const isNothing = ({ value }: Known): boolean =>
  value.kind === 'literal' && (value.value === undefined || value.value === null);

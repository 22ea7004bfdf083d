/**
 * Answers that say the same, said once.
 */
import type { Answer, Api, Node, Path, Value } from '../syntax/types.ts';
import { unknown } from './answers.ts';
import type { Answers } from './answers.ts';

/** How many answers are kept apart before they collapse into `complex`. */
const MAX_ANSWERS = 48;

/** The answers for a place, each once, and no more than can be told apart. */
export function distinctAnswers(answers: Answers, node: Node, path: Path): Answers {
  if (answers.length <= 1) return answers;
  const distinct: Answer[] = [];
  const seen = new Map<Node, Answer[]>();
  for (const answer of answers) {
    const twins = seen.get(answer.node);
    if (twins?.some((twin) => sameAnswer(twin, answer))) continue;
    if (twins) twins.push(answer);
    else seen.set(answer.node, [answer]);
    distinct.push(answer);
  }
  if (distinct.length <= MAX_ANSWERS) return distinct;
  return [...distinct.slice(0, MAX_ANSWERS), unknown('complex', node, path)];
}

function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== 'known' || b.kind !== 'known') return true;
  return a.property === b.property && a.mayBeMissing === b.mayBeMissing && sameValue(a.value, b.value);
}

function sameValue(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'literal' && b.kind === 'literal') return a.value === b.value;
  if (a.kind === 'api' && b.kind === 'api') return sameApi(a.api, b.api);
  if (a.kind === 'text' && b.kind === 'text') return a.pieces.join('\u0000') === b.pieces.join('\u0000');
  const frames = [a, b].map((value) => ('frame' in value ? value.frame : undefined));
  return frames[0] === frames[1];
}

function sameApi(a: Api, b: Api): boolean {
  if (a === b) return true;
  if (a.step.kind !== b.step.kind) return false;
  const same =
    'name' in a.step && 'name' in b.step
      ? a.step.name === b.step.name
      : 'source' in a.step && 'source' in b.step
        ? a.step.source === b.step.source
        : 'node' in a.step && 'node' in b.step && a.step.node === b.step.node;
  if (!same || !a.from || !b.from) return same && a.from === b.from;
  return sameApi(a.from, b.from);
}

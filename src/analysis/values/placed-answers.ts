/**
 * Answers that stand in another file, as the asking file sees them.
 */
import type { Answer, Node } from '../syntax/types.ts';

/**
 * An answer that stands in another file, at a place of the asking one.
 *
 * @param node the expression of the asking file through which it comes in
 */
export function placedAt(answer: Answer, node: Node, isForeign: (node: Node) => boolean): Answer {
  const elsewhere = answer.node;
  const spreadInto = answer.spreadInto && !isForeign(answer.spreadInto) ? answer.spreadInto : undefined;
  if (answer.kind === 'absent') return { ...answer, node, elsewhere, spreadInto };
  const { property, ...rest } = answer;
  const assignment = 'assignment' in rest ? rest.assignment : undefined;
  const isWritten = answer.isWritten ?? ((property ?? assignment) ? true : undefined);
  const own = property && !isForeign(property) ? property : undefined;
  if (answer.kind === 'unknown') return { ...answer, node, elsewhere, spreadInto, property: own, isWritten };
  const here = assignment && !isForeign(assignment) ? assignment : undefined;
  return { ...answer, node, elsewhere, spreadInto, property: own, assignment: here, isWritten };
}

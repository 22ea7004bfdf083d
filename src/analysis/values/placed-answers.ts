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
  const writtenThere = property && !own ? property.value : answer.writtenThere;
  const placed = { node, elsewhere, spreadInto, property: own, isWritten, writtenThere };
  if (answer.kind === 'unknown') return { ...answer, ...placed };
  const here = assignment && !isForeign(assignment) ? assignment : undefined;
  return { ...answer, ...placed, assignment: here };
}

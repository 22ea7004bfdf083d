/**
 * Templates with a tag, read as calls of it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { oncePer } from './once.ts';
import type { CallNode } from './types.ts';

/** A tagged template calls its tag with the template: the same node each time, as rules know calls. */
export const asCall = oncePer((tagged: TSESTree.TaggedTemplateExpression): CallNode => {
  const { tag, quasi, parent, range, loc } = tagged;
  const call = {
    type: 'CallExpression',
    callee: tag,
    arguments: [quasi],
    optional: false,
    parent,
    range,
    loc,
  };
  return call as unknown as CallNode;
});

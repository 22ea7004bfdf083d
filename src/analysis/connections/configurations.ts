/**
 * Configuration that is set up for Claude, whoever reads it: objects that name a model of Claude's, with a key or an address
 * beside it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { writtenKey } from '../syntax/nodes.ts';
import { isClaudeId } from '../sdk-surface/model-names.ts';
import type { Evaluator } from '../values/answers.ts';
import { stringsOf } from '../values/object-view.ts';

/** Fields that hold a model's id. */
const MODEL = /^(?:(?:claude|default|llm|chat|ai)_?)?model(?:_?(?:id|name))?$/i;

/**
 * The properties of these names that stand beside a model of Claude's.
 *
 * @param names how such properties are called
 */
export function besideModel(ev: Evaluator, names: readonly string[]): TSESTree.Property[] {
  if (!ev.index.mentions('claude-')) return [];
  return names
    .flatMap((name) => ev.index.propertiesNamed(name))
    .filter(({ parent }) => {
      return (
        parent.type === 'ObjectExpression' &&
        parent.properties.some(
          (each) =>
            each.type === 'Property' &&
            MODEL.test(writtenKey(each) ?? '') &&
            stringsOf(ev.answers(each.value, [])).some(isClaudeId),
        )
      );
    });
}
